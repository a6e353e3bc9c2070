#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# pullquote eval over a collection small enough to measure by hand.

load helper

# Two queries: "harbour" finds one article, which is relevant, of two that are (average precision 1/2);
# "bakers" finds the only relevant one first (1). Means: map 3/4, recip_rank 1, P_10 1/10.
setup() {
  prepare
  write_articles
  printf '1\tharbour\n2\tbakers\n3\tnever judged\n' >queries.tsv
  printf '1 0 harbour 1\n1 0 missing 1\n2 0 bakery 1\n2 0 harbour 0\n' >qrels.txt
}

@test "eval indexes a file and prints trec_eval's measures" {
  expect_status 0 pullquote eval --docs articles.jsonl --queries queries.tsv --qrels qrels.txt
  output_has 'queries       2'
  output_has 'map           0.7500'
  output_has 'P_10          0.1000'
  output_has 'recip_rank    1.0000'
  output_has '1 query without judgements left out'
}

@test "eval asks an index that is there, and leaves it as it was" {
  pullquote build --index ix articles.jsonl
  before=$(find ix | sort)
  expect_status 0 pullquote eval --docs ix --queries queries.tsv --qrels qrels.txt --format json
  output_has '"map":0.75'
  [ "$(find ix | sort)" = "$before" ]
}

@test "eval writes a TREC run file" {
  expect_status 0 pullquote eval --docs articles.jsonl --queries queries.tsv --qrels qrels.txt \
    --run run.txt --tag mine
  grep -Eq '^1 Q0 harbour 1 [0-9.]+ mine$' run.txt
  grep -Eq '^2 Q0 bakery 1 [0-9.]+ mine$' run.txt
}

@test "a broken line of the judgements is named" {
  echo 'what is this' >>qrels.txt
  expect_status 2 pullquote eval --docs articles.jsonl --queries queries.tsv --qrels qrels.txt
  output_has 'qrels.txt, line 5'
}

@test "eval without its files says which it wants" {
  expect_status 2 pullquote eval --docs articles.jsonl
  output_has '--qrels'
}

@test "a collection without a judged query is an error, not a table of zeros" {
  : >empty.tsv
  expect_status 2 pullquote eval --docs articles.jsonl --queries empty.tsv --qrels qrels.txt
  output_has 'nothing to measure'
}
