// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/char_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

#include "schema/analysis/folding.h"
#include "schema/analysis/letter_folding.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// Whether NFC may change a word because of `c`: it is not in NFC itself, may combine with what
/// stands before it, or is a mark that must stand in order.
bool may_compose(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfc = *icu::Normalizer2::getNFCInstance(status);
  const bool half_width_kana = c >= 0xFF66 && c <= 0xFF9F;  // see compose()
  return half_width_kana || nfc.getCombiningClass(static_cast<UChar32>(c)) != 0 ||
         nfc.quickCheck(icu::UnicodeString(static_cast<UChar32>(c)), status) != UNORM_YES;
}

}  // namespace

CharInfo compute_char_info(char32_t c) {
  if (c >= 0xD800 && c < 0xE000) return {};
  CharInfo info;
  info.kind = classify(c);
  info.mark = is_combining(c);
  info.loses_marks = loses_marks(c);
  info.may_compose = may_compose(c);
  std::string text;
  append_code_point(text, u_tolower(static_cast<UChar32>(c)));
  info.lowered_bytes = static_cast<std::uint8_t>(text.copy(info.lowered.data(), 4));
  text.clear();
  append_folded_letter(c, text);
  const bool fits = text.size() <= info.folded.size();
  info.folded_bytes = fits ? static_cast<std::uint8_t>(text.size()) : CharInfo::kLong;
  if (fits) text.copy(info.folded.data(), text.size());
  return info;
}

namespace detail {

constinit std::array<std::atomic<const CharBlock*>, 0x10000 / kBlockSize> char_blocks{};

const CharBlock& fill_block(char32_t index) {
  auto block = std::make_unique<CharBlock>();
  for (char32_t i = 0; i < kBlockSize; ++i) (*block)[i] = compute_char_info(index * kBlockSize + i);
  const CharBlock* published = nullptr;
  const bool first = char_blocks[index].compare_exchange_strong(
      published, block.get(), std::memory_order_acq_rel, std::memory_order_acquire);
  return first ? *block.release() : *published;
}

}  // namespace detail

}  // namespace pullquote
