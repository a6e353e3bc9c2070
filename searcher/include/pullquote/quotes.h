// SPDX-License-Identifier: GPL-3.0-or-later
/// Quotations across articles: the families that the build has found, traced, ranked, and counted
/// by speaker.
///
/// A *family* is one quotation with all its printings: whole, cut short, with another spelling,
/// with words changed, with or without marks. An *occurrence* is one printing in one article. Names
/// of speakers are those resolved in each article, and where an article has a surname only, the one
/// person of that name who is quoted most. Times are unix seconds.
///
///     QuoteSearcher quotes(Generation::open("/srv/news"));
///     FamilyOptions options;
///     options.filter.by = "toner";
///     for (const QuoteFamily& family : quotes.search({}, options).families) {
///       std::cout << family.text << ": " << family.outlets << " outlets\n";
///     }
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/query.h"
#include "pullquote/quote.h"
#include "pullquote/searcher.h"
#include "pullquote/timestamp.h"

namespace pullquote {

/// One printing of a quotation.
struct QuoteOccurrence {
  std::string article_id;
  std::string url;
  std::string source;  ///< the outlet
  std::string headline;
  std::optional<Timestamp> published;
  bool marked = true;  ///< false: the words stand in the article without quotation marks
  std::string text;    ///< as printed there
  ByteSpan span;       ///< in the article's body
  QuoteKind kind = QuoteKind::Direct;  ///< of no meaning unless marked
  std::string speaker;  ///< as written there; empty: none, as for all that is not marked
  std::string speaker_resolved;
  std::string role;
  std::string cue;
  std::size_t variant = 0;  ///< into QuoteFamily::variants
};

/// A run of words in a comparison of two texts.
struct WordDiff {
  enum class Kind : std::uint8_t {
    Same,
    Removed,  ///< only in the representative
    Added,    ///< only in the variant
  };
  Kind kind = Kind::Same;
  std::string text;  ///< the words with what stands between them
  friend bool operator==(const WordDiff&, const WordDiff&) = default;
};

/// One text of a family. Texts that differ in glyphs, capitals and punctuation alone are one.
struct QuoteVariant {
  std::string text;  ///< of its first occurrence
  std::size_t occurrences = 0;
  std::vector<WordDiff> diff;  ///< from the representative; a spelling counts as removed and added
};

struct FamilySpeaker {
  std::string name;
  std::size_t articles = 0;
};

struct QuoteFamily {
  std::string id;    ///< "ARTICLE#START" of the representative: stable as long as that article is
  double score = 0;  ///< comparable within one answer only
  std::string text;  ///< the representative: the text printed most, longer ones counting more
  std::size_t outlets = 0;   ///< distinct known ones
  std::size_t articles = 0;  ///< distinct
  std::optional<std::int64_t> first_seen;
  std::optional<std::int64_t> last_seen;
  std::string first_source;             ///< the outlet of the earliest occurrence
  std::vector<FamilySpeaker> speakers;  ///< by falling number of articles, then by name
  /// Articles name different persons. A person and a body ("the ministry") are no conflict, nor are
  /// two forms of one person's name.
  bool conflict = false;
  std::vector<QuoteVariant> variants;  ///< the representative first, then by falling occurrences
  std::vector<QuoteOccurrence> occurrences;  ///< in order of time, unknown times last
};

enum class FamilySort : std::uint8_t {
  Rank,     ///< how well the words fit, families of many articles a little higher
  Outlets,  ///< most outlets, then most articles first
  Newest,   ///< last printed first
  First,    ///< first printed first
};

/// Which occurrences count. A family is found when one of its occurrences with marks passes all.
struct FamilyFilter {
  std::string by = {};      ///< a speaker: a name, or some words of it; empty: anybody
  std::string source = {};  ///< an outlet or a host; empty: any
  std::optional<std::int64_t> from_seconds = {};
  std::optional<std::int64_t> until_seconds = {};  ///< exclusive
  bool conflicts = false;                          ///< only families whose speakers conflict
};

struct FamilyOptions {
  FamilyFilter filter = {};
  FamilySort sort = FamilySort::Rank;
  std::size_t limit = 10;
  std::size_t offset = 0;
  /// Occurrences and variants read of each family; the counts are of all. 0: none.
  std::size_t occurrences = 1000;
  bool expand = true;         ///< spelling variants and compounds, as in a search
  std::string language = {};  ///< of the query; empty: the most frequent one of the index
};

struct FamilyPage {
  std::vector<QuoteFamily> families;
  std::uint64_t matches = 0;  ///< families that match
};

/// A family that a pasted text belongs to.
struct TracedFamily {
  QuoteFamily family;
  std::size_t words = 0;  ///< of the pasted text
  std::size_t matched =
      0;  ///< of them, those that the best fitting text of the family has, in order
};

struct TraceOptions {
  std::size_t limit = 1;           ///< families, the best fitting first
  std::size_t occurrences = 1000;  ///< see FamilyOptions
};

enum class SpeakerGrouping : std::uint8_t { None, Day, Month, Year, Outlet };

struct SpeakerOptions {
  FamilyFilter filter = {};  ///< `conflicts` is not looked at
  SpeakerGrouping per = SpeakerGrouping::None;
  std::size_t limit = 10;  ///< speakers in each group
  std::size_t offset = 0;
};

/// How often one speaker is quoted, in one group of articles.
struct SpeakerCount {
  std::string group;  ///< "2016-05", an outlet, or "" without grouping or when unknown
  std::string name;
  std::uint64_t quotes = 0;
  std::uint64_t articles = 0;
  std::uint64_t outlets = 0;
  std::optional<std::int64_t> first_seen;
  std::optional<std::int64_t> last_seen;
};

/// Answers questions about quotations in one generation. One thread at a time; light, and movable.
/// Opening maps files and reads next to nothing.
///
/// Every member that reads the index throws IndexUnavailable when a file cannot be read and
/// IndexCorrupt when what was read contradicts itself. A failed call changes nothing: the searcher
/// can be asked again.
class QuoteSearcher {
 public:
  /// @throws IndexUnavailable, IndexCorrupt when the files of quotes are missing or damaged. An
  /// index without any quote is none of these: every answer is empty.
  explicit QuoteSearcher(std::shared_ptr<const Generation> generation);
  ~QuoteSearcher();
  QuoteSearcher(QuoteSearcher&&) noexcept;
  QuoteSearcher& operator=(QuoteSearcher&&) noexcept;

  /// Families with a quotation that matches. All words of the query must be in it, whatever their
  /// order; said:(...) is a clause on the same quotation. The empty query (a default Query) matches
  /// everything that the filter leaves.
  FamilyPage search(const Query& query, const FamilyOptions& options = {});

  /// The families that a text belongs to, in whatever spelling, cut or glyphs. Empty when none has
  /// it.
  std::vector<TracedFamily> trace(std::string_view text, const TraceOptions& options = {});

  /// Speakers by falling number of quotes, ties by name; with grouping, the first `limit` of each
  /// group, the newest period (the outlet with most quotes) first.
  std::vector<SpeakerCount> speakers(const SpeakerOptions& options = {});

  const Generation& generation() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote
