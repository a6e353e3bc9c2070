// SPDX-License-Identifier: GPL-3.0-or-later
/// usage: both INDEX FILE QUERY: indexes a file and prints the hits as JSON. All that a program
/// takes which writes an index and reads it.
#include <iostream>
#include <optional>
#include <variant>

#include "pullquote/index_builder.h"
#include "pullquote/json.h"
#include "pullquote/searcher.h"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    pullquote::BuildOptions options;
    options.index = argv[1];
    options.inputs = {argv[2]};
    pullquote::build_index(options);
    pullquote::Searcher searcher(pullquote::Generation::open(argv[1]));
    const auto query = std::get<pullquote::Query>(pullquote::parse_query(argv[3], {}));
    for (const auto& hit : searcher.search(query).hits) {
      std::cout << pullquote::hit_json(hit, std::nullopt);
    }
  } catch (const pullquote::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
