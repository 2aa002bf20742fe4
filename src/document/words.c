/*
 * words.c
 *		Cutting tokens into words: a linear model over the gaps between them, each sentence in one pass.
 *
 * A gap is a boundary or inside a word; what speaks for the one or the other are integer weights, learnt by
 * tools/train_words.c (conditional random field: J. Lafferty, A. McCallum, F. Pereira, ICML 2001). A weight may depend on the
 * decision in the gap before, so the best path over both is found (Viterbi) for each run of open gaps; closed gaps (see
 * gaps.h) are boundaries, which makes the runs independent of each other.
 */
#include "document/gaps.h"

#include <string.h>

/* What was decided for a gap, given what was decided for the one behind it. */
typedef struct choice
{
	bool		from_boundary;	/* best decision before, should this gap be a boundary */
	bool		from_inside;	/* should this gap be inside a word */
} choice;

/*
 * Decide the gaps of a run: inside[i] tells whether the gap behind its token i is inside a word.
 */
static void
decode_run(const vn_run *run, bool *inside)
{
	choice		choices[VN_RUN_TOKENS];
	int32_t		boundary = 0,
				joined = 0;
	int			gaps = run->count - 1;
	bool		decision;

	for (int i = 0; i < gaps; i++)
	{
		vn_gap		gap;
		int32_t		plain = 0,
					behind_boundary = 0,
					behind_inside = 0;
		int32_t		a,
					b;

		vn_read_gap(run, i, &gap);
		for (int f = 0; f < VN_PLAIN_FEATURES; f++)
			plain += vn_weights[gap.plain[f]];
		for (int f = 0; f < VN_LINKED_FEATURES; f++)
		{
			behind_boundary += vn_weights[gap.linked[f]];
			behind_inside += vn_weights[gap.linked[f] + 1];
		}
		if (i == 0)
		{
			joined = plain + behind_boundary;
			continue;
		}
		choices[i].from_boundary = joined > boundary;
		a = boundary + plain + behind_boundary;
		b = joined + plain + behind_inside;
		choices[i].from_inside = b > a;
		boundary = joined > boundary ? joined : boundary;
		joined = b > a ? b : a;
	}
	decision = joined > boundary;
	for (int i = gaps - 1; i >= 0; i--)
	{
		inside[i] = decision;
		if (i > 0)
			decision = decision ? choices[i].from_inside : choices[i].from_boundary;
	}
}

/* The kind of a word of one token. */
static vn_word_kind
kind_of_token(const vn_document *document, const vn_token *token, bool opens, vn_writing writing)
{
	switch (token->kind)
	{
		case VN_NUMBER:
			return VN_WORD_NUMBER;
		case VN_DATE:
			return VN_WORD_DATE;
		case VN_DOCUMENT_NUMBER:
			return VN_WORD_DOCUMENT_NUMBER;
		case VN_EMAIL: case VN_URL: case VN_HOST:
			return VN_WORD_ADDRESS;
		case VN_PUNCTUATION:
			return VN_WORD_PUNCTUATION;
		case VN_SYMBOL:
			return VN_WORD_SYMBOL;
		case VN_ALNUM:
			return VN_WORD_ABBREVIATION;
		default:
			break;
	}
	if (!writing.capitals && (token->flags & VN_CAPITAL))
	{
		if (vn_is_acronym(document, token))
			return VN_WORD_ABBREVIATION;
		if (!opens)
			return VN_WORD_NAME;
	}
	return token->symbol == 0 && (token->fold == 0 || (token->flags & VN_ODD)) ? VN_WORD_FOREIGN : VN_WORD_PLAIN;
}

static vn_word_kind
kind_of_word(const vn_document *document, uint32_t first, uint32_t end, bool opens, vn_writing writing)
{
	const vn_token *tokens = document->tokens;

	if (end - first == 1)
		return kind_of_token(document, &tokens[first], opens, writing);
	if (writing.capitals)
		return VN_WORD_PLAIN;
	for (uint32_t at = first; at < end; at++)
		if (!(tokens[at].flags & VN_CAPITAL))
			return VN_WORD_PLAIN;
	return VN_WORD_NAME;
}

static inline bool
is_glued(const vn_document *document, uint32_t token)
{
	return (document->tokens[token].flags & VN_AFTER_BLANK) == 0;
}

/* May a hyphen stand beside this word as a part of one: a single token, or tokens without blanks between them? */
static bool
takes_hyphen(const vn_document *document, const vn_word *word)
{
	unsigned	kind = document->tokens[word->first].kind;

	return (kind == VN_WORD || kind == VN_ALNUM || kind == VN_NUMBER) &&
		(word->end - word->first == 1 || is_glued(document, word->end - 1));
}

/* Capitals, or a few letters without a vowel among them: TP, Th, q. */
static bool
is_abbreviation(const vn_document *document, const vn_token *token)
{
	if (token->flags & VN_UPPER)
		return true;
	for (int i = 0; i < token->length; i++)
	{
		unsigned char c = (unsigned char) document->text[token->start + (uint32_t) i];

		if (i == 3 || c >= 0x80 || strchr("aeiouyAEIOUY", c) != NULL)
			return false;
	}
	return true;
}

/* A dot that belongs to the abbreviation before it: TP. HCM, H. Củ Chi, PGS. Not the one that ends a sentence. */
static bool
is_abbreviation_dot(const vn_document *document, uint32_t dot, uint32_t sentence_end)
{
	const vn_token *before = &document->tokens[dot - 1];

	return dot + 1 < sentence_end && is_glued(document, dot) && document->tokens[dot].length == 1 &&
		vn_is_punctuation(document, dot, '.') && before->kind == VN_WORD && is_abbreviation(document, before);
}

/*
 * What is written without a blank is one word, where the parts do not stand for themselves: 95%, vắc-xin, TP.
 * Returns how many of the last words the one that is to be added belongs to.
 */
static uint32_t
words_to_extend(const vn_document *document, const vn_sentence *sentence, uint32_t first, uint32_t end)
{
	const vn_word *last = document->word_count > 0 ? &document->words[document->word_count - 1] : NULL;

	if (last == NULL || last->first < sentence->first || end - first > 1 || !is_glued(document, first))
		return 0;
	if (vn_is_punctuation(document, first, '%'))
		return document->tokens[last->first].kind == VN_NUMBER;
	if (is_abbreviation_dot(document, first, sentence->end))
		return last->end - last->first == 1;
	if (document->word_count < 2 || last[-1].first < sentence->first || !vn_is_punctuation(document, last->first, '-') ||
		document->tokens[last->first].length > 3 || !is_glued(document, last->first))
		return 0;
	return takes_hyphen(document, &last[-1]) && takes_hyphen(document, &(vn_word) {.first = first, .end = end}) ? 2 : 0;
}

typedef struct builder
{
	vn_document *document;
	const vn_sentence *sentence;
	vn_writing	writing;
	size_t		room;
	unsigned	steps;
} builder;

static bool
add_word(builder *b, uint32_t first, uint32_t end)
{
	vn_document *document = b->document;
	uint32_t	extended = words_to_extend(document, b->sentence, first, end);
	vn_word_kind kind;
	vn_word    *word;

	vn_step(document->env, &b->steps);
	if (extended > 0)
	{
		document->word_count -= extended - 1;
		word = &document->words[document->word_count - 1];
		word->end = end;
		if (vn_is_punctuation(document, first, '.'))
			word->kind = VN_WORD_ABBREVIATION;
		return true;
	}
	if (!vn_reserve(document->env, (void **) &document->words, document->word_count, &b->room, sizeof(vn_word)))
		return false;
	kind = kind_of_word(document, first, end, first == b->sentence->content, b->writing);
	document->words[document->word_count++] = (vn_word) {.first = first, .end = end, .kind = (uint8_t) kind};
	return true;
}

/* The first word of the vocabulary from token "at" on, the longest if several begin there; "limit": there is none. */
static uint32_t
next_entry(const vn_document *document, uint32_t at, uint32_t limit, uint32_t *end)
{
	const vn_vocabulary *vocabulary = document->vocabulary;

	for (; vocabulary != NULL && at < limit; at++)
	{
		uint64_t	path = VN_PATH;
		uint32_t	value = VN_PATH_GOES_ON;

		*end = at;
		for (uint32_t i = at; i < limit && (value & VN_PATH_GOES_ON); i++)
		{
			const vn_entry *entry;

			path = vn_path_next(path, document->tokens[i].hash);
			value = vn_path_value(&vocabulary->paths, path);
			entry = vn_path_entry(vocabulary, value);
			if (entry != NULL && entry->kind == VN_ENTRY_WORD)
				*end = i + 1;
		}
		if (*end > at)
			return at;
	}
	return limit;
}

static bool
read_sentence(builder *b)
{
	const vn_sentence *sentence = b->sentence;
	uint32_t	at = sentence->first;
	uint32_t	entry_end;
	vn_sentence stretch = *sentence;	/* up to the next word of the vocabulary */
	vn_run		run;

	stretch.end = next_entry(b->document, at, sentence->end, &entry_end);
	while (at < sentence->end)
	{
		uint32_t	end;
		bool		inside[VN_RUN_TOKENS] = {false};
		uint32_t	first = at;

		if (at == stretch.end)
		{
			if (!add_word(b, at, entry_end))
				return false;
			at = entry_end;
			stretch.end = next_entry(b->document, at, sentence->end, &entry_end);
			continue;
		}
		end = vn_read_run(b->document, &stretch, b->writing, at, &run);
		if (run.count > 1)
		{
			vn_read_margin(b->document, sentence, b->writing, &run);
			decode_run(&run, inside);
		}
		for (; at < end; at++)
			if (!inside[at - run.first])
			{
				if (!add_word(b, first, at + 1))
					return false;
				first = at + 1;
			}
	}
	return true;
}

vn_status
vn_document_words(vn_document *document)
{
	builder		b = {.document = document};

	if (document->words != NULL)
		return VN_OK;
	for (uint32_t i = 0; i < document->sentence_count; i++)
	{
		b.sentence = &document->sentences[i];
		b.writing = vn_writing_of(document, b.sentence);
		if (!read_sentence(&b))
			return VN_NO_MEMORY;
	}
	return VN_OK;
}
