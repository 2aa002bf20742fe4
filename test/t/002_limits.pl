# Cancel, limits of time and memory, memory over many calls, databases that are not UTF8.
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('limits');
$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->append_conf('postgresql.conf', "log_min_messages = warning\n");
$node->start;
$ENV{PGCLIENTENCODING} = 'UTF8';

$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION vn_civic;
CREATE TABLE big(what text, t text);
ALTER TABLE big ALTER t SET STORAGE EXTERNAL;
INSERT INTO big VALUES
	('text', repeat(E'Bộ trưởng Bộ Nội vụ Nguyễn Văn An yêu cầu các Sở rà soát, báo cáo. Tặng Bằng khen cho 3 tập thể.\n', 400000)),
	('one letter', repeat('a', 50000000)), ('blanks', repeat(' ', 50000000)), ('marks', repeat(E'\u0301', 25000000)),
	('one line', repeat('Bộ trưởng, ', 3500000));
SQL

my @functions = (
	'length(vn_normalize(t))', 'length(vn_fold(t))', 'length(vn_segment(t))', '(SELECT count(*) FROM vn_words(t))',
	'(SELECT count(*) FROM vn_sentences(t))', '(SELECT count(*) FROM vn_officials(t))', '(SELECT count(*) FROM vn_directives(t))',
	'(SELECT count(*) FROM vn_awards(t))', q{length(to_tsvector('vietnamese', t)::text)}, 'vn_tsquery(t)::text');

# What a session prints that goes on behind errors.
sub session
{
	my ($sql) = @_;
	$node->psql('postgres', $sql, stdout => \my $output, stderr => \my $error, on_error_stop => 0);
	return $output;
}

# A statement that is cancelled while a function runs stops soon, by the time that its process has used: the clock on the wall
# would also count what the machine does for others. (test/core/hostile.c has the strict test: no pause grows with the text.)
SKIP:
{
	skip '/proc is of Linux', 5 unless -r '/proc/self/stat';
	$node->safe_psql('postgres', <<'SQL');
CREATE VIEW hundredths_used AS
SELECT split_part(stat, ' ', 14)::int + split_part(stat, ' ', 15)::int AS used FROM pg_read_file('/proc/self/stat', 0, 1000) AS stat;
SQL
	foreach my $what ('text', 'one letter', 'blanks', 'marks', 'one line')
	{
		my @late;
		foreach my $function (@functions)
		{
			my $used = session(<<SQL);
SELECT used AS before FROM hundredths_used \\gset
SET statement_timeout = 300;
SELECT ($function) IS NULL FROM big WHERE what = '$what';
SET statement_timeout = 0;
SELECT used - :before FROM hundredths_used;
SQL
			push @late, "$function: $used" if (split /\n/, $used)[-1] > 100;
		}
		is("@late", '', "50 MB of $what: every function can be cancelled");
	}
}

# The same session goes on as if nothing had been after an error in each function.
my $article = 'Bộ trưởng Bộ Nội vụ Nguyễn Văn An yêu cầu các Sở rà soát thủ tục.';
my $once = $node->safe_psql('postgres', "SELECT * FROM vn_officials('$article'), vn_directives('$article')");
is(session(<<SQL), $once, 'an error in the middle leaves nothing behind');
SELECT 1 / (mentions - mentions) FROM vn_officials('$article');
SET statement_timeout = 100;
SELECT count(*) FROM big, vn_words(t);
SET statement_timeout = 0;
SELECT * FROM vn_officials('$article'), vn_directives('$article');
SQL

# Memory: the same after 200 calls and after 5,000 of each function.
SKIP:
{
	skip 'pg_backend_memory_contexts is of PostgreSQL 14', 1
	  if $node->safe_psql('postgres', 'SHOW server_version_num') < 140000;
	is($node->safe_psql('postgres', <<SQL), 't', 'memory stays flat over many calls');
CREATE TEMP TABLE a AS SELECT n, '$article ' || n % 50 AS t FROM generate_series(1, 5000) AS n;
CREATE TEMP VIEW calls AS SELECT n, length(vn_normalize(t) || vn_fold(t) || vn_segment(t)) + (SELECT count(*) FROM vn_words(t))
	+ (SELECT count(*) FROM vn_sentences(t)) + (SELECT count(*) FROM vn_officials(t)) + (SELECT count(*) FROM vn_directives(t))
	+ (SELECT count(*) FROM vn_awards(t)) + length(to_tsvector('vietnamese', t)) + numnode(vn_tsquery(t)) + numnode(vn_or_tsquery(t)) AS x
	FROM a;
CREATE TEMP VIEW used AS SELECT sum(total_bytes) AS bytes FROM pg_backend_memory_contexts;
SELECT sum(x) AS x FROM calls WHERE n <= 200 \\gset
SELECT bytes AS before FROM used \\gset
SELECT sum(x) AS x FROM calls \\gset
SELECT bytes <= :before + 262144 FROM used;
SQL
}

# Other encodings are refused at once, with what to do about it.
foreach my $encoding ('LATIN1', 'SQL_ASCII')
{
	my $database = lc "in_$encoding";
	$node->safe_psql('postgres', "CREATE DATABASE $database ENCODING '$encoding' TEMPLATE template0 LOCALE 'C'");
	my ($status, $output, $error) = $node->psql($database, 'CREATE EXTENSION vn_civic');
	like($error, qr/vn_civic requires database encoding UTF8.*encoding of this database is $encoding.*Use a database created with/s,
		"$encoding is refused");
}

$node->stop;
done_testing();
