/*
 * gaps.c
 *		See gaps.h.
 */
#include "document/gaps.h"

#include <string.h>

#include "text/letters.h"

/* Forms of a token, as far as capitals and kinds matter. */
enum
{
	FORM_SMALL,
	FORM_CAPITAL,
	FORM_UPPER,
	FORM_NUMBER,
	FORM_ALNUM,
	FORM_MARK,
	FORM_STOP,					/* a mark behind which a capital may mean nothing */
	FORM_OUTSIDE,
	FORMS
};

#define OUTSIDE_SYLLABLE 1

vn_writing
vn_writing_of(const vn_document *document, const vn_sentence *sentence)
{
	vn_writing	writing = {false, false};
	unsigned	words = 0,
				upper = 0,
				marked = 0,
				known = 0,
				steps = 0;

	for (uint32_t at = sentence->first; at < sentence->end; at++)
	{
		const vn_token *token = &document->tokens[at];

		vn_step(document->env, &steps);
		if (token->kind != VN_WORD)
			continue;
		words++;
		upper += (token->flags & VN_UPPER) != 0;
		marked += (token->flags & VN_MARKED) != 0;
		known += token->fold != 0;
	}
	writing.capitals = words >= 4 && (upper * 10 >= words * 8 || (upper == words && words > 1));
	writing.unmarked = marked == 0 && words >= 2 && known * 10 >= words * 9;
	return writing;
}

bool
vn_is_acronym(const vn_document *document, const vn_token *token)
{
	const unsigned char *p = (const unsigned char *) document->text + token->start;
	const unsigned char *end = p + token->length;
	unsigned	letters = 0;

	if (!(token->flags & VN_UPPER))
		return false;
	while (p < end && letters < 2)
	{
		unsigned	length;

		letters += vn_class_of(vn_decode(p, end, &length)) == VN_CLASS_LETTER;
		p += length;
	}
	return letters == 2;
}

static uint8_t
form_of(const vn_document *document, const vn_token *token, vn_writing writing)
{
	switch (token->kind)
	{
		case VN_WORD:
			if (writing.capitals || !(token->flags & VN_CAPITAL))
				return FORM_SMALL;
			return vn_is_acronym(document, token) ? FORM_UPPER : FORM_CAPITAL;
		case VN_ALNUM:
			return FORM_ALNUM;
		case VN_NUMBER: case VN_DATE:
			return FORM_NUMBER;
		case VN_PUNCTUATION:
			return strchr(",/%&+=*'", document->text[token->start]) == NULL ? FORM_STOP : FORM_MARK;
		default:
			return FORM_MARK;
	}
}

/* By key: the numbers of symbols change with the data, and what was learnt would be said of other syllables. */
static inline uint32_t
syllable_of(const vn_token *token, vn_writing writing)
{
	return writing.unmarked ? vn_token_hash(vn_folded_symbols.keys[token->fold]) : token->hash;
}

/* What parts of a person's name a token may be. */
static inline uint8_t
name_parts(const vn_token *token)
{
	return token->kind == VN_WORD ? vn_name_parts[token->symbol] : 0;
}

/*
 * Look up the entries that begin at a token; lay them over the gaps of the run. "place" is the token's place in the run's
 * arrays. Returns the number of tokens of the longest one, or 1.
 */
static int
read_entries(const vn_document *document, uint32_t at, uint32_t end, vn_writing writing, vn_run *run, int place)
{
	const vn_trie *trie = writing.unmarked ? &vn_folded_words_trie : &vn_words_trie;
	const vn_token *tokens = &document->tokens[at];
	uint16_t	symbol = writing.unmarked ? tokens[0].fold : tokens[0].symbol;
	uint32_t	node = symbol == 0 ? 0 : trie->first[symbol];
	int			most = end - at > VN_ENTRY_TOKENS ? VN_ENTRY_TOKENS : (int) (end - at);
	int			longest = 1;

	if (most > VN_RUN_ROOM - VN_RUN_MARGIN - place)
		most = VN_RUN_ROOM - VN_RUN_MARGIN - place;
	for (int length = 2; length <= most && node != 0; length++)
	{
		uint8_t		class;

		symbol = writing.unmarked ? tokens[length - 1].fold : tokens[length - 1].symbol;
		if (symbol == 0)
			break;
		node = vn_trie_next(trie, node, symbol);
		if (node == 0)
			break;
		class = (uint8_t) trie->values[node];
		if (class == 0)
			continue;
		if (length == 2)
			run->pair[place] = class;
		longest = length;
		for (int gap = 0; gap < length - 1; gap++)
			if (length > run->cover[place + gap])
			{
				run->cover[place + gap] = (uint8_t) length;
				run->offset[place + gap] = (uint8_t) gap;
				run->class[place + gap] = class;
			}
	}
	run->longest[place] = (uint8_t) longest;
	return longest;
}

/* Is the token the noun that opens the name of a body, Bộ or Sở? What follows it is no part of a person's name. */
static bool
opens_body(const vn_document *document, uint32_t at)
{
	vn_match	matches[VN_MAX_MATCHES];

	return vn_matches_at(document, at, at + 1, matches) > 0 && vn_match_row(&matches[0], VN_ORGANIZATION_HEADS) >= 0 &&
		vn_match_row(&matches[0], VN_NAMES) < 0;
}

/* May two tokens stand in one name that the lexicon does not know? Not an abbreviation with a word: Hà Nội HCM. */
static inline bool
may_be_name(uint8_t form, uint8_t next)
{
	return (form == FORM_CAPITAL && next == FORM_CAPITAL) || (form == FORM_UPPER && next == FORM_UPPER);
}

/* Is the gap behind a token inside what may be a person's name even in small letters: surname, middle name, one word more? */
static bool
may_be_small_name(const vn_run *run, const vn_token *tokens, uint32_t at, uint32_t end, int place)
{
	if (tokens[at + 1].kind != VN_WORD || !(tokens[at + 1].flags & VN_AFTER_BLANK))
		return false;
	if ((run->name[place] & VN_PART_SURNAME) && (name_parts(&tokens[at + 1]) & VN_PART_MIDDLE))
		return at + 2 < end && tokens[at + 2].kind == VN_WORD;
	return at > run->first && (run->name[place - 1] & VN_PART_SURNAME) && (run->name[place] & VN_PART_MIDDLE);
}

uint32_t
vn_read_run(const vn_document *document, const vn_sentence *sentence, vn_writing writing, uint32_t at, vn_run *run)
{
	const vn_token *tokens = document->tokens;
	uint32_t	end = sentence->end;
	uint32_t	reach = at;		/* the last token under an entry that has begun */
	int			place = VN_RUN_MARGIN;

	run->first = at;
	run->opens = at == sentence->first;
	run->unmarked = writing.unmarked;
	memset(run->cover + place, 0, VN_ENTRY_TOKENS);
	for (;; at++, place++)
	{
		uint32_t	last;

		run->cover[place + VN_ENTRY_TOKENS - 1] = 0;
		run->pair[place] = 0;
		run->syllable[place] = syllable_of(&tokens[at], writing);
		run->form[place] = form_of(document, &tokens[at], writing);
		run->name[place] = name_parts(&tokens[at]);
		last = at + (uint32_t) read_entries(document, at, end, writing, run, place) - 1;
		if (last > reach)
			reach = last;
		if (at + 1 == end || place + 1 == VN_RUN_MARGIN + VN_RUN_TOKENS)
			break;
		if (reach <= at && !may_be_small_name(run, tokens, at, end, place) &&
			(!may_be_name(run->form[place], form_of(document, &tokens[at + 1], writing)) ||
			 (place <= VN_RUN_MARGIN + run->opens && opens_body(document, at))))
			break;
	}
	run->count = place + 1 - VN_RUN_MARGIN;
	return at + 1;
}

void
vn_read_margin(const vn_document *document, const vn_sentence *sentence, vn_writing writing, vn_run *run)
{
	int			stop = VN_RUN_MARGIN + run->count;

	for (int i = 0; i < VN_RUN_MARGIN; i++)
	{
		int64_t		before = (int64_t) run->first - VN_RUN_MARGIN + i;
		int64_t		behind = (int64_t) run->first + run->count + i;
		bool		has_before = before >= sentence->first;
		bool		has_behind = behind < sentence->end;

		run->syllable[i] = has_before ? syllable_of(&document->tokens[before], writing) : OUTSIDE_SYLLABLE;
		run->form[i] = has_before ? form_of(document, &document->tokens[before], writing) : FORM_OUTSIDE;
		run->syllable[stop + i] = has_behind ? syllable_of(&document->tokens[behind], writing) : OUTSIDE_SYLLABLE;
		run->form[stop + i] = has_behind ? form_of(document, &document->tokens[behind], writing) : FORM_OUTSIDE;
		run->name[i] = has_before ? name_parts(&document->tokens[before]) : 0;
		run->name[stop + i] = has_behind ? name_parts(&document->tokens[behind]) : 0;
		run->pair[i] = run->pair[stop + i] = 0;
		run->longest[i] = run->longest[stop + i] = 1;
		run->cover[i] = run->cover[stop + i] = 0;
		run->greedy[i] = run->greedy[stop + i] = 0;
	}
	for (int i = 0; i < stop + VN_RUN_MARGIN; i++)
		if (run->cover[i] == 0)
			run->offset[i] = run->class[i] = 0;
	for (int i = VN_RUN_MARGIN; i < stop;)
	{
		int			length = run->longest[i];

		for (int gap = 0; gap < length - 1; gap++)
			run->greedy[i + gap] = (uint8_t) length;
		run->greedy[i + length - 1] = 0;
		i += length;
	}
}

/* A slot of the table for a value seen by the feature of this number. Even: linked features have two. */
static inline uint32_t
slot(unsigned feature, uint64_t value)
{
	value = (value + feature) * 0x9e3779b97f4a7c15u;
	value ^= value >> 32;
	value = (value + feature) * 0xd6e8feb86659fd93u;
	return (uint32_t) (value >> (64 - VN_WEIGHT_BITS)) & ~1u;
}

void
vn_read_gap(const vn_run *run, int number, vn_gap *gap)
{
	int			i = VN_RUN_MARGIN + number;
	const uint8_t *name = &run->name[i];
	const uint8_t *pair = &run->pair[i];
	const uint8_t *longest = &run->longest[i];
	const uint8_t *greedy = &run->greedy[i];
	uint64_t	a = run->syllable[i],
				b = run->syllable[i + 1];
	uint64_t	before = run->syllable[i - 1],
				behind = run->syllable[i + 2];
	uint64_t	forms = run->form[i] << 3 | run->form[i + 1];
	uint64_t	four_forms = (uint64_t) run->form[i - 1] << 9 | forms << 3 | run->form[i + 2];
	uint64_t	cover = run->cover[i] << 3 | run->offset[i];
	uint64_t	entry = cover << 4 | run->class[i];
	uint64_t	left_cover = run->cover[i - 1] << 3 | run->offset[i - 1];
	uint64_t	right_cover = run->cover[i + 1] << 3 | run->offset[i + 1];
	uint64_t	pairs = (uint64_t) pair[-1] << 8 | pair[0] << 4 | pair[1];
	uint64_t	has_pairs = (pair[-1] != 0) << 3 | (pair[0] != 0) << 2 | (pair[1] != 0) << 1 | (pair[2] != 0);
	uint64_t	names = (uint64_t) name[0] << 3 | name[1];
	unsigned	mode = run->unmarked ? 64 : 0;
	uint32_t   *p = gap->plain;
	uint32_t   *q = gap->linked;
	unsigned	f = mode;

	p[0] = slot(f + 0, forms << 1 | (run->opens && number == 0));
	p[1] = slot(f + 1, a);
	p[2] = slot(f + 2, b);
	p[3] = slot(f + 3, before);
	p[4] = slot(f + 4, behind);
	p[5] = slot(f + 5, a << 32 | b);
	p[6] = slot(f + 6, before << 32 | a);
	p[7] = slot(f + 7, b << 32 | behind);
	p[8] = slot(f + 8, (a << 32 | b) * 31 + before);
	p[9] = slot(f + 9, (a << 32 | b) * 31 + behind);
	p[10] = slot(f + 10, four_forms);
	p[11] = slot(f + 11, a << 6 | forms);
	p[12] = slot(f + 12, b << 6 | forms);
	p[13] = slot(f + 13, cover);
	p[14] = slot(f + 14, entry);
	p[15] = slot(f + 15, a << 6 | cover);
	p[16] = slot(f + 16, b << 6 | cover);
	p[17] = slot(f + 17, pairs);
	p[18] = slot(f + 18, has_pairs << 3 | greedy[0]);
	p[19] = slot(f + 19, (uint64_t) longest[-1] << 9 | longest[0] << 6 | longest[1] << 3 | longest[2]);
	p[20] = slot(f + 20, (uint64_t) greedy[-1] << 16 | greedy[0] << 13 | (uint64_t) greedy[1] << 10 | entry);
	p[21] = slot(f + 21, left_cover << 12 | cover << 6 | right_cover);
	p[22] = slot(f + 22, entry << 12 | four_forms);
	p[23] = slot(f + 23, (uint64_t) pair[0] << 12 | four_forms);
	p[24] = slot(f + 24, (uint64_t) before << 6 | forms);
	p[25] = slot(f + 25, ((uint64_t) name[-1] << 9 | names << 3 | name[2]) << 12 | four_forms);
	p[26] = slot(f + 26, names << 12 | cover << 6 | forms);

	q[0] = slot(f + 32, 0);
	q[1] = slot(f + 33, (uint64_t) run->form[i - 1] << 6 | forms);
	q[2] = slot(f + 34, cover);
	q[3] = slot(f + 35, pairs);
	q[4] = slot(f + 36, a);
	q[5] = slot(f + 37, b);
	q[6] = slot(f + 38, a << 32 | b);
	q[7] = slot(f + 39, (uint64_t) greedy[0] << 6 | longest[0] << 3 | longest[1]);
	q[8] = slot(f + 40, entry << 6 | forms);
	q[9] = slot(f + 41, (uint64_t) pair[-1] << 4 | pair[0]);
	q[10] = slot(f + 42, ((uint64_t) name[-1] << 6 | names) << 6 | forms);
}
