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

CREATE FUNCTION vn_words(body text, OUT ordinal int, OUT word text, OUT kind text, OUT start_char int, OUT char_count int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_words' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 700;
COMMENT ON FUNCTION vn_words(text) IS 'words of a text with their kinds and places';

CREATE FUNCTION vn_sentences(body text, OUT ordinal int, OUT sentence text, OUT start_char int, OUT char_count int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_sentences' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 30;
COMMENT ON FUNCTION vn_sentences(text) IS 'sentences of a text with their places';

-- ------------------------------------------------------------ extractors

CREATE FUNCTION vn_officials(body text, OUT name text, OUT title text, OUT organization text, OUT status text,
	OUT honorific text, OUT mentions int, OUT start_char int, OUT char_count int, OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_officials' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION vn_officials(text) IS 'who holds which post, as an article states it';

CREATE FUNCTION vn_directives(body text, OUT kind text, OUT issuer text, OUT issuer_title text,
	OUT issuer_organization text, OUT addressee text, OUT list_no int, OUT ordinal int, OUT label text, OUT content text,
	OUT start_char int, OUT char_count int, OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_directives' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION vn_directives(text) IS 'who told whom to do what, as an article states it';

CREATE FUNCTION vn_awards(body text, OUT award text, OUT award_rank text, OUT conferred_by text, OUT recipient_kind text,
	OUT recipient_count int, OUT recipient text, OUT status text, OUT year int, OUT start_char int, OUT char_count int,
	OUT rule text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_awards' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;
COMMENT ON FUNCTION vn_awards(text) IS 'who gave which award to how many, as an article states it';

-- ------------------------------------------------------------ catalogues

CREATE FUNCTION vn_known_posts(OUT title text, OUT forms text, OUT sphere text, OUT rank text, OUT shares text,
	OUT organization text, OUT heads text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_posts' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 300;
COMMENT ON FUNCTION vn_known_posts() IS 'posts, ranks and forms of address that vn_civic knows';

CREATE FUNCTION vn_known_organizations(OUT name text, OUT forms text, OUT kind text, OUT level text, OUT valid_from text,
	OUT valid_to text, OUT successor text, OUT parent text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_organizations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 500;
COMMENT ON FUNCTION vn_known_organizations() IS 'organizations that vn_civic knows, old and new';

CREATE FUNCTION vn_known_awards(OUT award text, OUT forms text, OUT kind text, OUT ranks text, OUT authority text,
	OUT recipients text, OUT period text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_awards' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 150;
COMMENT ON FUNCTION vn_known_awards() IS 'commendations that vn_civic knows';

CREATE FUNCTION vn_known_document_types(OUT name text, OUT forms text, OUT code text, OUT family text, OUT issuers text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'vn_catalog_document_types' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION vn_known_document_types() IS 'types of documents that vn_civic knows';

CREATE VIEW vn_post_catalog AS SELECT * FROM vn_known_posts();
COMMENT ON VIEW vn_post_catalog IS 'posts, ranks and forms of address that vn_civic knows';
CREATE VIEW vn_organization_catalog AS SELECT * FROM vn_known_organizations();
COMMENT ON VIEW vn_organization_catalog IS 'organizations that vn_civic knows, old and new';
CREATE VIEW vn_award_catalog AS SELECT * FROM vn_known_awards();
COMMENT ON VIEW vn_award_catalog IS 'commendations that vn_civic knows';
CREATE VIEW vn_document_type_catalog AS SELECT * FROM vn_known_document_types();
COMMENT ON VIEW vn_document_type_catalog IS 'types of documents that vn_civic knows';
GRANT SELECT ON vn_post_catalog, vn_organization_catalog, vn_award_catalog, vn_document_type_catalog TO PUBLIC;

-- ---------------------------------------------------------------- upkeep

CREATE FUNCTION vn_civic_version() RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vn_civic_version() IS 'version of the vn_civic library';

CREATE FUNCTION vn_civic_data_version() RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vn_civic_data_version() IS 'changes whenever any lexeme or row could: compare before and after an update';
