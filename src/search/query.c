/*
 * query.c
 *		See query.h.
 */
#include "search/query.h"

#include <string.h>

#include "text/syllable.h"

typedef struct reader
{
	const char *query;
	const vn_vocabulary *vocabulary;	/* NULL: none */
	vn_scanned	words[VN_MAX_UNITS + 1];
	int			count;
	bool		capitals;		/* no small letter anywhere */
	bool		negated;		/* of the next unit */
	bool		either;
	vn_unit    *units;
	int			unit_count;
} reader;

/* ------------------------------------------------------- abbreviations */

#define MAX_PARTS 16

/* The folded keys of the words of a phrase; punctuation does not count. 0 if there are too many. */
static int
keys_of(const char *phrase, uint64_t *keys)
{
	vn_scanner	scanner;
	vn_scanned	token;
	int			count = 0;

	vn_scan_start(&scanner, phrase, strlen(phrase));
	while (vn_scan(&scanner, &token))
	{
		if (token.kind == VN_PUNCTUATION)
			continue;
		if (count == MAX_PARTS)
			return 0;
		keys[count++] = token.fold;
	}
	return count;
}

/* The token behind the phrase with these keys that begins at "at", or 0. */
static int
phrase_end(const reader *r, int at, int limit, const uint64_t *keys, int count)
{
	int			matched = 0;

	for (; at < limit && matched < count; at++)
	{
		if (r->words[at].kind == VN_PUNCTUATION && matched > 0)
			continue;
		if (r->words[at].fold != keys[matched++])
			return 0;
	}
	return matched == count ? at : 0;
}

/* An abbreviation that reads like a word is one only in capitals. */
static bool
reads_like_word(const uint64_t *keys, int count)
{
	return count == 1 && vn_may_be_syllable(keys[0]);
}

static void
add_other(vn_unit *unit, const char *other)
{
	for (int i = 0; i < unit->other_count; i++)
		if (strcmp(unit->others[i], other) == 0)
			return;
	if (unit->other_count < VN_MAX_OTHERS)
		unit->others[unit->other_count++] = other;
}

static const char *
abbreviation_of(int row)
{
	return vn_cell(VN_ABBREVIATIONS, row, VN_ABBREVIATION_ABBREVIATION);
}

static const char *
expansion_of(int row)
{
	return vn_cell(VN_ABBREVIATIONS, row, VN_ABBREVIATION_EXPANSION);
}

/* Does the abbreviation stand for other things too? */
static bool
is_ambiguous(int row)
{
	for (int other = 0; other < vn_catalog_rows(VN_ABBREVIATIONS); other++)
		if (other != row && strcmp(abbreviation_of(other), abbreviation_of(row)) == 0)
			return true;
	return false;
}

/* The abbreviations of a written-out name, but for what was typed and those that would find other things. */
static void
add_abbreviations(vn_unit *unit, const char *expansion, const uint64_t *typed, int typed_count)
{
	for (int row = 0; row < vn_catalog_rows(VN_ABBREVIATIONS); row++)
	{
		uint64_t	keys[MAX_PARTS];
		int			count;

		if (strcmp(expansion_of(row), expansion) != 0 || (count = keys_of(abbreviation_of(row), keys)) == 0 ||
			reads_like_word(keys, count) || is_ambiguous(row))
			continue;
		if (count != typed_count || memcmp(keys, typed, (size_t) count * sizeof(keys[0])) != 0)
			add_other(unit, abbreviation_of(row));
	}
}

/* The longest abbreviation or name that has one from "at" on: other spellings go to the unit. Returns its end, or 0. */
static int
find_abbreviation(const reader *r, int at, int limit, vn_unit *unit)
{
	int			longest = 0;

	for (int row = 0; row < vn_catalog_rows(VN_ABBREVIATIONS); row++)
	{
		for (int side = 0; side < 2; side++)
		{
			uint64_t	keys[MAX_PARTS];
			int			count = keys_of(side == 0 ? abbreviation_of(row) : expansion_of(row), keys);
			int			end = count == 0 ? 0 : phrase_end(r, at, limit, keys, count);

			if (end == 0 || end < longest ||
				(side == 0 && reads_like_word(keys, count) && (r->capitals || !(r->words[at].flags & VN_UPPER))))
				continue;
			if (end > longest)
				unit->other_count = 0;
			longest = end;
			if (side == 0)
				add_other(unit, expansion_of(row));
			add_abbreviations(unit, expansion_of(row), keys, count);
		}
	}
	return longest;
}

/* ---------------------------------------------------------------- names */

#define MAX_NAME 4

static bool
is_surname(const vn_scanned *word)
{
	for (int row = 0; row < vn_catalog_rows(VN_NAMES); row++)
	{
		uint64_t	keys[MAX_PARTS];

		if (vn_cell_number(VN_NAMES, row, VN_NAME_KIND) == VN_NAME_SURNAME &&
			keys_of(vn_cell(VN_NAMES, row, VN_NAME_FORM), keys) == 1 && keys[0] == word->fold)
			return true;
	}
	return false;
}

/* The end of the name of a person at "at", or 0: a surname and more words in capitals. */
static int
name_end(const reader *r, int at, int limit)
{
	int			end = at;

	while (end < limit && end - at < MAX_NAME && r->words[end].kind == VN_WORD && (r->words[end].flags & VN_CAPITAL) &&
		   (end == at || (r->words[end].flags & VN_AFTER_BLANK)))
		end++;
	return !r->capitals && end - at > 1 && is_surname(&r->words[at]) ? end : 0;
}

/* ---------------------------------------------------------------- units */

static uint32_t
end_of(const vn_scanned *word)
{
	return word->start + word->length;
}

static void
add_unit(reader *r, uint32_t start, uint32_t end, const vn_unit *like)
{
	vn_unit    *unit;

	if (r->unit_count == VN_MAX_UNITS)
		return;
	unit = &r->units[r->unit_count++];
	*unit = *like;
	unit->start = start;
	unit->length = end - start;
	unit->negated = r->negated;
	unit->either = r->either;
	r->negated = r->either = false;
}

/* The end of the longest entry of the vocabulary at "at", or 0. */
static int
entry_end(const reader *r, int at, int limit)
{
	vn_scanned	words[VN_MAX_PHRASE];
	int			ends[VN_MAX_PHRASE];
	int			count = 0;
	int			length;
	bool		more;

	if (r->vocabulary == NULL)
		return 0;
	for (; at < limit && count < VN_MAX_PHRASE; at++)
		if (r->words[at].kind != VN_PUNCTUATION && r->words[at].kind != VN_SYMBOL)
		{
			ends[count] = at + 1;
			words[count++] = r->words[at];
		}
	return vn_vocabulary_search(r->vocabulary, words, count, &length, &more) == NULL ? 0 : ends[length - 1];
}

/* Does this punctuation hold together what it stands between? */
static bool
joins(const reader *r, int at)
{
	const vn_scanned *word = &r->words[at];

	return word->kind == VN_PUNCTUATION && word->length == 1 && strchr("-./&_:", r->query[word->start]) != NULL;
}

/* The end of the amount of money at "at": a number, multipliers, a currency; 0 where there is none. */
static int
amount_end(const reader *r, int at, int limit)
{
	if (r->words[at].kind != VN_NUMBER)
		return 0;
	for (int i = at + 1; i < limit && i < at + 4 && r->words[i].kind == VN_WORD; i++)
	{
		unsigned	uses = vn_uses_of(r->words[i].key, r->words[i].fold, r->words[i].flags & VN_MARKED);

		if (uses & VN_CURRENCY)
			return i + 1;
		if (!(uses & VN_MULTIPLIER))
			break;
	}
	return 0;
}

/* Does a date with words in it begin at "at"? */
static bool
is_written_date(const reader *r, int at, int limit)
{
	if (limit - at < VN_DATE_WORDS)
		return false;
	for (int i = 0; i < VN_DATE_WORDS; i++)
	{
		const vn_scanned *word = &r->words[at + i];

		if ((i > 0 && !(word->flags & VN_AFTER_BLANK)) ||
			!vn_fits_date(i, word->kind, word->length, vn_uses_of(word->key, word->fold, word->flags & VN_MARKED)))
			return false;
	}
	return true;
}

/* The words "at" to "limit", none of them quoted, an operator or a sign of negation. */
static void
read_run(reader *r, int at, int limit)
{
	while (at < limit)
	{
		vn_unit		unit = {0};
		int			first = at;
		int			end;
		int			words = at;

		if (r->words[at].kind == VN_PUNCTUATION || r->words[at].kind == VN_SYMBOL)
		{
			at++;
			continue;
		}
		while (words < limit && r->words[words].kind == VN_WORD && (words == at || (r->words[words].flags & VN_AFTER_BLANK)))
			words++;
		end = find_abbreviation(r, at, limit, &unit);
		if (end == 0)
		{
			end = at + 1;
			if (words - at > 1)
				end = at + vn_compound_words(&r->words[at], words - at);
			if (amount_end(r, at, limit) > 0)
				end = amount_end(r, at, limit);
			if ((unit.written_date = is_written_date(r, at, limit)))
				end = at + VN_DATE_WORDS;
			if (end == at + 1 && name_end(r, at, limit) > 0)
				end = name_end(r, at, limit);
		}
		if (entry_end(r, at, limit) >= end)
		{
			end = entry_end(r, at, limit);
			unit.other_count = 0;	/* the dictionary knows what else it is called */
		}
		/* Covid-19, 12,5%: nothing blank in between */
		while (end + 1 < limit && joins(r, end) && !((r->words[end].flags | r->words[end + 1].flags) & VN_AFTER_BLANK))
		{
			unit.other_count = 0;
			end += 2;
		}
		if (end < limit && r->words[end].kind == VN_PUNCTUATION && r->query[r->words[end].start] == '%')
			end++;
		add_unit(r, r->words[first].start, end_of(&r->words[end - 1]), &unit);
		at = end;
	}
}

/* ------------------------------------------------------------- operators */

static bool
is_quotation_mark(const vn_scanned *word)
{
	return word->kind == VN_PUNCTUATION && word->key == vn_punctuation_key('"');
}

static bool
is_or(const reader *r, int at)
{
	const vn_scanned *word = &r->words[at];
	const char *bytes = r->query + word->start;

	if (word->kind != VN_WORD || !(word->flags & VN_AFTER_BLANK))
		return false;
	if (word->length == 2 && (bytes[0] | 0x20) == 'o' && (bytes[1] | 0x20) == 'r')
		return true;
	return (word->flags & VN_UPPER) && !r->capitals &&
		(vn_word_uses[vn_symbol(&vn_exact_symbols, word->key)] & VN_OPERATOR_OR);
}

/* A minus sign right before a word or quotation, or an operator that says so. It holds for the next unit. */
static bool
is_not(const reader *r, int at)
{
	const vn_scanned *word = &r->words[at];

	if (!(word->flags & VN_AFTER_BLANK) || at + 1 >= r->count)
		return false;
	if (word->kind == VN_PUNCTUATION)
		return word->length == 1 && r->query[word->start] == '-' && !(r->words[at + 1].flags & VN_AFTER_BLANK);
	return word->kind == VN_WORD && (word->flags & VN_UPPER) && !r->capitals &&
		(vn_word_uses[vn_symbol(&vn_exact_symbols, word->key)] & VN_OPERATOR_NOT);
}

int
vn_read_query(const char *query, size_t length, const vn_vocabulary *vocabulary, vn_unit *units)
{
	reader		r = {.query = query, .vocabulary = vocabulary, .capitals = true, .units = units};
	vn_scanner	scanner;
	static const vn_unit plain = {0};

	if (length > VN_MAX_QUERY)
		length = VN_MAX_QUERY;
	vn_scan_start(&scanner, query, length);
	while (r.count < VN_MAX_UNITS && vn_scan(&scanner, &r.words[r.count]))
	{
		if (r.words[r.count].kind == VN_WORD && !(r.words[r.count].flags & VN_UPPER))
			r.capitals = false;
		r.count++;
	}

	for (int at = 0; at < r.count;)
	{
		int			end = at;

		if (is_quotation_mark(&r.words[at]))
		{
			for (end = at + 1; end < r.count && !is_quotation_mark(&r.words[end]);)
				end++;
			if (end > at + 1)
				add_unit(&r, r.words[at + 1].start, end_of(&r.words[end - 1]), &plain);
			at = end + 1;
		}
		else if (is_or(&r, at) && r.unit_count > 0)
		{
			r.either = true;
			at++;
		}
		else if (is_not(&r, at))
		{
			r.negated = true;
			at++;
		}
		else
		{
			while (end < r.count && !is_quotation_mark(&r.words[end]) &&
				   (end == at || (!is_or(&r, end) && !is_not(&r, end))))
				end++;
			read_run(&r, at, end);
			at = end;
		}
	}
	return r.unit_count;
}
