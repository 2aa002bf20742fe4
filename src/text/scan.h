/*
 * scan.h
 *		Cutting text into tokens by form alone: words (runs of letters), numbers, dates, document numbers, addresses,
 *		punctuation. Blanks lie between the tokens. One pass, no memory.
 */
#ifndef VN_SCAN_H
#define VN_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A token never has more bytes than this (PostgreSQL drops longer ones from headlines); longer runs are cut between
 * characters.
 */
#define VN_MAX_TOKEN 2000

typedef enum vn_kind
{
	VN_WORD = 1,				/* letters: a syllable, a foreign word, an abbreviation */
	VN_ALNUM,					/* letters and digits: A80, 5G, H5N1 */
	VN_NUMBER,					/* 12  1.276,5  10.000 */
	VN_DATE,					/* 23/7/2024  7/2024  23/7  24-6-1957 */
	VN_DOCUMENT_NUMBER,			/* 15/2020/NĐ-CP  57-NQ/TW  500/QĐ-TTg */
	VN_EMAIL,
	VN_URL,						/* with a scheme, or a host with a path */
	VN_HOST,
	VN_PUNCTUATION,				/* one character, or a run of one character */
	VN_SYMBOL,					/* emoji, signs, private use, stray marks and bytes */
	VN_KINDS
} vn_kind;

/* How a token stands in the text. */
#define VN_CAPITAL		0x01	/* the first letter is upper case */
#define VN_UPPER		0x02	/* all of two or more letters are, or its only letter */
#define VN_AFTER_BLANK	0x04	/* a blank or line break before it, or the start of the text */
#define VN_AFTER_BREAK	0x08	/* a line break before it, or the start of the text */
#define VN_AFTER_EMPTY	0x10	/* an empty line before it, or the start of the text */
#define VN_MARKED		0x20	/* a letter with a diacritic in it */
#define VN_ODD			0x40	/* a word that cannot be spelt as one Vietnamese syllable: foreign letters, two tones */

/*
 * "key" is the same for all spellings of a word: capitals, lower case, NFC, NFD, either place of the tone mark. "fold" is
 * the same for all words that differ in diacritics alone. Both are exact for words of up to ten Vietnamese letters
 * (letters in 6 bits each from the right, the tone in bits 60 to 62) and hashes (bit 63 set) for everything else.
 */
typedef struct vn_scanned
{
	vn_kind		kind;
	unsigned	flags;
	uint32_t	start;			/* bytes */
	uint32_t	length;			/* bytes */
	uint64_t	key;
	uint64_t	fold;
} vn_scanned;

typedef struct vn_scanner
{
	const unsigned char *text;
	uint32_t	length;
	uint32_t	at;				/* where the next token is looked for */
	uint32_t	limit;			/* the present token may not go beyond; nothing looks further ahead */
	uint32_t	no_address;		/* no address begins before */
	const struct vn_env *env;	/* for tick() in long runs of blanks; may be NULL */
} vn_scanner;

extern void vn_scan_start(vn_scanner *scanner, const char *text, size_t length);

/* The next token; false at the end. What lies between two tokens is blank. Bytes that are no UTF-8 come out as symbols. */
extern bool vn_scan(vn_scanner *scanner, vn_scanned *token);

/* The keys of punctuation, by canonical character: all dashes are '-', all double quotation marks '"'. */
extern uint64_t vn_punctuation_key(uint32_t ch);

#endif
