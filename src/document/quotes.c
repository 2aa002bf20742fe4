/*
 * quotes.c
 *		Pairing quotation marks. Curly marks say which side they are, straight ones by the blank before them; inside a
 *		paragraph marks nest, and what is left open ends with the paragraph.
 */
#include "document/document.h"

#include "text/utf8.h"

/* Deeper nesting is bad input. */
#define MAX_DEPTH 8

typedef enum side
{
	EITHER,
	OPENS,
	CLOSES
} side;

static side
side_of(const vn_document *d, uint32_t at)
{
	const unsigned char *p = (const unsigned char *) d->text + d->tokens[at].start;
	unsigned	length;

	switch (vn_decode(p, p + d->tokens[at].length, &length))
	{
		case 0x201d: case 0xbb:
			return CLOSES;
		case 0x201c: case 0x201e: case 0xab:
			return OPENS;
		default:
			return EITHER;
	}
}

vn_status
vn_read_quotes(vn_document *d)
{
	size_t		room = 0;
	unsigned	steps = 0;

	for (uint32_t p = 0; p < d->paragraph_count; p++)
	{
		const vn_paragraph *paragraph = &d->paragraphs[p];
		uint32_t	open[MAX_DEPTH];
		unsigned	depth = 0;

		for (uint32_t at = paragraph->first; at < paragraph->end; at++)
		{
			side		s;

			vn_step(d->env, &steps);
			if (d->tokens[at].kind != VN_PUNCTUATION || !vn_is_punctuation(d, at, '"'))
				continue;
			s = side_of(d, at);
			if (s == EITHER || (s == OPENS && depth > 0 && at + 1 < paragraph->end &&
								!(d->tokens[at].flags & VN_AFTER_BLANK) && (d->tokens[at + 1].flags & VN_AFTER_BLANK)))
				s = depth > 0 && (!(d->tokens[at].flags & VN_AFTER_BLANK) || at + 1 == paragraph->end ||
								  (d->tokens[at + 1].flags & VN_AFTER_BLANK)) ? CLOSES : OPENS;
			if (s == CLOSES && depth > 0)
			{
				vn_quote   *quote = &d->quotes[open[--depth]];

				quote->close = at;
				quote->closed = true;
			}
			else if (s == OPENS && depth < MAX_DEPTH)
			{
				if (!vn_reserve(d->env, (void **) &d->quotes, d->quote_count, &room, sizeof(vn_quote)))
					return VN_NO_MEMORY;
				open[depth] = d->quote_count;
				d->quotes[d->quote_count++] = (vn_quote) {.open = at, .close = paragraph->end, .depth = (uint16_t) depth};
				depth++;
			}
		}
	}
	return VN_OK;
}
