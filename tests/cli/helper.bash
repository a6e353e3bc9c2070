# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the bats files. ctest sets PULLQUOTE (the program) and SOURCE (the project's root).

pullquote() { "$PULLQUOTE" "$@"; }

# A fresh folder for each test, and no trace of the user's own settings.
prepare() {
  unset PULLQUOTE_INDEX NO_COLOR CLICOLOR_FORCE COLUMNS
  export HOME="$BATS_TEST_TMPDIR" XDG_DATA_HOME="$BATS_TEST_TMPDIR/data" LC_ALL=C.UTF-8
  cd "$BATS_TEST_TMPDIR" || return
}

# article ID HEADLINE BODY: one line of JSON.
article() {
  jq -nc --arg id "$1" --arg headline "$2" --arg body "$3" \
    '{id: $id, headline: $headline, body: $body}'
}

# Two articles in articles.jsonl.
write_articles() {
  article harbour 'Harbour reopens' 'The harbour reopened at dawn, the pilots said.' >articles.jsonl
  article bakery 'Bread queue' 'Bakers worked through the night.' >>articles.jsonl
}

# expect_status N COMMAND...: runs it, leaves its output in $output and checks the exit status.
expect_status() {
  local expected=$1
  shift
  run "$@"
  if [ "$status" -ne "$expected" ]; then
    echo "exit status $status instead of $expected from: $*"
    echo "$output"
    return 1
  fi
}

# Fails with the output shown unless it contains the text.
output_has() {
  case $output in
    *"$1"*) return 0 ;;
  esac
  printf "'%s' is not in:\n%s\n" "$1" "$output"
  return 1
}

output_lacks() {
  case $output in
    *"$1"*)
      printf "'%s' is in:\n%s\n" "$1" "$output"
      return 1
      ;;
  esac
}

# Of PULLQUOTE_INDEX.
published() { cat "$PULLQUOTE_INDEX/CURRENT"; }

# Starts a build that waits for its standard input; sets $builder, and descriptor 7 feeds it.
start_waiting_build() {
  mkfifo input
  pullquote_with_default_signals build - <input >build.out 2>build.err 3>&- &
  builder=$!
  exec 7>input
  article first 'First' 'Body of the first.' >&7
  # The lock is taken before anything is read.
  for _ in $(seq 100); do
    [ -e "$PULLQUOTE_INDEX/LOCK" ] && break
    sleep 0.05
  done
  sleep 0.2
}

# The shell lets background jobs ignore SIGINT.
pullquote_with_default_signals() { exec env --default-signal=INT,TERM "$PULLQUOTE" "$@"; }

# Three generations of the same articles; sets $first, $second and $third.
build_three() {
  pullquote build --keep 3 articles.jsonl
  first=$(published)
  pullquote build --keep 3 articles.jsonl
  second=$(published)
  pullquote build --keep 3 articles.jsonl
  third=$(published)
}

manifest_of() { printf '%s/generations/%s/manifest.json' "$PULLQUOTE_INDEX" "$1"; }

# sum_manifest FILE: gives a manifest that was edited the checksum of what it says now.
sum_manifest() {
  head -n -2 "$1" | head -c -2 >body
  printf ',\n  "checksum": "crc32:%s"\n}\n' \
    "$(gzip -c body | tail -c 8 | od -An -tx4 -N4 | tr -d ' ' | tr a-f A-F)" >end
  cat body end >"$1"
}
