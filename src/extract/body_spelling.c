/*
 * body_spelling.c
 *		The canonical names of bodies and places: short forms written out, known names as the catalogues spell them.
 */
#include <string.h>
#include <strings.h>

#include "extract/bodies.h"
#include "text/normal.h"

/* Does the stretch hold a short form in capitals? */
static bool
has_short_form(const vn_document *d, uint32_t first, uint32_t end)
{
	for (uint32_t at = first; at < end; at++)
		if (vn_is_upper(d, at))
			return true;
	return false;
}

void
vn_append_overlapping(vn_buffer *out, const char *words)
{
	size_t		shared = 0;
	bool		several = false;	/* one word may belong to both: "Xã hội" + "Hội đồng" */

	for (size_t i = 1; words[i - 1] != '\0' && i <= out->length; i++)
		if (words[i] == ' ' || words[i] == '\0')
		{
			if (several && strncasecmp(out->data + out->length - i, words, i) == 0 &&
				(i == out->length || out->data[out->length - i - 1] == ' '))
				shared = i + (words[i] == ' ');
			several = true;
		}
	if (shared == 0 && out->length > 0)
		vn_append(out, " ", 1);
	else if (words[shared] != '\0')
		vn_append(out, " ", 1);
	vn_append_string(out, words + shared);
}

void
vn_append_canonical(vn_buffer *out, const vn_document *d, uint32_t first, uint32_t end)
{
	static const vn_catalog order[] = {VN_ORGANIZATIONS, VN_ORGANIZATION_HEADS, VN_PLACE_UNITS, VN_PLACES, VN_ABBREVIATIONS};
	static const int column[] = {VN_ORGANIZATION_NAME, VN_HEAD_HEAD, VN_UNIT_UNIT, VN_PLACE_NAME, VN_ABBREVIATION_EXPANSION};
	uint32_t	at = first;
	vn_catalog	source = VN_PLACES;		/* of the phrase */
	bool		expanded = false;	/* the phrase before was written out: "TP.Huế" has no blank of its own */

	while (at < end)
	{
		vn_lookup	look;
		uint32_t	best_end = 0;
		const char *best = NULL;
		const char *text = d->text + d->tokens[at].start;
		int			row;

		vn_look(&look, d, at, end);
		for (int i = 0; i < 5; i++)
		{
			uint32_t	stop;

			row = vn_look_row(&look, order[i], &stop);
			if (row < 0 || stop <= best_end ||
				((order[i] == VN_PLACES || order[i] == VN_PLACE_UNITS) && !has_short_form(d, at, stop)))
				continue;
			if (!vn_is_capital(d, at) && at > first)
				continue;
			/* a common noun inside a name keeps its capital: the second word of "Nhật Bản" */
			if (order[i] == VN_ORGANIZATION_HEADS && at > first && stop - at == 1 && !vn_is_upper(d, at))
				continue;
			best_end = stop;
			best = vn_row_cell(d, order[i], row, column[i]);
			source = order[i];
		}
		if (best != NULL)
		{
			if (at > first)
				vn_append_overlapping(out, best);
			else
				vn_append_string(out, best);
			expanded = true;
			at = best_end;
			if (at < end && vn_is_punctuation(d, at, '.') && vn_is_upper(d, at - 1) &&
				source != VN_ORGANIZATIONS)
				at++;			/* of the short form: "TP." */
			continue;
		}
		if (at > first && ((d->tokens[at].flags & VN_AFTER_BLANK) || (expanded && d->tokens[at].kind <= VN_NUMBER)))
			vn_append(out, " ", 1);
		expanded = false;
		vn_normalize(out, text, d->tokens[at].length);
		at++;
	}
}

void
vn_append_body(vn_buffer *out, const vn_document *d, const vn_body *body)
{
	if (body->prefix != NULL)
	{
		vn_append_string(out, body->prefix);
		if (body->first < body->end)
			vn_append(out, " ", 1);
	}
	vn_append_canonical(out, d, body->first, body->end);
}
