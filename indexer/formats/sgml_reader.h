// SPDX-License-Identifier: GPL-3.0-or-later
/// Documents of SGML collections as TREC and Reuters have them: <DOC> and <REUTERS>.
///
/// An element is read as the article's field that its name means: in these collections by default
/// (DOCNO, HEAD, HL, TEXT, LP, DD, SO, ...), else as in JSON, or as --map says. Text belongs to the
/// innermost element that means something; elements without a meaning only keep paragraphs apart
/// (P, BR) or nothing.
#pragma once

#include "indexer/formats/field_names.h"
#include "indexer/formats/record_reader.h"

namespace pullquote {

/// One thread at a time.
class SgmlReader {
 public:
  /// @throws Error when options.field_map names an unknown article field.
  explicit SgmlReader(const ReaderOptions& options) : names_(options.field_map) {}

  /// One document to one outcome.
  void parse(const RawRecord& record, const RecordSink& sink);

 private:
  std::optional<FieldNames::Meaning> meaning_of(std::string_view element);

  FieldNames names_;
};

}  // namespace pullquote
