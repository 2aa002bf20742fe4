/*
 * award_tally.c
 *		From open awards and their recipients to acts: one per count, one per kind for the names, one per kind for the rest.
 */
#include "extract/award_clause.h"
#include "text/buffer.h"

/* Two tellings of one name in a list are at most so many entries apart. */
#define MAX_APART 2

static vn_act *
add_act(vn_clause *c, const vn_open_award *a)
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
uint8_t
vn_kind_of_award(const vn_clause *c, const vn_open_award *a)
{
	const char *recipients = a->part->row < 0 ? "" : vn_row_cell(&c->article->document, VN_AWARDS, a->part->row, VN_AWARD_RECIPIENTS);

	return strcmp(recipients, "individual") == 0 ? VN_ROLE_INDIVIDUAL :
		strcmp(recipients, "collective") == 0 ? VN_ROLE_COLLECTIVE :
		strcmp(recipients, "household") == 0 ? VN_ROLE_HOUSEHOLD : 0;
}

/* A post behind a name resolves to the same person: "A, Phó Bí thư Huyện ủy, và B". */
static bool
is_repeated(const vn_listed *list, uint32_t at)
{
	for (uint32_t i = at; i-- > 0 && at - i <= MAX_APART;)
		if (list[i].named && list[i].kind == list[at].kind && list[i].text != NULL && strcmp(list[i].text, list[at].text) == 0)
			return true;
	return false;
}

/* Names of one kind, joined by semicolons. */
const char *
vn_join_names(vn_clause *c, const vn_listed *list, uint32_t count, int kind, int *names)
{
	vn_buffer	buffer = {.env = c->article->arena.env};
	const char *result = NULL;

	*names = 0;
	for (uint32_t i = 0; i < count; i++)
	{
		vn_step(buffer.env, &buffer.steps);
		if (list[i].named && list[i].kind == kind && list[i].text != NULL && !is_repeated(list, i))
		{
			vn_append_string(&buffer, ++*names > 1 ? "; " : "");
			vn_append_string(&buffer, list[i].text);
		}
	}
	if (buffer.failed)
		c->article->arena.failed = true;
	else if (*names > 0)
		result = vn_arena_string(&c->article->arena, buffer.data, buffer.length);
	vn_release(buffer.env, buffer.data);
	return result;
}

static void
widen(vn_act *act, const vn_listed *r)
{
	if (r->first < act->first)
		act->first = r->first;
	if (r->end > act->end)
		act->end = r->end;
}

/* The acts of one award for a list without totals: one per count, one per kind for the names, one per kind left. */
static void
add_acts(vn_clause *c, const vn_open_award *a, const vn_listed *list, uint32_t count)
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
		act->kind = kinds_seen == 1 && !list[0].mixed ? first_kind : kinds_seen == 0 ? vn_kind_of_award(c, a) : 0;
		if (kinds_seen == 1)
			act->recipient = vn_join_names(c, list, count, first_kind, &names);
		for (uint32_t i = 0; i < count; i++)
			widen(act, &list[i]);
		act->rule = "certificates counted";
		return;
	}
	for (uint32_t i = 0; i < count; i++)
		if (list[i].count >= 0 && !list[i].named && (act = add_act(c, a)) != NULL)
		{
			act->kind = list[i].mixed ? 0 : list[i].kind != 0 ? list[i].kind : vn_kind_of_award(c, a);
			act->count = list[i].count;
			act->recipient = list[i].text;
			widen(act, &list[i]);
		}
	for (unsigned k = 0; k < sizeof(kinds); k++)
	{
		const char *text = vn_join_names(c, list, count, kinds[k], &names);
		const vn_listed *plain = NULL;
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

void
vn_close_awards(vn_clause *c)
{
	vn_fold_nested_bodies(c, c->breakdown < c->given.count ? c->breakdown : 0);
	vn_settle_breakdown(c, 0);
	for (int i = 0; i < c->open_count && !c->negative && !c->revoking; i++)
	{
		vn_open_award *a = &c->open[i];
		uint32_t	before = c->acts->count;
		const vn_list *recipients;

		if ((c->contest && a->authority == NULL) || (a->tentative && !c->tally))
			continue;
		/* prizes are awards of the State only when a public body gives them */
		if (a->part->award_kind == VN_AWARD_PRIZE && a->authority == NULL && *vn_row_cell(&c->article->document, VN_AWARDS, a->part->row, VN_AWARD_AUTHORITY) == '\0')
			continue;
		if (c->passive && a->count < 0 && vn_is_class(c))
			continue;
		recipients = c->given.count > 0 || c->passive ? &c->given : &c->before;	/* "R được X tặng A, Y tặng B" */
		if (recipients->count > 0 || a->count >= 0)
			add_acts(c, a, recipients->list, recipients->count);
		for (uint32_t j = before; j < c->acts->count; j++)
			if ((a->subject || c->ruled) && c->acts->acts[j].generic)
			{
				c->acts->acts[j] = c->acts->acts[--c->acts->count];
				j--;
			}
	}
	c->open_count = 0;
	c->given.count = 0;
	c->breakdown = UINT32_MAX;
	c->receiving = c->tally = c->bracketed = false;
	c->mention = NULL;
}
