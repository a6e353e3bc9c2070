// SPDX-License-Identifier: GPL-3.0-or-later
/// The maximum subarray of line scores, by Kadane's algorithm: one pass, constant memory.
/// Pasternack and Roth use the same method on scored tokens ("Extracting Article Text from the Web
/// with Maximum Subsequence Segmentation", WWW 2009).
///
/// Prose scores its number of words, so a paragraph of thirty words bridges ten links. Furniture
/// costs by how rarely an article goes on behind it: an advertisement stands in the middle of
/// stories (-2), a comment form hardly ever does (-30). One line scores at most 60, lest a legal
/// notice in one long line outweigh an article of many short ones.
#include "indexer/pages/saved_text/page_region.h"

#include <algorithm>

namespace pullquote {
namespace {

constexpr double kMaxProseScore = 60;  ///< of one line, in words
constexpr double kLinkScore =
    -3;  ///< of a line without a role that is no prose: a link, most likely
constexpr double kKnownScore = -1;  ///< of captions, dates, bylines, which stand within texts

/// The cost of a line of furniture, in words of prose that it takes to go on behind it.
double furniture_score(Furniture kind) {
  switch (kind) {
    case Furniture::Advertisement:
    case Furniture::Share:
    case Furniture::Media:
      return -2;
    case Furniture::Teaser:
    case Furniture::Navigation:
      return -4;
    case Furniture::Newsletter:
    case Furniture::Account:
    case Furniture::Feedback:
      return -8;
    case Furniture::Author:
      return -12;
    case Furniture::Consent:
    case Furniture::Legal:
      return -20;
    case Furniture::Comment:
    case Furniture::Error:
      return -30;
    default:
      return kKnownScore;
  }
}

/// Short sentences and lines of lists count half: articles have them, but so do menus.
double score(const PageLine& line) {
  if (line.role == LineRole::Furniture) return furniture_score(line.furniture.kind);
  if (line.role != LineRole::Unknown) return kKnownScore;
  if (is_prose(line)) return std::min(static_cast<double>(line.words), kMaxProseScore);
  if (line.is_listed) return static_cast<double>(line.words) / 2;
  if (line.ends_sentence && !line.ends_openly && line.words >= 3) {
    return static_cast<double>(line.words) / 2;
  }
  return kLinkScore;
}

}  // namespace

PageRegion find_text_region(const std::vector<PageLine>& lines) {
  PageRegion best;
  double best_sum = 0;
  double sum = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A prefix that adds nothing is dropped; a new run starts here.
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += score(lines[i]);
    if (sum > best_sum) {
      best_sum = sum;
      best = {first, i + 1};
    }
  }
  return best;
}

}  // namespace pullquote
