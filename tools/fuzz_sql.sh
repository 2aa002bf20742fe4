#!/usr/bin/env bash
# Random valid and invalid text for every SQL function, in a throw-away PostgreSQL: no crash, no hang, no error but those
# allowed, no broken promise (test/fuzz/sql.sql says what is tried). Ends with "N calls, N problems".
#
# usage: tools/fuzz_sql.sh [SECONDS [SEED]]    (default 60 seconds, from seed 1 on)
. "$(dirname "${BASH_SOURCE[0]}")/throwaway.sh"

seconds=${1:-60}
seed=${2:-1}
rounds=20

need_packages
open_workshop
build_extension "$root"
start_server
createdb fuzz
export PGDATABASE=fuzz PGOPTIONS="-c statement_timeout=120s -c client_min_messages=error"
psql -X -q -v ON_ERROR_STOP=1 -c "CREATE EXTENSION vn_civic" -c "CREATE TABLE samples(body text)"
for sample in "$root"/data/samples/*.txt; do
	psql -X -q -v ON_ERROR_STOP=1 -v body="$(cat "$sample")" <<<"INSERT INTO samples VALUES (:'body')"
done
psql -X -q -v ON_ERROR_STOP=1 -f "$root/test/fuzz/sql.sql"

say "random text for $seconds seconds, from seed $seed on"
began=$SECONDS
failed=0
while [ $((SECONDS - began)) -lt "$seconds" ]; do
	if ! psql -X -q -At -v ON_ERROR_STOP=1 >"$work/log" 2>&1 \
		-c "SELECT count(fuzz.round(n)) FROM generate_series($seed, $seed + $rounds - 1) AS n"; then
		say "seeds $seed to $((seed + rounds - 1)) failed:"
		tail -n 5 "$work/log"
		failed=$((failed + 1))
		# after a crash the server starts again by itself
		until psql -X -q -At -c "SELECT 1" >/dev/null 2>&1; do sleep 1; done
	fi
	seed=$((seed + rounds))
done
psql -X -P pager=off -c "SELECT call, count(*) AS calls, count(*) FILTER (WHERE outcome <> 'ok') AS refused,
	string_agg(DISTINCT outcome, ' ') FILTER (WHERE outcome <> 'ok') AS errors FROM fuzz.calls GROUP BY 1 ORDER BY 1"
psql -X -P pager=off -x -c "SELECT what, count(*), min(seed) AS seed, (array_agg(left(input, 300) ORDER BY length(input)))[1] AS input
	FROM fuzz.problems GROUP BY 1 ORDER BY 2 DESC LIMIT 30"
problems=$(($(psql -X -At -c "SELECT count(*) FROM fuzz.problems") + failed))
say "the last seed was $((seed - 1))"
echo "$(psql -X -At -c "SELECT count(*) FROM fuzz.calls") calls, $problems problems"
[ "$problems" = 0 ]
