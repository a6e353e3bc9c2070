// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON values as text. Private to the JSON reader: includes simdjson.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// Whether numbers may stand for a text.
enum class JsonNumbers : bool { Refused, Accepted };

/// Appends the texts of a value to `texts`: a string itself, an array those of its elements, an
/// object that of its first member called "name", "text", "value", "rendered", "title" or the like.
/// Null is nothing. False for a value of another kind: the field has the wrong type.
bool append_texts(simdjson::dom::element value, JsonNumbers numbers,
                  std::vector<std::string>& texts);

/// The values at a path such as "content.text": a member of that whole name, else step by step,
/// through arrays to each of their elements.
std::vector<simdjson::dom::element> values_at(simdjson::dom::element value, std::string_view path);

}  // namespace pullquote
