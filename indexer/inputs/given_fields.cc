// SPDX-License-Identifier: GPL-3.0-or-later
/// The precedence of what is given, in the order of the lines of complete().
#include "indexer/inputs/given_fields.h"

#include <utility>

#include "indexer/decoding/charset.h"

namespace pullquote {

GivenFields::GivenFields(const ReaderOptions& options)
    : json_(options), path_fields_(options.path_fields), use_file_times_(options.use_file_times) {
  for (const auto& [name, value] : options.set) {
    const ArticleField field = require_article_field(name);
    if (!assign_field(set_, field, {clean_utf8(value)}) && !value.empty()) {
      throw Error("'" + value + "' is no value for the field '" + name + "'");
    }
  }
}

void GivenFields::complete(const RawRecord& record, Article& article) {
  if (!record.sidecar.empty()) {
    read_sidecar(record.sidecar);
    fill_missing(article, sidecar_);
  }
  fill_missing(article, set_);
  Article from_path;
  if (path_fields_.match(record.where.relative_path, from_path)) fill_missing(article, from_path);
  if (use_file_times_ && record.where.file_time && !article.published) {
    article.published = Timestamp{*record.where.file_time, TimePrecision::Second, std::int16_t{0}};
  }
}

const std::string& GivenFields::sidecar_problem(const RawRecord& record) {
  read_sidecar(record.sidecar);
  return sidecar_problem_;
}

void GivenFields::read_sidecar(const std::string& bytes) {
  if (bytes == sidecar_bytes_) return;
  sidecar_bytes_ = bytes;
  sidecar_ = Article();
  sidecar_problem_.clear();
  if (bytes.empty()) return;
  auto parsed = json_.parse_sidecar(bytes);
  if (auto* article = std::get_if<Article>(&parsed)) {
    sidecar_ = std::move(*article);
  } else {
    sidecar_problem_ = std::get<std::string>(std::move(parsed));
  }
}

}  // namespace pullquote
