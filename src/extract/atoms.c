/*
 * atoms.c
 *		See atoms.h.
 */
#include "extract/atoms.h"

static vn_atom *
add_atom(vn_atoms *r, vn_atom_kind kind, uint32_t first, uint32_t end)
{
	vn_atom    *atom;

	if (!vn_reserve(r->roster.env, (void **) &r->atoms, r->atom_count, &r->atom_room, sizeof(vn_atom)))
	{
		r->failed = true;
		return NULL;
	}
	atom = &r->atoms[r->atom_count++];
	*atom = (vn_atom) {.first = first, .end = end, .kind = (uint8_t) kind, .person = -1, .body = -1};
	return atom;
}

static void
add_post(vn_atoms *r, const vn_post *post)
{
	vn_atom    *atom;

	if (!vn_reserve(r->roster.env, (void **) &r->posts, r->post_count, &r->post_room, sizeof(vn_post)))
	{
		r->failed = true;
		return;
	}
	atom = add_atom(r, VN_ATOM_POST, post->first, post->end);
	if (atom == NULL)
		return;
	atom->post = (uint32_t) r->post_count;
	r->posts[r->post_count++] = *post;
}

static void
add_person(vn_atoms *r, uint32_t first, uint32_t end, int32_t person)
{
	vn_atom    *atom = add_atom(r, VN_ATOM_PERSON, first, end);

	if (atom != NULL)
		atom->person = person;
}

/* The first syllables of what small words can mean here, and of what words with a capital can. */
#define SMALL_STARTS VN_STARTS(VN_POSTS)
#define CAPITAL_STARTS (VN_STARTS(VN_POSTS) | VN_STARTS(VN_ABBREVIATIONS) | VN_STARTS(VN_ORGANIZATIONS) | VN_STARTS(VN_ORGANIZATION_HEADS) | \
	VN_STARTS(VN_NAMES))

/* The longest of the phrases that bear on what stands behind them, in tokens. */
#define MOST_BEFORE 5

/* Words behind which a name is no person's: streets, prizes, doctrines, credits. */
#define TRAPS (VN_STARTS_CUE(VN_CUE_STREET) | VN_STARTS_CUE(VN_CUE_NAMED_AFTER) | VN_STARTS_CUE(VN_CUE_DOCTRINE) | \
	VN_STARTS_CUE(VN_CUE_CREDIT))

/* The longest short name of a body, in tokens and one more. */
#define MOST_SHORT_NAME 5

/* The most tokens between two atoms that are looked at. */
#define MOST_BETWEEN 14

/* The longest aside in parentheses between a name and a post, in tokens. */
#define MOST_ASIDE 20

/* Does a cue of one of the classes (bits as of vn_starts_at()) end where "end" begins? */
static bool
stands_behind(const vn_document *d, uint32_t first, uint32_t end, uint64_t classes)
{
	for (uint32_t at = end; at > first && end - at < MOST_BEFORE;)
	{
		vn_lookup	look;

		at--;
		if (!(vn_starts_at(d, at) & classes))
			continue;
		vn_look(&look, d, at, end);
		for (int i = 0; i < look.count; i++)
			for (const vn_phrase *phrase = look.matches[i].phrases; look.matches[i].end == end; phrase++)
			{
				if (phrase->catalog == VN_CUES && (VN_STARTS_CUE(phrase->kind) & classes))
					return true;
				if (phrase->last)
					break;
			}
	}
	return false;
}

/* Is the name that begins at "at" a street's, a school's, a photographer's? */
static bool
is_trapped(const vn_document *d, uint32_t first, uint32_t at)
{
	if (at == first)
		return false;
	if (d->tokens[at - 1].kind == VN_NUMBER)
		return at - 1 > first;
	if (vn_is_punctuation(d, at - 1, ':'))
		return stands_behind(d, first, at - 1, VN_STARTS_CUE(VN_CUE_CREDIT));
	return stands_behind(d, first, at, TRAPS);
}

bool
vn_behind_plural(const vn_document *d, uint32_t first, uint32_t at)
{
	return at > first && (d->tokens[at - 1].kind == VN_NUMBER || stands_behind(d, first, at, VN_STARTS_CUE(VN_CUE_GROUP)));
}

bool
vn_behind_presenter(const vn_document *d, uint32_t first, uint32_t end)
{
	for (uint32_t at = end; at > first && end - at < MOST_BEFORE;)
	{
		vn_lookup	look;
		uint32_t	stop;
		int			cue;

		at--;
		if (!(vn_starts_at(d, at) & VN_STARTS(VN_AWARD_CUES)))
			continue;
		vn_look(&look, d, at, end);
		cue = vn_look_row(&look, VN_AWARD_CUES, &stop);
		if (cue >= 0 && stop == end)
		{
			int			role = vn_cell_number(VN_AWARD_CUES, cue, VN_AWARD_CUE_ROLE);

			if (role == VN_ROLE_ON_BEHALF || role == VN_ROLE_FOR)
				return true;
		}
	}
	return false;
}

/*
 * A name in capitals has no visible end: where it ends is known from the text, else it has three syllables.
 */
static void
cut_upper_name(const vn_atoms *r, uint32_t limit, vn_name *name)
{
	uint32_t	known = vn_roster_known_end(&r->roster, name);

	if (known != 0)
		name->end = known;
	else if (name->end - name->first > 4 ||
			 (name->end - name->first == 4 && name->end < limit && vn_is_upper(r->document, name->end)))
		name->end = name->first + 3;
}

/* Which one is meant where both a name and a body can begin? */
static bool
is_rather_body(const vn_name *name, const vn_body *body, bool addressed, bool by_courtesy)
{
	uint32_t	length = name->end - name->first;

	if (body->organization >= 0)
		return body->end >= name->end;
	if (addressed && (name->trap || length > 2 || by_courtesy))
		return false;
	return body->end > name->first + 1 && length < 3;
}

/* Does one foreign word behind the last post name its holder ("Tổng thống Putin"), rather than a firm or a town? */
static bool
takes_one_name(const vn_atoms *r)
{
	const vn_post *post = &r->posts[r->post_count - 1];

	return post->has_body || post->rank == VN_RANK_RANK || post->rank == VN_RANK_COURTESY ||
		vn_row_number(r->document, VN_POSTS, post->row, VN_POST_SPHERE) == VN_SPHERE_FOREIGN ||
		*vn_row_cell(r->document, VN_POSTS, post->row, VN_POST_ORGANIZATION) != '\0';
}

int
vn_owner_of_board(const vn_document *d, uint32_t first, uint32_t end, vn_body *owner)
{
	vn_lookup	look;
	uint32_t	at;
	int			noun;

	vn_look(&look, d, first, end);
	noun = vn_look_row(&look, VN_ORGANIZATION_HEADS, &at);
	return noun >= 0 && at < end && vn_body_at(d, at, end, true, owner) && owner->end == end && owner->head >= 0 &&
		vn_cell_number(VN_ORGANIZATION_HEADS, owner->head, VN_HEAD_KIND) == VN_KIND_ENTERPRISE ? noun : -1;
}

/* "Tập đoàn X (ABC)": note the short name behind a body that ends at "at". */
static void
read_short_name(vn_atoms *r, uint32_t at, uint32_t limit, int32_t body)
{
	const vn_document *d = r->document;
	uint32_t	end = at + 1;

	if (end >= limit || !vn_is_punctuation(d, at, '(') || !(vn_is_upper(d, end) || (vn_is_capital(d, end) && vn_is_foreign(d, end))))
		return;
	while (end < limit && end - at < MOST_SHORT_NAME && d->tokens[end].kind != VN_PUNCTUATION)
		end++;
	if (end < limit && vn_is_punctuation(d, end, ')'))
		vn_roster_short_name(&r->roster, at + 1, end, body);
}

/* Does the last post take a foreign name for its holder's rather than for more of its body? */
static bool
is_foreign_post(const vn_atoms *r, const vn_post *post)
{
	return post->rank >= VN_RANK_RANK || vn_row_number(r->document, VN_POSTS, post->row, VN_POST_SPHERE) == VN_SPHERE_FOREIGN ||
		*vn_row_cell(r->document, VN_POSTS, post->row, VN_POST_ORGANIZATION) != '\0';
}

/*
 * "ông A, Trưởng Ban Quản lý Khu di tích Hương Sơn": what looks a little like a name behind a post that has its holder
 * already is more of the post's body.
 */
static bool
is_more_body(const vn_atoms *r, const vn_name *name)
{
	const vn_post *post = &r->posts[r->post_count - 1];

	return r->behind && post->has_body && !name->sure && !is_foreign_post(r, post) && post->body.end == name->first &&
		r->document->tokens[post->first - 1].kind == VN_PUNCTUATION &&
		(post->body.open || !name->foreign || name->end - name->first == 1);
}

/* A person or body that begins with a capital at "at"; returns the token behind it, "at" where there is none. */
static uint32_t
read_name(vn_atoms *r, uint32_t first, uint32_t at, uint32_t limit, uint64_t starts, bool addressed)
{
	const vn_document *d = r->document;
	vn_body		body,
				owner;
	vn_name		name;
	bool		is_body = (starts & (VN_STARTS(VN_ORGANIZATIONS) | VN_STARTS(VN_ORGANIZATION_HEADS))) &&
		vn_body_at(d, at, limit, false, &body);
	bool		is_name = ((starts & VN_STARTS(VN_NAMES)) || addressed) && vn_name_at(d, at, limit, addressed, &name);
	int32_t		person;

	if (is_name && vn_is_upper(d, at))
		cut_upper_name(r, limit, &name);
	if (is_name && name.foreign && name.end - at == 1 && !takes_one_name(r))
		is_name = false;
	if (is_name && is_body && is_rather_body(&name, &body, addressed, addressed && r->posts[r->post_count - 1].rank == VN_RANK_COURTESY))
		is_name = false;
	if (is_name && addressed && is_more_body(r, &name))
	{
		vn_post    *post = &r->posts[r->post_count - 1];

		post->end = post->body.end = r->atoms[r->atom_count - 1].end = name.end;
		return name.end;
	}
	if (is_name)
	{
		if (addressed || !(name.trap || is_trapped(d, first, at)))
			add_person(r, name.first, name.end, vn_roster_person_of(&r->roster, &name));
		return name.end;
	}
	if (is_body)
	{
		vn_atom    *atom = add_atom(r, VN_ATOM_BODY, body.first, body.end);

		if (atom != NULL)
		{
			atom->body = vn_roster_body_of(&r->roster, &body, NULL);
			if (body.end < limit && vn_is_punctuation(d, body.end, '(') && vn_owner_of_board(d, at, body.end, &owner) >= 0)
				read_short_name(r, body.end, limit, vn_roster_body_of(&r->roster, &owner, NULL));
			else
				read_short_name(r, body.end, limit, atom->body);
		}
		return body.end;
	}

	if (addressed && r->posts[r->post_count - 1].rank >= VN_RANK_RANK && vn_plain_name_at(d, at, limit, &name))
	{
		add_person(r, name.first, name.end, vn_roster_person_of(&r->roster, &name));
		return name.end;
	}

	/* a given name behind an address: "ông Diên" */
	if (addressed && (person = vn_roster_called(&r->roster, at)) >= 0)
	{
		add_person(r, at, at + 1, person);
		r->roster.persons[person].mentions++;
		return at + 1;
	}
	return at;
}

/* A post; returns the token behind it, "at" where there is none. "floor": the last atom ends here. */
static uint32_t
read_post(vn_atoms *r, uint32_t floor, uint32_t at, uint32_t limit, bool floor_is_name)
{
	vn_lookup	look;
	vn_post		post;
	uint32_t	end = at,
				named;
	int			row;

	vn_look(&look, r->document, at, limit);
	row = vn_look_row(&look, VN_POSTS, &end);
	if ((row < 0 && !(look.starts & VN_STARTS(VN_ABBREVIATIONS))) ||
		(!vn_is_capital(r->document, at) && vn_joins_word_before(r->document, at)))
		return at;
	if (row >= 0 && vn_look_name(&look, VN_NAME_TRAP, &named) >= 0 && named > end)
		return named;			/* part of a known name */
	if (row >= 0 && end == at + 1 && vn_is_upper(r->document, at) && vn_look_row(&look, VN_ORGANIZATION_HEADS, &named) >= 0 && named > end)
		return at;				/* BTV Huyện ủy */
	if (!vn_post_at(&look, floor, floor_is_name, &post))
		return at;

	/* "Bí thư Thăng": a person known by name, no body */
	if (post.has_body && post.body.end - post.body.first == 1 && post.body.head < 0 && post.body.organization < 0 &&
		post.body.place_end == post.body.place_first && vn_roster_called(&r->roster, post.body.first) >= 0)
	{
		post.has_body = false;
		post.end = post.title_end;
	}
	if (post.has_body && !post.body.open && post.body.end < limit && vn_is_punctuation(r->document, post.body.end, '('))
		read_short_name(r, post.body.end, limit, vn_roster_body_of(&r->roster, &post.body, NULL));
	add_post(r, &post);
	r->behind = floor_is_name && post.first <= floor + 1;
	return post.end;
}

void
vn_read_atoms(vn_atoms *r, uint32_t first, uint32_t limit)
{
	const vn_document *d = r->document;

	r->first = first;
	r->atom_count = 0;
	r->post_count = 0;
	for (uint32_t at = first; at < limit && !r->failed;)
	{
		const vn_token *token = &d->tokens[at];
		uint64_t	starts = vn_starts_at(d, at);
		bool		capital = (token->flags & VN_CAPITAL) != 0;
		const vn_atom *last;
		bool		addressed;
		uint32_t	end = at;

		vn_step(d->env, &r->steps);
		if (token->kind != VN_WORD || !((starts & SMALL_STARTS) || capital))
		{
			at++;
			continue;
		}
		last = r->atom_count > 0 ? &r->atoms[r->atom_count - 1] : NULL;
		addressed = last != NULL && last->end == at && last->kind == VN_ATOM_POST;
		if (starts & (capital ? VN_STARTS(VN_POSTS) | VN_STARTS(VN_ABBREVIATIONS) : SMALL_STARTS))
			end = read_post(r, last == NULL ? first : last->end, at, limit,
							last != NULL && (last->kind == VN_ATOM_PERSON || (last->kind == VN_ATOM_POST && r->behind)));
		if (end == at && capital && (addressed || (starts & CAPITAL_STARTS)))
			end = read_name(r, first, at, limit, starts, addressed);
		at = end == at ? at + 1 : end;
	}
}

/* Words between two commas that say nothing of posts: an age, an unknown short form. */
static bool
is_aside(const vn_document *d, uint32_t first, uint32_t end)
{
	bool		number = false;
	bool		upper = true;

	for (uint32_t at = first; at < end; at++)
	{
		number |= d->tokens[at].kind == VN_NUMBER || d->tokens[at].kind == VN_DATE;
		upper &= vn_is_upper(d, at);
		if (d->tokens[at].kind == VN_PUNCTUATION)
			return false;
	}
	return end > first && (number || upper);
}

/* The last of the words of status that fill the tokens [at, limit): "được bổ nhiệm" "giữ chức"; -1: others stand there. */
static int
status_between(const vn_document *d, uint32_t at, uint32_t limit)
{
	int			cue = -1;

	while (at < limit)
	{
		vn_lookup	look;

		if (!(vn_starts_at(d, at) & VN_STARTS_CUE(VN_CUE_STATUS)))
			return -1;
		vn_look(&look, d, at, limit);
		cue = vn_look_cue(&look, VN_CUE_STATUS, &at);
		if (cue < 0)
			return -1;
	}
	return cue;
}

vn_gap
vn_gap_between(const vn_atoms *r, const vn_atom *before, const vn_atom *after)
{
	const vn_document *d = r->document;
	uint32_t	at = before->end;
	uint32_t	limit = after->first;
	vn_lookup	look;
	uint32_t	end;
	int			cue;

	if (at >= limit)
		return VN_GAP_NONE;

	/* ông A (SN 1980), Giám đốc X */
	if (vn_is_punctuation(d, at, '(') && before->kind == VN_ATOM_PERSON && limit - at > 2 && limit - at <= MOST_ASIDE &&
		vn_is_punctuation(d, limit - 2, ')'))
		at = limit - 1;
	/* ông A (44 tuổi, Giám đốc X) */
	if (vn_is_punctuation(d, at, '(') && limit - at <= MOST_ASIDE && vn_is_punctuation(d, limit - 1, ',') &&
		is_aside(d, at + 1, limit - 1))
		return VN_GAP_OPEN;
	if (limit - at > MOST_BETWEEN)
		return VN_GAP_OTHER;
	if (d->tokens[at].kind == VN_PUNCTUATION)
	{
		if (limit - at == 1)
			return vn_is_punctuation(d, at, ',') ? VN_GAP_COMMA : vn_is_punctuation(d, at, '-') ? VN_GAP_DASH :
				vn_is_punctuation(d, at, '(') ? VN_GAP_OPEN : vn_is_punctuation(d, at, ';') ? VN_GAP_SEMICOLON :
				vn_is_punctuation(d, at, ':') ? VN_GAP_COLON : vn_is_punctuation(d, at, '/') ? VN_GAP_AND : VN_GAP_OTHER;
		if (vn_is_punctuation(d, at, '('))
		{
			/* Phó Chủ tịch (kiêm Giám đốc X), ông A (hiện là Giám đốc X): only words that join to a post */
			if (after->kind != VN_ATOM_POST)
				return VN_GAP_OTHER;
		}
		else if (!vn_is_punctuation(d, at, ',') && !vn_is_punctuation(d, at, ')'))
			return VN_GAP_OTHER;
		at++;
	}
	if (at > before->end && vn_is_punctuation(d, limit - 1, ',') && is_aside(d, at, limit - 1))
		return VN_GAP_COMMA;
	vn_look(&look, d, at, limit);
	if (vn_look_cue(&look, VN_CUE_JOINER, &end) >= 0 && end == limit)
		return VN_GAP_AND;
	cue = status_between(d, at, limit);

	/* ", sinh năm 1960, giữ chức" */
	for (uint32_t i = at + 1; cue < 0 && at > before->end && i < limit; i++)
		if (is_aside(d, at, i))
			cue = status_between(d, i, limit);
	if (cue >= 0)
		switch (vn_cell(VN_CUES, cue, VN_CUE_KIND)[0])
		{
			case 'a':			/* appointed */
			case 'c':			/* current */
				return VN_GAP_IS;
			case 'f':			/* former */
			case 'd':			/* dismissed */
				return VN_GAP_WAS;
			case 'h':			/* of whom it is said */
				return VN_GAP_TOWARD;
		}
	return VN_GAP_OTHER;
}
