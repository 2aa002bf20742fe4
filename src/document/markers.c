/*
 * markers.c
 *		What a list item begins with: Thứ nhất, Một là, 1., a), (i), -. The words come from the list_marker cues.
 */
#include <stdlib.h>

#include "document/document.h"
#include "text/letters.h"

/* Numbered items beyond this are years, amounts and the like. */
#define MAX_ORDINAL 60

static bool
is_one_of(const vn_document *d, uint32_t token, const char *characters)
{
	for (const char *p = characters; *p != '\0'; p++)
		if (vn_is_punctuation(d, token, *p))
			return true;
	return false;
}

/* The value of a token as a lower or upper case Roman numeral up to 20, or 0. */
static unsigned
roman_value(const vn_document *d, const vn_token *token)
{
	static const char *const numerals[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
	"xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};

	for (unsigned i = 0; i < sizeof(numerals) / sizeof(numerals[0]); i++)
	{
		unsigned	j = 0;

		while (j < token->length && numerals[i][j] != '\0' &&
			   ((unsigned char) d->text[token->start + j] | 0x20) == (unsigned char) numerals[i][j])
			j++;
		if (j == token->length && numerals[i][j] == '\0')
			return i + 1;
	}
	return 0;
}

/* The sign of an enumeration in one token: its style and number, VN_MARKER_NONE where it is none. */
static vn_marker
sign(const vn_document *d, uint32_t at, unsigned *ordinal)
{
	const vn_token *token = &d->tokens[at];

	*ordinal = 0;
	if (token->kind == VN_NUMBER && token->length <= 5)
	{
		/* of 1.2 the last part counts */
		const char *p = d->text + token->start + token->length;

		while (p > d->text + token->start && p[-1] >= '0' && p[-1] <= '9')
			p--;
		*ordinal = (unsigned) strtoul(p, NULL, 10);
		return *ordinal >= 1 && *ordinal <= MAX_ORDINAL ? VN_MARKER_NUMBER : VN_MARKER_NONE;
	}
	if (token->kind != VN_WORD)
		return VN_MARKER_NONE;
	*ordinal = roman_value(d, token);
	if (*ordinal > 0)
		return VN_MARKER_ROMAN;
	if (token->length <= 2)
	{
		const unsigned char *p = (const unsigned char *) d->text + token->start;
		unsigned	length;
		vn_letter	letter = vn_letter_of(vn_decode(p, p + token->length, &length));

		if (length != token->length)
			return VN_MARKER_NONE;
		*ordinal = letter.letter == VN_DD ? 5 : length == 1 ? (*p | 0x20u) - 'a' + 1u : 0;
		if (*ordinal > 0)
			return VN_MARKER_LETTER;
	}
	return VN_MARKER_NONE;
}

/* A dash, plus or asterisk, or any sign beyond ASCII that is no letter: • ● ▪ ✓ */
static bool
is_bullet(const vn_document *d, uint32_t at)
{
	const unsigned char *p = (const unsigned char *) d->text + d->tokens[at].start;
	unsigned	length;
	vn_char		ch = vn_decode(p, p + d->tokens[at].length, &length);

	return is_one_of(d, at, "-*") || ch == '+' || ch == 0x2022 || ch == 0xb7 || (d->tokens[at].kind == VN_SYMBOL && ch >= 0x80);
}

vn_marker
vn_clause_marker(const vn_document *d, uint32_t at, uint32_t limit, unsigned *ordinal)
{
	if (limit - at > 2 && d->tokens[at].length <= 4 && vn_is_punctuation(d, at + 1, ')') &&
		!(d->tokens[at + 1].flags & VN_AFTER_BLANK) && (d->tokens[at + 2].flags & VN_AFTER_BLANK))
		return sign(d, at, ordinal);
	return VN_MARKER_NONE;
}

vn_marker
vn_enclosed_marker(const vn_document *d, uint32_t at, uint32_t limit, unsigned *ordinal)
{
	if (limit - at > 3 && vn_is_punctuation(d, at, '(') && vn_is_punctuation(d, at + 2, ')'))
		return sign(d, at + 1, ordinal);
	return VN_MARKER_NONE;
}

static void
read_marker(const vn_document *d, vn_sentence *s)
{
	bool		opens_paragraph = d->paragraphs[s->paragraph].first == s->first;
	vn_match	matches[VN_MAX_MATCHES];
	int			count;
	unsigned	ordinal;
	vn_marker	marker;
	uint32_t	at = s->first;

	if (s->end - at < 2)
		return;
	count = vn_starts_at(d, at) & VN_STARTS_CUE(VN_CUE_LIST_MARKER) ? vn_matches_at(d, at, s->end, matches) : 0;
	for (int i = 0; i < count; i++)
		for (const vn_phrase *phrase = matches[i].phrases;; phrase++)
		{
			if (phrase->catalog == VN_CUES && phrase->kind == VN_CUE_LIST_MARKER)
			{
				uint32_t	end = matches[i].end;

				/* "Thứ Hai, 3/3/2025" is a day */
				if (end + 1 < s->end && d->tokens[end + 1].kind == VN_DATE)
					return;
				s->marker = VN_MARKER_ORDINAL;
				s->ordinal = (uint16_t) atoi(vn_cell(VN_CUES, phrase->row, VN_CUE_KIND));
				if (end < s->end && is_one_of(d, end, ",:.-"))
					end++;
				s->content = end;
				return;
			}
			if (phrase->last)
				break;
		}
	if (opens_paragraph && is_bullet(d, at))
	{
		s->marker = VN_MARKER_DASH;
		s->content = at + 1;
		return;
	}
	if ((marker = vn_enclosed_marker(d, at, s->end, &ordinal)) != VN_MARKER_NONE)
		s->content = at + 3;
	else if ((marker = sign(d, at, &ordinal)) != VN_MARKER_NONE && !(d->tokens[at + 1].flags & VN_AFTER_BLANK) &&
			 (vn_is_punctuation(d, at + 1, ')') || (opens_paragraph && is_one_of(d, at + 1, "./")) ||
			  (marker == VN_MARKER_NUMBER && vn_is_punctuation(d, at + 1, '.'))) &&
			 (s->end - at == 2 || (d->tokens[at + 2].flags & VN_AFTER_BLANK)))
		s->content = at + 2;
	else
		return;
	s->marker = (uint8_t) marker;
	s->ordinal = (uint16_t) ordinal;
}

void
vn_read_markers(vn_document *document)
{
	unsigned	steps = 0;

	for (uint32_t i = 0; i < document->sentence_count; i++)
	{
		vn_step(document->env, &steps);
		read_marker(document, &document->sentences[i]);
	}
}
