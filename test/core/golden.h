/*
 * golden.h
 *		Cases with what the core must make of them; the format is described in run.c.
 */
#ifndef VN_GOLDEN_H
#define VN_GOLDEN_H

#include <stdbool.h>

/* Run the cases of a file, or print it anew with what was found. */
extern void golden_tests(const char *file_name, char *content, bool write);

/* run.c: print the result of the checks since the last one. */
extern void test_done(const char *format,...) __attribute__((format(printf, 1, 2)));

#endif
