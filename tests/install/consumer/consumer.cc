// SPDX-License-Identifier: GPL-3.0-or-later
/// usage: consumer INDEX QUERY: prints the ids of the hits. All that a searching program needs.
#include <iostream>
#include <variant>

#include "pullquote/searcher.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    pullquote::Searcher searcher(pullquote::Generation::open(argv[1]));
    const auto query = pullquote::parse_query(argv[2], {});
    if (const auto* error = std::get_if<pullquote::QueryError>(&query)) {
      std::cerr << error->message << '\n';
      return 2;
    }
    for (const auto& hit : searcher.search(std::get<pullquote::Query>(query)).hits) {
      std::cout << hit.id << '\n';
    }
  } catch (const pullquote::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
