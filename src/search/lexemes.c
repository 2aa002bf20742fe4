/*
 * lexemes.c
 *		The lexemes of a token. A token of several syllables takes a position for each of them, so that phrases, halves of
 *		compounds and queries cut in another way all find it; what joins syllables stands beside the first of them.
 */
#include "search/search.h"

#include <string.h>

#include "search/spell.h"
#include "text/normal.h"

/* More than the words of a token: each but the last has a blank behind it, or is cut off from the next by what it is made of. */
#define MAX_WORDS (VN_MAX_TOKEN + 1)

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

/* A word or number for a joined lexeme: its length, 0 where it has too many letters or those of other alphabets. */
static size_t
spell_part(const maker *m, const vn_scanned *word, char *out)
{
	uint64_t	key = m->options->forms == VN_FORMS_EXACT ? word->key : word->fold;

	if (word->kind == VN_NUMBER)
		return word->length > VN_MAX_LEXEME ? 0 : vn_spell_number(out, m->token + word->start, word->length);
	return vn_is_packed(key) ? vn_spell_key(out, key) : 0;
}

/*
 * Some words in a row as one lexeme. It has no diacritics, so where typed ones count it must not be found without the first
 * word as typed.
 */
static void
give_joined(maker *m, const vn_scanned *words, int count, char joint)
{
	char		joined[2 * VN_MAX_LEXEME + VN_SPELL_ROOM];
	size_t		length = 0;
	bool		marked = false;

	for (int i = 0; i < count; i++)
	{
		size_t		part;

		if (i > 0)
			joined[length++] = joint;
		part = spell_part(m, &words[i], joined + length);
		length += part;
		if (part == 0 || length > VN_MAX_LEXEME)
			return;
		marked |= (words[i].flags & VN_MARKED) != 0;
	}
	marked &= m->options->forms == VN_FORMS_MARKED && words[0].kind == VN_WORD;
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
	size_t		length;

	if (token->length > VN_MAX_LEXEME)
		return;
	length = vn_spell_number(number, m->token + token->start, token->length);
	memcpy(exact, number, length);
	exact[length] = '%';
	give_forms(m, exact, length + percent, number, length);
}

/* The number that comes first and the words behind it as one lexeme, if they are an amount of money. */
static void
give_amount(maker *m, const vn_scanned *words, int count)
{
	for (int i = 1; i < count && i <= 3 && words[i].kind == VN_WORD && m->options->compounds; i++)
	{
		unsigned	uses = vn_uses_of(words[i].key, words[i].fold, words[i].flags & VN_MARKED);

		if (uses & VN_CURRENCY)
			give_joined(m, words, i + 1, '_');
		if (!(uses & VN_MULTIPLIER) || (uses & VN_CURRENCY))
			return;
	}
}

/* The date that the number begins, if it does, spelt as one in digits is. */
static void
give_written_date(maker *m, const vn_scanned *words, int count)
{
	char		digits[16],
				date[16 + VN_SPELL_ROOM];
	size_t		length = 0;

	if (count < VN_DATE_WORDS)
		return;
	for (int i = 0; i < VN_DATE_WORDS; i++)
	{
		if (!vn_fits_date(i, words[i].kind, words[i].length,
						  vn_uses_of(words[i].key, words[i].fold, words[i].flags & VN_MARKED)))
			return;
		if (i % 2 == 1)
			digits[length++] = '/';
		else
			for (uint32_t j = 0; j < words[i].length; j++)
				digits[length++] = m->token[words[i].start + j];
	}
	m->take(m->context, date, vn_spell_date(date, digits, length), m->position, false);
}

/*
 * The lexemes of words and numbers in a row, the last one with a percent sign behind it if "percent". A compound of three words or more is cut once more into shorter ones, so that "nhân dân" is
 * found in "ủy ban nhân dân" as a compound too.
 */
static void
give_run(maker *m, const vn_scanned *words, int count, bool percent)
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
		if (words[i].kind == VN_NUMBER)
		{
			give_number(m, &words[i], percent && i + 1 == count);
			give_written_date(m, words + i, count - i);
			give_amount(m, words + i, count - i);
		}
		else if (!m->options->stop_words || !alone || !vn_is_weak_word(&words[i], VN_STOP_WORD))
			give_word(m, &words[i]);
		if (m->options->compounds && compound > 1)
			give_joined(m, words + i, compound, '_');
		if (m->options->compounds && part > 1)
			give_joined(m, words + i, part, '_');
		if (m->options->bigrams && i + 1 < count)
			give_joined(m, words + i, 2, '+');
	}
}

static void
give_other(maker *m, const vn_scanned *token)
{
	char		date[VN_MAX_LEXEME + VN_SPELL_ROOM];

	if (token->kind == VN_EMAIL || token->kind == VN_URL || token->kind == VN_HOST)
		give_address(m, token);
	else if (token->length > VN_MAX_LEXEME)
		;
	else if (token->kind == VN_DOCUMENT_NUMBER)
		give_document(m, token);
	else if (token->kind == VN_DATE)
		m->take(m->context, date, vn_spell_date(date, m->token + token->start, token->length), m->position, false);
	m->position++;
}

int
vn_lexemes(const vn_env *env, const vn_lexeme_options *options, const char *token, size_t length, vn_lexeme_taker take,
		   void *context)
{
	maker		m = {env, options, token, take, context, 0};
	vn_scanned	words[MAX_WORDS];
	int			count = 0;
	vn_scanner	scanner;
	bool		more;

	if (length > VN_MAX_TOKEN)
		return 0;
	vn_scan_start(&scanner, token, length);
	do
	{
		const vn_scanned *next = &words[count];

		more = vn_scan(&scanner, &words[count]);
		if (more && (next->kind == VN_WORD || next->kind == VN_ALNUM || next->kind == VN_NUMBER))
			count++;
		else
		{
			give_run(&m, words, count, more && next->kind == VN_PUNCTUATION && token[next->start] == '%');
			if (more && next->kind != VN_PUNCTUATION && next->kind != VN_SYMBOL)
				give_other(&m, next);
			count = 0;
		}
	} while (more);
	return m.position;
}
