/*
 * posts.h
 *		Posts with their status and their organization, read at one place of the text.
 */
#ifndef VN_POSTS_H
#define VN_POSTS_H

#include "extract/bodies.h"

typedef enum vn_post_status
{
	VN_CURRENT,
	VN_ACTING,
	VN_FORMER
} vn_post_status;

typedef struct vn_post
{
	uint32_t	first,
				end;			/* tokens, status and organization included */
	uint32_t	title,
				title_end;		/* tokens of the title alone */
	int16_t		row;			/* in the catalogue of posts */
	int16_t		under;			/* staff of another post ("Trợ lý Thủ tướng"): the row of that post; -1: none */
	uint8_t		rank;			/* vn_post_rank */
	uint8_t		status;			/* vn_post_status */
	bool		has_body;
	vn_body		body;			/* where has_body */
} vn_post;

/*
 * The post whose title begins where "look" looks, status words before it included down to the token "floor". Courtesies
 * and degrees come out as posts too. "floor_is_name": a person's name (and posts behind it) ends at "floor"; then a foreign
 * name behind the title is a body's, if only a mark stands between.
 */
extern bool vn_post_at(const vn_lookup *look, uint32_t floor, bool floor_is_name, vn_post *post);

/*
 * The head noun of organizations that a post's title holds ("Cục" in Cục trưởng), as a row of their catalogue; -1: none.
 */
extern int	vn_post_noun(const vn_document *document, int row);

#endif
