// SPDX-License-Identifier: GPL-3.0-or-later
/// What an input is, by its first bytes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pullquote/article_reader.h"

namespace pullquote {

/// How a file is cut into records.
enum class RecordLayout : std::uint8_t {
  Page,        ///< the whole file
  Lines,       ///< one JSON object a line
  JsonValues,  ///< JSON over several lines: an array of objects, or objects one after another
  CsvRows,
  RssItems,  ///< from here, elements of XML or SGML
  AtomEntries,
  G2Items,
  NewsMlItems,
  NitfDocuments,
  SgmlDocuments,
  WireMessages,
  WarcRecords,
  ArcRecords,
};

struct Sniffed {
  InputFormat format = InputFormat::Text;
  RecordLayout layout = RecordLayout::Page;
  /// Not empty: this is no input for us ("binary file", "unsupported format"), and why.
  std::string refusal;
  std::string detail;
  bool is_archive = false;  ///< a ZIP or tar archive, to be read member by member
};

/// Looks at the first decompressed bytes of an input (64 KiB are plenty). A format that the user
/// has named is taken over, but binary data is still refused. `field_map` (ReaderOptions) may name
/// columns by which a CSV file is known.
Sniffed sniff(std::string_view head, std::optional<InputFormat> format,
              const std::map<std::string, std::string>& field_map = {});

}  // namespace pullquote
