/*
 * award_clause.h
 *		The state of reading a sentence on awards, shared by award_clauses.c (what the parts do), award_verbs.c (what the verbs
 *		do), award_authority.c (whose award it is), award_recipients.c (the lists of recipients) and award_tally.c (from awards and recipients to acts).
 */
#ifndef VN_AWARD_CLAUSE_H
#define VN_AWARD_CLAUSE_H

#include "extract/award_acts.h"

#define VN_MAX_OPEN 12

/* Between the subject of an active verb and the verb, and between the names of a list. */
#define VN_MAX_SUBJECT_GAP 6

typedef struct vn_listed
{
	uint8_t		kind;			/* role; 0: unclear */
	char		separator;		/* before it: , ; : ( & (and), or 0 */
	bool		mixed;
	bool		many;
	bool		named;
	int			count;
	const char *text;			/* of the named */
	int			mention;		/* -1: none */
	uint32_t	first,
				end;
} vn_listed;

typedef struct vn_list
{
	vn_listed  *list;
	size_t		room;
	uint32_t	count;
} vn_list;

typedef struct vn_open_award
{
	const vn_part *part;		/* the award */
	const char *name;
	int			rank;			/* row, -1: none */
	const char *authority;
	int			count;			/* "9 Bằng khen"; -1: none */
	int			year;
	bool		period;
	bool		proposed;
	bool		posthumous;
	bool		subject;		/* it stands before its passive verb: "Bằng khen được tặng cho …" */
	bool		tentative;		/* no verb yet; a tally needs none: "Bằng khen: 3 tập thể" */
	uint32_t	first,
				end;
} vn_open_award;

typedef struct vn_clause
{
	vn_article *article;
	const vn_people *people;
	const vn_parts *parts;
	vn_acts    *acts;
	uint32_t	sentence;
	vn_open_award open[VN_MAX_OPEN];
	int			open_count;
	vn_open_award last;			/* the last award of the sentence */
	bool		has_last;
	vn_list		given;			/* of the open awards */
	vn_list		loose;			/* not yet of any award */
	vn_list		before;			/* the subject of the passive clause before an active one that may lack recipients */
	uint32_t	clause;			/* token behind the last semicolon */
	uint32_t	breakdown;		/* where in "given" the breakdown of the total begins; UINT32_MAX: none */
	bool		receiving;		/* recipients that come now belong to the open awards */
	bool		passive;		/* the verb in force is passive or of receiving */
	bool		received;		/* it is of receiving: no other verb shares its subject */
	bool		verb_used;		/* an award has come since the verb */
	bool		subject_passive;	/* "được" has been read, its verb not yet */
	bool		award_subject;	/* the same, and its subject is the open awards */
	int			verb;			/* role of the verb in force; 0: none */
	uint32_t	verb_first;
	const char *authority;		/* that goes with the verb */
	bool		private;		/* an enterprise does the verb: prizes are its own affair */
	const char *presenter;		/* the body that hands over: a prize is its own */
	const char *behalf;			/* on whose behalf it is handed over */
	const vn_part *mention;		/* the last one that was left aside among recipients */
	uint8_t		pending;		/* role of OF, ON_BEHALF, FOR or AGENT that waits for a mention */
	const char *agent;
	bool		proposing;
	bool		proposal_used;	/* recipients came since the verb of proposing */
	uint32_t	proposal;		/* token of that verb */
	bool		negative;		/* targets, conditions and the like govern the rest of the sentence */
	bool		ruled;			/* it cites rules: what has neither count nor name is no act */
	bool		revoking;
	bool		denied;
	bool		purpose;
	bool		relative;		/* in a clause that says who the recipients are: its awards are not these */
	bool		aside;			/* in brackets behind a named recipient */
	bool		bracketed;		/* the breakdown is in brackets */
	bool		tallied;		/* the recipients in brackets are all that the award before has */
	bool		contest;
	bool		period;
	int			year;
	bool		tally;			/* the open awards are followed by counts in brackets, or behind a colon or "cho" */
	char		separator;		/* since the last recipient */
	bool		failed;
} vn_clause;

static inline const vn_part *
vn_next_part(const vn_clause *c, const vn_part *part)
{
	return part + 1 < c->parts->parts + c->parts->count ? part + 1 : NULL;
}

static inline bool
vn_is_award(const vn_part *part)
{
	return part != NULL && (part->kind == VN_PART_AWARD || part->kind == VN_PART_RANK);
}

static inline bool
vn_is_mention(const vn_part *part, int kind)
{
	return part->kind == VN_PART_MENTION && part->role == kind;
}

/* award_authority.c */

/* Whose award a mention, or an authority of the cues, makes it; NULL: none. */
extern const char *vn_authority_of(vn_clause *c, const vn_part *part);

/* award_verbs.c */

/* A verb, or a word that does a verb's part: its role is the one given. */
extern void vn_read_verb(vn_clause *c, const vn_part *part, int role);

/* "được": what stood before it is the subject, what comes before its verb the authority. */
extern void vn_read_passive(vn_clause *c, const vn_part *part);

/* award_recipients.c */

/* Put a recipient at the end of a list; NULL when memory is out. */
extern vn_listed *vn_add_listed(vn_clause *c, vn_list *list, const vn_part *part);
extern void vn_add_copy(vn_clause *c, vn_list *list, const vn_listed *r);
extern void vn_add_mention(vn_clause *c, vn_list *list, const vn_part *part);
extern void vn_add_recipients(vn_clause *c, vn_list *list, const vn_part *part);

/* Does a noun without a count name one recipient: "Ngành tư pháp", "tập thể Phòng A"? */
extern bool vn_names_someone(const vn_clause *c, const vn_part *part);

/* Is a noun without a count a body spoken of before, and the subject of what follows: "nhà trường được tặng …"? */
extern bool vn_is_subject(const vn_clause *c, const vn_part *part);

/* Move the subject of a passive verb from the loose recipients to the given ones; "verb" is the verb's token. */
extern void vn_take_subject(vn_clause *c, uint32_t verb);

/* Move the last of the given recipients to the loose ones: they are the subject of the verb that comes. */
extern void vn_split_given(vn_clause *c);

/* Settle what stands behind "gồm", or in brackets, against the totals from "first" on. */
extern void vn_settle_breakdown(vn_clause *c, uint32_t first);
extern void vn_fold_nested_bodies(vn_clause *c, uint32_t first);

/* The kind of recipients that a noun at a token stands for; 0: none. */
extern uint8_t vn_kind_of_noun(const vn_clause *c, uint32_t at);

/* Is a recipient a person named? */
extern bool vn_is_person(const vn_clause *c, const vn_listed *r);

/* Is nobody given but a class without number, such as rules speak of? */
extern bool vn_is_class(const vn_clause *c);

/* award_tally.c */

/* The kind of recipients that an award of the catalogue always has; 0 where it has several. */
extern uint8_t vn_kind_of_award(const vn_clause *c, const vn_open_award *a);

/* Names of one kind, joined by semicolons, and their number; NULL: none. */
extern const char *vn_join_names(vn_clause *c, const vn_listed *list, uint32_t count, int kind, int *names);

/* Turn the open awards and the given recipients into acts, and begin anew. */
extern void vn_close_awards(vn_clause *c);

#endif
