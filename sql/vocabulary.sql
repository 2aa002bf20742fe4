-- A user's own words, kept in a text search dictionary.
\pset format unaligned
\pset tuples_only on
SET client_min_messages = warning;

CREATE TEXT SEARCH DICTIONARY my_words (TEMPLATE = vn_vocabulary);
SELECT count(*) FROM vn_vocabulary('my_words');
SELECT vn_vocabulary_add('my_words', 'Tập đoàn Sao Mai', 'organization');
SELECT vn_vocabulary_add('my_words', 'SMG', 'alias', of => 'Tập đoàn Sao Mai');
SELECT vn_vocabulary_add('my_words', '  Tổng   quản ', 'post', of => 'Tập đoàn Sao Mai');
SELECT vn_vocabulary_add('my_words', 'Điều phối viên trưởng', 'post');
SELECT vn_vocabulary_add('my_words', 'Cúp Sao Biển', 'award');
SELECT vn_vocabulary_add('my_words', 'làng xanh', 'word');
SELECT * FROM vn_vocabulary('my_words');

-- Entries are options, in the catalogue; the option of a kind may be set as a whole. Names may be longer than an identifier.
ALTER TEXT SEARCH DICTIONARY my_words (Words = 'làng xanh | nông trại mở', Organizations =
	'Tập đoàn Sao Mai | Trung tâm Nghiên cứu và Phát triển Nông nghiệp Xanh vùng Đồng bằng sông Cửu Long');
SELECT dictinitoption FROM pg_ts_dict WHERE dictname = 'my_words';
SELECT entry FROM vn_vocabulary('my_words') WHERE kind = 'organization';
SELECT vn_vocabulary_remove('my_words', 'NÔNG trại mở');
SELECT vn_vocabulary_remove('my_words', 'Cúp Sao Biển');
SELECT kind, count(*) FROM vn_vocabulary('my_words') GROUP BY 1 ORDER BY 1;

-- What is refused, and what to do about it.
DO $$
DECLARE
	call text;
	message text;
	detail text;
	hint text;
BEGIN
	FOREACH call IN ARRAY ARRAY[
		$c$vn_vocabulary_add('my_words', 'tập ĐOÀN sao mai', 'word')$c$,
		$c$vn_vocabulary_add('my_words', 'Hoà', 'word')$c$,
		$c$vn_vocabulary_add('my_words', ' ', 'word')$c$,
		$c$vn_vocabulary_add('my_words', '- !', 'award')$c$,
		$c$vn_vocabulary_add('my_words', E'hai\ndòng', 'word')$c$,
		$c$vn_vocabulary_add('my_words', 'a | b', 'word')$c$,
		$c$vn_vocabulary_add('my_words', 'a b', 'phrase')$c$,
		$c$vn_vocabulary_add('my_words', 'AB', 'alias')$c$,
		$c$vn_vocabulary_add('my_words', 'AB', 'alias', of => 'ab')$c$,
		$c$vn_vocabulary_add('my_words', 'AB', 'alias', of => '')$c$,
		$c$vn_vocabulary_add('my_words', 'a b', 'word', of => 'c')$c$,
		$c$vn_vocabulary_add('my_words', repeat('a', 256), 'organization')$c$,
		$c$vn_vocabulary_add('my_words', repeat('a ', 25), 'organization')$c$,
		$c$vn_vocabulary_add('my_words', NULL, 'word')$c$,
		$c$vn_vocabulary_add('simple', 'a b', 'word')$c$,
		$c$vn_vocabulary_add(1::regdictionary, 'a b', 'word')$c$,
		$c$vn_vocabulary_remove('my_words', 'sao mai')$c$]
	LOOP
		BEGIN
			EXECUTE 'SELECT ' || call;
			RAISE WARNING '% is accepted', call;
		EXCEPTION WHEN OTHERS THEN
			GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
			RAISE INFO USING MESSAGE = format('%s: %s', SQLSTATE, left(message, 100)),
				DETAIL = coalesce(nullif(detail, ''), '-'), HINT = coalesce(nullif(hint, ''), '-');
		END;
	END LOOP;
END $$;
CREATE TEXT SEARCH DICTIONARY wrong (TEMPLATE = vn_vocabulary, Verbs = 'a b');
CREATE TEXT SEARCH DICTIONARY wrong (TEMPLATE = vn_vocabulary, Words = 'a b | c d |');
CREATE TEXT SEARCH DICTIONARY wrong (TEMPLATE = vn_vocabulary, Aliases = 'AB');
SELECT count(*) FROM vn_vocabulary('my_words');

-- Only the owner changes it, everyone reads it.
CREATE ROLE regress_vn_other;
SET ROLE regress_vn_other;
SELECT count(*) FROM vn_vocabulary('my_words');
SELECT vn_vocabulary_add('my_words', 'a b', 'word');
SELECT vn_vocabulary_remove('my_words', 'SMG');
RESET ROLE;
DROP ROLE regress_vn_other;

-- Transactions.
BEGIN;
SELECT vn_vocabulary_add('my_words', 'a b', 'word'), vn_vocabulary_add('my_words', 'c d', 'word');
SELECT entry FROM vn_vocabulary('my_words') WHERE kind = 'word';
ROLLBACK;
SELECT entry FROM vn_vocabulary('my_words') WHERE kind = 'word';
BEGIN READ ONLY;
SELECT vn_vocabulary_add('my_words', 'a b', 'word');
ROLLBACK;

-- Search: before our dictionary in a copy of our configuration.
CREATE TEXT SEARCH CONFIGURATION mine (COPY = vietnamese);
ALTER TEXT SEARCH CONFIGURATION mine ALTER MAPPING FOR asciiword, word, numword, compound, uint WITH my_words, vietnamese;
SELECT to_tsvector('mine', 'Làng xanh và nhà xanh');
SELECT to_tsvector('mine', 'Tập đoàn Sao Mai đầu tư'), to_tsvector('mine', 'SMG đầu tư');
-- what only begins like an entry is cut as ever
SELECT to_tsvector('mine', 'tập đoàn sao, làng mới, làng') = to_tsvector('vietnamese', 'tập đoàn sao, làng mới, làng');
-- a name and its alias find each other, whichever function makes the query, with diacritics or without
SELECT text, query, to_tsvector('mine', text) @@ plainto_tsquery('mine', query) AS plain,
	to_tsvector('mine', text) @@ phraseto_tsquery('mine', query) AS phrase,
	to_tsvector('mine', text) @@ websearch_to_tsquery('mine', query) AS web, to_tsvector('mine', text) @@ vn_tsquery('mine', query) AS vn,
	to_tsvector('mine', text) @@ vn_or_tsquery('mine', query) AS any
FROM unnest(ARRAY['Tập đoàn Sao Mai đầu tư', 'SMG đầu tư', 'tap doan sao mai']) AS text,
	unnest(ARRAY['SMG', 'tập đoàn Sao Mai', 'tap doan sao mai']) AS query;
SELECT to_tsvector('mine', 'Mai tập đoàn') @@ vn_tsquery('mine', 'SMG'), to_tsvector('mine', 'Hôm nay SMG thắng') @@ phraseto_tsquery('mine', 'sao mai thắng');
-- an entry is a phrase in vn_tsquery()
SELECT vn_tsquery('mine', 'làng xanh nhà'), vn_tsquery('vietnamese', 'làng xanh nhà');
SELECT ts_headline('mine', 'Chiều nay Tập đoàn Sao Mai họp. SMG đầu tư', vn_tsquery('mine', 'SMG')),
	ts_headline('mine', 'Chiều nay Tập đoàn Sao Mai họp. SMG đầu tư', vn_tsquery('mine', 'đầu tư'));
-- a change shows in the next statement
SELECT vn_vocabulary_remove('my_words', 'SMG');
SELECT to_tsvector('mine', 'SMG đầu tư');
-- another dictionary, another vocabulary
CREATE TEXT SEARCH DICTIONARY other_words (TEMPLATE = vn_vocabulary, Aliases = 'SMG = Siêu thị Mường Giang');
SELECT entry FROM vn_vocabulary('other_words');
ALTER TEXT SEARCH CONFIGURATION mine ALTER MAPPING REPLACE my_words WITH other_words;
SELECT to_tsvector('mine', 'SMG đầu tư');


-- Extractors and words: entries count like the catalogues' own rows.
ALTER TEXT SEARCH DICTIONARY my_words (
	Organizations = 'Tập đoàn Sao Mai | Hội quán Chợ Gạo | Zenka | Liên minh Lúa Tím',
	Posts = 'Tổng quản = Tập đoàn Sao Mai | Trưởng nhóm điều phối | Thủ từ = Đền Cửa Biển',
	Awards = 'Cúp Sao Biển | Kỷ niệm Hạt Giống Đỏ',
	Aliases = 'SMG = Tập đoàn Sao Mai | BQLDA = Ban Quản lý dự án cầu Cửa Đại | TQ = Tổng quản | Bộ Sách = Bộ Giáo dục và Đào tạo',
	Words = 'làng xanh | nông trại mở');
CREATE TEMP TABLE article AS SELECT 'Sáng 3/4, Tổng quản Nguyễn Văn An và Trưởng nhóm điều phối Hội quán Chợ Gạo Trần Thị Bình dự lễ.
Ông Lê Văn Cường, Giám đốc SMG, cho biết kế hoạch mới. Thủ từ Phạm Văn Đức phát biểu. TQ Ngô Văn Lâm vắng mặt.
Giám đốc BQLDA Vũ Văn Giang có mặt, cùng Phó Giám đốc Zenka Hồ Thị Hoa và Thứ trưởng Bộ Sách Mai Văn Hùng.
Hội quán Chợ Gạo yêu cầu các làng xanh nộp báo cáo. Tập đoàn Sao Mai đã tặng Cúp Sao Biển cho 3 tập thể và 5 cá nhân.
SMG tặng Kỷ niệm Hạt Giống Đỏ cho 7 cá nhân.' AS body;
SELECT name, title, organization FROM article, vn_officials(body);
SELECT name, title, organization FROM article, vn_officials(body, 'my_words');
SELECT issuer_organization, content FROM article, vn_directives(body);
SELECT issuer_organization, content FROM article, vn_directives(body, 'my_words');
SELECT award, conferred_by, recipient_kind, recipient_count FROM article, vn_awards(body);
SELECT award, conferred_by, recipient_kind, recipient_count FROM article, vn_awards(body, 'my_words');
SELECT vn_segment('Các làng xanh, nông trại mở ra'), vn_segment('Các làng xanh, nông trại mở ra', 'my_words');
SELECT word, kind, start_char FROM vn_words('LÀNG XANH của nông trại mở', 'my_words');
-- an empty vocabulary changes nothing, another one says something else
CREATE TEXT SEARCH DICTIONARY no_words (TEMPLATE = vn_vocabulary);
SELECT count(*) FROM ((SELECT o::text FROM article, vn_officials(body) AS o) EXCEPT ALL
	SELECT o::text FROM article, vn_officials(body, 'no_words') AS o) AS lost;
SELECT name, organization FROM article, vn_officials(body, 'other_words') WHERE name = 'Lê Văn Cường';
SELECT count(*) FROM article, vn_officials(body, NULL);
SELECT count(*) FROM vn_officials(NULL, 'my_words');
SELECT count(*) FROM article, vn_officials(body, 'simple');
-- the kept analysis of a text is of one vocabulary, as it was then
SELECT (SELECT count(*) FROM vn_officials(body, 'my_words')), (SELECT count(*) FROM vn_officials(body)),
	(SELECT count(*) FROM vn_officials(body, 'other_words')), (SELECT count(*) FROM vn_officials(body, 'my_words')) FROM article;
SELECT vn_vocabulary_remove('my_words', 'Tổng quản');
SELECT count(*) FROM article, vn_officials(body, 'my_words');
BEGIN;
SELECT vn_vocabulary_add('my_words', 'Tổng quản', 'post');
SELECT name, title, organization FROM article, vn_officials(body, 'my_words') LIMIT 1;
ROLLBACK;
SELECT name FROM article, vn_officials(body, 'my_words') LIMIT 1;

DROP TEXT SEARCH DICTIONARY no_words;
DROP TEXT SEARCH CONFIGURATION mine;
DROP TEXT SEARCH DICTIONARY my_words;
DROP TEXT SEARCH DICTIONARY other_words;
