// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/version_file.h"

#include "indexer/build/glass/encoding.h"

namespace pullquote::glass {
namespace {

/// Magic, then the format version 1.4 writes (a date since 2015, packed as year, month and day).
constexpr std::string_view kMagic{"\x0f\x0dXapian Glass\x04\x6e", 16};
constexpr std::uint64_t kRevision = 1;

}  // namespace

std::string encode_version_file(const std::array<unsigned char, 16>& uuid, const TableRoots& roots,
                                const DatabaseStatistics& statistics) {
  std::string out(kMagic);
  out.append(uuid.begin(), uuid.end());
  append_uint(out, kRevision);
  out += roots.postlist + roots.docdata + roots.termlist + roots.position + roots.spelling +
         roots.synonym;
  append_uint(out, statistics.document_count);
  append_uint(out, 0);  // last docid beyond the count: docids have no holes
  append_uint(out, statistics.shortest);
  append_uint(out, statistics.wdf_upper_bound);
  append_uint(out, statistics.longest - statistics.wdf_upper_bound);
  append_uint(out, 0);  // oldest changeset
  append_uint(out, statistics.total_length);
  append_uint(out, 0);  // upper bound of spelling frequencies
  return out;
}

}  // namespace pullquote::glass
