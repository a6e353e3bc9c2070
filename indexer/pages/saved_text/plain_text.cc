// SPDX-License-Identifier: GPL-3.0-or-later
/// Reading goes from the words of lines to their places:
///
///   1. Each line gets the role that its words give it wherever it stands: furniture, byline,
///      dates, caption, credit (name_by_words).
///   2. The text region is the run of lines with the most prose (page_region.h), cut where the
///      article ends (page_tail.h).
///   3. The headline is found above it (page_headline.h), and the header between both is read
///      (page_header.h).
///   4. Within the region the remaining lines become paragraphs, section heads, teasers or
///      repetitions.
///   5. The article is put together; broken words are joined, and credits in the text are noted.
///
/// Invariant: every line ends with exactly one role, and `blocks` has one entry a line. Cost:
/// linear in the page; memory: the page and its shingles (repeated_text.h).
#include "indexer/pages/saved_text/plain_text.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "indexer/dates/dates.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/pages/saved_text/dehyphenate.h"
#include "indexer/pages/saved_text/page_captions.h"
#include "indexer/pages/saved_text/page_credits.h"
#include "indexer/pages/saved_text/page_header.h"
#include "indexer/pages/saved_text/page_headline.h"
#include "indexer/pages/saved_text/page_line.h"
#include "indexer/pages/saved_text/page_region.h"
#include "indexer/pages/saved_text/page_tail.h"
#include "indexer/pages/saved_text/repeated_text.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxSectionHeadWords = 14;  ///< a longer line is a paragraph
constexpr std::size_t kMaxTeaserHeadWords = 5;    ///< of a label that has teasers below it
/// Lines below the text in which a credit is still the article's.
constexpr std::size_t kCreditReach = 6;

/// Reads one page; used once.
class PageReader {
 public:
  explicit PageReader(std::string_view text) : lines_(split_page(text)) {}

  TextPage read() {
    for (PageLine& line : lines_) name_by_words(line);
    region_ = find_text_region(lines_);
    region_.last = find_text_end(lines_, region_, first_byline());
    if (region_.empty()) {
      read_without_prose();
    } else {
      read_with_prose();
    }
    return build();
  }

 private:
  /// Sets the role that a line has wherever it stands; leaves Unknown where its words say nothing.
  static void name_by_words(PageLine& line) {
    const Furniture kind = line.furniture.kind;
    if (kind == Furniture::Published || kind == Furniture::Modified) {
      if (parse_stated_times(line).empty()) {
        // "Updated Nov 19, 9:41 AM": a label and numbers say no day, but are no text either.
        const bool numbers = line.text.find_first_of("0123456789") != std::string::npos;
        if (numbers && line.words <= 12 && !line.ends_sentence) line.role = LineRole::Dateline;
        return;
      }
      line.role = kind == Furniture::Published ? LineRole::Published : LineRole::Modified;
    } else if (kind == Furniture::Byline) {
      if (!parse_byline(line).empty()) line.role = LineRole::Byline;
    } else if (kind != Furniture::None) {
      line.role = LineRole::Furniture;
    } else if (line.words <= 12 && parse_date(line.text)) {
      line.role = LineRole::Dateline;
    } else if (parse_caption(line.text, false)) {
      line.role = LineRole::Caption;
    } else if (parse_credit_line(line.text)) {
      line.role = LineRole::Credit;
    }
  }

  /// The names of the first byline of the page; empty: none.
  std::string first_byline() const {
    for (const PageLine& line : lines_) {
      if (line.role == LineRole::Byline) return parse_byline(line);
    }
    return {};
  }

  /// A page of a headline and next to nothing: the first line that has no role is the headline, all
  /// others are text.
  void read_without_prose() {
    for (PageLine& line : lines_) {
      if (line.role != LineRole::Unknown) continue;
      line.role = headline_.empty() ? LineRole::Headline : LineRole::Paragraph;
      if (headline_.empty()) headline_ = line.text;
    }
  }

  /// Headline, header and text, in this order; all other lines are set aside.
  void read_with_prose() {
    std::size_t below = 0;
    if (const auto headline = find_headline(lines_, region_)) {
      lines_[*headline].role = LineRole::Headline;
      headline_ = lines_[*headline].text;
      below = *headline + 1;
    } else {
      below = region_.first;
    }
    // The line before `below` is the headline, or the last line above the text.
    for (std::size_t i = 0; i + 1 < below; ++i) set_aside(lines_[i]);
    const std::size_t text = read_header(lines_, below, region_);
    read_text(text);
    for (std::size_t i = region_.last; i < lines_.size(); ++i) {
      if (lines_[i].role == LineRole::Credit && i < region_.last + kCreditReach) continue;
      set_aside(lines_[i]);
    }
  }

  /// Puts a line outside the article. Times are kept, since pages state them at their foot, too;
  /// furniture keeps its kind as the reason.
  static void set_aside(PageLine& line) {
    const bool keeps = line.role == LineRole::Published || line.role == LineRole::Modified ||
                       line.role == LineRole::Furniture || line.role == LineRole::Headline;
    if (!keeps) line.role = LineRole::Outside;
  }

  /// Gives the lines of the region their roles as text. Lines below a label of teasers are titles
  /// of other stories until prose goes on.
  void read_text(std::size_t first) {
    std::unordered_set<std::string_view> seen{headline_};
    SaidBefore said;
    bool after_teaser = false;
    for (std::size_t i = first; i < region_.last; ++i) {
      PageLine& line = lines_[i];
      if (line.role == LineRole::Furniture) {
        after_teaser = is_teaser_head(line);
      }
      if (line.role != LineRole::Unknown) continue;
      if (ends_teasers(line)) after_teaser = false;
      if ((line.words >= 2 && !seen.insert(line.text).second && line.words >= 5) ||
          said.repeats(line.text, line.words)) {
        line.role = LineRole::Repeated;
      } else if (after_teaser) {
        line.role = LineRole::Teaser;
      } else {
        line.role = is_section_head(line) ? LineRole::SectionHead : LineRole::Paragraph;
      }
    }
  }

  /// "Related stories", "More from X": the lines below it are titles.
  static bool is_teaser_head(const PageLine& line) {
    return line.furniture.kind == Furniture::Teaser &&
           (line.furniture.whole_line || line.text.ends_with(':') ||
            line.words <= kMaxTeaserHeadWords);
  }

  /// Whether the text goes on with this line. Items of lists and short questions or exclamations
  /// may be titles.
  static bool ends_teasers(const PageLine& line) {
    if (line.is_bullet || !is_prose(line)) return false;
    return line.words >= 20 || !(line.text.ends_with('?') || line.text.ends_with('!'));
  }

  /// A short line that is no sentence stands above a section.
  static bool is_section_head(const PageLine& line) {
    return !line.ends_sentence && !line.is_bullet && line.words <= kMaxSectionHeadWords;
  }

  /// Puts the article together from the roles. The words of headline and paragraphs attest those
  /// that a hyphen broke.
  TextPage build() {
    TextPage page;
    Article& article = page.article;
    std::string all;
    for (const PageLine& line : lines_) {
      if (line.role == LineRole::Paragraph || line.role == LineRole::Headline)
        all += line.text + "\n";
    }
    const Dehyphenator dehyphenator(all);
    std::vector<std::string> paragraphs;
    for (PageLine& line : lines_) {
      take(line, article, paragraphs, dehyphenator);
      if (outlet_.empty() && line.role == LineRole::Furniture && line.words >= 8) {
        outlet_ = self_described_outlet(line.text);
      }
      page.blocks.push_back(block_of(line));
    }
    add_credits_of_text(article, paragraphs);
    article.body = join_paragraphs(paragraphs);
    page.outlet = std::move(outlet_);
    return page;
  }

  /// Adds a line to the field of the article that its role names.
  void take(const PageLine& line, Article& article, std::vector<std::string>& paragraphs,
            const Dehyphenator& dehyphenator) {
    switch (line.role) {
      case LineRole::Headline:
        article.headline = dehyphenator.repair(line.text);
        break;
      case LineRole::Standfirst:
        article.standfirst = dehyphenator.repair(line.text);
        break;
      case LineRole::Byline:
        if (article.byline.empty()) article.byline = parse_byline(line);
        break;
      case LineRole::Published:
      case LineRole::Modified: {
        const StatedTimes times = parse_stated_times(line);
        if (!article.published) article.published = times.published;
        if (!article.modified) article.modified = times.modified;
        break;
      }
      case LineRole::Caption:
        if (auto parts = parse_caption(line.text, true)) {
          if (!parts->caption.empty()) add(article.captions, dehyphenator.repair(parts->caption));
          for (std::string& name : parts->credits) add(article.credits, std::move(name));
        }
        break;
      case LineRole::Credit:
        if (auto names = parse_credit_line(line.text)) {
          for (std::string& name : *names) add(article.credits, std::move(name));
        }
        break;
      case LineRole::Paragraph:
      case LineRole::SectionHead:
        paragraphs.push_back(dehyphenator.repair(line.text));
        break;
      default:
        break;
    }
  }

  /// Adds a value unless the list has it.
  static void add(std::vector<std::string>& list, std::string value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
  }

  /// Adds agencies that the text itself names at its ends; the words stay where they are.
  static void add_credits_of_text(Article& article, const std::vector<std::string>& paragraphs) {
    if (paragraphs.empty()) return;
    if (std::string name = dateline_agency(paragraphs.front()); !name.empty())
      add(article.credits, name);
    if (std::string name = closing_agency(paragraphs.back()); !name.empty())
      add(article.credits, name);
    const std::string acronym = opening_acronym(paragraphs.front());
    if (acronym.empty()) return;
    // An acronym that is named again is in the news; one that isn't has supplied it.
    const bool in_story =
        paragraphs.front().find(acronym, acronym.size()) != std::string::npos ||
        std::any_of(paragraphs.begin() + 1, paragraphs.end(),
                    [&](const auto& text) { return text.find(acronym) != std::string::npos; });
    if (!in_story) add(article.credits, acronym);
  }

  /// The line with its role as the reason. Takes the text out of the line.
  static InspectedBlock block_of(PageLine& line) {
    std::string reason(to_string(line.role));
    if (line.role == LineRole::Furniture) reason += to_string(line.furniture.kind);
    return {std::move(line.text), is_kept(line.role), std::move(reason)};
  }

  std::vector<PageLine> lines_;
  PageRegion region_;
  std::string headline_;  ///< empty: not found yet
  std::string outlet_;    ///< empty: not found yet
};

}  // namespace

TextPage read_text_page(std::string_view text) {
  return PageReader(text).read();
}

}  // namespace pullquote
