/*
 * roster.h
 *		Who is who in an article: persons, bodies and the posts claimed for persons, gathered while the text is read and
 *		settled at its end, when short forms are resolved and what says the same is merged.
 */
#ifndef VN_ROSTER_H
#define VN_ROSTER_H

#include "text/index.h"
#include "extract/names.h"
#include "extract/people.h"
#include "extract/posts.h"

typedef struct vn_roster_person
{
	uint32_t	first,
				end;			/* tokens of the best spelling so far */
	uint32_t	mentions;
	int32_t		honorific;		/* row of posts; -1: none */
	int32_t		rank;			/* military or police rank, row of posts; -1: none */
	uint32_t	rank_first,
				rank_end;		/* where it stands with the name */
	bool		foreign;
	int32_t		alias;			/* the person meant by this short name; -1: none */
	int32_t		claims;			/* list of claims, newest first; -1: none */
	uint32_t	claim_count;
} vn_roster_person;

typedef struct vn_roster_body
{
	vn_body		body;			/* its first mention */
	const char *name;			/* canonical */
	const char *full;			/* resolved within the article */
	uint32_t	mentions;
} vn_roster_body;

typedef struct vn_claim
{
	int32_t		person;
	int16_t		post;			/* row of posts */
	int16_t		under;			/* see vn_post */
	int32_t		body;			/* -1: none */
	uint8_t		status;			/* vn_post_status */
	bool		dropped;
	bool		vague;			/* its organization is a noun without a name */
	uint32_t	first,
				end;
	const char *rule;
	int32_t		next;			/* of the same person */
	const char *title;
	const char *organization;
} vn_claim;

typedef struct vn_roster
{
	vn_article *article;
	const vn_document *document;
	const vn_env *env;
	vn_roster_person *persons;
	size_t		person_count,
				person_room;
	vn_roster_body *bodies;
	size_t		body_count,
				body_room;
	vn_claim   *claims;
	size_t		claim_count,
				claim_room;
	vn_index	by_name;		/* whole name -> person */
	vn_index	by_part;		/* given name, with the syllable before it, of foreigners any part -> latest person + 1 */
	vn_index	by_body;		/* tokens of a body -> body */
	vn_index	by_short;		/* tokens of a short name that the article gives a body -> body */
	bool		failed;			/* memory ran out */
} vn_roster;

/* Note a mention of a name; returns the person, -1 when memory is out. */
extern int32_t vn_roster_person_of(vn_roster *roster, const vn_name *name);

/* Where the longest known name ends that begins like this one; 0: none is known. */
extern uint32_t vn_roster_known_end(const vn_roster *roster, const vn_name *name);

/* The last person who is called by this token, or -1. */
extern int32_t vn_roster_called(const vn_roster *roster, uint32_t token);

/* Note a mention of a body; returns the body, -1 when memory is out. "place": another body whose place this one shares. */
extern int32_t vn_roster_body_of(vn_roster *roster, const vn_body *body, const vn_body *place);

/* Note that the article calls a body (-1: none) by the short name in the tokens [first, end) too. */
extern void vn_roster_short_name(vn_roster *roster, uint32_t first, uint32_t end, int32_t body);

extern void vn_roster_claim(vn_roster *roster, int32_t person, const vn_post *post, int32_t body, uint32_t first, uint32_t end,
							const char *rule);

/* Resolve, merge, and fill in the persons and holdings of "people"; person numbers stay as they are. */
extern void vn_roster_settle(vn_roster *roster, vn_people *people);

/* Find what the open and short names of bodies mean: fill in "full" (body_resolution.c). */
extern void vn_resolve_bodies(vn_roster *roster);

/* A key for the words of some tokens, in any spelling. */
extern uint64_t vn_tokens_key(const vn_document *document, uint32_t first, uint32_t end);

/* Keep a text as long as the article; NULL when memory is out. */
extern const char *vn_roster_keep(vn_roster *roster, vn_buffer *buffer);

extern void vn_roster_release(vn_roster *roster);

/* The title of a post as it is shown. */
extern const char *vn_roster_title(vn_roster *roster, int post, int under);

#endif
