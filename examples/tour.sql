-- A tour of vn_civic over a table articles(id text, title text, body text).
-- tools/demo.sh runs it over data/samples; tools/load_articles.sh fills the table in a database of yours.
\set QUIET on
\pset pager off
\pset null ''
\pset footer off
SET client_min_messages = warning;
SET search_path = public;

CREATE EXTENSION IF NOT EXISTS vn_civic;
SELECT count(*) AS articles, sum(length(body)) AS characters FROM articles;

\echo '--- 1. What search sees: the default parser cuts document numbers up, this one keeps them whole.'
SELECT c.configuration, string_agg(t.token, '  ·  ' ORDER BY t.n) AS tokens
FROM (VALUES ('simple'), ('vietnamese')) AS c(configuration),
     ts_debug(c.configuration::regconfig, 'Nghị định 15/2020/NĐ-CP, Nghị quyết 57-NQ/TW')
         WITH ORDINALITY AS t(alias, description, token, dictionaries, dictionary, lexemes, n)
WHERE t.token ~ '\w'
GROUP BY c.configuration ORDER BY c.configuration;

\echo '--- 2. Search through an index, typed with and without diacritics.'
CREATE INDEX articles_search ON articles USING gin (to_tsvector('vietnamese', body));
SELECT q.typed, count(a.id) AS found, string_agg(a.id, ', ' ORDER BY a.id) AS articles
FROM (VALUES (1, 'cải cách hành chính'), (2, 'cai cach hanh chinh'), (3, '15/2020/NĐ-CP or 57-NQ/TW'),
             (4, '"khen thuong" -"ma tuy"')) AS q(n, typed)
LEFT JOIN articles a ON to_tsvector('vietnamese', a.body) @@ websearch_to_tsquery('vietnamese', q.typed)
GROUP BY q.n, q.typed ORDER BY q.n;

\echo '--- 3. The same, with words known to belong together kept together (vn_tsquery), and marked.'
SELECT id, ts_headline('vietnamese', body, query, 'StartSel=«, StopSel=», MaxWords=24, MinWords=12') AS headline
FROM articles, vn_tsquery('cai cach hanh chinh') AS query
WHERE to_tsvector('vietnamese', body) @@ query
ORDER BY ts_rank_cd(to_tsvector('vietnamese', body), query) DESC, id LIMIT 5;

\echo '--- 4. Officials: who holds which post, by organization.'
SELECT o.organization, o.title, o.name, o.status, sum(o.mentions) AS mentions
FROM articles, vn_officials(body) AS o
WHERE o.organization IS NOT NULL
GROUP BY 1, 2, 3, 4 ORDER BY organization, mentions DESC, name LIMIT 25;

\echo '--- 5. Directives: who told whom to do what; who gave most of them comes first.'
SELECT coalesce(d.issuer, d.issuer_organization) AS issuer, d.kind, d.label,
       substr(d.content, 1, 60) || CASE WHEN length(d.content) > 60 THEN '…' ELSE '' END AS content
FROM articles, vn_directives(body) AS d
ORDER BY count(*) OVER (PARTITION BY coalesce(d.issuer, d.issuer_organization)) DESC, 1, articles.id, d.start_char
LIMIT 20;

\echo '--- 6. Awards: tallies over all articles.'
SELECT a.award, a.award_rank AS rank, a.conferred_by, a.recipient_kind AS kind, a.status,
       sum(a.recipient_count) AS recipients, count(*) AS rows
FROM articles, vn_awards(body) AS a
GROUP BY 1, 2, 3, 4, 5 ORDER BY recipients DESC NULLS LAST, award, conferred_by, kind LIMIT 20;

\echo '--- 7. Every row says where it was read: start_char and char_count point into the article.'
SELECT o.name, o.title, substr(body, o.start_char, o.char_count) AS source
FROM articles, vn_officials(body) AS o
ORDER BY articles.id, o.start_char LIMIT 3;
