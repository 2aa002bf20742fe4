-- What must not hurt any function: nothing, blanks, much of one thing, broken and foreign text.
CREATE TEMP TABLE odd(what text, t text);
INSERT INTO odd VALUES ('empty', ''), ('blank', ' '), ('blanks', E' \t\r\n \u00a0\u3000 '), ('line breaks', repeat(E'\r\n', 2000)),
	('one letter', repeat('a', 1000000)), ('one letter with marks', repeat('ậ', 300000)), ('digits', repeat('1', 300000)),
	('no blank', repeat('hòabình', 100000)), ('dates', repeat('1/2020/A-A-', 10000)), ('brackets', repeat('(', 100000)),
	('quotes', repeat('“"', 2000)), ('dots', repeat('. ', 2000)), ('hosts', repeat('a.b.', 2000)),
	('marks', repeat(E'\u0301\u0323', 20000)), ('lone mark', E'\u0301'), ('decomposed', normalize('Bộ trưởng Bộ Y tế Lê Văn Đức', NFD)),
	('emoji', repeat('👨‍👩‍👧😀', 2000)), ('private use', repeat(E'\ue000\U0010fffd', 1000)), ('last character', E'\U0010ffff\ufffe'),
	('CRLF and tabs', E'Bộ trưởng Lê Văn Đức\r\n\tyêu cầu:\r\n1. Làm.\r\n2. Báo cáo.\r\n'),
	('markup', '<p class="a">Bộ&nbsp;trưởng <b>Lê Văn Đức</b> y&ecirc;u cầu &lt;rà soát&gt;</p><!-- x -->'),
	('English', 'The Minister of Health, Mr. Le Van Duc, asked all departments to review 12 procedures. "Do it now," he said.'),
	('no diacritics', 'Bo truong Bo Y te Le Van Duc yeu cau cac don vi ra soat; tang Bang khen cho 3 tap the.'),
	('capitals', 'BỘ TRƯỞNG BỘ Y TẾ LÊ VĂN ĐỨC YÊU CẦU CÁC ĐƠN VỊ RÀ SOÁT. TẶNG BẰNG KHEN CHO 3 TẬP THỂ.'),
	('zero-width', E'Bộ\u200b trưởng\u200d Lê\ufeff Văn \u2060Đức'), ('apostrophes', repeat('ʼ', 100) || ' '' ’ ʼ'),
	('an article', E'Bộ trưởng Bộ Y tế Lê Văn Đức phát biểu chỉ đạo hội nghị ngày 3/2/2025.\n\nBộ trưởng yêu cầu các đơn vị:\n'
	 'Thứ nhất, rà soát thủ tục.\nThứ hai, báo cáo trước 30/6.\n\nDịp này, Bộ trưởng Bộ Y tế tặng Bằng khen cho 3 tập thể và 12 cá nhân.');

-- NULL in, nothing out.
SELECT vn_normalize(NULL), vn_fold(NULL), vn_segment(NULL), vn_tsquery(NULL), vn_or_tsquery(NULL);
SELECT (SELECT count(*) FROM vn_words(NULL)) AS words, (SELECT count(*) FROM vn_sentences(NULL)) AS sentences,
	(SELECT count(*) FROM vn_officials(NULL)) AS officials, (SELECT count(*) FROM vn_directives(NULL)) AS directives,
	(SELECT count(*) FROM vn_awards(NULL)) AS awards;

-- Every function on every text.
SELECT what FROM odd WHERE vn_normalize(t) IS NULL OR vn_fold(t) IS NULL OR vn_segment(t) IS NULL OR vn_tsquery(left(t, 2000)) IS NULL
	OR vn_or_tsquery(left(t, 2000)) IS NULL OR to_tsvector('vietnamese', left(t, 5000)) IS NULL
	OR ts_headline('vietnamese', left(t, 5000), 'bo'::tsquery) IS NULL;

-- Offsets: each row is where it says; words and sentences go on from each other and leave out nothing but blanks.
CREATE TEMP VIEW spans AS
	SELECT what, t, 'words' AS f, ordinal, start_char, char_count, word AS value FROM odd, vn_words(t) WHERE length(t) < 10000
	UNION ALL SELECT what, t, 'sentences', ordinal, start_char, char_count, sentence FROM odd, vn_sentences(t) WHERE length(t) < 10000
	UNION ALL SELECT what, t, 'officials', row_number() OVER (PARTITION BY what), start_char, char_count, NULL FROM odd, vn_officials(t)
	UNION ALL SELECT what, t, 'directives', row_number() OVER (PARTITION BY what), start_char, char_count, NULL FROM odd, vn_directives(t)
	UNION ALL SELECT what, t, 'awards', row_number() OVER (PARTITION BY what), start_char, char_count, NULL FROM odd, vn_awards(t);
SELECT what, f, ordinal FROM spans WHERE start_char < 1 OR char_count < 1 OR start_char + char_count - 1 > length(t);
SELECT what, f, ordinal FROM spans WHERE length(t) < 10000 AND value <> vn_normalize(substr(t, start_char, char_count));
SELECT DISTINCT what, f FROM (
	SELECT *, lag(start_char + char_count, 1, 1) OVER (PARTITION BY what, f ORDER BY ordinal) AS behind,
		lag(ordinal, 1, 0::bigint) OVER (PARTITION BY what, f ORDER BY ordinal) + 1 AS expected FROM spans) AS s
WHERE f IN ('words', 'sentences') AND length(t) < 10000
	AND (start_char < behind OR ordinal <> expected OR vn_normalize(substr(t, behind, start_char - behind)) !~ '^\s*$');

-- No rows out of texts without Vietnamese facts.
SELECT what, f FROM spans WHERE f IN ('officials', 'directives', 'awards')
	AND what NOT IN ('decomposed', 'CRLF and tabs', 'markup', 'no diacritics', 'capitals', 'zero-width', 'an article');
SELECT f, count(*) FROM spans WHERE what = 'an article' AND f NOT IN ('words', 'sentences') GROUP BY f ORDER BY f COLLATE "C";

-- NFD in: the same rows, and offsets into the NFD text.
WITH a(nfc, nfd) AS (SELECT t, normalize(t, NFD) FROM odd WHERE what = 'an article'),
	b AS (SELECT nfd, o.ordinality, to_jsonb(o) AS c, to_jsonb(d) AS d FROM a, vn_officials(nfc) WITH ORDINALITY AS o
		JOIN LATERAL vn_officials(nfd) WITH ORDINALITY AS d ON o.ordinality = d.ordinality)
SELECT c - '{start_char,char_count}'::text[] = d - '{start_char,char_count}'::text[] AS same,
	normalize(substr(nfd, (d->>'start_char')::int, (d->>'char_count')::int), NFC) AS stretch FROM b;

-- Wherever a set may stand: FROM, LATERAL, the select list, under LIMIT, two at a time, in parallel workers.
CREATE TABLE robust_article AS SELECT n, what, t FROM odd, generate_series(1, 60) AS n WHERE length(t) < 3000;
ANALYZE robust_article;
CREATE VIEW robust_count AS SELECT count(*), sum(o.start_char), min(o.name COLLATE "C") FROM robust_article, vn_officials(t) AS o;
CREATE TEMP TABLE serial AS SELECT * FROM robust_count;
SELECT count(*) > 0 AS rows_there FROM (SELECT (vn_officials(t)).* FROM robust_article) AS o, serial HAVING count(*) = max(serial.count);
SELECT name FROM robust_article, LATERAL vn_officials(t) WHERE what = 'an article' LIMIT 1;
SELECT (vn_words(t)).word FROM odd WHERE what = 'an article' LIMIT 3;
SELECT count(*) = (SELECT count(*) FROM odd, vn_words(t) WHERE what = 'an article') AS as_many_as_words
FROM (SELECT vn_words(t), vn_sentences(t), vn_officials(t) FROM odd WHERE what = 'an article') AS s;
SELECT count(*) FROM odd AS a, odd AS b, vn_awards(a.t) AS x, vn_awards(b.t) AS y
WHERE a.what IN ('an article', 'capitals') AND b.what IN ('an article', 'capitals');
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT * FROM robust_count;
SELECT (SELECT robust_count FROM robust_count)::text = (SELECT serial FROM serial)::text AS parallel_alike;
DROP TABLE robust_article CASCADE;

-- An error in the middle leaves the next call as it was.
SELECT sum(1 / (3 - ordinal)) FROM vn_words('một, hai ba bốn');
SELECT count(*) > 3 AS all_there FROM vn_words('một, hai ba bốn');
SELECT (1 / (1 - o.mentions)) FROM odd, vn_officials(t) AS o WHERE what = 'an article';
SELECT o.name, o.title FROM odd, vn_officials(t) AS o WHERE what = 'an article';
