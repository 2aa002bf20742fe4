# shellcheck shell=bash
# Sourced beside throwaway.sh: the collections of annotated articles, and how they get into the database.
#
#   collections        the names of those that are present
#   gold_of NAME       prints the path of its gold rows
#   load_gold          loads their articles; the ids are unique over all collections

shared=$root/../shared
collections=(samples)
if [ -d "$shared/gold" ]; then
	collections+=(seeds dev)
fi

gold_of() {
	if [ "$1" = samples ]; then echo "$root/data/samples/gold.jsonl"; else echo "$shared/gold/$1.jsonl"; fi
}

load_gold() {
	"$root/tools/load_articles.sh" "$root/data/samples"
	[ ${#collections[@]} -gt 1 ] || return 0
	"$root/tools/load_articles.sh" "$shared/seeds"
	# Control characters that JSON cannot hold switch the CSV reader's quotes and delimiters off.
	psql -X -q -v ON_ERROR_STOP=1 -c "CREATE TEMP TABLE line (article jsonb)" \
		-c "\\copy line from '$(realpath "$shared")/articles/dev.jsonl' with (format csv, quote e'\x01', delimiter e'\x02')" \
		-c "INSERT INTO articles SELECT article->>'id', article->>'title', article->>'body' FROM line"
}
