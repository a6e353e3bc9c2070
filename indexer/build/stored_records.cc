// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/stored_records.h"

#include <utility>

#include "schema/io/index_damage.h"
#include "schema/store/doc_id.h"

namespace pullquote {
namespace {

[[noreturn]] void throw_corrupt(const std::filesystem::path& database, const std::string& what) {
  throw_index_corrupt(database.string() + ": " + what);
}

}  // namespace

StoredRecords::StoredRecords(Xapian::Database database, std::filesystem::path path)
    : database_(std::move(database)), path_(std::move(path)) {}

std::string StoredRecords::read(DocId docid) const {
  std::string stored = database_.get_document(docid).get_data();
  if (!is_packed(stored)) return stored;
  std::optional<std::string> record = unpacker_.unpack(stored, dictionary());
  if (record) return std::move(*record);
  throw_corrupt(path_, "the record of document " + std::to_string(docid) + " cannot be unpacked");
}

const UnpackingDictionary& StoredRecords::dictionary() const {
  if (dictionary_) return *dictionary_;
  const std::string value = database_.get_metadata(kDictionaryKey);
  if (const auto bytes = decode_dictionary(value)) {
    dictionary_bytes_ = *bytes;
    dictionary_ = UnpackingDictionary::over(dictionary_bytes_);
  }
  if (dictionary_) return *dictionary_;
  throw_corrupt(path_, "the dictionary that its records are packed with is missing or damaged");
}

}  // namespace pullquote
