#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: check_house.sh ROOT
# Fails on an #include against the arrows of docs/architecture.md, on a private include that isn't
# written from the root, on a third-party header in a public one, on a library that prints or reads
# the environment, and on a file without an SPDX line. Prints FILE:LINE: what is wrong.
set -u
cd "$1" || exit 2

# FILE:LINE:INCLUDED for every #include of our sources.
includes() {
  find schema indexer searcher cli tests bench \( -name '*.h' -o -name '*.cc' \) -exec \
    grep -nHE '^[[:space:]]*#[[:space:]]*include' {} + |
    sed -E 's/^([^:]*:[0-9]+):[[:space:]]*#[[:space:]]*include[[:space:]]*([<"][^>"]*[>"]).*/\1:\2/'
}

# Which module a public header belongs to: "article.h schema" lines.
public_headers() {
  for module in schema indexer searcher; do
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
      if (to !~ /^(schema|indexer|searcher|cli|tests|bench)$/ || name == to)
        fault("write " name " from the root of the project")
      else if (!allowed(from, to)) fault(from " includes " name)
      else if (name ~ /include\/pullquote/) fault("write " name " as \"pullquote/...\"")
    }
    END { exit bad }'
}

# Results and messages leave a library through return values and its Reporter.
check_silence() {
  ! grep -rnE 'std::(cout|cerr|clog)|(^|[^a-z_:])(std::)?(printf|puts|getenv|secure_getenv)\(' \
    --include='*.cc' --include='*.h' schema indexer searcher |
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
check_silence || status=1
check_licence_lines || status=1
exit "$status"
