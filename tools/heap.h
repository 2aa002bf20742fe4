/*
 * heap.h
 *		The core's environment for programs outside PostgreSQL: malloc, and nothing to be cancelled by.
 */
#ifndef VN_HEAP_H
#define VN_HEAP_H

#include <stdlib.h>

#include "env.h"

static void *
heap_resize(void *context, void *block, size_t size)
{
	(void) context;
	return realloc(block, size);
}

static void
heap_release(void *context, void *block)
{
	(void) context;
	free(block);
}

static void
heap_tick(void *context)
{
	(void) context;
}

static const vn_env heap = {.resize = heap_resize, .release = heap_release, .tick = heap_tick};

#endif
