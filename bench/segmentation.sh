#!/usr/bin/env bash
# The segmenter: accuracy on the dev part of UD Vietnamese VTB with a model that has not seen it, in several spellings; CPU
# time over news, as ratios to peers in the same run. Needs the material of ../shared for the accuracy and the news.
#
# usage: bench/segmentation.sh [NAME=COMMAND]...
#
# COMMAND is a peer: reads a text a line, writes its words separated by blanks, the syllables of a word joined by
# underscores. It gets the first PEER_LINES lines (default 2000); what it takes to start is not counted.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
material=$root/../shared/segmentation
news=$root/../shared/bench/news.jsonl.gz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Usage: spelt HOW: standard input in another spelling.
spelt() {
	python3 -c '
import sys, unicodedata
def bare(s):
    s = unicodedata.normalize("NFD", s.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in s if not unicodedata.combining(c))
how = {"NFC": str, "NFD": lambda s: unicodedata.normalize("NFD", s), "no-break spaces": lambda s: s.replace(" ", "\u00a0"),
       "capitals": str.upper, "small letters": str.lower, "no diacritics": bare}[sys.argv[1]]
for line in sys.stdin:
    print(how(line.rstrip("\n")))' "$1"
}

# Usage: respelt HOW: the gold in that spelling, as far as the scorer needs it (it composes itself).
respelt() { case $1 in NFD | "no-break spaces") cat ;; *) spelt "$1" ;; esac; }

accuracy() {
	local data=$work/data how
	cp -r "$root/data" "$data"
	HELD_OUT=1 "$root/tools/train_words.sh" "$material" "$data" 2>"$work/log" || { cat "$work/log"; return 1; }
	"$root/tools/build_core.sh" "$data" "$work/held_out" "$root/tools/segment.c"
	python3 "$material/conllu2raw.py" --detok "$material/vi_vtb-dev.conllu" >"$work/dev"
	python3 "$material/conllu2raw.py" --gold-detok "$material/vi_vtb-dev.conllu" >"$work/gold"
	echo "VTB dev, learnt from VTB train:"
	for how in NFC NFD "no-break spaces" capitals "small letters" "no diacritics"; do
		spelt "$how" <"$work/dev" | "$work/held_out" | sed 's/\xc2\xa0/_/g' >"$work/cut"
		respelt "$how" <"$work/gold" >"$work/gold.spelt"
		printf '%-16s %s\n' "$how" "$(python3 "$material/segeval.py" "$work/gold.spelt" "$work/cut")"
	done
	python3 "$material/conllu2raw.py" "$material/vi_vtb-dev.conllu" | "$work/held_out" >"$work/cut"
	printf '%-16s %s\n' "spaced out" "$(python3 "$material/segeval.py" "$material/vi_vtb-dev.conllu" "$work/cut")"
}

# Usage: seconds COMMAND FILE: CPU seconds, the least of three runs.
seconds() {
	local TIMEFORMAT='%U %S' run
	for run in 1 2 3; do
		{ time bash -c "$1" <"$2" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'
	done | sort -n | head -n 1
}

speed() {
	local peer ours theirs empty
	"$root/tools/build_core.sh" "$root/data" "$work/segment" "$root/tools/segment.c"
	if [ -r "$news" ]; then
		gunzip -c "$news" | python3 -c 'import json, sys
for line in sys.stdin: print(json.loads(line)["body"].replace("\n", " "))' >"$work/text"
	else
		echo "SKIPPED: the news of ../shared, which is not here; using the samples"
		for _ in $(seq 500); do cat "$root"/data/samples/*.txt; done >"$work/text"
	fi
	ours=$(seconds "$work/segment" "$work/text")
	ours=$(awk -v bytes="$(wc -c <"$work/text")" -v s="$ours" 'BEGIN { print bytes / 1e6 / s }')
	echo "vn_civic: $ours MB/s of CPU time, on $(wc -c <"$work/text") bytes"
	head -n "${PEER_LINES:-2000}" "$work/text" >"$work/part"
	: >"$work/empty"
	for peer; do
		theirs=$(seconds "${peer#*=}" "$work/part")
		empty=$(seconds "${peer#*=}" "$work/empty")
		awk -v name="${peer%%=*}" -v bytes="$(wc -c <"$work/part")" -v s="$theirs" -v empty="$empty" -v ours="$ours" \
			'BEGIN { rate = bytes / 1e6 / (s - empty); printf "%s: %.4f MB/s, start of %.2f s not counted; vn_civic is %.1f times as fast\n",
				name, rate, empty, ours / rate }'
	done
}

if [ -r "$material/vi_vtb-dev.conllu" ]; then
	accuracy
else
	echo "SKIPPED: accuracy; the treebank of ../shared is not here"
fi
speed "$@"
