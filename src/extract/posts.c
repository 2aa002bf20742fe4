/*
 * posts.c
 *		See posts.h.
 */
#include "extract/posts.h"

#include "extract/names.h"

/* How a status cue bears on a post; VN_CURRENT where it does not. */
static vn_post_status
status_of(int cue)
{
	const char *kind = vn_cell(VN_CUES, cue, VN_CUE_KIND);

	if (strcmp(kind, "acting") == 0)
		return VN_ACTING;
	return strcmp(kind, "former") == 0 || strcmp(kind, "dismissed") == 0 ? VN_FORMER : VN_CURRENT;
}

/* How many of the title's last words are the first ones of its organization. */
static uint32_t
shared_words(const vn_document *d, const vn_post *post)
{
	const char *cell = vn_row_cell(d, VN_POSTS, post->row, VN_POST_SHARES);
	uint64_t	keys[VN_MAX_PHRASE];
	uint32_t	count = 0;
	vn_scanner	scanner;
	vn_scanned	token;

	if (*cell == '\0')
		return 0;
	vn_scan_start(&scanner, cell, strlen(cell));
	while (count < VN_MAX_PHRASE && vn_scan(&scanner, &token))
		keys[count++] = token.key;
	if (count >= post->title_end - post->title)
		return 0;
	for (uint32_t i = 0; i < count; i++)
		if (d->tokens[post->title_end - count + i].symbol != vn_symbol(&vn_exact_symbols, keys[i]))
			return 0;
	return count;
}

/* The head noun of organizations that a post names first; -1: none. */
static int
own_head(const vn_document *d, int row)
{
	const char *cell = vn_row_cell(d, VN_POSTS, row, VN_POST_HEADS);
	const char *end;
	int			head = vn_phrase_in(cell, VN_ORGANIZATION_HEADS, &end);

	return head >= 0 && (*end == '|' || *end == '\0') ? head : -1;
}

/* Is what stands at "at" the name of a person, rather than of a body? */
static bool
is_person(const vn_document *d, uint32_t at, uint32_t limit, bool behind_name)
{
	vn_name		name;
	vn_lookup	look;
	uint32_t	end;

	if (!vn_is_capital(d, at) || !vn_name_at(d, at, limit, true, &name) || name.end - at < 2 ||
		(behind_name && (name.foreign || !name.sure)))
		return false;
	vn_look(&look, d, at, limit);
	return !((vn_look_row(&look, VN_ORGANIZATION_HEADS, &end) >= 0 || vn_look_row(&look, VN_ORGANIZATIONS, &end) >= 0) &&
			 end - at > 1);
}

/* The country of the post itself, which says nothing: listed behind the bar in the organization's cell. */
static bool
goes_without_saying(const vn_document *d, const vn_post *post)
{
	const char *cell = vn_row_cell(d, VN_POSTS, post->row, VN_POST_ORGANIZATION);
	vn_lookup	look;
	uint32_t	end;
	int			place;

	if (cell[0] != '-' || cell[1] != '|')
		return false;
	vn_look(&look, d, post->body.first, post->body.end);
	place = vn_look_row(&look, VN_PLACES, &end);
	return place >= 0 && end == post->body.end && strcmp(vn_cell(VN_PLACES, place, VN_PLACE_NAME), cell + 2) == 0;
}

/* A foreign word with a Vietnamese name behind it: the last word of a firm's name. */
static bool
is_before_person(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_name		name;

	return vn_is_foreign(d, at) && at + 1 < limit && vn_name_at(d, at + 1, limit, false, &name) && !name.foreign &&
		name.end - at > 2;
}

/* Does a word stand at "at" that goes on with the sentence? */
static bool
is_boundary(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end;

	vn_look(&look, d, at, limit);
	return !vn_is_capital(d, at) && vn_look_cue(&look, VN_CUE_BOUNDARY, &end) >= 0;
}

/* Is the post one of some firm or society, so that a foreign word behind it names that rather than a person? */
static bool
wants_body(const vn_document *d, const vn_post *post)
{
	return vn_row_number(d, VN_POSTS, post->row, VN_POST_SPHERE) != VN_SPHERE_FOREIGN &&
		*vn_row_cell(d, VN_POSTS, post->row, VN_POST_ORGANIZATION) == '\0';
}

/* A short name of a firm, in capitals, with the rest of the sentence behind it: "Tổng Giám đốc ABC trong". */
static bool
is_short_name(const vn_document *d, uint32_t at, uint32_t limit)
{
	return vn_is_upper(d, at) && d->tokens[at].length > 2 && at + 1 < limit && is_boundary(d, at + 1, limit);
}

/*
 * Capitalised words that no catalogue knows, up to a mark or a person's name. "own": of a post that wants a body, so that one
 * foreign word before the rest of the sentence is enough.
 */
static bool
read_unknown_body(const vn_document *d, uint32_t at, uint32_t limit, bool behind_name, bool own, vn_body *body)
{
	uint32_t	end = at;

	while (end < limit && end - at < 4 && d->tokens[end].kind == VN_WORD && vn_is_capital(d, end) &&
		   (behind_name || (!vn_is_foreign(d, end) && !vn_is_upper(d, end)) || is_before_person(d, end, limit) ||
			(own && end == at && is_short_name(d, at, limit))))
	{
		vn_lookup	look;
		uint32_t	stop;

		if (end > at && !is_before_person(d, end, limit) && is_person(d, end, limit, behind_name))
			break;
		vn_look(&look, d, end, limit);
		if (vn_look_row(&look, VN_POSTS, &stop) >= 0)
			break;
		end++;
	}
	if (end == at || (end < limit && d->tokens[end].kind != VN_PUNCTUATION && !is_person(d, end, limit, behind_name) &&
					  !(own && end - at == 1 && is_short_name(d, at, limit)) &&
					  !(behind_name && end - at == 1 && (vn_is_upper(d, at) || (own && vn_is_foreign(d, at))) &&
						is_boundary(d, end, limit))))
		return false;
	memset(body, 0, sizeof(*body));
	body->first = at;
	body->end = end;
	body->head = body->organization = -1;
	return true;
}

/* The lowest level of units that have a government, as in place_units.tsv. */
#define LEVEL_COMMUNE 3

/* Does a body consist of an administrative unit: "tỉnh X", or "X" where that is the name of one? */
static bool
is_unit(const vn_document *d, const vn_body *body)
{
	vn_lookup	look;
	uint32_t	end,
				stop;
	int			row;

	if (body->organization >= 0)
		return false;
	vn_look(&look, d, body->first, body->end);
	if (body->head < 0)
	{
		row = vn_look_row(&look, VN_PLACES, &end);
		return row >= 0 && end == body->end && vn_cell_number(VN_PLACES, row, VN_PLACE_KIND) <= VN_PLACE_COMMUNE;
	}
	row = vn_look_row(&look, VN_PLACE_UNITS, &end);
	return row >= 0 && vn_cell_number(VN_PLACE_UNITS, row, VN_UNIT_LEVEL) <= LEVEL_COMMUNE &&
		vn_look_row(&look, VN_ORGANIZATION_HEADS, &stop) == body->head && stop == end;
}

/*
 * Chủ tịch tỉnh X: the unit stands for its government, the first body of the post that is one. Only of posts that list units
 * among their bodies.
 */
static void
name_government(const vn_document *d, vn_post *post)
{
	const char *heads = vn_row_cell(d, VN_POSTS, post->row, VN_POST_HEADS);
	int			government = -1;
	const char *end;

	if (!is_unit(d, &post->body))
		return;
	for (; *heads != '\0'; heads += *heads == '|')
	{
		const char *first = heads;
		int			head = vn_phrase_in(first, VN_ORGANIZATION_HEADS, &end);

		heads += strcspn(heads, "|");
		if (head < 0 || end != heads || vn_cell_number(VN_ORGANIZATION_HEADS, head, VN_HEAD_KIND) != VN_KIND_GOVERNMENT)
			continue;
		if (vn_phrase_in(first, VN_PLACE_UNITS, &end) < 0 || end != heads)
			government = government < 0 ? head : government;
		else if (government >= 0)
		{
			post->body.prefix = vn_cell(VN_ORGANIZATION_HEADS, government, VN_HEAD_HEAD);
			post->body.head = (int16_t) government;
			return;
		}
	}
}

/* Cục trưởng Phát triển doanh nghiệp: a field that no catalogue knows, behind a title that holds the noun. */
static bool
read_field(const vn_document *d, uint32_t at, uint32_t limit, vn_post *post)
{
	int			noun = vn_post_noun(d, post->row);
	vn_lookup	look;
	uint32_t	end;

	if (noun < 0 || at + 1 >= limit || d->tokens[at + 1].kind != VN_WORD || vn_is_capital(d, at + 1))
		return false;
	vn_look(&look, d, at, limit);
	return vn_look_row(&look, VN_PLACES, &end) < 0 && vn_joins_word_before(d, at + 1) &&
		vn_body_behind(d, vn_cell(VN_ORGANIZATION_HEADS, noun, VN_HEAD_HEAD), at, limit, &post->body) && post->body.end > at + 1;
}

/* Behind the word that joins a title to its body ("của"); "at": another stands there. */
static uint32_t
behind_of(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end;
	int			cue;

	vn_look(&look, d, at, limit);
	cue = vn_look_row(&look, VN_AWARD_CUES, &end);
	return cue >= 0 && vn_cell_number(VN_AWARD_CUES, cue, VN_AWARD_CUE_ROLE) == VN_ROLE_OF ? end : at;
}

/* The organization behind a title. */
static void
read_body(const vn_document *d, uint32_t limit, bool behind_name, vn_post *post)
{
	uint32_t	at = post->title_end;
	uint32_t	shared = shared_words(d, post);
	vn_lookup	look;
	uint32_t	end;

	if (at >= limit)
		return;

	/* Phó Trưởng phòng, Phòng X */
	if (shared > 0 && vn_is_punctuation(d, at, ',') && at + 1 < limit && vn_is_capital(d, at + 1) &&
		d->tokens[at + 1].hash == d->tokens[at - shared].hash)
		at++;
	if (d->tokens[at].kind != VN_WORD || is_person(d, at, limit, behind_name))
		return;
	if (shared > 0 && d->tokens[at].hash != d->tokens[at - shared].hash)
	{
		vn_body		body = {0};

		/* the noun is the title's last word: Trưởng Ban + Tổ chức Trung ương; or more of a noun: Trưởng + ban tổ chức */
		vn_body_at(d, post->title_end - shared, limit, true, &body);
		if (body.end > post->title_end)
		{
			post->body = body;
			post->has_body = true;
		}
	}
	if (!post->has_body && vn_body_at(d, at, limit, true, &post->body) && (post->body.end - at > 1 || vn_is_capital(d, at)))
		post->has_body = true;
	if (!post->has_body && behind_of(d, at, limit) > at)
	{
		/* Người phát ngôn của Chính phủ, Giám đốc của ABC */
		at = behind_of(d, at, limit);
		if (vn_body_at(d, at, limit, false, &post->body) ||
			(at < limit && vn_is_foreign(d, at) && read_unknown_body(d, at, limit, behind_name, wants_body(d, post), &post->body)))
			post->has_body = true;
	}
	else if (!post->has_body && vn_is_capital(d, at))
	{
		/* the field without its noun (Bộ trưởng Công Thương), or a country */
		int			head = own_head(d, post->row);

		vn_look(&look, d, at, limit);
		if (head >= 0 && (vn_field_at(d, head, at, limit, &post->body) || read_field(d, at, limit, post)))
			post->has_body = true;
		else if (vn_look_row(&look, VN_PLACES, &end) >= 0)
		{
			memset(&post->body, 0, sizeof(vn_body));
			post->body.first = at;
			post->body.end = end;
			post->body.head = post->body.organization = -1;
			post->body.place_first = at;
			post->body.place_end = end;
			post->has_body = true;
		}
		else
			post->has_body = read_unknown_body(d, at, limit, behind_name, wants_body(d, post), &post->body);
	}
	if (!post->has_body)
		return;
	name_government(d, post);
	if (behind_name)
		vn_body_name(d, limit, &post->body);
	post->end = post->body.end;
	if (goes_without_saying(d, post))
		post->has_body = false;
}

/* Behind the body that a post's own body is part of, before the name of its holder: "Trung tâm X" + "của Bộ Y tế". */
static uint32_t
behind_owner(const vn_document *d, uint32_t at, uint32_t limit)
{
	uint32_t	of = at < limit ? behind_of(d, at, limit) : at;
	vn_body		owner;
	vn_name		name;

	return of > at && of < limit && vn_is_capital(d, of) && vn_body_at(d, of, limit, false, &owner) && owner.end < limit &&
		vn_name_at(d, owner.end, limit, true, &name) ? owner.end : at;
}

/* Behind the parentheses that follow a post: "(Tổng cục Y)", but not "(kiêm Giám đốc Z)". */
static uint32_t
behind_parentheses(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end;

	if (at + 1 >= limit || !vn_is_punctuation(d, at, '('))
		return at;
	vn_look(&look, d, at + 1, limit);
	if (vn_look_cue(&look, VN_CUE_JOINER, &end) < 0)
		for (uint32_t i = at + 1; i < limit && i < at + 14; i++)
			if (vn_is_punctuation(d, i, ')'))
				return i + 1;
	return at;
}

/* Behind the country where a post is held, before the name of its holder: "Đại sứ X" + "tại Y". */
static uint32_t
behind_country(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end,
				stop;
	int			place;

	if (at >= limit || !(vn_starts_at(d, at) & VN_STARTS_CUE(VN_CUE_PREPOSITION)))
		return at;
	vn_look(&look, d, at, limit);
	if (vn_look_cue(&look, VN_CUE_PREPOSITION, &end) < 0 || end >= limit || !vn_is_capital(d, end))
		return at;
	vn_look(&look, d, end, limit);
	place = vn_look_row(&look, VN_PLACES, &stop);
	return place >= 0 && vn_cell_number(VN_PLACES, place, VN_PLACE_KIND) == VN_PLACE_COUNTRY && stop < limit &&
		(vn_is_capital(d, stop) || vn_is_punctuation(d, stop, ',')) ? stop : at;
}

int
vn_post_noun(const vn_document *d, int row)
{
	const char *heads = vn_row_cell(d, VN_POSTS, row, VN_POST_HEADS);
	const char *title = vn_row_cell(d, VN_POSTS, row, VN_POST_TITLE);
	vn_scanner	scanner;
	vn_scanned	noun,
				token;

	if (*heads == '\0')
		return -1;
	vn_scan_start(&scanner, heads, strcspn(heads, "|"));
	if (!vn_scan(&scanner, &noun))
		return -1;
	vn_scan_start(&scanner, title, strlen(title));
	while (vn_scan(&scanner, &token))
		if (token.key == noun.key)
			return own_head(d, row);
	return -1;
}

/* Take in the status words that end where the title begins: "nguyên", "được giao phụ trách". */
static void
read_status(const vn_document *d, uint32_t floor, vn_post *post)
{
	for (uint32_t at = post->title; at > floor && post->title - at < 4;)
	{
		vn_lookup	look;
		uint32_t	end;
		int			cue;

		at--;
		if (!(vn_starts_at(d, at) & VN_STARTS_CUE(VN_CUE_STATUS)))
			continue;
		vn_look(&look, d, at, post->title);
		cue = vn_look_cue(&look, VN_CUE_STATUS, &end);
		if (cue >= 0 && end == post->title && strcmp(vn_cell(VN_CUES, cue, VN_CUE_KIND), "none") == 0)
		{
			/* "dưới quyền Tổng thống": another word that ends like one of status */
			post->status = VN_CURRENT;
			post->first = post->title;
		}
		else if (cue >= 0 && end == post->title && status_of(cue) != VN_CURRENT && !vn_joins_word_before(d, at))
		{
			post->status = (uint8_t) status_of(cue);
			post->first = at;
		}
	}
}

/* Phó Giám đốc phụ trách Sở: the words of acting between title and body. */
static bool
read_acting_body(const vn_document *d, uint32_t limit, vn_post *post)
{
	vn_lookup	look;
	vn_body		body;
	uint32_t	end;
	int			cue;

	if (post->title_end >= limit || !(vn_starts_at(d, post->title_end) & VN_STARTS_CUE(VN_CUE_STATUS)))
		return false;
	vn_look(&look, d, post->title_end, limit);
	cue = vn_look_cue(&look, VN_CUE_STATUS, &end);
	if (cue < 0 || status_of(cue) != VN_ACTING || end >= limit || !vn_body_at(d, end, limit, true, &body))
		return false;
	post->status = VN_ACTING;
	post->body = body;
	post->has_body = true;
	post->end = body.end;
	return true;
}

/* Trợ lý Thủ tướng Chính phủ: the post of whom a person works for, with its body. */
static void
read_chief(const vn_document *d, uint32_t limit, bool behind_name, vn_post *post)
{
	vn_lookup	look;
	vn_post		chief;
	uint32_t	end;
	int			row;

	vn_look(&look, d, post->end, limit);
	row = vn_look_row(&look, VN_POSTS, &end);
	if (row < 0 || vn_row_number(d, VN_POSTS, row, VN_POST_RANK) > VN_RANK_DEPUTY ||
		!vn_post_at(&look, post->end, behind_name, &chief))
		return;
	post->under = chief.row;
	post->has_body = chief.has_body;
	post->body = chief.body;
	post->end = chief.end;
}

/* Does the longest phrase here stand for several rows of the catalogue? */
static bool
is_ambiguous(const vn_lookup *look, vn_catalog catalog)
{
	int			rows = 0;

	for (const vn_phrase *phrase = look->matches[0].phrases;; phrase++)
	{
		rows += phrase->catalog == catalog;
		if (phrase->last)
			return rows > 1;
	}
}

/*
 * A short form of a post with its body (UVBTV: Ủy viên Ban Thường vụ): the row of the post, the words of the body, the token
 * behind; -1: none.
 */
static int
read_short_form(const vn_lookup *look, const char **rest, uint32_t *end)
{
	int			row = vn_look_row(look, VN_ABBREVIATIONS, end);
	int			post;

	/* one with several meanings says nothing by itself */
	if (row < 0 || is_ambiguous(look, VN_ABBREVIATIONS))
		return -1;
	post = vn_phrase_in(vn_row_cell(look->document, VN_ABBREVIATIONS, row, VN_ABBREVIATION_EXPANSION), VN_POSTS, rest);
	if (post < 0 || **rest != ' ')
		return -1;
	++*rest;
	return post;
}

bool
vn_post_at(const vn_lookup *look, uint32_t floor, bool floor_is_name, vn_post *post)
{
	const vn_document *d = look->document;
	bool		behind_name;
	uint32_t	end;
	const char *rest = NULL;	/* of a short form that holds the body too */
	int			row = vn_look_row(look, VN_POSTS, &end);

	if (row < 0 && (row = read_short_form(look, &rest, &end)) < 0)
		return false;
	memset(post, 0, sizeof(*post));
	post->first = post->title = look->at;
	post->title_end = post->end = end;
	post->row = (int16_t) row;
	post->under = -1;
	post->rank = (uint8_t) vn_row_number(d, VN_POSTS, row, VN_POST_RANK);
	if (post->rank == VN_RANK_ACADEMIC || post->rank == VN_RANK_COURTESY || post->rank == VN_RANK_COLLECTIVE)
		return true;
	read_status(d, floor, post);
	behind_name = floor_is_name && post->first == floor + 1 && d->tokens[floor].kind == VN_PUNCTUATION;
	if (post->rank == VN_RANK_RANK || read_acting_body(d, look->limit, post))
		return true;
	if (rest == NULL)
		read_body(d, look->limit, behind_name, post);
	else if (vn_body_behind(d, rest, end, look->limit, &post->body))
	{
		post->has_body = true;
		post->end = post->body.end;
	}
	if (!post->has_body && post->rank == VN_RANK_STAFF && post->end < look->limit)
		read_chief(d, look->limit, behind_name, post);
	if (post->has_body)
		post->end = behind_parentheses(d, behind_owner(d, post->end, look->limit), look->limit);
	post->end = behind_country(d, vn_behind_term(d, post->end, look->limit), look->limit);
	return true;
}
