// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns plain text, such as a question or a headline, into an Any of its distinct words.
/// Repetition raises a word's boost, as a repeated query term does in BM25 (query term frequency).
#include <unordered_map>
#include <utility>

#include "pullquote/analyzer.h"
#include "pullquote/query.h"

namespace pullquote {

Query plain_query(std::string_view text) {
  Query query;
  query.text = text;
  QueryNode any;
  any.kind = QueryNode::Kind::Any;
  std::unordered_map<std::string, std::size_t> child_of_term;
  Analyzer analyzer("");
  for (const Token& token : analyzer.tokenize(text)) {
    if (token.is_part) continue;
    const auto [found, is_new] = child_of_term.emplace(token.term, any.children.size());
    if (!is_new) {
      any.children[found->second].boost += 1;
      continue;
    }
    QueryNode word;
    word.kind = QueryNode::Kind::Word;
    word.span = {token.start, token.end};
    word.text = text.substr(token.start, token.end - token.start);
    any.children.push_back(std::move(word));
  }
  if (any.children.empty()) return query;
  any.span = {any.children.front().span.start, any.children.back().span.end};
  if (any.children.size() == 1) {
    query.root = std::move(any.children.front());
  } else {
    query.root = std::move(any);
  }
  return query;
}

}  // namespace pullquote
