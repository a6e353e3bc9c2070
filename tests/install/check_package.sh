#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: check_package.sh BUILD_FOLDER SCRATCH_FOLDER SOURCE_FOLDER
set -eu
build=$1 scratch=$2 source=$3
prefix=$scratch/prefix
cmake=${CMAKE_COMMAND:-cmake}
rm -rf "$scratch"
mkdir -p "$scratch"

fail() {
  echo "check_package: $*" >&2
  exit 1
}

"$cmake" --install "$build" --prefix "$prefix" >"$scratch/install.log"
[ -x "$prefix/bin/pullquote" ] || fail "no program"
[ -f "$prefix/share/man/man1/pullquote.1" ] || fail "no man page"
if grep -rn "$source" "$prefix" --include='*.cmake' --include='*.pc'; then
  fail "a path of the source tree is installed"
fi

printf '%s\n' '{"id":"one","headline":"Harbour reopens","body":"The harbour reopened at dawn."}' \
  '{"id":"two","headline":"Bread queue","body":"Bakers worked through the night."}' \
  >"$scratch/articles.jsonl"
"$prefix/bin/pullquote" build --index "$scratch/index" "$scratch/articles.jsonl" >"$scratch/build.log"

# check_consumer PROGRAM: finds the right article, and drags in no parser of the indexer.
check_consumer() {
  [ "$("$1" "$scratch/index" harbour)" = one ] || fail "$1 finds the wrong articles"
  if ldd "$1" | grep -E 'libxml2|libarchive|simdjson|cld2'; then fail "$1 links a parser"; fi
}

"$cmake" -S "$source/tests/install/consumer" -B "$scratch/consumer" -G Ninja \
  -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Debug >"$scratch/configure.log"
"$cmake" --build "$scratch/consumer" >"$scratch/consumer.log"
check_consumer "$scratch/consumer/consumer"

# check_both PROGRAM: indexes, and finds the right article.
check_both() {
  "$1" "$scratch/index-of-both" "$scratch/articles.jsonl" harbour | grep -q '"id":"one"' ||
    fail "$1 finds the wrong articles"
}
check_both "$scratch/consumer/both"

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name pullquote.pc)")
export PKG_CONFIG_PATH
consumer=$source/tests/install/consumer/consumer.cc
# shellcheck disable=SC2046  # a list of flags
${CXX:-c++} -std=c++20 "$consumer" -o "$scratch/by-pkg-config" $(pkg-config --cflags --libs pullquote)
check_consumer "$scratch/by-pkg-config"
# shellcheck disable=SC2046  # a list of flags
${CXX:-c++} -std=c++20 "$source/tests/install/consumer/both.cc" -o "$scratch/both-by-pkg-config" \
  $(pkg-config --cflags --libs pullquote-engine)
check_both "$scratch/both-by-pkg-config"

# Our headers name no header of Xapian.
${CXX:-c++} -std=c++20 -M -I"$prefix/include" "$consumer" >"$scratch/headers.txt"
if grep -i xapian "$scratch/headers.txt"; then fail "the public headers need Xapian's"; fi
