// SPDX-License-Identifier: GPL-3.0-or-later
/// The records of an index of the format before, read through Xapian: what a database stores as
/// document data, as it was before it was packed.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <optional>
#include <string>

#include "schema/store/doc_id.h"
#include "schema/store/record_packing.h"

namespace pullquote {

/// One thread at a time, and no other thread may use the database.
class StoredRecords {
 public:
  /// @param path  of the database, for errors.
  StoredRecords(Xapian::Database database, std::filesystem::path path);

  /// The plain record of a document.
  /// @throws IndexCorrupt when it or the database's dictionary is damaged; Xapian::Error.
  std::string read(DocId docid) const;

 private:
  const UnpackingDictionary& dictionary() const;

  Xapian::Database database_;
  std::filesystem::path path_;
  mutable RecordUnpacker unpacker_;
  mutable std::string dictionary_bytes_;
  mutable std::optional<UnpackingDictionary> dictionary_;  ///< once a packed record was met
};

}  // namespace pullquote
