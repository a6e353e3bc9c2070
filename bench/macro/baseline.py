#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build and query speed beside stock Xapian, in one run: baseline.py COLLECTION [--bin DIR] [--runs N]

Builds the collection (JSON Lines, may be compressed) with pullquote and with a plain TermGenerator
loop, alternating; then asks both engines the same generated queries over the pullquote database,
alternating, and compares the medians per query. Prints a Markdown report with the ratios.
"""
import argparse
import collections
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def run(command, **options):
    return subprocess.run(command, check=True, text=True, capture_output=True, **options).stdout


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def measure_builds(binaries, collection, folder, runs):
    ours, stock = [], []
    prepared = folder / "prepared"
    with open(prepared, "wb") as out:
        subprocess.run([binaries / "bench" / "bench_prepare", collection], stdout=out, check=True)
    for _ in range(runs):
        index = folder / "index"
        shutil.rmtree(index, ignore_errors=True)
        start = time.monotonic()
        report = json.loads(run([binaries / "cli" / "pullquote", "build", "--index", index,
                                 "--format", "json", collection]))
        ours.append(time.monotonic() - start)
        database = folder / "stock"
        shutil.rmtree(database, ignore_errors=True)
        stock.append(json.loads(run([binaries / "bench" / "bench_xapian_build", database,
                                     prepared]))["seconds"])
    return report["indexed"], ours, stock


def measure_queries(binaries, index, queries, rounds):
    """Least microseconds per query and engine over interleaved rounds: noise only ever adds."""
    best = {}
    for _ in range(rounds):
        for engine in ("pullquote", "xapian-stock"):
            out = run([binaries / "bench" / "bench_query_latency", "--index", index,
                       "--engine", engine], input=queries)
            micros = [float(line.split("\t")[0]) for line in out.splitlines()]
            best[engine] = [min(pair) for pair in zip(micros, best.get(engine, micros))]
    return best


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("collection", type=pathlib.Path)
    options.add_argument("--bin", type=pathlib.Path, default=HERE.parent.parent / "build" / "release")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--per-class", type=int, default=100)
    options = options.parse_args()

    print(f"Collection {options.collection.name}; {platform.machine()}, {os.cpu_count()} cores, "
          f"load {os.getloadavg()[0]:.1f}; {options.runs} runs.\n")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        articles, ours, stock = measure_builds(options.bin, options.collection, folder, options.runs)
        print("| build | seconds: median (least to most) | articles/s | ratio |\n|---|---|---|---|")
        for name, seconds in (("pullquote, all cores, read to published", ours),
                              ("TermGenerator loop, one thread, indexing alone", stock)):
            rate = articles / statistics.median(seconds)
            ratio = statistics.median(stock) / statistics.median(seconds)
            print(f"| {name} | {spread(seconds)} | {rate:.0f} | {ratio:.2f} |")

        queries = run([sys.executable, HERE.parent / "queries" / "make_queries.py",
                       options.collection, "--per-class", str(options.per_class)])
        best = measure_queries(options.bin, folder / "index", queries, options.runs)

    classes = [line.split("\t")[0] for line in queries.splitlines()]
    rows = collections.defaultdict(lambda: collections.defaultdict(list))
    for engine, micros in best.items():
        for name, value in zip(classes, micros):
            rows[name][engine].append(value)
            rows["all"][engine].append(value)
    print("\n| top 10, µs | pullquote p50 | p99 | stock p50 | p99 | ratio of p50 |\n|---|---|---|---|---|---|")
    for name, engines in rows.items():
        mine, theirs = engines["pullquote"], engines["xapian-stock"]
        print(f"| {name} | {percentile(mine, .5):.0f} | {percentile(mine, .99):.0f} | "
              f"{percentile(theirs, .5):.0f} | {percentile(theirs, .99):.0f} | "
              f"{percentile(mine, .5) / percentile(theirs, .5):.2f} |")


if __name__ == "__main__":
    main()
