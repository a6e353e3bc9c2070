// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes as a file of quote families, with whatever checksums they need to be believed:
/// refused, or read without leaving them.
#include <cstdint>

#include "pullquote/error.h"
#include "schema/store/families.h"
#include "tests/fuzz/columns_input.h"

namespace {

using namespace pullquote;

/// What the format counts.
constexpr std::uint32_t kColumns = 19;
constexpr std::uint32_t kByteColumns = 2;

template <class Read>
void ignoring_corruption(Read read) {
  try {
    read();
  } catch (const IndexCorrupt&) {
  }
}

/// Columns of equal numbers take no room, so that a small file may have millions of rows.
constexpr std::uint32_t kMostRows = 10000;

void read_all(const FamiliesFile& file) {
  for (std::uint32_t i = 0; i < std::min(file.families(), kMostRows); ++i) {
    ignoring_corruption([&] { (void)file.family(i); });
    ignoring_corruption([&] {
      for (const std::uint32_t member : file.members(i)) {
        if (member >= file.quotes()) (void)file.echo(member - file.quotes());
      }
    });
  }
  for (std::uint32_t i = 0; i < std::min(file.quotes(), kMostRows); ++i) {
    ignoring_corruption([&] { (void)file.quote_family(i); });
    ignoring_corruption([&] { (void)file.speaker(file.quote_speaker(i)); });
  }
  for (std::uint32_t i = 0; i < std::min(file.articles(), kMostRows); ++i) {
    ignoring_corruption([&] { (void)file.outlet(file.outlet_of_article(i)); });
  }
  ignoring_corruption([&] { (void)file.word_count(); });
  ignoring_corruption([&] { file.check_all(); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const bool sealed : {false, true}) {
    ignoring_corruption([&] {
      read_all(FamiliesFile(fuzz::columns_file({data, size}, sealed, kColumns, kByteColumns)));
    });
  }
  return 0;
}
