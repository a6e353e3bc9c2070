// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/quote_record.h"

#include <bit>

#include "schema/store/record_fields.h"

namespace pullquote {
namespace {

constexpr char kRecordVersion = 1;

enum QuoteTag : std::uint8_t {
  kSpan = 1,
  kKind = 2,
  kText = 3,
  kSpeakerSpan = 4,
  kSpeaker = 5,
  kResolved = 6,
  kRole = 7,
  kCue = 8,
  kConfidence = 9,
};

void append_span(std::uint8_t tag, const ByteSpan& span, std::string& out) {
  std::string bytes;
  append_varint(span.start, bytes);
  append_varint(span.end, bytes);
  append_field(tag, bytes, out);
}

bool read_span(std::string_view bytes, ByteSpan& out) {
  const auto start = take_varint(bytes);
  const auto end = start ? take_varint(bytes) : std::nullopt;
  if (!end || !bytes.empty() || *start > UINT32_MAX || *end > UINT32_MAX) return false;
  out = {static_cast<std::uint32_t>(*start), static_cast<std::uint32_t>(*end)};
  return true;
}

bool read_confidence(std::string_view bytes, float& out) {
  if (bytes.size() != 4) return false;
  std::uint32_t bits = 0;
  for (std::size_t i = 4; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
  out = std::bit_cast<float>(bits);
  return true;
}

bool read_kind(std::string_view bytes, QuoteKind& out) {
  if (bytes.size() != 1 || static_cast<unsigned char>(bytes[0]) > 4) return false;
  out = static_cast<QuoteKind>(bytes[0]);
  return true;
}

}  // namespace

void encode_quote_fields(const Quote& quote, ImpliedTexts& implied, std::string& out) {
  append_span(kSpan, quote.span, out);
  append_field(kKind, std::string(1, static_cast<char>(quote.kind)), out);
  if (implied.text(quote.span) == quote.text) {
    implied.use(quote.span);
  } else {
    append_field(kText, quote.text, out);
  }
  if (quote.speaker_span) append_span(kSpeakerSpan, *quote.speaker_span, out);
  if (quote.speaker != implied.speaker(quote)) append_field(kSpeaker, quote.speaker, out);
  if (quote.speaker_resolved != quote.speaker) append_field(kResolved, quote.speaker_resolved, out);
  append_known(kRole, quote.role, out);
  append_known(kCue, quote.cue, out);
  const auto bits = std::bit_cast<std::uint32_t>(quote.confidence);
  if (bits != 0) {
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8) {
      bytes.push_back(static_cast<char>(bits >> shift & 0xFF));
    }
    append_field(kConfidence, bytes, out);
  }
}

bool decode_quote_fields(std::string_view bytes, ImpliedTexts& implied, Quote& quote) {
  TagOrder order;
  std::optional<std::string_view> text;
  std::optional<std::string_view> speaker;
  std::optional<std::string_view> resolved;
  while (!bytes.empty()) {
    const auto field = take_field(bytes);
    if (!field || !order.accepts(field->first, field->first > kConfidence)) return false;
    const std::string_view value = field->second;
    switch (field->first) {
      case kSpan:
        if (!read_span(value, quote.span)) return false;
        break;
      case kKind:
        if (!read_kind(value, quote.kind)) return false;
        break;
      case kText:
        text = value;
        break;
      case kSpeakerSpan:
        if (!read_span(value, quote.speaker_span.emplace())) return false;
        break;
      case kSpeaker:
        speaker = value;
        break;
      case kResolved:
        resolved = value;
        break;
      case kRole:
        quote.role = value;
        break;
      case kCue:
        quote.cue = value;
        break;
      case kConfidence:
        if (!read_confidence(value, quote.confidence)) return false;
        break;
      default:
        break;
    }
  }
  if (!text) {
    text = implied.text(quote.span);
    if (!text) return false;
    implied.use(quote.span);
  }
  quote.text = *text;
  quote.speaker = speaker ? *speaker : implied.speaker(quote);
  quote.speaker_resolved = resolved ? *resolved : std::string_view(quote.speaker);
  return true;
}

std::optional<std::string_view> quote_fields_text(std::string_view bytes, ImpliedTexts& implied) {
  TagOrder order;
  ByteSpan span;
  while (!bytes.empty()) {
    const auto field = take_field(bytes);
    if (!field || !order.accepts(field->first, false)) return std::nullopt;
    const auto [tag, value] = *field;
    if (tag == kSpan && !read_span(value, span)) return std::nullopt;
    if (tag == kText) return value;
    if (tag > kText) break;
  }
  const auto text = implied.text(span);
  if (text) implied.use(span);
  return text;
}

}  // namespace pullquote
