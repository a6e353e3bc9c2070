// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/wording/wording.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "pullquote/analyzer.h"
#include "schema/analysis/ascii.h"
#include "schema/analysis/char_table.h"
#include "schema/wording/eight_bytes.h"
#include "schema/wording/irregular_words.h"
#include "schema/wording/plain_words.h"
#include "schema/wording/word_hash.h"

namespace pullquote {
namespace {

/// Slots of the cache, a power of two: a reader's working vocabulary of irregular words.
constexpr std::size_t kCacheSlots = 1 << 16;

/// Longer brackets are text, not an editor's insertion.
constexpr std::size_t kLongestInsertionBytes = 80;

/// Longer words are cut; nobody tells them apart.
constexpr std::size_t kLongestWordBytes = 128;

/// Hashes of the plain words.
const std::unordered_set<std::uint32_t>& plain_words() {
  static const std::unordered_set<std::uint32_t> words = [] {
    std::unordered_set<std::uint32_t> hashes;
    for_each_plain_word([&hashes](std::string_view word) { hashes.insert(word_hash(word)); });
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
  const std::uint32_t hash = word_hash(folded);
  return is_plain(folded, hash) ? hash & ~1U : hash | 1U;
}

bool is_ascii_word(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), is_ascii_lower);
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

/// Reads one word off a text, folding as it goes.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  /// Whether a word begins at `at`; then it is read.
  bool scan(std::size_t at) {
    size_ = 0;
    end_ = at;
    drop_marks_ = true;
    for (at = scan_ascii(at); at < text_.size() && text_[at] != ' '; at = scan_ascii(at)) {
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
  std::uint32_t hash() const { return padded_word_hash(folded_.data(), size_); }
  std::size_t end() const { return end_; }

 private:
  /// What nearly all words consist of; returns where it ends.
  std::size_t scan_ascii(std::size_t at) {
    std::size_t end = at;
    for (std::size_t taken = 8; taken == 8; end += taken) {
      const EightBytes next(text_, end);
      taken = std::min(next.word_bytes(), kLongestWordBytes - size_);
      next.copy_folded(folded_.data() + size_);
      size_ += taken;
    }
    if (end == at) return at;
    drop_marks_ = true;
    return end_ = end;
  }

  /// Soft hyphens and the like, and the commas of thousands.
  bool passes_over(CharClass kind, std::size_t at) const {
    if (kind == CharClass::Invisible) return true;
    return text_[at] == ',' && is_ascii_digit(folded_[size_ - 1]) && at + 1 < text_.size() &&
           is_ascii_digit(text_[at + 1]);
  }

  void add(const Decoded& next, std::size_t at) {
    const CharInfo info = char_info(next.c);
    if (info.mark && drop_marks_) return;
    if (!info.mark) drop_marks_ = info.loses_marks;
    const bool stored = info.folded_bytes != CharInfo::kLong;
    const std::string_view bytes = stored ? std::string_view(info.folded.data(), info.folded_bytes)
                                          : text_.substr(at, next.bytes);
    for (const char byte : bytes) append(byte);
  }

  void append(char byte) {
    if (size_ < kLongestWordBytes) folded_[size_++] = byte;
  }

  std::string_view text_;
  std::array<char, kLongestWordBytes + kWordHashPadding> folded_{};
  std::size_t size_ = 0;
  std::size_t end_ = 0;
  bool drop_marks_ = true;  ///< accents on the letter before mean nothing
};

}  // namespace

WordingReader::WordingReader() : irregular_(IrregularWords::instance()), cache_(kCacheSlots) {}

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
  if (!irregular_.may_contain(folded, hash)) {
    wording.keys.push_back((hash | 1U) - (irregular_.is_plain(hash) ? 1U : 0U));
    wording.spans.push_back(span);
    return;
  }
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
    if (text[at] == ' ') {
      ++at;
    } else if (text[at] == '[' && brackets == Brackets::Skip) {
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
  std::uint32_t count = 0;  // not as wide as a difference of iterators, for vector registers
  for (const WordKey key : keys) count += carries_content(key) ? 1 : 0;
  return count;
}

}  // namespace pullquote
