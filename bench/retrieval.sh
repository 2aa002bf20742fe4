#!/usr/bin/env bash
# How well questions find the paragraph they were written about, and what an index weighs: for configurations that a user
# could pick, questions as typed, without diacritics and in NFD. The own collection is the paragraphs of data/samples with
# bench/retrieval/questions.tsv; XQuAD-vi of ../shared is used too when present.
#
# usage: bench/retrieval.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/throwaway.sh"

shared=$root/../shared/retrieval/data

need_packages
open_workshop
build_extension "$root"
start_server

psql -X -q -v ON_ERROR_STOP=1 <<'SQL'
SET client_min_messages = warning;
CREATE EXTENSION vn_civic;
CREATE TABLE doc (collection text, id text, body text);
CREATE TABLE question (collection text, id int GENERATED ALWAYS AS IDENTITY, body text, relevant text);
CREATE TABLE result (collection text, configuration text, form text, mrr numeric, first numeric, none numeric);
CREATE TABLE weight (collection text, configuration text, vectors numeric);
SQL
if psql -X -q -c "CREATE EXTENSION unaccent" 2>/dev/null; then
	psql -X -q -c "CREATE TEXT SEARCH CONFIGURATION unaccented (COPY = simple)" \
		-c "ALTER TEXT SEARCH CONFIGURATION unaccented ALTER MAPPING FOR word, asciiword, numword, hword, hword_part, hword_asciipart, asciihword, numhword, hword_numpart WITH unaccent, simple"
fi

"$root/tools/load_articles.sh" "$root/data/samples"
sed 's/\\/\\\\/g' "$root/bench/retrieval/questions.tsv" >"$work/questions"
psql -X -q -v ON_ERROR_STOP=1 -c "CREATE TEMP TABLE asked (body text, phrase text)" \
	-c "\\copy asked from '$work/questions'" \
	-c "INSERT INTO doc SELECT 'samples', a.id || ':' || n, line FROM articles a, regexp_split_to_table(a.body, '\n+') WITH ORDINALITY AS l(line, n) WHERE length(line) > 60" \
	-c "INSERT INTO question(collection, body, relevant) SELECT 'samples', a.body, d.id FROM asked a JOIN doc d ON strpos(d.body, a.phrase) > 0"
for set in xquad; do
	if [ -r "$shared/$set/docs.jsonl" ]; then
		for table in docs queries; do
			cp "$shared/$set/$table.jsonl" "$work/$set.$table"
		done
		psql -X -q -v ON_ERROR_STOP=1 -c "CREATE TEMP TABLE d (line jsonb)" -c "CREATE TEMP TABLE q (line jsonb)" \
			-c "\\copy d from '$work/$set.docs' with (format csv, quote e'\x01', delimiter e'\x02')" \
			-c "\\copy q from '$work/$set.queries' with (format csv, quote e'\x01', delimiter e'\x02')" \
			-c "INSERT INTO doc SELECT '$set', line->>'id', line->>'text' FROM d" \
			-c "INSERT INTO question(collection, body, relevant) SELECT '$set', line->>'text', line->'rel'->>0 FROM q"
	else
		say "SKIPPED: $set of ../shared, which is not here"
	fi
done

# Usage: measure INDEX-CONFIGURATION QUERY-CONFIGURATION QUERY-EXPRESSION
measure() {
	psql -X -q -v ON_ERROR_STOP=1 -v index="$1" -v query="$2" <<SQL
SET client_min_messages = warning;
CREATE TABLE v AS SELECT collection, id, to_tsvector(:'index', body) AS words FROM doc;
INSERT INTO weight SELECT collection, :'index', sum(pg_column_size(words)) FROM v GROUP BY 1;
INSERT INTO result
SELECT q.collection, :'index' || CASE WHEN :'index' <> :'query' THEN ' : ' || :'query' ELSE '' END, f.form,
	avg(CASE WHEN r.place <= 10 THEN 1.0 / r.place ELSE 0 END), avg((r.place = 1)::int), avg((r.place IS NULL)::int)
FROM question q
CROSS JOIN LATERAL (VALUES ('as typed', q.body), ('stripped', vn_fold(q.body)), ('NFD', normalize(q.body, NFD))) AS f(form, body)
CROSS JOIN LATERAL (SELECT $3 AS asked OFFSET 0) AS t
LEFT JOIN LATERAL (
	SELECT place FROM (
		SELECT v.id, row_number() OVER (ORDER BY ts_rank(words, t.asked, 1) DESC, md5(v.id)) AS place
		FROM v WHERE v.collection = q.collection AND words @@ t.asked) AS ranked
	WHERE id = q.relevant) AS r ON true
GROUP BY 1, 2, 3;
DROP TABLE v;
SQL
}

plain="replace(plainto_tsquery(:'query', f.body)::text, ' & ', ' | ')::tsquery"
ours="vn_or_tsquery(:'query', f.body)"
measure simple simple "$plain"
[ -z "$(psql -X -At -c "SELECT 1 FROM pg_ts_config WHERE cfgname = 'unaccented'")" ] || measure unaccented unaccented "$plain"
measure vietnamese vietnamese "$ours"
measure vietnamese vietnamese_marked "$ours"
measure vietnamese_bigrams vietnamese_bigrams_marked "$ours"

say "any word of the question, ts_rank(..., 1): mean reciprocal rank of the paragraph among the first ten"
psql -X -P footer=off -c "SELECT collection, configuration,
	max(round(mrr, 3)) FILTER (WHERE form = 'as typed') AS \"as typed\", max(round(mrr, 3)) FILTER (WHERE form = 'stripped') AS stripped,
	max(round(mrr, 3)) FILTER (WHERE form = 'NFD') AS nfd, max(round(first, 3)) FILTER (WHERE form = 'as typed') AS \"first, as typed\"
	FROM result GROUP BY 1, 2 ORDER BY 1, 3" \
	-c "SELECT collection, configuration, round(vectors / 1000) AS \"vectors, kB\",
	round(vectors / max(vectors) FILTER (WHERE configuration = 'simple') OVER (PARTITION BY collection), 2) AS \"x simple\"
	FROM (SELECT DISTINCT * FROM weight) w ORDER BY 1, 3"
