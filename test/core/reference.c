/*
 * reference.c
 *		Plain versions of the hot routines: keys by ICU's decomposition, folding by ICU, catalogue phrases by comparing with
 *		every phrase of every row, UTF-8 by ICU.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "check.h"
#include "document/document.h"
#include "text/letters.h"
#include "text/normal.h"

/* ------------------------------------------------------------------ keys */

#define MOST 8192

/* Code points of a text in NFD (or NFC), -1 where it is no UTF-8 or too long. */
static int
code_points(const char *bytes, size_t length, bool compose, UChar32 *out)
{
	test_text	form;
	int32_t		at = 0;
	int			count = 0;

	if (length * 4 > MOST || !transform_text(bytes, length, compose, &form))
		return -1;
	while (at < (int32_t) form.length)
	{
		U8_NEXT(form.bytes, at, (int32_t) form.length, out[count]);
		count++;
	}
	free(form.bytes);
	return count;
}

static bool
is_mark(UChar32 ch)
{
	return ch > 0x7f && vn_class_of((vn_char) ch) == VN_CLASS_MARK;
}

static bool
is_ignorable(UChar32 ch)
{
	return ch > 0x7f && vn_class_of((vn_char) ch) == VN_CLASS_IGNORABLE;
}

/* What looks like đ is đ. */
static UChar32
stroked(UChar32 ch)
{
	return ch == 0xd0 || ch == 0xf0 || ch == 0x189 ? 0x111 : ch;
}

static int
compare_points(const void *a, const void *b)
{
	return (*(const UChar32 *) a > *(const UChar32 *) b) - (*(const UChar32 *) a < *(const UChar32 *) b);
}

/*
 * The spelling that a key stands for: letters in lower case with their marks; of a syllable the tone stands at the end.
 * "fold" is the same without marks.
 */
static bool
plain_keys(const char *bytes, size_t length, char *key, char *fold)
{
	static UChar32 points[MOST];
	int			count = code_points(bytes, length, false, points);
	static char in_place[MOST * 8];
	static char tone_last[MOST * 8];
	char		tone_name[16] = "";
	int			tones = 0;
	int			letters = 0;
	bool		syllable = true;

	*fold = *in_place = *tone_last = '\0';
	if (count < 0)
		return false;
	for (int i = 0; i < count;)
	{
		UChar32		base = u_tolower(stroked(points[i++]));
		UChar32		marks[512];
		int			mark_count = 0;
		UChar32		shape = 0;
		UChar32		tone = 0;
		char		one[64];

		while (i < count && (is_mark(points[i]) || is_ignorable(points[i])))
		{
			UChar32		mark = points[i++];

			if (is_ignorable(mark))
				continue;
			if (tone == 0 && strchr("aeiouy", (int) base) != NULL && base < 0x80 &&
				(mark == 0x300 || mark == 0x301 || mark == 0x309 || mark == 0x303 || mark == 0x323))
				tone = mark;
			else if (shape == 0 && ((mark == 0x302 && (base == 'a' || base == 'e' || base == 'o')) ||
									(mark == 0x306 && base == 'a') || (mark == 0x31b && (base == 'o' || base == 'u'))))
				shape = mark;
			else
				marks[mark_count++] = mark;
		}
		if (base == 0x2019 || base == 0x2bc)
			base = '\'';
		if (is_ignorable(base))
			continue;
		qsort(marks, (size_t) mark_count, sizeof(UChar32), compare_points);
		if (!((base >= 'a' && base <= 'z') || base == 0x111) || mark_count > 0)
			syllable = false;
		if (!is_mark(base))
			sprintf(fold + strlen(fold), "%x,", base == 0x111 ? 'd' : (unsigned) base);
		letters++;
		sprintf(one, "%x+%x", (unsigned) base, (unsigned) shape);
		strcat(tone_last, one);
		sprintf(one, "%x+%x+%x", (unsigned) base, (unsigned) shape, (unsigned) tone);
		strcat(in_place, one);
		for (int m = 0; m < mark_count; m++)
			sprintf(in_place + strlen(in_place), "+%x", (unsigned) marks[m]);
		strcat(tone_last, ",");
		strcat(in_place, ",");
		if (tone != 0)
		{
			tones++;
			sprintf(tone_name, "%x", (unsigned) tone);
		}
	}
	if (syllable && letters <= 10 && tones <= 1)
		sprintf(key, "%s=%s", tone_last, tone_name);
	else
		strcpy(key, in_place);
	return true;
}

/* Pairs (number, spelling) seen so far: equal numbers must be equal spellings, and the other way round. */
typedef struct pair
{
	uint64_t	number;
	char	   *spelling;
} pair;

#define SLOTS (1u << 20)

static pair *by_number[2],
		   *by_spelling[2];
static size_t pairs[2];

static void
check_pair(int which, uint64_t number, const char *spelling, const char *token, int length)
{
	uint32_t	slot = (uint32_t) vn_mix(number) & (SLOTS - 1);
	uint64_t	hash = 5381;
	pair		added;

	for (const char *p = spelling; *p != '\0'; p++)
		hash = hash * 33 + (unsigned char) *p;
	while (by_number[which][slot].spelling != NULL)
	{
		if (by_number[which][slot].number == number)
		{
			CHECK(strcmp(by_number[which][slot].spelling, spelling) == 0, "\"%.*s\": one key for %s and %s", length, token,
				  by_number[which][slot].spelling, spelling);
			return;
		}
		slot = (slot + 1) & (SLOTS - 1);
	}
	if (pairs[which] > SLOTS / 2)
		return;
	pairs[which]++;
	added = (pair) {number, copy_text(spelling, strlen(spelling) + 1).bytes};
	by_number[which][slot] = added;
	slot = (uint32_t) vn_mix(hash) & (SLOTS - 1);
	while (by_spelling[which][slot].spelling != NULL)
	{
		CHECK(strcmp(by_spelling[which][slot].spelling, spelling) != 0, "\"%.*s\": two keys for %s", length, token, spelling);
		slot = (slot + 1) & (SLOTS - 1);
	}
	by_spelling[which][slot] = added;
}

static void
check_keys(const char *bytes, size_t length)
{
	vn_scanner	scanner;
	vn_scanned	token;

	vn_scan_start(&scanner, bytes, length);
	while (vn_scan(&scanner, &token))
	{
		static char key[MOST * 8],
					fold[MOST * 8];

		if ((token.kind == VN_WORD || token.kind == VN_ALNUM) && token.length < 500 &&
			plain_keys(bytes + token.start, token.length, key, fold))
		{
			check_pair(0, token.key, key, bytes + token.start, (int) token.length);
			check_pair(1, token.fold, fold, bytes + token.start, (int) token.length);
		}
	}
}

/* ------------------------------------------------------------------ fold */

/* Decomposed by ICU, lowered, marks dropped, blanks as single ones; composed by ICU. */
static void
check_fold(const char *bytes, size_t length)
{
	static UChar32 points[MOST];
	int			count = code_points(bytes, length, false, points);
	test_memory memory;
	vn_buffer	plain = {.env = &memory.env};
	vn_buffer	found = {.env = &memory.env};
	test_text	expected;
	bool		blank = false;
	bool		started = false;

	if (count < 0)
		return;
	test_memory_start(&memory);
	vn_append(&plain, "", 0);
	for (int i = 0; i < count; i++)
	{
		unsigned char out[4];
		vn_class	class = vn_class_of((vn_char) points[i]);

		if (class == VN_CLASS_NEWLINE)
		{
			if (points[i] != '\r' || i + 1 == count || points[i + 1] != '\n')
				vn_append(&plain, "\n", 1);
			started = false;
			blank = false;
		}
		else if (class == VN_CLASS_BLANK)
			blank = true;
		else if (class != VN_CLASS_IGNORABLE && class != VN_CLASS_MARK)
		{
			UChar32		lower = u_tolower(stroked(points[i]));

			if (blank && started)
				vn_append(&plain, " ", 1);
			blank = false;
			started = true;
			vn_append(&plain, out, vn_encode(lower == 0x111 ? 'd' : (vn_char) lower, out));
		}
	}
	if (!transform_text(plain.data, plain.length, true, &expected))
		abort();
	vn_fold(&found, bytes, length);
	CHECK(expected.length == found.length && (found.length == 0 || memcmp(expected.bytes, found.data, found.length) == 0),
		  "folded \"%.*s\", expected \"%.*s\"", (int) found.length, found.data, (int) expected.length, expected.bytes);
	vn_release(&memory.env, plain.data);
	vn_release(&memory.env, found.data);
	free(expected.bytes);
}

/* --------------------------------------------------------------- phrases */

typedef struct plain_phrase
{
	uint64_t	keys[VN_MAX_PHRASE];
	uint32_t	count;
	vn_phrase	meaning;
} plain_phrase;

static plain_phrase *phrases;	/* in order of the first key, so that one need not compare with all of them */
static size_t phrase_count;

static int
by_first_key(const void *a, const void *b)
{
	const plain_phrase *p = a;
	const plain_phrase *q = b;

	return (p->keys[0] > q->keys[0]) - (p->keys[0] < q->keys[0]);
}

static size_t
first_phrase(uint64_t key)
{
	size_t		low = 0;
	size_t		high = phrase_count;

	while (low < high)
	{
		size_t		middle = (low + high) / 2;

		if (phrases[middle].keys[0] < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
add_phrase(int catalog, int row, bool canonical, const char *bytes, size_t length)
{
	vn_scanner	scanner;
	vn_scanned	token;
	plain_phrase *phrase;

	phrases = realloc(phrases, (phrase_count + 1) * sizeof(plain_phrase));
	if (phrases == NULL)
		abort();
	phrase = &phrases[phrase_count++];
	phrase->count = 0;
	phrase->meaning = (vn_phrase) {.catalog = (uint8_t) catalog, .row = (uint16_t) row, .canonical = canonical};
	vn_scan_start(&scanner, bytes, length);
	while (vn_scan(&scanner, &token))
		phrase->keys[phrase->count++] = token.key;
}

static void
check_matches(const char *bytes, size_t length)
{
	test_memory memory;
	vn_document document;
	uint64_t   *keys;
	uint32_t	count = 0;
	vn_scanner	scanner;
	vn_scanned	token;

	test_memory_start(&memory);
	if (vn_document_read(&document, &memory.env, NULL, bytes, length) != VN_OK)
		abort();
	keys = malloc((document.token_count + 1) * sizeof(uint64_t));
	if (keys == NULL)
		abort();
	vn_scan_start(&scanner, bytes, length);
	while (vn_scan(&scanner, &token))
		keys[count++] = token.key;
	for (uint32_t at = 0; at < count; at++)
	{
		vn_match	matches[VN_MAX_MATCHES];
		uint32_t	limit = at % 7 == 3 && at + 2 < count ? at + 2 : count;
		int			found = vn_matches_at(&document, at, limit, matches);
		size_t		found_meanings = 0;
		size_t		expected = 0;

		for (int i = 0; i < found; i++)
		{
			const vn_phrase *meaning = matches[i].phrases;

			CHECK(i == 0 || matches[i].end < matches[i - 1].end, "matches at token %u are not longest first", at);
			do
				found_meanings++;
			while (!(meaning++)->last);
		}
		for (size_t p = first_phrase(keys[at]); p < phrase_count && phrases[p].keys[0] == keys[at]; p++)
		{
			bool		there = false;

			if (phrases[p].count > limit - at ||
				memcmp(phrases[p].keys, keys + at, phrases[p].count * sizeof(uint64_t)) != 0)
				continue;
			expected++;
			for (int i = 0; i < found; i++)
				if (matches[i].end == at + phrases[p].count)
					for (const vn_phrase *m = matches[i].phrases;; m++)
					{
						there |= m->catalog == phrases[p].meaning.catalog && m->row == phrases[p].meaning.row &&
							m->canonical == phrases[p].meaning.canonical;
						if (m->last)
							break;
					}
			CHECK(there, "token %u: row %d of %s is not found", at, phrases[p].meaning.row,
				  vn_layouts[phrases[p].meaning.catalog].name);
		}
		CHECK(expected == found_meanings, "token %u: %zu meanings, expected %zu", at, found_meanings, expected);
	}
	free(keys);
	vn_document_release(&document);
}

/* ------------------------------------------------------------------ UTF-8 */

/* From each byte on, the same character as ICU reads, or none. */
static void
check_decoding(const char *bytes, size_t length)
{
	const unsigned char *start = (const unsigned char *) bytes;

	for (size_t at = 0; at < length && at < MOST; at++)
	{
		unsigned	step;
		vn_char		ch = vn_decode(start + at, start + length, &step);
		int32_t		next = (int32_t) at;
		UChar32		expected;
		unsigned char again[4];

		U8_NEXT(bytes, next, (int32_t) length, expected);
		if (expected < 0)
			CHECK(ch == VN_BAD_CHAR && step == 1, "byte %zu: U+%04X, expected none", at, ch);
		else
			CHECK(ch == (vn_char) expected && step == (unsigned) next - at && vn_encode(ch, again) == step &&
				  memcmp(again, bytes + at, step) == 0, "byte %zu: U+%04X, expected U+%04X", at, ch, (unsigned) expected);
	}
}

/* ------------------------------------------------------------------------ */

void
reference_start(void)
{
	reference_scan_start();
	for (int i = 0; i < 2; i++)
	{
		by_number[i] = calloc(SLOTS, sizeof(pair));
		by_spelling[i] = calloc(SLOTS, sizeof(pair));
		if (by_number[i] == NULL || by_spelling[i] == NULL)
			abort();
	}
	for (int catalog = 0; catalog < VN_CATALOGS; catalog++)
		for (int row = 0; row < vn_catalog_rows((vn_catalog) catalog); row++)
			for (int column = 0; column < vn_layouts[catalog].columns; column++)
			{
				const char *cell = vn_cell((vn_catalog) catalog, row, column);

				if (vn_layouts[catalog].column[column].type == VN_COLUMN_PHRASE)
					add_phrase(catalog, row, true, cell, strlen(cell));
				else if (vn_layouts[catalog].column[column].type == VN_COLUMN_PHRASES)
					while (*cell != '\0')
					{
						size_t		part = strcspn(cell, "|");

						add_phrase(catalog, row, false, cell, part);
						cell += part + (cell[part] == '|');
					}
			}
	qsort(phrases, phrase_count, sizeof(plain_phrase), by_first_key);
}

void
reference_check(const char *bytes, size_t length)
{
	check_keys(bytes, length);
	check_fold(bytes, length);
	check_matches(bytes, length);
	check_decoding(bytes, length);
	reference_check_scan(bytes, length);
	reference_check_words(bytes, length);
}

void
reference_stop(void)
{
	for (int i = 0; i < 2; i++)
	{
		for (size_t slot = 0; slot < SLOTS; slot++)
			free(by_number[i][slot].spelling);
		free(by_number[i]);
		free(by_spelling[i]);
	}
	free(phrases);
	reference_scan_stop();
}
