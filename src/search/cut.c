/*
 * cut.c
 *		Cutting text into search tokens: the scanner's tokens with compounds, percentages and blanks put together.
 */
#include "search/search.h"

#include "search/spell.h"
#include "text/letters.h"
#include "text/syllable.h"

void
vn_cut_start(vn_cutter *c, const char *text, size_t length, bool clauses)
{
	vn_scan_start(&c->scanner, text, length);
	c->at = 0;
	c->first = 0;
	c->count = 0;
	c->ended = false;
	c->clauses = clauses;
}

/* The "n"th token from here, or NULL where the text ends before it. */
static const vn_ahead *
look_ahead(vn_cutter *c, uint32_t n)
{
	while (c->count <= n)
	{
		vn_scanned	scanned;
		vn_ahead   *ahead;

		if (c->ended || !vn_scan(&c->scanner, &scanned))
		{
			c->ended = true;
			return NULL;
		}
		ahead = &c->ahead[(c->first + c->count++) % VN_AHEAD];
		ahead->start = scanned.start;
		ahead->length = scanned.length;
		ahead->kind = (uint8_t) scanned.kind;
		ahead->flags = (uint8_t) scanned.flags;
		ahead->key = scanned.key;
		ahead->fold = scanned.fold;
		ahead->symbol = scanned.kind == VN_WORD ? vn_symbol(&vn_folded_symbols, scanned.fold) : 0;
	}
	return &c->ahead[(c->first + n) % VN_AHEAD];
}

/* Is there nothing but blanks before this token, no empty line? */
static bool
is_next_to(const vn_ahead *next)
{
	return next != NULL && (next->flags & (VN_AFTER_BLANK | VN_AFTER_EMPTY)) == VN_AFTER_BLANK;
}

/* Is this word one that follows another in the same clause? */
static bool
goes_on(const vn_ahead *next)
{
	return is_next_to(next) && next->kind == VN_WORD;
}

/* How many words the longest compound from the word "from" places ahead has; 1 where there is none. */
static uint32_t
compound_words(vn_cutter *c, uint32_t from)
{
	const vn_ahead *word = look_ahead(c, from);
	uint32_t	node = word->symbol == 0 ? 0 : vn_folded_words_trie.first[word->symbol];
	uint32_t	longest = 1;

	for (uint32_t n = 1; node != 0 && n < VN_MAX_PHRASE; n++)
	{
		const vn_ahead *next = look_ahead(c, from + n);

		if (!goes_on(next) || next->symbol == 0 || next->start + next->length - word->start > VN_MAX_TOKEN)
			break;
		node = vn_trie_next(&vn_folded_words_trie, node, next->symbol);
		if (node != 0 && vn_folded_words_trie.values[node] != 0)
			longest = n + 1;
	}
	return longest;
}

static bool
is_ascii(const vn_cutter *c, const vn_ahead *token)
{
	for (uint32_t i = 0; i < token->length; i++)
		if (c->scanner.text[token->start + i] >= 0x80)
			return false;
	return true;
}

/* A word that can only be of another language: English, in most texts. */
static bool
is_asciiword(const vn_cutter *c, const vn_ahead *word)
{
	return !(word->flags & VN_MARKED) && !vn_may_be_syllable(word->fold) && is_ascii(c, word);
}

/* Is the token behind the nearest one a percent sign that belongs to it? One blank may lie between. */
static bool
percent_follows(vn_cutter *c, const vn_ahead *number)
{
	const vn_ahead *next = look_ahead(c, 1);
	uint32_t	end = number->start + number->length;

	return next != NULL && next->kind == VN_PUNCTUATION && next->length == 1 && c->scanner.text[next->start] == '%' &&
		(next->start == end || (next->start == end + 1 && c->scanner.text[end] == ' '));
}

/* The longest amount: a number, two multipliers, a currency. */
#define MAX_AMOUNT 4

/* How many tokens the amount of money from the number here on has; 1 where it is none. */
static uint32_t
amount_words(vn_cutter *c)
{
	for (uint32_t n = 1; n < MAX_AMOUNT; n++)
	{
		const vn_ahead *next = look_ahead(c, n);
		unsigned	uses;

		if (!goes_on(next))
			return 1;
		uses = vn_uses_of(next->key, next->fold, next->flags & VN_MARKED);
		if (uses & VN_CURRENCY)
			return compound_words(c, n) > 1 ? 1 : n + 1;
		if (!(uses & VN_MULTIPLIER))
			return 1;
	}
	return 1;
}

/* Does a date with words in it begin here? */
static bool
is_written_date(vn_cutter *c)
{
	for (uint32_t n = 0; n < VN_DATE_WORDS; n++)
	{
		const vn_ahead *next = look_ahead(c, n);

		if (next == NULL || (n > 0 && !is_next_to(next)) ||
			!vn_fits_date((int) n, next->kind, next->length, vn_uses_of(next->key, next->fold, next->flags & VN_MARKED)))
			return false;
	}
	return true;
}

/* The type of the nearest token, and how many tokens it is made of. */
static vn_search_type
classify(vn_cutter *c, const vn_ahead *token, uint32_t *words)
{
	const char *bytes = (const char *) c->scanner.text + token->start;

	*words = 1;
	switch (token->kind)
	{
		case VN_WORD:
			if (!c->clauses)
				*words = compound_words(c, 0);
			return *words > 1 ? VN_SEARCH_COMPOUND : is_asciiword(c, token) ? VN_SEARCH_ASCIIWORD : VN_SEARCH_WORD;
		case VN_ALNUM:
			return VN_SEARCH_NUMWORD;
		case VN_NUMBER:
			if (percent_follows(c, token))
			{
				*words = 2;
				return VN_SEARCH_PERCENT;
			}
			if ((*words = amount_words(c)) > 1)
				return VN_SEARCH_MONEY;
			if (is_written_date(c))
			{
				*words = VN_DATE_WORDS;
				return VN_SEARCH_DATE;
			}
			switch (vn_number_kind(bytes, token->length))
			{
				case VN_NUMBER_WHOLE:
					return VN_SEARCH_UINT;
				case VN_NUMBER_DECIMAL:
					return VN_SEARCH_FLOAT;
				default:
					return VN_SEARCH_RATIO;
			}
		case VN_DATE:
			return VN_SEARCH_DATE;
		case VN_DOCUMENT_NUMBER:
			return VN_SEARCH_DOCUMENT;
		case VN_EMAIL:
			return VN_SEARCH_EMAIL;
		case VN_URL:
			return VN_SEARCH_URL;
		case VN_HOST:
			return VN_SEARCH_HOST;
		default:
			return VN_SEARCH_BLANK;
	}
}

static bool
is_of_clause(vn_search_type type)
{
	return type == VN_SEARCH_WORD || type == VN_SEARCH_ASCIIWORD || type == VN_SEARCH_NUMWORD || type == VN_SEARCH_UINT ||
		type == VN_SEARCH_FLOAT;
}

static void
drop(vn_cutter *c, uint32_t count)
{
	c->first = (c->first + count) % VN_AHEAD;
	c->count -= count;
}

bool
vn_cut(vn_cutter *c, vn_search_token *token)
{
	const vn_ahead *next;
	uint32_t	end;
	uint32_t	words;

	/* whatever lies before the next token with something to search for is blank, as much as a token may hold */
	token->start = c->at;
	token->type = VN_SEARCH_BLANK;
	while ((next = look_ahead(c, 0)) != NULL && (next->kind == VN_PUNCTUATION || next->kind == VN_SYMBOL) &&
		   next->start + next->length - c->at <= VN_MAX_TOKEN)
		drop(c, 1);
	end = next == NULL ? c->scanner.length : next->start;
	if (end > c->at)
	{
		if (end - c->at > VN_MAX_TOKEN)
		{
			end = c->at + VN_MAX_TOKEN;
			while ((c->scanner.text[end] & 0xc0) == 0x80 && end > c->at + VN_MAX_TOKEN - 4)
				end--;
		}
		token->length = end - c->at;
		c->at = end;
		return true;
	}
	if (next == NULL)
		return false;

	token->type = classify(c, next, &words);
	next = look_ahead(c, words - 1);
	c->at = next->start + next->length;
	drop(c, words);
	if (c->clauses && is_of_clause(token->type))
		while (is_next_to(next = look_ahead(c, 0)) && next->start + next->length - token->start <= VN_MAX_TOKEN &&
			   is_of_clause(classify(c, next, &words)))
		{
			token->type = VN_SEARCH_CLAUSE;
			c->at = next->start + next->length;
			drop(c, 1);
		}
	token->length = c->at - token->start;
	return true;
}
