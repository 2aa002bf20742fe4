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

/* Lower-case and, for folding, strip a character of another alphabet; Hangul and the like are left whole. */
static void
put_foreign(writer *w, vn_char ch)
{
	UErrorCode	error = U_ZERO_ERROR;

	if (w->spelling != CANONICAL)
		ch = (vn_char) u_tolower((UChar32) ch);
	if (w->spelling == FOLDED && ch < 0x2000)
	{
		UChar		parts[20];
		int32_t		count = unorm2_getDecomposition(unorm2_getNFDInstance(&error), (UChar32) ch, parts, 20, &error);
		int32_t		at = 0;
		UChar32		part;

		if (U_SUCCESS(error) && count > 0)
		{
			U16_NEXT(parts, at, count, part);
			ch = (vn_char) part;
			if (vn_letter_of(ch).letter != 0)
				ch = vn_compose(vn_base_letter(vn_letter_of(ch).letter), 0, false);
		}
	}
	put(w, ch);
}

/*
 * ICU's part: compose a stretch that holds characters outside the Vietnamese alphabet which may combine. The stretch runs
 * from a base character over all marks behind it.
 */
static void
put_cluster(writer *w, const vn_char *cluster, int count)
{
	UErrorCode	error = U_ZERO_ERROR;
	UChar		wide[64],
				composed[64];
	int32_t		length = 0;
	int32_t		composed_length;

	for (int i = 0; i < count; i++)
		U16_APPEND_UNSAFE(wide, length, (UChar32) cluster[i]);
	composed_length = unorm2_normalize(unorm2_getNFCInstance(&error), wide, length, composed, 64, &error);
	if (U_FAILURE(error))
	{
		for (int i = 0; i < count; i++)
			put_foreign(w, cluster[i]);
		return;
	}
	for (int32_t at = 0; at < composed_length;)
	{
		UChar32		ch;

		U16_NEXT(composed, at, composed_length, ch);
		if (w->spelling == FOLDED && vn_class_of((vn_char) ch) == VN_CLASS_MARK)
			continue;
		put_foreign(w, (vn_char) ch);
	}
}

#define MAX_CLUSTER 30

/* Characters whose composition with the next one matters: marks, and jamo and others that ICU calls not inert. */
static bool
joins(vn_char ch)
{
	UErrorCode	error = U_ZERO_ERROR;

	return ch >= 0x300 && !unorm2_hasBoundaryBefore(unorm2_getNFCInstance(&error), (UChar32) ch);
}

static void
rewrite(vn_buffer *out, const char *text, size_t length, spelling spelling)
{
	const unsigned char *p = (const unsigned char *) text;
	const unsigned char *end = p + length;
	writer		w = {.out = out, .spelling = spelling, .whole = true};
	unsigned	steps = 0;

	while (p < end && !out->failed)
	{
		unsigned	bytes;
		vn_char		ch = vn_decode(p, end, &bytes);
		vn_letter	letter = vn_letter_of(ch);

		if (++steps % 4096 == 0)
			out->env->tick(out->env->context);
		p += bytes;
		if (letter.letter != 0)
		{
			unsigned	base = letter.letter;
			unsigned	tone = letter.tone;
			vn_char		cluster[MAX_CLUSTER];
			int			count = 0;

			while (p < end && *p >= 0xcc)
			{
				vn_char		mark = vn_decode(p, end, &bytes);

				if (count == 0 && vn_apply_mark(mark, &base, &tone))
				{
					p += bytes;
					continue;
				}
				if (!joins(mark))
					break;
				/* a mark that is not Vietnamese: the whole cluster goes to ICU */
				if (count == 0)
					cluster[count++] = vn_compose(base, tone, letter.upper);
				if (count == MAX_CLUSTER)
					break;
				cluster[count++] = mark;
				p += bytes;
			}
			if (count == 0)
				add(&w, base, tone, letter.upper);
			else
			{
				flush(&w, false);
				put_cluster(&w, cluster, count);
				w.whole = false;
			}
			continue;
		}
		switch (ch < 0x80 && ch > ' ' ? VN_CLASS_PUNCTUATION : vn_class_of(ch))
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
			case VN_CLASS_LETTER:
			case VN_CLASS_MARK:
			case VN_CLASS_SYMBOL:
				{
					vn_char		cluster[MAX_CLUSTER] = {ch};
					int			count = 1;
					bool		letter_like = vn_class_of(ch) != VN_CLASS_SYMBOL;

					while (p < end && count < MAX_CLUSTER)
					{
						vn_char		next = vn_decode(p, end, &bytes);

						if (!joins(next))
							break;
						cluster[count++] = next;
						p += bytes;
					}
					flush(&w, !letter_like);
					put_cluster(&w, cluster, count);
					w.whole = !letter_like;
					break;
				}
			default:
				flush(&w, true);
				put(&w, ch);
				w.whole = true;
				break;
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
