/*
 * normal.c
 *		See normal.h. Vietnamese letters are read into letter, tone and case, run by run, and written back; ICU composes
 *		and lowers all other characters.
 */
#include "text/normal.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "text/letters.h"

typedef enum spelling
{
	CANONICAL,
	LOWER,
	FOLDED
} spelling;

/* Longest run of letters whose tone may be moved; no Vietnamese syllable is longer. */
#define MAX_SYLLABLE 12

typedef struct run
{
	uint8_t		letters[MAX_SYLLABLE];
	uint8_t		tones[MAX_SYLLABLE];
	bool		upper[MAX_SYLLABLE];
	int			count;
} run;

typedef struct writer
{
	vn_buffer  *out;
	spelling	spelling;
	run			run;
	bool		whole;			/* the run began at the start of a word */
	bool		blank;			/* a blank is due before the next character */
	bool		started;		/* something was written on this line */
} writer;

static void
put(writer *w, vn_char ch)
{
	unsigned char bytes[4];

	if (w->blank && w->started)
		vn_append(w->out, " ", 1);
	w->blank = false;
	w->started = true;
	vn_append(w->out, bytes, vn_encode(ch, bytes));
}

/* Write the letters read so far; "whole" when a word ends here. */
static void
flush(writer *w, bool whole)
{
	run		   *r = &w->run;
	int			toned = -1;
	int			tones = 0;

	if (r->count == 0)
		return;
	for (int i = 0; i < r->count; i++)
		if (r->tones[i] != 0)
		{
			toned = i;
			tones++;
		}
	if (tones == 1 && w->whole && whole && w->spelling != FOLDED)
	{
		int			place = vn_tone_place(r->letters, r->count);

		if (place >= 0 && place != toned)
		{
			r->tones[place] = r->tones[toned];
			r->tones[toned] = 0;
		}
	}
	for (int i = 0; i < r->count; i++)
		if (w->spelling == FOLDED)
			put(w, vn_compose(vn_base_letter(r->letters[i]), 0, false));
		else
			put(w, vn_compose(r->letters[i], r->tones[i], r->upper[i] && w->spelling == CANONICAL));
	r->count = 0;
	w->whole = whole;
}

static void
add(writer *w, unsigned letter, unsigned tone, bool upper)
{
	run		   *r = &w->run;

	if (r->count == MAX_SYLLABLE)
		flush(w, false);
	r->letters[r->count] = (uint8_t) letter;
	r->tones[r->count] = (uint8_t) tone;
	r->upper[r->count] = upper;
	r->count++;
}

/* A character in its final form; one that belongs to a word ("in_word") holds the letters before it together. */
static void
write_char(writer *w, vn_char ch, bool in_word)
{
	vn_letter	letter = vn_letter_of(ch);

	if (letter.letter != 0)
		add(w, letter.letter, letter.tone, letter.upper);
	else
	{
		flush(w, !in_word);
		put(w, ch);
		w->whole = !in_word;
	}
}

/*
 * Marks on one character beyond this number are dropped: Unicode's stream-safe text (UAX 15) has no more, and the cost of
 * putting them in order grows with the square of their number.
 */
#define MAX_CLUSTER 31

/* A character and those behind it that may combine with it. */
typedef struct cluster
{
	vn_char		chars[MAX_CLUSTER];
	int			count;
} cluster;

/* Does a character combine with the one before it, or could it: marks, and Hangul vowels and finals. */
static bool
joins(vn_char ch)
{
	UErrorCode	error = U_ZERO_ERROR;

	return ch >= 0x300 && vn_letter_of(ch).letter == 0 &&
		!unorm2_hasBoundaryBefore(unorm2_getNFCInstance(&error), (UChar32) ch);
}

/* Read what joins the first character; returns where it ends. */
static const unsigned char *
read_cluster(cluster *c, const unsigned char *p, const unsigned char *end, vn_buffer *out)
{
	while (p < end && *p >= 0xc2)
	{
		unsigned	length;
		vn_char		ch = vn_decode(p, end, &length);

		if (joins(ch))
		{
			if (c->count < MAX_CLUSTER)
				c->chars[c->count++] = ch;
		}
		else if (vn_class_of(ch) != VN_CLASS_IGNORABLE)
			break;
		vn_step(out->env, &out->steps);
		p += length;
	}
	return p;
}

/* ICU's part: decompose the characters, lower them, drop their marks, as the spelling wants it, and compose them again. */
static void
write_foreign(writer *w, const vn_char *chars, int count)
{
	UErrorCode	error = U_ZERO_ERROR;
	vn_class	class = vn_class_of(chars[0]);
	bool		in_word = class == VN_CLASS_LETTER || class == VN_CLASS_MARK;
	UChar		given[2 * MAX_CLUSTER],
				apart[8 * MAX_CLUSTER],
				kept[8 * MAX_CLUSTER],
				composed[8 * MAX_CLUSTER];
	int32_t		length = 0;
	int32_t		kept_length = 0;

	for (int i = 0; i < count; i++)
		U16_APPEND_UNSAFE(given, length, (UChar32) chars[i]);
	length = unorm2_normalize(unorm2_getNFDInstance(&error), given, length, apart, 8 * MAX_CLUSTER, &error);
	for (int32_t at = 0; U_SUCCESS(error) && at < length;)
	{
		UChar32		ch;

		U16_NEXT(apart, at, length, ch);
		if (w->spelling == FOLDED && vn_class_of((vn_char) ch) == VN_CLASS_MARK)
			continue;
		if (w->spelling != CANONICAL)
			ch = u_tolower(ch);
		U16_APPEND_UNSAFE(kept, kept_length, ch);
	}
	length = unorm2_normalize(unorm2_getNFCInstance(&error), kept, kept_length, composed, 8 * MAX_CLUSTER, &error);
	for (int32_t at = 0; U_SUCCESS(error) && at < length;)
	{
		UChar32		ch;

		U16_NEXT(composed, at, length, ch);
		write_char(w, (vn_char) ch, in_word);
	}
}

static void
write_cluster(writer *w, cluster *c)
{
	vn_letter	letter = vn_letter_of(c->chars[0]);
	unsigned	base = letter.letter;
	unsigned	tone = letter.tone;
	int			applied = 1;

	while (base != 0 && applied < c->count && vn_apply_mark(c->chars[applied], &base, &tone))
		applied++;
	if (base == 0)
		write_foreign(w, c->chars, c->count);
	else if (applied == c->count)
		add(w, base, tone, letter.upper);
	else
	{
		c->chars[applied - 1] = vn_compose(base, tone, letter.upper);
		write_foreign(w, c->chars + applied - 1, c->count - applied + 1);
	}
}

static void
rewrite(vn_buffer *out, const char *text, size_t length, spelling wanted)
{
	const unsigned char *p = (const unsigned char *) text;
	const unsigned char *end = p + length;
	writer		w = {.out = out, .spelling = wanted, .whole = true};

	while (p < end && !out->failed)
	{
		unsigned	bytes;
		vn_char		ch = vn_decode(p, end, &bytes);

		vn_step(out->env, &out->steps);
		p += bytes;
		switch (ch > ' ' && ch < 0x7f ? VN_CLASS_LETTER : vn_class_of(ch))
		{
			case VN_CLASS_BLANK:
				flush(&w, true);
				w.whole = true;
				w.blank = true;
				break;
			case VN_CLASS_NEWLINE:
				flush(&w, true);
				w.whole = true;
				w.blank = false;
				w.started = false;
				if (!(ch == '\r' && p < end && *p == '\n'))
					vn_append(out, "\n", 1);
				break;
			case VN_CLASS_IGNORABLE:
				break;
			default:
				{
					cluster		c;

					c.chars[0] = ch;
					c.count = 1;

					if (p < end && *p >= 0xc2)
						p = read_cluster(&c, p, end, out);
					if (c.count > 1 || ch >= 0x80)
						write_cluster(&w, &c);
					else
						write_char(&w, ch, false);
				}
		}
	}
	flush(&w, true);
}

void
vn_normalize(vn_buffer *out, const char *text, size_t length)
{
	rewrite(out, text, length, CANONICAL);
}

void
vn_fold(vn_buffer *out, const char *text, size_t length)
{
	rewrite(out, text, length, FOLDED);
}

void
vn_lower(vn_buffer *out, const char *text, size_t length)
{
	rewrite(out, text, length, LOWER);
}
