// SPDX-License-Identifier: GPL-3.0-or-later
/// Value slots as chunks of the postlist table.
///
/// A chunk's key is a zero byte, 0xd8, the slot and its first docid; its tag is the first value's
/// bytes with their length, then for each more value the docid's gap less 1 and the value. A slot's
/// statistics lie under a zero byte, 0xd0 and the slot (omitted when 0): frequency, lowest value
/// with its length, highest value unless it is the same.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/build/glass/table_writer.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {

/// Collects the values of a run of rising docids as finished chunks. One thread at a time.
class ValueChunks {
 public:
  void add(std::uint32_t slot, DocId docid, std::string_view value);

  /// Closes the last chunks; nothing can be added after it.
  void finish();

  /// Writes statistics and chunks of several finished runs, given in docid order.
  static void write(const std::vector<const ValueChunks*>& runs, TableWriter& table);

 private:
  struct Slot {
    std::uint64_t frequency = 0;
    std::string lowest;
    std::string highest;
    DocId first_docid = 0;  ///< of the open chunk
    DocId last_docid = 0;
    std::string open;                                           ///< tag of the open chunk
    std::vector<std::pair<std::uint32_t, std::string>> closed;  ///< first docid, tag
  };
  static void close_chunk(Slot& slot);

  std::map<std::uint32_t, Slot> slots_;
};

}  // namespace pullquote::glass
