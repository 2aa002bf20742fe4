/*
 * posts.c
 *		See posts.h.
 */
#include "extract/posts.h"

#include "extract/names.h"

/* How a status cue bears on a post; VN_CURRENT where it does not. */
static vn_post_status
status_of(int cue)
{
	const char *kind = vn_cell(VN_CUES, cue, VN_CUE_KIND);

	if (strcmp(kind, "acting") == 0)
		return VN_ACTING;
	return strcmp(kind, "former") == 0 ? VN_FORMER : VN_CURRENT;
}

/* Does the word at "at" make one word of the lexicon with the one before it ("ủy quyền")? */
static bool
belongs_to_word_before(const vn_document *d, uint32_t at)
{
	uint32_t	node;

	if (at == 0 || d->tokens[at - 1].symbol == 0 || d->tokens[at].symbol == 0)
		return false;
	node = vn_words_trie.first[d->tokens[at - 1].symbol];
	node = node == 0 ? 0 : vn_trie_next(&vn_words_trie, node, d->tokens[at].symbol);
	return node != 0 && vn_words_trie.values[node] != 0;
}

/* How many words the title shares with its organization. */
static uint32_t
shared_words(int row)
{
	const char *cell = vn_cell(VN_POSTS, row, VN_POST_SHARES);
	uint32_t	words = *cell != '\0';

	for (; *cell != '\0'; cell++)
		words += *cell == ' ';
	return words;
}

/* The head noun of organizations that a post names first; -1: none. */
static int
own_head(int row)
{
	const char *cell = vn_cell(VN_POSTS, row, VN_POST_HEADS);
	size_t		length = strcspn(cell, "|");
	const vn_trie *trie = &vn_phrases_trie;
	vn_scanner	scanner;
	vn_scanned	token;
	uint32_t	node = 0;

	if (length == 0)
		return -1;
	vn_scan_start(&scanner, cell, length);
	while (vn_scan(&scanner, &token))
	{
		uint16_t	symbol = vn_symbol(&vn_exact_symbols, token.key);

		node = node == 0 ? trie->first[symbol] : vn_trie_next(trie, node, symbol);
		if (node == 0)
			return -1;
	}
	if (trie->values[node] != 0)
		for (const vn_phrase *phrase = &vn_phrases[trie->values[node] - 1];; phrase++)
		{
			if (phrase->catalog == VN_ORGANIZATION_HEADS)
				return phrase->row;
			if (phrase->last)
				break;
		}
	return -1;
}

/* The organization behind a title. */
static void
read_body(const vn_document *d, uint32_t limit, vn_post *post)
{
	uint32_t	at = post->title_end;
	uint32_t	shared = shared_words(post->row);
	vn_lookup	look;
	vn_name		name;
	uint32_t	end;

	if (at < limit && vn_body_at(d, at, limit, true, &post->body) &&
		(post->body.end - at > 1 || vn_is_capital(d, at)))
		post->has_body = true;
	else if (shared > 0 && shared < post->title_end - post->title && at < limit)
	{
		vn_body		body;

		/* the noun is the title's last word: Trưởng Ban + Tổ chức Trung ương */
		if (d->tokens[at].kind == VN_WORD && !vn_name_at(d, at, limit, true, &name) &&
			vn_body_at(d, at - shared, limit, true, &body) && body.end > at)
		{
			post->body = body;
			post->has_body = true;
		}
	}
	if (!post->has_body && at < limit && vn_is_capital(d, at) && d->tokens[at].kind == VN_WORD)
	{
		/* the field without its noun (Bộ trưởng Công Thương), or a country */
		int			head = own_head(post->row);

		vn_look(&look, d, at, limit);
		if (head >= 0 && vn_field_at(d, head, at, limit, &post->body))
			post->has_body = true;
		else if (vn_look_row(&look, VN_PLACES, &end) >= 0)
		{
			memset(&post->body, 0, sizeof(vn_body));
			post->body.first = at;
			post->body.end = end;
			post->body.head = post->body.organization = -1;
			post->body.place_first = at;
			post->body.place_end = end;
			post->has_body = true;
		}
	}
	if (post->has_body)
		post->end = post->body.end;
}

bool
vn_post_at(const vn_document *d, uint32_t at, uint32_t limit, vn_post *post)
{
	vn_lookup	look;
	uint32_t	end;
	int			row;
	int			cue;

	memset(post, 0, sizeof(*post));
	post->first = at;
	post->under = -1;
	vn_look(&look, d, at, limit);
	if (look.count == 0)
		return false;
	cue = vn_look_cue(&look, VN_CUE_STATUS, &end);
	if (cue >= 0 && status_of(cue) != VN_CURRENT && end < limit && !belongs_to_word_before(d, at))
	{
		vn_lookup	next;

		vn_look(&next, d, end, limit);
		row = vn_look_row(&next, VN_POSTS, &end);
		if (row >= 0)
		{
			post->status = (uint8_t) status_of(cue);
			look = next;
		}
	}
	row = vn_look_row(&look, VN_POSTS, &end);
	if (row < 0)
		return false;
	post->title = look.at;
	post->title_end = post->end = end;
	post->row = (int16_t) row;
	post->rank = (uint8_t) vn_cell_number(VN_POSTS, row, VN_POST_RANK);
	if (post->rank >= VN_RANK_RANK)
		return true;

	/* Phó Giám đốc phụ trách Sở */
	vn_look(&look, d, end, limit);
	cue = vn_look_cue(&look, VN_CUE_STATUS, &end);
	if (cue >= 0 && status_of(cue) == VN_ACTING)
	{
		vn_body		body;

		if (end < limit && vn_body_at(d, end, limit, true, &body))
		{
			post->status = VN_ACTING;
			post->body = body;
			post->has_body = true;
			post->end = body.end;
			return true;
		}
	}
	read_body(d, limit, post);

	/* Trợ lý Thủ tướng Chính phủ */
	if (!post->has_body && post->rank == VN_RANK_STAFF && post->end < limit)
	{
		vn_post		chief;

		vn_look(&look, d, post->end, limit);
		row = vn_look_row(&look, VN_POSTS, &end);
		if (row >= 0 && vn_cell_number(VN_POSTS, row, VN_POST_RANK) <= VN_RANK_DEPUTY &&
			vn_post_at(d, post->end, limit, &chief) && chief.status == VN_CURRENT)
		{
			post->under = chief.row;
			post->has_body = chief.has_body;
			post->body = chief.body;
			post->end = chief.end;
		}
	}
	return true;
}
