// SPDX-License-Identifier: GPL-3.0-or-later
/// Quotations across articles: the families that the build has found, traced, ranked, and counted
/// by speaker.
///
/// A *family* is one quotation with all its printings: whole, cut short, with another spelling,
/// with words changed, with or without quotation marks. An *occurrence* is one printing in one
/// article. A speaker's name is the one resolved in each article; where an article has only a
/// surname, it is the person of that surname who is quoted most. Times are unix seconds, text is
/// UTF-8, and spans are bytes.
///
///     QuoteSearcher quotes(Generation::open("/srv/news"));
///     FamilyOptions options;
///     options.filter.by = "toner";
///     for (const QuoteFamily& family : quotes.search({}, options).families) {
///       std::cout << family.text << ": " << family.outlets << " outlets\n";
///     }
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/query.h"
#include "pullquote/quote.h"
#include "pullquote/result.h"
#include "pullquote/search_options.h"
#include "pullquote/searcher.h"
#include "pullquote/timestamp.h"

namespace pullquote {

/// One printing of a quotation in one article.
struct QuoteOccurrence {
  std::string article_id;  ///< the id, as `pullquote show` takes it
  std::string url;
  std::string source;  ///< the outlet
  std::string headline;
  std::optional<Timestamp> published;  ///< empty when unknown
  bool marked = true;  ///< false: the words stand in the article without quotation marks
  std::string text;    ///< as printed in this article
  ByteSpan span;       ///< bytes of the article's body
  QuoteKind kind = QuoteKind::Direct;  ///< without meaning unless `marked`
  std::string speaker;           ///< as written in the article; empty when unknown or not `marked`
  std::string speaker_resolved;  ///< the fullest name that the article gives, else as `speaker`
  std::string role;              ///< of the speaker: "spokesman"; empty when unknown
  std::string cue;               ///< the reporting verb: "said"; empty when there is none
  std::size_t variant = 0;       ///< index into QuoteFamily::variants
};

/// A run of words in the comparison of two texts. The runs of a comparison come in the order of the
/// text.
struct WordDiff {
  enum class Kind : std::uint8_t {
    Same,     ///< in both texts
    Removed,  ///< only in the representative
    Added,    ///< only in the variant
  };
  Kind kind = Kind::Same;
  std::string text;  ///< the words, and the characters between them
  friend bool operator==(const WordDiff&, const WordDiff&) = default;
};

/// One of the distinct texts of a family. Texts that differ only in glyphs, capitals and
/// punctuation are one variant.
struct QuoteVariant {
  std::string text;             ///< of the variant's first occurrence
  std::size_t occurrences = 0;  ///< among those read
  /// From the representative; a changed spelling counts as removed and added.
  std::vector<WordDiff> diff;
};

/// A person or body that articles name as the speaker of a family.
struct FamilySpeaker {
  std::string name;
  std::size_t articles = 0;  ///< that name this speaker
};

/// One quotation with its printings. Counts are of all occurrences, read or not.
struct QuoteFamily {
  std::string id;    ///< "ARTICLE#START" of the representative; stable as long as that article is
  double score = 0;  ///< compare within one answer only
  /// The representative: the text printed most often, longer texts counting more.
  std::string text;
  std::size_t outlets = 0;   ///< distinct known outlets
  std::size_t articles = 0;  ///< distinct articles
  /// Of the earliest dated occurrence; empty when none is dated.
  std::optional<std::int64_t> first_seen;
  std::optional<std::int64_t> last_seen;  ///< of the latest one
  std::string first_source;               ///< the outlet of the earliest occurrence
  std::vector<FamilySpeaker> speakers;    ///< by falling number of articles, then by name
  /// Articles name different persons as the speaker. A person and a body ("the ministry") are no
  /// conflict, nor are two forms of one person's name.
  bool conflict = false;
  /// The representative first, then by falling number of occurrences.
  std::vector<QuoteVariant> variants;
  std::vector<QuoteOccurrence> occurrences;  ///< by rising time, unknown times last
};

/// The order of families. Unknown times come last in every order.
enum class FamilySort : std::uint8_t {
  Rank,     ///< how well the words fit; families in many articles a little higher
  Outlets,  ///< most outlets first, then most articles
  Newest,   ///< latest last printing first
  First,    ///< earliest first printing first
};

/// Which occurrences count. A family is found when one of its occurrences with quotation marks
/// passes all conditions.
struct FamilyFilter {
  std::string by = {};  ///< a speaker: a name, or some words of a name; empty: any speaker or none
  std::string source = {};                         ///< an outlet's name or a host; empty: any
  std::optional<std::int64_t> from_seconds = {};   ///< published at this time or later
  std::optional<std::int64_t> until_seconds = {};  ///< published before this time
  bool conflicts = false;                          ///< only families whose speakers conflict
};

/// Settings of a search for families.
struct FamilyOptions {
  FamilyFilter filter = {};
  FamilySort sort = FamilySort::Rank;
  std::size_t limit = 10;  ///< families on the page
  std::size_t offset = 0;  ///< families skipped
  /// The number of occurrences read of each family, from which its variants are made; 0 reads none.
  /// Counts are not affected.
  std::size_t occurrences = 1000;
  bool expand = true;         ///< search for spelling variants and compounds, too
  std::string language = {};  ///< of the query; empty: the most frequent one in the index
  /// As SearchOptions::timeout.
  std::chrono::milliseconds timeout = kDefaultTimeout;
};

/// One page of families.
struct FamilyPage {
  std::vector<QuoteFamily> families;  ///< in the order that the options ask for
  std::uint64_t matches = 0;          ///< families that match, on this page or not
  /// Spellings and compounds searched for besides the words typed: "finalise: finalize".
  std::vector<std::string> expansions;
  bool complete = true;  ///< false: the time was over; see ResultPage::complete
};

/// A family that a pasted text belongs to.
struct TracedFamily {
  QuoteFamily family;
  std::size_t words = 0;  ///< number of words in the pasted text
  /// How many of these words the best fitting text of the family has, in the same order.
  std::size_t matched = 0;
};

/// Settings of QuoteSearcher::trace().
struct TraceOptions {
  std::size_t limit = 1;           ///< families, the best fitting first
  std::size_t occurrences = 1000;  ///< read of each family; see FamilyOptions
};

/// How speakers are grouped: not at all, by the UTC date of publication, or by outlet.
enum class SpeakerGrouping : std::uint8_t { None, Day, Month, Year, Outlet };

/// Settings of QuoteSearcher::speakers().
struct SpeakerOptions {
  FamilyFilter filter = {};  ///< FamilyFilter::conflicts is ignored
  SpeakerGrouping per = SpeakerGrouping::None;
  std::size_t limit = 10;  ///< speakers in each group
  std::size_t offset = 0;  ///< speakers skipped in each group
};

/// How often one speaker is quoted in one group of articles.
struct SpeakerCount {
  /// "2016-05", an outlet; empty without grouping, or when date or outlet is unknown.
  std::string group;
  std::string name;            ///< of the speaker
  std::uint64_t quotes = 0;    ///< with quotation marks and in a family
  std::uint64_t articles = 0;  ///< distinct articles with such a quote
  std::uint64_t outlets = 0;   ///< distinct known outlets of these articles
  std::optional<std::int64_t> first_seen;
  std::optional<std::int64_t> last_seen;
};

/// Answers questions about quotations in one generation. Light and movable; opening maps files and
/// reads next to nothing. One thread at a time.
///
/// Every member that reads the index throws IndexUnavailable when a file cannot be read and
/// IndexCorrupt when the files contradict themselves. A failed call changes nothing: the searcher
/// can be asked again.
class QuoteSearcher {
 public:
  /// @param generation  not null; kept alive by the searcher.
  /// @throws IndexUnavailable, IndexCorrupt  files of quotes are missing or damaged. An index
  /// without any quote is no error: every answer is empty.
  explicit QuoteSearcher(std::shared_ptr<const Generation> generation);
  ~QuoteSearcher();
  QuoteSearcher(QuoteSearcher&&) noexcept;
  QuoteSearcher& operator=(QuoteSearcher&&) noexcept;

  /// Families with a quotation that matches the query. All words must be in one quotation, in any
  /// order; said:(...) is a clause on the same quotation. The empty query (a default Query) matches
  /// every family that passes the filter.
  /// @throws IndexUnavailable, IndexCorrupt
  FamilyPage search(const Query& query, const FamilyOptions& options = {});

  /// The factors of one family's score: the weight of its best quotation among those that pass the
  /// filter, and the bonus for its spread. Empty when no family has this id; a family that does not
  /// match gets an explanation that says so.
  /// @param family_id  QuoteFamily::id.
  /// @throws IndexUnavailable, IndexCorrupt
  std::optional<Explanation> explain(const Query& query, std::string_view family_id,
                                     const FamilyOptions& options = {});

  /// The families that a pasted text belongs to, whatever its spelling, cuts and glyphs; empty when
  /// no family has it.
  /// @throws IndexUnavailable, IndexCorrupt
  std::vector<TracedFamily> trace(std::string_view text, const TraceOptions& options = {});

  /// Speakers by falling number of quotes, ties by name. With grouping: the first `limit` speakers
  /// of each group, newest period first, or the outlet with most quotes first.
  /// @throws IndexUnavailable, IndexCorrupt
  std::vector<SpeakerCount> speakers(const SpeakerOptions& options = {});

  /// The generation that the searcher reads.
  const Generation& generation() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote
