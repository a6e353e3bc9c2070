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
#include "schema/analysis/text_arena.h"
#include "schema/analysis/varying_words.h"
#include "schema/analysis/word_table.h"

namespace pullquote {
namespace {

/// British and American; in the bytes of the list.
using Endings = std::pair<std::string_view, std::string_view>;

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
    words_.for_each(word, [&](const auto& entry) { found.emplace_back(entry.value); });
    apply_rule(word, found);
    return found;
  }

  void for_each_word(const VisitWord& visit) const {
    for (const auto& entry : words_.entries()) visit(entry.word);
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
      sets_.add(row[0], endings(row[1]));
    } else if (row[0] == "!" && row.size() == 2) {
      for_each_piece(row[1], ' ', [this](std::string_view root) { exceptions_.add(root, {}); });
    } else if (row[0] == "*" && row.size() == 3) {
      rule_ = endings(row[2]);
    } else if (row.size() == 3) {
      for (const auto& [british, american] : endings(row[2])) {
        add(join(row[0], british), join(row[1], american));
      }
    }
  }

  /// "@name" is a set defined above, "-" the empty ending, "b:a" two endings, "b" the same twice.
  std::vector<Endings> endings(std::string_view column) const {
    std::vector<Endings> pairs;
    for_each_piece(column, ' ', [&](std::string_view item) {
      if (const auto* set = sets_.find(item)) {
        pairs.insert(pairs.end(), set->value.begin(), set->value.end());
      } else if (item == "-") {
        pairs.emplace_back();
      } else {
        const std::size_t colon = item.find(':');
        const std::size_t american = colon == std::string_view::npos ? 0 : colon + 1;
        pairs.emplace_back(item.substr(0, colon), item.substr(american));
      }
    });
    return pairs;
  }

  std::string_view join(std::string_view root, std::string_view ending) {
    std::string joined(root);
    joined += ending;
    return texts_.store(joined);
  }

  void add(std::string_view british, std::string_view american) {
    if (british == american) return;
    words_.add(british, american);
    words_.add(american, british);
  }

  void apply_rule(std::string_view word, std::vector<std::string>& found) const {
    for (const auto& [british, american] : rule_) {
      if (word.ends_with(british) && takes_rule(word.substr(0, word.size() - british.size()))) {
        found.push_back(std::string(word.substr(0, word.size() - british.size())).append(american));
      }
      if (word.ends_with(american) && takes_rule(word.substr(0, word.size() - american.size()))) {
        found.push_back(std::string(word.substr(0, word.size() - american.size())).append(british));
      }
    }
  }

  /// See the head of the file of rows.
  bool takes_rule(std::string_view root) const {
    constexpr std::string_view kNever = "aeiouw";
    return root.size() >= 3 && kNever.find(root.back()) == std::string_view::npos &&
           exceptions_.find(root) == nullptr;
  }

  WordTable<std::vector<Endings>> sets_;
  std::vector<Endings> rule_;
  WordSet exceptions_;                 ///< roots
  WordTable<std::string_view> words_;  ///< a spelling of each
  TextArena texts_;                    ///< of those
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
