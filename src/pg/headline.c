/*
 * headline.c
 *		The headline function of the parser: puts the words that core found in order, then lets core's make the headline.
 *
 * Core gives all lexemes of a token one position (that of the last one), so that phrases would not be found in compounds, and
 * marks tokens whole. Here a token of several words is cut where matched words border on others, every match gets its
 * position back, and the lexeme of a compound, which serves ranking, marks nothing by itself: it has no diacritics.
 */
#include "postgres.h"

#include "tsearch/ts_public.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

#include "pg/glue.h"
#include "search/search.h"

PG_FUNCTION_INFO_V1(vn_parser_headline);

#define MAX_PIECES (VN_MAX_TOKEN / 2 + 1)

/* A token and what matched it. */
typedef struct token_matches
{
	const HeadlineWordEntry *entries;	/* the token, and a repetition for each further match */
	int			count;
	const char *operands;		/* the query's strings */
	int			matched;		/* pairs of position and item found so far */
	int			room;
	int		   *positions;
	QueryOperand **items;
	bool	   *marked;			/* by word of the token: matched by itself */
	int			words;
} token_matches;

static bool
operand_matches(const token_matches *m, const QueryOperand *operand, const char *lexeme, size_t length)
{
	const char *value = m->operands + operand->distance;

	if (operand->prefix)
		return length >= operand->length && memcmp(value, lexeme, operand->length) == 0;
	return length == operand->length && memcmp(value, lexeme, length) == 0;
}

static void
take_match(void *context, const char *lexeme, size_t length, int position, bool together)
{
	token_matches *m = context;
	bool		joined = memchr(lexeme, '_', length) != NULL || memchr(lexeme, '+', length) != NULL;

	if (position >= m->words)
		return;
	for (int i = 0; i < m->count; i++)
	{
		QueryOperand *item = m->entries[i].item;

		if (item == NULL || !operand_matches(m, item, lexeme, length))
			continue;
		if (m->matched == m->room)
		{
			m->room *= 2;
			m->positions = repalloc(m->positions, m->room * sizeof(int));
			m->items = repalloc(m->items, m->room * sizeof(QueryOperand *));
		}
		m->positions[m->matched] = position;
		m->items[m->matched++] = item;
		if (!joined)
			m->marked[position] = true;
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

/* Add a stretch of a token as a word of its own, core frees words one by one. */
static void
add_piece(HeadlineParsedText *out, const HeadlineWordEntry *token, uint32 from, uint32 to, int type, int position)
{
	HeadlineWordEntry *piece = add_entry(out, token);

	piece->type = type;
	piece->len = to - from;
	piece->word = palloc(to - from);
	memcpy(piece->word, token->word + from, to - from);
	piece->pos = position;
	piece->item = NULL;
}

/* The words inside a token; returns their number. */
static int
words_of(const HeadlineWordEntry *token, vn_scanned *words)
{
	vn_scanner	scanner;
	int			count = 0;

	vn_scan_start(&scanner, token->word, token->len);
	while (count < MAX_PIECES - 1 && vn_scan(&scanner, &words[count]))
	{
		if (words[count].kind != VN_WORD)
			return 0;
		count++;
	}
	return count;
}

/*
 * A token of two or more words: runs of words that are marked and runs of those that are not become words of the headline, with
 * the blanks between them.
 */
static void
add_compound(HeadlineParsedText *out, const vn_scanned *words, token_matches *m)
{
	const HeadlineWordEntry *token = m->entries;
	static const vn_lexeme_options all = {.forms = VN_FORMS_BOTH, .compounds = true, .bigrams = true};
	vn_env		env = vn_memory_env(CurrentMemoryContext);
	int			base = m->entries[m->count - 1].pos - (m->words - 1);
	bool		marked[MAX_PIECES] = {false};
	int			done = 0;

	m->marked = marked;
	m->matched = 0;
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
		add_piece(out, token, words[i].start, to, end - i > 1 ? VN_SEARCH_COMPOUND : VN_SEARCH_WORD, base + i);
		piece = &out->words[out->curwords - 1];
		for (; done < m->matched && m->positions[done] < end; done++)
		{
			if (!marked[m->positions[done]])
				continue;
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

static void
repair(HeadlineParsedText *prs, TSQuery query)
{
	HeadlineParsedText out = *prs;
	vn_scanned *words = palloc(MAX_PIECES * sizeof(vn_scanned));
	token_matches m = {.operands = GETOPERAND(query), .room = 16};

	m.positions = palloc(m.room * sizeof(int));
	m.items = palloc(m.room * sizeof(QueryOperand *));
	out.lenwords = prs->curwords + 16;
	out.curwords = 0;
	out.words = palloc_extended(out.lenwords * sizeof(HeadlineWordEntry), MCXT_ALLOC_HUGE);
	for (int i = 0; i < prs->curwords;)
	{
		int			end = i + 1;

		while (end < prs->curwords && prs->words[end].repeated)
			end++;
		m.entries = &prs->words[i];
		m.count = end - i;
		m.words = 0;
		if (m.entries->item != NULL || m.entries->type == VN_SEARCH_CLAUSE)
			m.words = words_of(m.entries, words);
		if (m.words > 1)
			add_compound(&out, words, &m);
		else
			for (int j = i; j < end; j++)
				add_entry(&out, &prs->words[j]);
		i = end;
	}
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

	repair(prs, query);
	return DirectFunctionCall3(prsd_headline, PG_GETARG_DATUM(0), PG_GETARG_DATUM(1), PG_GETARG_DATUM(2));
}
