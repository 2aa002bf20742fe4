/*
 * layouts.c
 *		The columns of the files in data/ (see data/README.md). Used by the compiler of the data and at run time.
 */
#include "lexicon/catalog.h"

#define TEXT(name) {name, VN_COLUMN_TEXT, 0}
#define PHRASE(name) {name, VN_COLUMN_PHRASE, 0}
#define PHRASES(name) {name, VN_COLUMN_PHRASES, 0}
#define INTEGER(name) {name, VN_COLUMN_INTEGER, 0}
#define WORD(name, values) {name, VN_COLUMN_WORD, values}
#define WORDS(name, values) {name, VN_COLUMN_WORDS, values}

#define SPHERES "party|state|government|assembly|court|procuracy|front|union|mass|forces|enterprise|press|school|health|" \
	"religion|foreign|any"
#define LEVELS "central|province|district|commune|any"
#define ORGANIZATION_KINDS "ministry|agency|party|assembly|government|court|procuracy|forces|front|union|mass|enterprise|" \
	"press|school|health|department|foreign|other"

const vn_layout vn_layouts[VN_CATALOGS] = {
	[VN_POSTS] = {"posts", 8, VN_POST_RANK, {PHRASE("title"), PHRASES("forms"), WORD("sphere", SPHERES),
		WORD("rank", "head|deputy|member|staff|rank|academic|courtesy|collective"),
		TEXT("shares"), TEXT("organization"), TEXT("heads"), TEXT("note")}},
	[VN_ORGANIZATIONS] = {"organizations", 9, VN_ORGANIZATION_KIND, {PHRASE("name"), PHRASES("forms"), WORD("kind", ORGANIZATION_KINDS),
		WORD("level", LEVELS), TEXT("valid_from"), TEXT("valid_to"), TEXT("successor"), TEXT("parent"), TEXT("note")}},
	[VN_ORGANIZATION_HEADS] = {"organization_heads", 6, VN_HEAD_KIND, {PHRASE("head"), PHRASES("forms"), WORD("kind", ORGANIZATION_KINDS),
		WORD("level", LEVELS), WORDS("follows", "place|field|name|organization|nothing"), TEXT("note")}},
	[VN_PLACES] = {"places", 7, VN_PLACE_KIND, {PHRASE("name"), PHRASES("forms"),
		WORD("kind", "province|city|district|commune|country|region|other"),
		TEXT("valid_from"), TEXT("valid_to"), TEXT("successor"), TEXT("note")}},
	[VN_PLACE_UNITS] = {"place_units", 4, VN_UNIT_LEVEL, {PHRASE("unit"), PHRASES("forms"),
		WORD("level", "province|district|commune|village|other"), TEXT("note")}},
	[VN_AWARDS] = {"awards", 8, VN_AWARD_KIND, {PHRASE("award"), PHRASES("forms"),
		WORD("kind", "order|medal|title|prize|flag|certificate|emulation_title|badge|insignia|other"),
		TEXT("ranks"), TEXT("authority"), WORDS("recipients", "individual|collective|household"), TEXT("period"),
		TEXT("note")}},
	[VN_DOCUMENT_TYPES] = {"document_types", 6, 0, {PHRASE("name"), PHRASES("forms"), TEXT("code"), TEXT("family"),
		TEXT("issuers"), TEXT("note")}},
	[VN_NAMES] = {"names", 4, VN_NAME_KIND, {PHRASE("form"), WORD("kind", "surname|middle|ethnic|clergy|foreign|given|trap|particle"),
		TEXT("share"), TEXT("note")}},
	[VN_CUES] = {"cues", 5, VN_CUE_CLASS, {PHRASE("cue"), PHRASES("forms"),
		WORD("class", "directive_verb|saying_verb|noun_context|list_lead|list_marker|status|"
			 "street|doctrine|credit|named_after|addressee|action_verb|modal|adverb|joiner|group|boundary|"
			 "task_verb|assign_verb|connector|preposition|pronoun|collective|document|provision"),
		TEXT("kind"), TEXT("note")}},
	[VN_AWARD_CUES] = {"award_cues", 4, VN_AWARD_CUE_ROLE, {PHRASE("cue"), PHRASES("forms"),
		WORD("role", "confer|posthumous|either|hand_over|receive|passive|agent|propose|propose_confer|revoke|"
			 "to|of|and|breakdown|naming|purpose|"
			 "title|many|each|rank|all_ranks|period|year|on_behalf|for|authority|rule|target|condition|denial|contest|"
			 "collective|individual|household|work|again|nothing"), TEXT("note")}},
	[VN_NUMBER_WORDS] = {"number_words", 3, VN_NUMBER_ROLE, {PHRASE("word"), INTEGER("value"), WORD("role", "digit|unit|ten|multiplier")}},
	[VN_ABBREVIATIONS] = {"abbreviations", 4, 0, {PHRASE("abbreviation"), TEXT("expansion"), TEXT("class"), TEXT("note")}},
};
