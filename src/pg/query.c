/*
 * query.c
 *		vn_tsquery() and vn_or_tsquery(): a tsquery of what a user typed. The lexemes are those of a configuration, whichever.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_ts_config.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "pg/glue.h"
#include "pg/vocabulary.h"
#include "search/query.h"

PG_FUNCTION_INFO_V1(vn_tsquery);
PG_FUNCTION_INFO_V1(vn_tsquery_config);
PG_FUNCTION_INFO_V1(vn_or_tsquery);
PG_FUNCTION_INFO_V1(vn_or_tsquery_config);

/* Our own configuration, which lives in the same schema as the function that is called. */
static Oid
own_config(FunctionCallInfo fcinfo, const char *name)
{
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	Oid			config = GetSysCacheOid2(TSCONFIGNAMENSP, Anum_pg_ts_config_oid, CStringGetDatum(name),
										 ObjectIdGetDatum(schema));

	if (!OidIsValid(config))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("text search configuration \"%s\" does not exist", name)));
	return config;
}

static ParsedText
parse(Oid config, const char *bytes, size_t length)
{
	ParsedText	parsed = {.lenwords = 32};

	parsed.words = palloc(parsed.lenwords * sizeof(ParsedWord));
	parsetext(config, &parsed, unconstify(char *, bytes), (int32) length);
	return parsed;
}

/* The lexemes from "at" on that share its position; returns the place behind them. */
static int
position_end(const ParsedText *parsed, int at)
{
	int			end = at + 1;

	while (end < parsed->curwords && parsed->words[end].pos.pos == parsed->words[at].pos.pos)
		end++;
	return end;
}

/* The number and year of a document without its kind, as in 45/2019? */
static bool
is_open_number(const ParsedWord *word)
{
	int			digits = strspn(word->word, "0123456789");

	return digits > 0 && word->len == digits + 5 && word->word[digits] == '/' &&
		strspn(word->word + digits + 1, "0123456789") == 4;
}

static void
append_lexeme(StringInfo out, const ParsedWord *word)
{
	appendStringInfoChar(out, '\'');
	for (int i = 0; i < word->len; i++)
	{
		if (word->word[i] == '\'' || word->word[i] == '\\')
			appendStringInfoChar(out, word->word[i]);
		appendStringInfoChar(out, word->word[i]);
	}
	appendStringInfoString(out, word->flags & TSL_PREFIX || is_open_number(word) ? "':*" : "'");
}

/* Append the words of a text as a phrase; false, with nothing appended, where there is nothing to look for. */
static bool
append_phrase(StringInfo out, Oid config, const char *bytes, size_t length)
{
	ParsedText	parsed = parse(config, bytes, length);

	for (int at = 0, end; at < parsed.curwords; at = end)
	{
		const ParsedWord *words = parsed.words;

		end = position_end(&parsed, at);
		if (at > 0)
			appendStringInfo(out, " <%d> ", words[at].pos.pos - words[at - 1].pos.pos);
		appendStringInfoChar(out, '(');
		for (int i = at; i < end; i++)
		{
			if (i > at)
				appendStringInfoString(out, words[i].nvariant == words[i - 1].nvariant ? " & " : " | ");
			append_lexeme(out, &words[i]);
		}
		appendStringInfoChar(out, ')');
	}
	return parsed.curwords > 0;
}

/* Append the one lexeme that a date with words in it shares with those in digits; false where the configuration has none. */
static bool
append_date(StringInfo out, Oid config, const char *bytes, size_t length)
{
	ParsedText	parsed = parse(config, bytes, length);

	if (parsed.curwords < 2 || parsed.words[0].pos.pos != parsed.words[1].pos.pos)
		return false;
	append_lexeme(out, &parsed.words[1]);
	return true;
}

static Datum
make_tsquery(const StringInfo out)
{
	if (out->len == 0)
	{
		/* as tsqueryin() would, without its notice */
		TSQuery		empty = palloc0(HDRSIZETQ);

		SET_VARSIZE(empty, HDRSIZETQ);
		return TSQueryGetDatum(empty);
	}
	return DirectFunctionCall1(tsqueryin, CStringGetDatum(out->data));
}

/* The start of the query, whole characters only. */
static int
usable_length(text *query)
{
	return pg_mbcliplen(VARDATA_ANY(query), VARSIZE_ANY_EXHDR(query), VN_MAX_QUERY);
}

static Datum
tsquery_of(Oid config, text *query)
{
	const char *bytes = VARDATA_ANY(query);
	vn_unit    *units = palloc(VN_MAX_UNITS * sizeof(vn_unit));
	const vn_user_vocabulary *vocabulary;
	int			count;
	StringInfoData out;

	vn_check_encoding();
	vocabulary = vn_vocabulary_of_configuration(config);
	count = vn_read_query(bytes, usable_length(query), vocabulary == NULL ? NULL : &vocabulary->entries, units);
	initStringInfo(&out);
	for (int i = 0; i < count; i++)
	{
		const vn_unit *unit = &units[i];
		StringInfoData phrase;
		bool		found;

		initStringInfo(&phrase);
		found = (unit->written_date && append_date(&phrase, config, bytes + unit->start, unit->length)) ||
			append_phrase(&phrase, config, bytes + unit->start, unit->length);
		for (int j = 0; j < unit->other_count; j++)
		{
			int			before = phrase.len;

			if (found)
				appendStringInfoString(&phrase, " | ");
			if (append_phrase(&phrase, config, unit->others[j], strlen(unit->others[j])))
				found = true;
			else
			{
				phrase.len = before;
				phrase.data[before] = '\0';
			}
		}
		if (!found)
			continue;
		if (out.len > 0)
			appendStringInfoString(&out, unit->either ? " | " : " & ");
		appendStringInfo(&out, "%s(%s)", unit->negated ? "!" : "", phrase.data);
	}
	return make_tsquery(&out);
}

Datum
vn_tsquery(PG_FUNCTION_ARGS)
{
	return tsquery_of(own_config(fcinfo, "vietnamese"), PG_GETARG_TEXT_PP(0));
}

Datum
vn_tsquery_config(PG_FUNCTION_ARGS)
{
	return tsquery_of(PG_GETARG_OID(0), PG_GETARG_TEXT_PP(1));
}

/* ------------------------------------------------------------- questions */

/* How many syllables a compound's lexeme joins; 1 for any other. */
static int
joined_syllables(const ParsedWord *word)
{
	int			count = 1;

	for (int i = 0; i < word->len; i++)
		count += word->word[i] == '_';
	return count;
}

static bool
is_bigram(const ParsedWord *word)
{
	return memchr(word->word, '+', word->len) != NULL;
}

/* How much a word says. */
typedef enum strength
{
	STOP_WORD,
	WEAK_WORD,
	TELLING_WORD
} strength;

/* One position of a question. */
typedef struct syllable
{
	int			first,
				end;			/* lexemes */
	strength	own;
	strength	word;			/* of the word that it belongs to */
	bool		compound;		/* that is looked for by what joins its syllables */
} syllable;

/* Judged by the spelling with diacritics, if there is one among the lexemes. "syllable" is left as it is where none is a word. */
static strength
strength_of(const ParsedWord *words, int count, vn_scanned *syllable)
{
	strength	weakest = TELLING_WORD;

	for (int i = 0; i < count; i++)
	{
		vn_scanner	scanner;
		vn_scanned	word;
		strength	found;

		vn_scan_start(&scanner, words[i].word, words[i].len);
		if (!vn_scan(&scanner, &word) || word.kind != VN_WORD || word.length != words[i].len)
			continue;
		*syllable = word;
		found = vn_is_weak_word(&word, VN_STOP_WORD) ? STOP_WORD :
			vn_is_weak_word(&word, VN_WEAK_WORD) ? WEAK_WORD : TELLING_WORD;
		if (word.flags & VN_MARKED)
			return found;
		weakest = Min(weakest, found);
	}
	return weakest;
}

/*
 * The positions of a question; returns their number. A word of several syllables, of the lexicon or by a joined lexeme, says
 * something unless it is of stop words alone. "words" is how many words of each strength there are.
 */
static int
read_syllables(const ParsedText *parsed, syllable *syllables, int *words)
{
	int			count = 0;
	bool		bigrams = false;
	vn_scanned *scanned = palloc0((parsed->curwords + 1) * sizeof(vn_scanned));

	for (int at = 0, end; at < parsed->curwords; at = end, count++)
	{
		end = position_end(parsed, at);
		syllables[count] = (syllable) {.first = at, .end = end,
			.own = strength_of(parsed->words + at, end - at, &scanned[count])};
		for (int i = at; i < end; i++)
			bigrams |= is_bigram(&parsed->words[i]);
	}
	for (int i = 0, next; i < count; i = next)
	{
		strength	word = syllables[i].own;
		bool		compound = bigrams;

		next = i + vn_compound_words(&scanned[i], count - i);
		for (int j = syllables[i].first; j < syllables[i].end; j++)
		{
			int			joined = joined_syllables(&parsed->words[j]);

			compound |= joined > 1;
			next = Max(next, i + joined);
		}
		next = Min(next, count);
		for (int j = i; j < next && next - i > 1; j++)
			if (syllables[j].own != STOP_WORD)
				word = TELLING_WORD;
		for (int j = i; j < next; j++)
		{
			syllables[j].word = word;
			syllables[j].compound = compound && next - i > 1;
		}
		words[word]++;
	}
	return count;
}

/*
 * Any word of a question. Stop words and weak words are left out unless there is nothing else; bigrams, only those of two stop
 * words. A compound is looked for by its joined lexeme alone, which ranks best, unless it is all there is: then its syllables
 * find it in texts that are cut in another way too.
 */
static Datum
or_tsquery_of(Oid config, text *query)
{
	ParsedText	parsed = parse(config, VARDATA_ANY(query), usable_length(query));
	syllable   *syllables = palloc((parsed.curwords + 1) * sizeof(syllable));
	const ParsedWord **given = palloc((parsed.curwords + 1) * sizeof(ParsedWord *));
	int			given_count = 0;
	int			words[TELLING_WORD + 1] = {0};
	int			count = read_syllables(&parsed, syllables, words);
	strength	least = words[TELLING_WORD] > 0 ? TELLING_WORD : words[WEAK_WORD] > 0 ? WEAK_WORD : STOP_WORD;
	bool		all = least == STOP_WORD || words[least] == 1;
	StringInfoData out;

	initStringInfo(&out);
	for (int i = 0; i < count; i++)
		for (int j = syllables[i].first; j < syllables[i].end; j++)
		{
			const ParsedWord *lexeme = &parsed.words[j];
			bool		wanted = syllables[i].word >= least &&
				(all || !syllables[i].compound || joined_syllables(lexeme) > 1);

			if (is_bigram(lexeme))
				wanted = all || i + 1 >= count || Max(syllables[i].own, syllables[i + 1].own) > STOP_WORD;
			for (int k = 0; k < given_count && wanted; k++)
				wanted = lexeme->len != given[k]->len || memcmp(lexeme->word, given[k]->word, lexeme->len) != 0;
			if (!wanted)
				continue;
			if (given_count > 0)
				appendStringInfoString(&out, " | ");
			append_lexeme(&out, lexeme);
			given[given_count++] = lexeme;
		}
	return make_tsquery(&out);
}

Datum
vn_or_tsquery(PG_FUNCTION_ARGS)
{
	return or_tsquery_of(own_config(fcinfo, "vietnamese_marked"), PG_GETARG_TEXT_PP(0));
}

Datum
vn_or_tsquery_config(PG_FUNCTION_ARGS)
{
	return or_tsquery_of(PG_GETARG_OID(0), PG_GETARG_TEXT_PP(1));
}
