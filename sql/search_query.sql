-- Queries as people type them.
-- How wide an emoji is differs between versions of psql.
\pset format unaligned

SELECT typed, vn_tsquery('vietnamese_marked', typed) AS query FROM (VALUES
	('cải cách hành chính'), ('cai cach hanh chinh'), ('"cách hành" OR "hội nghị"'), ('hội nghị -"ma túy" -rượu'),
	('sởi HOẶC cúm KHÔNG lao'), ('SỞI HOẶC CÚM'), ('UBND'), ('ubnd'), ('TP.HCM'), ('nđ-cp'), ('ủy ban nhân dân'), ('Phạm Thị Thanh Trà'),
	('covid-19'), ('12,5 %'), ('15/2020/NĐ-CP'), ('or'), ('a or'), ('-'), ('"'), (''), ('%_\'' & | ! <-> :* ()'), ('!!('), ('😀')) AS t(typed);

-- No input is an error, however long.
SELECT length(vn_tsquery(repeat(piece, 200000))::text) < 1000000 AS tsquery,
	length(vn_or_tsquery(repeat(piece, 200000))::text) < 1000000 AS or_tsquery
FROM (VALUES ('%\'''), ('a '), ('a'), ('"a" -b or '), ('cải cách '), ('((((!')) AS t(piece);

-- What comes out can be read again, whatever went in.
SET client_min_messages = warning;
SELECT count(*) AS broken FROM (VALUES ('%'), ('_'), (''''), ('\'), ('\'''), ('a\'), ('a''b'), ('%a%'), ('\\%'), ('a:*'), ('a & !b'), ('h''hen'),
	('https://a.vn/x''y\z_%'), ('"'), ('""'), ('" "'), ('- -'), ('-"'), ('OR OR'), ('a OR'), ('-a OR -b'), (E'\t\n'), (U&'\0301'), (U&'\FFFF'))
	AS t(typed), LATERAL (VALUES (vn_tsquery(typed)), (vn_or_tsquery(typed)), (vn_tsquery('simple', typed))) AS q(query)
WHERE query::text::tsquery IS DISTINCT FROM query;
RESET client_min_messages;

-- Numbers, amounts, dates, numbers of documents as users type them.
SELECT typed, ARRAY(SELECT n FROM (VALUES (1, 'chi 3,5 tỷ đồng ngày 23 tháng 7 năm 2024'), (2, 'chi 3.5 tỷ ngày 23/7/2024'),
	(3, 'Covid-19 tăng 12,5 % lên 1.276,5 ca, 23-07-2024'), (4, 'Nghị định số 45/2019/NĐ-CP'), (5, 'Quyết định 45/2019/QD-UBND')) AS d(n, body)
	WHERE to_tsvector('vietnamese', body) @@ vn_tsquery(typed)) AS found
FROM (VALUES ('3,5 tỷ đồng'), ('3.5 ty dong'), ('3,5 tỷ'), ('23/7/2024'), ('23-07-2024'), ('ngày 23 tháng 7 năm 2024'), ('covid'), ('covid-19'),
	('COVID 19'), ('12.5%'), ('1276,5'), ('45/2019/nd-cp'), ('045/2019/NĐ-CP'), ('nghi dinh 45/2019'), ('45/2019'), ('45')) AS t(typed);

-- Questions: stop words go, compounds count as one.
SELECT asked, vn_or_tsquery(asked) AS query FROM (VALUES
	('Bộ trưởng nào của Chính phủ nói về cải cách hành chính?'), ('của và'), ('cải cách'), ('ai có thể'), ('')) AS t(asked);
SELECT vn_or_tsquery('simple', 'Bộ trưởng của ai?');
