#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: check_house.sh ROOT
# Fails on an #include against the arrows of docs/architecture.md, between modules or between the
# rooms of one, on rooms that form a circle or have too many files, on a private include that isn't
# written from the root, on a third-party header in a public one, on a library that prints or reads
# the environment, and on a file without an SPDX line. Prints FILE:LINE: what is wrong.
set -u
cd "$1" || exit 2

# FILE:LINE:INCLUDED for every #include of our sources.
includes() {
  find schema indexer searcher engine cli tests bench \( -name '*.h' -o -name '*.cc' \) -exec \
    grep -nHE '^[[:space:]]*#[[:space:]]*include' {} + |
    sed -E 's/^([^:]*:[0-9]+):[[:space:]]*#[[:space:]]*include[[:space:]]*([<"][^>"]*[>"]).*/\1:\2/'
}

# Which module a public header belongs to: "article.h schema" lines.
public_headers() {
  for module in schema indexer searcher engine; do
    for header in "$module"/include/pullquote/*.h; do
      [ -e "$header" ] && echo "${header##*/} $module"
    done
  done
}

check_includes() {
  {
    public_headers
    echo '--'
    includes
  } | awk '
    function fault(what) { print place ": " what; bad = 1 }
    function allowed(from, to) {
      if (from == to || to == "") return 1
      if (from == "schema") return 0
      if (from == "indexer" || from == "searcher") return to == "schema"
      if (from == "engine") return to != "cli" && to != "tests" && to != "bench"
      if (from == "cli") return to != "tests" && to != "bench"
      return to != "bench"          # tests and bench may see everything else
    }
    $0 == "--" { listing = 1; next }
    !listing { owner[$1] = $2; next }
    {
      n = index($0, ":"); file = substr($0, 1, n - 1); rest = substr($0, n + 1)
      m = index(rest, ":"); place = file ":" substr(rest, 1, m - 1); included = substr(rest, m + 1)
      from = file; sub(/\/.*/, "", from)
      public_header = file ~ /^[a-z]+\/include\/pullquote\//
      name = substr(included, 2, length(included) - 2)
      if (included ~ /^</) {
        if (public_header && name !~ /^[a-z_0-9]+$/) fault("a public header includes " included)
        next
      }
      if (name ~ /^pullquote\//) {
        header = substr(name, 11)
        if (!(header in owner)) fault("no module has the public header " name)
        else if (!allowed(from, owner[header])) fault(from " includes " owner[header] "/" name)
        next
      }
      if (public_header) fault("a public header includes the private " name)
      to = name; sub(/\/.*/, "", to)
      if (to == "lexicon") next
      if (to !~ /^(schema|indexer|searcher|engine|cli|tests|bench)$/ || name == to)
        fault("write " name " from the root of the project")
      else if (!allowed(from, to)) fault(from " includes " name)
      else if (name ~ /include\/pullquote/) fault("write " name " as \"pullquote/...\"")
    }
    END { exit bad }'
}

# "ROOM INCLUDED" lines of the table in docs/architecture.md; a room that includes no other has
# itself there.
arrows() {
  awk -F'|' '
    /^## / { on = /^## Rooms and arrows/ }
    on && $2 ~ /`/ {
      gsub(/[` ]/, "", $2); gsub(/[` ]/, "", $3)
      print $2, $2
      n = split($3, to, ",")
      for (i = 1; i <= n; i++) print $2, to[i]
    }' docs/architecture.md
}

# The most files that one folder of sources may have.
most_files=45

check_rooms() {
  { arrows; echo '--'; includes; } | awk -v most="$most_files" '
    function room(file) { sub(/\/[^\/]*$/, "", file); return file }
    $0 == "--" { listing = 1; next }
    !listing { allowed[$1, $2] = 1; known[$1] = 1; next }
    {
      n = index($0, ":"); file = substr($0, 1, n - 1); rest = substr($0, n + 1)
      m = index(rest, ":"); place = file ":" substr(rest, 1, m - 1); included = substr(rest, m + 1)
      from = room(file)
      if (from ~ /^(tests|bench)/ || from ~ /\/include\/pullquote$/) next
      if (!(file in seen)) { seen[file] = 1; files[from]++ }
      if (!(from in known)) { print place ": the room " from " is not in docs/architecture.md"; bad = 1; next }
      to = room(substr(included, 2, length(included) - 2))
      if (included !~ /^"/ || substr(to "/", 1, index(to "/", "/")) != substr(from "/", 1, index(from "/", "/"))) next
      if ((from, to) in allowed) used[from, to] = 1
      else { print place ": docs/architecture.md has no arrow from " from " to " to; bad = 1 }
    }
    END {
      for (arrow in allowed) {
        split(arrow, ends, SUBSEP)
        if (ends[1] != ends[2] && !(arrow in used)) {
          print "docs/architecture.md: nothing in " ends[1] " includes " ends[2]; bad = 1
        }
      }
      for (from in files) if (files[from] > most) {
        print from ": " files[from] " files; more than " most " are too many for one room"; bad = 1
      }
      exit bad
    }'
}

check_circles() {
  if circle=$(arrows | tsort 2>&1 >/dev/null) && [ -z "$circle" ]; then return 0; fi
  echo "docs/architecture.md: rooms form a circle: $(echo "$circle" | tr '\n' ' ')"
  return 1
}

# Results and messages leave a library through return values and its Reporter.
check_silence() {
  ! grep -rnE 'std::(cout|cerr|clog)|(^|[^a-z_:])(std::)?(printf|puts|getenv|secure_getenv)\(' \
    --include='*.cc' --include='*.h' schema indexer searcher engine |
    grep -vE '^[^:]+:[0-9]+:[[:space:]]*//' |
    sed 's/$/   <- a library prints or reads the environment/' | grep .
}

check_licence_lines() {
  find . \( -path ./.git -o -path ./build -o -path './tests/*/corpus' \) -prune -o -type f \
    \( -name '*.h' -o -name '*.cc' -o -name '*.cmake' -o -name 'CMakeLists.txt' -o -name '*.sh' \
    -o -name '*.py' -o -name '*.bats' -o -name '*.bash' -o -name 'bootstrap' \
    -o -path './.ci/*' -o -path './docs/man/*' \) -print | sort |
    while IFS= read -r file; do
      head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
        echo "$file:1: no SPDX line among the first three"
    done | { ! grep .; }
}

status=0
check_includes || status=1
check_rooms || status=1
check_circles || status=1
check_silence || status=1
check_licence_lines || status=1
exit "$status"
