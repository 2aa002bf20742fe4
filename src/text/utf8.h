/*
 * utf8.h
 *		Decoding and encoding of UTF-8, one character at a time.
 */
#ifndef VN_UTF8_H
#define VN_UTF8_H

#include <stdint.h>

typedef uint32_t vn_char;

/* What stands for a byte that is no UTF-8; it counts as one character of one byte. */
#define VN_BAD_CHAR ((vn_char) 0xfffd)

/*
 * Decode the character at p (p < end), store its length in bytes. Ill-formed input gives VN_BAD_CHAR of length 1, so a
 * caller always gets on.
 */
static inline vn_char
vn_decode(const unsigned char *p, const unsigned char *end, unsigned *length)
{
	unsigned	c = p[0];

	*length = 1;
	if (c < 0x80)
		return c;
	if (c < 0xc2)
		return VN_BAD_CHAR;
	if (c < 0xe0)
	{
		if (end - p < 2 || (p[1] & 0xc0) != 0x80)
			return VN_BAD_CHAR;
		*length = 2;
		return (c & 0x1fu) << 6 | (p[1] & 0x3fu);
	}
	if (c < 0xf0)
	{
		vn_char		ch;

		if (end - p < 3 || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80)
			return VN_BAD_CHAR;
		ch = (c & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
		if (ch < 0x800 || (ch >= 0xd800 && ch <= 0xdfff))
			return VN_BAD_CHAR;
		*length = 3;
		return ch;
	}
	if (c < 0xf5)
	{
		vn_char		ch;

		if (end - p < 4 || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80 || (p[3] & 0xc0) != 0x80)
			return VN_BAD_CHAR;
		ch = (c & 0x07u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
		if (ch < 0x10000 || ch > 0x10ffff)
			return VN_BAD_CHAR;
		*length = 4;
		return ch;
	}
	return VN_BAD_CHAR;
}

/* Encode a character, return its length (1 to 4 bytes). */
static inline unsigned
vn_encode(vn_char ch, unsigned char *out)
{
	if (ch < 0x80)
	{
		out[0] = (unsigned char) ch;
		return 1;
	}
	if (ch < 0x800)
	{
		out[0] = (unsigned char) (0xc0 | ch >> 6);
		out[1] = (unsigned char) (0x80 | (ch & 0x3f));
		return 2;
	}
	if (ch < 0x10000)
	{
		out[0] = (unsigned char) (0xe0 | ch >> 12);
		out[1] = (unsigned char) (0x80 | (ch >> 6 & 0x3f));
		out[2] = (unsigned char) (0x80 | (ch & 0x3f));
		return 3;
	}
	out[0] = (unsigned char) (0xf0 | ch >> 18);
	out[1] = (unsigned char) (0x80 | (ch >> 12 & 0x3f));
	out[2] = (unsigned char) (0x80 | (ch >> 6 & 0x3f));
	out[3] = (unsigned char) (0x80 | (ch & 0x3f));
	return 4;
}

#endif
