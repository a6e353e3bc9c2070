// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts items out of feeds, news messages and SGML collections, element by element.
///
/// A record is the outermost element of a name that the layout knows, whatever stands around it;
/// what stands before the first of them is the context. Tags are only matched by that one name, so
/// that an item whose inside is broken ends where it says so. A file of any size is read in the
/// memory of one item.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decoding/markup_scanner.h"
#include "indexer/inputs/record_cutter.h"

namespace pullquote {

class MarkupCutter final : public LayoutCutter {
 public:
  MarkupCutter(RecordLayout layout, const ReaderLimits& limits)
      : layout_(layout), limits_(limits) {}
  std::optional<CutPiece> next(ByteWindow& window) override;

 private:
  bool is_record(std::string_view name) const;
  bool same_name(std::string_view a, std::string_view b) const;
  bool find_start(ByteWindow& window);
  void note_root(const MarkupToken& token);
  std::optional<CutPiece> end(const ByteWindow& window);
  std::optional<CutPiece> cut(ByteWindow& window);
  CutPiece skip(ByteWindow& window, std::size_t scanned, std::size_t open, CutFailure failure);

  RecordLayout layout_;
  ReaderLimits limits_;
  std::string name_;           ///< of the record's element
  std::string kept_;           ///< context so far, while its window is being moved on
  std::string root_;           ///< name of the document's element, if that is no record
  bool is_root_open_ = false;  ///< the end tag of root_ has not come yet
  bool ends_in_token_ = false;
  bool keeps_context_ = true;  ///< still before the first record
  bool found_any_ = false;
  bool reported_none_ = false;
};

}  // namespace pullquote
