/*
 * scan.c
 *		See scan.h. A token is found by its first character; scan_parts.h says who reads it.
 */
#include "text/scan.h"

#include <string.h>

#include "env.h"
#include "text/scan_parts.h"

/* The three signs of punctuation that have another one for canonical form (Unicode's singletons). */
static vn_char
single_form(vn_char ch)
{
	switch (ch)
	{
		case 0x37e:
			return ';';
		case 0x387:
			return 0xb7;
		case 0x2329:
			return 0x3008;
		case 0x232a:
			return 0x3009;
		default:
			return ch;
	}
}

static vn_char
canonical_punctuation(vn_char ch)
{
	if (ch < 0x80)
		return ch;
	if (ch == 0xab || ch == 0xbb || (ch >= 0x201c && ch <= 0x201f) || ch == 0x2033 || ch == 0xff02)
		return '"';
	if ((ch >= 0x2018 && ch <= 0x201b) || ch == 0x2032 || ch == 0x02bc)
		return '\'';
	if ((ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212 || ch == 0xff0d)
		return '-';
	return single_form(ch);
}

uint64_t
vn_punctuation_key(uint32_t ch)
{
	return vn_hash_end(vn_hash_step(VN_HASH_START, (uint64_t) canonical_punctuation(ch) | (uint64_t) 1 << 32));
}

/* One character of punctuation or a run of it. */
static void
scan_punctuation(vn_scanner *s, vn_scanned *token, vn_char ch, unsigned length)
{
	uint32_t	at = s->at + length;

	while (at < s->limit)
	{
		vn_char		next = vn_decode(s->text + at, s->text + s->limit, &length);

		if (next != ch && single_form(next) != single_form(ch))
			break;
		at += length;
	}
	token->kind = VN_PUNCTUATION;
	token->key = token->fold = vn_punctuation_key(ch);
	token->length = at - token->start;
	s->at = at;
}

/* A symbol with the marks and joiners behind it. */
static void
scan_symbol(vn_scanner *s, vn_scanned *token, unsigned length)
{
	uint32_t	at = s->at + length;

	while (at < s->limit && s->text[at] >= 0x80)
	{
		vn_class	class = vn_class_of(vn_decode(s->text + at, s->text + s->limit, &length));

		if (class != VN_CLASS_MARK && class != VN_CLASS_IGNORABLE)
			break;
		at += length;
	}
	token->kind = VN_SYMBOL;
	vn_scan_keys(s, s->at, at, token);
	token->length = at - token->start;
	s->at = at;
}

void
vn_scan_start(vn_scanner *scanner, const char *text, size_t length)
{
	memset(scanner, 0, sizeof(*scanner));
	scanner->text = (const unsigned char *) text;
	scanner->length = (uint32_t) length;
}

static void
scan_letters(vn_scanner *s, vn_scanned *token)
{
	unsigned	flags = token->flags;

	if (vn_scan_syllable(s, token) && !vn_may_go_on_as_address(s))
		return;
	s->at = token->start;
	token->flags = flags;
	if (s->text[s->at] >= 0x80 || !vn_scan_address(s, token))
		vn_scan_word(s, token);
}

bool
vn_scan(vn_scanner *s, vn_scanned *token)
{
	const unsigned char *end = s->text + s->length;
	bool		blank = s->at == 0;
	unsigned	breaks = blank ? 2 : 0;
	unsigned	steps = 0;

	memset(token, 0, sizeof(*token));
	while (s->at < s->length)
	{
		unsigned	length = 1;
		vn_char		ch = s->text[s->at];
		vn_class	class = VN_CLASS_BLANK;

		if (s->env != NULL)
			vn_step(s->env, &steps);
		if (ch != ' ')
		{
			if (ch >= 0x80)
				ch = vn_decode(s->text + s->at, end, &length);
			class = vn_class_of(ch);
		}
		token->start = s->at;
		s->limit = s->length - s->at > VN_MAX_TOKEN ? s->at + VN_MAX_TOKEN : s->length;
		token->flags = (blank ? VN_AFTER_BLANK : 0) | (breaks > 0 ? VN_AFTER_BREAK : 0) | (breaks > 1 ? VN_AFTER_EMPTY : 0);
		switch (class)
		{
			case VN_CLASS_NEWLINE:
				if (!(ch == '\r' && s->at + 1 < s->length && s->text[s->at + 1] == '\n'))
					breaks++;
				/* FALLTHROUGH */
			case VN_CLASS_BLANK:
				blank = true;
				/* FALLTHROUGH */
			case VN_CLASS_IGNORABLE:
				s->at += length;
				break;
			case VN_CLASS_LETTER:
				scan_letters(s, token);
				return true;
			case VN_CLASS_DIGIT:
				if (!vn_scan_address(s, token))
					vn_scan_number(s, token);
				return true;
			case VN_CLASS_PUNCTUATION:
				scan_punctuation(s, token, ch, length);
				return true;
			case VN_CLASS_MARK:
			case VN_CLASS_SYMBOL:
				scan_symbol(s, token, length);
				return true;
		}
	}
	return false;
}
