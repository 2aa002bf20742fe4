/*
 * catalog.h
 *		The catalogues in data/: what files there are, their columns, and how the compiled rows are read.
 *
 * tools/compile_data checks the files against the layouts given here and turns them into const tables; at run time a
 * cell is an offset into one pool of strings, or the number of a value that the layout lists.
 */
#ifndef VN_CATALOG_H
#define VN_CATALOG_H

#include <stdbool.h>
#include <stdint.h>

typedef enum vn_catalog
{
	VN_POSTS,
	VN_ORGANIZATIONS,
	VN_ORGANIZATION_HEADS,
	VN_PLACES,
	VN_PLACE_UNITS,
	VN_AWARDS,
	VN_DOCUMENT_TYPES,
	VN_NAMES,
	VN_CUES,
	VN_AWARD_CUES,
	VN_NUMBER_WORDS,
	VN_ABBREVIATIONS,
	VN_CATALOGS
} vn_catalog;

enum
{
	VN_POST_TITLE, VN_POST_FORMS, VN_POST_SPHERE, VN_POST_RANK, VN_POST_SHARES, VN_POST_ORGANIZATION, VN_POST_HEADS,
	VN_POST_NOTE
};
enum
{
	VN_ORGANIZATION_NAME, VN_ORGANIZATION_FORMS, VN_ORGANIZATION_KIND, VN_ORGANIZATION_LEVEL, VN_ORGANIZATION_VALID_FROM,
	VN_ORGANIZATION_VALID_TO, VN_ORGANIZATION_SUCCESSOR, VN_ORGANIZATION_PARENT, VN_ORGANIZATION_NOTE
};
enum
{
	VN_HEAD_HEAD, VN_HEAD_FORMS, VN_HEAD_KIND, VN_HEAD_LEVEL, VN_HEAD_FOLLOWS, VN_HEAD_NOTE
};
enum
{
	VN_PLACE_NAME, VN_PLACE_FORMS, VN_PLACE_KIND, VN_PLACE_VALID_FROM, VN_PLACE_VALID_TO, VN_PLACE_SUCCESSOR, VN_PLACE_NOTE
};
enum
{
	VN_UNIT_UNIT, VN_UNIT_FORMS, VN_UNIT_LEVEL, VN_UNIT_NOTE
};
enum
{
	VN_AWARD_AWARD, VN_AWARD_FORMS, VN_AWARD_KIND, VN_AWARD_RANKS, VN_AWARD_AUTHORITY, VN_AWARD_RECIPIENTS, VN_AWARD_PERIOD,
	VN_AWARD_NOTE
};
enum
{
	VN_DOCUMENT_NAME, VN_DOCUMENT_FORMS, VN_DOCUMENT_CODE, VN_DOCUMENT_FAMILY, VN_DOCUMENT_ISSUERS, VN_DOCUMENT_NOTE
};
enum
{
	VN_NAME_FORM, VN_NAME_KIND, VN_NAME_SHARE, VN_NAME_NOTE
};
enum
{
	VN_CUE_CUE, VN_CUE_FORMS, VN_CUE_CLASS, VN_CUE_KIND, VN_CUE_NOTE
};
enum
{
	VN_AWARD_CUE_CUE, VN_AWARD_CUE_FORMS, VN_AWARD_CUE_ROLE, VN_AWARD_CUE_NOTE
};
enum
{
	VN_NUMBER_WORD, VN_NUMBER_VALUE, VN_NUMBER_ROLE
};
enum
{
	VN_ABBREVIATION_ABBREVIATION, VN_ABBREVIATION_EXPANSION, VN_ABBREVIATION_CLASS, VN_ABBREVIATION_NOTE
};

/* Values of the columns that hold one of a few words, in the order of their layouts in catalog.c. */
enum vn_post_sphere
{
	VN_SPHERE_PARTY = 1, VN_SPHERE_STATE, VN_SPHERE_GOVERNMENT, VN_SPHERE_ASSEMBLY, VN_SPHERE_COURT, VN_SPHERE_PROCURACY,
	VN_SPHERE_FRONT, VN_SPHERE_UNION, VN_SPHERE_MASS, VN_SPHERE_FORCES, VN_SPHERE_ENTERPRISE, VN_SPHERE_PRESS,
	VN_SPHERE_SCHOOL, VN_SPHERE_HEALTH, VN_SPHERE_RELIGION, VN_SPHERE_FOREIGN, VN_SPHERE_ANY
};
enum vn_post_rank
{
	VN_RANK_HEAD = 1, VN_RANK_DEPUTY, VN_RANK_MEMBER, VN_RANK_STAFF, VN_RANK_RANK, VN_RANK_ACADEMIC, VN_RANK_COURTESY,
	VN_RANK_COLLECTIVE
};
enum vn_organization_kind
{
	VN_KIND_MINISTRY = 1, VN_KIND_AGENCY, VN_KIND_PARTY, VN_KIND_ASSEMBLY, VN_KIND_GOVERNMENT, VN_KIND_COURT, VN_KIND_PROCURACY,
	VN_KIND_FORCES, VN_KIND_FRONT, VN_KIND_UNION, VN_KIND_MASS, VN_KIND_ENTERPRISE, VN_KIND_PRESS, VN_KIND_SCHOOL
};
enum vn_place_kind
{
	VN_PLACE_PROVINCE = 1, VN_PLACE_CITY, VN_PLACE_DISTRICT, VN_PLACE_COMMUNE, VN_PLACE_COUNTRY, VN_PLACE_REGION, VN_PLACE_OTHER
};
enum vn_name_kind
{
	VN_NAME_SURNAME = 1, VN_NAME_MIDDLE, VN_NAME_ETHNIC, VN_NAME_CLERGY, VN_NAME_FOREIGN, VN_NAME_GIVEN, VN_NAME_TRAP, VN_NAME_PARTICLE
};
enum vn_cue_class
{
	VN_CUE_DIRECTIVE_VERB = 1, VN_CUE_SAYING_VERB, VN_CUE_NOUN_CONTEXT, VN_CUE_LIST_LEAD, VN_CUE_LIST_MARKER,
	VN_CUE_STATUS, VN_CUE_STREET, VN_CUE_DOCTRINE,
	VN_CUE_CREDIT, VN_CUE_NAMED_AFTER, VN_CUE_ADDRESSEE, VN_CUE_ACTION_VERB, VN_CUE_MODAL, VN_CUE_ADVERB, VN_CUE_JOINER,
	VN_CUE_GROUP, VN_CUE_BOUNDARY, VN_CUE_TASK_VERB, VN_CUE_ASSIGN_VERB, VN_CUE_CONNECTOR, VN_CUE_PREPOSITION,
	VN_CUE_PRONOUN, VN_CUE_COLLECTIVE, VN_CUE_DOCUMENT,
	VN_CUE_PROVISION
};
enum vn_award_kind
{
	VN_AWARD_ORDER = 1, VN_AWARD_MEDAL, VN_AWARD_TITLE, VN_AWARD_PRIZE, VN_AWARD_FLAG, VN_AWARD_CERTIFICATE,
	VN_AWARD_EMULATION_TITLE, VN_AWARD_BADGE, VN_AWARD_INSIGNIA, VN_AWARD_OTHER
};

enum vn_number_role
{
	VN_NUMBER_DIGIT = 1, VN_NUMBER_UNIT, VN_NUMBER_TEN, VN_NUMBER_MULTIPLIER
};

/* What a word does in a sentence on awards. */
enum vn_award_role
{
	VN_ROLE_CONFER = 1, VN_ROLE_POSTHUMOUS, VN_ROLE_EITHER, VN_ROLE_HAND_OVER, VN_ROLE_RECEIVE, VN_ROLE_PASSIVE,
	VN_ROLE_AGENT, VN_ROLE_PROPOSE, VN_ROLE_PROPOSE_CONFER, VN_ROLE_REVOKE, VN_ROLE_TO, VN_ROLE_OF, VN_ROLE_AND,
	VN_ROLE_BREAKDOWN, VN_ROLE_NAMING, VN_ROLE_PURPOSE, VN_ROLE_TITLE, VN_ROLE_MANY, VN_ROLE_EACH, VN_ROLE_RANK, VN_ROLE_ALL_RANKS, VN_ROLE_PERIOD, VN_ROLE_YEAR,
	VN_ROLE_ON_BEHALF, VN_ROLE_FOR, VN_ROLE_AUTHORITY, VN_ROLE_RULE, VN_ROLE_TARGET, VN_ROLE_CONDITION, VN_ROLE_DENIAL,
	VN_ROLE_CONTEST, VN_ROLE_COLLECTIVE, VN_ROLE_INDIVIDUAL, VN_ROLE_HOUSEHOLD, VN_ROLE_WORK, VN_ROLE_AGAIN, VN_ROLE_NOTHING
};

typedef enum vn_column_type
{
	VN_COLUMN_TEXT,				/* not looked up */
	VN_COLUMN_PHRASE,			/* looked up in texts: the canonical form; must not be empty */
	VN_COLUMN_PHRASES,			/* other forms to look up, separated by | */
	VN_COLUMN_WORD,				/* one of "values"; empty is 0 */
	VN_COLUMN_WORDS,			/* values separated by |, checked, kept as text */
	VN_COLUMN_INTEGER
} vn_column_type;

#define VN_MAX_COLUMNS 9

typedef struct vn_column
{
	const char *name;
	vn_column_type type;
	const char *values;			/* of VN_COLUMN_WORD and VN_COLUMN_WORDS, separated by | */
} vn_column;

typedef struct vn_layout
{
	const char *name;			/* data/<name>.tsv */
	int			columns;
	int			kind;			/* the column that says what a row is, of type VN_COLUMN_WORD; 0: none */
	vn_column	column[VN_MAX_COLUMNS];
} vn_layout;

extern const vn_layout vn_layouts[VN_CATALOGS];

/* Rows of a catalogue, in the order of its file. */
extern int	vn_catalog_rows(vn_catalog catalog);

/*
 * A cell as text; "" where it is empty. Lives for ever. Posts, organizations, awards and abbreviations found in a document may be
 * a user's: read their cells by vn_row_cell() (document.h).
 */
extern const char *vn_cell(vn_catalog catalog, int row, int column);

/* A cell of type VN_COLUMN_WORD or VN_COLUMN_INTEGER as number; 0 where it is empty. */
extern int	vn_cell_number(vn_catalog catalog, int row, int column);

#endif
