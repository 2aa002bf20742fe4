/*
 * spell.h
 *		Canonical spellings of what is not words: numbers, dates, document numbers, and of single words by their keys.
 */
#ifndef VN_SPELL_H
#define VN_SPELL_H

#include "text/scan.h"

typedef enum vn_number_form
{
	VN_NUMBER_WHOLE,			/* 12  05  1.200.000 */
	VN_NUMBER_DECIMAL,			/* 12,5  1.276,5  0.3 */
	VN_NUMBER_OTHER				/* 3/4  15/2020  2.5.1 */
} vn_number_form;

/* What a token of kind VN_NUMBER is. One comma is a decimal comma, as the Vietnamese write it; one point before three digits is none. */
extern vn_number_form vn_number_kind(const char *number, size_t length);

/*
 * The functions below write a spelling to "out", which has room for at least as many bytes as the token has and
 * VN_SPELL_ROOM more, and return its length.
 */
#define VN_SPELL_ROOM 16

/* Digits with a decimal point, no separators between thousands, no leading zero of two digits. */
extern size_t vn_spell_number(char *out, const char *number, size_t length);

/* As ISO 8601 has it: 2024-07-23, 2024-07, without a year 07-23. Years of two digits lie between 1950 and 2049. */
extern size_t vn_spell_date(char *out, const char *date, size_t length);

/*
 * A word in lower case by its key, which must not be a hash (vn_is_packed()): diacritics in the standard place. Its fold key
 * gives the word without them.
 */
extern size_t vn_spell_key(char *out, uint64_t key);

static inline bool
vn_is_packed(uint64_t key)
{
	return !(key >> 63);
}

#endif
