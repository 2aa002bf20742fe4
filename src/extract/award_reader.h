/*
 * award_reader.h
 *		The state of cutting a sentence into parts, shared by award_parts.c (everything) and award_names.c (the awards).
 */
#ifndef VN_AWARD_READER_H
#define VN_AWARD_READER_H

#include "extract/award_parts.h"

typedef struct vn_part_reader
{
	vn_article *article;
	const vn_document *document;
	const vn_people *people;
	vn_parts   *parts;
	uint32_t	end;
	uint32_t	quote;			/* index of the first quotation that opens at or behind the present token */
	uint32_t	last_first,
				last_end;		/* tokens of the last award's name in the catalogue */
	uint32_t	rank_first,
				rank_end;		/* tokens of the last rank that is written in full */
} vn_part_reader;

/* Put a part at the end; NULL when memory is out. */
extern vn_part *vn_add_part(vn_part_reader *r, vn_part_kind kind, uint32_t first, uint32_t end);

/* The quotation that opens at a token, or NULL. */
extern const vn_quote *vn_quote_at(vn_part_reader *r, uint32_t at);

/* An award of the catalogue between two tokens. The name may go on behind it, in quotation marks or in capitals. */
extern void vn_add_award(vn_part_reader *r, uint32_t first, uint32_t end, int row, bool completed);

/*
 * An award, or a rank, whose beginning is left out because the one before has it. Returns the token behind it, "at" where there
 * is none.
 */
extern uint32_t vn_add_completed(vn_part_reader *r, uint32_t at, vn_catalog catalog, uint32_t like_first, uint32_t like_end);

static inline vn_part *
vn_last_part(const vn_part_reader *r)
{
	return r->parts->count == 0 ? NULL : &r->parts->parts[r->parts->count - 1];
}

/* Does a token begin with a capital? */
static inline bool
vn_begins_capital(const vn_document *document, uint32_t at)
{
	return document->tokens[at].kind == VN_WORD && (document->tokens[at].flags & VN_CAPITAL);
}

#endif
