#!/usr/bin/env bash
# Static analysis: warnings of gcc and clang beyond those of the build, clang-tidy (.clang-tidy says which checks), cppcheck.
# Prints what they find and fails if they find anything; says so where one of them is not installed.
#
# usage: tools/lint.sh [FILE.c...]    (default: all of src but the compiled data)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
core=("$@")
[ $# -gt 0 ] || mapfile -t core < <(ls src/{text,lexicon,document,search,extract}/*.c | grep -v /compiled.c)
glue=()
[ $# -gt 0 ] || mapfile -t glue < <(ls src/pg/*.c)
# Signs change wherever bytes are looked at as numbers, which is safe and everywhere.
warnings=(-Wall -Wextra -Wconversion -Wno-sign-conversion -Wshadow -Wcast-qual -Wpointer-arith -Wstrict-prototypes
	-Wmissing-prototypes -Wwrite-strings -Wvla -Wundef)
flags=(-std=c11 -Isrc)
read -ra icu < <(pkg-config --cflags icu-uc; echo)
flags+=("${icu[@]}")
failed=0

# Usage: has PROGRAM
has() {
	command -v "$1" >/dev/null && return
	printf '\n== SKIPPED: %s is not installed\n\n' "$1"
	return 1
}

for compiler in gcc clang; do
	has $compiler || continue
	echo "== $compiler ${warnings[*]}"
	for file in "${core[@]}"; do
		$compiler "${flags[@]}" -O1 "${warnings[@]}" -Werror -fsyntax-only "$file" || failed=1
	done
done
if has cppcheck; then
	echo "== cppcheck"
	# It does not know that ereport(ERROR) does not return, and takes arrays that are filled by a call for unset ones.
	cppcheck --quiet --std=c11 --enable=warning,portability,performance -Isrc --error-exitcode=1 --suppress=ctuuninitvar \
		--suppress=missingInclude "${core[@]}" || failed=1
	[ ${#glue[@]} = 0 ] || cppcheck --quiet --std=c11 --enable=warning,portability,performance -Isrc --error-exitcode=1 \
		--suppress=missingInclude --suppress=nullPointerRedundantCheck "${glue[@]}" || failed=1
fi
if has clang-tidy; then
	echo "== clang-tidy"
	for file in "${core[@]}"; do
		clang-tidy --quiet "$file" -- "${flags[@]}" 2>/dev/null || failed=1
	done
fi
[ $failed = 0 ] && echo "nothing found"
exit $failed
