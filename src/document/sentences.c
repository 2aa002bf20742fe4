/*
 * sentences.c
 *		Paragraphs end at line breaks, sentences at . ! ? … where a new one can begin behind them.
 */
#include "document/document.h"

#include "text/utf8.h"

#define ELLIPSIS 0x2026

typedef struct builder
{
	vn_document *document;
	size_t		sentence_room;
	size_t		paragraph_room;
	unsigned	steps;
} builder;

static bool
add_sentence(builder *b, uint32_t first, uint32_t end)
{
	vn_document *d = b->document;

	if (!vn_reserve(d->env, (void **) &d->sentences, d->sentence_count, &b->sentence_room, sizeof(vn_sentence)))
		return false;
	d->sentences[d->sentence_count++] = (vn_sentence) {
		.first = first, .end = end, .content = first, .paragraph = d->paragraph_count
	};
	return true;
}

static bool
is_closing(const vn_document *d, uint32_t token)
{
	return vn_is_punctuation(d, token, '"') || vn_is_punctuation(d, token, ')') || vn_is_punctuation(d, token, ']');
}

/* A dot that belongs to an abbreviation of the catalogues: TP. PGS. Q. */
static bool
is_abbreviation_dot(const vn_document *d, uint32_t dot)
{
	const vn_token *before = &d->tokens[dot - 1];
	uint32_t	node;

	if ((d->tokens[dot].flags & VN_AFTER_BLANK) || before->kind != VN_WORD || d->tokens[dot].length > 1)
		return false;
	if (before->length == 1)
		return (before->flags & VN_CAPITAL) != 0;	/* an initial */
	node = before->symbol == 0 ? 0 : vn_phrases_trie.first[before->symbol];
	return node != 0 && before->length <= 5 && vn_trie_next(&vn_phrases_trie, node, d->tokens[dot].symbol) != 0;
}

/*
 * Does a sentence end with the mark at "at"? "next" is the first token behind the mark and the quotation marks and
 * brackets that close behind it.
 */
static bool
ends_sentence(const vn_document *d, uint32_t at, uint32_t next)
{
	const vn_token *mark = &d->tokens[at];
	const vn_token *after = &d->tokens[next];
	bool		dot = vn_is_punctuation(d, at, '.') && mark->length == 1;

	if (dot && is_abbreviation_dot(d, at))
		return false;
	if (after->flags & VN_AFTER_BLANK)
	{
		if (after->kind == VN_WORD || after->kind == VN_ALNUM)
			return (after->flags & VN_CAPITAL) != 0;
		return after->kind != VN_PUNCTUATION || vn_is_punctuation(d, next, '"') || vn_is_punctuation(d, next, '(') ||
			vn_is_punctuation(d, next, '-');
	}

	/* sentences that a crawler joined: a small word, the mark, a capital */
	return after->kind == VN_WORD && (after->flags & (VN_CAPITAL | VN_UPPER)) == VN_CAPITAL && after->length > 1 &&
		d->tokens[at - 1].kind == VN_WORD && !(d->tokens[at - 1].flags & VN_UPPER) && d->tokens[at - 1].length > 1;
}

/* May the token be the number of an item: 1 1.2 IV a? */
static bool
is_number(const vn_document *d, uint32_t token)
{
	const vn_token *t = &d->tokens[token];

	return t->length <= 5 && (t->kind == VN_NUMBER ||
							  (t->kind == VN_WORD && (t->length == 1 || (t->flags & (VN_UPPER | VN_MARKED | VN_ODD)) == VN_UPPER)));
}

static bool
read_paragraph(builder *b, uint32_t first, uint32_t end)
{
	vn_document *d = b->document;
	uint32_t	start = first;
	uint32_t	first_sentence = d->sentence_count;

	for (uint32_t at = first + 1; at + 1 < end; at++)
	{
		uint32_t	next = at + 1;
		const vn_token *token = &d->tokens[at];
		unsigned	length;
		vn_char		ch;

		vn_step(d->env, &b->steps);
		if (token->kind != VN_PUNCTUATION)
			continue;
		ch = vn_decode((const unsigned char *) d->text + token->start, (const unsigned char *) d->text + d->length, &length);
		if (ch != '.' && ch != '!' && ch != '?' && ch != ELLIPSIS)
			continue;
		if (at == start + 1 && is_number(d, start))
			continue;			/* "1. Rà soát": the mark of an item */
		if (at > start + 2 && d->tokens[at - 1].kind == VN_NUMBER && d->tokens[at - 1].length <= 2 &&
			d->tokens[at - 2].kind == VN_PUNCTUATION && (vn_is_punctuation(d, at - 2, ':') || vn_is_punctuation(d, at - 2, ';')) &&
			(d->tokens[next].flags & (VN_CAPITAL | VN_AFTER_BLANK)) == (VN_CAPITAL | VN_AFTER_BLANK))
		{
			/* the same behind a lead-in, where paragraphs were joined */
			if (!add_sentence(b, start, at - 1))
				return false;
			start = at - 1;
			continue;
		}
		while (next < end && is_closing(d, next) && !(d->tokens[next].flags & VN_AFTER_BLANK))
			next++;

		/* a dash behind a quotation leads to who said it */
		if (next < end && !(vn_is_punctuation(d, next, '-') && vn_is_punctuation(d, next - 1, '"')) &&
			ends_sentence(d, at, next))
		{
			if (!add_sentence(b, start, next))
				return false;
			start = next;
			at = next - 1;
		}
	}
	if (!add_sentence(b, start, end))
		return false;
	if (!vn_reserve(d->env, (void **) &d->paragraphs, d->paragraph_count, &b->paragraph_room, sizeof(vn_paragraph)))
		return false;
	d->paragraphs[d->paragraph_count++] = (vn_paragraph) {
		.first = first, .end = end, .first_sentence = first_sentence, .end_sentence = d->sentence_count
	};
	return true;
}

vn_status
vn_read_sentences(vn_document *document)
{
	builder		b = {.document = document};
	uint32_t	first = 0;

	while (first < document->token_count)
	{
		uint32_t	end = first + 1;

		vn_step(document->env, &b.steps);
		while (end < document->token_count && !(document->tokens[end].flags & VN_AFTER_BREAK))
		{
			vn_step(document->env, &b.steps);
			end++;
		}
		if (!read_paragraph(&b, first, end))
			return VN_NO_MEMORY;
		first = end;
	}
	return VN_OK;
}
