// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes decode or are refused; what decodes survives another round.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "schema/store/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)pullquote::decode_record_head(bytes);
  const auto article = pullquote::decode_record(bytes);
  if (!article) return 0;
  std::string first;
  pullquote::encode_record(*article, first);
  const auto again = pullquote::decode_record(first);
  if (!again) std::abort();
  std::string second;
  pullquote::encode_record(*again, second);
  // Bytes rather than articles: a confidence may be no number, which equals nothing.
  if (first != second) std::abort();
  return 0;
}
