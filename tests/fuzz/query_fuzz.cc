// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes as a query: an error inside the text, or a tree that survives printing and parsing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pullquote/query.h"
#include "tests/searcher/query/tree_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pullquote;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto outcome = parse_query(text, {.now_seconds = 1462365296});
  if (const auto* error = std::get_if<QueryError>(&outcome)) {
    const bool inside = error->span.start <= error->span.end && error->span.end <= size;
    if (!inside || error->message.empty()) std::abort();
    return 0;
  }
  const QueryNode tree = test::without_spans(std::get<Query>(outcome).root);
  const auto again = parse_query(to_string(tree), {});
  // Fields and brackets written out may pass a limit; nothing else may differ.
  const auto* query = std::get_if<Query>(&again);
  if (query != nullptr && test::without_spans(query->root) != tree) std::abort();
  if (query == nullptr && size < 4096 && text.find("((((((((") == text.npos) std::abort();
  return 0;
}
