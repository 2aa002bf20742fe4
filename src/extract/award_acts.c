/*
 * award_acts.c
 *		An article tells of one act several times: in its headline, lead and captions. Such tellings are merged.
 */
#include "extract/award_acts.h"

#include "text/normal.h"

/* An act is compared with so many before it; articles have far fewer. */
#define WINDOW 256

static bool
same_or_null(const char *a, const char *b)
{
	return a == NULL || b == NULL || strstr(a, b) != NULL || strstr(b, a) != NULL;
}

/* Does a name hold all words of another in their order? Both are in lower case. */
static bool
holds_words(const char *name, const char *shorter)
{
	while (*shorter != '\0')
	{
		size_t		length = strcspn(shorter, " ;");

		while (*name != '\0' && (strncmp(name, shorter, length) != 0 || strchr(" ;", name[length]) == NULL))
		{
			name += strcspn(name, " ;");
			name += strspn(name, " ;");
		}
		if (*name == '\0')
			return false;
		name += length + strspn(name + length, " ;");
		shorter += length + strspn(shorter + length, " ;");
	}
	return true;
}

/* Is a name the first words of another? */
static bool
begins(const char *name, const char *longer)
{
	size_t		length = strlen(name);

	return strncmp(name, longer, length) == 0 && (longer[length] == ' ' || longer[length] == '\0');
}

/* May two tellings be of one act? */
static bool
is_same_act(const vn_act *a, const vn_act *b)
{
	/* "được nhận Huy hiệu" may be any badge that the article names in full */
	if (!(a->generic ? begins(a->award, b->award) : b->generic ? begins(b->award, a->award) : strcmp(a->award, b->award) == 0) ||
		a->proposed != b->proposed || a->posthumous != b->posthumous)
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
	if ((a->sentence == b->sentence && (a->count < 2 || a->count != b->count)) || (a->rank == NULL) != (b->rank == NULL) || (a->rank != NULL && strcmp(a->rank, b->rank) != 0))
		return false;
	if (a->recipient != NULL && b->recipient != NULL)
		return holds_words(a->key, b->key) || holds_words(b->key, a->key);
	return a->count == b->count;
}

static void
merge(vn_act *into, const vn_act *from)
{
	/* what is told of nobody in particular may be told of others, too: nothing is taken from it */
	if (from->generic && !into->generic)
		return;
	if (into->generic && !from->generic)
	{
		*into = *from;
		return;
	}
	if (into->kind == 0)
		into->kind = from->kind;
	if (into->authority == NULL || (from->authority != NULL && strlen(from->authority) > strlen(into->authority)))
		into->authority = from->authority;
	if (into->count < from->count)
		into->count = from->count;
	if (into->recipient == NULL || (from->recipient != NULL && strlen(from->recipient) > strlen(into->recipient)))
	{
		into->recipient = from->recipient;
		into->key = from->key;
	}
	if (into->year == 0)
		into->year = from->year;
	into->period |= from->period;
}

/* Is an award another by its name, or one of its steps: "Huy hiệu 50 năm tuổi Đảng" and "Huy hiệu Đảng"? */
static bool
is_kind_of(const char *award, const char *broader)
{
	size_t		length = strlen(award);

	if (strcmp(award, broader) == 0)
		return true;
	for (const char *p = strchr(broader, ' '); p != NULL && length > strlen(broader); p = strchr(p + 1, ' '))
		if (strncmp(award, broader, p - broader + 1) == 0 && strcmp(award + length - strlen(p), p) == 0)
			return true;
	return false;
}

/* Does an act tell a part of a total: one step, one rank, or one kind of recipient? */
static bool
is_part_of(const vn_act *act, const vn_act *total)
{
	if (act->dropped || !is_kind_of(act->award, total->award) || act->proposed != total->proposed || act->count < 0 ||
		!same_or_null(act->authority, total->authority))
		return false;
	if (total->kind != 0 && act->kind != total->kind)
		return false;
	if (strcmp(act->award, total->award) != 0)
		return act->recipient == NULL;
	if (total->rank == NULL && act->rank != NULL)
		return true;
	return (total->rank == NULL ? act->rank == NULL : act->rank != NULL && strcmp(act->rank, total->rank) == 0) &&
		total->kind == 0 && act->kind != 0;
}

/* Is an act the sum of others? Then they get to know what is known of it, and it is none of its own. */
static bool
share_total(vn_acts *acts, uint32_t at)
{
	const vn_act *total = &acts->acts[at];
	uint32_t	first = at > WINDOW ? at - WINDOW : 0;
	uint32_t	end = acts->count - at > WINDOW ? at + WINDOW : acts->count;
	int			sum = 0;
	int			parts = 0;

	if (total->count < 0)
		return false;
	for (uint32_t i = first; i < end; i++)
		if (i != at && is_part_of(&acts->acts[i], total))
		{
			sum += acts->acts[i].count;
			parts++;
		}
	if (parts < 2 || sum != total->count)
		return false;
	for (uint32_t i = first; i < end; i++)
		if (i != at && is_part_of(&acts->acts[i], total))
		{
			vn_act	   *part = &acts->acts[i];

			if (part->authority == NULL)
				part->authority = total->authority;
			if (part->year == 0)
				part->year = total->year;
		}
	return true;
}

/* The recipients' names in lower case. */
static const char *
key_of(vn_article *article, const char *names)
{
	vn_buffer	buffer = {.env = article->arena.env};
	const char *key = NULL;

	vn_lower(&buffer, names, strlen(names));
	if (buffer.failed)
		article->arena.failed = true;
	else
		key = vn_arena_string(&article->arena, buffer.data, buffer.length);
	vn_release(buffer.env, buffer.data);
	return key == NULL ? names : key;
}

void
vn_merge_acts(vn_article *article, vn_acts *acts)
{
	const vn_env *env = article->arena.env;
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < acts->count; i++)
	{
		vn_act	   *act = &acts->acts[i];
		uint32_t	j = kept > WINDOW ? kept - WINDOW : 0;

		if (act->recipient != NULL)
			act->key = key_of(article, act->recipient);

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
	for (uint32_t i = 0; i < acts->count; i++)
	{
		acts->acts[i].dropped = share_total(acts, i);
		if (i % 64 == 63)
			env->tick(env->context);
	}
	kept = 0;
	for (uint32_t i = 0; i < acts->count; i++)
		if (!acts->acts[i].dropped)
			acts->acts[kept++] = acts->acts[i];
	acts->count = kept;
}
