// SPDX-License-Identifier: GPL-3.0-or-later
// British and American spellings. The rows of data/lexicon/spelling-variants.tsv (which describes
// their form) are unrolled into one table of word -> word in both directions; only the -ise/-ize
// row is a rule, because new verbs are made with it every day.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/pullquote_schema.h"
#include "pullquote/analyzer.h"
#include "schema/analysis/lexicon_rows.h"
#include "schema/analysis/string_hash.h"
#include "schema/analysis/varying_words.h"

namespace pullquote {
namespace {

/// British and American.
using Pair = std::pair<std::string, std::string>;

/// Words with more variants than this do not exist.
constexpr std::size_t kMostVariants = 8;

class VariantTable {
 public:
  VariantTable() {
    for_each_row(lexicon::spelling_variants,
                 [this](const std::vector<std::string_view>& row) { read(row); });
  }

  /// Spellings one step away from `word`.
  std::vector<std::string> neighbours(std::string_view word) const {
    std::vector<std::string> found;
    const auto [first, last] = words_.equal_range(word);
    for (auto entry = first; entry != last; ++entry) found.push_back(entry->second);
    apply_rule(word, found);
    return found;
  }

  void for_each_word(const VisitWord& visit) const {
    for (const auto& [word, variant] : words_) visit(word);
  }

  void for_each_ending(const VisitWord& visit) const {
    for (const auto& [british, american] : rule_) {
      visit(british);
      visit(american);
    }
  }

 private:
  void read(const std::vector<std::string_view>& row) {
    if (row[0].starts_with('@') && row.size() == 2) {
      sets_[std::string(row[0])] = endings(row[1]);
    } else if (row[0] == "!" && row.size() == 2) {
      for (const std::string_view root : split(row[1], ' ')) exceptions_.emplace(root);
    } else if (row[0] == "*" && row.size() == 3) {
      rule_ = endings(row[2]);
    } else if (row.size() == 3) {
      for (const Pair& ending : endings(row[2])) {
        add(std::string(row[0]) + ending.first, std::string(row[1]) + ending.second);
      }
    }
  }

  /// "@name" is a set defined above, "-" the empty ending, "b:a" two endings, "b" the same twice.
  std::vector<Pair> endings(std::string_view column) const {
    std::vector<Pair> pairs;
    for (const std::string_view item : split(column, ' ')) {
      if (const auto set = sets_.find(item); set != sets_.end()) {
        pairs.insert(pairs.end(), set->second.begin(), set->second.end());
      } else if (item == "-") {
        pairs.emplace_back();
      } else {
        const std::size_t colon = item.find(':');
        const std::size_t american = colon == std::string_view::npos ? 0 : colon + 1;
        pairs.emplace_back(item.substr(0, colon), item.substr(american));
      }
    }
    return pairs;
  }

  void add(const std::string& british, const std::string& american) {
    if (british == american) return;
    words_.emplace(british, american);
    words_.emplace(american, british);
  }

  void apply_rule(std::string_view word, std::vector<std::string>& found) const {
    for (const auto& [british, american] : rule_) {
      if (word.ends_with(british) && takes_rule(word.substr(0, word.size() - british.size()))) {
        found.push_back(std::string(word.substr(0, word.size() - british.size())) + american);
      }
      if (word.ends_with(american) && takes_rule(word.substr(0, word.size() - american.size()))) {
        found.push_back(std::string(word.substr(0, word.size() - american.size())) + british);
      }
    }
  }

  /// See the head of the file of rows.
  bool takes_rule(std::string_view root) const {
    constexpr std::string_view kNever = "aeiouw";
    return root.size() >= 3 && kNever.find(root.back()) == std::string_view::npos &&
           !exceptions_.contains(root);
  }

  StringMap<std::vector<Pair>> sets_;
  std::vector<Pair> rule_;
  StringSet exceptions_;  // roots
  StringMultimap<std::string> words_;
};

const VariantTable& table() {
  static const VariantTable variants;
  return variants;
}

}  // namespace

void for_each_varying_word(const VisitWord& visit) {
  table().for_each_word(visit);
}

void for_each_varying_ending(const VisitWord& visit) {
  table().for_each_ending(visit);
}

std::vector<std::string> spelling_variants(std::string_view term) {
  if (table().neighbours(term).empty()) return {};
  // Steps are followed to the end: "colourise" is "colorise", "colourize" and "colorize".
  std::vector<std::string> reached{std::string(term)};
  for (std::size_t i = 0; i < reached.size() && reached.size() <= kMostVariants; ++i) {
    for (std::string& next : table().neighbours(reached[i])) {
      if (std::find(reached.begin(), reached.end(), next) == reached.end()) {
        reached.push_back(std::move(next));
      }
    }
  }
  reached.erase(reached.begin());
  std::sort(reached.begin(), reached.end());
  return reached;
}

}  // namespace pullquote
