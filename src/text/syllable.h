/*
 * syllable.h
 *		The build of Vietnamese syllables.
 */
#ifndef VN_SYLLABLE_H
#define VN_SYLLABLE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Could a word with this folded key (scan.h) be a Vietnamese syllable whose diacritics were left out? Judges by initial,
 * vowels and final alone, so it lets through a few that no dictionary has.
 */
extern bool vn_may_be_syllable(uint64_t fold);

#endif
