// SPDX-License-Identifier: GPL-3.0-or-later
/// Objects and arrays as the bytes that files hold of them, which are mapped as they are.
#pragma once

#include <bit>
#include <string_view>
#include <type_traits>
#include <vector>

namespace pullquote {

static_assert(std::endian::native == std::endian::little, "files are little-endian");

/// The view lives as long as its argument.
template <class Value>
std::string_view bytes_of(const Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

template <class Value>
std::string_view bytes_of(const std::vector<Value>& values) {
  static_assert(std::is_trivially_copyable_v<Value>);
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

}  // namespace pullquote
