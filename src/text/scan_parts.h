/*
 * scan_parts.h
 *		What the scanner consists of: one file for each kind of token. Internal to the scanner.
 *
 * Each function reads the token that begins at scanner->at and fills in all of it but "start"; none reads at or behind
 * scanner->limit, or before the token.
 */
#ifndef VN_SCAN_PARTS_H
#define VN_SCAN_PARTS_H

#include "text/letters.h"
#include "text/scan.h"

/* scan_word.c: a word of up to ten Vietnamese letters, the common case; false, with nothing changed, where it is not one. */
extern bool vn_scan_syllable(vn_scanner *s, vn_scanned *token);

/* scan_word.c: any other word. Digits may follow the letters, or stand before them. */
extern void vn_scan_word(vn_scanner *s, vn_scanned *token);

/* scan_word.c: the keys of a stretch of letters and anything else (document numbers, symbols), spelt as words are. */
extern void vn_scan_keys(const vn_scanner *s, uint32_t from, uint32_t to, vn_scanned *token);

/* scan_number.c: a number, date or document number, or a word that begins with a digit. */
extern void vn_scan_number(vn_scanner *s, vn_scanned *token);

/* scan_address.c: an e-mail address, host or URL; false, with nothing changed, where it is none. */
extern bool vn_scan_address(vn_scanner *s, vn_scanned *token);

static inline bool
vn_is_digit(unsigned c)
{
	return c >= '0' && c <= '9';
}

static inline bool
vn_is_ascii_letter(unsigned c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Bytes of a host name, but the dot. */
static inline bool
vn_is_host_byte(unsigned c)
{
	return vn_is_ascii_letter(c) || vn_is_digit(c) || c == '-' || c == '_';
}

/* Could the letters that end at s->at be the beginning of an address? */
static inline bool
vn_may_go_on_as_address(const vn_scanner *s)
{
	unsigned	c;
	unsigned	next;

	if (s->at + 1 >= s->limit)
		return false;
	c = s->text[s->at];
	next = s->text[s->at + 1];
	return (c == '.' || c == '@' || c == ':' || c == '+' || c == '-' || c == '_') &&
		(vn_is_host_byte(next) || next == '/');
}

/* FNV-1a, over characters instead of bytes. */
#define VN_HASH_START 0xcbf29ce484222325u

static inline uint64_t
vn_hash_step(uint64_t hash, uint64_t value)
{
	return (hash ^ value) * 0x100000001b3u;
}

/* Bit 63 tells hashes from packed letters. */
static inline uint64_t
vn_hash_end(uint64_t hash)
{
	hash ^= hash >> 29;
	hash *= 0xbf58476d1ce4e5b9u;
	hash ^= hash >> 32;
	return hash | (uint64_t) 1 << 63;
}

/* The hash of ASCII bytes, capitals put down. */
static inline uint64_t
vn_hash_ascii(const unsigned char *p, uint32_t length)
{
	uint64_t	hash = VN_HASH_START;

	for (uint32_t i = 0; i < length; i++)
		hash = vn_hash_step(hash, p[i] >= 'A' && p[i] <= 'Z' ? p[i] + 0x20u : p[i]);
	return vn_hash_end(hash);
}

#endif
