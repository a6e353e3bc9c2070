// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/columns.h"

#include <cassert>

namespace pullquote {
namespace {

constexpr ColumnsKind kKind{.magic = "PQCOLUMN", .version = 2, .columns = 4};

}  // namespace

std::string encode_columns(const Columns& columns) {
  assert(columns.published.size() == columns.lengths.size());
  PackedColumnsWriter writer(kKind);
  writer.add(columns.published);
  for (const auto field : {&FieldLengths::headline, &FieldLengths::quotes, &FieldLengths::rest}) {
    std::vector<std::uint32_t> words;
    words.reserve(columns.lengths.size());
    for (const FieldLengths& lengths : columns.lengths) words.push_back(lengths.*field);
    writer.add(words);
  }
  return writer.bytes();
}

MappedColumns::MappedColumns(const std::filesystem::path& file) : columns_(file, kKind) {
  for (const std::uint32_t lengths : {1, 2, 3}) {
    if (columns_.size(lengths) != size()) {
      columns_.throw_damaged("its columns are not equally long");
    }
  }
}

}  // namespace pullquote
