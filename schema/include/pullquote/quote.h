// SPDX-License-Identifier: GPL-3.0-or-later
/// A quotation within one article: what was said, by whom, and how the article says so.
///
///     for (const Quote& quote : article.quotes) {
///       std::cout << quote.speaker_resolved << ": " << quote.text << '\n';
///     }
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pullquote {

/// What the quotation marks enclose.
enum class QuoteKind : std::uint8_t {
  Direct,     ///< one or more whole sentences or clauses of speech
  Partial,    ///< a fragment of speech built into the writer's own sentence
  Continued,  ///< goes on over a paragraph break (opening mark repeated, or no closing mark)
  Scare,      ///< marks that quote nobody: distance, irony, a slogan
  Title,      ///< the title of a work
};

/// Whether marks of this kind give somebody's words. Only such count for the quotes field; what
/// stands between others is plain text.
constexpr bool quotes_somebody(QuoteKind kind) {
  return kind != QuoteKind::Scare && kind != QuoteKind::Title;
}

/// "direct", "partial", "continued", "scare", "title": the names in JSON and in the quotes
/// database.
std::string_view to_string(QuoteKind kind);
std::optional<QuoteKind> quote_kind_from(std::string_view name);

/// A half-open range of bytes.
struct ByteSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

/// One quotation. All strings are valid UTF-8; all offsets are bytes into `Article::body`.
struct Quote {
  std::string text;  ///< inside of the marks or block quotation
  ByteSpan span;     ///< where `text` stands (parts of a continued quote included)
  QuoteKind kind = QuoteKind::Direct;
  std::string speaker;                   ///< as written at the cue ("Toner", "he"); empty: unknown
  std::optional<ByteSpan> speaker_span;  ///< absent when the speaker stands outside the body
  std::string speaker_resolved;  ///< "Mark Toner"; equals `speaker` when nothing fuller is known
  std::string role;              ///< "spokesman", "U.N. envoy"; empty: none stated
  std::string cue;               ///< the reporting verb as written ("said"); empty: none
  float confidence = 0;          ///< of the attribution, 0 (none) to 1

  friend bool operator==(const Quote&, const Quote&) = default;
};

}  // namespace pullquote
