/*
 * extract.c
 *		vn_officials(), vn_directives(), vn_awards(): rows of the core as tuples.
 */
#include "postgres.h"

#include "funcapi.h"
#include "utils/builtins.h"

#include "pg/glue.h"

PG_FUNCTION_INFO_V1(vn_officials);
PG_FUNCTION_INFO_V1(vn_directives);
PG_FUNCTION_INFO_V1(vn_awards);

#define MAX_COLUMNS 16

/* A tuple in the making: columns are added from left to right. */
typedef struct tuple_writer
{
	vn_char_counter counter;
	Datum		values[MAX_COLUMNS];
	bool		isnull[MAX_COLUMNS];
	int			columns;
} tuple_writer;

static void
add_text(tuple_writer *writer, const char *string)
{
	writer->values[writer->columns] = vn_text_or_null(string, &writer->isnull[writer->columns]);
	writer->columns++;
}

static void
add_int(tuple_writer *writer, int value, bool isnull)
{
	writer->values[writer->columns] = Int32GetDatum(value);
	writer->isnull[writer->columns] = isnull;
	writer->columns++;
}

/* start_char and char_count from bytes. */
static void
add_span(tuple_writer *writer, uint32_t start, uint32_t length)
{
	int			before = vn_characters_before(&writer->counter, start);

	add_int(writer, before + 1, false);
	add_int(writer, vn_characters_before(&writer->counter, (size_t) start + length) - before, false);
}

/* Reads the rows of an article, unless that was done. */
typedef vn_status (*row_reader) (vn_article *article);

/* Writes the i-th row; false behind the last one. */
typedef bool (*row_writer) (tuple_writer *writer, const vn_article *article, uint32_t i);

static Datum
extract(FunctionCallInfo fcinfo, row_reader read_rows, row_writer write_row)
{
	vn_article *article = vn_take_article(PG_GETARG_TEXT_PP(0), vn_vocabulary_argument(fcinfo, 1));
	vn_rows    *rows = vn_rows_begin(fcinfo);
	tuple_writer writer = {.counter.text = article->document.text};

	vn_check(read_rows(article));
	for (uint32_t i = 0; write_row(&writer, article, i); i++)
	{
		vn_rows_add(rows, writer.values, writer.isnull);
		writer.columns = 0;
	}
	vn_keep_article(article);
	return vn_rows_end(rows);
}

static bool
write_official(tuple_writer *writer, const vn_article *article, uint32_t i)
{
	const vn_official *row = &article->officials[i];

	if (i == article->official_count)
		return false;
	add_text(writer, row->name);
	add_text(writer, row->title);
	add_text(writer, row->organization);
	add_text(writer, row->status);
	add_text(writer, row->honorific);
	add_int(writer, row->mentions, false);
	add_span(writer, row->start, row->length);
	add_text(writer, row->rule);
	return true;
}

static bool
write_directive(tuple_writer *writer, const vn_article *article, uint32_t i)
{
	const vn_directive *row = &article->directives[i];

	if (i == article->directive_count)
		return false;
	add_text(writer, row->kind);
	add_text(writer, row->issuer);
	add_text(writer, row->issuer_title);
	add_text(writer, row->issuer_organization);
	add_text(writer, row->addressee);
	add_int(writer, row->list_no, row->list_no == 0);
	add_int(writer, row->ordinal, row->ordinal == 0);
	add_text(writer, row->label);
	add_text(writer, row->content);
	add_span(writer, row->start, row->length);
	add_text(writer, row->rule);
	return true;
}

static bool
write_award(tuple_writer *writer, const vn_article *article, uint32_t i)
{
	const vn_award *row = &article->awards[i];

	if (i == article->award_count)
		return false;
	add_text(writer, row->award);
	add_text(writer, row->award_rank);
	add_text(writer, row->conferred_by);
	add_text(writer, row->recipient_kind);
	add_int(writer, row->recipient_count, row->recipient_count < 0);
	add_text(writer, row->recipient);
	add_text(writer, row->status);
	add_int(writer, row->year, row->year == 0);
	add_span(writer, row->start, row->length);
	add_text(writer, row->rule);
	return true;
}

Datum
vn_officials(PG_FUNCTION_ARGS)
{
	return extract(fcinfo, vn_read_officials, write_official);
}

Datum
vn_directives(PG_FUNCTION_ARGS)
{
	return extract(fcinfo, vn_read_directives, write_directive);
}

Datum
vn_awards(PG_FUNCTION_ARGS)
{
	return extract(fcinfo, vn_read_awards, write_award);
}
