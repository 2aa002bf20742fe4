/*
 * awards.c
 *		The rows of vn_awards(): sentences with awards are read into acts, the acts merged and dated.
 */
#include "extract/award_acts.h"

#include <stdlib.h>

/* The event is dated in the first sentences; a date line is a paragraph of few tokens. */
#define LEAD_SENTENCES 8
#define DATE_LINE_TOKENS 14

/* A year without a date counts for the event only so close to the beginning. */
#define WORDED_SENTENCES 3

/* The year of a full date (19/8/2020) that is no end of a span, in no brackets and of no document; 0: none. */
static int
year_of_full_date(const vn_document *document, uint32_t at)
{
	const vn_token *token = &document->tokens[at];
	const char *p = document->text + token->start + token->length;
	int			separators = 0;

	if (token->kind != VN_DATE || token->length < 8)
		return 0;
	for (const char *q = document->text + token->start; q < p; q++)
		separators += *q < '0' || *q > '9';
	for (int i = 1; i <= 4; i++)
		if (p[-i] < '0' || p[-i] > '9')
			return 0;
	if (separators != 2)
		return 0;
	if (at > 0 && (vn_is_punctuation(document, at - 1, '-') || vn_is_punctuation(document, at - 1, '/')))
		return 0;
	if (at + 1 < document->token_count && (vn_is_punctuation(document, at + 1, '-') || vn_is_punctuation(document, at + 1, '/')))
		return 0;
	for (uint32_t before = at; before-- > 0 && at - before <= 4;)
		if (document->tokens[before].kind == VN_DOCUMENT_NUMBER || vn_is_punctuation(document, before, '('))
			return 0;
	return atoi(p - 4);
}

/* The year that the lead names in words ("tổng kết công tác năm 2023") before a sentence, where it names no other; 0: none. */
static int
year_in_words(const vn_document *document, uint32_t sentence)
{
	int			found = 0;

	for (uint32_t i = 0; i < sentence && i < WORDED_SENTENCES; i++)
		for (uint32_t at = document->sentences[i].first; at + 1 < document->sentences[i].end; at++)
		{
			vn_match	matches[VN_MAX_MATCHES];
			int			count = vn_starts_at(document, at) & VN_STARTS(VN_AWARD_CUES) ?
				vn_matches_at(document, at, document->sentences[i].end, matches) : 0;
			int			row = count == 0 ? -1 : vn_match_row(&matches[0], VN_AWARD_CUES);
			int			role = row < 0 ? 0 : vn_cell_number(VN_AWARD_CUES, row, VN_AWARD_CUE_ROLE);
			uint32_t	end = count == 0 ? at : matches[0].end;
			int			year = 0;

			if ((role != VN_ROLE_YEAR && role != VN_ROLE_PERIOD) || end >= document->sentences[i].end ||
				document->tokens[end].kind != VN_NUMBER || document->tokens[end].length != 4)
				continue;
			year = atoi(document->text + document->tokens[end].start);
			if (role == VN_ROLE_PERIOD || (found != 0 && found != year) ||
				(end + 1 < document->token_count && vn_is_punctuation(document, end + 1, '-')))
				return 0;
			found = year;
		}
	return found;
}

/* The year of the event: of the first full date in the lead, else of a date line; 0: none. */
static int
event_year(const vn_document *document)
{
	int			date_line = 0;

	for (uint32_t i = 0; i < document->sentence_count && i < LEAD_SENTENCES; i++)
	{
		const vn_sentence *s = &document->sentences[i];
		const vn_paragraph *paragraph = &document->paragraphs[s->paragraph];
		bool		is_line = paragraph->end - paragraph->first <= DATE_LINE_TOKENS;

		for (uint32_t at = s->first; at < s->end; at++)
		{
			int			year = year_of_full_date(document, at);

			if (year != 0 && !is_line)
				return year;
			if (year != 0 && date_line == 0)
				date_line = year;
		}
	}
	for (uint32_t i = document->paragraph_count; i-- > 0 && date_line == 0 && document->paragraph_count - i <= 4;)
	{
		const vn_paragraph *paragraph = &document->paragraphs[i];

		if (paragraph->end - paragraph->first <= DATE_LINE_TOKENS)
			for (uint32_t at = paragraph->first; at < paragraph->end && date_line == 0; at++)
				date_line = year_of_full_date(document, at);
	}
	return date_line;
}

/* An act without a year of its own has that of the sentence right before it, else that of the event, else that of the lead. */
static void
date_acts(const vn_document *document, vn_acts *acts)
{
	int			event = -1;
	unsigned	steps = 0;

	for (uint32_t i = 0; i < acts->count; i++)
	{
		vn_act	   *act = &acts->acts[i];
		const vn_act *before = i == 0 ? NULL : act - 1;

		vn_step(document->env, &steps);
		if (act->year != 0 || act->period)
			continue;
		if (before != NULL && before->sentence_year != 0 && act->sentence - before->sentence <= 1)
			act->year = act->sentence_year = before->sentence_year;
		else
		{
			if (event < 0)
				event = event_year(document);
			act->year = event != 0 ? event : year_in_words(document, act->sentence);
		}
	}
}

static int
by_place(const void *a, const void *b)
{
	const vn_award *left = a;
	const vn_award *right = b;

	return left->start != right->start ? (left->start < right->start ? -1 : 1) :
		(left->length > right->length) - (left->length < right->length);
}

static const char *
kind_name(int kind)
{
	return kind == VN_ROLE_COLLECTIVE ? "collective" : kind == VN_ROLE_INDIVIDUAL ? "individual" :
		kind == VN_ROLE_HOUSEHOLD ? "household" : NULL;
}

static vn_status
add_rows(vn_article *article, const vn_acts *acts)
{
	const vn_document *document = &article->document;
	bool		sorted = true;
	unsigned	steps = 0;

	if (article->arena.failed)
		return VN_NO_MEMORY;
	if (acts->count == 0)
		return VN_OK;
	article->awards = vn_arena_get(&article->arena, acts->count * sizeof(vn_award));
	if (article->awards == NULL)
		return VN_NO_MEMORY;
	for (uint32_t i = 0; i < acts->count; i++)
	{
		const vn_act *act = &acts->acts[i];
		size_t		start = vn_span_start(document, act->first);

		vn_step(document->env, &steps);
		article->awards[i] = (vn_award) {
			.award = act->award, .award_rank = act->rank, .conferred_by = act->authority,
			.recipient_kind = kind_name(act->kind), .recipient_count = act->count, .recipient = act->recipient,
			.status = act->proposed ? "proposed" : "conferred", .year = act->year, .start = (uint32_t) start,
			.length = (uint32_t) (vn_span_end(document, act->end) - start), .rule = act->rule
		};
		sorted &= i == 0 || by_place(&article->awards[i - 1], &article->awards[i]) <= 0;
	}
	article->award_count = acts->count;
	if (!sorted)
		qsort(article->awards, acts->count, sizeof(vn_award), by_place);
	return VN_OK;
}

static vn_status
read_acts(vn_article *article, vn_acts *acts, vn_parts *parts)
{
	const vn_document *document = &article->document;
	vn_award_context context = {0};
	uint32_t	last = UINT32_MAX;	/* sentence that "context" is of */

	for (uint32_t i = 0; i < document->sentence_count; i++)
	{
		const vn_sentence *s = &document->sentences[i];
		bool		colon = vn_is_punctuation(document, s->end - 1, ':');
		vn_status	status;

		if (i % 256 == 255)
			document->env->tick(document->env->context);
		if (!vn_has_award(document, s->content, s->end) && !colon)
			continue;
		if (colon && !vn_has_award(document, s->content, s->end) &&
			(i + 1 == document->sentence_count || !vn_has_award(document, s[1].content, s[1].end)))
			continue;
		status = vn_read_people(article);
		if (status == VN_OK)
			status = vn_read_award_parts(article, s->content, s->end, parts);
		context.open = last != UINT32_MAX && i - last == 1 && (context.open || vn_is_punctuation(document, s->first - 1, ':')) &&
			(s->marker != VN_MARKER_NONE || context.open || vn_is_punctuation(document, s->first - 1, ':'));
		if (status == VN_OK)
			status = vn_read_award_clauses(article, i, parts, &context, acts);
		if (status != VN_OK)
			return status;
		last = i;
		context.open |= colon;
	}
	return VN_OK;
}

vn_status
vn_read_awards(vn_article *article)
{
	vn_acts		acts = {0};
	vn_parts	parts = {0};
	vn_status	status;

	if (article->has_awards)
		return VN_OK;
	status = read_acts(article, &acts, &parts);
	if (status == VN_OK)
	{
		vn_merge_acts(article, &acts);
		date_acts(&article->document, &acts);
		status = add_rows(article, &acts);
	}
	vn_release(article->arena.env, acts.acts);
	vn_release(article->arena.env, parts.parts);
	article->has_awards = status == VN_OK;
	return status;
}
