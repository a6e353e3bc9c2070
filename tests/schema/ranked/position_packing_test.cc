// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/position_packing.h"

#include <boost/test/unit_test.hpp>

#include <numeric>
#include <optional>
#include <random>
#include <vector>

BOOST_AUTO_TEST_SUITE(position_packing)

using namespace pullquote;

namespace {

using Numbers = std::vector<std::uint32_t>;

/// The gaps of each article of a block.
using Block = std::vector<Numbers>;

Block random_block(std::size_t articles, unsigned most_bits, std::size_t most_gaps,
                   std::mt19937_64& random) {
  Block block(articles);
  for (Numbers& gaps : block) {
    gaps.resize(random() % (most_gaps + 1));
    const auto bits = random() % (most_bits + 1);
    for (std::uint32_t& gap : gaps) {
      gap = static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << bits) - 1));
    }
  }
  return block;
}

struct Packed {
  explicit Packed(const Block& block) {
    Numbers gaps;
    for (const Numbers& article : block) {
      counts.push_back(static_cast<std::uint32_t>(article.size()));
      gaps.insert(gaps.end(), article.begin(), article.end());
    }
    width = append_positions(counts, gaps, bytes);
    size = bytes.size();
    bytes += std::string(8, '\xFF');
  }

  PackedPositions reader() const {
    PackedPositions positions;
    BOOST_TEST_REQUIRE(positions.enter(std::string_view(bytes).substr(0, size), width,
                                       static_cast<std::uint32_t>(counts.size())));
    return positions;
  }

  std::optional<Numbers> read(PackedPositions& from, std::uint32_t article) const {
    Numbers gaps(counts[article]);
    if (!from.read(counts, article, gaps)) return std::nullopt;
    return gaps;
  }

  Numbers counts;
  std::string bytes;
  std::size_t size = 0;
  PositionWidth width = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(gaps_of_all_widths_come_back_whichever_articles_are_asked_for) {
  std::mt19937_64 random(1);
  for (const std::size_t articles : {1u, 2u, 5u, 127u, 128u}) {
    for (unsigned bits = 0; bits <= 32; ++bits) {
      for (const std::size_t most : {1u, 3u, 40u}) {
        const Block block = random_block(articles, bits, most, random);
        const Packed packed(block);
        for (const std::size_t stride : {1u, 2u, 31u}) {
          PackedPositions positions = packed.reader();
          for (std::size_t i = random() % stride; i < articles; i += stride) {
            const auto article = static_cast<std::uint32_t>(i);
            BOOST_TEST_REQUIRE((packed.read(positions, article) == block[i]));
            BOOST_TEST_REQUIRE((packed.read(positions, article) == block[i]));
          }
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(narrow_articles_take_fewer_bits_than_the_widest) {
  Block block(128, Numbers(20, 3));
  block[60] = {1023};
  const Packed packed(block);
  // 2 bits of code an article; 10 bits less three steps of two for all but one.
  BOOST_TEST(packed.size == 32u + (127u * 20u * 4u + 10u + 7u) / 8u);
}

BOOST_AUTO_TEST_CASE(an_article_of_100000_gaps_lies_between_others) {
  std::mt19937_64 random(2);
  Block block = random_block(100, 9, 4, random);
  block[50] = random_block(1, 0, 0, random)[0];
  block[50].assign(100'000, 5);
  const Packed packed(block);
  for (const std::uint32_t article : {49u, 50u, 51u, 99u}) {
    PackedPositions positions = packed.reader();
    BOOST_TEST((packed.read(positions, article) == block[article]));
  }
}

BOOST_AUTO_TEST_CASE(gaps_beyond_the_bytes_and_impossible_widths_are_refused) {
  std::mt19937_64 random(3);
  const Block block = random_block(128, 9, 4, random);
  Packed packed(block);
  packed.counts[127] += 50;
  PackedPositions positions = packed.reader();
  BOOST_TEST((packed.read(positions, 126) == block[126]));
  BOOST_TEST(!packed.read(positions, 127).has_value());
  for (unsigned width = 0; width < 256; ++width) {
    PackedPositions any;
    const bool entered = any.enter("", static_cast<PositionWidth>(width), 3);
    const unsigned bits = width & 63;
    BOOST_TEST(!entered == (width > 63 || bits == 0 || bits > 32), "width " << width);
  }
}

BOOST_AUTO_TEST_SUITE_END()
