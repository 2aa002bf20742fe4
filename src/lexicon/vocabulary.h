/*
 * vocabulary.h
 *		Words, posts, organizations, awards and aliases of a user's own, looked up beside the compiled lexicon.
 *
 * A vocabulary is filled entry by entry, then finished, then only read. The compiled tables stay as they are: rows of entries
 * are numbered behind those of a catalogue, and an entry's phrase has the catalogues' meanings of that phrase behind its own.
 * A text read without a vocabulary pays for one test of a pointer per look-up.
 */
#ifndef VN_VOCABULARY_H
#define VN_VOCABULARY_H

#include "lexicon/lexicon.h"
#include "text/arena.h"
#include "text/index.h"
#include "text/scan.h"

/* Longest entry, in bytes; it has at most VN_MAX_PHRASE tokens besides. */
#define VN_MAX_ENTRY 255

/* Rows are 16 bits wide; every change reads the whole vocabulary anew. */
#define VN_MAX_ENTRIES 10000

typedef enum vn_entry_kind
{
	VN_ENTRY_WORD,
	VN_ENTRY_POST,				/* "of": its organization, or NULL */
	VN_ENTRY_ORGANIZATION,
	VN_ENTRY_AWARD,
	VN_ENTRY_ALIAS,				/* "of": what it stands for */
	VN_ENTRY_KINDS
} vn_entry_kind;

typedef struct vn_entry
{
	vn_entry_kind kind;
	const char *text;			/* canonical, terminated */
	const char *of;				/* canonical, terminated; NULL: none */
	int			model;			/* post: the row of the catalogue's post it begins with; -1: none */
	uint32_t	meaning;		/* the first of its phrase's meanings, plus 1; 0: none (words) */
} vn_entry;

typedef enum vn_entry_fault
{
	VN_ENTRY_FINE,
	VN_ENTRY_NO_MEMORY,
	VN_ENTRY_EMPTY,				/* nothing that could be looked for: no letter, no digit */
	VN_ENTRY_LINES,				/* a line break inside */
	VN_ENTRY_TOO_LONG,
	VN_ENTRY_ONE_SYLLABLE,		/* a word of one part is cut as it is anyway */
	VN_ENTRY_TWICE,				/* the same words are in the vocabulary */
	VN_ENTRY_TOO_MANY,
	VN_ENTRY_OF_MISSING,		/* an alias of nothing */
	VN_ENTRY_OF_UNWANTED,		/* words, organizations and awards are of nothing */
	VN_ENTRY_OF_ITSELF
} vn_entry_fault;

typedef struct vn_vocabulary
{
	const vn_env *env;
	vn_arena	arena;			/* the entries' texts */
	vn_entry   *entries;
	size_t		count,
				room;
	vn_index	paths;			/* path of tokens -> what it leads to, see vn_path_entry() and VN_PATH_GOES_ON */
	vn_index	searched;		/* the same of words without diacritics, punctuation left out */
	vn_index	starts;			/* path of the first token -> catalogues, as in vn_starts */
	vn_phrase  *meanings;
	size_t		meaning_count,
				meaning_room;
} vn_vocabulary;

/* "env" must outlive the vocabulary. */
extern void vn_vocabulary_start(vn_vocabulary *vocabulary, const vn_env *env);

/* Add an entry; texts need not be canonical. "of" may be NULL. */
extern vn_entry_fault vn_vocabulary_add(vn_vocabulary *vocabulary, vn_entry_kind kind, const char *text, size_t length,
										const char *of, size_t of_length);

/* The entry that has the same words, however they are spelt, or NULL. */
extern const vn_entry *vn_vocabulary_find(const vn_vocabulary *vocabulary, const char *text, size_t length);

/* Make the entries fit for looking up. */
extern vn_status vn_vocabulary_finish(vn_vocabulary *vocabulary);

extern void vn_vocabulary_release(vn_vocabulary *vocabulary);

/* ---------------------------------------------------------------- look-up */

/* The beginning of a path; vn_path_next() leads on along tokens by their hashes (vn_token_hash()). */
#define VN_PATH 1

static inline uint64_t
vn_path_next(uint64_t path, uint32_t hash)
{
	return vn_index_key(path, hash);
}

/* Of what a path leads to: longer ones begin so. */
#define VN_PATH_GOES_ON 1

/* What a path leads to; 0: no entry begins so. */
static inline uint32_t
vn_path_value(const vn_index *paths, uint64_t path)
{
	const uint32_t *found = vn_index_find(paths, path);

	return found == NULL ? 0 : *found;
}

/* The entry whose path this is, or NULL. */
static inline const vn_entry *
vn_path_entry(const vn_vocabulary *vocabulary, uint32_t value)
{
	return value / 2 == 0 ? NULL : &vocabulary->entries[value / 2 - 1];
}

/* The meanings of an entry's phrase, the catalogues' included, up to the one marked last; NULL: it is a word, no phrase. */
static inline const vn_phrase *
vn_entry_meanings(const vn_vocabulary *vocabulary, const vn_entry *entry)
{
	return entry->meaning == 0 ? NULL : &vocabulary->meanings[entry->meaning - 1];
}

/* The catalogues of the phrases that begin with a token, as in vn_starts. */
static inline uint64_t
vn_vocabulary_starts(const vn_vocabulary *vocabulary, uint32_t hash)
{
	return vn_path_value(&vocabulary->starts, vn_path_next(VN_PATH, hash));
}

/*
 * The longest entry that words of a text (punctuation left out) begin with, diacritics left out of account, or NULL;
 * "length": its words; "more": the words end where a longer entry might go on.
 */
extern const vn_entry *vn_vocabulary_search(const vn_vocabulary *vocabulary, const vn_scanned *words, int count, int *length,
											bool *more);

/* vn_cell() and vn_cell_number() for rows that may be an entry's. */
extern const char *vn_vocabulary_cell(const vn_vocabulary *vocabulary, vn_catalog catalog, int row, int column);
extern int	vn_vocabulary_number(const vn_vocabulary *vocabulary, vn_catalog catalog, int row, int column);

#endif
