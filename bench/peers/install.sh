#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the engines that bench/macro compares with. Only benchmarks need them: the project itself
# is built and tested without.
set -eu
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
as_root apt-get update -q
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
  libsqlite3-dev xapian-omega liblucene8-java openjdk-17-jdk-headless
