/*
 * leads.h
 *		What leads into a list, and so makes directives of its items, or does not.
 */
#ifndef VN_LEADS_H
#define VN_LEADS_H

#include "extract/clauses.h"
#include "extract/lists.h"

typedef struct vn_lead
{
	const char *kind;			/* instruction, request, pledge, plan; NULL: the items are no directives */
	int32_t		subject;		/* index of a mention in people.h, or VN_NOBODY */
	int32_t		statement;		/* which only announces the list; -1: none */
	const char *rule;
} vn_lead;

/* What is to be read, and the leads by list. */
typedef struct vn_leads
{
	const vn_document *document;
	const vn_people *people;
	const vn_clauses *clauses;
	const vn_lists *lists;
	vn_lead    *leads;
} vn_leads;

/* Fill in "leads", a block of the document's environment. */
extern vn_status vn_read_leads(vn_leads *leads);

/* Does an item only head the list in it? */
extern bool vn_heads_list(const vn_leads *leads, const vn_item *item);

/* Does an item open with a heading of something else than directives: "I. Đánh giá chung"? */
extern bool vn_is_aside(const vn_leads *leads, const vn_item *item);

/* The last statement whose verb lies among some tokens, or -1. */
extern int32_t vn_last_statement(const vn_leads *leads, uint32_t first, uint32_t end);

#endif
