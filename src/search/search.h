/*
 * search.h
 *		Text as a search engine sees it: tokens that tile the text, and the lexemes of a token.
 *
 * Compounds are looked up without regard to diacritics, so that text and query are cut alike however they are typed; for the
 * words of linguistics see document.h. Nothing here allocates beyond one token's spelling.
 */
#ifndef VN_SEARCH_H
#define VN_SEARCH_H

#include "env.h"
#include "lexicon/lexicon.h"
#include "lexicon/vocabulary.h"
#include "text/scan.h"

/*
 * Token types. PostgreSQL stores them by number in users' configurations: never change one. What its default parser finds
 * too has that parser's alias, and its number unless its headlines leave tokens of that number out (5, 13, 15 to 17).
 */
typedef enum vn_search_type
{
	VN_SEARCH_ASCIIWORD = 1,	/* ASCII letters that can be no Vietnamese syllable */
	VN_SEARCH_WORD = 2,			/* any other word: a syllable, a foreign word with diacritics or of another script */
	VN_SEARCH_NUMWORD = 3,		/* letters and digits */
	VN_SEARCH_EMAIL = 4,
	VN_SEARCH_HOST = 6,
	VN_SEARCH_BLANK = 12,		/* blanks, punctuation, symbols: whatever lies between the others */
	VN_SEARCH_FLOAT = 20,		/* a number with decimals */
	VN_SEARCH_UINT = 22,		/* a whole number, with or without separators between thousands */
	VN_SEARCH_URL = 24,
	VN_SEARCH_COMPOUND = 25,	/* a word of two or more syllables that is in the lexicon */
	VN_SEARCH_DOCUMENT = 26,	/* 15/2020/NĐ-CP */
	VN_SEARCH_DATE = 27,		/* 23/7/2024, 23 tháng 7 năm 2024 */
	VN_SEARCH_PERCENT = 28,		/* 12,5% */
	VN_SEARCH_MONEY = 29,		/* 3,5 tỷ đồng */
	VN_SEARCH_RATIO = 30,		/* 3/4, 15/2020 and other groups of digits that are no number */
	VN_SEARCH_CLAUSE = 31		/* words and numbers in a row, of the parser that leaves it to the dictionary to cut them */
} vn_search_type;

typedef struct vn_search_token
{
	vn_search_type type;
	uint32_t	start;			/* bytes */
	uint32_t	length;			/* bytes, 1 to VN_MAX_TOKEN */
} vn_search_token;

/* What the cutter remembers of a token that it has looked ahead to. */
typedef struct vn_ahead
{
	uint32_t	start;
	uint32_t	length;
	uint16_t	symbol;			/* folded */
	uint8_t		kind;			/* vn_kind */
	uint8_t		flags;
	uint64_t	key;
	uint64_t	fold;
} vn_ahead;

#define VN_AHEAD 32				/* a power of two; a compound may begin three tokens ahead */

typedef struct vn_cutter
{
	vn_scanner	scanner;
	uint32_t	at;				/* end of the last token given out */
	uint32_t	first;			/* place of the nearest token looked ahead to, modulo VN_AHEAD */
	uint32_t	count;			/* how many there are */
	bool		ended;			/* the scanner has no more */
	bool		clauses;		/* leave words in a row together */
	vn_ahead	ahead[VN_AHEAD];
} vn_cutter;

/*
 * "clauses": words and numbers with nothing but blanks between them make one token, VN_SEARCH_CLAUSE. A dictionary sees one
 * token at a time, so this is how it gets to see neighbours.
 */
extern void vn_cut_start(vn_cutter *cutter, const char *text, size_t length, bool clauses);

/*
 * The next token; false at the end. The tokens tile the text: each begins where the last one ended. Looks ahead no further
 * than VN_MAX_PHRASE words.
 */
extern bool vn_cut(vn_cutter *cutter, vn_search_token *token);

/* How many of the words in a row the longest entry of the lexicon from the first on has; 1 where there is none. */
extern int	vn_compound_words(const vn_scanned *words, int count);

/* What stop_words.tsv and unit_words.tsv say of a word, typed with diacritics ("marked") or without: VN_STOP_WORD … */
static inline unsigned
vn_uses_of(uint64_t key, uint64_t fold, bool marked)
{
	return marked ? vn_word_uses[vn_symbol(&vn_exact_symbols, key)] : vn_bare_word_uses[vn_symbol(&vn_folded_symbols, fold)];
}

/*
 * Is this a word that queries leave out (VN_STOP_WORD), or that those for any word do (VN_WEAK_WORD)? Typed without diacritics,
 * a stop word only if it can hardly be anything else.
 */
static inline bool
vn_is_weak_word(const vn_scanned *word, unsigned use)
{
	return vn_uses_of(word->key, word->fold, word->flags & VN_MARKED) & use;
}

/* A date with words in it: day, word, month, word, year. */
#define VN_DATE_WORDS 5

/* Can a token be the one in this place, from 0, of a date with words in it? "uses" of a word, as above. */
static inline bool
vn_fits_date(int place, vn_kind kind, uint32_t length, unsigned uses)
{
	if (place % 2 == 0)
		return kind == VN_NUMBER && (place == 4 ? length == 4 : length <= 2);
	return kind == VN_WORD && (uses & (place == 1 ? VN_MONTH_WORD : VN_YEAR_WORD));
}

/* ---------------------------------------------------------------- lexemes */

typedef enum vn_forms
{
	VN_FORMS_BOTH,				/* as typed, and what is left of it without diacritics (or unit, or path) */
	VN_FORMS_EXACT,
	VN_FORMS_FOLDED,
	VN_FORMS_MARKED				/* as typed where that has diacritics, else folded: for queries */
} vn_forms;

typedef struct vn_lexeme_options
{
	vn_forms	forms;
	bool		compounds;		/* a compound's syllables, or an amount of money, joined by '_', beside the first of them */
	bool		bigrams;		/* neighbouring syllables of a token joined by '+', beside the first */
	bool		stop_words;		/* stop words of data/stop_words.tsv yield nothing outside compounds; for queries */
} vn_lexeme_options;

/* No lexeme is longer; words that are have none (URLs only their host). PostgreSQL's own limit is 2,046. */
#define VN_MAX_LEXEME 255

/*
 * Takes a lexeme (not terminated). "position" counts the token's syllables from 0 and does not decrease; lexemes of one
 * position are alternatives to each other, unless one is to be found together with the one given out before it.
 */
typedef void (*vn_lexeme_taker) (void *context, const char *lexeme, size_t length, int position, bool together);

/*
 * Give out the lexemes of a token, in whatever way it was cut. Returns the number of positions that the token takes, with
 * those for which nothing was given out: 1 for a stop word, 0 where there is nothing to search for.
 */
extern int	vn_lexemes(const vn_env *env, const vn_lexeme_options *options, const char *token, size_t length,
					   vn_lexeme_taker take, void *context);

/* ---------------------------------------------------------------- entries of a vocabulary */

typedef enum vn_entry_presence
{
	VN_ENTRY_ABSENT,
	VN_ENTRY_PRESENT,
	VN_ENTRY_OPEN				/* the text ends where an entry may go on: look at more of it */
} vn_entry_presence;

/*
 * Are there entries of a vocabulary in the text? One that is not complete counts if it begins before "head" bytes, or behind
 * a complete one.
 */
extern vn_entry_presence vn_find_entries(const vn_vocabulary *vocabulary, const char *text, size_t length, size_t head);

/*
 * Give out the lexemes of a text of at most VN_MAX_TOKEN bytes that has entries in it: those of its words in all forms, beside
 * the first word of an entry its words joined; an alias has the lexemes of what it stands for as well, side by side with its
 * own. Returns the number of positions, as vn_lexemes() does.
 */
extern int	vn_entry_lexemes(const vn_env *env, const vn_vocabulary *vocabulary, const char *text, size_t length,
							 vn_lexeme_taker take, void *context);

#endif
