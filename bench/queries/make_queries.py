#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make benchmark queries from a collection: make_queries.py FILE.jsonl[.gz] [--seed N] [--per-class N]

Prints CLASS<TAB>QUERY lines, the same for the same collection and seed. Words are drawn by their
share of the articles: frequent (over 5 %), mid (0.1 to 5 %), rare (2 articles to 0.1 %); words of a
multi-word query come 30 % frequent, 50 % mid, 20 % rare, independently. Phrases are windows of
running text; with-stop phrases hold at least one of the ten most frequent words.
"""
import argparse
import collections
import gzip
import json
import random
import re

WORD = re.compile(r"[a-z]+")


def articles(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def words_of(article):
    return WORD.findall((article.get("headline", "") + "\n" + article.get("body", "")).lower())


def bands(frequency, total):
    result = {"frequent": [], "mid": [], "rare": []}
    for word, df in sorted(frequency.items()):
        if len(word) < 2:
            continue
        share = df / total
        if share > 0.05:
            result["frequent"].append(word)
        elif share > 0.001:
            result["mid"].append(word)
        elif df >= 2:
            result["rare"].append(word)
    return result


def draw(rng, by_band, count):
    chosen = []
    for _ in range(count):
        band = rng.choices(["frequent", "mid", "rare"], [0.3, 0.5, 0.2])[0]
        chosen.append(rng.choice(by_band[band]))
    return chosen


def phrase(rng, texts, stop, length, with_stop):
    for _ in range(10000):
        text = rng.choice(texts)
        if len(text) <= length:
            continue
        start = rng.randrange(len(text) - length)
        window = text[start:start + length]
        if any(word in stop for word in window) == with_stop:
            return window
    raise SystemExit("the collection has no such phrases")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("collection")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--per-class", type=int, default=100)
    options = options.parse_args()

    rng = random.Random(options.seed)
    texts = [words_of(article) for article in articles(options.collection)]
    frequency = collections.Counter(word for text in texts for word in set(text))
    by_band = bands(frequency, len(texts))
    stop = {word for word, _ in frequency.most_common(10)}
    headlines = [[word for word in WORD.findall(article.get("headline", "").lower()) if len(word) > 1]
                 for article in articles(options.collection)]
    headlines = [words for words in headlines if len(words) >= 2]

    def emit(name, make):
        for _ in range(options.per_class):
            print(f"{name}\t{make()}")

    for band in by_band:
        emit(f"term-{band}", lambda: rng.choice(by_band[band]))
    emit("or", lambda: " ".join(draw(rng, by_band, rng.randint(2, 5))))
    emit("and", lambda: " AND ".join(draw(rng, by_band, rng.randint(2, 4))))
    for with_stop in (False, True):
        name = "phrase-stop" if with_stop else "phrase"
        emit(name, lambda: '"' + " ".join(phrase(rng, texts, stop, rng.randint(2, 4), with_stop)) + '"')
    emit("headline", lambda: " ".join("headline:" + w for w in rng.sample(rng.choice(headlines), 2)))


if __name__ == "__main__":
    main()
