/*
 * compile_data.c
 *		Turns the files in data/ into C: const tables of symbols, tries and catalogue cells (see src/lexicon/lexicon.h).
 *
 * usage: compile_data DATA_FOLDER OUTPUT.c
 *
 * A malformed file stops the build with its name, the line and the reason. The output depends on the files alone.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "lexicon/lexicon.h"
#include "text/letters.h"
#include "text/scan.h"

static const char *file_name = "";
static int	line_number;

static void
fail(const char *format,...)
{
	va_list		arguments;

	fprintf(stderr, "%s:%d: error: ", file_name, line_number);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

static void *
grow(void *block, size_t size)
{
	void	   *result = realloc(block, size);

	if (result == NULL)
	{
		fprintf(stderr, "compile_data: out of memory\n");
		exit(1);
	}
	return result;
}

/* Make room for one more element; arrays only grow. */
#define ADD(array, count) ((count) % 1024 == 0 ? (void) ((array) = grow((array), ((count) + 1024) * sizeof(*(array)))) : (void) 0, \
						   &(array)[(count)++])

/* --------------------------------------------------------------- symbols */

typedef struct symbol_table
{
	uint64_t   *keys;			/* by symbol; 0 is no symbol */
	size_t		count;
	uint16_t   *slots;
	uint32_t	mask;
} symbol_table;

#define SYMBOL_SLOTS (1u << 17)

static symbol_table exact,
			folded;
static uint16_t *fold_of_symbol;

static void
start_symbols(symbol_table *table)
{
	table->keys = grow(NULL, 65536 * sizeof(uint64_t));
	table->keys[0] = 0;
	table->count = 1;
	table->mask = SYMBOL_SLOTS - 1;
	table->slots = calloc(SYMBOL_SLOTS, sizeof(uint16_t));
	if (table->slots == NULL)
		grow(NULL, SIZE_MAX);
}

static uint16_t
intern(symbol_table *table, uint64_t key)
{
	uint32_t	slot = (uint32_t) vn_mix(key) & table->mask;

	while (table->slots[slot] != 0)
	{
		if (table->keys[table->slots[slot]] == key)
			return table->slots[slot];
		slot = (slot + 1) & table->mask;
	}
	if (table->count == 65536)
		fail("more than 65,535 different syllables");
	table->keys[table->count] = key;
	table->slots[slot] = (uint16_t) table->count;
	return (uint16_t) table->count++;
}

/* Cut a phrase into symbols as the library will cut texts. */
static int
symbols_of(const char *phrase, size_t length, uint16_t *out, uint16_t *out_folded)
{
	vn_scanner	scanner;
	vn_scanned	token;
	int			count = 0;

	vn_scan_start(&scanner, phrase, length);
	while (vn_scan(&scanner, &token))
	{
		if (count == VN_MAX_PHRASE)
			fail("\"%.*s\" has more than %d tokens", (int) length, phrase, VN_MAX_PHRASE);
		out[count] = intern(&exact, token.key);
		out_folded[count] = intern(&folded, token.fold);
		fold_of_symbol[out[count]] = out_folded[count];
		count++;
	}
	if (count == 0)
		fail("\"%.*s\" has no token", (int) length, phrase);
	return count;
}

/* ----------------------------------------------------------------- tries */

typedef struct trie_builder
{
	uint64_t   *edges;
	uint32_t	mask;
	size_t		used;
	uint32_t   *first;			/* by symbol */
	uint32_t   *values;			/* by node */
	uint32_t	nodes;			/* 0 is the root */
} trie_builder;

static void
start_trie(trie_builder *trie)
{
	trie->mask = (1u << 12) - 1;
	trie->edges = calloc(trie->mask + 1, sizeof(uint64_t));
	trie->first = calloc(65536, sizeof(uint32_t));
	trie->values = NULL;
	trie->nodes = 0;
	trie->used = 0;
	if (trie->edges == NULL || trie->first == NULL)
		grow(NULL, SIZE_MAX);
	*ADD(trie->values, trie->nodes) = 0;
}

static void
insert_edge(trie_builder *trie, uint64_t edge)
{
	uint32_t	slot = (uint32_t) vn_mix(edge >> 24) & trie->mask;

	while (trie->edges[slot] != 0)
		slot = (slot + 1) & trie->mask;
	trie->edges[slot] = edge;
}

static uint32_t
add_node(trie_builder *trie)
{
	*ADD(trie->values, trie->nodes) = 0;
	return trie->nodes - 1;
}

static uint32_t
child(trie_builder *trie, uint32_t node, uint16_t symbol)
{
	vn_trie		view = {trie->first, trie->edges, trie->mask, trie->values};
	uint32_t	found = vn_trie_next(&view, node, symbol);

	if (found != 0)
		return found;
	found = add_node(trie);
	if (trie->used * 2 > trie->mask)
	{
		uint64_t   *old = trie->edges;
		uint32_t	old_mask = trie->mask;

		trie->mask = trie->mask * 2 + 1;
		trie->edges = calloc((size_t) trie->mask + 1, sizeof(uint64_t));
		if (trie->edges == NULL)
			grow(NULL, SIZE_MAX);
		for (uint32_t i = 0; i <= old_mask; i++)
			if (old[i] != 0)
				insert_edge(trie, old[i]);
		free(old);
	}
	insert_edge(trie, ((uint64_t) node << 16 | symbol) << 24 | found);
	trie->used++;
	return found;
}

/* The node at the end of a path of symbols, made where it is not there yet. */
static uint32_t
path(trie_builder *trie, const uint16_t *symbols, int count)
{
	uint32_t	node = trie->first[symbols[0]];

	if (node == 0)
		node = trie->first[symbols[0]] = add_node(trie);
	for (int i = 1; i < count; i++)
		node = child(trie, node, symbols[i]);
	return node;
}

/* ------------------------------------------------------------------ files */

static char *strings;
static size_t strings_length;

static uint32_t
add_string(const char *text, size_t length)
{
	size_t		at = strings_length;

	if (length == 0)
		return 0;
	strings = grow(strings, strings_length + length + 1);
	memcpy(strings + at, text, length);
	strings[at + length] = '\0';
	strings_length += length + 1;
	return (uint32_t) at;
}

static uint64_t data_hash = 0xcbf29ce484222325u;

static FILE *
open_data(const char *folder, const char *name)
{
	static char path_name[4096];
	FILE	   *file;

	snprintf(path_name, sizeof(path_name), "%s/%s.tsv", folder, name);
	file_name = path_name;
	line_number = 0;
	file = fopen(path_name, "rb");
	if (file == NULL)
		fail("%s", strerror(errno));
	return file;
}

static void
check_normal_form(const char *line)
{
	static UChar wide[65536];
	UErrorCode	error = U_ZERO_ERROR;
	int32_t		length;

	u_strFromUTF8(wide, 65536, &length, line, -1, &error);
	if (U_FAILURE(error))
		fail("not UTF-8");
	if (!unorm2_isNormalized(unorm2_getNFCInstance(&error), wide, length, &error))
		fail("not in Unicode normal form C");
}

/* The next line that is no comment, without its end; NULL at the end of the file. Split into cells at tabs. */
static int
read_row(FILE *file, char **cells, int most)
{
	static char line[65536];
	int			count = 0;
	size_t		length;

	do
	{
		if (fgets(line, sizeof(line), file) == NULL)
			return 0;
		line_number++;
		length = strlen(line);
		if (length == 0 || line[length - 1] != '\n')
			fail("line too long, or no line feed at its end");
		line[--length] = '\0';
		for (size_t i = 0; i < length; i++)
			data_hash = (data_hash ^ (unsigned char) line[i]) * 0x100000001b3u;
	} while (line[0] == '#');
	if (length == 0)
		fail("empty line");
	if (strchr(line, '\r') != NULL)
		fail("carriage return");
	check_normal_form(line);
	for (char *p = line; p != NULL; count++)
	{
		if (count == most)
			fail("more than %d columns", most);
		cells[count] = p;
		p = strchr(p, '\t');
		if (p != NULL)
			*p++ = '\0';
	}
	for (int i = 0; i < count; i++)
		if (cells[i][0] == ' ' || (cells[i][0] != '\0' && cells[i][strlen(cells[i]) - 1] == ' '))
			fail("blank at the edge of column %d", i + 1);
	return count;
}

/* Number of "word" (length bytes) in a list separated by |, from 1; 0 where it is not there. */
static int
place_in_list(const char *list, const char *word, size_t length)
{
	int			number = 1;

	for (const char *p = list;; number++)
	{
		size_t		part = strcspn(p, "|");

		if (part == length && memcmp(p, word, length) == 0)
			return number;
		if (p[part] == '\0')
			return 0;
		p += part + 1;
	}
}

/* ------------------------------------------------------------- catalogues */

typedef struct meaning
{
	uint32_t	next;			/* index + 1 of the next meaning of the same phrase */
	uint16_t	first,			/* symbols of the phrase's first two tokens; 0: there is no second */
				second;
	vn_phrase	phrase;
} meaning;

static trie_builder phrases,
			words,
			folded_words;
static vn_opening openings[65536];	/* by symbol */
static meaning *meanings;
static uint32_t meaning_count;
static uint32_t *cells_out;
static int32_t *numbers_out;
static size_t cell_count,
			number_count;
static uint32_t rows_out[VN_CATALOGS],
			first_cell[VN_CATALOGS];

static void
add_phrase(vn_catalog catalog, int row, bool canonical, const char *text, size_t length)
{
	uint16_t	symbols[VN_MAX_PHRASE],
				ignored[VN_MAX_PHRASE];
	int			count = symbols_of(text, length, symbols, ignored);
	uint32_t	node = path(&phrases, symbols, count);
	uint32_t	at = phrases.values[node];
	meaning    *added;


	for (uint32_t i = at; i != 0; i = meanings[i - 1].next)
		if (meanings[i - 1].phrase.catalog == catalog)
		{
			if (meanings[i - 1].phrase.row == row)
				fail("\"%.*s\" stands twice in one row", (int) length, text);
			/* one written form may belong to several rows (abbreviations), a name only to one row of its kind */
			if (canonical && meanings[i - 1].phrase.canonical && catalog != VN_ABBREVIATIONS && catalog != VN_CUES &&
				catalog != VN_NAMES)
				fail("\"%.*s\" is already the name of row %d", (int) length, text, meanings[i - 1].phrase.row + 1);
		}
	added = ADD(meanings, meaning_count);
	added->next = 0;
	added->first = symbols[0];
	added->second = count > 1 ? symbols[1] : 0;
	added->phrase = (vn_phrase) {.catalog = (uint8_t) catalog, .canonical = canonical, .row = (uint16_t) row};
	if (at == 0)
		phrases.values[node] = meaning_count;
	else
	{
		while (meanings[at - 1].next != 0)
			at = meanings[at - 1].next;
		meanings[at - 1].next = meaning_count;
	}
}

static void
add_cell(vn_catalog catalog, int row, const vn_column *column, const char *text)
{
	int32_t		number = 0;

	switch (column->type)
	{
		case VN_COLUMN_TEXT:
			break;
		case VN_COLUMN_PHRASE:
			if (*text == '\0')
				fail("column \"%s\" is empty", column->name);
			add_phrase(catalog, row, true, text, strlen(text));
			break;
		case VN_COLUMN_PHRASES:
			for (const char *p = text; *p != '\0';)
			{
				size_t		part = strcspn(p, "|");

				if (part == 0)
					fail("empty value in column \"%s\"", column->name);
				add_phrase(catalog, row, false, p, part);
				p += part + (p[part] == '|');
			}
			break;
		case VN_COLUMN_WORD:
			if (*text != '\0' && (number = place_in_list(column->values, text, strlen(text))) == 0)
				fail("\"%s\" is no value of column \"%s\" (%s)", text, column->name, column->values);
			break;
		case VN_COLUMN_WORDS:
			for (const char *p = text; *p != '\0';)
			{
				size_t		part = strcspn(p, "|");

				if (place_in_list(column->values, p, part) == 0)
					fail("\"%.*s\" is no value of column \"%s\" (%s)", (int) part, p, column->name, column->values);
				p += part + (p[part] == '|');
			}
			break;
		case VN_COLUMN_INTEGER:
			{
				char	   *end;
				long		value = strtol(text, &end, 10);

				if (*end != '\0' || value < INT32_MIN || value > INT32_MAX)
					fail("\"%s\" in column \"%s\" is no whole number", text, column->name);
				number = (int32_t) value;
			}
	}
	*ADD(cells_out, cell_count) = add_string(text, strlen(text));
	*ADD(numbers_out, number_count) = number;
}

static void
check_header(char **cells, int count, const vn_layout *layout)
{
	if (count != layout->columns)
		fail("%d columns in the header, expected %d", count, layout->columns);
	for (int i = 0; i < count; i++)
		if (strcmp(cells[i], layout->column[i].name) != 0)
			fail("column %d is named \"%s\", expected \"%s\"", i + 1, cells[i], layout->column[i].name);
}

static void
read_catalog(const char *folder, vn_catalog catalog)
{
	const vn_layout *layout = &vn_layouts[catalog];
	FILE	   *file = open_data(folder, layout->name);
	char	   *cells[VN_MAX_COLUMNS];
	int			count;
	int			row = 0;

	check_header(cells, read_row(file, cells, VN_MAX_COLUMNS), layout);
	first_cell[catalog] = (uint32_t) cell_count;
	while ((count = read_row(file, cells, VN_MAX_COLUMNS)) > 0)
	{
		if (count != layout->columns)
			fail("%d columns, expected %d", count, layout->columns);
		if (row == UINT16_MAX)
			fail("too many rows");
		for (int i = 0; i < count; i++)
			add_cell(catalog, row, &layout->column[i], cells[i]);
		row++;
	}
	rows_out[catalog] = (uint32_t) row;
	fclose(file);
}

/* ---------------------------------------------------------------- lexicon */

static const vn_layout lexicon_layout = {"lexicon", 5, 0, {{"word", VN_COLUMN_PHRASE, 0}, {"joined", VN_COLUMN_INTEGER, 0},
	{"apart", VN_COLUMN_INTEGER, 0}, {"kind", VN_COLUMN_WORD, "word|civic|place|institution"}, {"source", VN_COLUMN_TEXT, 0}}};

/* How often the syllables of a word were counted as one word, and side by side as several. */
typedef struct word_counts
{
	long		joined,
				apart;
	bool		name;			/* of a place or institution */
	bool		own;			/* put down by hand */
} word_counts;

/*
 * The class of a word tells the segmenter how much to trust it: 1 not seen, 2 to 8 seen, from hardly ever joined to always,
 * 9 and 10 names, 11 put down by hand and not joined where it was counted.
 */
static unsigned
class_of(const word_counts *c)
{
	static const int percent[] = {2, 20, 50, 80, 95, 99};
	unsigned	class = 1;

	if (c->joined + c->apart >= 3)
	{
		class = 2;
		for (size_t i = 0; i < sizeof(percent) / sizeof(percent[0]); i++)
			class += c->joined * 100 > (c->joined + c->apart) * percent[i];
	}
	if (c->name)
		return class < 7 ? 9 : 10;
	return class == 2 && c->own ? 11 : class;
}

static long
read_count(const char *text)
{
	char	   *end;
	long		value = strtol(text, &end, 10);

	if (*text == '\0' || *end != '\0' || value < 0 || value > 1000000000)
		fail("\"%s\" is no count", text);
	return value;
}

/* Is "word" one of the words of a list separated by commas? */
static bool
names_source(const char *list, const char *word)
{
	size_t		length = strlen(word);

	for (const char *p = list;; p++)
	{
		size_t		part = strcspn(p, ",");

		if (part == length && memcmp(p, word, length) == 0)
			return true;
		p += part;
		if (*p == '\0')
			return false;
	}
}

/* Words counted less often stay out of the folded trie: without diacritics they would tear common ones apart. */
#define FOLDED_WORD_COUNT 3

/* Counts by node of the folded trie: words that fold alike are one there. */
static word_counts *folded_counts;
static size_t folded_count_room;

static word_counts *
counts_of_fold(uint32_t node)
{
	if (node >= folded_count_room)
	{
		size_t		more = (size_t) node * 2 + 1024;

		folded_counts = grow(folded_counts, more * sizeof(word_counts));
		memset(folded_counts + folded_count_room, 0, (more - folded_count_room) * sizeof(word_counts));
		folded_count_room = more;
	}
	return &folded_counts[node];
}

static void
read_lexicon(const char *folder)
{
	FILE	   *file = open_data(folder, lexicon_layout.name);
	char	   *cells[VN_MAX_COLUMNS];
	int			count;

	check_header(cells, read_row(file, cells, VN_MAX_COLUMNS), &lexicon_layout);
	while ((count = read_row(file, cells, VN_MAX_COLUMNS)) > 0)
	{
		uint16_t	symbols[VN_MAX_PHRASE],
					fold_symbols[VN_MAX_PHRASE];
		word_counts counts;
		word_counts *fold;
		uint32_t	node;
		int			length;

		if (count != lexicon_layout.columns)
			fail("%d columns, expected %d", count, lexicon_layout.columns);
		if (place_in_list(lexicon_layout.column[3].values, cells[3], strlen(cells[3])) == 0)
			fail("\"%s\" is no kind of word", cells[3]);
		length = symbols_of(cells[0], strlen(cells[0]), symbols, fold_symbols);
		if (length < 2)
			fail("\"%s\" has a single syllable", cells[0]);
		counts.joined = read_count(cells[1]);
		counts.apart = read_count(cells[2]);
		counts.name = strcmp(cells[3], "place") == 0 || strcmp(cells[3], "institution") == 0;
		counts.own = names_source(cells[4], "own");
		node = path(&words, symbols, length);
		if (words.values[node] != 0)
			fail("\"%s\" stands twice", cells[0]);
		words.values[node] = class_of(&counts);
		if (counts.joined < FOLDED_WORD_COUNT)
			continue;
		node = path(&folded_words, fold_symbols, length);
		fold = counts_of_fold(node);
		fold->joined += counts.joined;
		fold->apart += counts.apart;
		fold->name |= counts.name;
		fold->own |= counts.own;
		folded_words.values[node] = class_of(fold);
	}
	fclose(file);
}

/* The weights of the segmenter: rows of a place in the table and a weight; all others are 0. */
static int8_t weights[1 << VN_WEIGHT_BITS];

static void
read_weights(const char *folder)
{
	FILE	   *file = open_data(folder, "segmentation");
	char	   *cells[VN_MAX_COLUMNS];
	int			count = read_row(file, cells, VN_MAX_COLUMNS);

	if (count != 2 || strcmp(cells[0], "slot") != 0 || strcmp(cells[1], "weight") != 0)
		fail("the header is not \"slot, weight\"");
	while ((count = read_row(file, cells, VN_MAX_COLUMNS)) > 0)
	{
		long		slot = count == 2 ? read_count(cells[0]) : -1;
		long		weight = count == 2 ? read_count(cells[1] + (cells[1][0] == '-')) : 0;

		if (slot < 0 || slot >= 1 << VN_WEIGHT_BITS || weight > INT8_MAX)
			fail("no slot of the table, or no weight");
		weights[slot] = (int8_t) (cells[1][0] == '-' ? -weight : weight);
	}
	fclose(file);
}

/* Take out of the folded words what is no word in most of its places; what the lexicon does not have is passed over. */
static void
read_not_compounds(const char *folder)
{
	static const vn_layout layout = {"not_compounds", 2, 0, {{"sequence", VN_COLUMN_TEXT, 0}, {"example", VN_COLUMN_TEXT, 0}}};
	FILE	   *file = open_data(folder, layout.name);
	const vn_trie view = {folded_words.first, folded_words.edges, folded_words.mask, folded_words.values};
	const vn_symbols symbols = {folded.slots, folded.mask, folded.keys, (uint32_t) folded.count};
	char	   *cells[VN_MAX_COLUMNS];
	int			count;

	check_header(cells, read_row(file, cells, VN_MAX_COLUMNS), &layout);
	while ((count = read_row(file, cells, VN_MAX_COLUMNS)) > 0)
	{
		vn_scanner	scanner;
		vn_scanned	token;
		uint32_t	node = 0;
		bool		first = true;

		if (count != layout.columns)
			fail("%d columns, expected %d", count, layout.columns);
		vn_scan_start(&scanner, cells[0], strlen(cells[0]));
		while ((first || node != 0) && vn_scan(&scanner, &token))
		{
			uint16_t	symbol = vn_symbol(&symbols, token.fold);

			node = symbol == 0 ? 0 : first ? view.first[symbol] : vn_trie_next(&view, node, symbol);
			first = false;
		}
		if (node != 0)
			folded_words.values[node] = 0;
	}
	fclose(file);
}

/* ------------------------------------------------------------- stop words */

static const vn_layout stop_words_layout = {"stop_words", 4, 0, {{"word", VN_COLUMN_PHRASE, 0},
	{"kind", VN_COLUMN_WORD, "weak|stop"}, {"bare", VN_COLUMN_WORD, "no|mostly|yes"}, {"operator", VN_COLUMN_WORD, "or|not"}}};

static uint8_t word_uses[65536],
			bare_word_uses[65536];

static void
read_stop_words(const char *folder)
{
	FILE	   *file = open_data(folder, stop_words_layout.name);
	char	   *cells[VN_MAX_COLUMNS];
	int			count;

	check_header(cells, read_row(file, cells, VN_MAX_COLUMNS), &stop_words_layout);
	while ((count = read_row(file, cells, VN_MAX_COLUMNS)) > 0)
	{
		uint16_t	symbols[VN_MAX_PHRASE],
					fold_symbols[VN_MAX_PHRASE];
		int			kind,
					bare,
					operator;

		if (count != stop_words_layout.columns)
			fail("%d columns, expected %d", count, stop_words_layout.columns);
		if (symbols_of(cells[0], strlen(cells[0]), symbols, fold_symbols) != 1)
			fail("\"%s\" has more than one syllable", cells[0]);
		if (word_uses[symbols[0]] & VN_WEAK_WORD)
			fail("\"%s\" stands twice", cells[0]);
		kind = place_in_list(stop_words_layout.column[1].values, cells[1], strlen(cells[1]));
		bare = place_in_list(stop_words_layout.column[2].values, cells[2], strlen(cells[2]));
		operator = place_in_list(stop_words_layout.column[3].values, cells[3], strlen(cells[3]));
		if (kind == 0 || bare == 0 || (operator == 0 && *cells[3] != '\0'))
			fail("a column of \"%s\" has a value that is none of its own", cells[0]);
		word_uses[symbols[0]] |= (uint8_t) (VN_WEAK_WORD | (kind == 2) * VN_STOP_WORD | (operator == 1) * VN_OPERATOR_OR |
											(operator == 2) * VN_OPERATOR_NOT);
		bare_word_uses[fold_symbols[0]] |= (uint8_t) ((bare >= 2) * VN_WEAK_WORD | (bare == 3 && kind == 2) * VN_STOP_WORD);
	}
	fclose(file);
}

static const vn_layout unit_words_layout = {"unit_words", 2, 0, {{"word", VN_COLUMN_PHRASE, 0},
	{"role", VN_COLUMN_WORD, "multiplier|currency|month|year"}}};

static void
read_unit_words(const char *folder)
{
	FILE	   *file = open_data(folder, unit_words_layout.name);
	char	   *cells[VN_MAX_COLUMNS];
	int			count;

	check_header(cells, read_row(file, cells, VN_MAX_COLUMNS), &unit_words_layout);
	while ((count = read_row(file, cells, VN_MAX_COLUMNS)) > 0)
	{
		uint16_t	symbols[VN_MAX_PHRASE],
					fold_symbols[VN_MAX_PHRASE];
		int			role;
		uint8_t		use;

		if (count != unit_words_layout.columns)
			fail("%d columns, expected %d", count, unit_words_layout.columns);
		if (symbols_of(cells[0], strlen(cells[0]), symbols, fold_symbols) != 1)
			fail("\"%s\" has more than one syllable", cells[0]);
		if ((role = place_in_list(unit_words_layout.column[1].values, cells[1], strlen(cells[1]))) == 0)
			fail("\"%s\" is no value of column \"role\"", cells[1]);
		use = role == 1 ? VN_MULTIPLIER : role == 2 ? VN_CURRENCY : role == 3 ? VN_MONTH_WORD : VN_YEAR_WORD;
		word_uses[symbols[0]] |= use;
		bare_word_uses[fold_symbols[0]] |= use;
	}
	fclose(file);
}

static uint8_t name_parts[65536];

/* Names of one syllable. */
static void
mark_names(void)
{
	const vn_layout *layout = &vn_layouts[VN_NAMES];

	for (uint32_t i = 0; i < meaning_count; i++)
	{
		const meaning *m = &meanings[i];
		size_t		cell = (size_t) (m->phrase.row * layout->columns + layout->kind);
		int32_t		kind;

		if (m->phrase.catalog != VN_NAMES || m->second != 0)
			continue;
		kind = numbers_out[first_cell[VN_NAMES] + cell];
		name_parts[m->first] |= (uint8_t) (kind == VN_NAME_SURNAME ? VN_PART_SURNAME : kind == VN_NAME_MIDDLE ? VN_PART_MIDDLE :
										   kind == VN_NAME_GIVEN ? VN_PART_GIVEN : 0);
	}
}

/* ----------------------------------------------------------------- output */

static FILE *output;

#define PRINT_ARRAY(type, name, array, count, format) \
	do { \
		fprintf(output, "%s %s[] = {", type, name); \
		for (size_t i_ = 0; i_ < (size_t) (count); i_++) \
			fprintf(output, "%s" format ",", i_ % 16 == 0 ? "\n" : "", (array)[i_]); \
		fprintf(output, "%s\n};\n\n", (count) == 0 ? "0" : ""); \
	} while (0)

static void
print_symbols(const char *name, symbol_table *table)
{
	char		array[64];
	uint32_t	mask = 1023;
	uint16_t   *slots;

	while (mask < table->count * 3)
		mask = mask * 2 + 1;
	slots = calloc((size_t) mask + 1, sizeof(uint16_t));
	if (slots == NULL)
		grow(NULL, SIZE_MAX);
	for (size_t i = 1; i < table->count; i++)
	{
		uint32_t	slot = (uint32_t) vn_mix(table->keys[i]) & mask;

		while (slots[slot] != 0)
			slot = (slot + 1) & mask;
		slots[slot] = (uint16_t) i;
	}
	snprintf(array, sizeof(array), "%s_slots", name);
	PRINT_ARRAY("static const uint16_t", array, slots, (size_t) mask + 1, "%" PRIu16);
	snprintf(array, sizeof(array), "%s_keys", name);
	PRINT_ARRAY("static const uint64_t", array, table->keys, table->count, "0x%" PRIx64);
	fprintf(output, "const vn_symbols vn_%s_symbols = {%s_slots, %" PRIu32 ", %s_keys, %zu};\n\n", name, name, mask, name,
			table->count);
	free(slots);
}

/*
 * The usual spelling of a word, by its key; false where it has none: no word of Vietnamese letters, a tone where none goes, too
 * long.
 */
static bool
spell(uint64_t key, vn_spelling *spelling)
{
	uint8_t		letters[16];
	unsigned char bytes[VN_SPELLING_BYTES + 4];
	unsigned	tone = (unsigned) (key >> 60);
	unsigned	length = 0;
	int			count = 0;
	int			place;

	if (key >> 63 != 0)
		return false;
	for (int shift = 54; shift >= 0; shift -= VN_LETTER_BITS)
		if ((key >> shift & 0x3f) != 0)
			letters[count++] = (uint8_t) (key >> shift & 0x3f);
	place = vn_tone_place(letters, count);
	if (tone != 0 && place < 0)
		return false;
	memset(spelling, 0, sizeof(*spelling));
	for (int i = 0; i < count; i++)
	{
		length += vn_encode(vn_compose(letters[i], i == place ? tone : 0, false), bytes + length);
		if (length > VN_SPELLING_BYTES)
			return false;
	}
	for (unsigned i = 0; i < length; i++)
		if (i < 8)
			spelling->head |= (uint64_t) bytes[i] << 8 * i;
		else
			spelling->tail |= (uint32_t) bytes[i] << 8 * (i - 8);
	return true;
}

static void
print_spellings(void)
{
	uint32_t	mask = 1023;
	vn_spelling *slots;

	while (mask < exact.count * 4)
		mask = mask * 2 + 1;
	slots = calloc((size_t) mask + 1, sizeof(vn_spelling));
	if (slots == NULL)
		grow(NULL, SIZE_MAX);
	for (size_t i = 1; i < exact.count; i++)
	{
		vn_spelling spelling;
		uint32_t	slot;

		if (!spell(exact.keys[i], &spelling))
			continue;
		spelling.symbol = (uint16_t) i;
		spelling.fold = fold_of_symbol[i];
		slot = vn_spelling_slot(spelling.head, spelling.tail, mask);
		while (slots[slot].symbol != 0)
			slot = (slot + 1) & mask;
		slots[slot] = spelling;
	}
	fprintf(output, "const uint32_t vn_spellings_mask = %" PRIu32 ";\n\nconst vn_spelling vn_spellings[] = {\n", mask);
	for (uint32_t i = 0; i <= mask; i++)
		fprintf(output, "{0x%" PRIx64 ", 0x%" PRIx32 ", %d, %d},\n", slots[i].head, slots[i].tail, slots[i].symbol,
				slots[i].fold);
	fprintf(output, "};\n\n");
	free(slots);
}

static void
print_trie(const char *name, const trie_builder *trie)
{
	char		array[64];

	snprintf(array, sizeof(array), "%s_first", name);
	PRINT_ARRAY("static const uint32_t", array, trie->first, exact.count > folded.count ? exact.count : folded.count,
				"%" PRIu32);
	snprintf(array, sizeof(array), "%s_edges", name);
	PRINT_ARRAY("static const uint64_t", array, trie->edges, (size_t) trie->mask + 1, "0x%" PRIx64);
	snprintf(array, sizeof(array), "%s_values", name);
	PRINT_ARRAY("static const uint32_t", array, trie->values, trie->nodes, "%" PRIu32);
	fprintf(output, "const vn_trie vn_%s_trie = {%s_first, %s_edges, %" PRIu32 ", %s_values};\n\n", name, name, name,
			trie->mask, name);
}

/* Lay the meanings of each phrase side by side; the tries' values become places in that list. */
static void
print_phrases(void)
{
	uint32_t	place = 0;

	fprintf(output, "const vn_phrase vn_phrases[] = {\n");
	for (uint32_t node = 0; node < phrases.nodes; node++)
	{
		uint32_t	at = phrases.values[node];

		if (at == 0)
			continue;
		phrases.values[node] = place + 1;
		for (; at != 0; at = meanings[at - 1].next, place++)
		{
			const meaning *m = &meanings[at - 1];
			const vn_layout *layout = &vn_layouts[m->phrase.catalog];
			size_t		cell = first_cell[m->phrase.catalog] + (size_t) (m->phrase.row * layout->columns + layout->kind);
			int			kind = layout->kind == 0 ? 0 : numbers_out[cell];

			uint64_t	bits = VN_STARTS(m->phrase.catalog) | (m->phrase.catalog == VN_CUES ? VN_STARTS_CUE(kind) : 0);

			if (m->second == 0)
				openings[m->first].alone |= bits;
			else
			{
				openings[m->first].first |= bits;
				openings[m->second].second |= bits;
			}
			fprintf(output, "{%d, %d, %d, %d, %d},\n", m->phrase.catalog, kind, m->phrase.canonical, m->next == 0,
					m->phrase.row);
		}
	}
	fprintf(output, "};\n\n");
}

static void
print_openings(void)
{
	fprintf(output, "const vn_opening vn_openings[] = {\n");
	for (size_t i = 0; i < exact.count; i++)
		fprintf(output, "{0x%" PRIx64 ", 0x%" PRIx64 ", 0x%" PRIx64 "},\n", openings[i].alone, openings[i].first,
				openings[i].second);
	fprintf(output, "};\n\n");
}

static void
print_strings(void)
{
	fprintf(output, "const char vn_compiled_strings[] =\n\"");
	for (size_t i = 0; i < strings_length; i++)
	{
		unsigned char c = (unsigned char) strings[i];

		if (c == '\0')
			fprintf(output, "\\0\"\n\"");
		else if (c == '"' || c == '\\')
			fprintf(output, "\\%c", c);
		else
			fputc(c, output);
	}
	fprintf(output, "\";\n");
}

int
main(int argc, char **argv)
{
	if (argc != 3)
	{
		fprintf(stderr, "usage: compile_data DATA_FOLDER OUTPUT.c\n");
		return 2;
	}
	start_symbols(&exact);
	start_symbols(&folded);
	start_trie(&phrases);
	start_trie(&words);
	start_trie(&folded_words);
	fold_of_symbol = calloc(65536, sizeof(uint16_t));
	if (fold_of_symbol == NULL)
		grow(NULL, SIZE_MAX);
	strings = grow(NULL, 1);
	strings[0] = '\0';
	strings_length = 1;

	for (int catalog = 0; catalog < VN_CATALOGS; catalog++)
		read_catalog(argv[1], (vn_catalog) catalog);
	read_lexicon(argv[1]);
	read_not_compounds(argv[1]);
	read_stop_words(argv[1]);
	read_unit_words(argv[1]);
	mark_names();
	read_weights(argv[1]);

	output = fopen(argv[2], "w");
	if (output == NULL)
	{
		fprintf(stderr, "%s: %s\n", argv[2], strerror(errno));
		return 1;
	}
	fprintf(output, "/* Written by tools/compile_data from data/; do not edit. */\n"
			"#include \"lexicon/compiled.h\"\n#include \"lexicon/lexicon.h\"\n\n");
	print_symbols("exact", &exact);
	print_symbols("folded", &folded);
	PRINT_ARRAY("const uint16_t", "vn_fold_of_symbol", fold_of_symbol, exact.count, "%" PRIu16);
	print_spellings();
	PRINT_ARRAY("const uint8_t", "vn_word_uses", word_uses, exact.count, "%" PRIu8);
	PRINT_ARRAY("const uint8_t", "vn_name_parts", name_parts, exact.count, "%" PRIu8);
	PRINT_ARRAY("const uint8_t", "vn_bare_word_uses", bare_word_uses, folded.count, "%" PRIu8);
	print_phrases();
	print_openings();
	print_trie("words", &words);
	print_trie("folded_words", &folded_words);
	print_trie("phrases", &phrases);
	PRINT_ARRAY("const int8_t", "vn_weights", weights, sizeof(weights), "%" PRId8);
	PRINT_ARRAY("const uint32_t", "vn_compiled_rows", rows_out, VN_CATALOGS, "%" PRIu32);
	PRINT_ARRAY("const uint32_t", "vn_compiled_first_cell", first_cell, VN_CATALOGS, "%" PRIu32);
	PRINT_ARRAY("const uint32_t", "vn_compiled_cells", cells_out, cell_count, "%" PRIu32);
	PRINT_ARRAY("const int32_t", "vn_compiled_numbers", numbers_out, number_count, "%" PRId32);
	fprintf(output, "const uint64_t vn_data_hash = 0x%" PRIx64 ";\n\n", data_hash);
	print_strings();
	if (fclose(output) != 0)
	{
		fprintf(stderr, "%s: %s\n", argv[2], strerror(errno));
		return 1;
	}
	return 0;
}
