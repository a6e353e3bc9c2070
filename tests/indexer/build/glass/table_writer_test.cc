// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/table_writer.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "tests/support/temporary_directory.h"

BOOST_AUTO_TEST_SUITE(table_writer)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

constexpr std::size_t kBlockBytes = 8192;

/// Blocks of a table of so many tags of one size.
std::size_t blocks_of(int tags, std::size_t bytes) {
  const TemporaryDirectory folder;
  glass::TableWriter table(folder / "table.glass", {});
  for (int i = 0; i < tags; ++i) table.add(fmt::format("key-{:06}", i), std::string(bytes, 'x'));
  table.finish();
  return std::filesystem::file_size(folder / "table.glass") / kBlockBytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(blocks_are_filled_to_their_end) {
  // An item is its key (10 bytes), its tag and 5 bytes, a tag divided over two blocks has 17 more;
  // a hundredth is for the branches and for rooms that are not worth dividing a tag for.
  for (const std::size_t bytes : {500u, 1100u, 1900u, 3000u}) {
    const std::size_t items = 1000 * (bytes + 15 + 17);
    BOOST_TEST(blocks_of(1000, bytes) <= items / (kBlockBytes - 11) * 101 / 100 + 2,
               "tags of " << bytes << " bytes");
  }
}

BOOST_AUTO_TEST_SUITE_END()
