/*
 * train_words.c
 *		Learns the weights of the segmenter from segmented news, treebanks and own sentences, and writes
 *		data/segmentation.tsv.
 *
 * usage: train_words OUTPUT.tsv OWN.txt TREEBANK.conllu... < NEWS.txt
 *
 * OWN and NEWS have a sentence a line, their words separated by blanks, "_" between the syllables of a word.
 *
 * A conditional random field over runs of open gaps (see src/document/words.c). The news is plentiful but was cut by a machine;
 * the treebanks and the own sentences are few but right. So the weights are first learnt from the news (AdaGrad: J. Duchi,
 * E. Hazan, Y. Singer, JMLR 2011), then from the others with a penalty on what departs from those (L-BFGS: D. Liu,
 * J. Nocedal, On the Limited Memory BFGS Method, 1989). Each sentence is learnt with punctuation put back onto the words and
 * without diacritics; where it is not of the news, also with punctuation spaced out. Nothing depends on chance but the order
 * of the news, and that on an own random generator that always begins alike.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/gaps.h"
#include "heap.h"
#include "text/letters.h"
#include "text/utf8.h"

#define TABLE ((size_t) 1 << VN_WEIGHT_BITS)
#define MAX_TEXT 65536
#define MAX_WORDS 1024		/* of a sentence */

#define NEWS_EPOCHS 3
#define NEWS_RATE 0.1			/* of AdaGrad */
#define NEWS_LEAST 0.2			/* weights from the news below this are dropped, which halves the table */
#define PENALTY 0.2				/* half of it is the price of a weight's squared distance from the news' */
#define STEPS 80				/* of L-BFGS, at most */
#define LEAST_GAIN 1e-5			/* it ends with a step that gains less, as a share */
#define MEMORY 8				/* steps that it looks back on */
#define MOST_WEIGHT 8.0			/* becomes 127, as larger ones do */

typedef struct example
{
	int			count;			/* gaps */
	vn_gap	   *gaps;
	bool	   *inside;			/* the treebank's decisions */
} example;

/* The runs of the news, or of the treebanks and the own sentences. */
typedef struct corpus
{
	example    *examples;
	size_t		count;
} corpus;

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

static FILE *
open_file(const char *path, const char *mode)
{
	FILE	   *file = fopen(path, mode);

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	return file;
}

/* ------------------------------------------------------------------- text */

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
add_examples(corpus *corpus, const sentence_text *text)
{
	vn_document document;

	if (vn_document_read(&document, &heap, NULL, text->bytes, text->length) != VN_OK)
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
			if (corpus->count % 1024 == 0)
				corpus->examples = get(corpus->examples, (corpus->count + 1024) * sizeof(*corpus->examples));
			example = &corpus->examples[corpus->count++];
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

/* Keep a sentence, given by its words, in the spellings from "first" on. */
static void
add_sentence(corpus *corpus, char **words, int count, variant first)
{
	static sentence_text text;

	for (int variant = first; variant < VARIANTS && count > 0; variant++)
	{
		bool		glue = false,
					quoted = false;

		text.length = 0;
		for (int i = 0; i < count; i++)
			add_word(&text, words[i], variant, &glue, &quoted);
		add_examples(corpus, &text);
	}
}

static void
read_treebank(corpus *corpus, const char *path)
{
	static char words[MAX_WORDS][256];
	char	   *places[MAX_WORDS];
	char		line[4096];
	int			count = 0;
	FILE	   *file = open_file(path, "r");

	for (bool more = true; more;)
	{
		more = fgets(line, sizeof(line), file) != NULL;
		if (!more || line[0] == '\n')
		{
			add_sentence(corpus, places, count, SPACED);
			count = 0;
		}
		else if (line[0] != '#' && count < MAX_WORDS)
		{
			char		number[16];

			places[count] = words[count];
			if (sscanf(line, "%15[0-9]\t%255[^\t]", number, words[count]) == 2)
				count++;
		}
	}
	fclose(file);
}

/* Sentences a line, in the spellings from "first" on. Longer lines than a sentence can have are left out. */
static void
read_sentences(corpus *corpus, FILE *file, variant first)
{
	static char line[MAX_TEXT / 2];
	char	   *words[MAX_WORDS];

	while (fgets(line, sizeof(line), file) != NULL)
	{
		int			count = 0;
		bool		whole = strchr(line, '\n') != NULL;

		for (char *word = strtok(line, " \n"); word != NULL && count < MAX_WORDS; word = strtok(NULL, " \n"))
		{
			for (char *c = word; *c != '\0'; c++)
				if (*c == '_')
					*c = ' ';
			words[count++] = word;
		}
		if (whole && count < MAX_WORDS)
			add_sentence(corpus, words, count, first);
	}
}

/* ------------------------------------------------------------------ model */

/* The scores of a gap for being inside a word, should the gap before be a boundary or inside; boundaries score 0. */
static void
score(const vn_gap *gap, const double *weights, double scores[2])
{
	double		plain = 0;

	scores[false] = scores[true] = 0;
	for (int f = 0; f < VN_PLAIN_FEATURES; f++)
		plain += weights[gap->plain[f]];
	for (int f = 0; f < VN_LINKED_FEATURES; f++)
	{
		scores[false] += weights[gap->linked[f]];
		scores[true] += weights[gap->linked[f] + 1];
	}
	scores[false] += plain;
	scores[true] += plain;
}

/* log(exp(a) + exp(b)) */
static double
log_sum(double a, double b)
{
	return a > b ? a + log1p(exp(b - a)) : b + log1p(exp(a - b));
}

static void
add_to_gradient(const vn_gap *gap, double behind_boundary, double behind_inside, double *gradient)
{
	for (int f = 0; f < VN_PLAIN_FEATURES; f++)
		gradient[gap->plain[f]] += behind_boundary + behind_inside;
	for (int f = 0; f < VN_LINKED_FEATURES; f++)
	{
		gradient[gap->linked[f]] += behind_boundary;
		gradient[gap->linked[f] + 1] += behind_inside;
	}
}

/*
 * How unlikely the weights make an example: minus the logarithm of the probability of its decisions. Adds the slope to
 * "gradient". Forward-backward: "before" sums up all ways to a decision, "behind" all ways on from it.
 */
static double
loss(const example *example, const double *weights, double *gradient)
{
	double		scores[VN_RUN_TOKENS][2],
				before[VN_RUN_TOKENS][2],
				behind[VN_RUN_TOKENS][2];
	int			last = example->count - 1;
	double		all,
				right = 0;

	for (int i = 0; i <= last; i++)
	{
		score(&example->gaps[i], weights, scores[i]);
		if (example->inside[i])
			right += scores[i][i > 0 && example->inside[i - 1]];
		before[i][false] = i == 0 ? 0 : log_sum(before[i - 1][false], before[i - 1][true]);
		before[i][true] = i == 0 ? scores[0][false] :
			log_sum(before[i - 1][false] + scores[i][false], before[i - 1][true] + scores[i][true]);
	}
	all = log_sum(before[last][false], before[last][true]);
	behind[last][false] = behind[last][true] = 0;
	for (int i = last - 1; i >= 0; i--)
		for (int inside = false; inside <= true; inside++)
			behind[i][inside] = log_sum(behind[i + 1][false], behind[i + 1][true] + scores[i + 1][inside]);
	for (int i = 0; i <= last; i++)
	{
		/* probability that this gap is inside a word and the one before is not, or is; less what is right */
		double		excess[2] = {0, 0};

		for (int inside = false; inside <= (i > 0); inside++)
			excess[inside] = exp((i > 0 ? before[i - 1][inside] : 0) + scores[i][inside] + behind[i][true] - all);
		if (example->inside[i])
			excess[i > 0 && example->inside[i - 1]] -= 1;
		if (fabs(excess[false]) + fabs(excess[true]) > 1e-7)
			add_to_gradient(&example->gaps[i], excess[false], excess[true], gradient);
	}
	return all - right;
}

/* --------------------------------------------------------------- learning */

static double *
new_table(void)
{
	return memset(get(NULL, TABLE * sizeof(double)), 0, TABLE * sizeof(double));
}

/* xorshift64 (G. Marsaglia, 2003). */
static uint32_t
random_below(uint32_t limit)
{
	static uint64_t state = 88172645463325252u;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t) ((state >> 16) % limit);
}

/* A step of AdaGrad for one weight, the more often it was moved the shorter; clears the slope. */
static inline void
move_weight(uint32_t slot, double *weights, double *gradient, double *moved)
{
	double		slope = gradient[slot];

	if (slope == 0)
		return;
	gradient[slot] = 0;
	moved[slot] += slope * slope;
	weights[slot] -= NEWS_RATE * slope / sqrt(moved[slot] + 1e-3);
}

static void
learn_news(const corpus *news, double *weights)
{
	double	   *gradient = new_table();
	double	   *moved = new_table();

	for (int epoch = 0; epoch < NEWS_EPOCHS; epoch++)
	{
		double		sum = 0;

		for (size_t i = news->count - 1; i > 0; i--)
		{
			uint32_t	j = random_below((uint32_t) i + 1);
			example		swap = news->examples[i];

			news->examples[i] = news->examples[j];
			news->examples[j] = swap;
		}
		for (size_t i = 0; i < news->count; i++)
		{
			const example *example = &news->examples[i];

			sum += loss(example, weights, gradient);
			for (int g = 0; g < example->count; g++)
			{
				const vn_gap *gap = &example->gaps[g];

				for (int f = 0; f < VN_PLAIN_FEATURES; f++)
					move_weight(gap->plain[f], weights, gradient, moved);
				for (int f = 0; f < VN_LINKED_FEATURES; f++)
				{
					move_weight(gap->linked[f], weights, gradient, moved);
					move_weight(gap->linked[f] + 1, weights, gradient, moved);
				}
			}
		}
		fprintf(stderr, "news: loss of %.4f a run\n", sum / (double) news->count);
	}
	for (size_t slot = 0; slot < TABLE; slot++)
		if (fabs(weights[slot]) < NEWS_LEAST)
			weights[slot] = 0;
	free(gradient);
	free(moved);
}

static double
product(const double *a, const double *b)
{
	double		sum = 0;

	for (size_t slot = 0; slot < TABLE; slot++)
		sum += a[slot] * b[slot];
	return sum;
}

/* a += factor * b */
static void
add(double *a, double factor, const double *b)
{
	for (size_t slot = 0; slot < TABLE; slot++)
		a[slot] += factor * b[slot];
}

/* The loss over a corpus and the price of leaving "origin"; writes the slope. */
static double
total_loss(const corpus *corpus, const double *origin, const double *weights, double *gradient)
{
	double		sum = 0;

	for (size_t slot = 0; slot < TABLE; slot++)
	{
		double		distance = weights[slot] - origin[slot];

		sum += PENALTY / 2 * distance * distance;
		gradient[slot] = PENALTY * distance;
	}
	for (size_t i = 0; i < corpus->count; i++)
		sum += loss(&corpus->examples[i], weights, gradient);
	return sum;
}

/* A step of L-BFGS and what it did to the slope: together they tell the curvature along it. */
typedef struct step
{
	double	   *move;
	double	   *change;
	double		curvature;		/* product of the two */
} step;

/* Turn a slope into the direction to go against, with the curvature of the last steps. */
static void
bend(double *direction, const step *steps, int taken)
{
	int			known = taken < MEMORY ? taken : MEMORY;
	double		along[MEMORY];

	for (int i = taken - 1; i >= taken - known; i--)
	{
		const step *s = &steps[i % MEMORY];

		along[i % MEMORY] = product(s->move, direction) / s->curvature;
		add(direction, -along[i % MEMORY], s->change);
	}
	if (known > 0)
	{
		const step *s = &steps[(taken - 1) % MEMORY];
		double		factor = s->curvature / product(s->change, s->change);

		for (size_t slot = 0; slot < TABLE; slot++)
			direction[slot] *= factor;
	}
	for (int i = taken - known; i < taken; i++)
	{
		const step *s = &steps[i % MEMORY];

		add(direction, along[i % MEMORY] - product(s->change, direction) / s->curvature, s->move);
	}
}

/* Learn from the treebanks, with the given weights as the origin. */
static void
learn_treebanks(const corpus *corpus, double *weights)
{
	double	   *origin = new_table();
	double	   *gradient = new_table();
	double	   *direction = new_table();
	step		steps[MEMORY];
	int			taken = 0;
	double		now;

	for (int i = 0; i < MEMORY; i++)
		steps[i] = (step) {new_table(), new_table(), 0};
	memcpy(origin, weights, TABLE * sizeof(double));
	now = total_loss(corpus, origin, weights, gradient);
	for (double gain = 1; gain > LEAST_GAIN && taken < STEPS;)
	{
		step	   *s = &steps[taken % MEMORY];
		double		length = 1,
					slope,
					then;

		memcpy(direction, gradient, TABLE * sizeof(double));
		bend(direction, steps, taken);
		if (taken == 0)
			length = 1 / sqrt(product(gradient, gradient));
		slope = product(gradient, direction);
		/* the new step takes the place of the oldest; halve it until it pays */
		memcpy(s->change, gradient, TABLE * sizeof(double));
		add(weights, -length, direction);
		while ((then = total_loss(corpus, origin, weights, gradient)) > now - 1e-4 * length * slope && length > 1e-6)
		{
			length /= 2;
			add(weights, length, direction);
		}
		for (size_t slot = 0; slot < TABLE; slot++)
		{
			s->move[slot] = -length * direction[slot];
			s->change[slot] = gradient[slot] - s->change[slot];
		}
		s->curvature = product(s->move, s->change);
		gain = (now - then) / now;
		now = then;
		taken++;
	}
	fprintf(stderr, "treebanks: loss of %.4f a run after %d steps\n", now / (double) corpus->count, taken);
	for (int i = 0; i < MEMORY; i++)
	{
		free(steps[i].move);
		free(steps[i].change);
	}
	free(origin);
	free(gradient);
	free(direction);
}

/* Round the weights to a byte each. */
static void
write_weights(const char *path, const double *weights)
{
	FILE	   *file = open_file(path, "w");
	size_t		used = 0;

	fprintf(file, "slot\tweight\n");
	for (size_t slot = 0; slot < TABLE; slot++)
	{
		double		limited = fmin(fmax(weights[slot], -MOST_WEIGHT), MOST_WEIGHT);
		int			weight = (int) lround(limited * INT8_MAX / MOST_WEIGHT);

		if (weight != 0)
		{
			fprintf(file, "%zu\t%d\n", slot, weight);
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
	corpus		news = {0},
				treebanks = {0};
	double	   *weights = new_table();
	FILE	   *own;

	if (argc < 4)
	{
		fprintf(stderr, "usage: train_words OUTPUT.tsv OWN.txt TREEBANK.conllu... < NEWS.txt\n");
		return 2;
	}
	for (int i = 3; i < argc; i++)
		read_treebank(&treebanks, argv[i]);
	own = open_file(argv[2], "r");
	read_sentences(&treebanks, own, SPACED);
	fclose(own);
	read_sentences(&news, stdin, PRINTED);
	fprintf(stderr, "%zu runs of news, %zu of treebanks\n", news.count, treebanks.count);
	if (news.count > 0)
		learn_news(&news, weights);
	learn_treebanks(&treebanks, weights);
	write_weights(argv[1], weights);
	return 0;
}
