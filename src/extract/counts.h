/*
 * counts.h
 *		Whole numbers in running text, in digits (03, 1.234) and in words (mười lăm, hai trăm linh ba).
 */
#ifndef VN_COUNTS_H
#define VN_COUNTS_H

#include "document/document.h"

/* Larger numbers are amounts, not counts of people. */
#define VN_MAX_COUNT 99999999

/*
 * The count that begins at token "at" and ends at or before "limit": returns the token behind it and sets *value, or
 * returns "at" where no count begins. Fractions and percentages are none.
 */
extern uint32_t vn_count_at(const vn_document *document, uint32_t at, uint32_t limit, int *value);

#endif
