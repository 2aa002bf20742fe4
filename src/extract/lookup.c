/*
 * lookup.c
 *		See lookup.h.
 */
#include "extract/lookup.h"

#include "text/syllable.h"

bool
vn_is_foreign(const vn_document *d, uint32_t at)
{
	const vn_token *token = &d->tokens[at];
	vn_scanner	scanner;
	vn_scanned	scanned;

	if (token->kind != VN_WORD)
		return false;
	if (token->flags & VN_ODD)
		return true;
	if (token->fold != 0)
		return !vn_may_be_syllable(vn_folded_symbols.keys[token->fold]);
	vn_scan_start(&scanner, d->text + token->start, token->length);
	return !vn_scan(&scanner, &scanned) || !vn_may_be_syllable(scanned.fold);
}

/* May the phrase be meant, as it is written here? */
static bool
fits(const vn_lookup *lookup, const vn_match *match, const vn_phrase *phrase)
{
	const vn_token *token = &lookup->document->tokens[lookup->at];

	if (match->end - lookup->at > 1 || phrase->catalog == VN_NAMES || phrase->catalog == VN_CUES ||
		phrase->catalog == VN_AWARD_CUES)
		return true;
	if (phrase->canonical &&
		!(phrase->catalog == VN_POSTS && phrase->kind == VN_RANK_ACADEMIC) &&
		phrase->catalog != VN_ABBREVIATIONS)
		return true;
	if (phrase->catalog == VN_PLACES && (token->flags & VN_CAPITAL))
		return true;			/* Mỹ, Nhật */
	return (token->flags & VN_UPPER) || ((token->flags & VN_CAPITAL) && vn_is_foreign(lookup->document, lookup->at));
}

int
vn_look_row(const vn_lookup *lookup, vn_catalog catalog, uint32_t *end)
{
	if (!(lookup->starts & VN_STARTS(catalog)))
		return -1;
	for (int i = 0; i < lookup->count; i++)
	{
		const vn_match *match = &lookup->matches[i];

		for (const vn_phrase *phrase = match->phrases;; phrase++)
		{
			if (phrase->catalog == catalog && fits(lookup, match, phrase))
			{
				*end = match->end;
				return phrase->row;
			}
			if (phrase->last)
				break;
		}
	}
	return -1;
}

static int
look_kind(const vn_lookup *lookup, vn_catalog catalog, int kind, uint32_t *end)
{
	for (int i = 0; i < lookup->count; i++)
	{
		const vn_match *match = &lookup->matches[i];

		for (const vn_phrase *phrase = match->phrases;; phrase++)
		{
			if (phrase->catalog == catalog && phrase->kind == kind)
			{
				*end = match->end;
				return phrase->row;
			}
			if (phrase->last)
				break;
		}
	}
	return -1;
}

int
vn_look_cue(const vn_lookup *lookup, int class, uint32_t *end)
{
	return lookup->starts & VN_STARTS_CUE(class) ? look_kind(lookup, VN_CUES, class, end) : -1;
}

int
vn_look_name(const vn_lookup *lookup, int kind, uint32_t *end)
{
	return lookup->starts & VN_STARTS(VN_NAMES) ? look_kind(lookup, VN_NAMES, kind, end) : -1;
}

bool
vn_joins_word_before(const vn_document *d, uint32_t at)
{
	uint32_t	node;

	if (at == 0 || d->tokens[at - 1].symbol == 0 || d->tokens[at].symbol == 0)
		return false;
	node = vn_words_trie.first[d->tokens[at - 1].symbol];
	node = node == 0 ? 0 : vn_trie_next(&vn_words_trie, node, d->tokens[at].symbol);
	return node != 0 && vn_words_trie.values[node] != 0;
}
