#!/usr/bin/env bash
# Speed and size of text search. "speed": to_tsvector as ratio to "simple" and to a scan that only counts characters, CPU
# time in one session, the best of all rounds. "recipes": ways to index, with their size and the time of typical queries.
#
# usage: bench/search.sh [speed|recipes|all] [ROUNDS] [ARTICLES]
. "$(dirname "${BASH_SOURCE[0]}")/../tools/throwaway.sh"
. "$root/bench/news.sh"

part=${1:-all}
rounds=${2:-3}
articles=${3:-2600}
case $part in speed|recipes|all) ;; *) die "no such part: $part" ;; esac

need_packages
open_workshop
build_extension "$root"
start_server

load_news
psql -X -q <<SQL
SET client_min_messages = warning;
CREATE EXTENSION vn_civic;
DELETE FROM articles WHERE id > $articles;
VACUUM ANALYZE articles;
DO \$\$
DECLARE
	option record;
BEGIN
	FOR option IN VALUES ('folded', 'Forms = folded, Compounds = off'), ('folded_compounds', 'Forms = folded'),
		('both', 'Compounds = off')
	LOOP
		EXECUTE format('CREATE TEXT SEARCH DICTIONARY %I (TEMPLATE = vietnamese, %s)', option.column1, option.column2);
		EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = vietnamese)', option.column1);
		EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING REPLACE vietnamese WITH %1\$I', option.column1);
	END LOOP;
END \$\$;
SQL
if psql -X -q -c "CREATE EXTENSION unaccent" 2>/dev/null; then
	psql -X -q -c "CREATE TEXT SEARCH CONFIGURATION unaccented (COPY = simple)" \
		-c "ALTER TEXT SEARCH CONFIGURATION unaccented ALTER MAPPING FOR word, asciiword, numword, hword, hword_part, hword_asciipart, asciihword, numhword, hword_numpart WITH unaccent, simple"
fi
say "$(psql -X -At -c "SELECT count(*) || ' articles, ' || pg_size_pretty(sum(octet_length(body))) FROM articles")"

speed() {
	psql -X -q -P footer=off <<SQL
SET max_parallel_workers_per_gather = 0;
SET jit = off;
CREATE TABLE took (configuration text, round int, ms float);
CREATE FUNCTION cpu_ms() RETURNS float LANGUAGE sql VOLATILE
	AS \$\$ SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)::float / 1e6 \$\$;
DO \$\$
DECLARE
	configuration text;
	began float;
BEGIN
	FOR round IN 1..$rounds LOOP
		FOR configuration IN SELECT 'a scan' UNION ALL SELECT cfgname FROM pg_ts_config WHERE cfgname IN ('simple', 'unaccented',
			'folded', 'folded_compounds', 'both', 'vietnamese', 'vietnamese_marked', 'vietnamese_bigrams')
		LOOP
			began := cpu_ms();
			EXECUTE CASE configuration WHEN 'a scan' THEN 'SELECT sum(length(body)) FROM articles'
				ELSE format('SELECT sum(length(to_tsvector(%L, body))) FROM articles', configuration) END;
			INSERT INTO took VALUES (configuration, round, cpu_ms() - began);
		END LOOP;
	END LOOP;
END \$\$;
SELECT configuration, round(min(ms)) AS ms,
	round((min(ms) / (SELECT min(ms) FROM took WHERE configuration = 'simple'))::numeric, 2) AS "x simple",
	round((min(ms) / (SELECT min(ms) FROM took WHERE configuration = 'a scan'))::numeric, 1) AS "x scan"
FROM took GROUP BY 1 ORDER BY 2;
SQL
}

# Usage: timed QUERY: its milliseconds, second run, without parallel workers.
timed() {
	PGOPTIONS='-c max_parallel_workers_per_gather=0 -c enable_seqscan=off' psql -X -At -c "$1" -c '\timing on' -c "$1" |
		awk '/^Time:/ { print $2 }' | tail -n 1
}

size() { psql -X -At -c "SELECT round($1 / 1e6, 1) FROM articles"; }

# Usage: recipe NAME CONFIGURATION METHOD [VECTOR]: builds a generated column, unless a vector is given, and the index; times
# a query for words, for a phrase and for the ten best.
recipe() {
	local began build vector=${4:-words} column=-
	if [ "$vector" = words ]; then
		psql -X -q -c "SET client_min_messages = error" \
			-c "ALTER TABLE articles ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('$2', body)) STORED"
		column=$(size "sum(pg_column_size(words))")
	fi
	began=$(date +%s%N)
	psql -X -q -c "CREATE INDEX recipe ON articles USING $3 ($vector)"
	build=$((($(date +%s%N) - began) / 1000000))
	psql -X -q -c "VACUUM ANALYZE articles"
	printf '%-32s %9s %9s %9s %9s %9s %9s\n' "$1" "$build" "$(size "pg_relation_size('recipe')" | tail -n 1)" "$column" \
		"$(timed "SELECT count(*) FROM articles WHERE $vector @@ websearch_to_tsquery('$2', 'cai cach hanh chinh')")" \
		"$(timed "SELECT count(*) FROM articles WHERE $vector @@ websearch_to_tsquery('$2', '\"bo cong thuong\"')")" \
		"$(timed "SELECT id FROM articles, vn_tsquery('$2', 'cải cách hành chính') q WHERE $vector @@ q ORDER BY ts_rank_cd($vector, q) DESC LIMIT 10")"
	psql -X -q -c "SET client_min_messages = warning" -c "DROP INDEX recipe" -c "ALTER TABLE articles DROP COLUMN IF EXISTS words"
}

recipes() {
	printf '%-32s %9s %9s %9s %9s %9s %9s\n' recipe "build ms" "size MB" "column MB" "words ms" "phrase ms" "best ms"
	recipe "GIN on to_tsvector(…)" vietnamese gin "to_tsvector('vietnamese', body)"
	recipe "GIN on a generated column" vietnamese gin
	if psql -X -q -c "CREATE EXTENSION rum" 2>/dev/null; then
		recipe "RUM on a generated column" vietnamese rum
	else
		say "SKIPPED: RUM, which is not installed (postgresql-NN-rum)"
	fi
	recipe "GIN, bigrams" vietnamese_bigrams gin
	recipe "GIN, folded_compounds" folded_compounds gin
	recipe "GIN, folded" folded gin
	recipe "GIN, both, no compounds" both gin
	recipe "GIN, simple" simple gin
	if psql -X -q -c "CREATE EXTENSION pg_trgm" 2>/dev/null; then
		psql -X -q -c "CREATE INDEX titles ON articles USING gin (vn_fold(title) gin_trgm_ops)" -c "ANALYZE articles"
		say "trigrams of vn_fold(title): $(psql -X -At -c "SELECT pg_size_pretty(pg_relation_size('titles'))"), a part of a title in $(timed "SELECT count(*) FROM articles WHERE vn_fold(title) LIKE '%' || vn_fold('Bộ Công Thương') || '%'") ms"
	fi

	say "a long text in one row, or in one row for each of its articles: phrases found of those asked"
	psql -X -q -P footer=off <<'SQL'
CREATE TABLE parts AS SELECT id, body, to_tsvector('vietnamese', body) AS words FROM articles WHERE length(body) > 2000
	ORDER BY id LIMIT 100;
CREATE TABLE whole AS SELECT to_tsvector('vietnamese', string_agg(body, E'\n' ORDER BY id)) AS words FROM parts;
CREATE TABLE asked AS SELECT phraseto_tsquery('vietnamese', substring(body FROM '(?:\S+ ){100}((?:[[:alpha:]]+ ){3}[[:alpha:]]+)')) AS phrase FROM parts;
SELECT count(*) AS asked, count(*) FILTER (WHERE EXISTS (SELECT FROM whole WHERE words @@ phrase)) AS "one row",
	count(*) FILTER (WHERE EXISTS (SELECT FROM parts WHERE words @@ phrase)) AS "one row for each"
FROM asked WHERE numnode(phrase) > 0;
SQL
}

[ "$part" = recipes ] || speed
[ "$part" = speed ] || recipes
