/*
 * document.c
 *		The stages in order, and looking things up in what they left.
 */
#include "document/document.h"

#include <string.h>

vn_status
vn_document_read(vn_document *document, const vn_env *env, const vn_vocabulary *vocabulary, const char *text, size_t length)
{
	vn_status	status;

	memset(document, 0, sizeof(*document));
	document->env = env;
	document->vocabulary = vocabulary;
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

/* Put the vocabulary's phrases among the others; one in the place of a catalogue's has the meanings of both. */
static int
add_entries(const vn_document *document, uint32_t at, uint32_t limit, vn_match *matches, int count)
{
	const vn_vocabulary *vocabulary = document->vocabulary;
	uint64_t	path = VN_PATH;
	uint32_t	value = VN_PATH_GOES_ON;

	while (at < limit && (value & VN_PATH_GOES_ON))
	{
		const vn_phrase *phrases;
		const vn_entry *entry;
		int			place = 0;

		path = vn_path_next(path, document->tokens[at++].hash);
		value = vn_path_value(&vocabulary->paths, path);
		entry = vn_path_entry(vocabulary, value);
		phrases = entry == NULL ? NULL : vn_entry_meanings(vocabulary, entry);
		if (phrases == NULL)
			continue;
		while (place < count && matches[place].end > at)
			place++;
		if (place == count || matches[place].end != at)
			for (int i = count++; i > place; i--)
				matches[i] = matches[i - 1];
		matches[place] = (vn_match) {.end = at, .phrases = phrases};
	}
	return count;
}

int
vn_matches_at(const vn_document *document, uint32_t at, uint32_t limit, vn_match *matches)
{
	const vn_trie *trie = &vn_phrases_trie;
	const vn_token *tokens = document->tokens;
	uint32_t	node = trie->first[tokens[at].symbol];
	uint32_t	first = at;
	uint32_t	stop = limit;
	int			count = 0;

	/* most phrases are of one word */
	if (vn_longer_starts_at(document, at) == 0)
		stop = at + 1;

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
		if (at >= stop || tokens[at].symbol == 0)
			break;
		node = vn_trie_next(trie, node, tokens[at].symbol);
	}
	if (document->vocabulary != NULL)
		count = add_entries(document, first, limit, matches, count);
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
