/*
 * entries.c
 *		The lexemes of a user's own words and aliases. Text and query are treated alike, so they meet whichever of the names of
 *		a thing either has.
 */
#include "search/search.h"

#include "search/spell.h"
#include "text/buffer.h"

#define MAX_WORDS (VN_MAX_TOKEN / 2)

/* The words of a text, without what lies between them. */
static int
words_of(const char *text, size_t length, vn_scanned *words)
{
	vn_scanner	scanner;
	int			count = 0;

	vn_scan_start(&scanner, text, length);
	while (count < MAX_WORDS && vn_scan(&scanner, &words[count]))
		if (words[count].kind != VN_PUNCTUATION && words[count].kind != VN_SYMBOL)
			count++;
	return count;
}

vn_entry_presence
vn_find_entries(const vn_vocabulary *vocabulary, const char *text, size_t length, size_t head)
{
	vn_scanned	words[MAX_WORDS];
	int			count = words_of(text, length, words);
	bool		present = false;
	int			step;

	for (int i = 0; i < count; i += step)
	{
		int			entry_words = 1;
		bool		more;
		const vn_entry *entry = vn_vocabulary_search(vocabulary, words + i, count - i, &entry_words, &more);

		if (more && (words[i].start < head || present))
			return VN_ENTRY_OPEN;
		present |= entry != NULL;
		step = entry == NULL ? 1 : entry_words;
	}
	return present ? VN_ENTRY_PRESENT : VN_ENTRY_ABSENT;
}

/* Lexemes put aside, to be given out in the order of their positions. */
typedef struct lexeme_store
{
	vn_buffer	bytes;
	struct
	{
		size_t		start,
					length;
		int			position;
	}		   *list;
	size_t		count,
				room;
} lexeme_store;

static void
store_lexeme(void *context, const char *lexeme, size_t length, int position, bool together)
{
	lexeme_store *store = context;

	(void) together;			/* all forms are given out, none with another */
	if (!vn_reserve(store->bytes.env, (void **) &store->list, store->count, &store->room, sizeof(store->list[0])))
	{
		store->bytes.failed = true;
		return;
	}
	store->list[store->count].start = store->bytes.length;
	store->list[store->count].length = length;
	store->list[store->count++].position = position;
	vn_append(&store->bytes, lexeme, length);
}

/* The words of an entry joined, without diacritics, as one lexeme. */
static void
store_joined(lexeme_store *store, const char *text)
{
	vn_scanned	words[VN_MAX_PHRASE];
	char		joined[VN_MAX_LEXEME + 64];
	size_t		length = 0;
	int			count = 0;
	vn_scanner	scanner;

	vn_scan_start(&scanner, text, strlen(text));
	while (count < VN_MAX_PHRASE && vn_scan(&scanner, &words[count]))
		if (words[count].kind != VN_PUNCTUATION && words[count].kind != VN_SYMBOL)
			count++;
	for (int i = 0; i < count; i++)
	{
		if (words[i].kind != VN_WORD || !vn_is_packed(words[i].fold) || length > VN_MAX_LEXEME)
			return;
		if (i > 0)
			joined[length++] = '_';
		length += vn_spell_key(joined + length, words[i].fold);
	}
	if (count > 1 && length <= VN_MAX_LEXEME)
		store_lexeme(store, joined, length, 0, false);
}

/* Give out the lexemes put aside; "base": the position of those at 0. */
static void
give_stored(const lexeme_store *store, int base, int positions, vn_lexeme_taker take, void *context)
{
	for (int position = 0; position < positions; position++)
		for (size_t i = 0; i < store->count; i++)
			if (store->list[i].position == position)
				take(context, store->bytes.data + store->list[i].start, store->list[i].length, base + position, false);
}

typedef struct shifted
{
	vn_lexeme_taker take;
	void	   *context;
	int			base;
} shifted;

static void
take_shifted(void *context, const char *lexeme, size_t length, int position, bool together)
{
	const shifted *s = context;

	s->take(s->context, lexeme, length, s->base + position, together);
}

int
vn_entry_lexemes(const vn_env *env, const vn_vocabulary *vocabulary, const char *text, size_t length, vn_lexeme_taker take,
				 void *context)
{
	static const vn_lexeme_options options = {.forms = VN_FORMS_BOTH, .compounds = true};
	shifted		plain = {take, context, 0};
	vn_scanned	words[MAX_WORDS];
	int			count = words_of(text, length, words);
	size_t		done = 0;		/* bytes whose lexemes were given out */

	for (int i = 0; i < count;)
	{
		int			entry_words = 1;
		bool		more;
		const vn_entry *entry = vn_vocabulary_search(vocabulary, words + i, count - i, &entry_words, &more);
		lexeme_store store = {.bytes = {.env = env}};
		size_t		end;
		int			positions;

		if (entry == NULL)
		{
			i++;
			continue;
		}
		if (words[i].start > done)
			plain.base += vn_lexemes(env, &options, text + done, words[i].start - done, take_shifted, &plain);
		end = words[i + entry_words - 1].start + words[i + entry_words - 1].length;
		store_joined(&store, entry->kind == VN_ENTRY_ALIAS ? entry->of : entry->text);
		positions = vn_lexemes(env, &options, text + words[i].start, end - words[i].start, store_lexeme, &store);
		if (entry->kind == VN_ENTRY_ALIAS)
		{
			int			others = vn_lexemes(env, &options, entry->of, strlen(entry->of), store_lexeme, &store);

			positions = others > positions ? others : positions;
		}
		if (!store.bytes.failed)
			give_stored(&store, plain.base, positions, take, context);
		vn_release(env, store.bytes.data);
		vn_release(env, store.list);
		plain.base += positions;
		done = end;
		i += entry_words;
	}
	if (done < length)
		plain.base += vn_lexemes(env, &options, text + done, length - done, take_shifted, &plain);
	return plain.base;
}
