/*
 * people.c
 *		See people.h. Atoms (names, posts, bodies) are read from each sentence, then posts are given to names by how the
 *		atoms stand to each other.
 */
#include "extract/roster.h"

typedef enum atom_kind
{
	ATOM_PERSON,
	ATOM_POST,					/* courtesies, ranks and degrees too */
	ATOM_BODY,
	ATOM_GROUP,					/* a plural before posts: các, hai */
	ATOM_PRESENTER				/* for whom someone acts follows: thừa ủy quyền */
} atom_kind;

typedef struct atom
{
	uint32_t	first,
				end;			/* tokens */
	uint8_t		kind;
	bool		claimed;		/* a post that some person holds */
	bool		bare_name;		/* a person: nothing but an address before the name */
	int32_t		person;
	int32_t		body;
	uint32_t	post;			/* index in reader.posts */
} atom;

/* A mention whose body and person are resolved at the end. */
typedef struct raw_mention
{
	vn_mention	mention;
	int32_t		body;			/* -1: none */
	int16_t		post;			/* row of the catalogue; -1: none */
} raw_mention;

typedef struct reader
{
	vn_roster	roster;
	const vn_document *document;
	atom	   *atoms;			/* of the present sentence */
	size_t		atom_count,
				atom_room;
	vn_post    *posts;			/* of the present sentence */
	size_t		post_count,
				post_room;
	bool		behind;			/* the last post stands behind a name */
	vn_people  *people;
	raw_mention *mentions;
	size_t		mention_count,
				mention_room;
	unsigned	steps;			/* of work, for tick() */
	bool		failed;
} reader;

/* ------------------------------------------------------------------ atoms */

static atom *
add_atom(reader *r, atom_kind kind, uint32_t first, uint32_t end)
{
	atom	   *a;

	if (!vn_reserve(r->roster.env, (void **) &r->atoms, r->atom_count, &r->atom_room, sizeof(atom)))
	{
		r->failed = true;
		return NULL;
	}
	a = &r->atoms[r->atom_count++];
	*a = (atom) {.first = first, .end = end, .kind = (uint8_t) kind, .person = -1, .body = -1};
	return a;
}

static bool
add_post(reader *r, const vn_post *post)
{
	atom	   *a;

	if (!vn_reserve(r->roster.env, (void **) &r->posts, r->post_count, &r->post_room, sizeof(vn_post)))
	{
		r->failed = true;
		return false;
	}
	a = add_atom(r, ATOM_POST, post->first, post->end);
	if (a == NULL)
		return false;
	a->post = (uint32_t) r->post_count;
	r->posts[r->post_count++] = *post;
	return true;
}

/* Words behind which a name is no person's: streets, prizes, doctrines, credits. Returns the token behind them, or 0. */
static uint32_t
name_trap(const vn_lookup *look, uint32_t limit)
{
	static const int classes[] = {VN_CUE_STREET, VN_CUE_NAMED_AFTER, VN_CUE_DOCTRINE, VN_CUE_CREDIT};
	uint32_t	longest = 0;

	for (int i = 0; i < 4; i++)
	{
		uint32_t	end;

		if (vn_look_cue(look, classes[i], &end) >= 0 && end > longest)
			longest = end;
	}
	if (longest != 0 && longest < limit && vn_is_punctuation(look->document, longest, ':'))
		longest++;
	return longest;
}

/* Words for acting in another's name. */
static bool
is_presenter(const vn_lookup *look, uint32_t *end)
{
	int			cue = vn_look_row(look, VN_AWARD_CUES, end);
	int			role = cue < 0 ? 0 : vn_cell_number(VN_AWARD_CUES, cue, VN_AWARD_CUE_ROLE);

	return role == VN_ROLE_ON_BEHALF || role == VN_ROLE_FOR;
}

/* Read the atoms of a sentence. */
static void
read_atoms(reader *r, uint32_t first, uint32_t limit)
{
	const vn_document *d = r->document;
	uint32_t	at = first;
	uint32_t	trap = 0;		/* a name that begins here is no person's */

	r->atom_count = 0;
	r->post_count = 0;
	while (at < limit && !r->failed)
	{
		const vn_token *token = &d->tokens[at];
		const atom *last = r->atom_count > 0 ? &r->atoms[r->atom_count - 1] : NULL;
		const atom *before = r->atom_count > 0 && r->atoms[r->atom_count - 1].end == at ? &r->atoms[r->atom_count - 1] : NULL;
		bool		addressed = before != NULL && before->kind == ATOM_POST;
		bool		capital = (token->flags & VN_CAPITAL) != 0;
		bool		behind = last != NULL && last->end + 1 == at && d->tokens[at - 1].kind == VN_PUNCTUATION &&
			(last->kind == ATOM_PERSON || (last->kind == ATOM_POST && r->behind));
		vn_lookup	look;
		vn_post		post;
		vn_name		name;
		vn_body		body;
		bool		is_body;
		bool		is_name;
		uint32_t	end;

		vn_step(d->env, &r->steps);
		if (token->kind != VN_WORD || ((token->symbol == 0 || vn_phrases_trie.first[token->symbol] == 0) && !(addressed && capital)))
		{
			if (token->kind == VN_NUMBER && at > first)
				trap = at + 1;
			at++;
			continue;
		}
		vn_look(&look, d, at, limit);
		if (look.count > 0 && vn_look_row(&look, VN_POSTS, &end) >= 0)
		{
			uint32_t	named;

			/* a post that is part of a known name */
			if (vn_look_name(&look, VN_NAME_TRAP, &named) >= 0 && named > end)
			{
				at = named;
				continue;
			}
		}
		if (look.count > 0 && vn_post_at(d, at, limit, behind, &post))
		{
			if (at > first && d->tokens[at - 1].kind == VN_NUMBER && add_atom(r, ATOM_GROUP, at - 1, at) == NULL)
				return;
			if (!add_post(r, &post))
				return;
			r->behind = behind;
			at = post.end;
			continue;
		}
		if (!capital)
		{
			if (vn_look_cue(&look, VN_CUE_GROUP, &end) >= 0)
			{
				if (add_atom(r, ATOM_GROUP, at, end) == NULL)
					return;
			}
			else if (is_presenter(&look, &end))
			{
				if (add_atom(r, ATOM_PRESENTER, at, end) == NULL)
					return;
			}
			else
				end = at + 1;
			trap = name_trap(&look, limit) > trap ? name_trap(&look, limit) : trap;
			at = end;
			continue;
		}
		if (look.count > 0 && (vn_look_cue(&look, VN_CUE_GROUP, &end) >= 0 || is_presenter(&look, &end)))
		{
			if (add_atom(r, is_presenter(&look, &end) ? ATOM_PRESENTER : ATOM_GROUP, at, end) == NULL)
				return;
			at = end;
			continue;
		}
		is_body = look.count > 0 && vn_body_at(d, at, limit, false, &body);
		is_name = vn_name_at(d, at, limit, addressed, &name);
		if (is_name && vn_is_upper(d, at))
		{
			/* where a name in capitals ends is known from the text, else it has three syllables */
			uint32_t	known = vn_roster_known_end(&r->roster, &name);

			if (known != 0)
				name.end = known;
			else if (name.end - name.first > 4 || (name.end - name.first == 4 && name.end < limit && vn_is_upper(d, name.end)))
				name.end = name.first + 3;
		}
		if (is_name && is_body && !(addressed && body.organization < 0 && (name.trap || name.end - at > 2)) && (body.organization >= 0 ? body.end >= name.end : body.end > at + 1 && name.end - at < 3))
			is_name = false;
		if (is_name && ((trap == at && !addressed) || (name.trap && !addressed)))
		{
			at = name.end;
			continue;
		}
		if (is_name)
		{
			atom	   *a = add_atom(r, ATOM_PERSON, name.first, name.end);

			if (a == NULL)
				return;
			a->person = vn_roster_person_of(&r->roster, &name);
			at = name.end;
			continue;
		}

		/* a given name behind an address: "ông Diên" */
		if (addressed && !is_body)
		{
			int32_t		person = vn_roster_called(&r->roster, at);

			if (person >= 0)
			{
				atom	   *a = add_atom(r, ATOM_PERSON, at, at + 1);

				if (a == NULL)
					return;
				a->person = person;
				r->roster.persons[person].mentions++;
				at++;
				continue;
			}
		}
		if (is_body)
		{
			atom	   *a = add_atom(r, ATOM_BODY, body.first, body.end);

			if (a == NULL)
				return;
			a->body = vn_roster_body_of(&r->roster, &body, NULL);
			at = body.end;
			continue;
		}
		end = name_trap(&look, limit);
		trap = end > trap ? end : trap;
		at++;
	}
}

/* ---------------------------------------------------------------- grammar */

typedef enum gap_kind
{
	GAP_NONE,					/* side by side */
	GAP_COMMA,
	GAP_DASH,
	GAP_AND,					/* a joiner, or a comma and a joiner */
	GAP_OPEN,					/* ( */
	GAP_IS,						/* was appointed, is now */
	GAP_WAS,					/* was formerly, was dismissed as */
	GAP_SEMICOLON,
	GAP_COLON,
	GAP_OTHER
} gap_kind;

/* What stands between two atoms. */
static gap_kind
gap_between(const reader *r, const atom *before, const atom *after)
{
	const vn_document *d = r->document;
	uint32_t	at = before->end;
	uint32_t	limit = after->first;
	vn_lookup	look;
	uint32_t	end;
	int			cue;

	if (at >= limit)
		return GAP_NONE;
	if (limit - at > 8)
		return GAP_OTHER;
	if (d->tokens[at].kind == VN_PUNCTUATION)
	{
		if (limit - at == 1)
			return vn_is_punctuation(d, at, ',') ? GAP_COMMA : vn_is_punctuation(d, at, '-') ? GAP_DASH :
				vn_is_punctuation(d, at, '(') ? GAP_OPEN : vn_is_punctuation(d, at, ';') ? GAP_SEMICOLON :
				vn_is_punctuation(d, at, ':') ? GAP_COLON : GAP_OTHER;
		if (!vn_is_punctuation(d, at, ','))
			return GAP_OTHER;
		at++;
	}
	vn_look(&look, d, at, limit);
	if (vn_look_cue(&look, VN_CUE_JOINER, &end) >= 0 && end == limit)
		return GAP_AND;
	cue = vn_look_cue(&look, VN_CUE_STATUS, &end);
	if (cue >= 0 && end == limit)
		switch (vn_cell(VN_CUES, cue, VN_CUE_KIND)[0])
		{
			case 'a':			/* appointed */
			case 'c':			/* current */
				return GAP_IS;
			case 'f':			/* former */
			case 'd':			/* dismissed */
				return GAP_WAS;
		}
	return GAP_OTHER;
}

static bool
is_office(const reader *r, const atom *a)
{
	return a->kind == ATOM_POST && r->posts[a->post].rank < VN_RANK_RANK;
}

static bool
is_address(const reader *r, const atom *a)
{
	return a->kind == ATOM_POST && r->posts[a->post].rank >= VN_RANK_RANK && r->posts[a->post].rank != VN_RANK_COLLECTIVE;
}

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

/* The post among [low, high) whose body the post of atom i has too: its own, or a neighbour's where it has none. */
static const vn_post *
owner_of_body(const reader *r, size_t low, size_t high, size_t i)
{
	const vn_post *post = &r->posts[r->atoms[i].post];

	if (post->has_body)
		return post;
	if (*vn_cell(VN_POSTS, post->row, VN_POST_ORGANIZATION) != '\0')
		return NULL;

	/* Chủ tịch, Tổng Giám đốc Công ty X */
	for (size_t j = i + 1; j < high && j < i + 4; j++)
		if (is_office(r, &r->atoms[j]) && r->posts[r->atoms[j].post].has_body)
			return &r->posts[r->atoms[j].post];

	/* Giám đốc Công ty X, Chủ tịch Hội đồng quản trị */
	if (i > low && is_office(r, &r->atoms[i - 1]) && is_enterprise(&r->posts[r->atoms[i - 1].post]) &&
		gap_between(r, &r->atoms[i - 1], &r->atoms[i]) <= GAP_AND)
		return &r->posts[r->atoms[i - 1].post];
	return NULL;
}

/* Give the offices among the atoms [low, high) to a person. */
static void
claim(reader *r, size_t low, size_t high, const atom *person, const char *rule)
{
	uint8_t		carried = VN_CURRENT;	/* "nguyên" holds for the posts behind it */

	for (size_t i = low; i < high; i++)
	{
		atom	   *a = &r->atoms[i];
		const vn_body *place = NULL;
		const vn_post *owner;
		int32_t		body = -1;
		vn_post		post;
		gap_kind	gap;

		if (!is_office(r, a))
			continue;
		post = r->posts[a->post];
		a->claimed = true;
		gap = i > 0 ? gap_between(r, &r->atoms[i - 1], a) : GAP_OTHER;
		if (gap == GAP_IS)
			carried = VN_CURRENT;
		else if (gap == GAP_WAS && a->first > person->first)
			post.status = VN_FORMER;
		if (post.status == VN_CURRENT && carried == VN_FORMER && !is_society(&post))
			post.status = VN_FORMER;
		carried = post.status;
		owner = owner_of_body(r, low, high, i);
		if (owner != NULL)
		{
			if (owner->body.open)
				for (size_t j = low; j < high && place == NULL && j < low + 16; j++)
					if (is_office(r, &r->atoms[j]) && r->posts[r->atoms[j].post].has_body &&
						r->posts[r->atoms[j].post].body.place_end > r->posts[r->atoms[j].post].body.place_first)
						place = &r->posts[r->atoms[j].post].body;
			body = vn_roster_body_of(&r->roster, &owner->body, place);
			a->body = body;
		}
		vn_roster_claim(&r->roster, person->person, &post, body, a->first < person->first ? a->first : person->first,
						a->end > person->end ? a->end : person->end, rule);
	}
}

/* A group's posts, which hold for every person listed behind them. */
typedef struct group
{
	size_t		low,
				high;			/* atoms; empty: none */
	size_t		outer_low,
				outer_high;		/* posts of the group around it */
	bool		strict;			/* no colon: bare names side by side only */
	uint32_t	from;			/* the list begins at this token */
	uint32_t	last;			/* token behind its last member */
} group;

/* Is the person whose item begins at "first" the next member of the group? */
static bool
is_member(const reader *r, const group *g, uint32_t first, bool bare)
{
	const vn_document *d = r->document;
	uint32_t	at = first;

	if (g->high == g->low || first < g->from)
		return false;
	if (first == g->from)
		return true;
	if (g->strict && !bare)
		return false;
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

/* Does a post's title begin with a small letter? */
static bool
is_small(const reader *r, const atom *a)
{
	return !vn_is_capital(r->document, r->posts[a->post].title);
}

/* Is "head" the post whose deputy is "deputy" ("Thủ tướng", "Phó Thủ tướng Thường trực")? No one is both. */
static bool
is_deputy_of(const vn_post *deputy, const vn_post *head)
{
	return deputy->rank == VN_RANK_DEPUTY && head->rank == VN_RANK_HEAD &&
		strstr(vn_cell(VN_POSTS, deputy->row, VN_POST_TITLE), vn_cell(VN_POSTS, head->row, VN_POST_TITLE)) != NULL &&
		(!deputy->has_body || !head->has_body || deputy->body.organization == head->body.organization);
}

/* The posts before a name: atoms from the returned one up to "person" are its posts and addresses. */
static size_t
posts_before(const reader *r, size_t person, size_t floor)
{
	size_t		low = person;
	size_t		last = person;	/* the office next to the name */

	while (low > floor)
	{
		const atom *a = &r->atoms[low - 1];
		const atom *next = &r->atoms[low];
		gap_kind	gap = gap_between(r, a, next);

		if (a->claimed || a->kind != ATOM_POST || r->posts[a->post].rank == VN_RANK_COLLECTIVE)
			break;
		if (low == person)
		{
			if (gap != GAP_NONE)
				break;
		}
		else if (gap != GAP_NONE && gap != GAP_COMMA && gap != GAP_DASH && gap != GAP_AND)
			break;
		if (is_address(r, a))
		{
			if (gap != GAP_NONE && r->posts[a->post].rank >= VN_RANK_COURTESY)
				break;
		}
		else
		{
			if (low < person && is_office(r, next) &&
				((gap == GAP_NONE && !r->posts[a->post].has_body && *vn_cell(VN_POSTS, r->posts[a->post].row, VN_POST_ORGANIZATION) == '\0') ||
				 (is_small(r, a) && !is_small(r, next)) || is_deputy_of(&r->posts[next->post], &r->posts[a->post])))
				break;
			if (!is_office(r, next) && (gap == GAP_AND || (gap == GAP_COMMA && is_small(r, a) && !r->posts[a->post].has_body)))
				break;
			if (last == person)
				last = low - 1;
		}
		low--;
	}
	if (low > 0 && low < last && last < person)
	{
		const atom *before = &r->atoms[low - 1];

		/* "các Phó Chủ tịch, Chủ tịch X A", "thừa ủy quyền Chủ tịch nước, Bộ trưởng A": only the last post is A's */
		if (before->end == r->atoms[low].first &&
			(before->kind == ATOM_PRESENTER ||
			 (before->kind == ATOM_GROUP && !(person + 1 < r->atom_count && r->atoms[person + 1].kind == ATOM_PERSON))))
			low = before->kind == ATOM_PRESENTER ? low + 1 : last;
	}
	return low;
}

static void
note_address(reader *r, size_t low, size_t high, const atom *person)
{
	vn_roster_person *entry;

	if (person->person < 0)
		return;
	entry = &r->roster.persons[person->person];
	for (size_t i = low; i < high; i++)
	{
		const atom *a = &r->atoms[i];
		const vn_post *post = &r->posts[a->post];

		if (!is_address(r, a))
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

/* Give the posts of a sentence to its persons. */
static void
join_atoms(reader *r)
{
	group		g = {0};
	size_t		floor = 0;		/* atoms before it are settled */

	for (size_t i = 0; i < r->atom_count; i++)
	{
		atom	   *a = &r->atoms[i];
		size_t		low;
		size_t		end;
		bool		offices = false;
		bool		member;

		vn_step(r->roster.env, &r->steps);
		if (a->kind != ATOM_PERSON)
		{
			/* a lead: posts and a colon */
			if (a->kind == ATOM_POST && !a->claimed && i + 1 < r->atom_count &&
				gap_between(r, a, &r->atoms[i + 1]) == GAP_COLON)
			{
				bool		nested = false;

				low = i;
				while (low > floor && r->atoms[low - 1].kind == ATOM_POST && !r->atoms[low - 1].claimed &&
					   gap_between(r, &r->atoms[low - 1], &r->atoms[low]) <= GAP_AND)
					low--;
				if (low > 0 && r->atoms[low - 1].kind == ATOM_GROUP && r->atoms[low - 1].end == r->atoms[low].first)
					nested = g.high > g.low && !g.strict;
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
				g.low = low;
				g.high = i + 1;
				g.strict = false;
				g.from = g.last = r->atoms[i + 1].first;
				floor = i + 1;
			}
			continue;
		}
		low = posts_before(r, i, floor);
		for (size_t j = low; j < i; j++)
			offices |= is_office(r, &r->atoms[j]);
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
		}
		else if (offices && low > 0 && r->atoms[low - 1].kind == ATOM_GROUP && r->atoms[low - 1].end == r->atoms[low].first)
		{
			/* các Thứ trưởng A, B và C */
			g = (group) {.low = low, .high = i, .strict = true, .from = a->end, .last = a->end};
		}
		floor = i + 1;

		/* posts behind the name */
		end = i + 1;
		while (end < r->atom_count && r->atoms[end].kind == ATOM_POST)
		{
			gap_kind	gap = gap_between(r, &r->atoms[end - 1], &r->atoms[end]);

			if (r->posts[r->atoms[end].post].rank == VN_RANK_COLLECTIVE ||
				(gap == GAP_COMMA && a->end - a->first == 1 && end == i + 1))
				break;
			if (end == i + 1 ? gap != GAP_COMMA && gap != GAP_DASH && gap != GAP_OPEN && gap != GAP_IS && gap != GAP_WAS &&
				!(gap == GAP_NONE && r->posts[r->atoms[end].post].status != VN_CURRENT) :
				gap != GAP_COMMA && gap != GAP_AND && gap != GAP_DASH && gap != GAP_IS && gap != GAP_WAS)
				break;
			end++;
		}
		if (end > i + 1)
		{
			gap_kind	first_gap = gap_between(r, a, &r->atoms[i + 1]);
			size_t		next = end;	/* the next person, and addresses before it */

			/* the posts next to the next name belong to that one */
			while (next < r->atom_count && is_address(r, &r->atoms[next]) &&
				   gap_between(r, &r->atoms[next - 1], &r->atoms[next]) == GAP_NONE)
				next++;
			if (next < r->atom_count && r->atoms[next].kind == ATOM_PERSON &&
				gap_between(r, &r->atoms[next - 1], &r->atoms[next]) == GAP_NONE)
			{
				if (offices && first_gap == GAP_COMMA)
					end = i + 1;
				else
				{
					/* addresses and the office beside them */
					while (end > i + 1 && is_address(r, &r->atoms[end - 1]))
						end--;
					if (end > i + 1 && next == end)
						end--;
					else if (end > i + 1 && gap_between(r, &r->atoms[end - 1], &r->atoms[end]) == GAP_NONE)
						end--;
				}
			}
			else
			{
				while (end > i + 1 && is_address(r, &r->atoms[end - 1]) && r->posts[r->atoms[end - 1].post].rank >= VN_RANK_COURTESY)
					end--;
				/* a lead of a new group */
				if (end < r->atom_count && end > i + 1 &&
					gap_between(r, &r->atoms[end - 1], &r->atoms[end]) == GAP_COLON)
					end = i + 1;
			}
			if (end > i + 1)
			{
				claim(r, i + 1, end, a, "post behind the name");
				if (member || g.last == a->end)
					g.last = r->atoms[end - 1].end;
				floor = end;
				i = end - 1;
			}
		}
	}
}

/* --------------------------------------------------------------- mentions */

static void
add_mention(reader *r, vn_mention_kind kind, uint32_t first, uint32_t end, int32_t person, int post, int32_t body)
{
	if (!vn_reserve(r->roster.env, (void **) &r->mentions, r->mention_count, &r->mention_room, sizeof(raw_mention)))
	{
		r->failed = true;
		return;
	}
	r->mentions[r->mention_count++] = (raw_mention) {
		.mention = {.first = first, .end = end, .kind = (uint8_t) kind, .person = person}, .body = body, .post = (int16_t) post
	};
}

/* The atoms of the sentence as mentions: posts and addresses join the name behind them. */
static void
note_mentions(reader *r)
{
	size_t		floor = r->mention_count;

	for (size_t i = 0; i < r->atom_count && !r->failed; i++)
	{
		const atom *a = &r->atoms[i];

		vn_step(r->roster.env, &r->steps);
		if (a->kind == ATOM_PERSON)
		{
			size_t		low = i;
			int			post = -1;
			int32_t		body = -1;

			while (low > 0 && r->atoms[low - 1].kind == ATOM_POST &&
				   gap_between(r, &r->atoms[low - 1], &r->atoms[low]) <= (low < i ? GAP_COMMA : GAP_NONE) &&
				   (r->mention_count == floor || r->mentions[r->mention_count - 1].mention.end <= r->atoms[low - 1].first ||
					r->mentions[r->mention_count - 1].mention.kind == VN_MENTION_POST))
			{
				low--;
				if (post < 0 && is_office(r, &r->atoms[low]))
				{
					post = r->posts[r->atoms[low].post].row;
					body = r->atoms[low].body;
				}
			}
			while (r->mention_count > floor && r->mentions[r->mention_count - 1].mention.end > r->atoms[low].first)
				r->mention_count--;
			add_mention(r, VN_MENTION_PERSON, r->atoms[low].first, a->end, a->person, post, body);
		}
		else if (a->kind == ATOM_BODY)
			add_mention(r, VN_MENTION_BODY, a->first, a->end, -1, -1, a->body);
		else if (is_office(r, a))
		{
			int32_t		body = a->body;

			if (body < 0 && r->posts[a->post].has_body)
				body = vn_roster_body_of(&r->roster, &r->posts[a->post].body, NULL);
			add_mention(r, VN_MENTION_POST, a->first, a->end, -1, r->posts[a->post].row, body);
		}
	}
}

/* A post as a key, with the body's name or without (NULL). */
static uint64_t
key_of_post(int row, const char *organization)
{
	uint64_t	key = vn_index_key(1, (uint64_t) row + 1);

	for (; organization != NULL && *organization != '\0'; organization++)
		key = vn_index_key(key, (unsigned char) *organization);
	return key;
}

/* From here on the posts of a person mean this person. */
static void
note_holder(reader *r, vn_index *holders, int32_t person, bool again)
{
	for (int32_t c = r->roster.persons[person].claims; c >= 0; c = r->roster.claims[c].next)
	{
		const vn_claim *claim = &r->roster.claims[c];

		for (int with = 0; with < 2; with++)
		{
			uint32_t   *holder = vn_index_add(holders, r->roster.env,
											  key_of_post(claim->post, with ? claim->organization : NULL), (uint32_t) person);

			if (holder == NULL)
				r->failed = true;
			else if (again)
				*holder = (uint32_t) person;
		}
	}
}

/* Resolve the bodies of the mentions, and the posts without a name: the last person known to hold such a post. */
static void
resolve_mentions(reader *r)
{
	vn_people  *people = r->people;
	vn_index	holders = {0};	/* post, or post and organization -> person */

	for (uint32_t i = 0; i < people->person_count && !r->failed; i++)
		note_holder(r, &holders, (int32_t) i, false);
	for (size_t i = 0; i < r->mention_count && !r->failed; i++)
	{
		const raw_mention *raw = &r->mentions[i];
		vn_mention *mention = &people->mentions[i];

		*mention = raw->mention;
		if (raw->body >= 0)
			mention->organization = r->roster.bodies[raw->body].full;
		if (raw->post >= 0)
			mention->title = vn_cell(VN_POSTS, raw->post, VN_POST_TITLE);
		if (mention->person >= 0)
		{
			if (r->roster.persons[mention->person].alias >= 0)
				mention->person = r->roster.persons[mention->person].alias;
			note_holder(r, &holders, mention->person, true);
		}
		else if (mention->kind == VN_MENTION_POST)
		{
			const uint32_t *holder = vn_index_find(&holders, key_of_post(raw->post, mention->organization));

			if (holder != NULL)
				mention->person = (int32_t) *holder;
		}
		if (i % 4096 == 4095)
			r->roster.env->tick(r->roster.env->context);
	}
	vn_release(r->roster.env, holders.slots);
}

/* Is the sentence in capitals, as headlines are? */
static bool
is_headline(const vn_document *d, const vn_sentence *sentence)
{
	int			words = 0,
				upper = 0;

	for (uint32_t at = sentence->first; at < sentence->end && words < 8; at++)
		if (d->tokens[at].kind == VN_WORD)
		{
			words++;
			upper += vn_is_upper(d, at);
		}
	return upper * 2 > words;
}

/* Order the mentions: those of the sentences in small letters come first, then those of the headlines, each in order. */
static bool
sort_mentions(reader *r, size_t headlines)
{
	vn_people  *people = r->people;
	raw_mention *sorted;
	size_t		a = 0,
				b = headlines;

	people->mentions = vn_arena_get(&r->roster.article->arena, (r->mention_count + 1) * sizeof(vn_mention));
	people->mention_count = (uint32_t) r->mention_count;
	if (people->mentions == NULL)
		return false;
	if (b == r->mention_count)
		return true;
	sorted = vn_resize(r->roster.env, NULL, r->mention_count * sizeof(raw_mention));
	if (sorted == NULL)
		return false;
	for (size_t i = 0; i < r->mention_count; i++)
		sorted[i] = b == r->mention_count || (a < headlines && r->mentions[a].mention.first < r->mentions[b].mention.first) ?
			r->mentions[a++] : r->mentions[b++];
	vn_release(r->roster.env, r->mentions);
	r->mentions = sorted;
	return true;
}

vn_status
vn_read_people(vn_article *article)
{
	const vn_document *d = &article->document;
	reader		r = {.document = d};
	size_t		headlines = 0;	/* where their mentions begin */

	if (article->people != NULL)
		return VN_OK;
	r.people = vn_arena_get(&article->arena, sizeof(vn_people));
	if (r.people == NULL)
		return VN_NO_MEMORY;
	memset(r.people, 0, sizeof(vn_people));
	r.roster.article = article;
	r.roster.document = d;
	r.roster.env = d->env;

	/* names in capitals have no visible end: headlines wait until the names of the text are known */
	for (int round = 0; round < 2; round++)
	{
		headlines = r.mention_count;
		for (uint32_t s = 0; s < d->sentence_count && !r.failed && !r.roster.failed; s++)
		{
			if (is_headline(d, &d->sentences[s]) != (round == 1))
				continue;
			read_atoms(&r, d->sentences[s].first, d->sentences[s].end);
			join_atoms(&r);
			note_mentions(&r);
			if (s % 256 == 255)
				d->env->tick(d->env->context);
		}
	}
	if (!r.failed && !r.roster.failed)
		vn_roster_settle(&r.roster, r.people);
	if (!r.failed && !r.roster.failed)
	{
		if (sort_mentions(&r, headlines))
			resolve_mentions(&r);
		else
			r.failed = true;
	}
	vn_release(d->env, r.atoms);
	vn_release(d->env, r.posts);
	vn_release(d->env, r.mentions);
	vn_roster_release(&r.roster);
	if (r.failed || r.roster.failed)
		return VN_NO_MEMORY;
	article->people = r.people;
	return VN_OK;
}

uint32_t
vn_mention_from(const vn_people *people, uint32_t at)
{
	uint32_t	low = 0;
	uint32_t	high = people->mention_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (people->mentions[middle].end > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}
