// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/wording.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "lexicon/pullquote_schema.h"
#include "pullquote/analyzer.h"
#include "schema/analysis/char_table.h"
#include "schema/analysis/lexicon_rows.h"

namespace pullquote {
namespace {

/// Slots of the cache, a power of two: a reader's working vocabulary.
constexpr std::size_t kCacheSlots = 1 << 15;

/// Longer brackets are text, not an editor's insertion.
constexpr std::size_t kLongestInsertionBytes = 80;

/// Longer words are cut; nobody tells them apart.
constexpr std::size_t kLongestWordBytes = 128;

constexpr std::uint64_t kHashStart = 0xCBF29CE484222325ULL;

constexpr std::uint64_t hash_on(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
}

constexpr std::uint32_t finish(std::uint64_t hash) {
  hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(hash >> 32);
}

std::uint32_t hash_of(std::string_view folded) {
  std::uint64_t hash = kHashStart;
  for (const char byte : folded) hash = hash_on(hash, byte);
  return finish(hash);
}

/// Hashes of data/lexicon/plain-words.tsv.
const std::unordered_set<std::uint32_t>& plain_words() {
  static const std::unordered_set<std::uint32_t> words = [] {
    std::unordered_set<std::uint32_t> hashes;
    for_each_row(lexicon::plain_words, [&](const std::vector<std::string_view>& row) {
      if (row.size() != 2) return;
      for (const std::string_view word : split(row[1], ' ')) hashes.insert(hash_of(word));
    });
    return hashes;
  }();
  return words;
}

/// Letters that an apostrophe leaves over ("s", "t", "d") mean nothing; digits do.
bool is_plain(std::string_view folded, std::uint32_t hash) {
  const bool lone_letter = folded.size() == 1 && (folded[0] < '0' || folded[0] > '9');
  return lone_letter || plain_words().contains(hash);
}

WordKey key_of(std::string_view folded) {
  const std::uint32_t hash = hash_of(folded);
  return is_plain(folded, hash) ? hash & ~1U : hash | 1U;
}

bool is_ascii_word(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One spelling for all: the first in byte order.
std::string agreed_spelling(std::string_view folded) {
  std::string agreed(folded);
  for (std::string& variant : spelling_variants(folded)) agreed = std::min(agreed, variant);
  return agreed;
}

/// Bytes of an editor's insertion that begins at `at`, brackets included; 0 when none does.
std::size_t insertion_at(std::string_view text, std::size_t at) {
  const std::string_view near = text.substr(at + 1, kLongestInsertionBytes);
  const std::size_t end = near.find_first_of("[]");
  return end == std::string_view::npos || near[end] == '[' ? 0 : end + 2;
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads one word off a text, folding and hashing as it goes.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  /// Whether a word begins at `at`; then it is read.
  bool scan(std::size_t at) {
    size_ = 0;
    hash_ = kHashStart;
    end_ = at;
    drop_marks_ = true;
    while (at < text_.size()) {
      const Decoded next = decode(text_, at);
      const bool word = is_word(next.kind) && next.c != '_';
      if (!word && !(size_ > 0 && passes_over(next.kind, at))) break;
      if (word) add(next, at);
      at += next.bytes;
      if (word) end_ = at;
      if (next.kind == CharClass::Dictionary) break;  // without spaces each character is a word
    }
    return size_ > 0;
  }

  std::string_view folded() const { return {folded_.data(), size_}; }
  std::uint32_t hash() const { return finish(hash_); }
  std::size_t end() const { return end_; }

 private:
  /// Soft hyphens and the like, and the commas of thousands.
  bool passes_over(CharClass kind, std::size_t at) const {
    if (kind == CharClass::Invisible) return true;
    return text_[at] == ',' && is_digit(folded_[size_ - 1]) && at + 1 < text_.size() &&
           is_digit(text_[at + 1]);
  }

  void add(const Decoded& next, std::size_t at) {
    if (next.c < 0x80) {
      const char c = text_[at];
      drop_marks_ = true;
      append(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
      return;
    }
    const CharInfo info = char_info(next.c);
    if (info.mark && drop_marks_) return;
    if (!info.mark) drop_marks_ = info.loses_marks;
    const bool stored = info.folded_bytes != CharInfo::kLong;
    const std::string_view bytes = stored ? std::string_view(info.folded.data(), info.folded_bytes)
                                          : text_.substr(at, next.bytes);
    for (const char byte : bytes) append(byte);
  }

  void append(char byte) {
    if (size_ == folded_.size()) return;
    folded_[size_++] = byte;
    hash_ = hash_on(hash_, byte);
  }

  std::string_view text_;
  std::array<char, kLongestWordBytes> folded_{};
  std::size_t size_ = 0;
  std::uint64_t hash_ = kHashStart;
  std::size_t end_ = 0;
  bool drop_marks_ = true;  ///< accents on the letter before mean nothing
};

}  // namespace

WordingReader::WordingReader() : cache_(kCacheSlots) {}

const WordingReader::Known& WordingReader::known(std::uint32_t hash, std::string_view folded) {
  Known& slot = cache_[hash % kCacheSlots];
  if (slot.count > 0 && slot.hash == hash) return slot;
  slot = {hash, 0, {}};
  if (is_ascii_word(folded) && folded.size() > 3) {
    const std::string agreed = agreed_spelling(folded);
    const std::vector<std::string> parts = compound_parts(agreed);
    if (!parts.empty() && parts.size() <= slot.keys.size()) {
      for (const std::string& part : parts) slot.keys[slot.count++] = key_of(part);
      // "overall" is more than "over" and "all", which say nothing.
      if (content_words(std::span(slot.keys).first(slot.count)) > 0) return slot;
      slot.count = 0;
    }
    slot.keys[slot.count++] = key_of(agreed);
    return slot;
  }
  slot.keys[slot.count++] = key_of(folded);
  return slot;
}

void WordingReader::add_word(std::uint32_t hash, std::string_view folded, ByteSpan span,
                             Wording& wording) {
  const Known& word = known(hash, folded);
  for (std::uint32_t i = 0; i < word.count; ++i) {
    wording.keys.push_back(word.keys[i]);
    wording.spans.push_back(span);
  }
}

void WordingReader::read(std::string_view text, Wording& wording, Brackets brackets) {
  wording.clear();
  WordScanner word(text);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '[' && brackets == Brackets::Skip) {
      at += std::max<std::size_t>(insertion_at(text, at), 1);
    } else if (word.scan(at)) {
      const ByteSpan span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(word.end())};
      add_word(word.hash(), word.folded(), span, wording);
      at = word.end();
    } else {
      at += decode(text, at).bytes;
    }
  }
}

std::uint32_t content_words(std::span<const WordKey> keys) {
  return static_cast<std::uint32_t>(std::count_if(keys.begin(), keys.end(), carries_content));
}

}  // namespace pullquote
