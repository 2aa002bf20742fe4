/*
 * gaps.h
 *		What the segmenter looks at in the gap between two tokens: the lexicon's entries over and beside it, the capitals, the
 *		syllables. The decoder (words.c) and the trainer (tools/train_words.c) share it.
 *
 * Most gaps are closed: no entry of the lexicon lies over them and they do not stand between two capitals or in what may be
 * a person's name without them. The open ones form short runs, which are read and decoded one at a time.
 */
#ifndef VN_GAPS_H
#define VN_GAPS_H

#include "document/document.h"

/* Longest run, in tokens; a longer one (nothing that anybody wrote) is cut. */
#define VN_RUN_TOKENS 64

/* Longest entry of the lexicon that counts, in tokens. */
#define VN_ENTRY_TOKENS 7

/* The look-out on either side of a run; entries may reach further. */
#define VN_RUN_MARGIN 2
#define VN_RUN_ROOM (VN_RUN_TOKENS + 2 * VN_RUN_MARGIN + VN_ENTRY_TOKENS)

/* How a sentence is written, which decides what its capitals and diacritics are worth. */
typedef struct vn_writing
{
	bool		capitals;		/* capitals all over: they say nothing */
	bool		unmarked;		/* Vietnamese without diacritics: look up folded */
} vn_writing;

/* A run of tokens; arrays begin VN_RUN_MARGIN tokens before it. */
typedef struct vn_run
{
	uint32_t	first;			/* token */
	int			count;			/* tokens */
	bool		opens;			/* begins the sentence */
	bool		unmarked;
	uint32_t	syllable[VN_RUN_ROOM];	/* hash of the exact key, or of the folded one */
	uint8_t		form[VN_RUN_ROOM];		/* capitals and kind of the token */
	uint8_t		name[VN_RUN_ROOM];		/* what part of a person's name the token may be */
	uint8_t		pair[VN_RUN_ROOM];		/* class of the two-token entry that begins here */
	uint8_t		longest[VN_RUN_ROOM];	/* tokens of the longest entry that begins here; 1: none */
	uint8_t		cover[VN_RUN_ROOM];		/* tokens of the longest entry over the gap behind this token; 0: none */
	uint8_t		offset[VN_RUN_ROOM];	/* gaps of that entry before this one */
	uint8_t		class[VN_RUN_ROOM];		/* class of that entry */
	uint8_t		greedy[VN_RUN_ROOM];	/* tokens of the entry that a longest match from the left puts over the gap */
} vn_run;

/* Features of a gap: slots of the table of weights. */
#define VN_PLAIN_FEATURES 27
#define VN_LINKED_FEATURES 11	/* two slots side by side: for the gap before being a boundary, and not */

typedef struct vn_gap
{
	uint32_t	plain[VN_PLAIN_FEATURES];
	uint32_t	linked[VN_LINKED_FEATURES];
} vn_gap;

/* Two or more letters, all of them capitals. */
extern bool vn_is_acronym(const vn_document *document, const vn_token *token);

extern vn_writing vn_writing_of(const vn_document *document, const vn_sentence *sentence);

/*
 * Read the run that begins at token "at" of a sentence. Returns the token behind it.
 */
extern uint32_t vn_read_run(const vn_document *document, const vn_sentence *sentence, vn_writing writing, uint32_t at,
							vn_run *run);

/* Read what vn_read_gap() needs to know of a run's surroundings; only for runs of two tokens and more. */
extern void vn_read_margin(const vn_document *document, const vn_sentence *sentence, vn_writing writing, vn_run *run);

/* The features of the gap behind token "number" (from 0) of a run. */
extern void vn_read_gap(const vn_run *run, int number, vn_gap *gap);

#endif
