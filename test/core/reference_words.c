/*
 * reference_words.c
 *		A plain version of the segmenter's decoder: every way to cut a short run is tried; of a long one the best score is
 *		worked out from its end.
 */
#include <stdlib.h>

#include "check.h"
#include "document/gaps.h"

/* Runs of up to so many gaps are cut in all 2^n ways. */
#define MOST_TRIED 6

/* What deciding a gap so is worth; the decision before it counts too. Boundaries are worth nothing. */
static int64_t
worth(const vn_run *run, int number, bool inside, bool inside_before)
{
	vn_gap		gap;
	int64_t		sum = 0;

	if (!inside)
		return 0;
	vn_read_gap(run, number, &gap);
	for (int f = 0; f < VN_PLAIN_FEATURES; f++)
		sum += vn_weights[gap.plain[f]];
	for (int f = 0; f < VN_LINKED_FEATURES; f++)
		sum += vn_weights[gap.linked[f] + inside_before];
	return sum;
}

static int64_t
score(const vn_run *run, const bool *inside)
{
	int64_t		sum = 0;

	for (int i = 0; i < run->count - 1; i++)
		sum += worth(run, i, inside[i], i > 0 && inside[i - 1]);
	return sum;
}

static int64_t
best_score(const vn_run *run)
{
	int			gaps = run->count - 1;
	int64_t		rest[2] = {0, 0};	/* the best from the next gap on, by the decision before it */

	if (gaps <= MOST_TRIED)
	{
		int64_t		best = INT64_MIN;

		for (unsigned way = 0; way < 1u << gaps; way++)
		{
			bool		inside[MOST_TRIED];
			int64_t		sum;

			for (int i = 0; i < gaps; i++)
				inside[i] = way >> i & 1;
			sum = score(run, inside);
			if (sum > best)
				best = sum;
		}
		return best;
	}
	for (int i = gaps - 1; i >= 0; i--)
	{
		int64_t		before[2];

		for (int decision = 0; decision < 2; decision++)
		{
			int64_t		joined = worth(run, i, true, decision) + rest[1];

			before[decision] = joined > rest[0] ? joined : rest[0];
		}
		rest[0] = before[0];
		rest[1] = before[1];
	}
	return rest[0];
}

/* No other way to cut a run into words scores better than the one found. */
void
reference_check_words(const char *bytes, size_t length)
{
	test_memory memory;
	vn_document document;
	uint32_t	word = 0;

	test_memory_start(&memory);
	if (vn_document_read(&document, &memory.env, NULL, bytes, length) != VN_OK || vn_document_words(&document) != VN_OK)
		abort();
	for (uint32_t s = 0; s < document.sentence_count; s++)
	{
		const vn_sentence *sentence = &document.sentences[s];
		vn_writing	writing = vn_writing_of(&document, sentence);
		uint32_t	at = sentence->first;

		while (at < sentence->end)
		{
			vn_run		run;
			bool		inside[VN_RUN_TOKENS];
			uint32_t	end = vn_read_run(&document, sentence, writing, at, &run);

			CHECK(run.first == at && end == at + (uint32_t) run.count && end <= sentence->end && run.count >= 1 &&
				  run.count <= VN_RUN_TOKENS, "a run of %d tokens from %u to %u", run.count, at, end);
			for (; at < end; at++)
			{
				while (word < document.word_count && document.words[word].end <= at)
					word++;
				inside[at - run.first] = word < document.word_count && document.words[word].end > at + 1;
			}
			if (run.count < 2)
				continue;
			vn_read_margin(&document, sentence, writing, &run);
			CHECK(score(&run, inside) == best_score(&run), "the words from token %u on score %lld, others %lld", run.first,
				  (long long) score(&run, inside), (long long) best_score(&run));
		}
	}
	vn_document_release(&document);
}
