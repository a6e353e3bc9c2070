// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases, NEAR and ADJ against brute force over generated texts.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "tests/property/generated_articles.h"
#include "tests/support/hand_index.h"

BOOST_AUTO_TEST_SUITE(positions_oracle)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

using Kind = QueryNode::Kind;

/// One operand: alternatives, each a row of words.
using Operand = std::vector<std::vector<std::string>>;

struct Span {
  std::uint32_t begin;
  std::uint32_t end;
};

/// Whether a word stands in the field that is asked for.
bool counts(const StoredWord& word, const std::string& field) {
  using Place = StoredWord::Place;
  if (field == "headline") return word.place == Place::Headline;
  if (field == "quote") return word.place == Place::Quote;
  if (field == "body") return word.place != Place::Headline;
  return true;
}

class Texts {
 public:
  Texts(const HandIndex& index, const std::string& field) {
    Analyzer analyzer;
    for (const Article& article : index.articles()) {
      auto& words = words_.emplace_back();
      for (const StoredWord& word : stored_words(article, analyzer)) {
        if (counts(word, field)) words[word.position] = word.term;
      }
    }
  }

  std::size_t size() const { return words_.size(); }

  std::vector<Span> find(std::size_t text, const Operand& operand) const {
    std::vector<Span> spans;
    for (const std::vector<std::string>& row : operand) {
      for (const auto& [position, word] : words_[text]) {
        bool all = true;
        for (std::uint32_t i = 0; all && i < row.size(); ++i) {
          const auto at = words_[text].find(position + i);
          all = at != words_[text].end() && at->second == row[i];
        }
        const auto width = static_cast<std::uint32_t>(row.size());
        if (all) spans.push_back({position, position + width});
      }
    }
    return spans;
  }

 private:
  std::vector<std::map<std::uint32_t, std::string>> words_;
};

/// The texts by field.
std::map<std::string, Texts> texts_of(const HandIndex& index) {
  std::map<std::string, Texts> texts;
  for (const char* field : {"", "headline", "body", "quote"})
    texts.emplace(field, Texts(index, field));
  return texts;
}

/// Tries every choice of occurrences.
bool near_by_hand(const std::vector<std::vector<Span>>& operands, unsigned distance, bool ordered) {
  std::vector<Span> chosen;
  const std::function<bool()> choose = [&]() -> bool {
    if (chosen.size() == operands.size()) {
      Span window = chosen.front();
      std::uint32_t words = 0;
      for (const Span& span : chosen) {
        window = {std::min(window.begin, span.begin), std::max(window.end, span.end)};
        words += span.end - span.begin;
      }
      return window.end - window.begin - words <= distance - 1;
    }
    for (const Span& span : operands[chosen.size()]) {
      const bool fits = std::all_of(chosen.begin(), chosen.end(), [&](const Span& other) {
        return other.end <= span.begin || (!ordered && span.end <= other.begin);
      });
      if (!fits) continue;
      chosen.push_back(span);
      if (choose()) return true;
      chosen.pop_back();
    }
    return false;
  };
  return choose();
}

QueryNode operand_node(const Operand& operand, const std::string& field) {
  QueryNode group;
  group.kind = Kind::Or;
  for (const std::vector<std::string>& row : operand) {
    QueryNode node;
    node.kind = row.size() == 1 ? Kind::Word : Kind::Phrase;
    node.field = field;
    for (const std::string& word : row) node.text += (node.text.empty() ? "" : " ") + word;
    group.children.push_back(std::move(node));
  }
  return group.children.size() == 1 ? group.children.front() : group;
}

Operand random_operand(ArticleGenerator& generator, double phrases) {
  Operand operand;
  do {
    std::vector<std::string> row{generator.word()};
    while (generator.dice().chance(phrases)) row.push_back(generator.word());
    operand.push_back(std::move(row));
  } while (generator.dice().chance(0.2));
  return operand;
}

std::set<std::string> find_all(Searcher& searcher, const QueryNode& node) {
  SearchOptions options;
  options.snippets = false;
  options.limit = 1000;
  options.exact_count = true;
  const auto ids = ids_of(searcher.search({"", node}, options));
  return {ids.begin(), ids.end()};
}

const std::string kFields[] = {"", "", "headline", "body", "quote"};

}  // namespace

BOOST_AUTO_TEST_CASE(phrases_agree_with_brute_force) {
  ArticleGenerator generator(31, {.articles = 250, .vocabulary = 12, .longest_body = 40});
  const HandIndex index(generator.generate());
  const std::map<std::string, Texts> all_texts = texts_of(index);
  Searcher searcher = index.searcher();
  for (int i = 0; i < 800; ++i) {
    const std::string& field = kFields[generator.dice().roll(std::size(kFields))];
    Operand phrase(1);
    for (std::size_t n = 1 + generator.dice().roll(4); n > 0; --n) {
      phrase[0].push_back(generator.word());
    }
    QueryNode node = operand_node(phrase, field);
    node.kind = Kind::Phrase;
    const Texts& texts = all_texts.at(field);
    std::set<std::string> expected;
    for (std::size_t text = 0; text < texts.size(); ++text) {
      if (!texts.find(text, phrase).empty()) expected.insert(index.articles()[text].id);
    }
    BOOST_TEST_CONTEXT(to_string(node)) {
      BOOST_TEST((find_all(searcher, node) == expected));
    }
  }
}

BOOST_AUTO_TEST_CASE(proximity_agrees_with_brute_force) {
  ArticleGenerator generator(32, {.articles = 150, .vocabulary = 25, .longest_body = 40});
  const HandIndex index(generator.generate());
  const std::map<std::string, Texts> all_texts = texts_of(index);
  Searcher searcher = index.searcher();
  for (int i = 0; i < 800; ++i) {
    const std::string& field = kFields[generator.dice().roll(std::size(kFields))];
    QueryNode node;
    node.kind = generator.dice().chance(0.5) ? Kind::Near : Kind::Adjacent;
    node.distance = static_cast<unsigned>(1 + generator.dice().roll(8));
    std::vector<Operand> operands;
    for (std::size_t n = 2 + generator.dice().zipf(4); n > 0; --n) {
      operands.push_back(random_operand(generator, 0.25));
      node.children.push_back(operand_node(operands.back(), field));
    }
    const Texts& texts = all_texts.at(field);
    std::set<std::string> expected;
    for (std::size_t text = 0; text < texts.size(); ++text) {
      std::vector<std::vector<Span>> spans;
      for (const Operand& operand : operands) spans.push_back(texts.find(text, operand));
      if (near_by_hand(spans, node.distance, node.kind == Kind::Adjacent)) {
        expected.insert(index.articles()[text].id);
      }
    }
    BOOST_TEST_CONTEXT(to_string(node)) {
      BOOST_TEST((find_all(searcher, node) == expected));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
