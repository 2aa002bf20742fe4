/*
 * glue.h
 *		What the SQL functions share: the core's environment in PostgreSQL's terms, errors, analysed texts.
 */
#ifndef VN_GLUE_H
#define VN_GLUE_H

#include "postgres.h"
#include "fmgr.h"
#include "utils/tuplestore.h"
#include "funcapi.h"

#include "env.h"
#include "extract/article.h"
#include "pg/vocabulary.h"
#include "text/buffer.h"

/* An environment that allocates in a memory context, which must outlive it. */
extern vn_env vn_memory_env(MemoryContext context);

/* Raise the error of a status other than VN_OK. */
extern void vn_check(vn_status status);

/* Raise an error unless the database is in UTF8. */
extern void vn_check_encoding(void);

/* A text datum of a buffer's content. */
extern text *vn_buffer_text(const vn_buffer *buffer);

/*
 * Take the analysis of a text, with a vocabulary or without (NULL): the kept one if it is of both, else a new one. It belongs to the current memory context,
 * so an error leaves nothing behind; hand it back with vn_keep_article(), so that the next extractor called on the text
 * need not analyse it again.
 */
extern vn_article *vn_take_article(text *body, const vn_user_vocabulary *vocabulary);
extern void vn_keep_article(vn_article *article);

/*
 * Counts characters up to byte offsets that do not decrease: each call goes on where the last one stopped.
 */
typedef struct vn_char_counter
{
	const char *text;
	size_t		bytes;
	int			characters;
} vn_char_counter;

extern int	vn_characters_before(vn_char_counter *counter, size_t bytes);

/* A text datum of a string, or null. */
extern Datum vn_text_or_null(const char *string, bool *isnull);

/*
 * Set-returning functions hand over all rows at once (SFRM_Materialize; they go to disk beyond work_mem): vn_rows_begin()
 * switches to memory that each vn_rows_add() empties, so that values cost nothing for long; what must outlive a row is to be
 * made before. vn_rows_end() switches back and gives what the function returns.
 */
typedef struct vn_rows
{
	TupleDesc	descriptor;
	Tuplestorestate *store;
	int			count;			/* rows so far */
	MemoryContext row;
	MemoryContext previous;
} vn_rows;

extern vn_rows *vn_rows_begin(FunctionCallInfo fcinfo);
extern void vn_rows_add(vn_rows *rows, Datum *values, bool *isnull);
extern Datum vn_rows_end(vn_rows *rows);

#endif
