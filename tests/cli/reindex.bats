#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# reindex: everything but the stored articles is made anew from them.
load helper
setup() {
  prepare
  export PULLQUOTE_INDEX=$BATS_TEST_TMPDIR/index
  cp "$SOURCE/tests/cli/format-2/articles.jsonl" .
}

part_of() { printf '%s/generations/%s/part-1' "$PULLQUOTE_INDEX" "$1"; }

# What an index answers to queries of every kind, ids of generations apart.
answers() {
  for query in 'ceasefire' 'the harbour' '"the harbour"' 'headline:harbour' 'quote:monitoring' \
    'speaker:brandt' 'source:gazette' 'since:2026-03-01' 'har*' 'harbor~' 'said:(brandt monitoring)' \
    'lang:de' '=reopened' 'strike NEAR/5 harbour'; do
    echo "== $query"
    pullquote search "$@" --format json --limit 50 "$query" || true
  done
  pullquote quotes "$@" --format json --occurrences --limit 100
  pullquote trace "$@" --format json 'to finalise stronger monitoring' || true
  pullquote speakers "$@" --format json --limit 100
  # shellcheck disable=SC2046
  pullquote show "$@" --format json $(jq -r '.url // .id' articles.jsonl)
}

@test "reindex makes the same files again, without the sources" {
  pullquote build articles.jsonl
  first=$(published)
  answers >before
  mv articles.jsonl away.jsonl
  pullquote reindex --format json >report.json
  mv away.jsonl articles.jsonl
  jq -e --arg base "$first" --arg id "$(published)" '.base == $base and .generation == $id
    and .articles == 25 and .quotes > 0 and .text_bytes > 0 and .index_bytes > 0' report.json
  [ "$(published)" != "$first" ]
  for file in columns ranked.postings ranked.positions ranked.pairs ranked.ids quotes.postings \
    quotes.columns articles.blocks articles.dictionary articles/docdata.glass ../families; do
    cmp "$(part_of "$first")/$file" "$(part_of "$(published)")/$file"
  done
  answers >after
  cmp before after
  expect_status 0 pullquote verify
  pullquote rollback
  [ "$(published)" = "$first" ]
}

@test "reindex prints what it did" {
  pullquote build articles.jsonl
  expect_status 0 pullquote reindex
  output_has 'Indexed 25 articles and'
  output_has "published   generation $(published), from "
}

@test "reindex keeps what the build was told, except what it is told itself" {
  ranking() { pullquote stats --format json | jq -c '[.ranking.k1, .ranking.b, .ranking.weights]'; }
  pullquote build --k1 1.25 --b 0.5 --weights headline=4,body=2,quote=2 --compression 0 articles.jsonl
  expected='[1.25,0.5,{"headline":4,"body":2,"quote":2}]'
  [ "$(ranking)" = "$expected" ]
  pullquote reindex
  [ "$(ranking)" = "$expected" ]
  [ ! -e "$(part_of "$(published)")/articles.dictionary" ]
  pullquote reindex --k1 2 --weights headline=8,body=2,quote=5 --compression 3
  [ "$(ranking)" = '[2,0.5,{"headline":8,"body":2,"quote":5}]' ]
  [ -e "$(part_of "$(published)")/articles.dictionary" ]
  expect_status 2 pullquote reindex --weights headline=8
  output_has 'takes all three weights, such as'
}

@test "reindex mends every file that is derived" {
  pullquote build articles.jsonl
  answers >before
  for file in columns ranked.postings ranked.positions ranked.pairs ranked.ids quotes.postings \
    quotes.columns ../families; do
    truncate -s 50 "$(part_of "$(published)")/$file"
  done
  expect_status 2 pullquote search --format ids harbour
  output_has "run 'pullquote reindex'"
  pullquote reindex
  answers >after 2>warnings
  cmp before after
  expect_status 0 pullquote verify
}

@test "reindex does without the list of blocks of the articles" {
  pullquote build articles.jsonl
  answers >before
  blocks=$(part_of "$(published)")/articles.blocks
  echo nonsense >"$blocks"
  expect_status 2 pullquote search --format ids harbour
  output_has "$blocks"
  output_has "run 'pullquote reindex'"
  rm "$blocks"
  pullquote reindex
  answers >after 2>warnings
  cmp before after
  expect_status 0 pullquote verify
}

@test "without a manifest reindex says what is lost, and an older generation helps" {
  pullquote build articles.jsonl
  first=$(published)
  pullquote build articles.jsonl
  second=$(published)
  rm "$(manifest_of "$second")"
  expect_status 2 pullquote reindex
  output_has "$(manifest_of "$second")"
  output_has 'the manifest alone has the weights and options'
  output_has 'rebuild the index or roll back to an older generation'
  [ "$(published)" = "$second" ]
  pullquote reindex --format json "$first" | jq -e --arg base "$first" '.base == $base'
  expect_status 0 pullquote verify
}

@test "damaged articles cannot be reindexed, and nothing else is published" {
  pullquote build articles.jsonl
  first=$(published)
  docdata=$(part_of "$first")/articles/docdata.glass
  size=$(stat -c %s "$docdata")
  truncate -s 8192 "$docdata"
  truncate -s "$size" "$docdata"
  expect_status 2 pullquote reindex
  output_has docdata.glass
  output_has 'roll back to an older generation'
  [ "$(published)" = "$first" ]
  [ -z "$(ls -A "$PULLQUOTE_INDEX/staging" 2>/dev/null)" ]
}

@test "reindex refuses what it can't do and leaves what was published" {
  expect_status 2 pullquote reindex
  output_has "$PULLQUOTE_INDEX"
  [ ! -e "$PULLQUOTE_INDEX" ]
  pullquote build articles.jsonl
  first=$(published)
  expect_status 2 pullquote reindex something
  expect_status 2 pullquote reindex 20000101T000000Z-0001
  output_has 'there is no generation 20000101T000000Z-0001'
  expect_status 2 pullquote reindex --weights headline=8
  output_has 'all three weights'
  expect_status 2 pullquote reindex --weights headline=0,body=0,quote=0
  output_has 'a weight above 0'
  start_waiting_build
  expect_status 3 pullquote reindex
  output_has "$builder"
  kill -KILL "$builder"
  wait "$builder" || true
  exec 7>&-
  [ "$(published)" = "$first" ]
}

@test "a reindexing that is killed or finds no room leaves what was published" {
  for i in $(seq 400); do
    article "long-$i" "Long $i" "$(seq -s ' ' "$i" $((i + 400)))" >>articles.jsonl
  done
  pullquote build articles.jsonl
  before=$(published)
  expect_status 2 bash -c "ulimit -f 20; exec '$PULLQUOTE' reindex"
  output_has 'cannot write'
  output_has 'ulimit -f'
  [ "$(published)" = "$before" ]
  [ -z "$(ls -A "$PULLQUOTE_INDEX/staging" 2>/dev/null)" ]
  for delay in 0.02 0.05 0.1 0.2; do
    timeout -s KILL "$delay" "$PULLQUOTE" reindex >/dev/null 2>&1 || true
    expect_status 0 pullquote verify
  done
  pullquote reindex
  expect_status 0 pullquote verify
  [ -z "$(ls -A "$PULLQUOTE_INDEX/staging" 2>/dev/null)" ]
}

@test "an index of format 2 is searched after reindex, without its sources" {
  tar -xzf "$SOURCE/tests/cli/format-2/index.tar.gz"
  old=$(published)
  for command in 'search harbour' 'quotes harbour' 'trace harbour' speakers 'show x' stats; do
    # shellcheck disable=SC2086
    expect_status 2 pullquote $command
    output_has "run 'pullquote reindex $old'"
    output_has 'format-2'
  done
  expect_status 2 pullquote verify
  output_has "run 'pullquote reindex $old'"
  pullquote reindex --format json | jq -e --arg base "$old" '.base == $base and .articles == 25'
  expect_status 0 pullquote verify
  pullquote build --index fresh articles.jsonl
  answers >reindexed
  answers --index fresh >fresh.txt
  cmp reindexed fresh.txt
}

@test "with --xapian full stock Xapian finds words, phrases and the terms of a document" {
  command -v quest >/dev/null || skip 'xapian-tools is not installed'
  pullquote build articles.jsonl
  database=$(part_of "$(published)")/articles
  # Stems are there, so that it ranks and filters; positions are not.
  xapian-delve "$database" | grep -q 'has positional information = false'
  xapian-delve -t Zharbour "$database" | grep -q 'Posting List for term'
  pullquote reindex --xapian full
  database=$(part_of "$(published)")/articles
  xapian-delve "$database" | grep -q 'has positional information = true'
  xapian-delve -r 1 "$database" | grep -q ' Z'
  quest -d "$database" -m 50 harbour | grep -aq 'MSet'
  count() { grep -ac '^[0-9]*: \['; }
  # As many articles as the program finds, with stemming and for a phrase.
  [ "$(quest -d "$database" -m 50 monitoring | count)" -eq \
    "$(pullquote search --format ids -n 50 --no-synonyms monitoring | wc -l)" ]
  [ "$(quest -d "$database" -m 50 '"the harbour"' | count)" -eq \
    "$(pullquote search --format ids -n 50 '"the harbour"' | wc -l)" ]
  # The content stays full until it is told otherwise.
  pullquote reindex
  xapian-delve "$(part_of "$(published)")/articles" | grep -q 'has positional information = true'
}
