/*
 * hostile.c
 *		Long texts that are bad for something, and the check that work and memory grow with their length alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "extract/article.h"
#include "text/normal.h"

/* A pattern that is repeated up to the length; "#" stands for the number of the repetition, so that rows differ. */
static const struct
{
	const char *name;
	const char *pattern;
}			patterns[] = {
	{"one letter", "a"},
	{"one letter with marks", "\xe1\xba\xad"},
	{"one decomposed letter", "a\xcc\x82\xcc\xa3"},
	{"syllables without a blank", "hòabìnhthủy"},
	{"capitals without a blank", "UBND"},
	{"one foreign letter", "\xd0\xb6"},
	{"Hangul jamo", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8"},
	{"vowel jamo", "\xe1\x85\xa1"},
	{"digits", "1"},
	{"numbers", "1.234,5"},
	{"ratios", "1/2"},
	{"dates", "1/1/2020"},
	{"dashed dates", "1-1-2020-"},
	{"document numbers", "1/2020/A-A-"},
	{"party numbers", "1-A/A-"},
	{"codes", "A-A/"},
	{"letters and digits", "A1"},
	{"opening brackets", "("},
	{"brackets", "()"},
	{"dots", "."},
	{"dots and blanks", ". "},
	{"initials", "A. "},
	{"short sentences", "Ba ca. "},
	{"ellipses", "\xe2\x80\xa6"},
	{"mixed punctuation", ".,;:!?"},
	{"straight quotation marks", "\""},
	{"straight quotation marks and blanks", " \" "},
	{"opening quotation marks", "\xe2\x80\x9c""a"},
	{"closing quotation marks", "\xe2\x80\x9d "},
	{"quotations", "\xe2\x80\x9c""a\xe2\x80\x9d "},
	{"apostrophes", "a'"},
	{"addresses", "https://a.vn/b?c=d&e "},
	{"one address", "a/b"},
	{"hosts", "a.b."},
	{"host without end", "a.vn."},
	{"e-mail addresses", "a@b.vn "},
	{"at signs", "a@"},
	{"underscores", "a_"},
	{"hyphens", "a-"},
	{"schemes", "a://"},
	{"combining marks", "\xcc\x80"},
	{"combining marks out of order", "\xcc\x80\xcc\xa3"},
	{"foreign combining marks", "\xcc\xa7\xcd\xa0"},
	{"zero-width characters", "\xe2\x80\x8d"},
	{"letters and zero-width characters", "a\xe2\x80\x8d"},
	{"soft hyphens", "\xc2\xad"},
	{"emoji", "\xf0\x9f\x98\x80"},
	{"joined emoji", "\xf0\x9f\x91\xa8\xe2\x80\x8d"},
	{"private use", "\xee\x80\x80"},
	{"blanks", " "},
	{"no-break spaces", "\xc2\xa0"},
	{"line breaks", "\n"},
	{"carriage returns", "\r"},
	{"CRLF", "\r\n"},
	{"letters in lines", "a\n"},
	{"numbered items", "1. a\n"},
	{"dashed items", "- a\n"},
	{"ordinals", "Thứ nhất, a\n"},
	{"no UTF-8", "\xff"},
	{"cut UTF-8", "\xe1\xba"},
	{"zero bytes", "\0"},
	{"posts", "Bộ trưởng "},
	{"posts and commas", "Bộ trưởng, "},
	{"names", "Nguyễn Văn An, "},
	{"posts and names", "Bộ trưởng Bộ Nội vụ Nguyễn Văn An, "},
	{"surnames", "Nguyễn "},
	{"directive verbs", "yêu cầu "},
	{"directives", "Bộ trưởng yêu cầu làm. "},
	{"lead-ins", "Bộ trưởng yêu cầu:\n"},
	{"awards", "tặng Bằng khen cho 1 tập thể, "},
	{"award names", "Bằng khen "},
	{"different recipients", "Tặng Bằng khen cho Phòng số #; "},
	{"different counts", "Thủ tướng tặng Bằng khen cho # tập thể. "},
	{"different officials", "Bộ trưởng Bộ số # Nguyễn Văn An. "},
	{"recipients", "1 tập thể, "},
	{"nested recipients", ", Phòng Kế hoạch"},
	{"counts behind a total", "2 tập thể, 1 cá nhân; "},
	{"organizations", "Bộ Nội vụ, Sở Nội vụ, "},
	{"heads of organizations", "Ban "},
	{"number words", "hai trăm "},
	{"English", "the quick brown fox jumps over it. "},
	{"markup", "<p class=\"a\">&nbsp;</p>"},
	{NULL, NULL}
};

/* What some patterns need before them to be bad. */
static const struct
{
	const char *name;
	const char *opening;
}			openings[] = {
	{"nested recipients", "tặng Bằng khen cho Phòng A; Phòng B"},
	{"counts behind a total", "tặng Bằng khen cho 3 tập thể, 1 cá nhân, gồm "},
};

const char *const *
hostile_names(void)
{
	static const char *names[sizeof(patterns) / sizeof(patterns[0])];

	for (size_t i = 0; patterns[i].name != NULL; i++)
		names[i] = patterns[i].name;
	return names;
}

test_text
hostile_text(const char *name, size_t length)
{
	test_text	text = {malloc(length + 1), length};
	size_t		i = 0;
	const char *opening = "";
	size_t		before;
	size_t		step;

	if (text.bytes == NULL)
		abort();
	while (strcmp(patterns[i].name, name) != 0)
		i++;
	step = strlen(patterns[i].pattern);
	if (step == 0)
		step = 1;
	for (size_t j = 0; j < sizeof(openings) / sizeof(openings[0]); j++)
		if (strcmp(openings[j].name, name) == 0)
			opening = openings[j].opening;
	before = strlen(opening);
	for (size_t at = 0; at < length && at < before; at++)
		text.bytes[at] = opening[at];
	for (size_t at = before, number = 0; at < length; number++)
	{
		const char *hash = memchr(patterns[i].pattern, '#', step);
		size_t		head = hash == NULL ? step : (size_t) (hash - patterns[i].pattern);
		char		repetition[200];
		size_t		count;

		memcpy(repetition, patterns[i].pattern, head);
		count = head;
		if (hash != NULL)
		{
			count += (size_t) sprintf(repetition + head, "%zu", number);
			memcpy(repetition + count, hash + 1, step - head - 1);
			count += step - head - 1;
		}
		for (size_t j = 0; j < count && at < length; j++)
			text.bytes[at++] = repetition[j];
	}
	return text;
}

typedef struct cost
{
	unsigned long work;
	unsigned long longest_tick;
	size_t		peak;
} cost;

static cost
measure(const char *name, size_t length)
{
	test_text	text = hostile_text(name, length);
	test_memory memory;
	vn_article	article;
	vn_buffer	buffer = {.env = &memory.env};
	unsigned long before = work_done;
	cost		result;

	test_memory_start(&memory);
	CHECK(vn_article_read(&article, &memory.env, NULL, text.bytes, length) == VN_OK &&
		  vn_document_words(&article.document) == VN_OK && vn_read_officials(&article) == VN_OK &&
		  vn_read_directives(&article) == VN_OK && vn_read_awards(&article) == VN_OK, "%s: not read", name);
	result.peak = memory.peak;
	vn_article_release(&article);
	vn_normalize(&buffer, text.bytes, length);
	vn_fold(&buffer, text.bytes, length);
	vn_release(&memory.env, buffer.data);
	if (work_done - memory.last_tick > memory.longest_tick)
		memory.longest_tick = work_done - memory.last_tick;
	result.work = work_done - before;
	result.longest_tick = memory.longest_tick;
	CHECK(memory.blocks == 0, "%s: %ld blocks were not given back", name, memory.blocks);
	free(text.bytes);
	return result;
}

/* Allowances; a basic block takes in the order of a nanosecond. */
#define WORK_PER_BYTE 2000
#define WORK_PER_TICK 20000000
#define TICK_NOISE 100000
#define MEMORY_PER_BYTE 64
#define MEMORY_AT_LEAST 65536

void
check_hostile(const char *name, size_t length)
{
	cost		half = measure(name, length / 2);
	cost		full = measure(name, length);

	CHECK(full.work <= WORK_PER_BYTE * length, "%s: %lu blocks of code for a byte", name, full.work / length);
	CHECK(full.work <= half.work / 2 * 5 + 100000, "%s: twice the length is %.1f times the work", name,
		  (double) full.work / (double) half.work);
	CHECK(full.longest_tick <= half.longest_tick / 4 * 7 + TICK_NOISE, "%s: twice the length has a pause %.1f times as long", name,
		  (double) full.longest_tick / (double) half.longest_tick);
	CHECK(full.longest_tick <= WORK_PER_TICK, "%s: %lu blocks of code without a tick", name, full.longest_tick);
	CHECK(full.peak <= MEMORY_PER_BYTE * length + MEMORY_AT_LEAST, "%s: %zu bytes of memory for one of text", name,
		  full.peak / length);
	if (getenv("VERBOSE") != NULL)
		note("%-40s %5lu blocks/byte, longest pause %8lu, memory %3zu x", name, full.work / length, full.longest_tick,
			 full.peak / length);
}
