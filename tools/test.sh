#!/usr/bin/env bash
# Every test in one command: builds in a temporary folder, tests against a throw-away server, ends with
# "N passed, N failed".
#
# usage: tools/test.sh
. "$(dirname "${BASH_SOURCE[0]}")/throwaway.sh"
. "$root/tools/gold_articles.sh"

passed=0
failed=0

# Usage: report WHAT PASSED FAILED NOT-OK: adds to the totals; where something failed, shows the lines like NOT-OK in
# $work/log with what surrounds them, and how it ends.
report() {
	passed=$((passed + $2))
	failed=$((failed + $3))
	say "$1: $2 passed, $3 failed"
	if [ "$3" != 0 ]; then
		grep -E -B 4 -A 2 -- "$4" "$work/log" | head -n 60 || true
		echo "..."
		tail -n 40 "$work/log"
	fi
}

# Usage: run WHAT OK NOT-OK COMMAND...: one report for a command, whose output has a line like OK (a regular expression)
# for each test passed and one like NOT-OK for each that failed, or says "N passed, N failed" itself. A command that
# fails counts as one failure at least, and so does one that tested nothing.
run() {
	local what=$1 ok=$2 not_ok=$3 status=0 good bad summary
	shift 3
	"$@" >"$work/log" 2>&1 || status=$?
	summary=$(grep -oE '\b[0-9]+ passed, [0-9]+ failed$' "$work/log" | tail -n 1 || true)
	if [ -n "$summary" ]; then
		good=${summary%% *}
		bad=$(echo "$summary" | cut -d ' ' -f 3)
	else
		good=$(grep -cE -- "$ok" "$work/log" || true)
		bad=$(grep -cE -- "$not_ok" "$work/log" || true)
	fi
	if [ "$bad" = 0 ] && { [ $status != 0 ] || [ "$good" = 0 ]; }; then
		bad=1
	fi
	report "$what" "$good" "$bad" "$not_ok"
}

# Usage: check WHAT COMMAND...: a test of its own in the output of a larger step.
check() {
	local what=$1
	shift
	if "$@"; then echo "ok - $what"; else echo "not ok - $what"; fi
}

skipped() { printf '\n== SKIPPED: %s\n\n' "$*"; }

build_tests() {
	cat "$work/build.log"
	check "no warnings of the compiler" eval '! grep -q warning: "$work/build.log"'
}

core_tests() { in_tree "$work/src" check-core; }

regression_tests() {
	in_tree "$work/src" installcheck || { cat "$work/src/regression.diffs" 2>/dev/null; return 1; }
}

# With the recipe of PGXS, which knows what each version's modules expect of their environment.
tap_tests() {
	in_tree "$work/src" installcheck REGRESS= TAP_TESTS=1 PROVE_TESTS='test/t/*.pl' PROVE_FLAGS=--verbose
}

# The demo as a user runs it, from a checkout whose path has a blank.
demo_tests() {
	local tree="$work/a checkout" before
	mkdir "$tree"
	tar -C "$root" --exclude=./.git -cf - . | tar -C "$tree" -xf -
	before=$(cd "$tree" && find . | sort)
	if ! PG_CONFIG=$installed_pg_config "$tree/tools/demo.sh" >"$work/demo" 2>&1; then
		cat "$work/demo"
		return 1
	fi
	check "the checkout is as it was" [ "$before" = "$(cd "$tree" && find . | sort)" ]
	check "the temporary folder is gone" [ -z "$(ls -d "$work"/vn_civic.* 2>/dev/null)" ]
	check "document numbers are one token" grep -qE '^ vietnamese .*·  15/2020/NĐ-CP  ·' "$work/demo"
	check "found with and without diacritics" \
		[ "$(grep -cE '^ (cải cách hành chính|cai cach hanh chinh) +\| +3 ' "$work/demo")" = 2 ]
	check "a headline" grep -q '«cải cách.*hành chính»' "$work/demo"
	check "an official" grep -qE '^ Bộ Nội vụ +\| Bộ trưởng +\| Đặng Thái Khôi' "$work/demo"
	check "a directive" grep -qE '^ Đặng Thái Khôi +\| instruction +\| Thứ nhất' "$work/demo"
	check "a tally" grep -qE '^ Bằng khen .* 1036 ' "$work/demo"
}

# What a user may hand to ARTICLES.
loader_tests() {
	local dir="$work/some articles" loaded expected refusal
	mkdir "$dir"
	printf 'Dòng đầu\r\n\r\n"Thân" bài' >"$dir/bài \"1\".txt"
	printf '\n' >"$dir/blank.txt"
	printf '\377\376' >"$dir/not-utf8.txt"
	printf '\357\273\277ID;Nhãn;"Content"\r\na1;x;"hai\r\ndòng"\r\n;y;không id\r\n' >"$dir/it's.csv"
	printf 'id,name\n1,2\n' >"$work/none.csv"
	createdb loader
	local -x PGDATABASE=loader
	"$root/tools/load_articles.sh" "$dir" || return
	loaded=$(psql -X -At -c "SELECT id, title, length(body) FROM articles ORDER BY id COLLATE \"C\"")
	expected=$(printf '%s\n' "a1|hai|9" 'bài "1"|Dòng đầu|22' "it's:2|không id|8")
	check "text files and CSV are loaded" [ "$loaded" = "$expected" ]
	refusal=$("$root/tools/load_articles.sh" "$work/none.csv" 2>&1 || true)
	check "a CSV without a body is refused" [ "$refusal" != "${refusal#*no column named body}" ]
}

promise_tests() {
	local broken rows
	broken=$(psql -X -q -At -v ON_ERROR_STOP=1 -f "$root/test/invariants.sql" 2>&1) || { echo "$broken"; return 1; }
	check "offsets, order and spelling (test/invariants.sql)" [ -z "$broken" ]
	echo "$broken"
	rows=$(psql -X -At -c "SELECT (SELECT count(*) FROM vn_officials(body)) + (SELECT count(*) FROM vn_directives(body))
		+ (SELECT count(*) FROM vn_awards(body)) FROM articles WHERE id LIKE '09-%'")
	check "no row out of the sample that has none" [ "$rows" = 0 ]
}

# Usage: gold_tests COLLECTION: its scores, and a test for each floor in test/gold_floor.tsv.
gold_tests() {
	local collection=$1 score=$root/test/score.py extractor level floor f1
	[ "$collection" = samples ] || score=$shared/score.py
	python3 "$score" "$(gold_of "$collection")" "$work/rows.jsonl" >"$work/scores" || return
	while IFS=$'\t' read -r _ extractor level floor; do
		f1=$(awk -v e="$extractor" -v l="$level" \
			'{ x = substr($0, 1, 12); y = substr($0, 13, 20); sub(/ +$/, "", x); sub(/ +$/, "", y) }
			x == e && y == l { print $(NF - 1) }' "$work/scores")
		check "$collection, $extractor, $level: F1 $f1, floor $floor" \
			awk -v f1="$f1" -v floor="$floor" 'BEGIN { exit !(f1 != "" && f1 + 0 >= floor + 0) }'
	done < <(awk -F '\t' -v c="$collection" '$1 == c' "$root/test/gold_floor.tsv")
}

need_packages
# What only some tests need: those are left out, loudly, where it cannot be had.
wanted=()
perl -MIPC::Run -e 1 2>/dev/null && command -v prove >/dev/null || wanted+=(perl libipc-run-perl)
command -v python3 >/dev/null || wanted+=(python3)
[ ${#wanted[@]} = 0 ] || (install_packages "${wanted[@]}") || true
installed_pg_config=$PG_CONFIG
open_workshop
build_extension "$root"
start_server

run "build" '^ok' '^not ok' build_tests
run "core under ASan and UBSan" '^ok' '^not ok' core_tests
run "regression tests" '\.\.\. +ok|^ok [0-9]' '\.\.\. +FAILED|^not ok' regression_tests
if perl -MIPC::Run -e 1 2>/dev/null && command -v prove >/dev/null; then
	run "TAP tests" '^ok ' '^not ok ' tap_tests
else
	skipped "TAP tests: install libipc-run-perl"
fi
run "demo" '^ok' '^not ok' demo_tests
run "loading articles" '^ok' '^not ok' loader_tests

createdb gold
export PGDATABASE=gold
load_gold
psql -X -q -c "CREATE EXTENSION vn_civic"
[ ${#collections[@]} -gt 1 ] || skipped "the annotated news of ../shared, which is not here"
run "promises of the extractors, on $(psql -X -At -c "SELECT count(*) FROM articles") articles" '^ok' '^not ok' promise_tests
if command -v python3 >/dev/null; then
	psql -X -At -v ON_ERROR_STOP=1 -f "$root/test/rows.sql" >"$work/rows.jsonl"
	for collection in "${collections[@]}"; do
		run "scores on $collection" '^ok' '^not ok' gold_tests "$collection"
		cat "$work/scores"
	done
else
	skipped "scores on annotated articles: install python3"
fi

close_workshop
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
