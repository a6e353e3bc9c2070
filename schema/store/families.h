// SPDX-License-Identifier: GPL-3.0-or-later
/// The file of quote families: which quotes of a generation are one quotation, who said each, and
/// where it was printed. Written once by the build, mapped by the searcher; docs/index-format.md
/// has the bytes.
///
/// Quotes and articles are counted over the whole generation, from 0, in the order of its parts:
/// quote number = number in its part - 1 + quotes of the parts before, articles alike. Texts are
/// not in here: they stand in the records of the articles. Nor are the articles of quotes:
/// quote_columns.h has them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/store/packed_columns.h"

namespace pullquote {

/// Quotes of the kinds scare and title, which quote nobody, belong to no family.
inline constexpr std::uint32_t kNoFamily = UINT32_MAX;

/// FamilyTable::flags: articles name different people as the speaker.
inline constexpr std::uint32_t kSpeakersConflict = 1;

/// A passage that prints the words of a family without quotation marks, as bytes of its article's
/// body.
struct Echo {
  std::uint32_t article = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Echo&, const Echo&) = default;
};

/// The file in memory. Row i of the first block belongs to quote i, of the second to article i, of
/// the third to family i.
struct FamilyTable {
  std::vector<std::uint32_t> quote_article;  ///< not stored
  std::vector<std::uint32_t> quote_speaker;  ///< into `speakers`; 0: unknown
  std::vector<std::uint32_t> quote_family;   ///< kNoFamily: none

  std::vector<std::uint32_t> article_outlet;  ///< into `outlets`; 0: unknown

  std::vector<std::int64_t> first_seen;  ///< kUnknownTime when no article of it has a time
  std::vector<std::int64_t> last_seen;
  std::vector<std::uint32_t> member_begin;  ///< one more than families: the last is the end of all
  std::vector<std::uint32_t> representative;  ///< the quote that stands for the family
  std::vector<std::uint32_t> outlet_count;    ///< distinct outlets, unknown ones not counted
  std::vector<std::uint32_t> article_count;   ///< distinct articles
  std::vector<std::uint32_t> flags;

  /// By family; in order of time, the unknown ones last. A quote, or the number of quotes plus that
  /// of an echo.
  std::vector<std::uint32_t> members;
  std::vector<Echo> echoes;
  std::vector<std::string> speakers;  ///< names to show; the first is ""
  std::vector<std::string> outlets;   ///< the first is ""
  std::uint64_t word_count = 0;       ///< of all quotes
};

/// Calls `write` with the bytes of the file, piece by piece.
void encode_families(const FamilyTable& table,
                     const std::function<void(std::string_view bytes)>& write);

/// The file, mapped. Immutable and thread-safe. Members throw IndexCorrupt where a block that they
/// read is damaged, or where a number points nowhere.
class FamiliesFile final {
 public:
  /// @throws IndexUnavailable; IndexCorrupt when the file is not what its header says
  explicit FamiliesFile(const std::filesystem::path& file);

  std::uint32_t quotes() const { return quotes_; }
  std::uint32_t articles() const { return articles_; }
  std::uint32_t families() const { return families_; }
  std::uint32_t speakers() const { return speakers_; }
  std::uint32_t outlets() const { return outlets_; }
  std::uint64_t word_count() const;

  std::uint32_t quote_speaker(std::uint32_t quote) const;        ///< below speakers(); 0: unknown
  std::uint32_t quote_family(std::uint32_t quote) const;         ///< below families(), or kNoFamily
  std::uint32_t outlet_of_article(std::uint32_t article) const;  ///< below outlets(); 0: unknown

  struct Family {
    std::int64_t first_seen = 0;
    std::int64_t last_seen = 0;
    std::uint32_t representative = 0;
    std::uint32_t outlet_count = 0;
    std::uint32_t article_count = 0;
    bool conflict = false;
  };
  Family family(std::uint32_t family) const;
  /// Quotes, and quotes() + numbers of echoes.
  std::vector<std::uint32_t> members(std::uint32_t family) const;
  Echo echo(std::uint32_t number) const;
  std::string_view speaker(std::uint32_t number) const;
  std::string_view outlet(std::uint32_t number) const;

  /// Reads everything. @throws IndexCorrupt
  void check_all() const { columns_.check_all(); }

 private:
  std::uint32_t rows(std::uint32_t column) const;
  std::uint32_t below(std::uint64_t bound, std::uint32_t number, const char* otherwise) const;

  PackedColumns columns_;
  std::uint32_t quotes_ = 0;
  std::uint32_t articles_ = 0;
  std::uint32_t families_ = 0;
  std::uint32_t members_ = 0;
  std::uint32_t echoes_ = 0;
  std::uint32_t speakers_ = 0;
  std::uint32_t outlets_ = 0;
};

}  // namespace pullquote
