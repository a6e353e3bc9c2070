// SPDX-License-Identifier: GPL-3.0-or-later
/// Each candidate for an end is judged by what stands above and below it.
#include "indexer/extraction/page_tail.h"

#include <algorithm>

#include "indexer/extraction/credit_names.h"

namespace pullquote {
namespace {

constexpr std::size_t kLeastArticle = 50;       ///< words of prose above comments
constexpr std::size_t kLeastTail = 40;          ///< words of prose that never count as the article
constexpr double kTailShare = 0.12;             ///< of all prose, below a mark
constexpr double kAuthorShare = 0.4;            ///< of all prose, below the author's name
constexpr std::ptrdiff_t kMostAboutAuthor = 5;  ///< lines of prose
constexpr std::size_t kMostInComment = 6;       ///< lines of prose in one comment
constexpr std::size_t kLeastOtherStories = 3;   ///< titles in a list of them

bool is_kind(const PageLine& line, Furniture kind) {
  return line.role == LineRole::Furniture && line.furniture.kind == kind;
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

bool is_text(const PageLine& line) {
  return line.role == LineRole::Unknown && is_prose(line);
}

/// A sentence that ends as reports end them; titles of stories may ask or exclaim.
bool is_statement(const PageLine& line) {
  return is_text(line) && !line.is_bullet && line.ends_sentence && !line.ends_openly &&
         !line.text.ends_with('?') && !line.text.ends_with('!');
}

class TailFinder {
 public:
  TailFinder(const std::vector<PageLine>& lines, const PageRegion& region, std::string_view byline)
      : lines_(lines), first_(region.first), last_(region.last), byline_(byline) {
    words_.reserve(last_ - first_ + 1);
    words_.push_back(0);
    for (std::size_t i = first_; i < last_; ++i) {
      words_.push_back(words_.back() + (is_text(lines_[i]) ? lines_[i].words : 0));
    }
  }

  std::size_t find() {
    // Comments first: what else ends an article is easier seen without them.
    end_at([&](std::size_t i) { return begins_comments(i); });
    end_at([&](std::size_t i) { return begins_little(i); });
    end_at([&](std::size_t i) { return begins_other_stories(i); });
    end_at([&](std::size_t i) { return begins_author_box(i); });
    end_at([&](std::size_t i) { return begins_little(i); });
    return last_;
  }

 private:
  std::size_t before(std::size_t i) const { return words_[i - first_]; }
  std::size_t after(std::size_t i) const { return words_[last_ - first_] - words_[i - first_]; }

  template <class Test>
  void end_at(Test&& test) {
    for (std::size_t i = first_; i < last_; ++i) {
      if (test(i)) {
        last_ = i;
        return;
      }
    }
  }

  bool begins_little(std::size_t i) const {
    if (!is_end_mark(lines_[i])) return false;
    const double all = static_cast<double>(words_[last_ - first_]);
    return before(i) > after(i) &&
           static_cast<double>(after(i)) < std::max<double>(kLeastTail, all * kTailShare);
  }

  /// Names, times, "Reply": something of the kind stands between any few lines of prose.
  bool begins_comments(std::size_t i) const {
    if (!is_kind(lines_[i], Furniture::Comment) || before(i) < kLeastArticle) return false;
    std::size_t marks = 0;
    std::size_t prose = 0;
    for (std::size_t k = i + 1; k < lines_.size(); ++k) {
      const PageLine& line = lines_[k];
      const bool mark = is_kind(line, Furniture::Comment) || line.role == LineRole::Dateline;
      marks += mark ? 1 : 0;
      prose = mark ? 0 : prose + (is_text(line) ? 1 : 0);
      if (prose > kMostInComment && k < last_) return false;
      if (k >= last_ && marks >= 2) break;
    }
    return marks >= 2;
  }

  /// A label and titles below it, with hardly two sentences in succession any more.
  bool begins_other_stories(std::size_t i) const {
    if (!is_kind(lines_[i], Furniture::Teaser) || before(i) < after(i)) return false;
    std::size_t titles = 0;
    std::size_t prose = 0;
    std::size_t run = 0;
    std::size_t longest_run = 0;
    for (std::size_t k = i + 1; k < last_; ++k) {
      const PageLine& line = lines_[k];
      run = is_statement(line) ? run + 1 : 0;
      longest_run = std::max(longest_run, run);
      prose += is_statement(line) ? 1 : 0;
      titles += line.role == LineRole::Unknown && !is_statement(line) ? 1 : 0;
    }
    if (longest_run < 2) return titles >= kLeastOtherStories && titles >= prose;
    // Summaries may stand together where titles are many.
    return titles >= 2 * kLeastOtherStories && 2 * titles >= 3 * prose && before(i) >= 2 * after(i);
  }

  bool begins_author_box(std::size_t i) const {
    const PageLine& line = lines_[i];
    if (byline_.find(' ') == std::string_view::npos || before(i) < kLeastArticle) return false;
    const std::size_t at = lower_ascii(line.text).find(lower_ascii(byline_));
    const auto sentences =
        std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(i),
                      lines_.begin() + static_cast<std::ptrdiff_t>(last_), is_text);
    const double share = static_cast<double>(after(i)) / static_cast<double>(before(i));
    if (at == std::string::npos || sentences > kMostAboutAuthor || share > kAuthorShare) {
      return false;
    }
    return is_text(line) ? at == 0 && share < kTailShare : line.words <= 6;
  }

  const std::vector<PageLine>& lines_;
  std::size_t first_;
  std::size_t last_;
  std::string_view byline_;
  std::vector<std::size_t> words_;  ///< of prose before each line, from first_ on
};

}  // namespace

std::size_t find_text_end(const std::vector<PageLine>& lines, const PageRegion& region,
                          std::string_view byline) {
  if (region.empty()) return region.last;
  return TailFinder(lines, region, byline).find();
}

}  // namespace pullquote
