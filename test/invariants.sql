-- Prints every row of an extractor that breaks a promise of its, for the articles that are loaded; nothing when all is well.
CREATE TEMP VIEW extracted AS
SELECT id, body, extractor, (r->>'start_char')::int AS start_char, (r->>'char_count')::int AS char_count, n, r
FROM articles,
     LATERAL (SELECT 'officials', to_jsonb(o), row_number() OVER () FROM vn_officials(body) AS o
              UNION ALL
              SELECT 'directives', to_jsonb(d), row_number() OVER () FROM vn_directives(body) AS d
              UNION ALL
              SELECT 'awards', to_jsonb(a), row_number() OVER () FROM vn_awards(body) AS a) AS rows(extractor, r, n);

SELECT 'outside the article', id, extractor, r FROM extracted
WHERE start_char < 1 OR char_count < 1 OR start_char + char_count - 1 > length(body);

SELECT 'stretch begins or ends with a blank', id, extractor, r FROM extracted
WHERE substr(body, start_char, char_count) ~ '^\s|\s$';

SELECT 'not in the order of start_char', id, extractor, r
FROM (SELECT *, lag(start_char) OVER (PARTITION BY id, extractor ORDER BY n) AS before FROM extracted) AS x
WHERE start_char < before;

SELECT 'not canonical', id, extractor, field, value FROM extracted, jsonb_each_text(r) AS f(field, value)
WHERE field NOT IN ('label', 'rule') AND (value <> vn_normalize(value) OR value = '');

SELECT 'no word of the name is in the stretch it was read from', id, r FROM extracted
WHERE extractor = 'officials'
	AND NOT EXISTS (SELECT FROM regexp_split_to_table(vn_fold(r->>'name'), ' ') AS word
		WHERE strpos(vn_fold(substr(body, start_char, char_count)), word) > 0);

SELECT 'same person, title and organization twice', id, r->>'name', r->>'title', r->>'organization', count(*) FROM extracted
WHERE extractor = 'officials' GROUP BY 2, 3, 4, 5 HAVING count(*) > 1;
