// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/block_checksum.h"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <cstring>
#include <random>
#include <string>

#include "schema/store/object_bytes.h"

BOOST_AUTO_TEST_SUITE(block_checksums)

using namespace pullquote;

namespace {

std::string random_bytes(std::size_t size, std::mt19937& random) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

/// What block_checksum.h says, word by word.
std::uint32_t checksum_by_words(const std::string& bytes) {
  constexpr std::size_t kColumns = 16;
  constexpr std::uint32_t kWeights[kColumns] = {0x243F6A89u, 0x85A308D3u, 0x13198A2Fu, 0x03707345u,
                                                0xA4093823u, 0x299F31D1u, 0x082EFA99u, 0xEC4E6C89u,
                                                0x452821E7u, 0x38D01377u, 0xBE5466CFu, 0x34E90C6Du,
                                                0xC0AC29B7u, 0xC97C50DDu, 0x3F84D5B5u, 0xB5470917u};
  const std::size_t strides = (bytes.size() + 63) / 64;
  std::string padded = bytes;
  padded.resize(strides * 64);
  auto sum = static_cast<std::uint32_t>(bytes.size());
  for (std::size_t i = 0; i < strides * kColumns; ++i) {
    std::uint32_t word;
    std::memcpy(&word, &padded[i * sizeof word], sizeof word);
    const auto from_end = static_cast<std::uint32_t>(strides - i / kColumns);
    sum += word * (1 + 0x9E3779B8u * from_end) * kWeights[i % kColumns];
  }
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_checksum_is_the_weighted_sum_that_files_are_written_with) {
  std::mt19937 random(4);
  for (std::size_t size = 0; size <= 300; ++size) {
    const std::string bytes = random_bytes(size, random);
    BOOST_TEST(block_checksum(bytes) == checksum_by_words(bytes), size << " bytes");
  }
}

BOOST_AUTO_TEST_CASE(a_checksum_notices_every_change_of_one_byte) {
  std::mt19937 random(1);
  for (const std::size_t size :
       {1u, 3u, 4u, 15u, 16u, 17u, 31u, 63u, 64u, 65u, 127u, 128u, 129u, 200u}) {
    std::string bytes = random_bytes(size, random);
    const std::uint32_t checksum = block_checksum(bytes);
    std::size_t unnoticed = 0;
    for (char& byte : bytes) {
      for (unsigned flip = 1; flip < 256; ++flip) {
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ flip);
        unnoticed += block_checksum(bytes) == checksum ? 1 : 0;
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ flip);
      }
    }
    BOOST_TEST(unnoticed == 0u, size << " bytes");
  }
}

BOOST_AUTO_TEST_CASE(a_checksum_notices_small_words_in_another_order) {
  std::mt19937 random(2);
  std::vector<std::uint32_t> words(60);
  for (std::uint32_t& word : words) word = random() & 0xFFFF;
  const auto checksum = [&] {
    return block_checksum(
        {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(std::uint32_t)});
  };
  const std::uint32_t before = checksum();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    for (std::size_t j = i + 1; j < words.size(); ++j) {
      if (words[i] == words[j]) continue;
      std::swap(words[i], words[j]);
      BOOST_TEST(checksum() != before, i << " and " << j);
      std::swap(words[i], words[j]);
    }
  }
}

BOOST_AUTO_TEST_CASE(
    words_of_a_column_that_change_places_go_unnoticed_in_their_highest_bits_alone) {
  // Word 5 of two strides of 16 words that lie `apart` strides from each other.
  const auto unnoticed = [](std::size_t apart, std::uint32_t difference) {
    std::vector<std::uint32_t> words(16 * (apart + 2), 7);
    words[5] = 1000;
    words[5 + 16 * apart] = 1000 + difference;
    const std::uint32_t before = block_checksum(bytes_of(words));
    std::swap(words[5], words[5 + 16 * apart]);
    return block_checksum(bytes_of(words)) == before;
  };
  BOOST_TEST(unnoticed(1, 1u << 29));
  BOOST_TEST(!unnoticed(1, 1u << 28));
  BOOST_TEST(unnoticed(3, 1u << 29));
  BOOST_TEST(!unnoticed(3, 1u << 28));
  BOOST_TEST(unnoticed(4, 1u << 27));
  BOOST_TEST(!unnoticed(4, 1u << 26));
}

BOOST_AUTO_TEST_CASE(a_checksum_notices_zeros_that_were_cut_off_or_added) {
  for (std::size_t size = 0; size < 64; ++size) {
    BOOST_TEST(block_checksum(std::string(size, '\0')) !=
               block_checksum(std::string(size + 1, '\0')));
  }
}

BOOST_AUTO_TEST_SUITE_END()
