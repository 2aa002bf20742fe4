/*
 * award_parts.h
 *		What the words of a sentence contribute to a tally of awards: award names, counts with recipients, verbs, years,
 *		persons and bodies, and the small words between them. Everything else lies in the gaps between the parts.
 */
#ifndef VN_AWARD_PARTS_H
#define VN_AWARD_PARTS_H

#include "extract/people.h"

typedef enum vn_part_kind
{
	VN_PART_AWARD = 1,
	VN_PART_RANK,				/* a rank without its award, which is the one before: "…, hạng Nhì cho 5" */
	VN_PART_COUNT,				/* a number with no recipients behind it */
	VN_PART_RECIPIENT,			/* "68 tập thể", "các cá nhân", "em" */
	VN_PART_MENTION,			/* a person, post or body of people.h */
	VN_PART_CUE,				/* any other word of award_cues.tsv */
	VN_PART_YEAR,
	VN_PART_PERIOD,				/* "2016-2020", "5 năm qua" */
	VN_PART_MARK				/* , ; : ( ) */
} vn_part_kind;

typedef struct vn_part
{
	uint8_t		kind;			/* vn_part_kind */
	uint8_t		role;			/* vn_award_role of cues and recipients, the character of marks */
	uint8_t		award_kind;		/* vn_award_kind of awards */
	bool		many;			/* of recipients: "các", "nhiều" before them */
	bool		mixed;			/* of recipients: one count over several kinds, "9 tập thể và cá nhân" */
	bool		generic;		/* of recipients: a bare class word such as "tập thể", "cá nhân" */
	bool		pronoun;		/* of recipients: a form of address that may stand for a person named before, "ông" */
	bool		short_form;		/* of awards: the name is a bare head such as "Cờ", or was completed from the award before */
	uint32_t	first,
				end;			/* tokens */
	int			row;			/* of awards.tsv (-1: a name in quotation marks alone), award_cues.tsv, or the mention */
	int			value;			/* count or year; -1: none */
	int			rank;			/* of awards: row of the rank in award_cues.tsv, -1: none */
	const char *name;			/* of awards: canonical name */
} vn_part;

typedef struct vn_parts
{
	vn_part    *parts;
	size_t		room;
	uint32_t	count;
	uint32_t	awards;			/* how many of them are awards */
} vn_parts;

static inline bool
vn_is_cue(const vn_part *part, int role)
{
	return part != NULL && part->kind == VN_PART_CUE && part->role == role;
}

/*
 * The parts of the tokens from "first" to "end", into "parts" (reused from call to call; release parts->parts). The
 * article's people must have been read.
 */
extern vn_status vn_read_award_parts(vn_article *article, uint32_t first, uint32_t end, vn_parts *parts);

/* Does an award's name, or a head that a name may follow, stand between the tokens? Cheap: most sentences have none. */
extern bool vn_has_award(const vn_document *document, uint32_t first, uint32_t end);

/* The tokens' text, canonical; NULL when memory is out. */
extern const char *vn_canonical_span(vn_article *article, uint32_t first, uint32_t end);

#endif
