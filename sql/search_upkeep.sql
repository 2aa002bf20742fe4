-- An index finds what a scan finds; ranking helper; what to rebuild after an update of the extension.
-- How wide an emoji is differs between versions of psql.
\pset format unaligned
SET client_min_messages = warning;
CREATE TABLE law (id int PRIMARY KEY, body text,
	words tsvector GENERATED ALWAYS AS (to_tsvector('vietnamese', body)) STORED);
INSERT INTO law(id, body) VALUES
	(1, 'Nghị định 15/2020/NĐ-CP về cải cách hành chính'),
	(2, 'Cải cách tiền lương, thủ tục hành chính'),
	(3, normalize('Nghị quyết 57-NQ/TW về khoa học, công nghệ', NFD)),
	(4, 'Thông báo tuyển dụng'), (5, ''), (6, NULL);
INSERT INTO law(id, body) SELECT n, 'Bài số ' || n FROM generate_series(10, 500) AS n;
CREATE INDEX law_words ON law USING gin (words);
CREATE INDEX law_expression ON law USING gin (to_tsvector('vietnamese', body));
CREATE INDEX law_fold ON law (vn_fold(body));
CREATE INDEX law_plain ON law (body);
CREATE MATERIALIZED VIEW law_folded AS SELECT id, vn_fold(body) AS body FROM law;
ANALYZE law;
SET enable_seqscan = off;

EXPLAIN (COSTS OFF) SELECT id FROM law WHERE words @@ websearch_to_tsquery('vietnamese', 'cai cach hanh chinh');
EXPLAIN (COSTS OFF) SELECT id FROM law WHERE to_tsvector('vietnamese', body) @@ websearch_to_tsquery('vietnamese', 'cai cach hanh chinh');
SELECT typed, ARRAY(SELECT id FROM law WHERE words @@ websearch_to_tsquery('vietnamese', typed) ORDER BY id) AS column_index,
	ARRAY(SELECT id FROM law WHERE to_tsvector('vietnamese', body) @@ websearch_to_tsquery('vietnamese', typed) ORDER BY id) AS expression_index,
	ARRAY(SELECT id FROM law WHERE words @@ vn_tsquery(typed) ORDER BY id) AS vn_tsquery
FROM (VALUES ('cải cách hành chính'), ('cai cach hanh chinh'), ('CẢI CÁCH'), (normalize('cải cách', NFD)), ('"cách hành"'),
	('15/2020/nd-cp'), ('57-NQ/TW'), ('khoa hoc cong nghe'), ('cách'), ('tuyển -dụng')) AS t(typed);

-- All words first, then any.
WITH q AS (SELECT vn_tsquery('cải cách hành chính') AS all_words, vn_or_tsquery('cải cách hành chính') AS any_word)
SELECT id, matched FROM (
    SELECT id, 'all words' AS matched, ts_rank_cd(words, q.all_words) AS rank FROM law, q WHERE words @@ q.all_words
    UNION ALL
    SELECT id, 'any word', ts_rank(words, q.any_word, 1) FROM law, q
    WHERE words @@ q.any_word AND (words @@ q.all_words) IS NOT TRUE) AS found
ORDER BY matched, rank DESC, id LIMIT 5;

-- What to rebuild, and that the statements do.
SELECT * FROM vn_civic_dependents ORDER BY object;
UPDATE law SET words = DEFAULT;
REINDEX INDEX CONCURRENTLY law_words;
REFRESH MATERIALIZED VIEW law_folded;
DROP MATERIALIZED VIEW law_folded;
DROP TABLE law;

-- Options of the dictionary.
CREATE TEXT SEARCH DICTIONARY lean (TEMPLATE = vietnamese, Forms = Folded, Compounds = off);
SELECT ts_lexize('lean', 'cải cách');
ALTER TEXT SEARCH DICTIONARY lean (Forms = exact, Compounds = on);
SELECT ts_lexize('lean', 'cải cách'), ts_lexize('lean', 'của');
ALTER TEXT SEARCH DICTIONARY lean (Forms = marked, StopWords = on, Bigrams = on);
SELECT ts_lexize('lean', 'cải cách'), ts_lexize('lean', 'cua'), ts_lexize('lean', 'của'), ts_lexize('lean', 'cửa');
ALTER TEXT SEARCH DICTIONARY lean (Forms = none);
ALTER TEXT SEARCH DICTIONARY lean (Bigrams = perhaps);
ALTER TEXT SEARCH DICTIONARY lean (Words = 'a');

-- English can be stemmed: what can be no Vietnamese syllable has a type of its own.
CREATE TEXT SEARCH CONFIGURATION mixed (COPY = vietnamese);
ALTER TEXT SEARCH CONFIGURATION mixed ALTER MAPPING FOR asciiword WITH english_stem;
SELECT to_tsvector('mixed', 'Digital training cho cán bộ') @@ to_tsquery('mixed', 'train & can & bo') AS found;

-- Hardly searchable texts.
SELECT left(piece, 4) AS piece, length(to_tsvector('vietnamese', repeat(piece, 1000000 / octet_length(piece)))) AS lexemes,
	length(to_tsvector('vietnamese_bigrams', repeat(piece, 1000000 / octet_length(piece)))) AS with_bigrams
FROM (VALUES ('a'), ('ă'), ('%''\'), ('😀'), (U&'\0301'), ('1'), ('1/'), ('a.'), ('"'), (U&'\E000'), ('cải cách ')) AS t(piece);
SELECT to_tsvector('vietnamese', ''), to_tsvector('vietnamese', NULL), to_tsvector('vietnamese', E' \n\t\u00a0');

-- Tokens tile the text.
SELECT count(*) AS broken FROM (VALUES ('Bộ Y tế:  Covid-19'), (U&'h\1ED9i\0323 \0301\0301 '), ('a@b.vn,http://x.vn/?q=1%'), (repeat(' ', 5000) || 'a'),
	(repeat('-', 5000)), (repeat('ố', 5000)), (E'\uFEFFcải\u200Bcách'), ('12,5 %%'), ('😀cải cách😀')) AS t(body), (VALUES ('vietnamese'), ('vietnamese_clauses')) AS p(parser)
WHERE body <> (SELECT string_agg(token, '' ORDER BY n) FROM ts_parse(parser, body) WITH ORDINALITY AS p(tokid, token, n))
	OR EXISTS (SELECT FROM ts_parse(parser, body) AS p(tokid, token) WHERE octet_length(token) NOT BETWEEN 1 AND 2000);
