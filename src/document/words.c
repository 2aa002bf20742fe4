/*
 * words.c
 *		Cutting tokens into words: the longest entry of the lexicon that begins at each token.
 */
#include "document/document.h"

static vn_word_kind
kind_of(const vn_token *token)
{
	switch (token->kind)
	{
		case VN_NUMBER:
			return VN_WORD_NUMBER;
		case VN_DATE:
			return VN_WORD_DATE;
		case VN_DOCUMENT_NUMBER:
			return VN_WORD_DOCUMENT_NUMBER;
		case VN_EMAIL: case VN_URL: case VN_HOST:
			return VN_WORD_ADDRESS;
		case VN_PUNCTUATION:
			return VN_WORD_PUNCTUATION;
		case VN_SYMBOL:
			return VN_WORD_SYMBOL;
		case VN_ALNUM:
			return VN_WORD_ABBREVIATION;
		default:
			if (token->flags & VN_ODD)
				return VN_WORD_FOREIGN;
			return VN_WORD_PLAIN;
	}
}

vn_status
vn_document_words(vn_document *d)
{
	size_t		room = 0;

	if (d->words != NULL)
		return VN_OK;
	for (uint32_t s = 0; s < d->sentence_count; s++)
	{
		uint32_t	end = d->sentences[s].end;
		uint32_t	at = d->sentences[s].first;

		while (at < end)
		{
			uint32_t	node = d->tokens[at].symbol == 0 ? 0 : vn_words_trie.first[d->tokens[at].symbol];
			uint32_t	stop = at + 1;

			for (uint32_t next = at + 1; node != 0; next++)
			{
				if (vn_words_trie.values[node] != 0)
					stop = next;
				if (next >= end || d->tokens[next].symbol == 0)
					break;
				node = vn_trie_next(&vn_words_trie, node, d->tokens[next].symbol);
			}
			if (!vn_reserve(d->env, (void **) &d->words, d->word_count, &room, sizeof(vn_word)))
				return VN_NO_MEMORY;
			d->words[d->word_count++] = (vn_word) {.first = at, .end = stop, .kind = (uint8_t) kind_of(&d->tokens[at])};
			at = stop;
			if (d->word_count % 4096 == 0)
				d->env->tick(d->env->context);
		}
	}
	return VN_OK;
}
