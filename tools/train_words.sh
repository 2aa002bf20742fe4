#!/usr/bin/env bash
# From the material to the committed model: counts the words of data/lexicon.tsv in segmented news, then learns
# data/segmentation.tsv from the news, the treebank and data/segmented.txt. The same material gives the same files.
#
# usage: tools/train_words.sh [MATERIAL [DATA]]
#
#   MATERIAL  folder with vi_vtb-train.conllu, vi_vtb-dev.conllu and news.silver.txt.gz (default ../shared/segmentation)
#   DATA      folder of the data files, which is written to (default data)
#   HELD_OUT  set: leave the dev part and the words known from it alone out, to measure on it
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
material=$(realpath "${1:-$root/../shared/segmentation}")
data=$(realpath "${2:-$root/data}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

python3 tools/count_words.py "$material/news.silver.txt.gz" <"$data/lexicon.tsv" |
	awk -F '\t' -v held_out="${HELD_OUT:-}" 'held_out == "" || $NF != "vtb-dev"' >"$work/lexicon.tsv"
mv "$work/lexicon.tsv" "$data/lexicon.tsv"
tools/build_core.sh "$data" "$work/train_words" tools/train_words.c
treebanks=("$material/vi_vtb-train.conllu")
[ -n "${HELD_OUT:-}" ] || treebanks+=("$material/vi_vtb-dev.conllu")
gunzip -c "$material/news.silver.txt.gz" | "$work/train_words" "$data/segmentation.tsv" "$data/segmented.txt" "${treebanks[@]}"
