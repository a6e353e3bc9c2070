// SPDX-License-Identifier: GPL-3.0-or-later
/// The codec of the stored record; docs/index-format.md has the tables of tags.
///
/// What a quote repeats of the body (its text, most speakers) is not stored again: an absent text
/// is the body's bytes at the span. Only rising, disjoint spans and short speakers are left out
/// like this, so that no record decodes to much more than its own size. Decoding gives back exactly
/// the article that was encoded.
#include "schema/store/record.h"

#include <cstdint>

#include "schema/store/quote_record.h"
#include "schema/store/record_fields.h"

namespace pullquote {
namespace {

constexpr char kRecordVersion = 1;

enum Tag : std::uint8_t {
  kId = 1,
  kUrl = 2,
  kSource = 3,
  kHeadline = 4,
  kStandfirst = 5,
  kPublished = 6,
  kModified = 7,
  kLanguage = 8,
  kBody = 16,  // the head ends before it
  kCaption = 17,
  kByline = 18,
  kCredit = 19,
  kSection = 20,
  kKeyword = 21,
  kQuote = 22,
};

void append_all(std::uint8_t tag, const std::vector<std::string>& values, std::string& out) {
  for (const std::string& value : values) append_field(tag, value, out);
}

/// Seconds (zigzag varint), precision (one byte), minutes of the zone (zigzag varint) if stated.
void append_time(std::uint8_t tag, const std::optional<Timestamp>& time, std::string& out) {
  if (!time) return;
  std::string bytes;
  append_varint(zigzag(time->unix_seconds), bytes);
  bytes.push_back(static_cast<char>(time->precision));
  if (time->zone_minutes) append_varint(zigzag(*time->zone_minutes), bytes);
  append_field(tag, bytes, out);
}

bool read_time(std::string_view bytes, std::optional<Timestamp>& out) {
  const auto seconds = take_varint(bytes);
  if (!seconds || bytes.empty()) return false;
  const auto precision = static_cast<std::uint8_t>(bytes.front());
  bytes.remove_prefix(1);
  if (precision > static_cast<std::uint8_t>(TimePrecision::Second)) return false;
  Timestamp time{unzigzag(*seconds), static_cast<TimePrecision>(precision), std::nullopt};
  if (!bytes.empty()) {
    const auto zone = take_varint(bytes);
    if (!zone || *zone > 0xFFFF || !bytes.empty()) return false;
    time.zone_minutes = static_cast<std::int16_t>(unzigzag(*zone));
  }
  out = time;
  return true;
}

bool is_list(std::uint8_t tag) {
  return tag == kCaption || tag == kCredit || tag == kKeyword || tag >= kQuote;
}

/// All fields but quotes.
bool read_field(std::uint8_t tag, std::string_view bytes, Article& article) {
  switch (tag) {
    case kId:
      article.id = bytes;
      return true;
    case kUrl:
      article.url = bytes;
      return true;
    case kSource:
      article.source = bytes;
      return true;
    case kHeadline:
      article.headline = bytes;
      return true;
    case kStandfirst:
      article.standfirst = bytes;
      return true;
    case kPublished:
      return read_time(bytes, article.published);
    case kModified:
      return read_time(bytes, article.modified);
    case kLanguage:
      article.language = bytes;
      return true;
    case kBody:
      article.body = bytes;
      return true;
    case kCaption:
      article.captions.emplace_back(bytes);
      return true;
    case kByline:
      article.byline = bytes;
      return true;
    case kCredit:
      article.credits.emplace_back(bytes);
      return true;
    case kSection:
      article.section = bytes;
      return true;
    case kKeyword:
      article.keywords.emplace_back(bytes);
      return true;
    default:
      return true;  // a later writer's field
  }
}

/// Reads fields up to the first tag that is `end` or later.
std::optional<Article> decode_until(std::string_view bytes, unsigned end) {
  if (bytes.empty() || bytes.front() != kRecordVersion) return std::nullopt;
  bytes.remove_prefix(1);
  Article article;
  TagOrder order;
  std::optional<ImpliedTexts> implied;
  while (!bytes.empty() && static_cast<std::uint8_t>(bytes.front()) < end) {
    const auto field = take_field(bytes);
    if (!field || !order.accepts(field->first, is_list(field->first))) return std::nullopt;
    if (field->first == kQuote) {
      if (!implied) implied.emplace(article.body);
      if (!decode_quote_fields(field->second, *implied, article.quotes.emplace_back()))
        return std::nullopt;
    } else if (!read_field(field->first, field->second, article)) {
      return std::nullopt;
    }
  }
  return article;
}

}  // namespace

void encode_record(const Article& article, std::string& out) {
  out.push_back(kRecordVersion);
  append_field(kId, article.id, out);  // even if empty, so that record_id() finds it
  append_known(kUrl, article.url, out);
  append_known(kSource, article.source, out);
  append_known(kHeadline, article.headline, out);
  append_known(kStandfirst, article.standfirst, out);
  append_time(kPublished, article.published, out);
  append_time(kModified, article.modified, out);
  append_known(kLanguage, article.language, out);
  append_known(kBody, article.body, out);
  append_all(kCaption, article.captions, out);
  append_known(kByline, article.byline, out);
  append_all(kCredit, article.credits, out);
  append_known(kSection, article.section, out);
  append_all(kKeyword, article.keywords, out);
  ImpliedTexts implied(article.body);
  std::string bytes;
  for (const Quote& quote : article.quotes) {
    bytes.clear();
    encode_quote_fields(quote, implied, bytes);
    append_field(kQuote, bytes, out);
  }
}

std::optional<Article> decode_record(std::string_view bytes) {
  constexpr unsigned kBeyondAllTags = 256;
  return decode_until(bytes, kBeyondAllTags);
}

std::optional<Article> decode_record_head(std::string_view bytes) {
  return decode_until(bytes, kBody);
}

std::optional<std::string_view> record_id(std::string_view front) {
  if (front.empty() || front.front() != kRecordVersion) return std::nullopt;
  front.remove_prefix(1);
  const auto field = take_field(front);
  if (!field || field->first != kId) return std::nullopt;
  return field->second;
}

std::optional<std::string_view> record_quote_text(std::string_view bytes, std::size_t index) {
  if (bytes.empty() || bytes.front() != kRecordVersion) return std::nullopt;
  bytes.remove_prefix(1);
  TagOrder order;
  ImpliedTexts implied;
  while (const auto field = take_field(bytes)) {
    const auto [tag, value] = *field;
    if (!order.accepts(tag, is_list(tag)) || tag > kQuote) return std::nullopt;
    if (tag == kBody) implied = ImpliedTexts(value);
    if (tag != kQuote) continue;
    const auto text = quote_fields_text(value, implied);
    if (!text || index == 0) return text;
    --index;
  }
  return std::nullopt;
}

}  // namespace pullquote
