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
	ATOM_GROUP					/* a plural before posts: các, hai */
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
	vn_people  *people;
	size_t		mention_room;
	int32_t	   *mention_bodies; /* by mention: the body named, resolved at the end */
	int16_t    *mention_posts;	/* by mention: row of the post, -1: none */
	size_t		body_room,
				row_room;
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
		const atom *before = r->atom_count > 0 && r->atoms[r->atom_count - 1].end == at ? &r->atoms[r->atom_count - 1] : NULL;
		bool		addressed = before != NULL && before->kind == ATOM_POST;
		bool		capital = (token->flags & VN_CAPITAL) != 0;
		vn_lookup	look;
		vn_post		post;
		vn_name		name;
		vn_body		body;
		bool		is_body;
		bool		is_name;
		uint32_t	end;

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
		if (look.count > 0 && vn_post_at(d, at, limit, &post))
		{
			if (!add_post(r, &post))
				return;
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
			else
				end = at + 1;
			trap = name_trap(&look, limit) > trap ? name_trap(&look, limit) : trap;
			at = end;
			continue;
		}
		is_body = look.count > 0 && vn_body_at(d, at, limit, false, &body);
		is_name = vn_name_at(d, at, limit, addressed, &name);
		if (is_name && is_body && (body.organization >= 0 ? body.end >= name.end : body.end > at + 1 && name.end - at < 3))
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
	GAP_IS,						/* was appointed, is now, was formerly */
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
	if (vn_look_cue(&look, VN_CUE_STATUS, &end) >= 0 && end == limit)
		return GAP_IS;
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

/* Give the offices among the atoms [low, high) to a person. */
static void
claim(reader *r, size_t low, size_t high, int32_t person, uint32_t name_first, uint32_t name_end, const char *rule)
{
	for (size_t i = low; i < high; i++)
	{
		atom	   *a = &r->atoms[i];
		const vn_post *post;
		const vn_body *place = NULL;
		const vn_post *owner = NULL;
		int32_t		body = -1;
		uint32_t	first,
					end;

		if (!is_office(r, a))
			continue;
		post = &r->posts[a->post];
		a->claimed = true;
		owner = post->has_body ? post : NULL;
		if (owner == NULL && *vn_cell(VN_POSTS, post->row, VN_POST_ORGANIZATION) == '\0')
		{
			/* Chủ tịch, Tổng Giám đốc Công ty X: the body of the next post, else of the one before */
			for (size_t j = i + 1; j < high && owner == NULL; j++)
				if (is_office(r, &r->atoms[j]) && r->posts[r->atoms[j].post].has_body)
					owner = &r->posts[r->atoms[j].post];
			for (size_t j = i; j-- > low && owner == NULL;)
				if (is_office(r, &r->atoms[j]) && r->posts[r->atoms[j].post].has_body)
					owner = &r->posts[r->atoms[j].post];
		}
		if (owner != NULL)
		{
			if (owner->body.open)
				for (size_t j = low; j < high && place == NULL; j++)
					if (is_office(r, &r->atoms[j]) && r->posts[r->atoms[j].post].has_body &&
						r->posts[r->atoms[j].post].body.place_end > r->posts[r->atoms[j].post].body.place_first)
						place = &r->posts[r->atoms[j].post].body;
			body = vn_roster_body_of(&r->roster, &owner->body, place);
			a->body = body;
		}
		first = a->first < name_first ? a->first : name_first;
		end = a->end > name_end ? a->end : name_end;
		vn_roster_claim(&r->roster, person, post, body, first, end, rule);
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

/* The posts before a name: atoms from the returned one up to "person" are its posts and addresses. */
static size_t
posts_before(const reader *r, size_t person, size_t floor)
{
	size_t		low = person;
	bool		address = false;

	while (low > floor)
	{
		const atom *a = &r->atoms[low - 1];
		gap_kind	gap = gap_between(r, a, &r->atoms[low]);

		if (a->claimed || a->kind != ATOM_POST || r->posts[a->post].rank == VN_RANK_COLLECTIVE)
			break;
		if (low == person)
		{
			if (gap != GAP_NONE)
				break;
		}
		else if (gap != GAP_NONE && gap != GAP_COMMA && gap != GAP_DASH && gap != GAP_AND)
			break;
		else if (is_address(r, a) && gap != GAP_NONE && r->posts[a->post].rank >= VN_RANK_COURTESY)
			break;
		else if (is_office(r, a) && !is_office(r, &r->atoms[low]) && gap == GAP_AND)
			break;
		address |= is_address(r, a);
		low--;
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
			claim(r, low, i, a->person, a->first, a->end, "post before the name");
		if (member)
		{
			if (g.outer_high > g.outer_low)
				claim(r, g.outer_low, g.outer_high, a->person, a->first, a->end, "post of a group");
			claim(r, g.low, g.high, a->person, a->first, a->end, "post of a group");
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

			if (r->posts[r->atoms[end].post].rank == VN_RANK_COLLECTIVE)
				break;
			if (end == i + 1 ? gap != GAP_COMMA && gap != GAP_DASH && gap != GAP_OPEN && gap != GAP_IS &&
				!(gap == GAP_NONE && r->posts[r->atoms[end].post].status != VN_CURRENT) :
				gap != GAP_COMMA && gap != GAP_AND && gap != GAP_DASH && gap != GAP_IS)
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
				claim(r, i + 1, end, a->person, a->first, a->end, "post behind the name");
				if (member || g.last == a->end)
					g.last = r->atoms[end - 1].end;
				floor = end;
				i = end - 1;
			}
		}
	}
}

/* --------------------------------------------------------------- mentions */

static bool
add_mention(reader *r, vn_mention_kind kind, uint32_t first, uint32_t end, int32_t person, int post, int32_t body)
{
	const vn_env *env = r->roster.env;
	size_t		at = r->people->mention_count;

	if (!vn_reserve(env, (void **) &r->people->mentions, at, &r->mention_room, sizeof(vn_mention)) ||
		!vn_reserve(env, (void **) &r->mention_bodies, at, &r->body_room, sizeof(int32_t)) ||
		!vn_reserve(env, (void **) &r->mention_posts, at, &r->row_room, sizeof(int16_t)))
	{
		r->failed = true;
		return false;
	}
	r->people->mentions[at] = (vn_mention) {.first = first, .end = end, .kind = (uint8_t) kind, .person = person};
	r->mention_bodies[at] = body;
	r->mention_posts[at] = (int16_t) post;
	r->people->mention_count++;
	return true;
}

/* The atoms of the sentence as mentions: posts and addresses join the name behind them. */
static void
note_mentions(reader *r)
{
	for (size_t i = 0; i < r->atom_count && !r->failed; i++)
	{
		const atom *a = &r->atoms[i];

		if (a->kind == ATOM_PERSON)
		{
			size_t		low = i;
			int			post = -1;
			int32_t		body = -1;

			while (low > 0 && r->atoms[low - 1].kind == ATOM_POST &&
				   gap_between(r, &r->atoms[low - 1], &r->atoms[low]) <= (low < i ? GAP_COMMA : GAP_NONE) &&
				   (r->people->mention_count == 0 ||
					r->people->mentions[r->people->mention_count - 1].end <= r->atoms[low - 1].first ||
					r->people->mentions[r->people->mention_count - 1].kind == VN_MENTION_POST))
			{
				low--;
				if (is_office(r, &r->atoms[low]))
				{
					if (post < 0)
					{
						post = r->posts[r->atoms[low].post].row;
						body = r->atoms[low].body;
					}
				}
			}
			while (r->people->mention_count > 0 &&
				   r->people->mentions[r->people->mention_count - 1].end > r->atoms[low].first)
				r->people->mention_count--;
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
	for (uint32_t i = 0; i < people->mention_count && !r->failed; i++)
	{
		vn_mention *mention = &people->mentions[i];

		if (r->mention_bodies[i] >= 0)
			mention->organization = r->roster.bodies[r->mention_bodies[i]].full;
		if (r->mention_posts[i] >= 0)
			mention->title = vn_cell(VN_POSTS, r->mention_posts[i], VN_POST_TITLE);
		if (mention->person >= 0)
		{
			if (r->roster.persons[mention->person].alias >= 0)
				mention->person = r->roster.persons[mention->person].alias;
			note_holder(r, &holders, mention->person, true);
		}
		else if (mention->kind == VN_MENTION_POST)
		{
			const uint32_t *holder = vn_index_find(&holders, key_of_post(r->mention_posts[i], mention->organization));

			if (holder != NULL)
				mention->person = (int32_t) *holder;
		}
		if (i % 4096 == 4095)
			r->roster.env->tick(r->roster.env->context);
	}
	vn_release(r->roster.env, holders.slots);
}

vn_status
vn_read_people(vn_article *article)
{
	const vn_document *d = &article->document;
	reader		r = {.document = d};
	vn_people  *people;

	if (article->people != NULL)
		return VN_OK;
	people = vn_arena_get(&article->arena, sizeof(vn_people));
	if (people == NULL)
		return VN_NO_MEMORY;
	memset(people, 0, sizeof(vn_people));
	r.people = people;
	r.roster.article = article;
	r.roster.document = d;
	r.roster.env = d->env;
	for (uint32_t s = 0; s < d->sentence_count && !r.failed && !r.roster.failed; s++)
	{
		read_atoms(&r, d->sentences[s].first, d->sentences[s].end);
		join_atoms(&r);
		note_mentions(&r);
		if (s % 256 == 255)
			d->env->tick(d->env->context);
	}
	if (!r.failed && !r.roster.failed)
		vn_roster_settle(&r.roster, people);
	if (!r.failed && !r.roster.failed)
	{
		vn_mention *kept = vn_arena_get(&article->arena, (people->mention_count + 1) * sizeof(vn_mention));

		resolve_mentions(&r);
		if (kept == NULL)
			r.failed = true;
		else
		{
			if (people->mention_count > 0)
				memcpy(kept, people->mentions, people->mention_count * sizeof(vn_mention));
			vn_release(d->env, people->mentions);
			people->mentions = kept;
		}
	}
	else
	{
		vn_release(d->env, people->mentions);
		people->mentions = NULL;
		people->mention_count = 0;
	}
	vn_release(d->env, r.atoms);
	vn_release(d->env, r.posts);
	vn_release(d->env, r.mention_bodies);
	vn_release(d->env, r.mention_posts);
	vn_roster_release(&r.roster);
	if (r.failed || r.roster.failed)
		return VN_NO_MEMORY;
	article->people = people;
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
