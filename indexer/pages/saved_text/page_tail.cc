// SPDX-License-Identifier: GPL-3.0-or-later
/// Each line that may end the article is judged by the amount of text above it and below it.
///
/// No mark is proof: newsletter forms, links to other stories and author boxes stand in the middle
/// of articles, too. The evidence is what follows, as sums from each line to the end of the region
/// (struct Below): words of prose, statements, titles, the longest run of statements. An article
/// has statements in succession; a list of other stories alternates titles and summaries.
///
/// The tests run from the surest to the least sure, and each cuts the region for the next; the sums
/// are then taken anew. Cost: a few passes over the region; memory: one entry a line.
#include "indexer/pages/saved_text/page_tail.h"

#include <algorithm>
#include <string>

#include "indexer/pages/credit_names.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kLeastArticle = 50;  ///< words of prose above the end of an article
constexpr std::size_t kLeastTail = 40;  ///< words of prose below a mark that are never the article
constexpr double kTailShare = 0.12;     ///< of all prose, below a mark that ends it
constexpr double kAuthorShare = 0.4;    ///< of the prose above, below the author's name
constexpr std::size_t kMostAboutAuthor = 5;    ///< lines of prose in an author box
constexpr std::size_t kMostInName = 6;         ///< words of a line with the author's name
constexpr std::size_t kMostInComment = 6;      ///< lines of prose in one comment
constexpr std::size_t kFormReach = 10;         ///< lines of a reply form
constexpr std::ptrdiff_t kLeastFields = 4;     ///< of a reply form, among these lines
constexpr std::size_t kLeastOtherStories = 3;  ///< titles in a list of other stories

/// Whether the line is furniture of this kind.
bool is_kind(const PageLine& line, Furniture kind) {
  return line.role == LineRole::Furniture && line.furniture.kind == kind;
}

/// Kinds of furniture behind which a page goes on about something else.
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

/// Prose that no words gave another role.
bool is_text(const PageLine& line) {
  return line.role == LineRole::Unknown && is_prose(line);
}

/// A sentence as reports have them: no item of a list, no question or exclamation, which titles of
/// stories may be.
bool is_statement(const PageLine& line) {
  return is_text(line) && !line.is_bullet && line.ends_sentence && !line.ends_openly &&
         !line.text.ends_with('?') && !line.text.ends_with('!');
}

/// Sums over the lines from one line to the end of the region.
struct Below {
  std::size_t words = 0;      ///< of prose
  std::size_t sentences = 0;  ///< lines of prose
  std::size_t statements = 0;
  std::size_t titles = 0;  ///< lines without a role that are no statements
  std::size_t run = 0;     ///< statements in succession, from this line on
  std::size_t longest_run = 0;
};

class TailFinder {
 public:
  TailFinder(const std::vector<PageLine>& lines, const PageRegion& region, std::string_view byline)
      : lines_(lines), first_(region.first), last_(region.last), byline_(ascii_lower(byline)) {
    measure();
  }

  std::size_t find() {
    // Comments first: other ends are easier to see without the prose of readers.
    end_at(first_comment());
    end_at(first_that([&](std::size_t i) { return begins_little(i); }));
    end_at(first_that([&](std::size_t i) { return begins_other_stories(i); }));
    end_at(first_that([&](std::size_t i) { return begins_author_box(i); }));
    end_at(first_that([&](std::size_t i) { return begins_little(i); }));
    return last_;
  }

 private:
  /// Sums from the end upwards, so that each candidate is judged in constant time.
  void measure() {
    below_.assign(last_ - first_ + 1, {});
    for (std::size_t i = last_; i-- > first_;) {
      const PageLine& line = lines_[i];
      Below& here = below_[i - first_];
      here = below_[i - first_ + 1];
      here.words += is_text(line) ? line.words : 0;
      here.sentences += is_text(line) ? 1 : 0;
      const bool statement = is_statement(line);
      here.statements += statement ? 1 : 0;
      here.titles += line.role == LineRole::Unknown && !statement ? 1 : 0;
      here.run = statement ? here.run + 1 : 0;
      here.longest_run = std::max(here.longest_run, here.run);
    }
  }

  /// The sums from line `i` on; `i` may be last_, where they are 0.
  const Below& below(std::size_t i) const { return below_[i - first_]; }
  /// Words of prose from the start of the region to before line `i`.
  std::size_t words_above(std::size_t i) const { return below_[0].words - below(i).words; }

  /// Cuts the region at line `end`.
  void end_at(std::size_t end) {
    if (end == last_) return;
    last_ = end;
    measure();
  }

  /// The first line that passes; last_: none.
  template <class Test>
  std::size_t first_that(Test&& test) const {
    std::size_t i = first_;
    while (i < last_ && !test(i)) ++i;
    return i;
  }

  /// A mark with little below it: scraps of other stories, or less text than 40 words or an eighth
  /// of the whole.
  bool begins_little(std::size_t i) const {
    if (!is_end_mark(lines_[i])) return false;
    const Below& rest = below(i + 1);
    const bool scraps = rest.longest_run < 2 && rest.titles >= 2 * kLeastOtherStories &&
                        rest.titles >= 2 * rest.statements;
    if (scraps && words_above(i) >= kLeastArticle) return true;
    const double enough =
        std::max<double>(kLeastTail, kTailShare * static_cast<double>(below_[0].words));
    return words_above(i) > below(i).words && static_cast<double>(below(i).words) < enough;
  }

  /// "Leave a reply", "Name", "Website", "Your email address ...": no article has four of these
  /// within ten lines.
  bool begins_form(std::size_t i) const {
    const std::size_t end = std::min(i + kFormReach, lines_.size());
    const auto fields =
        std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(i),
                      lines_.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const PageLine& line) { return is_kind(line, Furniture::Comment); });
    return fields >= kLeastFields;
  }

  /// The first line of readers' comments; last_: none. Names, times and "Reply" stand between any
  /// few lines of prose to the end of the region. More prose than one comment has refutes the label
  /// and all marks up to there.
  std::size_t first_comment() const {
    for (std::size_t i = first_; i < last_; ++i) {
      if (!is_kind(lines_[i], Furniture::Comment) || words_above(i) < kLeastArticle) continue;
      if (begins_form(i)) return i;
      std::size_t marks = 0;
      std::size_t prose = 0;
      std::size_t k = i + 1;
      for (; k < lines_.size() && !(k >= last_ && marks >= 2); ++k) {
        const bool mark =
            is_kind(lines_[k], Furniture::Comment) || lines_[k].role == LineRole::Dateline;
        marks += mark ? 1 : 0;
        prose = mark ? 0 : prose + (is_text(lines_[k]) ? 1 : 0);
        if (prose > kMostInComment && k < last_) break;
      }
      if (k >= last_ && marks >= 2) return i;
      // Text goes on down there, for this label and for all between.
      i = std::min(k, last_);
    }
    return last_;
  }

  /// A label such as "More stories" with titles below it, and hardly two statements in succession.
  /// Summaries may stand together where there are many titles.
  bool begins_other_stories(std::size_t i) const {
    if (!is_kind(lines_[i], Furniture::Teaser)) return false;
    const Below& rest = below(i + 1);
    if (words_above(i) < rest.words) return false;
    if (rest.longest_run < 2) {
      return rest.titles >= kLeastOtherStories && rest.titles >= rest.statements;
    }
    // Summaries may stand together where titles are many.
    return rest.titles >= 2 * kLeastOtherStories && 2 * rest.titles >= 3 * rest.statements &&
           words_above(i) >= 2 * rest.words;
  }

  /// The author's name on a short line, or a sentence that begins with it, with at most five lines
  /// of prose from there on. A byline of one word could be any word.
  bool begins_author_box(std::size_t i) const {
    const PageLine& line = lines_[i];
    if (byline_.find(' ') == std::string::npos || words_above(i) < kLeastArticle) return false;
    if (below(i).sentences > kMostAboutAuthor) return false;
    const double share = static_cast<double>(below(i).words) / static_cast<double>(words_above(i));
    if (share > kAuthorShare || (!is_text(line) && line.words > kMostInName)) return false;
    const std::size_t at = ascii_lower(line.text).find(byline_);
    return is_text(line) ? at == 0 && share < kTailShare : at != std::string::npos;
  }

  const std::vector<PageLine>& lines_;
  std::size_t first_;
  std::size_t last_;
  std::string byline_;        ///< in lower case (ASCII)
  std::vector<Below> below_;  ///< by line, from first_ to last_
};

}  // namespace

std::size_t find_text_end(const std::vector<PageLine>& lines, const PageRegion& region,
                          std::string_view byline) {
  if (region.empty()) return region.last;
  return TailFinder(lines, region, byline).find();
}

}  // namespace pullquote
