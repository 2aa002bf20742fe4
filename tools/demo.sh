#!/usr/bin/env bash
# The main job in one command: builds vn_civic, loads articles into a throw-away PostgreSQL and shows what it finds.
#
# usage: tools/demo.sh                      the samples of data/samples
#        ARTICLES=FOLDER|FILE tools/demo.sh your own .txt or .csv (tools/load_articles.sh says what may be in them)
. "$(dirname "${BASH_SOURCE[0]}")/throwaway.sh"

articles=${ARTICLES:-$root/data/samples}
[ -r "$articles" ] || die "cannot read ARTICLES=$articles"
articles=$(realpath "$articles")

need_packages
open_workshop
build_extension "$root"
start_server
createdb civic
export PGDATABASE=civic
say "loading articles from $articles"
"$root/tools/load_articles.sh" "$articles"
say "the tour (examples/tour.sql)"
psql -X -v ON_ERROR_STOP=1 -f "$root/examples/tour.sql"
