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

  std::optional<std::string_view> text(const Quote& quote) const {
    if (quote.span.start < used_) return std::nullopt;
    return slice(quote.span);
  }

  /// To be called after each quote whose text was absent.
  void use(const Quote& quote) { used_ = quote.span.end; }

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

/// Terms of the quotes database beside words, stems and speakers: XKdirect, XKpartial, ...
inline constexpr std::string_view kQuoteKindPrefix = "XK";

/// Its value slot 0: Xapian::sortable_serialise of the docid of the quote's article.
inline constexpr std::uint32_t kQuoteArticleSlot = 0;
/// 1: Xapian::sortable_serialise of unix seconds, absent when unknown; 2: the outlet as given.
inline constexpr std::uint32_t kQuotePublishedSlot = 1;
inline constexpr std::uint32_t kQuoteSourceSlot = 2;

/// The document data of the quotes database.
struct QuoteRecord {
  std::string article_id;
  Quote quote;
  friend bool operator==(const QuoteRecord&, const QuoteRecord&) = default;
};

/// Appends the record to `out`.
void encode_quote_record(std::string_view article_id, const Quote& quote, std::string& out);

/// Empty when the bytes are no whole record.
std::optional<QuoteRecord> decode_quote_record(std::string_view bytes);

}  // namespace pullquote
