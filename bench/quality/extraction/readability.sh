#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# readability.sh SET [SCRATCH]: article-body F1 of Mozilla's Readability beside ours, in one run.
#
# Needs node, npm and the network once: @mozilla/readability and jsdom are installed into SCRATCH
# (default: a new temporary folder), never into the project. SET is as for bench_extraction.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { sed -n '3,6s/^# //p' "$0" >&2; exit 2; }
scratch=${2:-$(mktemp -d)}
mkdir -p "$scratch"
cp "$here/readability.mjs" "$scratch/"
[ -d "$scratch/node_modules/jsdom" ] ||
  npm install --prefix "$scratch" --no-audit --no-fund --silent @mozilla/readability@0.6.0 jsdom@22.1.0
node "$scratch/readability.mjs" "$1" "$scratch/readability.json"
"${BENCH_EXTRACTION:-$here/../../../build/release/bench/bench_extraction}" "$1" \
  --peer "$scratch/readability.json"
