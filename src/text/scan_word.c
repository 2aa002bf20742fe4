/*
 * scan_word.c
 *		Words: runs of letters, read letter by letter into their keys.
 */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "text/scan_parts.h"

#define TONE_SHIFT 60
#define MAX_PACKED 10

/* Combining marks that stand before others in canonical order: the other ones are all above the letter. */
#define HORN 0x31b
#define DOT_BELOW 0x323
#define DOT_BELOW_TONE 5

static bool
is_apostrophe(vn_char ch)
{
	return ch == '\'' || ch == 0x2019 || ch == 0x02bc;
}

/*
 * A word as one reads it off: what is needed to make its keys. The last letter waits for the marks behind it.
 */
typedef struct word_state
{
	uint64_t	packed,
				packed_fold;
	uint64_t	hash,
				hash_fold;
	unsigned	letters;		/* of the Vietnamese alphabet */
	unsigned	uppers,
				lowers;
	unsigned	tone;
	bool		digits;
	bool		foreign;		/* a letter outside the alphabet, an apostrophe */
	bool		odd;			/* a mark that does not fit, a second tone */
	bool		started;
	bool		first_upper;
	bool		marked;

	/* the letter that waits; 0: none */
	unsigned	waiting;
	unsigned	waiting_tone;
	uint64_t	other_marks;	/* a sum, so that their order does not count */
} word_state;

/* Add the letter that waits. */
static void
settle(word_state *w)
{
	unsigned	base = vn_base_letter(w->waiting);

	if (w->waiting != 0)
	{
		w->marked |= base != w->waiting || w->waiting_tone != 0;
		if (w->waiting_tone != 0)
		{
			w->odd |= w->tone != 0;
			w->tone = w->waiting_tone;
		}
		w->packed = w->packed << VN_LETTER_BITS | w->waiting;
		w->packed_fold = w->packed_fold << VN_LETTER_BITS | base;
		w->hash = vn_hash_step(w->hash, w->waiting | w->waiting_tone << VN_LETTER_BITS);
		w->hash_fold = vn_hash_step(w->hash_fold, base);
		w->letters++;
		w->waiting = 0;
	}
	if (w->other_marks != 0)
	{
		w->odd = true;
		w->marked = true;
		w->hash = vn_hash_step(w->hash, w->other_marks);
		w->other_marks = 0;
	}
}

static void
count_case(word_state *w, bool upper, bool lower)
{
	if (!w->started)
		w->first_upper = upper;
	w->started = true;
	w->uppers += upper;
	w->lowers += lower;
}

static void
add_letter(word_state *w, unsigned letter, unsigned tone, bool upper)
{
	settle(w);
	count_case(w, upper, !upper);
	w->waiting = letter;
	w->waiting_tone = tone;
}

static void
add_mark(word_state *w, vn_char mark)
{
	vn_char		other = mark;

	if (w->waiting != 0)
	{
		if (vn_apply_mark(mark, &w->waiting, &w->waiting_tone))
			return;
		if (mark == DOT_BELOW && w->waiting_tone != 0 && w->waiting_tone != DOT_BELOW_TONE)
		{
			static const vn_char marks[] = {0, 0x300, 0x301, 0x309, 0x303};

			other = marks[w->waiting_tone];
			w->waiting_tone = DOT_BELOW_TONE;
		}
		else if (mark == HORN && w->waiting == VN_OO)
		{
			other = 0x302;
			w->waiting = VN_OW;
		}
	}
	w->other_marks += vn_hash_end(vn_hash_step(VN_HASH_START, other));
}

/* A character that is no letter of a word, as part of its key. */
static void
add_other(word_state *w, vn_char ch)
{
	settle(w);
	w->hash = vn_hash_step(w->hash, (uint64_t) ch << 16);
	w->hash_fold = vn_hash_step(w->hash_fold, (uint64_t) ch << 16);
}

/* A letter or sign that is not in the table of Vietnamese letters, by its canonical decomposition. */
static void
add_foreign(word_state *w, vn_char ch)
{
	UErrorCode	error = U_ZERO_ERROR;
	UChar		parts[20];
	int32_t		count = unorm2_getDecomposition(unorm2_getNFDInstance(&error), (UChar32) ch, parts, 20, &error);
	int32_t		at = 0;

	if (U_FAILURE(error) || count < 0)
		count = 0;
	do
	{
		UChar32		part = (UChar32) ch;
		UChar32		lower;
		vn_letter	letter;

		if (count > 0)
			U16_NEXT(parts, at, count, part);
		letter = vn_letter_of((vn_char) part);
		lower = u_tolower(part);
		if (letter.letter != 0)
			add_letter(w, letter.letter, letter.tone, letter.upper);
		else if (vn_class_of((vn_char) part) == VN_CLASS_MARK)
			add_mark(w, (vn_char) part);
		else
		{
			count_case(w, lower != part, u_toupper(part) != part);
			w->foreign = true;
			add_other(w, (vn_char) lower);
		}
	} while (at < count);
}

static void
finish_word(word_state *w, vn_scanned *token)
{
	bool		packable;

	settle(w);
	packable = !w->foreign && !w->digits && w->letters <= MAX_PACKED;
	token->kind = w->digits ? VN_ALNUM : VN_WORD;
	if (w->first_upper)
		token->flags |= VN_CAPITAL;
	if (w->uppers > 0 && w->lowers == 0)
		token->flags |= VN_UPPER;
	if (w->marked)
		token->flags |= VN_MARKED;
	if (w->odd || w->foreign)
		token->flags |= VN_ODD;
	token->key = packable && !w->odd ? w->packed | (uint64_t) w->tone << TONE_SHIFT : vn_hash_end(w->hash);
	token->fold = packable ? w->packed_fold : vn_hash_end(w->hash_fold);
}

/*
 * How many Latin letters (up to "most") stand at "at": for the look ahead behind an apostrophe.
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

		if (class == VN_CLASS_LETTER ? ch >= 0x250 && (ch < 0x1e00 || ch > 0x1eff) :
			class != VN_CLASS_MARK && class != VN_CLASS_IGNORABLE)
			break;
		count += class == VN_CLASS_LETTER;
		at += length;
	}
	return count;
}

/* An apostrophe between letters belongs to the word where one side is short: H'Yim, don't. */
void
vn_scan_word(vn_scanner *s, vn_scanned *token)
{
	const unsigned char *end = s->text + s->limit;
	word_state	w = {.hash = VN_HASH_START, .hash_fold = VN_HASH_START};
	uint32_t	at = s->at;
	uint32_t	stop = at;		/* the end of the last letter, mark or digit */

	while (at < s->limit)
	{
		unsigned	length;
		vn_char		ch = vn_decode(s->text + at, end, &length);
		vn_letter	letter = vn_letter_of(ch);

		if (letter.letter != 0)
			add_letter(&w, letter.letter, letter.tone, letter.upper);
		else if (ch >= '0' && ch <= '9')
		{
			add_other(&w, ch);
			w.digits = true;
		}
		else if (is_apostrophe(ch))
		{
			unsigned	ahead = letters_ahead(s, at + length, 3);

			settle(&w);
			if (ahead == 0 || w.digits || (w.letters > 2 && ahead > 2))
				break;
			add_other(&w, '\'');
			w.foreign = true;
		}
		else
		{
			vn_class	class = ch < 0x80 ? VN_CLASS_PUNCTUATION : vn_class_of(ch);

			if (class == VN_CLASS_LETTER || class == VN_CLASS_MARK)
				add_foreign(&w, ch);
			else if (class == VN_CLASS_IGNORABLE)
			{
				at += length;
				continue;
			}
			else
				break;
		}
		at += length;
		stop = at;
	}
	token->length = stop - token->start;
	s->at = stop;
	finish_word(&w, token);
}

/*
 * Up to ten Vietnamese letters and then something that ends a word. False, with nothing
 * changed, where it is not so.
 */
bool
vn_scan_syllable(vn_scanner *s, vn_scanned *token)
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
			if (is_apostrophe(ch))
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

void
vn_scan_keys(const vn_scanner *s, uint32_t from, uint32_t to, vn_scanned *token)
{
	word_state	w = {.hash = VN_HASH_START, .hash_fold = VN_HASH_START};

	while (from < to)
	{
		unsigned	length;
		vn_char		ch = vn_decode(s->text + from, s->text + to, &length);
		vn_letter	letter = vn_letter_of(ch);

		if (letter.letter != 0)
			add_letter(&w, letter.letter, letter.tone, letter.upper);
		else if (ch < 0x80)
			add_other(&w, ch);
		else if (vn_class_of(ch) != VN_CLASS_IGNORABLE)
			add_foreign(&w, ch);
		from += length;
	}
	settle(&w);
	if (w.marked && token->kind != VN_SYMBOL)
		token->flags |= VN_MARKED;
	token->key = vn_hash_end(w.hash);
	token->fold = vn_hash_end(w.hash_fold);
}
