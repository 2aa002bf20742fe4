/*
 * leads.c
 *		See leads.h. A directive verb leads in, or a noun that names what follows; without either, the items of a list
 *		that a person leads into with a colon are looked at.
 */
#include "extract/leads.h"

#include <string.h>

#include "extract/cues.h"

/* The noun that leads into a list stands at most so many tokens before it. */
#define MAX_LEAD_TAIL 16

/* Where a clause says "must", it does so among its first tokens; a heading is not longer either. */
#define MAX_OPENING 30

/* So many items show what the others are like. */
#define ENOUGH_ITEMS 32

/* Is there a cue of a class and a kind among some tokens? */
static bool
says(const vn_leads *m, uint32_t first, uint32_t end, enum vn_cue_class class, const char *kind)
{
	vn_cue		cue;

	for (uint32_t at = first; at < end; at++)
		if (vn_cue_at(m->document, at, end, VN_CUE_BIT(class), &cue) && vn_cue_is(&cue, kind))
			return true;
	return false;
}

/* The last cue of a class among some tokens. */
static bool
last_cue(const vn_leads *m, uint32_t first, uint32_t end, enum vn_cue_class class, vn_cue *found)
{
	bool		any = false;
	vn_cue		cue;

	for (uint32_t at = first; at < end;)
		if (vn_cue_at(m->document, at, end, VN_CUE_BIT(class), &cue))
		{
			if (!vn_cue_is(&cue, "neutral") && !vn_cue_is(&cue, "open"))
			{
				*found = cue;
				any = true;
			}
			at = cue.end;
		}
		else
			at++;
	return any;
}

/* The last statement whose verb lies among some tokens, or -1. */
int32_t
vn_last_statement(const vn_leads *m, uint32_t first, uint32_t end)
{
	uint32_t	low = 0;
	uint32_t	high = m->clauses->statement_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (m->clauses->statements[middle].verb < end)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && m->clauses->statements[low - 1].verb >= first ? (int32_t) low - 1 : -1;
}

/* Does a clause tell to do something: does it open with a verb of action or soon say "must"? */
static bool
is_imperative(const vn_leads *m, uint32_t first, uint32_t end)
{
	vn_cue		cue;

	if (first < end && vn_cue_at(m->document, first, end, VN_CUE_BIT(VN_CUE_ACTION_VERB), &cue))
		return true;
	for (uint32_t at = first; at < end && at < first + MAX_OPENING; at++)
		if (vn_cue_at(m->document, at, end, VN_CUE_BIT(VN_CUE_MODAL), &cue))
			return true;
	return false;
}

static bool
items_are_imperative(const vn_leads *m, int32_t list)
{
	int			yes = 0;
	int			all = 0;

	for (int32_t i = m->lists->lists[list].first_item; i <= m->lists->lists[list].last_item && all < ENOUGH_ITEMS; i++)
		if (m->lists->items[i].list == list)
		{
			all++;
			yes += is_imperative(m, m->lists->items[i].content, m->lists->items[i].end);
		}
	return yes * 2 > all;
}

/* What the lead-in of a list says about its items. */
static vn_lead
read_lead(const vn_leads *m, int32_t number)
{
	const vn_document *d = m->document;
	const vn_list *list = &m->lists->lists[number];
	vn_lead		result = {.subject = VN_NOBODY, .statement = -1};
	uint32_t	sentence;
	bool		colon;
	bool		cued;
	bool		person;
	vn_cue		cue;

	if (list->lead_first == list->lead_end || list->items < 2)
		return result;
	colon = vn_is_punctuation(d, list->lead_end - 1, ':');
	if (vn_is_punctuation(d, list->lead_end - 1, '?') || (list->marked_by_dash && !colon))
		return result;

	/* a directive verb leads in, unless what it governs names something else: "đề nghị thảo luận các nội dung sau" */
	result.statement = vn_last_statement(m, list->lead_first, list->lead_end);
	if (result.statement >= 0)
	{
		const vn_statement *statement = &m->clauses->statements[result.statement];

		cued = last_cue(m, statement->content, list->lead_end, VN_CUE_LIST_LEAD, &cue);
		if (cued && vn_cue_is(&cue, "other"))
			result.statement = -1;
		else if (colon || cued || statement->end + 1 >= list->lead_end)
		{
			result.kind = statement->kind;
			result.subject = statement->subject;
			result.rule = "item of a list led in by a directive verb";
		}
		else
			result.statement = -1;
		return result;
	}
	sentence = vn_sentence_of(d, list->lead_first);
	cued = last_cue(m, list->lead_first, list->lead_end, VN_CUE_LIST_LEAD, &cue);
	if (cued && vn_cue_is(&cue, "other"))
		return result;
	result.subject = m->clauses->subjects[sentence];
	person = result.subject >= 0 && m->people->mentions[result.subject].kind != VN_MENTION_BODY &&
		m->people->mentions[result.subject].person >= 0;
	if (cued && cue.end + MAX_LEAD_TAIL >= list->lead_end)
	{
		/* who announces what will be done speaks for the own body */
		result.kind = vn_cue_kind(&cue);
		if (strcmp(result.kind, "plan") == 0 && person && !says(m, list->lead_first, list->lead_end, VN_CUE_ADVERB, "future") &&
			items_are_imperative(m, number))
			result.kind = "instruction";
		result.rule = "item of a list led in by a noun";
	}
	else if ((colon || says(m, list->lead_first, list->lead_end, VN_CUE_LIST_LEAD, "open")) && person && items_are_imperative(m, number))
	{
		result.kind = "instruction";
		result.rule = "item of a list in the imperative";
	}
	return result;
}

/* Does an item open with a heading of something else than directives: "I. Đánh giá chung"? */
bool
vn_is_aside(const vn_leads *m, const vn_item *item)
{
	const vn_document *d = m->document;
	uint32_t	end = d->paragraphs[d->sentences[vn_sentence_of(d, item->content)].paragraph].end;
	vn_cue		cue;

	return end < item->end && end - item->content < MAX_OPENING && !vn_is_punctuation(d, end - 1, '.') &&
		last_cue(m, item->content, end, VN_CUE_LIST_LEAD, &cue) && vn_cue_is(&cue, "other");
}

vn_status
vn_read_leads(vn_leads *m)
{
	size_t		size = (m->lists->list_count + 1) * sizeof(vn_lead);
	unsigned	steps = 0;

	m->leads = vn_resize(m->document->env, NULL, size);
	if (m->leads == NULL)
		return VN_NO_MEMORY;
	memset(m->leads, 0, size);
	for (uint32_t i = 0; i < m->lists->list_count; i++)
	{
		const vn_list *list = &m->lists->lists[i];
		const vn_item *parent = list->parent < 0 ? NULL : &m->lists->items[list->parent];

		vn_step(m->document->env, &steps);

		/* a list inside an item takes what leads into the outer one, unless the item is about something else */
		if (parent == NULL || m->leads[parent->list].kind == NULL)
			m->leads[i] = read_lead(m, (int32_t) i);
		else
		{
			if (!vn_is_aside(m, parent))
				m->leads[i] = m->leads[parent->list];
			m->leads[i].statement = -1;
		}
	}
	return VN_OK;
}

/* Does an item only head the list in it? */
bool
vn_heads_list(const vn_leads *m, const vn_item *item)
{
	uint32_t	end;

	if (item->sublist < 0 || m->leads[item->sublist].kind == NULL)
		return false;
	end = m->lists->items[m->lists->lists[item->sublist].first_item].first;
	return end > item->content && (vn_is_punctuation(m->document, end - 1, ':') || end - item->content < MAX_OPENING);
}
