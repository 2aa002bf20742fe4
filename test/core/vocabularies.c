/*
 * vocabularies.c
 *		Users' vocabularies: what is taken and refused, and any text read with entries made of itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "lexicon/vocabulary.h"
#include "search/search.h"

/* ------------------------------------------------- entries made of a text */

vn_status
vocabulary_of_text(vn_vocabulary *vocabulary, const vn_env *env, const char *bytes, size_t length)
{
	size_t		last = 0,
				last_length = 0;
	int			kind = 0;

	vn_vocabulary_start(vocabulary, env);
	for (size_t at = 0, end; at < length && kind < 200; at = end + 1)
	{
		const char *of = NULL;

		for (end = at; end < length && strchr(",.\n", bytes[end]) == NULL && end - at < 60; end++)
			;
		if (end == at)
			continue;
		if (kind % VN_ENTRY_KINDS == VN_ENTRY_ALIAS || (kind % VN_ENTRY_KINDS == VN_ENTRY_POST && kind % 2))
			of = bytes + last;
		if (vn_vocabulary_add(vocabulary, (vn_entry_kind) (kind % VN_ENTRY_KINDS), bytes + at, end - at, of, last_length) == VN_ENTRY_NO_MEMORY)
			return VN_NO_MEMORY;
		last = at;
		last_length = end - at;
		kind++;
	}
	return vn_vocabulary_finish(vocabulary);
}

typedef struct taker
{
	int			last;			/* position */
	int			count;
} taker;

static void
take(void *context, const char *lexeme, size_t length, int position, bool together)
{
	taker	   *t = context;

	(void) together;
	CHECK(length > 0 && length <= VN_MAX_LEXEME && memchr(lexeme, '\0', length) == NULL, "a lexeme of %zu bytes", length);
	CHECK(position >= t->last, "a lexeme at %d behind one at %d", position, t->last);
	t->last = position;
	t->count++;
}

void
check_entries(const vn_vocabulary *vocabulary, const char *bytes, size_t length)
{
	size_t		part = length < VN_MAX_TOKEN ? length : VN_MAX_TOKEN;
	test_text	text = copy_text(bytes, part);
	test_memory memory;
	taker		t = {0};
	int			positions;

	for (size_t i = 0; i < vocabulary->count; i++)
	{
		const vn_entry *entry = &vocabulary->entries[i];

		CHECK(vn_vocabulary_find(vocabulary, entry->text, strlen(entry->text)) == entry, "entry \"%s\" is not found", entry->text);
	}
	test_memory_start(&memory);
	vn_find_entries(vocabulary, text.bytes, text.length, text.length);
	positions = vn_entry_lexemes(&memory.env, vocabulary, text.bytes, text.length, take, &t);
	CHECK(t.count == 0 || t.last < positions, "%d positions, one taken is %d", positions, t.last);
	CHECK(memory.blocks == 0, "the lexemes of entries keep %ld blocks", memory.blocks);
	free(text.bytes);
}

/* ------------------------------------------------------ what is accepted */

static vn_entry_fault
add(vn_vocabulary *vocabulary, vn_entry_kind kind, const char *text, const char *of)
{
	return vn_vocabulary_add(vocabulary, kind, text, strlen(text), of, of == NULL ? 0 : strlen(of));
}

void
vocabulary_tests(void)
{
	static const struct
	{
		vn_entry_kind kind;
		const char *text,
				   *of;
		vn_entry_fault fault;
	}			tries[] = {
		{VN_ENTRY_WORD, "làng xanh", NULL, VN_ENTRY_FINE},
		{VN_ENTRY_AWARD, "LÀNG  xanh", NULL, VN_ENTRY_TWICE},
		{VN_ENTRY_WORD, "la\xcc\x80ng\xe2\x80\x8b xanh", NULL, VN_ENTRY_TWICE}, /* NFD, a character of no width */
		{VN_ENTRY_WORD, "lang xanh", NULL, VN_ENTRY_FINE},
		{VN_ENTRY_WORD, "làng", NULL, VN_ENTRY_ONE_SYLLABLE},
		{VN_ENTRY_WORD, "", NULL, VN_ENTRY_EMPTY},
		{VN_ENTRY_WORD, "\xe2\x80\x8b", NULL, VN_ENTRY_EMPTY},
		{VN_ENTRY_POST, " ...- ", NULL, VN_ENTRY_EMPTY},
		{VN_ENTRY_POST, "\xff\xfe", NULL, VN_ENTRY_EMPTY},
		{VN_ENTRY_POST, "a\nb", NULL, VN_ENTRY_LINES},
		{VN_ENTRY_ORGANIZATION, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24", NULL, VN_ENTRY_FINE},
		{VN_ENTRY_ORGANIZATION, "a b c d e f g h i j k l m n o p q r s t u v x y z", NULL, VN_ENTRY_TOO_LONG},
		{VN_ENTRY_ALIAS, "AB", NULL, VN_ENTRY_OF_MISSING},
		{VN_ENTRY_ALIAS, "AB", "ab", VN_ENTRY_OF_ITSELF},
		{VN_ENTRY_ALIAS, "AB", "", VN_ENTRY_EMPTY},
		{VN_ENTRY_AWARD, "cúp a", "b", VN_ENTRY_OF_UNWANTED},
		/* names of each other, of nothing known, of what the catalogue knows, of a beginning of another entry */
		{VN_ENTRY_ALIAS, "AB", "BA", VN_ENTRY_FINE},
		{VN_ENTRY_ALIAS, "BA", "AB", VN_ENTRY_FINE},
		{VN_ENTRY_ALIAS, "BNVX", "Bộ Nội vụ", VN_ENTRY_FINE},
		{VN_ENTRY_POST, "Bộ trưởng", "Bộ Nội vụ", VN_ENTRY_FINE},
		{VN_ENTRY_WORD, "làng xanh mới", NULL, VN_ENTRY_FINE}
	};
	test_memory memory;
	vn_vocabulary vocabulary;
	const char *text = "Làng xanh mới, lang xanh của BNVX và AB; Bộ trưởng Lê Văn An.";
	char		number[32];
	char		letters[2 * VN_MAX_ENTRY];

	test_memory_start(&memory);
	vn_vocabulary_start(&vocabulary, &memory.env);
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++)
	{
		vn_entry_fault fault = add(&vocabulary, tries[i].kind, tries[i].text, tries[i].of);

		CHECK(fault == tries[i].fault, "entry \"%s\": fault %d, not %d", tries[i].text, (int) fault, (int) tries[i].fault);
	}
	memset(letters, 'a', sizeof(letters));
	CHECK(vn_vocabulary_add(&vocabulary, VN_ENTRY_AWARD, letters, VN_MAX_ENTRY + 1, NULL, 0) == VN_ENTRY_TOO_LONG, "256 bytes");
	CHECK(vn_vocabulary_add(&vocabulary, VN_ENTRY_AWARD, letters, VN_MAX_ENTRY, NULL, 0) == VN_ENTRY_FINE, "255 bytes");
	CHECK(vn_vocabulary_finish(&vocabulary) == VN_OK, "finish");
	check_entries(&vocabulary, text, strlen(text));
	CHECK(vn_find_entries(&vocabulary, "làng", 5, 5) == VN_ENTRY_OPEN && vn_find_entries(&vocabulary, "làng", 5, 0) == VN_ENTRY_ABSENT &&
		  vn_find_entries(&vocabulary, "làng xanh", 10, 10) == VN_ENTRY_OPEN &&
		  vn_find_entries(&vocabulary, "lang XANH moi", 13, 4) == VN_ENTRY_PRESENT &&
		  vn_find_entries(&vocabulary, "ab", 2, 2) == VN_ENTRY_PRESENT && vn_find_entries(&vocabulary, "ba", 2, 2) == VN_ENTRY_ABSENT,
		  "entries of a text");	/* "ba" may be a syllable, so it is an alias only in capitals */
	vn_vocabulary_release(&vocabulary);
	CHECK(memory.blocks == 0, "a vocabulary keeps %ld blocks", memory.blocks);

	for (int i = 0; i <= VN_MAX_ENTRIES; i++)
		CHECK(vn_vocabulary_add(&vocabulary, VN_ENTRY_ORGANIZATION, number, (size_t) sprintf(number, "Zeta %d", i), NULL, 0) ==
			  (i < VN_MAX_ENTRIES ? VN_ENTRY_FINE : VN_ENTRY_TOO_MANY), "entry %d", i);
	CHECK(vn_vocabulary_finish(&vocabulary) == VN_OK && vocabulary.count == VN_MAX_ENTRIES, "as many entries as may be");
	CHECK(strcmp(vn_vocabulary_cell(&vocabulary, VN_ORGANIZATIONS, vn_catalog_rows(VN_ORGANIZATIONS) + VN_MAX_ENTRIES - 1,
									VN_ORGANIZATION_NAME), "Zeta 9999") == 0, "the last entry's row");
	vn_vocabulary_release(&vocabulary);
	CHECK(memory.blocks == 0, "a vocabulary keeps %ld blocks", memory.blocks);
}
