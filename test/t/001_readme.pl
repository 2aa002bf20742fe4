# Every SQL block of README.md runs as shown; where a block of text follows, that is its output.
# With UPDATE_README=1 the blocks of text are rewritten instead.
use strict;
use warnings;

use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $path = dirname(__FILE__) . '/../../README.md';
open(my $file, '<', $path) or die "$path: $!";
my $readme = do { local $/; <$file> };
close $file;

my $node = PostgreSQL::Test::Cluster->new('readme');
$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->start;
$ENV{PGCLIENTENCODING} = 'UTF8';

# The example on top speaks of a table that the tour makes later.
my $tour = index($readme, '```sql' . "\nCREATE EXTENSION");
my $head = substr($readme, 0, $tour);
my $rest = substr($readme, $tour);
my $number = 0;

$rest =~ s{(```sql\n(.*?)```\n)(\n```text\n(.*?)```\n)?}{
	my ($block, $sql, $shown, $expected) = ($1, $2, $3, $4);
	my ($status, $output, $error);
	$status = $node->psql('postgres', $sql, stdout => \$output, stderr => \$error,
		extra_params => [ '-q', '--no-align', '--set=ON_ERROR_STOP=1', '-P', 'format=aligned', '-P', 'footer=on', '-P', 'tuples_only=off' ]);
	$output =~ s/\s+\z//;
	$number++;
	my $first = (split /\n/, $sql)[0];
	is("$status$error", '0', "block $number runs: $first");
	is("$output\n", $expected =~ s/\s+\z/\n/r, "block $number prints what is shown")
	  if defined $expected && !$ENV{UPDATE_README};
	$block . (defined $shown ? "\n```text\n$output\n```\n" : '');
}gse;

if ($ENV{UPDATE_README})
{
	open(my $out, '>', $path) or die "$path: $!";
	print $out $head . $rest;
	close $out;
}
done_testing();
