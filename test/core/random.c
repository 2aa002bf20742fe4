/*
 * random.c
 *		Texts put together from random pieces: syllables, codes, marks, blanks, broken bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "text/utf8.h"

/* xorshift64*: the same numbers everywhere */
static uint64_t
next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 0x2545f4914f6cdd1du;
}

static const char *const pieces[] = {
	"hòa", "hoà", "thủy", "thuỷ", "quý", "qúy", "giữa", "nghiêng", "Ủy ban", "Uỷ ban nhân dân", "CHỦ TỊCH", "BỘ", "Ở", "LẠNG", "Chủ tịch nước",
	"Bộ trưởng", "Bộ", "ông", "bà", "đồng chí", "Nguyễn Văn A", "H'Yim", "Y Thông", "don't", "ngày", "tháng", "năm",
	"yêu cầu", "đề nghị", "chỉ đạo", "tặng", "Bằng khen", "cho", "tập thể", "Thứ nhất", "Một là", "TP.", "PGS.TS.", "v.v.",
	"TP.HCM", "Q.1", "15/2020/NĐ-CP", "57-NQ/TW", "500/QĐ-TTg", "QĐ-TTg", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "A80",
	"Covid-19", "5G", "19h30", "23/7/2024", "7/2024", "24-6-1957", "1.276,5%", "10.000", "24/7", "2020-2025", "1/2", "a@b.vn",
	"https://x.vn/a?b=c", "www.abc.gov.vn", "bao.vn", "http://", "1.", "2)", "a)", "(i)", "-", "+", "–", "—", "•", "…", "...",
	"“", "”", "\"", "'", "’", "«", "»", "(", ")", "[", "]", ".", ",", ";", ":", "!", "?", "%", "&", "/", "@", "_",
	"\n", "\r\n", "\n\n", "\t", "\xc2\xa0", "\xe2\x80\x8b", "\xe2\x80\x8d", "\xc2\xad", "\xef\xbb\xbf", "\xe2\x80\xa8",
	"e\xcc\x82\xcc\xa3", "a\xcc\x80", "\xcc\x80", "\xcc\xa3", "o\xcc\x9b\xcc\x81", "\xcc\x88", "\xcc\xa7", "a\xcc\x88\xcc\x81",
	"\xcd\x84", "\xcd\x81", "\xcd\x8f", "u\xcc\x9b", "ß", "İ", "Ω", "ά", "Привет", "\xec\x97\xac", "\xe1\x84\x80\xe1\x85\xa1", "日本",
	"が", "\xf0\x9f\x98\x80", "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9", "\xee\x80\x80", "&nbsp;", "<b>", "</p>", "the", "News"
};

test_text
random_text(uint64_t seed)
{
	char		buffer[4096];
	size_t		length = 0;
	uint64_t	state = seed * 0x9e3779b97f4a7c15u + 1;
	unsigned	count = (unsigned) (next_random(&state) % 60) + 1;
	unsigned	flavour = (unsigned) (next_random(&state) % 4);

	for (unsigned i = 0; i < count; i++)
	{
		uint64_t	dice = next_random(&state) >> 8;
		unsigned	kind = (unsigned) (dice % 16);
		uint64_t	rest = dice / 16;

		if (kind < 12)
		{
			const char *piece = pieces[rest % (sizeof(pieces) / sizeof(pieces[0]))];

			memcpy(buffer + length, piece, strlen(piece));
			length += strlen(piece);
		}
		else if (kind < 14 || flavour != 3)
		{
			static const struct
			{
				vn_char		from,
							to;
			}			ranges[] = {{0x20, 0x7e}, {0xa0, 0x24f}, {0x300, 0x36f}, {0x1e00, 0x1eff}, {0x2000, 0x206f}, {0x370, 0x52f},
			{0x1100, 0x11ff}, {0xac00, 0xd7a3}, {0x900, 0xfff}, {0x1d000, 0x1d1ff}, {0xf900, 0xfaff}, {0x20, 0xd7ff}};
			int			range = (int) (rest % 12);
			vn_char		ch = ranges[range].from + (vn_char) (rest / 12 % (ranges[range].to - ranges[range].from + 1));

			length += vn_encode(ch, (unsigned char *) buffer + length);
		}
		else
			buffer[length++] = (char) rest;
		if (flavour != 0 && next_random(&state) % 3 != 0)
			buffer[length++] = ' ';
		if (length > sizeof(buffer) - 128)
			break;
	}
	return copy_text(buffer, length);
}
