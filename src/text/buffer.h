/*
 * buffer.h
 *		A string that grows. Once memory is out it stays as it is and says so.
 */
#ifndef VN_BUFFER_H
#define VN_BUFFER_H

#include <string.h>

#include "env.h"

typedef struct vn_buffer
{
	const vn_env *env;
	char	   *data;			/* not terminated */
	size_t		length;
	size_t		room;
	bool		failed;
	unsigned	steps;			/* of work on it, for tick() */
} vn_buffer;

static inline void
vn_append(vn_buffer *buffer, const void *bytes, size_t count)
{
	if (buffer->failed)
		return;
	if (buffer->room - buffer->length < count)
	{
		size_t		room = buffer->room + buffer->room / 2 + count + 64;
		char	   *grown = vn_resize(buffer->env, buffer->data, room);

		if (grown == NULL)
		{
			buffer->failed = true;
			return;
		}
		buffer->data = grown;
		buffer->room = room;
	}
	if (count > 0)
		memcpy(buffer->data + buffer->length, bytes, count);
	buffer->length += count;
}

static inline void
vn_append_string(vn_buffer *buffer, const char *string)
{
	vn_append(buffer, string, strlen(string));
}

#endif
