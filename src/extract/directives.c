/*
 * directives.c
 *		The rows of vn_directives(): items of the lists that somebody leads into with an instruction, request, pledge or
 *		plan, and what directive verbs govern elsewhere.
 */
#include <stdlib.h>
#include <string.h>

#include "extract/cues.h"
#include "extract/leads.h"
#include "text/normal.h"

/* Paragraphs without marks that a lead-in can be followed by. */
#define MAX_UNMARKED 30

/* Words that two rows are compared by, and how many earlier rows a row is compared with. */
#define COMPARED_WORDS 24
#define ALIKE_WORDS 8
#define COMPARED_ROWS 64

#define UNNUMBERED (-1)

/* What ends the name of a group, and begins what is said of it. */
#define PREDICATES (VN_CUE_BIT(VN_CUE_ACTION_VERB) | VN_CUE_BIT(VN_CUE_MODAL) | VN_CUE_BIT(VN_CUE_ADVERB) | \
	VN_CUE_BIT(VN_CUE_SAYING_VERB) | VN_CUE_BIT(VN_CUE_TASK_VERB) | VN_CUE_BIT(VN_CUE_PRONOUN))

/* Holdings that a post without a name is compared with. */
#define MAX_HOLDINGS 256

/* So many numbered articles or chapters make a law. */
#define MIN_PROVISIONS 4

/* A headline or caption has at most so many tokens. */
#define MAX_CAPTION 60

/* A group that is told something is named in so many tokens. */
#define MAX_ADDRESSEE 30

/* A row in the making. */
typedef struct made
{
	vn_directive row;
	uint64_t	words;			/* a bit for each of the first words of the content */
	bool		heading;		/* of a headline or a caption */
} made;

typedef struct maker
{
	vn_article *article;
	const vn_document *document;
	const vn_people *people;
	vn_clauses	clauses;
	vn_lists	lists;
	vn_leads	leads;
	int		   *numbers;		/* by list: which list of directives it is; 0: none, UNNUMBERED: to be counted */
	bool	   *announces;		/* by statement: it has no row of its own */
	bool		legal;			/* the text is one of provisions: only persons direct anything in it */
	int			list_count;		/* lists of directives so far */
	made	   *rows;
	uint32_t	row_count;
	size_t		room;
	vn_buffer	buffer;
} maker;

/* ------------------------------------------------------------------ rows */

/* The canonical spelling of some tokens, paragraphs joined by a blank; NULL when memory is out. */
static const char *
text_of(maker *m, uint32_t first, uint32_t end)
{
	const vn_document *d = m->document;
	size_t		start = vn_span_start(d, first);
	char	   *result;

	m->buffer.length = 0;
	vn_normalize(&m->buffer, d->text + start, end > first ? vn_span_end(d, end) - start : 0);
	if (m->buffer.failed)
		return NULL;
	result = vn_arena_string(&m->article->arena, m->buffer.data, m->buffer.length);
	if (result != NULL)
	{
		char	   *to = result;

		for (const char *from = result; *from != '\0'; from++)
		{
			char		ch = *from == '\n' || *from == '\r' ? ' ' : *from;

			if (ch != ' ' || (to > result && to[-1] != ' '))
				*to++ = ch;
		}
		while (to > result && to[-1] == ' ')
			to--;
		*to = '\0';
	}
	return result;
}

static bool
is_and(const vn_document *d, uint32_t at, uint32_t end)
{
	vn_cue		cue;

	return vn_cue_at(d, at, end, VN_CUE_BIT(VN_CUE_CONNECTOR), &cue) && vn_cue_is(&cue, "and");
}

/* Who is told, when the words begin with it: "các đơn vị thuộc Bộ", "Sở Y tế và Sở Tài chính". */
static const char *
addressee(maker *m, uint32_t first, uint32_t end)
{
	const vn_document *d = m->document;
	const vn_people *people = m->people;
	uint32_t	at = first;
	uint32_t	named = first;	/* end of what is named for sure */
	bool		group = false;
	vn_cue		cue;

	if (at < end && vn_cue_at(d, at, end, VN_CUE_BIT(VN_CUE_PREPOSITION), &cue))
		at = first = named = cue.end;

	/* "Tổ chức", "Báo cáo" are no bodies */
	if (at < end && vn_cue_at(d, at, end, VN_CUE_BIT(VN_CUE_ACTION_VERB), &cue))
	{
		uint32_t	i = vn_mention_from(people, at);

		if (i == people->mention_count || people->mentions[i].end < cue.end)
			return NULL;
	}
	while (at < end && at - first < MAX_ADDRESSEE)
	{
		uint32_t	i = vn_mention_from(people, at);

		if (i < people->mention_count && people->mentions[i].first <= at)
			at = named = people->mentions[i].end;
		else if (vn_cue_at(d, at, end, VN_CUE_BIT(VN_CUE_ADDRESSEE), &cue))
		{
			at = named = cue.end;
			group = true;
		}
		else if (vn_is_punctuation(d, at, ',') || is_and(d, at, end))
			at++;
		else if (group && d->tokens[at].kind != VN_PUNCTUATION && !vn_cue_at(d, at, end, PREDICATES, &cue))
			named = ++at;
		else
			break;
	}
	return named > first ? text_of(m, first, named) : NULL;
}

/* Is a title the other or its beginning: "Phó Thủ tướng" of "Phó Thủ tướng Thường trực"? */
static bool
is_short_for(const char *title, const char *full)
{
	size_t		length = strlen(title);

	return strncmp(full, title, length) == 0 && (full[length] == '\0' || full[length] == ' ');
}

/* The only person who holds a post that is named in short: "Chủ tịch thành phố" of a "Chủ tịch Ủy ban nhân dân thành phố". */
static int32_t
only_holder(const vn_people *people, const vn_mention *post)
{
	int32_t		person = -1;

	for (uint32_t i = 0; i < people->holding_count && i < MAX_HOLDINGS; i++)
	{
		const vn_holding *holding = &people->holdings[i];

		if (!is_short_for(post->title, holding->title) || strcmp(holding->status, "former") == 0 ||
			(post->organization != NULL && holding->organization != NULL &&
			 strstr(holding->organization, post->organization) == NULL))
			continue;
		if (person >= 0 && person != holding->person)
			return -1;
		person = holding->person;
	}
	return person;
}

static void
set_issuer(const maker *m, vn_directive *row, int32_t subject, int32_t post)
{
	const vn_mention *mention;
	int32_t		holder;

	if (subject < 0)
		return;
	mention = &m->people->mentions[subject];
	holder = mention->kind == VN_MENTION_BODY ? -1 : mention->person;
	if (holder < 0 && mention->kind == VN_MENTION_POST && mention->title != NULL)
		holder = only_holder(m->people, mention);
	row->issuer_title = mention->kind == VN_MENTION_BODY ? NULL : mention->title;
	row->issuer_organization = mention->organization;
	if (holder >= 0)
	{
		const vn_person *person = &m->people->persons[holder];

		row->issuer = person->name;
		if (person->holding >= 0)
		{
			const vn_holding *holding = &m->people->holdings[person->holding];

			row->issuer_title = holding->title;
			if (holding->organization != NULL || mention->title == NULL || strcmp(holding->title, mention->title) != 0)
				row->issuer_organization = holding->organization;
		}
		else if (post >= 0)
		{
			row->issuer_title = m->people->mentions[post].title;
			row->issuer_organization = m->people->mentions[post].organization;
		}
	}
}

/* A bit for each of the first words. */
static uint64_t
words_of(const vn_document *d, uint32_t first, uint32_t end)
{
	uint64_t	words = 0;
	int			count = 0;

	for (uint32_t at = first; at < end && count < COMPARED_WORDS; at++)
		if (d->tokens[at].kind != VN_PUNCTUATION)
		{
			words |= (uint64_t) 1 << (d->tokens[at].hash & 63);
			count++;
		}
	return words;
}

/* Does a token stand in a line without an end, or in a caption? */
static bool
is_heading_line(const maker *m, uint32_t token)
{
	const vn_document *d = m->document;
	const vn_paragraph *paragraph = &d->paragraphs[d->sentences[vn_sentence_of(d, token)].paragraph];
	vn_cue		cue;

	if (paragraph->end - paragraph->first > MAX_CAPTION)
		return false;
	if (d->tokens[paragraph->end - 1].kind != VN_PUNCTUATION)
		return true;
	for (uint32_t at = paragraph->first; at < paragraph->end; at++)
		if (vn_cue_at(d, at, paragraph->end, VN_CUE_BIT(VN_CUE_CREDIT), &cue))
			return true;
	return false;
}

/* A row over tokens "first" to "end" with what lies from "content" on; NULL when memory is out. */
static vn_directive *
add_row(maker *m, uint32_t first, uint32_t end, uint32_t content, uint32_t content_end)
{
	vn_directive *row;

	if (!vn_reserve(m->document->env, (void **) &m->rows, m->row_count, &m->room, sizeof(made)))
		return NULL;
	memset(&m->rows[m->row_count], 0, sizeof(made));
	m->rows[m->row_count].words = words_of(m->document, content, content_end);
	m->rows[m->row_count].heading = is_heading_line(m, first);
	row = &m->rows[m->row_count].row;
	row->start = (uint32_t) vn_span_start(m->document, first);
	row->length = (uint32_t) (vn_span_end(m->document, end) - row->start);
	row->content = text_of(m, content, content_end);
	row->addressee = addressee(m, content, content_end);
	if (row->content == NULL)
		return NULL;
	m->row_count++;
	return row;
}

/* ------------------------------------------------------------------ items */

static bool
add_item(maker *m, const vn_item *item)
{
	const vn_document *d = m->document;
	const vn_lead *lead = &m->leads.leads[item->list];
	uint32_t	end = item->end;
	uint32_t	label_end = item->content;
	vn_directive *row;
	vn_cue		cue;

	/* an item with a list of its own rows ends before it */
	if (item->sublist >= 0 && m->leads.leads[item->sublist].kind != NULL)
		end = m->lists.items[m->lists.lists[item->sublist].first_item].first;

	/* "…; và (iii)" */
	while (end > item->content + 1 && is_and(d, end - 1, end))
		end--;
	if (end <= item->content || vn_is_aside(&m->leads, item))
		return true;
	if (m->numbers[item->list] == UNNUMBERED)
		m->numbers[item->list] = ++m->list_count;
	if (vn_heads_list(&m->leads, item))
		return true;
	row = add_row(m, item->first, end, item->content, end);
	if (row == NULL)
		return false;
	while (label_end > item->first + 1 &&
		   (vn_is_punctuation(d, label_end - 1, ',') || vn_is_punctuation(d, label_end - 1, ':')))
		label_end--;

	/* "Thứ nhất là" is labelled "Thứ nhất", "Một là" as a whole */
	if (vn_cue_at(d, item->first, label_end, VN_CUE_BIT(VN_CUE_LIST_MARKER), &cue) && cue.end == label_end)
	{
		vn_cue		shorter;

		if (vn_cue_at(d, item->first, label_end - 1, VN_CUE_BIT(VN_CUE_LIST_MARKER), &shorter) && shorter.row == cue.row)
			label_end = shorter.end;
	}
	row->label = text_of(m, item->first, label_end);
	row->kind = lead->kind;
	row->list_no = m->numbers[item->list];
	row->ordinal = item->ordinal;
	row->rule = lead->rule;
	set_issuer(m, row, lead->subject, VN_NOBODY);
	if (row->addressee == NULL && m->lists.lists[item->list].parent >= 0)
	{
		const vn_item *head = &m->lists.items[m->lists.lists[item->list].parent];

		if (vn_heads_list(&m->leads, head))
			row->addressee = addressee(m, head->content, m->lists.items[m->lists.lists[head->sublist].first_item].first);
	}
	return row->label != NULL;
}

/* ------------------------------------------------------------------ statements */

/* Does a paragraph begin with who is told: "Sở Y tế chuẩn bị …", "Các địa phương rà soát …"? */
static bool
is_told(const maker *m, uint32_t first, uint32_t end)
{
	uint32_t	i = vn_mention_from(m->people, first);
	vn_cue		cue;

	if (!vn_is_punctuation(m->document, end - 1, '.') && !vn_is_punctuation(m->document, end - 1, ';'))
		return false;
	if (i < m->people->mention_count && m->people->mentions[i].first == first)
		return m->people->mentions[i].kind != VN_MENTION_PERSON && m->people->mentions[i].person < 0;
	return vn_cue_at(m->document, first, end, VN_CUE_BIT(VN_CUE_ADDRESSEE), &cue);
}

/* Paragraphs in the imperative behind a lead-in that ends in a colon. Returns their number, or -1 when memory is out. */
static int
add_unmarked(maker *m, const vn_statement *statement)
{
	const vn_document *d = m->document;
	uint32_t	paragraph = d->sentences[statement->sentence].paragraph;
	bool		bare = statement->content + 1 >= d->paragraphs[paragraph].end;	/* "… giao:" */
	int			count = 0;

	if (d->sentences[statement->sentence].end != d->paragraphs[paragraph].end ||
		statement->end + 1 < d->paragraphs[paragraph].end || !vn_is_punctuation(d, d->paragraphs[paragraph].end - 1, ':'))
		return 0;
	for (uint32_t p = paragraph + 1; p < d->paragraph_count && count < MAX_UNMARKED; p++)
	{
		const vn_paragraph *next = &d->paragraphs[p];
		const vn_sentence *sentence = &d->sentences[next->first_sentence];
		vn_cue		cue;
		vn_directive *row;

		if (sentence->marker != VN_MARKER_NONE ||
			!(vn_cue_at(d, next->first, next->end, VN_CUE_BIT(VN_CUE_ACTION_VERB), &cue) || (bare && is_told(m, next->first, next->end))) ||
			vn_last_statement(&m->leads, next->first, sentence->end) >= 0)
			break;
		row = add_row(m, next->first, next->end, next->first, next->end);
		if (row == NULL)
			return -1;
		if (count == 0)
			m->list_count++;
		row->kind = statement->kind;
		row->list_no = m->list_count;
		row->ordinal = ++count;
		row->rule = "paragraph in the imperative behind a lead-in";
		set_issuer(m, row, statement->subject, statement->post);
	}
	return count;
}

static bool
add_statement(maker *m, uint32_t number)
{
	const vn_document *d = m->document;
	const vn_statement *statement = &m->clauses.statements[number];
	const vn_sentence *sentence = &d->sentences[statement->sentence];
	uint32_t	first = statement->content < sentence->first ? statement->content : sentence->first;
	vn_directive *row;
	int			items;

	if (m->legal && (statement->subject < 0 || m->people->mentions[statement->subject].person < 0))
		return true;
	if (m->announces[number] || (statement->post < 0 && vn_is_private(m->people, statement->subject)))
		return true;
	items = add_unmarked(m, statement);
	if (items < 0)
		return false;
	if (items > 0 || statement->end < statement->content + 2)
		return true;
	row = add_row(m, first, statement->end > sentence->end ? statement->end + 1 : sentence->end, statement->content,
				  statement->end);
	if (row == NULL)
		return false;
	row->kind = statement->kind;
	row->rule = statement->rule;
	set_issuer(m, row, statement->subject, statement->post);
	return true;
}

/* ------------------------------------------------------------------ repetitions */

static int
by_start(const void *a, const void *b)
{
	const vn_directive *x = &((const made *) a)->row;
	const vn_directive *y = &((const made *) b)->row;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->content < y->content ? -1 : x->content > y->content;
}

static int
bits_of(uint64_t words)
{
	int			count = 0;

	for (; words != 0; words &= words - 1)
		count++;
	return count;
}

static bool
same_string(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Do two contents begin alike? */
static bool
begin_alike(const char *a, const char *b)
{
	size_t		i = 0;
	int			words = 0;

	while (a[i] != '\0' && (a[i] | 0x20) == (b[i] | 0x20) && words < ALIKE_WORDS)
	{
		words += a[i] == ' ';
		i++;
	}
	return words >= ALIKE_WORDS || ((a[i] == '\0' || b[i] == '\0') && words > 2);
}

/* Do two rows tell the same? Of a headline it is enough that another row has most of its words. */
static bool
repeats(const made *a, const made *b)
{
	int			fewer = bits_of(a->words) < bits_of(b->words) ? bits_of(a->words) : bits_of(b->words);

	if (a->row.list_no > 0 && b->row.list_no > 0)
		return false;
	if (bits_of(a->words & b->words) * 10 < fewer * (a->heading != b->heading ? 6 : 8) || fewer < 4 ||
		!same_string(a->row.issuer, b->row.issuer) || !same_string(a->row.issuer_organization, b->row.issuer_organization))
		return false;
	return a->heading != b->heading || begin_alike(a->row.content, b->row.content);
}

/* The same instruction told twice is one row: the first, unless that is a headline. */
static void
drop_repetitions(maker *m)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < m->row_count; i++)
	{
		bool		again = false;

		vn_step(m->document->env, &m->buffer.steps);
		for (uint32_t j = kept; j-- > 0 && kept - j <= COMPARED_ROWS && !again;)
			if (repeats(&m->rows[j], &m->rows[i]))
			{
				if (m->rows[j].heading && !m->rows[i].heading)
				{
					memmove(&m->rows[j], &m->rows[j + 1], (kept - j - 1) * sizeof(made));
					kept--;
				}
				else
					again = true;
			}
		if (!again)
			m->rows[kept++] = m->rows[i];
	}
	m->row_count = kept;
}

/* ------------------------------------------------------------------ all */

/* Does the text read like a law: do several paragraphs open with the number of an article or chapter? */
static bool
is_legal(const vn_document *d)
{
	int			count = 0;

	for (uint32_t p = 0; p < d->paragraph_count && count < MIN_PROVISIONS; p++)
	{
		const vn_paragraph *paragraph = &d->paragraphs[p];
		vn_cue		cue;

		if (vn_cue_at(d, paragraph->first, paragraph->end, VN_CUE_BIT(VN_CUE_PROVISION), &cue) && cue.end < paragraph->end &&
			(d->tokens[cue.end].kind == VN_NUMBER || (d->tokens[cue.end].flags & VN_UPPER)))
			count++;
	}
	return count == MIN_PROVISIONS;
}

/* The rows in their order, as part of the article. */
static vn_status
keep_rows(maker *m)
{
	vn_article *article = m->article;

	if (m->buffer.failed || article->arena.failed)
		return VN_NO_MEMORY;
	if (m->row_count == 0)
		return VN_OK;
	qsort(m->rows, m->row_count, sizeof(made), by_start);
	drop_repetitions(m);
	article->directives = vn_arena_get(&article->arena, m->row_count * sizeof(vn_directive));
	if (article->directives == NULL)
		return VN_NO_MEMORY;
	for (uint32_t i = 0; i < m->row_count; i++)
		article->directives[i] = m->rows[i].row;
	article->directive_count = m->row_count;
	return VN_OK;
}

static vn_status
make_rows(maker *m)
{
	const vn_env *env = m->document->env;
	uint32_t	item = 0;

	m->leads = (vn_leads) {.document = m->document, .people = m->people, .clauses = &m->clauses, .lists = &m->lists};
	m->numbers = vn_resize(env, NULL, (m->lists.list_count + 1) * sizeof(int));
	m->announces = vn_resize(env, NULL, m->clauses.statement_count + 1);
	if (m->numbers == NULL || m->announces == NULL || vn_read_leads(&m->leads) != VN_OK)
		return VN_NO_MEMORY;
	memset(m->numbers, 0, (m->lists.list_count + 1) * sizeof(int));
	memset(m->announces, 0, m->clauses.statement_count + 1);
	for (uint32_t i = 0; i < m->lists.list_count; i++)
		if (m->leads.leads[i].kind != NULL && m->leads.leads[i].statement >= 0)
			m->announces[m->leads.leads[i].statement] = true;

	/* a list counts that has rows of its own */
	for (uint32_t i = 0; i < m->lists.item_count; i++)
	{
		const vn_item *next = &m->lists.items[i];

		vn_step(env, &m->buffer.steps);
		if (m->leads.leads[next->list].kind != NULL && !vn_is_aside(&m->leads, next) && !vn_heads_list(&m->leads, next))
			m->numbers[next->list] = UNNUMBERED;
	}
	m->legal = is_legal(m->document);

	/* what lies in an item of a list of directives is no row beside it */
	for (uint32_t i = 0, end = 0, listed = 0; i < m->clauses.statement_count; i++)
	{
		const vn_statement *statement = &m->clauses.statements[i];

		vn_step(env, &m->buffer.steps);
		while (item < m->lists.item_count && m->lists.items[item].first <= statement->verb)
		{
			const vn_item *next = &m->lists.items[item++];

			if (next->end > listed)
				listed = next->end;
			if (m->leads.leads[next->list].kind != NULL)
			{
				if (next->end > end)
					end = next->end;
				if (!add_item(m, next))
					return VN_NO_MEMORY;
			}
		}

		/* in a list of something else, only who is named there tells anything */
		if (statement->verb >= end && (statement->named || statement->verb >= listed) &&
			!add_statement(m, i))
			return VN_NO_MEMORY;
	}
	for (; item < m->lists.item_count; item++)
		if (m->leads.leads[m->lists.items[item].list].kind != NULL && !add_item(m, &m->lists.items[item]))
			return VN_NO_MEMORY;
	return keep_rows(m);
}

vn_status
vn_read_directives(vn_article *article)
{
	const vn_env *env = article->document.env;
	maker		m = {.article = article, .document = &article->document, .buffer = {.env = env}};
	vn_status	status;

	if (article->has_directives)
		return VN_OK;
	status = vn_read_lists(&m.lists, &article->document);
	if (status == VN_OK && (m.lists.list_count > 0 || vn_has_directive_verb(&article->document)))
	{
		status = vn_read_clauses(&m.clauses, article);
		m.people = article->people;
		if (status == VN_OK)
			status = make_rows(&m);
	}
	vn_release_clauses(&m.clauses, article);
	vn_release_lists(&m.lists, &article->document);
	vn_release(env, m.rows);
	vn_release(env, m.leads.leads);
	vn_release(env, m.numbers);
	vn_release(env, m.announces);
	vn_release(env, m.buffer.data);
	article->has_directives = status == VN_OK;
	return status;
}
