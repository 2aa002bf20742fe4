/*
 * lookup.h
 *		What the catalogues know about the words that begin at a token.
 *
 * The phrases of the catalogues match without regard to case. A short form of one token (TU, CT, GĐ) must stand in
 * capitals all the same, or common words would be taken for it.
 */
#ifndef VN_LOOKUP_H
#define VN_LOOKUP_H

#include "document/document.h"

typedef struct vn_lookup
{
	const vn_document *document;
	uint32_t	at,
				limit;
	uint64_t	starts;			/* the phrases that may be among the matches: see vn_starts_at() */
	int			count;
	vn_match	matches[VN_MAX_MATCHES];	/* longest first */
} vn_lookup;

static inline bool
vn_is_capital(const vn_document *d, uint32_t token)
{
	return (d->tokens[token].flags & VN_CAPITAL) != 0;
}

/* In capitals throughout, and more than an initial. */
static inline bool
vn_is_upper(const vn_document *d, uint32_t token)
{
	return (d->tokens[token].flags & VN_UPPER) != 0 && d->tokens[token].length > 1;
}

/* Letters that make no Vietnamese syllable: a foreign name, an abbreviation. */
extern bool vn_is_foreign(const vn_document *document, uint32_t token);

static inline void
vn_look(vn_lookup *lookup, const vn_document *document, uint32_t at, uint32_t limit)
{
	lookup->document = document;
	lookup->at = at;
	lookup->limit = limit;
	lookup->starts = at < limit ? vn_starts_at(document, at) : 0;
	lookup->count = lookup->starts != 0 ? vn_matches_at(document, at, limit, lookup->matches) : 0;
}

/* The row of the longest phrase of a catalogue and the token behind it; -1: none. */
extern int	vn_look_row(const vn_lookup *lookup, vn_catalog catalog, uint32_t *end);

/* The same for the cues of one class and the names of one kind. */
extern int	vn_look_cue(const vn_lookup *lookup, int class, uint32_t *end);
extern int	vn_look_name(const vn_lookup *lookup, int kind, uint32_t *end);

/* Does the token make one word of the lexicon with the one before it ("ủy quyền", "hàng không")? */
extern bool vn_joins_word_before(const vn_document *document, uint32_t at);

#endif
