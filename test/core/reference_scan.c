/*
 * reference_scan.c
 *		A plain version of the scanner: what each kind of token looks like, as regular expressions for ICU to match.
 *
 * It reads texts in NFC (that other forms give the same tokens is checked in invariants.c) and the beginning of long ones, so
 * that limits in bytes do not matter. Keys and flags are checked elsewhere.
 */
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uregex.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "check.h"

#define MOST 900				/* bytes of a text that are looked at */

/* ------------------------------------------------------------- characters */

/* Vietnamese letters; combining marks; what is skipped; blanks and line breaks; letters of any script; punctuation. */
enum
{
	VIETNAMESE, MARK, SKIPPED, BLANK, LETTER, PUNCTUATION, SETS
};

static const char *const set_patterns[SETS] = {
	/* a Latin letter and what its canonical decomposition may hold beside it */
	"[a-zA-Z\\u00d0\\u00f0\\u0110\\u0111\\u0189"
	"\\u00c0-\\u00c3\\u00c8-\\u00ca\\u00cc\\u00cd\\u00d2-\\u00d5\\u00d9\\u00da\\u00dd"
	"\\u00e0-\\u00e3\\u00e8-\\u00ea\\u00ec\\u00ed\\u00f2-\\u00f5\\u00f9\\u00fa\\u00fd"
	"\\u0102\\u0103\\u0128\\u0129\\u0168\\u0169\\u01a0\\u01a1\\u01af\\u01b0\\u1ea0-\\u1ef9]",
	"[\\p{M}-[\\u034f]]",
	"[[\\p{Cf}\\u034f]-[\\u200b]]",
	"[\\p{Zs}\\p{Cc}\\u2028\\u2029\\u200b]",
	"[[\\p{L}\\p{Nl}\\p{Nd}]-[\\u02bc0-9]]",
	"[\\p{P}\\u02bc]"
};

static USet *sets[SETS];

static bool
is_in(int set, UChar32 ch)
{
	return uset_contains(sets[set], ch);
}

static bool
is_digit(UChar32 ch)
{
	return ch >= '0' && ch <= '9';
}

static bool
is_apostrophe(UChar32 ch)
{
	return ch == '\'' || ch == 0x2019 || ch == 0x2bc;
}

/* ---------------------------------------------------------------- patterns */

#define LABEL(bytes) "(?:(?=" bytes "{1,63}(?!" bytes "))" bytes "++)"
#define TOP "(?:vn|com|net|org|info|gov|edu|io|eu|biz|tv)"
#define HOST(bytes, top) LABEL("[A-Za-z0-9_-]") "(?:\\." LABEL(bytes) ")*\\." top "(?![A-Za-z0-9_-])(?!@L@|@M@)"

/* What a URL has behind its host: not the punctuation that ends a sentence, not the letter of a mark. */
#define PATH_BYTE "[!-~&&[^\"<>'`{}|\\\\^]]"
#define STOP "[.,;:!?)\\]]"
#define PATH PATH_BYTE "*(?<!" STOP ")(?=" STOP "*+(?!" PATH_BYTE "|@M@)|" STOP "*" PATH_BYTE "@M@)"

/* Part of a document number: letters and digits, a letter among them, none with marks of other alphabets. */
#define CODE "(?=(?:[0-9](?!@M@)){0,23}@V@(?!@M@))(?:[0-9@V@](?!@M@)){1,24}+"
#define MORE_CODES "(?:[-/]" CODE ")*"

#define DAY "(?:0?[1-9]|[12][0-9]|3[01])"
#define MONTH "(?:0?[1-9]|1[0-2])"

static const struct
{
	vn_kind		kind;
	const char *pattern;
	bool		short_code;		/* group 1 is a document's kind by itself: capitals, not long */
}			patterns[] = {
	{VN_URL, "[A-Za-z0-9_-]{3,6}://" PATH "(?<!://)", false},
	{VN_EMAIL, "[A-Za-z0-9_-][A-Za-z0-9_.+-]{0,63}@" HOST("[A-Za-z0-9_-]", "(?i:" TOP ")"), false},
	{VN_URL, HOST("[a-z0-9_-]", TOP) "(?=/" PATH_BYTE ")" PATH, false},
	{VN_HOST, HOST("[a-z0-9_-]", TOP), false},
	{VN_DOCUMENT_NUMBER, "[0-9]{1,6}-(?![0-9])" CODE "/(?![0-9])" CODE MORE_CODES, false},
	{VN_DOCUMENT_NUMBER, "[0-9]{1,6}/[0-9]{4}/(?![0-9])" CODE MORE_CODES, false},
	{VN_DOCUMENT_NUMBER, "[0-9]{1,6}/(?![0-9])" CODE "-" CODE MORE_CODES, false},
	{VN_DOCUMENT_NUMBER, "[0-9]{1,6}/(?![0-9])(" CODE ")(?!-)", true},
	{VN_DATE, DAY "([/-])" MONTH "\\1(?:[0-9]{4}|[0-9]{2})(?![0-9])", false},
	{VN_DATE, DAY "\\." MONTH "\\.[0-9]{4}(?![0-9])", false},
	{VN_DATE, MONTH "/(?:1[89][0-9][0-9]|2[01][0-9][0-9]|2200)(?![0-9])(?!/[0-9])", false},
	{VN_DATE, DAY "/" MONTH "(?![0-9])(?!/[0-9])", false},
	{VN_NUMBER, "[0-9]++(?:[.,][0-9]++)*+(?:/[0-9]++(?!/))?", false}
};

#define PATTERNS (int) (sizeof(patterns) / sizeof(patterns[0]))

static URegularExpression *expressions[PATTERNS];

/* The pattern with the sets of characters filled in: @L@, @M@, @V@. */
static URegularExpression *
compile(const char *pattern)
{
	char		full[20000] = "";
	UChar		wide[20000];
	UErrorCode	error = U_ZERO_ERROR;
	URegularExpression *expression;

	for (const char *p = pattern; *p != '\0'; p++)
		if (*p == '@' && p[1] != '\0' && p[2] == '@' && strchr("LMV", p[1]) != NULL)
		{
			strcat(full, set_patterns[p[1] == 'L' ? LETTER : p[1] == 'M' ? MARK : VIETNAMESE]);
			p += 2;
		}
		else
			strncat(full, p, 1);
	u_uastrcpy(wide, full);
	expression = uregex_open(wide, -1, 0, NULL, &error);
	if (U_FAILURE(error))
		abort();
	return expression;
}

void
reference_scan_start(void)
{
	for (int i = 0; i < SETS; i++)
	{
		UChar		wide[1000];
		UErrorCode	error = U_ZERO_ERROR;

		u_uastrcpy(wide, set_patterns[i]);
		sets[i] = uset_openPattern(wide, -1, &error);
		if (U_FAILURE(error))
			abort();
		uset_freeze(sets[i]);
	}
	for (int i = 0; i < PATTERNS; i++)
		expressions[i] = compile(patterns[i].pattern);
}

void
reference_scan_stop(void)
{
	for (int i = 0; i < SETS; i++)
		uset_close(sets[i]);
	for (int i = 0; i < PATTERNS; i++)
		uregex_close(expressions[i]);
}

/* ------------------------------------------------------------------ tokens */

typedef struct wide_text
{
	UChar		units[MOST + 1];
	int32_t		length;
} wide_text;

static UChar32
char_at(const wide_text *text, int32_t at)
{
	UChar32		ch;

	if (at >= text->length)
		return '\n';
	U16_GET(text->units, 0, at, text->length, ch);
	return ch;
}

/* A kind of document alone behind its number: 500/QĐ, 12/TTg; "100/ngày" is none. */
static bool
is_short_code(const wide_text *text, int32_t from, int32_t end)
{
	int			uppers = 0,
				letters = 0;

	for (int32_t i = from; i < end; i++)
	{
		letters += is_in(VIETNAMESE, text->units[i]);
		uppers += is_in(VIETNAMESE, text->units[i]) && u_tolower(text->units[i]) != text->units[i];
	}
	return end - from <= 11 && (uppers >= 2 || (letters == 1 && uppers == 1));
}

/* How many letters of the Vietnamese alphabet a character is made of. */
static int
latin_letters(UChar32 ch)
{
	char		bytes[4];
	int32_t		length = 0;
	test_text	parts;
	int			count = 0;

	if (ch < 0x80)
		return u_isalpha(ch);
	U8_APPEND_UNSAFE(bytes, length, ch);
	if (!transform_text(bytes, (size_t) length, false, &parts))
		abort();
	for (int32_t i = 0; i < (int32_t) parts.length;)
	{
		UChar32		part;

		U8_NEXT(parts.bytes, i, (int32_t) parts.length, part);
		count += is_in(VIETNAMESE, part);
	}
	free(parts.bytes);
	return count;
}

/* The end of the word at "at": letters, digits, marks; an apostrophe where one side is short and no digit came before. */
static int32_t
word_end(const wide_text *text, int32_t at)
{
	int32_t		stop = at;
	int			latin = 0;
	bool		digits = false;

	while (at < text->length)
	{
		UChar32		ch = char_at(text, at);
		int32_t		next = at + U16_LENGTH(ch);

		if (is_apostrophe(ch))
		{
			int			ahead = 0;

			for (int32_t i = next; i < text->length && ahead < 3; i += U16_LENGTH(char_at(text, i)))
			{
				UChar32		behind = char_at(text, i);

				if (is_in(LETTER, behind) && (behind < 0x250 || (behind >= 0x1e00 && behind < 0x1f00)))
					ahead++;
				else if (!is_in(MARK, behind) && !is_in(SKIPPED, behind))
					break;
			}
			if (ahead == 0 || digits || (latin > 2 && ahead > 2))
				break;
		}
		else if (is_in(SKIPPED, ch))
		{
			at = next;
			continue;
		}
		else if (!is_in(LETTER, ch) && !is_in(MARK, ch) && !is_digit(ch))
			break;
		else
		{
			digits |= is_digit(ch);
			latin += latin_letters(ch);
		}
		at = stop = next;
	}
	return stop;
}

/* The kind and end of the token that begins at "from". */
static vn_kind
read_token(const wide_text *text, int32_t from, int32_t *end)
{
	UChar32		ch = char_at(text, from);
	int32_t		at = from + U16_LENGTH(ch);

	if (is_in(PUNCTUATION, ch))
	{
		while (at < text->length && char_at(text, at) == ch)
			at += U16_LENGTH(ch);
		*end = at;
		return VN_PUNCTUATION;
	}
	for (int i = 0; i < PATTERNS && ch < 0x80 && (is_in(LETTER, ch) || is_digit(ch)); i++)
	{
		UErrorCode	error = U_ZERO_ERROR;

		if (patterns[i].kind == VN_DOCUMENT_NUMBER && !is_digit(ch))
			break;
		uregex_setText(expressions[i], text->units, text->length, &error);
		if (uregex_lookingAt(expressions[i], from, &error) &&
			(!patterns[i].short_code ||
			 is_short_code(text, uregex_start(expressions[i], 1, &error), uregex_end(expressions[i], 1, &error))))
		{
			*end = uregex_end(expressions[i], 0, &error);
			if (U_FAILURE(error))
				abort();
			at = *end;
			/* digits with nothing but a letter behind them begin a word */
			if (patterns[i].kind != VN_NUMBER || !is_in(LETTER, char_at(text, at)) || !is_digit(char_at(text, from)) ||
				u_strspn(text->units + from, u"0123456789") != at - from)
				return patterns[i].kind;
			break;
		}
		if (U_FAILURE(error))
			abort();
	}
	if (is_in(LETTER, ch) || is_digit(ch))
	{
		*end = word_end(text, from);
		for (int32_t i = from; i < *end; i++)
			if (is_digit(text->units[i]))
				return VN_ALNUM;
		return VN_WORD;
	}
	while (at < text->length && (is_in(MARK, char_at(text, at)) || is_in(SKIPPED, char_at(text, at))))
		at += U16_LENGTH(char_at(text, at));
	*end = at;
	return VN_SYMBOL;
}

void
reference_check_scan(const char *bytes, size_t length)
{
	static wide_text text;
	test_text	composed;
	vn_scanner	scanner;
	vn_scanned	token;
	UErrorCode	error = U_ZERO_ERROR;
	int32_t		at = 0;
	int32_t		byte = 0;

	if (!transform_text(bytes, length, true, &composed))
		return;
	if (composed.length > MOST)
		for (composed.length = MOST; (composed.bytes[composed.length] & 0xc0) == 0x80;)
			composed.length--;
	u_strFromUTF8(text.units, MOST + 1, &text.length, composed.bytes, (int32_t) composed.length, &error);
	if (U_FAILURE(error))
		abort();
	vn_scan_start(&scanner, composed.bytes, composed.length);
	for (;;)
	{
		vn_kind		kind;
		int32_t		end,
					from;

		while (at < text.length && (is_in(BLANK, char_at(&text, at)) || is_in(SKIPPED, char_at(&text, at))))
		{
			byte += U8_LENGTH(char_at(&text, at));
			at += U16_LENGTH(char_at(&text, at));
		}
		if (at == text.length || !vn_scan(&scanner, &token))
			break;
		kind = read_token(&text, at, &end);
		for (from = byte; at < end; at += U16_LENGTH(char_at(&text, at)))
			byte += U8_LENGTH(char_at(&text, at));
		CHECK(token.kind == kind && token.start == (uint32_t) from && token.length == (uint32_t) (byte - from),
			  "byte %u: \"%.*s\" is of kind %d, expected \"%.*s\" of kind %d", token.start, (int) token.length,
			  composed.bytes + token.start, token.kind, (int) (byte - from), composed.bytes + from, kind);
		if (token.length != (uint32_t) (byte - from))
			break;
	}
	if (at == text.length)
		CHECK(!vn_scan(&scanner, &token), "a token behind the last one, at byte %u", token.start);
	free(composed.bytes);
}
