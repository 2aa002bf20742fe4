/*
 * train_words.c
 *		Learns the weights of the segmenter from treebanks and writes them as data/segmentation.tsv.
 *
 * usage: train_words OUTPUT.tsv TREEBANK.conllu...
 *
 * A structured perceptron with averaged weights over runs of open gaps (see src/document/words.c). ROUNDS models, each from
 * another order of the sentences and with features left out at random, are summed, which evens out what depends on the
 * order. Each sentence is learnt three times: as the treebank spaces it, with punctuation put back onto the words, and
 * without diacritics. Whole numbers and an own random generator: the same input gives the same weights on every machine.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/gaps.h"
#include "text/letters.h"
#include "text/utf8.h"

#define ROUNDS 8
#define EPOCHS 5
#define LEFT_OUT 16				/* of 256 features, while learning */
#define TABLE ((size_t) 1 << VN_WEIGHT_BITS)
#define MAX_TEXT 65536

typedef struct example
{
	int			count;			/* gaps */
	vn_gap	   *gaps;
	bool	   *inside;			/* the treebank's decisions */
} example;

static example *examples;
static size_t example_count;

static int32_t weights[TABLE];	/* of the current model */
static int64_t sums[TABLE];		/* of the weights after each example, up to "counted" */
static uint64_t counted[TABLE];
static int64_t totals[TABLE];	/* of all models */
static uint64_t clock_;			/* examples so far */

static void *
get(void *block, size_t size)
{
	block = realloc(block, size);
	if (block == NULL)
	{
		fprintf(stderr, "train_words: out of memory\n");
		exit(1);
	}
	return block;
}

static void *
resize(void *context, void *block, size_t size)
{
	(void) context;
	return realloc(block, size);
}

static void
release(void *context, void *block)
{
	(void) context;
	free(block);
}

static void
tick(void *context)
{
	(void) context;
}

static const vn_env env = {.resize = resize, .release = release, .tick = tick};

/* xorshift64 (G. Marsaglia, 2003). */
static uint64_t random_state = 88172645463325252u;

static uint32_t
random_below(uint32_t limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (uint32_t) ((random_state >> 16) % limit);
}

/* --------------------------------------------------------------- treebank */

/* A sentence as text, and where its words begin. */
typedef struct sentence_text
{
	char		bytes[MAX_TEXT];
	bool		begins[MAX_TEXT];
	size_t		length;
} sentence_text;

static void
add_bytes(sentence_text *text, const char *bytes, size_t length)
{
	if (text->length + length >= MAX_TEXT)
	{
		fprintf(stderr, "train_words: sentence too long\n");
		exit(1);
	}
	memcpy(text->bytes + text->length, bytes, length);
	memset(text->begins + text->length, 0, length);
	text->length += length;
}

/* A letter with the diacritic taken off, other characters as they are. */
static void
add_unmarked(sentence_text *text, const char *word, size_t length)
{
	const unsigned char *p = (const unsigned char *) word;
	const unsigned char *end = p + length;

	while (p < end)
	{
		unsigned	bytes;
		vn_letter	letter = vn_letter_of(vn_decode(p, end, &bytes));

		if (letter.letter != 0)
		{
			char		plain = (char) vn_compose(vn_base_letter(letter.letter), 0, letter.upper);

			add_bytes(text, &plain, 1);
		}
		else
			add_bytes(text, (const char *) p, bytes);
		p += bytes;
	}
}

typedef enum variant
{
	SPACED,						/* blanks around punctuation */
	PRINTED,					/* punctuation on its word */
	UNMARKED,					/* printed, and without diacritics */
	VARIANTS
} variant;

static void
add_word(sentence_text *text, const char *word, variant variant, bool *glue, bool *quoted)
{
	size_t		length = strlen(word);
	size_t		start;
	bool		closes = false,
				opens = false;

	if (variant != SPACED && strcmp(word, "LBKT") == 0)	/* as VTB writes brackets */
		word = "(", length = 1;
	else if (variant != SPACED && strcmp(word, "RBKT") == 0)
		word = ")", length = 1;
	if (length == 1)
	{
		closes = strchr(")]}.,;:?!%", word[0]) != NULL || (word[0] == '"' && *quoted);
		opens = strchr("([{", word[0]) != NULL || (word[0] == '"' && !*quoted);
		*quoted ^= word[0] == '"';
	}
	else
		closes = strcmp(word, "…") == 0 || strspn(word, ".") == length;
	if (text->length > 0 && (variant == SPACED || (!closes && !*glue)))
		add_bytes(text, " ", 1);
	*glue = opens;
	start = text->length;
	if (variant == UNMARKED)
		add_unmarked(text, word, length);
	else
		add_bytes(text, word, length);
	text->begins[start] = true;
}

/* Keep the runs of a sentence as examples. */
static void
add_examples(const sentence_text *text)
{
	vn_document document;

	if (vn_document_read(&document, &env, NULL, text->bytes, text->length) != VN_OK)
	{
		fprintf(stderr, "train_words: out of memory\n");
		exit(1);
	}
	for (uint32_t i = 0; i < document.sentence_count; i++)
	{
		const vn_sentence *sentence = &document.sentences[i];
		vn_writing	writing = vn_writing_of(&document, sentence);
		uint32_t	at = sentence->first;

		while (at < sentence->end)
		{
			vn_run		run;
			example    *example;

			at = vn_read_run(&document, sentence, writing, at, &run);
			if (run.count < 2)
				continue;
			vn_read_margin(&document, sentence, writing, &run);
			if (example_count % 1024 == 0)
				examples = get(examples, (example_count + 1024) * sizeof(*examples));
			example = &examples[example_count++];
			example->count = run.count - 1;
			example->gaps = get(NULL, (size_t) example->count * sizeof(vn_gap));
			example->inside = get(NULL, (size_t) example->count * sizeof(bool));
			for (int g = 0; g < example->count; g++)
			{
				vn_read_gap(&run, g, &example->gaps[g]);
				example->inside[g] = !text->begins[document.tokens[run.first + (uint32_t) g + 1].start];
			}
		}
	}
	vn_document_release(&document);
}

static void
read_treebank(const char *path)
{
	static char words[1024][256];
	static sentence_text text;
	char		line[4096];
	int			count = 0;
	FILE	   *file = fopen(path, "r");

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	for (bool more = true; more;)
	{
		more = fgets(line, sizeof(line), file) != NULL;
		if (!more || line[0] == '\n')
		{
			for (int variant = 0; variant < VARIANTS && count > 0; variant++)
			{
				bool		glue = false,
							quoted = false;

				text.length = 0;
				for (int i = 0; i < count; i++)
					add_word(&text, words[i], variant, &glue, &quoted);
				add_examples(&text);
			}
			count = 0;
		}
		else if (line[0] != '#' && count < 1024)
		{
			char		number[16];

			if (sscanf(line, "%15[0-9]\t%255[^\t]", number, words[count]) == 2)
				count++;
		}
	}
	fclose(file);
}

/* --------------------------------------------------------------- learning */

static inline void
change(uint32_t slot, int by)
{
	sums[slot] += (int64_t) weights[slot] * (int64_t) (clock_ - counted[slot]);
	counted[slot] = clock_;
	weights[slot] += by;
}

/* Features left out for this example: their slots become TABLE, which nothing reads. */
static vn_gap
thinned(const vn_gap *gap)
{
	vn_gap		result = *gap;

	for (int f = 0; f < VN_PLAIN_FEATURES; f++)
		if (random_below(256) < LEFT_OUT)
			result.plain[f] = TABLE;
	for (int f = 0; f < VN_LINKED_FEATURES; f++)
		if (random_below(256) < LEFT_OUT)
			result.linked[f] = TABLE;
	return result;
}

/* The score for a gap being inside a word, given the gap before; as in words.c, with the current weights. */
static int32_t
score(const vn_gap *gap, bool inside_before)
{
	int32_t		result = 0;

	for (int f = 0; f < VN_PLAIN_FEATURES; f++)
		if (gap->plain[f] != TABLE)
			result += weights[gap->plain[f]];
	for (int f = 0; f < VN_LINKED_FEATURES; f++)
		if (gap->linked[f] != TABLE)
			result += weights[gap->linked[f] + inside_before];
	return result;
}

static void
decode(const vn_gap *gaps, int count, bool *inside)
{
	bool		from[VN_RUN_TOKENS][2];
	int32_t		best[2] = {0, 0};
	bool		decision;

	for (int i = 0; i < count; i++)
	{
		int32_t		a = best[0] + score(&gaps[i], false);
		int32_t		b = best[1] + score(&gaps[i], true);

		if (i == 0)
		{
			best[1] = a;
			continue;
		}
		from[i][0] = best[1] > best[0];
		from[i][1] = b > a;
		best[0] = best[1] > best[0] ? best[1] : best[0];
		best[1] = b > a ? b : a;
	}
	decision = best[1] > best[0];
	for (int i = count - 1; i >= 0; i--)
	{
		inside[i] = decision;
		if (i > 0)
			decision = from[i][decision];
	}
}

static unsigned
learn(const example *example)
{
	vn_gap		gaps[VN_RUN_TOKENS];
	bool		guess[VN_RUN_TOKENS];
	unsigned	wrong = 0;

	clock_++;
	for (int i = 0; i < example->count; i++)
		gaps[i] = thinned(&example->gaps[i]);
	decode(gaps, example->count, guess);
	for (int i = 0; i < example->count; i++)
	{
		bool		right = example->inside[i];
		bool		right_before = i > 0 && example->inside[i - 1];
		bool		guess_before = i > 0 && guess[i - 1];

		wrong += right != guess[i];
		if (right != guess[i])
			for (int f = 0; f < VN_PLAIN_FEATURES; f++)
				if (gaps[i].plain[f] != TABLE)
					change(gaps[i].plain[f], right ? 1 : -1);
		if (right == guess[i] && (right_before == guess_before || !right))
			continue;
		for (int f = 0; f < VN_LINKED_FEATURES; f++)
			if (gaps[i].linked[f] != TABLE)
			{
				if (right)
					change(gaps[i].linked[f] + right_before, 1);
				if (guess[i])
					change(gaps[i].linked[f] + guess_before, -1);
			}
	}
	return wrong;
}

static void
learn_model(uint32_t *order)
{
	memset(weights, 0, sizeof(weights));
	memset(sums, 0, sizeof(sums));
	memset(counted, 0, sizeof(counted));
	clock_ = 0;
	for (int epoch = 0; epoch < EPOCHS; epoch++)
	{
		unsigned	wrong = 0;

		for (uint32_t i = (uint32_t) example_count - 1; i > 0; i--)
		{
			uint32_t	j = random_below(i + 1);
			uint32_t	swap = order[i];

			order[i] = order[j];
			order[j] = swap;
		}
		for (size_t i = 0; i < example_count; i++)
			wrong += learn(&examples[order[i]]);
		fprintf(stderr, "%u ", wrong);
	}
	fprintf(stderr, "gaps wrong, by epoch\n");
	for (size_t slot = 0; slot < TABLE; slot++)
		totals[slot] += sums[slot] + (int64_t) weights[slot] * (int64_t) (clock_ - counted[slot]);
}

/* Scale the summed weights to a byte each. */
static void
write_weights(const char *path)
{
	FILE	   *file = fopen(path, "w");
	int64_t		most = 1;
	size_t		used = 0;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	for (size_t slot = 0; slot < TABLE; slot++)
		most = llabs(totals[slot]) > most ? llabs(totals[slot]) : most;
	fprintf(file, "slot\tweight\n");
	for (size_t slot = 0; slot < TABLE; slot++)
	{
		int64_t		scaled = totals[slot] * INT8_MAX;
		int64_t		weight = (scaled + (scaled < 0 ? -most / 2 : most / 2)) / most;

		if (weight != 0)
		{
			fprintf(file, "%zu\t%" PRId64 "\n", slot, weight);
			used++;
		}
	}
	if (fclose(file) != 0)
	{
		perror(path);
		exit(1);
	}
	fprintf(stderr, "%zu weights\n", used);
}

int
main(int argc, char **argv)
{
	uint32_t   *order;

	if (argc < 3)
	{
		fprintf(stderr, "usage: train_words OUTPUT.tsv TREEBANK.conllu...\n");
		return 2;
	}
	for (int i = 2; i < argc; i++)
		read_treebank(argv[i]);
	order = get(NULL, example_count * sizeof(*order));
	for (size_t i = 0; i < example_count; i++)
		order[i] = (uint32_t) i;
	fprintf(stderr, "%zu runs\n", example_count);
	for (int round = 0; round < ROUNDS; round++)
		learn_model(order);
	write_weights(argv[1]);
	return 0;
}
