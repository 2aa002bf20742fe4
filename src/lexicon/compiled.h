/*
 * compiled.h
 *		The tables that tools/compile_data writes into compiled.c, beside those of lexicon.h.
 */
#ifndef VN_COMPILED_H
#define VN_COMPILED_H

#include <stdint.h>

extern const uint32_t vn_compiled_rows[];		/* by catalogue */
extern const uint32_t vn_compiled_first_cell[]; /* by catalogue */
extern const uint32_t vn_compiled_cells[];		/* offsets into vn_compiled_strings */
extern const int32_t vn_compiled_numbers[];		/* the same cells as numbers */
extern const char vn_compiled_strings[];

#endif
