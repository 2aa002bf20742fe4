/*
 * arena.h
 *		Many small blocks that are given back together.
 */
#ifndef VN_ARENA_H
#define VN_ARENA_H

#include <string.h>

#include "env.h"

typedef struct vn_arena_chunk
{
	struct vn_arena_chunk *next;
	size_t		used;
	size_t		size;
} vn_arena_chunk;

typedef struct vn_arena
{
	const vn_env *env;
	vn_arena_chunk *chunks;
	bool		failed;			/* memory ran out; stays set */
} vn_arena;

#define VN_ARENA_CHUNK ((size_t) 8192)

/* "size" bytes, aligned for pointers; NULL when memory is out. */
static inline void *
vn_arena_get(vn_arena *arena, size_t size)
{
	vn_arena_chunk *chunk = arena->chunks;
	char	   *result;

	size = (size + 7) & ~(size_t) 7;
	if (chunk == NULL || chunk->size - chunk->used < size)
	{
		size_t		room = size > VN_ARENA_CHUNK / 4 ? size : VN_ARENA_CHUNK;

		chunk = vn_resize(arena->env, NULL, sizeof(vn_arena_chunk) + room);
		if (chunk == NULL)
		{
			arena->failed = true;
			return NULL;
		}
		chunk->used = 0;
		chunk->size = room;
		chunk->next = arena->chunks;
		arena->chunks = chunk;
	}
	result = (char *) (chunk + 1) + chunk->used;
	chunk->used += size;
	return result;
}

/* A terminated copy of "length" bytes; NULL when memory is out. */
static inline char *
vn_arena_string(vn_arena *arena, const char *bytes, size_t length)
{
	char	   *result = vn_arena_get(arena, length + 1);

	if (result != NULL)
	{
		if (length > 0)
			memcpy(result, bytes, length);
		result[length] = '\0';
	}
	return result;
}

static inline void
vn_arena_release(vn_arena *arena)
{
	while (arena->chunks != NULL)
	{
		vn_arena_chunk *next = arena->chunks->next;

		vn_release(arena->env, arena->chunks);
		arena->chunks = next;
	}
}

#endif
