// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON objects to articles: the records of JSON Lines, and sidecars.
///
/// Which record field is which article field: ReaderOptions::field_map where it names the article
/// field (a path "content.text", several separated by commas, or nothing to switch the field off),
/// else default_names(). Values may be strings, numbers where that makes sense, objects with a
/// "name" or the like, and arrays of these. Markup and entities in texts are resolved.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "indexer/formats/record_reader.h"

namespace pullquote {

/// One thread at a time; keeps its parser's memory between records.
class JsonReader {
 public:
  /// @throws Error when options.field_map names an unknown article field.
  explicit JsonReader(const ReaderOptions& options);
  ~JsonReader();
  JsonReader(JsonReader&&) noexcept;
  JsonReader& operator=(JsonReader&&) noexcept;

  /// One object to one outcome.
  void parse(const RawRecord& record, const RecordSink& sink);

  /// What a sidecar states, or why it cannot be read.
  std::variant<Article, std::string> parse_sidecar(std::string_view json);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote
