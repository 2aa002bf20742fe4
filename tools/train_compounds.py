#!/usr/bin/env python3
"""Find what must not be taken for a compound once diacritics are gone, and write data/not_compounds.tsv.

usage: tools/train_compounds.py data/lexicon.tsv CORPUS... > data/not_compounds.tsv

Search looks compounds up without diacritics, so that accented text and unaccented queries are cut alike. Some rare words of
the lexicon then look like frequent neighbours that are no word ("của mình" like "cửa mình"), and by taking a syllable away
they hide real compounds ("các cơ | quan"). Over accented text the mistakes can be counted: a sequence is listed when it is
wrong more often than right. CORPUS is .txt, or .jsonl (.gz) with a member "body".
"""
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter

WORD = re.compile(r"[^\W\d_]+")
BETWEEN = re.compile(r"[ \u00a0\t]+")
LEAST = 3                       # how often a mistake must be seen


def canonical(word):
    return unicodedata.normalize("NFC", word).lower()


def toneless(word):
    """Letters and tone apart, so that the place of the tone mark does not count."""
    tones = "".join(c for c in unicodedata.normalize("NFD", word) if c in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(c for c in unicodedata.normalize("NFD", word) if c not in tones) + tones


def fold(word):
    word = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in word if not unicodedata.combining(c))


def bodies(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        if ".json" in path:
            for line in file:
                yield json.loads(line)["body"]
        else:
            yield file.read()


def runs(text):
    """Words with nothing but blanks between them."""
    run, end = [], None
    for match in WORD.finditer(canonical(text)):
        if end is not None and not BETWEEN.fullmatch(text, end, match.start()):
            yield run
            run = []
        run.append(match.group())
        end = match.end()
    yield run


def main():
    lexicon_file, corpora = sys.argv[1], sys.argv[2:]
    exact, folded, longest = set(), set(), 0
    with open(lexicon_file, encoding="utf-8") as file:
        next(file)
        for line in file:
            if line.startswith("#"):
                continue
            words = WORD.findall(canonical(line.split("\t")[0]))
            exact.add(tuple(map(toneless, words)))
            folded.add(tuple(map(fold, words)))
            longest = max(longest, len(words))
    seen = Counter()
    for path in corpora:
        for body in bodies(path):
            seen.update(tuple(run) for run in runs(unicodedata.normalize("NFC", body)) if len(run) > 1)
    words = {word: (fold(word), toneless(word)) for run in seen for word in run}
    # what begins a compound, to pass over the rest quickly
    first = {entry[:2] for entry in folded}

    wrong = {}
    while True:
        right, mistakes, example = Counter(), Counter(), {}
        for run, count in seen.items():
            bare = tuple(words[word][0] for word in run)
            at = 0
            while at < len(run) - 1:
                end = at + 1
                if bare[at:at + 2] in first:
                    for stop in range(min(at + longest, len(run)), at + 1, -1):
                        if bare[at:stop] in folded and bare[at:stop] not in wrong:
                            end = stop
                            break
                if end > at + 1:
                    key = bare[at:end]
                    if tuple(words[word][1] for word in run[at:end]) in exact:
                        right[key] += count
                    elif any(word != fold(word) for word in run[at:end]):
                        mistakes[key] += count
                        example.setdefault(key, " ".join(run[at:end]))
                at = end
        found = {key: example[key] for key, n in mistakes.items() if n >= LEAST and n > right[key]}
        total = sum(right.values()) + sum(mistakes.values())
        print(f"{sum(mistakes.values()) / total:.1%} of {total} compounds are mistakes, {len(found)} sequences to leave out",
              file=sys.stderr)
        if not found:
            break
        wrong.update(found)
    print("sequence\texample")
    for key in sorted(wrong):
        print(" ".join(key), wrong[key], sep="\t")


if __name__ == "__main__":
    main()
