# shellcheck shell=bash
# Sourced by the benchmarks behind tools/throwaway.sh.
#
#   load_news   fills a table articles(id, title, body): the news of ../shared when present, else the samples over and over

load_news() {
	local news=$root/../shared/bench/news.jsonl.gz
	if [ -r "$news" ]; then
		gunzip -c "$news" >"$work/news"
		psql -X -q -v ON_ERROR_STOP=1 -c "CREATE UNLOGGED TABLE line (article jsonb)" \
			-c "\\copy line from '$work/news' with (format csv, quote e'\x01', delimiter e'\x02')" \
			-c "CREATE TABLE articles AS SELECT row_number() OVER () AS id, article->>'title' AS title, article->>'body' AS body FROM line" \
			-c "DROP TABLE line"
	else
		say "SKIPPED: the news of ../shared, which is not here; using the samples"
		"$root/tools/load_articles.sh" "$root/data/samples"
		psql -X -q -c "CREATE TABLE many AS SELECT row_number() OVER () AS id, title, body FROM articles, generate_series(1, 300)" \
			-c "DROP TABLE articles" -c "ALTER TABLE many RENAME TO articles"
	fi
}
