// SPDX-License-Identifier: GPL-3.0-or-later
/// The file of quote families: which quotes of a generation are one quotation, who said each, and
/// where it was printed. Written once by the build, mapped by the searcher; docs/index-format.md
/// has the bytes.
///
/// Quotes and articles are counted over the whole generation, from 0, in the order of its parts:
/// quote number = docid in its part's quotes database - 1 + quotes of the parts before, articles
/// alike. Texts are not in here: they stand in the records of the databases.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
  std::vector<std::uint32_t> quote_article;
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

/// The file as it lies in memory. Whatever the bytes are, nothing outside of them is read: what
/// points nowhere throws IndexCorrupt when it is asked for. Immutable, shared by threads.
class FamiliesView final {
 public:
  /// Empty when the bytes have another kind, version or length than such a file. Constant time.
  /// @param bytes  outlive this; aligned to 8 bytes.
  static std::optional<FamiliesView> over(std::string_view bytes);

  /// Whether everything behind the header has its checksum. Reads all bytes.
  bool intact() const;

  std::uint32_t quotes() const { return count(Quotes); }
  std::uint32_t articles() const { return count(Articles); }
  std::uint32_t families() const { return count(Families); }
  std::uint32_t speakers() const { return count(Speakers); }
  std::uint32_t outlets() const { return count(Outlets); }
  std::uint64_t word_count() const { return counts_[Words]; }

  std::span<const std::uint32_t> quote_article() const { return numbers(quote_article_, Quotes); }
  std::span<const std::uint32_t> quote_speaker() const { return numbers(quote_speaker_, Quotes); }
  std::span<const std::uint32_t> quote_family() const { return numbers(quote_family_, Quotes); }
  /// The number of an article's outlet. Articles are checked here because their numbers are read
  /// from the file too.
  std::uint32_t outlet_of_article(std::uint32_t article) const;

  struct Family {
    std::int64_t first_seen = 0;
    std::int64_t last_seen = 0;
    std::uint32_t representative = 0;
    std::uint32_t outlet_count = 0;
    std::uint32_t article_count = 0;
    bool conflict = false;
  };
  Family family(std::uint32_t family) const;
  std::span<const std::uint32_t> members(std::uint32_t family) const;
  Echo echo(std::uint32_t number) const;
  std::string_view speaker(std::uint32_t number) const;
  std::string_view outlet(std::uint32_t number) const;

 private:
  enum Count : std::uint8_t {
    Quotes,
    Articles,
    Families,
    Members,
    Echoes,
    Speakers,
    Outlets,
    Text,
    Words
  };
  static constexpr std::size_t kCounts = 9;

  FamiliesView() = default;
  std::uint32_t count(Count which) const { return static_cast<std::uint32_t>(counts_[which]); }
  std::span<const std::uint32_t> numbers(const std::uint32_t* first, Count which) const {
    return {first, static_cast<std::size_t>(counts_[which])};
  }
  std::string_view name(const std::uint32_t* ends, std::uint64_t base, std::uint32_t number) const;

  std::string_view bytes_;
  std::array<std::uint64_t, kCounts> counts_{};
  const std::int64_t* first_seen_ = nullptr;
  const std::int64_t* last_seen_ = nullptr;
  const std::uint32_t* quote_article_ = nullptr;
  const std::uint32_t* quote_speaker_ = nullptr;
  const std::uint32_t* quote_family_ = nullptr;
  const std::uint32_t* article_outlet_ = nullptr;
  const std::uint32_t* member_begin_ = nullptr;
  const std::uint32_t* representative_ = nullptr;
  const std::uint32_t* outlet_count_ = nullptr;
  const std::uint32_t* article_count_ = nullptr;
  const std::uint32_t* flags_ = nullptr;
  const std::uint32_t* members_ = nullptr;
  const std::uint32_t* echoes_ = nullptr;
  const std::uint32_t* speaker_ends_ = nullptr;
  const std::uint32_t* outlet_ends_ = nullptr;
  std::string_view text_;
};

}  // namespace pullquote
