# SPDX-License-Identifier: GPL-3.0-or-later
# Misuse and hostile input: nothing foreign is touched, nothing is lost without a word, nothing waits
# or works without end.

bats_require_minimum_version 1.5.0
load helper

setup() {
  prepare
  export PULLQUOTE_INDEX="$BATS_TEST_TMPDIR/index"
}

# Everything in a folder with its contents.
picture() { find "$1" -printf '%P %y %l\n' | sort; find "$1" -type f -exec sha256sum {} + | sort; }

@test "a folder that holds something else is not touched" {
  write_articles
  mkdir -p a/staging/site b/generations/mine c d e
  echo work >a/staging/site/file
  echo work >b/generations/mine/file
  echo foreign >c/CURRENT
  echo work >d/thesis.txt
  ln -s /etc/passwd e/LOCK
  for folder in a b c d e; do
    picture "$folder" >before
    for command in 'build articles.jsonl' 'build missing.jsonl' reindex rollback; do
      # shellcheck disable=SC2086  # a command and its operand
      expect_status 2 pullquote $command --index "$folder"
      picture "$folder" | diff before -
    done
    output_has "$folder"
  done
}

@test "an index is known by its mark, and one without a mark is taken if it holds nothing else" {
  write_articles
  pullquote build articles.jsonl
  [ -f index/pullquote-index ]
  rm index/pullquote-index
  pullquote build articles.jsonl
  [ -f index/pullquote-index ]
  # What lies in a marked index besides stays.
  mkdir -p index/staging/site index/staging/20200101T000000Z-0001/spool
  echo work >index/staging/site/file
  echo note >index/README
  pullquote build articles.jsonl
  [ "$(cat index/staging/site/file)" = work ]
  [ "$(cat index/README)" = note ]
  [ ! -e index/staging/20200101T000000Z-0001 ]
}

@test "links in place of the files of an index are not followed" {
  write_articles
  pullquote build articles.jsonl
  echo precious >victim
  ln -s "$PWD/victim" index/CURRENT.next
  pullquote build articles.jsonl
  [ "$(cat victim)" = precious ]
  [ ! -e index/CURRENT.next ]
  rm index/LOCK
  ln -s "$PWD/victim" index/LOCK
  expect_status 2 pullquote build articles.jsonl
  [ "$(cat victim)" = precious ]
}

@test "files never get the numbers of the standard descriptors" {
  write_articles
  expect_status 2 bash -c '"$PULLQUOTE" build - <&-'
  output_has 'unreadable file'
  [ ! -e index/CURRENT ]
  expect_status 0 bash -c '"$PULLQUOTE" build articles.jsonl >&- 2>&-'
  expect_status 0 pullquote verify
  expect_status 2 bash -c '"$PULLQUOTE" search harbour >&-'
  expect_status 0 pullquote search --format ids harbour
  [ "$output" = harbour ]
}

@test "what was published is reported as published" {
  [ -e /dev/full ] || skip 'no /dev/full here'
  write_articles
  pullquote build articles.jsonl
  pullquote build articles.jsonl
  expect_status 0 bash -c '"$PULLQUOTE" rollback >/dev/full'
  output_has "warning: generation $(published) is published, but cannot write the output"
}

@test "JSON without an article is rejected, and a cut array says so" {
  echo '[[1],[2]]' >arrays.json
  head -c 100000 /dev/zero | tr '\0' '[' >brackets.json
  printf '[{"id":"1","headline":"h","body":"b"},' >cut.json
  for file in arrays brackets; do
    expect_status 2 pullquote build "$file.json"
    output_has 'JSON'
  done
  pullquote build --format json cut.json >report.json
  jq -e '.indexed == 1 and .rejected == 1
    and .rejected_by_reason == {"JSON ends in the middle": 1}' report.json
}

@test "a feed that is cut behind its last item says so" {
  printf '<rss version="2.0"><channel><title>t</title><item><title>Truce</title><description>It holds.</description><guid isPermaLink="false">g</guid></item>' >feed.xml
  pullquote build --format json feed.xml >report.json
  jq -e '.indexed == 1 and .rejected_by_reason == {"XML ends in the middle": 1}' report.json
  printf '</channel></rss>' >>feed.xml
  pullquote build --format json feed.xml >report.json
  jq -e '.indexed == 1 and .rejected == 0' report.json
}

@test "a zone of many digits is no zone" {
  printf '<rss version="2.0"><channel><title>t</title><item><title>Truce</title><description>It holds.</description><guid isPermaLink="false">g</guid><pubDate>Mon, 16 Mar 2026 08:00:00 +99999999999:00</pubDate></item></channel></rss>' >feed.xml
  expect_status 0 pullquote build feed.xml
}

@test "a build that waits for a silent pipe ends by each of its signals" {
  mkfifo pipe
  for signal in TERM HUP; do
    "$PULLQUOTE" build pipe 2>messages &
    builder=$!
    for _ in $(seq 100); do
      [ ! -s index/LOCK ] || break
      sleep 0.1
    done
    kill -s "$signal" "$builder"
    ended=0
    wait "$builder" || ended=$?
    [ "$ended" -eq $((128 + $(kill -l "$signal"))) ]
    grep -q 'interrupted' messages
    [ ! -e index/CURRENT ]
    [ -z "$(ls index/staging 2>/dev/null)" ]
  done
}

@test "a pipe is read where it is named, and named where it only lies in a folder" {
  write_articles
  mkdir folder
  mv articles.jsonl folder
  mkfifo folder/pipe.txt
  pullquote build --format json folder >report.json
  jq -e '.indexed == 2 and .rejected_by_reason == {"special file": 1}' report.json
  pullquote build --format json 'folder/*' >report.json
  jq -e '.indexed == 2 and .rejected_by_reason == {"special file": 1}' report.json
  cat folder/articles.jsonl >folder/pipe.txt &
  pullquote build --format json folder/pipe.txt >report.json
  jq -e '.indexed == 2 and .rejected == 0' report.json
}

@test "an article that the memory cannot hold is rejected with its size" {
  # 6 MB of a million distinct words.
  { printf '{"id":"big","headline":"h","body":"'; seq -s ' ' 1000000 1900000 | tr -d '\n'
    printf '"}\n{"id":"small","headline":"h","body":"b"}\n'; } >big.jsonl
  pullquote build --memory 128M --format json big.jsonl >report.json
  jq -e '.indexed == 1 and .rejected_by_reason == {"too large for the memory": 1}
    and (.rejections[0].detail | test("[0-9]+ bytes.*--memory"))' report.json
  pullquote build --memory 4G --format json big.jsonl >report.json
  jq -e '.indexed == 2' report.json
}

@test "an id that no list can hold is rejected" {
  { printf '{"id":"'; head -c 20000 /dev/zero | tr '\0' x
    printf '","headline":"h","body":"b"}\n{"id":"small","headline":"h","body":"b"}\n'; } >ids.jsonl
  pullquote build --format json ids.jsonl >report.json
  jq -e '.indexed == 1 and .rejected_by_reason == {"id too long": 1}' report.json
}

@test "running out of memory says what takes less" {
  [ -z "$PULLQUOTE_PATIENCE" ] || skip 'a sanitizer reserves more than the limit'
  { printf '{"id":"big","headline":"h","body":"'; seq -s ' ' 1000000 1900000 | tr -d '\n'
    printf '"}\n'; } >big.jsonl
  expect_status 2 bash -c 'ulimit -v 150000; "$PULLQUOTE" build --memory 4G big.jsonl'
  output_has 'emory'
}

@test "nested weights have a range as single ones have" {
  write_articles
  pullquote build articles.jsonl
  expect_status 2 pullquote search '((harbour^1000 dawn)^1000 pilots)^1000'
  output_has 'multiply'
  expect_status 0 pullquote search --format ids '((harbour^10 dawn)^10 pilots)^10'
}

@test "a query of 64 KiB of signs, fields or carets is read in a second" {
  write_articles
  pullquote build articles.jsonl
  for unit in - + '^' body: said: '-a' '"' '(' , "'"; do
    run timeout "${PULLQUOTE_PATIENCE:-2}" "$PULLQUOTE" search \
      "$(printf '%*s' $((64000 / ${#unit})) '' | sed "s/ /$unit/g")a"
    [ "$status" -ne 124 ]
  done
}

@test "a message of verify reaches the terminal without controls" {
  write_articles
  pullquote build articles.jsonl
  manifest=index/generations/$(published)/manifest.json
  sed -i 's/"part-1"/"part\\u001b[31m"/' "$manifest"
  run pullquote verify
  [ "$status" -eq 2 ]
  output_lacks "$(printf '\033')"
}

@test "runs of search and eval write an id alike, without white space and controls" {
  printf '{"id":"a b\\u202ec","headline":"Truce","body":"b"}\n' >odd.jsonl
  pullquote build odd.jsonl
  expect_status 0 pullquote search --format trec truce
  [ "$(printf '%s\n' "$output" | cut -d ' ' -f 3)" = 'a%20b%E2%80%AEc' ]
}
