/*
 * roster.c
 *		See roster.h.
 */
#include "extract/roster.h"

/* More different claims for one person than any article makes; what comes behind them is not looked at. */
#define MOST_CLAIMS 64

uint64_t
vn_tokens_key(const vn_document *d, uint32_t first, uint32_t end)
{
	uint64_t	key = 1;

	for (uint32_t at = first; at < end; at++)
		key = vn_index_key(key, d->tokens[at].hash);
	return key;
}

int32_t
vn_roster_person_of(vn_roster *r, const vn_name *name)
{
	const vn_document *d = r->document;
	uint32_t   *found = vn_index_add(&r->by_name, r->env, vn_tokens_key(d, name->first, name->end), (uint32_t) r->person_count);
	vn_roster_person *person;
	uint32_t	index;

	if (found == NULL)
	{
		r->failed = true;
		return -1;
	}
	index = *found;
	if (index == r->person_count)
	{
		if (!vn_reserve(r->env, (void **) &r->persons, r->person_count, &r->person_room, sizeof(vn_roster_person)))
		{
			r->failed = true;
			return -1;
		}
		person = &r->persons[r->person_count++];
		*person = (vn_roster_person) {.first = name->first, .end = name->end, .honorific = -1, .rank = -1, .alias = -1,
			.claims = -1};
	}
	person = &r->persons[index];
	person->mentions++;
	person->foreign |= name->foreign;
	if (vn_is_upper(d, person->first) && !vn_is_upper(d, name->first))
	{
		person->first = name->first;
		person->end = name->end;
	}
	if (name->end - name->first > 1)
		for (uint32_t at = name->foreign ? name->first : name->end - 1; at < name->end; at++)
		{
			uint32_t   *part = vn_index_add(&r->by_part, r->env, vn_index_key(1, d->tokens[at].hash), index + 1);

			if (part == NULL)
				r->failed = true;
			else
				*part = index + 1;
		}
	if (name->end - name->first > 2 && !name->foreign)
	{
		/* "bà Tú Anh" */
		uint32_t   *part = vn_index_add(&r->by_part, r->env, vn_tokens_key(d, name->end - 2, name->end), index + 1);

		if (part == NULL)
			r->failed = true;
		else
			*part = index + 1;
	}
	return (int32_t) index;
}

uint32_t
vn_roster_known_end(const vn_roster *r, const vn_name *name)
{
	for (uint32_t end = name->end; end - name->first > 1; end--)
		if (vn_index_find(&r->by_name, vn_tokens_key(r->document, name->first, end)) != NULL)
			return end;
	return 0;
}

int32_t
vn_roster_called(const vn_roster *r, uint32_t token)
{
	const uint32_t *found = vn_index_find(&r->by_part, vn_index_key(1, r->document->tokens[token].hash));

	return found == NULL ? -1 : (int32_t) *found - 1;
}

const char *
vn_roster_keep(vn_roster *r, vn_buffer *buffer)
{
	const char *result = buffer->failed ? NULL : vn_arena_string(&r->article->arena, buffer->data, buffer->length);

	if (result == NULL)
		r->failed = true;
	return result;
}

/* Where the place that another body shares begins: with its unit, where the noun of this one is for any level. */
static uint32_t
place_of(const vn_document *d, const vn_body *body, const vn_body *place)
{
	if (body->head < 0 || vn_cell_number(VN_ORGANIZATION_HEADS, body->head, VN_HEAD_LEVEL) != 0 || body->level != 0)
		return place->place_first;
	for (uint32_t at = place->place_first; at > place->first && place->place_first - at < 3;)
	{
		vn_lookup	look;
		uint32_t	end;

		at--;
		vn_look(&look, d, at, place->place_first);
		if (vn_look_row(&look, VN_PLACE_UNITS, &end) >= 0 && end == place->place_first)
			return at;
	}
	return place->place_first;
}

int32_t
vn_roster_body_of(vn_roster *r, const vn_body *body, const vn_body *place)
{
	const vn_document *d = r->document;
	bool		shared = place != NULL && body->open && place->place_end > place->place_first &&
		(body->level == place->level || body->level == 0 || body->level == 5 || place->level == 0 || place->level == 5);
	uint64_t	key = vn_tokens_key(d, body->first, body->end);
	uint32_t   *found;
	vn_roster_body *entry;
	vn_buffer	name = {.env = r->env};

	if (shared)
		key = vn_index_key(key, vn_tokens_key(d, place->place_first, place->place_end));
	found = vn_index_add(&r->by_body, r->env, vn_index_key(key, (uintptr_t) body->prefix), (uint32_t) r->body_count);
	if (found == NULL)
	{
		r->failed = true;
		return -1;
	}
	if (*found < r->body_count)
	{
		r->bodies[*found].mentions++;
		return (int32_t) *found;
	}
	if (!vn_reserve(r->env, (void **) &r->bodies, r->body_count, &r->body_room, sizeof(vn_roster_body)))
	{
		r->failed = true;
		return -1;
	}
	entry = &r->bodies[r->body_count++];
	entry->body = *body;
	entry->mentions = 1;
	vn_append_body(&name, d, body);
	if (shared)
	{
		vn_append(&name, " ", 1);
		vn_append_canonical(&name, d, place_of(d, body, place), place->place_end);
		entry->body.open = false;
	}
	entry->name = vn_roster_keep(r, &name);
	entry->full = entry->name;
	vn_release(r->env, name.data);
	return (int32_t) r->body_count - 1;
}

void
vn_roster_short_name(vn_roster *r, uint32_t first, uint32_t end, int32_t body)
{
	uint32_t   *found = body < 0 ? NULL : vn_index_add(&r->by_short, r->env, vn_tokens_key(r->document, first, end), (uint32_t) body);

	if (body >= 0 && found == NULL)
		r->failed = true;
}

void
vn_roster_claim(vn_roster *r, int32_t person, const vn_post *post, int32_t body, uint32_t first, uint32_t end, const char *rule)
{
	vn_roster_person *owner;

	if (person < 0)
		return;
	owner = &r->persons[person];
	if (owner->claim_count >= MOST_CLAIMS * 4)
		return;
	for (int32_t i = owner->claims; i >= 0; i = r->claims[i].next)
		if (r->claims[i].post == post->row && r->claims[i].body == body && r->claims[i].status == post->status)
			return;
	if (!vn_reserve(r->env, (void **) &r->claims, r->claim_count, &r->claim_room, sizeof(vn_claim)))
	{
		r->failed = true;
		return;
	}
	r->claims[r->claim_count] = (vn_claim) {.person = person, .post = post->row, .under = post->under, .body = body,
		.status = post->status, .first = first, .end = end, .rule = rule, .next = owner->claims};
	owner->claims = (int32_t) r->claim_count++;
	owner->claim_count++;
}

/* ------------------------------------------------------------- settlement */

/* Is one canonical name the other, or its beginning up to the end of a word? */
static bool
begins_with(const char *longer, const char *shorter)
{
	size_t		length = strlen(shorter);

	return strncmp(longer, shorter, length) == 0 && (longer[length] == '\0' || longer[length] == ' ' || longer[length] == ',');
}

/* Behind the noun of a province or city that stands before its name. */
static const char *
behind_unit(const char *words)
{
	const char *end = words;
	int			unit = vn_phrase_in(words, VN_PLACE_UNITS, &end);

	return unit >= 0 && *end == ' ' && vn_cell_number(VN_PLACE_UNITS, unit, VN_UNIT_LEVEL) == 1 ? end + 1 : words;
}

/* Behind the noun for a firm, with or without its legal form, that a name begins with. */
static const char *
behind_firm(const char *words)
{
	const char *end = words;
	int			head = vn_phrase_in(words, VN_ORGANIZATION_HEADS, &end);

	return head >= 0 && *end == ' ' && vn_cell_number(VN_ORGANIZATION_HEADS, head, VN_HEAD_KIND) == VN_KIND_ENTERPRISE ?
		end + 1 : words;
}

/* Are two names the same but for capitals and for the nouns of provinces and cities: "Công an tỉnh X", "Công an X"? */
static bool
same_but_units(const char *a, const char *b)
{
	for (;;)
	{
		vn_scanner	one,
					other;
		vn_scanned	word,
					word2;

		vn_scan_start(&one, a, strlen(a));
		vn_scan_start(&other, b, strlen(b));
		if (!vn_scan(&one, &word) || !vn_scan(&other, &word2))
			return *a == '\0' && *b == '\0';
		if (word.key != word2.key)
			return false;
		a += word.start + word.length;
		b += word2.start + word2.length;
		a = *a == ' ' ? behind_unit(a + 1) : a;
		b = *b == ' ' ? behind_unit(b + 1) : b;
	}
}

/* Is one name the other without its legal form: "Công ty TNHH X", "Công ty X"? */
static bool
same_firm(const char *a, const char *b)
{
	const char *name = behind_firm(a);
	const char *name2 = behind_firm(b);

	return name != a && name2 != b && strcmp(name, name2) == 0 &&
		strncmp(a, b, (size_t) (name - a < name2 - b ? name - a : name2 - b)) == 0;
}

static bool
bodies_agree(const vn_claim *a, const vn_claim *b)
{
	return a->organization == NULL || b->organization == NULL || a->vague || b->vague ||
		begins_with(a->organization, b->organization) || begins_with(b->organization, a->organization) ||
		same_but_units(a->organization, b->organization) || same_firm(a->organization, b->organization);
}

/* Merge the claims of one person that say the same: the longer title and the fuller organization stay. */
static void
merge_claims(vn_roster *r, const vn_roster_person *person)
{
	vn_claim   *list[MOST_CLAIMS];
	int			count = 0;

	for (int32_t i = person->claims; i >= 0 && count < MOST_CLAIMS; i = r->claims[i].next)
		list[count++] = &r->claims[i];
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++)
		{
			vn_claim   *a = list[i],
					   *b = list[j];

			/* "Trợ lý Thủ tướng A", where A is the Prime Minister */
			if (i != j && b->under >= 0 && b->under == a->post)
				b->dropped = true;
			if (i == j || a->dropped || b->dropped || !begins_with(a->title, b->title) ||
				!bodies_agree(a, b))
				continue;

			/* one person was head of two bodies: a title without a body goes to one of them */
			if (strcmp(a->title, b->title) != 0 && a->organization != NULL && b->organization == NULL &&
				a->title[strlen(b->title)] == ' ' && a->status != b->status)
				continue;
			if (a->status != b->status && strcmp(a->title, b->title) != 0)
				continue;
			if (a->organization == NULL || (a->vague && b->organization != NULL) ||
				(b->organization != NULL && !b->vague && strlen(b->organization) > strlen(a->organization)))
			{
				a->organization = b->organization;
				a->vague = b->vague;
			}
			if (b->status != VN_CURRENT && a->status == VN_CURRENT)
				a->status = b->status;
			if (b->first < a->first)
			{
				a->first = b->first;
				a->end = b->end;
				a->rule = b->rule;
			}
			b->dropped = true;
		}
}

const char *
vn_roster_title(vn_roster *r, int post, int under)
{
	const char *title = vn_row_cell(r->document, VN_POSTS, post, VN_POST_TITLE);
	vn_buffer	joined = {.env = r->env};
	const char *result;

	if (under < 0)
		return title;
	vn_append_string(&joined, title);
	vn_append(&joined, " ", 1);
	vn_append_string(&joined, vn_row_cell(r->document, VN_POSTS, under, VN_POST_TITLE));
	result = vn_roster_keep(r, &joined);
	vn_release(r->env, joined.data);
	return result == NULL ? title : result;
}

/* The organization a post implies, or NULL. */
static const char *
implied(const vn_document *d, int post)
{
	const char *name = vn_row_cell(d, VN_POSTS, post, VN_POST_ORGANIZATION);

	return *name == '\0' || *name == '-' ? NULL : name;
}

static void
fill_holdings(vn_roster *r, vn_people *people)
{
	vn_arena   *arena = &r->article->arena;

	people->holdings = vn_arena_get(arena, (r->claim_count + r->person_count + 1) * sizeof(vn_holding));
	if (people->holdings == NULL)
	{
		r->failed = true;
		return;
	}
	for (uint32_t i = 0; i < r->claim_count; i++)
	{
		static const char *const status[] = {"current", "acting", "former"};
		const vn_claim *claim = &r->claims[i];
		vn_holding *holding;

		if (claim->dropped)
			continue;
		holding = &people->holdings[people->holding_count++];
		*holding = (vn_holding) {.person = claim->person, .title = claim->title, .organization = claim->organization,
			.status = status[claim->status], .first = claim->first, .end = claim->end, .rule = claim->rule};
	}

	/* a rank stands where no post does */
	for (uint32_t i = 0; i < r->person_count; i++)
	{
		const vn_roster_person *person = &r->persons[i];

		if (person->alias < 0 && person->claims < 0 && person->rank >= 0)
			people->holdings[people->holding_count++] = (vn_holding) {
				.person = (int32_t) i, .title = vn_row_cell(r->document, VN_POSTS, person->rank, VN_POST_TITLE), .status = "current",
				.first = person->rank_first, .end = person->rank_end, .rule = "rank"
			};
	}
}

/* Sort by "first": the two runs of fill_holdings() are nearly in order, so a merge sort by insertion of runs will do. */
static void
sort_holdings(vn_roster *r, vn_people *people)
{
	uint32_t	count = people->holding_count;
	vn_holding *from = people->holdings;
	vn_holding *to = vn_arena_get(&r->article->arena, (count + 1) * sizeof(vn_holding));

	if (to == NULL)
	{
		r->failed = true;
		return;
	}
	for (uint32_t width = 1; width < count; width *= 2)
	{
		vn_holding *swap = from;

		for (uint32_t low = 0; low < count; low += 2 * width)
		{
			uint32_t	middle = low + width < count ? low + width : count;
			uint32_t	high = low + 2 * width < count ? low + 2 * width : count;
			uint32_t	a = low,
						b = middle;

			for (uint32_t i = low; i < high; i++)
				to[i] = b >= high || (a < middle && from[a].first <= from[b].first) ? from[a++] : from[b++];
		}
		from = to;
		to = swap;
	}
	people->holdings = from;
}

static void
fill_persons(vn_roster *r, vn_people *people)
{
	people->persons = vn_arena_get(&r->article->arena, (r->person_count + 1) * sizeof(vn_person));
	if (people->persons == NULL)
	{
		r->failed = true;
		return;
	}
	people->person_count = (uint32_t) r->person_count;
	for (uint32_t i = 0; i < r->person_count; i++)
	{
		const vn_roster_person *person = &r->persons[i];
		vn_person  *out = &people->persons[i];
		int32_t		honorific = person->rank >= 0 && person->claims >= 0 ? person->rank : person->honorific;

		*out = (vn_person) {.holding = -1, .mentions = (int) person->mentions};
		if (person->alias >= 0)
			continue;
		if (person->claims >= 0 || person->rank >= 0 || r->person_count < 4096)
			out->name = vn_name_text(r->document, person->first, person->end, &r->article->arena);
		if (out->name == NULL)
			out->name = "";
		if (honorific >= 0)
			out->honorific = vn_row_cell(r->document, VN_POSTS, honorific, VN_POST_TITLE);
	}
	for (uint32_t i = 0; i < people->holding_count; i++)
		if (people->persons[people->holdings[i].person].holding < 0)
			people->persons[people->holdings[i].person].holding = (int32_t) i;
}

/* Short names, of one syllable or of two behind an address, stand for the person whose name ends with them. */
static void
resolve_short_names(vn_roster *r)
{
	for (uint32_t i = 0; i < r->person_count; i++)
	{
		vn_roster_person *person = &r->persons[i];
		uint32_t	length = person->end - person->first;
		const uint32_t *found;
		int32_t		full;

		if (length > 2 || (length == 2 && person->honorific < 0))
			continue;
		found = vn_index_find(&r->by_part, vn_tokens_key(r->document, person->first, person->end));
		if (found == NULL || *found - 1 == i)
			continue;
		full = (int32_t) *found - 1;
		if (r->persons[full].alias >= 0)
			full = r->persons[full].alias;
		if (full == (int32_t) i)
			continue;
		person->alias = full;
		r->persons[full].mentions += person->mentions;
		for (int32_t c = person->claims; c >= 0;)
		{
			vn_claim   *claim = &r->claims[c];
			int32_t		next = claim->next;

			claim->person = full;
			claim->next = r->persons[full].claims;
			r->persons[full].claims = c;
			c = next;
		}
		person->claims = -1;
	}
}

/* What a head noun alone means in the article. */
typedef struct noun_use
{
	uint32_t	mentions;		/* of all bodies with the noun */
	uint32_t	best_mentions;
	const char *best;
} noun_use;

static void
use_noun(noun_use *use, const vn_roster_body *body)
{
	use->mentions += body->mentions;
	if (body->mentions > use->best_mentions)
	{
		use->best_mentions = body->mentions;
		use->best = body->full;
	}
}

/*
 * Posts without a body whose title holds the noun of one: "Cục trưởng" where the article names one Cục, or one more often
 * than all others together.
 */
static void
resolve_by_noun(vn_roster *r)
{
	size_t		size = (size_t) vn_catalog_rows(VN_ORGANIZATION_HEADS) * sizeof(noun_use);
	noun_use   *uses = vn_resize(r->env, NULL, size);

	if (uses == NULL)
	{
		r->failed = true;
		return;
	}
	memset(uses, 0, size);
	for (uint32_t i = 0; i < r->body_count; i++)
	{
		const vn_roster_body *body = &r->bodies[i];
		vn_lookup	look;

		if (body->body.open)
			continue;
		if (body->body.prefix != NULL)
			continue;
		vn_look(&look, r->document, body->body.first, body->body.end);
		for (int m = 0; m < look.count; m++)
		{
			int			head = vn_match_row(&look.matches[m], VN_ORGANIZATION_HEADS);

			if (head >= 0)
				use_noun(&uses[head], body);
		}
	}
	for (uint32_t i = 0; i < r->claim_count; i++)
	{
		vn_claim   *claim = &r->claims[i];
		int			noun;

		if (claim->dropped || claim->organization != NULL || claim->under >= 0 || (noun = vn_post_noun(r->document, claim->post)) < 0)
			continue;
		if (uses[noun].best_mentions * 2 > uses[noun].mentions)
			claim->organization = uses[noun].best;
	}
	vn_release(r->env, uses);
}

void
vn_roster_settle(vn_roster *r, vn_people *people)
{
	vn_resolve_bodies(r);
	resolve_short_names(r);
	for (uint32_t i = 0; i < r->claim_count && !r->failed; i++)
	{
		vn_claim   *claim = &r->claims[i];

		claim->title = vn_roster_title(r, claim->post, claim->under);
		claim->organization = claim->body >= 0 ? r->bodies[claim->body].full :
			r->persons[claim->person].foreign ? NULL : implied(r->document, claim->under >= 0 ? claim->under : claim->post);
		claim->vague = claim->body < 0 ? claim->organization != NULL : r->bodies[claim->body].body.open &&
			r->bodies[claim->body].full == r->bodies[claim->body].name;
	}
	for (uint32_t i = 0; i < r->person_count && !r->failed; i++)
		if (r->persons[i].claims >= 0)
			merge_claims(r, &r->persons[i]);
	resolve_by_noun(r);
	if (!r->failed)
		fill_holdings(r, people);
	if (!r->failed)
		sort_holdings(r, people);
	if (!r->failed)
		fill_persons(r, people);
}

void
vn_roster_release(vn_roster *r)
{
	vn_release(r->env, r->persons);
	vn_release(r->env, r->bodies);
	vn_release(r->env, r->claims);
	vn_release(r->env, r->by_name.slots);
	vn_release(r->env, r->by_part.slots);
	vn_release(r->env, r->by_body.slots);
	vn_release(r->env, r->by_short.slots);
}
