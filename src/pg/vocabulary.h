/*
 * vocabulary.h
 *		The user's vocabulary as a text search dictionary keeps it: its options, read once by each session.
 */
#ifndef VN_PG_VOCABULARY_H
#define VN_PG_VOCABULARY_H

#include "postgres.h"
#include "fmgr.h"

#include "env.h"
#include "lexicon/vocabulary.h"

typedef struct vn_user_vocabulary
{
	vn_env		env;
	vn_vocabulary entries;
	uint64		generation;		/* a number that no other vocabulary read by this session has, from 1 */
} vn_user_vocabulary;

/*
 * The vocabulary of a dictionary, as the catalogue has it now; an error if it was not made from our template. PostgreSQL frees
 * it when the dictionary has changed and is asked for again: do not keep it beyond the call.
 */
extern const vn_user_vocabulary *vn_vocabulary_of(Oid dictionary);

/* The vocabulary that argument "number" of an SQL function names; NULL where the function has no such argument. */
extern const vn_user_vocabulary *vn_vocabulary_argument(FunctionCallInfo fcinfo, int number);

/* The vocabulary of the first of our dictionaries in a text search configuration; NULL: there is none. */
extern const vn_user_vocabulary *vn_vocabulary_of_configuration(Oid configuration);

#endif
