/*
 * officials.c
 *		The rows of vn_officials().
 */
#include "extract/article.h"
#include "extract/people.h"

vn_status
vn_read_officials(vn_article *article)
{
	const vn_document *d = &article->document;
	const vn_people *people;
	vn_status	status;

	if (article->has_officials)
		return VN_OK;
	status = vn_read_people(article);
	if (status != VN_OK)
		return status;
	people = article->people;
	article->officials = vn_arena_get(&article->arena, (people->holding_count + 1) * sizeof(vn_official));
	if (article->officials == NULL)
		return VN_NO_MEMORY;
	for (uint32_t i = 0; i < people->holding_count; i++)
	{
		const vn_holding *holding = &people->holdings[i];
		const vn_person *person = &people->persons[holding->person];
		size_t		start = vn_span_start(d, holding->first);

		article->officials[i] = (vn_official) {
			.name = person->name, .title = holding->title, .organization = holding->organization, .status = holding->status,
			.honorific = person->honorific, .mentions = person->mentions, .start = (uint32_t) start,
			.length = (uint32_t) (vn_span_end(d, holding->end) - start), .rule = holding->rule
		};
	}
	article->official_count = people->holding_count;
	article->has_officials = true;
	return VN_OK;
}
