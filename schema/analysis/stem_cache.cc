// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/stem_cache.h"

#include <libstemmer.h>

#include <algorithm>

#include "schema/analysis/char_table.h"
#include "schema/analysis/designations.h"
#include "schema/analysis/folding.h"
#include "schema/analysis/languages.h"
#include "schema/analysis/word_bytes.h"

namespace pullquote {
namespace {

/// TermGenerator stems nothing longer either. It also bounds what a pathological word can cost:
/// not every Snowball algorithm is linear.
constexpr std::size_t kLongestStemmed = 64;

constexpr std::size_t kFirstSlots = std::size_t{1} << 12;
constexpr std::size_t kMostSlots = std::size_t{1} << 18;  // 8 MiB

/// What the byte in front of a stem can count. No stem comes near it.
constexpr int kMostStemBytes = 255;

/// Slot::stem_length of a stem that is not the beginning of its word.
constexpr std::uint8_t kOther = 0xFF;

/// Up to 22 bytes as three numbers that are equal only for equal words of one length. Loads overlap
/// instead of reading beyond the word.
struct Key {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  std::uint64_t middle = 0;
  friend bool operator==(const Key&, const Key&) = default;
};

Key key_of(const char* word, std::size_t length) {
  if (length >= 8) {
    return {load8(word), load8(word + length - 8), length > 16 ? load8(word + 8) : 0};
  }
  if (length >= 4) return {load4(word), load4(word + length - 4), 0};
  const auto byte = [word](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(word[i])};
  };
  if (length == 0) return {};
  return {byte(0) | byte(length / 2) << 8 | byte(length - 1) << 16, 0, 0};
}

/// Never 0, which marks a free slot.
std::uint32_t hash_of(const Key& key, std::size_t length) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ull;
  std::uint64_t hash = (key.head + length) * kPrime;
  hash = (hash ^ hash >> 32 ^ key.tail) * kPrime;
  hash = (hash ^ hash >> 32 ^ key.middle) * kPrime;
  return static_cast<std::uint32_t>(hash >> 32) | 1u;
}

bool has_digit(std::string_view term) {
  return std::any_of(term.begin(), term.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void StemCache::DeleteStemmer::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

StemCache::StemCache(std::string_view language) : accents_(language) {
  const char* const algorithm = stemmer_algorithm(language);
  if (algorithm == nullptr) return;
  stemmer_.reset(sb_stemmer_new(algorithm, nullptr));
  slots_.resize(kFirstSlots);
}

std::string_view StemCache::stem(std::string_view term) {
  if (!stemmer_ || term.size() > kSlotWord) return long_stem_ = compute(term);
  const Key key = key_of(term.data(), term.size());
  const std::uint32_t hash = hash_of(key, term.size());
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash >> 1 & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.hash == 0) return insert(term, hash);
    if (slot.hash != hash || slot.length != term.size()) continue;
    if (key_of(slot.word, slot.length) != key) continue;
    return stem_of(slot);
  }
}

std::string_view StemCache::stem_of(const Slot& slot) const {
  if (slot.stem_length != kOther) return {slot.word, slot.stem_length};
  const char* const stem = other_stems_.data() + slot.stem_offset;
  return {stem + 1, static_cast<unsigned char>(*stem)};
}

/// The stem, folded like every term. Never empty: that would lose the word.
std::string_view StemCache::compute(std::string_view term) {
  if (!stemmer_ || term.size() > kLongestStemmed) return term;
  if (has_digit(term)) return singular_designation(term);
  if (!accents_.has_rules()) return snowball(term);
  const std::string written = accents_.restored(term);
  const std::string_view stem = snowball(written);
  std::u32string letters;
  for (std::size_t at = 0; at < stem.size();) {
    const Decoded letter = decode(stem, at);
    letters += letter.c;
    at += letter.bytes;
  }
  folded_stem_.clear();
  append_folded(letters, folded_stem_);
  return folded_stem_.empty() ? term : folded_stem_;
}

/// What libstemmer says, or `term` itself.
std::string_view StemCache::snowball(std::string_view term) {
  const auto* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(term.data()),
                      static_cast<int>(term.size()));
  const int length = sb_stemmer_length(stemmer_.get());
  if (stem == nullptr || length <= 0 || length > kMostStemBytes) return term;
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(length)};
}

std::string_view StemCache::insert(std::string_view term, std::uint32_t hash) {
  const std::string_view stem = compute(term);
  if ((used_ + 1) * 2 > slots_.size()) grow_or_reset();
  Slot& slot = free_slot(hash);
  slot.hash = hash;
  slot.length = static_cast<std::uint8_t>(term.size());
  term.copy(slot.word, kSlotWord);
  ++used_;
  if (term.starts_with(stem)) {
    slot.stem_length = static_cast<std::uint8_t>(stem.size());
  } else {
    slot.stem_length = kOther;
    slot.stem_offset = static_cast<std::uint32_t>(other_stems_.size());
    other_stems_ += static_cast<char>(stem.size());
    other_stems_ += stem;
  }
  return stem_of(slot);
}

StemCache::Slot& StemCache::free_slot(std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash >> 1 & mask;
  while (slots_[i].hash != 0) i = (i + 1) & mask;
  return slots_[i];
}

void StemCache::grow_or_reset() {
  if (slots_.size() >= kMostSlots) {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    other_stems_.clear();
    used_ = 0;
    return;
  }
  std::vector<Slot> old(slots_.size() * 4);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.hash != 0) free_slot(slot.hash) = slot;
  }
}

}  // namespace pullquote
