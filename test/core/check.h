/*
 * check.h
 *		What the tests of the core share: checks, an allocator that counts and fails on demand, texts in other Unicode forms.
 */
#ifndef VN_CHECK_H
#define VN_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "env.h"
#include "lexicon/vocabulary.h"
#include "text/scan.h"

/* Called with a description when a check fails; defined by the program (run.c counts, fuzz targets abort). */
extern void check_failed(const char *format,...) __attribute__((format(printf, 1, 2)));

#define CHECK(condition, ...) \
	do { \
		if (!(condition)) \
			check_failed(__VA_ARGS__); \
	} while (0)

/* Print a line that is no test. */
extern void note(const char *format,...) __attribute__((format(printf, 1, 2)));

/* An environment over malloc. */
typedef struct test_memory
{
	vn_env		env;
	long		blocks;			/* given out and not yet released */
	long		requests;
	long		fail_at;		/* the request that fails, and all after it; 0: none */
	size_t		bytes;			/* given out now */
	size_t		peak;
	long		ticks;
	unsigned long last_tick;	/* work_done at the last tick */
	unsigned long longest_tick; /* most work between two ticks */
} test_memory;

extern void test_memory_start(test_memory *memory);

/* Basic blocks of the core that were run so far (0 where the core was compiled without -fsanitize-coverage=trace-pc). */
extern unsigned long work_done;

/* A text of its own, malloc'ed and not terminated, so that the sanitizer sees every byte read behind it. */
typedef struct test_text
{
	char	   *bytes;
	size_t		length;
} test_text;

extern test_text copy_text(const char *bytes, size_t length);

/* The text in NFC or NFD by ICU; false where it is no UTF-8. */
extern bool transform_text(const char *bytes, size_t length, bool compose, test_text *out);

/* invariants.c: everything that must hold for any text, "words" and the rows of the extractors included. */
extern void check_text(const char *bytes, size_t length);

/* searching.c: the same for search; "forms" are the text in NFC and NFD, or none. */
extern void check_searching(test_text text, const test_text *forms, int form_count);

/* invariants.c: fail the "n"th request for memory and all after it; false where there were fewer. Then for each n. */
extern bool check_allocation_failure(const char *bytes, size_t length, long n);
extern void check_allocation_failures(const char *bytes, size_t length);

/* hostile.c: long texts that are bad for something; checks that work and memory grow with the length alone. */
extern void check_hostile(const char *what, size_t length);
extern const char *const *hostile_names(void);
extern test_text hostile_text(const char *what, size_t length);

/* random.c: a text made of random pieces, the same for the same seed. */
extern test_text random_text(uint64_t seed);

/* reference.c: plain versions of the hot routines, compared with the core's. */
extern void reference_start(void);
extern void reference_check(const char *bytes, size_t length);
extern void reference_stop(void);

/* vocabularies.c: entries made of a text itself; that they are found and make lexemes; tests of what is accepted. */
extern vn_status vocabulary_of_text(vn_vocabulary *vocabulary, const vn_env *env, const char *bytes, size_t length);
extern void check_entries(const vn_vocabulary *vocabulary, const char *bytes, size_t length);
extern void vocabulary_tests(void);

/* reference_scan.c: the scanner; reference_words.c: the segmenter's decoder. Called by the functions above. */
extern void reference_scan_start(void);
extern void reference_check_scan(const char *bytes, size_t length);
extern void reference_scan_stop(void);
extern void reference_check_words(const char *bytes, size_t length);

#endif
