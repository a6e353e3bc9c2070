// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/extraction/article_f1.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <map>

#include "schema/analysis/utf8.h"

namespace pullquote::bench {
namespace {

using Tokens = std::vector<std::string_view>;
using Shingles = std::map<Tokens, int>;

/// What Python's \w matches: letters, numbers of all kinds and the underscore.
bool is_word(UChar32 c) {
  if (c < 0) return false;
  if (c == '_' || u_isalnum(c) != 0) return true;
  const auto type = u_charType(c);
  return type == U_LETTER_NUMBER || type == U_OTHER_NUMBER;
}

Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  constexpr std::size_t kOutside = std::string_view::npos;
  std::size_t start = kOutside;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    if (is_word(next_code_point(text, i))) {
      if (start == kOutside) start = at;
    } else if (start != kOutside) {
      tokens.push_back(text.substr(start, at - start));
      start = kOutside;
    }
  }
  if (start != kOutside) tokens.push_back(text.substr(start));
  return tokens;
}

Shingles shingles_of(const Tokens& tokens) {
  Shingles shingles;
  if (tokens.empty()) return shingles;
  const std::size_t n = std::min<std::size_t>(4, tokens.size());
  for (std::size_t i = 0; i + n <= tokens.size(); ++i) {
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(i);
    ++shingles[Tokens(first, first + static_cast<std::ptrdiff_t>(n))];
  }
  return shingles;
}

int total(const Shingles& shingles) {
  int sum = 0;
  for (const auto& [shingle, count] : shingles) sum += count;
  return sum;
}

int common(const Shingles& a, const Shingles& b) {
  int sum = 0;
  for (const auto& [shingle, count] : a) {
    const auto other = b.find(shingle);
    if (other != b.end()) sum += std::min(count, other->second);
  }
  return sum;
}

}  // namespace

PageScore score_page(std::string_view truth, std::string_view prediction) {
  const Tokens want = tokens_of(truth);
  const Tokens got = tokens_of(prediction);
  const Shingles wanted = shingles_of(want);
  const Shingles found = shingles_of(got);
  const double hits = common(wanted, found);
  PageScore score;
  if (!found.empty()) score.precision = hits / total(found);
  if (!wanted.empty()) score.recall = hits / total(wanted);
  score.exact = want == got;
  return score;
}

SetScore score_set(const std::vector<PageScore>& pages) {
  SetScore set;
  set.pages = pages.size();
  double with_precision = 0;
  double with_recall = 0;
  for (const PageScore& page : pages) {
    if (page.precision) {
      set.precision += *page.precision;
      ++with_precision;
    }
    if (page.recall) {
      set.recall += *page.recall;
      ++with_recall;
    }
    if (page.exact) ++set.accuracy;
  }
  if (with_precision > 0) set.precision /= with_precision;
  if (with_recall > 0) set.recall /= with_recall;
  if (set.pages > 0) set.accuracy /= static_cast<double>(set.pages);
  const double sum = set.precision + set.recall;
  if (sum > 0) set.f1 = 2 * set.precision * set.recall / sum;
  return set;
}

}  // namespace pullquote::bench
