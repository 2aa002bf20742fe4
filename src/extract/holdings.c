/*
 * holdings.c
 *		Who holds which post: the posts of a sentence are given to its persons by how they stand to each other.
 */
#include "extract/atoms.h"

/* Does a body that a post lacks come from the enterprise of another post? */
static bool
is_enterprise(const vn_post *post)
{
	return post->has_body && post->body.head >= 0 &&
		vn_cell_number(VN_ORGANIZATION_HEADS, post->body.head, VN_HEAD_KIND) == VN_KIND_ENTERPRISE;
}

/* Is the body one that people join after their career, so that "former" before an earlier post does not reach it? */
static bool
is_society(const vn_post *post)
{
	int			kind = post->has_body && post->body.head >= 0 ?
		vn_cell_number(VN_ORGANIZATION_HEADS, post->body.head, VN_HEAD_KIND) : 0;

	return kind == VN_KIND_MASS || kind == VN_KIND_ENTERPRISE;
}

/* Is the head noun of a body one of those that the post goes with? */
static bool
suits(const vn_document *d, const vn_post *post, const vn_body *body)
{
	const char *heads = vn_row_cell(d, VN_POSTS, post->row, VN_POST_HEADS);
	const char *noun = body->head < 0 ? NULL : vn_cell(VN_ORGANIZATION_HEADS, body->head, VN_HEAD_HEAD);
	size_t		length = noun == NULL ? 0 : strlen(noun);

	for (; length > 0 && *heads != '\0'; heads += *heads == '|')
	{
		size_t		part = strcspn(heads, "|");

		if (part == length && strncmp(heads, noun, length) == 0)
			return true;
		heads += part;
	}
	return false;
}

/* The post among [low, high) whose body the post of atom i has too: its own, or a neighbour's where it has none. */
static const vn_post *
owner_of_body(const vn_atoms *r, size_t low, size_t high, size_t i)
{
	const vn_post *post = &r->posts[r->atoms[i].post];

	if (post->has_body)
		return post;
	if (*vn_row_cell(r->document, VN_POSTS, post->row, VN_POST_ORGANIZATION) != '\0')
		return NULL;

	/* Chủ tịch, Tổng Giám đốc Công ty X */
	for (size_t j = i + 1; j < high && j < i + 4; j++)
		if (vn_is_office(r, &r->atoms[j]) && r->posts[r->atoms[j].post].has_body)
		{
			const vn_post *next = &r->posts[r->atoms[j].post];
			vn_gap		gap = vn_gap_between(r, &r->atoms[j - 1], &r->atoms[j]);

			/* "Chủ tịch Hội đồng quản trị, nhận chức Vụ trưởng Vụ Y": the body is where the next office is */
			return (gap == VN_GAP_IS || gap == VN_GAP_WAS) && !suits(r->document, post, &next->body) ? NULL : next;
		}

	/* Giám đốc Công ty X, Chủ tịch Hội đồng quản trị */
	if (i > low && vn_is_office(r, &r->atoms[i - 1]) && is_enterprise(&r->posts[r->atoms[i - 1].post]) &&
		vn_gap_between(r, &r->atoms[i - 1], &r->atoms[i]) <= VN_GAP_AND)
		return &r->posts[r->atoms[i - 1].post];
	return NULL;
}

/* The body in front of posts that name none: "Tại phiên họp Ủy ban nhân dân X, Chủ tịch A"; -1: none. */
static int32_t
body_before(const vn_atoms *r, size_t low, const vn_post *post)
{
	const vn_atom *a = &r->atoms[low - 1];

	if (a->kind != VN_ATOM_BODY || a->body < 0 || vn_gap_between(r, a, &r->atoms[low]) != VN_GAP_COMMA ||
		!suits(r->document, post, &r->roster.bodies[a->body].body))
		return -1;
	return a->body;
}

/*
 * "Hội đồng quản trị Công ty X đã bầu ông A giữ chức Chủ tịch Hội đồng quản trị": the enterprise whose board, named in front of
 * the person, the post's title names too; -1: none.
 */
static int32_t
body_of_board(vn_atoms *r, const vn_atom *person, const vn_post *post)
{
	const vn_atom *board = person > r->atoms ? person - 1 : person;
	vn_body		owner;
	int			noun;

	while (board > r->atoms && vn_is_address(r, board))
		board--;
	if (board->kind != VN_ATOM_BODY || (noun = vn_owner_of_board(r->document, board->first, board->end, &owner)) < 0 ||
		strstr(vn_row_cell(r->document, VN_POSTS, post->row, VN_POST_TITLE), vn_cell(VN_ORGANIZATION_HEADS, noun, VN_HEAD_HEAD)) == NULL)
		return -1;
	return vn_roster_body_of(&r->roster, &owner, NULL);
}

/* The place in front of posts: "Tại X, Chủ tịch Ủy ban nhân dân tỉnh A"; a part of a person's name is none. */
static bool
read_place_before(const vn_atoms *r, size_t low, vn_body *place)
{
	const vn_document *d = r->document;
	uint32_t	at = r->atoms[low].first;
	uint32_t	floor = low > 0 && r->atoms[low - 1].kind == VN_ATOM_PERSON ? r->atoms[low - 1].end : r->first;

	if (at <= floor || !vn_is_punctuation(d, at - 1, ','))
		return false;
	for (uint32_t i = at - 1 > floor + 5 ? at - 6 : floor; i < at - 1; i++)
	{
		vn_lookup	look;
		uint32_t	end;

		vn_look(&look, d, i, at - 1);
		if (vn_is_capital(d, i) && vn_look_row(&look, VN_PLACES, &end) >= 0 && end == at - 1)
		{
			*place = (vn_body) {.first = i, .end = end, .place_first = i, .place_end = end, .head = -1, .organization = -1};
			return true;
		}
	}
	return false;
}

/* Does a post's title begin with a small letter? */
static bool
is_small(const vn_atoms *r, const vn_atom *a)
{
	return !vn_is_capital(r->document, r->posts[a->post].title);
}

/* Give the offices among the atoms [low, high) to a person. */
static void
claim(vn_atoms *r, size_t low, size_t high, const vn_atom *person, const char *rule)
{
	uint8_t		carried = VN_CURRENT;	/* "nguyên" holds for the posts behind it */

	for (size_t i = low; i < high; i++)
	{
		vn_atom    *a = &r->atoms[i];
		const vn_body *place = NULL;
		const vn_post *owner;
		int32_t		body = -1;
		vn_body		before;
		vn_post		post;
		vn_gap	gap;

		if (!vn_is_office(r, a))
			continue;
		post = r->posts[a->post];
		a->claimed = true;
		gap = i > 0 ? vn_gap_between(r, &r->atoms[i - 1], a) : VN_GAP_OTHER;
		if (gap == VN_GAP_IS)
			carried = VN_CURRENT;
		else if (gap == VN_GAP_WAS && a->first > person->first)
			post.status = VN_FORMER;
		if (post.status == VN_CURRENT && carried == VN_FORMER && !is_society(&post))
			post.status = VN_FORMER;
		carried = post.status;
		owner = owner_of_body(r, low, high, i);
		if (owner == NULL && is_small(r, a) && post.rank >= VN_RANK_MEMBER &&
			vn_row_number(r->document, VN_POSTS, post.row, VN_POST_SPHERE) == VN_SPHERE_ANY)
			continue;			/* "nhân viên A": no office */
		if (owner != NULL)
		{
			if (owner->body.open)
				for (size_t j = low; j < high && place == NULL && j < low + 16; j++)
					if (vn_is_office(r, &r->atoms[j]) && r->posts[r->atoms[j].post].has_body &&
						r->posts[r->atoms[j].post].body.place_end > r->posts[r->atoms[j].post].body.place_first)
						place = &r->posts[r->atoms[j].post].body;
			if (owner->body.open && place == NULL && read_place_before(r, low, &before))
				place = &before;
			body = vn_roster_body_of(&r->roster, &owner->body, place);
			a->body = body;
		}
		else if (i == low && low > 0 && a->first < person->first && *vn_row_cell(r->document, VN_POSTS, post.row, VN_POST_ORGANIZATION) == '\0')
			body = body_before(r, low, &post);
		else if (a->first > person->first)
			body = body_of_board(r, person, &post);
		vn_roster_claim(&r->roster, person->person, &post, body, a->first < person->first ? a->first : person->first,
						a->end > person->end ? a->end : person->end, rule);

		/* Trưởng Ban Chỉ đạo X và Ban Chỉ đạo Y */
		if (owner != NULL && i + 1 < r->atom_count && r->atoms[i + 1].kind == VN_ATOM_BODY && post.rank == VN_RANK_HEAD &&
			r->document->tokens[r->atoms[i + 1].first].hash == r->document->tokens[owner->body.first].hash &&
			vn_gap_between(r, a, &r->atoms[i + 1]) == VN_GAP_AND)
			vn_roster_claim(&r->roster, person->person, &post, r->atoms[i + 1].body, a->first < person->first ? a->first : person->first,
							a->end > person->end ? a->end : person->end, rule);
	}
}

/* The most atoms that are kept as the posts of a group. */
#define MOST_GROUP 16

/* A group's posts, which hold for every person listed behind them. */
typedef struct group
{
	size_t		low,
				high;			/* atoms; empty: none */
	size_t		outer_low,
				outer_high;		/* posts of the group around it */
	bool		strict;			/* no colon: bare names side by side only */
	bool		bare;			/* its members so far hold no other post */
	uint32_t	from;			/* the list begins at this token */
	uint32_t	last;			/* token behind its last member */
} group;

/* Is the group's own post the office of its members, not their seat in a committee? */
static bool
is_of_offices(const vn_atoms *r, const group *g)
{
	uint8_t		rank = r->posts[r->atoms[g->high - 1].post].rank;

	return rank == VN_RANK_HEAD || rank == VN_RANK_DEPUTY;
}

/* Is the person whose item begins at "first" the next member of the group? */
static bool
is_member(const vn_atoms *r, const group *g, uint32_t first, bool bare)
{
	const vn_document *d = r->document;
	uint32_t	at = first;

	if (g->high == g->low || first < g->from)
		return false;
	if (first == g->from)
		return true;
	if (!bare && (g->strict || (g->bare && is_of_offices(r, g))))
		return false;			/* các Phó Chủ tịch: A, B; Chánh Văn phòng C */
	if (first - 1 > g->last)
	{
		/* other words since the last member */
		vn_lookup	look;
		uint32_t	end;

		if (vn_is_punctuation(d, first - 1, ';'))
			return !g->strict;
		vn_look(&look, d, first - 1, first);
		return g->last + 1 >= first - 1 && vn_look_cue(&look, VN_CUE_JOINER, &end) >= 0;
	}
	at = first - 1;
	if (vn_is_punctuation(d, at, ',') || vn_is_punctuation(d, at, ';'))
		return true;
	else
	{
		vn_lookup	look;
		uint32_t	end;

		vn_look(&look, d, at, first);
		return vn_look_cue(&look, VN_CUE_JOINER, &end) >= 0;
	}
}

/* Is "head" the post whose deputy is "deputy" ("Thủ tướng", "Phó Thủ tướng Thường trực")? No one is both. */
static bool
is_deputy_of(const vn_document *d, const vn_post *deputy, const vn_post *head)
{
	return deputy->rank == VN_RANK_DEPUTY && head->rank == VN_RANK_HEAD &&
		strstr(vn_row_cell(d, VN_POSTS, deputy->row, VN_POST_TITLE), vn_row_cell(d, VN_POSTS, head->row, VN_POST_TITLE)) != NULL &&
		(!deputy->has_body || !head->has_body || deputy->body.organization == head->body.organization);
}

/* "bổ nhiệm chức vụ Giám đốc": do words of giving an office end where the post begins? */
static bool
is_given(const vn_atoms *r, const vn_atom *a)
{
	const vn_document *d = r->document;

	for (uint32_t at = a->first; at > r->first && a->first - at < 4;)
	{
		vn_lookup	look;
		uint32_t	end;
		int			cue;

		at--;
		if (!(vn_starts_at(d, at) & VN_STARTS_CUE(VN_CUE_STATUS)))
			continue;
		vn_look(&look, d, at, a->first);
		cue = vn_look_cue(&look, VN_CUE_STATUS, &end);
		if (cue >= 0 && end == a->first && strcmp(vn_cell(VN_CUES, cue, VN_CUE_KIND), "office") == 0)
			return true;
	}
	return false;
}

/* "Giám đốc Sở Y tế là ông A", "cách chức Giám đốc đối với ông A": a post whose holder is named behind other words. */
static bool
names_holder(const vn_atoms *r, const vn_atom *a, vn_gap gap)
{
	const vn_body *body = &r->posts[a->post].body;

	if (gap == VN_GAP_TOWARD)
		return vn_is_office(r, a) && (r->posts[a->post].status == VN_FORMER || is_given(r, a));

	return (gap == VN_GAP_IS || gap == VN_GAP_WAS) && vn_is_office(r, a) && r->posts[a->post].has_body &&
		(body->head >= 0 || body->organization >= 0);
}

/* "Phó Chủ tịch Ủy ban nhân dân tỉnh - Trần Văn A": a post with its body and the full name of its holder. */
static bool
is_set_off(const vn_atoms *r, const vn_atom *post, const vn_atom *person)
{
	return vn_is_office(r, post) && person->end - person->first > 2 &&
		(r->posts[post->post].has_body || *vn_row_cell(r->document, VN_POSTS, r->posts[post->post].row, VN_POST_ORGANIZATION) != '\0');
}

/*
 * "Trưởng phòng X, Công an tỉnh Y Trần Văn A": is the atom in front of atom i a body that only says where the post before it
 * is?
 */
static bool
is_body_above(const vn_atoms *r, size_t i, size_t floor)
{
	const vn_atom *body = &r->atoms[i - 1];
	const vn_atom *post;
	vn_gap		gap;

	if (body->kind != VN_ATOM_BODY || i < floor + 2)
		return false;
	post = &r->atoms[i - 2];
	gap = vn_gap_between(r, post, body);
	return vn_is_office(r, post) && !post->claimed && r->posts[post->post].has_body &&
		(gap == VN_GAP_COMMA || gap == VN_GAP_DASH) &&
		vn_gap_between(r, body, &r->atoms[i]) == (r->atoms[i].kind == VN_ATOM_PERSON ? VN_GAP_NONE : VN_GAP_COMMA);
}

/*
 * "theo quyết định của Giám đốc X, ông A, Phó Trưởng phòng, …": is the post before the address at atom i that of another, who
 * did something to the person, since that one's own post is behind the name?
 */
static bool
is_of_doer(const vn_atoms *r, size_t i, size_t person)
{
	const vn_document *d = r->document;
	uint32_t	at = r->atoms[i - 1].first;
	vn_lookup	look;
	uint32_t	end;
	int			cue;
	vn_gap		gap;

	if (at <= r->first || person + 1 >= r->atom_count || !vn_is_office(r, &r->atoms[person + 1]))
		return false;
	gap = vn_gap_between(r, &r->atoms[person], &r->atoms[person + 1]);
	if (gap != VN_GAP_COMMA && gap != VN_GAP_DASH)
		return false;
	vn_look(&look, d, at - 1, at);
	cue = vn_look_row(&look, VN_AWARD_CUES, &end);
	return cue >= 0 && end == at && vn_cell_number(VN_AWARD_CUES, cue, VN_AWARD_CUE_ROLE) == VN_ROLE_OF;
}

/* The posts before a name: atoms from the returned one up to "person" are its posts and addresses. */
static size_t
posts_before(const vn_atoms *r, size_t person, size_t floor)
{
	size_t		low = person;
	size_t		last = person;	/* the office next to the name */

	while (low > floor)
	{
		const vn_atom *a = &r->atoms[low - 1];
		const vn_atom *next = &r->atoms[low];
		vn_gap	gap = vn_gap_between(r, a, next);

		if (is_body_above(r, low, floor))
		{
			if (last == person)
				last = low - 2;
			low -= 2;
			continue;
		}
		if (a->claimed || a->kind != VN_ATOM_POST || r->posts[a->post].rank == VN_RANK_COLLECTIVE)
			break;
		if (low == person)
		{
			if (gap != VN_GAP_NONE && !names_holder(r, a, gap) && !(gap == VN_GAP_DASH && is_set_off(r, a, next)))
				break;
		}
		else if (gap != VN_GAP_NONE && gap != VN_GAP_COMMA && gap != VN_GAP_DASH && gap != VN_GAP_AND &&
				 !(last == person && names_holder(r, a, gap)))
			break;
		if (vn_is_address(r, a))
		{
			if (gap != VN_GAP_NONE)
				break;
		}
		else
		{
			if (low < person && vn_is_office(r, next) &&
				((gap == VN_GAP_NONE && !r->posts[a->post].has_body && *vn_row_cell(r->document, VN_POSTS, r->posts[a->post].row, VN_POST_ORGANIZATION) == '\0') ||
				 (is_small(r, a) && !is_small(r, next)) || is_deputy_of(r->document, &r->posts[next->post], &r->posts[a->post])))
				break;
			if (!vn_is_office(r, next) && low < person && gap == VN_GAP_COMMA && is_of_doer(r, low, person))
				break;
			if (!vn_is_office(r, next) && (gap == VN_GAP_AND || (gap == VN_GAP_COMMA && is_small(r, a) && !r->posts[a->post].has_body)))
				break;
			if (last == person)
				last = low - 1;
		}
		low--;
	}
	if (low < last && last < person)
	{
		/* "các Phó Chủ tịch, Chủ tịch X A", "thừa ủy quyền Chủ tịch nước, Bộ trưởng A": only the last post is A's */
		if (vn_behind_presenter(r->document, r->first, r->atoms[low].first))
			low++;
		else if (!(person + 1 < r->atom_count && r->atoms[person + 1].kind == VN_ATOM_PERSON) &&
				 vn_behind_plural(r->document, r->first, r->atoms[low].first))
			low = last;
	}
	return low;
}

static void
note_address(vn_atoms *r, size_t low, size_t high, const vn_atom *person)
{
	vn_roster_person *entry;

	if (person->person < 0)
		return;
	entry = &r->roster.persons[person->person];
	for (size_t i = low; i < high; i++)
	{
		const vn_atom *a = &r->atoms[i];
		const vn_post *post = &r->posts[a->post];

		if (!vn_is_address(r, a))
			continue;
		if (post->rank == VN_RANK_RANK && entry->rank < 0)
		{
			entry->rank = post->row;
			entry->rank_first = a->first;
			entry->rank_end = person->end;
		}
		else if (post->rank != VN_RANK_RANK && entry->honorific < 0)
			entry->honorific = post->row;
	}
}

/* A body that only says where the post before it is, and the post its holder got next: "…, thuộc Cục X được bổ nhiệm làm …". */
static bool
is_body_between(const vn_atoms *r, size_t i)
{
	const vn_atom *a = &r->atoms[i];
	vn_gap		gap;

	if (a->kind != VN_ATOM_BODY || i + 1 >= r->atom_count || !vn_is_office(r, &r->atoms[i + 1]) ||
		!vn_is_office(r, &r->atoms[i - 1]) || a->first > r->atoms[i - 1].end + 1)
		return false;
	gap = vn_gap_between(r, a, &r->atoms[i + 1]);
	return gap == VN_GAP_IS || gap == VN_GAP_WAS;
}

/* Do the posts that end with atom a hold for all persons behind it? */
static bool
is_lead(const vn_atoms *r, const vn_atom *a, const vn_atom *next)
{
	vn_gap		gap = vn_gap_between(r, a, next);

	return gap == VN_GAP_COLON || (gap == VN_GAP_IS && vn_is_office(r, a) && (next->kind == VN_ATOM_PERSON || vn_is_address(r, next)) &&
								   vn_behind_plural(r->document, r->first, a->first));
}

/*
 * "Luật sư A (Đoàn Luật sư X, Giám đốc Y)", "A đến công tác tại Viện X, giữ chức Viện trưởng": a body behind the person of atom
 * i, and a post behind that.
 */
static bool
is_body_below(const vn_atoms *r, size_t i)
{
	vn_gap		gap,
				next;

	if (i + 2 >= r->atom_count || r->atoms[i + 1].kind != VN_ATOM_BODY || !vn_is_office(r, &r->atoms[i + 2]))
		return false;
	gap = vn_gap_between(r, &r->atoms[i], &r->atoms[i + 1]);
	next = vn_gap_between(r, &r->atoms[i + 1], &r->atoms[i + 2]);
	return (gap == VN_GAP_OPEN && next == VN_GAP_COMMA) || (gap == VN_GAP_IS && next == VN_GAP_IS);
}

void
vn_join_atoms(vn_atoms *r)
{
	group		g = {0};
	size_t		floor = 0;		/* atoms before it are settled */

	for (size_t i = 0; i < r->atom_count; i++)
	{
		vn_atom    *a = &r->atoms[i];
		size_t		low;
		size_t		end;
		bool		offices = false;
		bool		member;

		vn_step(r->roster.env, &r->steps);
		if (a->kind != VN_ATOM_PERSON)
		{
			/* a lead: posts and a colon, or "4 Phó Chủ tịch là" */
			if (a->kind == VN_ATOM_POST && !a->claimed && i + 1 < r->atom_count && is_lead(r, a, &r->atoms[i + 1]))
			{
				bool		nested = false;

				low = i;
				while (low > floor && r->atoms[low - 1].kind == VN_ATOM_POST && !r->atoms[low - 1].claimed &&
					   vn_gap_between(r, &r->atoms[low - 1], &r->atoms[low]) <= VN_GAP_AND)
					low--;
				if (vn_behind_plural(r->document, r->first, r->atoms[low].first))
					nested = g.high > g.low && !g.strict && !is_of_offices(r, &g);
				if (nested)
				{
					if (g.outer_high == g.outer_low)
					{
						g.outer_low = g.low;
						g.outer_high = g.high;
					}
				}
				else
					g.outer_low = g.outer_high = 0;
				g.low = i + 1 - low > MOST_GROUP ? i + 1 - MOST_GROUP : low;
				g.high = i + 1;
				g.strict = false;
				g.bare = true;
				g.from = g.last = r->atoms[i + 1].first;
				floor = i + 1;
			}
			continue;
		}
		low = posts_before(r, i, floor);
		for (size_t j = low; j < i; j++)
			offices |= vn_is_office(r, &r->atoms[j]);
		member = is_member(r, &g, low < i ? r->atoms[low].first : a->first, !offices);
		note_address(r, low, i, a);
		if (offices)
			claim(r, low, i, a, "post before the name");
		if (member)
		{
			if (g.outer_high > g.outer_low)
				claim(r, g.outer_low, g.outer_high, a, "post of a group");
			claim(r, g.low, g.high, a, "post of a group");
			g.last = a->end;
			g.bare &= !offices;
		}
		else if (offices && vn_behind_plural(r->document, r->first, r->atoms[low].first))
		{
			/* các Thứ trưởng A, B và C */
			g = (group) {.low = low, .high = i, .strict = true, .from = a->end, .last = a->end};
		}
		floor = i + 1;

		/* posts behind the name */
		end = i + 1;
		if (is_body_below(r, i))
			end++;
		while (end < r->atom_count && (r->atoms[end].kind == VN_ATOM_POST || (end > i + 1 && is_body_between(r, end))))
		{
			vn_gap	gap = vn_gap_between(r, &r->atoms[end - 1], &r->atoms[end]);

			if (r->atoms[end].kind == VN_ATOM_BODY)
			{
				end++;
				continue;
			}

			if (r->posts[r->atoms[end].post].rank == VN_RANK_COLLECTIVE ||
				(gap == VN_GAP_COMMA && a->end - a->first == 1 && end == i + 1))
				break;
			if (end == i + 1 ? gap != VN_GAP_COMMA && gap != VN_GAP_DASH && gap != VN_GAP_OPEN && gap != VN_GAP_IS && gap != VN_GAP_WAS &&
				!(gap == VN_GAP_NONE && r->posts[r->atoms[end].post].status != VN_CURRENT) :
				gap != VN_GAP_COMMA && gap != VN_GAP_AND && gap != VN_GAP_DASH && gap != VN_GAP_IS && gap != VN_GAP_WAS)
				break;
			end++;
		}
		if (end > i + 1)
		{
			vn_gap	first_gap = vn_gap_between(r, a, &r->atoms[i + 1]);
			size_t		next = end;	/* the next person, and addresses before it */

			/* the posts next to the next name belong to that one */
			while (next < r->atom_count && vn_is_address(r, &r->atoms[next]) &&
				   vn_gap_between(r, &r->atoms[next - 1], &r->atoms[next]) == VN_GAP_NONE)
				next++;
			if (next < r->atom_count && r->atoms[next].kind == VN_ATOM_PERSON &&
				vn_gap_between(r, &r->atoms[next - 1], &r->atoms[next]) == VN_GAP_NONE)
			{
				if (offices && first_gap == VN_GAP_COMMA)
					end = i + 1;
				else
				{
					/* addresses and the office beside them */
					while (end > i + 1 && vn_is_address(r, &r->atoms[end - 1]))
						end--;
					if (end > i + 1 && next == end)
						end--;
					else if (end > i + 1 && vn_gap_between(r, &r->atoms[end - 1], &r->atoms[end]) == VN_GAP_NONE)
						end--;
				}
			}
			else
			{
				while (end > i + 1 && vn_is_address(r, &r->atoms[end - 1]) && r->posts[r->atoms[end - 1].post].rank >= VN_RANK_COURTESY)
					end--;
				/* a lead of a new group */
				if (end < r->atom_count && end > i + 1 &&
					vn_gap_between(r, &r->atoms[end - 1], &r->atoms[end]) == VN_GAP_COLON)
					end = i + 1;
			}
			if (end > i + 1)
			{
				claim(r, i + 1, end, a, "post behind the name");
				if (member || g.last == a->end)
				{
					g.last = r->atoms[end - 1].end;
					g.bare = false;
				}
				floor = end;
				i = end - 1;
			}
		}
	}
}
