// SPDX-License-Identifier: GPL-3.0-or-later
/// Words in scripts written without spaces, found by ICU's dictionaries.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace pullquote {

/// Making one loads the dictionaries' rules (milliseconds). One thread at a time.
class DictionarySegmenter {
 public:
  /// Byte range in the run, and its code points.
  using Visit = std::function<void(std::size_t from, std::size_t to, std::u32string_view letters)>;

  DictionarySegmenter();
  ~DictionarySegmenter();
  DictionarySegmenter(const DictionarySegmenter&) = delete;
  DictionarySegmenter& operator=(const DictionarySegmenter&) = delete;

  /// Calls `visit` for each word of `run` in order; together they cover it. `run` is well-formed
  /// UTF-8. Works through a window of a few thousand characters, so that memory stays bounded.
  void segment(std::string_view run, const Visit& visit);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote
