/*
 * searching.c
 *		What must hold for every text on its way into an index, and for every query.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "search/query.h"
#include "text/normal.h"

/* Limits are in bytes, so Unicode forms of a text may differ where a token is nearly as long as they allow. */
#define NEARLY_LONG (VN_MAX_LEXEME / 3)

static const vn_lexeme_options ways[] = {
	{.forms = VN_FORMS_BOTH,.compounds = true},
	{.forms = VN_FORMS_EXACT,.bigrams = true},
	{.forms = VN_FORMS_FOLDED,.compounds = true,.bigrams = true},
	{.forms = VN_FORMS_MARKED,.compounds = true,.stop_words = true}
};

#define WAYS (int) (sizeof(ways) / sizeof(ways[0]))

/* All lexemes of a text in a row, with their positions. */
typedef struct taker
{
	vn_buffer	all;
	const vn_lexeme_options *way;
	const char *token;
	int			length;			/* of the token */
	int			base;			/* positions before the token */
	int			last;			/* position in the token; -1: none yet */
} taker;

/* Is what a rewriter makes of a lexeme the lexeme? */
static bool
is_stable(void (*rewriter) (vn_buffer *, const char *, size_t), const char *lexeme, size_t length)
{
	test_memory memory;
	vn_buffer	again = {.env = &memory.env};
	bool		result;

	test_memory_start(&memory);
	rewriter(&again, lexeme, length);
	result = !again.failed && again.length == length && memcmp(again.data, lexeme, length) == 0;
	vn_release(&memory.env, again.data);
	return result;
}

static void
take(void *context, const char *lexeme, size_t length, int position, bool together)
{
	taker	   *t = context;
	char		where[32];

	CHECK(length > 0 && length <= VN_MAX_LEXEME, "\"%.*s\": a lexeme of %zu bytes", t->length, t->token, length);
	CHECK(position >= t->last && position >= 0, "\"%.*s\": position %d behind %d", t->length, t->token, position, t->last);
	CHECK(!together || position == t->last, "\"%.*s\": together with a lexeme of another position", t->length, t->token);
	CHECK(is_stable(vn_lower, lexeme, length), "\"%.*s\": lexeme \"%.*s\" is not canonical", t->length, t->token,
		  (int) length, lexeme);
	CHECK(t->way->forms != VN_FORMS_FOLDED || is_stable(vn_fold, lexeme, length), "\"%.*s\": lexeme \"%.*s\" is not folded",
		  t->length, t->token, (int) length, lexeme);
	t->last = position;
	vn_append(&t->all, where, (size_t) sprintf(where, "%d%s", t->base + position, together ? "&" : ":"));
	vn_append(&t->all, lexeme, length);
	vn_append(&t->all, "\n", 1);
}

/*
 * Cut a text and append what is indexed of it, checking that the tokens tile it. False where a token is so long that limits
 * may tell.
 */
static bool
index_text(const char *bytes, size_t length, bool clauses, const vn_lexeme_options *way, const vn_env *env, taker *t)
{
	vn_cutter	cutter;
	vn_search_token token;
	size_t		at = 0;
	bool		usual = true;

	vn_cut_start(&cutter, bytes, length, clauses);
	while (vn_cut(&cutter, &token))
	{
		test_text	copy = copy_text(bytes + token.start, token.length);
		char		type[16];
		int			positions;

		CHECK(token.start == at, "a search token begins at byte %u, the last one ended at %zu", token.start, at);
		CHECK(token.length > 0 && token.length <= VN_MAX_TOKEN, "a search token of %u bytes", token.length);
		at += token.length;
		usual &= token.length < (token.type == VN_SEARCH_CLAUSE ? VN_MAX_TOKEN / 4 : NEARLY_LONG) ||
			token.type == VN_SEARCH_BLANK;
		if (token.type != VN_SEARCH_BLANK)
		{
			vn_append(&t->all, type, (size_t) sprintf(type, "[%d] ", (int) token.type));
			t->way = way;
			t->token = copy.bytes;
			t->length = (int) copy.length;
			t->last = -1;
			positions = vn_lexemes(env, way, copy.bytes, copy.length, take, t);
			CHECK(t->last < positions, "\"%.*s\": %d positions, one taken is %d", t->length, t->token, positions, t->last);
			t->base += positions;
		}
		free(copy.bytes);
	}
	CHECK(at == length, "search tokens end at byte %zu of %zu", at, length);
	CHECK(!vn_cut(&cutter, &token), "a search token behind the last one");
	return usual;
}

static void
check_indexing(test_text text, const test_text *forms, int form_count)
{
	for (int way = 0; way < WAYS; way++)
	{
		test_memory memory;
		taker		whole = {.all = {.env = &memory.env}};
		bool		clauses = ways[way].bigrams;
		bool		usual;

		test_memory_start(&memory);
		usual = index_text(text.bytes, text.length, clauses, &ways[way], &memory.env, &whole);
		for (int i = 0; i < form_count; i++)
		{
			taker		other = {.all = {.env = &memory.env}};

			if (index_text(forms[i].bytes, forms[i].length, clauses, &ways[way], &memory.env, &other) && usual)
				CHECK(whole.all.length == other.all.length &&
					  (whole.all.length == 0 || memcmp(whole.all.data, other.all.data, whole.all.length) == 0),
					  "lexemes differ in %s: \"%.*s\" and \"%.*s\"", i == 0 ? "NFC" : "NFD", (int) whole.all.length,
					  whole.all.data, (int) other.all.length, other.all.data);
			vn_release(&memory.env, other.all.data);
		}
		vn_release(&memory.env, whole.all.data);
		CHECK(memory.blocks == 0, "the lexemes keep %ld blocks", memory.blocks);
	}
}

/* Longer queries only take longer. */
#define QUERY 300

/* The units of a query lie in it, in order, and are never blank. */
static void
check_query(test_text text)
{
	static vn_unit units[VN_MAX_UNITS];
	test_text	query = copy_text(text.bytes, text.length > QUERY ? QUERY : text.length);
	int			count = vn_read_query(query.bytes, query.length, NULL, units);
	size_t		at = 0;

	CHECK(count >= 0 && count <= VN_MAX_UNITS, "%d units of a query", count);
	for (int i = 0; i < count; i++)
	{
		CHECK(units[i].start >= at && units[i].length > 0, "unit %d begins at byte %u, before the last one ended", i, units[i].start);
		at = (size_t) units[i].start + units[i].length;
		CHECK(at <= query.length, "unit %d ends behind the query", i);
		CHECK(units[i].other_count >= 0 && units[i].other_count <= VN_MAX_OTHERS, "unit %d has %d spellings", i, units[i].other_count);
		for (int j = 0; j < units[i].other_count; j++)
			CHECK(units[i].others[j] != NULL && *units[i].others[j] != '\0', "spelling %d of unit %d", j, i);
	}
	free(query.bytes);
}

void
check_searching(test_text text, const test_text *forms, int form_count)
{
	check_indexing(text, forms, form_count);
	check_query(text);
}
