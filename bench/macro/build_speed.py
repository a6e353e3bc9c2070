#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build speed and index size of pullquote and of other engines over the same articles, in one run.

    build_speed.py --out DIR COLLECTION...       (JSON Lines, may be compressed)

Engines (bench/README.md says what each builds; peers/install.sh installs them):
  pullquote     everything: read, quotes, all files, checksums, verified and published; 2 threads
  pullquote-full  the same with --xapian full
  before        another build of pullquote (--before), such as of an older commit
  xapian        TermGenerator STEM_SOME and add_document, then compacted; 1 thread
  scriptindex   Omega's indexer; 1 thread
  sqlite        FTS5 with stored content; 1 thread
  lucene-1, -2  Lucene 8, one and two threads

The peers read prepared lines (quotes found beforehand, no JSON), so they are spared what pullquote
does in its first stage. Runs of one engine never follow each other: a round runs each engine once, and
there are --rounds rounds; engines named by --once take part in the first only. DIR gets runs.csv, a row a
run, stages.csv, tables.csv, and summary.md with the medians; of several collections also what an article
takes in each (growth: give the first 200,000 lines of a generated file, and all of it).
"""
import argparse
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ENGINES = ["pullquote", "xapian", "scriptindex", "sqlite", "lucene-1", "lucene-2"]
OURS = ("pullquote", "pullquote-full", "before")


class Run:
    """One process: wall and CPU seconds, peak resident memory, standard output."""

    def __init__(self, command, stdin=None):
        self.load = os.getloadavg()[0]
        start = time.monotonic()
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen([str(part) for part in command], stdout=out,
                                       stdin=stdin, stderr=subprocess.PIPE)
            errors = process.stderr.read().decode(errors="replace")
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            self.stdout = out.read().decode()
        self.wall = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss * 1024
        if process.returncode != 0:
            sys.exit(f"{command[0]} failed: {errors[-2000:]}")


def lucene_jars():
    java = pathlib.Path("/usr/share/java")
    names = ("lucene-core-8*.jar", "lucene-analyzers-common-8*.jar")
    return ":".join(str(sorted(java.glob(name))[0]) for name in names)


def size_of(folder):
    """Bytes by file below a folder, or of a file."""
    if folder.is_file():
        return {folder.name: folder.stat().st_size}
    return {str(path.relative_to(folder)): path.stat().st_size
            for path in sorted(folder.rglob("*")) if path.is_file()}


def name_in_generation(name):
    """A file's path without `generations/ID/`, which is another in each run."""
    steps = name.split("/")
    return "/".join(steps[2:] if steps[0] == "generations" else steps)


class Bench:
    def __init__(self, options, scratch):
        self.bin = options.bin
        self.options = options
        self.scratch = scratch
        self.classes = scratch / "classes"
        if any(engine.startswith("lucene") for engine in options.engines):
            subprocess.run(["javac", "-d", self.classes, "-cp", lucene_jars(),
                            HERE.parent / "peers" / "LuceneBuild.java"], check=True)

    def prepare(self, collection):
        self.collection = collection
        self.prepared = self.scratch / "prepared"
        self.omega = self.scratch / "omega"
        prepare = self.bin / "bench" / "bench_prepare"
        with open(self.prepared, "wb") as out:
            subprocess.run([prepare, collection], stdout=out, check=True)
        if "scriptindex" in self.options.engines:
            with open(self.omega, "wb") as out:
                subprocess.run([prepare, "--omega", collection], stdout=out, check=True)
        self.articles = 0
        self.text_bytes = 0
        with open(self.prepared, "rb") as lines:
            for line in lines:
                fields = line.split(b"\x1f")
                self.articles += 1
                self.text_bytes += len(fields[3]) + len(fields[4])

    def command(self, engine, target):
        if engine in OURS:
            binaries = self.options.before if engine == "before" else self.bin
            full = ["--xapian", "full"] if engine == "pullquote-full" else []
            own = [] if engine == "before" else self.options.pullquote_option
            return [binaries / "cli" / "pullquote", "build", "--index", target, "--format", "json",
                    "--memory", self.options.memory, *full, *own, self.collection]
        if engine == "xapian":
            return [self.bin / "bench" / "bench_xapian_build", self.scratch / "uncompacted",
                    self.prepared, target]
        if engine == "scriptindex":
            return ["scriptindex", "--overwrite", "--stemmer=en", target,
                    HERE.parent / "peers" / "omega.script", self.omega]
        if engine == "sqlite":
            return [self.bin / "bench" / "bench_sqlite_build", target, self.prepared]
        return ["java", "-Xmx2g", "-cp", f"{lucene_jars()}:{self.classes}", "LuceneBuild", target,
                self.prepared, engine.split("-")[1]]

    def run(self, engine):
        target = self.scratch / "index"
        for old in (target, self.scratch / "uncompacted"):
            shutil.rmtree(old, ignore_errors=True) if old.is_dir() else old.unlink(missing_ok=True)
        result = Run(self.command(engine, target))
        result.files = size_of(target)
        return result


def measure(options, bench, collection, rows, stages, tables):
    """Adds one collection to the rows of runs.csv, stages.csv and tables.csv, and writes them after
    each run, so that one that is broken off leaves what it had."""
    bench.prepare(collection)
    for number in range(options.rounds):
        for engine in options.engines:
            if number > 0 and engine in options.once:
                continue
            run = bench.run(engine)
            rows.append({"collection": collection.name, "engine": engine, "round": number + 1,
                         "articles": bench.articles, "text_bytes": bench.text_bytes,
                         "wall_seconds": round(run.wall, 2), "cpu_seconds": round(run.cpu, 2),
                         "peak_bytes": run.peak, "index_bytes": sum(run.files.values()),
                         "load": round(run.load, 1)})
            print(f"{collection.name} {engine}: {run.wall:.1f} s, {run.cpu:.1f} s CPU, "
                  f"load {run.load:.1f}", file=sys.stderr, flush=True)
            if engine == "pullquote":
                report = json.loads(run.stdout)
                stages += [{"collection": collection.name, "round": number + 1, "stage": name,
                            "wall_seconds": round(seconds, 2)}
                           for name, seconds in report["stage_seconds"].items()]
            if number == 0:
                tables += [{"collection": collection.name, "engine": engine,
                            "file": name_in_generation(name), "bytes": size}
                           for name, size in run.files.items() if size > 4096]
            write_results(options.out, rows, stages, tables)


def medians(rows):
    result = {}
    for row in rows:
        result.setdefault((row["collection"], row["engine"]), []).append(row)
    return {key: {name: statistics.median(row[name] for row in group)
                  for name in ("articles", "text_bytes", "wall_seconds", "cpu_seconds",
                               "peak_bytes", "index_bytes", "load")} | {"runs": len(group)}
            for key, group in result.items()}


def stage_medians(rows):
    seconds = {}
    for row in rows:
        seconds.setdefault(row["stage"], []).append(row["wall_seconds"])
    return {stage: statistics.median(values) for stage, values in seconds.items()}


def growth(median):
    """Time per article of each engine over collections of different size, against the smallest it
    built. It tells something of collections of one kind, such as beginnings of one generated file."""
    lines = []
    for engine in dict.fromkeys(engine for _, engine in median):
        sizes = sorted((m["articles"], name) for (name, of), m in median.items() if of == engine)
        if len({articles for articles, _ in sizes}) < 2:
            continue
        first = median[sizes[0][1], engine]
        for articles, name in sizes:
            m = median[name, engine]
            per = {key: 1e6 * m[key] / articles for key in ("wall_seconds", "cpu_seconds")}
            base = {key: 1e6 * first[key] / first["articles"] for key in per}
            lines.append(
                f"| {engine} | {name} | {articles:.0f} | {per['wall_seconds']:.0f} | "
                f"{per['cpu_seconds']:.0f} | {per['wall_seconds'] / base['wall_seconds']:.2f} | "
                f"{per['cpu_seconds'] / base['cpu_seconds']:.2f} |")
    if not lines:
        return []
    return ["## Growth", "",
            "| engine | collection | articles | wall µs an article | CPU µs an article | "
            "wall, of the smallest | CPU, of the smallest |",
            "|---|---|---|---|---|---|---|", *lines, ""]


def summary(rows, stages, tables):
    lines = []
    median = medians(rows)
    for collection in dict.fromkeys(row["collection"] for row in rows):
        lines += [f"## {collection}", "",
                  "| engine | runs | wall s | CPU s | articles/s | MB/s | articles/CPU s | peak MB | "
                  "index bytes a text byte | wall ratio | CPU ratio | load |",
                  "|---|---|---|---|---|---|---|---|---|---|---|---|"]
        ours = median.get((collection, "pullquote"))
        for (name, engine), m in median.items():
            if name != collection:
                continue
            wall, cpu = m["wall_seconds"], m["cpu_seconds"]
            ratios = (f"{wall / ours['wall_seconds']:.2f} | {cpu / ours['cpu_seconds']:.2f}"
                      if ours else " | ")
            lines.append(
                f"| {engine} | {m['runs']} | {wall:.1f} | {cpu:.1f} | {m['articles'] / wall:.0f} | "
                f"{m['text_bytes'] / wall / 1e6:.2f} | {m['articles'] / cpu:.0f} | "
                f"{m['peak_bytes'] / 1e6:.0f} | {m['index_bytes'] / m['text_bytes']:.2f} | {ratios} | "
                f"{m['load']:.1f} |")
        own = [row for row in stages if row["collection"] == collection]
        if own:
            lines += ["", "Stages of pullquote, wall seconds (medians): " + ", ".join(
                f"{stage} {seconds:.2f}" for stage, seconds in stage_medians(own).items()) + "."]
        for engine in dict.fromkeys(row["engine"] for row in tables):
            files = [row for row in tables
                     if row["collection"] == collection and row["engine"] == engine]
            total = sum(row["bytes"] for row in files)
            if total:
                lines += ["", f"Files of {engine}: " + ", ".join(
                    f"{row['file']} {row['bytes'] / 1e6:.1f} MB ({100 * row['bytes'] / total:.0f} %)"
                    for row in sorted(files, key=lambda row: -row["bytes"])[:14]) + "."]
        lines.append("")
    return "\n".join(lines + growth(median))


def write_csv(path, rows):
    if rows:
        with open(path, "w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def write_results(folder, rows, stages, tables):
    write_csv(folder / "runs.csv", rows)
    write_csv(folder / "stages.csv", stages)
    write_csv(folder / "tables.csv", tables)
    (folder / "summary.md").write_text(summary(rows, stages, tables), encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("collection", type=pathlib.Path, nargs="+")
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--bin", type=pathlib.Path, default=HERE.parent.parent / "build" / "release")
    options.add_argument("--before", type=pathlib.Path,
                         help="another build folder, for the engine `before`")
    options.add_argument("--engines", type=lambda text: text.split(","), default=ENGINES)
    options.add_argument("--once", type=lambda text: text.split(","),
                         default=["xapian", "scriptindex"])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--memory", default="1G")
    options.add_argument("--pullquote-option", action="append", default=[])
    options.add_argument("--scratch", type=pathlib.Path)
    options = options.parse_args()

    options.out.mkdir(parents=True, exist_ok=True)
    rows, stages, tables = [], [], []
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        bench = Bench(options, pathlib.Path(scratch))
        for collection in options.collection:
            measure(options, bench, collection, rows, stages, tables)
    print((options.out / "summary.md").read_text())


if __name__ == "__main__":
    main()
