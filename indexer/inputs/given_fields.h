// SPDX-License-Identifier: GPL-3.0-or-later
/// What a record doesn't say and somebody else does. In falling precedence: the record itself, its
/// sidecar, --set, --path-fields, the file's time. Only empty fields are filled.
#pragma once

#include <string>

#include "indexer/formats/json/json_reader.h"
#include "indexer/formats/record_reader.h"
#include "indexer/inputs/path_pattern.h"

namespace pullquote {

/// One thread at a time.
class GivenFields {
 public:
  /// @throws Error for unknown fields, values that do not fit, and malformed path patterns.
  explicit GivenFields(const ReaderOptions& options);

  /// Fills the gaps of `article`.
  void complete(const RawRecord& record, Article& article);

  /// Why the sidecar of `record` cannot be read; empty when it can or there is none.
  const std::string& sidecar_problem(const RawRecord& record);

 private:
  void read_sidecar(const std::string& bytes);

  JsonReader json_;
  Article set_;
  PathPattern path_fields_;
  bool use_file_times_;
  std::string sidecar_bytes_;  ///< of the sidecar read last: records of one file share theirs
  Article sidecar_;
  std::string sidecar_problem_;
};

}  // namespace pullquote
