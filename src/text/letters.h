/*
 * letters.h
 *		The Vietnamese alphabet: characters as letter, tone and case, and the classes of all other characters.
 *
 * A letter is a number from 1 to 33 in alphabetical order of "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", a tone a number from
 * 0 to 5. Composed and decomposed text, either place of the tone mark, capitals and lower case thus come out alike.
 */
#ifndef VN_LETTERS_H
#define VN_LETTERS_H

#include <stdbool.h>

#include "text/utf8.h"

#define VN_LETTER_BITS 6
#define VN_TONES 6

enum
{
	VN_A = 1, VN_AW, VN_AA, VN_B, VN_C, VN_D, VN_DD, VN_E, VN_EE, VN_F, VN_G, VN_H, VN_I, VN_J, VN_K, VN_L, VN_M, VN_N,
	VN_O, VN_OO, VN_OW, VN_P, VN_Q, VN_R, VN_S, VN_T, VN_U, VN_UW, VN_V, VN_W, VN_X, VN_Y, VN_Z
};

typedef struct vn_letter
{
	uint8_t		letter;			/* 0: not of this alphabet */
	uint8_t		base;			/* the letter without its own diacritic: ă, â -> a; đ -> d */
	uint8_t		tone;
	bool		upper;
} vn_letter;

typedef enum vn_class
{
	VN_CLASS_BLANK,				/* space, tab, no-break and other special blanks, controls */
	VN_CLASS_NEWLINE,
	VN_CLASS_IGNORABLE,			/* zero-width joiners, byte order mark, soft hyphen, marks of direction */
	VN_CLASS_LETTER,			/* of any script */
	VN_CLASS_MARK,				/* combining */
	VN_CLASS_DIGIT,				/* 0 to 9 */
	VN_CLASS_PUNCTUATION,
	VN_CLASS_SYMBOL				/* everything else: signs, emoji, private use, bytes that are no UTF-8 */
} vn_class;

extern const uint16_t vn_low_letters[];
extern const uint16_t vn_high_letters[];

/* The letter, tone and case of one (precomposed) character. */
static inline vn_letter
vn_letter_of(vn_char ch)
{
	unsigned	packed = 0;
	vn_letter	result;

	if (ch >= 0x41 && ch <= 0x1b0)
		packed = vn_low_letters[ch - 0x41];
	else if (ch >= 0x1ea0 && ch <= 0x1ef9)
		packed = vn_high_letters[ch - 0x1ea0];
	result.letter = packed & 0x3f;
	result.tone = packed >> 6 & 7;
	result.upper = (packed & 0x200) != 0;
	result.base = (uint8_t) (packed >> 10);
	return result;
}

extern bool vn_is_vowel(unsigned letter);

/* The letter without its own diacritic (ă, â -> a; đ -> d), which is what folding keeps. */
extern unsigned vn_base_letter(unsigned letter);

/* The character for a letter with a tone (of a vowel; ignored on consonants). */
extern vn_char vn_compose(unsigned letter, unsigned tone, bool upper);

/*
 * Apply a combining mark to a letter and tone: true when it is one of the Vietnamese marks and fits.
 */
extern bool vn_apply_mark(vn_char mark, unsigned *letter, unsigned *tone);

extern vn_class vn_class_of(vn_char ch);

/* Which vowel of a syllable carries the tone, standard placement (hòa, thủy, quý); -1 where it is no Vietnamese syllable. */
extern int	vn_tone_place(const uint8_t *letters, int count);

#endif
