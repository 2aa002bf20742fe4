/*
 * atoms.h
 *		What a sentence names, in order: persons, posts and bodies; how neighbours stand to each other.
 */
#ifndef VN_ATOMS_H
#define VN_ATOMS_H

#include "extract/roster.h"

typedef enum vn_atom_kind
{
	VN_ATOM_PERSON,
	VN_ATOM_POST,				/* courtesies, ranks and degrees too */
	VN_ATOM_BODY
} vn_atom_kind;

typedef struct vn_atom
{
	uint32_t	first,
				end;			/* tokens */
	uint8_t		kind;
	bool		claimed;		/* a post that some person holds */
	int32_t		person;			/* of the roster; -1: none */
	int32_t		body;			/* of the roster; -1: none, or not looked up */
	uint32_t	post;			/* index in posts */
} vn_atom;

typedef struct vn_atoms
{
	vn_roster	roster;
	const vn_document *document;
	uint32_t	first;			/* token the present sentence begins with */
	vn_atom    *atoms;			/* of the present sentence */
	size_t		atom_count,
				atom_room;
	vn_post    *posts;			/* of the present sentence */
	size_t		post_count,
				post_room;
	bool		behind;			/* the last post stands behind a name */
	unsigned	steps;			/* of work, for tick() */
	bool		failed;			/* memory ran out */
} vn_atoms;

/* Read the atoms of a sentence, in place of those of the one before. */
extern void vn_read_atoms(vn_atoms *atoms, uint32_t first, uint32_t limit);

/* Give the posts of the sentence to its persons: the claims of the roster. */
extern void vn_join_atoms(vn_atoms *atoms);

/* What stands between two atoms. */
typedef enum vn_gap
{
	VN_GAP_NONE,				/* side by side */
	VN_GAP_COMMA,
	VN_GAP_DASH,
	VN_GAP_AND,					/* a joiner, or a comma and a joiner */
	VN_GAP_OPEN,				/* ( */
	VN_GAP_IS,					/* was appointed, is now */
	VN_GAP_WAS,					/* was formerly, was dismissed as */
	VN_GAP_TOWARD,				/* removed from the post: for whom this holds */
	VN_GAP_SEMICOLON,
	VN_GAP_COLON,
	VN_GAP_OTHER
} vn_gap;

extern vn_gap vn_gap_between(const vn_atoms *atoms, const vn_atom *before, const vn_atom *after);

/*
 * Is the body of the tokens [first, end) the board of an enterprise ("Hội đồng quản trị Công ty X")? Returns the row of
 * organization_heads.tsv of the board and fills in the enterprise; -1: it is none.
 */
extern int	vn_owner_of_board(const vn_document *document, uint32_t first, uint32_t end, vn_body *owner);

/* Does a plural or a number stand before the token (các, hai, 4), or words for acting for someone (thừa ủy quyền)? */
extern bool vn_behind_plural(const vn_document *document, uint32_t first, uint32_t at);
extern bool vn_behind_presenter(const vn_document *document, uint32_t first, uint32_t end);

/* A post, not a mere form of address. */
static inline bool
vn_is_office(const vn_atoms *atoms, const vn_atom *atom)
{
	return atom->kind == VN_ATOM_POST && atoms->posts[atom->post].rank < VN_RANK_RANK;
}

/* A rank, a degree or a courtesy. */
static inline bool
vn_is_address(const vn_atoms *atoms, const vn_atom *atom)
{
	return atom->kind == VN_ATOM_POST && atoms->posts[atom->post].rank >= VN_RANK_RANK &&
		atoms->posts[atom->post].rank != VN_RANK_COLLECTIVE;
}

#endif
