// SPDX-License-Identifier: GPL-3.0-or-later
/// One pass over an object's members picks the best candidate for each article field; the chosen
/// values are then turned into text.
#include "indexer/formats/json/json_reader.h"

#include <simdjson.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "indexer/decoding/charset.h"
#include "indexer/decoding/json_repair.h"
#include "indexer/formats/article_fields.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/json/json_dialects.h"
#include "indexer/formats/json/json_values.h"

namespace pullquote {
namespace {

namespace dom = simdjson::dom;

/// The fields without which, or with which wrong, an article would not be itself.
bool is_essential(ArticleField field) {
  return field == ArticleField::Headline || field == ArticleField::Body ||
         field == ArticleField::Id || field == ArticleField::Url ||
         field == ArticleField::Published || field == ArticleField::Modified;
}

JsonNumbers numbers_of(ArticleField field) {
  switch (field) {
    case ArticleField::Headline:
    case ArticleField::Standfirst:
    case ArticleField::Body:
    case ArticleField::Url:
      return JsonNumbers::Refused;
    default:
      return JsonNumbers::Accepted;
  }
}

bool is_empty(dom::element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }
  dom::array array;
  if (value.get(array) == simdjson::SUCCESS) return array.begin() == array.end();
  return value.is_null();
}

struct FieldValue {
  dom::element value;
  std::size_t rank = std::numeric_limits<std::size_t>::max();  ///< in the table of names
};
using FieldValues = std::array<FieldValue, kArticleFieldCount>;

}  // namespace

struct JsonReader::Impl {
  dom::parser parser;
  FieldNames names;
  std::uint32_t nesting_depth;
  std::optional<InputFormat> dialect;  ///< asked for; else found by content
  bool finds_dialects;                 ///< nobody has said what the names mean

  explicit Impl(const ReaderOptions& options)
      : names(options.field_map),
        nesting_depth(options.limits.nesting_depth),
        dialect(options.format),
        finds_dialects(options.field_map.empty() && !options.format) {}

  /// The element, or why there is none.
  std::variant<dom::element, Rejection> parse_json(std::string_view json) {
    if (json.size() > parser.capacity()) {
      // The parser's depth is only honoured when its memory is asked for by hand.
      const auto error = parser.allocate(json.size() + json.size() / 2 + 4096, nesting_depth);
      if (error) return Rejection{"", 0, "out of memory", simdjson::error_message(error)};
    }
    dom::element root;
    auto error = parser.parse(json.data(), json.size()).get(root);
    std::string repaired;
    if (is_repairable(error)) {
      repaired = repair_json_strings(decode_text(json).text);
      if (repaired.size() > parser.capacity()) {
        error = parser.allocate(repaired.size(), nesting_depth);
      }
      if (!error || is_repairable(error)) error = parser.parse(repaired).get(root);
    }
    if (!error) return root;
    if (error == simdjson::DEPTH_ERROR) return Rejection{"", 0, "nested too deeply", ""};
    if (ends_inside_value(json)) return Rejection{"", 0, "JSON ends in the middle", ""};
    return Rejection{"", 0, "invalid JSON", simdjson::error_message(error)};
  }

  static bool is_repairable(simdjson::error_code error) {
    return error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS ||
           error == simdjson::STRING_ERROR;
  }

  FieldValues candidates_of(dom::object object) {
    FieldValues best;
    for (const auto& [name, value] : object) {
      const auto found = names.default_meaning(name);
      if (!found) continue;
      const auto slot = static_cast<std::size_t>(found->field);
      if (best[slot].rank <= found->rank || is_empty(value)) continue;
      best[slot] = {value, found->rank};
    }
    return best;
  }

  /// Fills `article`; the reason when a field has the wrong type.
  std::string read_object(dom::element root, Article& article) {
    const FieldValues best = candidates_of(root.get_object());
    for (std::size_t slot = 0; slot < best.size(); ++slot) {
      if (best[slot].rank == std::numeric_limits<std::size_t>::max()) continue;
      const auto field = static_cast<ArticleField>(slot);
      if (!read_field(article, field, best[slot].value) && is_essential(field)) {
        return wrong_type(field);
      }
    }
    for (const FieldNames::Mapped& field : names.mapped()) {
      if (!read_mapped(article, root, field)) return wrong_type(field.field);
    }
    return {};
  }

  InputFormat dialect_of(dom::element root) const {
    if (dialect) return *dialect;
    return finds_dialects ? json_dialect(root) : InputFormat::JsonLines;
  }

  static std::string wrong_type(ArticleField field) {
    return "field '" + std::string(to_string(field)) + "' has the wrong type";
  }

  static bool read_field(Article& article, ArticleField field, dom::element value) {
    std::vector<std::string> texts;
    if (!append_texts(value, numbers_of(field), texts)) return false;
    assign_field(article, field, std::move(texts));
    return true;
  }

  static bool read_mapped(Article& article, dom::element root, const FieldNames::Mapped& field) {
    for (const std::string& path : field.paths) {
      std::vector<std::string> texts;
      for (dom::element value : values_at(root, path)) {
        if (!append_texts(value, numbers_of(field.field), texts)) return false;
      }
      if (!texts.empty() && assign_field(article, field.field, std::move(texts))) return true;
    }
    return true;
  }
};

JsonReader::JsonReader(const ReaderOptions& options) : impl_(std::make_unique<Impl>(options)) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

void JsonReader::parse(const RawRecord& record, const RecordSink& sink) {
  const auto parsed = impl_->parse_json(record.bytes);
  if (const auto* problem = std::get_if<Rejection>(&parsed)) {
    if (impl_->dialect == InputFormat::JsonLd || record.format == InputFormat::JsonLd) {
      return read_json_ld(record.bytes, record, sink);  // often broken, and then mended
    }
    return sink(reject(record, problem->reason, problem->detail));
  }
  const auto root = std::get<dom::element>(parsed);
  if (!root.is_object()) return sink(reject(record, "not a JSON object"));
  if (is_json_schema(root)) return sink(reject(record, "not an article", "a JSON Schema"));
  const InputFormat dialect = impl_->dialect_of(root);
  if (dialect == InputFormat::JsonLd) return read_json_ld(record.bytes, record, sink);
  if (dialect == InputFormat::Ninjs) return read_ninjs(root, record, sink);
  if (dialect == InputFormat::JsonFeed) return read_json_feed(root, record, sink);
  ParsedArticle parsed_article;
  parsed_article.format = to_string(InputFormat::JsonLines);
  if (std::string reason = impl_->read_object(root, parsed_article.article); !reason.empty()) {
    return sink(reject(record, std::move(reason)));
  }
  sink(std::move(parsed_article));
}

std::variant<Article, std::string> JsonReader::parse_sidecar(std::string_view json) {
  const auto parsed = impl_->parse_json(json);
  if (const auto* problem = std::get_if<Rejection>(&parsed)) return problem->reason;
  const auto root = std::get<dom::element>(parsed);
  if (!root.is_object()) return std::string("not a JSON object");
  Article article;
  if (std::string reason = impl_->read_object(root, article); !reason.empty()) return reason;
  return article;
}

}  // namespace pullquote
