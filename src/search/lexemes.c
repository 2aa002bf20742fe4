/*
 * lexemes.c
 *		The lexemes of a token. A token of several syllables takes a position for each of them, so that phrases, halves of
 *		compounds and queries cut in another way all find it; what joins syllables stands beside the first of them.
 */
#include "search/search.h"

#include <string.h>

#include "search/spell.h"
#include "text/normal.h"

/* A token has at most VN_MAX_TOKEN bytes, so no more words than half of that. */
#define MAX_WORDS (VN_MAX_TOKEN / 2)

typedef struct maker
{
	const vn_env *env;
	const vn_lexeme_options *options;
	const char *token;
	vn_lexeme_taker take;
	void	   *context;
	int			position;
} maker;

static bool
wants_folded(const vn_lexeme_options *options)
{
	return options->forms == VN_FORMS_BOTH || options->forms == VN_FORMS_FOLDED;
}

/*
 * Give out the exact and the folded spelling of something, as the options want them. "folded_length" 0: it has no folded
 * spelling of its own.
 */
static void
give_forms(maker *m, const char *exact, size_t exact_length, const char *folded, size_t folded_length)
{
	bool		same = folded_length == 0 || (exact_length == folded_length && memcmp(exact, folded, exact_length) == 0);

	if (exact_length > 0 && (same || m->options->forms != VN_FORMS_FOLDED))
		m->take(m->context, exact, exact_length, m->position, false);
	if (!same && wants_folded(m->options))
		m->take(m->context, folded, folded_length, m->position, false);
}

/* A word that has no packed key: letters of other alphabets, more than ten letters, digits among letters. */
static void
give_long_word(maker *m, const vn_scanned *word)
{
	vn_buffer	exact = {.env = m->env};
	vn_buffer	folded = {.env = m->env};

	vn_lower(&exact, m->token + word->start, word->length);
	vn_fold(&folded, m->token + word->start, word->length);
	if (!exact.failed && !folded.failed)
		give_forms(m, exact.data, exact.length, folded.data, folded.length);
	vn_release(m->env, exact.data);
	vn_release(m->env, folded.data);
}

static void
give_word(maker *m, const vn_scanned *word)
{
	char		exact[64],
				folded[64];
	size_t		folded_length;

	if (word->length > VN_MAX_LEXEME)
		return;
	if (!vn_is_packed(word->key) || !vn_is_packed(word->fold))
	{
		give_long_word(m, word);
		return;
	}
	folded_length = vn_spell_key(folded, word->fold);
	if (word->key == word->fold)
		m->take(m->context, folded, folded_length, m->position, false);
	else
		give_forms(m, exact, m->options->forms == VN_FORMS_FOLDED ? 0 : vn_spell_key(exact, word->key), folded, folded_length);
}

/*
 * Some words in a row as one lexeme. It has no diacritics, so where typed ones count it must not be found without the first
 * word as typed.
 */
static void
give_joined(maker *m, const vn_scanned *words, int count, char joint)
{
	char		joined[VN_MAX_LEXEME + 64];
	size_t		length = 0;
	bool		marked = false;

	for (int i = 0; i < count; i++)
	{
		uint64_t	key = m->options->forms == VN_FORMS_EXACT ? words[i].key : words[i].fold;

		if (!vn_is_packed(key) || length > VN_MAX_LEXEME)
			return;
		if (i > 0)
			joined[length++] = joint;
		length += vn_spell_key(joined + length, key);
		marked |= (words[i].flags & VN_MARKED) != 0;
	}
	marked &= m->options->forms == VN_FORMS_MARKED;
	if (marked)
		give_word(m, &words[0]);
	m->take(m->context, joined, length, m->position, marked);
}

int
vn_compound_words(const vn_scanned *words, int count)
{
	uint16_t	symbol = vn_symbol(&vn_folded_symbols, words[0].fold);
	uint32_t	node = symbol == 0 ? 0 : vn_folded_words_trie.first[symbol];
	int			longest = 1;

	for (int n = 1; node != 0 && n < count; n++)
	{
		if ((symbol = vn_symbol(&vn_folded_symbols, words[n].fold)) == 0)
			break;
		node = vn_trie_next(&vn_folded_words_trie, node, symbol);
		if (node != 0 && vn_folded_words_trie.values[node] != 0)
			longest = n + 1;
	}
	return longest;
}

bool
vn_is_stop_word(const vn_scanned *word)
{
	return vn_uses_of(word->key, word->fold, word->flags & VN_MARKED) & VN_STOP_WORD;
}

/*
 * The lexemes of words in a row. A compound of three words or more is cut once more into shorter ones, so that "nhân dân" is
 * found in "ủy ban nhân dân" as a compound too.
 */
static void
give_words(maker *m, const vn_scanned *words, int count)
{
	int			compound_end = 0;	/* of the longest compound that reaches here */
	int			part_end = 0;	/* of the shorter one inside it */
	bool		alone = true;	/* the word is in no compound */

	for (int i = 0; i < count; i++, m->position++)
	{
		int			compound = 1;
		int			part = 1;

		if (i >= compound_end)
		{
			compound = count == 1 ? 1 : vn_compound_words(words + i, count - i);
			part_end = i;
			compound_end = i + compound;
			alone = compound == 1;
		}
		if (i >= part_end && compound_end - i > 1 && compound != 2)
		{
			part = vn_compound_words(words + i, compound > 1 ? compound - 1 : compound_end - i);
			part_end = i + part;
		}
		if (!m->options->stop_words || !alone || !vn_is_stop_word(&words[i]))
			give_word(m, &words[i]);
		if (m->options->compounds && compound > 1)
			give_joined(m, words + i, compound, '_');
		if (m->options->compounds && part > 1)
			give_joined(m, words + i, part, '_');
		if (m->options->bigrams && i + 1 < count && !(m->options->compounds && (compound == 2 || part == 2)))
			give_joined(m, words + i, 2, '+');
	}
}

/* ------------------------------------------------- what is not words */

static size_t
lower_ascii(char *out, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		out[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? (char) (bytes[i] + 0x20) : bytes[i];
	return length;
}

/* Lower case; numbers of documents are as often cited with a zero before them as without. */
static void
give_document(maker *m, const vn_scanned *token)
{
	const char *bytes = m->token + token->start;
	size_t		length = token->length;
	vn_buffer	exact = {.env = m->env};
	vn_buffer	folded = {.env = m->env};

	while (length > 1 && bytes[0] == '0' && bytes[1] >= '0' && bytes[1] <= '9')
		bytes++, length--;
	vn_lower(&exact, bytes, length);
	vn_fold(&folded, bytes, length);
	if (!exact.failed && !folded.failed)
		give_forms(m, exact.data, exact.length, folded.data, folded.length);
	vn_release(m->env, exact.data);
	vn_release(m->env, folded.data);
}

/* The address, and its host, which is how it is looked for. */
static void
give_address(maker *m, const vn_scanned *token)
{
	char		exact[VN_MAX_TOKEN],
			   *host = exact;
	size_t		length = lower_ascii(exact, m->token + token->start, token->length);
	size_t		host_length = 0;

	if (token->kind == VN_URL)
	{
		for (size_t i = 0; i + 2 < length; i++)
			if (memcmp(exact + i, "://", 3) == 0)
			{
				host = exact + i + 3;
				break;
			}
		while (host + host_length < exact + length && host[host_length] != '/' && host[host_length] != '?' &&
			   host[host_length] != ':' && host[host_length] != '#')
			host_length++;
		if (host_length > VN_MAX_LEXEME)
			host_length = 0;
	}
	give_forms(m, exact, length > VN_MAX_LEXEME ? 0 : length, host, host_length);
}

/* A number; with a percent sign also without it. */
static void
give_number(maker *m, const vn_scanned *token, bool percent)
{
	char		number[VN_MAX_LEXEME + VN_SPELL_ROOM];
	char		exact[VN_MAX_LEXEME + VN_SPELL_ROOM];
	size_t		length = vn_spell_number(number, m->token + token->start, token->length);

	memcpy(exact, number, length);
	exact[length] = '%';
	give_forms(m, exact, length + percent, number, length);
}

/* The number and the words behind it as one lexeme, if they are an amount of money. */
static void
give_amount(maker *m, const vn_scanned *number, size_t length)
{
	char		amount[VN_MAX_LEXEME + 4 * 64];
	size_t		used = vn_spell_number(amount, m->token + number->start, number->length);
	const char *rest = m->token + number->start + number->length;
	vn_scanner	scanner;
	vn_scanned	word;
	bool		currency = false;

	vn_scan_start(&scanner, rest, (size_t) (m->token + length - rest));
	for (int words = 0; words < 3 && !currency && vn_scan(&scanner, &word); words++)
	{
		unsigned	uses = word.kind == VN_WORD ? vn_uses_of(word.key, word.fold, word.flags & VN_MARKED) : 0;

		if (!(uses & (VN_MULTIPLIER | VN_CURRENCY)) || !vn_is_packed(word.fold))
			return;
		amount[used++] = '_';
		used += vn_spell_key(amount + used, word.fold);
		currency = (uses & VN_CURRENCY) != 0;
	}
	if (currency && m->options->compounds)
		m->take(m->context, amount, used, m->position, false);
}

static void
give_other(maker *m, const vn_scanned *token, size_t length, bool percent)
{
	char		date[VN_MAX_LEXEME + VN_SPELL_ROOM];

	if (token->kind == VN_EMAIL || token->kind == VN_URL || token->kind == VN_HOST)
		give_address(m, token);
	else if (token->length > VN_MAX_LEXEME)
		;
	else if (token->kind == VN_DOCUMENT_NUMBER)
		give_document(m, token);
	else if (token->kind == VN_DATE)
		m->take(m->context, date, vn_spell_date(date, m->token + token->start, token->length), m->position,
				false);
	else if (token->kind == VN_NUMBER)
	{
		give_number(m, token, percent);
		give_amount(m, token, length);
	}
	else
		give_long_word(m, token);	/* letters and digits */
	m->position++;
}

int
vn_lexemes(const vn_env *env, const vn_lexeme_options *options, const char *token, size_t length, vn_lexeme_taker take,
		   void *context)
{
	maker		m = {env, options, token, take, context, 0};
	vn_scanned	words[MAX_WORDS];
	vn_scanned	last = {0};		/* what is not a word and waits for a percent sign */
	int			count = 0;
	vn_scanner	scanner;
	bool		more;

	if (length > VN_MAX_TOKEN)
		return 0;
	vn_scan_start(&scanner, token, length);
	do
	{
		more = vn_scan(&scanner, &words[count]);
		if (last.kind != 0)
		{
			give_other(&m, &last, length, more && words[count].kind == VN_PUNCTUATION && token[words[count].start] == '%');
			last.kind = 0;
		}
		if (more && words[count].kind == VN_WORD && count < MAX_WORDS - 1)
		{
			count++;
			continue;
		}
		/* a run of words has ended */
		if (count > 0)
		{
			vn_scanned	behind = words[count];

			give_words(&m, words, count);
			words[0] = behind;
			count = 0;
		}
		if (more && words[0].kind != VN_PUNCTUATION && words[0].kind != VN_SYMBOL)
		{
			if (words[0].kind == VN_WORD)
				give_words(&m, words, 1);
			else
				last = words[0];
		}
	} while (more);
	return m.position;
}
