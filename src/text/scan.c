/*
 * scan.c
 *		See scan.h. A token is found by its first character; words are decoded letter by letter into their keys,
 *		everything with digits or Latin letters is first tried as a date, a document number or an address.
 */
#include "text/scan.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "text/letters.h"

#define HASHED ((uint64_t) 1 << 63)
#define TONE_SHIFT 60
#define MAX_PACKED 10

/* FNV-1a, over letters instead of bytes. */
#define HASH_START 0xcbf29ce484222325u
#define HASH_PRIME 0x100000001b3u

static inline uint64_t
hash_step(uint64_t hash, uint64_t value)
{
	return (hash ^ value) * HASH_PRIME;
}

static inline uint64_t
finish_hash(uint64_t hash)
{
	hash ^= hash >> 29;
	hash *= 0xbf58476d1ce4e5b9u;
	hash ^= hash >> 32;
	return hash | HASHED;
}

static bool
is_apostrophe(vn_char ch)
{
	return ch == '\'' || ch == 0x2019 || ch == 0x02bc;
}

static vn_char
canonical_punctuation(vn_char ch)
{
	if (ch < 0x80)
		return ch;
	if (ch == 0xab || ch == 0xbb || (ch >= 0x201c && ch <= 0x201f) || ch == 0x2033 || ch == 0xff02)
		return '"';
	if ((ch >= 0x2018 && ch <= 0x201b) || ch == 0x2032)
		return '\'';
	if ((ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212 || ch == 0xff0d)
		return '-';
	return ch;
}

uint64_t
vn_punctuation_key(uint32_t ch)
{
	return finish_hash(hash_step(HASH_START, (uint64_t) canonical_punctuation(ch) | (uint64_t) 1 << 32));
}

/* The hash of a stretch of ASCII or any other bytes, capitals put down. */
static uint64_t
hash_bytes(const unsigned char *p, uint32_t length)
{
	uint64_t	hash = HASH_START;

	for (uint32_t i = 0; i < length; i++)
		hash = hash_step(hash, p[i] >= 'A' && p[i] <= 'Z' ? p[i] + 0x20u : p[i]);
	return finish_hash(hash);
}

/*
 * A run of letters (and, once begun, digits), as one reads it off: what is needed to make its keys.
 */
typedef struct word_state
{
	uint64_t	packed,
				packed_fold;
	uint64_t	hash,
				hash_fold;
	unsigned	letters,		/* Vietnamese letters so far */
				foreign,		/* letters outside the alphabet, apostrophes */
				uppers,
				digits;
	unsigned	tone;
	bool		odd;			/* a mark that does not fit, a second tone */
	bool		first_upper;
	bool		marked;
} word_state;

static inline void
add_letter(word_state *w, unsigned letter, unsigned tone, bool upper)
{
	unsigned	base = vn_base_letter(letter);

	if (w->letters + w->foreign == 0)
		w->first_upper = upper;
	w->uppers += upper;
	w->marked |= base != letter || tone != 0;
	if (tone != 0)
	{
		w->odd |= w->tone != 0;
		w->tone = tone;
	}
	w->packed = w->packed << VN_LETTER_BITS | letter;
	w->packed_fold = w->packed_fold << VN_LETTER_BITS | base;
	w->hash = hash_step(w->hash, letter | tone << VN_LETTER_BITS);
	w->hash_fold = hash_step(w->hash_fold, base);
	w->letters++;
}

static void
add_mark(word_state *w, vn_char mark)
{
	w->odd = true;
	w->marked = true;
	w->hash = hash_step(w->hash, mark);
}

static void
add_foreign(word_state *w, vn_char ch)
{
	vn_char		lower = (vn_char) u_tolower((UChar32) ch);
	UErrorCode	error = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
	UChar		parts[20];
	int32_t		count = unorm2_getDecomposition(nfd, (UChar32) lower, parts, 20, &error);
	int32_t		at = 0;
	UChar32		part = (UChar32) lower;
	vn_letter	letter;

	if (U_SUCCESS(error) && count > 0)
		U16_NEXT(parts, at, count, part);
	letter = vn_letter_of((vn_char) part);
	if (letter.letter != 0)
		add_letter(w, letter.letter, letter.tone, lower != ch);
	else
	{
		if (w->letters + w->foreign == 0)
			w->first_upper = lower != ch;
		w->uppers += lower != ch;
		w->foreign++;
		w->hash = hash_step(w->hash, (uint64_t) part);
		w->hash_fold = hash_step(w->hash_fold, (uint64_t) part);
	}
	while (at < count)
	{
		U16_NEXT(parts, at, count, part);
		add_mark(w, (vn_char) part);
	}
}

static void
add_digit(word_state *w, vn_char digit)
{
	w->digits++;
	w->hash = hash_step(w->hash, digit);
	w->hash_fold = hash_step(w->hash_fold, digit);
}

static void
finish_word(const word_state *w, vn_scanned *token)
{
	unsigned	letters = w->letters + w->foreign;
	bool		packable = w->foreign == 0 && w->digits == 0 && w->letters <= MAX_PACKED;

	token->kind = w->digits > 0 ? VN_ALNUM : VN_WORD;
	if (w->first_upper)
		token->flags |= VN_CAPITAL;
	if (w->uppers > 0 && w->uppers >= letters)
		token->flags |= VN_UPPER;
	if (w->marked)
		token->flags |= VN_MARKED;
	if (w->odd || w->foreign > 0)
		token->flags |= VN_ODD;
	token->key = packable && !w->odd ? w->packed | (uint64_t) w->tone << TONE_SHIFT : finish_hash(w->hash);
	token->fold = packable ? w->packed_fold : finish_hash(w->hash_fold);
}

/*
 * How many letters (up to "most") stand at "at": for the look ahead behind an apostrophe.
 */
static unsigned
letters_ahead(const vn_scanner *s, uint32_t at, unsigned most)
{
	unsigned	count = 0;

	while (at < s->limit && count < most)
	{
		unsigned	length;
		vn_char		ch = vn_decode(s->text + at, s->text + s->limit, &length);
		vn_class	class = vn_class_of(ch);

		if (class != VN_CLASS_LETTER && class != VN_CLASS_MARK)
			break;
		count += class == VN_CLASS_LETTER;
		at += length;
	}
	return count;
}

/*
 * Read a word that begins at s->at. An apostrophe between letters belongs to it where one side is short: H'Yim, don't.
 */
static void
scan_word(vn_scanner *s, vn_scanned *token)
{
	const unsigned char *end = s->text + s->limit;
	word_state	w = {.hash = HASH_START, .hash_fold = HASH_START};
	uint32_t	at = s->at;
	uint32_t	stop = at;		/* the end of the last letter or mark */

	while (at < s->limit)
	{
		unsigned	length;
		vn_char		ch = vn_decode(s->text + at, end, &length);
		vn_letter	letter = vn_letter_of(ch);

		if (letter.letter != 0)
		{
			unsigned	base = letter.letter;
			unsigned	tone = letter.tone;

			at += length;
			while (at < s->limit && s->text[at] >= 0xcc && s->text[at] <= 0xcd)
			{
				vn_char		mark = vn_decode(s->text + at, end, &length);

				if (!vn_apply_mark(mark, &base, &tone))
					break;
				at += length;
			}
			add_letter(&w, base, tone, letter.upper);
		}
		else if (ch >= '0' && ch <= '9')
		{
			add_digit(&w, ch);
			at += length;
		}
		else if (is_apostrophe(ch))
		{
			unsigned	ahead = letters_ahead(s, at + length, 3);

			if (ahead == 0 || w.digits > 0 || (w.letters + w.foreign > 2 && ahead > 2))
				break;
			at += length;
			w.foreign++;
			w.hash = hash_step(w.hash, '\'');
			w.hash_fold = hash_step(w.hash_fold, '\'');
		}
		else
		{
			vn_class	class = ch < 0x80 ? VN_CLASS_PUNCTUATION : vn_class_of(ch);

			if (class == VN_CLASS_LETTER)
				add_foreign(&w, ch);
			else if (class == VN_CLASS_MARK)
				add_mark(&w, ch);
			else if (class != VN_CLASS_IGNORABLE)
				break;
			at += length;
			if (class == VN_CLASS_IGNORABLE)
				continue;
		}
		stop = at;
	}
	token->length = stop - token->start;
	s->at = stop;
	finish_word(&w, token);
}

/*
 * The common case of scan_word(): up to ten Vietnamese letters and then something that ends a word. False, with nothing
 * changed, where it is not so.
 */
static bool
scan_syllable(vn_scanner *s, vn_scanned *token)
{
	const unsigned char *end = s->text + s->limit;
	const unsigned char *p = s->text + s->at;
	uint64_t	packed = 0;
	uint64_t	folded = 0;
	unsigned	letters = 0;
	unsigned	uppers = 0;
	unsigned	word_tone = 0;
	bool		first_upper = false;

	while (p < end)
	{
		unsigned	length = 1;
		vn_char		ch = *p;
		vn_letter	letter;
		unsigned	full;
		unsigned	base;
		unsigned	tone;

		if (ch >= 0x80)
			ch = vn_decode(p, end, &length);
		letter = vn_letter_of(ch);
		if (letter.letter == 0)
		{
			vn_class	class;

			if (ch == ' ' || ch == ',' || ch == '.')
				break;
			if (ch == '\'' || ch == 0x2019 || ch == 0x02bc)
				return false;
			class = vn_class_of(ch);
			if (class == VN_CLASS_LETTER || class == VN_CLASS_MARK || class == VN_CLASS_DIGIT || class == VN_CLASS_IGNORABLE)
				return false;
			break;
		}
		if (letters == MAX_PACKED)
			return false;
		p += length;
		full = letter.letter;
		base = letter.base;
		tone = letter.tone;
		while (p < end && (*p == 0xcc || *p == 0xcd))
		{
			if (!vn_apply_mark(vn_decode(p, end, &length), &full, &tone))
				return false;
			p += length;
		}
		if (tone != 0)
		{
			if (word_tone != 0)
				return false;
			word_tone = tone;
		}
		if (letters == 0)
			first_upper = letter.upper;
		uppers += letter.upper;
		letters++;
		packed = packed << VN_LETTER_BITS | full;
		folded = folded << VN_LETTER_BITS | base;
	}
	token->kind = VN_WORD;
	if (first_upper)
		token->flags |= VN_CAPITAL;
	if (uppers > 0 && uppers == letters)
		token->flags |= VN_UPPER;
	token->key = packed | (uint64_t) word_tone << TONE_SHIFT;
	token->fold = folded;
	if (token->key != folded)
		token->flags |= VN_MARKED;
	s->at = (uint32_t) (p - s->text);
	token->length = s->at - token->start;
	return true;
}

static inline bool
is_digit(const vn_scanner *s, uint32_t at)
{
	return at < s->limit && s->text[at] >= '0' && s->text[at] <= '9';
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

static inline bool
is_ascii_letter(unsigned c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/*
 * The end of a run of letters and digits with at least one letter, at most 24 characters, from "at"; "at" itself where
 * there is none. "upper" says whether all its letters but small inner ones (TTg, CTr, QyĐ) are capitals.
 */
static uint32_t
skip_code(const vn_scanner *s, uint32_t at, bool *upper)
{
	uint32_t	from = at;
	unsigned	letters = 0,
				uppers = 0,
				characters = 0;

	while (at < s->limit && characters < 24)
	{
		unsigned	length;
		vn_char		ch = vn_decode(s->text + at, s->text + s->limit, &length);
		vn_letter	letter = vn_letter_of(ch);

		if (letter.letter != 0)
		{
			letters++;
			uppers += letter.upper;
		}
		else if (vn_class_of(ch) == VN_CLASS_MARK && characters > 0)
			;
		else if (!(ch >= '0' && ch <= '9'))
			break;
		characters++;
		at += length;
	}
	*upper = uppers >= 2 || (letters == 1 && uppers == 1);
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
	bool		upper;

	if (digits_end - from > 6 || at >= s->limit)
		return 0;
	if (s->text[at] == '-')
	{
		bool		organ_upper;

		end = skip_code(s, at + 1, &upper);
		if (end == at + 1 || is_digit(s, at + 1) || end >= s->limit || s->text[end] != '/')
			return 0;
		at = skip_code(s, end + 1, &organ_upper);
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
		end = skip_code(s, at + 1, &upper);
		if (end == at + 1 || is_digit(s, at + 1))
			return 0;
		at = end;
		if (!year && !upper && !(at < s->limit && s->text[at] == '-'))
			return 0;
		if (!year && !(at < s->limit && s->text[at] == '-'))
			return end - digits_end <= 12 ? end : 0;
	}
	else
		return 0;
	/* further parts: -CP, -BTC-BNV, /TW */
	while (at < s->limit && (s->text[at] == '-' || s->text[at] == '/'))
	{
		end = skip_code(s, at + 1, &upper);
		if (end == at + 1)
			break;
		at = end;
	}
	if (!year && s->text[digits_end] == '/' && at == skip_code(s, digits_end + 1, &upper))
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

static bool
is_host_byte(unsigned c)
{
	return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* Last labels that make a host of two labels; with three or more labels any short last one will do. */
static bool
is_top_domain(const unsigned char *p, uint32_t length)
{
	static const char *const known[] = {"vn", "com", "net", "org", "info", "gov", "edu", "io", "eu", "biz", "tv"};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i]) == length && memcmp(known[i], p, length) == 0)
			return true;
	return false;
}

/* The end of the host name at "at" (lower-case labels, two or more), or "at". */
static uint32_t
host_end(const vn_scanner *s, uint32_t at)
{
	uint32_t	from = at;
	uint32_t	end = at;
	unsigned	labels = 0;

	for (;;)
	{
		uint32_t	label = at;
		bool		letters_only = true;

		while (at < s->limit && is_host_byte(s->text[at]) && !(s->text[at] >= 'A' && s->text[at] <= 'Z' && labels > 0))
		{
			letters_only &= s->text[at] >= 'a' && s->text[at] <= 'z';
			at++;
		}
		if (at == label || at - label > 63)
			break;
		labels++;
		if (labels > 1 && letters_only &&
			(is_top_domain(s->text + label, at - label) || (labels > 2 && at - label >= 2 && at - label <= 3)) &&
			!(at < s->limit && s->text[at] >= 0x80))
			end = at;
		if (at >= s->limit || s->text[at] != '.')
			break;
		at++;
	}
	return end > from ? end : from;
}

static bool
is_path_byte(unsigned c)
{
	return c > ' ' && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '\'' && c != '`' && c != '{' && c != '}' &&
		c != '|' && c != '\\' && c != '^';
}

static uint32_t
path_end(const vn_scanner *s, uint32_t at)
{
	uint32_t	end = at;

	while (end < s->limit && is_path_byte(s->text[end]))
		end++;
	while (end > at && strchr(".,;:!?)]", s->text[end - 1]) != NULL)
		end--;
	return end;
}

/*
 * Try an address at s->at, which is an ASCII letter or digit behind no letter. Only the bytes of one ASCII run are looked at.
 */
static bool
scan_address(vn_scanner *s, vn_scanned *token)
{
	uint32_t	at = s->at;
	uint32_t	end;

	/* cheap refusal: the run of ASCII letters and digits must be followed by one of . @ : _ or - and something */
	while (at < s->limit && is_host_byte(s->text[at]))
		at++;
	if (at >= s->limit || (s->text[at] != '.' && s->text[at] != '@' && s->text[at] != ':' && s->text[at] != '+') ||
		at + 1 >= s->limit || at - s->at > 64)
		return false;
	if (s->text[at] == ':')
	{
		if (s->limit - at > 3 && s->text[at + 1] == '/' && s->text[at + 2] == '/' && at - s->at >= 3 && at - s->at <= 6 &&
			(end = path_end(s, at + 3)) > at + 3)
		{
			token->kind = VN_URL;
			goto found;
		}
		return false;
	}
	/* local part of an e-mail address */
	while (at < s->limit && at - s->at <= 64 && (is_host_byte(s->text[at]) || s->text[at] == '.' || s->text[at] == '+'))
		at++;
	if (at < s->limit && s->text[at] == '@' && at > s->at && (end = host_end(s, at + 1)) > at + 1)
	{
		token->kind = VN_EMAIL;
		goto found;
	}
	end = host_end(s, s->at);
	if (end == s->at)
		return false;
	token->kind = VN_HOST;
	if (end + 1 < s->limit && s->text[end] == '/' && is_path_byte(s->text[end + 1]))
	{
		end = path_end(s, end);
		token->kind = VN_URL;
	}
found:
	token->length = end - token->start;
	token->key = token->fold = hash_bytes(s->text + token->start, token->length);
	s->at = end;
	return true;
}

/* Could the letters that end at s->at be the beginning of an address? */
static bool
may_go_on_as_address(const vn_scanner *s)
{
	unsigned	c;
	unsigned	next;

	if (s->at + 1 >= s->limit)
		return false;
	c = s->text[s->at];
	next = s->text[s->at + 1];
	return (c == '.' || c == '@' || c == ':' || c == '+' || c == '-' || c == '_') && (is_host_byte(next) || next == '/');
}

/* Keys of a document number: its letters as words have them, so that case, NFD and (folded) diacritics do not count. */
static void
code_keys(const vn_scanner *s, uint32_t from, uint32_t to, vn_scanned *token)
{
	word_state	w = {.hash = HASH_START, .hash_fold = HASH_START};

	while (from < to)
	{
		unsigned	length;
		vn_char		ch = vn_decode(s->text + from, s->text + to, &length);
		vn_letter	letter = vn_letter_of(ch);
		unsigned	base = letter.letter;
		unsigned	tone = letter.tone;

		from += length;
		if (base == 0)
			add_digit(&w, ch);
		else
		{
			while (from < to && s->text[from] >= 0xcc && s->text[from] <= 0xcd &&
				   vn_apply_mark(vn_decode(s->text + from, s->text + to, &length), &base, &tone))
				from += length;
			add_letter(&w, base, tone, letter.upper);
		}
	}
	if (w.marked)
		token->flags |= VN_MARKED;
	token->key = finish_hash(w.hash);
	token->fold = finish_hash(w.hash_fold);
}

static void
scan_number(vn_scanner *s, vn_scanned *token)
{
	uint32_t	from = s->at;
	uint32_t	digits_end = skip_digits(s, from);
	uint32_t	end;

	if ((end = document_number(s, from, digits_end)) != 0)
	{
		token->kind = VN_DOCUMENT_NUMBER;
		code_keys(s, from, end, token);
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
				scan_word(s, token);	/* 5G, 19h30, 2km */
				return;
			}
		}
	}
	token->length = end - from;
	token->key = token->fold = hash_bytes(s->text + from, end - from);
	s->at = end;
}

/* One character of punctuation or a run of it; a symbol with the marks and joiners behind it. */
static void
scan_other(vn_scanner *s, vn_scanned *token, vn_char ch, unsigned length, vn_class class)
{
	uint32_t	at = s->at + length;

	if (class == VN_CLASS_PUNCTUATION)
	{
		token->kind = VN_PUNCTUATION;
		while (s->limit - at >= length &&
			   memcmp(s->text + at, s->text + s->at, length) == 0)
			at += length;
		token->key = token->fold = vn_punctuation_key(ch);
	}
	else
	{
		token->kind = VN_SYMBOL;
		while (at < s->limit)
		{
			unsigned	more;
			vn_char		next = vn_decode(s->text + at, s->text + s->limit, &more);
			vn_class	next_class = next < 0x80 ? VN_CLASS_PUNCTUATION : vn_class_of(next);

			if (next_class != VN_CLASS_MARK && next_class != VN_CLASS_IGNORABLE)
				break;
			at += more;
		}
		token->key = token->fold = hash_bytes(s->text + s->at, at - s->at);
	}
	token->length = at - token->start;
	s->at = at;
}

void
vn_scan_start(vn_scanner *scanner, const char *text, size_t length)
{
	scanner->text = (const unsigned char *) text;
	scanner->length = (uint32_t) length;
	scanner->limit = 0;
	scanner->at = 0;
}

bool
vn_scan(vn_scanner *s, vn_scanned *token)
{
	const unsigned char *end = s->text + s->length;
	unsigned	breaks = 0;
	uint32_t	from = s->at;

	memset(token, 0, sizeof(*token));
	while (s->at < s->length)
	{
		unsigned	length = 1;
		vn_char		ch = s->text[s->at];
		vn_class	class;

		if (ch == ' ')
		{
			s->at++;
			continue;
		}
		if (ch >= 0x80)
			ch = vn_decode(s->text + s->at, end, &length);
		class = vn_class_of(ch);
		switch (class)
		{
			case VN_CLASS_NEWLINE:
				if (!(ch == '\r' && s->at + 1 < s->length && s->text[s->at + 1] == '\n'))
					breaks++;
				/* FALLTHROUGH */
			case VN_CLASS_BLANK:
			case VN_CLASS_IGNORABLE:
				s->at += length;
				continue;
			default:
				break;
		}
		token->start = s->at;
		s->limit = s->length - s->at > VN_MAX_TOKEN ? s->at + VN_MAX_TOKEN : s->length;
		if (s->at > from || from == 0)
			token->flags |= VN_AFTER_BLANK;
		if (breaks > 0 || from == 0)
			token->flags |= VN_AFTER_BREAK;
		if (breaks > 1 || from == 0)
			token->flags |= VN_AFTER_EMPTY;
		if (class == VN_CLASS_LETTER)
		{
			unsigned	flags = token->flags;

			if (scan_syllable(s, token) && !may_go_on_as_address(s))
				return true;
			s->at = token->start;
			token->flags = flags;
			if (ch >= 0x80 || !scan_address(s, token))
				scan_word(s, token);
		}
		else if (class == VN_CLASS_DIGIT)
		{
			if (!scan_address(s, token))
				scan_number(s, token);
		}
		else
			scan_other(s, token, ch, length, class);
		return true;
	}
	return false;
}
