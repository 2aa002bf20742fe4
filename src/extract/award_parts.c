/*
 * award_parts.c
 *		See award_parts.h.
 */
#include "extract/award_reader.h"

#include "extract/counts.h"
#include "text/normal.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

const char *
vn_canonical_span(vn_article *article, uint32_t first, uint32_t end)
{
	const vn_document *document = &article->document;
	vn_buffer	buffer = {.env = document->env};
	const char *result = NULL;
	size_t		start = vn_span_start(document, first);

	/* quotation marks may have nothing between them */
	vn_normalize(&buffer, document->text + start, end > first ? vn_span_end(document, end) - start : 0);
	if (!buffer.failed)
		result = vn_arena_string(&article->arena, buffer.data, buffer.length);
	vn_release(document->env, buffer.data);
	return result;
}

bool
vn_has_award(const vn_document *document, uint32_t first, uint32_t end)
{
	vn_match	matches[VN_MAX_MATCHES];
	unsigned	steps = 0;

	for (uint32_t at = first; at < end; at++)
	{
		int			count;

		vn_step(document->env, &steps);
		if (!(vn_starts_at(document, at) & VN_STARTS(VN_AWARDS)))
			continue;
		count = vn_matches_at(document, at, end, matches);
		for (int i = 0; i < count; i++)
			if (vn_match_row(&matches[i], VN_AWARDS) >= 0)
				return true;
	}
	return false;
}

vn_part *
vn_add_part(vn_part_reader *r, vn_part_kind kind, uint32_t first, uint32_t end)
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

/* ------------------------------------------------------- recipients and years */

static bool
is_recipient_role(int role)
{
	return role == VN_ROLE_COLLECTIVE || role == VN_ROLE_INDIVIDUAL || role == VN_ROLE_HOUSEHOLD || role == VN_ROLE_WORK;
}

/*
 * A noun for recipients. A count before it, with at most one other word between them, is theirs; of several nouns under
 * one count ("5 cán bộ, chiến sĩ", "9 tập thể và cá nhân") one part is made.
 */
static void
add_recipient(vn_part_reader *r, uint32_t first, uint32_t end, int role, bool generic)
{
	vn_part    *part = vn_last_part(r);
	vn_part    *before = r->parts->count < 2 ? NULL : &r->parts->parts[r->parts->count - 2];

	/* "20 cho tập thể, 25 cho cá nhân" */
	if (vn_is_cue(part, VN_ROLE_TO) && part->end == first && before != NULL && before->kind == VN_PART_COUNT && before->end == part->first)
	{
		before->kind = VN_PART_RECIPIENT;
		before->role = (uint8_t) role;
		before->generic = generic;
		before->end = end;
		r->parts->count--;
		return;
	}
	/* "mỗi cá nhân", "một trong 5 đơn vị" are no tally */
	if (vn_is_cue(part, VN_ROLE_EACH) && part->end == first)
		return;
	if (part != NULL && part->kind == VN_PART_COUNT && vn_is_cue(before, VN_ROLE_EACH) && before->end == part->first)
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
		part->end == first && (vn_is_cue(part, VN_ROLE_AND) || (part->kind == VN_PART_MARK && part->role == ',')))
	{
		before->mixed |= before->role != role;
		before->end = end;
		r->parts->count--;
		return;
	}
	if (part != NULL && part->kind == VN_PART_RECIPIENT && part->end == first && part->role == role)
	{
		part->generic &= generic;
		part->end = end;
		return;
	}
	if (vn_is_cue(part, VN_ROLE_MANY) && first - part->end <= 1)
	{
		part->kind = VN_PART_RECIPIENT;
		part->role = (uint8_t) role;
		part->generic = generic;
		part->many = true;
		part->end = end;
		return;
	}
	part = vn_add_part(r, VN_PART_RECIPIENT, first, end);
	if (part != NULL)
	{
		vn_match	matches[VN_MAX_MATCHES];
		int			post = vn_matches_at(r->document, first, end, matches) == 0 ? -1 : vn_match_row(&matches[0], VN_POSTS);

		part->role = (uint8_t) role;
		part->generic = generic;
		part->pronoun = end == first + 1 && post >= 0 && vn_row_number(r->document, VN_POSTS, post, VN_POST_RANK) == VN_RANK_COURTESY;
	}
}

/* The year that a token of four digits is, or 0. */
static int
year_at(const vn_part_reader *r, uint32_t at)
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
add_year(vn_part_reader *r, uint32_t at, int year)
{
	const vn_document *d = r->document;
	uint32_t	end = at + 1;
	vn_part    *before = vn_last_part(r);
	vn_part    *part;

	if (before != NULL && before->kind == VN_PART_CUE && before->role == VN_ROLE_YEAR && before->end == at)
	{
		at = before->first;
		r->parts->count--;
		before = vn_last_part(r);
	}
	if (end + 1 < r->end && vn_is_punctuation(d, end, '-') && (year_at(r, end + 1) != 0 || d->tokens[end + 1].kind == VN_DATE))
	{
		vn_add_part(r, VN_PART_PERIOD, at, end + 2);
		return end + 2;
	}
	/* "từ năm 2015 đến năm 2019": the period's cue stands before the first year, the second follows closely */
	if (before != NULL && before->kind == VN_PART_PERIOD && at - before->end <= 2)
	{
		before->end = end;
		return end;
	}
	if (vn_is_cue(before, VN_ROLE_PERIOD) && before->end == at)
	{
		before->kind = VN_PART_PERIOD;
		before->end = end;
		return end;
	}
	part = vn_add_part(r, VN_PART_YEAR, at, end);
	if (part != NULL)
		part->value = year;
	return end;
}

/* --------------------------------------------------------------------- cues */

static void
add_cue(vn_part_reader *r, uint32_t first, uint32_t end, int row, bool canonical)
{
	int			role = vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE);
	vn_part    *before = vn_last_part(r);
	vn_part    *part;
	bool		behind_count = before != NULL && before->kind == VN_PART_COUNT && before->end == first;

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
		part = vn_add_part(r, VN_PART_RANK, first, end);
		if (part != NULL)
			part->rank = row;
		return;
	}
	part = vn_add_part(r, VN_PART_CUE, first, end);
	if (part != NULL)
	{
		part->role = (uint8_t) role;
		part->row = row;
		if (role == VN_ROLE_PERIOD && behind_count)
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
is_part_of_word(const vn_part_reader *r, uint32_t at, uint32_t end, int row)
{
	const vn_document *d = r->document;

	if (end > at + 1 || !is_recipient_role(vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE)))
		return false;
	return begins_word(d, at, r->end) || (at > 0 && begins_word(d, at - 1, end)) ||
		(vn_begins_capital(d, at) && at > 0 && vn_begins_capital(d, at - 1));
}

/*
 * Names of kind "other" are also what people are called ("12 đảng viên hoàn thành xuất sắc nhiệm vụ"): they are awards only
 * behind "danh hiệu", in quotation marks, or where a list of awards goes on.
 */
static bool
is_mere_description(const vn_part_reader *r, uint32_t at, int row)
{
	const vn_part *before = vn_last_part(r);

	if (vn_row_number(r->document, VN_AWARDS, row, VN_AWARD_KIND) != VN_AWARD_OTHER ||
		(at > 0 && vn_is_punctuation(r->document, at - 1, '"')))
		return false;
	return before == NULL || before->end != at ||
		!(vn_is_cue(before, VN_ROLE_TITLE) || (r->parts->awards > 0 && (before->kind == VN_PART_MARK || vn_is_cue(before, VN_ROLE_AND))));
}

/* The longest award or cue that begins here; returns the token behind it, "at" where there is none. */
static uint32_t
add_phrase(vn_part_reader *r, uint32_t at)
{
	vn_match	matches[VN_MAX_MATCHES];
	int			count;

	if (!(vn_starts_at(r->document, at) & (VN_STARTS(VN_AWARDS) | VN_STARTS(VN_AWARD_CUES))))
		return at;
	count = vn_matches_at(r->document, at, r->end, matches);
	for (int i = 0; i < count; i++)
	{
		int			row = vn_match_row(&matches[i], VN_AWARDS);

		if (row >= 0 && is_mere_description(r, at, row))
			row = -1;
		if (row >= 0)
		{
			vn_add_award(r, at, matches[i].end, row, false);
			return vn_last_part(r) != NULL && vn_last_part(r)->end > matches[i].end ? vn_last_part(r)->end : matches[i].end;
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
add_quoted_title(vn_part_reader *r, uint32_t at)
{
	const vn_quote *quote = vn_quote_at(r, at);
	uint32_t	count = r->parts->count;
	uint32_t	close;
	vn_part    *part;

	if (quote == NULL || quote->close - at < 2 || !vn_is_cue(vn_last_part(r), VN_ROLE_TITLE) || vn_last_part(r)->end != at)
		return at;
	close = quote->close;
	add_phrase(r, at + 1);
	part = vn_last_part(r);
	if (part->kind != VN_PART_AWARD || part->first != at + 1)
	{
		r->parts->count = count;
		part = vn_add_part(r, VN_PART_AWARD, at, close + 1);
		if (part == NULL)
			return at;
		part->award_kind = VN_AWARD_OTHER;
		part->name = vn_canonical_span(r->article, at + 1, close);
		r->parts->awards++;
	}
	part->end = close + 1;
	return part->end;
}

/* Does the name of an award begin at a token, or behind the quotation mark there? */
static bool
begins_award(const vn_part_reader *r, uint32_t at)
{
	vn_match	matches[VN_MAX_MATCHES];
	int			count;

	at += vn_is_punctuation(r->document, at, '"');
	count = at < r->end ? vn_matches_at(r->document, at, r->end, matches) : 0;
	for (int i = 0; i < count; i++)
		if (vn_match_row(&matches[i], VN_AWARDS) >= 0)
			return true;
	return false;
}

/* Does a count, or "các", stand right before? Then a post is a noun for recipients: "20 giáo viên". */
static bool
is_counted(const vn_part_reader *r, uint32_t at)
{
	const vn_part *before = vn_last_part(r);

	if (before == NULL || before->end != at)
		return false;
	/* "38 cán bộ, giáo viên" */
	if ((before->kind == VN_PART_MARK ? before->role == ',' : vn_is_cue(before, VN_ROLE_AND)) && r->parts->count >= 2 &&
		before[-1].end == before->first)
		return before[-1].kind == VN_PART_RECIPIENT && before[-1].value >= 0 && !before[-1].generic;
	return before->kind == VN_PART_COUNT || vn_is_cue(before, VN_ROLE_MANY);
}

/*
 * A cue that counts for more than the mention which begins with it: a longer authority ("Đảng, Nhà nước"), or the mark of a
 * contest that is a body by its form ("Ban Tổ chức").
 */
static uint32_t
add_weightier_cue(vn_part_reader *r, uint32_t at, uint32_t mention_end)
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
add_elided(vn_part_reader *r, uint32_t at)
{
	vn_part    *before = vn_last_part(r);
	uint32_t	end = at;

	if (r->last_end == 0 || before == NULL || before->end != at)
		return at;
	/* "4 đảng viên 70 năm tuổi Đảng" */
	if (before->kind == VN_PART_RECIPIENT && before->value >= 0 && r->document->tokens[at].kind == VN_NUMBER)
		return vn_add_completed(r, at, VN_AWARDS, r->last_first, r->last_end);
	if (before->kind != VN_PART_MARK && !vn_is_cue(before, VN_ROLE_AND))
		return at;
	if (vn_begins_capital(r->document, at) && r->rank_end > 0 && r->parts->count >= 2 && before[-1].end == before->first &&
		(before[-1].kind == VN_PART_RANK || before[-1].rank >= 0))
		end = vn_add_completed(r, at, VN_AWARD_CUES, r->rank_first, r->rank_end);
	return end > at ? end : vn_add_completed(r, at, VN_AWARDS, r->last_first, r->last_end);
}

/* A number in digits or words, and its repetition in brackets: "02 (hai)". */
static uint32_t
add_count(vn_part_reader *r, uint32_t at)
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
	part = vn_add_part(r, VN_PART_COUNT, at, end);
	if (part != NULL)
		part->value = value;
	return end;
}

static uint32_t
add_mark(vn_part_reader *r, uint32_t at)
{
	static const char marks[] = ",;:()";

	for (const char *p = marks; *p != '\0'; p++)
		if (vn_is_punctuation(r->document, at, *p))
		{
			vn_part    *part = vn_add_part(r, VN_PART_MARK, at, at + 1);

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
end_of_mention(const vn_part_reader *r, uint32_t first, uint32_t end)
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
		int			count = vn_starts_at(d, at) & VN_STARTS(VN_AWARD_CUES) ? vn_matches_at(d, at, end, matches) : 0;
		int			row = -1;
		int			i;

		for (i = 0; i < count && row < 0; i++)
			row = vn_match_row(&matches[i], VN_AWARD_CUES);
		if (row < 0)
			continue;
		if (vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE) <= VN_ROLE_PASSIVE &&
			(!vn_begins_capital(d, at) || (d->tokens[at].flags & VN_UPPER)))
			return at;
		at = matches[i - 1].end - 1;
	}
	return end;
}

vn_status
vn_read_award_parts(vn_article *article, uint32_t first, uint32_t end, vn_parts *parts)
{
	const vn_document *d = &article->document;
	vn_part_reader r = {.article = article, .document = d, .people = article->people, .parts = parts, .end = end};
	uint32_t	mention = vn_mention_from(article->people, first);
	uint32_t	low = 0,
				high = d->quote_count;
	unsigned	steps = 0;

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

		vn_step(d->env, &steps);
		while (mention < article->people->mention_count && article->people->mentions[mention].end <= at)
			mention++;
		if (mention < article->people->mention_count && article->people->mentions[mention].first <= at)
		{
			const vn_mention *m = &article->people->mentions[mention];

			/* a mention whose beginning an award's name has taken is used up with it */
			if (m->first == at && ((next = add_weightier_cue(&r, at, vn_is_cue(vn_last_part(&r), VN_ROLE_ON_BEHALF) ? at : m->end)) > at ||
								   (m->kind == VN_MENTION_POST && m->person < 0 && is_counted(&r, at) && (next = add_phrase(&r, at)) > at)))
			{
				at = next;
				continue;
			}
			if (m->first == at)
			{
				uint32_t	close = end_of_mention(&r, at, m->end);
				vn_part    *part = vn_add_part(&r, VN_PART_MENTION, at, close);

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
			if (m->first < at && begins_award(&r, at))
			{
				/* "danh hiệu vinh dự Nhà nước Mẹ Việt Nam anh hùng": the body has swallowed the award */
				mention++;
				continue;
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
		if ((year = year_at(&r, at)) != 0 && vn_last_part(&r) != NULL && vn_last_part(&r)->end == at &&
			(vn_is_cue(vn_last_part(&r), VN_ROLE_YEAR) || vn_is_cue(vn_last_part(&r), VN_ROLE_PERIOD) || vn_last_part(&r)->kind == VN_PART_MARK))
		{
			at = add_year(&r, at, year);
			continue;
		}
		if (token->kind == VN_NUMBER && year != 0 && at + 1 < end && vn_is_punctuation(d, at + 1, '-') && year_at(&r, at + 2) != 0)
		{
			vn_add_part(&r, VN_PART_PERIOD, at, at + 3);
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
