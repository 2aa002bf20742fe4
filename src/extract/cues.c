/*
 * cues.c
 *		See cues.h.
 */
#include "extract/cues.h"

#include <stdlib.h>
#include <string.h>

/* The meaning of a phrase among the classes: a noun_context, or else the first class; NULL: none. */
static const vn_phrase *
choose(const vn_phrase *phrase, uint32_t classes)
{
	const vn_phrase *best = NULL;

	for (;; phrase++)
	{
		if (phrase->catalog == VN_CUES && (classes & VN_CUE_BIT(phrase->kind)) &&
			(best == NULL || (best->kind != VN_CUE_NOUN_CONTEXT &&
							  (phrase->kind == VN_CUE_NOUN_CONTEXT || phrase->kind < best->kind))))
			best = phrase;
		if (phrase->last)
			return best;
	}
}

bool
vn_read_cue(const vn_document *document, uint32_t at, uint32_t limit, uint32_t classes, vn_cue *cue)
{
	const vn_trie *trie = &vn_phrases_trie;
	const vn_token *tokens = document->tokens;
	bool		found = false;
	uint32_t	node;

	/* most cues are of one word */
	if (!(vn_longer_starts_at(document, at) >> VN_CATALOGS & classes))
		limit = at + 1;
	for (node = trie->first[tokens[at].symbol]; node != 0; node = vn_trie_next(trie, node, tokens[at].symbol))
	{
		const vn_phrase *phrase = trie->values[node] == 0 ? NULL : choose(&vn_phrases[trie->values[node] - 1], classes);

		at++;
		if (phrase != NULL)
		{
			*cue = (vn_cue) {.class = (enum vn_cue_class) phrase->kind, .row = phrase->row, .end = at};
			found = true;
		}
		if (at >= limit || tokens[at].symbol == 0)
			break;
	}
	return found;
}

const char *
vn_cue_kind(const vn_cue *cue)
{
	return vn_cell(VN_CUES, cue->row, VN_CUE_KIND);
}

bool
vn_cue_is(const vn_cue *cue, const char *kind)
{
	return strcmp(vn_cue_kind(cue), kind) == 0;
}

unsigned
vn_cue_number(const vn_cue *cue)
{
	return (unsigned) atoi(vn_cue_kind(cue));
}
