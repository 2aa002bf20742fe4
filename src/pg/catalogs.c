/*
 * catalogs.c
 *		The compiled catalogues as rows: all cells but the notes, as text, empty ones as null.
 */
#include "postgres.h"

#include "funcapi.h"
#include "utils/builtins.h"

#include "lexicon/catalog.h"
#include "pg/glue.h"

PG_FUNCTION_INFO_V1(vn_catalog_posts);
PG_FUNCTION_INFO_V1(vn_catalog_organizations);
PG_FUNCTION_INFO_V1(vn_catalog_organization_heads);
PG_FUNCTION_INFO_V1(vn_catalog_places);
PG_FUNCTION_INFO_V1(vn_catalog_names);
PG_FUNCTION_INFO_V1(vn_catalog_abbreviations);
PG_FUNCTION_INFO_V1(vn_catalog_awards);
PG_FUNCTION_INFO_V1(vn_catalog_document_types);

static Datum
catalog_rows(FunctionCallInfo fcinfo, vn_catalog catalog)
{
	vn_rows    *rows = vn_rows_begin(fcinfo);
	int			columns = rows->descriptor->natts;

	vn_check_encoding();
	for (int row = 0; row < vn_catalog_rows(catalog); row++)
	{
		Datum		values[VN_MAX_COLUMNS];
		bool		isnull[VN_MAX_COLUMNS];

		for (int column = 0; column < columns; column++)
		{
			const char *cell = vn_cell(catalog, row, column);

			values[column] = vn_text_or_null(*cell == '\0' ? NULL : cell, &isnull[column]);
		}
		vn_rows_add(rows, values, isnull);
	}
	return vn_rows_end(rows);
}

Datum
vn_catalog_posts(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_POSTS);
}

Datum
vn_catalog_organizations(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_ORGANIZATIONS);
}

Datum
vn_catalog_organization_heads(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_ORGANIZATION_HEADS);
}

Datum
vn_catalog_places(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_PLACES);
}

Datum
vn_catalog_names(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_NAMES);
}

Datum
vn_catalog_abbreviations(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_ABBREVIATIONS);
}

Datum
vn_catalog_awards(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_AWARDS);
}

Datum
vn_catalog_document_types(PG_FUNCTION_ARGS)
{
	return catalog_rows(fcinfo, VN_DOCUMENT_TYPES);
}
