/*
 * cues.c
 *		See cues.h.
 */
#include "extract/cues.h"

#include <stdlib.h>
#include <string.h>

bool
vn_cue_at(const vn_document *document, uint32_t at, uint32_t limit, uint32_t classes, vn_cue *cue)
{
	vn_match	matches[VN_MAX_MATCHES];
	int			count;

	if (!(vn_starts[document->tokens[at].symbol] >> VN_CATALOGS & classes))
		return false;
	count = vn_matches_at(document, at, limit, matches);
	for (int i = 0; i < count; i++)
	{
		int			best = 0;

		for (const vn_phrase *phrase = matches[i].phrases;; phrase++)
		{
			if (phrase->catalog == VN_CUES)
			{
				int			class = vn_cell_number(VN_CUES, phrase->row, VN_CUE_CLASS);

				if ((classes & VN_CUE_BIT(class)) && best != VN_CUE_NOUN_CONTEXT &&
					(best == 0 || class == VN_CUE_NOUN_CONTEXT || class < best))
				{
					best = class;
					cue->row = phrase->row;
				}
			}
			if (phrase->last)
				break;
		}
		if (best != 0)
		{
			cue->class = (enum vn_cue_class) best;
			cue->end = matches[i].end;
			return true;
		}
	}
	return false;
}

const char *
vn_cue_kind(const vn_cue *cue)
{
	return vn_cell(VN_CUES, cue->row, VN_CUE_KIND);
}

bool
vn_cue_is(const vn_cue *cue, const char *kind)
{
	return strcmp(vn_cue_kind(cue), kind) == 0;
}

unsigned
vn_cue_number(const vn_cue *cue)
{
	return (unsigned) atoi(vn_cue_kind(cue));
}
