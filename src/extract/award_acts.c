/*
 * award_acts.c
 *		An article tells of one act several times: in its headline, lead and captions. Such tellings are merged.
 */
#include "extract/award_acts.h"

/* An act is compared with so many before it; articles have far fewer. */
#define WINDOW 256

static bool
same_or_null(const char *a, const char *b)
{
	return a == NULL || b == NULL || strcmp(a, b) == 0 || strstr(a, b) != NULL || strstr(b, a) != NULL;
}

/* May two tellings be of one act? */
static bool
is_same_act(const vn_act *a, const vn_act *b)
{
	if (strcmp(a->award, b->award) != 0 || a->proposed != b->proposed || a->posthumous != b->posthumous)
		return false;
	if (!same_or_null(a->authority, b->authority) || (a->year != 0 && b->year != 0 && a->year != b->year))
		return false;
	if (a->kind != b->kind && a->kind != 0 && b->kind != 0)
		return false;
	if (a->generic || b->generic)
	{
		const vn_act *generic = a->generic ? a : b;
		const vn_act *other = a->generic ? b : a;

		return generic->rank == NULL || (other->rank != NULL && strcmp(a->rank, b->rank) == 0);
	}
	if (a->sentence == b->sentence || (a->rank == NULL) != (b->rank == NULL) || (a->rank != NULL && strcmp(a->rank, b->rank) != 0))
		return false;
	if (a->recipient != NULL && b->recipient != NULL)
		return strstr(a->recipient, b->recipient) != NULL || strstr(b->recipient, a->recipient) != NULL;
	return a->count == b->count;
}

static void
merge(vn_act *into, const vn_act *from)
{
	if (into->generic && !from->generic)
	{
		into->kind = from->kind;
		into->count = from->count;
		into->rank = from->rank;
		into->first = from->first;
		into->end = from->end;
		into->sentence = from->sentence;
		into->rule = from->rule;
		into->generic = false;
	}
	if (into->kind == 0 && !from->generic)
		into->kind = from->kind;
	if (into->authority == NULL || (from->authority != NULL && strlen(from->authority) > strlen(into->authority)))
		into->authority = from->authority;
	if (into->count < from->count)
		into->count = from->count;
	if (into->recipient == NULL || (from->recipient != NULL && strlen(from->recipient) > strlen(into->recipient)))
		into->recipient = from->recipient;
	if (into->year == 0)
		into->year = from->year;
	into->period |= from->period;
}

/* Is an act the sum of others that tell it by rank or by kind of recipient? */
static bool
is_total(const vn_acts *acts, uint32_t at)
{
	const vn_act *total = &acts->acts[at];
	uint32_t	first = at > WINDOW ? at - WINDOW : 0;
	uint32_t	end = acts->count - at > WINDOW ? at + WINDOW : acts->count;
	int			sum = 0;
	int			parts = 0;

	if (total->count < 0 || total->recipient != NULL || (total->rank != NULL && total->kind != 0))
		return false;
	for (uint32_t i = first; i < end; i++)
	{
		const vn_act *act = &acts->acts[i];

		if (i == at || strcmp(act->award, total->award) != 0 || act->proposed != total->proposed || act->count < 0)
			continue;
		if (total->rank == NULL ? act->rank == NULL && (total->kind != 0 || act->kind == 0) :
			act->rank == NULL || strcmp(act->rank, total->rank) != 0)
			continue;
		if (total->kind != 0 && act->kind != total->kind)
			continue;
		sum += act->count;
		parts++;
	}
	return parts > 1 && sum == total->count;
}

void
vn_merge_acts(vn_article *article, vn_acts *acts)
{
	const vn_env *env = article->arena.env;
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < acts->count; i++)
	{
		const vn_act *act = &acts->acts[i];
		uint32_t	j = kept > WINDOW ? kept - WINDOW : 0;

		while (j < kept && !is_same_act(&acts->acts[j], act))
			j++;
		if (j < kept)
			merge(&acts->acts[j], act);
		else
			acts->acts[kept++] = *act;
		if (i % 64 == 63)
			env->tick(env->context);
	}
	acts->count = kept;
	for (uint32_t i = 0; i < acts->count;)
	{
		if (is_total(acts, i))
			memmove(&acts->acts[i], &acts->acts[i + 1], (--acts->count - i) * sizeof(vn_act));
		else
			i++;
		if (i % 64 == 63)
			env->tick(env->context);
	}
}
