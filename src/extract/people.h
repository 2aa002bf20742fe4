/*
 * people.h
 *		Who and what an article names: mentions of persons, posts and organizations in text order, resolved against each
 *		other, and the posts that persons hold. Read once per article, shared by all extractors.
 */
#ifndef VN_PEOPLE_H
#define VN_PEOPLE_H

#include "extract/article.h"

typedef enum vn_mention_kind
{
	VN_MENTION_PERSON = 1,		/* a name, with the posts and honorifics that go with it before the name */
	VN_MENTION_POST,			/* a post without a name: "Bộ trưởng", "Chủ tịch Ủy ban nhân dân tỉnh" */
	VN_MENTION_BODY				/* an organization that is not part of a post: "Bộ Công Thương", "Ban Cán sự đảng" */
} vn_mention_kind;

typedef struct vn_mention
{
	uint32_t	first,
				end;			/* tokens */
	uint8_t		kind;			/* vn_mention_kind */
	int32_t		person;			/* index of the person meant, resolved within the article; -1: none */
	const char *title;			/* of a post, or the last post stated with the person here; NULL: none */
	const char *organization;	/* full canonical name of the body, resolved within the article; NULL: none named */
} vn_mention;

typedef struct vn_person
{
	const char *name;			/* fullest name in the article */
	const char *honorific;		/* NULL: none */
	int			mentions;
	int32_t		holding;		/* the person's chief post: index of the holding to report as issuer; -1: none */
} vn_person;

typedef struct vn_holding
{
	int32_t		person;
	const char *title;
	const char *organization;	/* NULL: none */
	const char *status;			/* current, acting, former */
	uint32_t	first,
				end;			/* tokens that state the post and the name together, first occurrence */
	const char *rule;
} vn_holding;

typedef struct vn_people
{
	vn_mention *mentions;		/* in order of "first", not overlapping */
	uint32_t	mention_count;
	vn_person  *persons;
	uint32_t	person_count;
	vn_holding *holdings;		/* in order of "first" */
	uint32_t	holding_count;
} vn_people;

/* Fill in article->people, unless that was done. Everything in it lives in the article's arena. */
extern vn_status vn_read_people(vn_article *article);

/* The first mention that ends behind token "at" (it may contain the token), by binary search; mention_count: none. */
extern uint32_t vn_mention_from(const vn_people *people, uint32_t at);

#endif
