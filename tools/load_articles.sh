#!/usr/bin/env bash
# Loads articles into the table articles(id, title, body) of the database that psql finds (PGHOST, PGDATABASE, ...).
#
# usage: load_articles.sh FOLDER|FILE...
#   FOLDER    its .txt files (one article each; the id is the file's name without .txt) and its .csv files
#   FILE.csv  UTF-8, with a header line that names a column body, content or text, and perhaps id and title.
#             Separated by commas, semicolons or tabs.
# Without a title column the title is the first line of the body. An id that the table has already is left as it is.
set -euo pipefail
export LC_ALL=C.UTF-8

die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

# Prints a file without byte order mark; fails where it is not UTF-8.
utf8() { iconv -f UTF-8 -t UTF-8 "$1" | tr -d '\000' | sed $'1s/^\uFEFF//'; }

# Prints a text as one field of a CSV file.
field() { printf '"%s"' "${1//\"/\"\"}"; }

# Usage: copy_articles DEFINITIONS COLUMNS OPTIONS ID TITLE BODY: CSV on stdin, and how its columns make an article.
copy_articles() {
	sql -c "CREATE TEMP TABLE incoming (line bigint GENERATED ALWAYS AS IDENTITY, $1)" \
		-c "\\copy incoming ($2) from pstdin with (format csv$3)" \
		-c "INSERT INTO articles SELECT $4, coalesce($5, substring($6 from '\S[^\r\n]*')), $6 FROM incoming
			WHERE $6 ~ '\S' ORDER BY line ON CONFLICT (id) DO NOTHING"
}

load_texts() {
	local file body
	for file; do
		body=$(utf8 "$file" 2>/dev/null && echo .) || { echo "skipped, not UTF-8: $file" >&2; continue; }
		printf '%s,%s\n' "$(field "$(basename "$file" .txt)")" "$(field "${body%.}")"
	done | copy_articles "id text, body text" "id, body" "" id NULL body
}

load_csv() {
	local file=$1 header delimiter=, candidate name columns='' id=NULL title=NULL body='' n=0
	utf8 "$file" >/dev/null || die "not UTF-8: $file"
	header=$(utf8 "$file" | sed -n $'1{s/\r$//;p}')
	for candidate in $'\t' ';' ','; do
		[[ $header != *"$candidate"* ]] || delimiter=$candidate
	done
	while IFS= read -r -d "$delimiter" name; do
		n=$((n + 1))
		columns+=${columns:+, }c$n
		name=${name//\"/}
		case ${name,,} in
			body | content | text) body=${body:-c$n} ;;
			title | headline) title="nullif(c$n, '')" ;;
			id) id="nullif(c$n, '')" ;;
		esac
	done <<<"$header$delimiter"
	[ -n "$body" ] || die "no column named body, content or text in the header of $file"
	name=$(basename "$file" .csv)
	utf8 "$file" | copy_articles "${columns//,/ text,} text" "$columns" ", header, delimiter '$delimiter'" \
		"coalesce($id, '${name//\'/\'\'}:' || line)" "$title" "$body"
}

[ $# -gt 0 ] || die "usage: load_articles.sh FOLDER|FILE..."
sql -c "SET client_min_messages = warning" \
	-c "CREATE TABLE IF NOT EXISTS articles (id text PRIMARY KEY, title text, body text NOT NULL)"
shopt -s nullglob nocaseglob
for source; do
	[ -r "$source" ] || die "cannot read $source"
	texts=() tables=()
	if [ -d "$source" ]; then
		texts=("$source"/*.txt) tables=("$source"/*.csv)
	elif [[ ${source,,} == *.csv ]]; then
		tables=("$source")
	else
		texts=("$source")
	fi
	[ $((${#texts[@]} + ${#tables[@]})) -gt 0 ] || die "no .txt or .csv file in $source"
	[ ${#texts[@]} = 0 ] || load_texts "${texts[@]}"
	for table in "${tables[@]}"; do load_csv "$table"; done
done
