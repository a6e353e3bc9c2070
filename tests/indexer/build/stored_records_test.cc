// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/stored_records.h"

#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <string>

#include "pullquote/error.h"

using namespace pullquote;

namespace {

const std::string kRecord = "\x01" + std::string(2000, 'x');

std::string packed_record() {
  std::string record = kRecord;
  const PackingDictionary packing("", 3);
  RecordPacker(packing).pack(record);
  return record;
}

Xapian::WritableDatabase database_with(const std::string& data) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  document.set_data(data);
  database.add_document(document);
  return database;
}

auto says(const std::string& words) {
  return [words](const IndexCorrupt& error) {
    const std::string text = error.what();
    return text.starts_with("INDEX/articles: ") && text.find(words) != text.npos;
  };
}

}  // namespace

/// As the format before has it: behind its CRC-32, which is 0 of no bytes.
const std::string kEmptyDictionary(4, '\0');

BOOST_AUTO_TEST_SUITE(stored_records)

BOOST_AUTO_TEST_CASE(plain_records_need_no_dictionary) {
  BOOST_TEST(StoredRecords(database_with(kRecord), "INDEX/articles").read(1) == kRecord);
}

BOOST_AUTO_TEST_CASE(packed_records_are_unpacked_with_the_dictionary_of_their_database) {
  Xapian::WritableDatabase database = database_with(packed_record());
  database.set_metadata(kDictionaryKey, kEmptyDictionary);
  BOOST_TEST(StoredRecords(database, "INDEX/articles").read(1) == kRecord);
}

BOOST_AUTO_TEST_CASE(a_missing_or_damaged_dictionary_is_named) {
  Xapian::WritableDatabase database = database_with(packed_record());
  const StoredRecords without(database, "INDEX/articles");
  BOOST_CHECK_EXCEPTION(without.read(1), IndexCorrupt, says("missing or damaged"));
  database.set_metadata(kDictionaryKey, "damaged");
  const StoredRecords damaged(database, "INDEX/articles");
  BOOST_CHECK_EXCEPTION(damaged.read(1), IndexCorrupt, says("missing or damaged"));
}

BOOST_AUTO_TEST_CASE(a_damaged_record_is_named) {
  const std::string whole = packed_record();
  Xapian::WritableDatabase database = database_with(whole.substr(0, whole.size() - 1));
  database.set_metadata(kDictionaryKey, kEmptyDictionary);
  const StoredRecords records(database, "INDEX/articles");
  BOOST_CHECK_EXCEPTION(records.read(1), IndexCorrupt, says("document 1 cannot be unpacked"));
}

BOOST_AUTO_TEST_SUITE_END()
