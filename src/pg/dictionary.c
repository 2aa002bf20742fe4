/*
 * dictionary.c
 *		The text search dictionary: vn_lexemes() with the options of CREATE TEXT SEARCH DICTIONARY.
 */
#include "postgres.h"

#include "commands/defrem.h"
#include "nodes/pg_list.h"
#include "tsearch/ts_public.h"

#include "pg/glue.h"
#include "search/search.h"

PG_FUNCTION_INFO_V1(vn_dictionary_init);
PG_FUNCTION_INFO_V1(vn_dictionary_lexize);

static const char *const form_names[] = {
	[VN_FORMS_BOTH] = "both",[VN_FORMS_EXACT] = "exact",[VN_FORMS_FOLDED] = "folded",[VN_FORMS_MARKED] = "marked"
};

static vn_forms
forms_option(DefElem *option)
{
	const char *value = defGetString(option);

	for (size_t i = 0; i < lengthof(form_names); i++)
		if (pg_strcasecmp(value, form_names[i]) == 0)
			return (vn_forms) i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid value for vn_civic dictionary parameter \"%s\": \"%s\"", option->defname, value),
			 errhint("Valid values are \"both\", \"exact\", \"folded\" and \"marked\".")));
	return VN_FORMS_BOTH;
}

Datum
vn_dictionary_init(PG_FUNCTION_ARGS)
{
	List	   *options = (List *) PG_GETARG_POINTER(0);
	vn_lexeme_options *result = palloc0(sizeof(vn_lexeme_options));
	ListCell   *cell;

	vn_check_encoding();
	result->compounds = true;
	foreach(cell, options)
	{
		DefElem    *option = (DefElem *) lfirst(cell);

		if (strcmp(option->defname, "forms") == 0)
			result->forms = forms_option(option);
		else if (strcmp(option->defname, "compounds") == 0)
			result->compounds = defGetBoolean(option);
		else if (strcmp(option->defname, "bigrams") == 0)
			result->bigrams = defGetBoolean(option);
		else if (strcmp(option->defname, "stopwords") == 0)
			result->stop_words = defGetBoolean(option);
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized vn_civic dictionary parameter: \"%s\"", option->defname),
					 errhint("Valid parameters are \"forms\", \"compounds\", \"bigrams\" and \"stopwords\".")));
	}
	PG_RETURN_POINTER(result);
}

typedef struct lexeme_list
{
	TSLexeme   *lexemes;		/* zeroed behind the last one */
	int			count;
	int			room;
	uint16		variant;		/* of the last one */
	int			position;		/* of the last one */
} lexeme_list;

static void
take_lexeme(void *context, const char *lexeme, size_t length, int position, bool together)
{
	lexeme_list *list = context;
	TSLexeme   *added;

	if (list->count + 2 > list->room)
	{
		list->room *= 2;
		list->lexemes = repalloc(list->lexemes, list->room * sizeof(TSLexeme));
	}
	added = &list->lexemes[list->count++];
	if (!together)
		list->variant++;
	added->nvariant = list->variant;
	added->flags = position > list->position ? TSL_ADDPOS : 0;
	added->lexeme = palloc(length + 1);
	memcpy(added->lexeme, lexeme, length);
	added->lexeme[length] = '\0';
	added[1].lexeme = NULL;
	list->position = position;
}

Datum
vn_dictionary_lexize(PG_FUNCTION_ARGS)
{
	const vn_lexeme_options *options = (const vn_lexeme_options *) PG_GETARG_POINTER(0);
	const char *token = (const char *) PG_GETARG_POINTER(1);
	int32		length = PG_GETARG_INT32(2);
	vn_env		env = vn_memory_env(CurrentMemoryContext);
	lexeme_list list = {.room = 8};

	list.lexemes = palloc(list.room * sizeof(TSLexeme));
	list.lexemes[0] = (TSLexeme) {0};	/* alone, it stands for a stop word */
	if (vn_lexemes(&env, options, token, (size_t) length, take_lexeme, &list) == 0)
		PG_RETURN_POINTER(NULL);	/* not ours: the next dictionary may try */
	PG_RETURN_POINTER(list.lexemes);
}
