/*
 * scan_address.c
 *		E-mail addresses, hosts, URLs.
 *
 * A failed attempt leaves in scanner->no_address how far it read: what begins before that fails on the same grounds, so
 * that no byte is tried often.
 */
#include <string.h>

#include "text/scan_parts.h"

/* RFC 1035: labels of up to 63 bytes, names of up to 253. RFC 5321: local parts of up to 64. */
#define MAX_LABEL 63
#define MAX_HOST 253
#define MAX_LOCAL 64

/* Last labels that make a host. */
static bool
is_top_domain(const unsigned char *p, uint32_t length)
{
	static const char *const known[] = {"vn", "com", "net", "org", "info", "gov", "edu", "io", "eu", "biz", "tv"};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
	{
		uint32_t	at = 0;

		while (at < length && (p[at] | 0x20) == (unsigned char) known[i][at] && known[i][at] != '\0')
			at++;
		if (at == length && known[i][at] == '\0')
			return true;
	}
	return false;
}

static vn_class
class_at(const vn_scanner *s, uint32_t at)
{
	unsigned	length;

	return at < s->limit ? vn_class_of(vn_decode(s->text + at, s->text + s->limit, &length)) : VN_CLASS_BLANK;
}

/*
 * The end of the host name at "at", or "at". Capitals end it behind the first label, unless "capitals" are allowed: they
 * tell a joined sentence. "*tried" is where the last label begins.
 */
static uint32_t
host_end(const vn_scanner *s, uint32_t at, bool capitals, uint32_t *tried)
{
	uint32_t	from = at;
	uint32_t	limit = s->limit - at > MAX_HOST ? at + MAX_HOST : s->limit;
	uint32_t	end = at;
	uint32_t	label;
	bool		first = true;

	for (;;)
	{
		label = at;

		while (at < limit && vn_is_host_byte(s->text[at]) &&
			   (first || capitals || !(s->text[at] >= 'A' && s->text[at] <= 'Z')))
			at++;
		if (at == label || at - label > MAX_LABEL)
			break;
		if (!first && is_top_domain(s->text + label, at - label) && class_at(s, at) != VN_CLASS_LETTER &&
			class_at(s, at) != VN_CLASS_MARK)
			end = at;
		if (at >= limit || s->text[at] != '.')
			break;
		at++;
		first = false;
	}
	*tried = label;
	return end > from ? end : from;
}

static bool
is_path_byte(unsigned c)
{
	return c > ' ' && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '\'' && c != '`' && c != '{' && c != '}' &&
		c != '|' && c != '\\' && c != '^';
}

static uint32_t
path_end(const vn_scanner *s, uint32_t at)
{
	uint32_t	end = at;

	while (end < s->limit && is_path_byte(s->text[end]))
		end++;
	if (end > at && class_at(s, end) == VN_CLASS_MARK)
		end--;					/* its letter is not ASCII either */
	while (end > at && strchr(".,;:!?)]", s->text[end - 1]) != NULL)
		end--;
	return end;
}

/* A scheme and something behind it, at s->at; its end, or 0. The letters of the scheme end at "colon". */
static uint32_t
url_end(const vn_scanner *s, uint32_t colon)
{
	uint32_t	end;

	if (colon - s->at < 3 || colon - s->at > 6 || s->limit - colon <= 3 || memcmp(s->text + colon, "://", 3) != 0)
		return 0;
	end = path_end(s, colon + 3);
	return end > colon + 3 ? end : 0;
}

bool
vn_scan_address(vn_scanner *s, vn_scanned *token)
{
	uint32_t	at = s->at;
	uint32_t	end;
	uint32_t	tried = at;

	if (at < s->no_address)
		return false;
	while (at < s->limit && at - s->at <= MAX_LOCAL && vn_is_host_byte(s->text[at]))
		at++;
	if (at < s->limit && s->text[at] == ':')
	{
		token->kind = VN_URL;
		end = url_end(s, at);
		if (end == 0)
			return false;
	}
	else if (at >= s->limit || (s->text[at] != '.' && s->text[at] != '@' && s->text[at] != '+'))
	{
		/* a single label without end */
		s->no_address = at;
		return false;
	}
	else
	{
		while (at < s->limit && at - s->at <= MAX_LOCAL && (vn_is_host_byte(s->text[at]) || s->text[at] == '.' || s->text[at] == '+'))
			at++;
		if (at < s->limit && s->text[at] == '@' && at - s->at <= MAX_LOCAL &&
			(end = host_end(s, at + 1, true, &tried)) > at + 1)
			token->kind = VN_EMAIL;
		else
		{
			end = host_end(s, s->at, false, &tried);
			if (end == s->at)
			{
				s->no_address = tried;
				return false;
			}
			token->kind = VN_HOST;
			if (end + 1 < s->limit && s->text[end] == '/' && is_path_byte(s->text[end + 1]))
			{
				end = path_end(s, end);
				token->kind = VN_URL;
			}
		}
	}
	token->length = end - token->start;
	token->key = token->fold = vn_hash_ascii(s->text + token->start, token->length);
	s->at = end;
	return true;
}
