/*
 * memory.c
 *		The allocator of the tests, and texts in other Unicode forms.
 */
#include <stdlib.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "check.h"

/* Before each block: its size, in the alignment of malloc. */
#define HEADER 16

unsigned long work_done;

static void *
test_resize(void *context, void *block, size_t size)
{
	test_memory *memory = context;
	size_t		old = 0;
	char	   *grown;

	memory->requests++;
	if (memory->fail_at != 0 && memory->requests >= memory->fail_at)
		return NULL;

	/* a new block each time: who keeps a pointer into the old one is found out */
	grown = malloc(size + HEADER);
	if (grown == NULL)
		return NULL;
	memcpy(grown, &size, sizeof(size));
	memset(grown + HEADER, 0x5a, size);
	if (block != NULL)
	{
		memcpy(&old, (char *) block - HEADER, sizeof(old));
		memcpy(grown + HEADER, block, old < size ? old : size);
		free((char *) block - HEADER);
	}
	else
		memory->blocks++;
	memory->bytes += size - old;
	if (memory->bytes > memory->peak)
		memory->peak = memory->bytes;
	return grown + HEADER;
}

static void
test_release(void *context, void *block)
{
	test_memory *memory = context;
	size_t		size;

	memcpy(&size, (char *) block - HEADER, sizeof(size));
	memory->bytes -= size;
	memory->blocks--;
	free((char *) block - HEADER);
}

static void
test_tick(void *context)
{
	test_memory *memory = context;

	memory->ticks++;
	if (work_done - memory->last_tick > memory->longest_tick)
		memory->longest_tick = work_done - memory->last_tick;
	memory->last_tick = work_done;
}

void
test_memory_start(test_memory *memory)
{
	memset(memory, 0, sizeof(*memory));
	memory->env = (vn_env) {test_resize, test_release, test_tick, memory};
	memory->last_tick = work_done;
}

test_text
copy_text(const char *bytes, size_t length)
{
	test_text	text = {malloc(length == 0 ? 1 : length), length};

	if (text.bytes == NULL)
		abort();
	if (length > 0)
		memcpy(text.bytes, bytes, length);
	if (length == 0)
		text.bytes[0] = 'x';
	return text;
}

bool
transform_text(const char *bytes, size_t length, bool compose, test_text *out)
{
	UErrorCode	error = U_ZERO_ERROR;
	const UNormalizer2 *form = compose ? unorm2_getNFCInstance(&error) : unorm2_getNFDInstance(&error);
	int32_t		room = (int32_t) length * 4 + 16;
	UChar	   *wide = malloc((size_t) room * sizeof(UChar));
	UChar	   *changed = malloc((size_t) room * sizeof(UChar));
	char	   *narrow = malloc((size_t) room * 3);
	int32_t		count;

	if (wide == NULL || changed == NULL || narrow == NULL)
		abort();
	u_strFromUTF8(wide, room, &count, bytes, (int32_t) length, &error);
	count = unorm2_normalize(form, wide, U_SUCCESS(error) ? count : 0, changed, room, &error);
	u_strToUTF8(narrow, room * 3, &count, changed, U_SUCCESS(error) ? count : 0, &error);
	if (U_SUCCESS(error))
		*out = copy_text(narrow, (size_t) count);
	free(wide);
	free(changed);
	free(narrow);
	return U_SUCCESS(error);
}
