/*
 * glue.c
 *		See glue.h.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "pg/glue.h"

PG_MODULE_MAGIC;

static void *
context_resize(void *context, void *block, size_t size)
{
	if (block == NULL)
		return MemoryContextAllocExtended((MemoryContext) context, size, MCXT_ALLOC_HUGE);
	return repalloc_huge(block, size);
}

static void
context_release(void *context, void *block)
{
	(void) context;
	pfree(block);
}

static void
check_interrupts(void *context)
{
	(void) context;
	CHECK_FOR_INTERRUPTS();
}

vn_env
vn_memory_env(MemoryContext context)
{
	return (vn_env)
	{
		context_resize, context_release, check_interrupts, context
	};
}

void
vn_check(vn_status status)
{
	switch (status)
	{
		case VN_OK:
			return;
		case VN_NO_MEMORY:
			ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
			break;
		case VN_TOO_LONG:
			ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("text is too long for vn_civic")));
			break;
	}
}

void
vn_check_encoding(void)
{
	if (GetDatabaseEncoding() != PG_UTF8)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("vn_civic requires database encoding UTF8"),
				 errdetail("The encoding of this database is %s.", GetDatabaseEncodingName()),
				 errhint("Use a database created with ENCODING 'UTF8'.")));
}

text *
vn_buffer_text(const vn_buffer *buffer)
{
	if (buffer->failed)
		vn_check(VN_NO_MEMORY);
	if (buffer->length > MaxAllocSize - VARHDRSZ)
		vn_check(VN_TOO_LONG);
	return cstring_to_text_with_len(buffer->data == NULL ? "" : buffer->data, (int) buffer->length);
}

/* Bytes between two looks for an interrupt. */
#define COUNTED_BYTES (1024 * 1024)

int
vn_characters_before(vn_char_counter *counter, size_t bytes)
{
	if (bytes < counter->bytes)
	{
		counter->bytes = 0;
		counter->characters = 0;
	}
	while (counter->bytes < bytes)
	{
		size_t		end = Min(bytes, counter->bytes + COUNTED_BYTES);
		int			characters = 0;

		for (size_t i = counter->bytes; i < end; i++)
			characters += (counter->text[i] & 0xc0) != 0x80;
		counter->characters += characters;
		counter->bytes = end;
		CHECK_FOR_INTERRUPTS();
	}
	return counter->characters;
}

Datum
vn_text_or_null(const char *string, bool *isnull)
{
	*isnull = string == NULL;
	return string == NULL ? (Datum) 0 : CStringGetTextDatum(string);
}

/* ------------------------------------------------------- analysed texts */

/* Longer texts are analysed anew by each function, so that a backend keeps little memory. */
#define KEPT_BYTES (256 * 1024)

/*
 * A text and the vocabulary it was read with, which may be gone when the text is asked for again: its number is compared, not
 * its address.
 */
typedef struct analysis
{
	vn_article	article;
	uint64		generation;		/* of the vocabulary; 0: none */
} analysis;

static analysis *kept;

vn_article *
vn_take_article(text *body, const vn_user_vocabulary *vocabulary)
{
	uint64		generation = vocabulary == NULL ? 0 : vocabulary->generation;
	const char *bytes = VARDATA_ANY(body);
	size_t		length = VARSIZE_ANY_EXHDR(body);
	MemoryContext context;
	vn_env	   *env;
	char	   *copy;
	analysis   *taken;

	vn_check_encoding();
	if (kept != NULL && kept->generation == generation && kept->article.document.length == length &&
		memcmp(kept->article.document.text, bytes, length) == 0)
	{
		taken = kept;
		kept = NULL;
		MemoryContextSetParent(GetMemoryChunkContext(taken), CurrentMemoryContext);
		return &taken->article;
	}

	context = AllocSetContextCreate(CurrentMemoryContext, "vn_civic article", ALLOCSET_DEFAULT_SIZES);
	env = MemoryContextAlloc(context, sizeof(vn_env));
	*env = vn_memory_env(context);
	copy = MemoryContextAllocHuge(context, length + 1);
	memcpy(copy, bytes, length);
	taken = MemoryContextAlloc(context, sizeof(analysis));
	taken->generation = generation;
	vn_check(vn_article_read(&taken->article, env, vocabulary == NULL ? NULL : &vocabulary->entries, copy, length));
	return &taken->article;
}

void
vn_keep_article(vn_article *article)
{
	MemoryContext context = GetMemoryChunkContext(article);

	if (article->document.length > KEPT_BYTES)
	{
		MemoryContextDelete(context);
		return;
	}
	if (kept != NULL)
		MemoryContextDelete(GetMemoryChunkContext(kept));
	MemoryContextSetParent(context, CacheMemoryContext);
	kept = (analysis *) article;	/* its first member */
}

/* ------------------------------------------------------------------ rows */

vn_rows *
vn_rows_begin(FunctionCallInfo fcinfo)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	vn_rows    *rows = palloc0(sizeof(vn_rows));

	if (result == NULL || !IsA(result, ReturnSetInfo) || (result->allowedModes & SFRM_Materialize) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("set-valued function called in context that cannot accept a set")));
	rows->row = AllocSetContextCreate(CurrentMemoryContext, "vn_civic row", ALLOCSET_SMALL_SIZES);
	rows->previous = MemoryContextSwitchTo(result->econtext->ecxt_per_query_memory);
	if (get_call_result_type(fcinfo, NULL, &rows->descriptor) != TYPEFUNC_COMPOSITE)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("function returning record called in context that cannot accept type record")));
	rows->store = tuplestore_begin_heap((result->allowedModes & SFRM_Materialize_Random) != 0, false, work_mem);
	result->returnMode = SFRM_Materialize;
	result->setResult = rows->store;
	result->setDesc = rows->descriptor;
	MemoryContextSwitchTo(rows->row);
	return rows;
}

void
vn_rows_add(vn_rows *rows, Datum *values, bool *isnull)
{
	CHECK_FOR_INTERRUPTS();
	tuplestore_putvalues(rows->store, rows->descriptor, values, isnull);
	CHECK_FOR_INTERRUPTS();		/* a row of many megabytes took its time */
	rows->count++;
	MemoryContextReset(rows->row);
}

Datum
vn_rows_end(vn_rows *rows)
{
	MemoryContextSwitchTo(rows->previous);
	MemoryContextDelete(rows->row);
	return (Datum) 0;
}
