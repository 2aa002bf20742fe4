#!/usr/bin/env bash
# Speed of the extractors, as ratios to a scan that only counts characters, in one run on one core; and whether a backend's
# memory stays flat.
#
# usage: bench/extract.sh [ROUNDS]
. "$(dirname "${BASH_SOURCE[0]}")/../tools/throwaway.sh"
. "$root/bench/news.sh"

rounds=${1:-5}

need_packages
open_workshop
build_extension "$root"
start_server

load_news
psql -X -q -c "CREATE EXTENSION vn_civic" -c "VACUUM ANALYZE articles"
say "$(psql -X -At -c "SELECT count(*) || ' articles, ' || pg_size_pretty(sum(octet_length(body))) FROM articles")"

# Usage: timed QUERY: its milliseconds, second run, without parallel workers.
timed() {
	PGOPTIONS='-c max_parallel_workers_per_gather=0' psql -X -At -c "$1" -c '\timing on' -c "$1" |
		awk '/^Time:/ { print $2 }' | tail -n 1
}

scan="SELECT sum(length(body)) FROM articles"
queries=(
	"vn_officials|SELECT count(*) FROM articles, vn_officials(body)"
	"vn_directives|SELECT count(*) FROM articles, vn_directives(body)"
	"vn_awards|SELECT count(*) FROM articles, vn_awards(body)"
	"all three|SELECT sum((SELECT count(*) FROM vn_officials(body)) + (SELECT count(*) FROM vn_directives(body)) + (SELECT count(*) FROM vn_awards(body))) FROM articles"
	"vn_sentences|SELECT count(*) FROM articles, vn_sentences(body)"
	"vn_segment|SELECT sum(length(vn_segment(body))) FROM articles"
	"vn_fold|SELECT sum(length(vn_fold(body))) FROM articles"
	"one regexp over titles and names|SELECT count(*) FROM articles, regexp_matches(body, '(Bộ trưởng|Thứ trưởng|Chủ tịch|Giám đốc|Bí thư)[^.,;]{0,60}?(Nguyễn|Trần|Lê|Phạm|Hoàng)( [[:upper:]][[:alpha:]]*){1,3}', 'g')"
)
printf '%-36s %10s %8s\n' query ms "x scan"
for query in "${queries[@]}"; do
	for ((i = 0; i < rounds; i++)); do
		base=$(timed "$scan")
		time=$(timed "${query#*|}")
		echo "$time $(awk -v t="$time" -v b="$base" 'BEGIN { printf "%.2f", t / b }')"
	done | sort -k 2 -n | awk -v name="${query%%|*}" '{ t[NR] = $1; r[NR] = $2 }
		END { m = int((NR + 1) / 2); printf "%-36s %10.0f %8.2f\n", name, t[m], r[m] }'
done

say "memory of one backend after each 20,000 articles through all three extractors"
for ((i = 0; i < 5; i++)); do
	echo "SELECT count(*) FROM (SELECT body FROM articles, generate_series(1, 100) LIMIT 20000) a, vn_officials(body), LATERAL (SELECT count(*) FROM vn_directives(body)) d, LATERAL (SELECT count(*) FROM vn_awards(body)) w;"
	echo "SELECT pg_size_pretty(sum(total_bytes)) FROM pg_backend_memory_contexts;"
done | psql -X -At -q | sed -n 'n;p'
