/*
 * award_recipients.c
 *		Lists of recipients: who is in them, which of them is the subject of a verb, what is a total and what its parts.
 */
#include "extract/award_clause.h"
#include "extract/cues.h"

/* A subject stands at most so many tokens before its verb. */
#define MAX_GAP 40

/* Between a subject and its verb ("nhà trường từng được"). */
#define MAX_ADVERB 2

/*
 * A total and what it is made of, behind "gồm" or in brackets: names belong to the total, counts replace a total that has no
 * kind of its own, and are left out beside one that has. The totals begin at "first".
 */
void
vn_settle_breakdown(vn_clause *c, uint32_t first)
{
	vn_listed  *list = c->given.list;
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
		memmove(list + first, list + parts, (count - parts) * sizeof(vn_listed));
		c->given.count = first + count - parts;
		return;
	}
	for (uint32_t i = first; i < parts && !counted; i++)
	{
		int			names;

		list[i].text = vn_join_names(c, list + parts, count - parts, list[i].kind, &names);
	}
	c->given.count = parts;
}

/* "Cá nhân được tặng A …": a class without number is what rules speak of. */
bool
vn_is_class(const vn_clause *c)
{
	for (uint32_t i = 0; i < c->given.count; i++)
		if (c->given.list[i].count >= 0 || c->given.list[i].named || c->given.list[i].many)
			return false;
	return c->given.count > 0;
}

/* Spell a recipient anew from all of its tokens. */
static void
respell(vn_clause *c, vn_listed *r)
{
	r->text = vn_canonical_span(c->article, r->first, r->end);
	c->failed |= r->text == NULL;
}

/*
 * "Phòng A, Cục B; Phòng C, Cục D": where semicolons part the names of a list, a comma leads from a body to the greater one
 * that it belongs to.
 */
void
vn_fold_nested_bodies(vn_clause *c, uint32_t first)
{
	vn_list *given = &c->given;
	bool		semicolons = false;
	bool		commas = true;
	bool		widened = false;	/* the last one kept, beyond its text */
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
		vn_listed  *r = &given->list[i];
		vn_listed  *before = kept > first ? &given->list[kept - 1] : NULL;

		if (before != NULL && r->separator == ',' && r->named && before->named && r->kind == VN_ROLE_COLLECTIVE &&
			before->kind == VN_ROLE_COLLECTIVE)
		{
			before->end = r->end;
			widened = true;
			continue;
		}
		if (widened)
			respell(c, before);
		widened = false;
		given->list[kept++] = *r;
	}
	if (widened)
		respell(c, &given->list[kept - 1]);
	if (semicolons)
		given->count = kept;
}

vn_listed *
vn_add_listed(vn_clause *c, vn_list *list, const vn_part *part)
{
	vn_listed  *r;

	if (!vn_reserve(c->article->arena.env, (void **) &list->list, list->count, &list->room, sizeof(vn_listed)))
	{
		c->failed = true;
		return NULL;
	}
	r = &list->list[list->count++];
	*r = (vn_listed) {
		.separator = c->separator, .count = -1, .mention = -1, .first = part->first, .end = part->end
	};
	c->separator = 0;
	return r;
}

void
vn_add_copy(vn_clause *c, vn_list *list, const vn_listed *r)
{
	vn_listed	copy = *r;

	if (vn_reserve(c->article->arena.env, (void **) &list->list, list->count, &list->room, sizeof(vn_listed)))
		list->list[list->count++] = copy;
	else
		c->failed = true;
}

/* Is a mention a post that many hold, without a name: "viên chức", "giáo viên"? */
static bool
is_staff(const vn_clause *c, const vn_mention *m)
{
	vn_match	matches[VN_MAX_MATCHES];
	int			count;

	if (m->kind != VN_MENTION_POST || m->person >= 0 || m->organization != NULL)
		return false;
	count = vn_matches_at(&c->article->document, m->first, m->end, matches);
	for (int i = 0; i < count; i++)
	{
		int			row = vn_match_row(&matches[i], VN_POSTS);

		if (row >= 0)
			return vn_row_number(&c->article->document, VN_POSTS, row, VN_POST_RANK) == VN_RANK_STAFF;
	}
	return false;
}

/* "gia đình ông Nguyễn Văn A": who is named stands for the household. */
static void
join_household(vn_clause *c, vn_listed *r, const vn_part *part)
{
	const vn_part *noun = part > c->parts->parts ? part - 1 : NULL;

	if (noun == NULL || noun->kind != VN_PART_RECIPIENT || noun->role != VN_ROLE_HOUSEHOLD || noun->value >= 0 || noun->many ||
		part->first - noun->end > MAX_ADVERB || r->kind != VN_ROLE_INDIVIDUAL)
		return;
	r->kind = VN_ROLE_HOUSEHOLD;
	r->named = true;
	r->first = noun->first;
	r->text = vn_canonical_span(c->article, noun->first, part->end);
	c->failed |= r->text == NULL;
}

void
vn_add_mention(vn_clause *c, vn_list *list, const vn_part *part)
{
	const vn_mention *m = &c->people->mentions[part->row];
	vn_listed  *r;

	if (is_staff(c, m))
		return;
	r = vn_add_listed(c, list, part);
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
	join_household(c, r, part);
}

/* Does a noun without a count name one recipient: "Ngành tư pháp", "tập thể Phòng A"? */
bool
vn_names_someone(const vn_clause *c, const vn_part *part)
{
	const vn_document *d = &c->article->document;
	uint32_t	end = d->sentences[c->sentence].end;

	return (d->tokens[part->first].flags & VN_CAPITAL) != 0 ||
		(part->end < end && d->tokens[part->end].kind == VN_WORD && (d->tokens[part->end].flags & VN_CAPITAL) != 0);
}

uint8_t
vn_kind_of_noun(const vn_clause *c, uint32_t at)
{
	const vn_document *d = &c->article->document;
	vn_match	matches[VN_MAX_MATCHES];
	int			count = vn_matches_at(d, at, d->sentences[c->sentence].end, matches);

	for (int i = 0; i < count; i++)
	{
		int			row = vn_match_row(&matches[i], VN_AWARD_CUES);
		int			role = row < 0 ? 0 : vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE);

		if (role >= VN_ROLE_COLLECTIVE && role <= VN_ROLE_HOUSEHOLD)
			return (uint8_t) role;
	}
	return 0;
}

bool
vn_is_subject(const vn_clause *c, const vn_part *part)
{
	const vn_part *last = c->parts->parts + c->parts->count - 1;
	const vn_part *next = part < last ? part + 1 : NULL;

	if (next < last && vn_is_cue(next, VN_ROLE_EACH))
		next++;					/* "từng được": once, not each */
	if (part->first > 0 && c->article->document.tokens[part->first - 1].kind != VN_WORD &&
		c->article->document.tokens[part->first - 1].kind != VN_PUNCTUATION)
		return false;			/* "46/52 thôn đạt" */
	return part->role == VN_ROLE_COLLECTIVE && part->value < 0 && !part->many && next != NULL && next->kind == VN_PART_CUE &&
		next->first - part->end <= MAX_ADVERB && (next->role == VN_ROLE_PASSIVE || next->role == VN_ROLE_RECEIVE);
}

/* Whom a form of address alone stands for: the last person named before it. */
static const char *
person_before(const vn_clause *c, uint32_t at)
{
	for (uint32_t i = vn_mention_from(c->people, at); i-- > 0;)
		if (c->people->mentions[i].kind == VN_MENTION_PERSON && c->people->mentions[i].person >= 0)
			return c->people->persons[c->people->mentions[i].person].name;
	return NULL;
}

void
vn_add_recipients(vn_clause *c, vn_list *list, const vn_part *part)
{
	const vn_document *d = &c->article->document;
	const vn_part *next = part + 1 < c->parts->parts + c->parts->count ? part + 1 : NULL;
	vn_listed  *r = vn_add_listed(c, list, part);
	uint32_t	limit = next == NULL ? d->sentences[c->sentence].end : next->first;

	if (r == NULL)
		return;
	/* a work has no kind, whoever made it */
	r->kind = part->role == VN_ROLE_WORK ? 0 : part->role;
	r->mixed = part->mixed || part->role == VN_ROLE_WORK;
	r->many = part->many;
	r->count = part->value;
	if (part->value < 0 && part->pronoun && !part->many && !(part->end < limit && (d->tokens[part->end].flags & VN_CAPITAL)))
	{
		/* as a subject it is the last person named; as an object it may be anybody */
		r->text = list == &c->loose ? person_before(c, part->first) : NULL;
		r->named = r->text != NULL;
		r->count = 1;
		join_household(c, r, part);
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
		vn_cue		adverb;

		/* "nhà trường từng được tặng": the adverb belongs to the verb */
		while (end < limit && d->tokens[end].kind == VN_WORD &&
			   (part->role != VN_ROLE_INDIVIDUAL || (d->tokens[end].flags & VN_CAPITAL)) &&
			   !vn_cue_at(d, end, limit, VN_CUE_BIT(VN_CUE_ADVERB), &adverb))
			end++;
		r->named = true;
		r->end = end;
		/* a person's name without the form of address */
		r->text = vn_canonical_span(c->article, part->role == VN_ROLE_INDIVIDUAL ? part->end : part->first, end);
		c->failed |= r->text == NULL;
	}
}

bool
vn_is_person(const vn_clause *c, const vn_listed *r)
{
	return r->mention >= 0 && c->people->mentions[r->mention].kind == VN_MENTION_PERSON;
}

/*
 * The subject of a passive verb: what stands closest before it, with what is joined to that. "3 cá nhân thuộc Cục X" are
 * the three, "Hà, Giám đốc Sở X" is Hà.
 */
void
vn_take_subject(vn_clause *c, uint32_t verb)
{
	vn_listed  *list = c->loose.list;
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
	while (first > 0 && list[first].mention >= 0 && !vn_is_person(c, &list[first]) &&
		   (list[first].separator == 0 || list[first].separator == ','))
		first--;
	if (vn_is_person(c, &list[first]))
		last = first;
	first = last;
	while (first > 0 && (list[first].separator == '&' || (list[first].separator == ',' && (list[first].mention < 0 || joined))) &&
		   (list[first - 1].mention < 0) == (list[last].mention < 0) && (list[first - 1].mention >= 0 || list[first - 1].count >= 0 || list[last].count < 0))
	{
		joined |= list[first].separator == '&';
		first--;
	}
	for (uint32_t i = first; i <= last; i++)
		vn_add_copy(c, &c->given, &list[i]);
	c->loose.count = 0;
}

/*
 * "tặng A cho 3 tập thể, 29 cá nhân được tặng B": the recipients behind the last separator of the open list are the
 * subject of the passive verb that follows them.
 */
void
vn_split_given(vn_clause *c)
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
		vn_add_copy(c, &c->loose, &c->given.list[i]);
	c->given.count = cut;
}
