-- One JSON object per article with the rows of every extractor: what test/score.py compares (psql -X -At -f).
SELECT jsonb_build_object('id', id,
	'officials', (SELECT coalesce(jsonb_agg(o), '[]') FROM vn_officials(body) AS o),
	'directives', (SELECT coalesce(jsonb_agg(d), '[]') FROM vn_directives(body) AS d),
	'awards', (SELECT coalesce(jsonb_agg(a), '[]') FROM vn_awards(body) AS a))
FROM articles ORDER BY id COLLATE "C";
