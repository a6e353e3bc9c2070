#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what each file of a folder gave, so that it can be compared with the file by eye.

Usage: walk.py [--pullquote PROGRAM] [--body N] FOLDER...

One paragraph a record: what it was read as, id, times with their zone, source, language, byline,
headline, standfirst, the first and last N characters of the body, captions; or the rejection. Then,
on standard error, how many files were read, rejected as a whole, and gave nothing at all, which is
a fault (exit status 1).
"""
import argparse
import json
import pathlib
import subprocess
import sys

KEYS = ("input_format", "id", "url", "source", "language", "published", "modified", "byline",
        "section", "headline", "standfirst", "captions", "credits", "keywords")


def shortened(text, size):
    text = text.replace("\n\n", " ¶ ")
    return text if len(text) <= 2 * size else text[:size] + " […] " + text[-size:]


def inspect(program, path):
    run = subprocess.run([program, "inspect", "--format", "json", str(path)],
                         capture_output=True, text=True, check=False)
    if run.returncode != 0:
        print(f"  failed with status {run.returncode}: {run.stderr.strip()}")
        return []
    return [json.loads(line) for line in run.stdout.splitlines()]


def show(record, size):
    rejection = record.get("rejection")
    if rejection:
        detail = f" ({rejection['detail']})" if rejection.get("detail") else ""
        print(f"  REJECTED at {rejection.get('offset', 0)}: {rejection['reason']}{detail}")
        return
    for key in KEYS:
        if record.get(key):
            print(f"  {key:12} {record[key]}")
    print(f"  {'body':12} {len(record.get('body', ''))}: {shortened(record.get('body', ''), size)}")
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pullquote", default="build/release/cli/pullquote")
    parser.add_argument("--body", type=int, default=120)
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    counts = {"read": 0, "rejected": 0, "silent": 0}
    for folder in options.folders:
        for path in sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file()):
            print(f"== {path}")
            records = inspect(options.pullquote, path)
            for record in records:
                show(record, options.body)
            articles = [r for r in records if "rejection" not in r]
            counts["read" if articles else "rejected" if records else "silent"] += 1
    print(", ".join(f"{count} {what}" for what, count in counts.items()), file=sys.stderr)
    return 1 if counts["silent"] else 0


if __name__ == "__main__":
    sys.exit(main())
