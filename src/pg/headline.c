/*
 * headline.c
 *		The headline function of the parser: finds again what the query matches, then lets core's function make the headline.
 *
 * Core gives all lexemes of a token one position (that of the last one), so that phrases would not be found in compounds; it
 * marks tokens whole, and words of a phrase that stand elsewhere by themselves. Here a token of several words is cut where
 * matched words border on others, every match gets its position, the lexeme of a compound, which has no diacritics and
 * serves ranking, marks nothing by itself, and what is wanted in a phrase only is marked only beside another match.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "tsearch/ts_public.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

#include "pg/glue.h"
#include "search/search.h"

PG_FUNCTION_INFO_V1(vn_parser_headline);

#define MAX_WORDS (VN_MAX_TOKEN / 2)

/* The query's operands. */
typedef struct operands
{
	TSQuery		query;
	bool	   *in_phrase;		/* by item of the query: under a phrase operator */
	int			reach;			/* how far apart words of a phrase may be */
	bool		any;			/* the query asks for any of its operands: joined lexemes stand for their words */
} operands;

/* A token and what matches it. */
typedef struct token_matches
{
	const operands *operands;
	int			count;
	int			room;
	int		   *positions;		/* of each match, from the token's first word; they do not decrease */
	QueryOperand **items;
	bool	   *marked;			/* by word of the token: matched by itself */
	int			words;
	bool		date;			/* the token is a date with words in it: its date marks all of them */
} token_matches;

/* Note which operands under item "at" belong to phrases. */
static void
walk_query(operands *operands, int at, bool in_phrase)
{
	QueryItem  *item = GETQUERY(operands->query) + at;

	check_stack_depth();
	if (item->type == QI_VAL)
		operands->in_phrase[at] = in_phrase;
	else if (item->type == QI_OPR)
	{
		operands->any &= item->qoperator.oper == OP_OR;
		if (item->qoperator.oper == OP_PHRASE)
		{
			in_phrase = true;
			operands->reach = Max(operands->reach, item->qoperator.distance);
		}
		walk_query(operands, at + 1, in_phrase);
		if (item->qoperator.oper != OP_NOT)
			walk_query(operands, at + item->qoperator.left, in_phrase);
	}
}

static bool
is_in_phrase(const operands *operands, const QueryOperand *operand)
{
	return operands->in_phrase[(const QueryItem *) operand - GETQUERY(operands->query)];
}

static bool
operand_matches(TSQuery query, const QueryOperand *operand, const char *lexeme, size_t length)
{
	const char *value = GETOPERAND(query) + operand->distance;

	if (operand->prefix)
		return length >= operand->length && memcmp(value, lexeme, operand->length) == 0;
	return length == operand->length && memcmp(value, lexeme, length) == 0;
}

static void
take_match(void *context, const char *lexeme, size_t length, int position, bool together)
{
	token_matches *m = context;
	TSQuery		query = m->operands->query;
	int			joined = 0;		/* how many more words */

	for (size_t i = 0; i < length; i++)
		joined += lexeme[i] == '_' || lexeme[i] == '+';

	if (position >= m->words)
		return;
	for (int i = 0; i < query->size; i++)
	{
		QueryItem  *item = GETQUERY(query) + i;

		if (item->type != QI_VAL || !operand_matches(query, &item->qoperand, lexeme, length))
			continue;
		if (m->count == m->room)
		{
			m->room *= 2;
			m->positions = repalloc(m->positions, m->room * sizeof(int));
			m->items = repalloc(m->items, m->room * sizeof(QueryOperand *));
		}
		m->positions[m->count] = position;
		m->items[m->count++] = &item->qoperand;
		if (joined == 0 || (m->operands->any && !item->qoperand.prefix))
			for (int j = position; j <= position + joined && j < m->words; j++)
				m->marked[j] = true;
		if (m->date && memchr(lexeme, '-', length) != NULL)
			memset(m->marked, true, m->words * sizeof(bool));
	}
}

static HeadlineWordEntry *
add_entry(HeadlineParsedText *out, const HeadlineWordEntry *like)
{
	if (out->curwords == out->lenwords)
	{
		out->lenwords *= 2;
		out->words = repalloc_huge(out->words, out->lenwords * sizeof(HeadlineWordEntry));
	}
	out->words[out->curwords] = *like;
	return &out->words[out->curwords++];
}

/* Add a stretch of a token as a word of its own: core frees words one by one. */
static HeadlineWordEntry *
add_piece(HeadlineParsedText *out, const HeadlineWordEntry *token, uint32 from, uint32 to, int type, int position)
{
	HeadlineWordEntry *piece = add_entry(out, token);

	piece->type = type;
	piece->len = to - from;
	piece->word = palloc(to - from);
	memcpy(piece->word, token->word + from, to - from);
	piece->pos = position;
	piece->item = NULL;
	piece->repeated = 0;
	return piece;
}

/* The words of a token; returns their number, 0 if it is made of anything else. */
static int
words_of(const HeadlineWordEntry *token, vn_scanned *words)
{
	vn_scanner	scanner;
	int			count = 0;

	if (token->type != VN_SEARCH_WORD && token->type != VN_SEARCH_COMPOUND && token->type != VN_SEARCH_CLAUSE &&
		token->type != VN_SEARCH_MONEY && token->type != VN_SEARCH_DATE)
		return 0;
	vn_scan_start(&scanner, token->word, token->len);
	while (count < MAX_WORDS && vn_scan(&scanner, &words[count]))
	{
		if (words[count].kind != VN_WORD && words[count].kind != VN_NUMBER)
			return 0;
		count++;
	}
	return count;
}

/*
 * A token of words, of which the last one stands at "last_position": runs of words that are marked, and what is between
 * them, become words of the headline. It is looked at with all forms of words, whichever the configuration has, so that typed
 * diacritics count and missing ones do not.
 */
static void
add_words(HeadlineParsedText *out, const HeadlineWordEntry *token, int last_position, const vn_scanned *words, token_matches *m)
{
	bool		any = m->operands->any;
	vn_lexeme_options all = {.forms = VN_FORMS_BOTH, .compounds = any, .bigrams = any};
	vn_env		env = vn_memory_env(CurrentMemoryContext);
	int			base = last_position - (m->words - 1);
	bool		marked[MAX_WORDS] = {false};
	int			done = 0;

	m->marked = marked;
	m->date = token->type == VN_SEARCH_DATE;
	m->count = 0;
	vn_lexemes(&env, &all, token->word, token->len, take_match, m);
	for (int i = 0; i < m->words;)
	{
		int			end = i + 1;
		HeadlineWordEntry *piece;
		uint32		to;

		/* a clause that nothing matched counts as so many words */
		while (end < m->words && marked[end] == marked[i] && (marked[i] || token->type != VN_SEARCH_CLAUSE))
			end++;
		to = words[end - 1].start + words[end - 1].length;
		piece = add_piece(out, token, words[i].start, to, end - i > 1 ? VN_SEARCH_COMPOUND : VN_SEARCH_WORD, base + i);
		for (; done < m->count && m->positions[done] < end; done++)
		{
			if (piece->item != NULL)
			{
				piece = add_entry(out, piece);
				piece->repeated = 1;
			}
			piece->item = m->items[done];
			piece->pos = base + m->positions[done];
		}
		if (end < m->words)
			add_piece(out, token, to, words[end].start, VN_SEARCH_BLANK, 0);
		i = end;
	}
	pfree(token->word);
}

/* The entries of a word: itself and its repetitions; returns the place behind them. */
static int
entries_end(const HeadlineParsedText *prs, int at)
{
	int			end = at + 1;

	while (end < prs->curwords && prs->words[end].repeated)
		end++;
	return end;
}

/*
 * Core gives each token of a vocabulary's entry, the blanks between them included, the matches of all. Join them: an entry is
 * marked as a whole. Returns the place behind it, "at" where there is nothing to join.
 */
static int
add_entry_tokens(HeadlineParsedText *out, const HeadlineParsedText *prs, int at)
{
	int			end = entries_end(prs, at);
	int			first_end = end;
	StringInfoData word;

	if (prs->words[at].item == NULL || end == prs->curwords || prs->words[end].type != VN_SEARCH_BLANK ||
		prs->words[end].item == NULL)
		return at;
	initStringInfo(&word);
	appendBinaryStringInfo(&word, prs->words[at].word, prs->words[at].len);
	while (end < prs->curwords && prs->words[end].type == VN_SEARCH_BLANK && prs->words[end].item != NULL)
		for (int i = 0; i < 2 && end < prs->curwords; i++, end = entries_end(prs, end))
			appendBinaryStringInfo(&word, prs->words[end].word, prs->words[end].len);
	if (word.len > VN_MAX_TOKEN)
		return at;
	for (int i = at; i < first_end; i++)
	{
		HeadlineWordEntry *joined = add_entry(out, &prs->words[i]);

		joined->word = word.data;
		joined->len = word.len;
	}
	return end;
}

/* Is a word wanted only as part of phrases? */
static bool
is_phrase_word(const HeadlineParsedText *prs, int at, int end, const operands *operands)
{
	for (; at < end; at++)
		if (!is_in_phrase(operands, prs->words[at].item))
			return false;
	return true;
}

/* Unmark words of phrases that have no other match beside them. */
static void
unmark_strays(HeadlineParsedText *prs, const operands *operands)
{
	int			last = -1;		/* first entry of the last match */
	int			last_position = 0;
	bool		last_stray = false;

	for (int at = 0, end; at < prs->curwords; at = end)
	{
		const HeadlineWordEntry *entries = prs->words;
		bool		beside;

		end = entries_end(prs, at);
		if (entries[at].item == NULL)
			continue;
		beside = last >= 0 && entries[at].pos - last_position <= operands->reach;
		if (last_stray && !beside)
			for (int i = last; i < entries_end(prs, last); i++)
				prs->words[i].item = NULL;
		last_stray = !beside && entries[at].pos == entries[end - 1].pos && is_phrase_word(prs, at, end, operands);
		last = at;
		last_position = entries[end - 1].pos;
	}
	if (last_stray)
		for (int i = last; i < entries_end(prs, last); i++)
			prs->words[i].item = NULL;
}

static void
find_matches(HeadlineParsedText *prs, TSQuery query)
{
	HeadlineParsedText out = *prs;
	vn_scanned *words = palloc(MAX_WORDS * sizeof(vn_scanned));
	operands	operands = {.query = query, .any = true};
	token_matches m = {.operands = &operands, .room = 16};

	operands.in_phrase = palloc0((query->size + 1) * sizeof(bool));
	if (query->size > 0)
		walk_query(&operands, 0, false);
	m.positions = palloc(m.room * sizeof(int));
	m.items = palloc(m.room * sizeof(QueryOperand *));
	out.lenwords = prs->curwords + 16;
	out.curwords = 0;
	out.words = palloc_extended(out.lenwords * sizeof(HeadlineWordEntry), MCXT_ALLOC_HUGE);
	for (int at = 0, end; at < prs->curwords; at = end)
	{
		const HeadlineWordEntry *token = &prs->words[at];

		CHECK_FOR_INTERRUPTS();
		end = add_entry_tokens(&out, prs, at);
		if (end > at)
			continue;
		end = entries_end(prs, at);
		m.words = words_of(token, words);
		/* a single word that core found is found, perhaps by another dictionary */
		if (m.words > 1 || (m.words == 1 && token->item == NULL))
			add_words(&out, token, prs->words[end - 1].pos, words, &m);
		else
			for (int i = at; i < end; i++)
				add_entry(&out, &prs->words[i]);
	}
	if (operands.reach > 0)
		unmark_strays(&out, &operands);
	pfree(prs->words);
	prs->words = out.words;
	prs->lenwords = out.lenwords;
	prs->curwords = out.curwords;
}

Datum
vn_parser_headline(PG_FUNCTION_ARGS)
{
	HeadlineParsedText *prs = (HeadlineParsedText *) PG_GETARG_POINTER(0);
	TSQuery		query = (TSQuery) PG_GETARG_POINTER(2);

	find_matches(prs, query);
	return DirectFunctionCall3(prsd_headline, PG_GETARG_DATUM(0), PG_GETARG_DATUM(1), PG_GETARG_DATUM(2));
}
