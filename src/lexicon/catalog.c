/*
 * catalog.c
 *		Reading the compiled catalogues.
 */
#include "lexicon/catalog.h"

#include "lexicon/compiled.h"

int
vn_catalog_rows(vn_catalog catalog)
{
	return (int) vn_compiled_rows[catalog];
}

static uint32_t
cell(vn_catalog catalog, int row, int column)
{
	return vn_compiled_cells[vn_compiled_first_cell[catalog] + (uint32_t) (row * vn_layouts[catalog].columns + column)];
}

const char *
vn_cell(vn_catalog catalog, int row, int column)
{
	return vn_compiled_strings + cell(catalog, row, column);
}

int
vn_cell_number(vn_catalog catalog, int row, int column)
{
	return (int) vn_compiled_numbers[vn_compiled_first_cell[catalog] +
									 (uint32_t) (row * vn_layouts[catalog].columns + column)];
}
