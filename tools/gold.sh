#!/usr/bin/env bash
# The extractors' scores on the annotated articles, and the rows gained and lost since a commit.
#
# usage: tools/gold.sh [COMMIT]    COMMIT (default $BASE, else HEAD) is built too and the working tree compared with it;
#                                  ERRORS=yes also prints every row that is missed or spurious
#
# Reads data/samples, and ../shared (annotated news that may not be committed) where that is present.
. "$(dirname "${BASH_SOURCE[0]}")/throwaway.sh"
. "$root/tools/gold_articles.sh"

# Usage: extract NAME TREE: builds TREE and leaves the articles' rows in $work/NAME.jsonl.
extract() {
	build_extension "$2" "$1" &&
		psql -X -q -c "SET client_min_messages = warning" -c "DROP EXTENSION IF EXISTS vn_civic" \
			-c "CREATE EXTENSION vn_civic" &&
		psql -X -At -v ON_ERROR_STOP=1 -f "$root/test/rows.sql" >"$work/$1.jsonl"
}

commit=${1:-${BASE:-HEAD}}
need_packages python3:python3
open_workshop
start_server
load_gold
extract new "$root"
against=()
if git -C "$root" rev-parse --verify -q "$commit^{commit}" >/dev/null; then
	mkdir "$work/commit"
	git -C "$root" archive "$commit" | tar -C "$work/commit" -xf -
	if (extract old "$work/commit"); then
		against=(--against "$work/old.jsonl")
	else
		say "$commit does not build: no comparison"
	fi
fi
for collection in "${collections[@]}"; do
	say "$collection: scores of the working tree, rows gained and lost since $commit"
	python3 "$root/test/score.py" "$(gold_of "$collection")" "$work/new.jsonl" ${ERRORS:+--errors} "${against[@]}"
done
