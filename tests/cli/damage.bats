#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Damage to the published generation: an older one answers and a warning says so, or an error does.
load helper
setup() {
  prepare
  export PULLQUOTE_INDEX=$BATS_TEST_TMPDIR/index
  cp "$SOURCE/tests/cli/format-2/articles.jsonl" .
  pullquote build articles.jsonl
  first=$(published)
  pullquote build articles.jsonl
  second=$(published)
  folder=$PULLQUOTE_INDEX/generations/$second
  truce=$(jq -r 'select(.id == "truce-wire").url' articles.jsonl)
  pumps=$(jq -r 'select(.id == "alder-pumps").url' articles.jsonl)
}

# One question to each command that answers; standard error goes to "warnings".
answers() {
  : >warnings
  pullquote search --format json 'harbour "the harbour" date:2026' 2>>warnings
  pullquote search --explain --format json 'harbour strike' 2>>warnings
  pullquote quotes --format json --occurrences monitoring 2>>warnings
  pullquote trace --format json 'to finalise stronger monitoring' 2>>warnings
  pullquote speakers --format json brandt 2>>warnings
  pullquote show --format json "$truce" "$pumps" 2>>warnings
  pullquote eval --docs index --queries queries.tsv --qrels qrels.txt --format json 2>>warnings
}

prepare_eval() {
  printf '1\tharbour strike\n' >queries.tsv
  printf '1 0 %s 1\n' "$truce" >qrels.txt
}

# All files that are read to answer, relative to the generation.
files_of_answers() {
  (cd "$folder" && find . -type f ! -name flintlock ! -name iamglass ! -name postlist.glass | sed 's,^\./,,')
}

@test "an older generation answers, once, with a warning that names file, remedy and generation" {
  prepare_eval
  answers >whole
  [ "$(grep -c warning warnings || true)" -eq 0 ]
  cp -r "$folder" sound
  [ "$(files_of_answers | wc -l)" -ge 12 ]
  for file in $(files_of_answers); do
    for damage in cut lost; do
      if [ "$damage" = cut ]; then
        truncate -s $(($(stat -c %s "$folder/$file") / 2)) "$folder/$file"
      else
        rm "$folder/$file"
      fi
      answers >answered
      cmp whole answered
      grep "warning: .*/$file" warnings >named || {
        echo "$damage $file:"
        cat warnings
        return 1
      }
      grep -q "answered from generation $first" named
      grep -Eq "run 'pullquote reindex'|rebuild the index or roll back" named
      cp "sound/$file" "$folder/$file"
    done
  done
}

@test "without an older generation the command fails with file and remedy" {
  for file in $(files_of_answers); do
    pullquote build --keep 1 articles.jsonl
    folder=$PULLQUOTE_INDEX/generations/$(published)
    truncate -s $(($(stat -c %s "$folder/$file") / 2)) "$folder/$file"
    case $file in
      families) expect_status 2 pullquote quotes monitoring ;;
      *quotes.*) expect_status 2 pullquote quotes monitoring ;;
      *) expect_status 2 pullquote search harbour ;;
    esac
    output_has "$folder/$file"
    case $output in
      *"run 'pullquote reindex'"* | *'rebuild the index or roll back'*) ;;
      *) return 1 ;;
    esac
  done
}

@test "stats describes the newest generation that is sound" {
  expect_status 0 pullquote stats --format json
  output_has "$second"
  output_lacks warning
  for file in manifest.json part-1/articles.blocks part-1/columns; do
    mv "$folder/$file" sound
    expect_status 0 pullquote stats
    output_has "$folder/$file"
    output_has "answered from generation $first"
    expect_status 0 bash -c "'$PULLQUOTE' stats --format json 2>warnings"
    output_has "$first"
    output_lacks "$second"
    mv sound "$folder/$file"
  done
}

@test "a damaged manifest is named with the place and the remedy in our own words" {
  printf '{\n"id": nonsense}\n' >"$(manifest_of "$second")"
  expect_status 0 pullquote search harbour
  output_has "$(manifest_of "$second"): this is no JSON at byte "
  output_has ', in line 2; rebuild the index or roll back to an older generation'
  output_lacks json.exception
}

@test "the exit status is that of the older generation's answer" {
  echo nonsense >"$(manifest_of "$second")"
  expect_status 0 pullquote search harbour
  expect_status 1 pullquote search zeppelin
  output_has "answered from generation $first"
  expect_status 2 pullquote show no-such-article
}

@test "where CURRENT is damaged the newest generation answers" {
  echo nonsense >"$PULLQUOTE_INDEX/CURRENT"
  expect_status 0 pullquote search harbour
  output_has 'CURRENT'
  output_has "answered from generation $second"
}

@test "a damaged older generation is passed over, and newer ones that were rolled back from are not asked" {
  pullquote build --keep 3 articles.jsonl
  third=$(published)
  rm "$PULLQUOTE_INDEX/generations/$third/part-1/columns"
  rm "$PULLQUOTE_INDEX/generations/$second/part-1/ranked.ids"
  expect_status 0 pullquote search harbour
  output_has "answered from generation $first"
  rm "$PULLQUOTE_INDEX/generations/$first/part-1/columns"
  expect_status 2 pullquote search harbour
  output_has "$third/part-1/columns"
  pullquote rollback "$first"
  expect_status 2 pullquote search harbour
  output_lacks warning
}

@test "a mistake in the query is no damage" {
  expect_status 2 pullquote search 'harbour AND'
  output_lacks warning
}
