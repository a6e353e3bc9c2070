#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program promises whatever the command: help, mistakes, exit statuses, pipes, colours.
load helper
setup() { prepare; }

@test "without a command the overview goes to standard error and the status is 2" {
  expect_status 2 pullquote
  output_has 'Usage: pullquote COMMAND'
}

@test "help and --help list the commands on standard output" {
  expect_status 0 pullquote help
  overview=$output
  expect_status 0 pullquote --help
  [ "$output" = "$overview" ]
}

@test "help COMMAND prints what COMMAND --help prints" {
  for command in build search show inspect terms stats generations rollback verify reindex eval; do
    expect_status 0 pullquote help "$command"
    help=$output
    expect_status 0 pullquote "$command" --help
    [ "$output" = "$help" ]
  done
}

@test "a mistyped command gets the nearest one" {
  expect_status 2 pullquote serch truce
  output_has "did you mean 'search'?"
}

@test "a mistyped option gets the nearest one" {
  expect_status 2 pullquote search --limmit 3 truce
  output_has 'did you mean --limit?'
}

@test "a command and options that are gone say what there is instead" {
  expect_status 2 pullquote rank
  output_has "'pullquote reindex' does it now"
  expect_status 2 pullquote build --lean articles.jsonl
  output_has 'no option --lean any more: '
  expect_status 2 pullquote build --termlists articles.jsonl
  output_has '--xapian full'
  expect_status 2 pullquote build --no-stored-text articles.jsonl
  output_has 'no option --no-stored-text any more: '
}

@test "an unknown command runs the program of that name from PATH" {
  mkdir bin
  printf '#!/bin/sh\necho "outside: $*"\nexit 7\n' >bin/pullquote-outside
  chmod +x bin/pullquote-outside
  PATH=$PWD/bin:$PATH expect_status 7 pullquote outside --one two
  [ "$output" = 'outside: --one two' ]
}

@test "a command with a slash is not run" {
  mkdir -p pullquote-x
  cp /bin/true pullquote-x/y
  PATH=$PWD:$PATH expect_status 2 pullquote x/y
}

@test "search exits with 0 for a hit, 1 for none, 2 for a failure" {
  write_articles
  pullquote build articles.jsonl
  expect_status 0 pullquote search harbour
  expect_status 1 pullquote search zeppelin
  expect_status 2 pullquote search 'harbour AND'
  expect_status 2 pullquote search --index nowhere harbour
  output_has 'nowhere'
}

@test "the index is that of --index, else PULLQUOTE_INDEX, else the user's data folder" {
  write_articles
  pullquote build articles.jsonl
  [ -f data/pullquote/CURRENT ]
  pullquote build --index one articles.jsonl
  [ -f one/CURRENT ]
  PULLQUOTE_INDEX=two pullquote build articles.jsonl
  [ -f two/CURRENT ]
  unset XDG_DATA_HOME
  pullquote build articles.jsonl
  [ -f .local/share/pullquote/CURRENT ]
}

@test "a query error underlines the part in question" {
  expect_status 2 pullquote search 'truce date:tomorrowish'
  output_has '  truce date:tomorrowish'
  output_has '^~~'
}

@test "a word to exclude needs no --" {
  write_articles
  pullquote build articles.jsonl
  [ "$(pullquote search --format ids the -harbour)" = bakery ]
}

@test "a closed pipe is no error" {
  write_articles
  pullquote build articles.jsonl
  set -o pipefail
  pullquote help | true
  pullquote search --format json the | true
}

@test "a full disk is an error" {
  [ -e /dev/full ] || skip 'no /dev/full here'
  run bash -c '"$PULLQUOTE" help >/dev/full'
  [ "$status" -eq 2 ]
  output_has 'No space left'
}

@test "a report that cannot be printed doesn't hide that the generation is published" {
  [ -e /dev/full ] || skip 'no /dev/full here'
  write_articles
  for command in 'build articles.jsonl' reindex; do
    run bash -c "'$PULLQUOTE' $command >/dev/full"
    [ "$status" -eq 0 ]
    output_has "warning: generation $(cat data/pullquote/CURRENT) is published, but"
  done
}

@test "output is plain when it goes nowhere near a terminal, unless colour is asked for" {
  write_articles
  pullquote build articles.jsonl
  escape=$(printf '\033')
  run pullquote search harbour
  output_lacks "$escape"
  run pullquote search --color always harbour
  output_has "$escape"
  CLICOLOR_FORCE=1 run pullquote search harbour
  output_has "$escape"
  NO_COLOR=1 CLICOLOR_FORCE=1 run pullquote search harbour
  output_lacks "$escape"
}

@test "control characters and overrides in an article reach no terminal" {
  printf '{"id":"evil","headline":"Red \\u001b[31m alert","body":"left \\u202e right"}\n' >evil.jsonl
  pullquote build evil.jsonl
  expect_status 0 pullquote search alert
  output_lacks "$(printf '\033')"
  expect_status 0 pullquote show evil
  output_lacks "$(printf '\033')"
  output_lacks "$(printf '\342\200\256')"
}

@test "the times of a trace are in one zone and so in order" {
  quoted() {
    jq -nc --arg id "$1" --arg published "$2" '{id: $id, published: $published, headline: "Strike",
      language: "en", body: "\"The harbour pilots will strike on Monday,\" said Ann Lee."}'
  }
  quoted early 2026-03-04T09:30:00+02:00 >quotes.jsonl
  quoted late 2026-03-04T08:15:00Z >>quotes.jsonl
  expect_status 0 pullquote build --index index quotes.jsonl
  expect_status 0 pullquote trace --index index 'pilots will strike on Monday'
  output_has '2026-03-04 07:30'
  output_has '2026-03-04 08:15'
}
