/*
 * bodies.h
 *		Organizations, found in the catalogue or by a head noun and what completes it: Sở + field, Ủy ban nhân dân + place,
 *		Công đoàn + another body.
 */
#ifndef VN_BODIES_H
#define VN_BODIES_H

#include "extract/lookup.h"
#include "text/arena.h"
#include "text/buffer.h"

typedef struct vn_body
{
	uint32_t	first,
				end;			/* tokens */
	uint32_t	place_first,
				place_end;		/* its place without the unit; empty: none */
	int16_t		head;			/* row of the last head noun; -1: none */
	int16_t		organization;	/* row of the catalogue, where it begins with one; -1: none */
	uint8_t		level;			/* of the last unit or head: vn_cell_number() of its level; 0: unknown */
	const char *prefix;			/* canonical words that stand before the tokens but not in the text; NULL: none */
	bool		open;			/* ends in a noun that wants a name: "Bộ", "Ủy ban nhân dân tỉnh", "Công đoàn Bộ" */
} vn_body;

/*
 * The body that begins at a token. "post": it stands behind a post, so small letters are let through and a name may end it.
 */
extern bool vn_body_at(const vn_document *document, uint32_t at, uint32_t limit, bool post, vn_body *body);

/* A body without a noun of its own: "field" behind the noun with the given catalogue row of heads. */
extern bool vn_field_at(const vn_document *document, int head, uint32_t at, uint32_t limit, vn_body *body);

/* The body named "words", which stand in the text in a short form that ends at "at", and what completes it there. */
extern bool vn_body_behind(const vn_document *document, const char *words, uint32_t at, uint32_t limit, vn_body *body);

/* The longest phrase of a catalogue that "words" begin with: its row, and where it ends; -1: none. */
extern int	vn_phrase_in(const char *words, vn_catalog catalog, const char **end);

/* Go on with a body whose head noun ends at body->end. */
extern void vn_body_complete(const vn_document *document, uint32_t limit, bool post, vn_body *body);

/*
 * Give a firm that has none yet the capitalised words behind it for a name, though they look like a person's: only where no
 * person can follow.
 */
extern void vn_body_name(const vn_document *document, uint32_t limit, vn_body *body);

/* Where a term of office that begins at "at" ends ("khóa XV", "nhiệm kỳ 2020-2025"); "at": there is none. */
extern uint32_t vn_behind_term(const vn_document *document, uint32_t at, uint32_t limit);

/* Append the canonical name of a body. */
extern void vn_append_body(vn_buffer *out, const vn_document *document, const vn_body *body);

/* Append the canonical spelling of a stretch: short forms written out, known names as the catalogues spell them. */
extern void vn_append_canonical(vn_buffer *out, const vn_document *document, uint32_t first, uint32_t end);

/* Append canonical words but for those that stand at the end already: "Công an thành phố" + "Thành phố Huế". */
extern void vn_append_overlapping(vn_buffer *out, const char *words);

#endif
