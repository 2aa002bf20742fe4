/*
 * award_clauses.c
 *		From the parts of a sentence to acts of conferring: which award goes to which recipients, by whose authority.
 *
 * One pass from left to right. Awards are opened, recipients gathered; a new verb, or an award behind recipients, closes
 * what is open. In the active voice ("tặng A cho R") recipients follow their awards, in the passive ("R được tặng A") they
 * are what stood before the verb.
 */
#include "extract/award_clause.h"

/* ------------------------------------------------------------------- awards */

/*
 * Titles are also forms of address ("Nhà giáo Nhân dân Hà Văn A", "thăm các Mẹ Việt Nam anh hùng"): they are awards only
 * right behind a verb or "danh hiệu", or where a list of awards goes on.
 */
static bool
is_conferred_title(const vn_clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *next = vn_next_part(c, part);
	bool		quoted = part->first > 0 && vn_is_punctuation(&c->article->document, part->first - 1, '"');

	if (part->award_kind != VN_AWARD_TITLE && part->award_kind != VN_AWARD_EMULATION_TITLE && part->award_kind != VN_AWARD_OTHER)
		return true;
	if (next != NULL && next->first == part->end && vn_is_mention(next, VN_MENTION_PERSON))
		return false;
	if (next != NULL && next->first == part->end && next->kind == VN_PART_MARK && next->role == ':')
		return true;			/* an item of a tally; closing asks for its count */
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

/* "tặng Bằng khen cho 93 công nhân tiêu biểu": a title in small letters behind a count among recipients says who they are. */
static bool
describes_recipients(const vn_clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *earlier = before > c->parts->parts ? before - 1 : NULL;

	return part->kind == VN_PART_AWARD && (part->award_kind == VN_AWARD_EMULATION_TITLE || part->award_kind == VN_AWARD_OTHER) &&
		c->receiving && !c->passive && c->open_count > 0 && before != NULL && before->kind == VN_PART_COUNT && before->end == part->first &&
		earlier != NULL && earlier->end == before->first && !(c->article->document.tokens[part->first].flags & VN_CAPITAL) &&
		(vn_is_cue(earlier, VN_ROLE_TO) || (c->given.count > 0 && (vn_is_cue(earlier, VN_ROLE_AND) || earlier->kind == VN_PART_MARK)));
}

/* Such recipients, with the count before them. */
static void
add_described(vn_clause *c, vn_list *list, const vn_part *part, const vn_open_award *award)
{
	vn_listed  *r = vn_add_listed(c, list, part);

	if (r == NULL)
		return;
	r->first = part[-1].first;
	r->count = part[-1].value;
	r->kind = vn_kind_of_award(c, award);
	if (r->kind == 0)
		r->kind = vn_kind_of_noun(c, part->first);
}

/* Is a name the first words of another? */
static bool
begins(const char *name, const char *longer)
{
	size_t		length = strlen(name);

	return strncmp(name, longer, length) == 0 && longer[length] == ' ';
}

static void
open_award_part(vn_clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *next = vn_next_part(c, part);
	vn_open_award a = {
		.part = part, .name = part->name, .rank = part->rank,
		.authority = c->authority == NULL && part->award_kind == VN_AWARD_PRIZE &&
			*vn_row_cell(&c->article->document, VN_AWARDS, part->row, VN_AWARD_AUTHORITY) == '\0' ? c->presenter : c->authority, .count = -1, .year = c->year,
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
	else if (c->relative)
		return;
	else if (describes_recipients(c, part))
	{
		add_described(c, &c->given, part, &a);
		return;
	}
	else if (!is_conferred_title(c, part))
	{
		/* "120 hộ nông dân sản xuất giỏi được tặng": a title in small letters behind a count is who they are */
		if (before != NULL && before->kind == VN_PART_COUNT && before->end == part->first && !c->receiving &&
			!(c->article->document.tokens[part->first].flags & VN_CAPITAL))
			add_described(c, &c->loose, part, &a);
		return;
	}
	else if (part->short_form && strchr(part->name, ' ') == NULL && !(c->has_last && begins(part->name, c->last.name)) &&
			 !(next != NULL && next->kind == VN_PART_CUE && next->role == VN_ROLE_OF && next->first == part->end))
		return;					/* "cờ" may be any flag */
	else if (part->short_form && c->has_last && begins(part->name, c->last.name) && part->rank < 0)
	{
		/* "6 cờ thi đua xuất sắc … và 43 cờ": the short name repeats the long one */
		a.name = c->last.name;
		a.part = c->last.part;
	}
	if (c->denied || (c->private && part->award_kind == VN_AWARD_PRIZE &&
					  *vn_row_cell(&c->article->document, VN_AWARDS, part->row, VN_AWARD_AUTHORITY) == '\0'))
		return;
	a.tentative = c->verb == 0;
	if (vn_is_cue(before, VN_ROLE_NAMING))
		a.authority = NULL;		/* "4 năm liền là Chiến sĩ thi đua": another act than that of the verb before */
	if (before != NULL && before->kind == VN_PART_COUNT && part->first - before->end <= 1)
		a.count = before->value;

	if (c->passive && c->breakdown < c->given.count && c->given.list[c->given.count - 1].count >= 0 &&
		c->given.list[c->given.count - 1].end == part->first)
	{
		/* "…, trong đó 4 đảng viên 70 năm tuổi Đảng" */
		c->loose.count = 0;
		vn_add_copy(c, &c->loose, &c->given.list[--c->given.count]);
		vn_close_awards(c);
		vn_take_subject(c, part->first);
	}
	else if (!c->passive && part->short_form && c->breakdown < c->given.count && c->open_count > 0 &&
			 c->given.list[c->given.count - 1].count >= 0 && c->given.list[c->given.count - 1].end == part->first)
	{
		/* "trao Huy hiệu Đảng cho 88 đảng viên, gồm 2 đồng chí 70 năm tuổi Đảng, 6 đồng chí 60 năm": the parts replace the total */
		c->loose.count = 0;
		vn_add_copy(c, &c->loose, &c->given.list[c->given.count - 1]);
		c->open_count = 0;
		c->breakdown = UINT32_MAX;
		c->passive = true;
		c->receiving = false;
		vn_take_subject(c, part->first);
	}
	else if (c->passive && c->loose.count > 0 && c->loose.list[c->loose.count - 1].count >= 0 && c->given.count > 0 && c->open_count > 0)
	{
		/* "1 tập thể được tặng A, 7 tập thể B" */
		vn_close_awards(c);
		vn_take_subject(c, part->first);
	}
	else if (!c->passive && c->given.count > 0)
		vn_close_awards(c);
	else if (!c->passive && c->open_count == 0 && c->loose.count > 0 && c->loose.list[c->loose.count - 1].count >= 0 &&
			 c->loose.list[c->loose.count - 1].first > c->verb_first && c->verb != 0)
		vn_take_subject(c, part->first);		/* "tặng 3 tập thể Bằng khen" */
	c->loose.count = 0;
	if (c->open_count == VN_MAX_OPEN)
		vn_close_awards(c);
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
claim_mention(vn_clause *c, const vn_part *part)
{
	vn_open_award *a = c->open_count == 0 ? NULL : &c->open[c->open_count - 1];
	const char *authority;

	if (c->pending != 0)
	{
		uint8_t		pending = c->pending;

		c->pending = 0;
		if (pending == VN_ROLE_FOR)
			return true;
		authority = vn_authority_of(c, part);
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
		if (c->verb == VN_ROLE_RECEIVE && vn_is_mention(part, VN_MENTION_BODY) && a->part->row >= 0 &&
			*vn_row_cell(&c->article->document, VN_AWARDS, a->part->row, VN_AWARD_AUTHORITY) != '\0' && (c->given.count == 0 || c->given.list[0].mention >= 0))
		{
			c->given.count = 0;
			vn_add_mention(c, &c->given, part);
		}
		else
			a->authority = authority;
		return true;
	}
	if (a != NULL && a->end == part->first && c->given.count == (c->passive ? c->given.count : 0) &&
		(a->part->award_kind == VN_AWARD_CERTIFICATE || a->part->award_kind == VN_AWARD_FLAG) && !vn_is_mention(part, VN_MENTION_PERSON))
	{
		/* "Chánh án tặng Cờ thi đua Tòa án nhân dân": the verb has said who confers */
		if (a->authority == NULL || c->passive || c->verb != VN_ROLE_CONFER)
			a->authority = vn_authority_of(c, part);
		a->end = part->end;
		return true;
	}
	return false;
}

static void
read_mention(vn_clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;

	if (claim_mention(c, part))
		return;
	if (c->subject_passive)
	{
		c->agent = vn_authority_of(c, part);
		return;
	}
	if (part->kind == VN_PART_CUE)
	{
		c->authority = vn_authority_of(c, part);
		return;
	}
	if (!c->receiving)
	{
		vn_add_mention(c, &c->loose, part);
		return;
	}
	c->mention = part;
	if (c->purpose || (vn_is_mention(part, VN_MENTION_POST) && !(c->given.count == 0 && before != NULL && before->end == part->first)))
		return;
	if (c->given.count > 0 && before != NULL)
	{
		const vn_listed *last = &c->given.list[c->given.count - 1];

		/* behind a person, posts and bodies say who it is; without a separator the body is where the recipients are */
		if (vn_is_mention(part, VN_MENTION_BODY) && last->named && last->kind == VN_ROLE_INDIVIDUAL && c->separator == ',')
			return;
		/* "cho Đội A và Chi cục B, ông C nói …": a person behind bodies begins something else */
		if (vn_is_mention(part, VN_MENTION_PERSON) && last->named && last->kind == VN_ROLE_COLLECTIVE && c->separator == ',')
		{
			c->receiving = false;
			return;
		}
		/* so are bodies behind counts: "6 cá nhân thuộc Cục A và Cục B" */
		if (c->separator == 0 || (!last->named && c->separator != ';' && c->separator != ':' && c->separator != '('))
			return;
		if (part->first - before->end > VN_MAX_SUBJECT_GAP)
		{
			c->receiving = false;
			return;
		}
	}
	vn_add_mention(c, &c->given, part);
}

static void
read_recipient(vn_clause *c, const vn_part *part)
{
	const vn_part *next = vn_next_part(c, part);
	const vn_list *list = c->receiving ? &c->given : &c->loose;

	/* "tập thể Phòng X", "em Nguyễn Văn A", "gia đình chị": the name says it all */
	if (part->value < 0 && !part->many && next != NULL && next->first - part->end <= 2 &&
		(next->kind == VN_PART_MENTION || (part->role == VN_ROLE_HOUSEHOLD && next->kind == VN_PART_RECIPIENT && next->pronoun)))
		return;
	if (part > c->parts->parts && vn_is_cue(part - 1, VN_ROLE_OF) && list->count > 0 && list->list[list->count - 1].kind == 0)
		return;					/* "hai công trình của 52 tác giả" */
	if (c->relative && (part->value < 0 || (c->separator != ',' && c->separator != '&')))
		return;
	c->relative = false;
	if (c->purpose && !(part->generic && part->value >= 0 && (c->separator == ',' || c->separator == '&')))
		return;
	c->purpose = false;
	if (!c->receiving && !c->passive && c->open_count > 0 && c->given.count == 0 && part->value >= 0 &&
		part->first == c->open[c->open_count - 1].end)
		c->receiving = true;	/* "tặng Bằng khen 3 tập thể" */
	if (!c->receiving)
	{
		/* a word such as "tổ chức", "cán bộ" in the running text is nobody's name */
		if (part->value < 0 && !part->many && !part->generic && !part->pronoun && !vn_names_someone(c, part) &&
			!vn_is_subject(c, part))
			return;
		/* "5 cá nhân của công ty": what has no count and no separator belongs to what is before it */
		if (part->value >= 0 || c->loose.count == 0 || c->separator != 0 ||
			(c->loose.list[c->loose.count - 1].count < 0 && c->loose.list[c->loose.count - 1].mention < 0))
			vn_add_recipients(c, &c->loose, part);
		return;
	}
	if (c->given.count > 0 && c->separator == 0 && c->breakdown != c->given.count)
		return;
	/* "cho 16 nhà báo công tác tại Đài A và các cơ quan thường trú": where they work goes on */
	if (c->given.count > 0 && part->many && c->separator == '&' && c->mention != NULL &&
		c->mention->first >= c->given.list[c->given.count - 1].end && c->given.list[c->given.count - 1].count >= 0)
		return;
	/* "…; Thủ tướng gửi thư chúc mừng đội tuyển": a noun without count or name goes on right behind a mark or "và" only */
	if (c->given.count > 0 && part->value < 0 && !part->many && !part->generic && part[-1].end != part->first)
		return;
	if (c->given.count > 0 && c->separator == ',' && part->value < 0 && !part->many && !part->generic &&
		c->given.list[c->given.count - 1].named)
		return;					/* where the one before lives or works */
	c->tally |= part->value >= 0;
	vn_add_recipients(c, &c->given, part);
	c->proposal_used = true;
}

/* A number alone: recipients left out ("Nhà giáo Nhân dân cho 2"), or a number of something else. */
static void
read_count(vn_clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *next = vn_next_part(c, part);
	vn_listed  *r;

	if (before == NULL || before->end != part->first || (before->kind != VN_PART_MARK && before->kind != VN_PART_CUE))
		return;
	if (!c->receiving || c->purpose || c->open_count == 0 || (c->given.count > 0 && c->separator == 0))
		return;
	if (next != NULL && (next->first != part->end || vn_is_award(next)))
		return;
	if (next == NULL && part->end < c->article->document.sentences[c->sentence].end &&
		c->article->document.tokens[part->end].kind != VN_PUNCTUATION)
		return;
	r = vn_add_listed(c, &c->given, part);
	if (r != NULL)
	{
		r->count = part->value;
		r->kind = vn_kind_of_award(c, &c->open[c->open_count - 1]);
	}
	c->tally = true;
	c->proposal_used = true;
}

/* "nhiều tập thể được khen thưởng: Cờ thi đua (2 đơn vị), Bằng khen (7 tập thể, 9 cá nhân)": does the bracket open such counts? */
static bool
is_tally_bracket(const vn_clause *c, const vn_part *part)
{
	const vn_part *next = vn_next_part(c, part);

	for (uint32_t i = 0; i < c->given.count; i++)
		if (c->given.list[i].count >= 0 || c->given.list[i].named)
			return false;
	return c->open[c->open_count - 1].end == part->first && next != NULL && next->kind == VN_PART_RECIPIENT && next->value >= 0;
}

/* Do brackets behind an award tell nothing of who has it: "Giấy khen (kèm 2 triệu đồng/người)"? */
static bool
is_idle_bracket(const vn_clause *c, const vn_part *part)
{
	if (c->open_count == 0 || c->open[c->open_count - 1].end != part->first)
		return false;
	for (const vn_part *next = vn_next_part(c, part); next != NULL; next = vn_next_part(c, next))
	{
		if (next->kind == VN_PART_MARK && next->role == ')')
			return true;
		if (next->kind == VN_PART_COUNT ? vn_next_part(c, next) == NULL || vn_next_part(c, next)->kind == VN_PART_MARK :
			next->kind != VN_PART_MARK && next->kind != VN_PART_CUE && (next->kind != VN_PART_RECIPIENT || next->value >= 0))
			return false;
	}
	return false;
}

static void
read_mark(vn_clause *c, const vn_part *part)
{
	char		mark = (char) part->role;

	if (mark != ')' && c->pending != VN_ROLE_OF)
		c->pending = 0;
	if (mark != '(' && mark != ')')
		c->subject_passive = c->award_subject = false;
	switch (mark)
	{
		case ';':
			c->purpose = c->denied = c->revoking = false;
			c->relative = false;
			c->behalf = NULL;
			c->clause = part->end;
			c->separator = ';';
			return;
		case ':':
			if (c->open_count > 0)
				c->receiving = true;
			c->separator = ':';
			return;
		case '(':
			if (is_idle_bracket(c, part) || (c->given.count > 0 && c->given.list[c->given.count - 1].named && c->receiving) ||
				(!c->receiving && c->loose.count > 0 && vn_is_person(c, &c->loose.list[c->loose.count - 1])))
				c->aside = true;
			else if (c->open_count > 0 && is_tally_bracket(c, part))
			{
				c->given.count = 0;
				c->breakdown = UINT32_MAX;
				c->passive = false;
				c->receiving = c->tallied = true;
			}
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
			if (c->tallied)
			{
				c->tallied = false;
				vn_close_awards(c);
			}
			if (c->bracketed)
				vn_settle_breakdown(c, c->breakdown - 1);
			c->bracketed = false;
			c->receiving = c->receiving && !c->passive;
			c->separator = 0;
			return;
		default:
			c->separator = ',';
	}
}

static void
read_cue(vn_clause *c, const vn_part *part)
{
	switch (part->role)
	{
		case VN_ROLE_CONFER:
		case VN_ROLE_POSTHUMOUS:
		case VN_ROLE_EITHER:
		case VN_ROLE_HAND_OVER:
		case VN_ROLE_RECEIVE:
		case VN_ROLE_PROPOSE_CONFER:
			vn_read_verb(c, part, part->role);
			break;
		case VN_ROLE_PASSIVE:
			vn_read_passive(c, part);
			break;
		case VN_ROLE_PROPOSE:
			if (!c->subject_passive)
			{
				if (c->given.count > 0)
					vn_close_awards(c);
				c->loose.count = 0;
				c->authority = NULL;
			}
			c->proposing = true;
			c->proposal_used = false;
			c->proposal = part->end;
			break;
		case VN_ROLE_REVOKE:
			vn_close_awards(c);
			c->revoking = true;
			break;
		case VN_ROLE_AUTHORITY:
			read_mention(c, part);
			break;
		case VN_ROLE_TO:
			if (c->open_count > 0)
			{
				const vn_part *next = vn_next_part(c, part);

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
			/* "khen thưởng 25 tập thể, trong đó 10 tập thể được tặng Giấy khen": the parts alone are the subject */
			if (c->open_count == 0 && vn_next_part(c, part) != NULL && vn_next_part(c, part)->first - part->end <= 1 &&
				vn_next_part(c, part)->kind == VN_PART_RECIPIENT && vn_next_part(c, part)->value >= 0)
				c->loose.count = 0;
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
				const vn_part *next = vn_next_part(c, part);

				if (next != NULL && next->first == part->end && next->kind == VN_PART_AWARD && next->award_kind == VN_AWARD_EMULATION_TITLE &&
					c->loose.count > 0 && c->loose.list[c->loose.count - 1].count >= 0 && c->loose.list[c->loose.count - 1].end == part->first)
				{
					/* "5 đồng chí là Chiến sĩ thi đua cơ sở" */
					vn_read_verb(c, part, VN_ROLE_RECEIVE);
				}
				else if (c->open_count > 0 && next != NULL && next->first == part->end && next->kind == VN_PART_MENTION)
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
			if (c->relative)
				break;
			c->period = c->period || c->open_count == 0;
			for (int i = 0; i < c->open_count; i++)
				c->open[i].period = true;
			break;
		case VN_ROLE_RULE:
			c->ruled = true;
			break;
		case VN_ROLE_TARGET:
		case VN_ROLE_CONDITION:
			/* "cá nhân được tặng Bằng khen phải có …" */
			if ((c->open_count == 0 && !c->purpose) || (part->role == VN_ROLE_CONDITION && c->passive && vn_is_class(c)))
				c->negative = true;
			break;
		case VN_ROLE_DENIAL:
			{
				const vn_part *next = vn_next_part(c, part);

				if (next != NULL && next->first == part->end &&
					(next->kind == VN_PART_RECIPIENT || (next->kind == VN_PART_CUE && next->role <= VN_ROLE_PROPOSE_CONFER)))
					c->denied = true;
			}
			break;
		case VN_ROLE_AGAIN:
			if (c->has_last && c->verb != 0 && c->open_count == 0)
			{
				/* "truy tặng danh hiệu này cho 2 cá nhân" */
				c->open[c->open_count] = c->last;
				c->open[c->open_count].posthumous = c->verb == VN_ROLE_POSTHUMOUS;
				c->open[c->open_count].count = -1;
				c->open[c->open_count++].first = c->verb_first;
				c->verb_used = true;
			}
			break;
		case VN_ROLE_CONTEST:
			c->contest = true;
			break;
		default:
			break;
	}
}

/* Is a year between a mark and what comes next the year of that: "năm 2019 được tặng A, năm 2020, cá nhân được tặng B"? */
static bool
opens_clause(const vn_clause *c, const vn_part *part)
{
	const vn_part *before = part > c->parts->parts ? part - 1 : NULL;
	const vn_part *next = vn_next_part(c, part);

	if (before == NULL || next == NULL || before->end != part->first || next->first - part->end > 3)
		return false;
	if (vn_is_cue(before, VN_ROLE_AND))
		return next->kind == VN_PART_CUE && next->role <= VN_ROLE_PROPOSE_CONFER;
	if (before->kind != VN_PART_MARK || (before->role != ',' && before->role != ';'))
		return false;
	return next->kind == VN_PART_RECIPIENT || next->kind == VN_PART_MENTION || (next->kind == VN_PART_MARK && next->role == ',') ||
		(next->kind == VN_PART_CUE && next->role <= VN_ROLE_PROPOSE_CONFER);
}

vn_status
vn_read_award_clauses(vn_article *article, uint32_t sentence, const vn_parts *parts, vn_award_context *context, vn_acts *acts)
{
	const vn_env *env = article->arena.env;
	vn_clause	c = {
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
				if ((c.open_count == 0 && !c.purpose) || opens_clause(&c, part))
				{
					c.year = part->value;
					break;
				}
				for (int j = 0; j < c.open_count; j++)
					if (c.open[j].year == c.year)
						c.open[j].year = part->value;
				/* at the end it holds for all before it: "A cho 5 đơn vị, B cho 7 cá nhân năm 2023" */
				if (c.open_count > 0 && (i + 1 == parts->count || (part[1].kind == VN_PART_MARK && part[1].role == ';')))
					for (uint32_t j = acts->count; j-- > 0 && acts->acts[j].sentence == sentence && acts->acts[j].first >= c.clause;)
						if (acts->acts[j].year == 0)
							acts->acts[j].year = part->value;
				break;
			case VN_PART_PERIOD:
				if (c.relative)
					break;
				c.period = c.period || c.open_count == 0;
				for (int j = 0; j < c.open_count; j++)
					c.open[j].period = true;
				break;
			case VN_PART_MARK:
				read_mark(&c, part);
				break;
			case VN_PART_CUE:
				read_cue(&c, part);
				break;
		}
		if (i % 1024 == 1023)
			env->tick(env->context);
	}
	vn_close_awards(&c);
	context->verb = c.verb;
	context->proposing = c.proposing;
	context->authority = c.authority;
	context->year = c.year;
	vn_release(env, c.given.list);
	vn_release(env, c.loose.list);
	vn_release(env, c.before.list);
	return c.failed || article->arena.failed ? VN_NO_MEMORY : VN_OK;
}
