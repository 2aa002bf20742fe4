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

-- Questions: stop words go, compounds count as one.
SELECT asked, vn_or_tsquery(asked) AS query FROM (VALUES
	('Bộ trưởng nào của Chính phủ nói về cải cách hành chính?'), ('của và'), ('cải cách'), ('ai có thể'), ('')) AS t(asked);
SELECT vn_or_tsquery('simple', 'Bộ trưởng của ai?');
