// SPDX-License-Identifier: GPL-3.0-or-later
/// The grammar of stored records: fields as (tag byte, LEB128 length, bytes), tags in rising order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "schema/store/varint.h"

namespace pullquote {

inline void append_field(std::uint8_t tag, std::string_view bytes, std::string& out) {
  out.push_back(static_cast<char>(tag));
  append_varint(bytes.size(), out);
  out.append(bytes);
}

inline void append_known(std::uint8_t tag, std::string_view bytes, std::string& out) {
  if (!bytes.empty()) append_field(tag, bytes, out);
}

/// One (tag, bytes) pair off the front of `rest`; empty at its end or when it is broken.
inline std::optional<std::pair<std::uint8_t, std::string_view>> take_field(std::string_view& rest) {
  if (rest.empty()) return std::nullopt;
  std::string_view after = rest.substr(1);
  const auto length = take_varint(after);
  if (!length || *length > after.size()) return std::nullopt;
  const auto tag = static_cast<std::uint8_t>(rest.front());
  const std::string_view bytes = after.substr(0, *length);
  rest = after.substr(*length);
  return std::pair{tag, bytes};
}

/// Tags of a record must not fall, and only those of lists may repeat.
class TagOrder {
 public:
  bool accepts(std::uint8_t tag, bool may_repeat) {
    const bool fine = tag > last_ || (tag == last_ && may_repeat);
    last_ = tag;
    return fine;
  }

 private:
  std::uint8_t last_ = 0;
};

}  // namespace pullquote
