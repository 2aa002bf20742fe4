/*
 * text.c
 *		vn_normalize(), vn_fold(), vn_segment(), vn_words(), vn_sentences(), and what the library says of itself.
 */
#include "postgres.h"

#include <inttypes.h>

#include "funcapi.h"
#include "utils/builtins.h"

#include "pg/glue.h"
#include "text/normal.h"

PG_FUNCTION_INFO_V1(vn_normalize_text);
PG_FUNCTION_INFO_V1(vn_fold_text);
PG_FUNCTION_INFO_V1(vn_segment);
PG_FUNCTION_INFO_V1(vn_words);
PG_FUNCTION_INFO_V1(vn_sentences);
PG_FUNCTION_INFO_V1(vn_civic_version);
PG_FUNCTION_INFO_V1(vn_civic_data_version);

typedef void (*rewriter) (vn_buffer *out, const char *text, size_t length);

static Datum
rewrite(FunctionCallInfo fcinfo, rewriter rewriter)
{
	text	   *input = PG_GETARG_TEXT_PP(0);
	vn_env		env = vn_memory_env(CurrentMemoryContext);
	vn_buffer	buffer = {.env = &env};

	vn_check_encoding();
	rewriter(&buffer, VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input));
	PG_RETURN_TEXT_P(vn_buffer_text(&buffer));
}

Datum
vn_normalize_text(PG_FUNCTION_ARGS)
{
	return rewrite(fcinfo, vn_normalize);
}

Datum
vn_fold_text(PG_FUNCTION_ARGS)
{
	return rewrite(fcinfo, vn_fold);
}

/* The canonical spelling of some tokens, as a buffer's content from "from". */
static void
append_tokens(vn_buffer *buffer, const vn_document *document, uint32_t first, uint32_t end)
{
	vn_normalize(buffer, document->text + vn_span_start(document, first),
				 vn_span_end(document, end) - vn_span_start(document, first));
}

/*
 * The words of a text, blanks between them and underscores inside; sentences keep their lines.
 */
Datum
vn_segment(PG_FUNCTION_ARGS)
{
	text	   *input = PG_GETARG_TEXT_PP(0);
	vn_env		env = vn_memory_env(CurrentMemoryContext);
	vn_buffer	buffer = {.env = &env};
	const vn_user_vocabulary *vocabulary;
	vn_document document;

	vn_check_encoding();
	vocabulary = vn_vocabulary_argument(fcinfo, 1);
	vn_check(vn_document_read(&document, &env, vocabulary == NULL ? NULL : &vocabulary->entries, VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input)));
	vn_check(vn_document_words(&document));
	for (uint32_t i = 0; i < document.word_count; i++)
	{
		const vn_word *word = &document.words[i];

		if (i > 0)
			vn_append(&buffer, document.tokens[word->first].flags & VN_AFTER_BREAK ? "\n" : " ", 1);
		for (uint32_t t = word->first; t < word->end; t++)
		{
			if (t > word->first && (document.tokens[t].flags & VN_AFTER_BLANK))
				vn_append(&buffer, "_", 1);
			append_tokens(&buffer, &document, t, t + 1);
		}
	}
	PG_RETURN_TEXT_P(vn_buffer_text(&buffer));
}

static const char *const word_kinds[VN_WORD_KINDS] = {
	[VN_WORD_PLAIN] = "word",[VN_WORD_NAME] = "name",[VN_WORD_NUMBER] = "number",[VN_WORD_DATE] = "date",
	[VN_WORD_DOCUMENT_NUMBER] = "document",[VN_WORD_ABBREVIATION] = "abbreviation",[VN_WORD_ADDRESS] = "address",
	[VN_WORD_FOREIGN] = "foreign",[VN_WORD_PUNCTUATION] = "punctuation",[VN_WORD_SYMBOL] = "symbol"
};

/* A row (ordinal, text, [kind,] start_char, char_count) for some tokens. */
static void
add_row(vn_rows *rows, const vn_document *document, uint32_t first, uint32_t end, const char *kind,
		vn_char_counter *counter)
{
	Datum		values[5];
	bool		isnull[5] = {false};
	vn_buffer	buffer = {.env = document->env};
	int			column = 0;
	int			before = vn_characters_before(counter, vn_span_start(document, first));

	append_tokens(&buffer, document, first, end);
	values[column++] = Int32GetDatum(rows->count + 1);
	values[column++] = PointerGetDatum(vn_buffer_text(&buffer));
	if (kind != NULL)
		values[column++] = CStringGetTextDatum(kind);
	values[column++] = Int32GetDatum(before + 1);
	values[column++] = Int32GetDatum(vn_characters_before(counter, vn_span_end(document, end)) - before);
	vn_rows_add(rows, values, isnull);
	vn_release(document->env, buffer.data);
}

Datum
vn_words(PG_FUNCTION_ARGS)
{
	vn_article *article = vn_take_article(PG_GETARG_TEXT_PP(0), vn_vocabulary_argument(fcinfo, 1));
	vn_rows    *rows = vn_rows_begin(fcinfo);
	const vn_document *document = &article->document;
	vn_char_counter counter = {.text = document->text};

	vn_check(vn_document_words(&article->document));
	for (uint32_t i = 0; i < document->word_count; i++)
		add_row(rows, document, document->words[i].first, document->words[i].end, word_kinds[document->words[i].kind],
				&counter);
	vn_keep_article(article);
	return vn_rows_end(rows);
}

Datum
vn_sentences(PG_FUNCTION_ARGS)
{
	vn_article *article = vn_take_article(PG_GETARG_TEXT_PP(0), vn_vocabulary_argument(fcinfo, 1));
	vn_rows    *rows = vn_rows_begin(fcinfo);
	const vn_document *document = &article->document;
	vn_char_counter counter = {.text = document->text};

	for (uint32_t i = 0; i < document->sentence_count; i++)
		add_row(rows, document, document->sentences[i].first, document->sentences[i].end, NULL, &counter);
	vn_keep_article(article);
	return vn_rows_end(rows);
}

Datum
vn_civic_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(VN_CIVIC_VERSION));
}

Datum
vn_civic_data_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(psprintf(VN_CIVIC_VERSION "-%016" PRIx64, vn_data_hash)));
}
