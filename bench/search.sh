#!/usr/bin/env bash
# Speed and size of text search: to_tsvector as ratio to "simple" and to a scan that only counts characters, in one run
# on one core, the best of all rounds; index recipes with their size and the time of typical queries.
#
# usage: bench/search.sh [ROUNDS]
. "$(dirname "${BASH_SOURCE[0]}")/../tools/throwaway.sh"
. "$root/bench/news.sh"

rounds=${1:-5}

need_packages
open_workshop
build_extension "$root"
start_server

load_news
psql -X -q <<'SQL'
SET client_min_messages = warning;
CREATE EXTENSION vn_civic;
VACUUM ANALYZE articles;
DO $$
DECLARE
	option record;
BEGIN
	FOR option IN VALUES ('folded', 'Forms = folded, Compounds = off'), ('folded_compounds', 'Forms = folded'),
		('both', 'Compounds = off')
	LOOP
		EXECUTE format('CREATE TEXT SEARCH DICTIONARY %I (TEMPLATE = vietnamese, %s)', option.column1, option.column2);
		EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = vietnamese)', option.column1);
		EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING REPLACE vietnamese WITH %1$I', option.column1);
	END LOOP;
END $$;
SQL
if psql -X -q -c "CREATE EXTENSION unaccent" 2>/dev/null; then
	psql -X -q -c "CREATE TEXT SEARCH CONFIGURATION unaccented (COPY = simple)" \
		-c "ALTER TEXT SEARCH CONFIGURATION unaccented ALTER MAPPING FOR word, asciiword, numword, hword, hword_part, hword_asciipart, asciihword, numhword, hword_numpart WITH unaccent, simple"
fi
say "$(psql -X -At -c "SELECT count(*) || ' articles, ' || pg_size_pretty(sum(octet_length(body))) FROM articles")"

# Usage: timed QUERY: its milliseconds, second run, without parallel workers.
timed() {
	PGOPTIONS='-c max_parallel_workers_per_gather=0 -c enable_seqscan=off' psql -X -At -c "$1" -c '\timing on' -c "$1" |
		awk '/^Time:/ { print $2 }' | tail -n 1
}

scan="SELECT sum(length(body)) FROM articles"
printf '%-28s %10s %9s %8s %14s\n' "to_tsvector" ms "x simple" "x scan" "vectors, MB"
for configuration in simple unaccented folded folded_compounds both vietnamese vietnamese_marked vietnamese_bigrams; do
	[ -n "$(psql -X -At -c "SELECT 1 FROM pg_ts_config WHERE cfgname = '$configuration'")" ] || continue
	for ((i = 0; i < rounds; i++)); do
		echo "$(timed "$scan") $(timed "SELECT sum(length(to_tsvector('simple', body))) FROM articles")" \
			"$(timed "SELECT sum(length(to_tsvector('$configuration', body))) FROM articles")"
	done | awk -v name="$configuration" \
		-v size="$(psql -X -At -c "SELECT round(sum(pg_column_size(to_tsvector('$configuration', body))) / 1e6, 1) FROM articles")" \
		'{ for (i = 1; i <= 3; i++) if (NR == 1 || $i < best[i]) best[i] = $i }
		END { printf "%-28s %10.0f %9.2f %8.1f %14s\n", name, best[3], best[3] / best[2], best[3] / best[1], size }'
done

say "indexes"
# Usage: recipe NAME COLUMN-SQL INDEX-SQL VECTOR: builds, then times a word query, a phrase and the ten best.
recipe() {
	local began
	psql -X -q -c "SET client_min_messages = error" -c "$2" -c "VACUUM ANALYZE articles"
	began=$(date +%s%N)
	psql -X -q -c "$3" || return 0
	local build=$((($(date +%s%N) - began) / 1000000))
	printf '%-34s %9s %9s %9s %9s %9s\n' "$1" "$build" \
		"$(psql -X -At -c "SELECT round(pg_relation_size('recipe') / 1e6, 1)")" \
		"$(timed "SELECT count(*) FROM articles WHERE $4 @@ websearch_to_tsquery('vietnamese', 'cai cach hanh chinh')")" \
		"$(timed "SELECT count(*) FROM articles WHERE $4 @@ websearch_to_tsquery('vietnamese', '\"cai cach hanh chinh\"')")" \
		"$(timed "SELECT id FROM articles, vn_tsquery('cải cách hành chính') q WHERE $4 @@ q ORDER BY ts_rank_cd($4, q) DESC LIMIT 10")"
	psql -X -q -c "DROP INDEX recipe" -c "ALTER TABLE articles DROP COLUMN IF EXISTS words"
}
column() { echo "ALTER TABLE articles ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('$1', body)) STORED"; }

printf '%-34s %9s %9s %9s %9s %9s\n' recipe "build ms" "size MB" "words ms" "phrase ms" "best 10 ms"
recipe "GIN on to_tsvector(…)" "SELECT" "CREATE INDEX recipe ON articles USING gin (to_tsvector('vietnamese', body))" \
	"to_tsvector('vietnamese', body)"
recipe "GIN on a generated column" "$(column vietnamese)" "CREATE INDEX recipe ON articles USING gin (words)" words
recipe "the same, simple" "$(column simple)" "CREATE INDEX recipe ON articles USING gin (words)" words
recipe "the same, bigrams" "$(column vietnamese_bigrams)" "CREATE INDEX recipe ON articles USING gin (words)" words
if psql -X -q -c "CREATE EXTENSION rum" 2>/dev/null; then
	recipe "RUM on a generated column" "$(column vietnamese)" "CREATE INDEX recipe ON articles USING rum (words)" words
else
	say "SKIPPED: RUM, which is not installed (postgresql-NN-rum)"
fi
if psql -X -q -c "CREATE EXTENSION pg_trgm" 2>/dev/null; then
	psql -X -q -c "CREATE INDEX titles ON articles USING gin (vn_fold(title) gin_trgm_ops)" -c "ANALYZE articles"
	say "trigrams of vn_fold(title): $(psql -X -At -c "SELECT pg_size_pretty(pg_relation_size('titles'))"), a part of a title in $(timed "SELECT count(*) FROM articles WHERE vn_fold(title) LIKE '%' || vn_fold('Bộ Công Thương') || '%'") ms"
fi
