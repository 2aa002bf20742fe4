/*
 * award_names.c
 *		The names of awards in a text: those of the catalogue, what goes on behind them, and what was left out before them.
 */
#include "extract/award_reader.h"
#include "text/buffer.h"

/* A name in quotation marks behind an award has at most so many tokens, one without them at most so many. */
#define MAX_QUOTED 30
#define MAX_UNQUOTED 14

/* The quotation that opens at a token, or NULL. */
const vn_quote *
vn_quote_at(vn_part_reader *r, uint32_t at)
{
	const vn_document *d = r->document;

	while (r->quote < d->quote_count && d->quotes[r->quote].open < at)
		r->quote++;
	return r->quote < d->quote_count && d->quotes[r->quote].open == at && d->quotes[r->quote].close < r->end &&
		d->quotes[r->quote].close - at <= MAX_QUOTED && d->quotes[r->quote].closed ? &d->quotes[r->quote] : NULL;
}

/* The end of a name that continues without quotation marks: up to the next cue, number, mention or mark. */
static uint32_t
unquoted_end(const vn_part_reader *r, uint32_t at)
{
	const vn_document *d = r->document;
	uint32_t	end = at;

	if (at >= r->end || !vn_begins_capital(d, at))
		return at;
	while (end < r->end && end - at < MAX_UNQUOTED && d->tokens[end].kind == VN_WORD)
	{
		vn_match	matches[VN_MAX_MATCHES];
		int			count = vn_starts_at(d, end) & VN_STARTS(VN_AWARD_CUES) ?
			vn_matches_at(d, end, r->end, matches) : 0;
		int			row = -1;

		for (int i = 0; i < count && row < 0; i++)
			row = vn_match_row(&matches[i], VN_AWARD_CUES);
		if (row >= 0)
		{
			int			role = vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE);

			/* "Khoa học và Công nghệ": a conjunction between capitals is part of the name */
			if (role < VN_ROLE_COLLECTIVE && role != VN_ROLE_PURPOSE &&
				!(role == VN_ROLE_AND && end + 1 < r->end && vn_begins_capital(d, end + 1)))
				break;
		}
		end++;
	}
	return end;
}

static const char *
joined(vn_part_reader *r, const char *head, const char *name, const char *before, const char *behind)
{
	vn_buffer	buffer = {.env = r->document->env};
	const char *result = NULL;

	vn_append_string(&buffer, head);
	vn_append_string(&buffer, before);
	vn_append_string(&buffer, name == NULL ? "" : name);
	vn_append_string(&buffer, behind);
	if (buffer.failed)
		r->article->arena.failed = true;
	else if (name != NULL)
		result = vn_arena_string(&r->article->arena, buffer.data, buffer.length);
	vn_release(r->document->env, buffer.data);
	return result;
}

static int
token_count(const char *phrase)
{
	int			count = 1;

	for (const char *p = phrase; *p != '\0'; p++)
		count += *p == ' ';
	return count;
}

/* The token behind a list of numbers: "30, 40 và 50". */
static uint32_t
behind_numbers(const vn_part_reader *r, uint32_t at)
{
	const vn_document *d = r->document;
	uint32_t	end = at;

	for (; at < r->end; at++)
	{
		vn_match	matches[VN_MAX_MATCHES];

		if (d->tokens[at].kind == VN_NUMBER)
			end = at + 1;
		else if (!vn_is_punctuation(d, at, ',') && !(vn_matches_at(d, at, at + 1, matches) > 0 &&
													 vn_match_row(&matches[0], VN_AWARD_CUES) >= 0 &&
													 vn_cell_number(VN_AWARD_CUES, vn_match_row(&matches[0], VN_AWARD_CUES),
																	VN_AWARD_CUE_ROLE) == VN_ROLE_AND))
			break;
	}
	return end;
}

/* The row of a catalogue whose phrase is the tokens from "first" to "end" and those at "at"; -1: none. */
static int
name_behind(const vn_part_reader *r, vn_catalog catalog, uint32_t first, uint32_t end, uint32_t at, uint32_t *name_end)
{
	const vn_document *d = r->document;
	const vn_trie *trie = &vn_phrases_trie;
	uint32_t	node = d->tokens[first].symbol == 0 ? 0 : trie->first[d->tokens[first].symbol];
	int			row = -1;

	for (uint32_t i = first + 1; i < end && node != 0; i++)
		node = vn_trie_next(trie, node, d->tokens[i].symbol);
	while (node != 0 && at < r->end && d->tokens[at].symbol != 0)
	{
		node = vn_trie_next(trie, node, d->tokens[at++].symbol);
		if (node != 0 && trie->values[node] != 0)
		{
			vn_match	match = {at, &vn_phrases[trie->values[node] - 1]};
			int			here = vn_match_row(&match, catalog);

			if (here >= 0)
			{
				row = here;
				*name_end = at;
			}
		}
	}
	return row;
}

/* An award of the catalogue between two tokens. The name may go on behind it, in quotation marks or in capitals. */
void
vn_add_award(vn_part_reader *r, uint32_t first, uint32_t end, int row, bool completed)
{
	int			kind = vn_row_number(r->document, VN_AWARDS, row, VN_AWARD_KIND);
	const char *name = vn_row_cell(r->document, VN_AWARDS, row, VN_AWARD_AWARD);
	bool		head = token_count(name) <= 3 && (kind == VN_AWARD_INSIGNIA || kind == VN_AWARD_BADGE) ? true :
		token_count(name) <= 2 && (kind == VN_AWARD_ORDER || kind == VN_AWARD_MEDAL || kind == VN_AWARD_PRIZE);
	uint32_t	name_end = end;
	const vn_quote *quote = end < r->end ? vn_quote_at(r, end) : NULL;
	uint32_t	more;
	vn_part    *part;

	if (head && kind == VN_AWARD_BADGE && (more = behind_numbers(r, end)) > end)
	{
		int			found = name_behind(r, VN_AWARDS, first, end, more, &more);

		if (found >= 0)
		{
			name = vn_row_cell(r->document, VN_AWARDS, found, VN_AWARD_AWARD);
			row = found;
			end = name_end = more;
			head = false;
		}
	}
	if (quote != NULL && (head || kind == VN_AWARD_FLAG || kind == VN_AWARD_CERTIFICATE))
	{
		name = joined(r, name, vn_canonical_span(r->article, end + 1, quote->close), " \"", "\"");
		end = quote->close + 1;
	}
	else if (head && (more = unquoted_end(r, end)) > end)
	{
		name = joined(r, name, vn_canonical_span(r->article, end, more), " ", "");
		end = more;
	}
	else if (head && (kind == VN_AWARD_ORDER || kind == VN_AWARD_MEDAL || kind == VN_AWARD_PRIZE))
		return;					/* "nhiều huân chương": no award is named */
	if (end < r->end && first > 0 && vn_is_punctuation(r->document, first - 1, '"') && vn_is_punctuation(r->document, end, '"'))
		end++;
	part = vn_add_part(r, VN_PART_AWARD, first, end);
	if (part == NULL || name == NULL)
		return;					/* memory is out; the arena knows */
	part->row = row;
	part->award_kind = (uint8_t) kind;
	part->name = name;
	part->short_form = completed || (head && end == name_end) || token_count(name) == 1;
	r->parts->awards++;
	r->last_first = first;
	r->last_end = name_end;
}


/*
 * A name whose beginning is left out because the award before has it: "Nhà giáo Nhân dân …, Ưu tú …". Tries the tokens
 * at "at" behind every beginning of the last name, the longest first.
 */
uint32_t
vn_add_completed(vn_part_reader *r, uint32_t at, vn_catalog catalog, uint32_t like_first, uint32_t like_end)
{
	const vn_document *d = r->document;

	for (uint32_t keep = like_end - like_first; keep-- > 1;)
	{
		uint32_t	found = at;
		int			row = name_behind(r, catalog, like_first, like_first + keep, at, &found);

		if (row < 0 || (catalog == VN_AWARDS && !vn_begins_capital(d, at) &&
						vn_row_number(d, VN_AWARDS, row, VN_AWARD_KIND) <= VN_AWARD_PRIZE))
			continue;
		if (catalog == VN_AWARDS)
		{
			vn_add_award(r, at, found, row, true);
			r->last_first = like_first;
			r->last_end = like_end;
		}
		else
		{
			vn_part    *part = vn_add_part(r, VN_PART_RANK, at, found);

			if (part != NULL)
				part->rank = row;
		}
		return found;
	}
	return at;
}
