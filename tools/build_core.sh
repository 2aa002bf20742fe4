#!/usr/bin/env bash
# Builds a program on the core, without PostgreSQL, with the data of any folder compiled in.
#
# usage: tools/build_core.sh DATA PROGRAM SOURCE.c
set -euo pipefail
data=$(realpath "$1")
program=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
flags="-std=gnu11 -O2 -Wall -Wextra -Isrc $(pkg-config --cflags icu-uc)"
libraries="$(pkg-config --libs icu-uc) -lm"

# shellcheck disable=SC2086
{
	gcc $flags -o "$work/compile_data" tools/compile_data.c src/text/*.c src/lexicon/layouts.c $libraries
	"$work/compile_data" "$data" "$work/compiled.c"
	gcc $flags -o "$program" "$3" src/text/*.c src/document/*.c src/lexicon/layouts.c src/lexicon/catalog.c \
		"$work/compiled.c" $libraries
}
