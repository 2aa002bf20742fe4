/*
 * scan_number.c
 *		Numbers, dates, document numbers: what begins with a digit.
 */
#include "text/scan_parts.h"

static inline bool
is_digit(const vn_scanner *s, uint32_t at)
{
	return at < s->limit && vn_is_digit(s->text[at]);
}

static uint32_t
skip_digits(const vn_scanner *s, uint32_t at)
{
	while (is_digit(s, at))
		at++;
	return at;
}

static unsigned
digits_value(const vn_scanner *s, uint32_t from, uint32_t to)
{
	unsigned	value = 0;

	for (uint32_t i = from; i < to && value < 100000; i++)
		value = value * 10 + (s->text[i] - '0');
	return value;
}

typedef struct code
{
	bool		upper;			/* all its letters but small inner ones (TTg, CTr, QyĐ) are capitals */
	unsigned	characters;
} code;

/*
 * The end of a run of Vietnamese letters and digits with at least one letter, at most 24 of them, from "at"; "at" itself
 * where there is none.
 */
static uint32_t
skip_code(const vn_scanner *s, uint32_t at, code *found)
{
	uint32_t	from = at;
	unsigned	letters = 0,
				uppers = 0,
				digits = 0;

	while (at < s->limit && letters + digits < 24)
	{
		unsigned	length;
		vn_char		ch = vn_decode(s->text + at, s->text + s->limit, &length);
		vn_letter	letter = vn_letter_of(ch);
		unsigned	full = letter.letter;
		unsigned	tone = letter.tone;
		uint32_t	end = at + length;

		if (full == 0 && !vn_is_digit(ch))
			break;
		while (end < s->limit && s->text[end] >= 0xcc && vn_apply_mark(vn_decode(s->text + end, s->text + s->limit, &length),
																		   &full, &tone))
			end += length;
		if (end < s->limit && s->text[end] >= 0xcc &&
			vn_class_of(vn_decode(s->text + end, s->text + s->limit, &length)) == VN_CLASS_MARK)
			break;				/* a letter of another alphabet */
		digits += full == 0;
		letters += full != 0;
		uppers += letter.upper;
		at = end;
	}
	found->upper = uppers >= 2 || (letters == 1 && uppers == 1);
	found->characters = letters + digits;
	return letters > 0 ? at : from;
}

/*
 * The document number that begins with the digits from..digits_end; its end, or 0. Both styles are described in Decree
 * 30/2020/NĐ-CP (state: number/[year/]type-organ) and in the Party's instruction on documents (number-type/organ).
 */
static uint32_t
document_number(const vn_scanner *s, uint32_t from, uint32_t digits_end)
{
	uint32_t	at = digits_end;
	uint32_t	end;
	bool		year = false;
	code		part;

	if (digits_end - from > 6 || at >= s->limit)
		return 0;
	if (s->text[at] == '-')
	{
		end = skip_code(s, at + 1, &part);
		if (end == at + 1 || is_digit(s, at + 1) || end >= s->limit || s->text[end] != '/')
			return 0;
		at = skip_code(s, end + 1, &part);
		if (at == end + 1 || is_digit(s, end + 1))
			return 0;
	}
	else if (s->text[at] == '/')
	{
		uint32_t	year_end = skip_digits(s, at + 1);

		if (year_end == at + 5 && year_end < s->limit && s->text[year_end] == '/')
		{
			year = true;
			at = year_end;
		}
		end = skip_code(s, at + 1, &part);
		if (end == at + 1 || is_digit(s, at + 1))
			return 0;
		at = end;
		if (!year && !part.upper && !(at < s->limit && s->text[at] == '-'))
			return 0;
		if (!year && !(at < s->limit && s->text[at] == '-'))
			return part.characters < 12 ? end : 0;
	}
	else
		return 0;
	/* further parts: -CP, -BTC-BNV, /TW */
	while (at < s->limit && (s->text[at] == '-' || s->text[at] == '/'))
	{
		end = skip_code(s, at + 1, &part);
		if (end == at + 1)
			break;
		at = end;
	}
	if (!year && s->text[digits_end] == '/' && at == skip_code(s, digits_end + 1, &part))
		return 0;
	return at;
}

/* The end of a date that begins with the digits from..digits_end; 0 where it is none. */
static uint32_t
date_end(const vn_scanner *s, uint32_t from, uint32_t digits_end)
{
	unsigned	first = digits_value(s, from, digits_end);
	unsigned	separator = digits_end < s->limit ? s->text[digits_end] : 0;
	uint32_t	second_end;
	uint32_t	third_end;
	unsigned	second;

	if (digits_end - from > 2 || first == 0 || (separator != '/' && separator != '-' && separator != '.'))
		return 0;
	second_end = skip_digits(s, digits_end + 1);
	second = digits_value(s, digits_end + 1, second_end);
	if (second_end == digits_end + 1 || second_end - digits_end > 5)
		return 0;
	if (second_end - digits_end <= 3 && first <= 31 && second >= 1 && second <= 12 && second_end < s->limit &&
		s->text[second_end] == separator)
	{
		third_end = skip_digits(s, second_end + 1);
		if (third_end == second_end + 5 || (third_end == second_end + 3 && separator != '.'))
			return third_end;
	}
	if (separator != '/' || (second_end < s->limit && s->text[second_end] == '/' && is_digit(s, second_end + 1)))
		return 0;
	if (second_end - digits_end == 5 && first <= 12 && second >= 1800 && second <= 2200)
		return second_end;
	if (second_end - digits_end <= 3 && first <= 31 && second >= 1 && second <= 12)
		return second_end;
	return 0;
}

/* A number: digits with single dots or commas inside; "/" between two whole numbers makes a ratio of it. */
static uint32_t
number_end(const vn_scanner *s, uint32_t at)
{
	at = skip_digits(s, at);
	while (at < s->limit && (s->text[at] == '.' || s->text[at] == ',') && is_digit(s, at + 1))
		at = skip_digits(s, at + 1);
	if (at < s->limit && s->text[at] == '/' && is_digit(s, at + 1))
	{
		uint32_t	end = skip_digits(s, at + 1);

		if (end >= s->limit || s->text[end] != '/')
			at = end;
	}
	return at;
}

void
vn_scan_number(vn_scanner *s, vn_scanned *token)
{
	uint32_t	from = s->at;
	uint32_t	digits_end = skip_digits(s, from);
	uint32_t	end;

	if ((end = document_number(s, from, digits_end)) != 0)
	{
		token->kind = VN_DOCUMENT_NUMBER;
		vn_scan_keys(s, from, end, token);
		token->length = end - from;
		s->at = end;
		return;
	}
	else if ((end = date_end(s, from, digits_end)) != 0)
		token->kind = VN_DATE;
	else
	{
		end = number_end(s, from);
		token->kind = VN_NUMBER;
		if (end == digits_end && end < s->limit)
		{
			unsigned	length;
			vn_char		next = vn_decode(s->text + end, s->text + s->limit, &length);

			if (vn_class_of(next) == VN_CLASS_LETTER)
			{
				vn_scan_word(s, token);	/* 5G, 19h30, 2km */
				return;
			}
		}
	}
	token->length = end - from;
	token->key = token->fold = vn_hash_ascii(s->text + from, end - from);
	s->at = end;
}
