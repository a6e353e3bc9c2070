// SPDX-License-Identifier: GPL-3.0-or-later
/// What the readers' fuzz targets share: bytes as a file of one format, cut and parsed to the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/inputs/open_input.h"
#include "pullquote/article_reader.h"

namespace pullquote::fuzz {

inline void check(const Article& article) {
  if (article.id.empty() || (article.headline.empty() && article.body.empty())) std::abort();
  for (std::string_view text :
       {std::string_view(article.headline), std::string_view(article.body)}) {
    // Markup may be text, control characters may not.
    for (char c : text) {
      if (c == '\0' || c == '\r' || c == '\x1E' || c == '\x1F') std::abort();
    }
  }
}

/// Any bytes come to an end, and every record gives something: articles as they should be,
/// rejections with a reason.
inline int read_everything(const std::uint8_t* data, std::size_t size,
                           std::optional<InputFormat> format) {
  ReaderOptions options;
  options.format = format;
  options.keep_blocks = true;
  options.limits.record_bytes = 1 << 20;
  auto opened = open_input(
      ByteStream(source_of(std::string(reinterpret_cast<const char*>(data), size)), options.limits),
      options);
  if (const auto* failure = std::get_if<CutFailure>(&opened)) {
    if (failure->reason.empty()) std::abort();
    return 0;
  }
  auto& input = std::get<OpenInput>(opened);
  if (input.is_archive) return 0;
  RecordParser parser(options);
  RawRecord record;
  record.where.source = record.where.relative_path = "seed";
  while (auto piece = input.cutter.next()) {
    if (const auto* failure = std::get_if<CutFailure>(&*piece)) {
      if (failure->reason.empty()) std::abort();
      continue;
    }
    ++record.where.number;
    record.format = input.format;
    record.charset = input.charset;
    record.context = input.cutter.context();
    record.bytes = std::move(std::get<CutRecord>(*piece).bytes);
    if (record.bytes.size() > 4 * size + 16) std::abort();
    std::size_t outcomes = 0;
    parser.parse(record, [&](ReadOutcome&& outcome) {
      ++outcomes;
      if (const auto* parsed = std::get_if<ParsedArticle>(&outcome)) check(parsed->article);
      const auto* rejection = std::get_if<Rejection>(&outcome);
      if (rejection != nullptr && rejection->reason.empty()) std::abort();
    });
    if (outcomes == 0) std::abort();
  }
  return 0;
}

}  // namespace pullquote::fuzz
