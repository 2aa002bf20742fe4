/*
 * vocabulary.c
 *		See vocabulary.h.
 */
#include "lexicon/vocabulary.h"

#include "text/normal.h"
#include "text/syllable.h"

void
vn_vocabulary_start(vn_vocabulary *v, const vn_env *env)
{
	memset(v, 0, sizeof(*v));
	v->env = env;
	v->arena.env = env;
}

void
vn_vocabulary_release(vn_vocabulary *v)
{
	vn_arena_release(&v->arena);
	vn_release(v->env, v->entries);
	vn_release(v->env, v->meanings);
	vn_release(v->env, v->paths.slots);
	vn_release(v->env, v->searched.slots);
	vn_release(v->env, v->starts.slots);
	vn_vocabulary_start(v, v->env);
}

/* ---------------------------------------------------------------- entries */

/* A phrase by its tokens. */
typedef struct tokens
{
	int			count;
	vn_scanned	token[VN_MAX_PHRASE];
} tokens;

/* False where there are too many. */
static bool
cut(const char *text, size_t length, tokens *t)
{
	vn_scanner	scanner;
	vn_scanned	token;

	t->count = 0;
	vn_scan_start(&scanner, text, length);
	while (vn_scan(&scanner, &token))
	{
		if (t->count == VN_MAX_PHRASE)
			return false;
		t->token[t->count++] = token;
	}
	return true;
}

static bool
is_searched(const vn_scanned *token)
{
	return token->kind != VN_PUNCTUATION && token->kind != VN_SYMBOL;
}

static uint64_t
path_of(const tokens *t)
{
	uint64_t	path = VN_PATH;

	for (int i = 0; i < t->count; i++)
		path = vn_path_next(path, vn_token_hash(t->token[i].key));
	return path;
}

/* Take a text in: canonical, without blanks around it. */
static vn_entry_fault
take_text(vn_vocabulary *v, const char *text, size_t length, tokens *t, const char **taken)
{
	vn_buffer	canonical = {.env = v->env};
	const char *start;
	int			words = 0;

	if (memchr(text, '\n', length) != NULL || memchr(text, '\r', length) != NULL)
		return VN_ENTRY_LINES;
	if (length > (size_t) 4 * VN_MAX_ENTRY)
		return VN_ENTRY_TOO_LONG;
	vn_normalize(&canonical, text, length);
	start = canonical.data;
	length = canonical.length;
	while (length > 0 && start[length - 1] == ' ')
		length--;
	while (length > 0 && *start == ' ')
		start++, length--;
	*taken = canonical.failed ? NULL : vn_arena_string(&v->arena, start == NULL ? "" : start, length);
	vn_release(v->env, canonical.data);
	if (*taken == NULL)
		return VN_ENTRY_NO_MEMORY;
	if (length > VN_MAX_ENTRY || !cut(*taken, length, t))
		return VN_ENTRY_TOO_LONG;
	for (int i = 0; i < t->count; i++)
		words += is_searched(&t->token[i]);
	return words > 0 ? VN_ENTRY_FINE : VN_ENTRY_EMPTY;
}

/* The row of the longest phrase of a catalogue with which the tokens begin; -1: none. "end": where it ends. */
static int
catalog_row(const tokens *t, vn_catalog catalog, int *end)
{
	uint32_t	node = 0;
	int			row = -1;

	for (int i = 0; i < t->count; i++)
	{
		uint16_t	symbol = vn_symbol(&vn_exact_symbols, t->token[i].key);

		if (symbol == 0)
			break;
		node = i == 0 ? vn_phrases_trie.first[symbol] : vn_trie_next(&vn_phrases_trie, node, symbol);
		if (node == 0)
			break;
		if (vn_phrases_trie.values[node] == 0)
			continue;
		for (const vn_phrase *phrase = &vn_phrases[vn_phrases_trie.values[node] - 1];; phrase++)
		{
			if (phrase->catalog == catalog)
			{
				row = phrase->row;
				*end = i + 1;
			}
			if (phrase->last)
				break;
		}
	}
	return row;
}

/* What the catalogues say of exactly these tokens, or NULL. */
static const vn_phrase *
catalog_meanings(const tokens *t)
{
	uint32_t	node = 0;

	for (int i = 0; i < t->count; i++)
	{
		uint16_t	symbol = vn_symbol(&vn_exact_symbols, t->token[i].key);

		if (symbol == 0)
			return NULL;
		node = i == 0 ? vn_phrases_trie.first[symbol] : vn_trie_next(&vn_phrases_trie, node, symbol);
		if (node == 0)
			return NULL;
	}
	return vn_phrases_trie.values[node] == 0 ? NULL : &vn_phrases[vn_phrases_trie.values[node] - 1];
}

/* Lead a path to an entry, unless it leads to another one already. */
static bool
add_path(const vn_vocabulary *v, vn_index *paths, const tokens *t, bool searched, size_t entry)
{
	uint64_t	path = VN_PATH;
	uint32_t   *value = NULL;

	for (int i = 0; i < t->count; i++)
	{
		const vn_scanned *token = &t->token[i];

		if (searched && !is_searched(token))
			continue;
		if (value != NULL)
			*value |= VN_PATH_GOES_ON;
		path = vn_path_next(path, vn_token_hash(searched ? token->fold : token->key));
		value = vn_index_add(paths, v->env, path, 0);
		if (value == NULL)
			return false;
	}
	if (value != NULL && *value / 2 == 0)
		*value |= ((uint32_t) entry + 1) * 2;
	return true;
}

vn_entry_fault
vn_vocabulary_add(vn_vocabulary *v, vn_entry_kind kind, const char *text, size_t length, const char *of, size_t of_length)
{
	vn_entry	entry = {.kind = kind, .model = -1};
	vn_entry_fault fault;
	tokens		own,
				other;
	int			end;

	if (v->count == VN_MAX_ENTRIES)
		return VN_ENTRY_TOO_MANY;
	fault = take_text(v, text, length, &own, &entry.text);
	if (fault != VN_ENTRY_FINE)
		return fault;
	if (kind == VN_ENTRY_WORD && own.count < 2)
		return VN_ENTRY_ONE_SYLLABLE;
	if (vn_vocabulary_find(v, entry.text, strlen(entry.text)) != NULL)
		return VN_ENTRY_TWICE;
	if (of == NULL && kind == VN_ENTRY_ALIAS)
		return VN_ENTRY_OF_MISSING;
	if (of != NULL)
	{
		if (kind != VN_ENTRY_ALIAS && kind != VN_ENTRY_POST)
			return VN_ENTRY_OF_UNWANTED;
		fault = take_text(v, of, of_length, &other, &entry.of);
		if (fault != VN_ENTRY_FINE)
			return fault;
		if (path_of(&own) == path_of(&other))
			return VN_ENTRY_OF_ITSELF;
	}
	if (kind == VN_ENTRY_POST)
		entry.model = catalog_row(&own, VN_POSTS, &end);
	if (!vn_reserve(v->env, (void **) &v->entries, v->count, &v->room, sizeof(vn_entry)) ||
		!add_path(v, &v->paths, &own, false, v->count) || !add_path(v, &v->searched, &own, true, v->count))
		return VN_ENTRY_NO_MEMORY;
	v->entries[v->count++] = entry;
	return VN_ENTRY_FINE;
}

const vn_entry *
vn_vocabulary_find(const vn_vocabulary *v, const char *text, size_t length)
{
	tokens		t;

	return cut(text, length, &t) && t.count > 0 ? vn_path_entry(v, vn_path_value(&v->paths, path_of(&t))) : NULL;
}

/* --------------------------------------------------------------- meanings */

/* The row of an entry in any catalogue. */
static int
row_of(const vn_vocabulary *v, vn_catalog catalog, const vn_entry *entry)
{
	return vn_catalog_rows(catalog) + (int) (entry - v->entries);
}

static bool
add_meaning(vn_vocabulary *v, vn_phrase meaning)
{
	if (!vn_reserve(v->env, (void **) &v->meanings, v->meaning_count, &v->meaning_room, sizeof(vn_phrase)))
		return false;
	meaning.last = false;
	v->meanings[v->meaning_count++] = meaning;
	return true;
}

/* Let a phrase stand for what the catalogues know by another ("of"), or by itself. */
static bool
add_known(vn_vocabulary *v, const vn_phrase *phrase, bool of)
{
	for (; phrase != NULL; phrase = phrase->last ? NULL : phrase + 1)
	{
		vn_phrase	meaning = *phrase;

		meaning.canonical &= !of;
		if (!add_meaning(v, meaning))
			return false;
	}
	return true;
}

/* Let a phrase stand for an entry, which has a catalogue of its kind. */
static bool
add_entry(vn_vocabulary *v, const vn_entry *entry, bool canonical)
{
	static const vn_catalog catalogs[VN_ENTRY_KINDS] = {
		[VN_ENTRY_POST] = VN_POSTS,[VN_ENTRY_ORGANIZATION] = VN_ORGANIZATIONS,[VN_ENTRY_AWARD] = VN_AWARDS,
		[VN_ENTRY_ALIAS] = VN_ABBREVIATIONS
	};
	vn_catalog	catalog = catalogs[entry->kind];
	int			row = row_of(v, catalog, entry);
	int			kind = vn_layouts[catalog].kind == 0 ? 0 : vn_vocabulary_number(v, catalog, row, vn_layouts[catalog].kind);

	return add_meaning(v, (vn_phrase) {.catalog = (uint8_t) catalog, .kind = (uint8_t) kind, .canonical = canonical,
									   .row = (uint16_t) row});
}

/*
 * An alias stands for the entry or the phrase it is of; what else begins as an organization does is one by this name.
 * Besides, it is an abbreviation, as those of the catalogue are.
 */
static bool
add_alias(vn_vocabulary *v, const vn_entry *alias)
{
	tokens		t;
	const vn_entry *of = vn_vocabulary_find(v, alias->of, strlen(alias->of));
	const vn_phrase *known;
	int			end;

	if (!cut(alias->of, strlen(alias->of), &t))
		return true;
	known = catalog_meanings(&t);
	if (of != NULL && of->kind != VN_ENTRY_WORD && of->kind != VN_ENTRY_ALIAS)
	{
		if (!add_entry(v, of, false))
			return false;
	}
	else if (known == NULL && (catalog_row(&t, VN_ORGANIZATION_HEADS, &end) >= 0 || catalog_row(&t, VN_ORGANIZATIONS, &end) >= 0))
	{
		if (!add_meaning(v, (vn_phrase) {.catalog = VN_ORGANIZATIONS, .row = (uint16_t) row_of(v, VN_ORGANIZATIONS, alias)}))
			return false;
	}
	return add_known(v, known, true) && add_entry(v, alias, true);
}

static bool
add_meanings(vn_vocabulary *v, vn_entry *entry)
{
	size_t		first = v->meaning_count;
	tokens		t;
	uint32_t   *starts;
	uint64_t	path;

	if (entry->kind == VN_ENTRY_WORD || !cut(entry->text, strlen(entry->text), &t))
		return true;
	if (!(entry->kind == VN_ENTRY_ALIAS ? add_alias(v, entry) : add_entry(v, entry, true)) ||
		!add_known(v, catalog_meanings(&t), false))
		return false;
	v->meanings[v->meaning_count - 1].last = true;
	entry->meaning = (uint32_t) first + 1;

	path = vn_path_next(VN_PATH, vn_token_hash(t.token[0].key));
	starts = vn_index_add(&v->starts, v->env, path, 0);
	if (starts == NULL)
		return false;
	for (size_t i = first; i < v->meaning_count; i++)
		*starts |= (uint32_t) VN_STARTS(v->meanings[i].catalog);
	return true;
}

vn_status
vn_vocabulary_finish(vn_vocabulary *v)
{
	for (size_t i = 0; i < v->count; i++)
		if (!add_meanings(v, &v->entries[i]))
			return VN_NO_MEMORY;
	return VN_OK;
}

/* ---------------------------------------------------------------- look-up */

const vn_entry *
vn_vocabulary_search(const vn_vocabulary *v, const vn_scanned *words, int count, int *length, bool *more)
{
	const vn_entry *longest = NULL;
	uint64_t	path = VN_PATH;

	*more = true;
	for (int i = 0; i < count && *more; i++)
	{
		uint32_t	value;
		const vn_entry *entry;

		path = vn_path_next(path, vn_token_hash(words[i].fold));
		value = vn_path_value(&v->searched, path);
		entry = vn_path_entry(v, value);
		*more = (value & VN_PATH_GOES_ON) != 0;

		/* an alias that reads like a word is one only in capitals */
		if (entry != NULL && (i > 0 || entry->kind != VN_ENTRY_ALIAS || !vn_may_be_syllable(words[0].fold) ||
							  (words[0].flags & VN_UPPER)))
		{
			longest = entry;
			*length = i + 1;
		}
	}
	return longest;
}

/* The name that an entry goes by as a row of a catalogue. */
static const char *
name_of(const vn_entry *entry)
{
	return entry->kind == VN_ENTRY_ALIAS ? entry->of : entry->text;
}

const char *
vn_vocabulary_cell(const vn_vocabulary *v, vn_catalog catalog, int row, int column)
{
	const vn_entry *entry;

	if (row < vn_catalog_rows(catalog))
		return vn_cell(catalog, row, column);
	entry = &v->entries[row - vn_catalog_rows(catalog)];
	if (catalog == VN_ABBREVIATIONS)
		return column == VN_ABBREVIATION_ABBREVIATION ? entry->text : column == VN_ABBREVIATION_EXPANSION ? entry->of : "";
	if (column == 0)
		return name_of(entry);
	if (catalog == VN_POSTS && column == VN_POST_ORGANIZATION && entry->of != NULL)
		return entry->of;
	return "";
}

int
vn_vocabulary_number(const vn_vocabulary *v, vn_catalog catalog, int row, int column)
{
	const vn_entry *entry;

	if (row < vn_catalog_rows(catalog))
		return vn_cell_number(catalog, row, column);
	entry = &v->entries[row - vn_catalog_rows(catalog)];
	if (catalog == VN_POSTS && (column == VN_POST_RANK || column == VN_POST_SPHERE))
		return entry->model >= 0 ? vn_cell_number(catalog, entry->model, column) :
			column == VN_POST_RANK ? (int) VN_RANK_HEAD : (int) VN_SPHERE_ANY;
	if (catalog == VN_AWARDS && column == VN_AWARD_KIND)
		return VN_AWARD_TITLE;
	return 0;
}
