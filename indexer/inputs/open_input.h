// SPDX-License-Identifier: GPL-3.0-or-later
/// A stream that has been looked at and is ready to be cut.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "indexer/inputs/record_cutter.h"
#include "indexer/inputs/sniff.h"

namespace pullquote {

struct OpenInput {
  RecordCutter cutter;
  InputFormat format = InputFormat::Text;
  RecordLayout layout = RecordLayout::Page;
  std::string charset;      ///< of all records, where the file as a whole tells; else empty
  bool is_archive = false;  ///< nothing to cut here: its members are inputs of their own
};

/// Recognises format and charset. `charset` is stated outside of the stream and goes before what
/// the stream itself declares.
/// @return a failure when nothing can be read from it.
std::variant<OpenInput, CutFailure> open_input(ByteStream stream, const ReaderOptions& options,
                                               std::string_view charset = {});

}  // namespace pullquote
