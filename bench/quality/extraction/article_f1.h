// SPDX-License-Identifier: GPL-3.0-or-later
/// The measure of scrapinghub's article-extraction-benchmark
/// (https://github.com/scrapinghub/article-extraction-benchmark): shingles of four words.
///
/// Tokens are maximal runs of word characters, case kept. A text is the multiset of its runs of
/// four tokens; a shorter one is one run of all its tokens. Precision is the mean over pages with a
/// prediction, recall the mean over pages with a truth, F1 the harmonic mean of these two means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote::bench {

struct PageScore {
  std::optional<double> precision;
  std::optional<double> recall;
  bool exact = false;  ///< the token sequences are equal
};

struct SetScore {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
  double accuracy = 0;
  std::size_t pages = 0;
};

PageScore score_page(std::string_view truth, std::string_view prediction);
SetScore score_set(const std::vector<PageScore>& pages);

}  // namespace pullquote::bench
