/*
 * article.h
 *		An article as the extractors see it: its document, and the rows read from it.
 *
 * Rows are computed once, on demand. Strings are canonical (NFC, single blanks, standard tone placement), terminated, and
 * live as long as the article; NULL is SQL's NULL. "start" and "length" are bytes of the text; rows come in order of start.
 * "rule" names, in a few words of English, the rule that made the row.
 */
#ifndef VN_ARTICLE_H
#define VN_ARTICLE_H

#include "document/document.h"
#include "text/arena.h"

typedef struct vn_official
{
	const char *name;
	const char *title;
	const char *organization;
	const char *status;			/* current, acting, former */
	const char *honorific;
	int			mentions;
	uint32_t	start,
				length;
	const char *rule;
} vn_official;

typedef struct vn_directive
{
	const char *kind;			/* instruction, request, pledge, plan */
	const char *issuer;
	const char *issuer_title;
	const char *issuer_organization;
	const char *addressee;
	int			list_no;		/* 0: NULL */
	int			ordinal;		/* 0: NULL */
	const char *label;
	const char *content;
	uint32_t	start,
				length;
	const char *rule;
} vn_directive;

typedef struct vn_award
{
	const char *award;
	const char *award_rank;
	const char *conferred_by;
	const char *recipient_kind; /* collective, individual, household */
	int			recipient_count;	/* -1: NULL */
	const char *recipient;
	const char *status;			/* conferred, proposed */
	int			year;			/* 0: NULL */
	uint32_t	start,
				length;
	const char *rule;
} vn_award;

typedef struct vn_article
{
	vn_document document;
	vn_arena	arena;
	struct vn_people *people;	/* who is named and which posts they hold, shared by the extractors (people.h) */
	vn_official *officials;
	uint32_t	official_count;
	vn_directive *directives;
	uint32_t	directive_count;
	vn_award   *awards;
	uint32_t	award_count;
	bool		has_officials,
				has_directives,
				has_awards;
} vn_article;

/* Read an article, with a vocabulary or without (NULL); on failure it holds nothing. What is given must outlive it. */
extern vn_status vn_article_read(vn_article *article, const vn_env *env, const vn_vocabulary *vocabulary, const char *text,
								 size_t length);

extern void vn_article_release(vn_article *article);

/* Fill in the rows, unless that was done. */
extern vn_status vn_read_officials(vn_article *article);
extern vn_status vn_read_directives(vn_article *article);
extern vn_status vn_read_awards(vn_article *article);

#endif
