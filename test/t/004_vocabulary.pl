# A user's vocabulary: two sessions that change it at once, what other sessions see, dump and restore, a standby.
use strict;
use warnings;

use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('vocabulary');
$node->init(allows_streaming => 1, extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->start;
$ENV{PGCLIENTENCODING} = 'UTF8';

# A session that stays: statements go in one by one, each answer comes back.
sub session
{
	my ($in, $out) = ('', '');
	my $psql = IPC::Run::start([ 'psql', '-X', '-A', '-t', '-q', '-d', $node->connstr('one') ], '<', \$in, '>', \$out, '2>&1',
		IPC::Run::timer(180));
	return { in => \$in, out => \$out, psql => $psql, number => 0 };
}

sub send_to
{
	my ($session, $sql) = @_;
	$session->{number}++;
	${ $session->{in} } .= "$sql\n\\echo done $session->{number}\n";
	$session->{psql}->pump_nb;
}

sub answer
{
	my ($session) = @_;
	$session->{psql}->pump until ${ $session->{out} } =~ /^done $session->{number}$/m;
	(my $answer = ${ $session->{out} }) =~ s/\n?done $session->{number}\n//;
	${ $session->{out} } = '';
	return $answer;
}

sub ask
{
	my ($session, $sql) = @_;
	send_to($session, $sql);
	return answer($session);
}

$node->safe_psql('postgres', 'CREATE ROLE owner LOGIN');
$node->safe_psql('postgres', "CREATE DATABASE $_ OWNER owner") foreach ('one', 'two');
$node->safe_psql('one', <<'SQL', extra_params => [ '-U', 'owner' ]);
CREATE SCHEMA civic;
CREATE EXTENSION vn_civic SCHEMA civic;
CREATE SCHEMA news;
CREATE TEXT SEARCH DICTIONARY news.words (TEMPLATE = civic.vn_vocabulary);
CREATE TEXT SEARCH DICTIONARY news.other_words (TEMPLATE = civic.vn_vocabulary, Aliases = 'HTX = Hợp tác xã Lúa Vàng');
SELECT civic.vn_vocabulary_add('news.words', 'Tập đoàn Sao Mai', 'organization');
SELECT civic.vn_vocabulary_add('news.words', 'Trung tâm Nghiên cứu và Phát triển Nông nghiệp Xanh vùng Đồng bằng sông Cửu Long', 'organization');
SELECT civic.vn_vocabulary_add('news.words', 'Tổng quản "cả"', 'post', of => 'Tập đoàn Sao Mai');
SELECT civic.vn_vocabulary_add('news.words', E'Cúp O''Hara \\ Đỏ', 'award');
SELECT civic.vn_vocabulary_add('news.words', 'SMG', 'alias', of => 'Tập đoàn Sao Mai');
CREATE TEXT SEARCH CONFIGURATION news.mine (COPY = civic.vietnamese);
ALTER TEXT SEARCH CONFIGURATION news.mine ALTER MAPPING FOR asciiword, word, numword, compound WITH news.words, civic.vietnamese;
CREATE TABLE news.article (id int PRIMARY KEY, body text,
	vector tsvector GENERATED ALWAYS AS (to_tsvector('news.mine', body)) STORED,
	segments text GENERATED ALWAYS AS (civic.vn_segment(body, 'news.words')) STORED);
CREATE INDEX ON news.article USING gin (vector);
INSERT INTO news.article VALUES (1, 'Ông Lê Văn Cường, Giám đốc SMG, cho biết.'), (2, 'Tập đoàn Sao Mai họp.'), (3, 'Sao Mai mọc.');
SQL

# Sessions that have read the vocabulary see each change, without a new connection, and never a text's old rows.
my $officials = q{SELECT o.organization FROM news.article, civic.vn_officials(body, 'news.words') AS o WHERE id = 1;};
my ($first, $second) = (session(), session());
is(ask($first, $officials), 'Tập đoàn Sao Mai', 'the first session reads it');
is(ask($second, $officials), 'Tập đoàn Sao Mai', 'the second session reads it');
ask($first, q{SELECT civic.vn_vocabulary_remove('news.words', 'SMG');});
is(ask($second, $officials), 'SMG', 'an entry that one session has removed is gone in the other');
ask($second, q{SELECT civic.vn_vocabulary_add('news.words', 'SMG', 'alias', of => 'Tập đoàn Sao Mai');});
is(ask($first, $officials), 'Tập đoàn Sao Mai', 'and comes back');
ask($first, 'BEGIN;');
ask($first, q{SELECT civic.vn_vocabulary_remove('news.words', 'SMG');});
is(ask($first, $officials), 'SMG', 'a transaction sees its own change');
is(ask($second, $officials), 'Tập đoàn Sao Mai', 'others do not before it is committed');
ask($first, 'ROLLBACK;');
is(ask($first, $officials), 'Tập đoàn Sao Mai', 'nor does anyone after it was rolled back');

# Two at once: the second waits for the first, and both entries stay.
ask($first, 'BEGIN;');
ask($first, q{SELECT civic.vn_vocabulary_add('news.words', 'làng xanh', 'word');});
send_to($second, q{SELECT civic.vn_vocabulary_add('news.words', 'nông trại mở', 'word');});
ok($node->poll_query_until('one', q{SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'object')}), 'the second waits');
ask($first, 'COMMIT;');
is(answer($second), '', 'no error');
is(ask($first, q{SELECT string_agg(entry, ', ' ORDER BY entry) FROM civic.vn_vocabulary('news.words') WHERE kind = 'word';}),
	'làng xanh, nông trại mở', 'both entries are there');
is(ask($second, q{SELECT civic.vn_segment('làng xanh, nông trại mở', 'news.words');}), 'làng_xanh , nông_trại_mở', 'and cut texts');
foreach my $session ($first, $second)
{
	${ $session->{in} } .= "\\q\n";
	$session->{psql}->finish;
}

# Entries of any length and with any sign come through a dump, and what is built on them.
my $look = <<'SQL';
SELECT * FROM civic.vn_vocabulary('news.words');
SELECT * FROM civic.vn_vocabulary('news.other_words');
SELECT a FROM news.article AS a ORDER BY id;
SELECT id FROM news.article WHERE vector @@ websearch_to_tsquery('news.mine', 'tap doan sao mai') ORDER BY id;
SELECT o FROM news.article, civic.vn_officials(body, 'news.words') AS o;
SQL
my $before = $node->safe_psql('one', $look);
like($before, qr/Trung tâm Nghiên cứu .* Cửu Long\|organization/, 'a long entry');
like($before, qr/\n1\n2\n\(/, 'an alias is found by its name');
my $file = $node->basedir . '/one.sql';
command_ok([ 'pg_dump', '-U', 'owner', '-h', $node->host, '-p', $node->port, '-f', $file, 'one' ], 'the owner dumps');
command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-U', 'owner', '-h', $node->host, '-p', $node->port, '-f', $file, 'two' ],
	'the owner restores');
is($node->safe_psql('two', $look), $before, 'the restored database is the same');

# A standby follows.
$node->backup('backup');
my $standby = PostgreSQL::Test::Cluster->new('vocabulary_standby');
$standby->init_from_backup($node, 'backup', has_streaming => 1);
$standby->start;
$node->wait_for_catchup($standby, 'replay', $node->lsn('insert'));
is($standby->safe_psql('one', $look), $before, 'a standby gives the same');
$node->safe_psql('one', q{SELECT civic.vn_vocabulary_remove('news.words', 'SMG')});
$node->wait_for_catchup($standby, 'replay', $node->lsn('insert'));
is($standby->safe_psql('one', $officials), 'SMG', 'a change reaches the standby');
my ($status, $output, $error) = $standby->psql('one', q{SELECT civic.vn_vocabulary_remove('news.words', 'làng xanh')});
like($error, qr/cannot execute/, 'nothing is changed there');
$standby->stop;

# A dictionary that a generated column needs is not dropped, nor its template.
($status, $output, $error) = $node->psql('one', 'DROP TEXT SEARCH DICTIONARY news.words');
like($error, qr/other objects depend on it/, 'what is used stays');

$node->stop;
done_testing();
