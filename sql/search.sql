-- What search sees.
-- How wide an emoji is differs between versions of psql.
\pset format unaligned

-- Token types: stored by number in users' configurations, so neither numbers nor aliases may ever change.
SELECT tokid, alias FROM ts_token_type('vietnamese') ORDER BY tokid;

SELECT alias, token, lexemes FROM ts_debug('vietnamese',
	'Bộ Y tế: Covid-19 giảm 12,5 % (05 ca) ngày 23/07/2024, theo 15/2020/NĐ-CP, 57-NQ/TW, 01/TB-VPCP; 1.276,5 và 1.200.000 '
	'hay 3/4, 5G, TRAINING, ban, http://moh.gov.vn/a?b=1, A@moh.gov.vn, chinhphu.vn, Đắk Lắk, H''Hen, café, Москва')
WHERE alias <> 'blank';

-- An amount of money is one token; a currency that begins another word makes none.
SELECT alias, token, lexemes FROM ts_debug('vietnamese', 'thưởng 3,5 tỷ đồng cho 5 đồng chí, 500.000 VNĐ, 5 ty dong, 10 triệu')
WHERE alias <> 'blank';

-- Every spelling of a text gives the same lexemes.
SELECT form, to_tsvector('vietnamese', form) = to_tsvector('vietnamese', 'Hòa bình, thủy lợi và Nghị định 05/2021/NĐ-CP') AS same
FROM (VALUES ('Hoà bình, thuỷ lợi và Nghị định 05/2021/NĐ-CP'), ('HÒA BÌNH, THỦY LỢI VÀ NGHỊ ĐỊNH 5/2021/nđ-cp'),
	(normalize('Hòa bình, thủy lợi và Nghị định 05/2021/NĐ-CP', NFD)),
	(E'hoà\u00a0 bình, thuỷ\u200b lợi\nvà nghị định 05/2021/NĐ-CP')) AS t(form);

-- Any mixture of composed and decomposed, either place of the tone mark, capitals and lower case, syllable by syllable: text and
-- query meet, by every builder of queries.
CREATE TEMP TABLE mixture AS
SELECT n, string_agg(CASE WHEN seed / 4 % 2 = 0 THEN cased ELSE normalize(cased, NFD) END, ' ' ORDER BY place) AS body
FROM generate_series(1, 64) AS n,
	regexp_split_to_table('hòa giải ở xã thủy lợi, khỏe mạnh và ủy quyền đường sắt', ' ') WITH ORDINALITY AS s(syllable, place),
	LATERAL (SELECT ('x' || left(md5(n || syllable), 4))::bit(16)::int AS seed) AS r,
	LATERAL (SELECT CASE WHEN seed % 2 = 0 THEN syllable ELSE replace(replace(replace(syllable, 'òa', 'oà'), 'ủy', 'uỷ'), 'ỏe', 'oẻ') END AS placed) AS p,
	LATERAL (SELECT CASE seed / 2 % 2 WHEN 0 THEN placed
		ELSE translate(placed, 'abcdeghiklmnopqrstuvxyđàảáạòỏôắờuủỷyẻịợứềưế', 'ABCDEGHIKLMNOPQRSTUVXYĐÀẢÁẠÒỎÔẮỜUỦỶYẺỊỢỨỀƯẾ') END AS cased) AS c
GROUP BY n;
SELECT count(DISTINCT body) > 60 AS many, count(DISTINCT to_tsvector('vietnamese', body)) AS vectors,
	count(DISTINCT to_tsvector('vietnamese_bigrams', body)) AS with_bigrams,
	count(DISTINCT (plainto_tsquery('vietnamese_marked', body), phraseto_tsquery('vietnamese', body),
		websearch_to_tsquery('vietnamese_marked', body), vn_tsquery(body), vn_or_tsquery(body))) AS queries
FROM mixture;

-- The parser for bigrams differs in one type.
SELECT tokid, alias FROM ts_token_type('vietnamese_clauses') EXCEPT SELECT tokid, alias FROM ts_token_type('vietnamese');
SELECT token, lexemes FROM ts_debug('vietnamese_bigrams', 'Bộ Y tế báo cáo Quốc hội, training 2 ngày') WHERE alias <> 'blank';
