/*
 * clauses.c
 *		See clauses.h. Sentences are read from left to right by a small machine that knows where a verb may stand: at the
 *		opening of a clause, behind its subject, or nowhere. A subject is a mention (people.h) that opens a clause, or
 *		one that a verb of saying or instructing follows; it holds until another subject begins. What has no subject
 *		takes who had the word last.
 */
#include "extract/clauses.h"

#include <string.h>

#include "extract/cues.h"

/* A quotation of fewer tokens is a name or a slogan, not speech. */
#define MIN_SPEECH 6

/* A quotation of at most so many tokens, its first mark included, does not disturb the sentence. */
#define MAX_STRESSED 4

/* How far behind a mention the verb is looked for that gives it a quotation. */
#define MAX_ATTRIBUTION 8

/* Longest parenthesis that is passed over. */
#define MAX_PARENTHESIS 16

/* Words between a person and the verb, or a further post, that do not end the subject. */
#define MAX_APPOSITION 8

/* Between a verb and the colon behind which a list begins. */
#define MAX_LEAD 6

/* Longest subject that people.h does not know. */
#define MAX_STRANGER 8

#define DIRECTIVE_VERBS (VN_CUE_BIT(VN_CUE_DIRECTIVE_VERB) | VN_CUE_BIT(VN_CUE_TASK_VERB) | VN_CUE_BIT(VN_CUE_ASSIGN_VERB))
#define VERBS (DIRECTIVE_VERBS | VN_CUE_BIT(VN_CUE_NOUN_CONTEXT) | VN_CUE_BIT(VN_CUE_SAYING_VERB))
#define FRAME (VN_CUE_BIT(VN_CUE_ADVERB) | VN_CUE_BIT(VN_CUE_CONNECTOR) | VN_CUE_BIT(VN_CUE_PREPOSITION) | \
	VN_CUE_BIT(VN_CUE_PRONOUN) | VN_CUE_BIT(VN_CUE_COLLECTIVE) | VN_CUE_BIT(VN_CUE_DOCUMENT))

typedef enum place
{
	CLOSED,						/* inside a phrase: a verb here is none */
	OPEN,						/* a clause opens: a subject or a verb without one may follow */
	JOINED,						/* behind a mere "and": only a verb of its own right may follow */
	PREPOSED,					/* behind a preposition: what is mentioned is no subject */
	SUBJECT,					/* behind a subject and its adverbs */
	PENDING,					/* behind a mention that becomes the subject if a verb follows */
	SAID,						/* behind a verb of saying: "nhấn mạnh và" leads on */
	STRANGER,					/* behind a subject that is no mention */
	DOCUMENT					/* behind a document by which the subject speaks */
} place;

typedef struct reader
{
	const vn_document *document;
	const vn_people *people;
	vn_clauses *out;
	size_t		room;
	uint32_t	mention;		/* the next mention */
	uint32_t	quote;			/* the next quotation */
	int32_t		speaker;
	uint32_t	speech_end;		/* of the quotation that is being read; 0: none */
	int32_t		speech_speaker;

	/* of the present sentence */
	uint32_t	sentence;
	uint32_t	end;
	place		place;
	uint32_t	clause;			/* where the present clause began */
	int32_t		subject;
	int32_t		post;			/* in apposition to the subject */
	int32_t		pending;
	bool		named;			/* the sentence has a subject, a stranger included */
	bool		started;		/* its first word is read, connectors apart */
	bool		foreign;		/* that word is nothing known: perhaps its subject */
	bool		past;			/* the verb to come is of the past */
	bool		earlier;		/* the sentence tells of earlier times */
	bool		attributed;		/* "Theo …": the mention to come has the word */
	uint32_t	stranger;		/* where the stranger or the document began */
	uint32_t	last_mention;	/* end of the last mention */
	uint32_t	bare_until;		/* the subject has no verb yet, and few words may stand before it up to this token */
	int32_t		statement;		/* whose content is being read, or -1 */
	unsigned	steps;			/* of work, for tick() */
} reader;

static bool
is(const reader *r, uint32_t at, char ch)
{
	return at < r->end && vn_is_punctuation(r->document, at, ch);
}

static bool
is_body(const reader *r, int32_t mention)
{
	return mention >= 0 && r->people->mentions[mention].kind == VN_MENTION_BODY;
}

static bool
is_person(const reader *r, int32_t mention)
{
	return mention >= 0 && r->people->mentions[mention].person >= 0;
}

static void
open_clause(reader *r, uint32_t at)
{
	if (r->place != OPEN)
		r->clause = at;
	r->place = OPEN;
	r->past = false;
	r->pending = VN_NOBODY;
}

static void
take_subject(reader *r, int32_t mention)
{
	r->subject = mention;
	r->post = VN_NOBODY;
	r->named = true;
	r->bare_until = mention < 0 ? 0 : r->people->mentions[mention].end + MAX_APPOSITION;
}

/* Who speaks: the subject, or who had the word before where the sentence names nobody. */
static int32_t
voice(const reader *r)
{
	if (r->named)
		return r->subject;
	return r->speech_end != 0 ? r->speech_speaker : r->speaker;
}

/* The mention that a quotation ending at token "close" is given to: "…", Bộ trưởng … nhấn mạnh. */
static int32_t
attribution(const reader *r, uint32_t close)
{
	const vn_document *d = r->document;
	const vn_mention *mention;
	uint32_t	at = close + 1;
	uint32_t	limit;
	uint32_t	i;

	while (at < d->token_count && at <= close + 3 && d->tokens[at].kind == VN_PUNCTUATION &&
		   !vn_is_punctuation(d, at, '"'))
		at++;
	i = vn_mention_from(r->people, at);
	if (i == r->people->mention_count || r->people->mentions[i].first > at + 2)
		return VN_NOBODY;
	mention = &r->people->mentions[i];
	limit = mention->end + MAX_ATTRIBUTION < d->token_count ? mention->end + MAX_ATTRIBUTION : d->token_count;
	for (at = mention->end; at < limit; at++)
	{
		vn_cue		cue;

		if (vn_cue_at(d, at, limit, VERBS & ~VN_CUE_BIT(VN_CUE_NOUN_CONTEXT), &cue))
			return (int32_t) i;
	}
	return VN_NOBODY;
}

/* A quotation begins at "at": speech is read with its speaker as the subject, names and slogans are passed over. */
static uint32_t
enter_quote(reader *r, uint32_t at)
{
	const vn_quote *quote;
	int32_t		who;

	while (r->quote < r->document->quote_count && r->document->quotes[r->quote].open < at)
		r->quote++;
	if (r->quote == r->document->quote_count || r->document->quotes[r->quote].open != at)
		return at + 1;
	quote = &r->document->quotes[r->quote];
	if (quote->closed && quote->close - quote->open <= MAX_STRESSED)
		return at + 1;			/* a word that is stressed: đã “đặt hàng” các đơn vị */
	if (r->place != OPEN || quote->close - quote->open < MIN_SPEECH || r->speech_end != 0)
	{
		r->place = CLOSED;
		return quote->closed && quote->close < r->end ? quote->close + 1 : at + 1;
	}
	who = quote->closed ? attribution(r, quote->close) : VN_NOBODY;
	r->speech_speaker = who >= 0 ? who : voice(r);
	r->speech_end = quote->close;
	r->named = r->started = r->foreign = false;
	r->statement = -1;
	open_clause(r, at);
	return at + 1;
}

/* The closed quotation that begins at a token; NULL: none. */
static const vn_quote *
quote_at(const reader *r, uint32_t open)
{
	uint32_t	low = 0;
	uint32_t	high = r->document->quote_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (r->document->quotes[middle].open < open)
			low = middle + 1;
		else
			high = middle;
	}
	return low < r->document->quote_count && r->document->quotes[low].open == open && r->document->quotes[low].closed ?
		&r->document->quotes[low] : NULL;
}

/* The quotation that ends with the token before "at", behind some punctuation; NULL: none. */
static const vn_quote *
quote_before(const reader *r, uint32_t at)
{
	const vn_document *d = r->document;
	uint32_t	low = 0;
	uint32_t	high = d->quote_count;
	uint32_t	first = d->paragraphs[d->sentences[r->sentence].paragraph].first;

	for (int i = 0; i < 3 && at > first && d->tokens[at - 1].kind == VN_PUNCTUATION &&
		 !vn_is_punctuation(d, at - 1, '"'); i++)
		at--;
	if (at == first || !vn_is_punctuation(d, at - 1, '"'))
		return NULL;

	/* outermost quotations do not overlap; look among all for the last that closes here */
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (d->quotes[middle].open < at)
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t i = low, tries = 0; i-- > 0 && tries < 16; tries++)
		if (d->quotes[i].closed && d->quotes[i].close == at - 1 && d->quotes[i].depth == 0)
			return d->quotes[i].close - d->quotes[i].open >= MIN_SPEECH ? &d->quotes[i] : NULL;
	return NULL;
}

/* Where the words before "end" really end: without marks and connectors that lead on. */
static uint32_t
trim(const reader *r, uint32_t first, uint32_t end)
{
	while (end > first && r->document->tokens[end - 1].kind == VN_PUNCTUATION &&
		   !vn_is_punctuation(r->document, end - 1, ')') && !vn_is_punctuation(r->document, end - 1, '"') &&
		   !vn_is_punctuation(r->document, end - 1, '%'))
		end--;
	return end;
}

static void
end_content(reader *r, uint32_t end)
{
	vn_statement *statement;

	if (r->statement < 0)
		return;
	statement = &r->out->statements[r->statement];
	if (end < statement->content)
		end = statement->content;
	statement->end = end;
	r->statement = -1;
}

/* Do words follow that say when or where something was said: "… chỉ đạo khi kiểm tra", "… yêu cầu tại hội nghị"? */
static bool
is_circumstance(const reader *r, uint32_t at)
{
	vn_cue		cue;

	return at < r->end && vn_cue_at(r->document, at, r->end, VN_CUE_BIT(VN_CUE_PREPOSITION), &cue) &&
		(vn_cue_is(&cue, "time") || vn_cue_is(&cue, "place"));
}

static bool
add_statement(reader *r, const vn_cue *verb, uint32_t at, const char *rule)
{
	const vn_document *d = r->document;
	const vn_quote *quote;
	vn_statement statement = {
		.sentence = r->sentence, .verb = at, .content = verb->end, .end = r->end, .subject = voice(r), .post = r->post,
		.named = r->named, .kind = vn_cue_kind(verb), .rule = rule
	};

	if (r->statement >= 0)
		end_content(r, trim(r, 0, r->clause));
	while (statement.content < r->end &&
		   (is(r, statement.content, ',') || is(r, statement.content, ':') || is(r, statement.content, '"')))
		statement.content++;
	if (is(r, verb->end, ':') && (quote = quote_at(r, statement.content - 1)) != NULL && quote->close > r->end)
		statement.end = quote->close;	/* a quotation of several sentences */

	/* nothing but the end, or when and where, behind the verb: what it governs is the quotation before the subject */
	if ((trim(r, statement.content, r->end) == statement.content || is_circumstance(r, statement.content)) && !is(r, verb->end, ':') &&
		(quote = quote_before(r, r->named && r->subject >= 0 ? r->people->mentions[r->subject].first : at)) != NULL)
	{
		if (r->out->statement_count > 0 && r->out->statements[r->out->statement_count - 1].verb > quote->open)
		{
			/* a directive verb in the quotation tells more exactly what */
			for (uint32_t i = r->out->statement_count; i-- > 0 && r->out->statements[i].verb > quote->open;)
				if (r->out->statements[i].subject < 0 || !r->out->statements[i].named)
					r->out->statements[i].subject = statement.subject;
			r->place = CLOSED;
			return true;
		}
		statement.content = quote->open + 1;
		statement.end = quote->close;
		statement.rule = "quotation before a directive verb";
	}
	if (!vn_reserve(d->env, (void **) &r->out->statements, r->out->statement_count, &r->room, sizeof(vn_statement)))
		return false;
	if (statement.rule != NULL && statement.end == r->end)
		r->statement = (int32_t) r->out->statement_count;
	r->out->statements[r->out->statement_count++] = statement;
	if (statement.subject >= 0 && r->speech_end == 0)
		r->speaker = statement.subject;
	r->place = CLOSED;
	return true;
}

/* Does what stands at "at" name somebody who can be told: a mention, or a group? */
static bool
is_addressee(const reader *r, uint32_t at)
{
	uint32_t	i;
	vn_cue		cue;

	if (at < r->end && vn_cue_at(r->document, at, r->end, VN_CUE_BIT(VN_CUE_PREPOSITION), &cue))
		at = cue.end;
	if (at < r->end && r->document->tokens[at].kind == VN_NUMBER)
		at++;
	i = vn_mention_from(r->people, at);
	return (i < r->people->mention_count && r->people->mentions[i].first == at) ||
		(at < r->end && vn_cue_at(r->document, at, r->end, VN_CUE_BIT(VN_CUE_ADDRESSEE), &cue));
}

static bool
is_action(const reader *r, uint32_t at)
{
	vn_cue		cue;

	return at < r->end && vn_cue_at(r->document, at, r->end, VN_CUE_BIT(VN_CUE_ACTION_VERB), &cue);
}

static bool
is_modal(const reader *r, uint32_t at)
{
	vn_cue		cue;

	return at < r->end && vn_cue_at(r->document, at, r->end, VN_CUE_BIT(VN_CUE_MODAL), &cue);
}

/* Do few words and a colon follow: "… và chỉ đạo ba nhóm việc: (i) …"? */
static bool
leads_in(const reader *r, uint32_t at)
{
	for (uint32_t i = at; i < r->end && i - at <= MAX_LEAD; i++)
		if (r->document->tokens[i].kind == VN_PUNCTUATION)
			return is(r, i, ':');
	return false;
}

/* Where a directive verb may stand: the rule by which it does, or NULL. Makes a pending mention the subject. */
static const char *
rule_of(reader *r, const vn_cue *verb)
{
	bool		strong = verb->class != VN_CUE_TASK_VERB;

	switch (r->place)
	{
		case PENDING:
			if (r->statement >= 0 && !strong)
				return NULL;
			take_subject(r, r->pending);
			r->clause = r->people->mentions[r->pending].first;
			return "directive verb behind its subject";
		case SUBJECT:
			return "directive verb behind its subject";
		case STRANGER:
			return r->statement < 0 ? "directive verb behind a group" : NULL;
		case DOCUMENT:
			if (strong ? voice(r) < 0 && !r->named : !r->named || !is_addressee(r, verb->end))
				return NULL;
			return "directive verb behind a document";
		case OPEN:
			if (voice(r) < 0 || (r->foreign && !r->named))
				return NULL;
			/* "kiến nghị Chính phủ …, đồng thời đề xuất Bộ X …": one who asks goes on asking */
			if (!strong && r->statement >= 0 && is_person(r, r->subject) && is_addressee(r, verb->end) && vn_cue_is(verb, "request") &&
				strcmp(r->out->statements[r->statement].kind, "request") == 0)
				return "directive verb that opens a clause";
			if (!strong && (!r->named || r->statement >= 0 || is_body(r, r->subject) || !is_addressee(r, verb->end)))
				return NULL;
			return "directive verb that opens a clause";
		case JOINED:
			if (!strong || voice(r) < 0 || is_body(r, voice(r)) || (r->foreign && !r->named))
				return NULL;
			if (!is_addressee(r, verb->end) && !is_modal(r, verb->end) && !leads_in(r, verb->end) && (r->statement >= 0 || !is_person(r, r->subject) || !is_action(r, verb->end)))
				return NULL;
			return "directive verb that opens a clause";
		default:
			return NULL;
	}
}

/* Is the verb a noun by what stands around it: "yêu cầu của", "kiến nghị và", "nhắc nhở, động viên"? */
static bool
is_noun(const reader *r, const vn_cue *verb, uint32_t at)
{
	const vn_document *d = r->document;
	vn_cue		next;

	/* a heading that a crawler joined to the sentence before it */
	if (at > d->sentences[r->sentence].content && d->tokens[at - 1].kind == VN_WORD &&
		(d->tokens[at].flags & (VN_CAPITAL | VN_UPPER)) == VN_CAPITAL)
		return true;
	if (verb->end >= r->end)
		return false;
	if (is(r, verb->end, ',') && verb->end + 1 < r->end)
		return vn_cue_at(d, verb->end + 1, r->end, VERBS | (r->place == OPEN ? VN_CUE_BIT(VN_CUE_CONNECTOR) : 0), &next);
	if (vn_cue_at(d, verb->end, r->end, VN_CUE_BIT(VN_CUE_CONNECTOR), &next) && vn_cue_is(&next, "and"))
		return true;
	return vn_cue_at(d, verb->end, r->end, VN_CUE_BIT(VN_CUE_PREPOSITION), &next) && vn_cue_is(&next, "noun") &&
		!(r->last_mention == at && is_person(r, r->subject));
}

/* Does the verb tell a fact: that something was assigned, what a body has undertaken or directed before? */
static bool
is_report(const reader *r, const vn_cue *verb)
{
	int32_t		who = voice(r);

	if (verb->class == VN_CUE_ASSIGN_VERB && !is_addressee(r, verb->end) && !is(r, verb->end, ':'))
		return true;
	if ((who < 0 && vn_cue_is(verb, "pledge")) || (is_body(r, who) && vn_cue_is(verb, "plan")))
		return true;
	return r->past && (r->place != DOCUMENT || r->earlier) && is_body(r, who) && (r->earlier || verb->class == VN_CUE_TASK_VERB);
}

/* A directive verb: is it used here, and by whom? */
static bool
take_verb(reader *r, const vn_cue *verb, uint32_t at)
{
	const char *rule = rule_of(r, verb);

	if (rule != NULL && !is_noun(r, verb, at) && !is_report(r, verb))
		return add_statement(r, verb, at, rule);
	r->place = CLOSED;
	return true;
}

/* Are two mentions of one person, or of one body? */
static bool
is_same(const reader *r, int32_t a, int32_t b)
{
	const vn_mention *x;
	const vn_mention *y = &r->people->mentions[b];

	if (a < 0)
		return false;
	x = &r->people->mentions[a];
	if (x->person >= 0 || y->person >= 0)
		return x->person == y->person;
	return x->kind == y->kind && x->organization != NULL && y->organization != NULL &&
		strcmp(x->organization, y->organization) == 0;
}

/* A further post of the subject, or a body of that post: "ông A, Ủy viên …, Phó Chủ tịch … yêu cầu". */
static bool
is_apposed(const reader *r, const vn_mention *mention)
{
	const vn_mention *subject = r->subject < 0 ? NULL : &r->people->mentions[r->subject];

	return subject != NULL && r->statement < 0 && subject->kind == VN_MENTION_PERSON && mention->first < r->bare_until &&
		mention->kind != VN_MENTION_PERSON && (mention->person < 0 || mention->person == subject->person);
}

/* A mention: a subject, or one that may become it, or none. Returns the token behind it. */
static uint32_t
take_mention(reader *r, uint32_t i)
{
	const vn_mention *mention = &r->people->mentions[i];
	bool		adjacent = r->last_mention == mention->first;

	r->last_mention = mention->end;
	if (r->attributed && mention->end < r->end && (is(r, mention->end, ',') || is(r, mention->end, ':')))
	{
		take_subject(r, (int32_t) i);
		if (r->speech_end == 0)
			r->speaker = (int32_t) i;
		r->place = CLOSED;
	}
	else if (r->place == DOCUMENT || r->place == SUBJECT || (adjacent && r->place == PENDING))
		;						/* whom a document goes to; a body behind the post or body it belongs to */
	else if (is_apposed(r, mention))
	{
		if (mention->kind == VN_MENTION_POST && r->post < 0)
			r->post = (int32_t) i;
		r->bare_until = mention->end + MAX_APPOSITION;
		r->place = SUBJECT;
	}
	else if (r->place == PREPOSED)
		r->place = CLOSED;
	else if (r->statement >= 0)
	{
		/* who is told; only behind a new clause, or when it is who told before, can it be who tells */
		r->pending = (int32_t) i;
		r->place = r->place == OPEN || is_same(r, r->out->statements[r->statement].subject, (int32_t) i) ?
			PENDING : CLOSED;
	}
	else if (r->place == OPEN || r->place == STRANGER)
	{
		take_subject(r, (int32_t) i);
		r->past = false;
		r->place = SUBJECT;
	}
	else
	{
		r->pending = (int32_t) i;
		r->past = false;
		r->place = PENDING;
	}
	r->attributed = false;
	return mention->end;
}

static uint32_t
take_punctuation(reader *r, uint32_t at)
{
	if (is(r, at, '"'))
	{
		if (r->speech_end != 0 && at >= r->speech_end)
		{
			end_content(r, trim(r, 0, at));
			r->speech_end = 0;
			r->named = false;
			r->place = CLOSED;
			return at + 1;
		}
		return enter_quote(r, at);
	}
	if (is(r, at, '('))
	{
		for (uint32_t i = at + 1; i < r->end && i < at + MAX_PARENTHESIS; i++)
			if (is(r, i, ')'))
				return i + 1;
		r->place = CLOSED;
	}
	else if (is(r, at, ';') || is(r, at, ':'))
		open_clause(r, at);
	else if (is(r, at, ',') || is(r, at, '-'))
	{
		/* inside what somebody is told, a comma begins nothing new */
		if (r->statement >= 0)
			r->place = CLOSED;
		else
			open_clause(r, at);
	}
	else if (!is(r, at, ')') && !is(r, at, '.'))
		r->place = CLOSED;
	return at + 1;
}

/* Does a mention or a group begin at a token: "… nên đoàn kiểm tra yêu cầu"? */
static bool
begins_subject(const reader *r, uint32_t at)
{
	uint32_t	i = vn_mention_from(r->people, at);
	vn_cue		cue;

	return (i < r->people->mention_count && r->people->mentions[i].first == at) ||
		(at < r->end && vn_cue_at(r->document, at, r->end, VN_CUE_BIT(VN_CUE_COLLECTIVE), &cue));
}

/* The person who is the subject of the sentence before, though nothing was said there. */
static int32_t
subject_before(const reader *r)
{
	int32_t		subject = r->sentence == 0 ? VN_NOBODY : r->out->subjects[r->sentence - 1];

	return is_person(r, subject) ? subject : VN_NOBODY;
}

/* Words that are no verbs: what they make of the place. */
static void
take_frame(reader *r, const vn_cue *cue, uint32_t at)
{
	switch (cue->class)
	{
		case VN_CUE_ADVERB:
			if (vn_cue_is(cue, "past"))
				r->past = true;
			if ((r->place == CLOSED || r->place == PREPOSED) && r->subject >= 0 && r->statement < 0 && at < r->bare_until)
				r->place = SUBJECT;
			else if (r->place == STRANGER)
				r->place = SUBJECT;
			break;
		case VN_CUE_CONNECTOR:
			if (vn_cue_is(cue, "past"))
				r->earlier = true;
			if (vn_cue_is(cue, "opening") && r->place != OPEN && !begins_subject(r, cue->end))
				r->place = CLOSED;
			else if (vn_cue_is(cue, "and"))
			{
				if (r->place != OPEN)
					r->clause = at;
				if (r->place == SAID)
					r->place = OPEN;
				else if (r->place != SUBJECT)
					r->place = JOINED;
			}
			else
				open_clause(r, at);
			break;
		case VN_CUE_PREPOSITION:
			r->attributed = vn_cue_is(cue, "attribution") && r->place == OPEN;
			if (vn_cue_is(cue, "time") && r->place != OPEN && r->place != DOCUMENT)
				r->place = CLOSED;
			else if (r->place != DOCUMENT && !(r->place == SUBJECT && vn_cue_is(cue, "send")))
				r->place = PREPOSED;
			break;
		case VN_CUE_PRONOUN:
			if (r->place == OPEN && r->statement < 0)
			{
				if (!r->named || r->subject < 0)
					take_subject(r, r->speech_end != 0 ? r->speech_speaker : r->speaker >= 0 ? r->speaker : subject_before(r));
				r->place = vn_cue_is(cue, "title") ? STRANGER : SUBJECT;
				r->stranger = at;
			}
			else
				r->place = CLOSED;
			break;
		case VN_CUE_COLLECTIVE:
			if (r->place == OPEN && r->statement < 0)
			{
				take_subject(r, VN_NOBODY);
				r->place = STRANGER;
				r->stranger = at;
			}
			else if (r->place != PREPOSED && r->place != DOCUMENT && r->place != STRANGER)
				r->place = CLOSED;
			break;
		case VN_CUE_DOCUMENT:
			if (r->place == PENDING && r->statement < 0)
			{
				take_subject(r, r->pending);
				r->place = SUBJECT;
			}
			if ((r->place == SUBJECT || r->place == OPEN || r->place == STRANGER) && r->statement < 0)
			{
				if (r->named && r->subject >= 0 && r->speech_end == 0)
					r->speaker = r->subject;
				r->place = DOCUMENT;
				r->stranger = at;
			}
			else if (r->place != DOCUMENT)
				r->place = CLOSED;
			break;
		default:
			break;
	}
}

/* The cue at "at". It does not end inside a mention: "giao Ban Tổ chức" is no "giao ban". */
static bool
cue_at(const reader *r, uint32_t at, vn_cue *cue)
{
	const vn_mention *mention = r->mention < r->people->mention_count ? &r->people->mentions[r->mention] : NULL;

	if (!vn_cue_at(r->document, at, r->end, VERBS | FRAME, cue))
		return false;
	if (mention == NULL || cue->end <= mention->first || cue->end >= mention->end)
		return true;
	return vn_cue_at(r->document, at, mention->first, VERBS | FRAME, cue);
}

/*
 * The directive verb that begins words which make a noun of it and go on behind a preposition: "yêu cầu" of "yêu cầu đối với".
 */
static bool
verb_in_noun(const vn_document *d, uint32_t at, uint32_t end, uint32_t limit, vn_cue *verb)
{
	vn_cue		next;

	return vn_cue_at(d, at, end - 1, DIRECTIVE_VERBS, verb) &&
		vn_cue_at(d, verb->end, limit, VN_CUE_BIT(VN_CUE_PREPOSITION), &next) && !vn_cue_is(&next, "noun");
}

/*
 * Words that make a noun of a verb do not right behind a person: "Thứ trưởng Vũ Thị A yêu cầu đối với …", or "…", Bộ trưởng
 * Lê Văn B chỉ đạo tại hội nghị. Makes the verb of the cue.
 */
static bool
is_verb_of_person(const reader *r, uint32_t at, vn_cue *cue)
{
	vn_cue		verb;

	if (r->last_mention != at || r->statement >= 0 || r->place != SUBJECT || !is_person(r, r->subject) ||
		!verb_in_noun(r->document, at, cue->end, r->end, &verb) ||
		(is_circumstance(r, verb.end) && quote_before(r, r->people->mentions[r->subject].first) == NULL))
		return false;
	*cue = verb;
	return true;
}

static bool
read_sentence(reader *r)
{
	const vn_document *d = r->document;
	uint32_t	at = d->sentences[r->sentence].content;

	r->end = d->sentences[r->sentence].end;
	r->place = OPEN;
	r->clause = at;
	r->subject = r->post = r->pending = VN_NOBODY;
	r->named = r->started = r->foreign = r->past = r->earlier = r->attributed = false;
	r->last_mention = r->bare_until = 0;
	r->statement = -1;
	while (at < r->end)
	{
		const vn_token *token = &d->tokens[at];
		vn_cue		cue;

		while (r->mention < r->people->mention_count && r->people->mentions[r->mention].end <= at)
			r->mention++;
		if (r->mention < r->people->mention_count && r->people->mentions[r->mention].first <= at)
			at = take_mention(r, r->mention);
		else if (token->kind == VN_PUNCTUATION)
			at = take_punctuation(r, at);
		else if (cue_at(r, at, &cue))
		{
			if (VN_CUE_BIT(cue.class) & DIRECTIVE_VERBS)
			{
				if (!take_verb(r, &cue, at))
					return false;
			}
			else if (cue.class == VN_CUE_SAYING_VERB)
			{
				if (r->statement < 0)
				{
					if (r->place == PENDING)
						take_subject(r, r->pending);
					if (r->subject >= 0 && r->speech_end == 0)
						r->speaker = r->subject;
				}
				r->place = r->statement < 0 ? SAID : CLOSED;
			}
			else if (cue.class == VN_CUE_NOUN_CONTEXT)
			{
				if (!is_verb_of_person(r, at, &cue))
					r->place = CLOSED;
				else if (!take_verb(r, &cue, at))
					return false;
			}
			else
				take_frame(r, &cue, at);
			if (cue.class != VN_CUE_CONNECTOR && cue.class != VN_CUE_ADVERB)
				r->started = true;
			if (VERBS & VN_CUE_BIT(cue.class))
				r->bare_until = 0;
			at = cue.end;
		}
		else
		{
			/* "lãnh đạo huyện A", "văn bản số 1 ngày 2/3" have words of their own */
			if ((r->place != STRANGER && r->place != DOCUMENT) || at - r->stranger > MAX_STRANGER)
			{
				if (!r->started)
					r->foreign = true;
				if (r->place != PREPOSED || !vn_cue_at(d, at, r->end, VN_CUE_BIT(VN_CUE_ADDRESSEE), &cue))
					r->place = CLOSED;
			}
			r->started = true;
			at++;
		}
		vn_step(d->env, &r->steps);
	}
	end_content(r, trim(r, 0, r->end));
	if (r->speech_end != 0 && r->speech_end < r->end)
		r->speech_end = 0;
	r->out->subjects[r->sentence] = r->named ? r->subject : VN_NOBODY;
	r->out->speakers[r->sentence] = r->speaker;
	return true;
}

bool
vn_is_private(const vn_people *people, int32_t subject)
{
	const vn_mention *mention;

	if (subject < 0)
		return false;
	mention = &people->mentions[subject];
	if (mention->person < 0)
		return mention->kind == VN_MENTION_PERSON && mention->title == NULL;
	return mention->title == NULL && mention->kind != VN_MENTION_BODY &&
		people->persons[mention->person].holding < 0;
}

/* May the cue be read as a directive verb: as it is, before a mention ("giao Ban Tổ chức" is no "giao ban"), behind a person? */
static bool
may_direct(const vn_document *d, uint32_t at, const vn_cue *cue)
{
	vn_cue		verb;

	if (VN_CUE_BIT(cue->class) & DIRECTIVE_VERBS)
		return true;
	for (uint32_t i = at + 1; i < cue->end; i++)
		if (d->tokens[i].flags & VN_CAPITAL)
			return true;
	return verb_in_noun(d, at, cue->end, d->token_count, &verb);
}

bool
vn_has_directive_verb(const vn_document *document)
{
	unsigned	steps = 0;

	for (uint32_t at = 0; at < document->token_count; at++)
	{
		vn_cue		cue;

		vn_step(document->env, &steps);
		if ((vn_starts_at(document, at) >> VN_CATALOGS & DIRECTIVE_VERBS) &&
			vn_cue_at(document, at, document->token_count, VERBS, &cue) && may_direct(document, at, &cue))
			return true;
	}
	return false;
}

vn_status
vn_read_clauses(vn_clauses *clauses, vn_article *article)
{
	const vn_env *env = article->document.env;
	reader		r = {.document = &article->document, .out = clauses, .speaker = VN_NOBODY};
	size_t		size = (article->document.sentence_count + 1) * sizeof(int32_t);

	memset(clauses, 0, sizeof(*clauses));
	if (vn_read_people(article) != VN_OK)
		return VN_NO_MEMORY;
	r.people = article->people;
	clauses->subjects = vn_resize(env, NULL, size);
	clauses->speakers = vn_resize(env, NULL, size);
	if (clauses->subjects == NULL || clauses->speakers == NULL)
		return VN_NO_MEMORY;
	for (r.sentence = 0; r.sentence < article->document.sentence_count; r.sentence++)
		if (!read_sentence(&r))
			return VN_NO_MEMORY;
	return VN_OK;
}

void
vn_release_clauses(vn_clauses *clauses, const vn_article *article)
{
	vn_release(article->document.env, clauses->statements);
	vn_release(article->document.env, clauses->subjects);
	vn_release(article->document.env, clauses->speakers);
	memset(clauses, 0, sizeof(*clauses));
}
