/*
 * run.c
 *		Tests of the core without a server. Prints a line for each test and "N passed, N failed".
 *
 * usage: run [--write] GOLDEN-FILE...
 *
 * A golden file holds cases: a line "> text" (with \n, \r, \t, \\ and \xHH), then lines "aspect: what is expected".
 * --write prints the files with what was found instead. Other files are texts, for which the invariants are checked.
 * Settings from the environment: ROUNDS random texts, BYTES of each hostile text, SEED, VERBOSE.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "golden.h"

extern void __sanitizer_cov_trace_pc(void);

void
__sanitizer_cov_trace_pc(void)
{
	work_done++;
}

static int	passed,
			failed;
static int	failed_checks;

void
check_failed(const char *format,...)
{
	va_list		arguments;

	if (failed_checks++ >= 5)
		return;
	va_start(arguments, format);
	printf("# ");
	vprintf(format, arguments);
	printf("\n");
	va_end(arguments);
}

void
note(const char *format,...)
{
	va_list		arguments;

	va_start(arguments, format);
	printf("# ");
	vprintf(format, arguments);
	printf("\n");
	va_end(arguments);
}

void
test_done(const char *format,...)
{
	va_list		arguments;

	va_start(arguments, format);
	printf("%s - ", failed_checks == 0 ? "ok" : "not ok");
	vprintf(format, arguments);
	printf("\n");
	va_end(arguments);
	failed_checks == 0 ? passed++ : failed++;
	failed_checks = 0;
}

static char *
read_file(const char *name, size_t *length)
{
	FILE	   *file = fopen(name, "rb");
	char	   *content;
	long		size;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0)
	{
		perror(name);
		exit(2);
	}
	rewind(file);
	content = malloc((size_t) size + 1);
	if (content == NULL || fread(content, 1, (size_t) size, file) != (size_t) size)
	{
		perror(name);
		exit(2);
	}
	content[size] = '\0';
	*length = (size_t) size;
	fclose(file);
	return content;
}

static unsigned long
setting(const char *name, unsigned long otherwise)
{
	const char *value = getenv(name);

	return value == NULL || *value == '\0' ? otherwise : strtoul(value, NULL, 10);
}

static bool
ends_with(const char *string, const char *end)
{
	return strlen(string) >= strlen(end) && strcmp(string + strlen(string) - strlen(end), end) == 0;
}

static void
random_tests(unsigned long rounds, unsigned long seed)
{
	for (unsigned long i = 0; i < rounds; i++)
	{
		test_text	text = random_text(seed + i);

		check_text(text.bytes, text.length);
		reference_check(text.bytes, text.length);
		if (i % 100 == 0)
			check_allocation_failures(text.bytes, text.length);
		if (failed_checks > 0)
		{
			note("the random text of SEED=%lu: %.*s", seed + i, (int) text.length, text.bytes);
			test_done("random text %lu", seed + i);
		}
		free(text.bytes);
	}
	test_done("%lu random texts from SEED=%lu on", rounds, seed);
}

int
main(int argc, char **argv)
{
	bool		write = argc > 1 && strcmp(argv[1], "--write") == 0;

	setvbuf(stdout, NULL, _IOLBF, 0);
	reference_start();
	for (int i = write ? 2 : 1; i < argc; i++)
	{
		size_t		length;
		char	   *content = read_file(argv[i], &length);

		if (ends_with(argv[i], ".golden"))
			golden_tests(argv[i], content, write);
		else
		{
			check_text(content, length);
			reference_check(content, length);
			check_allocation_failures(content, length);
			test_done("%s", argv[i]);
		}
		free(content);
	}
	if (!write)
	{
		unsigned long bytes = setting("BYTES", 200000);

		vocabulary_tests();
		test_done("vocabularies");

		for (const char *const *name = hostile_names(); *name != NULL; name++)
		{
			test_text	text = hostile_text(*name, bytes < 5000 ? bytes : 5000);

			check_hostile(*name, bytes);
			check_text(text.bytes, text.length);
			free(text.bytes);
			test_done("%s", *name);
		}
		random_tests(setting("ROUNDS", 2000), setting("SEED", 1));
		printf("%d passed, %d failed\n", passed, failed);
	}
	reference_stop();
	return failed == 0 ? 0 : 1;
}
