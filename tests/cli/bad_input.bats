#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever the input, the rest is indexed, what was refused is counted, and nothing hangs.
load helper
setup() {
  prepare
  export PULLQUOTE_INDEX=$BATS_TEST_TMPDIR/index
  write_articles
  mkdir pages
  mv articles.jsonl pages/zz-good.jsonl
}

# builds_around: indexes pages/, good articles included; the report is in report.json.
builds_around() {
  timeout 60 "$PULLQUOTE" build --max-rejected 1 --format json pages >report.json 2>build.err
  [ "$(jq .indexed report.json)" -ge 2 ]
  [ "$(pullquote search --format ids harbour | head -n 1)" = harbour ]
  [ "$(jq '.read == .indexed + .duplicates + .rejected' report.json)" = true ]
}

# rejects FILE: the file is in the report with an offset and a reason.
rejects() {
  jq -e --arg file "$1" '.rejections[] | select(.source | contains($file))
    | (.offset >= 0) and (.reason | length > 0)' report.json >/dev/null || {
    cat report.json
    return 1
  }
}

@test "an empty file is rejected" {
  : >pages/empty.txt
  builds_around
  rejects empty.txt
}

@test "a binary file is rejected" {
  head -c 100000 /dev/urandom >pages/noise.bin
  cp /bin/ls pages/program
  builds_around
  rejects noise.bin
  rejects program
}

@test "ill-formed UTF-8 is read or rejected, never indexed as it is" {
  printf 'A headline with \377 and \300\200\n\nA paragraph that is long enough to be one, with \200.\n' \
    >pages/broken.txt
  printf '{"id":"u","headline":"Broken \377 bytes","body":"x"}\n' >pages/broken.jsonl
  builds_around
  pullquote search --format json 'headline OR broken OR harbour' | iconv -f UTF-8 -t UTF-8 >/dev/null
}

@test "a truncated gz is rejected, what came before it is kept" {
  seq 2000 | awk '{ printf "{\"id\":\"n%d\",\"headline\":\"Number %d\",\"body\":\"Body %d.\"}\n", $1, $1, $1 * $1 }' |
    gzip >whole.gz
  head -c $(($(stat -c %s whole.gz) / 2)) whole.gz >pages/cut.jsonl.gz
  builds_around
  rejects cut.jsonl.gz
}

@test "JSON that ends in the middle is rejected with its offset, the lines before are kept" {
  article before 'Before' 'A whole record.' >pages/cut.jsonl
  offset=$(stat -c %s pages/cut.jsonl)
  printf '{"id":"half","headline":"Half' >>pages/cut.jsonl
  builds_around
  rejects cut.jsonl
  [ "$(jq '.rejections[0].offset' report.json)" -eq "$offset" ]
  [ "$(pullquote search --format ids headline:before)" = before ]
}

@test "a folder without permission is rejected" {
  [ "$(id -u)" -ne 0 ] || skip 'root may read everything'
  mkdir pages/locked
  article locked 'Locked' 'Unreadable.' >pages/locked/a.jsonl
  chmod 000 pages/locked
  builds_around
  chmod 755 pages/locked
  rejects locked
}

@test "a file without permission is rejected" {
  [ "$(id -u)" -ne 0 ] || skip 'root may read everything'
  article locked 'Locked' 'Unreadable.' >pages/locked.jsonl
  chmod 000 pages/locked.jsonl
  builds_around
  rejects locked.jsonl
}

@test "a word of 5,000 letters is indexed and found" {
  word=$(printf 'x%.0s' $(seq 5000))
  article long 'A long word' "It says $word here." >pages/long.jsonl
  builds_around
  [ "$(pullquote search --format ids "$word")" = long ]
}

@test "a line of 100 MB is read or rejected within bounds" {
  { printf '{"id":"huge","headline":"Huge","body":"'
    head -c 100000000 /dev/zero | tr '\0' 'a'
    printf '"}\n'; } >pages/huge.jsonl
  builds_around
}

@test "deeply nested JSON and HTML don't exhaust the stack" {
  { printf '{"id":"deep","headline":"Deep","body":'
    head -c 200000 /dev/zero | tr '\0' '['
    printf '\n'; } >pages/deep.jsonl
  { printf '<html><body>'
    yes '<div>' | head -n 20000
    printf 'A paragraph at the bottom of it all.</html>'; } >pages/deep.html
  builds_around
}

@test "an input that doesn't exist is an error, not an empty index" {
  expect_status 2 pullquote build pages nowhere.txt
  output_has 'nowhere.txt'
  [ ! -e "$PULLQUOTE_INDEX/CURRENT" ]
}

# answers QUERY: an answer or an error within two seconds, sanitizers included ten.
answers() {
  run timeout "${PULLQUOTE_PATIENCE:-2}" "$PULLQUOTE" search "$@"
  [ "$status" -le 2 ] || {
    echo "status $status"
    echo "$output" | head -c 1000
    return 1
  }
}

@test "hostile queries get an answer or an error, soon" {
  pullquote build pages
  # shellcheck disable=SC2046
  answers -- $(seq -f 'word%.0f' 10000)
  answers '"'
  answers '"unbalanced'
  answers '((((((((((harbour'
  answers 'harbour))))'
  answers 'AND OR NOT'
  answers 'NEAR/5'
  answers '+ - ^ ~ * : = ( )'
  answers 'the and of'
  answers ''
  answers "$(head -c 60000 /dev/zero | tr '\0' '(')"
  answers "$(head -c 60000 /dev/urandom | tr -d '\0')"
  answers 'headline:'
  answers 'nosuchfield:x'
  answers 'date:9999-99-99'
  answers 'harbour^99999999999999999999'
  answers 'a* OR b* OR c* OR d*'
}

@test "a pipe with the name of a sidecar or of CURRENT is not waited for" {
  mkdir in
  printf 'A headline\n\nThe text of an article that stands in a page of its own.\n' >in/page.txt
  mkfifo in/page.txt.meta.json
  expect_status 0 timeout 20 "$PULLQUOTE" build in
  rm "$PULLQUOTE_INDEX/CURRENT"
  mkfifo "$PULLQUOTE_INDEX/CURRENT"
  expect_status 0 timeout 20 "$PULLQUOTE" search headline
  output_has 'CURRENT: it is no regular file'
}
