// SPDX-License-Identifier: GPL-3.0-or-later
/// A record cut out of a larger document, with the elements it stood in.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "indexer/formats/record_reader.h"
#include "indexer/formats/xml/xml_tree.h"

namespace pullquote {

/// What stood before the records of a file: "<rss ...><channel><title>...".
struct XmlContext {
  std::string start_tags;       ///< of the elements that were still open, one after another
  std::optional<XmlTree> tree;  ///< of all of it, closed where it was left off
};

/// Parses records, keeping the context of the file read last. One thread at a time.
class XmlRecordParser {
 public:
  struct Record {
    XmlTree tree;
    XmlElement element;         ///< the record itself, within the elements of the context
    const XmlContext& context;  ///< until the next call
  };

  /// @return a message when the record is no XML.
  std::variant<Record, std::string> parse(const RawRecord& record);

 private:
  void read_context(const RawRecord& record);

  std::shared_ptr<const std::string> bytes_;  ///< of the context below; keeps it from being reused
  XmlContext context_;
};

}  // namespace pullquote
