/*
 * invariants.c
 *		What must hold for every text, however bad.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "document/document.h"
#include "extract/article.h"
#include "text/letters.h"
#include "text/normal.h"

/* Longer clusters of combining marks are outside of Unicode's stream-safe text (UAX 15), and cut here as there. */
#define MAX_MARKS 30

/* Where a token may be cut at its greatest length, Unicode forms of a text differ in tokens. */
#define NEARLY_CUT 600

/* ------------------------------------------------------------- documents */

static void
check_gap(const vn_document *d, size_t from, size_t to, const vn_token *token)
{
	const unsigned char *p = (const unsigned char *) d->text + from;
	const unsigned char *end = (const unsigned char *) d->text + to;
	bool		blank = from == 0;

	while (p < end)
	{
		unsigned	length;
		vn_class	class = vn_class_of(vn_decode(p, end, &length));

		CHECK(class == VN_CLASS_BLANK || class == VN_CLASS_NEWLINE || class == VN_CLASS_IGNORABLE,
			  "a character of class %d at byte %zu is in no token", class, (size_t) (p - (const unsigned char *) d->text));
		blank |= class != VN_CLASS_IGNORABLE;
		p += length;
	}
	if (token != NULL)
		CHECK(blank == ((token->flags & VN_AFTER_BLANK) != 0), "flag of a blank before byte %zu", to);
}

static void
check_tokens(const vn_document *d)
{
	size_t		at = 0;

	for (uint32_t i = 0; i < d->token_count; i++)
	{
		const vn_token *t = &d->tokens[i];

		CHECK(t->start >= at, "token %u begins at byte %u, before the last one ended", i, t->start);
		CHECK(t->length > 0 && t->length <= VN_MAX_TOKEN, "token %u has %u bytes", i, t->length);
		CHECK((size_t) t->start + t->length <= d->length, "token %u ends behind the text", i);
		CHECK(t->kind >= VN_WORD && t->kind < VN_KINDS, "token %u is of kind %u", i, t->kind);
		CHECK(!(t->flags & VN_AFTER_EMPTY) || (t->flags & VN_AFTER_BREAK), "flags of token %u", i);
		CHECK(!(t->flags & VN_AFTER_BREAK) || (t->flags & VN_AFTER_BLANK), "flags of token %u", i);
		CHECK(i > 0 || (t->flags & VN_AFTER_EMPTY), "flags of the first token");
		check_gap(d, at, t->start, t);
		at = (size_t) t->start + t->length;
	}
	check_gap(d, at, d->length, NULL);
}

static void
check_structure(const vn_document *d)
{
	uint32_t	token = 0;
	uint32_t	sentence = 0;

	for (uint32_t p = 0; p < d->paragraph_count; p++)
	{
		const vn_paragraph *paragraph = &d->paragraphs[p];

		CHECK(paragraph->first == token && paragraph->end > token, "paragraph %u", p);
		CHECK(paragraph->first_sentence == sentence && paragraph->end_sentence > sentence, "sentences of paragraph %u", p);
		for (; sentence < paragraph->end_sentence && sentence < d->sentence_count; sentence++)
		{
			const vn_sentence *s = &d->sentences[sentence];

			CHECK(s->first == token && s->end > token, "sentence %u", sentence);
			CHECK(s->paragraph == p, "sentence %u is of paragraph %u", sentence, s->paragraph);
			CHECK(s->content >= s->first && s->content <= s->end, "content of sentence %u", sentence);
			CHECK(s->marker != VN_MARKER_NONE || (s->content == s->first && s->ordinal == 0), "marker of sentence %u", sentence);
			token = s->end;
		}
		CHECK(token == paragraph->end, "paragraph %u ends within a sentence", p);
	}
	CHECK(token == d->token_count && sentence == d->sentence_count, "paragraphs do not cover the text");

	for (uint32_t i = 0; i < d->quote_count; i++)
	{
		const vn_quote *q = &d->quotes[i];

		CHECK(i == 0 || q->open > d->quotes[i - 1].open, "quotation %u is out of order", i);
		CHECK(q->close > q->open && q->close <= d->token_count, "quotation %u ends before it begins", i);
		CHECK(!q->closed || q->close < d->token_count, "quotation %u is closed by nothing", i);
		for (uint32_t j = i; j > 0 && j + 4 > i; j--)
		{
			const vn_quote *before = &d->quotes[j - 1];

			CHECK(q->open >= before->close || (q->close <= before->close && q->depth > before->depth),
				  "quotations %u and %u overlap", j - 1, i);
		}
	}

	token = 0;
	sentence = 0;
	for (uint32_t i = 0; i < d->word_count; i++)
	{
		const vn_word *w = &d->words[i];

		CHECK(w->first == token && w->end > token, "word %u", i);
		CHECK(w->kind >= VN_WORD_PLAIN && w->kind < VN_WORD_KINDS, "word %u is of kind %u", i, w->kind);
		while (sentence < d->sentence_count && d->sentences[sentence].end <= token)
			sentence++;
		CHECK(sentence < d->sentence_count && w->end <= d->sentences[sentence].end, "word %u crosses sentences", i);
		token = w->end;
	}
	CHECK(token == d->token_count, "words do not cover the text");
}

/* Scanning is the same from every token on: nothing looks back. */
static void
check_rescan(const vn_document *d)
{
	for (uint32_t i = 0; i < d->token_count && i < 200; i++)
	{
		const vn_token *t = &d->tokens[i];
		size_t		rest = d->length - t->start;
		test_text	text = copy_text(d->text + t->start, rest < VN_MAX_TOKEN + 8 ? rest : VN_MAX_TOKEN + 8);
		vn_scanner	scanner;
		vn_scanned	scanned;

		vn_scan_start(&scanner, text.bytes, text.length);
		CHECK(vn_scan(&scanner, &scanned) && scanned.start == 0 && scanned.length == t->length && scanned.kind == t->kind &&
			  (uint32_t) (vn_mix(scanned.key) >> 16) == t->hash, "token %u is another one when read alone", i);
		free(text.bytes);
	}
}

/* ----------------------------------------------------------------- rows */

static void
check_rows(vn_article *a)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < a->official_count; i++)
	{
		const vn_official *row = &a->officials[i];

		CHECK((size_t) row->start + row->length <= a->document.length && row->length > 0, "span of official %u", i);
		CHECK(row->start >= last, "order of official %u", i);
		CHECK(row->name != NULL && row->name[0] != '\0' && row->status != NULL && row->rule != NULL, "official %u", i);
		CHECK(row->mentions >= 1, "mentions of official %u", i);
		last = row->start;
	}
	last = 0;
	for (uint32_t i = 0; i < a->directive_count; i++)
	{
		const vn_directive *row = &a->directives[i];

		CHECK((size_t) row->start + row->length <= a->document.length && row->length > 0, "span of directive %u", i);
		CHECK(row->start >= last, "order of directive %u", i);
		CHECK(row->kind != NULL && row->content != NULL && row->rule != NULL, "directive %u", i);
		last = row->start;
	}
	last = 0;
	for (uint32_t i = 0; i < a->award_count; i++)
	{
		const vn_award *row = &a->awards[i];

		CHECK((size_t) row->start + row->length <= a->document.length && row->length > 0, "span of award %u", i);
		CHECK(row->start >= last, "order of award %u", i);
		CHECK(row->award != NULL && row->status != NULL && row->rule != NULL, "award %u", i);
		last = row->start;
	}
}

static vn_status
read_all(vn_article *article, const vn_env *env, const vn_vocabulary *vocabulary, const char *bytes, size_t length)
{
	vn_status	status = vn_article_read(article, env, vocabulary, bytes, length);

	if (status == VN_OK)
		status = vn_document_words(&article->document);
	if (status == VN_OK)
		status = vn_read_officials(article);
	if (status == VN_OK)
		status = vn_read_directives(article);
	if (status == VN_OK)
		status = vn_read_awards(article);
	return status;
}

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The same text in two Unicode forms is the same document. */
static void
compare_articles(const vn_article *a, const vn_article *b, const char *form)
{
	const vn_document *d = &a->document;
	const vn_document *e = &b->document;

	for (uint32_t i = 0; i < d->token_count; i++)
		if (d->tokens[i].length > NEARLY_CUT)
			return;
	CHECK(d->token_count == e->token_count, "%u tokens, %u in %s", d->token_count, e->token_count, form);
	for (uint32_t i = 0; i < d->token_count && i < e->token_count; i++)
	{
		const vn_token *t = &d->tokens[i];
		const vn_token *u = &e->tokens[i];

		CHECK(t->kind == u->kind && t->flags == u->flags && t->symbol == u->symbol && t->fold == u->fold && t->hash == u->hash,
			  "token %u (byte %u, kind %u, flags %x) is another one in %s (kind %u, flags %x)", i, t->start, t->kind, t->flags,
			  form, u->kind, u->flags);
	}
	CHECK(d->sentence_count == e->sentence_count && d->paragraph_count == e->paragraph_count &&
		  d->quote_count == e->quote_count, "sentences, paragraphs or quotations differ in %s", form);
	CHECK(d->word_count == e->word_count, "%u words, %u in %s", d->word_count, e->word_count, form);
	for (uint32_t i = 0; i < d->word_count && i < e->word_count; i++)
		CHECK(memcmp(&d->words[i].first, &e->words[i].first, 2 * sizeof(uint32_t)) == 0 && d->words[i].kind == e->words[i].kind,
			  "word %u is another one in %s", i, form);
	CHECK(a->official_count == b->official_count && a->directive_count == b->directive_count &&
		  a->award_count == b->award_count, "number of rows differs in %s", form);
	for (uint32_t i = 0; i < a->official_count && i < b->official_count; i++)
		CHECK(same(a->officials[i].name, b->officials[i].name) && same(a->officials[i].title, b->officials[i].title) &&
			  same(a->officials[i].organization, b->officials[i].organization), "official %u differs in %s", i, form);
	for (uint32_t i = 0; i < a->directive_count && i < b->directive_count; i++)
		CHECK(same(a->directives[i].content, b->directives[i].content) && same(a->directives[i].issuer, b->directives[i].issuer) &&
			  same(a->directives[i].label, b->directives[i].label), "directive %u differs in %s", i, form);
	for (uint32_t i = 0; i < a->award_count && i < b->award_count; i++)
		CHECK(same(a->awards[i].award, b->awards[i].award) && same(a->awards[i].recipient, b->awards[i].recipient) &&
			  a->awards[i].recipient_count == b->awards[i].recipient_count, "award %u differs in %s", i, form);
}

/* ------------------------------------------------------------- spellings */

typedef void (*rewriter) (vn_buffer *out, const char *text, size_t length);

static test_text
rewritten(rewriter rewriter, const char *bytes, size_t length)
{
	test_memory memory;
	vn_buffer	buffer = {.env = &memory.env};
	test_text	text;

	test_memory_start(&memory);
	rewriter(&buffer, bytes, length);
	CHECK(!buffer.failed, "a buffer failed");
	text = copy_text(buffer.data == NULL ? "" : buffer.data, buffer.length);
	vn_release(&memory.env, buffer.data);
	CHECK(memory.blocks == 0, "a rewriter keeps %ld blocks", memory.blocks);
	return text;
}

static void
check_same_text(test_text a, test_text b, const char *what)
{
	CHECK(a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0, "%s: \"%.*s\" and \"%.*s\"", what,
		  (int) a.length, a.bytes, (int) b.length, b.bytes);
}

static bool
too_many_marks(const char *bytes, size_t length)
{
	const unsigned char *p = (const unsigned char *) bytes;
	const unsigned char *end = p + length;
	int			marks = 0;

	while (p < end)
	{
		unsigned	step;
		vn_char		ch = vn_decode(p, end, &step);

		/* everything that may combine, Hangul jamo included */
		marks = ch >= 0x300 && vn_class_of(ch) == VN_CLASS_MARK ? marks + 1 : ch >= 0x1100 && ch < 0x1200 ? marks + 1 : 0;
		if (marks >= MAX_MARKS - 8)
			return true;
		p += step;
	}
	return false;
}

static void
check_spellings(const char *bytes, size_t length, const test_text *composed, const test_text *decomposed)
{
	static const struct
	{
		rewriter	rewriter;
		const char *name;
	}			kinds[] = {{vn_normalize, "normalize"}, {vn_lower, "lower"}, {vn_fold, "fold"}};
	test_text	folded = rewritten(vn_fold, bytes, length);

	for (int i = 0; i < 3; i++)
	{
		test_text	once = rewritten(kinds[i].rewriter, bytes, length);
		test_text	twice = rewritten(kinds[i].rewriter, once.bytes, once.length);
		test_text	both = rewritten(vn_fold, once.bytes, once.length);

		check_same_text(once, twice, kinds[i].name);
		check_same_text(folded, both, "fold after another spelling");
		free(twice.bytes);
		free(both.bytes);
		if (composed != NULL)
		{
			test_text	other = rewritten(kinds[i].rewriter, composed->bytes, composed->length);
			test_text	form;

			check_same_text(once, other, "NFC");
			free(other.bytes);
			other = rewritten(kinds[i].rewriter, decomposed->bytes, decomposed->length);
			check_same_text(once, other, "NFD");
			free(other.bytes);
			CHECK(transform_text(once.bytes, once.length, true, &form), "%s gives no UTF-8", kinds[i].name);
			check_same_text(once, form, "not in NFC");
			free(form.bytes);
		}
		free(once.bytes);
	}
	free(folded.bytes);
}

/* Words and codes have the same keys in capitals. */
static void
check_capitals(const vn_document *d)
{
	for (uint32_t i = 0; i < d->token_count; i++)
	{
		const vn_token *t = &d->tokens[i];
		char		upper[VN_MAX_TOKEN * 2];
		size_t		length = 0;
		vn_scanner	scanner;
		vn_scanned	scanned;
		const unsigned char *p = (const unsigned char *) d->text + t->start;
		const unsigned char *end = p + t->length;

		if ((t->kind != VN_WORD && t->kind != VN_ALNUM && t->kind != VN_DOCUMENT_NUMBER) || t->length > NEARLY_CUT)
			continue;
		while (p < end)
		{
			unsigned	step;
			vn_char		ch = vn_decode(p, end, &step);
			vn_letter	letter = vn_letter_of(ch);

			if (letter.letter != 0)
				ch = vn_compose(letter.letter, letter.tone, true);
			if (ch == VN_BAD_CHAR)
				break;
			length += vn_encode(ch, (unsigned char *) upper + length);
			p += step;
		}
		if (p < end)
			continue;
		vn_scan_start(&scanner, upper, length);
		CHECK(vn_scan(&scanner, &scanned) && scanned.length == length && scanned.kind == t->kind &&
			  (uint32_t) (vn_mix(scanned.key) >> 16) == t->hash, "\"%.*s\" is another token in capitals (%d, %d)", t->length,
			  d->text + t->start, t->kind, scanned.kind);
	}
}

/* -------------------------------------------------------------- all of it */

/* Read the text with pieces of itself as a vocabulary, and with an empty one, which changes nothing. */
static void
check_vocabulary(test_text text, const vn_article *without)
{
	for (int i = 0; i < 2; i++)
	{
		test_memory memory;
		vn_vocabulary vocabulary;
		vn_article	article;

		test_memory_start(&memory);
		CHECK(vocabulary_of_text(&vocabulary, &memory.env, text.bytes, i == 0 ? 0 : text.length) == VN_OK, "no vocabulary");
		CHECK(read_all(&article, &memory.env, &vocabulary, text.bytes, text.length) == VN_OK, "the text was not read");
		check_structure(&article.document);
		check_rows(&article);
		if (i == 0)
			compare_articles(without, &article, "an empty vocabulary");
		check_entries(&vocabulary, text.bytes, text.length);
		vn_article_release(&article);
		vn_vocabulary_release(&vocabulary);
		CHECK(memory.blocks == 0, "%ld blocks were not given back", memory.blocks);
	}
}

void
check_text(const char *bytes, size_t length)
{
	test_text	text = copy_text(bytes, length);
	test_text	forms[2] = {{0}};
	test_memory memory;
	vn_article	article;
	bool		valid = !too_many_marks(bytes, length) && transform_text(bytes, length, true, &forms[0]);

	if (valid && !transform_text(bytes, length, false, &forms[1]))
		abort();

	test_memory_start(&memory);
	CHECK(read_all(&article, &memory.env, NULL, text.bytes, length) == VN_OK, "the text was not read");
	check_tokens(&article.document);
	check_structure(&article.document);
	check_rescan(&article.document);
	check_capitals(&article.document);
	check_rows(&article);
	for (int i = 0; i < (valid ? 2 : 0); i++)
	{
		test_memory other_memory;
		vn_article	other;

		test_memory_start(&other_memory);
		CHECK(read_all(&other, &other_memory.env, NULL, forms[i].bytes, forms[i].length) == VN_OK, "a Unicode form was not read");
		compare_articles(&article, &other, i == 0 ? "NFC" : "NFD");
		vn_article_release(&other);
		CHECK(other_memory.blocks == 0, "%ld blocks were not given back", other_memory.blocks);
	}
	check_vocabulary(text, &article);
	vn_article_release(&article);
	CHECK(memory.blocks == 0, "%ld blocks were not given back", memory.blocks);
	check_spellings(text.bytes, length, valid ? &forms[0] : NULL, valid ? &forms[1] : NULL);
	check_searching(text, forms, valid ? 2 : 0);
	free(text.bytes);
	free(forms[0].bytes);
	free(forms[1].bytes);
}

static void
check_vocabulary_failure(const char *bytes, size_t length, long n)
{
	test_memory memory;
	vn_vocabulary vocabulary;
	vn_status	status;

	test_memory_start(&memory);
	memory.fail_at = n;
	status = vocabulary_of_text(&vocabulary, &memory.env, bytes, length);
	CHECK(status == (memory.requests >= n ? VN_NO_MEMORY : VN_OK), "status %d of a vocabulary when request %ld fails", status, n);
	vn_vocabulary_release(&vocabulary);
	CHECK(memory.blocks == 0, "a vocabulary keeps %ld blocks after request %ld failed", memory.blocks, n);
}

bool
check_allocation_failure(const char *bytes, size_t length, long n)
{
	static const rewriter rewriters[] = {vn_normalize, vn_lower, vn_fold};
	test_memory memory;
	vn_article	article;
	vn_status	status;
	bool		reached;

	test_memory_start(&memory);
	memory.fail_at = n;
	status = read_all(&article, &memory.env, NULL, bytes, length);
	reached = memory.requests >= n;
	CHECK(status == (reached ? VN_NO_MEMORY : VN_OK), "status %d when request %ld fails", status, n);
	vn_article_release(&article);
	CHECK(memory.blocks == 0, "%ld blocks were not given back after request %ld failed", memory.blocks, n);
	check_vocabulary_failure(bytes, length, n);
	for (int i = 0; i < 3; i++)
	{
		vn_buffer	buffer = {.env = &memory.env};

		test_memory_start(&memory);
		memory.fail_at = n;
		rewriters[i] (&buffer, bytes, length);
		CHECK(buffer.failed == (memory.requests >= n), "a failed buffer does not say so");
		vn_release(&memory.env, buffer.data);
		CHECK(memory.blocks == 0, "%ld blocks were not given back", memory.blocks);
	}
	return reached;
}

void
check_allocation_failures(const char *bytes, size_t length)
{
	for (long n = 1; check_allocation_failure(bytes, length, n); n++)
		;
}
