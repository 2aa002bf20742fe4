/*
 * bodies.c
 *		See bodies.h.
 */
#include "extract/bodies.h"

#include <stdlib.h>
#include <string.h>

#include "extract/names.h"

/* What may follow a head noun. */
#define FOLLOWS_PLACE	1
#define FOLLOWS_FIELD	2
#define FOLLOWS_NAME	4
#define FOLLOWS_BODY	8

/* The level of communes in place_units.tsv. */
#define LEVEL_COMMUNE 3

/* How many small words may follow the last capital of a name. */
#define MOST_SMALL 14

/* The longest body, in tokens. */
#define MOST_TOKENS 40

static unsigned
follows(int head)
{
	const char *cell = vn_cell(VN_ORGANIZATION_HEADS, head, VN_HEAD_FOLLOWS);
	unsigned	result = 0;

	while (*cell != '\0')
	{
		switch (*cell)
		{
			case 'p':
				result |= FOLLOWS_PLACE;
				break;
			case 'f':
				result |= FOLLOWS_FIELD;
				break;
			case 'o':
				result |= FOLLOWS_BODY;
				break;
			default:
				if (cell[1] == 'a')
					result |= FOLLOWS_NAME;
		}
		cell += strcspn(cell, "|");
		cell += *cell == '|';
	}
	return result;
}

/* Is this a word that can stand inside a name: letters or letters and digits with a capital? */
static bool
is_capital_word(const vn_document *d, uint32_t at)
{
	return (d->tokens[at].kind == VN_WORD && vn_is_capital(d, at)) || d->tokens[at].kind == VN_ALNUM;
}

/* Is the one word at "at" the first of a compound in small letters: "Xã hội", "Hội nhập", "Pháp luật"? */
static bool
begins_compound(const vn_document *d, uint32_t at, uint32_t end, uint32_t limit)
{
	return end - at == 1 && end < limit && d->tokens[end].kind == VN_WORD && !vn_is_capital(d, end) && vn_joins_word_before(d, end);
}

/* Where a noun ends that may run into a longer known name: "Văn phòng Bộ" is a noun, but not in "Văn phòng Bộ Công Thương". */
static uint32_t
cut_before_longer(const vn_lookup *look, uint32_t end)
{
	for (uint32_t i = look->at + 1; i < end; i++)
	{
		vn_lookup	inner;
		uint32_t	stop;

		vn_look(&inner, look->document, i, look->limit);
		if (vn_look_row(&inner, VN_ORGANIZATIONS, &stop) >= 0 && stop > end)
			return i;
	}
	return end;
}

/* A head noun or a catalogued body at the place of the lookup; the longer one wins, the catalogued one on a tie. */
static bool
noun_at(const vn_lookup *look, bool small, vn_body *body, uint32_t *end)
{
	uint32_t	head_end = 0,
				organization_end = 0;
	int			head = vn_look_row(look, VN_ORGANIZATION_HEADS, &head_end);
	int			organization = vn_look_row(look, VN_ORGANIZATIONS, &organization_end);

	if ((head < 0 && organization < 0) || (!small && !is_capital_word(look->document, look->at)))
		return false;
	if (organization >= 0 && (head < 0 || organization_end >= head_end))
	{
		*end = cut_before_longer(look, organization_end);
		if (*end == organization_end)
		{
			body->organization = (int16_t) organization;
			body->head = (int16_t) (organization_end == head_end ? head : -1);
			body->level = (uint8_t) vn_row_number(look->document, VN_ORGANIZATIONS, organization, VN_ORGANIZATION_LEVEL);
			return true;
		}
		if (head < 0)
			return false;
	}
	body->organization = -1;
	body->head = (int16_t) head;
	body->level = (uint8_t) vn_cell_number(VN_ORGANIZATION_HEADS, head, VN_HEAD_LEVEL);
	*end = cut_before_longer(look, head_end);
	return true;
}

/* A word that ends a body: its cue; -1: none. */
static int
boundary(const vn_lookup *look)
{
	uint32_t	end;

	return vn_is_capital(look->document, look->at) || vn_joins_word_before(look->document, look->at) ? -1 :
		vn_look_cue(look, VN_CUE_BOUNDARY, &end);
}

/* Does a word end a body even where a field may begin? Verbs of saying do; another may be the first of a compound. */
static bool
is_strict(const vn_document *d, int cue, uint32_t at, uint32_t limit)
{
	return strcmp(vn_cell(VN_CUES, cue, VN_CUE_KIND), "saying") == 0 || at + 1 >= limit || !vn_joins_word_before(d, at + 1);
}

/* Does a word with a capital open a sentence here, though no mark stands before it: "… Sở Y tế Trong khi đó"? */
static bool
opens_sentence(const vn_lookup *look)
{
	uint32_t	end;
	int			cue = vn_is_capital(look->document, look->at) ? vn_look_cue(look, VN_CUE_BOUNDARY, &end) : -1;

	return cue >= 0 && end < look->limit && look->document->tokens[end].kind == VN_WORD && !vn_is_capital(look->document, end) &&
		strcmp(vn_cell(VN_CUES, cue, VN_CUE_KIND), "opening") == 0;
}

/* Where a compound of a body's field ends that would end the body by its first word ("giao thông"), or holds a comma. */
static uint32_t
compound_end(const vn_lookup *look)
{
	uint32_t	end;
	int			cue = vn_look_cue(look, VN_CUE_JOINER, &end);

	return cue >= 0 && strcmp(vn_cell(VN_CUES, cue, VN_CUE_KIND), "field") == 0 ? end : 0;
}

static bool
is_post(const vn_lookup *look)
{
	uint32_t	end;
	int			row = vn_look_row(look, VN_POSTS, &end);

	if (row < 0)
		return false;
	switch (vn_row_number(look->document, VN_POSTS, row, VN_POST_RANK))
	{
		case VN_RANK_HEAD: case VN_RANK_DEPUTY: case VN_RANK_RANK: case VN_RANK_ACADEMIC:
			return true;
		case VN_RANK_MEMBER:
			return vn_is_capital(look->document, look->at);
		default:
			return false;
	}
}

/* The run of capitalised words from "at" on, posts and bodies excluded. */
static uint32_t
name_run(const vn_document *d, uint32_t at, uint32_t limit)
{
	uint32_t	end = at;

	while (end < limit && end - at < 12 && is_capital_word(d, end))
	{
		vn_lookup	look;
		uint32_t	stop;

		vn_look(&look, d, end, limit);
		if (end > at && (is_post(&look) || (vn_look_row(&look, VN_ORGANIZATION_HEADS, &stop) >= 0 && stop - end > 1)))
			break;
		if ((vn_look_cue(&look, VN_CUE_BOUNDARY, &stop) >= 0 && stop - end > 1) || opens_sentence(&look))
			break;				/* a new sentence: "Phát biểu" */
		end++;
	}
	return end;
}

/* How likely a person's name begins with the word at "at", as a share of the nation in percent; 0: not at all. */
static double
share_of_surname(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end;
	int			row;

	vn_look(&look, d, at, limit);
	row = vn_look_name(&look, VN_NAME_SURNAME, &end);
	if (row >= 0 && (vn_look_row(&look, VN_PLACES, &end) < 0 || end - at < 2))
	{
		const char *share = vn_cell(VN_NAMES, row, VN_NAME_SHARE);

		return *share == '\0' ? 0.01 : strtod(share, NULL);
	}
	return vn_look_name(&look, VN_NAME_ETHNIC, &end) >= 0 ? 0.05 : 0;
}

/*
 * Where a proper name of a body or place that begins at "at" ends: at the end of the run of capitals, or where a person's
 * name of the run's last two to four words begins; of several surnames in the run the commonest one begins it.
 */
static uint32_t
proper_name_end(const vn_document *d, uint32_t at, uint32_t limit)
{
	uint32_t	run = name_run(d, at, limit);
	uint32_t	first = at + 1;
	uint32_t	best = run;
	double		best_share = 0;
	vn_lookup	look;
	uint32_t	end;

	if (run == at)
		return at + 1;

	/* the name of a school or street that is a person's, or of a place */
	vn_look(&look, d, at, limit);
	if (vn_look_name(&look, VN_NAME_TRAP, &end) >= 0 && end > first)
		first = end;
	for (uint32_t i = first; i + 1 < run; i++)
	{
		double		share = run - i > 4 ? 0 : share_of_surname(d, i, limit);

		if (share > best_share && (run - i > 2 || share >= 0.5))
		{
			best = i;
			best_share = share;
		}
	}
	return best;
}

/* "của TP.Ghi nhận": did the point of a short form end a sentence, so that the word behind it is no name? */
static bool
is_behind_sentence(const vn_document *d, uint32_t at, uint32_t end, uint32_t limit)
{
	return end - at == 1 && vn_is_punctuation(d, at - 1, '.') && end < limit && d->tokens[end].kind == VN_WORD &&
		!vn_is_capital(d, end);
}

/* A unit that ends at "at" with no name behind it: "tỉnh". Villages and regions are nothing without one. */
static bool
take_unit(int level, uint32_t at, vn_body *body)
{
	if (level == 0 || level > 3)
		return false;
	body->end = at;
	body->level = (uint8_t) (level + 1);
	body->open = true;
	return true;
}

/* A place, with or without a unit before it; extends the body. */
static bool
take_place(const vn_document *d, uint32_t limit, vn_body *body)
{
	vn_lookup	look;
	uint32_t	end;
	uint32_t	longer;
	uint32_t	at = body->end;
	int			unit;
	int			level = 0;

	vn_look(&look, d, at, limit);

	/* a place that brings its unit along, or needs none */
	if (vn_look_row(&look, VN_PLACES, &end) >= 0 && !begins_compound(d, at, end, limit) &&
		(is_capital_word(d, at) || (end - at > 1 && is_capital_word(d, end - 1))))
	{
		body->place_first = at;
		body->place_end = body->end = end;
		body->open = false;
		return true;
	}
	unit = vn_look_row(&look, VN_PLACE_UNITS, &end);
	if (unit < 0 || begins_compound(d, at, end, limit) || (vn_look_row(&look, VN_ORGANIZATION_HEADS, &longer) >= 0 && longer > end && is_capital_word(d, at)))
		return false;
	level = vn_cell_number(VN_PLACE_UNITS, unit, VN_UNIT_LEVEL);
	at = end;
	if (at < limit && (is_capital_word(d, at) || d->tokens[at].kind == VN_NUMBER))
	{
		vn_name		name;
		uint32_t	stop;

		vn_look(&look, d, at, limit);
		if (vn_look_row(&look, VN_PLACES, &stop) >= 0)
		{
			end = stop;

			/* the catalogue does not hold all communes: "phường Tân Sơn Nhì" */
			if (level >= LEVEL_COMMUNE && stop < limit && is_capital_word(d, stop) && !vn_name_at(d, stop, limit, true, &name) &&
				(stop = proper_name_end(d, at, limit)) > end)
				end = stop;
		}
		else if (d->tokens[at].kind == VN_NUMBER)
			end = at + 1;
		else if (is_post(&look) || (vn_look_cue(&look, VN_CUE_BOUNDARY, &stop) >= 0 && stop - at > 1))
			return take_unit(level, at, body);
		else if (vn_name_at(d, at, limit, true, &name) && !name.trap && !name.foreign && name.end - at > 2 &&
				 name_run(d, at, limit) == name.end && proper_name_end(d, at, limit) == name.end)
		{
			/* "Chủ tịch xã Nguyễn Văn A": a person, the place is not named */
			return take_unit(level, at, body);
		}
		else
		{
			end = proper_name_end(d, at, limit);
			if (is_behind_sentence(d, at, end, limit))
				return take_unit(level, at - 1, body);
		}
		body->place_first = at;
		body->place_end = body->end = end;
		body->level = (uint8_t) (level + 1);
		body->open = false;
		return true;
	}
	return take_unit(level, at, body);
}

/* May a dash between blanks join two parts of the name? Not where what follows the head is a proper name. */
static bool
is_list_of_fields(int head)
{
	int			kind = head < 0 ? 0 : vn_cell_number(VN_ORGANIZATION_HEADS, head, VN_HEAD_KIND);

	return kind != 0 && kind != VN_KIND_SCHOOL && kind != VN_KIND_ENTERPRISE && (follows(head) & FOLLOWS_FIELD);
}

/* Does a list of field words go on behind this comma: capital …, joined to a last one? */
static bool
field_goes_on(const vn_document *d, uint32_t comma, uint32_t limit)
{
	vn_lookup	look;
	vn_name		name;
	uint32_t	end;
	uint32_t	at = comma + 1;

	if (at >= limit || !is_capital_word(d, at))
		return false;
	vn_look(&look, d, at, limit);
	if (is_post(&look) || vn_look_row(&look, VN_ORGANIZATION_HEADS, &end) >= 0 || vn_name_at(d, at, limit, false, &name))
		return false;
	for (; at < limit && at < comma + 9; at++)
	{
		vn_look(&look, d, at, limit);
		if (d->tokens[at].kind == VN_PUNCTUATION && !vn_is_punctuation(d, at, ','))
			return false;
		if (boundary(&look) >= 0)
			return false;
		if (vn_look_cue(&look, VN_CUE_JOINER, &end) >= 0 && end - at == 1)
			return end < limit && is_capital_word(d, end) && !vn_name_at(d, end, limit, false, &name) &&
				(vn_look(&look, d, end, limit), !is_post(&look));
	}
	return false;
}

uint32_t
vn_behind_term(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end;
	int			cue;

	if (at >= limit)
		return at;
	vn_look(&look, d, at, limit);
	cue = vn_look_cue(&look, VN_CUE_STATUS, &end);
	if (cue < 0 || strcmp(vn_cell(VN_CUES, cue, VN_CUE_KIND), "term") != 0 || end >= limit ||
		!(vn_is_capital(d, end) || d->tokens[end].kind == VN_NUMBER))
		return at;
	if (end + 2 < limit && vn_is_punctuation(d, end + 1, '-') && d->tokens[end + 2].kind == VN_NUMBER)
		return end + 3;
	return end + 1;
}

/* A term of office between a body and its place ("khóa XV" + "tỉnh X"): where it ends; "at": there is none. */
static uint32_t
behind_inner_term(const vn_document *d, uint32_t at, uint32_t limit)
{
	uint32_t	end = vn_behind_term(d, at, limit);
	uint32_t	stop;
	vn_lookup	look;

	if (end == at || end >= limit)
		return at;
	vn_look(&look, d, end, limit);
	return vn_look_row(&look, VN_PLACES, &stop) >= 0 || vn_look_row(&look, VN_PLACE_UNITS, &stop) >= 0 ? end : at;
}

/*
 * "của Thủ tướng", "của Bộ Y tế" behind a body that wants a name: the post or body whose it is belongs to it. "at": there is
 * none.
 */
static uint32_t
behind_owner(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end,
				stop;
	int			cue,
				post;
	vn_body		owner;

	vn_look(&look, d, at, limit);
	cue = vn_look_row(&look, VN_AWARD_CUES, &end);
	if (cue < 0 || vn_cell_number(VN_AWARD_CUES, cue, VN_AWARD_CUE_ROLE) != VN_ROLE_OF || end >= limit)
		return at;
	vn_look(&look, d, end, limit);
	post = vn_look_row(&look, VN_POSTS, &stop);
	if (!vn_is_capital(d, end))
		return at;
	if (post < 0)
		return vn_body_at(d, end, limit, false, &owner) ? owner.end : at;
	if (*vn_row_cell(d, VN_POSTS, post, VN_POST_ORGANIZATION) == '\0')
		return at;
	vn_look(&look, d, stop, limit);
	return vn_look_row(&look, VN_ORGANIZATIONS, &end) >= 0 && vn_is_capital(d, stop) ? end : stop;
}

/* The number of a document, with or without a word before it: the end; "at": there is none. */
static uint32_t
behind_document_number(const vn_document *d, uint32_t at, uint32_t limit)
{
	if (d->tokens[at].kind == VN_DOCUMENT_NUMBER)
		return at + 1;
	return at + 1 < limit && d->tokens[at].kind == VN_WORD && d->tokens[at + 1].kind == VN_DOCUMENT_NUMBER ? at + 2 : at;
}

/* "Công ty Đấu giá số 5 Quốc gia": behind a serial number that is part of a name; the lookup's place: there is none. */
static uint32_t
behind_serial(const vn_lookup *look, uint32_t limit)
{
	const vn_document *d = look->document;
	vn_name		name;
	uint32_t	end;

	if (vn_is_capital(d, look->at) || vn_look_cue(look, VN_CUE_STREET, &end) < 0 || end >= limit ||
		d->tokens[end].kind != VN_NUMBER || d->tokens[end].length > 2)
		return look->at;

	/* a street behind the number makes an address of it */
	return end + 1 < limit && vn_name_at(d, end + 1, limit, false, &name) ? look->at : end + 1;
}

/* "Dịch vụ du lịch - thủy sản xã X": does the field go on in small letters behind the dash, up to the place of the body? */
static bool
field_goes_on_small(const vn_document *d, uint32_t dash, uint32_t limit)
{
	for (uint32_t at = dash + 1; at < limit && at < dash + 6 && d->tokens[at].kind == VN_WORD && !vn_is_capital(d, at); at++)
	{
		vn_lookup	look;
		uint32_t	end;

		vn_look(&look, d, at, limit);
		if (boundary(&look) >= 0 || vn_look_row(&look, VN_POSTS, &end) >= 0)
			return false;
		if (at > dash + 1 && vn_look_row(&look, VN_PLACE_UNITS, &end) >= 0 && end < limit && vn_is_capital(d, end))
			return true;
	}
	return false;
}

/* Does a hyphen without blanks join two words in small letters, the second of which is no post? */
static bool
joins_small_words(const vn_document *d, uint32_t hyphen, uint32_t limit)
{
	uint32_t	next = hyphen + 1;
	vn_lookup	look;

	if (next >= limit || d->tokens[next].kind != VN_WORD || vn_is_capital(d, next) || vn_is_capital(d, hyphen - 1) ||
		((d->tokens[hyphen].flags | d->tokens[next].flags) & VN_AFTER_BLANK))
		return false;
	vn_look(&look, d, next, limit);
	return !is_post(&look) && boundary(&look) < 0;
}

/* Is a person named at the end of the run of capitals at "at", behind the proper name of a firm? */
static bool
runs_into_person(const vn_document *d, uint32_t at, uint32_t limit)
{
	uint32_t	end = proper_name_end(d, at, limit);
	vn_name		name;

	return end < name_run(d, at, limit) && end - at > 1 && vn_name_at(d, end, limit, true, &name) && name.end - end > 2;
}

void
vn_body_name(const vn_document *d, uint32_t limit, vn_body *body)
{
	if (!body->open || body->head < 0 || body->end >= limit || !is_capital_word(d, body->end) ||
		vn_cell_number(VN_ORGANIZATION_HEADS, body->head, VN_HEAD_KIND) != VN_KIND_ENTERPRISE)
		return;
	body->end = name_run(d, body->end, limit);
	body->open = false;
}

void
vn_body_complete(const vn_document *d, uint32_t limit, bool post, vn_body *body)
{
	unsigned	may = body->head >= 0 ? follows(body->head) : 0;
	uint32_t	sure = body->end;	/* the name reaches at least so far */
	uint32_t	small = 0;		/* small words since then */
	uint32_t	most = body->first + MOST_TOKENS < limit ? body->first + MOST_TOKENS : limit;
	bool		named = body->organization >= 0 || may == 0;
	bool		known = body->organization >= 0;

	if (body->organization >= 0)
		may = FOLLOWS_PLACE | (body->head >= 0 ? follows(body->head) & FOLLOWS_BODY : 0);
	body->open = !named;
	for (;;)
	{
		uint32_t	at = body->end;
		vn_lookup	look;
		vn_name		name;
		uint32_t	end;
		int			cue;
		vn_body		inner = {0};

		if (at >= most)
			break;
		if (d->tokens[at].kind == VN_PUNCTUATION)
		{
			bool		joined = false;

			/* Công ty "X" */
			if (vn_is_punctuation(d, at, '"') && !named && (may & FOLLOWS_NAME))
			{
				for (uint32_t i = at + 1; i < most && i < at + 10; i++)
					if (vn_is_punctuation(d, i, '"'))
					{
						sure = body->end = i + 1;
						named = joined = true;
						break;
					}
			}
			else if ((vn_is_punctuation(d, at, '-') || vn_is_punctuation(d, at, '&') || vn_is_punctuation(d, at, '/')) &&
					 (may & (FOLLOWS_FIELD | FOLLOWS_NAME)) && named && !known && at + 1 < most &&
					 d->tokens[at].length <= 3 && is_capital_word(d, at + 1) &&
					 (!(d->tokens[at + 1].flags & VN_AFTER_BLANK) || is_list_of_fields(body->head)))
			{
				vn_look(&look, d, at + 1, limit);
				if (!is_post(&look) && vn_look_row(&look, VN_POSTS, &end) < 0 &&
					(vn_look_row(&look, VN_ORGANIZATION_HEADS, &end) < 0 || !(d->tokens[at].flags & VN_AFTER_BLANK)) && !vn_name_at(d, at + 1, limit, false, &name))
				{
					sure = body->end = at + 2;
					joined = true;
				}
			}
			else if (vn_is_punctuation(d, at, ',') && (may & FOLLOWS_FIELD) && named && !known && field_goes_on(d, at, most))
			{
				sure = body->end = at + 2;
				joined = true;
			}
			else if (vn_is_punctuation(d, at, '-') && (may & (FOLLOWS_FIELD | FOLLOWS_NAME)) && named && !known &&
					 field_goes_on_small(d, at, most))
			{
				body->end = at + 2;
				joined = true;
			}
			/* "công chức-viên chức" */
			else if (vn_is_punctuation(d, at, '-') && (may & FOLLOWS_FIELD) && !known && joins_small_words(d, at, most))
			{
				body->end = at + 2;
				joined = true;
			}
			/* the dot inside a short name: "PVC.KB" */
			else if (vn_is_punctuation(d, at, '.') && (known || (may & FOLLOWS_NAME)) && vn_is_upper(d, at - 1) && at + 1 < most &&
					 d->tokens[at].length == 1 && !(d->tokens[at].flags & VN_AFTER_BLANK) && vn_is_upper(d, at + 1) &&
					 !(d->tokens[at + 1].flags & VN_AFTER_BLANK))
			{
				sure = body->end = at + 2;
				joined = true;
			}
			/* the dot of a short form: "TP.", "Q." */
			else if (vn_is_punctuation(d, at, '.') && at > body->first && vn_is_upper(d, at - 1) && at + 1 < most &&
					 d->tokens[at].length == 1 && !(d->tokens[at].flags & VN_AFTER_BLANK) && is_capital_word(d, at + 1) &&
					 (may & FOLLOWS_PLACE))
			{
				body->end = at + 1;
				joined = true;
			}
			small = 0;
			if (!joined)
				break;
			continue;
		}
		vn_look(&look, d, at, limit);
		if ((may & FOLLOWS_FIELD) && small + 1 < MOST_SMALL && !known && (end = behind_document_number(d, at, most)) > at)
		{
			sure = body->end = end;
			named = true;
			body->open = false;
			small = 0;
			continue;
		}
		if (body->open && (may & FOLLOWS_PLACE) && (end = behind_inner_term(d, at, most)) > at)
		{
			body->end = end;
			continue;
		}
		if (!named && small == 0 && (may & FOLLOWS_BODY) && (end = behind_owner(d, at, most)) > at)
		{
			sure = body->end = end;
			body->open = false;
			break;
		}
		/* "phòng, chống", "giao thông" */
		if ((may & FOLLOWS_FIELD) && !known && small + 1 < MOST_SMALL && (end = compound_end(&look)) != 0 && end <= most)
		{
			body->end = end;
			small += 2;
			if (is_capital_word(d, at))
			{
				sure = end;
				named = true;
				body->open = false;
				small = 0;
			}
			continue;
		}
		if ((may & FOLLOWS_NAME) && (end = behind_serial(&look, most)) > at)
		{
			sure = body->end = end;
			named = true;
			body->open = false;
			small = 0;
			continue;
		}
		cue = boundary(&look);
		if ((cue >= 0 && (named || !post || is_strict(d, cue, at, most))) || is_post(&look) || opens_sentence(&look))
			break;

		/* a person's name ends the body, unless it is the body's own */
		if (vn_is_capital(d, at) && vn_name_at(d, at, limit, post, &name) && !name.foreign &&
			(name.sure || !named || !vn_is_capital(d, at - 1)))
		{
			if (!named && (may & FOLLOWS_NAME) && (name.trap || !post || runs_into_person(d, at, limit) ||
												   vn_cell_number(VN_ORGANIZATION_HEADS, body->head, VN_HEAD_KIND) != VN_KIND_ENTERPRISE))
			{
				sure = body->end = proper_name_end(d, at, limit);
				named = true;
				body->open = false;
				small = 0;
				continue;
			}
			break;
		}
		if (take_place(d, limit, body))
		{
			sure = body->end;
			named = !body->open;
			known = true;
			may = FOLLOWS_PLACE;
			small = 0;
			if (body->open)
				break;

			/* the unit above: "xã A, huyện B" */
			if (body->end + 1 < most && vn_is_punctuation(d, body->end, ','))
			{
				vn_body		above = *body;

				above.end++;
				vn_look(&look, d, above.end, limit);
				if (vn_look_row(&look, VN_PLACE_UNITS, &end) >= 0 && !vn_is_capital(d, above.end) &&
					take_place(d, limit, &above) && !above.open)
				{
					body->end = sure = above.end;
				}
			}
			continue;
		}
		if ((at > body->first || body->prefix != NULL) &&
			noun_at(&look, post && !vn_is_capital(d, body->first), &inner, &end) &&
			(is_capital_word(d, at) || end - at > 1) && !begins_compound(d, at, end, limit))
		{
			bool		is_field = !named && (may & FOLLOWS_FIELD) && !(may & FOLLOWS_BODY);

			/* a second body of the same kind */
			if (small == 1 && d->tokens[at].hash == d->tokens[body->first].hash &&
				(vn_look(&look, d, at - 1, at), vn_look_cue(&look, VN_CUE_JOINER, &end) >= 0))
				break;
			body->head = inner.head;
			if (inner.level != 0)
				body->level = inner.level;
			known = inner.organization >= 0;
			may = known ? FOLLOWS_PLACE : follows(inner.head);
			named = known || may == 0 || is_field;
			body->open = !named;
			sure = body->end = end;
			small = 0;
			continue;
		}
		if (known && small == 0 && !(may & FOLLOWS_BODY))
		{
			break;
		}
		if (is_capital_word(d, at))
		{
			if (named && name_run(d, at, limit) == at)
				break;
			if (!(may & (FOLLOWS_FIELD | FOLLOWS_NAME)) && !(may & FOLLOWS_PLACE && !named))
				break;
			if (!(may & FOLLOWS_FIELD) && (may & FOLLOWS_NAME) && !named)
				body->end = proper_name_end(d, at, limit);
			else if (!(may & (FOLLOWS_FIELD | FOLLOWS_NAME)))
			{
				end = proper_name_end(d, at, limit);
				if (is_behind_sentence(d, at, end, limit))
					break;
				body->end = end;
			}
			else
				body->end = at + 1;
			sure = body->end;
			named = true;
			body->open = false;
			small = 0;
			continue;
		}
		if (d->tokens[at].kind == VN_NUMBER)
		{
			if (small > 1 || (named && small == 0 && !(may & FOLLOWS_NAME)))
				break;
			sure = body->end = at + 1;
			named = true;
			body->open = false;
			small = 0;
			continue;
		}

		/* small letters */
		if (d->tokens[at].kind != VN_WORD || known || !(may & (FOLLOWS_FIELD | FOLLOWS_NAME)))
			break;
		if (!named && small == 0 && !post)
			break;
		if (++small > MOST_SMALL)
		{
			body->end = sure;
			break;
		}
		body->end = at + 1;
	}
	if (body->end > sure && !(may & FOLLOWS_FIELD) && !named && !post)
		body->end = sure;

	/* one small word behind a proper name and before a verb is a verb too, unless it ends a compound: "X hứa sẽ" */
	if (body->end == sure + 1 && !(may & FOLLOWS_FIELD) && named && body->end < limit &&
		d->tokens[body->end].kind == VN_WORD && !vn_joins_word_before(d, sure))
		body->end = sure;
	if (body->end > sure && small > 0)
	{
		/* a joiner or "của" at the end belongs to what follows */
		vn_lookup	look;
		uint32_t	end;

		int			cue;

		vn_look(&look, d, body->end - 1, limit);
		cue = vn_look_row(&look, VN_AWARD_CUES, &end);
		if (vn_look_cue(&look, VN_CUE_JOINER, &end) >= 0 ||
			(cue >= 0 && vn_cell_number(VN_AWARD_CUES, cue, VN_AWARD_CUE_ROLE) == VN_ROLE_OF))
			body->end--;
	}
	if (body->end > sure)
		body->open = false;
}

bool
vn_body_at(const vn_document *d, uint32_t at, uint32_t limit, bool post, vn_body *body)
{
	vn_lookup	look;
	uint32_t	end;

	if (at >= limit)
		return false;
	vn_look(&look, d, at, limit);
	if (look.count == 0)
		return false;
	memset(body, 0, sizeof(*body));
	if (!noun_at(&look, post, body, &end))
		return false;
	body->first = at;
	body->end = end;
	vn_body_complete(d, limit, post, body);

	/* a small noun with nothing behind it is no name */
	return is_capital_word(d, at) || !body->open || body->end > end;
}

int
vn_phrase_in(const char *words, vn_catalog catalog, const char **end)
{
	const vn_trie *trie = &vn_phrases_trie;
	vn_scanner	scanner;
	vn_scanned	token;
	uint32_t	node = 0;
	int			row = -1;

	vn_scan_start(&scanner, words, strlen(words));
	while (vn_scan(&scanner, &token))
	{
		uint16_t	symbol = vn_symbol(&vn_exact_symbols, token.key);

		if (symbol == 0)
			break;
		node = node == 0 ? trie->first[symbol] : vn_trie_next(trie, node, symbol);
		if (node == 0)
			break;
		if (trie->values[node] != 0)
			for (const vn_phrase *phrase = &vn_phrases[trie->values[node] - 1];; phrase++)
			{
				if (phrase->catalog == catalog)
				{
					row = phrase->row;
					*end = words + token.start + token.length;
				}
				if (phrase->last)
					break;
			}
	}
	return row;
}

bool
vn_body_behind(const vn_document *d, const char *words, uint32_t at, uint32_t limit, vn_body *body)
{
	const char *end = NULL;
	int			organization = vn_phrase_in(words, VN_ORGANIZATIONS, &end);
	int			head;

	if (organization >= 0 && *end != '\0')
		organization = -1;
	head = vn_phrase_in(words, VN_ORGANIZATION_HEADS, &end);
	if (head >= 0 && *end != '\0')
		head = -1;
	if (head < 0 && organization < 0)
		return false;
	memset(body, 0, sizeof(*body));
	body->first = body->end = at;
	body->head = (int16_t) head;
	body->organization = (int16_t) organization;
	body->prefix = words;
	vn_body_complete(d, limit, true, body);
	return true;
}

bool
vn_field_at(const vn_document *d, int head, uint32_t at, uint32_t limit, vn_body *body)
{
	const char *noun = vn_cell(VN_ORGANIZATION_HEADS, head, VN_HEAD_HEAD);
	const vn_trie *trie = &vn_phrases_trie;
	vn_scanner	scanner;
	vn_scanned	token;
	uint32_t	node = 0;
	uint32_t	end = 0;
	int			row = -1;

	vn_scan_start(&scanner, noun, strlen(noun));
	while (vn_scan(&scanner, &token))
	{
		uint16_t	symbol = vn_symbol(&vn_exact_symbols, token.key);

		node = node == 0 ? trie->first[symbol] : vn_trie_next(trie, node, symbol);
		if (node == 0)
			return false;
	}
	for (uint32_t i = at; i < limit && d->tokens[i].symbol != 0; i++)
	{
		node = vn_trie_next(trie, node, d->tokens[i].symbol);
		if (node == 0)
			break;
		if (trie->values[node] != 0)
			for (const vn_phrase *phrase = &vn_phrases[trie->values[node] - 1];; phrase++)
			{
				if (phrase->catalog == VN_ORGANIZATIONS)
				{
					row = phrase->row;
					end = i + 1;
				}
				if (phrase->last)
					break;
			}
	}
	if (row < 0)
		return false;
	memset(body, 0, sizeof(*body));
	body->first = body->end = end;
	body->head = (int16_t) head;
	body->organization = (int16_t) row;
	body->prefix = vn_row_cell(d, VN_ORGANIZATIONS, row, VN_ORGANIZATION_NAME);
	vn_body_complete(d, limit, true, body);
	return true;
}
