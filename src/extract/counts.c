/*
 * counts.c
 *		See counts.h. Vietnamese number words are read by place: a digit waits for the ten, hundred or thousand behind it.
 */
#include "extract/counts.h"

/* Digits with dots between groups of three: 1.234. Anything else with a mark in it is no count: -1. */
static int
digits_value(const char *text, unsigned length)
{
	int			value = 0;
	unsigned	group = 0;		/* digits since the last dot */
	bool		grouped = false;

	for (unsigned i = 0; i < length; i++)
	{
		if (text[i] == '.' && group >= 1 && group <= 3 && (!grouped || group == 3) && i + 1 < length)
		{
			grouped = true;
			group = 0;
			continue;
		}
		if (text[i] < '0' || text[i] > '9' || value > VN_MAX_COUNT / 10)
			return -1;
		value = value * 10 + (text[i] - '0');
		group++;
	}
	return grouped && group != 3 ? -1 : value;
}

/* The row of number_words.tsv that a token is, or -1. */
static int
number_word(const vn_document *document, uint32_t at)
{
	vn_match	matches[VN_MAX_MATCHES];

	if (!(vn_starts_at(document, at) & VN_STARTS(VN_NUMBER_WORDS)) ||
		vn_matches_at(document, at, at + 1, matches) == 0)
		return -1;
	return vn_match_row(&matches[0], VN_NUMBER_WORDS);
}

uint32_t
vn_count_at(const vn_document *document, uint32_t at, uint32_t limit, int *value)
{
	const vn_token *token = &document->tokens[at];
	long long	total = 0;		/* whole thousands and above */
	int			group = 0;		/* below a thousand */
	int			digit = -1;		/* waits for its place */
	uint32_t	end = at;

	if (token->kind == VN_NUMBER)
	{
		*value = digits_value(document->text + token->start, token->length);
		if (*value < 0 || (at + 1 < limit && vn_is_punctuation(document, at + 1, '%')))
			return at;
		return at + 1;
	}
	for (; end < limit && document->tokens[end].kind == VN_WORD; end++)
	{
		int			row = number_word(document, end);
		int			number;

		if (row < 0)
			break;
		number = vn_cell_number(VN_NUMBER_WORDS, row, VN_NUMBER_VALUE);
		switch (vn_cell_number(VN_NUMBER_WORDS, row, VN_NUMBER_ROLE))
		{
			case VN_NUMBER_UNIT:	/* lăm, mốt, tư: only behind tens */
				if (end == at)
					goto done;
				/* FALLTHROUGH */
			case VN_NUMBER_DIGIT:
				/* a second digit is another number, behind a zero it takes the zero's place */
				if (digit > 0 || (number == 0 && end == at))
					goto done;
				digit = number;
				break;
			case VN_NUMBER_TEN:
				group += (digit < 0 ? 1 : digit) * number;
				digit = -1;
				break;
			default:
				if (end == at)
					goto done;
				if (number < 1000)
					group += (digit < 0 ? 0 : digit) * number;
				else
				{
					total = (total + group + (digit < 0 ? 0 : digit)) * number;
					group = 0;
				}
				digit = -1;
				if (total > VN_MAX_COUNT)
					return at;
		}
	}
done:
	total += group + (digit < 0 ? 0 : digit);
	if (total == 0 || total > VN_MAX_COUNT)
		return at;
	*value = (int) total;
	return end;
}
