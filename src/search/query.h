/*
 * query.h
 *		What a user typed into a search box, cut into the things to look for.
 */
#ifndef VN_QUERY_H
#define VN_QUERY_H

#include "search/search.h"

/* Nothing behind this many bytes of a query is looked at. */
#define VN_MAX_QUERY 4096
#define VN_MAX_UNITS (VN_MAX_QUERY / 2)

/* Other spellings of a unit: what an abbreviation stands for, how a long name is abbreviated. */
#define VN_MAX_OTHERS 6

/* Something to look for: words that stand next to each other. */
typedef struct vn_unit
{
	uint32_t	start;			/* bytes of the query */
	uint32_t	length;
	bool		negated;
	bool		written_date;	/* with words in it; the lexeme that a date in digits has comes second, at the first position */
	bool		either;			/* this unit or what comes before it, instead of both */
	int			other_count;
	const char *others[VN_MAX_OTHERS];	/* live for ever */
} vn_unit;

/*
 * Cut a query in the syntax of web search engines: words that are all wanted, "words in quotation marks" next to each other, OR,
 * -not; also the operators of data/stop_words.tsv in capitals, if the query is not in capitals throughout. Compounds of the
 * lexicon, entries of a vocabulary (NULL: none), names of people and words that punctuation holds together are one unit each. Returns the number of units, at most
 * VN_MAX_UNITS. Any text is a query.
 */
extern int	vn_read_query(const char *query, size_t length, const vn_vocabulary *vocabulary, vn_unit *units);

#endif
