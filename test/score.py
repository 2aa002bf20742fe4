#!/usr/bin/env python3
"""Compare what the extractors return with annotated articles.

usage: score.py GOLD.jsonl SYSTEM.jsonl              precision, recall and F1 by extractor and level
       score.py GOLD.jsonl SYSTEM.jsonl --errors     also every row that was missed or is spurious
       score.py GOLD.jsonl SYSTEM.jsonl --against OLD.jsonl   also every row gained and lost since OLD

Gold rows are described in data/samples/README.md; test/rows.sql prints the system's. An optional gold row is neither asked for
nor held against the system. Figures are micro-averages over the articles.
"""
import argparse
import json
import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
# oà, oè, uỳ at the end of a syllable carry their tone on the second vowel in the old spelling, on the first in the new.
OLD_PLACEMENT = re.compile(rf"(?<!q)(?:(o)([ae])|(u)(y))([{TONES}])(?!\w)")


def fold(value):
    """Reduce a value to what the comparison looks at; None where nothing is left."""
    text = unicodedata.normalize("NFD", "" if value is None else str(value)).lower()
    text = re.sub("[\"'“”‘’«»\u200b\ufeff]", "", text)
    text = re.sub(r"\s*[-–—]\s*", "-", text)
    text = OLD_PLACEMENT.sub(lambda m: (m[1] or m[3]) + m[5] + (m[2] or m[4]), text)
    return " ".join(text.split()).strip(" .,;:/…") or None


def agree(*fields):
    """A test that a system row has, in each field, the gold row's value or one of its alternatives."""
    def test(gold, system):
        return all(fold(system.get(f)) in {fold(v) for v in [gold.get(f), *gold.get(f + "_alt", [])]} for f in fields)
    return test


def begins_alike(gold, system):
    """Of the gold content's first six words all but one stand, in order, among the first nine of the system's."""
    wanted = (fold(gold["content_begins"]) or "").split()[:6]
    rest = (fold(system.get("content")) or "").split()[:9]
    found = 0
    for word in wanted:
        if word in rest:
            rest = rest[rest.index(word) + 1:]
            found += 1
    return found > 0 and found >= len(wanted) - 1


def ends_alike(gold, system):
    wanted = (fold(gold["content_ends"]) or "").split()[-4:]
    return (fold(system.get("content")) or "").split()[-len(wanted):] == wanted


def every(*tests):
    return lambda gold, system: all(test(gold, system) for test in tests)


AWARD = ("award", "award_rank")
TALLY = AWARD + ("recipient_kind", "recipient_count")
# (extractor, level, test); the last level of an extractor is the one that --errors and --against judge by.
LEVELS = [
    ("officials", "person", agree("name")),
    ("officials", "post", agree("name", "title")),
    ("officials", "post+organization", agree("name", "title", "organization")),
    ("officials", "whole row", agree("name", "title", "organization", "status")),
    ("directives", "found", begins_alike),
    ("directives", "found, ends alike", every(begins_alike, ends_alike)),
    ("directives", "+ kind", every(begins_alike, agree("kind"))),
    ("directives", "+ kind + issuer", every(begins_alike, agree("kind", "issuer"))),
    ("awards", "award", agree(*AWARD)),
    ("awards", "tally", agree(*TALLY)),
    ("awards", "whole row", agree(*TALLY, "conferred_by", "status", "year")),
]
STRICTEST = {extractor: test for extractor, _, test in LEVELS}


def persons(rows):
    """The rows that introduce a name: at the level of persons, a person counts once."""
    return list({fold(row["name"]): row for row in reversed(rows)}.values())


def matching(gold, system, test):
    """A largest set of pairs (gold index, system index) that pass the test (augmenting paths after Kuhn, 1955)."""
    partner = {}

    def claim(g, tried):
        for s, row in enumerate(system):
            if s in tried or not test(gold[g], row):
                continue
            tried.add(s)
            if s not in partner or claim(partner[s], tried):
                partner[s] = g
                return True
        return False

    for g in range(len(gold)):
        claim(g, set())
    return {(g, s) for s, g in partner.items()}


def judge(gold, system, test):
    """Rows found (count), gold rows missed, system rows that are spurious. Optional rows excuse what is left over."""
    asked = [row for row in gold if not row.get("optional")]
    pairs = matching(asked, system, test)
    missed = [row for g, row in enumerate(asked) if g not in {g for g, _ in pairs}]
    left = [row for s, row in enumerate(system) if s not in {s for _, s in pairs}]
    excused = {s for _, s in matching([row for row in gold if row.get("optional")], left, test)}
    return len(pairs), missed, [row for s, row in enumerate(left) if s not in excused]


def ratio(part, whole):
    return part / whole if whole else 0.0


def scores(gold, system):
    """Yield (extractor, level, precision, recall, F1, number of gold rows)."""
    for extractor, level, test in LEVELS:
        found = missed = spurious = 0
        for article, rows in gold.items():
            wanted, got = rows[extractor], system.get(article, {}).get(extractor) or []
            if level == "person":
                wanted, got = persons(wanted), persons(got)
            here = judge(wanted, got, test)
            found, missed, spurious = found + here[0], missed + len(here[1]), spurious + len(here[2])
        precision, recall = ratio(found, found + spurious), ratio(found, found + missed)
        yield (extractor, level, precision, recall,
               ratio(2 * precision * recall, precision + recall), found + missed)


def brief(row):
    """One line for a row: what identifies it, without its place, its rule and empty fields."""
    skip = {"start_char", "char_count", "mentions", "rule", "optional"}
    kept = {k: v for k, v in row.items() if k not in skip and not k.endswith("_alt") and v is not None}
    return json.dumps(kept, ensure_ascii=False)[:300]


def changes(gold, old, new):
    """Yield a line for every row that only one of two outputs has: + gained, - lost, and whether the gold has it."""
    for article in sorted(gold):
        for extractor, test in STRICTEST.items():
            before = {brief(r): r for r in old.get(article, {}).get(extractor) or []}
            after = {brief(r): r for r in new.get(article, {}).get(extractor) or []}
            for sign, only in (("-", before.keys() - after.keys()), ("+", after.keys() - before.keys())):
                rows = {**before, **after}
                for line in sorted(only):
                    right = any(test(g, rows[line]) for g in gold[article][extractor])
                    yield f"{sign} {'right' if right else 'wrong'}  {article}  {extractor}  {line}"


def read(path):
    with open(path, encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--against", metavar="OLD")
    options = parser.parse_args()
    gold, system = read(options.gold), read(options.system)
    print(f"{'extractor':<12}{'level':<20}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}")
    for extractor, level, *figures, rows in scores(gold, system):
        print(f"{extractor:<12}{level:<20}" + "".join(f"{f:7.3f}" for f in figures) + f"{rows:7d}")
    if options.errors:
        for extractor, test in STRICTEST.items():
            for article in sorted(gold):
                _, missed, spurious = judge(gold[article][extractor], system.get(article, {}).get(extractor) or [], test)
                for what, rows in (("missed", missed), ("spurious", spurious)):
                    for row in rows:
                        print(f"{what:<9} {article}  {extractor}  {brief(row)}")
    if options.against:
        lines = list(changes(gold, read(options.against), system))
        print("\n".join(lines) if lines else "no row gained or lost")


if __name__ == "__main__":
    main()
