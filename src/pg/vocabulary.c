/*
 * vocabulary.c
 *		The template of dictionaries that hold a user's vocabulary, and the functions that change and list it.
 *
 * Each kind of entry is an option of the dictionary, its value the entries with bars between them: PostgreSQL cuts names of
 * options after 63 bytes, which is less than many an organization's name has. Options live in the catalogue, so they are
 * transactional, dumped, replicated and known to all sessions at once.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_ts_dict.h"
#include "commands/defrem.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "nodes/pg_list.h"
#include "storage/lmgr.h"
#include "tsearch/ts_cache.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "pg/glue.h"
#include "pg/vocabulary.h"

PG_FUNCTION_INFO_V1(vn_vocabulary_init);
PG_FUNCTION_INFO_V1(vn_vocabulary_add_entry);
PG_FUNCTION_INFO_V1(vn_vocabulary_remove_entry);
PG_FUNCTION_INFO_V1(vn_vocabulary_entries);

extern Datum vn_vocabulary_lexize(PG_FUNCTION_ARGS);

static const char *const kind_names[VN_ENTRY_KINDS] = {
	[VN_ENTRY_WORD] = "word",[VN_ENTRY_POST] = "post",[VN_ENTRY_ORGANIZATION] = "organization",[VN_ENTRY_AWARD] = "award",
	[VN_ENTRY_ALIAS] = "alias"
};
static const char *const option_names[VN_ENTRY_KINDS] = {
	[VN_ENTRY_WORD] = "words",[VN_ENTRY_POST] = "posts",[VN_ENTRY_ORGANIZATION] = "organizations",[VN_ENTRY_AWARD] = "awards",
	[VN_ENTRY_ALIAS] = "aliases"
};

#define ENTRY_MARK '|'
#define OF_MARK '='

/* ---------------------------------------------------------------- options */

static void
refuse(vn_entry_fault fault, vn_entry_kind kind, const char *entry, int length)
{
	static const struct
	{
		int			code;
		const char *detail;
		const char *hint;
	}			faults[] = {
		[VN_ENTRY_EMPTY] = {ERRCODE_INVALID_PARAMETER_VALUE, "It has neither letters nor digits.",
			"Entries are separated by one \"|\" each."},
		[VN_ENTRY_LINES] = {ERRCODE_INVALID_PARAMETER_VALUE, "It has a line break inside.",
			"Entries are separated by \"|\"."},
		[VN_ENTRY_TOO_LONG] = {ERRCODE_PROGRAM_LIMIT_EXCEEDED, "It has more than 255 bytes or 24 words and marks.", NULL},
		[VN_ENTRY_ONE_SYLLABLE] = {ERRCODE_INVALID_PARAMETER_VALUE, "Words of one syllable are known without an entry.",
			"Words of a vocabulary have two syllables or more."},
		[VN_ENTRY_TWICE] = {ERRCODE_DUPLICATE_OBJECT, "The vocabulary has an entry of these words.",
			"Remove that one first."},
		[VN_ENTRY_TOO_MANY] = {ERRCODE_PROGRAM_LIMIT_EXCEEDED, "A vocabulary has at most 10000 entries.",
			"Use another dictionary for the others."},
		[VN_ENTRY_OF_MISSING] = {ERRCODE_INVALID_PARAMETER_VALUE, "An alias must say what it stands for.",
			"Write \"alias = name\" in the option, or give vn_vocabulary_add() the name as its fourth argument."},
		[VN_ENTRY_OF_UNWANTED] = {ERRCODE_INVALID_PARAMETER_VALUE, "Only a post can have an organization, and an alias a name.",
			NULL},
		[VN_ENTRY_OF_ITSELF] = {ERRCODE_INVALID_PARAMETER_VALUE, "It stands for itself.", NULL}
	};

	if (fault == VN_ENTRY_NO_MEMORY)
		vn_check(VN_NO_MEMORY);
	ereport(ERROR,
			(errcode(faults[fault].code),
			 errmsg("%s \"%s\" cannot be in a vocabulary", kind_names[kind], pnstrdup(entry, length)),
			 errdetail("%s", faults[fault].detail),
			 faults[fault].hint == NULL ? 0 : errhint("%s", faults[fault].hint)));
}

/* Take in the entries of an option: "A | B = C". */
static void
read_option(vn_vocabulary *entries, vn_entry_kind kind, const char *value)
{
	const char *entry = value[strspn(value, " ")] == '\0' ? NULL : value;

	while (entry != NULL)
	{
		const char *end = strchr(entry, ENTRY_MARK) == NULL ? entry + strlen(entry) : strchr(entry, ENTRY_MARK);
		const char *of = memchr(entry, OF_MARK, end - entry);
		vn_entry_fault fault = vn_vocabulary_add(entries, kind, entry, (of == NULL ? end : of) - entry,
												 of == NULL ? NULL : of + 1, of == NULL ? 0 : end - of - 1);

		CHECK_FOR_INTERRUPTS();
		if (fault != VN_ENTRY_FINE)
		{
			while (*entry == ' ')
				entry++;
			while (end > entry && end[-1] == ' ')
				end--;
			refuse(fault, kind, entry, end - entry);
		}
		entry = *end == '\0' ? NULL : end + 1;
	}
}

Datum
vn_vocabulary_init(PG_FUNCTION_ARGS)
{
	static uint64 generation = 0;
	List	   *options = (List *) PG_GETARG_POINTER(0);
	vn_user_vocabulary *result = palloc(sizeof(vn_user_vocabulary));
	ListCell   *cell;

	vn_check_encoding();
	result->env = vn_memory_env(CurrentMemoryContext);
	result->generation = ++generation;
	vn_vocabulary_start(&result->entries, &result->env);
	foreach(cell, options)
	{
		DefElem    *option = (DefElem *) lfirst(cell);
		int			kind = 0;

		while (kind < VN_ENTRY_KINDS && strcmp(option->defname, option_names[kind]) != 0)
			kind++;
		if (kind == VN_ENTRY_KINDS)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized vocabulary parameter: \"%s\"", option->defname),
					 errhint("Valid parameters are \"words\", \"posts\", \"organizations\", \"awards\" and \"aliases\".")));
		read_option(&result->entries, (vn_entry_kind) kind, defGetString(option));
	}
	vn_check(vn_vocabulary_finish(&result->entries));
	PG_RETURN_POINTER(result);
}

/* ---------------------------------------------------------------- look-up */

static bool
is_ours(const TSDictionaryCacheEntry *dictionary)
{
	return dictionary->lexize.fn_addr == vn_vocabulary_lexize;
}

const vn_user_vocabulary *
vn_vocabulary_of(Oid dictionary)
{
	TSDictionaryCacheEntry *entry;

	if (!SearchSysCacheExists1(TSDICTOID, ObjectIdGetDatum(dictionary)))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("text search dictionary with OID %u does not exist", dictionary)));
	entry = lookup_ts_dictionary_cache(dictionary);
	if (!is_ours(entry))
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("text search dictionary %s holds no vocabulary",
						DatumGetCString(DirectFunctionCall1(regdictionaryout, ObjectIdGetDatum(dictionary)))),
				 errhint("Create one by CREATE TEXT SEARCH DICTIONARY ... (TEMPLATE = vn_vocabulary).")));
	return (const vn_user_vocabulary *) entry->dictData;
}

const vn_user_vocabulary *
vn_vocabulary_argument(FunctionCallInfo fcinfo, int number)
{
	return PG_NARGS() > number ? vn_vocabulary_of(PG_GETARG_OID(number)) : NULL;
}

const vn_user_vocabulary *
vn_vocabulary_of_configuration(Oid configuration)
{
	TSConfigCacheEntry *config = lookup_ts_config_cache(configuration);

	for (int type = 0; type < config->lenmap; type++)
		for (int i = 0; i < config->map[type].len; i++)
		{
			TSDictionaryCacheEntry *entry = lookup_ts_dictionary_cache(config->map[type].dictIds[i]);

			if (is_ours(entry))
				return (const vn_user_vocabulary *) entry->dictData;
		}
	return NULL;
}

/* ---------------------------------------------------------------- changes */

/* Lock a dictionary against other changes of its vocabulary until the end of the transaction, and read it as it is then. */
static const vn_vocabulary *
open_vocabulary(Oid dictionary, const char *function)
{
	PreventCommandIfReadOnly(function);
	PreventCommandIfParallelMode(function);
	PreventCommandDuringRecovery(function);
	vn_vocabulary_of(dictionary);
	LockDatabaseObject(TSDictionaryRelationId, dictionary, 0, ShareUpdateExclusiveLock);
	return &vn_vocabulary_of(dictionary)->entries;
}

/* Set the option of a kind of entries, as the owner of the dictionary could by hand. */
static void
alter_dictionary(Oid dictionary, vn_entry_kind kind, char *value)
{
	AlterTSDictionaryStmt *statement = makeNode(AlterTSDictionaryStmt);
	HeapTuple	tuple = SearchSysCache1(TSDICTOID, ObjectIdGetDatum(dictionary));
	Form_pg_ts_dict form;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for text search dictionary %u", dictionary);
	form = (Form_pg_ts_dict) GETSTRUCT(tuple);
	statement->dictname = list_make2(makeString(get_namespace_name(form->dictnamespace)), makeString(pstrdup(NameStr(form->dictname))));
	ReleaseSysCache(tuple);
	statement->options = list_make1(makeDefElem(pstrdup(option_names[kind]), value == NULL ? NULL : (Node *) makeString(value), -1));
	AlterTSDictionary(statement);
	CommandCounterIncrement();
}

static void
append_entry(StringInfo value, const char *text, const char *of)
{
	if (value->len > 0)
		appendStringInfo(value, " %c ", ENTRY_MARK);
	appendStringInfoString(value, text);
	if (of != NULL)
		appendStringInfo(value, " %c %s", OF_MARK, of);
}

/* The option of a kind without one of its entries. */
static StringInfoData
option_without(const vn_vocabulary *entries, vn_entry_kind kind, const vn_entry *left_out)
{
	StringInfoData value;

	initStringInfo(&value);
	for (size_t i = 0; i < entries->count; i++)
		if (entries->entries[i].kind == kind && &entries->entries[i] != left_out)
			append_entry(&value, entries->entries[i].text, entries->entries[i].of);
	return value;
}

static vn_entry_kind
kind_of(const char *name)
{
	for (int kind = 0; kind < VN_ENTRY_KINDS; kind++)
		if (strcmp(name, kind_names[kind]) == 0)
			return (vn_entry_kind) kind;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized kind of vocabulary entry: \"%s\"", name),
			 errhint("Kinds are \"word\", \"post\", \"organization\", \"award\" and \"alias\".")));
	return VN_ENTRY_WORD;
}

static Oid
dictionary_argument(FunctionCallInfo fcinfo)
{
	for (int i = 0; i < 3 && i < PG_NARGS(); i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("dictionary, entry and kind of a vocabulary entry must not be null")));
	return PG_GETARG_OID(0);
}

/* A text that goes into an option. */
static char *
entry_argument(text *argument)
{
	char	   *entry = text_to_cstring(argument);

	if (strchr(entry, ENTRY_MARK) != NULL || strchr(entry, OF_MARK) != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("vocabulary entry \"%s\" has \"%c\" or \"%c\" in it", entry, ENTRY_MARK, OF_MARK),
				 errhint("These characters separate entries in the options of the dictionary.")));
	return entry;
}

Datum
vn_vocabulary_add_entry(PG_FUNCTION_ARGS)
{
	Oid			dictionary = dictionary_argument(fcinfo);
	char	   *entry = entry_argument(PG_GETARG_TEXT_PP(1));
	vn_entry_kind kind = kind_of(text_to_cstring(PG_GETARG_TEXT_PP(2)));
	char	   *of = PG_ARGISNULL(3) ? NULL : entry_argument(PG_GETARG_TEXT_PP(3));
	const vn_vocabulary *entries = open_vocabulary(dictionary, "vn_vocabulary_add()");
	StringInfoData value = option_without(entries, kind, NULL);

	if (entry[strspn(entry, " ")] == '\0')
		refuse(VN_ENTRY_EMPTY, kind, entry, strlen(entry));
	append_entry(&value, entry, of);
	alter_dictionary(dictionary, kind, value.data);
	PG_RETURN_VOID();
}

Datum
vn_vocabulary_remove_entry(PG_FUNCTION_ARGS)
{
	Oid			dictionary = dictionary_argument(fcinfo);
	text	   *entry = PG_GETARG_TEXT_PP(1);
	const vn_vocabulary *entries = open_vocabulary(dictionary, "vn_vocabulary_remove()");
	const vn_entry *found = vn_vocabulary_find(entries, VARDATA_ANY(entry), VARSIZE_ANY_EXHDR(entry));
	vn_entry_kind kind;
	StringInfoData value;

	if (found == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("vocabulary %s has no entry \"%s\"",
						DatumGetCString(DirectFunctionCall1(regdictionaryout, ObjectIdGetDatum(dictionary))),
						text_to_cstring(entry))));
	kind = found->kind;
	value = option_without(entries, kind, found);
	alter_dictionary(dictionary, kind, value.len == 0 ? NULL : value.data);
	PG_RETURN_VOID();
}

Datum
vn_vocabulary_entries(PG_FUNCTION_ARGS)
{
	const vn_vocabulary *entries = &vn_vocabulary_of(PG_GETARG_OID(0))->entries;
	vn_rows    *rows = vn_rows_begin(fcinfo);

	for (size_t i = 0; i < entries->count; i++)
	{
		const vn_entry *entry = &entries->entries[i];
		Datum		values[3];
		bool		isnull[3] = {false};

		values[0] = CStringGetTextDatum(entry->text);
		values[1] = CStringGetTextDatum(kind_names[entry->kind]);
		values[2] = vn_text_or_null(entry->of, &isnull[2]);
		vn_rows_add(rows, values, isnull);
	}
	return vn_rows_end(rows);
}
