/*
 * clauses.h
 *		Who tells what: directive verbs of an article with their subjects and with the words they govern.
 */
#ifndef VN_CLAUSES_H
#define VN_CLAUSES_H

#include "extract/people.h"

#define VN_NOBODY (-1)			/* no subject is stated, or none that people.h knows */

/* A directive verb that somebody uses. */
typedef struct vn_statement
{
	uint32_t	sentence;
	uint32_t	verb;			/* tokens: where the verb begins, */
	uint32_t	content,		/* where what it governs begins */
				end;			/* and ends; equal where it governs nothing itself */
	int32_t		subject;		/* index of a mention in people.h, or VN_NOBODY */
	int32_t		post;			/* mention of a post that stands in apposition to the subject, or VN_NOBODY */
	bool		named;			/* the subject stands in the sentence of the verb */
	const char *kind;			/* instruction, request, pledge, plan */
	const char *rule;
} vn_statement;

typedef struct vn_clauses
{
	vn_statement *statements;	/* in order of "verb" */
	uint32_t	statement_count;
	int32_t    *subjects;		/* by sentence: the last subject in it, or VN_NOBODY */
	int32_t    *speakers;		/* by sentence: who had the word at its end, or VN_NOBODY */
} vn_clauses;

/* Is the subject a person with no post, who gives no directives? */
extern bool vn_is_private(const vn_people *people, int32_t subject);

/* Does a text hold a directive verb at all? Most do not, and need not be read further. */
extern bool vn_has_directive_verb(const vn_document *document);

/*
 * Read the statements of an article. Memory is the environment's of the article's document; give it back with
 * vn_release_clauses().
 */
extern vn_status vn_read_clauses(vn_clauses *clauses, vn_article *article);

extern void vn_release_clauses(vn_clauses *clauses, const vn_article *article);

#endif
