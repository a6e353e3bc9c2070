#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headlines and publication days against what a reader sees.

    bench_extraction SET --output articles.json
    page_facts.py articles.json [page-facts.tsv] [--pages]
    page_facts.py --hash < HEADLINES          (one a line: the second column of the table)

page-facts.tsv has, for each page, its id, a 64-bit hash of its headline and its day, `-` where the page
states none. They were read from the pages by eye before any output of the program was looked at: the
headline is the one set above the text; the day is the one that the page shows a reader as that of
publication, in the outlet's own time, else the one its metadata states, as written there. Hashes and
days, since the texts belong to their publishers.

A headline counts as right when it is the same text, but for white space and the form of quotation
marks and dashes. A day counts when it is that of the time found, in the zone found with it.
"""
import hashlib
import json
import pathlib
import sys

FORMS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"',
                       "\u2013": "-", "\u2014": "-", "\u00a0": " "})


def headline_hash(headline):
    text = " ".join(headline.translate(FORMS).split())
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def read_facts(path):
    rows = (line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8"))
    return {row[0]: (row[1], row[2]) for row in rows if len(row) == 3 and not row[0].startswith("#")}


def main(arguments):
    if "--hash" in arguments:
        for line in sys.stdin:
            print(headline_hash(line))
        return 0
    show = "--pages" in arguments
    files = [a for a in arguments if not a.startswith("--")]
    if not files:
        print(__doc__, file=sys.stderr)
        return 2
    facts = read_facts(files[1] if len(files) > 1 else pathlib.Path(__file__).with_name("page-facts.tsv"))
    articles = json.load(open(files[0], encoding="utf-8"))
    headlines, days, stated, invented = [], [], 0, 0
    for page, (headline, day) in sorted(facts.items()):
        article = articles.get(page, {})
        headlines.append(headline_hash(article.get("headline", "")) == headline)
        found = article.get("published", "")[:10]
        if day == "-":
            invented += found != ""
        else:
            stated += 1
            days.append(found == day)
        if show and not (headlines[-1] and (day == "-" or days[-1])):
            print(page[:12], "headline" if not headlines[-1] else "", article.get("headline", ""),
                  "| day", day, "found", article.get("published", "nothing"))
    print(f"headline exact {sum(headlines) / len(headlines):.3f} ({sum(headlines)} of {len(headlines)})  "
          f"day {sum(days) / stated:.3f} ({sum(days)} of {stated} that state one)  "
          f"invented days {invented}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
