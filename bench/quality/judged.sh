#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: judged.sh FOLDER [EVAL-OPTION...]
#
# Measures every collection below FOLDER (NAME/docs.jsonl, queries.tsv, qrels.txt) and prints a table.
# PULLQUOTE names the program; the default is the release build.
set -eu
folder=$1
shift
program=${PULLQUOTE:-$(dirname "$0")/../../build/release/cli/pullquote}
printf '| collection | queries | map | ndcg_cut_10 | P_10 | recall_100 | recip_rank |\n'
printf '|---|---|---|---|---|---|---|\n'
for docs in "$folder"/*/docs.jsonl; do
  collection=$(dirname "$docs")
  "$program" eval --docs "$docs" --queries "$collection/queries.tsv" --qrels "$collection/qrels.txt" \
    "$@" 2>/dev/null |
    awk -v name="$(basename "$collection")" '
      { value[$1] = $2 }
      END {
        printf "| %s | %s | %s | %s | %s | %s | %s |\n", name, value["queries"], value["map"],
          value["ndcg_cut_10"], value["P_10"], value["recall_100"], value["recip_rank"]
      }'
done
