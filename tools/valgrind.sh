#!/usr/bin/env bash
# The regression tests on a server under valgrind's memcheck. An error counts where it passes through the library; what
# PostgreSQL does by itself, built without knowledge of valgrind, is left out. Ends with "N passed, N failed".
#
# usage: tools/valgrind.sh [TEST...]     names of files in sql (default: all); takes some minutes
. "$(dirname "${BASH_SOURCE[0]}")/throwaway.sh"

need_packages valgrind:valgrind
open_workshop
# with names of functions and lines, as written
build_extension "$root" src COPT='-g -O1'
unprivileged mkdir "$work/valgrind"
cat >"$work/postgres" <<END
#!/bin/sh
exec valgrind --quiet --trace-children=yes --leak-check=no --num-callers=30 --error-limit=no --log-file='$work/valgrind/%p' \\
	'$pgbin/postgres' "\$@" -c jit=off -c autovacuum=off -c statement_timeout=0
END
chmod 755 "$work/postgres"
start_server "$work/postgres"

passed=0
failed=0
report() { if [ "$2" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; say "$1"; }

status=0
in_tree "$work/src" installcheck ${1:+REGRESS="$*"} >"$work/log" 2>&1 || status=1
grep -E '^(not )?ok |\.\.\. ' "$work/log" || cat "$work/log"
[ $status = 0 ] || cat "$work/src/regression.diffs"
report "results under valgrind are as expected: $([ $status = 0 ] && echo yes || echo no)" $status

# Errors are paragraphs of the logs; each process has a log.
unprivileged "$pgbin/pg_ctl" -D "$work/data" -m fast -w -t 180 stop >/dev/null || true
cat "$work"/valgrind/* | sed -E 's/^==[0-9]+== ?//' >"$work/errors"
awk -v RS= '/vn_civic\.so|\/src\/(text|lexicon|document|search|extract|pg)\// || / vn_[a-z_]+ \(/' "$work/errors" >"$work/ours"
cat "$work/ours"
report "$(ls "$work/valgrind" | wc -l) processes, $(awk -v RS= 'END { print NR }' "$work/errors") errors, $(awk -v RS= 'END { print NR }' "$work/ours") of them in vn_civic" \
	$([ -s "$work/ours" ] && echo 1 || echo 0)
close_workshop
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
