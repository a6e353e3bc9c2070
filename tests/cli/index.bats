#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Generations: publishing, keeping, going back, one writer at a time, stopping.
load helper
setup() {
  prepare
  export PULLQUOTE_INDEX=$BATS_TEST_TMPDIR/index
  write_articles
}

@test "a build publishes one generation more, and --keep says how many stay" {
  pullquote build articles.jsonl
  first=$(published)
  pullquote build articles.jsonl
  [ "$(pullquote generations | wc -l)" -eq 2 ]
  [ "$(published)" != "$first" ]
  pullquote build --keep 1 articles.jsonl
  [ "$(pullquote generations | wc -l)" -eq 1 ]
  pullquote generations | grep -q "^\* $(published) "
}

@test "an index inside of its own input isn't indexed" {
  mkdir news
  mv articles.jsonl news/
  PULLQUOTE_INDEX=news/index
  pullquote build news
  pullquote build --format json news >report.json
  [ "$(jq '.read' report.json)" -eq "$(wc -l <news/articles.jsonl)" ]
}

@test "rollback goes back, and naming the newer one undoes it" {
  pullquote build articles.jsonl
  first=$(published)
  article late 'Late news' 'The harbour closed again.' >>articles.jsonl
  pullquote build articles.jsonl
  second=$(published)
  expect_status 0 pullquote search late
  pullquote rollback
  [ "$(published)" = "$first" ]
  expect_status 1 pullquote search late
  pullquote rollback "$second"
  [ "$(published)" = "$second" ]
  expect_status 0 pullquote search late
}

@test "rollback without anything older, or to nonsense, fails and changes nothing" {
  pullquote build articles.jsonl
  first=$(published)
  expect_status 2 pullquote rollback
  expect_status 2 pullquote rollback ../../etc
  expect_status 2 pullquote rollback 20200101T000000Z-0001
  [ "$(published)" = "$first" ]
}

@test "verify finds a sound generation sound and a damaged one damaged" {
  pullquote build articles.jsonl
  expect_status 0 pullquote verify
  file=$(find "$PULLQUOTE_INDEX/generations" -name 'postlist.glass' | head -n 1)
  printf 'damage' | dd of="$file" bs=1 seek=100 conv=notrunc 2>/dev/null
  expect_status 2 pullquote verify
}

@test "a published generation that cannot be read is listed as damaged, and verified by its id" {
  build_three
  echo nonsense >"$(manifest_of "$third")"
  expect_status 0 pullquote generations
  output_has "* $third  damaged: "
  output_has "  $second  2 articles"
  expect_status 2 pullquote verify
  output_has "$(manifest_of "$third")"
  rm "$(manifest_of "$third")"
  expect_status 0 pullquote generations
  output_has "* $third  damaged: "
  pullquote generations --format json | head -n 1 | jq -e --arg id "$third" \
    '.id == $id and .published and (.fault | startswith("damaged: ")) and (has("articles") | not)'
  rm -r "$PULLQUOTE_INDEX/generations/$third"
  expect_status 0 pullquote generations
  output_has "* $third  damaged: "
  expect_status 2 pullquote verify
  output_has "$third"
}

@test "a generation of the format before is listed with what makes it readable" {
  tar -xzf "$SOURCE/tests/cli/format-2/index.tar.gz"
  old=$(cat index/CURRENT)
  pullquote build articles.jsonl
  expect_status 0 pullquote generations
  output_has "  $old  format 2: run 'pullquote reindex $old'"
  output_lacks '25 articles'
  pullquote generations --format json | grep "$old" | jq -e \
    '(.fault | startswith("format 2: ")) and (has("articles") or has("created") | not)'
  expect_status 2 pullquote rollback
  expect_status 2 pullquote rollback "$old"
  output_has "pullquote reindex $old"
  pullquote reindex "$old" --format json | jq -e --arg base "$old" '.base == $base and .articles == 25'
  expect_status 0 pullquote verify
}

@test "a generation of a later format is listed with its schema and without counts" {
  build_three
  sed -E -i 's/"format_version": *[0-9]+/"format_version": 9/;
    s/"schema_fingerprint": *"[^"]*"/"schema_fingerprint": "fields-1.analyzer-2.format-9"/' \
    "$(manifest_of "$second")"
  sum_manifest "$(manifest_of "$second")"
  expect_status 0 pullquote generations
  output_has "  $second  schema fields-1.analyzer-2.format-9, not readable by this program"
  output_lacks '0 articles'
  pullquote generations --format json | sed -n 2p | jq -e --arg id "$second" \
    '.id == $id and (.fault | contains("fields-1")) and (has("articles") or has("created") | not)'
}

@test "rollback without an id passes over generations that cannot be read" {
  build_three
  echo nonsense >"$(manifest_of "$second")"
  pullquote rollback
  [ "$(published)" = "$first" ]
  pullquote rollback "$third"
  expect_status 2 pullquote rollback "$second"
  [ "$(published)" = "$third" ]
}

@test "with a damaged CURRENT rollback publishes the newest generation that can be read" {
  build_three
  sed -i 's/fields-/other-/' "$(manifest_of "$third")"
  echo nonsense >"$PULLQUOTE_INDEX/CURRENT"
  expect_status 2 pullquote verify
  output_has CURRENT
  expect_status 0 pullquote generations
  output_lacks '*'
  pullquote rollback
  [ "$(published)" = "$second" ]
}

@test "stock Xapian tools accept the databases" {
  command -v xapian-check >/dev/null || skip 'xapian-tools is not installed'
  pullquote build articles.jsonl
  folder=$PULLQUOTE_INDEX/generations/$(published)
  found=0
  while IFS= read -r database; do
    xapian-check "$(dirname "$database")"
    xapian-delve "$(dirname "$database")"
    found=$((found + 1))
  done < <(find "$folder" -name iamglass)
  [ "$found" -ge 1 ]
}

@test "a second build exits with 3, names the holder and leaves the first one's work alone" {
  start_waiting_build
  expect_status 3 pullquote build articles.jsonl
  output_has "$builder"
  article second 'Second' 'Body of the second.' >&7
  exec 7>&-
  wait "$builder"
  [ "$(pullquote search --format ids second)" = second ]
}

@test "a lock dies with its holder" {
  start_waiting_build
  kill -KILL "$builder"
  wait "$builder" || true
  exec 7>&-
  pullquote build articles.jsonl
  expect_status 0 pullquote search harbour
  [ -z "$(ls -A "$PULLQUOTE_INDEX/staging" 2>/dev/null)" ]
}

@test "an interrupted build dies of the signal and leaves what was published" {
  pullquote build articles.jsonl
  before=$(published)
  for signal in INT TERM; do
    rm -f input
    start_waiting_build
    kill -"$signal" "$builder"
    sleep 0.2
    exec 7>&-
    status=0
    wait "$builder" || status=$?
    [ "$status" -eq $((128 + $(kill -l "$signal"))) ]
    grep -q 'interrupted; the published generation is untouched' build.err
    [ "$(published)" = "$before" ]
    [ -z "$(ls -A "$PULLQUOTE_INDEX/staging" 2>/dev/null)" ]
  done
}

@test "too many rejections publish nothing" {
  pullquote build articles.jsonl
  before=$(published)
  printf 'not json\n{"id":1\n' >>articles.jsonl
  expect_status 2 pullquote build --input-format jsonl --max-rejected 0.1 articles.jsonl
  [ "$(published)" = "$before" ]
  expect_status 0 pullquote build --input-format jsonl --max-rejected 0.9 articles.jsonl
  [ "$(published)" != "$before" ]
}

@test "a limit on the size of files fails the build and leaves what was published" {
  pullquote build articles.jsonl
  before=$(published)
  for i in $(seq 400); do
    article "long-$i" "Long $i" "$(seq -s ' ' "$i" $((i + 400)))" >>articles.jsonl
  done
  expect_status 2 bash -c "ulimit -f 100; exec '$PULLQUOTE' build articles.jsonl"
  output_has 'cannot write'
  output_has 'ulimit -f'
  [ "$(published)" = "$before" ]
  [ -z "$(ls -A "$PULLQUOTE_INDEX/staging" 2>/dev/null)" ]
}

@test "an index in a folder that cannot be made fails with its path" {
  touch file
  expect_status 2 pullquote build --index file/index articles.jsonl
  output_has 'file/index'
}

@test "the same input gives the same answers from one thread and from four" {
  article third 'Harbour and bread' 'Bread reached the harbour.' >>articles.jsonl
  pullquote build --index one --threads 1 articles.jsonl
  pullquote build --index four --threads 4 articles.jsonl
  [ "$(pullquote search --index one --format trec 'harbour bread')" = \
    "$(pullquote search --index four --format trec 'harbour bread')" ]
}
