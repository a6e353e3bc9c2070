// SPDX-License-Identifier: GPL-3.0-or-later
/// What an input is, by its first bytes.
#pragma once

#include <cstdint>
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
};

struct Sniffed {
  InputFormat format = InputFormat::Text;
  RecordLayout layout = RecordLayout::Page;
  /// Not empty: this is no input for us ("binary file", "unsupported format"), and why.
  std::string refusal;
  std::string detail;
};

/// Looks at the first decompressed bytes of an input (64 KiB are plenty). A format that the user
/// has named is taken over, but binary data is still refused.
Sniffed sniff(std::string_view head, std::optional<InputFormat> format);

}  // namespace pullquote
