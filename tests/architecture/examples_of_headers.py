#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a translation unit with the examples at the head of the public headers, each in a function.

usage: examples_of_headers.py HEADER... > examples.cc

An example is the lines of a header comment that are indented by four columns. A header without one is
an error. The names that examples use without saying so (an article, a searcher) are parameters.
"""
import pathlib
import re
import sys

HEAD = """// Written by tests/architecture/examples_of_headers.py.
#include <iostream>
#include <optional>
#include <variant>
{includes}
using namespace pullquote;
"""

FUNCTION = """
void example_{name}([[maybe_unused]] Searcher& searcher, [[maybe_unused]] const Query& query,
                    [[maybe_unused]] const BuildOptions& some_options, [[maybe_unused]] const std::string& text,
                    [[maybe_unused]] const std::string& judged, [[maybe_unused]] const Article& some_article,
                    [[maybe_unused]] std::ostream& out) {{
  [[maybe_unused]] const BuildOptions& options = some_options;
  [[maybe_unused]] const Article& article = some_article;
  {{
{body}
  }}
}}
"""


def example(header: pathlib.Path) -> str:
    head = header.read_text().split("#pragma once")[0]
    return "\n".join(re.findall(r"^///     (.*)$", head, re.M))


def main() -> int:
    headers = [pathlib.Path(argument) for argument in sys.argv[1:]]
    without = [str(header) for header in headers if not example(header)]
    if without:
        print("no example at the head of " + ", ".join(without), file=sys.stderr)
        return 1
    print(HEAD.format(includes="".join(f'#include "pullquote/{header.name}"\n' for header in headers)))
    for header in headers:
        print(FUNCTION.format(name=header.stem, body=example(header)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
