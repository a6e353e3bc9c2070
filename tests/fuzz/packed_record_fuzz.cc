// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes unpack or are refused; what unpacks survives another round. Records are decoded in
/// record_fuzz.cc.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "schema/store/record.h"
#include "schema/store/record_packing.h"

namespace {

/// The second half of the input is a dictionary when the first byte is odd.
std::string_view dictionary_in(std::string_view bytes) {
  return bytes.empty() || bytes.front() % 2 == 0 ? std::string_view()
                                                 : bytes.substr(bytes.size() / 2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)pullquote::decode_dictionary(bytes);
  const std::string dictionary(dictionary_in(bytes));
  const auto unpacking = pullquote::UnpackingDictionary::over(dictionary);
  if (!unpacking) return 0;
  pullquote::RecordUnpacker unpacker;
  if (const auto record = unpacker.unpack(bytes, *unpacking)) {
    (void)pullquote::decode_record(*record);
  }

  const std::string plain = "\x01" + std::string(bytes);
  std::string packed = plain;
  const pullquote::PackingDictionary packing(dictionary, 3);
  pullquote::RecordPacker(packing).pack(packed);
  if (!pullquote::is_packed(packed)) return packed == plain ? 0 : (std::abort(), 1);
  if (unpacker.unpack(packed, *unpacking) != plain) std::abort();
  return 0;
}
