/* vn_civic--1.0.sql: what CREATE EXTENSION vn_civic makes */

\echo Use "CREATE EXTENSION vn_civic" to load this file. \quit

-- ------------------------------------------------------------------ text

CREATE FUNCTION vn_normalize(body text) RETURNS text
	AS 'MODULE_PATHNAME', 'vn_normalize_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION vn_normalize(text) IS
	'canonical spelling: Unicode NFC, standard place of tone marks, plain single blanks';

CREATE FUNCTION vn_fold(body text) RETURNS text
	AS 'MODULE_PATHNAME', 'vn_fold_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION vn_fold(text) IS 'canonical spelling in lower case and without diacritics';

CREATE FUNCTION vn_segment(body text) RETURNS text
	AS 'MODULE_PATHNAME', 'vn_segment' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION vn_segment(text) IS 'text cut into words: blanks between words, underscores inside them';
CREATE FUNCTION vn_segment(body text, vocabulary regdictionary) RETURNS text
	AS 'MODULE_PATHNAME', 'vn_segment' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION vn_segment(text, regdictionary) IS 'text cut into words, those of a vocabulary whole';

CREATE FUNCTION vn_words(body text, OUT ordinal int, OUT word text, OUT kind text, OUT start_char int, OUT char_count int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_words' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 700;
COMMENT ON FUNCTION vn_words(text) IS 'words of a text with their kinds and places';
CREATE FUNCTION vn_words(body text, vocabulary regdictionary, OUT ordinal int, OUT word text, OUT kind text, OUT start_char int, OUT char_count int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_words' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 700;
COMMENT ON FUNCTION vn_words(text, regdictionary) IS 'words of a text, those of a vocabulary whole';

CREATE FUNCTION vn_sentences(body text, OUT ordinal int, OUT sentence text, OUT start_char int, OUT char_count int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_sentences' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 30;
COMMENT ON FUNCTION vn_sentences(text) IS 'sentences of a text with their places';

-- ---------------------------------------------------------------- search

CREATE FUNCTION vn_parser_start(internal, int4) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_parser_token(internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_parser_end(internal) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_parser_types(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_parser_headline(internal, internal, tsquery) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_dictionary_init(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_dictionary_lexize(internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;

COMMENT ON FUNCTION vn_parser_start(internal, int4) IS 'start of the text search parser vietnamese';
COMMENT ON FUNCTION vn_parser_token(internal, internal, internal) IS 'next token of the text search parsers';
COMMENT ON FUNCTION vn_parser_end(internal) IS 'end of the text search parsers';
COMMENT ON FUNCTION vn_parser_types(internal) IS 'token types of the text search parser vietnamese';
COMMENT ON FUNCTION vn_parser_headline(internal, internal, tsquery) IS 'headlines of the text search parsers';
COMMENT ON FUNCTION vn_dictionary_init(internal) IS 'options of the text search template vietnamese';
COMMENT ON FUNCTION vn_dictionary_lexize(internal, internal, internal, internal) IS 'lexemes of the text search template vietnamese';

CREATE TEXT SEARCH PARSER vietnamese (
	START = vn_parser_start, GETTOKEN = vn_parser_token, END = vn_parser_end, LEXTYPES = vn_parser_types,
	HEADLINE = vn_parser_headline);
COMMENT ON TEXT SEARCH PARSER vietnamese IS 'words of several syllables, numbers of documents, dates and amounts are one token each';

-- The same for a dictionary with bigrams, which has to see neighbouring words.
CREATE FUNCTION vn_clause_parser_start(internal, int4) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_clause_parser_types(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vn_clause_parser_start(internal, int4) IS 'start of the text search parser vietnamese_clauses';
COMMENT ON FUNCTION vn_clause_parser_types(internal) IS 'token types of the text search parser vietnamese_clauses';
CREATE TEXT SEARCH PARSER vietnamese_clauses (
	START = vn_clause_parser_start, GETTOKEN = vn_parser_token, END = vn_parser_end, LEXTYPES = vn_clause_parser_types,
	HEADLINE = vn_parser_headline);
COMMENT ON TEXT SEARCH PARSER vietnamese_clauses IS 'words in a row are one token, for dictionaries with bigrams';

CREATE TEXT SEARCH TEMPLATE vietnamese (INIT = vn_dictionary_init, LEXIZE = vn_dictionary_lexize);
COMMENT ON TEXT SEARCH TEMPLATE vietnamese IS 'Vietnamese dictionary: options Forms, Compounds, Bigrams, StopWords';

CREATE TEXT SEARCH DICTIONARY vietnamese (TEMPLATE = vietnamese);
COMMENT ON TEXT SEARCH DICTIONARY vietnamese IS 'syllables with and without diacritics, and the compounds they make';
CREATE TEXT SEARCH DICTIONARY vietnamese_marked (TEMPLATE = vietnamese, Forms = marked);
COMMENT ON TEXT SEARCH DICTIONARY vietnamese_marked IS 'for queries: syllables as typed, and the compounds they make';

CREATE TEXT SEARCH CONFIGURATION vietnamese (PARSER = vietnamese);
COMMENT ON TEXT SEARCH CONFIGURATION vietnamese IS 'Vietnamese: found with and without diacritics';
CREATE TEXT SEARCH CONFIGURATION vietnamese_marked (PARSER = vietnamese);
COMMENT ON TEXT SEARCH CONFIGURATION vietnamese_marked IS
	'Vietnamese, for queries on what is indexed with "vietnamese": diacritics that are typed count';

ALTER TEXT SEARCH CONFIGURATION vietnamese ADD MAPPING FOR
	asciiword, word, numword, email, host, float, uint, url, compound, document, date, percent, money, ratio
	WITH vietnamese;
ALTER TEXT SEARCH CONFIGURATION vietnamese_marked ADD MAPPING FOR
	asciiword, word, numword, email, host, float, uint, url, compound, document, date, percent, money, ratio
	WITH vietnamese_marked;

CREATE TEXT SEARCH DICTIONARY vietnamese_bigrams (TEMPLATE = vietnamese, Compounds = off, Bigrams = on);
COMMENT ON TEXT SEARCH DICTIONARY vietnamese_bigrams IS 'like "vietnamese", with pairs of neighbouring syllables for compounds';
CREATE TEXT SEARCH DICTIONARY vietnamese_bigrams_marked (TEMPLATE = vietnamese, Forms = marked, Compounds = off, Bigrams = on);
COMMENT ON TEXT SEARCH DICTIONARY vietnamese_bigrams_marked IS 'like "vietnamese_marked", with pairs of neighbouring syllables';
CREATE TEXT SEARCH CONFIGURATION vietnamese_bigrams (PARSER = vietnamese_clauses);
COMMENT ON TEXT SEARCH CONFIGURATION vietnamese_bigrams IS 'Vietnamese: ranks best, with an index several times as large';
CREATE TEXT SEARCH CONFIGURATION vietnamese_bigrams_marked (PARSER = vietnamese_clauses);
COMMENT ON TEXT SEARCH CONFIGURATION vietnamese_bigrams_marked IS
	'Vietnamese, for queries on what is indexed with "vietnamese_bigrams": diacritics that are typed count';
ALTER TEXT SEARCH CONFIGURATION vietnamese_bigrams ADD MAPPING FOR
	asciiword, word, numword, email, host, float, uint, url, document, date, percent, money, ratio, clause
	WITH vietnamese_bigrams;
ALTER TEXT SEARCH CONFIGURATION vietnamese_bigrams_marked ADD MAPPING FOR
	asciiword, word, numword, email, host, float, uint, url, document, date, percent, money, ratio, clause
	WITH vietnamese_bigrams_marked;

CREATE FUNCTION vn_tsquery(query text) RETURNS tsquery
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION vn_tsquery(text) IS
	'query in web syntax: compounds and names become phrases, abbreviations and what they stand for find each other';
CREATE FUNCTION vn_tsquery(config regconfig, query text) RETURNS tsquery
	AS 'MODULE_PATHNAME', 'vn_tsquery_config' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION vn_tsquery(regconfig, text) IS 'vn_tsquery(text) with the lexemes of another configuration';

CREATE FUNCTION vn_or_tsquery(query text) RETURNS tsquery
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION vn_or_tsquery(text) IS 'any word of a question, stop words left out; rank by ts_rank(vector, query, 1)';
CREATE FUNCTION vn_or_tsquery(config regconfig, query text) RETURNS tsquery
	AS 'MODULE_PATHNAME', 'vn_or_tsquery_config' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION vn_or_tsquery(regconfig, text) IS 'vn_or_tsquery(text) with the lexemes of another configuration';

-- ------------------------------------------------------- user vocabulary

CREATE FUNCTION vn_vocabulary_init(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vn_vocabulary_lexize(internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vn_vocabulary_init(internal) IS 'options of the text search template vn_vocabulary';
COMMENT ON FUNCTION vn_vocabulary_lexize(internal, internal, internal, internal) IS 'lexemes of the text search template vn_vocabulary';
CREATE TEXT SEARCH TEMPLATE vn_vocabulary (INIT = vn_vocabulary_init, LEXIZE = vn_vocabulary_lexize);
COMMENT ON TEXT SEARCH TEMPLATE vn_vocabulary IS
	'vocabulary of a user: options Words, Posts, Organizations, Awards, Aliases';

CREATE FUNCTION vn_vocabulary_add(dictionary regdictionary, entry text, kind text, of text DEFAULT NULL) RETURNS void
	AS 'MODULE_PATHNAME', 'vn_vocabulary_add_entry' LANGUAGE C VOLATILE;
COMMENT ON FUNCTION vn_vocabulary_add(regdictionary, text, text, text) IS
	'add a word, post (of an organization), organization, award or alias (of a name) to a vocabulary';
CREATE FUNCTION vn_vocabulary_remove(dictionary regdictionary, entry text) RETURNS void
	AS 'MODULE_PATHNAME', 'vn_vocabulary_remove_entry' LANGUAGE C VOLATILE;
COMMENT ON FUNCTION vn_vocabulary_remove(regdictionary, text) IS 'remove an entry from a vocabulary';
CREATE FUNCTION vn_vocabulary(dictionary regdictionary, OUT entry text, OUT kind text, OUT of text) RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_vocabulary_entries' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION vn_vocabulary(regdictionary) IS 'entries of a vocabulary';

-- ------------------------------------------------------------ extractors

CREATE FUNCTION vn_officials(body text, OUT name text, OUT title text, OUT organization text, OUT status text,
	OUT honorific text, OUT mentions int, OUT start_char int, OUT char_count int, OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_officials' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION vn_officials(text) IS 'who holds which post, as an article states it';
CREATE FUNCTION vn_officials(body text, vocabulary regdictionary, OUT name text, OUT title text, OUT organization text, OUT status text,
	OUT honorific text, OUT mentions int, OUT start_char int, OUT char_count int, OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_officials' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION vn_officials(text, regdictionary) IS 'who holds which post, with a vocabulary of your own';

CREATE FUNCTION vn_directives(body text, OUT kind text, OUT issuer text, OUT issuer_title text,
	OUT issuer_organization text, OUT addressee text, OUT list_no int, OUT ordinal int, OUT label text, OUT content text,
	OUT start_char int, OUT char_count int, OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_directives' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION vn_directives(text) IS 'who told whom to do what, as an article states it';
CREATE FUNCTION vn_directives(body text, vocabulary regdictionary, OUT kind text, OUT issuer text, OUT issuer_title text,
	OUT issuer_organization text, OUT addressee text, OUT list_no int, OUT ordinal int, OUT label text, OUT content text,
	OUT start_char int, OUT char_count int, OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_directives' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION vn_directives(text, regdictionary) IS 'who told whom to do what, with a vocabulary of your own';

CREATE FUNCTION vn_awards(body text, OUT award text, OUT award_rank text, OUT conferred_by text, OUT recipient_kind text,
	OUT recipient_count int, OUT recipient text, OUT status text, OUT year int, OUT start_char int, OUT char_count int,
	OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_awards' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;
COMMENT ON FUNCTION vn_awards(text) IS 'who gave which award to how many, as an article states it';
CREATE FUNCTION vn_awards(body text, vocabulary regdictionary, OUT award text, OUT award_rank text, OUT conferred_by text, OUT recipient_kind text,
	OUT recipient_count int, OUT recipient text, OUT status text, OUT year int, OUT start_char int, OUT char_count int,
	OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_awards' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;
COMMENT ON FUNCTION vn_awards(text, regdictionary) IS 'who gave which award to how many, with a vocabulary of your own';

-- ------------------------------------------------------------ catalogues

CREATE FUNCTION vn_known_posts(OUT title text, OUT forms text, OUT sphere text, OUT rank text, OUT shares text,
	OUT organization text, OUT heads text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_posts' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 700;
COMMENT ON FUNCTION vn_known_posts() IS 'posts, ranks and forms of address that vn_civic knows';

CREATE FUNCTION vn_known_organizations(OUT name text, OUT forms text, OUT kind text, OUT level text, OUT valid_from text,
	OUT valid_to text, OUT successor text, OUT parent text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_organizations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 700;
COMMENT ON FUNCTION vn_known_organizations() IS 'organizations that vn_civic knows, old and new';

CREATE FUNCTION vn_known_organization_heads(OUT head text, OUT forms text, OUT kind text, OUT level text, OUT follows text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_organization_heads' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 400;
COMMENT ON FUNCTION vn_known_organization_heads() IS 'nouns that open the name of an organization, and what completes it';

CREATE FUNCTION vn_known_places(OUT name text, OUT forms text, OUT kind text, OUT valid_from text, OUT valid_to text,
	OUT successor text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_places' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 900;
COMMENT ON FUNCTION vn_known_places() IS 'provinces, districts and countries that vn_civic knows, old and new';

CREATE FUNCTION vn_known_names(OUT form text, OUT kind text, OUT share text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_names' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1500;
COMMENT ON FUNCTION vn_known_names() IS 'parts of the names of persons, and names that are no persons';

CREATE FUNCTION vn_known_abbreviations(OUT abbreviation text, OUT expansion text, OUT class text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_abbreviations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 400;
COMMENT ON FUNCTION vn_known_abbreviations() IS 'abbreviations and what they stand for, the likeliest first';

CREATE FUNCTION vn_known_awards(OUT award text, OUT forms text, OUT kind text, OUT ranks text, OUT authority text,
	OUT recipients text, OUT period text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_awards' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 400;
COMMENT ON FUNCTION vn_known_awards() IS 'commendations that vn_civic knows';

CREATE FUNCTION vn_known_document_types(OUT name text, OUT forms text, OUT code text, OUT family text, OUT issuers text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_document_types' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION vn_known_document_types() IS 'types of documents that vn_civic knows';

CREATE VIEW vn_post_catalog AS SELECT * FROM vn_known_posts();
COMMENT ON VIEW vn_post_catalog IS 'posts, ranks and forms of address that vn_civic knows';
CREATE VIEW vn_organization_catalog AS SELECT * FROM vn_known_organizations();
COMMENT ON VIEW vn_organization_catalog IS 'organizations that vn_civic knows, old and new';
CREATE VIEW vn_organization_head_catalog AS SELECT * FROM vn_known_organization_heads();
COMMENT ON VIEW vn_organization_head_catalog IS 'nouns that open the name of an organization, and what completes it';
CREATE VIEW vn_place_catalog AS SELECT * FROM vn_known_places();
COMMENT ON VIEW vn_place_catalog IS 'provinces, districts and countries that vn_civic knows, old and new';
CREATE VIEW vn_name_catalog AS SELECT * FROM vn_known_names();
COMMENT ON VIEW vn_name_catalog IS 'parts of the names of persons, and names that are no persons';
CREATE VIEW vn_abbreviation_catalog AS SELECT * FROM vn_known_abbreviations();
COMMENT ON VIEW vn_abbreviation_catalog IS 'abbreviations and what they stand for, the likeliest first';
CREATE VIEW vn_award_catalog AS SELECT * FROM vn_known_awards();
COMMENT ON VIEW vn_award_catalog IS 'commendations that vn_civic knows';
CREATE VIEW vn_document_type_catalog AS SELECT * FROM vn_known_document_types();
COMMENT ON VIEW vn_document_type_catalog IS 'types of documents that vn_civic knows';
GRANT SELECT ON vn_post_catalog, vn_organization_catalog, vn_organization_head_catalog, vn_place_catalog, vn_name_catalog,
	vn_abbreviation_catalog, vn_award_catalog, vn_document_type_catalog TO PUBLIC;

-- ---------------------------------------------------------------- upkeep

CREATE FUNCTION vn_civic_version() RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vn_civic_version() IS 'version of the vn_civic library';

CREATE FUNCTION vn_civic_data_version() RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vn_civic_data_version() IS 'changes whenever any lexeme or row could: compare before and after an update';

-- Operators meet their very types in pg_catalog, so that none of the same name in another schema gets in between.
CREATE VIEW vn_civic_dependents AS
WITH member AS (
	SELECT d.classid, d.objid
	FROM pg_catalog.pg_extension e
	JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid AND d.refobjid = e.oid
		AND d.deptype = 'e'
	WHERE e.extname = 'vn_civic'
), source AS (
	SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid AS classid, m.objid
	FROM member m WHERE m.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid
	UNION
	SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass::pg_catalog.oid, c.oid
	FROM pg_catalog.pg_ts_config c
	JOIN member m ON m.classid = 'pg_catalog.pg_ts_parser'::pg_catalog.regclass::pg_catalog.oid AND m.objid = c.cfgparser
), dependent AS (
	SELECT DISTINCT d.classid, d.objid, d.objsubid
	FROM source s
	JOIN pg_catalog.pg_depend d ON d.refclassid = s.classid AND d.refobjid = s.objid AND d.deptype IN ('n', 'a')
)
SELECT 'index' AS kind, d.objid::pg_catalog.regclass::text AS object,
	pg_catalog.format('REINDEX INDEX CONCURRENTLY %s', d.objid::pg_catalog.regclass) AS rebuild
FROM dependent d
JOIN pg_catalog.pg_class c ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AND c.oid = d.objid AND c.relkind IN ('i', 'I')
UNION
SELECT 'generated column', pg_catalog.format('%s.%I', a.attrelid::pg_catalog.regclass, a.attname),
	pg_catalog.format('UPDATE %s SET %I = DEFAULT', a.attrelid::pg_catalog.regclass, a.attname)
FROM dependent d
LEFT JOIN pg_catalog.pg_attrdef f ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass::pg_catalog.oid AND f.oid = d.objid
JOIN pg_catalog.pg_attribute a ON a.attgenerated <> '' AND (a.attrelid, a.attnum) =
	CASE WHEN f.oid IS NOT NULL THEN (f.adrelid, f.adnum)
	ELSE (CASE WHEN d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid THEN d.objid END, d.objsubid::int2) END
UNION
SELECT 'materialized view', r.ev_class::pg_catalog.regclass::text,
	pg_catalog.format('REFRESH MATERIALIZED VIEW %s', r.ev_class::pg_catalog.regclass)
FROM dependent d
JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass::pg_catalog.oid AND r.oid = d.objid
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class AND c.relkind = 'm';
COMMENT ON VIEW vn_civic_dependents IS
	'what is stored from the results of vn_civic, and the statement that rebuilds it after vn_civic_data_version() has changed';
GRANT SELECT ON vn_civic_dependents TO PUBLIC;
