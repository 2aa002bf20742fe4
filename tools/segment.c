/*
 * segment.c
 *		The segmenter as a filter: a text a line from standard input, its words to standard output, separated by blanks,
 *		the parts of a word joined by underscores. For benchmarks and tests of the core.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/document.h"
#include "heap.h"

static void
print_words(const vn_document *document)
{
	for (uint32_t i = 0; i < document->word_count; i++)
	{
		const vn_word *word = &document->words[i];

		if (i > 0)
			putchar(' ');
		for (uint32_t at = word->first; at < word->end; at++)
		{
			const vn_token *token = &document->tokens[at];

			if (at > word->first && (token->flags & VN_AFTER_BLANK))
				putchar('_');
			fwrite(document->text + token->start, 1, token->length, stdout);
		}
	}
	putchar('\n');
}

int
main(void)
{
	char	   *line = NULL;
	size_t		room = 0;
	ssize_t		length;

	while ((length = getline(&line, &room, stdin)) >= 0)
	{
		vn_document document;

		if (length > 0 && line[length - 1] == '\n')
			length--;
		if (vn_document_read(&document, &heap, NULL, line, (size_t) length) != VN_OK || vn_document_words(&document) != VN_OK)
		{
			fprintf(stderr, "segment: out of memory\n");
			return 1;
		}
		print_words(&document);
		vn_document_release(&document);
	}
	free(line);
	return 0;
}
