/*
 * index.h
 *		A hash table from 64-bit keys to numbers, for finding names and bodies again.
 */
#ifndef VN_INDEX_H
#define VN_INDEX_H

#include <string.h>

#include "env.h"

typedef struct vn_index_slot
{
	uint64_t	key;			/* 0: free */
	uint32_t	value;
} vn_index_slot;

typedef struct vn_index
{
	vn_index_slot *slots;
	uint32_t	size;			/* a power of two, or 0 */
	uint32_t	used;
} vn_index;

static inline vn_index_slot *
vn_index_slot_of(const vn_index *index, uint64_t key)
{
	uint32_t	at = (uint32_t) (key * 0x9e3779b97f4a7c15u >> 32) & (index->size - 1);

	while (index->slots[at].key != 0 && index->slots[at].key != key)
		at = (at + 1) & (index->size - 1);
	return &index->slots[at];
}

/* The value of a key, or NULL. Keys are not 0. */
static inline uint32_t *
vn_index_find(const vn_index *index, uint64_t key)
{
	vn_index_slot *slot;

	if (index->size == 0)
		return NULL;
	slot = vn_index_slot_of(index, key);
	return slot->key == 0 ? NULL : &slot->value;
}

/* The value of a key, added as "value" where the key is new; NULL when memory is out. Valid until the next call. */
static inline uint32_t *
vn_index_add(vn_index *index, const vn_env *env, uint64_t key, uint32_t value)
{
	vn_index_slot *slot;

	if (index->used * 2 >= index->size)
	{
		vn_index	larger = {.size = index->size == 0 ? 64 : index->size * 2, .used = index->used};

		larger.slots = vn_resize(env, NULL, larger.size * sizeof(vn_index_slot));
		if (larger.slots == NULL)
			return NULL;
		memset(larger.slots, 0, larger.size * sizeof(vn_index_slot));
		for (uint32_t i = 0; i < index->size; i++)
			if (index->slots[i].key != 0)
				*vn_index_slot_of(&larger, index->slots[i].key) = index->slots[i];
		vn_release(env, index->slots);
		*index = larger;
	}
	slot = vn_index_slot_of(index, key);
	if (slot->key == 0)
	{
		slot->key = key;
		slot->value = value;
		index->used++;
	}
	return &slot->value;
}

/* A key for a sequence of hashes: start with 1, add one after the other. Never 0. */
static inline uint64_t
vn_index_key(uint64_t key, uint64_t hash)
{
	key = (key ^ hash) * 0x9e3779b97f4a7c15u;
	key ^= key >> 29;
	return key == 0 ? 1 : key;
}

#endif
