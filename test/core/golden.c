/*
 * golden.c
 *		See golden.h. An aspect of a text is printed in one line, and the line compared.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "extract/article.h"
#include "golden.h"
#include "text/normal.h"

static const char *const token_kinds[VN_KINDS] = {
	[VN_WORD] = "",[VN_ALNUM] = "alnum:",[VN_NUMBER] = "number:",[VN_DATE] = "date:",[VN_DOCUMENT_NUMBER] = "document:",
	[VN_EMAIL] = "email:",[VN_URL] = "url:",[VN_HOST] = "host:",[VN_PUNCTUATION] = "",[VN_SYMBOL] = "symbol:"
};

static const char *const word_kinds[VN_WORD_KINDS] = {
	[VN_WORD_PLAIN] = "",[VN_WORD_NAME] = "name:",[VN_WORD_NUMBER] = "number:",[VN_WORD_DATE] = "date:",
	[VN_WORD_DOCUMENT_NUMBER] = "document:",[VN_WORD_ABBREVIATION] = "abbreviation:",[VN_WORD_ADDRESS] = "address:",
	[VN_WORD_FOREIGN] = "foreign:",[VN_WORD_PUNCTUATION] = "",[VN_WORD_SYMBOL] = "symbol:"
};

static const char *const markers[] = {"none", "ordinal", "number", "roman", "letter", "dash"};

static void
append_escaped(vn_buffer *out, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
	{
		char		code[8];

		if (bytes[i] == '\n')
			vn_append_string(out, "\\n");
		else if (bytes[i] == '\\')
			vn_append_string(out, "\\\\");
		else if ((unsigned char) bytes[i] < ' ')
		{
			snprintf(code, sizeof(code), "\\x%02x", (unsigned) (unsigned char) bytes[i]);
			vn_append_string(out, code);
		}
		else
			vn_append(out, bytes + i, 1);
	}
}

static void
append_span(vn_buffer *out, const vn_document *d, uint32_t first, uint32_t end)
{
	append_escaped(out, d->text + vn_span_start(d, first), vn_span_end(d, end) - vn_span_start(d, first));
}

/* Separate the items of a line. */
static void
separate(vn_buffer *out, const char *separator)
{
	if (out->length > 0)
		vn_append_string(out, separator);
}

static void
append_cell(vn_buffer *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	if (out->length > 0 && out->data[out->length - 1] != '|')
		vn_append_string(out, ";");
	separate(out, " ");
	vn_append_string(out, name);
	vn_append_string(out, "=");
	vn_append_string(out, value);
}

static void
append_number(vn_buffer *out, const char *name, int value)
{
	char		digits[16];

	snprintf(digits, sizeof(digits), "%d", value);
	append_cell(out, name, digits);
}

static void
append_rows(vn_buffer *out, vn_article *a, const char *aspect)
{
	if (strcmp(aspect, "officials") == 0 && vn_read_officials(a) == VN_OK)
		for (uint32_t i = 0; i < a->official_count; i++)
		{
			const vn_official *row = &a->officials[i];

			separate(out, " |");
			append_cell(out, "name", row->name);
			append_cell(out, "title", row->title);
			append_cell(out, "organization", row->organization);
			append_cell(out, "status", row->status);
			append_cell(out, "honorific", row->honorific);
			append_number(out, "mentions", row->mentions);
		}
	if (strcmp(aspect, "directives") == 0 && vn_read_directives(a) == VN_OK)
		for (uint32_t i = 0; i < a->directive_count; i++)
		{
			const vn_directive *row = &a->directives[i];

			separate(out, " |");
			append_cell(out, "kind", row->kind);
			append_cell(out, "issuer", row->issuer);
			append_cell(out, "issuer_title", row->issuer_title);
			append_cell(out, "issuer_organization", row->issuer_organization);
			append_cell(out, "addressee", row->addressee);
			if (row->list_no > 0)
				append_number(out, "list_no", row->list_no);
			if (row->ordinal > 0)
				append_number(out, "ordinal", row->ordinal);
			append_cell(out, "label", row->label);
			append_cell(out, "content", row->content);
		}
	if (strcmp(aspect, "awards") == 0 && vn_read_awards(a) == VN_OK)
		for (uint32_t i = 0; i < a->award_count; i++)
		{
			const vn_award *row = &a->awards[i];

			separate(out, " |");
			append_cell(out, "award", row->award);
			append_cell(out, "award_rank", row->award_rank);
			append_cell(out, "conferred_by", row->conferred_by);
			append_cell(out, "recipient_kind", row->recipient_kind);
			if (row->recipient_count >= 0)
				append_number(out, "recipient_count", row->recipient_count);
			append_cell(out, "recipient", row->recipient);
			append_cell(out, "status", row->status);
			if (row->year > 0)
				append_number(out, "year", row->year);
		}
}

static bool
append_aspect(vn_buffer *out, vn_article *a, const char *aspect)
{
	const vn_document *d = &a->document;
	vn_buffer	text = {.env = out->env};

	if (strcmp(aspect, "tokens") == 0)
		for (uint32_t i = 0; i < d->token_count; i++)
		{
			separate(out, " ");
			vn_append_string(out, token_kinds[d->tokens[i].kind]);
			append_span(out, d, i, i + 1);
		}
	else if (strcmp(aspect, "words") == 0)
		for (uint32_t i = 0; i < d->word_count; i++)
		{
			separate(out, " ");
			vn_append_string(out, word_kinds[d->words[i].kind]);
			for (uint32_t t = d->words[i].first; t < d->words[i].end; t++)
			{
				if (t > d->words[i].first && (d->tokens[t].flags & VN_AFTER_BLANK))
					vn_append_string(out, "_");
				append_span(out, d, t, t + 1);
			}
		}
	else if (strcmp(aspect, "sentences") == 0)
		for (uint32_t i = 0; i < d->sentence_count; i++)
		{
			separate(out, d->sentences[i].first == d->paragraphs[d->sentences[i].paragraph].first ? " || " : " | ");
			append_span(out, d, d->sentences[i].first, d->sentences[i].end);
		}
	else if (strcmp(aspect, "markers") == 0)
		for (uint32_t i = 0; i < d->sentence_count; i++)
		{
			const vn_sentence *s = &d->sentences[i];
			char		ordinal[32];

			if (s->marker == VN_MARKER_NONE)
				continue;
			separate(out, " | ");
			snprintf(ordinal, sizeof(ordinal), "%s %d: ", markers[s->marker], s->ordinal);
			vn_append_string(out, ordinal);
			if (s->content < s->end)
				append_span(out, d, s->content, s->end);
		}
	else if (strcmp(aspect, "quotes") == 0)
		for (uint32_t i = 0; i < d->quote_count; i++)
		{
			const vn_quote *q = &d->quotes[i];
			char		depth[16];

			separate(out, " | ");
			snprintf(depth, sizeof(depth), "%d: ", q->depth);
			vn_append_string(out, depth);
			append_span(out, d, q->open, q->closed ? q->close + 1 : q->close);
			if (!q->closed)
				vn_append_string(out, " (open)");
		}
	else if (strcmp(aspect, "normalize") == 0)
		vn_normalize(&text, d->text, d->length);
	else if (strcmp(aspect, "lower") == 0)
		vn_lower(&text, d->text, d->length);
	else if (strcmp(aspect, "fold") == 0)
		vn_fold(&text, d->text, d->length);
	else if (strcmp(aspect, "officials") == 0 || strcmp(aspect, "directives") == 0 || strcmp(aspect, "awards") == 0)
		append_rows(out, a, aspect);
	else
		return false;
	append_escaped(out, text.data == NULL ? "" : text.data, text.length);
	vn_release(out->env, text.data);
	return true;
}

/* Resolve \n, \r, \t, \\ and \xHH in place. */
static size_t
unescape(char *string)
{
	char	   *out = string;

	for (const char *p = string; *p != '\0'; p++)
	{
		if (*p != '\\' || p[1] == '\0')
		{
			*out++ = *p;
			continue;
		}
		switch (*++p)
		{
			case 'n':
				*out++ = '\n';
				break;
			case 'r':
				*out++ = '\r';
				break;
			case 't':
				*out++ = '\t';
				break;
			case 'x':
				{
					char		digits[3] = {p[1], p[1] == '\0' ? '\0' : p[2], '\0'};

					*out++ = (char) strtol(digits, NULL, 16);
					p += strlen(digits);
					break;
				}
			default:
				*out++ = *p;
		}
	}
	return (size_t) (out - string);
}

void
golden_tests(const char *file_name, char *content, bool write)
{
	test_memory memory;
	vn_article	article;
	test_text	text = {NULL, 0};
	int			line_number = 0;

	test_memory_start(&memory);
	for (char *line = content, *next; *line != '\0'; line = next)
	{
		char	   *colon;

		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		line_number++;
		if (write && (*line == '>' || *line == '#' || *line == '\0'))
			printf("%s\n", line);
		if (*line == '#' || *line == '\0')
			continue;
		if (strncmp(line, "> ", 2) == 0)
		{
			if (text.bytes != NULL)
			{
				vn_article_release(&article);
				free(text.bytes);
			}
			text = copy_text(line + 2, unescape(line + 2));
			if (!write)
			{
				check_text(text.bytes, text.length);
				reference_check(text.bytes, text.length);
				check_allocation_failures(text.bytes, text.length);
				test_done("%s:%d: invariants", file_name, line_number);
			}
			if (vn_article_read(&article, &memory.env, NULL, text.bytes, text.length) != VN_OK ||
				vn_document_words(&article.document) != VN_OK)
				abort();
			continue;
		}
		colon = strchr(line, ':');
		if (colon != NULL && text.bytes != NULL)
		{
			vn_buffer	found = {.env = &memory.env};
			const char *expected = colon[1] == ' ' ? colon + 2 : colon + 1;

			*colon = '\0';
			if (append_aspect(&found, &article, line))
			{
				if (write)
					printf("%s:%s%.*s\n", line, found.length > 0 ? " " : "", (int) found.length, found.data);
				else
				{
					CHECK(strlen(expected) == found.length && memcmp(found.data == NULL ? "" : found.data, expected, found.length) == 0,
						  "found    %.*s\n# expected %s", (int) found.length, found.data, expected);
					test_done("%s:%d: %s", file_name, line_number, line);
				}
				vn_release(&memory.env, found.data);
				continue;
			}
		}
		CHECK(false, "what is this line?");
		test_done("%s:%d", file_name, line_number);
	}
	if (text.bytes != NULL)
	{
		vn_article_release(&article);
		free(text.bytes);
	}
}
