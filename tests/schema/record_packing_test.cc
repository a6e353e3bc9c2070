// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/record_packing.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "schema/store/checksum.h"
#include "schema/store/object_bytes.h"

using namespace pullquote;

namespace {

/// Records as a database has them: short, and much alike.
std::vector<std::string> records_alike() {
  std::vector<std::string> records;
  for (int i = 0; i < 500; ++i) {
    const std::string number = std::to_string(i * i * 31);
    records.push_back("\x01\x01 https://coast.example/harbour/" + number +
                      " The harbour master said that ferry " + number +
                      " would sail again before the end of the week.");
  }
  return records;
}

std::string dictionary_of(const std::vector<std::string>& records) {
  DictionarySample sample;
  for (const std::string& record : records) sample.add(record);
  return sample.train(16 << 10);
}

const UnpackingDictionary kNoDictionary = UnpackingDictionary::over("").value();

std::string packed(std::string record, std::string_view dictionary, int level = 3) {
  const PackingDictionary packing(dictionary, level);
  RecordPacker(packing).pack(record);
  return record;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(record_packing)

BOOST_AUTO_TEST_CASE(records_come_back_as_they_were) {
  const std::vector<std::string> records = records_alike();
  const std::string dictionary = dictionary_of(records);
  BOOST_REQUIRE(!dictionary.empty());
  const PackingDictionary packing(dictionary, kUsualPackingLevel);
  RecordPacker packer(packing);
  const auto unpacking = UnpackingDictionary::over(dictionary);
  BOOST_REQUIRE(unpacking.has_value());
  RecordUnpacker unpacker;
  for (const std::string& record : records) {
    std::string stored = record;
    packer.pack(stored);
    BOOST_REQUIRE(is_packed(stored));
    BOOST_TEST(stored.size() < record.size());
    BOOST_TEST(unpacker.unpack(stored, *unpacking).value() == record);
  }
}

BOOST_AUTO_TEST_CASE(a_dictionary_makes_short_records_shorter) {
  const std::vector<std::string> records = records_alike();
  const std::string with = packed(records[7], dictionary_of(records));
  BOOST_TEST(2 * with.size() < packed(records[7], "").size());
}

BOOST_AUTO_TEST_CASE(of_too_few_records_nothing_is_learnt_and_packing_goes_on_without) {
  BOOST_TEST(dictionary_of({}) == "");
  BOOST_TEST(dictionary_of({"one record"}) == "");
  const std::string record = "\x01" + std::string(5000, 'x');
  BOOST_TEST(RecordUnpacker().unpack(packed(record, ""), kNoDictionary).value() == record);
}

BOOST_AUTO_TEST_CASE(a_record_that_would_not_become_shorter_stays_plain) {
  BOOST_TEST(packed("\x01 no", "") == "\x01 no");
  BOOST_TEST(!is_packed("\x01 no"));
  BOOST_TEST(!is_packed(""));
}

BOOST_AUTO_TEST_CASE(at_level_0_every_record_stays_plain) {
  const std::string record = "\x01" + std::string(5000, 'x');
  BOOST_TEST(packed(record, "", 0) == record);
}

BOOST_AUTO_TEST_CASE(a_dictionary_grows_with_the_records_within_bounds) {
  BOOST_TEST(dictionary_bytes_for(0) == 16'384u);
  BOOST_TEST(dictionary_bytes_for(10'000'000) == 100'000u);
  BOOST_TEST(dictionary_bytes_for(UINT64_MAX) == 524'288u);
}

BOOST_AUTO_TEST_CASE(what_is_no_dictionary_of_zstd_is_not_taken_for_one) {
  const std::string dictionary = dictionary_of(records_alike());
  BOOST_TEST(!UnpackingDictionary::over(dictionary.substr(0, 40)).has_value());
}

BOOST_AUTO_TEST_CASE(a_damaged_or_missing_dictionary_is_refused) {
  const std::string dictionary = dictionary_of(records_alike());
  const std::uint32_t checksum = crc32_of(dictionary);
  const std::string encoded = std::string(bytes_of(checksum)) + dictionary;
  BOOST_TEST((decode_dictionary(encoded) == dictionary));
  BOOST_TEST(!decode_dictionary("").has_value());
  BOOST_TEST(!decode_dictionary(encoded.substr(0, encoded.size() - 1)).has_value());
  for (const std::size_t at : {std::size_t{0}, std::size_t{4}, encoded.size() / 2}) {
    std::string damaged = encoded;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    BOOST_TEST(!decode_dictionary(damaged).has_value());
  }
}

BOOST_AUTO_TEST_CASE(damaged_packed_records_are_refused) {
  const std::string record = "\x01" + std::string(300'000, 'x');
  const std::string whole = packed(record, "");
  RecordUnpacker unpacker;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    BOOST_TEST(
        !unpacker.unpack(std::string_view(whole).substr(0, size), kNoDictionary).has_value());
  }
  BOOST_TEST(!unpacker.unpack(record, kNoDictionary).has_value());  // a plain one is not packed
  // A frame of one block that claims to hold 2^40 bytes: descriptor, size, an empty last block.
  const std::string claim =
      std::string("\x02\xE0\0\0\0\0\0\x01\0\0", 10) + std::string("\x01\0\0", 3);
  BOOST_TEST(!unpacker.unpack(claim, kNoDictionary).has_value());
  BOOST_TEST(unpacker.unpack(whole, kNoDictionary).value() ==
             record);  // and it goes on after all that
}

BOOST_AUTO_TEST_CASE(a_sound_frame_of_more_than_any_record_has_is_refused_unread) {
  // Blocks that each repeat one byte 2^17 times, and so many that the frame is right.
  constexpr std::uint64_t kBlocks = (kMostRecordBytes >> 17) + 1;
  const auto append = [](std::string& to, std::uint64_t value, int bytes) {
    for (; bytes > 0; --bytes, value >>= 8) to += static_cast<char>(value & 0xFF);
  };
  std::string bomb = "\x02\xE0";
  append(bomb, kBlocks << 17, 8);
  for (std::uint64_t block = 1; block <= kBlocks; ++block) {
    append(bomb, (block == kBlocks ? 1 : 0) | 1 << 1 | (1 << 17) << 3, 3);
    bomb += 'x';
  }
  RecordUnpacker unpacker;
  BOOST_TEST(!unpacker.unpack(bomb, kNoDictionary).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
