/*
 * env.h
 *		What the core takes from its caller: memory and a chance to stop.
 *
 * The PostgreSQL glue fills it with a memory context and CHECK_FOR_INTERRUPTS, the stand-alone tests with malloc.
 */
#ifndef VN_ENV_H
#define VN_ENV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct vn_env
{
	/* Grow "block" (NULL at first) to "size" bytes. NULL means out of memory; the old block then stays as it was. */
	void	   *(*resize) (void *context, void *block, size_t size);
	void		(*release) (void *context, void *block);

	/* Called at least every VN_TICK steps of work. May leave by longjmp: the core holds nothing but blocks. */
	void		(*tick) (void *context);
	void	   *context;
} vn_env;

typedef enum vn_status
{
	VN_OK = 0,
	VN_NO_MEMORY,
	VN_TOO_LONG					/* input over VN_MAX_BYTES */
} vn_status;

/* Offsets are 32 bits wide, and PostgreSQL's text ends at 1 GB. */
#define VN_MAX_BYTES ((size_t) 0x3fffffff)

/* Tokens, or characters, between two calls of tick(); a token of many bytes counts as several. */
#define VN_TICK 1024

/* Count a step. */
static inline void
vn_step(const vn_env *env, unsigned *steps)
{
	if (++*steps % VN_TICK == 0)
		env->tick(env->context);
}

static inline void *
vn_resize(const vn_env *env, void *block, size_t size)
{
	return env->resize(env->context, block, size);
}

static inline void
vn_release(const vn_env *env, void *block)
{
	if (block != NULL)
		env->release(env->context, block);
}

/*
 * Make room for one more element in an array that grows by half; false when memory is out. With VN_GROW_BY_ONE (fuzzing)
 * each of the first elements moves the array, so that a pointer kept into it is found out at once.
 */
static inline bool
vn_reserve(const vn_env *env, void **array, size_t count, size_t *room, size_t element)
{
	size_t		more;
	void	   *grown;

	if (count < *room)
		return true;
#ifdef VN_GROW_BY_ONE
	more = count < 64 ? count + 1 : *room + *room / 2;
#else
	more = *room < 32 ? 32 : *room + *room / 2;
#endif
	grown = vn_resize(env, *array, more * element);
	if (grown == NULL)
		return false;
	*array = grown;
	*room = more;
	return true;
}

#endif
