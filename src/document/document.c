/*
 * document.c
 *		The stages in order, and looking things up in what they left.
 */
#include "document/document.h"

#include <string.h>

vn_status
vn_document_read(vn_document *document, const vn_env *env, const char *text, size_t length)
{
	vn_status	status;

	memset(document, 0, sizeof(*document));
	document->env = env;
	document->text = text;
	document->length = length;
	if (length > VN_MAX_BYTES)
		return VN_TOO_LONG;
	status = vn_read_tokens(document);
	if (status == VN_OK)
		status = vn_read_sentences(document);
	if (status == VN_OK)
		status = vn_read_quotes(document);
	if (status != VN_OK)
	{
		vn_document_release(document);
		return status;
	}
	vn_read_markers(document);
	return VN_OK;
}

void
vn_document_release(vn_document *document)
{
	const vn_env *env = document->env;

	vn_release(env, document->tokens);
	vn_release(env, document->sentences);
	vn_release(env, document->paragraphs);
	vn_release(env, document->quotes);
	vn_release(env, document->words);
	memset(document, 0, sizeof(*document));
	document->env = env;
}

bool
vn_punctuation_is(const vn_document *document, const vn_token *token, char ch)
{
	const unsigned char *bytes = (const unsigned char *) document->text + token->start;

	if (bytes[0] < 0x80)
		return bytes[0] == (unsigned char) ch;
	return token->hash == vn_token_hash(vn_punctuation_key((uint32_t) ch));
}

int
vn_matches_at(const vn_document *document, uint32_t at, uint32_t limit, vn_match *matches)
{
	const vn_trie *trie = &vn_phrases_trie;
	const vn_token *tokens = document->tokens;
	uint32_t	node = trie->first[tokens[at].symbol];
	int			count = 0;

	/* most phrases are of one word */
	if (vn_longer_starts_at(document, at) == 0)
		limit = at + 1;

	while (node != 0)
	{
		at++;
		if (trie->values[node] != 0)
		{
			/* the longest comes first */
			for (int i = count++; i > 0; i--)
				matches[i] = matches[i - 1];
			matches[0] = (vn_match) {.end = at, .phrases = &vn_phrases[trie->values[node] - 1]};
		}
		if (at >= limit || tokens[at].symbol == 0)
			break;
		node = vn_trie_next(trie, node, tokens[at].symbol);
	}
	return count;
}

int
vn_match_row(const vn_match *match, vn_catalog catalog)
{
	for (const vn_phrase *phrase = match->phrases;; phrase++)
	{
		if (phrase->catalog == catalog)
			return phrase->row;
		if (phrase->last)
			return -1;
	}
}

uint32_t
vn_sentence_of(const vn_document *d, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = d->sentence_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (d->sentences[middle].end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
