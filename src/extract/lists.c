/*
 * lists.c
 *		See lists.h. Marks are read in text order against a stack of open lists: a mark continues the innermost list whose
 *		next number it bears, or opens a list inside the last item, or is no mark at all.
 */
#include "extract/lists.h"

#include <string.h>

#include "extract/cues.h"

/* Deeper nesting is bad input. */
#define MAX_DEPTH 6

/* Paragraphs without a mark that may lie between two items, by kind of mark. */
#define MAX_GAP 12
#define MAX_DASH_GAP 2

/* Longest item that is taken for a heading because nothing ends it. */
#define MAX_HEADING 12

typedef enum level
{
	AT_PARAGRAPH,
	AT_SENTENCE,
	IN_SENTENCE
} level;

typedef struct mark
{
	uint32_t	first,
				content;		/* tokens */
	uint32_t	sentence;
	uint32_t	style;			/* equal for marks that can stand in one list */
	uint16_t	ordinal;
	uint8_t		marker;			/* vn_marker */
	uint8_t		level;
} mark;

typedef struct open_list
{
	int32_t		list;
	mark		last;
} open_list;

typedef struct reader
{
	const vn_document *document;
	vn_lists   *out;
	size_t		list_room;
	size_t		item_room;
	open_list	stack[MAX_DEPTH];
	int			depth;
	unsigned	steps;			/* of work, for tick() */
} reader;

static uint32_t
paragraph_of(const reader *r, const mark *m)
{
	return r->document->sentences[m->sentence].paragraph;
}

/* What tells "1." from "1)" and "(1)", and "I." from "i."; ordinals in words are of one style. */
static uint32_t
style_of(const vn_document *d, uint32_t first, uint32_t content, vn_marker marker)
{
	uint32_t	style = marker;

	if (marker == VN_MARKER_ORDINAL)
		return style;
	if (marker == VN_MARKER_DASH)
		return style ^ d->tokens[first].hash << 4;
	style ^= d->tokens[content - 1].hash << 4;
	if (vn_is_punctuation(d, first, '('))
		return style ^ 8;
	if (marker == VN_MARKER_NUMBER)
	{
		/* the dots of 1.2. */
		for (uint32_t i = 0; i < d->tokens[first].length; i++)
			if (d->text[d->tokens[first].start + i] == '.')
				style += 0x1000000;
	}
	else if (d->tokens[first].flags & VN_CAPITAL)
		style ^= 16;
	return style;
}

/* Does the mark bear the number that the list waits for? */
static bool
continues(const reader *r, const open_list *open, mark *m)
{
	const mark *last = &open->last;
	uint32_t	gap = paragraph_of(r, m) - paragraph_of(r, last);

	if (gap > (m->marker == VN_MARKER_DASH ? MAX_DASH_GAP : MAX_GAP) + 1)
		return false;
	if (last->marker == VN_MARKER_LETTER && m->marker == VN_MARKER_ROMAN &&
		m->content - m->first == last->content - last->first)
	{
		/* "i)" behind "h)" */
		const vn_token *token = &r->document->tokens[m->content - 2];
		unsigned	letter = ((unsigned char) r->document->text[token->start] | 0x20) - 'a' + 1u;

		if (token->length == 1 && letter == last->ordinal + 1u)
		{
			m->marker = VN_MARKER_LETTER;
			m->style = last->style;
			m->ordinal = (uint16_t) letter;
		}
	}
	if (m->style != last->style)
		return false;
	switch (m->marker)
	{
		case VN_MARKER_DASH:
			return true;
		case VN_MARKER_LETTER:
			/* d, đ, e */
			return m->ordinal >= last->ordinal && m->ordinal <= last->ordinal + 2;
		case VN_MARKER_ORDINAL:
			return m->ordinal == last->ordinal + 1;
		default:
			return m->ordinal == last->ordinal + 1 && m->level == last->level;
	}
}

/* Where an item ends when no other item of its list follows. */
static uint32_t
natural_end(const reader *r, const mark *m)
{
	const vn_document *d = r->document;
	const vn_sentence *sentence = &d->sentences[m->sentence];
	uint32_t	end;

	if (m->level != AT_PARAGRAPH)
		return sentence->end;
	end = d->paragraphs[sentence->paragraph].end;

	/* a heading has its text in the next paragraph */
	if ((vn_is_punctuation(d, end - 1, ':') ||
		 (d->tokens[end - 1].kind != VN_PUNCTUATION && end - m->content < MAX_HEADING)) &&
		sentence->paragraph + 1 < d->paragraph_count)
		end = d->paragraphs[sentence->paragraph + 1].end;
	return end;
}

static bool
add_item(reader *r, const mark *m)
{
	vn_lists   *out = r->out;
	open_list  *open = &r->stack[r->depth - 1];
	vn_list    *list = &out->lists[open->list];

	if (!vn_reserve(r->document->env, (void **) &out->items, out->item_count, &r->item_room, sizeof(vn_item)))
		return false;
	if (list->items < UINT16_MAX)
		list->items++;
	if (list->first_item < 0)
		list->first_item = (int32_t) out->item_count;
	else
		out->items[list->last_item].end = m->first;
	list->last_item = (int32_t) out->item_count;
	out->items[out->item_count++] = (vn_item) {
		.first = m->first, .content = m->content, .end = natural_end(r, m), .list = open->list, .sublist = -1,
		.ordinal = list->items
	};
	open->last = *m;
	return true;
}

/* The tokens that lead into a list with this first mark. */
static void
read_lead(const reader *r, const mark *m, vn_list *list)
{
	const vn_document *d = r->document;
	const vn_sentence *sentence = &d->sentences[m->sentence];

	list->lead_first = list->lead_end = m->first;
	if (m->level == IN_SENTENCE)
		list->lead_first = sentence->content;
	else if (m->sentence > 0)
	{
		list->lead_first = sentence[-1].content;
		list->lead_end = sentence[-1].end;
	}
}

static bool
open_one(reader *r, const mark *m)
{
	vn_lists   *out = r->out;
	int32_t		parent = -1;

	/* numbers do not stand inside dashes; else perhaps inside the last item, see place_inside() */
	while (r->depth > 0 && m->marker != VN_MARKER_DASH && m->level == AT_PARAGRAPH &&
		   r->stack[r->depth - 1].last.marker == VN_MARKER_DASH)
		r->depth--;
	while (r->depth > 0 && paragraph_of(r, m) - paragraph_of(r, &r->stack[r->depth - 1].last) > MAX_GAP)
		r->depth--;
	if (r->depth > 0)
		parent = out->lists[r->stack[r->depth - 1].list].last_item;
	if (r->depth == MAX_DEPTH)
		return true;
	if (!vn_reserve(r->document->env, (void **) &out->lists, out->list_count, &r->list_room, sizeof(vn_list)))
		return false;
	out->lists[out->list_count] = (vn_list) {.parent = parent, .first_item = -1, .last_item = -1,
	.marked_by_dash = m->marker == VN_MARKER_DASH};
	read_lead(r, m, &out->lists[out->list_count]);
	r->stack[r->depth++].list = (int32_t) out->list_count++;
	return add_item(r, m);
}

static bool
take_mark(reader *r, mark *m)
{
	for (int depth = r->depth; depth > 0; depth--)
	{
		if (continues(r, &r->stack[depth - 1], m))
		{
			r->depth = depth;
			return add_item(r, m);
		}
		if (m->marker == VN_MARKER_DASH && r->stack[depth - 1].last.marker != VN_MARKER_DASH)
			break;				/* dashes under a number are its own */
	}
	if (m->marker == VN_MARKER_DASH || m->ordinal == 1)
		return open_one(r, m);
	return true;
}

/* Marks behind the first words of a sentence: "… : (i) …; (ii) …", "…; thứ hai, …". */
static bool
read_inner_marks(reader *r, uint32_t s)
{
	const vn_document *d = r->document;
	const vn_sentence *sentence = &d->sentences[s];
	bool		clause = false;

	for (uint32_t at = sentence->content; at + 1 < sentence->end; at++)
	{
		mark		m = {.first = at, .sentence = s, .level = IN_SENTENCE};
		unsigned	ordinal;
		vn_marker	marker;
		vn_cue		cue;

		vn_step(d->env, &r->steps);
		if (vn_is_punctuation(d, at, '('))
		{
			marker = vn_enclosed_marker(d, at, sentence->end, &ordinal);
			if (marker == VN_MARKER_NONE)
				continue;
			m.marker = (uint8_t) marker;
			m.ordinal = (uint16_t) ordinal;
			m.content = at + 3;
		}
		else if (d->tokens[at].kind == VN_PUNCTUATION)
		{
			clause = vn_is_punctuation(d, at, ';') || vn_is_punctuation(d, at, ':') || vn_is_punctuation(d, at, ',') ||
				vn_is_punctuation(d, at, '.');
			continue;
		}
		else if (clause && (marker = vn_clause_marker(d, at, sentence->end, &ordinal)) != VN_MARKER_NONE)
		{
			m.marker = (uint8_t) marker;
			m.ordinal = (uint16_t) ordinal;
			m.content = at + 2;
		}
		else if (clause && vn_cue_at(d, at, sentence->end, VN_CUE_BIT(VN_CUE_LIST_MARKER), &cue))
		{
			m.marker = VN_MARKER_ORDINAL;
			m.ordinal = (uint16_t) vn_cue_number(&cue);
			m.content = cue.end;
			if (m.content < sentence->end && vn_is_punctuation(d, m.content, ','))
				m.content++;
			if (m.content == sentence->end)
				continue;
			at = cue.end - 1;
		}
		else
		{
			clause = false;
			continue;
		}
		clause = false;
		m.style = style_of(d, m.first, m.content, (vn_marker) m.marker);
		if (!take_mark(r, &m))
			return false;
	}
	return true;
}

/* A list lies in an item when it begins in it or where it ends; an item reaches as far as the lists in it. */
static void
place_inside(vn_lists *lists)
{
	for (uint32_t i = 0; i < lists->list_count; i++)
	{
		vn_list    *list = &lists->lists[i];
		vn_item    *parent = list->parent < 0 ? NULL : &lists->items[list->parent];

		if (parent != NULL && lists->items[list->first_item].first > parent->end)
			list->parent = -1;
		else if (parent != NULL && parent->sublist < 0)
			parent->sublist = (int32_t) i;
	}

	/* inner lists have the higher numbers */
	for (uint32_t i = lists->list_count; i-- > 0;)
	{
		const vn_list *list = &lists->lists[i];

		if (list->parent >= 0 && lists->items[list->parent].end < lists->items[list->last_item].end)
			lists->items[list->parent].end = lists->items[list->last_item].end;
	}
}

vn_status
vn_read_lists(vn_lists *lists, const vn_document *document)
{
	reader		r = {.document = document, .out = lists};

	memset(lists, 0, sizeof(*lists));
	for (uint32_t s = 0; s < document->sentence_count; s++)
	{
		const vn_sentence *sentence = &document->sentences[s];

		vn_step(document->env, &r.steps);
		if (sentence->marker != VN_MARKER_NONE && sentence->content < sentence->end)
		{
			bool		opens = document->paragraphs[sentence->paragraph].first == sentence->first;
			mark		m = {.first = sentence->first, .content = sentence->content, .sentence = s,
				.ordinal = sentence->ordinal, .marker = sentence->marker, .level = opens ? AT_PARAGRAPH : AT_SENTENCE};

			m.style = style_of(document, m.first, m.content, (vn_marker) m.marker);
			if (!take_mark(&r, &m))
				return VN_NO_MEMORY;
		}
		if (!read_inner_marks(&r, s))
			return VN_NO_MEMORY;
	}

	place_inside(lists);
	return VN_OK;
}

void
vn_release_lists(vn_lists *lists, const vn_document *document)
{
	vn_release(document->env, lists->lists);
	vn_release(document->env, lists->items);
	memset(lists, 0, sizeof(*lists));
}
