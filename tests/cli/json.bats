#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/json-output.md, checked on the sample articles.
load helper

setup_file() {
  export PULLQUOTE_INDEX=$BATS_FILE_TMPDIR/index
  cd "$SOURCE" || return
  "$PULLQUOTE" build --path-fields 'text/{source}/{published:%Y-%m-%d}/*' --format json data/sample \
    >"$BATS_FILE_TMPDIR/report.json"
}

setup() {
  prepare
  export PULLQUOTE_INDEX=$BATS_FILE_TMPDIR/index
}

# every FILTER: the filter is true of each object, and there is at least one.
every() {
  printf '%s\n' "$output" | jq -se "length > 0 and all(.[]; $1)" >/dev/null || {
    echo "not true of every object: $1"
    printf '%s\n' "$output" | head -n 5
    return 1
  }
}

@test "every object starts with format_version" {
  for command in 'search marenza' stats generations verify 'terms truce' \
    "inspect $SOURCE/data/sample"; do
    # shellcheck disable=SC2086
    run "$PULLQUOTE" $command --format json
    [ "$status" -eq 0 ]
    every '(keys_unsorted[0] == "format_version") and .format_version == 1'
  done
}

@test "no object has a null or an empty string" {
  run pullquote search --format json --limit 50 'marenza OR alder'
  every '[.. | select(. == null or . == "")] | length == 0'
  run pullquote inspect --format json --blocks "$SOURCE/data/sample"
  every '[.. | select(. == null or . == "")] | length == 0'
}

@test "hits are ranked from 1 and their snippets' matches lie within the text" {
  run pullquote search --format json --limit 20 'truce marenza'
  every '.rank >= 1 and (.id | length > 0)'
  every '.snippet | (.text | utf8bytelength) as $size
    | .matches | all(.[]; .[0] < .[1] and .[1] <= $size)'
  [ "$(printf '%s\n' "$output" | jq -s 'map(.rank) == [range(1; length + 1)]')" = true ]
  [ "$(printf '%s\n' "$output" | jq -s 'map(.score) | . == (sort | reverse)')" = true ]
}

@test "--offset continues where --limit ended" {
  both=$(pullquote search --format ids --limit 6 marenza)
  first=$(pullquote search --format ids --limit 3 marenza)
  second=$(pullquote search --format ids --limit 3 --offset 3 marenza)
  [ "$both" = "$first
$second" ]
  run pullquote search --format json --limit 3 --offset 3 marenza
  [ "$(printf '%s\n' "$output" | head -n 1 | jq .rank)" -eq 4 ]
}

@test "an article's quotes lie where they say" {
  run pullquote inspect --format json "$SOURCE/data/sample"
  every '(.body // "") as $body | (.quotes // [])
    | all(.[]; .start < .end and .end <= ($body | utf8bytelength) and (.kind | length > 0))'
}

@test "show prints what inspect printed" {
  file=$SOURCE/data/sample/jsonl/english.jsonl
  id=$(pullquote inspect --format json "$file" | head -n 1 | jq -r .id)
  run pullquote show --format json "$id"
  [ "$status" -eq 0 ]
  [ "$(printf '%s\n' "$output" | jq -S .)" = \
    "$(pullquote inspect --format json "$file" | head -n 1 | jq -S 'del(.input_format)')" ]
}

@test "inspect --blocks gives each block a verdict and a reason" {
  run pullquote inspect --format json --blocks "$SOURCE/data/sample/text"
  every '.blocks | length > 0 and all(.[]; (.kept | type) == "boolean" and (.reason | length > 0))'
}

@test "the build report adds up" {
  run jq -e '.read == .indexed + .duplicates + .rejected
    and .rejected == (.rejected_by_reason | add // 0) and .rejected == (.rejections | length)
    and .index_bytes > 0 and .text_bytes > 0 and .seconds >= 0' "$BATS_FILE_TMPDIR/report.json"
  [ "$status" -eq 0 ]
}

@test "stats count what the report counted" {
  [ "$(pullquote stats --format json | jq -c '[.articles, .quotes]')" = \
    "$(jq -c '[.indexed, .quotes]' "$BATS_FILE_TMPDIR/report.json")" ]
}

@test "a TREC run has six columns" {
  [ "$(pullquote search --format trec --limit 50 marenza | awk 'NF != 6' | wc -l)" -eq 0 ]
}
