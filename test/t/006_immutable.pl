# What PostgreSQL may expect of functions marked IMMUTABLE and PARALLEL SAFE: the same results under every setting, in every
# locale, in parallel workers, on another server, whatever else is in the search path.
use strict;
use warnings;

use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('immutable');
$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->append_conf('postgresql.conf', "max_parallel_workers = 4\nmax_worker_processes = 8\n");
$node->start;
$ENV{PGCLIENTENCODING} = 'UTF8';
my $version = $node->safe_psql('postgres', 'SHOW server_version_num');

# The samples, each a row; and a digest of everything that the functions make of them.
my $load = "CREATE SCHEMA civic;\nCREATE EXTENSION vn_civic SCHEMA civic;\nCREATE TABLE article(id int PRIMARY KEY, body text);\n";
my @samples = sort glob(dirname(__FILE__) . '/../../data/samples/*.txt');
cmp_ok(scalar(@samples), '>', 5, 'there are samples');
foreach my $number (0 .. $#samples)
{
	$load .= "INSERT INTO article VALUES ($number, \$sample\$" . slurp_file($samples[$number]) . "\$sample\$);\n";
}
$load .= <<'SQL';
INSERT INTO article SELECT -1 - id, normalize(upper(body COLLATE "C"), NFD) FROM article;
CREATE FUNCTION made(body text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT concat_ws(E'\n', civic.vn_normalize(body), civic.vn_fold(body), civic.vn_segment(body),
		(SELECT string_agg(format('%s', w), ',' ORDER BY ordinal) FROM civic.vn_words(body) AS w),
		(SELECT string_agg(format('%s', s), ',' ORDER BY ordinal) FROM civic.vn_sentences(body) AS s),
		(SELECT string_agg(format('%s', o), ',' ORDER BY start_char, name COLLATE "C", title COLLATE "C") FROM civic.vn_officials(body) AS o),
		(SELECT string_agg(format('%s', d), ',' ORDER BY start_char, content COLLATE "C") FROM civic.vn_directives(body) AS d),
		(SELECT string_agg(format('%s', a), ',' ORDER BY start_char, award COLLATE "C", recipient_count) FROM civic.vn_awards(body) AS a),
		civic.vn_tsquery(left(body, 200)), civic.vn_or_tsquery(left(body, 200)),
		to_tsvector('civic.vietnamese', body), to_tsvector('civic.vietnamese_bigrams', body),
		to_tsquery('civic.vietnamese_marked', 'Hà & Nội'), ts_headline('civic.vietnamese', body, civic.vn_tsquery('hoi nghi')))
$$;
CREATE VIEW digest AS SELECT md5(string_agg(md5(made(body)), ',' ORDER BY id)) AS digest FROM article;
SQL
$node->safe_psql('postgres', $load);
my $expected = $node->safe_psql('postgres', 'SELECT digest FROM digest');
isnt($expected, '', 'a digest of all results');
$node->safe_psql('postgres', 'CREATE VIEW few AS SELECT md5(string_agg(md5(made(body)), NULL ORDER BY id)) AS digest FROM article WHERE id % 5 = 0');
my $few = $node->safe_psql('postgres', 'SELECT digest FROM few');

# Each setting that a user may change, set to each of its other values; the digest where it differs, errors aside.
# Left out is what forbids the query itself.
my $output = $node->safe_psql('postgres', <<SQL);
CREATE TEMP TABLE attempt AS
SELECT name, value FROM pg_settings, unnest(CASE WHEN vartype = 'bool' THEN ARRAY['on', 'off'] ELSE enumvals END) AS value
WHERE context IN ('user', 'superuser') AND vartype IN ('bool', 'enum') AND value <> setting
	AND name !~ '^(log_|debug_print|trace_|track_|exit_on_error|transaction_|default_transaction|session_replication|ignore_|zero_|row_security|client_min)'
UNION ALL VALUES ('DateStyle', 'German, DMY'), ('TimeZone', 'Asia/Ho_Chi_Minh'), ('IntervalStyle', 'iso_8601'), ('lc_monetary', 'C'),
	('lc_numeric', 'C'), ('lc_time', 'C'), ('lc_messages', 'C'), ('default_text_search_config', 'civic.vietnamese_bigrams'),
	('default_text_search_config', 'simple'), ('search_path', ''), ('search_path', 'civic, pg_temp'), ('client_encoding', 'SQL_ASCII'),
	('client_encoding', 'LATIN1'), ('extra_float_digits', '-5'), ('work_mem', '64kB'), ('gin_fuzzy_search_limit', '5'),
	('jit_above_cost', '0');
SELECT format('SET %s = %s', name, CASE WHEN name = 'search_path' AND value <> '' THEN value ELSE quote_literal(value) END),
	format(\$\$SELECT 'differs: %s = %s' FROM public.few WHERE digest <> '$few'\$\$, name, value), 'RESET ' || quote_ident(lower(name))
FROM attempt \\gexec
SELECT count(*) > 60 AS settings FROM pg_temp.attempt;
SQL
is($output, 't', 'the same under every setting');

# In parallel workers.
my $parallel = "SET parallel_setup_cost = 0;\nSET parallel_tuple_cost = 0;\nSET min_parallel_table_scan_size = 0;\n"
  . "SET max_parallel_workers_per_gather = 4;\nALTER TABLE article SET (parallel_workers = 4);\n";
my $each = 'SELECT id, md5(made(body)) FROM article';
like($node->safe_psql('postgres', "${parallel}EXPLAIN $each"), qr/Workers Planned: 4/, 'there are parallel workers');
is($node->safe_psql('postgres', "${parallel}CREATE TEMP TABLE x AS $each;\nSELECT md5(string_agg(md5, ',' ORDER BY id)) FROM x"),
	$expected, 'the same in parallel workers');

# In other locales: of the C library, of ICU, and the one that comes with PostgreSQL.
my ($locales) = run_command([ 'locale', '-a' ]);
my %databases = (
	c => "LOCALE 'C'",
	libc => "LOCALE '" . ((grep { /utf-?8$/i && !/^C\./ } split /\n/, $locales)[0] // '') . "'",
	icu => $version >= 150000 ? q{LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'vi'} : '',
	turkish => $version >= 150000 ? q{LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'tr'} : '',
	builtin => $version >= 170000 ? q{LOCALE 'C.UTF-8' LOCALE_PROVIDER builtin} : '');
foreach my $name (sort keys %databases)
{
  SKIP:
	{
		skip "locale $name: not on this machine, or not in this PostgreSQL", 1 if $databases{$name} =~ /^(LOCALE '')?$/;
		$node->safe_psql('postgres', "CREATE DATABASE $name TEMPLATE template0 ENCODING 'UTF8' $databases{$name}");
		$node->safe_psql($name, $load);
		is($node->safe_psql($name, 'SELECT digest FROM digest'), $expected, "the same in a database with $databases{$name}");
	}
}

# Installed where somebody had been before: operators and functions that match the script's calls better than PostgreSQL's own.
# Nothing of the extension depends on anything but PostgreSQL and itself.
$node->safe_psql('postgres', 'CREATE DATABASE hostile');
$node->safe_psql('hostile', <<'SQL');
CREATE SCHEMA civic;
DO $$
DECLARE
	types text[] := '{oid,regclass,name,text,"\"char\"",int2,int4}';
	a text;
	b text;
	o text;
BEGIN
	FOREACH a IN ARRAY types LOOP
		FOREACH b IN ARRAY types LOOP
			EXECUTE pg_catalog.format('CREATE FUNCTION civic.trap(%s, %s) RETURNS bool LANGUAGE sql AS ''SELECT 1 / 0 = 1''', a, b);
			FOREACH o IN ARRAY '{=,<>,~}'::text[] LOOP
				EXECUTE pg_catalog.format('CREATE OPERATOR civic.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = civic.trap)', o, a, b);
			END LOOP;
		END LOOP;
		EXECUTE pg_catalog.format('CREATE FUNCTION civic.format(text, %s) RETURNS text LANGUAGE sql AS ''SELECT (1 / 0)::text''', a);
	END LOOP;
END $$;
CREATE EXTENSION vn_civic SCHEMA civic;
SQL
my $foreign = <<'SQL';
WITH RECURSIVE own AS (
	SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
	WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'vn_civic'
	UNION
	SELECT d.classid, d.objid FROM own JOIN pg_depend AS d ON d.refclassid = own.classid AND d.refobjid = own.objid AND d.deptype IN ('i', 'a')
)
SELECT pg_describe_object(d.refclassid, d.refobjid, 0)
FROM pg_depend AS d JOIN own USING (classid, objid)
WHERE d.refclassid NOT IN ('pg_extension'::regclass, 'pg_namespace'::regclass) AND d.refobjid >= 16384
	AND (d.refclassid, d.refobjid) NOT IN (SELECT classid, objid FROM own);
SQL
is($node->safe_psql('hostile', $foreign), '', 'nothing of the schema it is installed in gets into it');
$load =~ s/CREATE SCHEMA civic;\nCREATE EXTENSION vn_civic SCHEMA civic;\n//;
$node->safe_psql('hostile', $load);
is($node->safe_psql('hostile', 'SELECT digest FROM digest'), $expected, 'the same beside operators of others');

# By postgres_fdw: the condition is evaluated where the rows are.
SKIP:
{
	skip 'postgres_fdw is not installed', 4
	  unless $node->safe_psql('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'");
	my $host = $node->host;
	my $port = $node->port;
	$node->safe_psql('postgres', 'CREATE DATABASE near');
	$node->safe_psql('near', <<"SQL");
CREATE SCHEMA civic;
CREATE EXTENSION vn_civic SCHEMA civic;
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$host', port '$port', dbname 'postgres', extensions 'vn_civic');
CREATE USER MAPPING FOR CURRENT_USER SERVER far;
CREATE FOREIGN TABLE article(id int, body text) SERVER far;
SQL
	my %shipped = (
		q{civic.vn_fold(body) LIKE '%hoi nghi%'} => qr/Remote SQL: .*WHERE .*civic\.vn_fold\(body\)/,
		q{to_tsvector('civic.vietnamese', body) @@ civic.vn_tsquery('hoi nghi')} => qr/Remote SQL: .*WHERE .*to_tsvector\('civic\.vietnamese'::regconfig, body\) @@/);
	foreach my $condition (sort keys %shipped)
	{
		like($node->safe_psql('near', "EXPLAIN (VERBOSE, COSTS OFF) SELECT id FROM article WHERE $condition"), $shipped{$condition},
			"shipped: $condition");
		my $ids = "SELECT string_agg(id::text, ',' ORDER BY id) FROM article WHERE $condition";
		is($node->safe_psql('near', $ids), $node->safe_psql('postgres', $ids), 'with the same rows');
	}
}

$node->stop;
done_testing();
