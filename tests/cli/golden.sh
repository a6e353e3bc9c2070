#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: golden.sh [--rewrite] PULLQUOTE TRANSCRIPT...
#
# A transcript holds commands ("$ pullquote ...") and what they print. Each command is run from the
# project's root over an index of data/sample, times and ids of generations are normalised, and the
# whole is compared with the file. After an intended change, rewrite them all and review the diff:
#
#   cmake --build --preset release --target rewrite_golden
set -eu
rewrite=false
if [ "$1" = --rewrite ]; then
  rewrite=true
  shift
fi
program=$1
shift
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset NO_COLOR CLICOLOR_FORCE COLUMNS
export LC_ALL=C.UTF-8 HOME="$scratch" PULLQUOTE_INDEX="$scratch/index"

pullquote() { "$program" "$@"; }

normalise() {
  sed -E \
    -e "s#$scratch#SCRATCH#g" \
    -e 's/[0-9]{8}T[0-9]{6}Z-[0-9]{4}/GENERATION/g' \
    -e 's/[0-9]+(\.[0-9]+)? (s|min)\b/T s/g' \
    -e 's/\([0-9,]+ articles\/s\)/(N articles\/s)/' \
    -e 's/[0-9.]+ (kB|MB) for/SIZE for/; s/, [0-9.]+ (kB|MB)(, published)?$/, SIZE\2/; s/[0-9.]+ kB an article/SIZE an article/' \
    -e 's/("seconds"|"score"|"reading"|"created"|"index_bytes"):("[^"]*"|[0-9.e+-]+)/\1:X/g' \
    -e 's/"stage_seconds":\{[^}]*\}/"stage_seconds":{}/' \
    -e 's/fields-[0-9a-f]+\.analyzer-[0-9]+\.format-[0-9]+/FINGERPRINT/; s/pullquote [0-9]+\.[0-9]+\.[0-9]+/pullquote VERSION/' \
    -e 's/ +$//'
}

run_transcript() {
  while IFS= read -r line; do
    case $line in
      '# '*) printf '%s\n' "$line" ;;
      '$ '*)
        printf '%s\n' "$line"
        status=0
        eval "${line#??}" >"$scratch/output" 2>&1 </dev/null || status=$?
        normalise <"$scratch/output"
        [ "$status" -eq 0 ] || printf '[status %s]\n' "$status"
        printf '\n'
        ;;
    esac
  done <"$1"
}

failures=0
for transcript in "$@"; do
  rm -rf "$PULLQUOTE_INDEX"
  # The answers are those of a fixed moment, wherever a command says --now.
  pullquote build --path-fields 'text/{source}/{published:%Y-%m-%d}/*' data/sample >"$scratch/build" 2>&1 || {
    cat "$scratch/build"
    exit 1
  }
  run_transcript "$transcript" >"$scratch/actual"
  if $rewrite; then
    cp "$scratch/actual" "$transcript"
  elif ! diff -u "$transcript" "$scratch/actual"; then
    failures=$((failures + 1))
  fi
done
exit "$failures"
