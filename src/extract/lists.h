/*
 * lists.h
 *		The enumerations of a text: which marked paragraphs, sentences and clauses belong together, and what leads into them.
 */
#ifndef VN_LISTS_H
#define VN_LISTS_H

#include "document/document.h"

typedef struct vn_item
{
	uint32_t	first;			/* token of the marker */
	uint32_t	content;		/* first token behind the marker */
	uint32_t	end;			/* token behind the item; paragraphs that continue it are included */
	int32_t		list;
	int32_t		sublist;		/* first list that stands inside the item; -1: none */
	uint16_t	ordinal;		/* place in its list, from 1 */
} vn_item;

typedef struct vn_list
{
	int32_t		parent;			/* item in which the list stands; -1: none */
	int32_t		first_item;
	int32_t		last_item;
	uint32_t	lead_first,		/* tokens of the sentence before the first item, or of its part before it */
				lead_end;		/* the same where nothing leads into the list */
	uint16_t	items;
	bool		marked_by_dash;
} vn_list;

typedef struct vn_lists
{
	vn_list    *lists;			/* in order of their first items */
	uint32_t	list_count;
	vn_item    *items;			/* in text order, those of nested lists between those of the outer one */
	uint32_t	item_count;
} vn_lists;

/*
 * Find the lists of a document. A list begins with the number one or a dash; a single mark makes a list of one item. Memory is the
 * document's environment's; give it back with vn_release_lists().
 */
extern vn_status vn_read_lists(vn_lists *lists, const vn_document *document);

extern void vn_release_lists(vn_lists *lists, const vn_document *document);

#endif
