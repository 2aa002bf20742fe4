/*
 * award_verbs.c
 *		What the verbs of conferring, handing over, receiving and proposing do to a clause: they close what is open, and decide
 *		whose act it is and which side of them the recipients stand on.
 */
#include "extract/award_clause.h"

/* A verb of proposing governs what is conferred so many tokens behind it. */
#define MAX_PROPOSAL_GAP 24

/* Words between a semicolon and "được" that are no subject: "…; đồng thời được tặng". */
#define MAX_BARE 3

/* Does the verb take an award as its object, or is it "to" between an award and its recipients: "trao A tặng R"? */
static bool
is_preposition(const vn_clause *c, const vn_part *part)
{
	const vn_part *next = vn_next_part(c, part);

	if (c->open_count == 0 || (c->given.count > 0 && !c->passive))
		return false;
	while (next != NULL && ((next->kind == VN_PART_CUE && (next->role == VN_ROLE_TITLE || next->role == VN_ROLE_MANY ||
														   next->role == VN_ROLE_TO)) || next->kind == VN_PART_COUNT))
		next = vn_next_part(c, next);
	return next != NULL && !vn_is_award(next) && next->first - part->end <= 3 && next->kind != VN_PART_MARK;
}

/* The mention before an active verb; "either" verbs are acts of authority only when a body or a bare post does them. */
static const char *
active_authority(vn_clause *c, int role)
{
	const vn_listed *subject = c->loose.count == 0 ? NULL : &c->loose.list[c->loose.count - 1];
	const vn_mention *m;

	if (role == VN_ROLE_HAND_OVER)
		return NULL;
	if (c->authority != NULL && subject == NULL)
		return c->authority;
	if (subject == NULL || subject->mention < 0)
		return NULL;
	m = &c->people->mentions[subject->mention];
	/* "Hội đồng Đội Trung ương (Đội X) tặng": the brackets say more of the one before them */
	if (subject->separator == '(' && c->loose.count > 1 && subject[-1].mention >= 0)
		m = &c->people->mentions[(--subject)->mention];
	if (role == VN_ROLE_EITHER && m->kind == VN_MENTION_PERSON)
		return NULL;
	return vn_authority_of(c, &(vn_part) {.kind = VN_PART_MENTION, .row = subject->mention, .first = subject->first, .end = subject->end});
}

/* Is a body an enterprise by the noun that opens its name? */
static bool
is_enterprise(const vn_clause *c, const vn_listed *r)
{
	const vn_document *d = &c->article->document;
	vn_match	matches[VN_MAX_MATCHES];
	int			count = r->mention < 0 ? 0 : vn_matches_at(d, r->first, r->end, matches);

	for (int i = 0; i < count; i++)
	{
		int			row = vn_match_row(&matches[i], VN_ORGANIZATION_HEADS);

		if (row >= 0)
			return vn_row_number(d, VN_ORGANIZATION_HEADS, row, VN_HEAD_KIND) == VN_KIND_ENTERPRISE;
	}
	return false;
}

/* Does a verb take counted recipients as its object, and no award behind them: "truy tặng 40 mẹ"? */
static bool
names_count(const vn_clause *c, const vn_part *part)
{
	const vn_part *next = vn_next_part(c, part);

	return next != NULL && next->kind == VN_PART_RECIPIENT && next->value >= 0 && next->first == part->end &&
		!vn_is_award(vn_next_part(c, next)) && part->role != VN_ROLE_RECEIVE;
}

void
vn_read_verb(vn_clause *c, const vn_part *part, int role)
{
	uint32_t	first = part->first;

	/* "cho 2 học sinh đoạt huy chương vàng", "cho 18 hộ đạt danh hiệu …": what they have says who they are */
	if (role == VN_ROLE_RECEIVE && c->receiving && !c->passive && c->given.count > 0 && c->given.list[c->given.count - 1].count >= 0 &&
		c->loose.count == 0 && c->separator == 0 && c->breakdown == UINT32_MAX)
	{
		c->relative = true;
		return;
	}
	c->relative = false;

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
		c->verb = role == VN_ROLE_PROPOSE_CONFER ? VN_ROLE_CONFER : role;
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
	if (c->breakdown == c->given.count && c->open_count > 0 && names_count(c, part))
	{
		/* "tặng và truy tặng A cho 42 mẹ, trong đó truy tặng 40 mẹ và tặng 2 mẹ": the total gives way to its parts */
		c->given.count = 0;
		c->breakdown = UINT32_MAX;
		c->verb = role;
		for (int i = 0; i < c->open_count; i++)
			c->open[i].posthumous = role == VN_ROLE_POSTHUMOUS;
		return;
	}
	if (role != VN_ROLE_RECEIVE && !c->subject_passive && c->receiving && c->separator == '&' && c->loose.count == 0 &&
		names_count(c, part))
	{
		/* "… truy tặng 40 mẹ và tặng 2 mẹ": the award goes on */
		vn_open_award last = c->last;

		vn_close_awards(c);
		last.posthumous = role == VN_ROLE_POSTHUMOUS;
		c->open[c->open_count++] = last;
		c->receiving = true;
		c->verb = role;
		c->separator = 0;
		return;
	}
	if (role == VN_ROLE_PROPOSE_CONFER)
		c->proposing = true;
	/* "đề nghị công nhận 45 hộ đạt A và 3 thôn đạt B" is one proposal */
	else if ((role == VN_ROLE_RECEIVE && !c->received && (c->passive || c->verb != VN_ROLE_CONFER || c->verb_used)) ||
			 (role != VN_ROLE_RECEIVE && c->proposal_used && (c->separator == ';' || c->separator == 0 || c->loose.count > 0)) ||
			 (role != VN_ROLE_RECEIVE && !c->proposal_used && part->first - c->proposal > MAX_PROPOSAL_GAP))
		c->proposing = false;
	role = role == VN_ROLE_PROPOSE_CONFER ? VN_ROLE_CONFER : role;
	c->proposal_used = false;
	if (role == VN_ROLE_RECEIVE || c->subject_passive)
	{
		if (role == VN_ROLE_RECEIVE && !c->subject_passive)
		{
			if (c->loose.count == 0 && c->given.count > 1 && (!c->passive || c->breakdown < c->given.count))
				vn_split_given(c);
			vn_close_awards(c);
			vn_take_subject(c, part->first);
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

		vn_close_awards(c);
		c->given.count = subjects;
	}
	else
	{
		const char *authority;
		uint32_t	subjects;
		const vn_listed *subject;
		bool		stay;		/* "R được X tặng A, Y tặng B, Z tặng C" */

		/* "tặng A cho R; X tặng B …": what was the last of the recipients, or beside them, is the subject of this verb */
		if (c->loose.count == 0 && c->mention == part - 1 && c->given.count > 0 && part->first - c->mention->end <= VN_MAX_SUBJECT_GAP)
		{
			if (c->given.list[c->given.count - 1].mention == c->mention->row)
				c->given.count--;
			vn_add_mention(c, &c->loose, c->mention);
		}
		subjects = c->passive && c->separator != ';' && c->breakdown == UINT32_MAX ? c->given.count : 0;
		stay = !c->passive && c->given.count == 0 && c->open_count > 0 &&
			(c->loose.count > 0 ? c->loose.list[c->loose.count - 1].separator : c->separator) == ',';
		vn_close_awards(c);
		c->before.count = stay ? c->before.count : 0;
		for (uint32_t i = 0; i < subjects; i++)
			vn_add_copy(c, &c->before, &c->given.list[i]);
		authority = active_authority(c, role);
		c->authority = authority != NULL ? authority : role == VN_ROLE_HAND_OVER || role == VN_ROLE_EITHER ? c->behalf : NULL;
		c->passive = false;
		subject = c->loose.count == 0 ? NULL : &c->loose.list[c->loose.count - 1];
		c->private = subject != NULL && is_enterprise(c, subject);
		c->presenter = subject != NULL && subject->kind == VN_ROLE_COLLECTIVE && subject->mention >= 0 ? subject->text : NULL;
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

void
vn_read_passive(vn_clause *c, const vn_part *part)
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
		vn_split_given(c);
	if (c->loose.count > 0)
	{
		vn_close_awards(c);
		vn_take_subject(c, part->first);
	}
	else if (c->given.count > 0 && (!c->passive || (c->separator == ';' && part->first - c->clause > MAX_BARE)))
		vn_close_awards(c);		/* "…; 2 đồng môn được tặng": not who was spoken of before the semicolon */
	c->subject_passive = true;
	c->agent = NULL;
	c->separator = 0;
}
