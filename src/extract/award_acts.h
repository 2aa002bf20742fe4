/*
 * award_acts.h
 *		Acts of conferring: rows of vn_awards() in the making.
 */
#ifndef VN_AWARD_ACTS_H
#define VN_AWARD_ACTS_H

#include "extract/award_parts.h"

typedef struct vn_act
{
	const char *award;
	const char *rank;			/* NULL: none */
	const char *authority;		/* NULL: none stated */
	uint8_t		kind;			/* VN_ROLE_COLLECTIVE, _INDIVIDUAL, _HOUSEHOLD; 0: unclear */
	int			count;			/* -1: none stated */
	const char *recipient;		/* NULL: none named */
	const char *key;			/* the same in lower case, once acts are merged */
	bool		proposed;
	bool		posthumous;
	bool		generic;		/* neither a count nor a name */
	bool		dropped;		/* a total that others break down */
	int			year;			/* stated with the act itself; 0: none */
	int			sentence_year;	/* stated before the act, for the sentence as a whole; 0: none */
	bool		period;			/* a span of years is stated instead */
	uint32_t	sentence;
	uint32_t	first,
				end;			/* tokens */
	const char *rule;
} vn_act;

typedef struct vn_acts
{
	vn_act	   *acts;
	size_t		room;
	uint32_t	count;
} vn_acts;

/* What a sentence leaves to the next: a lead-in's verb holds for the items of its list. */
typedef struct vn_award_context
{
	int			verb;			/* vn_award_role; 0: none */
	bool		proposing;
	bool		open;			/* the last sentence ended in a colon, or was an item below one */
	const char *authority;
	int			year;
} vn_award_context;

/* Add the acts that a sentence tells of. */
extern vn_status vn_read_award_clauses(vn_article *article, uint32_t sentence, const vn_parts *parts,
									   vn_award_context *context, vn_acts *acts);

/* Merge acts that are told more than once, drop totals that are broken down. The order may change. */
extern void vn_merge_acts(vn_article *article, vn_acts *acts);

#endif
