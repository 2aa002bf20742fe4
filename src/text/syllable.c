/*
 * syllable.c
 *		See syllable.h. Initials, vowel groups and finals as in any grammar of Vietnamese, diacritics left out.
 */
#include "text/syllable.h"

#include <stddef.h>
#include <string.h>

#include "text/letters.h"

/* Longest first where one is the beginning of another. */
static const char *const initials[] = {
	"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
	"b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""
};

enum
{
	OPEN = 1,					/* no final */
	STOP = 2,					/* c m n ng p t */
	PALATAL = 4					/* ch nh */
};

static const struct
{
	const char *vowels;
	unsigned	finals;
}			groups[] = {
	{"a", OPEN | STOP | PALATAL}, {"e", OPEN | STOP | PALATAL}, {"i", OPEN | STOP | PALATAL}, {"o", OPEN | STOP},
	{"u", OPEN | STOP}, {"y", OPEN | STOP | PALATAL},
	{"ai", OPEN}, {"ao", OPEN}, {"au", OPEN}, {"ay", OPEN}, {"eo", OPEN}, {"eu", OPEN}, {"ia", OPEN}, {"ie", STOP},
	{"iu", OPEN}, {"oa", OPEN | STOP | PALATAL}, {"oe", OPEN | STOP}, {"oi", OPEN}, {"oo", STOP}, {"ua", OPEN | STOP},
	{"ue", OPEN | PALATAL}, {"ui", OPEN}, {"uo", OPEN | STOP}, {"uu", OPEN}, {"uy", OPEN | STOP | PALATAL}, {"ye", STOP},
	{"ieu", OPEN}, {"oai", OPEN}, {"oao", OPEN}, {"oay", OPEN}, {"oeo", OPEN}, {"uay", OPEN}, {"uoi", OPEN},
	{"uou", OPEN}, {"uya", OPEN}, {"uye", STOP}, {"uyu", OPEN}, {"yeu", OPEN}
};

static const char *const stops[] = {"c", "m", "n", "ng", "p", "t"};
static const char *const palatals[] = {"ch", "nh"};

static bool
one_of(const char *rest, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(rest, list[i]) == 0)
			return true;
	return false;
}

static bool
is_rime(const char *rime)
{
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
	{
		size_t		length = strlen(groups[i].vowels);
		const char *rest = rime + length;

		if (strncmp(rime, groups[i].vowels, length) != 0)
			continue;
		if ((*rest == '\0' && (groups[i].finals & OPEN)) ||
			((groups[i].finals & STOP) && one_of(rest, stops, sizeof(stops) / sizeof(stops[0]))) ||
			((groups[i].finals & PALATAL) && one_of(rest, palatals, sizeof(palatals) / sizeof(palatals[0]))))
			return true;
	}
	return false;
}

/* The longest syllable ("nghieng") has seven letters. */
#define LONGEST 7

bool
vn_may_be_syllable(uint64_t fold)
{
	char		word[LONGEST + 1];
	int			count = 0;

	if (fold >> (LONGEST * VN_LETTER_BITS) != 0)
		return false;			/* also if it is a hash */
	for (uint64_t rest = fold; rest != 0; rest >>= VN_LETTER_BITS)
		count++;
	word[count] = '\0';
	for (int i = count - 1; i >= 0; i--, fold >>= VN_LETTER_BITS)
		word[i] = (char) vn_compose(fold & ((1 << VN_LETTER_BITS) - 1), 0, false);
	for (size_t i = 0; i < sizeof(initials) / sizeof(initials[0]); i++)
	{
		size_t		length = strlen(initials[i]);

		if (strncmp(word, initials[i], length) == 0 && is_rime(word + length))
			return true;
	}
	return false;
}
