/*
 * people.c
 *		See people.h.
 */
#include "extract/people.h"

#include <string.h>

vn_status
vn_read_people(vn_article *article)
{
	if (article->people != NULL)
		return VN_OK;
	article->people = vn_arena_get(&article->arena, sizeof(vn_people));
	if (article->people == NULL)
		return VN_NO_MEMORY;
	memset(article->people, 0, sizeof(vn_people));
	return VN_OK;
}

uint32_t
vn_mention_from(const vn_people *people, uint32_t at)
{
	uint32_t	low = 0;
	uint32_t	high = people->mention_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (people->mentions[middle].end > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}
