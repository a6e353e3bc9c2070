// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes are an archive whose members come to an end, or a failure that says why.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include "indexer/inputs/archive_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pullquote;
  ReaderLimits limits;
  limits.records = 100;
  limits.input_bytes = 4 << 20;
  ArchiveReader reader(
      ByteStream(source_of(std::string(reinterpret_cast<const char*>(data), size)), limits),
      limits);
  while (auto next = reader.next()) {
    if (const auto* failure = std::get_if<StreamFailure>(&*next)) {
      if (failure->reason.empty()) std::abort();
      continue;
    }
    ByteStream member = reader.open_member();
    std::array<char, 4096> block;
    while (member.read(block) == block.size()) {
    }
  }
  return 0;
}
