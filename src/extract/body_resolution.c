/*
 * body_resolution.c
 *		What the open and short names of bodies mean within the article: "Công đoàn Bộ", "Ủy ban nhân dân tỉnh", "EVN".
 */
#include "extract/roster.h"

/* Canonical names as keys: one for each number of leading words. */
typedef struct name_keys
{
	uint64_t	word[64];
	uint64_t	leading[64];
	int			count;
} name_keys;

static void
read_keys(const char *name, name_keys *keys)
{
	vn_scanner	scanner;
	vn_scanned	token;
	uint64_t	key = 1;

	keys->count = 0;
	vn_scan_start(&scanner, name, strlen(name));
	while (keys->count < 64 && vn_scan(&scanner, &token))
	{
		key = vn_index_key(key, token.key);
		keys->word[keys->count] = token.key;
		keys->leading[keys->count++] = key;
	}
}

static bool
has_place(const vn_body *body)
{
	return body->place_end > body->place_first;
}

/* An open name means the body of the article that begins like it, the most frequent one. */
static void
resolve_by_beginning(vn_roster *r)
{
	vn_index	longer = {0};	/* leading words -> body that begins with them */
	name_keys	keys;

	for (uint32_t i = 0; i < r->body_count && !r->failed; i++)
	{
		if (r->bodies[i].body.open)
			continue;
		read_keys(r->bodies[i].name, &keys);
		for (int k = 0; k < keys.count - 1; k++)
		{
			uint32_t   *best = vn_index_add(&longer, r->env, keys.leading[k], i);

			if (best == NULL)
			{
				r->failed = true;
				break;
			}
			if (r->bodies[*best].mentions < r->bodies[i].mentions)
				*best = i;
		}
		if (i % 1024 == 1023)
			r->env->tick(r->env->context);
	}
	for (uint32_t i = 0; i < r->body_count && !r->failed; i++)
		if (r->bodies[i].body.open)
		{
			const uint32_t *best;

			read_keys(r->bodies[i].name, &keys);
			best = keys.count == 0 ? NULL : vn_index_find(&longer, keys.leading[keys.count - 1]);
			if (best != NULL)
				r->bodies[i].full = r->bodies[*best].name;
		}
	vn_release(r->env, longer.slots);
}

/* A name without a noun for its kind is the short one that the article gave a body in parentheses: "Tập đoàn X (ABC)". */
static void
resolve_short_names(vn_roster *r)
{
	if (r->by_short.used == 0)
		return;
	for (uint32_t i = 0; i < r->body_count; i++)
	{
		const vn_body *body = &r->bodies[i].body;
		const uint32_t *meant;

		if (body->head >= 0 || has_place(body) || body->prefix != NULL)
			continue;
		meant = vn_index_find(&r->by_short, vn_tokens_key(r->document, body->first, body->end));
		if (meant != NULL)
			r->bodies[i].full = r->bodies[*meant].full;
	}
}

/* The words that open the nouns of administrative units: the key and the row. */
typedef struct unit_words
{
	uint64_t	key[64];
	int			unit[64];
	int			count;
} unit_words;

static void
read_units(unit_words *units)
{
	units->count = 0;
	for (int row = 0; row < vn_catalog_rows(VN_PLACE_UNITS) && units->count < 64; row++)
	{
		vn_scanner	scanner;
		vn_scanned	token;
		const char *name = vn_cell(VN_PLACE_UNITS, row, VN_UNIT_UNIT);

		vn_scan_start(&scanner, name, strlen(name));
		if (vn_cell_number(VN_PLACE_UNITS, row, VN_UNIT_LEVEL) > 2 || !vn_scan(&scanner, &token))
			continue;
		units->key[units->count] = token.key;
		units->unit[units->count++] = row;
	}
}

/* The unit whose noun a name holds among its last words ("Tỉnh ủy"), as an index into "units"; -1: none. */
static int
unit_of_name(const unit_words *units, const char *name, int words)
{
	name_keys	keys;

	read_keys(name, &keys);
	for (int k = keys.count - 1; k >= 0 && k >= keys.count - words; k--)
		for (int u = 0; u < units->count; u++)
			if (units->key[u] == keys.word[k])
				return u;
	return -1;
}

/* How often places are named behind one unit. */
typedef struct place_votes
{
	vn_index	of_place;		/* tokens of the place -> votes */
	uint32_t	total;
	uint32_t	best;			/* votes */
	uint32_t	first,
				end;			/* tokens of the place with the most votes */
} place_votes;

static void
vote(vn_roster *r, place_votes *votes, uint32_t first, uint32_t end, uint32_t count)
{
	uint32_t   *found = vn_index_add(&votes->of_place, r->env, vn_tokens_key(r->document, first, end), 0);

	if (found == NULL)
	{
		r->failed = true;
		return;
	}
	*found += count;
	votes->total += count;
	if (*found > votes->best)
	{
		votes->best = *found;
		votes->first = first;
		votes->end = end;
	}
}

/* Count the places that the article names behind a unit, in bodies and elsewhere. */
static void
count_places(vn_roster *r, const unit_words *units, int u, place_votes *votes)
{
	const vn_document *d = r->document;
	unsigned	steps = 0;

	for (uint32_t i = 0; i < r->body_count && !r->failed; i++)
	{
		vn_step(r->env, &steps);
		if (has_place(&r->bodies[i].body) && unit_of_name(units, r->bodies[i].name, 64) == u)
			vote(r, votes, r->bodies[i].body.place_first, r->bodies[i].body.place_end, r->bodies[i].mentions);
	}
	for (uint32_t at = 0; at + 1 < d->token_count && !r->failed; at++)
	{
		vn_lookup	look;
		uint32_t	end,
					stop;
		int			unit;

		vn_step(r->env, &steps);
		if (!(vn_starts_at(d, at) & VN_STARTS(VN_PLACE_UNITS)))
			continue;
		vn_look(&look, d, at, d->token_count);
		unit = vn_look_row(&look, VN_PLACE_UNITS, &end);
		if (unit < 0 || unit != units->unit[u] || end >= d->token_count || !vn_is_capital(d, end))
			continue;
		vn_look(&look, d, end, d->token_count);
		if (vn_look_row(&look, VN_PLACES, &stop) >= 0)
			vote(r, votes, end, stop, 1);
	}
}

/* What is still open but names its unit means that of the place which most of the article is about. */
static void
resolve_by_place(vn_roster *r)
{
	unit_words	units;
	place_votes votes[64];
	bool		counted[64] = {false};
	unsigned	steps = 0;

	read_units(&units);
	for (uint32_t i = 0; i < r->body_count && !r->failed; i++)
	{
		vn_roster_body *body = &r->bodies[i];
		vn_buffer	name = {.env = r->env};
		vn_buffer	place = {.env = r->env};
		int			u;

		vn_step(r->env, &steps);
		if (!body->body.open || body->full != body->name || (u = unit_of_name(&units, body->name, 2)) < 0)
			continue;
		if (!counted[u])
		{
			votes[u] = (place_votes) {0};
			counted[u] = true;
			count_places(r, &units, u, &votes[u]);
		}
		if (votes[u].best * 2 <= votes[u].total)
			continue;
		vn_append_string(&name, body->name);
		vn_append_canonical(&place, r->document, votes[u].first, votes[u].end);
		vn_append(&place, "", 1);
		if (!place.failed)
			vn_append_overlapping(&name, place.data);
		body->full = place.failed ? NULL : vn_roster_keep(r, &name);
		r->failed |= place.failed;
		vn_release(r->env, name.data);
		vn_release(r->env, place.data);
	}
	for (int u = 0; u < units.count; u++)
		if (counted[u])
			vn_release(r->env, votes[u].of_place.slots);
}

void
vn_resolve_bodies(vn_roster *r)
{
	resolve_by_beginning(r);
	resolve_by_place(r);
	resolve_short_names(r);
}
