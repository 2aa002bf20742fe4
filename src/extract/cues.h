/*
 * cues.h
 *		The cue words of cues.tsv in a text: verbs that instruct, words that make a noun of them, words that open a clause.
 */
#ifndef VN_CUES_H
#define VN_CUES_H

#include "document/document.h"

typedef struct vn_cue
{
	enum vn_cue_class class;
	int			row;			/* of cues.tsv */
	uint32_t	end;			/* token behind the cue */
} vn_cue;

#define VN_CUE_BIT(class) (1u << (class))

/* vn_cue_at() where such a cue may begin. */
extern bool vn_read_cue(const vn_document *document, uint32_t at, uint32_t limit, uint32_t classes, vn_cue *cue);

/*
 * The longest cue of one of the classes (VN_CUE_BIT) that begins at token "at" and ends at or before "limit"; among
 * cues of the same words a noun_context, or else the class that the layout names first. False where there is none.
 */
static inline bool
vn_cue_at(const vn_document *document, uint32_t at, uint32_t limit, uint32_t classes, vn_cue *cue)
{
	return at < limit && (vn_starts_at(document, at) >> VN_CATALOGS & classes) != 0 &&
		vn_read_cue(document, at, limit, classes, cue);
}

/* Is this the kind of the cue, the word in its column "kind"? */
extern bool vn_cue_is(const vn_cue *cue, const char *kind);

/* The kind of a cue; "" where it has none. Lives for ever. */
extern const char *vn_cue_kind(const vn_cue *cue);

/* The kind of a cue as number; 0 where it is none. */
extern unsigned vn_cue_number(const vn_cue *cue);

#endif
