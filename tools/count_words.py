#!/usr/bin/env python3
"""Count the words of the lexicon in segmented text and write the columns "joined" and "apart" anew.

usage: tools/count_words.py SEGMENTED.txt[.gz] < lexicon.tsv > new_lexicon.tsv

SEGMENTED has a sentence a line, its words separated by blanks, the syllables of a word joined by underscores. "joined" is how
often a word of the lexicon is a word there, "apart" how often its syllables stand side by side otherwise. Capitals and the
place of the tone mark do not count.
"""
import gzip
import re
import sys
import unicodedata
from collections import Counter

LONGEST = 10                    # syllables
MARKED = {base + first + second: base + second + first
          for base in ("o", "u") for first in "aey" for second in "\u0300\u0301\u0303\u0309\u0323"
          if (base == "o") == (first != "y")}
LATE_MARK = re.compile("(?<!q)(" + "|".join(MARKED) + ")$")
known = {}


def canonical(syllable):
    """Lower case, the tone mark of a final oa, oe, uy on its first vowel."""
    if syllable not in known:
        parts = unicodedata.normalize("NFD", syllable.lower())
        parts = LATE_MARK.sub(lambda match: MARKED[match.group(1)], parts)
        known[syllable] = unicodedata.normalize("NFC", parts)
    return known[syllable]


def path(word):
    return tuple(canonical(part) for part in word.replace("-", " ").split())


def main():
    header, *rows = (line.rstrip("\n").split("\t") for line in sys.stdin)
    paths = {path(row[0]) for row in rows}
    begins = {p[:2] for p in paths}
    joined, all_ = Counter(), Counter()
    name = sys.argv[1]
    with (gzip.open if name.endswith(".gz") else open)(name, "rt", encoding="utf-8") as file:
        for line in file:
            words = [[canonical(part) for part in word.split("_")] for word in line.split()]
            joined.update(tuple(word) for word in words if len(word) > 1)
            syllables = [part for word in words for part in word]
            for i in range(len(syllables) - 1):
                if (syllables[i], syllables[i + 1]) in begins:
                    for end in range(i + 2, min(i + LONGEST, len(syllables)) + 1):
                        sequence = tuple(syllables[i:end])
                        if sequence in paths:
                            all_[sequence] += 1
    print(*header, sep="\t")
    for word, _, _, *rest in rows:
        p = path(word)
        print(word, joined[p], all_[p] - joined[p], *rest, sep="\t")


if __name__ == "__main__":
    main()
