/*
 * award_parts.c
 *		See award_parts.h.
 */
#include "extract/award_parts.h"

#include "extract/counts.h"
#include "text/normal.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

/* A name in quotation marks behind an award has at most so many tokens, one without them at most so many. */
#define MAX_QUOTED 30
#define MAX_UNQUOTED 14

typedef struct reader
{
	vn_article *article;
	const vn_document *document;
	const vn_people *people;
	vn_parts   *parts;
	uint32_t	end;
	uint32_t	quote;			/* index of the first quotation that opens at or behind the present token */
	uint32_t	last_first,
				last_end;		/* tokens of the last award's name in the catalogue */
	uint32_t	rank_first,
				rank_end;		/* tokens of the last rank that is written in full */
} reader;

const char *
vn_canonical_span(vn_article *article, uint32_t first, uint32_t end)
{
	const vn_document *document = &article->document;
	vn_buffer	buffer = {.env = document->env};
	const char *result = NULL;
	size_t		start = vn_span_start(document, first);

	vn_normalize(&buffer, document->text + start, vn_span_end(document, end) - start);
	if (!buffer.failed)
		result = vn_arena_string(&article->arena, buffer.data, buffer.length);
	vn_release(document->env, buffer.data);
	return result;
}

bool
vn_has_award(const vn_document *document, uint32_t first, uint32_t end)
{
	vn_match	matches[VN_MAX_MATCHES];

	for (uint32_t at = first; at < end; at++)
	{
		int			count;

		if (!(vn_starts[document->tokens[at].symbol] & VN_STARTS(VN_AWARDS)))
			continue;
		count = vn_matches_at(document, at, end, matches);
		for (int i = 0; i < count; i++)
			if (vn_match_row(&matches[i], VN_AWARDS) >= 0)
				return true;
	}
	return false;
}

static vn_part *
add(reader *r, vn_part_kind kind, uint32_t first, uint32_t end)
{
	vn_parts   *parts = r->parts;
	vn_part    *part;

	if (!vn_reserve(r->document->env, (void **) &parts->parts, parts->count, &parts->room, sizeof(vn_part)))
	{
		r->article->arena.failed = true;
		return NULL;
	}
	part = &parts->parts[parts->count++];
	*part = (vn_part) {.kind = (uint8_t) kind, .first = first, .end = end, .row = -1, .value = -1, .rank = -1};
	return part;
}

static vn_part *
last_part(const reader *r)
{
	return r->parts->count == 0 ? NULL : &r->parts->parts[r->parts->count - 1];
}

static bool
is_cue(const vn_part *part, int role)
{
	return part != NULL && part->kind == VN_PART_CUE && part->role == role;
}

/* ------------------------------------------------------------------- awards */

/* The quotation that opens at a token, or NULL. */
static const vn_quote *
quote_at(reader *r, uint32_t at)
{
	const vn_document *d = r->document;

	while (r->quote < d->quote_count && d->quotes[r->quote].open < at)
		r->quote++;
	return r->quote < d->quote_count && d->quotes[r->quote].open == at && d->quotes[r->quote].close < r->end &&
		d->quotes[r->quote].close - at <= MAX_QUOTED && d->quotes[r->quote].closed ? &d->quotes[r->quote] : NULL;
}

static bool
is_capital(const vn_document *document, uint32_t at)
{
	return document->tokens[at].kind == VN_WORD && (document->tokens[at].flags & VN_CAPITAL);
}

/* The end of a name that continues without quotation marks: up to the next cue, number, mention or mark. */
static uint32_t
unquoted_end(const reader *r, uint32_t at)
{
	const vn_document *d = r->document;
	uint32_t	end = at;

	if (at >= r->end || !is_capital(d, at))
		return at;
	while (end < r->end && end - at < MAX_UNQUOTED && d->tokens[end].kind == VN_WORD)
	{
		vn_match	matches[VN_MAX_MATCHES];
		int			count = vn_starts[d->tokens[end].symbol] & VN_STARTS(VN_AWARD_CUES) ?
			vn_matches_at(d, end, r->end, matches) : 0;
		int			row = -1;

		for (int i = 0; i < count && row < 0; i++)
			row = vn_match_row(&matches[i], VN_AWARD_CUES);
		if (row >= 0)
		{
			int			role = vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE);

			/* "Khoa học và Công nghệ": a conjunction between capitals is part of the name */
			if (role != VN_ROLE_NOTHING && role < VN_ROLE_COLLECTIVE && role != VN_ROLE_PURPOSE &&
				!(role == VN_ROLE_AND && end + 1 < r->end && is_capital(d, end + 1)))
				break;
		}
		end++;
	}
	return end;
}

static const char *
joined(reader *r, const char *head, const char *name, const char *before, const char *behind)
{
	vn_buffer	buffer = {.env = r->document->env};
	const char *result = NULL;

	vn_append_string(&buffer, head);
	vn_append_string(&buffer, before);
	vn_append_string(&buffer, name == NULL ? "" : name);
	vn_append_string(&buffer, behind);
	if (!buffer.failed && name != NULL)
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
behind_numbers(const reader *r, uint32_t at)
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
name_behind(const reader *r, vn_catalog catalog, uint32_t first, uint32_t end, uint32_t at, uint32_t *name_end)
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
static void
add_award(reader *r, uint32_t first, uint32_t end, int row, bool completed)
{
	int			kind = vn_cell_number(VN_AWARDS, row, VN_AWARD_KIND);
	const char *name = vn_cell(VN_AWARDS, row, VN_AWARD_AWARD);
	bool		head = token_count(name) <= 3 && (kind == VN_AWARD_INSIGNIA || kind == VN_AWARD_BADGE) ? true :
		token_count(name) <= 2 && (kind == VN_AWARD_ORDER || kind == VN_AWARD_MEDAL || kind == VN_AWARD_PRIZE);
	uint32_t	name_end = end;
	const vn_quote *quote = end < r->end ? quote_at(r, end) : NULL;
	uint32_t	more;
	vn_part    *part;

	if (head && kind == VN_AWARD_BADGE && (more = behind_numbers(r, end)) > end)
	{
		int			found = name_behind(r, VN_AWARDS, first, end, more, &more);

		if (found >= 0)
		{
			name = vn_cell(VN_AWARDS, found, VN_AWARD_AWARD);
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
	part = add(r, VN_PART_AWARD, first, end);
	if (part == NULL)
		return;
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
static uint32_t
add_completed(reader *r, uint32_t at, vn_catalog catalog, uint32_t like_first, uint32_t like_end)
{
	const vn_document *d = r->document;

	for (uint32_t keep = like_end - like_first; keep-- > 1;)
	{
		uint32_t	found = at;
		int			row = name_behind(r, catalog, like_first, like_first + keep, at, &found);

		if (row < 0 || (catalog == VN_AWARDS && !is_capital(d, at) &&
						vn_cell_number(VN_AWARDS, row, VN_AWARD_KIND) <= VN_AWARD_PRIZE))
			continue;
		if (catalog == VN_AWARDS)
		{
			add_award(r, at, found, row, true);
			r->last_first = like_first;
			r->last_end = like_end;
		}
		else
		{
			vn_part    *part = add(r, VN_PART_RANK, at, found);

			if (part != NULL)
				part->rank = row;
		}
		return found;
	}
	return at;
}

/* ------------------------------------------------------- recipients and years */

static bool
is_recipient_role(int role)
{
	return role == VN_ROLE_COLLECTIVE || role == VN_ROLE_INDIVIDUAL || role == VN_ROLE_HOUSEHOLD;
}

/*
 * A noun for recipients. A count before it, with at most one other word between them, is theirs; of several nouns under
 * one count ("5 cán bộ, chiến sĩ", "9 tập thể và cá nhân") one part is made.
 */
static void
add_recipient(reader *r, uint32_t first, uint32_t end, int role, bool generic)
{
	vn_part    *part = last_part(r);
	vn_part    *before = r->parts->count < 2 ? NULL : part - 1;

	/* "20 cho tập thể, 25 cho cá nhân" */
	if (is_cue(part, VN_ROLE_TO) && part->end == first && before != NULL && before->kind == VN_PART_COUNT && before->end == part->first)
	{
		before->kind = VN_PART_RECIPIENT;
		before->role = (uint8_t) role;
		before->generic = generic;
		before->end = end;
		r->parts->count--;
		return;
	}
	/* "mỗi cá nhân", "một trong 5 đơn vị" are no tally */
	if (is_cue(part, VN_ROLE_EACH) && part->end == first)
		return;
	if (part != NULL && part->kind == VN_PART_COUNT && is_cue(before, VN_ROLE_EACH) && before->end == part->first)
	{
		r->parts->count--;
		return;
	}
	if (part != NULL && part->kind == VN_PART_COUNT && first - part->end <= 1)
	{
		part->kind = VN_PART_RECIPIENT;
		part->role = (uint8_t) role;
		part->generic = generic;
		part->end = end;
		return;
	}
	if (part != NULL && before != NULL && before->kind == VN_PART_RECIPIENT && before->value >= 0 && part->first == before->end &&
		part->end == first && (is_cue(part, VN_ROLE_AND) || (part->kind == VN_PART_MARK && part->role == ',')))
	{
		before->mixed |= before->role != role;
		before->end = end;
		r->parts->count--;
		return;
	}
	if (part != NULL && part->kind == VN_PART_RECIPIENT && part->end == first && part->role == role)
	{
		part->end = end;
		return;
	}
	if (is_cue(part, VN_ROLE_MANY) && first - part->end <= 1)
	{
		part->kind = VN_PART_RECIPIENT;
		part->role = (uint8_t) role;
		part->generic = generic;
		part->many = true;
		part->end = end;
		return;
	}
	part = add(r, VN_PART_RECIPIENT, first, end);
	if (part != NULL)
	{
		vn_match	matches[VN_MAX_MATCHES];
		int			post = vn_matches_at(r->document, first, end, matches) == 0 ? -1 : vn_match_row(&matches[0], VN_POSTS);

		part->role = (uint8_t) role;
		part->generic = generic;
		part->pronoun = end == first + 1 && post >= 0 && vn_cell_number(VN_POSTS, post, VN_POST_RANK) == VN_RANK_COURTESY;
	}
}

/* The year that a token of four digits is, or 0. */
static int
year_at(const reader *r, uint32_t at)
{
	const vn_token *token = &r->document->tokens[at];
	int			value;

	if (at >= r->end || token->kind != VN_NUMBER || token->length != 4 || vn_count_at(r->document, at, r->end, &value) == at ||
		value < FIRST_YEAR || value > LAST_YEAR)
		return 0;
	return value;
}

/* The year at the end of a date token (19/8/2020), or 0. */
static int
year_of_date(const vn_document *document, const vn_token *token)
{
	const char *p = document->text + token->start + token->length;
	int			year = 0;

	if (token->length < 6)
		return 0;
	for (int i = 4; i > 0; i--)
	{
		if (p[-i] < '0' || p[-i] > '9')
			return 0;
		year = year * 10 + (p[-i] - '0');
	}
	return p[-5] >= '0' && p[-5] <= '9' ? 0 : year;
}

/* A year or a span of years; returns the token behind it, "at" where there is none. */
static uint32_t
add_year(reader *r, uint32_t at, int year)
{
	const vn_document *d = r->document;
	uint32_t	end = at + 1;
	vn_part    *before = last_part(r);
	vn_part    *part;

	if (before != NULL && before->kind == VN_PART_CUE && before->role == VN_ROLE_YEAR && before->end == at)
	{
		at = before->first;
		r->parts->count--;
		before = last_part(r);
	}
	if (end + 1 < r->end && vn_is_punctuation(d, end, '-') && (year_at(r, end + 1) != 0 || d->tokens[end + 1].kind == VN_DATE))
	{
		add(r, VN_PART_PERIOD, at, end + 2);
		return end + 2;
	}
	/* "từ năm 2015 đến năm 2019": the period's cue stands before the first year, the second follows closely */
	if (before != NULL && before->kind == VN_PART_PERIOD && at - before->end <= 2)
	{
		before->end = end;
		return end;
	}
	if (is_cue(before, VN_ROLE_PERIOD) && before->end == at)
	{
		before->kind = VN_PART_PERIOD;
		before->end = end;
		return end;
	}
	part = add(r, VN_PART_YEAR, at, end);
	if (part != NULL)
		part->value = year;
	return end;
}

/* --------------------------------------------------------------------- cues */

static void
add_cue(reader *r, uint32_t first, uint32_t end, int row, bool canonical)
{
	int			role = vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE);
	vn_part    *before = last_part(r);
	vn_part    *part;

	if (is_recipient_role(role))
	{
		add_recipient(r, first, end, role, canonical);
		return;
	}
	if (role == VN_ROLE_NOTHING)
		return;
	if (role == VN_ROLE_RANK || role == VN_ROLE_ALL_RANKS)
	{
		if (end > first + 1)
		{
			r->rank_first = first;
			r->rank_end = end;
		}
		if (before != NULL && before->kind == VN_PART_AWARD && before->end == first)
		{
			before->end = end;
			before->rank = role == VN_ROLE_RANK ? row : -1;
			return;
		}
		if (before != NULL && r->parts->count >= 2 && before->kind == VN_PART_MARK && before->role == '(' && before->end == first &&
			before[-1].kind == VN_PART_AWARD && before[-1].end == before->first)
		{
			/* "Huân chương Lao động (hạng Nhì)" */
			r->parts->count--;
			before[-1].end = end;
			before[-1].rank = role == VN_ROLE_RANK ? row : -1;
			return;
		}
		/* "III" alone is a rank only right behind its award */
		if (role == VN_ROLE_ALL_RANKS || end == first + 1)
			return;
		part = add(r, VN_PART_RANK, first, end);
		if (part != NULL)
			part->rank = row;
		return;
	}
	part = add(r, VN_PART_CUE, first, end);
	if (part != NULL)
	{
		part->role = (uint8_t) role;
		part->row = row;
		if (role == VN_ROLE_PERIOD && before != NULL && before->kind == VN_PART_COUNT && before->end == first)
			part->kind = VN_PART_PERIOD;
	}
}

/* Is the phrase the name of its row in a catalogue, not one of its other forms? */
static bool
is_canonical(const vn_match *match, vn_catalog catalog)
{
	for (const vn_phrase *phrase = match->phrases;; phrase++)
	{
		if (phrase->catalog == catalog)
			return phrase->canonical;
		if (phrase->last)
			return false;
	}
}

/* Does a word of the lexicon with two syllables or more begin at a token? */
static bool
begins_word(const vn_document *document, uint32_t at, uint32_t limit)
{
	const vn_token *tokens = document->tokens;
	uint32_t	node = tokens[at].symbol == 0 ? 0 : vn_words_trie.first[tokens[at].symbol];

	for (at++; node != 0 && at < limit && tokens[at].symbol != 0; at++)
	{
		node = vn_trie_next(&vn_words_trie, node, tokens[at].symbol);
		if (node != 0 && vn_words_trie.values[node] != 0)
			return true;
	}
	return false;
}

/*
 * A noun of one syllable may be part of something else: of a name ("Lan Anh", "Bà Rịa") or of a longer word ("khoa học",
 * "quân đội").
 */
static bool
is_part_of_word(const reader *r, uint32_t at, uint32_t end, int row)
{
	const vn_document *d = r->document;

	if (end > at + 1 || !is_recipient_role(vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE)))
		return false;
	return begins_word(d, at, r->end) || (at > 0 && begins_word(d, at - 1, end)) ||
		(is_capital(d, at) && at > 0 && is_capital(d, at - 1));
}

/*
 * Names of kind "other" are also what people are called ("12 đảng viên hoàn thành xuất sắc nhiệm vụ"): they are awards only
 * behind "danh hiệu", in quotation marks, or where a list of awards goes on.
 */
static bool
is_mere_description(const reader *r, uint32_t at, int row)
{
	const vn_part *before = last_part(r);

	if (vn_cell_number(VN_AWARDS, row, VN_AWARD_KIND) != VN_AWARD_OTHER ||
		(at > 0 && vn_is_punctuation(r->document, at - 1, '"')))
		return false;
	return before == NULL || before->end != at ||
		!(is_cue(before, VN_ROLE_TITLE) || (r->parts->awards > 0 && (before->kind == VN_PART_MARK || is_cue(before, VN_ROLE_AND))));
}

/* The longest award or cue that begins here; returns the token behind it, "at" where there is none. */
static uint32_t
add_phrase(reader *r, uint32_t at)
{
	vn_match	matches[VN_MAX_MATCHES];
	int			count;

	if (!(vn_starts[r->document->tokens[at].symbol] & (VN_STARTS(VN_AWARDS) | VN_STARTS(VN_AWARD_CUES))))
		return at;
	count = vn_matches_at(r->document, at, r->end, matches);
	for (int i = 0; i < count; i++)
	{
		int			row = vn_match_row(&matches[i], VN_AWARDS);

		if (row >= 0 && is_mere_description(r, at, row))
			row = -1;
		if (row >= 0)
		{
			add_award(r, at, matches[i].end, row, false);
			return last_part(r) != NULL && last_part(r)->end > matches[i].end ? last_part(r)->end : matches[i].end;
		}
		row = vn_match_row(&matches[i], VN_AWARD_CUES);
		if (row >= 0 && is_part_of_word(r, at, matches[i].end, row))
			return at;
		if (row >= 0)
		{
			/* "năm" is the year only before a number of four digits */
			if (vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE) == VN_ROLE_YEAR && year_at(r, matches[i].end) == 0)
				return at;
			add_cue(r, at, matches[i].end, row, is_canonical(&matches[i], VN_AWARD_CUES));
			return matches[i].end;
		}
	}
	return at;
}

/*
 * A title in quotation marks behind "danh hiệu". Where the catalogue knows its beginning, the catalogue's name is taken,
 * otherwise the words as they stand.
 */
static uint32_t
add_quoted_title(reader *r, uint32_t at)
{
	const vn_quote *quote = quote_at(r, at);
	uint32_t	count = r->parts->count;
	uint32_t	close;
	vn_part    *part;

	if (quote == NULL || quote->close - at < 2 || !is_cue(last_part(r), VN_ROLE_TITLE) || last_part(r)->end != at)
		return at;
	close = quote->close;
	add_phrase(r, at + 1);
	part = last_part(r);
	if (part->kind != VN_PART_AWARD || part->first != at + 1)
	{
		r->parts->count = count;
		part = add(r, VN_PART_AWARD, at, close + 1);
		if (part == NULL)
			return at;
		part->award_kind = VN_AWARD_OTHER;
		part->name = vn_canonical_span(r->article, at + 1, close);
		r->parts->awards++;
	}
	part->end = close + 1;
	return part->end;
}

/* Does a count, or "các", stand right before? Then a post is a noun for recipients: "20 giáo viên". */
static bool
is_counted(const reader *r, uint32_t at)
{
	const vn_part *before = last_part(r);

	return before != NULL && before->end == at && (before->kind == VN_PART_COUNT || is_cue(before, VN_ROLE_MANY));
}

/*
 * A cue that counts for more than the mention which begins with it: a longer authority ("Đảng, Nhà nước"), or the mark of a
 * contest that is a body by its form ("Ban Tổ chức").
 */
static uint32_t
add_weightier_cue(reader *r, uint32_t at, uint32_t mention_end)
{
	vn_match	matches[VN_MAX_MATCHES];
	int			count = vn_matches_at(r->document, at, r->end, matches);

	for (int i = 0; i < count && matches[i].end >= mention_end; i++)
	{
		int			row = vn_match_row(&matches[i], VN_AWARD_CUES);
		int			role = row < 0 ? 0 : vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE);

		if ((role == VN_ROLE_AUTHORITY && matches[i].end > mention_end) || role == VN_ROLE_CONTEST)
		{
			add_cue(r, at, matches[i].end, row, true);
			return matches[i].end;
		}
	}
	return at;
}

/* Behind a comma, a semicolon or "và", a name may lack the beginning that the last award or rank has. */
static uint32_t
add_elided(reader *r, uint32_t at)
{
	vn_part    *before = last_part(r);
	uint32_t	end = at;

	if (r->last_end == 0 || before == NULL || before->end != at)
		return at;
	/* "4 đảng viên 70 năm tuổi Đảng" */
	if (before->kind == VN_PART_RECIPIENT && before->value >= 0 && r->document->tokens[at].kind == VN_NUMBER)
		return add_completed(r, at, VN_AWARDS, r->last_first, r->last_end);
	if (before->kind != VN_PART_MARK && !is_cue(before, VN_ROLE_AND))
		return at;
	if (is_capital(r->document, at) && r->rank_end > 0 && r->parts->count >= 2 && before[-1].end == before->first &&
		(before[-1].kind == VN_PART_RANK || before[-1].rank >= 0))
		end = add_completed(r, at, VN_AWARD_CUES, r->rank_first, r->rank_end);
	return end > at ? end : add_completed(r, at, VN_AWARDS, r->last_first, r->last_end);
}

/* A number in digits or words, and its repetition in brackets: "02 (hai)". */
static uint32_t
add_count(reader *r, uint32_t at)
{
	const vn_document *d = r->document;
	int			value,
				again;
	uint32_t	end = vn_count_at(d, at, r->end, &value);
	vn_part    *part;

	if (end == at)
		return at;
	if (end + 2 < r->end && vn_is_punctuation(d, end, '('))
	{
		uint32_t	close = vn_count_at(d, end + 1, r->end, &again);

		if (close > end + 1 && close < r->end && again == value && vn_is_punctuation(d, close, ')'))
			end = close + 1;
	}
	part = add(r, VN_PART_COUNT, at, end);
	if (part != NULL)
		part->value = value;
	return end;
}

static uint32_t
add_mark(reader *r, uint32_t at)
{
	static const char marks[] = ",;:()";

	for (const char *p = marks; *p != '\0'; p++)
		if (vn_is_punctuation(r->document, at, *p))
		{
			vn_part    *part = add(r, VN_PART_MARK, at, at + 1);

			if (part != NULL)
				part->role = (uint8_t) *p;
			break;
		}
	return at + 1;
}

/*
 * Where a mention ends for a tally: before brackets at its end ("của Thủ tướng (20 tập thể)"), and before a verb that it has
 * swallowed because everything is in capitals, or nothing is.
 */
static uint32_t
end_of_mention(const reader *r, uint32_t first, uint32_t end)
{
	const vn_document *d = r->document;
	uint32_t	at = end - 1;

	if (vn_is_punctuation(d, at, ')'))
	{
		while (at > first && !vn_is_punctuation(d, at, '('))
			at--;
		if (at > first)
			end = at;
	}
	for (at = first + 1; at < end; at++)
	{
		vn_match	matches[VN_MAX_MATCHES];
		int			count = vn_starts[d->tokens[at].symbol] & VN_STARTS(VN_AWARD_CUES) ? vn_matches_at(d, at, end, matches) : 0;
		int			row = -1;
		int			i;

		for (i = 0; i < count && row < 0; i++)
			row = vn_match_row(&matches[i], VN_AWARD_CUES);
		if (row < 0)
			continue;
		if (vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE) <= VN_ROLE_PASSIVE &&
			(!is_capital(d, at) || (d->tokens[at].flags & VN_UPPER)))
			return at;
		at = matches[i - 1].end - 1;
	}
	return end;
}

vn_status
vn_read_award_parts(vn_article *article, uint32_t first, uint32_t end, vn_parts *parts)
{
	const vn_document *d = &article->document;
	reader		r = {.article = article, .document = d, .people = article->people, .parts = parts, .end = end};
	uint32_t	mention = vn_mention_from(article->people, first);
	uint32_t	low = 0,
				high = d->quote_count;

	parts->count = parts->awards = 0;
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (d->quotes[middle].open < first)
			low = middle + 1;
		else
			high = middle;
	}
	r.quote = low;
	for (uint32_t at = first; at < end && !article->arena.failed;)
	{
		const vn_token *token = &d->tokens[at];
		uint32_t	next;
		int			year;

		while (mention < article->people->mention_count && article->people->mentions[mention].end <= at)
			mention++;
		if (mention < article->people->mention_count && article->people->mentions[mention].first <= at)
		{
			const vn_mention *m = &article->people->mentions[mention];

			/* a mention whose beginning an award's name has taken is used up with it */
			if (m->first == at && ((next = add_weightier_cue(&r, at, is_cue(last_part(&r), VN_ROLE_ON_BEHALF) ? at : m->end)) > at ||
								   (m->kind == VN_MENTION_POST && m->person < 0 && is_counted(&r, at) && (next = add_phrase(&r, at)) > at)))
			{
				at = next;
				continue;
			}
			if (m->first == at)
			{
				uint32_t	close = end_of_mention(&r, at, m->end);
				vn_part    *part = add(&r, VN_PART_MENTION, at, close);

				if (part != NULL)
				{
					part->role = m->kind;
					part->row = (int) mention;
				}
				if (close < m->end)
				{
					at = close;
					mention++;
					continue;
				}
			}
			at = m->end;
			continue;
		}
		if (token->kind == VN_PUNCTUATION)
		{
			next = vn_is_punctuation(d, at, '"') ? add_quoted_title(&r, at) : at;
			if (next > at)
			{
				at = next;
				continue;
			}
			at = add_mark(&r, at);
			continue;
		}
		if (token->kind == VN_DATE && (year = year_of_date(d, token)) != 0)
		{
			at = add_year(&r, at, year);
			continue;
		}
		if ((year = year_at(&r, at)) != 0 && last_part(&r) != NULL && last_part(&r)->end == at &&
			(is_cue(last_part(&r), VN_ROLE_YEAR) || is_cue(last_part(&r), VN_ROLE_PERIOD) || last_part(&r)->kind == VN_PART_MARK))
		{
			at = add_year(&r, at, year);
			continue;
		}
		if (token->kind == VN_NUMBER && year != 0 && at + 1 < end && vn_is_punctuation(d, at + 1, '-') && year_at(&r, at + 2) != 0)
		{
			add(&r, VN_PART_PERIOD, at, at + 3);
			at += 3;
			continue;
		}
		if ((next = add_elided(&r, at)) > at || (next = add_phrase(&r, at)) > at || (next = add_count(&r, at)) > at)
			at = next;
		else
			at++;
	}
	return article->arena.failed ? VN_NO_MEMORY : VN_OK;
}
