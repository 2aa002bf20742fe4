# ALTER EXTENSION vn_civic UPDATE from every released version leads to what CREATE EXTENSION makes; pg_upgrade keeps what
# users have built.
#
#   OLD_PG_CONFIG   an older PostgreSQL to upgrade from, with vn_civic installed (default: pg_upgrade within one version)
use strict;
use warnings;

use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('upgrade');
$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->start;
$ENV{PGCLIENTENCODING} = 'UTF8';

# Every object of the extension: its row in the catalogue without what differs between installations, numbers of objects
# replaced by what they stand for, its comment and what it is made of.
my $describe = <<'SQL';
CREATE FUNCTION described(class oid, object oid, sub int) RETURNS text LANGUAGE sql AS $$
	SELECT pg_describe_object(class, object, sub) $$;
CREATE VIEW member AS
SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'vn_civic';
CREATE VIEW description AS
SELECT described(classid, objid, 0) AS object, format('comment: %s', obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid))) AS detail FROM member
UNION ALL SELECT described(classid, objid, 0), 'function: ' || pg_get_functiondef(objid) || (to_jsonb(p) -
	'{oid,pronamespace,proowner,prorettype,proargtypes,proallargtypes,prosupport,prolang,protransform}'::text[])::text
FROM member JOIN pg_proc AS p ON p.oid = objid WHERE classid = 'pg_proc'::regclass
UNION ALL SELECT described(classid, objid, 0), format('relation: %s %s %s %s', relkind, relacl, reloptions, pg_get_viewdef(objid))
FROM member JOIN pg_class AS c ON c.oid = objid WHERE classid = 'pg_class'::regclass
UNION ALL SELECT described(classid, objid, 0), format('column: %s %s %s %s %s', attnum, attname, format_type(atttypid, atttypmod), attacl, col_description(objid, attnum))
FROM member JOIN pg_attribute ON attrelid = objid WHERE classid = 'pg_class'::regclass AND attnum > 0 AND NOT attisdropped
UNION ALL SELECT described(classid, objid, 0), format('type: %s %s %s %s', typtype, typcategory, typlen, typacl)
FROM member JOIN pg_type AS t ON t.oid = objid WHERE classid = 'pg_type'::regclass
UNION ALL SELECT described(classid, objid, 0), format('parser: %s %s %s %s %s', prsstart, prstoken, prsend, prsheadline, prslextype)
FROM member JOIN pg_ts_parser AS p ON p.oid = objid WHERE classid = 'pg_ts_parser'::regclass
UNION ALL SELECT described(classid, objid, 0), format('template: %s %s', tmplinit, tmpllexize)
FROM member JOIN pg_ts_template AS t ON t.oid = objid WHERE classid = 'pg_ts_template'::regclass
UNION ALL SELECT described(classid, objid, 0), format('dictionary: %s %s', described('pg_ts_template'::regclass, dicttemplate, 0), dictinitoption)
FROM member JOIN pg_ts_dict AS d ON d.oid = objid WHERE classid = 'pg_ts_dict'::regclass
UNION ALL SELECT described(classid, objid, 0), format('configuration: %s', described('pg_ts_parser'::regclass, cfgparser, 0))
FROM member JOIN pg_ts_config AS c ON c.oid = objid WHERE classid = 'pg_ts_config'::regclass
UNION ALL SELECT described(classid, objid, 0), format('mapping: %s %s %s', maptokentype, mapseqno, described('pg_ts_dict'::regclass, mapdict, 0))
FROM member JOIN pg_ts_config_map ON mapcfg = objid WHERE classid = 'pg_ts_config'::regclass
UNION ALL SELECT described(m.classid, m.objid, 0), format('depends: %s %s', d.deptype, described(d.refclassid, d.refobjid, d.refobjsubid))
FROM member AS m JOIN pg_depend AS d USING (classid, objid)
UNION ALL SELECT 'extension', format('%s %s %s %s', extversion, extrelocatable, extconfig, extcondition) FROM pg_extension WHERE extname = 'vn_civic';
SQL

# Creates a database with the extension and describes it, a line for each detail.
sub description_of
{
	my ($database, $create) = @_;
	$node->safe_psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING 'UTF8'");
	$node->safe_psql($database, "$create\n$describe");
	my $lines = $node->safe_psql($database, q{SELECT replace(object || ': ' || detail, E'\n', ' ') FROM description ORDER BY object COLLATE "C", detail COLLATE "C"});
	return split /\n/, $lines;
}

# What one list has and the other has not.
sub differences
{
	my ($ours, $theirs) = @_;
	my (%ours, %theirs);
	$ours{$_}++ foreach @$ours;
	$theirs{$_}++ foreach @$theirs;
	return (map({ "only updated: $_" } sort grep { !$theirs{$_} } keys %ours), map({ "only fresh: $_" } sort grep { !$ours{$_} } keys %theirs));
}

my @fresh = description_of('fresh', 'CREATE EXTENSION vn_civic;');
cmp_ok(scalar(@fresh), '>', 200, 'a fresh installation is described');

# Run by psql, a script stops at its first line.
foreach my $script (glob(dirname(__FILE__) . '/../../vn_civic--*.sql'))
{
	my $statement = $script =~ /--.*--/ ? 'ALTER EXTENSION vn_civic UPDATE' : 'CREATE EXTENSION vn_civic';
	like(slurp_file($script), qr/\A(--.*\n|\/\*.*\*\/\n|\n)*\\echo Use "$statement.*" to load this file\. \\quit\n/, basename($script) . ' is guarded');
}

# From every version that has a script of its own, released ones all.
my $installable = "SELECT version FROM pg_available_extension_versions WHERE name = 'vn_civic'";
my $current = $node->safe_psql('postgres', "SELECT default_version FROM pg_available_extensions WHERE name = 'vn_civic'");
my @older = grep { $_ ne $current } split /\n/, $node->safe_psql('postgres', $installable);
diag("there is no version before $current") unless @older;
foreach my $old (@older)
{
	my $database = 'from_' . $old =~ s/\W/_/gr;
	my @updated = description_of($database, "CREATE EXTENSION vn_civic VERSION '$old';\nALTER EXTENSION vn_civic UPDATE;");
	is(join("\n", differences(\@updated, \@fresh)), '', "an update from $old leads to the same");
}

# That the comparison sees what an update forgets: a version is made up that lacks the last function, and two scripts from
# there, one of which forgets the function's comment.
my $pg_config = $ENV{PG_CONFIG} // 'pg_config';
chomp(my $folder = `$pg_config --sharedir`);
$folder .= '/extension';
my @made_up;
END { unlink @made_up; }
SKIP:
{
	skip "$folder cannot be written to", 2 unless -w $folder;
	my $script = slurp_file("$folder/vn_civic--$current.sql");
	my @parts = $script =~ /^(.*)(CREATE FUNCTION vn_civic_version\(\).*?;\n)(COMMENT ON FUNCTION vn_civic_version.*?;\n)(.*)$/s or die 'no such function';
	my %texts = (
		"0.1" => $parts[0] . $parts[3], "0.2" => $parts[0] . $parts[3],
		"0.1--$current" => $parts[1] . $parts[2], "0.2--$current" => $parts[1]);
	foreach my $name (sort keys %texts)
	{
		my $file = "$folder/vn_civic--$name.sql";
		die "$file exists" if -e $file;
		push @made_up, $file;
		append_to_file($file, $texts{$name});
	}
	my @good = description_of('good', "CREATE EXTENSION vn_civic VERSION '0.1';\nALTER EXTENSION vn_civic UPDATE;");
	is(join("\n", differences(\@good, \@fresh)), '', 'a right update of a made-up version leads to the same');
	my @bad = description_of('bad', "CREATE EXTENSION vn_civic VERSION '0.2';\nALTER EXTENSION vn_civic UPDATE;");
	is(join("\n", differences(\@bad, \@fresh)), "only updated: function vn_civic_version(): comment: \n"
		. "only fresh: function vn_civic_version(): comment: version of the vn_civic library", 'a forgotten comment is seen');
}

# pg_upgrade.
my $old_pg_config = $ENV{OLD_PG_CONFIG};
my %install;
if (defined $old_pg_config)
{
	chomp(my $bin = `$old_pg_config --bindir`);
	%install = (install_path => dirname($bin));
}
else
{
	diag('pg_upgrade is run within one version: set OLD_PG_CONFIG to an older PostgreSQL');
}
my $old = PostgreSQL::Test::Cluster->new('old', %install);
my $new = PostgreSQL::Test::Cluster->new('new');
my @initdb = ('--encoding=UTF8', '--locale=C.UTF-8');
$old->init(extra => \@initdb);
$new->init(extra => \@initdb);
$old->start;
$old->safe_psql('postgres', <<'SQL');
CREATE SCHEMA civic;
CREATE EXTENSION vn_civic SCHEMA civic;
CREATE TEXT SEARCH DICTIONARY mine (TEMPLATE = civic.vietnamese, Forms = folded);
CREATE TEXT SEARCH CONFIGURATION mine (COPY = civic.vietnamese);
ALTER TEXT SEARCH CONFIGURATION mine ALTER MAPPING REPLACE civic.vietnamese WITH mine;
CREATE TABLE article (id int PRIMARY KEY, body text, vector tsvector GENERATED ALWAYS AS (to_tsvector('mine', body)) STORED);
CREATE INDEX by_vector ON article USING gin (vector);
CREATE INDEX by_fold ON article (civic.vn_fold(body));
CREATE MATERIALIZED VIEW official AS SELECT id, o.* FROM article, civic.vn_officials(body) AS o;
INSERT INTO article SELECT n, 'Bộ trưởng Bộ Nội vụ Nguyễn Văn An yêu cầu các Sở rà soát thủ tục số ' || n FROM generate_series(1, 500) AS n;
REFRESH MATERIALIZED VIEW official;
SQL
my $look = <<'SQL';
SELECT md5(string_agg(a::text, ',' ORDER BY id)) FROM article AS a;
SELECT md5(string_agg(o::text, ',' ORDER BY id)) FROM official AS o;
SELECT count(*) FROM article WHERE vector IS DISTINCT FROM to_tsvector('mine', body);
SELECT extversion FROM pg_extension WHERE extname = 'vn_civic';
SET enable_seqscan = off;
SELECT count(*) FROM article WHERE vector @@ to_tsquery('mine', 'soat');
SELECT id FROM article WHERE civic.vn_fold(body) = 'bo truong bo noi vu nguyen van an yeu cau cac so ra soat thu tuc so 7';
SQL
my $before = $old->safe_psql('postgres', $look);
like($before, qr/\n500\n7$/, 'the old cluster answers');
my ($old_bin, $new_bin) = map { my $bin = `$_ --bindir`; chomp $bin; $bin } ($old_pg_config // $pg_config, $pg_config);
$old->stop;
chdir $PostgreSQL::Test::Utils::tmp_check or die $!;
command_ok([ 'pg_upgrade', '-d', $old->data_dir, '-D', $new->data_dir, '-b', $old_bin, '-B', $new_bin, '-s', $new->host,
	'-p', $old->port, '-P', $new->port ], 'pg_upgrade');
$new->start;
is($new->safe_psql('postgres', $look), $before, 'the new cluster answers the same');
$new->stop;

$node->stop;
done_testing();
