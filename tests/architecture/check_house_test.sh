#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: check_house_test.sh SCRATCH_FOLDER
# A check that never fails proves nothing: each fault below must be found, a clean tree must pass.
set -eu
check=$(cd "$(dirname "$0")" && pwd)/check_house.sh
scratch=$1
spdx='// SPDX-License-Identifier: GPL-3.0-or-later'
failures=0

clean_tree() {
  rm -rf "$scratch"
  for module in schema indexer searcher engine; do mkdir -p "$scratch/$module/include/pullquote"; done
  mkdir -p "$scratch/cli" "$scratch/tests" "$scratch/bench" "$scratch/docs" "$scratch/indexer/low"
  printf '## Rooms and arrows\n\n| room | includes | |\n|---|---|---|\n' >"$scratch/docs/architecture.md"
  printf '| `%s` | %s | |\n' schema '' searcher '' engine '' cli '' indexer '`indexer/low`' indexer/low '' \
    >>"$scratch/docs/architecture.md"
  printf '%s\n' "$spdx" >"$scratch/indexer/low/low.h"
  printf '%s\n#include "indexer/low/low.h"\n' "$spdx" >"$scratch/indexer/c.cc"
  printf '%s\n#include <string>\n' "$spdx" >"$scratch/schema/include/pullquote/article.h"
  printf '%s\n#include "pullquote/article.h"\n' "$spdx" >"$scratch/searcher/include/pullquote/query.h"
  printf '%s\n#include <xapian.h>\n#include "schema/store/record.h"\n' "$spdx" >"$scratch/indexer/a.cc"
  printf '%s\n#include "pullquote/query.h"\n' "$spdx" >"$scratch/cli/main.cc"
}

# must_find FILE LINE: a tree with that line in that file is refused, and the file is named.
must_find() {
  clean_tree
  printf '%s\n%s\n' "$spdx" "$2" >>"$scratch/$1"
  if output=$(sh "$check" "$scratch" 2>&1) || ! printf '%s' "$output" | grep -q "$1"; then
    echo "not found: '$2' in $1"
    failures=$((failures + 1))
  fi
}

clean_tree
sh "$check" "$scratch" || { echo "a clean tree is refused"; failures=1; }

must_find indexer/b.cc '#include "searcher/query/parser.h"'
must_find indexer/b.cc '#include "pullquote/query.h"'
must_find searcher/b.cc '  #  include "indexer/build/queue.h"'
must_find schema/b.cc '#include "indexer/build/queue.h"'
must_find searcher/b.cc '#include "cli/options/command.h"'
must_find tests/b.cc '#include "bench/common.h"'
must_find schema/b.cc '#include "record.h"'
must_find schema/b.cc '#include "../schema/record.h"'
must_find schema/b.cc '#include "pullquote/nowhere.h"'
must_find schema/include/pullquote/b.h '#include <xapian.h>'
must_find schema/include/pullquote/b.h '#include <boost/any.hpp>'
must_find schema/include/pullquote/b.h '#include "schema/store/record.h"'
must_find indexer/b.cc 'void f() { std::cout << 1; }'
must_find indexer/b.cc 'auto home = std::getenv("HOME");'

must_find searcher/b.cc '#include "engine/json.h"'
must_find engine/b.cc '#include "cli/command.h"'
must_find indexer/low/b.cc '#include "indexer/c.h"'
must_find indexer/unlisted.cc '#include "indexer/secret/x.h"'

# must_refuse WHAT: the tree as it is now is refused.
must_refuse() {
  if sh "$check" "$scratch" >/dev/null 2>&1; then
    echo "passes: $1"
    failures=$((failures + 1))
  fi
}

clean_tree
mkdir "$scratch/indexer/new"
printf '%s\n#include <string>\n' "$spdx" >"$scratch/indexer/new/a.h"
must_refuse 'a room that the table does not have'

clean_tree
printf '%s\n' "$spdx" >"$scratch/indexer/c.cc"
must_refuse 'an arrow of the table that nothing uses'

clean_tree
printf '| `indexer/low` | `indexer` | |\n' >>"$scratch/docs/architecture.md"
printf '%s\n#include "indexer/c.h"\n' "$spdx" >"$scratch/indexer/low/low.h"
must_refuse 'a circle'

clean_tree
i=0
while [ "$i" -lt 46 ]; do
  printf '%s\n#include <string>\n' "$spdx" >"$scratch/cli/file$i.cc"
  i=$((i + 1))
done
must_refuse 'a room with too many files'

clean_tree
echo 'int x;' >"$scratch/cli/unlicensed.cc"
! sh "$check" "$scratch" >/dev/null || { echo "a file without a licence line passes"; failures=1; }

rm -rf "$scratch"
exit "$failures"
