/*
 * award_clauses.c
 *		From the parts of a sentence to acts of conferring: which award goes to which recipients, by whose authority.
 *
 * One pass from left to right. Awards are opened, recipients gathered; a new verb, or an award behind recipients, closes
 * what is open. In the active voice ("tặng A cho R") recipients follow their awards, in the passive ("R được tặng A") they
 * are what stood before the verb.
 */
#include "extract/award_acts.h"

#define MAX_OPEN 12

/* A subject stands at most so many tokens before its verb. */
#define MAX_GAP 40

/* Between the subject of an active verb and the verb, and between the names of a list. */
#define MAX_SUBJECT_GAP 6

/* A verb of proposing governs what is conferred so many tokens behind it. */
#define MAX_PROPOSAL_GAP 24

typedef struct recipient
{
	uint8_t		kind;			/* role; 0: unclear */
	char		separator;		/* before it: , ; : ( & (and), or 0 */
	bool		mixed;
	bool		many;
	bool		named;
	int			count;
	const char *text;			/* of the named */
	int			mention;		/* -1: none */
	uint32_t	first,
				end;
} recipient;

typedef struct recipients
{
	recipient  *list;
	size_t		room;
	uint32_t	count;
} recipients;

typedef struct open_award
{
	const vn_part *part;		/* the award */
	const char *name;
	int			rank;			/* row, -1: none */
	const char *authority;
	int			count;			/* "9 Bằng khen"; -1: none */
	int			year;
	bool		period;
	bool		proposed;
	bool		posthumous;
	bool		subject;		/* it stands before its passive verb: "Bằng khen được tặng cho …" */
	bool		tentative;		/* no verb yet; a tally needs none: "Bằng khen: 3 tập thể" */
	uint32_t	first,
				end;
} open_award;

typedef struct clause
{
	vn_article *article;
	const vn_people *people;
	const vn_parts *parts;
	vn_acts    *acts;
	uint32_t	sentence;
	open_award	open[MAX_OPEN];
	int			open_count;
	open_award	last;			/* the last award of the sentence */
	bool		has_last;
	recipients	given;			/* of the open awards */
	recipients	loose;			/* not yet of any award */
	recipients	before;			/* the subject of the passive clause before an active one that may lack recipients */
	uint32_t	breakdown;		/* where in "given" the breakdown of the total begins; UINT32_MAX: none */
	bool		receiving;		/* recipients that come now belong to the open awards */
	bool		passive;		/* the verb in force is passive or of receiving */
	bool		received;		/* it is of receiving: no other verb shares its subject */
	bool		verb_used;		/* an award has come since the verb */
	bool		subject_passive;	/* "được" has been read, its verb not yet */
	bool		award_subject;	/* the same, and its subject is the open awards */
	int			verb;			/* role of the verb in force; 0: none */
	uint32_t	verb_first;
	const char *authority;		/* that goes with the verb */
	const char *presenter;		/* the body that hands over: a prize is its own */
	const char *behalf;			/* on whose behalf it is handed over */
	const vn_part *mention;		/* the last one that was left aside among recipients */
	uint8_t		pending;		/* role of OF, ON_BEHALF, FOR or AGENT that waits for a mention */
	const char *agent;
	bool		proposing;
	bool		proposal_used;	/* recipients came since the verb of proposing */
	uint32_t	proposal;		/* token of that verb */
	bool		negative;		/* targets, conditions and the like govern the rest of the sentence */
	bool		ruled;			/* it cites rules: what has neither count nor name is no act */
	bool		revoking;
	bool		denied;
	bool		purpose;
	bool		aside;			/* in brackets behind a named recipient */
	bool		bracketed;		/* the breakdown is in brackets */
	bool		contest;
	bool		period;
	int			year;
	bool		tally;			/* the open awards are followed by counts in brackets, or behind a colon or "cho" */
	char		separator;		/* since the last recipient */
	bool		failed;
} clause;

/* -------------------------------------------------------------- authorities */

/* A post and its body as one phrase; a word that ends the one and begins the other stands once. */
static const char *
post_of_body(clause *c, const char *title, const char *organization)
{
	size_t		title_length = strlen(title);
	size_t		shared = 0;
	char	   *result;

	for (const char *p = title + title_length; p > title; p--)
		if ((p[-1] == ' ' || p == title + title_length) && p != title + title_length &&
			strncmp(p, organization, strlen(p)) == 0 &&
			(organization[strlen(p)] == ' ' || organization[strlen(p)] == '\0'))
			shared = strlen(p);
	result = vn_arena_get(&c->article->arena, title_length + strlen(organization) + 2);
	if (result == NULL)
		return NULL;
	memcpy(result, title, title_length);
	if (shared < strlen(organization))
	{
		size_t		at = title_length;

		if (shared == 0)
			result[at++] = ' ';
		strcpy(result + at, organization + shared);
	}
	else
		result[title_length] = '\0';
	return result;
}

/* Whose award a mention or an authority of the cues makes it; NULL: none. */
static const char *
authority_of(clause *c, const vn_part *part)
{
	const vn_mention *m;

	if (part->kind == VN_PART_CUE)
		return vn_cell(VN_AWARD_CUES, part->row, VN_AWARD_CUE_CUE);
	m = &c->people->mentions[part->row];
	if (m->kind == VN_MENTION_BODY)
		return m->organization != NULL && part->end == m->end ? m->organization : vn_canonical_span(c->article, part->first, part->end);
	if (m->title == NULL)
		return NULL;
	if (m->organization == NULL)
	{
		/* "Thủ tướng" is the Prime Minister of the Government */
		const vn_document *d = &c->article->document;
		vn_match	matches[VN_MAX_MATCHES];
		int			count = vn_matches_at(d, m->first, m->end, matches);
		int			row = count == 0 || matches[0].end != m->end ? -1 : vn_match_row(&matches[0], VN_AWARD_CUES);

		if (row >= 0 && vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE) == VN_ROLE_AUTHORITY)
			return vn_cell(VN_AWARD_CUES, row, VN_AWARD_CUE_CUE);
	}
	return m->organization == NULL ? m->title : post_of_body(c, m->title, m->organization);
}

static bool
is_mention(const vn_part *part, int kind)
{
	return part->kind == VN_PART_MENTION && part->role == kind;
}

/* --------------------------------------------------------------------- acts */

static vn_act *
add_act(clause *c, const open_award *a)
{
	vn_acts    *acts = c->acts;
	vn_act	   *act;

	if (!vn_reserve(c->article->arena.env, (void **) &acts->acts, acts->count, &acts->room, sizeof(vn_act)))
	{
		c->failed = true;
		return NULL;
	}
	act = &acts->acts[acts->count++];
	*act = (vn_act) {
		.award = a->name, .rank = a->rank < 0 ? NULL : vn_cell(VN_AWARD_CUES, a->rank, VN_AWARD_CUE_CUE),
		.authority = a->authority, .count = -1, .proposed = a->proposed, .posthumous = a->posthumous,
		.year = a->year, .sentence_year = c->year, .period = a->period, .sentence = c->sentence, .first = a->first, .end = a->end,
		.rule = c->passive ? "recipients before the verb" : "recipients behind the award"
	};
	return act;
}

/* The kind of recipients that an award of the catalogue always has; 0 where it has several. */
static uint8_t
kind_of_award(const open_award *a)
{
	const char *recipients = a->part->row < 0 ? "" : vn_cell(VN_AWARDS, a->part->row, VN_AWARD_RECIPIENTS);

	return strcmp(recipients, "individual") == 0 ? VN_ROLE_INDIVIDUAL :
		strcmp(recipients, "collective") == 0 ? VN_ROLE_COLLECTIVE :
		strcmp(recipients, "household") == 0 ? VN_ROLE_HOUSEHOLD : 0;
}

/* Names of one kind, joined by semicolons. */
static const char *
join_names(clause *c, const recipient *list, uint32_t count, int kind, int *names)
{
	size_t		length = 0;
	char	   *result;
	char	   *p;

	*names = 0;
	for (uint32_t i = 0; i < count; i++)
		if (list[i].named && list[i].kind == kind)
		{
			if (list[i].text == NULL)
				return NULL;	/* memory was out; the arena knows */
			length += strlen(list[i].text) + 2;
			++*names;
		}
	if (*names == 0 || (result = vn_arena_get(&c->article->arena, length + 1)) == NULL)
		return NULL;
	p = result;
	for (uint32_t i = 0; i < count; i++)
		if (list[i].named && list[i].kind == kind)
		{
			if (p > result)
				p = stpcpy(p, "; ");
			p = stpcpy(p, list[i].text);
		}
	return result;
}

static void
widen(vn_act *act, const recipient *r)
{
	if (r->first < act->first)
		act->first = r->first;
	if (r->end > act->end)
		act->end = r->end;
}

/* The acts of one award for a list without totals: one per count, one per kind for the names, one per kind left. */
static void
add_acts(clause *c, const open_award *a, const recipient *list, uint32_t count)
{
	static const uint8_t kinds[] = {VN_ROLE_COLLECTIVE, VN_ROLE_INDIVIDUAL, VN_ROLE_HOUSEHOLD, 0};
	bool		counted = false;
	int			kinds_seen = 0;
	uint8_t		first_kind = count > 0 ? list[0].kind : 0;
	int			names = 0;
	int			total = 0;
	vn_act	   *act;

	for (uint32_t i = 0; i < count; i++)
	{
		counted |= list[i].count >= 0 && !list[i].named;
		total += list[i].count > 0 ? list[i].count : 0;
		names += list[i].named;
		kinds_seen += i == 0 || list[i].kind != first_kind;
	}
	/* "12 tập thể và 35 cá nhân được khen thưởng, gồm 2 Bằng khen, …": each certificate tells its own count */
	if (a->count >= 0 && c->passive && counted && total != a->count)
		counted = false;
	if (a->count > names && !counted)
	{
		/* only the certificates are counted */
		act = add_act(c, a);
		if (act == NULL)
			return;
		act->count = a->count;
		act->kind = kinds_seen == 1 && !list[0].mixed ? first_kind : kinds_seen == 0 ? kind_of_award(a) : 0;
		if (kinds_seen == 1)
			act->recipient = join_names(c, list, count, first_kind, &names);
		for (uint32_t i = 0; i < count; i++)
			widen(act, &list[i]);
		act->rule = "certificates counted";
		return;
	}
	for (uint32_t i = 0; i < count; i++)
		if (list[i].count >= 0 && !list[i].named && (act = add_act(c, a)) != NULL)
		{
			act->kind = list[i].mixed ? 0 : list[i].kind != 0 ? list[i].kind : kind_of_award(a);
			act->count = list[i].count;
			act->recipient = list[i].text;
			widen(act, &list[i]);
		}
	for (unsigned k = 0; k < sizeof(kinds); k++)
	{
		const char *text = join_names(c, list, count, kinds[k], &names);
		const recipient *plain = NULL;
		bool		other = false;

		if (names > 0 && (act = add_act(c, a)) != NULL)
		{
			act->kind = kinds[k];
			act->count = names;
			act->recipient = text;
			act->rule = "recipients named";
			for (uint32_t i = 0; i < count; i++)
				if (list[i].named && list[i].kind == kinds[k])
					widen(act, &list[i]);
			continue;
		}
		for (uint32_t i = 0; i < count; i++)
			if (list[i].kind == kinds[k])
			{
				other |= list[i].count >= 0 || list[i].named;
				plain = &list[i];
			}
		if (plain != NULL && !other && (act = add_act(c, a)) != NULL)
		{
			act->kind = kinds[k];
			act->generic = true;
			widen(act, plain);
		}
	}
}

/*
 * A total and what it is made of, behind "gồm" or in brackets: names belong to the total, counts replace a total that has no
 * kind of its own, and are left out beside one that has. The totals begin at "first".
 */
static void
settle_breakdown(clause *c, uint32_t first)
{
	recipient  *list = c->given.list;
	uint32_t	parts = c->breakdown;
	uint32_t	count = c->given.count;
	bool		counted = false;
	bool		open = true;

	c->breakdown = UINT32_MAX;
	if (parts >= count)
		return;
	for (uint32_t i = parts; i < count; i++)
		counted |= list[i].count >= 0 && !list[i].named;
	for (uint32_t i = first; i < parts; i++)
		open &= list[i].mixed || list[i].count < 0;
	if (open)
	{
		memmove(list + first, list + parts, (count - parts) * sizeof(recipient));
		c->given.count = first + count - parts;
		return;
	}
	for (uint32_t i = first; i < parts && !counted; i++)
	{
		int			names;

		list[i].text = join_names(c, list + parts, count - parts, list[i].kind, &names);
	}
	c->given.count = parts;
}

/* "Cá nhân được tặng A …": a class without number is what rules speak of. */
static bool
is_class(const clause *c)
{
	for (uint32_t i = 0; i < c->given.count; i++)
		if (c->given.list[i].count >= 0 || c->given.list[i].named || c->given.list[i].many)
			return false;
	return c->given.count > 0;
}

/*
 * "Phòng A, Cục B; Phòng C, Cục D": where semicolons part the names of a list, a comma leads from a body to the greater one
 * that it belongs to.
 */
static void
fold_nested_bodies(clause *c, uint32_t first)
{
	recipients *given = &c->given;
	bool		semicolons = false;
	bool		commas = true;
	uint32_t	kept = first;

	for (uint32_t i = first; i < given->count; i++)
	{
		semicolons |= given->list[i].separator == ';';
		commas &= i == first ? given->list[i].separator == 0 : given->list[i].separator == ',';
	}
	/* so does the one comma of "cho Phòng A, Cục B" */
	semicolons |= commas && given->count - first == 2;
	for (uint32_t i = first; i < given->count && semicolons; i++)
	{
		recipient  *r = &given->list[i];
		recipient  *before = kept > first ? &given->list[kept - 1] : NULL;

		if (before != NULL && r->separator == ',' && r->named && before->named && r->kind == VN_ROLE_COLLECTIVE &&
			before->kind == VN_ROLE_COLLECTIVE)
		{
			before->end = r->end;
			before->text = vn_canonical_span(c->article, before->first, r->end);
			c->failed |= before->text == NULL;
		}
		else
			given->list[kept++] = *r;
	}
	if (semicolons)
		given->count = kept;
}

static void
close_awards(clause *c)
{
	fold_nested_bodies(c, c->breakdown < c->given.count ? c->breakdown : 0);
	settle_breakdown(c, 0);
	for (int i = 0; i < c->open_count && !c->negative && !c->revoking; i++)
	{
		open_award *a = &c->open[i];
		uint32_t	before = c->acts->count;

		if ((c->contest && a->authority == NULL) || (a->tentative && !c->tally))
			continue;
		/* prizes are awards of the State only when a public body gives them */
		if (a->part->award_kind == VN_AWARD_PRIZE && a->authority == NULL && *vn_cell(VN_AWARDS, a->part->row, VN_AWARD_AUTHORITY) == '\0')
			continue;
		if (c->passive && a->count < 0 && is_class(c))
			continue;
		if (c->given.count > 0 || a->count >= 0)
			add_acts(c, a, c->given.list, c->given.count);
		else if (!c->passive)	/* "R được X tặng A, Y tặng B" */
			add_acts(c, a, c->before.list, c->before.count);
		for (uint32_t j = before; j < c->acts->count; j++)
			if ((a->subject || c->ruled) && c->acts->acts[j].generic)
			{
				c->acts->acts[j] = c->acts->acts[--c->acts->count];
				j--;
			}
	}
	c->before.count = c->open_count > 0 ? 0 : c->before.count;
	c->open_count = 0;
	c->given.count = 0;
	c->breakdown = UINT32_MAX;
	c->receiving = c->tally = c->bracketed = false;
	c->mention = NULL;
}

/* --------------------------------------------------------------- recipients */

static recipient *
add_to(clause *c, recipients *list, const vn_part *part)
{
	recipient  *r;

	if (!vn_reserve(c->article->arena.env, (void **) &list->list, list->count, &list->room, sizeof(recipient)))
	{
		c->failed = true;
		return NULL;
	}
	r = &list->list[list->count++];
	*r = (recipient) {
		.separator = c->separator, .count = -1, .mention = -1, .first = part->first, .end = part->end
	};
	c->separator = 0;
	return r;
}

static void
add_copy(clause *c, recipients *list, const recipient *r)
{
	recipient	copy = *r;

	if (vn_reserve(c->article->arena.env, (void **) &list->list, list->count, &list->room, sizeof(recipient)))
		list->list[list->count++] = copy;
	else
		c->failed = true;
}

static void
add_mention(clause *c, recipients *list, const vn_part *part)
{
	const vn_mention *m = &c->people->mentions[part->row];
	recipient  *r = add_to(c, list, part);

	if (r == NULL)
		return;
	r->mention = part->row;
	r->named = true;
	if (m->person >= 0 && m->kind != VN_MENTION_BODY)
	{
		r->kind = VN_ROLE_INDIVIDUAL;
		r->text = c->people->persons[m->person].name;
	}
	else
	{
		r->kind = m->kind == VN_MENTION_BODY ? VN_ROLE_COLLECTIVE : VN_ROLE_INDIVIDUAL;
		r->text = m->kind == VN_MENTION_BODY && m->organization != NULL ? m->organization :
			vn_canonical_span(c->article, part->first, part->end);
	}
	c->failed |= r->text == NULL;
}

/* Does a noun without a count name one recipient: "Ngành tư pháp", "tập thể Phòng A"? */
static bool
names_someone(const clause *c, const vn_part *part)
{
	const vn_document *d = &c->article->document;
	uint32_t	end = d->sentences[c->sentence].end;

	return (d->tokens[part->first].flags & VN_CAPITAL) != 0 ||
		(part->end < end && d->tokens[part->end].kind == VN_WORD && (d->tokens[part->end].flags & VN_CAPITAL) != 0);
}

/* Whom a form of address alone stands for: the last person named before it. */
static const char *
person_before(const clause *c, uint32_t at)
{
	for (uint32_t i = vn_mention_from(c->people, at); i-- > 0;)
		if (c->people->mentions[i].kind == VN_MENTION_PERSON && c->people->mentions[i].person >= 0)
			return c->people->persons[c->people->mentions[i].person].name;
	return NULL;
}

static void
add_recipients(clause *c, recipients *list, const vn_part *part)
{
	const vn_document *d = &c->article->document;
	const vn_part *next = part + 1 < c->parts->parts + c->parts->count ? part + 1 : NULL;
	recipient  *r = add_to(c, list, part);
	uint32_t	limit = next == NULL ? d->sentences[c->sentence].end : next->first;

	if (r == NULL)
		return;
	r->kind = part->role;
	r->mixed = part->mixed;
	r->many = part->many;
	r->count = part->value;
	if (part->value < 0 && part->pronoun && !part->many && !(part->end < limit && (d->tokens[part->end].flags & VN_CAPITAL)))
	{
		/* as a subject it is the last person named; as an object it may be anybody */
		r->text = list == &c->loose ? person_before(c, part->first) : NULL;
		r->named = r->text != NULL;
		r->count = 1;
		return;
	}
	if (part->value < 0 && !part->many && part->role == VN_ROLE_COLLECTIVE && !part->generic &&
		(part->end == limit || d->tokens[part->end].kind != VN_WORD))
	{
		/* "cho nhà trường." */
		r->named = true;
		r->text = vn_canonical_span(c->article, part->first, part->end);
		c->failed |= r->text == NULL;
	}
	if (part->value < 0 && !part->many && part->end < limit && d->tokens[part->end].kind == VN_WORD &&
		((d->tokens[part->end].flags & VN_CAPITAL) || (!part->generic && part->role == VN_ROLE_COLLECTIVE)))
	{
		uint32_t	end = part->end;

		while (end < limit && d->tokens[end].kind == VN_WORD &&
			   (part->role != VN_ROLE_INDIVIDUAL || (d->tokens[end].flags & VN_CAPITAL)))
			end++;
		r->named = true;
		r->end = end;
		/* a person's name without the form of address */
		r->text = vn_canonical_span(c->article, part->role == VN_ROLE_INDIVIDUAL ? part->end : part->first, end);
		c->failed |= r->text == NULL;
	}
}

static bool
is_person(const clause *c, const recipient *r)
{
	return r->mention >= 0 && c->people->mentions[r->mention].kind == VN_MENTION_PERSON;
}

/*
 * The subject of a passive verb: what stands closest before it, with what is joined to that. "3 cá nhân thuộc Cục X" are
 * the three, "Hà, Giám đốc Sở X" is Hà.
 */
static void
take_subject(clause *c, uint32_t verb)
{
	recipient  *list = c->loose.list;
	uint32_t	last = c->loose.count;
	uint32_t	first;
	bool		joined = false;

	c->given.count = 0;
	if (last == 0 || verb - list[last - 1].end > MAX_GAP)
	{
		c->loose.count = 0;
		return;
	}
	last--;
	while (last > 0 && list[last].mention >= 0 && list[last].separator == 0 && list[last - 1].mention < 0)
		last--;
	/* posts and bodies behind a person say who it is */
	first = last;
	while (first > 0 && list[first].mention >= 0 && !is_person(c, &list[first]) &&
		   (list[first].separator == 0 || list[first].separator == ','))
		first--;
	if (is_person(c, &list[first]))
		last = first;
	first = last;
	while (first > 0 && (list[first].separator == '&' || (list[first].separator == ',' && (list[first].mention < 0 || joined))) &&
		   (list[first - 1].mention < 0) == (list[last].mention < 0) && (list[first - 1].mention >= 0 || list[first - 1].count >= 0 || list[last].count < 0))
	{
		joined |= list[first].separator == '&';
		first--;
	}
	for (uint32_t i = first; i <= last; i++)
		add_copy(c, &c->given, &list[i]);
	c->loose.count = 0;
}

/*
 * "tặng A cho 3 tập thể, 29 cá nhân được tặng B": the recipients behind the last separator of the open list are the
 * subject of the passive verb that follows them.
 */
static void
split_given(clause *c)
{
	uint32_t	cut = 0;

	if (c->breakdown < c->given.count)
		cut = c->breakdown;
	for (uint32_t i = c->given.count; i-- > 1 && cut == 0;)
		if (c->given.list[i].separator == ';')
			cut = i;
	for (uint32_t i = c->given.count; i-- > 1 && cut == 0;)
		if (c->given.list[i].separator == ',')
			cut = i;
	if (cut == 0)
		return;
	c->loose.count = 0;
	for (uint32_t i = cut; i < c->given.count; i++)
		add_copy(c, &c->loose, &c->given.list[i]);
	c->given.count = cut;
}

/* -------------------------------------------------------------------- verbs */

static const vn_part *
next_part(const clause *c, const vn_part *part)
{
	return part + 1 < c->parts->parts + c->parts->count ? part + 1 : NULL;
}

static bool
is_award(const vn_part *part)
{
	return part != NULL && (part->kind == VN_PART_AWARD || part->kind == VN_PART_RANK);
}

/* Does the verb take an award as its object, or is it "to" between an award and its recipients: "trao A tặng R"? */
static bool
is_preposition(const clause *c, const vn_part *part)
{
	const vn_part *next = next_part(c, part);

	if (c->open_count == 0 || (c->given.count > 0 && !c->passive))
		return false;
	while (next != NULL && ((next->kind == VN_PART_CUE && (next->role == VN_ROLE_TITLE || next->role == VN_ROLE_MANY ||
														   next->role == VN_ROLE_TO)) || next->kind == VN_PART_COUNT))
		next = next_part(c, next);
	return next != NULL && !is_award(next) && next->first - part->end <= 3 && next->kind != VN_PART_MARK;
}

/* The mention before an active verb; "either" verbs are acts of authority only when a body or a bare post does them. */
static const char *
active_authority(clause *c, int role)
{
	const recipient *subject = c->loose.count == 0 ? NULL : &c->loose.list[c->loose.count - 1];
	const vn_mention *m;

	if (c->authority != NULL && subject == NULL)
		return c->authority;
	if (role == VN_ROLE_HAND_OVER || subject == NULL || subject->mention < 0)
		return NULL;
	m = &c->people->mentions[subject->mention];
	if (role == VN_ROLE_EITHER && m->kind == VN_MENTION_PERSON)
		return NULL;
	return authority_of(c, &(vn_part) {.kind = VN_PART_MENTION, .row = subject->mention, .first = subject->first, .end = subject->end});
}

static void
read_verb(clause *c, const vn_part *part)
{
	int			role = part->role == VN_ROLE_PROPOSE_CONFER ? VN_ROLE_CONFER : part->role;
	uint32_t	first = part->first;

	if (c->pending == VN_ROLE_AGENT && c->agent != NULL && c->open_count > 0)
	{
		/* "Bằng khen do X tặng" */
		if (c->open[c->open_count - 1].authority == NULL)
			c->open[c->open_count - 1].authority = c->agent;
		c->pending = 0;
		c->agent = NULL;
		return;
	}
	if (c->award_subject)
	{
		for (int i = 0; i < c->open_count; i++)
		{
			c->open[i].subject = true;
			c->open[i].tentative = false;
			if (c->open[i].authority == NULL && role != VN_ROLE_HAND_OVER)
				c->open[i].authority = active_authority(c, VN_ROLE_CONFER);
		}
		c->award_subject = false;
		c->verb = role;
		c->verb_first = part->first;
		c->loose.count = 0;
		return;
	}
	if (role != VN_ROLE_RECEIVE && !c->subject_passive && is_preposition(c, part))
	{
		if (c->passive)
			c->given.count = 0;
		c->receiving = true;
		c->separator = 0;
		return;
	}
	if (part->role == VN_ROLE_PROPOSE_CONFER)
		c->proposing = true;
	else if (c->proposal_used || role == VN_ROLE_RECEIVE || part->first - c->proposal > MAX_PROPOSAL_GAP)
		c->proposing = false;
	c->proposal_used = false;
	if (role == VN_ROLE_RECEIVE || c->subject_passive)
	{
		if (role == VN_ROLE_RECEIVE && !c->subject_passive)
		{
			if (c->loose.count == 0 && c->given.count > 1 && (!c->passive || c->breakdown < c->given.count))
				split_given(c);
			close_awards(c);
			take_subject(c, part->first);
			/* "UBND tỉnh công nhận 25 tập thể đạt danh hiệu …": the verb before has found no award yet */
			if (c->passive || c->verb != VN_ROLE_CONFER || c->verb_used)
				c->authority = NULL;
			c->received = true;
		}
		else
		{
			c->authority = role == VN_ROLE_HAND_OVER ? NULL : c->agent;
			c->agent = NULL;
			c->received = false;
		}
		c->passive = true;
	}
	else if (c->passive && !c->received && c->verb != 0 && c->given.count > 0 && c->breakdown == UINT32_MAX && c->loose.count == 0 &&
			 c->separator != ';')
	{
		/* "được công nhận A và tặng B": the subject goes on */
		uint32_t	subjects = c->given.count;

		close_awards(c);
		c->given.count = subjects;
	}
	else
	{
		const char *authority;
		uint32_t	subjects;

		/* "tặng A cho R; X tặng B …": what was the last of the recipients, or beside them, is the subject of this verb */
		if (c->loose.count == 0 && c->mention == part - 1 && c->given.count > 0 && part->first - c->mention->end <= MAX_SUBJECT_GAP)
		{
			if (c->given.list[c->given.count - 1].mention == c->mention->row)
				c->given.count--;
			add_mention(c, &c->loose, c->mention);
		}
		subjects = c->passive && c->separator != ';' && c->breakdown == UINT32_MAX ? c->given.count : 0;
		close_awards(c);
		c->before.count = 0;
		for (uint32_t i = 0; i < subjects; i++)
			add_copy(c, &c->before, &c->given.list[i]);
		authority = active_authority(c, role);
		c->authority = authority != NULL ? authority : role == VN_ROLE_HAND_OVER || role == VN_ROLE_EITHER ? c->behalf : NULL;
		c->passive = false;
		c->presenter = c->loose.count > 0 && c->loose.list[c->loose.count - 1].kind == VN_ROLE_COLLECTIVE &&
			c->loose.list[c->loose.count - 1].mention >= 0 ? c->loose.list[c->loose.count - 1].text : NULL;
		if (authority != NULL && c->loose.count > 0)
			first = c->loose.list[c->loose.count - 1].first;
		c->loose.count = 0;
	}
	c->subject_passive = false;
	c->pending = 0;
	c->verb = role;
	c->verb_used = false;
	c->verb_first = first;
	c->purpose = false;
	c->separator = 0;
}

/* "được": what stood before it is the subject, what comes before its verb the authority. */
static void
read_passive(clause *c, const vn_part *part)
{
	/* "đã đề nghị và được tặng" */
	if (part > c->parts->parts && part[-1].kind == VN_PART_CUE && part[-1].role == VN_ROLE_AND)
		c->proposing = false;
	if (c->open_count > 0 && c->given.count == 0 && c->loose.count == 0 && !c->passive)
	{
		/* "Bằng khen được tặng cho …" */
		c->award_subject = true;
		return;
	}
	if (c->loose.count == 0 && c->given.count > 1 && (!c->passive || c->breakdown < c->given.count))
		split_given(c);
	if (c->loose.count > 0)
	{
		close_awards(c);
		take_subject(c, part->first);
	}
	else if (c->given.count > 0 && !c->passive)
		close_awards(c);
	c->subject_passive = true;
	c->agent = NULL;
	c->separator = 0;
}

/* ------------------------------------------------------------------- awards */

/*
 * Titles are also forms of address ("Nhà giáo Nhân dân Hà Văn A", "thăm các Mẹ Việt Nam anh hùng"): they are awards only
 * right behind a verb or "danh hiệu", or where a list of awards goes on.
 */
static bool
is_conferred_title(const clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *next = next_part(c, part);
	bool		quoted = part->first > 0 && vn_is_punctuation(&c->article->document, part->first - 1, '"');

	if (part->award_kind != VN_AWARD_TITLE && part->award_kind != VN_AWARD_EMULATION_TITLE && part->award_kind != VN_AWARD_OTHER)
		return true;
	if (next != NULL && next->first == part->end && is_mention(next, VN_MENTION_PERSON))
		return false;
	if (before == NULL || part->first - before->end > 1)
		return (quoted && c->verb != 0) || part->award_kind == VN_AWARD_OTHER;
	if (before->kind == VN_PART_CUE && (before->role == VN_ROLE_TITLE || before->role == VN_ROLE_NAMING))
		return c->verb != 0 || before->role == VN_ROLE_TITLE;
	if (part->award_kind == VN_AWARD_OTHER)
		return true;			/* award_parts.c has looked at what is before it */
	if (before->kind == VN_PART_COUNT)
	{
		if (before == c->parts->parts || before->first - before[-1].end > 1)
			return false;
		before--;
	}
	if (before->kind == VN_PART_MARK || (before->kind == VN_PART_CUE && before->role == VN_ROLE_AND))
		return c->has_last || quoted;
	return before->kind == VN_PART_CUE && before->role <= VN_ROLE_PROPOSE_CONFER && before->role != VN_ROLE_AGENT;
}

/* Is a name the first words of another? */
static bool
begins(const char *name, const char *longer)
{
	size_t		length = strlen(name);

	return strncmp(name, longer, length) == 0 && longer[length] == ' ';
}

static void
open_award_part(clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *next = next_part(c, part);
	open_award	a = {
		.part = part, .name = part->name, .rank = part->rank,
		.authority = c->authority == NULL && part->award_kind == VN_AWARD_PRIZE &&
			*vn_cell(VN_AWARDS, part->row, VN_AWARD_AUTHORITY) == '\0' ? c->presenter : c->authority, .count = -1, .year = c->year,
		.period = c->period, .proposed = c->proposing, .posthumous = c->verb == VN_ROLE_POSTHUMOUS,
		.first = part->first, .end = part->end
	};

	if (part->kind == VN_PART_RANK)
	{
		if (!c->has_last)
			return;
		a.part = c->last.part;
		a.name = c->last.name;
		a.authority = c->last.authority;
		a.posthumous = c->last.posthumous;
	}
	else if (!is_conferred_title(c, part))
		return;
	else if (part->short_form && strchr(part->name, ' ') == NULL && !(c->has_last && begins(part->name, c->last.name)) &&
			 !(next != NULL && next->kind == VN_PART_CUE && next->role == VN_ROLE_OF && next->first == part->end))
		return;					/* "cờ" may be any flag */
	else if (part->short_form && c->has_last && begins(part->name, c->last.name) && part->rank < 0)
	{
		/* "6 cờ thi đua xuất sắc … và 43 cờ": the short name repeats the long one */
		a.name = c->last.name;
		a.part = c->last.part;
	}
	if (c->denied)
		return;
	a.tentative = c->verb == 0;
	if (before != NULL && before->kind == VN_PART_COUNT && part->first - before->end <= 1)
		a.count = before->value;

	if (c->passive && c->breakdown < c->given.count && c->given.list[c->given.count - 1].count >= 0 &&
		c->given.list[c->given.count - 1].end == part->first)
	{
		/* "…, trong đó 4 đảng viên 70 năm tuổi Đảng" */
		c->loose.count = 0;
		add_copy(c, &c->loose, &c->given.list[--c->given.count]);
		close_awards(c);
		take_subject(c, part->first);
	}
	else if (c->passive && c->loose.count > 0 && c->loose.list[c->loose.count - 1].count >= 0 && c->given.count > 0 && c->open_count > 0)
	{
		/* "1 tập thể được tặng A, 7 tập thể B" */
		close_awards(c);
		take_subject(c, part->first);
	}
	else if (!c->passive && c->given.count > 0)
		close_awards(c);
	else if (!c->passive && c->open_count == 0 && c->loose.count > 0 && c->loose.list[c->loose.count - 1].count >= 0 &&
			 c->loose.list[c->loose.count - 1].first > c->verb_first && c->verb != 0)
		take_subject(c, part->first);		/* "tặng 3 tập thể Bằng khen" */
	c->loose.count = 0;
	if (c->open_count == MAX_OPEN)
		close_awards(c);
	if (c->verb != 0 && c->verb_first < a.first && c->open_count == 0)
		a.first = c->verb_first;
	c->open[c->open_count++] = a;
	c->last = a;
	c->has_last = c->verb_used = true;
	c->receiving = false;
	c->purpose = false;
	c->separator = 0;
}

/* --------------------------------------------------------- the other parts */

/* A mention that a preposition or its place behind an award has claimed. */
static bool
claim_mention(clause *c, const vn_part *part)
{
	open_award *a = c->open_count == 0 ? NULL : &c->open[c->open_count - 1];
	const char *authority;

	if (c->pending != 0)
	{
		uint8_t		pending = c->pending;

		c->pending = 0;
		if (pending == VN_ROLE_FOR)
			return true;
		authority = authority_of(c, part);
		if (pending == VN_ROLE_ON_BEHALF)
		{
			c->behalf = authority;
			return true;
		}
		if (pending == VN_ROLE_AGENT)
		{
			c->agent = authority;
			c->pending = VN_ROLE_AGENT;
			return true;
		}
		if (a == NULL)
			return true;
		a->end = part->end;
		/* "đón nhận Huân chương Lao động của Công ty X": orders are the President's, the company is who receives */
		if (c->verb == VN_ROLE_RECEIVE && is_mention(part, VN_MENTION_BODY) && a->part->row >= 0 &&
			*vn_cell(VN_AWARDS, a->part->row, VN_AWARD_AUTHORITY) != '\0' && (c->given.count == 0 || c->given.list[0].mention >= 0))
		{
			c->given.count = 0;
			add_mention(c, &c->given, part);
		}
		else
			a->authority = authority;
		return true;
	}
	if (a != NULL && a->end == part->first && c->given.count == (c->passive ? c->given.count : 0) &&
		(a->part->award_kind == VN_AWARD_CERTIFICATE || a->part->award_kind == VN_AWARD_FLAG) && !is_mention(part, VN_MENTION_PERSON))
	{
		a->authority = authority_of(c, part);
		a->end = part->end;
		return true;
	}
	return false;
}

static void
read_mention(clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;

	if (claim_mention(c, part))
		return;
	if (c->subject_passive)
	{
		c->agent = authority_of(c, part);
		return;
	}
	if (part->kind == VN_PART_CUE)
	{
		c->authority = authority_of(c, part);
		return;
	}
	if (!c->receiving)
	{
		add_mention(c, &c->loose, part);
		return;
	}
	c->mention = part;
	if (c->purpose || (is_mention(part, VN_MENTION_POST) && !(c->given.count == 0 && before != NULL && before->end == part->first)))
		return;
	if (c->given.count > 0 && before != NULL)
	{
		const recipient *last = &c->given.list[c->given.count - 1];

		/* behind a person, posts and bodies say who it is; without a separator the body is where the recipients are */
		if (is_mention(part, VN_MENTION_BODY) && last->named && last->kind == VN_ROLE_INDIVIDUAL && c->separator == ',')
			return;
		/* "cho Đội A và Chi cục B, ông C nói …": a person behind bodies begins something else */
		if (is_mention(part, VN_MENTION_PERSON) && last->named && last->kind == VN_ROLE_COLLECTIVE && c->separator == ',')
		{
			c->receiving = false;
			return;
		}
		/* so are bodies behind counts: "6 cá nhân thuộc Cục A và Cục B" */
		if (c->separator == 0 || (!last->named && c->separator != ';' && c->separator != ':'))
			return;
		if (part->first - before->end > MAX_SUBJECT_GAP)
		{
			c->receiving = false;
			return;
		}
	}
	add_mention(c, &c->given, part);
}

static void
read_recipient(clause *c, const vn_part *part)
{
	const vn_part *next = next_part(c, part);

	/* "tập thể Phòng X", "em Nguyễn Văn A": the name says it all */
	if (part->value < 0 && !part->many && next != NULL && next->kind == VN_PART_MENTION && next->first - part->end <= 2)
		return;
	if (c->purpose && !(part->generic && part->value >= 0 && (c->separator == ',' || c->separator == '&')))
		return;
	c->purpose = false;
	if (!c->receiving && !c->passive && c->open_count > 0 && c->given.count == 0 && part->value >= 0 &&
		part->first == c->open[c->open_count - 1].end)
		c->receiving = true;	/* "tặng Bằng khen 3 tập thể" */
	if (!c->receiving)
	{
		/* a word such as "tổ chức", "cán bộ" in the running text is nobody's name */
		if (part->value < 0 && !part->many && !part->generic && !part->pronoun && !names_someone(c, part))
			return;
		/* "5 cá nhân của công ty": what has no count and no separator belongs to what is before it */
		if (part->value >= 0 || c->loose.count == 0 || c->separator != 0 || c->loose.list[c->loose.count - 1].count < 0)
			add_recipients(c, &c->loose, part);
		return;
	}
	if (c->given.count > 0 && c->separator == 0 && c->breakdown != c->given.count)
		return;
	if (c->given.count > 0 && c->separator == ',' && part->value < 0 && !part->many && !part->generic &&
		c->given.list[c->given.count - 1].named)
		return;					/* where the one before lives or works */
	c->tally |= part->value >= 0;
	add_recipients(c, &c->given, part);
	c->proposal_used = true;
}

/* A number alone: recipients left out ("Nhà giáo Nhân dân cho 2"), or a number of something else. */
static void
read_count(clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *next = next_part(c, part);
	recipient  *r;

	if (before == NULL || before->end != part->first || (before->kind != VN_PART_MARK && before->kind != VN_PART_CUE))
		return;
	if (!c->receiving || c->purpose || c->open_count == 0 || (c->given.count > 0 && c->separator == 0))
		return;
	if (next != NULL && (next->first != part->end || is_award(next)))
		return;
	if (next == NULL && part->end < c->article->document.sentences[c->sentence].end &&
		c->article->document.tokens[part->end].kind != VN_PUNCTUATION)
		return;
	r = add_to(c, &c->given, part);
	if (r != NULL)
	{
		r->count = part->value;
		r->kind = kind_of_award(&c->open[c->open_count - 1]);
	}
	c->tally = true;
	c->proposal_used = true;
}

static void
read_mark(clause *c, char mark)
{
	if (mark != ')' && c->pending != VN_ROLE_OF)
		c->pending = 0;
	if (mark != '(' && mark != ')')
		c->subject_passive = c->award_subject = false;
	switch (mark)
	{
		case ';':
			c->purpose = c->denied = c->revoking = false;
			c->behalf = NULL;
			c->separator = ';';
			return;
		case ':':
			if (c->open_count > 0)
				c->receiving = true;
			c->separator = ':';
			return;
		case '(':
			if (c->given.count > 0 && c->given.list[c->given.count - 1].named && c->receiving)
				c->aside = true;
			else if (c->open_count > 0)
			{
				if (c->given.count > 0 && c->breakdown == UINT32_MAX)
				{
					c->breakdown = c->given.count;
					c->bracketed = true;
				}
				c->receiving = true;
			}
			c->separator = '(';
			return;
		case ')':
			if (c->aside)
			{
				c->aside = false;
				c->separator = 0;
				return;
			}
			if (c->bracketed)
				settle_breakdown(c, c->breakdown - 1);
			c->bracketed = false;
			c->receiving = c->receiving && !c->passive;
			c->separator = 0;
			return;
		default:
			c->separator = ',';
	}
}

static void
read_cue(clause *c, const vn_part *part)
{
	switch (part->role)
	{
		case VN_ROLE_CONFER:
		case VN_ROLE_POSTHUMOUS:
		case VN_ROLE_EITHER:
		case VN_ROLE_HAND_OVER:
		case VN_ROLE_RECEIVE:
		case VN_ROLE_PROPOSE_CONFER:
			read_verb(c, part);
			break;
		case VN_ROLE_PASSIVE:
			read_passive(c, part);
			break;
		case VN_ROLE_PROPOSE:
			if (!c->subject_passive)
			{
				if (c->given.count > 0)
					close_awards(c);
				c->loose.count = 0;
				c->authority = NULL;
			}
			c->proposing = true;
			c->proposal_used = false;
			c->proposal = part->end;
			break;
		case VN_ROLE_REVOKE:
			close_awards(c);
			c->revoking = true;
			break;
		case VN_ROLE_AUTHORITY:
			read_mention(c, part);
			break;
		case VN_ROLE_TO:
			if (c->open_count > 0)
			{
				const vn_part *next = next_part(c, part);

				if (c->passive && c->given.count > 0)
				{
					/* an object of its own takes the place of the subject */
					if (next == NULL || next->first != part->end || (next->kind != VN_PART_RECIPIENT && next->kind != VN_PART_MENTION))
						break;
					c->given.count = 0;
				}
				c->receiving = true;
				c->separator = 0;
			}
			break;
		case VN_ROLE_OF:
			if (c->open_count > 0 && c->open[c->open_count - 1].end == part->first)
				c->pending = VN_ROLE_OF;
			break;
		case VN_ROLE_AGENT:
		case VN_ROLE_ON_BEHALF:
		case VN_ROLE_FOR:
			c->pending = part->role;
			break;
		case VN_ROLE_AND:
			c->separator = '&';
			break;
		case VN_ROLE_BREAKDOWN:
			if (c->open_count > 0)
			{
				if (c->breakdown == UINT32_MAX)
					c->breakdown = c->given.count;
				c->receiving = true;
				c->purpose = false;
				c->separator = ':';
			}
			break;
		case VN_ROLE_NAMING:
			{
				const vn_part *next = next_part(c, part);

				if (c->open_count > 0 && next != NULL && next->first == part->end && next->kind == VN_PART_MENTION)
				{
					if (c->breakdown == UINT32_MAX)
						c->breakdown = c->given.count;
					c->receiving = true;
					c->separator = ':';
				}
				break;
			}
		case VN_ROLE_PURPOSE:
			c->purpose = true;
			break;
		case VN_ROLE_PERIOD:
			c->period = c->period || c->open_count == 0;
			for (int i = 0; i < c->open_count; i++)
				c->open[i].period = true;
			break;
		case VN_ROLE_RULE:
			c->ruled = true;
			break;
		case VN_ROLE_TARGET:
		case VN_ROLE_CONDITION:
			if (c->open_count == 0 && !c->purpose)
				c->negative = true;
			break;
		case VN_ROLE_DENIAL:
			{
				const vn_part *next = next_part(c, part);

				if (next != NULL && next->first == part->end &&
					(next->kind == VN_PART_RECIPIENT || (next->kind == VN_PART_CUE && next->role <= VN_ROLE_PROPOSE_CONFER)))
					c->denied = true;
			}
			break;
		case VN_ROLE_CONTEST:
			c->contest = true;
			break;
		default:
			break;
	}
}

vn_status
vn_read_award_clauses(vn_article *article, uint32_t sentence, const vn_parts *parts, vn_award_context *context, vn_acts *acts)
{
	const vn_env *env = article->arena.env;
	clause		c = {
		.article = article, .people = article->people, .parts = parts, .acts = acts, .sentence = sentence,
		.breakdown = UINT32_MAX
	};

	if (context->open)
	{
		c.verb = context->verb;
		c.proposing = context->proposing;
		c.proposal = article->document.sentences[sentence].first;
		c.authority = context->authority;
		c.year = context->year;
		c.verb_first = UINT32_MAX;
	}
	for (uint32_t i = 0; i < parts->count && !c.failed; i++)
	{
		const vn_part *part = &parts->parts[i];

		if (c.aside && part->kind != VN_PART_YEAR && part->kind != VN_PART_MARK)
			continue;
		switch (part->kind)
		{
			case VN_PART_AWARD:
			case VN_PART_RANK:
				open_award_part(&c, part);
				break;
			case VN_PART_COUNT:
				read_count(&c, part);
				break;
			case VN_PART_RECIPIENT:
				read_recipient(&c, part);
				break;
			case VN_PART_MENTION:
				read_mention(&c, part);
				break;
			case VN_PART_YEAR:
				if (c.open_count == 0 && !c.purpose)
					c.year = part->value;
				for (int j = 0; j < c.open_count; j++)
					if (c.open[j].year == c.year)
						c.open[j].year = part->value;
				break;
			case VN_PART_PERIOD:
				c.period = c.period || c.open_count == 0;
				for (int j = 0; j < c.open_count; j++)
					c.open[j].period = true;
				break;
			case VN_PART_MARK:
				read_mark(&c, (char) part->role);
				break;
			case VN_PART_CUE:
				read_cue(&c, part);
				break;
		}
		if (i % 1024 == 1023)
			env->tick(env->context);
	}
	close_awards(&c);
	context->verb = c.verb;
	context->proposing = c.proposing;
	context->authority = c.authority;
	context->year = c.year;
	vn_release(env, c.given.list);
	vn_release(env, c.loose.list);
	vn_release(env, c.before.list);
	return c.failed || article->arena.failed ? VN_NO_MEMORY : VN_OK;
}
