// SPDX-License-Identifier: GPL-3.0-or-later
/// The order of the work:
///
///   1. prescan() drops scripts, styles and comments and sets JSON-LD aside; parse_document()
///      builds the tree.
///   2. split_into_blocks() makes text blocks of the tree; find_regions() says which part of the
///      page each element belongs to, by names and by the prose below it.
///   3. choose_headline() compares headings with titles in the metadata.
///   4. find_main_content() finds the element that holds the text; judge_blocks() gives each block
///      of the page a role.
///   5. The article is filled: text from the blocks, other fields from metadata first and from the
///      page second.
///
/// Metadata is trusted for facts (address, dates, authors). For text it is only evidence, because
/// it is often cut; it replaces the body of none but a page that shows hardly any. If names of
/// classes led astray, which little text on a page of much prose shows, steps 2 and 4 run again
/// without names.
#include "indexer/pages/html/html_article.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/decoding/block_quote_marks.h"
#include "indexer/decoding/html_ascii.h"
#include "indexer/decoding/html_text.h"
#include "indexer/decoding/language.h"
#include "indexer/pages/html/html_block_quotes.h"
#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_byline.h"
#include "indexer/pages/html/html_cleaning.h"
#include "indexer/pages/html/html_container.h"
#include "indexer/pages/html/html_dates.h"
#include "indexer/pages/html/html_headline.h"
#include "indexer/pages/html/html_metadata.h"
#include "indexer/pages/html/html_prescan.h"
#include "indexer/pages/html/html_regions.h"
#include "indexer/pages/html/html_stated_body.h"
#include "indexer/pages/html/json_ld_article.h"

namespace pullquote::html {
namespace {

constexpr std::uint32_t kStatedWords = 50;  // of an articleBody that may stand for the page's text
constexpr std::uint32_t kHardlyAny = 20;    // words of text that are too few
constexpr float kPlenty = 100;              // for a page with as many words of prose
constexpr std::uint32_t kCellWords = 15;    // of a table's cell that is no paragraph

/// The text of a metadata value, which may hold markup or entities ("Smith &amp; Sons").
std::string plain(const std::string& value) {
  if (value.find_first_of("&<") == std::string::npos) return collapse_space(value);
  const auto parsed = parse_document(prescan(value).markup, {});
  const auto* document = std::get_if<Document>(&parsed);
  return document != nullptr ? document->flat_text(0) : collapse_space(value);
}

/// Appends a paragraph behind a blank line, as Article::body has them.
void append_paragraph(const std::string& text, std::string& body) {
  if (!body.empty()) body += "\n\n";
  body += text;
}

/// Names with commas between them; empty ones are left out.
std::string join(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    if (!joined.empty()) joined += ", ";
    joined += name;
  }
  return joined;
}

/// The language code of a tag: "en" of "en-GB" and of "en, fr".
std::string stated_language(std::string_view tags) {
  return language_code(trim(tags.substr(0, tags.find_first_of(",;"))));
}

/// The first value that is a plausible date.
std::optional<Timestamp> first_date(const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    if (const auto date = plausible_date(value)) return date;
  }
  return std::nullopt;
}

/// The outlet's name; the host, without "www.", of an address that stands where a name should.
std::string source_name(const std::string& name) {
  const std::size_t scheme = name.find("://");
  if (scheme == std::string::npos) return name;
  std::string host = name.substr(scheme + 3, name.find('/', scheme + 3) - scheme - 3);
  return host.starts_with("www.") ? host.substr(4) : host;
}

/// The extraction of one page; used once.
class Extraction {
 public:
  Extraction(const Document& document, const std::vector<std::string>& json_ld)
      : document_(document), ld_(find_json_ld_article(json_ld)) {}

  /// Runs the steps in order: each reads the members that the steps before have filled.
  ParsedArticle run(bool keep_blocks) {
    blocks_ = split_into_blocks(document_);
    regions_ = find_regions(document_, blocks_);
    metadata_ = read_metadata(document_);
    const std::vector<std::string> stated{plain(ld_.headline)};
    headline_ = choose_headline(document_, blocks_, regions_, metadata_, stated);
    if (headline_.first_line_of) split_lines(blocks_, *headline_.first_line_of);
    attested_ = attest(blocks_, plain(ld_.article_body));
    verdicts_ = judge();
    reconsider();
    ParsedArticle parsed;
    parsed.format = "html";
    fill_text(parsed.article);
    fall_back_on_article_body(parsed.article);
    fill_metadata(parsed.article);
    if (keep_blocks) parsed.blocks = explained();
    return parsed;
  }

 private:
  /// The role of each block, given regions_, attested_ and headline_.
  std::vector<Verdict> judge() const {
    const MainContent main =
        find_main_content(document_, blocks_, regions_, attested_, headline_.node);
    return judge_blocks({document_, blocks_, regions_, main, attested_, headline_.text});
  }

  /// Words of the blocks that are text of the article.
  std::uint32_t words_kept() const {
    std::uint32_t words = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (verdicts_[i].role == Role::Text) words += blocks_[i].words;
    }
    return words;
  }

  /// Judges again without the names of classes and ids if hardly any text was kept of a page with
  /// plenty of prose. The second judgement counts only if it keeps enough.
  void reconsider() {
    const std::uint32_t words = words_kept();
    if (words >= kHardlyAny || regions_.prose[0] < kPlenty) return;
    Regions regions = std::exchange(regions_, find_regions(document_, blocks_, Names::Ignored));
    std::vector<Verdict> verdicts = std::exchange(verdicts_, judge());
    if (words_kept() >= kHardlyAny) return;
    regions_ = std::move(regions);
    verdicts_ = std::move(verdicts);
  }

  /// Sends each block to the field that its role names. Cells of one row of a table become one
  /// paragraph, with bars between them.
  void fill_text(Article& article) const {
    article.headline = headline_.text;
    const std::vector<QuotePlace> quotes = find_block_quotes(document_, blocks_);
    NodeIndex quote = 0;  // the block quotation of the paragraph before; 0: none
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string& text = blocks_[i].text;
      switch (verdicts_[i].role) {
        case Role::Text:
        case Role::Subhead:
          if (continues_row(i)) {
            article.body.append(" | ").append(text);
          } else {
            append_paragraph(mark_of(quotes, i, quote) + text, article.body);
          }
          break;
        case Role::Caption:
          article.captions.push_back(text);
          break;
        case Role::Credit:
          article.credits.push_back(text);
          break;
        case Role::Standfirst:
          if (article.standfirst.empty()) article.standfirst = text;
          break;
        case Role::Byline:
          if (article.byline.empty()) article.byline = names_of_byline(text);
          break;
        default:
          break;
      }
    }
  }

  /// The mark of block `i` as a paragraph of the body (block_quote_marks.h); empty when it needs
  /// none. `quote` is the quotation that the paragraph before belongs to, 0 if none, and is
  /// updated.
  static std::string mark_of(const std::vector<QuotePlace>& quotes, std::size_t i,
                             NodeIndex& quote) {
    const QuotePlace place = quotes.empty() ? QuotePlace{} : quotes[i];
    const bool same = place.quote != 0 && place.quote == quote;
    quote = place.attribution && !same ? 0 : place.quote;  // a name above is an introduction
    if (quote == 0) return {};
    if (place.attribution) {
      quote = 0;
      return {kQuoteAttribution};
    }
    return {same ? kQuoteGoesOn : place.mark};
  }

  /// Takes the body from JSON-LD where the page shows less than half as many words and none of the
  /// stated ones: a page drawn by scripts may hold its text in the metadata alone.
  void fall_back_on_article_body(Article& article) const {
    const std::string stated = plain(ld_.article_body);
    if (count_words(stated) < kStatedWords || count_words(article.body) * 2 > count_words(stated)) {
      return;
    }
    if (!attested_.empty()) return;
    article.body.clear();
    std::string_view rest(ld_.article_body);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string paragraph = plain(std::string(rest.substr(0, end)));
      if (!paragraph.empty()) append_paragraph(paragraph, article.body);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  /// Whether block `i` is a short cell in the table row of the block before it.
  bool continues_row(std::size_t i) const {
    if (i == 0 || verdicts_[i - 1].role != Role::Text) return false;
    const TextBlock& cell = blocks_[i];
    const TextBlock& left = blocks_[i - 1];
    const auto is_cell = [&](const TextBlock& block) {
      return document_.nodes[block.container].tag == Tag::Td && block.words <= kCellWords;
    };
    return is_cell(cell) && is_cell(left) && cell.container != left.container &&
           document_.nodes[cell.container].parent == document_.nodes[left.container].parent;
  }

  /// Fills the fields beside the text. JSON-LD comes before meta elements for section, keywords,
  /// dates and authors, behind them for address, outlet and language.
  void fill_metadata(Article& article) const {
    article.url = !metadata_.url.empty() ? metadata_.url : ld_.url;
    article.source =
        source_name(!metadata_.site_name.empty() ? metadata_.site_name : plain(ld_.publisher));
    article.section = !ld_.section.empty() ? plain(ld_.section) : metadata_.section;
    article.keywords = !ld_.keywords.empty() ? ld_.keywords : metadata_.keywords;
    article.language = stated_language(metadata_.language);
    if (article.language.empty()) article.language = stated_language(ld_.language);
    fill_dates(article);
    const std::string authors = authors_stated();
    if (!authors.empty()) article.byline = authors;
  }

  /// Authors by JSON-LD, else by meta elements; empty: the byline on the page counts.
  std::string authors_stated() const {
    std::string authors = names_of_byline(plain(join(ld_.authors)));
    return !authors.empty() ? authors : names_of_byline(join(metadata_.authors));
  }

  /// Stated times come first, then times that the page shows, then the day in the address.
  void fill_dates(Article& article) const {
    article.published = date(ld_.date_published, metadata_.published);
    article.modified = date(ld_.date_modified, metadata_.modified);
    if (article.published) return set_zone(*article.published);
    const VisibleDates visible =
        find_visible_dates(document_, blocks_, regions_, verdicts_, headline_.node);
    article.published = visible.published ? visible.published : date_in_url(article.url);
    if (!article.modified) article.modified = visible.modified;
  }

  /// Finds the outlet's zone for a time in UTC. Metadata often states UTC, where the day may be
  /// another than the outlet's readers see.
  void set_zone(Timestamp& published) const {
    if (published.zone_minutes != 0 || published.precision < TimePrecision::Minute) return;
    std::vector<Timestamp> shown;
    for (const std::string& stated : metadata_.published) {
      const auto time = plausible_date(stated);
      if (time && time->precision >= TimePrecision::Minute) shown.push_back(*time);
    }
    const auto lines = find_shown_times(document_, blocks_, regions_, verdicts_, headline_.node);
    shown.insert(shown.end(), lines.begin(), lines.end());
    for (const Timestamp& time : shown) {
      if (const auto zone = outlet_zone(published, time)) {
        published.zone_minutes = zone;
        return;
      }
    }
  }

  /// The first plausible date of JSON-LD (`stated`) and meta elements (`others`).
  static std::optional<Timestamp> date(const std::string& stated,
                                       const std::vector<std::string>& others) {
    const auto first = plausible_date(stated);
    return first ? first : first_date(others);
  }

  /// All blocks with their reasons, for people.
  std::vector<InspectedBlock> explained() const {
    std::vector<InspectedBlock> result;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      result.push_back({blocks_[i].text, verdicts_[i].role != Role::Dropped, verdicts_[i].reason});
    }
    return result;
  }

  const Document& document_;
  JsonLdArticle ld_;
  std::vector<TextBlock> blocks_;
  Regions regions_;
  PageMetadata metadata_;
  HeadlineChoice headline_;
  std::vector<float> attested_;
  std::vector<Verdict> verdicts_;
};

}  // namespace

std::variant<ParsedArticle, ParseFault> extract_article(std::string_view page,
                                                        const ParseLimits& limits,
                                                        bool keep_blocks) {
  const PrescannedPage prescanned = prescan(page);
  const auto parsed = parse_document(prescanned.markup, limits);
  if (const auto* fault = std::get_if<ParseFault>(&parsed)) return *fault;
  return Extraction(std::get<Document>(parsed), prescanned.json_ld).run(keep_blocks);
}

}  // namespace pullquote::html
