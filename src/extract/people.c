/*
 * people.c
 *		See people.h: sentence by sentence, atoms are read and joined, and kept as mentions; then everything is resolved.
 */
#include "extract/atoms.h"

/* A mention whose body and person are resolved at the end. */
typedef struct raw_mention
{
	vn_mention	mention;
	int32_t		body;			/* -1: none */
	int16_t		post;			/* row of the catalogue; -1: none */
} raw_mention;

typedef struct reader
{
	vn_atoms	atoms;
	vn_people  *people;
	raw_mention *mentions;
	size_t		mention_count,
				mention_room;
} reader;

static void
add_mention(reader *r, vn_mention_kind kind, uint32_t first, uint32_t end, int32_t person, int post, int32_t body)
{
	if (!vn_reserve(r->atoms.roster.env, (void **) &r->mentions, r->mention_count, &r->mention_room, sizeof(raw_mention)))
	{
		r->atoms.failed = true;
		return;
	}
	r->mentions[r->mention_count++] = (raw_mention) {
		.mention = {.first = first, .end = end, .kind = (uint8_t) kind, .person = person}, .body = body, .post = (int16_t) post
	};
}

/* The atoms of the sentence as mentions: posts and addresses join the name behind them. */
static void
note_mentions(reader *r)
{
	size_t		floor = r->mention_count;

	for (size_t i = 0; i < r->atoms.atom_count && !r->atoms.failed; i++)
	{
		const vn_atom *a = &r->atoms.atoms[i];

		vn_step(r->atoms.roster.env, &r->atoms.steps);
		if (a->kind == VN_ATOM_PERSON)
		{
			size_t		low = i;
			int			post = -1;
			int32_t		body = -1;

			while (low > 0 && r->atoms.atoms[low - 1].kind == VN_ATOM_POST &&
				   vn_gap_between(&r->atoms, &r->atoms.atoms[low - 1], &r->atoms.atoms[low]) <= (low < i ? VN_GAP_COMMA : VN_GAP_NONE) &&
				   (r->mention_count == floor || r->mentions[r->mention_count - 1].mention.end <= r->atoms.atoms[low - 1].first ||
					r->mentions[r->mention_count - 1].mention.kind == VN_MENTION_POST))
			{
				low--;
				if (post < 0 && vn_is_office(&r->atoms, &r->atoms.atoms[low]))
				{
					post = r->atoms.posts[r->atoms.atoms[low].post].row;
					body = r->atoms.atoms[low].body;
				}
			}
			while (r->mention_count > floor && r->mentions[r->mention_count - 1].mention.end > r->atoms.atoms[low].first)
				r->mention_count--;
			add_mention(r, VN_MENTION_PERSON, r->atoms.atoms[low].first, a->end, a->person, post, body);
		}
		else if (a->kind == VN_ATOM_BODY)
			add_mention(r, VN_MENTION_BODY, a->first, a->end, -1, -1, a->body);
		else if (vn_is_office(&r->atoms, a))
		{
			int32_t		body = a->body;

			if (body < 0 && r->atoms.posts[a->post].has_body)
				body = vn_roster_body_of(&r->atoms.roster, &r->atoms.posts[a->post].body, NULL);
			add_mention(r, VN_MENTION_POST, a->first, a->end, -1, r->atoms.posts[a->post].row, body);
		}
	}
}

/* A post as a key, with the body's name or without (NULL). */
static uint64_t
key_of_post(int row, const char *organization)
{
	uint64_t	key = vn_index_key(1, (uint64_t) row + 1);

	for (; organization != NULL && *organization != '\0'; organization++)
		key = vn_index_key(key, (unsigned char) *organization);
	return key;
}

/* From here on the posts of a person mean this person. */
static void
note_holder(reader *r, vn_index *holders, int32_t person, bool again)
{
	for (int32_t c = r->atoms.roster.persons[person].claims; c >= 0; c = r->atoms.roster.claims[c].next)
	{
		const vn_claim *claim = &r->atoms.roster.claims[c];

		for (int with = 0; with < 2; with++)
		{
			uint32_t   *holder = vn_index_add(holders, r->atoms.roster.env,
											  key_of_post(claim->post, with ? claim->organization : NULL), (uint32_t) person);

			if (holder == NULL)
				r->atoms.failed = true;
			else if (again)
				*holder = (uint32_t) person;
		}
	}
}

/* Resolve the bodies of the mentions, and the posts without a name: the last person known to hold such a post. */
static void
resolve_mentions(reader *r)
{
	vn_people  *people = r->people;
	vn_index	holders = {0};	/* post, or post and organization -> person */

	for (uint32_t i = 0; i < people->person_count && !r->atoms.failed; i++)
		note_holder(r, &holders, (int32_t) i, false);
	for (size_t i = 0; i < r->mention_count && !r->atoms.failed; i++)
	{
		const raw_mention *raw = &r->mentions[i];
		vn_mention *mention = &people->mentions[i];

		*mention = raw->mention;
		if (raw->body >= 0)
			mention->organization = r->atoms.roster.bodies[raw->body].full;
		if (raw->post >= 0)
			mention->title = vn_row_cell(r->atoms.document, VN_POSTS, raw->post, VN_POST_TITLE);
		if (mention->person >= 0)
		{
			if (r->atoms.roster.persons[mention->person].alias >= 0)
				mention->person = r->atoms.roster.persons[mention->person].alias;
			note_holder(r, &holders, mention->person, true);
		}
		else if (mention->kind == VN_MENTION_POST)
		{
			const uint32_t *holder = vn_index_find(&holders, key_of_post(raw->post, mention->organization));

			if (holder != NULL)
				mention->person = (int32_t) *holder;
		}
		if (i % 4096 == 4095)
			r->atoms.roster.env->tick(r->atoms.roster.env->context);
	}
	vn_release(r->atoms.roster.env, holders.slots);
}

/* Is the sentence in capitals, as headlines are? */
static bool
is_headline(const vn_document *d, const vn_sentence *sentence)
{
	int			words = 0,
				upper = 0;

	for (uint32_t at = sentence->first; at < sentence->end && words < 8; at++)
		if (d->tokens[at].kind == VN_WORD)
		{
			words++;
			upper += vn_is_upper(d, at);
		}
	return upper * 2 > words;
}

/* Order the mentions: those of the sentences in small letters come first, then those of the headlines, each in order. */
static bool
sort_mentions(reader *r, size_t headlines)
{
	vn_people  *people = r->people;
	raw_mention *sorted;
	size_t		a = 0,
				b = headlines;

	people->mentions = vn_arena_get(&r->atoms.roster.article->arena, (r->mention_count + 1) * sizeof(vn_mention));
	people->mention_count = (uint32_t) r->mention_count;
	if (people->mentions == NULL)
		return false;
	if (b == r->mention_count)
		return true;
	sorted = vn_resize(r->atoms.roster.env, NULL, r->mention_count * sizeof(raw_mention));
	if (sorted == NULL)
		return false;
	for (size_t i = 0; i < r->mention_count; i++)
		sorted[i] = b == r->mention_count || (a < headlines && r->mentions[a].mention.first < r->mentions[b].mention.first) ?
			r->mentions[a++] : r->mentions[b++];
	vn_release(r->atoms.roster.env, r->mentions);
	r->mentions = sorted;
	return true;
}

vn_status
vn_read_people(vn_article *article)
{
	const vn_document *d = &article->document;
	reader		r = {.atoms.document = d};
	size_t		headlines = 0;	/* where their mentions begin */
	bool		waiting = false;	/* there are headlines */

	if (article->people != NULL)
		return VN_OK;
	r.people = vn_arena_get(&article->arena, sizeof(vn_people));
	if (r.people == NULL)
		return VN_NO_MEMORY;
	memset(r.people, 0, sizeof(vn_people));
	r.atoms.roster.article = article;
	r.atoms.roster.document = d;
	r.atoms.roster.env = d->env;

	/* names in capitals have no visible end: headlines wait until the names of the text are known */
	for (int round = 0; round < 2 && (round == 0 || waiting); round++)
	{
		for (uint32_t s = 0; s < d->sentence_count && !r.atoms.failed && !r.atoms.roster.failed; s++)
		{
			vn_step(d->env, &r.atoms.steps);
			if (is_headline(d, &d->sentences[s]) != (round == 1))
			{
				waiting = true;
				continue;
			}
			vn_read_atoms(&r.atoms, d->sentences[s].first, d->sentences[s].end);
			vn_join_atoms(&r.atoms);
			note_mentions(&r);
		}
		if (round == 0)
			headlines = r.mention_count;
	}
	if (!r.atoms.failed && !r.atoms.roster.failed)
		vn_roster_settle(&r.atoms.roster, r.people);
	if (!r.atoms.failed && !r.atoms.roster.failed)
	{
		if (sort_mentions(&r, headlines))
			resolve_mentions(&r);
		else
			r.atoms.failed = true;
	}
	vn_release(d->env, r.atoms.atoms);
	vn_release(d->env, r.atoms.posts);
	vn_release(d->env, r.mentions);
	vn_roster_release(&r.atoms.roster);
	if (r.atoms.failed || r.atoms.roster.failed || article->arena.failed)
		return VN_NO_MEMORY;
	article->people = r.people;
	return VN_OK;
}

uint32_t
vn_mention_from(const vn_people *people, uint32_t at)
{
	uint32_t	low = 0;
	uint32_t	high = people->mention_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (people->mentions[middle].end > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}
