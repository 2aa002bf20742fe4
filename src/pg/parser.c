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
PG_FUNCTION_INFO_V1(vn_clause_parser_start);
PG_FUNCTION_INFO_V1(vn_parser_token);
PG_FUNCTION_INFO_V1(vn_parser_end);
PG_FUNCTION_INFO_V1(vn_parser_types);
PG_FUNCTION_INFO_V1(vn_clause_parser_types);

/* Each parser has but one of those that stand for words in a row. */
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
	{VN_SEARCH_CLAUSE, "clause", "Words in a row"},
};

static Datum
start(FunctionCallInfo fcinfo, bool clauses)
{
	const char *text = (const char *) PG_GETARG_POINTER(0);
	int32		length = PG_GETARG_INT32(1);
	vn_cutter  *cutter = palloc(sizeof(vn_cutter));

	vn_check_encoding();
	vn_cut_start(cutter, text, (size_t) length, clauses);
	PG_RETURN_POINTER(cutter);
}

Datum
vn_parser_start(PG_FUNCTION_ARGS)
{
	return start(fcinfo, false);
}

Datum
vn_clause_parser_start(PG_FUNCTION_ARGS)
{
	return start(fcinfo, true);
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

static Datum
types_without(int missing)
{
	LexDescr   *types = palloc0((lengthof(token_types) + 1) * sizeof(LexDescr));
	int			count = 0;

	for (size_t i = 0; i < lengthof(token_types); i++)
	{
		if (token_types[i].lexid == missing)
			continue;
		types[count].lexid = token_types[i].lexid;
		types[count].alias = pstrdup(token_types[i].alias);
		types[count++].descr = pstrdup(token_types[i].descr);
	}
	PG_RETURN_POINTER(types);
}

Datum
vn_parser_types(PG_FUNCTION_ARGS)
{
	return types_without(VN_SEARCH_CLAUSE);
}

Datum
vn_clause_parser_types(PG_FUNCTION_ARGS)
{
	return types_without(VN_SEARCH_COMPOUND);
}
