#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: check_man_pages.sh PULLQUOTE MAN_FOLDER
# --help and the man pages tell the same story: every command has a page with its summary, and the
# page describes exactly the options of --help, with the same values.
set -eu
pullquote=$1 man=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

complain() {
  echo "check_man_pages: $*"
  status=1
}

# "name summary" of every command. The help text wraps at 300 columns, so one line each.
export COLUMNS=300
"$pullquote" help | sed -n 's/^  \([a-z][a-z-]*\)  *\(.*\)$/\1 \2/p' >"$scratch/commands"
[ -s "$scratch/commands" ] || complain "pullquote help lists no command"

# "--limit N" and "-n" of every option, sorted.
options_of_help() {
  "$pullquote" "$1" --help | sed -nE \
    -e 's/^  (-.), --([a-z0-9-]+)( ([^ ]+))?.*/\1\n--\2 \4/p' \
    -e 's/^      --([a-z0-9-]+)( ([^ ]+))?.*/--\1 \3/p' | sed 's/ $//' | sort
}

# The same from ".It Fl n , Fl -limit Ar N": macro names fall away, and what is left of a value is
# joined.
options_of_page() {
  awk '$1 == ".It" && $2 == "Fl" {
    line = ""; name = ""
    for (i = 2; i <= NF; ++i) {
      if ($i == "Fl") { if (name != "") print name (value == "" ? "" : " " value)
                        name = "-" $(++i); value = ""; continue }
      if ($i == "Ar" || $i == "Cm" || $i == "Ns") continue
      if ($i == "," && $(i + 1) == "Fl") continue
      value = value $i
    }
    print name (value == "" ? "" : " " value)
  }' "$1" | sort
}

while read -r command summary; do
  page=$man/pullquote-$command.1
  if [ ! -f "$page" ]; then
    complain "there is no $page"
    continue
  fi
  grep -qxF ".Nd $summary" "$page" || complain "$page has another summary than '$summary'"
  grep -qxF ".It Xr pullquote-$command 1" "$man/pullquote.1" ||
    complain "pullquote.1 doesn't list $command"
  grep -qxF ".Sh EXAMPLES" "$page" || complain "$page has no EXAMPLES"
  "$pullquote" "$command" --help | grep -q "^  pullquote $command" ||
    complain "pullquote $command --help has no example"
  options_of_help "$command" | sed 's/ switch$//' >"$scratch/help"
  options_of_page "$page" >"$scratch/page"
  if ! diff -u "$scratch/help" "$scratch/page" >"$scratch/diff"; then
    complain "pullquote $command --help (-) and $page (+) disagree:"
    sed -n '3,$p' "$scratch/diff"
  fi
done <"$scratch/commands"

for page in "$man"/pullquote-*.1; do
  name=${page##*/pullquote-}
  grep -q "^${name%.1} " "$scratch/commands" || complain "$page describes no command"
done

if command -v mandoc >/dev/null; then
  for page in "$man"/*.[1-8]; do mandoc -T lint -W warning "$page" || status=1; done
fi
exit "$status"
