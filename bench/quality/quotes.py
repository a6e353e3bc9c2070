#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores extracted quotations against an annotated corpus.

    quotes.py --program build/release/cli/pullquote GOLD.jsonl SCORER.py

GOLD has one article a line: {"id", "headline", "text", "publisher", ...}. SCORER is a Python file with a function
score(gold, predicted) -> {name: figure}, where predicted maps ids to the quotes that `pullquote inspect` printed.

Prints the figures for all articles and for each publisher alone. Rules are written by hand, so there is nothing to
train; the spread between publishers is what a new outlet may expect. --at-least NAME=VALUE fails below a figure.
"""
import argparse
import collections
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def inspect(program, gold):
    """The quotes of each article by its id."""
    with tempfile.TemporaryDirectory() as folder:
        articles = pathlib.Path(folder, "articles.jsonl")
        with articles.open("w", encoding="utf-8") as out:
            for article in gold:
                record = {"id": article["id"], "headline": article["headline"], "body": article["text"]}
                out.write(json.dumps(record) + "\n")
        run = subprocess.run([program, "inspect", "--format", "json", str(articles)], check=True, stdout=subprocess.PIPE)
    printed = map(json.loads, run.stdout.decode("utf-8").splitlines())
    return {article["id"]: article.get("quotes", []) for article in printed if "id" in article}


def show(name, figures):
    cells = (f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in figures.items())
    print(f"{name:<12} " + "  ".join(cells))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/release/cli/pullquote")
    parser.add_argument("--at-least", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("gold")
    parser.add_argument("scorer")
    options = parser.parse_args()

    score = load_scorer(options.scorer)
    with open(options.gold, encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    predicted = inspect(options.program, gold)
    missing = sum(article["id"] not in predicted for article in gold)
    if missing:
        sys.exit(f"{missing} articles are missing from the output of {options.program}")

    by_publisher = collections.defaultdict(list)
    for article in gold:
        by_publisher[article.get("publisher", "")].append(article)
    total = score(gold, predicted)
    show("all", total)
    for publisher, articles in sorted(by_publisher.items()):
        show(publisher, score(articles, predicted))
    kinds = collections.Counter(quote["kind"] for quotes in predicted.values() for quote in quotes)
    print("kinds        " + "  ".join(f"{kind} {count}" for kind, count in kinds.most_common()))

    low = [bound for bound in options.at_least if total[bound.split("=")[0]] < float(bound.split("=")[1])]
    if low:
        sys.exit("below " + ", ".join(low))


if __name__ == "__main__":
    main()
