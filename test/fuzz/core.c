/*
 * core.c
 *		Fuzz target over the whole core: any bytes must keep the invariants of test/core/invariants.c and agree with the
 *		plain versions of test/core/reference.c.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"

extern int	LLVMFuzzerInitialize(int *argc, char ***argv);
extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

void
check_failed(const char *format,...)
{
	va_list		arguments;

	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	abort();
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void) argc;
	(void) argv;
	reference_start();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_text((const char *) data, size);
	reference_check((const char *) data, size);
	/* the input says which request for memory fails */
	if (size > 1)
		check_allocation_failure((const char *) data, size, 1 + data[size - 1] * data[size - 2] % 300);
	return 0;
}
