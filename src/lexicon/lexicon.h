/*
 * lexicon.h
 *		What the library knows, compiled from the files in data/ into const tables: nothing to load, shared by all processes.
 *
 * A symbol is the number of a syllable, word part or punctuation mark that occurs in the data; words and catalogue
 * phrases are paths of symbols in tries. Tokens that the data does not know have symbol 0.
 */
#ifndef VN_LEXICON_H
#define VN_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon/catalog.h"

/* Longest phrase in the tries, in tokens; compile_data refuses longer ones. */
#define VN_MAX_PHRASE 24

typedef struct vn_symbols
{
	const uint16_t *slots;		/* hash of key -> symbol, open addressing */
	uint32_t	mask;
	const uint64_t *keys;		/* by symbol */
	uint32_t	count;
} vn_symbols;

/*
 * The usual spelling of a word of the data: small letters, composed, the tone at its standard place; up to twelve bytes, as
 * numbers whose lowest byte comes first, with zeros behind.
 */
typedef struct vn_spelling
{
	uint64_t	head;			/* the first eight bytes */
	uint32_t	tail;			/* the rest */
	uint16_t	symbol;			/* exact symbol; 0: a free slot */
	uint16_t	fold;			/* folded symbol */
} vn_spelling;

#define VN_SPELLING_BYTES 12

typedef struct vn_trie
{
	const uint32_t *first;		/* by symbol: child of the root, or 0 */
	const uint64_t *edges;		/* node << 40 | symbol << 24 | child, open addressing; 0 is free */
	uint32_t	mask;
	const uint32_t *values;		/* by node; 0: no phrase ends here */
} vn_trie;

extern const vn_symbols vn_exact_symbols;	/* by exact key */
extern const vn_symbols vn_folded_symbols;	/* by folded key */
extern const uint16_t vn_fold_of_symbol[];	/* exact symbol -> folded symbol */

extern const vn_spelling vn_spellings[];	/* open addressing */
extern const uint32_t vn_spellings_mask;

extern const vn_trie vn_words_trie;			/* lexicon.tsv over exact symbols; value: class of the word, from 1 */
extern const vn_trie vn_folded_words_trie;	/* the same over folded symbols; value: the class of the words together */
extern const vn_trie vn_phrases_trie;		/* catalogue phrases over exact symbols; value: index in vn_phrases + 1 */

/* One meaning of a catalogue phrase. The meanings of a phrase stand together, the last one marked. */
typedef struct vn_phrase
{
	uint8_t		catalog;
	uint8_t		kind;			/* number of the row's kind, as vn_cell_number() gives it: vn_layout.kind */
	bool		canonical;		/* the phrase is the row's own name, not one of its other forms */
	bool		last;
	uint16_t	row;
} vn_phrase;

extern const vn_phrase vn_phrases[];

/*
 * The phrases that a symbol opens: a bit for each catalogue and for each class of cues, so that most tokens are passed over
 * without a look at the trie (see vn_starts_at() of the document).
 */
typedef struct vn_opening
{
	uint64_t	alone;			/* phrases of this symbol only */
	uint64_t	first;			/* longer ones that begin with it */
	uint64_t	second;			/* longer ones whose second symbol it is */
} vn_opening;

extern const vn_opening vn_openings[];	/* by exact symbol */

#define VN_STARTS(catalog) ((uint64_t) 1 << (catalog))
#define VN_STARTS_CUE(class) ((uint64_t) 1 << (VN_CATALOGS + (class)))

/* What stop_words.tsv and unit_words.tsv say of a word: by exact symbol, and by folded symbol for words typed without their diacritics. */
enum
{
	VN_STOP_WORD = 1,			/* says too little to be searched for */
	VN_OPERATOR_OR = 2,			/* in capitals, an operator between search terms */
	VN_OPERATOR_NOT = 4,
	VN_MULTIPLIER = 8,			/* between a number and a currency */
	VN_CURRENCY = 16,
	VN_WEAK_WORD = 32,			/* says less than others, as all stop words do */
	VN_MONTH_WORD = 64,			/* between the day and the month of a date */
	VN_YEAR_WORD = 128			/* between the month and the year */
};
extern const uint8_t vn_word_uses[];
extern const uint8_t vn_bare_word_uses[];

/* What parts of a person's name a word may be (names.tsv), by exact symbol. */
enum
{
	VN_PART_SURNAME = 1,
	VN_PART_MIDDLE = 2,
	VN_PART_GIVEN = 4
};
extern const uint8_t vn_name_parts[];

/*
 * The weights of the segmenter (data/segmentation.tsv), a power of two of them: what a feature of the gap between two
 * tokens says for joining them, in no unit.
 */
#define VN_WEIGHT_BITS 18
extern const int8_t vn_weights[];

/* A number that changes whenever the data does. */
extern const uint64_t vn_data_hash;

static inline uint64_t
vn_mix(uint64_t key)
{
	key *= 0x9e3779b97f4a7c15u;
	return key ^ key >> 32;
}

/* What tokens are compared by where they need not be known: equal for all spellings of a word. */
static inline uint32_t
vn_token_hash(uint64_t key)
{
	return (uint32_t) (vn_mix(key) >> 16);
}

/* The symbol of a key, or 0. */
static inline uint16_t
vn_symbol(const vn_symbols *symbols, uint64_t key)
{
	uint32_t	slot = (uint32_t) vn_mix(key) & symbols->mask;

	for (;;)
	{
		uint16_t	symbol = symbols->slots[slot];

		if (symbol == 0 || symbols->keys[symbol] == key)
			return symbol;
		slot = (slot + 1) & symbols->mask;
	}
}

static inline uint32_t
vn_spelling_slot(uint64_t head, uint32_t tail, uint32_t mask)
{
	return (uint32_t) vn_mix(head + tail * (uint64_t) 0xff51afd7ed558ccdu) & mask;
}

/* The word with these bytes for its usual spelling; NULL: none. */
static inline const vn_spelling *
vn_spelt(uint64_t head, uint32_t tail)
{
	for (uint32_t slot = vn_spelling_slot(head, tail, vn_spellings_mask);; slot = (slot + 1) & vn_spellings_mask)
	{
		const vn_spelling *spelling = &vn_spellings[slot];

		if (spelling->symbol == 0)
			return NULL;
		if (spelling->head == head && spelling->tail == tail)
			return spelling;
	}
}

/* The child of a node along a symbol, or 0. */
static inline uint32_t
vn_trie_next(const vn_trie *trie, uint32_t node, uint16_t symbol)
{
	uint64_t	edge = (uint64_t) node << 16 | symbol;
	uint32_t	slot = (uint32_t) vn_mix(edge) & trie->mask;

	for (;;)
	{
		uint64_t	found = trie->edges[slot];

		if (found >> 24 == edge)
			return (uint32_t) (found & 0xffffff);
		if (found == 0)
			return 0;
		slot = (slot + 1) & trie->mask;
	}
}

#endif
