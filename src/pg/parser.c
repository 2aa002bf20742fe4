/*
 * parser.c
 *		The text search parser: vn_cut() as PostgreSQL asks for tokens.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "tsearch/ts_public.h"

#include "pg/glue.h"
#include "search/search.h"

PG_FUNCTION_INFO_V1(vn_parser_start);
PG_FUNCTION_INFO_V1(vn_parser_token);
PG_FUNCTION_INFO_V1(vn_parser_end);
PG_FUNCTION_INFO_V1(vn_parser_types);

/* Kept in the order of the numbers, which test/regress freezes. */
static const LexDescr token_types[] = {
	{VN_SEARCH_ASCIIWORD, "asciiword", "Word of ASCII letters that is no Vietnamese syllable"},
	{VN_SEARCH_WORD, "word", "Syllable, or word with letters beyond ASCII"},
	{VN_SEARCH_NUMWORD, "numword", "Word of letters and digits"},
	{VN_SEARCH_EMAIL, "email", "Email address"},
	{VN_SEARCH_HOST, "host", "Host"},
	{VN_SEARCH_BLANK, "blank", "Blanks, punctuation and symbols"},
	{VN_SEARCH_FLOAT, "float", "Decimal number"},
	{VN_SEARCH_UINT, "uint", "Whole number"},
	{VN_SEARCH_URL, "url", "URL"},
	{VN_SEARCH_COMPOUND, "compound", "Word of several syllables"},
	{VN_SEARCH_DOCUMENT, "document", "Number of a document"},
	{VN_SEARCH_DATE, "date", "Date in digits"},
	{VN_SEARCH_PERCENT, "percent", "Percentage"},
	{VN_SEARCH_MONEY, "money", "Amount of money"},
	{VN_SEARCH_RATIO, "ratio", "Ratio, or other group of digits"},
};

Datum
vn_parser_start(PG_FUNCTION_ARGS)
{
	const char *text = (const char *) PG_GETARG_POINTER(0);
	int32		length = PG_GETARG_INT32(1);
	vn_cutter  *cutter = palloc(sizeof(vn_cutter));

	vn_check_encoding();
	vn_cut_start(cutter, text, (size_t) length);
	PG_RETURN_POINTER(cutter);
}

Datum
vn_parser_token(PG_FUNCTION_ARGS)
{
	vn_cutter  *cutter = (vn_cutter *) PG_GETARG_POINTER(0);
	const char **start = (const char **) PG_GETARG_POINTER(1);
	int		   *length = (int *) PG_GETARG_POINTER(2);
	vn_search_token token;

	CHECK_FOR_INTERRUPTS();
	if (!vn_cut(cutter, &token))
		PG_RETURN_INT32(0);
	*start = (const char *) cutter->scanner.text + token.start;
	*length = (int) token.length;
	PG_RETURN_INT32(token.type);
}

Datum
vn_parser_end(PG_FUNCTION_ARGS)
{
	pfree(PG_GETARG_POINTER(0));
	PG_RETURN_VOID();
}

Datum
vn_parser_types(PG_FUNCTION_ARGS)
{
	LexDescr   *types = palloc0((lengthof(token_types) + 1) * sizeof(LexDescr));

	for (size_t i = 0; i < lengthof(token_types); i++)
	{
		types[i].lexid = token_types[i].lexid;
		types[i].alias = pstrdup(token_types[i].alias);
		types[i].descr = pstrdup(token_types[i].descr);
	}
	PG_RETURN_POINTER(types);
}
