/*
 * dictionary.c
 *		The text search dictionaries: vn_lexemes() with the options of CREATE TEXT SEARCH DICTIONARY, and the lexemes of a
 *		user's vocabulary.
 */
#include "postgres.h"

#include "commands/defrem.h"
#include "nodes/pg_list.h"
#include "tsearch/ts_public.h"

#include "pg/glue.h"
#include "pg/vocabulary.h"
#include "search/search.h"

PG_FUNCTION_INFO_V1(vn_dictionary_init);
PG_FUNCTION_INFO_V1(vn_dictionary_lexize);
PG_FUNCTION_INFO_V1(vn_vocabulary_lexize);

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

static lexeme_list
empty_list(void)
{
	lexeme_list list = {.room = 8};

	list.lexemes = palloc(list.room * sizeof(TSLexeme));
	list.lexemes[0] = (TSLexeme) {0};	/* alone, it stands for a stop word */
	return list;
}

Datum
vn_dictionary_lexize(PG_FUNCTION_ARGS)
{
	const vn_lexeme_options *options = (const vn_lexeme_options *) PG_GETARG_POINTER(0);
	const char *token = (const char *) PG_GETARG_POINTER(1);
	int32		length = PG_GETARG_INT32(2);
	vn_env		env = vn_memory_env(CurrentMemoryContext);
	lexeme_list list = empty_list();

	if (vn_lexemes(&env, options, token, (size_t) length, take_lexeme, &list) == 0)
		PG_RETURN_POINTER(NULL);	/* not ours: the next dictionary may try */
	PG_RETURN_POINTER(list.lexemes);
}

/* The tokens so far, blanks between them, while an entry may go on in the next one. */
typedef struct open_text
{
	StringInfoData text;
	int			head;			/* length of the first token */
} open_text;

/*
 * Entries are found across tokens in the way of PostgreSQL's thesaurus: as long as one may go on, ask for the next token.
 * Where nothing comes of it, the next dictionary gets the first token, and the others come again.
 */
Datum
vn_vocabulary_lexize(PG_FUNCTION_ARGS)
{
	const vn_user_vocabulary *vocabulary = (const vn_user_vocabulary *) PG_GETARG_POINTER(0);
	const char *token = (const char *) PG_GETARG_POINTER(1);
	int32		length = PG_GETARG_INT32(2);
	DictSubState *state = (DictSubState *) PG_GETARG_POINTER(3);
	open_text  *open = (open_text *) state->private_state;
	int			head = length;
	vn_env		env = vn_memory_env(CurrentMemoryContext);
	vn_entry_presence presence;
	lexeme_list list;

	if (open != NULL)
	{
		if (!state->isend)
		{
			appendStringInfoChar(&open->text, ' ');
			appendBinaryStringInfo(&open->text, token, length);
		}
		token = open->text.data;
		length = open->text.len;
		head = open->head;
	}
	if (length > VN_MAX_TOKEN)
		PG_RETURN_POINTER(NULL);
	presence = vn_find_entries(&vocabulary->entries, token, (size_t) length, state->isend ? 0 : (size_t) head);
	if (presence == VN_ENTRY_OPEN && !state->isend)
	{
		if (open == NULL)
		{
			open = palloc(sizeof(open_text));
			initStringInfo(&open->text);
			appendBinaryStringInfo(&open->text, token, length);
			open->head = length;
			state->private_state = open;
		}
		state->getnext = true;
		PG_RETURN_POINTER(NULL);
	}
	list = empty_list();
	if (presence == VN_ENTRY_ABSENT ||
		vn_entry_lexemes(&env, &vocabulary->entries, token, (size_t) length, take_lexeme, &list) == 0)
		PG_RETURN_POINTER(NULL);
	PG_RETURN_POINTER(list.lexemes);
}
