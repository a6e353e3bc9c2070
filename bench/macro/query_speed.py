#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Query speed of pullquote and of other engines over the same articles and queries, in one run.

    query_speed.py --out DIR [--work DIR] COLLECTION       (JSON Lines, may be compressed)

bench/README.md says what each engine is given and how the run is made: indexes are built (or found
below --work), answers compared, every engine warmed with all queries, and then the engines take turns,
pass by pass and query by query, --rounds times over. DIR gets queries.csv (a row a query, engine and
way of taking turns, the time of every round), summary.csv, agreement.csv, rounds.csv (load), summary.md
and latency.svg.
"""
import argparse
import collections
import csv
import os
import pathlib
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE.parent / "queries")]
import make_queries  # noqa: E402
import query_chart  # noqa: E402
import query_summary  # noqa: E402
from query_engines import ENGINES, Child, Workshop, answers  # noqa: E402


def compare_answers(workshop, engines, queries):
    """Per query and engine the exact number of matches and the top 10, from untimed processes."""
    replies = collections.defaultdict(dict)
    for engine in engines:
        child = Child(workshop, engine, "--answers")
        for number, query in enumerate(queries):
            if answers(engine, query):
                replies[number][engine] = child.ask(query)
        child.close()
    return replies


def turns_by_pass(children, queries, number):
    """(child, query's index): all queries of one engine, shuffled, then all of the next."""
    order = list(range(len(queries)))
    random.Random(number).shuffle(order)
    first = number % len(children)
    for child in children[first:] + children[:first]:
        yield from ((child, index) for index in order)


def turns_by_query(children, queries, number):
    """(child, query's index): each query of every engine, a different one first each time."""
    for index in range(len(queries)):
        first = (index + number) % len(children)
        yield from ((child, index) for child in children[first:] + children[:first])


TURNS = dict(zip(query_summary.WAYS, (turns_by_pass, turns_by_query)))


def measure(workshop, options, queries):
    """times[turns][query][engine]: microseconds of each round. The engines take turns, so that whatever
    disturbs the machine disturbs all of them: by pass, with warm caches, and by query, with what the
    others have left of them."""
    children = [Child(workshop, engine) for engine in options.engines]
    times = {turns: collections.defaultdict(lambda: collections.defaultdict(list))
             for turns in options.turns}
    rounds = []
    for _ in range(options.warmup):
        for child in children:
            for query in queries:
                if answers(child.engine, query):
                    child.ask(query)
    for number in range(options.rounds):
        for turns in options.turns:
            start, load = time.time(), os.getloadavg()[0]
            for child, index in TURNS[turns](children, queries, number):
                if answers(child.engine, queries[index]):
                    times[turns][index][child.engine].append(child.ask(queries[index])[0])
            rounds.append({"round": number + 1, "turns": turns, "seconds": round(time.time() - start, 1),
                           "load_at_start": round(load, 2),
                           "load_at_end": round(os.getloadavg()[0], 2)})
            print(f"round {number + 1}: {rounds[-1]}", file=sys.stderr, flush=True)
    for child in children:
        child.close()
    return times, rounds


def throughput(workshop, options, queries):
    """Queries a second of pullquote's library by number of threads: the median of three runs each,
    in turn. Snippets and traces are left out: they would drown the ranked queries."""
    lines = "".join(f"{query.name}\t{query.pullquote()}\n" for query in queries
                    if query.kind != "trace" and query.show != "snippets")
    rates = collections.defaultdict(list)
    for _ in range(3):
        for threads in options.threads:
            command = [*workshop.command("pullquote"), "--threads", threads,
                       "--rounds", options.throughput_rounds]
            out = subprocess.run([str(part) for part in command], input=lines, text=True, check=True,
                                 stdout=subprocess.PIPE).stdout
            count, seconds = out.split()
            rates[threads].append(int(count) / float(seconds))
    return {threads: statistics.median(values) for threads, values in rates.items()}


def machine():
    names = [line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
             if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores"


def write_csv(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def query_rows(queries, times, replies):
    return [{"query": index, "class": queries[index].name, "engine": engine, "turns": turns,
             "matches": int(replies[index][engine][0]),
             "microseconds": " ".join(f"{value:.1f}" for value in values)}
            for turns, by_query in times.items() for index, by_engine in sorted(by_query.items())
            for engine, values in by_engine.items()]


def run(options, workshop):
    workshop.prepare()
    queries = list(make_queries.make(workshop.prepared, options.seed, options.per_class))
    if options.classes:
        queries = [query for query in queries if query.name in options.classes]
    for engine in options.engines:
        workshop.build(engine)
    with open(workshop.prepared, "rb") as lines:
        articles = sum(1 for _ in lines)

    replies = compare_answers(workshop, options.engines, queries)
    agreement = query_summary.agreement(queries, replies)
    if agreement:
        write_csv(options.out / "agreement.csv", agreement)
    for fault in query_summary.disagreements(agreement):
        print(f"disagreement: {fault}", file=sys.stderr)
        if not options.despite_disagreement:
            sys.exit("No times without agreement; see agreement.csv, or add --despite-disagreement")

    times, rounds = measure(workshop, options, queries)
    rates = throughput(workshop, options, queries) if "pullquote" in options.engines else {}
    summary = query_summary.summarise(queries, times, options.collection.name, articles)
    write_csv(options.out / "queries.csv", query_rows(queries, times, replies))
    write_csv(options.out / "summary.csv", summary)
    write_csv(options.out / "rounds.csv", rounds)
    facts = {"collection": options.collection.name, "articles": articles, "machine": machine(),
             "rounds": rounds, "seed": options.seed, "warmup": options.warmup, "rates": rates,
             "bytes": {engine: workshop.bytes_of(engine) for engine in options.engines}}
    text = query_summary.markdown(facts, summary, agreement,
                                  query_summary.known_items(queries, replies))
    (options.out / "summary.md").write_text(text, encoding="utf-8")
    (options.out / "latency.svg").write_text(query_chart.latency(summary), encoding="utf-8")
    print(text)


def ways_of_taking_turns(text):
    ways = list(dict.fromkeys(text.split(",")))
    if not set(ways) <= set(TURNS):
        raise argparse.ArgumentTypeError(f"{text!r} names a way other than {', '.join(TURNS)}")
    return ways


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("collection", type=pathlib.Path)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--work", type=pathlib.Path, help="where indexes are kept and found again")
    options.add_argument("--bin", type=pathlib.Path, default=HERE.parent.parent / "build" / "release")
    options.add_argument("--before", type=pathlib.Path,
                         help="another build folder, for the engine `before`")
    options.add_argument("--engines", type=lambda text: text.split(","), default=ENGINES)
    options.add_argument("--classes", type=lambda text: text.split(","), default=[])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--per-class", type=int, default=100)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--turns", type=ways_of_taking_turns, default=list(TURNS))
    options.add_argument("--warmup", type=int, default=5, help="passes over all queries, untimed")
    options.add_argument("--threads", type=lambda text: [int(n) for n in text.split(",")],
                         default=[1, 2])
    options.add_argument("--throughput-rounds", type=int, default=3)
    options.add_argument("--pullquote-option", action="append", default=[])
    options.add_argument("--despite-disagreement", action="store_true")
    options = options.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        run(options, Workshop((options.work or pathlib.Path(scratch)).resolve(), options.bin.resolve(),
                              options.collection.resolve(), options.pullquote_option,
                              options.before and options.before.resolve()))


if __name__ == "__main__":
    main()
