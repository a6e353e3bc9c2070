// SPDX-License-Identifier: GPL-3.0-or-later
/// iamglass: the file that makes a folder of tables a database.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace pullquote::glass {

/// Serialised roots in the order of the file.
struct TableRoots {
  std::string postlist;
  std::string docdata;
  std::string termlist;
  std::string position;
  std::string spelling;
  std::string synonym;
};

struct DatabaseStatistics {
  std::uint64_t document_count = 0;
  std::uint64_t total_length = 0;
  std::uint32_t shortest = 0;  ///< of the documents that have a length; 0: none has
  std::uint32_t longest = 0;
  std::uint32_t wdf_upper_bound = 0;
};

/// The bytes of the file: magic, format version, uuid, revision, roots, statistics.
std::string encode_version_file(const std::array<unsigned char, 16>& uuid, const TableRoots& roots,
                                const DatabaseStatistics& statistics);

}  // namespace pullquote::glass
