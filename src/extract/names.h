/*
 * names.h
 *		Names of persons, found by form: a surname and one to four more syllables in capitals, the forms of the minorities
 *		and the clergy, foreign names.
 */
#ifndef VN_NAMES_H
#define VN_NAMES_H

#include "extract/lookup.h"
#include "text/arena.h"

typedef struct vn_name
{
	uint32_t	first,
				end;			/* tokens */
	bool		sure;			/* by form alone; else only behind a post or an address */
	bool		trap;			/* streets, schools and the like bear it */
	bool		foreign;
} vn_name;

/* Longest name, in tokens. */
#define VN_MAX_NAME 6

/*
 * The name that begins at a token. "addressed": a post or an address stands before it, which lets through forms that are
 * too weak by themselves.
 */
extern bool vn_name_at(const vn_document *document, uint32_t at, uint32_t limit, bool addressed, vn_name *name);

/*
 * Two to four capitalised words that are no known place, post or body: a name whose surname is not in the catalogue. Only
 * for places where a name must stand, as behind "ông" or a rank.
 */
extern bool vn_plain_name_at(const vn_document *document, uint32_t at, uint32_t limit, vn_name *name);

/* The canonical spelling, in title case where the text has it all in capitals; NULL when memory is out. */
extern const char *vn_name_text(const vn_document *document, uint32_t first, uint32_t end, vn_arena *arena);

#endif
