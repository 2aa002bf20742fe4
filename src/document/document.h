/*
 * document.h
 *		A text, read once: tokens, sentences, paragraphs with their list markers, quotations; words on demand.
 *
 * Everything is a range of tokens, a token is a range of bytes of the text, which must outlive the document.
 */
#ifndef VN_DOCUMENT_H
#define VN_DOCUMENT_H

#include "env.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "text/scan.h"

typedef struct vn_token
{
	uint32_t	start;			/* bytes */
	uint16_t	length;			/* bytes */
	uint8_t		kind;			/* vn_kind */
	uint8_t		flags;			/* VN_CAPITAL … of scan.h */
	uint16_t	symbol;			/* exact symbol; 0 where the data does not know the token */
	uint16_t	fold;			/* folded symbol */
	uint32_t	hash;			/* of the exact key: equal for all spellings, unknown tokens too */
} vn_token;

typedef enum vn_marker
{
	VN_MARKER_NONE,
	VN_MARKER_ORDINAL,			/* Thứ nhất, Một là: the list_marker cues */
	VN_MARKER_NUMBER,			/* 1.  2)  (3)  1.2. */
	VN_MARKER_ROMAN,			/* (i)  II. */
	VN_MARKER_LETTER,			/* a)  b. */
	VN_MARKER_DASH				/* -  +  • */
} vn_marker;

typedef struct vn_sentence
{
	uint32_t	first,
				end;			/* tokens */
	uint32_t	paragraph;
	uint32_t	content;		/* first token behind the list marker; "first" where there is none */
	uint16_t	ordinal;		/* number of the marker; 0 for dashes */
	uint8_t		marker;			/* vn_marker */
} vn_sentence;

typedef struct vn_paragraph
{
	uint32_t	first,
				end;			/* tokens */
	uint32_t	first_sentence,
				end_sentence;
} vn_paragraph;

/* A quotation from its opening mark to its closing one; an unclosed one ends with its paragraph. */
typedef struct vn_quote
{
	uint32_t	open;			/* token of the opening mark */
	uint32_t	close;			/* token of the closing mark, or the end of the paragraph */
	uint16_t	depth;			/* 0: not inside another quotation */
	bool		closed;
} vn_quote;

typedef enum vn_word_kind
{
	VN_WORD_PLAIN = 1,			/* in the lexicon, or a single syllable */
	VN_WORD_NAME,				/* of a person or place, found by form */
	VN_WORD_NUMBER,
	VN_WORD_DATE,
	VN_WORD_DOCUMENT_NUMBER,
	VN_WORD_ABBREVIATION,
	VN_WORD_ADDRESS,			/* e-mail, host, URL */
	VN_WORD_FOREIGN,			/* letters that make no Vietnamese syllable */
	VN_WORD_PUNCTUATION,
	VN_WORD_SYMBOL,
	VN_WORD_KINDS
} vn_word_kind;

typedef struct vn_word
{
	uint32_t	first,
				end;			/* tokens */
	uint8_t		kind;			/* vn_word_kind */
} vn_word;

typedef struct vn_document
{
	const vn_env *env;
	const vn_vocabulary *vocabulary;	/* the user's own words, which outlive the document; NULL: none */
	const char *text;
	size_t		length;
	vn_token   *tokens;			/* one of symbol 0 stands behind the last */
	uint32_t	token_count;
	vn_sentence *sentences;
	uint32_t	sentence_count;
	vn_paragraph *paragraphs;
	uint32_t	paragraph_count;
	vn_quote   *quotes;			/* in order of "open" */
	uint32_t	quote_count;
	vn_word    *words;			/* after vn_document_words() */
	uint32_t	word_count;
} vn_document;

/*
 * Read a text, with a vocabulary or without (NULL). On failure the document holds nothing. Its memory is about four times
 * the text; with all that the extractors need it is under 64 times at worst (a letter and a line break in turn).
 */
extern vn_status vn_document_read(vn_document *document, const vn_env *env, const vn_vocabulary *vocabulary, const char *text,
								  size_t length);

/* Cut the document into words, once. */
extern vn_status vn_document_words(vn_document *document);

extern void vn_document_release(vn_document *document);

/* Which phrases of several words may begin at a token, judged by it and the one behind it: see vn_starts_at(). */
static inline uint64_t
vn_longer_starts_at(const vn_document *document, uint32_t at)
{
	return vn_openings[document->tokens[at].symbol].first & vn_openings[document->tokens[at + 1].symbol].second;
}

/*
 * Which phrases may begin at a token: VN_STARTS() and VN_STARTS_CUE() of the catalogues and classes of cues. What is not
 * among them does not begin here.
 */
static inline uint64_t
vn_starts_at(const vn_document *document, uint32_t at)
{
	uint64_t	starts = vn_openings[document->tokens[at].symbol].alone | vn_longer_starts_at(document, at);

	return document->vocabulary == NULL ? starts :
		starts | vn_vocabulary_starts(document->vocabulary, document->tokens[at].hash);
}

/* A cell of a row that was found in the document, a catalogue's or the vocabulary's, as text and as number. */
static inline const char *
vn_row_cell(const vn_document *document, vn_catalog catalog, int row, int column)
{
	return document->vocabulary == NULL ? vn_cell(catalog, row, column) :
		vn_vocabulary_cell(document->vocabulary, catalog, row, column);
}

static inline int
vn_row_number(const vn_document *document, vn_catalog catalog, int row, int column)
{
	return document->vocabulary == NULL ? vn_cell_number(catalog, row, column) :
		vn_vocabulary_number(document->vocabulary, catalog, row, column);
}

/* A phrase of the catalogues, or of the vocabulary, that begins at some token. */
typedef struct vn_match
{
	uint32_t	end;			/* token behind the phrase */
	const vn_phrase *phrases;	/* its meanings, up to the one marked last */
} vn_match;

#define VN_MAX_MATCHES VN_MAX_PHRASE

/*
 * All phrases that begin at token "at" and end at or before "limit", longest first. Returns their number.
 */
extern int	vn_matches_at(const vn_document *document, uint32_t at, uint32_t limit, vn_match *matches);

/* The row of the first meaning in a catalogue, or -1. */
extern int	vn_match_row(const vn_match *match, vn_catalog catalog);

/* Does a token of punctuation stand for this character? */
extern bool vn_punctuation_is(const vn_document *document, const vn_token *token, char ch);

/* Does the token hold this character of punctuation (dashes are '-', double quotation marks '"')? */
static inline bool
vn_is_punctuation(const vn_document *document, uint32_t token, char ch)
{
	return document->tokens[token].kind == VN_PUNCTUATION && vn_punctuation_is(document, &document->tokens[token], ch);
}

/* The sentence in which a token lies, by binary search. */
extern uint32_t vn_sentence_of(const vn_document *document, uint32_t token);

/* The sign between round brackets that begin at "at", (1) (a) (iv), and its number; VN_MARKER_NONE where it is no marker. */
extern vn_marker vn_enclosed_marker(const vn_document *document, uint32_t at, uint32_t limit, unsigned *ordinal);

/* The same of a sign with a closing bracket alone, a) 1) iv), which must stand where a clause begins. */
extern vn_marker vn_clause_marker(const vn_document *document, uint32_t at, uint32_t limit, unsigned *ordinal);

/* Bytes of the text between two tokens, the second excluded. */
static inline size_t
vn_span_start(const vn_document *document, uint32_t first)
{
	return document->tokens[first].start;
}

static inline size_t
vn_span_end(const vn_document *document, uint32_t end)
{
	return (size_t) document->tokens[end - 1].start + document->tokens[end - 1].length;
}

/* The stages, in the order in which vn_document_read() runs them; see their files. */
extern vn_status vn_read_tokens(vn_document *document);
extern vn_status vn_read_sentences(vn_document *document);
extern vn_status vn_read_quotes(vn_document *document);
extern void vn_read_markers(vn_document *document);

#endif
