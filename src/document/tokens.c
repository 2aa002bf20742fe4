/*
 * tokens.c
 *		The tokens of a text and their symbols. Most are words of the data in their usual spelling, and are known by their bytes
 *		at once; the scanner reads all others.
 */
#include "document/document.h"

#include "text/scan_parts.h"

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t
eight_bytes(const unsigned char *p)
{
	return (uint64_t) p[0] | (uint64_t) p[1] << 8 | (uint64_t) p[2] << 16 | (uint64_t) p[3] << 24 |
		(uint64_t) p[4] << 32 | (uint64_t) p[5] << 40 | (uint64_t) p[6] << 48 | (uint64_t) p[7] << 56;
}

/* A mask of the bytes before the first one under 0x40: no byte of a letter is, but blanks, digits and most marks. */
static inline uint64_t
letters_of(uint64_t bytes)
{
	uint64_t	low = ~(bytes | bytes << 1) & 0x8080808080808080u;

	return ((low & (0 - low)) >> 7) - 1;
}

/* How many bytes such a mask covers. */
static inline unsigned
bytes_in(uint64_t mask)
{
	return (unsigned) ((mask & 0x0101010101010101u) * 0x0101010101010101u >> 56);
}

/*
 * Read a word in its usual spelling, with a capital or without, behind one space or none: just as the scanner would. False,
 * with nothing changed, where there is none.
 */
static inline bool
read_usual_word(vn_scanner *s, vn_token *token)
{
	const unsigned char *text = s->text;
	const vn_spelling *spelling;
	uint32_t	start = s->at;
	unsigned	flags = 0;
	uint64_t	head,
				tail,
				mask;
	unsigned	length;

	if (start == 0 || s->length - start < 1 + 16)
		return false;
	if (text[start] == ' ')
	{
		start++;
		flags = VN_AFTER_BLANK;
	}
	head = eight_bytes(text + start);
	mask = letters_of(head);
	head &= mask;
	length = bytes_in(mask);
	tail = 0;
	if (length == 8)
	{
		tail = eight_bytes(text + start + 8);
		mask = letters_of(tail);
		tail &= mask;
		length += bytes_in(mask);
	}

	/* all letters beyond ASCII have diacritics */
	if ((head | tail) & 0x8080808080808080u)
		flags |= VN_MARKED;

	/* a capital: of ASCII, or Đ, which are the bytes c4 90, and đ c4 91 */
	if ((head & 0xff) - 'A' <= 'Z' - 'A')
	{
		flags |= length == 1 ? VN_CAPITAL | VN_UPPER : VN_CAPITAL;
		head |= 0x20;
	}
	else if ((head & 0xffff) == 0x90c4)
	{
		flags |= length == 2 ? VN_CAPITAL | VN_UPPER : VN_CAPITAL;
		head += 0x100;
	}
	if (length > VN_SPELLING_BYTES || (spelling = vn_spelt(head, (uint32_t) tail)) == NULL)
		return false;
	s->limit = s->length;
	s->at = start + length;
	if (vn_is_digit(text[s->at]) || text[s->at] == '\'' || vn_may_go_on_as_address(s))
	{
		s->at = start - ((flags & VN_AFTER_BLANK) != 0);
		return false;
	}
	*token = (vn_token) {
		.start = start, .length = (uint16_t) length, .kind = VN_WORD, .flags = (uint8_t) flags, .symbol = spelling->symbol,
		.fold = spelling->fold, .hash = vn_token_hash(vn_exact_symbols.keys[spelling->symbol])
	};
	return true;
}

static inline bool
read_token(vn_scanner *s, vn_token *token)
{
	vn_scanned	scanned;

	if (read_usual_word(s, token))
		return true;
	if (!vn_scan(s, &scanned))
		return false;
	token->start = scanned.start;
	token->length = (uint16_t) scanned.length;
	token->kind = (uint8_t) scanned.kind;
	token->flags = (uint8_t) scanned.flags;
	token->symbol = vn_symbol(&vn_exact_symbols, scanned.key);
	token->fold = token->symbol != 0 ? vn_fold_of_symbol[token->symbol] : vn_symbol(&vn_folded_symbols, scanned.fold);
	token->hash = vn_token_hash(scanned.key);
	return true;
}

vn_status
vn_read_tokens(vn_document *document)
{
	const vn_env *env = document->env;
	vn_scanner	scanner;
	size_t		count = 0;
	size_t		tick_at = VN_TICK;
	size_t		room = document->length / 5 + 16;	/* tokens of Vietnamese text have 5 to 6 bytes, blank included */

	document->tokens = vn_resize(env, NULL, room * sizeof(vn_token));
	if (document->tokens == NULL)
		return VN_NO_MEMORY;
	vn_scan_start(&scanner, document->text, document->length);
	scanner.env = env;
	for (;;)
	{
		if (!vn_reserve(env, (void **) &document->tokens, count, &room, sizeof(vn_token)))
			return VN_NO_MEMORY;
		if (!read_token(&scanner, &document->tokens[count]))
			break;
		if (document->tokens[count].start >= tick_at)
		{
			env->tick(env->context);
			tick_at = document->tokens[count].start + VN_TICK;
		}
		count++;
	}
	document->tokens[count] = (vn_token) {0};
	document->token_count = (uint32_t) count;
	return VN_OK;
}
