// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds where an article prints the words of a quotation without quotation marks: the ministry's
/// own statement, a transcript, a page whose marks were lost.
///
/// Every third six-word run of each family's longest wordings is an anchor, so that a common
/// passage of eight words has one in common, unless other wordings have its runs already. A body is
/// read once; where it has an anchor outside its own quotes, the words around are aligned with the
/// wording.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/families/family_grouping.h"
#include "pullquote/article.h"
#include "schema/store/families.h"
#include "schema/wording/alignment.h"

namespace pullquote {

struct FamilyEcho {
  std::uint32_t family = 0;
  Echo passage;
};

/// Immutable after construction, so thread-safe.
class EchoAnchors final {
 public:
  EchoAnchors(const QuoteCollection& collection, const RankedTexts& texts,
              const QuoteGroups& groups);

  /// False: no wording has this run of words.
  bool may_have(std::uint32_t run) const {
    const std::size_t bits = filter_.size() * 64;
    return (filter_[(run & (bits - 1)) / 64] & (1ULL << (run % 64))) != 0;
  }

  /// Asks the memory for what may_have() looks at, and text_with() next.
  void fetch_filter(std::uint32_t run) const {
    __builtin_prefetch(&filter_[(run & (filter_.size() * 64 - 1)) / 64]);
  }
  void fetch_text(std::uint32_t run) const { __builtin_prefetch(&slots_[slot_of(run)]); }

  /// A wording that has this run of words; the first one when there are more. kNoText: none.
  std::uint32_t text_with(std::uint32_t run) const;
  std::uint32_t family_of(std::uint32_t text) const { return text_family_[text]; }
  bool empty() const { return used_ == 0; }

 private:
  struct Slot {
    std::uint32_t run = 0;
    std::uint32_t text = kNoText;
  };

  void choose_texts(const QuoteCollection& collection, const RankedTexts& texts,
                    const QuoteGroups& groups);
  std::size_t slot_of(std::uint32_t run) const { return (run * 0x9E3779B9U) & (slots_.size() - 1); }
  void add_anchors(std::uint32_t text, std::span<const WordKey> wording);
  bool insert(std::uint32_t run, std::uint32_t text);

  std::vector<std::uint32_t> text_family_;
  std::vector<std::uint64_t> filter_;  // one bit for each run's hash, cut
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Tells of words that they are not in a passage, by bits of their hashes.
class WordBits final {
 public:
  void set(std::span<const WordKey> passage);

  /// Whether more than `most` words with content of a wording are certainly not in the passage.
  bool lack_more_than(std::size_t most, std::span<const WordKey> wording) const;

 private:
  static std::size_t place_of(WordKey key) { return key >> 18; }

  std::bitset<std::size_t{1} << 14> bits_;
};

/// Reads bodies; one thread at a time.
class EchoFinder final {
 public:
  /// @param anchors, texts  outlive this.
  EchoFinder(const EchoAnchors& anchors, const WordingTable& texts)
      : anchors_(anchors), texts_(texts) {}

  /// Appends the passages of an article, one a family, in order of the families.
  /// @param number    of the article.
  /// @param families  of its own quotes: those need no echo.
  void find(const Article& article, std::uint32_t number, std::span<const std::uint32_t> families,
            std::vector<FamilyEcho>& echoes);

 private:
  /// A word of the body that begins a run which a wording has, too.
  struct Anchored {
    std::uint32_t word = 0;
    std::uint32_t text = 0;
  };
  /// Words of the body that were compared with a text.
  struct Tried {
    std::uint32_t text = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Found {
    FamilyEcho echo;
    std::uint32_t matched = 0;
  };

  void find_anchors();
  void mark_quoted(const Article& article);
  /// There, or elsewhere often enough.
  bool was_tried(const Anchored& anchor) const;
  std::optional<Found> verify(const Anchored& anchor, std::uint32_t article);

  const EchoAnchors& anchors_;
  const WordingTable& texts_;
  WordingReader reader_;
  Wording body_;
  std::vector<std::uint32_t> runs_;    // by word of the body that begins one
  std::vector<std::uint32_t> places_;  // words that begin a run which a wording may have
  std::vector<Anchored> anchored_;     // outside of quotes, in the order of the body
  std::vector<char> quoted_;           // by word of the body, whether one of its own quotes has it
  std::vector<Tried> tried_;           // of this body
  WordBits in_body_;
  WordBits around_;
  CommonContent common_;
  Aligner aligner_;
};

}  // namespace pullquote
