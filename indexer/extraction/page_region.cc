// SPDX-License-Identifier: GPL-3.0-or-later
/// Kadane's algorithm over the scores of lines.
#include "indexer/extraction/page_region.h"

#include <algorithm>

namespace pullquote {
namespace {

constexpr double kMaxProseScore = 60;  ///< of one line, in words
constexpr double kLinkScore = -3;      ///< of a line that is neither prose nor anything known
constexpr double kKnownScore = -1;     ///< of captions, dates, bylines: they stand within texts

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

double score(const PageLine& line) {
  if (line.role == LineRole::Furniture) return furniture_score(line.furniture.kind);
  if (line.role != LineRole::Unknown) return kKnownScore;
  if (is_prose(line)) return std::min(static_cast<double>(line.words), kMaxProseScore);
  if (line.ends_sentence && !line.ends_openly && line.words >= 3) {
    return static_cast<double>(line.words) / 2;
  }
  return kLinkScore;
}

/// Marks behind which a page goes on about something else.
bool is_end_mark(const PageLine& line) {
  if (line.role != LineRole::Furniture) return false;
  switch (line.furniture.kind) {
    case Furniture::Newsletter:
    case Furniture::Account:
    case Furniture::Feedback:
    case Furniture::Author:
    case Furniture::Consent:
    case Furniture::Legal:
    case Furniture::Comment:
    case Furniture::Error:
      return true;
    default:
      return false;
  }
}

double prose_words(const std::vector<PageLine>& lines, std::size_t first, std::size_t last) {
  double words = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (lines[i].role == LineRole::Unknown && is_prose(lines[i])) {
      words += static_cast<double>(lines[i].words);
    }
  }
  return words;
}

/// Cuts what stands behind the first end mark that has little prose after it.
void cut_tail(const std::vector<PageLine>& lines, PageRegion& region) {
  const double all = prose_words(lines, region.first, region.last);
  double before = 0;
  for (std::size_t i = region.first; i < region.last; ++i) {
    if (is_end_mark(lines[i])) {
      const double after = all - before;
      if (before > after && after < std::max(40.0, all * 0.12)) {
        region.last = i;
        return;
      }
    }
    before += prose_words(lines, i, i + 1);
  }
}

}  // namespace

PageRegion find_text_region(const std::vector<PageLine>& lines) {
  PageRegion best;
  double best_sum = 0;
  double sum = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
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
  cut_tail(lines, best);
  return best;
}

}  // namespace pullquote
