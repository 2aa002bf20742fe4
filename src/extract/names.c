/*
 * names.c
 *		See names.h.
 */
#include "extract/names.h"

#include "text/letters.h"
#include "text/normal.h"

/* Letters of a token, up to 8: bytes would differ between composed and decomposed text. */
static int
letters_in(const vn_document *d, uint32_t at)
{
	const unsigned char *p = (const unsigned char *) d->text + d->tokens[at].start;
	const unsigned char *end = p + d->tokens[at].length;
	int			letters = 0;

	while (p < end && letters < 8)
	{
		unsigned	bytes;

		letters += vn_class_of(vn_decode(p, end, &bytes)) == VN_CLASS_LETTER;
		p += bytes;
	}
	return letters;
}

static bool
is_name_part(const vn_document *d, uint32_t at, bool upper)
{
	const vn_token *token = &d->tokens[at];

	if (token->kind != VN_WORD || !(token->flags & VN_CAPITAL))
		return false;
	return upper || !vn_is_upper(d, at) || letters_in(d, at) <= 2;
}

/* Does a post, a body or a longer known phrase begin here, so that no name can go on? */
static bool
starts_something(const vn_lookup *look)
{
	uint32_t	end;
	int			row = vn_look_row(look, VN_POSTS, &end);

	if (row >= 0 && (end - look->at > 1 || vn_row_number(look->document, VN_POSTS, row, VN_POST_RANK) == VN_RANK_ACADEMIC))
		return true;
	if (vn_look_row(look, VN_ORGANIZATIONS, &end) >= 0 && end - look->at > 1)
		return true;
	if (vn_look_row(look, VN_ORGANIZATION_HEADS, &end) >= 0 && end - look->at > 1)
		return true;
	return false;
}

/* Words that begin a sentence, though no mark stands before them: "… Nguyễn Văn A Trước đó". */
static bool
starts_sentence(const vn_lookup *look)
{
	uint32_t	end;

	return vn_look_cue(look, VN_CUE_BOUNDARY, &end) >= 0 && end < look->limit && !vn_is_capital(look->document, end) &&
		(look->document->tokens[end].kind == VN_WORD || look->document->tokens[end].kind == VN_DATE) && !vn_is_upper(look->document, look->at);
}

/* Behind the small words inside a foreign name: Ursula "von der" Leyen, Yousef "al-" Otaiba; "at": there are none. */
static uint32_t
behind_particle(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end;

	if (vn_is_capital(d, at) || !(vn_starts_at(d, at) & VN_STARTS(VN_NAMES)))
		return at;
	vn_look(&look, d, at, limit);
	if (vn_look_name(&look, VN_NAME_PARTICLE, &end) < 0)
		return at;
	if (end < limit && vn_is_punctuation(d, end, '-') && !(d->tokens[end].flags & VN_AFTER_BLANK))
		end++;
	return end < limit && is_name_part(d, end, false) ? end : at;
}

/* The run of capitalised words from "at" on. */
static uint32_t
capital_run(const vn_document *d, uint32_t at, uint32_t limit, bool upper, bool foreign)
{
	uint32_t	end = at + 1;

	while (end < limit && end - at < VN_MAX_NAME)
	{
		vn_lookup	look;

		if (foreign && end + 1 < limit && !(d->tokens[end].flags & VN_AFTER_BLANK) &&
			(vn_is_punctuation(d, end, '-') || (vn_is_punctuation(d, end, '.') && d->tokens[end - 1].length == 1)) &&
			is_name_part(d, end + 1, upper))
		{
			end += 2;
			continue;
		}
		if (foreign && vn_is_punctuation(d, end, '-') && end + 1 < limit && !(d->tokens[end].flags & VN_AFTER_BLANK) &&
			!(d->tokens[end + 1].flags & VN_AFTER_BLANK) && d->tokens[end + 1].kind == VN_WORD)
		{
			end += 2;
			continue;
		}
		if (foreign)
			end = behind_particle(d, end, limit);
		if (!is_name_part(d, end, upper))
			break;
		vn_look(&look, d, end, limit);
		if (starts_something(&look) || (end - at > 2 && starts_sentence(&look)))
			break;
		end++;
	}
	return end;
}

/* A surname that begins a second name behind this one: two names set side by side, or a field before a name. */
static bool
is_surname(const vn_document *d, uint32_t at, uint32_t limit)
{
	vn_lookup	look;
	uint32_t	end;

	vn_look(&look, d, at, limit);
	return vn_look_name(&look, VN_NAME_SURNAME, &end) >= 0;
}

/* Is this the name of a place rather than of a person? */
static bool
is_place(const vn_document *d, const vn_lookup *look, uint32_t run_end, uint32_t limit)
{
	uint32_t	end;
	int			row = vn_look_row(look, VN_PLACES, &end);

	if (row < 0 || end - look->at < 2)
		return false;
	if (end >= run_end || vn_cell_number(VN_PLACES, row, VN_PLACE_KIND) == VN_PLACE_COUNTRY)
		return true;
	return run_end - end > 1 && is_surname(d, end, limit);
}

bool
vn_name_at(const vn_document *d, uint32_t at, uint32_t limit, bool addressed, vn_name *name)
{
	const vn_token *token = &d->tokens[at];
	vn_lookup	look;
	uint32_t	end;
	uint32_t	stop;
	bool		upper;
	int			row;
	bool		surname;
	bool		ethnic;
	bool		clergy;

	if (token->kind != VN_WORD || !(token->flags & VN_CAPITAL))
		return false;
	vn_look(&look, d, at, limit);
	if (look.count == 0 && !addressed)
		return false;
	upper = vn_is_upper(d, at);
	name->first = at;
	name->trap = vn_look_name(&look, VN_NAME_TRAP, &stop) >= 0;
	name->foreign = false;
	row = vn_look_name(&look, VN_NAME_SURNAME, &end);
	surname = row >= 0;
	ethnic = !surname && vn_look_name(&look, VN_NAME_ETHNIC, &end) >= 0;
	clergy = !surname && !ethnic && vn_look_name(&look, VN_NAME_CLERGY, &end) >= 0;
	if ((vn_look_name(&look, VN_NAME_FOREIGN, &stop) >= 0 || (addressed && vn_look_name(&look, VN_NAME_TRAP, &stop) >= 0)) &&
		stop - at > 1 && !surname)
	{
		name->end = stop;
		name->sure = true;
		name->foreign = !name->trap;
		return true;
	}
	if (starts_something(&look) && !(surname && (token->flags & VN_CAPITAL) && vn_look_row(&look, VN_POSTS, &stop) < 0 &&
									  end - at == 1 && at + 1 < limit && is_name_part(d, at + 1, upper)))
		return false;
	if (surname)
	{
		uint32_t	run = capital_run(d, at, limit, upper, false);

		if (run - at < 2 || is_place(d, &look, run, limit))
			return false;

		/* two names side by side; a middle name may be a surname too */
		if (run - at > 4 && !upper)
			for (uint32_t i = at + 2; i + 1 < run; i++)
				if (is_surname(d, i, limit) && run - i <= 4 && i - at >= 2)
				{
					run = i;
					break;
				}
		if (run - at > 5)
			run = at + 4;
		name->end = run;
		name->sure = run - at > 2 || *vn_cell(VN_NAMES, row, VN_NAME_SHARE) != '\0';
		return true;
	}
	if (ethnic || clergy)
	{
		uint32_t	run = capital_run(d, end - 1, limit, upper, true);

		if (run - at < 2)
			return false;
		name->end = run;
		name->sure = letters_in(d, at) > 1 && run - at > 2;
		return addressed || name->sure;
	}
	if (addressed && !upper && (look.count == 0 || vn_look_name(&look, VN_NAME_PARTICLE, &stop) >= 0))
	{
		uint32_t	run = capital_run(d, at, limit, upper, true);
		bool		odd = false;

		for (uint32_t i = at; i < run; i++)
			odd |= d->tokens[i].length > 1 && !vn_is_upper(d, i) && vn_is_foreign(d, i);
		name->end = run;
		name->sure = false;
		name->foreign = true;
		return odd;
	}
	if (addressed && !upper && vn_look_name(&look, VN_NAME_FOREIGN, &stop) >= 0)
	{
		name->end = capital_run(d, at, limit, upper, true);
		name->sure = false;
		name->foreign = true;
		return true;
	}
	return false;
}

bool
vn_plain_name_at(const vn_document *d, uint32_t at, uint32_t limit, vn_name *name)
{
	vn_lookup	look;
	uint32_t	end;
	uint32_t	run;

	if (!is_name_part(d, at, false) || vn_is_upper(d, at))
		return false;
	vn_look(&look, d, at, limit);
	if (vn_look_row(&look, VN_PLACES, &end) >= 0 || vn_look_row(&look, VN_PLACE_UNITS, &end) >= 0 ||
		vn_look_row(&look, VN_ORGANIZATION_HEADS, &end) >= 0 || vn_look_row(&look, VN_POSTS, &end) >= 0 ||
		vn_look_row(&look, VN_ORGANIZATIONS, &end) >= 0)
		return false;
	run = capital_run(d, at, limit, false, true);
	if (run - at < 2 || run - at > 4)
		return false;
	*name = (vn_name) {.first = at, .end = run};
	return true;
}

/* Append a token with a first capital and small letters behind it. */
static void
append_title(vn_buffer *out, const char *text, size_t length)
{
	size_t		start = out->length;
	unsigned	bytes;
	vn_letter	letter;
	vn_char		ch;

	vn_lower(out, text, length);
	if (out->failed || out->length == start)
		return;
	ch = vn_decode((unsigned char *) out->data + start, (unsigned char *) out->data + out->length, &bytes);
	letter = vn_letter_of(ch);
	if (letter.letter != 0)
	{
		unsigned char capital[4];
		unsigned	length_capital = vn_encode(vn_compose(letter.letter, letter.tone, true), capital);

		if (length_capital == bytes)
			memcpy(out->data + start, capital, bytes);
	}
}

/* The number of a monarch: II, XVI. */
static bool
is_roman(const vn_document *d, uint32_t at)
{
	return strspn(d->text + d->tokens[at].start, "IVX") >= d->tokens[at].length;
}

const char *
vn_name_text(const vn_document *d, uint32_t first, uint32_t end, vn_arena *arena)
{
	vn_buffer	out = {.env = d->env};
	char	   *result = NULL;

	for (uint32_t at = first; at < end; at++)
	{
		const char *text = d->text + d->tokens[at].start;

		if (at > first && (d->tokens[at].flags & VN_AFTER_BLANK))
			vn_append(&out, " ", 1);
		if (vn_is_upper(d, at) && d->tokens[at].kind == VN_WORD && !is_roman(d, at))
			append_title(&out, text, d->tokens[at].length);
		else
			vn_normalize(&out, text, d->tokens[at].length);
	}
	if (out.failed)
		arena->failed = true;
	else
		result = vn_arena_string(arena, out.data, out.length);
	vn_release(d->env, out.data);
	return result;
}
