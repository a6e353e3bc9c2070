// SPDX-License-Identifier: GPL-3.0-or-later
/// Walks simdjson's elements. Depth is bounded by the parser that made them.
#include "indexer/formats/json/json_values.h"

#include <array>

#include "indexer/formats/field_text.h"

namespace pullquote {
namespace {

namespace dom = simdjson::dom;

/// Members that hold an object's text, best first ("rendered" is WordPress, "@value" JSON-LD).
constexpr std::array<std::string_view, 8> kTextMembers{"name",   "text",    "value", "rendered",
                                                       "@value", "content", "title", "caption"};

bool append_object_text(dom::object object, JsonNumbers numbers, std::vector<std::string>& texts) {
  for (std::string_view member : kTextMembers) {
    dom::element inner;
    if (object.at_key(member).get(inner) == simdjson::SUCCESS) {
      return append_texts(inner, numbers, texts);
    }
  }
  return false;
}

}  // namespace

bool append_texts(dom::element value, JsonNumbers numbers, std::vector<std::string>& texts) {
  switch (value.type()) {
    case dom::element_type::STRING:
      texts.push_back(clean_value(value.get_string()));
      return true;
    case dom::element_type::NULL_VALUE:
      return true;
    case dom::element_type::OBJECT:
      return append_object_text(value.get_object(), numbers, texts);
    case dom::element_type::ARRAY:
      for (dom::element element : dom::array(value.get_array())) {
        if (!append_texts(element, numbers, texts)) return false;
      }
      return true;
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      if (numbers == JsonNumbers::Refused) return false;
      texts.push_back(simdjson::minify(value));
      return true;
    default:
      return false;
  }
}

std::vector<dom::element> values_at(dom::element value, std::string_view path) {
  dom::array array;
  if (value.get(array) == simdjson::SUCCESS) {
    std::vector<dom::element> all;
    for (dom::element element : array) {
      for (dom::element found : values_at(element, path)) all.push_back(found);
    }
    return all;
  }
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return {};
  dom::element found;
  if (object.at_key(path).get(found) == simdjson::SUCCESS) return {found};
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return {};
  if (object.at_key(path.substr(0, dot)).get(found) != simdjson::SUCCESS) return {};
  return values_at(found, path.substr(dot + 1));
}

}  // namespace pullquote
