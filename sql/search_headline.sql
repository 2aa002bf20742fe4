-- Headlines: every kind of query over short and long texts, with and without fragments and HighlightAll, compounds of two to
-- four syllables, NFC and NFD, exact and folded queries. Text outside the marks is byte for byte the source's.
SET client_min_messages = warning;

CREATE TEMP TABLE texts AS
SELECT n, size, form, CASE WHEN form = 'NFD' THEN normalize(body, NFD) ELSE body END AS body
FROM (VALUES
	(1, 'short', 'Hội nghị nói về cải cách hành chính, sốt xuất huyết và Ủy ban nhân dân xã.'),
	(2, 'long', repeat('Phần mở đầu nói chuyện khác, không dính dáng gì. ', 40)
		|| 'Hội nghị nói về cải cách hành chính, sốt xuất huyết và Ủy ban nhân dân xã.'
		|| repeat(' Phần cuối cũng nói chuyện khác.', 40))) AS t(n, size, body),
	(VALUES ('NFC'), ('NFD')) AS f(form);

CREATE TEMP TABLE queries AS
SELECT kind, config::regconfig, query
FROM (VALUES ('vietnamese'), ('vietnamese_marked'), ('vietnamese_bigrams'), ('vietnamese_bigrams_marked')) AS c(config),
	LATERAL (VALUES
	('plain', plainto_tsquery(config::regconfig, 'cải cách')),
	('phrase 2', phraseto_tsquery(config::regconfig, 'cải cách')),
	('phrase 3', phraseto_tsquery(config::regconfig, 'sốt xuất huyết')),
	('phrase 4', phraseto_tsquery(config::regconfig, 'Ủy ban nhân dân')),
	('phrase across', phraseto_tsquery(config::regconfig, 'cách hành')),
	('folded phrase', phraseto_tsquery(config::regconfig, 'cai cach hanh chinh')),
	('web', websearch_to_tsquery(config::regconfig, 'cai cach hanh chinh')),
	('quoted', websearch_to_tsquery(config::regconfig, '"xuất huyết" -rượu')),
	('vn_tsquery', vn_tsquery(config::regconfig, 'ủy ban nhân dân')),
	('prefix', to_tsquery(config::regconfig, 'huy:*'))) AS q(kind, query);

CREATE TEMP TABLE headlines AS
SELECT n, size, form, kind, config, query, style, body,
	ts_headline(config, body, query, 'StartSel=[, StopSel=], ' || options) AS headline
FROM texts, queries, (VALUES ('plain', 'MaxWords=12, MinWords=4'), ('fragments', 'MaxFragments=2, MaxWords=12, MinWords=4'),
	('all', 'HighlightAll=true')) AS s(style, options);

-- What is marked, once per kind: the same for all configurations, forms and styles?
SELECT kind, normalize(array_to_string(ARRAY(SELECT m[1] FROM regexp_matches(headline, '\[([^]]*)\]', 'g') AS m), ' · ')) AS marked,
	count(*) AS cases
FROM headlines GROUP BY kind, marked ORDER BY kind, marked;

-- Nothing but marks (and the delimiter of fragments) was added to the source.
SELECT count(*) AS broken FROM headlines
WHERE strpos(body, replace(replace(split_part(headline, ' ... ', 1), '[', ''), ']', '')) = 0
	OR (style = 'all' AND replace(replace(headline, '[', ''), ']', '') <> body);

-- A false friend is not marked when diacritics were typed; without them it is.
SELECT config, ts_headline(config, 'người bị thu hồi đất gặp Bí thư', phraseto_tsquery(config, query)) AS headline
FROM (VALUES ('vietnamese_marked'::regconfig, 'bí thư'), ('vietnamese', 'bí thư'), ('vietnamese_marked', 'bi thu')) AS t(config, query);

-- Half a compound is marked by itself, a document number and an address as wholes.
SELECT ts_headline('vietnamese', 'Về cải cách theo 15/2020/NĐ-CP tại https://chinhphu.vn/a_b', vn_tsquery(query)) AS headline
FROM (VALUES ('cách'), ('15/2020/nd-cp'), ('chinhphu.vn')) AS t(query);

-- Nothing to mark, nothing to read.
SELECT ts_headline('vietnamese', body, 'a'::tsquery) AS headline FROM (VALUES (''), ('...'), ('không có gì')) AS t(body);

-- The matrix: compounds of two, three and four syllables, each asked for by every builder of queries, as written, without
-- diacritics and in decomposed capitals. Whatever the style, one mark holds the whole compound, no mark holds anything else,
-- and without the marks the text is the source's.
CREATE TEMP TABLE matrix AS
SELECT compound, builder, asked, t.form, size, style, body,
	ts_headline(config, body, query, 'StartSel=[, StopSel=], ' || options) AS headline
FROM (VALUES ('cải cách'), ('sốt xuất huyết'), ('ủy ban nhân dân')) AS c(compound),
	(VALUES ('vietnamese'::regconfig), ('vietnamese_marked'), ('vietnamese_bigrams'), ('vietnamese_bigrams_marked')) AS f(config),
	LATERAL (VALUES ('typed', compound), ('folded', vn_fold(compound)), ('NFD', normalize(initcap(compound), NFD))) AS a(asked, typed),
	LATERAL (VALUES ('plain', plainto_tsquery(config, typed)), ('phrase', phraseto_tsquery(config, typed)),
		('web', websearch_to_tsquery(config, typed)), ('quoted', websearch_to_tsquery(config, '"' || typed || '" -rượu')),
		('tsquery', to_tsquery(config, replace(typed, ' ', ' & '))), ('followed by', to_tsquery(config, replace(typed, ' ', ' <-> '))),
		('vn_tsquery', vn_tsquery(config, typed)), ('vn_or_tsquery', vn_or_tsquery(config, typed))) AS q(builder, query),
	texts AS t,
	(VALUES ('plain', 'MaxWords=12, MinWords=4'), ('fragments', 'MaxFragments=2, MaxWords=12, MinWords=4'),
		('all', 'HighlightAll=true')) AS s(style, options);
SELECT count(*) AS cases,
	count(*) FILTER (WHERE NOT EXISTS (SELECT FROM regexp_matches(headline, '\[([^]]*)\]', 'g') AS m
		WHERE vn_fold(m[1]) = vn_fold(compound))) AS not_marked_whole,
	count(*) FILTER (WHERE EXISTS (SELECT FROM regexp_matches(headline, '\[([^]]*)\]', 'g') AS m
		WHERE strpos(vn_fold(compound), vn_fold(m[1])) = 0)) AS other_marked,
	count(*) FILTER (WHERE EXISTS (SELECT FROM regexp_split_to_table(translate(headline, '[]', ''), ' \.\.\. ') AS part
		WHERE strpos(body, part) = 0)) AS not_of_the_source,
	count(*) FILTER (WHERE style = 'all' AND translate(headline, '[]', '') <> body) AS not_the_source
FROM matrix;

-- A date is marked as a whole when it is asked for, by its words when they are.
SELECT ts_headline('vietnamese', 'Họp ngày 23 tháng 7 năm 2024 tại xã', vn_tsquery(query), 'StartSel=[, StopSel=]') AS headline
FROM (VALUES ('23/7/2024'), ('ngày 23 thang 7 nam 2024'), ('tháng 7')) AS t(query);
