# Dump and restore of what users build on the extension, by an owner who is no superuser; a standby; parallel workers.
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('dump');
$node->init(allows_streaming => 1, extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->start;
$ENV{PGCLIENTENCODING} = 'UTF8';

$node->safe_psql('postgres', 'CREATE ROLE owner LOGIN');
$node->safe_psql('postgres', "CREATE DATABASE one OWNER owner");
$node->safe_psql('postgres', "CREATE DATABASE two OWNER owner");
$node->safe_psql('one', <<'SQL', extra_params => [ '-U', 'owner' ]);
CREATE SCHEMA civic;
CREATE EXTENSION vn_civic SCHEMA civic;
CREATE SCHEMA news;
CREATE TEXT SEARCH DICTIONARY news.lean (TEMPLATE = civic.vietnamese, Compounds = off, StopWords = on);
CREATE TEXT SEARCH CONFIGURATION news.mine (COPY = civic.vietnamese);
ALTER TEXT SEARCH CONFIGURATION news.mine ALTER MAPPING REPLACE civic.vietnamese WITH news.lean;
CREATE TABLE news.article (id int PRIMARY KEY, body text,
	folded text GENERATED ALWAYS AS (civic.vn_fold(body)) STORED,
	vector tsvector GENERATED ALWAYS AS (to_tsvector('news.mine', body)) STORED);
CREATE INDEX ON news.article USING gin (vector);
CREATE INDEX ON news.article (civic.vn_normalize(body));
CREATE VIEW news.official AS SELECT id, o.* FROM news.article, civic.vn_officials(body) AS o;
CREATE MATERIALIZED VIEW news.directive AS SELECT id, d.* FROM news.article, civic.vn_directives(body) AS d;
INSERT INTO news.article SELECT n, 'Bộ trưởng Bộ Nội vụ Nguyễn Văn An yêu cầu các Sở rà soát thủ tục số ' || n || '. Hoà bình.'
	FROM generate_series(1, 2000) AS n;
REFRESH MATERIALIZED VIEW news.directive;
SQL

my $look = <<'SQL';
SELECT md5(string_agg(a::text, ',' ORDER BY id)) FROM news.article AS a;
SELECT md5(string_agg(o::text, ',' ORDER BY id)) FROM news.official AS o;
SELECT dictinitoption FROM pg_ts_dict WHERE dictname = 'lean';
SELECT md5(string_agg(d::text, ',' ORDER BY id)) FROM news.directive AS d;
SET enable_seqscan = off;
SELECT count(*) FROM news.article WHERE vector @@ civic.vn_tsquery('thu tuc');
SELECT id FROM news.article WHERE civic.vn_normalize(body) = civic.vn_normalize('Bộ trưởng Bộ Nội vụ Nguyễn Văn An yêu cầu các Sở rà soát thủ tục số 7. Hòa bình.');
SQL
my $before = $node->safe_psql('one', $look);
like($before, qr/\n2000\n7$/, 'index and generated columns answer');

# Restored with an empty search_path, as pg_restore has it, by the owner.
my $file = $node->basedir . '/one.sql';
command_ok([ 'pg_dump', '-U', 'owner', '-h', $node->host, '-p', $node->port, '-f', $file, 'one' ], 'the owner dumps');
command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-U', 'owner', '-h', $node->host, '-p', $node->port, '-f', $file, 'two' ],
	'the owner restores');
is($node->safe_psql('two', $look), $before, 'the restored database is the same');

# A standby reads the same.
$node->backup('backup');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, 'backup', has_streaming => 1);
$standby->start;
$node->wait_for_catchup($standby, 'replay', $node->lsn('insert'));
is($standby->safe_psql('one', $look), $before, 'a standby gives the same');
$standby->stop;

# Parallel workers give the same rows as one process.
my $sum = <<'SQL';
SELECT count(*), sum(hashtext(o::text)::bigint) FROM news.article, civic.vn_officials(body) AS o;
SELECT count(*), sum(hashtext(civic.vn_segment(body))::bigint), sum(hashtext(to_tsvector('news.mine', body)::text)::bigint) FROM news.article;
SQL
my $alone = $node->safe_psql('one', "SET max_parallel_workers_per_gather = 0;\n$sum");
my $parallel = "SET parallel_setup_cost = 0;\nSET parallel_tuple_cost = 0;\nSET min_parallel_table_scan_size = 0;\n";
is($node->safe_psql('one', "$parallel$sum"), $alone, 'parallel workers give the same');
like($node->safe_psql('one', "${parallel}EXPLAIN SELECT count(*) FROM news.article, civic.vn_officials(body)"), qr/Workers Planned/,
	'there were parallel workers');

$node->stop;
done_testing();
