// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/csv_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/decoding/charset.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/csv_row.h"
#include "indexer/formats/field_text.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxColumns = 4096;

}  // namespace

void CsvReader::read_columns(const RawRecord& record) {
  if (record.context == context_) return;
  context_ = record.context;
  columns_ = {};
  column_count_ = 0;
  if (!context_) return;
  const std::string head = decode_text(*context_, record.charset).text;
  separator_ = csv_separator(head);
  const std::string_view row = std::string_view(head).substr(csv_separator_line(head));
  const std::vector<std::string> names = csv_fields(row, separator_);
  column_count_ = names.size();
  std::array<std::vector<std::pair<std::size_t, std::size_t>>, kArticleFieldCount> found;
  for (std::size_t column = 0; column < std::min(names.size(), kMaxColumns); ++column) {
    const auto meaning = names_.meaning(single_line(names[column]));
    if (meaning) found[static_cast<std::size_t>(meaning->field)].push_back({meaning->rank, column});
  }
  for (std::size_t field = 0; field < found.size(); ++field) {
    std::sort(found[field].begin(), found[field].end());
    for (const auto& [rank, column] : found[field]) columns_[field].push_back(column);
  }
}

void CsvReader::parse(const RawRecord& record, const RecordSink& sink) {
  read_columns(record);
  const std::vector<std::string> values =
      csv_fields(decode_text(record.bytes, record.charset).text, separator_);
  if (values.size() > column_count_) {
    return sink(reject(
        record, "more fields than columns",
        std::to_string(values.size()) + " fields, " + std::to_string(column_count_) + " columns"));
  }
  ParsedArticle parsed;
  parsed.format = to_string(InputFormat::Csv);
  for (std::size_t field = 0; field < columns_.size(); ++field) {
    for (std::size_t column : columns_[field]) {
      if (column >= values.size()) continue;
      std::string value = clean_value(values[column]);
      if (assign_field(parsed.article, static_cast<ArticleField>(field), {std::move(value)})) break;
    }
  }
  sink(std::move(parsed));
}

bool looks_like_csv(std::string_view text, const std::map<std::string, std::string>& field_map) {
  const char separator = csv_separator(text);
  text.remove_prefix(csv_separator_line(text));
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end > 64 * 1024) return false;
  const std::string_view row = text.substr(0, end);
  const std::vector<std::string> names = csv_fields(row, separator);
  if (names.size() < 2) return false;
  FieldNames meanings(field_map);
  bool has_text = false;
  std::size_t known = 0;
  for (const std::string& name : names) {
    const auto meaning = meanings.meaning(single_line(name));
    if (!meaning) continue;
    ++known;
    has_text |= meaning->field == ArticleField::Headline || meaning->field == ArticleField::Body;
  }
  return has_text && known >= 2;
}

}  // namespace pullquote
