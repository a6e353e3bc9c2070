// SPDX-License-Identifier: GPL-3.0-or-later
/// A quote as bytes: inside the record of its article, and alone as the document data of the quotes
/// database. Same tags in both; see docs/index-format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pullquote/quote.h"

namespace pullquote {

/// What absent texts of quotes stand for, asked quote by quote in the order of the record.
class ImpliedTexts {
 public:
  /// @param body  outlives this; empty: nothing is implied.
  explicit ImpliedTexts(std::string_view body = {}) : body_(body) {}

  std::optional<std::string_view> text(const ByteSpan& span) const {
    if (span.start < used_) return std::nullopt;
    return slice(span);
  }

  /// To be called with the span of each quote whose text was absent.
  void use(const ByteSpan& span) { used_ = span.end; }

  std::string_view speaker(const Quote& quote) const {
    if (!quote.speaker_span) return {};
    const std::string_view words = slice(*quote.speaker_span).value_or(std::string_view{});
    return words.size() <= kLongestSpeaker ? words : std::string_view{};
  }

 private:
  static constexpr std::size_t kLongestSpeaker = 128;

  std::optional<std::string_view> slice(const ByteSpan& span) const {
    if (span.start > span.end || span.end > body_.size()) return std::nullopt;
    return body_.substr(span.start, span.end - span.start);
  }

  std::string_view body_;
  std::uint32_t used_ = 0;
};

/// Appends the fields of `quote` to `out`, without those that `implied` stands for.
void encode_quote_fields(const Quote& quote, ImpliedTexts& implied, std::string& out);

/// Whether the bytes were such fields. Never reads outside `bytes`.
bool decode_quote_fields(std::string_view bytes, ImpliedTexts& implied, Quote& quote);

/// The text alone, for the same calls of `implied`; fields behind it are not looked at.
std::optional<std::string_view> quote_fields_text(std::string_view bytes, ImpliedTexts& implied);

}  // namespace pullquote
