/*
 * spell.c
 *		See spell.h.
 */
#include "search/spell.h"

#include <string.h>

#include "text/letters.h"

#define TONE_SHIFT 60
#define MAX_PACKED 10

size_t
vn_spell_key(char *out, uint64_t key)
{
	uint8_t		letters[MAX_PACKED];
	unsigned char *p = (unsigned char *) out;
	uint64_t	packed = key & (((uint64_t) 1 << TONE_SHIFT) - 1);
	unsigned	tone = (unsigned) (key >> TONE_SHIFT & 7);
	int			count = 0;
	int			place = -1;

	/* the last letter is the lowest */
	for (int i = MAX_PACKED - 1; i >= 0; i--)
	{
		unsigned	letter = packed >> (i * VN_LETTER_BITS) & ((1 << VN_LETTER_BITS) - 1);

		if (letter != 0)
			letters[count++] = (uint8_t) letter;
	}
	if (tone != 0)
	{
		place = vn_tone_place(letters, count);
		/* no Vietnamese syllable: the key does not say where the mark stood; most foreign words have it at the end (café) */
		for (int i = count - 1; i >= 0 && place < 0; i--)
			if (vn_is_vowel(letters[i]))
				place = i;
	}
	for (int i = 0; i < count; i++)
	{
		vn_char		ch = vn_compose(letters[i], i == place ? tone : 0, false);

		if (ch < 0x80)
			*p++ = (unsigned char) ch;
		else
			p += vn_encode(ch, p);
	}
	return (size_t) (p - (unsigned char *) out);
}

/* ---------------------------------------------------------------- numbers */

static bool
is_separator(char c)
{
	return c == '.' || c == ',';
}

/*
 * Where the decimals begin, or "length" in a whole number; 0 where it is no number. "number" is digits and separators that
 * stand singly between digits.
 */
static size_t
decimals_of(const char *number, size_t length)
{
	size_t		last = length;	/* the last separator */
	size_t		separators = 0;
	size_t		group = 0;		/* digits since the last separator */
	bool		thousands = true;	/* so far every separator but the last splits off three digits */
	bool		mixed = false;
	char		first = 0;

	for (size_t i = 0; i < length; i++)
	{
		if (number[i] == '/')
			return 0;
		if (!is_separator(number[i]))
		{
			group++;
			continue;
		}
		if (mixed)
			return 0;			/* something follows the decimals */
		if (separators == 0)
		{
			first = number[i];
			thousands = group <= 3;
		}
		else
			thousands &= group == 3;
		mixed = number[i] != first;
		separators++;
		last = i;
		group = 0;
	}
	if (separators == 0)
		return length;
	if (mixed)
		return thousands ? last + 1 : 0;
	if (separators > 1)
		return thousands && group == 3 ? length : 0;
	if (first == '.' && thousands && group == 3 && number[0] != '0')
		return length;
	return last + 1;
}

vn_number_form
vn_number_kind(const char *number, size_t length)
{
	size_t		decimals = decimals_of(number, length);

	return decimals == 0 ? VN_NUMBER_OTHER : decimals == length ? VN_NUMBER_WHOLE : VN_NUMBER_DECIMAL;
}

size_t
vn_spell_number(char *out, const char *number, size_t length)
{
	size_t		decimals = decimals_of(number, length);
	size_t		used = 0;

	if (decimals == 0)
	{
		memcpy(out, number, length);
		return length;
	}
	if (length == 2 && number[0] == '0')
		number++, length--, decimals--;
	for (size_t i = 0; i < length; i++)
	{
		if (i + 1 == decimals && i + 1 < length)
			out[used++] = '.';
		else if (!is_separator(number[i]))
			out[used++] = number[i];
	}
	return used;
}

/* ------------------------------------------------------------------ dates */

static size_t
put_digits(char *out, unsigned value, int digits)
{
	for (int i = digits - 1; i >= 0; i--, value /= 10)
		out[i] = (char) ('0' + value % 10);
	return (size_t) digits;
}

size_t
vn_spell_date(char *out, const char *date, size_t length)
{
	unsigned	part[3] = {0};
	size_t		digits[3] = {0};
	int			parts = 0;
	size_t		used = 0;
	unsigned	day = 0,
				month,
				year = 0;

	for (size_t i = 0; i < length && parts < 3; i++)
	{
		if (date[i] < '0' || date[i] > '9')
			parts++;
		else
		{
			part[parts] = part[parts] * 10 + (unsigned) (date[i] - '0');
			digits[parts]++;
		}
	}
	if (parts == 1 && digits[1] == 4)
	{
		month = part[0];
		year = part[1];
	}
	else
	{
		day = part[0];
		month = part[1];
		year = digits[2] == 2 ? part[2] + (part[2] < 50 ? 2000 : 1900) : part[2];
	}
	if (year != 0)
	{
		used = put_digits(out, year, 4);
		out[used++] = '-';
	}
	used += put_digits(out + used, month, 2);
	if (day != 0)
	{
		out[used++] = '-';
		used += put_digits(out + used, day, 2);
	}
	return used;
}
