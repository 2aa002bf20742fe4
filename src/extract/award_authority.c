/*
 * award_authority.c
 *		Whose award it is: the name of a post with its body, resolved within the article.
 */
#include "extract/award_clause.h"

/* A post without a body is looked up among so many mentions before it, and so many behind. */
#define MAX_MENTIONS 64

/* A post and its body as one phrase; a word that ends the one and begins the other stands once. */
static const char *
post_of_body(vn_clause *c, const char *title, const char *organization)
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

/*
 * The body within a body's name that begins with one of the nouns in a cell, which "|" parts: "Bộ Y tế" in "Công đoàn Bộ Y tế".
 * NULL: none.
 */
static const char *
body_that_begins(const char *organization, const char *nouns)
{
	if (organization == NULL)
		return NULL;
	while (*nouns != '\0')
	{
		size_t		length = strcspn(nouns, "|");

		for (const char *p = organization; p != NULL && length > 0; p = strchr(p, ' '))
		{
			p += *p == ' ';
			if (strncmp(p, nouns, length) == 0 && p[length] == ' ')
				return p;
		}
		nouns += length;
		nouns += *nouns == '|';
	}
	return NULL;
}

/*
 * The body of a post that is written without one: where its holder holds it, else the closest body of the kind that goes with
 * the post ("Bộ trưởng" in an article on "Bộ Y tế"). NULL: none, or the post goes with bodies of many kinds.
 */
static const char *
body_of_post(const vn_clause *c, const vn_mention *post)
{
	const vn_people *people = c->people;
	const vn_document *d = &c->article->document;
	uint32_t	at = (uint32_t) (post - people->mentions);
	vn_match	matches[VN_MAX_MATCHES];
	int			count;
	const char *heads;
	const char *body;

	if (post->person >= 0 && people->persons[post->person].holding >= 0)
	{
		const vn_holding *h = &people->holdings[people->persons[post->person].holding];

		if (h->organization != NULL && strcmp(h->title, post->title) == 0)
			return h->organization;
	}
	count = vn_matches_at(d, post->first, post->end, matches);
	for (int i = 0; i < count; i++)
	{
		int			row = vn_match_row(&matches[i], VN_POSTS);

		if (row < 0)
			continue;
		heads = vn_row_cell(d, VN_POSTS, row, VN_POST_HEADS);
		if (strchr(heads, '|') != NULL && strchr(strchr(heads, '|') + 1, '|') != NULL)
			return NULL;
		for (uint32_t back = 1; back <= MAX_MENTIONS && back <= at; back++)
			if ((body = body_that_begins(people->mentions[at - back].organization, heads)) != NULL)
				return body;
		for (uint32_t on = at + 1; on < people->mention_count && on - at <= MAX_MENTIONS; on++)
			if ((body = body_that_begins(people->mentions[on].organization, heads)) != NULL)
				return body;
		return NULL;
	}
	return NULL;
}

/* The body of a post, less the words behind "end" if the mention has swallowed them in a headline; NULL: none is left. */
static const char *
cut_body(vn_clause *c, const vn_mention *m, uint32_t end)
{
	const char *swallowed = vn_canonical_span(c->article, end, m->end);
	size_t		length = strlen(m->organization);
	size_t		tail = swallowed == NULL ? 0 : strlen(swallowed);

	if (swallowed == NULL)
		return NULL;
	if (length <= tail || strcmp(m->organization + length - tail, swallowed) != 0)
		return m->organization;
	length -= tail;
	while (length > 0 && m->organization[length - 1] == ' ')
		length--;
	return length == 0 ? NULL : vn_arena_string(&c->article->arena, m->organization, length);
}

const char *
vn_authority_of(vn_clause *c, const vn_part *part)
{
	const vn_mention *m;
	const char *organization;

	if (part->kind == VN_PART_CUE)
		return vn_cell(VN_AWARD_CUES, part->row, VN_AWARD_CUE_CUE);
	m = &c->people->mentions[part->row];
	if (m->kind == VN_MENTION_BODY)
		return m->organization != NULL && part->end == m->end ? m->organization : vn_canonical_span(c->article, part->first, part->end);
	if (m->title == NULL)
		return NULL;
	organization = m->organization != NULL && part->end < m->end ? cut_body(c, m, part->end) : m->organization;
	if (organization == NULL)
	{
		/* "Thủ tướng" is the Prime Minister of the Government */
		const vn_document *d = &c->article->document;
		vn_match	matches[VN_MAX_MATCHES];
		int			count = vn_matches_at(d, m->first, m->end, matches);
		int			row = count == 0 || matches[0].end != m->end ? -1 : vn_match_row(&matches[0], VN_AWARD_CUES);

		if (row >= 0 && vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE) == VN_ROLE_AUTHORITY)
			return vn_cell(VN_AWARD_CUES, row, VN_AWARD_CUE_CUE);
		organization = body_of_post(c, m);
	}
	return organization == NULL ? m->title : post_of_body(c, m->title, organization);
}
