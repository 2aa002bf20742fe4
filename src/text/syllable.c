/*
 * syllable.c
 *		See syllable.h. Initials, vowel groups and finals as in any grammar of Vietnamese, diacritics left out.
 */
#include "text/syllable.h"

#include <stddef.h>

#include "text/letters.h"

/* Up to three letters as in a key: the last one lowest. */
#define L1(a) ((uint64_t) (a))
#define L2(a, b) (L1(a) << VN_LETTER_BITS | (b))
#define L3(a, b, c) (L2(a, b) << VN_LETTER_BITS | (c))

/* The number of letters of the initial consonants "first", "second", "third" begin with; -1 if no syllable begins so. */
static int
initial_length(unsigned first, unsigned second, unsigned third)
{
	switch (first)
	{
		case VN_N:
			if (second == VN_G)
				return third == VN_H ? 3 : 2;
			return second == VN_H ? 2 : 1;
		case VN_C: case VN_G: case VN_K: case VN_P: case VN_T:
			if (second == VN_H || (first == VN_T && second == VN_R))
				return 2;
			return 1;
		case VN_Q:
			return second == VN_U ? 2 : -1;
		case VN_B: case VN_D: case VN_H: case VN_L: case VN_M: case VN_R: case VN_S: case VN_V: case VN_X:
			return 1;
		case VN_F: case VN_J: case VN_W: case VN_Z:
			return -1;
		default:
			return 0;
	}
}

enum
{
	OPEN = 1,					/* no final */
	STOP = 2,					/* c m n ng p t */
	PALATAL = 4					/* ch nh */
};

/* The finals that a group of vowels may have. */
static unsigned
finals_of(uint64_t vowels)
{
	switch (vowels)
	{
		case L1(VN_A): case L1(VN_E): case L1(VN_I): case L1(VN_Y): case L2(VN_O, VN_A): case L2(VN_U, VN_Y):
			return OPEN | STOP | PALATAL;
		case L1(VN_O): case L1(VN_U): case L2(VN_O, VN_E): case L2(VN_U, VN_A): case L2(VN_U, VN_O):
			return OPEN | STOP;
		case L2(VN_U, VN_E):
			return OPEN | PALATAL;
		case L2(VN_I, VN_E): case L2(VN_Y, VN_E): case L2(VN_O, VN_O): case L3(VN_U, VN_Y, VN_E):
			return STOP;
		case L2(VN_A, VN_I): case L2(VN_A, VN_O): case L2(VN_A, VN_U): case L2(VN_A, VN_Y): case L2(VN_E, VN_O):
		case L2(VN_E, VN_U): case L2(VN_I, VN_A): case L2(VN_I, VN_U): case L2(VN_O, VN_I): case L2(VN_U, VN_I):
		case L2(VN_U, VN_U): case L3(VN_I, VN_E, VN_U): case L3(VN_O, VN_A, VN_I): case L3(VN_O, VN_A, VN_O):
		case L3(VN_O, VN_A, VN_Y): case L3(VN_O, VN_E, VN_O): case L3(VN_U, VN_A, VN_Y): case L3(VN_U, VN_O, VN_I):
		case L3(VN_U, VN_O, VN_U): case L3(VN_U, VN_Y, VN_A): case L3(VN_U, VN_Y, VN_U): case L3(VN_Y, VN_E, VN_U):
			return OPEN;
		default:
			return 0;
	}
}

static unsigned
final_kind(uint64_t final)
{
	switch (final)
	{
		case 0:
			return OPEN;
		case L1(VN_C): case L1(VN_M): case L1(VN_N): case L2(VN_N, VN_G): case L1(VN_P): case L1(VN_T):
			return STOP;
		case L2(VN_C, VN_H): case L2(VN_N, VN_H):
			return PALATAL;
		default:
			return 0;
	}
}

/* Are these letters vowels and a final that go together? */
static bool
is_rime(const uint8_t *letters, int count)
{
	uint64_t	vowels = 0;
	uint64_t	final = 0;
	int			i = 0;

	for (; i < count && vn_is_vowel(letters[i]); i++)
		vowels = vowels << VN_LETTER_BITS | letters[i];
	for (; i < count; i++)
		final = final << VN_LETTER_BITS | letters[i];
	return (finals_of(vowels) & final_kind(final)) != 0;
}

/* The longest syllable ("nghieng") has seven letters. */
#define LONGEST 7

bool
vn_may_be_syllable(uint64_t fold)
{
	uint8_t		letters[LONGEST + 3] = {0};
	int			count = 0;
	int			initial;

	if (fold >> (LONGEST * VN_LETTER_BITS) != 0)
		return false;			/* also if it is a hash */
	for (int i = LONGEST - 1; i >= 0; i--)
	{
		unsigned	letter = fold >> (i * VN_LETTER_BITS) & ((1 << VN_LETTER_BITS) - 1);

		if (letter != 0)
			letters[count++] = (uint8_t) letter;
	}
	initial = initial_length(letters[0], letters[1], letters[2]);
	if (initial < 0)
		return false;
	/* the i of gi- belongs to the initial or is the vowel */
	if (letters[0] == VN_G && letters[1] == VN_I && is_rime(letters + 2, count - 2))
		return true;
	return is_rime(letters + initial, count - initial);
}
