// SPDX-License-Identifier: GPL-3.0-or-later
/// Tells the dialects apart.
#include "indexer/formats/json/json_dialects.h"

#include <algorithm>
#include <array>

namespace pullquote {
namespace {

namespace dom = simdjson::dom;

bool has(dom::object object, std::string_view name) {
  return object.at_key(name).error() == simdjson::SUCCESS;
}

std::string_view text_of(dom::object object, std::string_view name) {
  std::string_view text;
  return object.at_key(name).get(text) == simdjson::SUCCESS ? text : std::string_view();
}

bool is_ninjs(dom::object object) {
  if (!has(object, "uri")) return false;
  constexpr std::array<std::string_view, 11> kNames{
      "versioncreated", "versionCreated", "bodies",    "headlines", "body_text",   "body_xhtml",
      "body_html",      "body_nitf",      "pubstatus", "pubStatus", "eventDetails"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return has(object, name); });
}

bool is_json_feed(dom::object object) {
  if (!has(object, "items")) return false;
  return text_of(object, "version").find("jsonfeed.org/version/") != std::string_view::npos ||
         has(object, "feed_url") || has(object, "home_page_url");
}

}  // namespace

bool is_json_schema(dom::element root) {
  return text_of(root.get_object(), "$schema").find("json-schema.org") != std::string_view::npos;
}

InputFormat json_dialect(dom::element root) {
  const dom::object object = root.get_object();
  if (has(object, "@context") || has(object, "@graph") || has(object, "@type")) {
    return InputFormat::JsonLd;
  }
  if (is_ninjs(object)) return InputFormat::Ninjs;
  return is_json_feed(object) ? InputFormat::JsonFeed : InputFormat::JsonLines;
}

}  // namespace pullquote
