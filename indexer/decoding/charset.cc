// SPDX-License-Identifier: GPL-3.0-or-later
/// Charset decisions and cleaning; see the header for the order of both.
#include "indexer/decoding/charset.h"

#include <simdjson.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/decoding/byte_scan.h"
#include "indexer/decoding/charset_shape.h"
#include "schema/analysis/ascii.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

constexpr std::size_t kDetectionBytes = 64 * 1024;
constexpr std::int32_t kMinConfidence = 20;  ///< of ICU's detection, of 100

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using ConverterPtr = std::unique_ptr<UConverter, ConverterCloser>;
using DetectorPtr = std::unique_ptr<UCharsetDetector, DetectorCloser>;

bool is_clean_byte(unsigned char byte) {
  return (byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t';
}

bool is_clean_ascii(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    at += printable_prefix(text.substr(at));
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80 || !is_clean_byte(byte)) return false;
  }
  return true;
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

/// What windows-1252 has at 0x80..0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The character that stands for `c` after cleaning; 0: none.
std::int32_t cleaned(std::int32_t c) {
  if (c < 0) return 0xFFFD;
  if (c == '\f' || c == '\v' || c == 0x2028 || c == 0x2029) return '\n';
  if (c < 0x20) return c == '\n' || c == '\t' ? c : 0;
  if (c == 0x7F || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF) return 0;
  if (c >= 0x80 && c < 0xA0) return kWindows1252[static_cast<std::size_t>(c - 0x80)];
  return c;
}

std::string clean_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char first = text[at];
    if (first >= 0x20 && first < 0x7F) {
      const std::size_t plain = std::max<std::size_t>(printable_prefix(text.substr(at)), 1);
      out.append(text, at, plain);
      at += plain;
    } else if (first == '\r') {
      out.push_back('\n');
      at += text.substr(at, 2) == "\r\n" ? 2 : 1;
    } else {
      const std::int32_t kept = cleaned(next_code_point(text, at));
      if (kept != 0) append_code_point(out, kept);
    }
  }
  return out;
}

/// True when every character is below U+0300 or in the general punctuation that NFC keeps and
/// cleaning leaves alone, which is nearly all Western news. `text` is well-formed.
bool is_plainly_clean_and_nfc(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (byte(at) >= 0x20 && byte(at) < 0x7F) {
      at += printable_prefix(text.substr(at));
      if (at == text.size()) break;
    }
    if (byte(at) < 0x80) {
      if (!is_clean_byte(byte(at))) return false;
    } else if (byte(at) < 0xCC) {
      if (byte(at) == 0xC2 && byte(at + 1) < 0xA0) return false;
      ++at;
    } else if (byte(at) == 0xE2 && byte(at + 1) == 0x80) {
      if (byte(at + 2) < 0x82 || byte(at + 2) == 0xA8 || byte(at + 2) == 0xA9) return false;
      at += 2;
    } else {
      return false;
    }
  }
  return true;
}

std::string to_nfc(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece, status)) return text;
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  status = U_ZERO_ERROR;
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

/// Cleans text known to be well-formed UTF-8.
std::string clean_valid_utf8(std::string_view text) {
  if (is_plainly_clean_and_nfc(text)) return std::string(text);
  return to_nfc(clean_characters(text));
}

constexpr std::array<std::pair<std::string_view, const char*>, 39> kLabels{{
    {"maccyrillic", "x-mac-cyrillic"},
    {"x-mac-ukrainian", "x-mac-cyrillic"},
    {"macroman", "macintosh"},
    {"x-mac-roman", "macintosh"},
    {"cp932", "windows-31j"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp819", "windows-1252"},
    {"ibm819", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"chinese", "gb18030"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"korean", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"big5", "big5-hkscs"},
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"x-mac-roman", "macintosh"},
    {"utf-16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"ucs-2", "UTF-16LE"},
}};

/// The label as ICU should open it; "" for no label.
std::string resolve_label(std::string_view label) {
  std::string lower;
  for (char c : label) {
    if (c > 0x20 && c < 0x7F && c != '"' && c != '\'' && lower.size() < 40) {
      lower.push_back(ascii_lower(c));
    }
  }
  for (const auto& [name, icu_name] : kLabels) {
    if (name == lower) return icu_name;
  }
  return lower;
}

struct Converted {
  std::string text;
  std::size_t errors = 0;  ///< characters that the charset does not have
};

/// Decodes by the named charset; empty when ICU does not know it.
std::optional<Converted> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const ConverterPtr converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status) || converter == nullptr) return std::nullopt;
  icu::UnicodeString wide;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 8192> buffer;
  do {
    status = U_ZERO_ERROR;
    UChar* target = buffer.data();
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr,
                   true, &status);
    wide.append(buffer.data(), static_cast<std::int32_t>(target - buffer.data()));
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) return std::nullopt;
  Converted result;
  wide.toUTF8String(result.text);
  for (std::int32_t i = 0; i < wide.length(); ++i) result.errors += wide[i] == 0xFFFD ? 1 : 0;
  return result;
}

/// UTF-8 that was cut or damaged in a few places: hardly any other charset has such sequences.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::int32_t c = next_code_point(bytes, at);
    if (c >= 0x80) ++good;
    if (c == kIllFormed) ++bad;
  }
  return good > 0 && good >= bad * 3;
}

/// By its shape, else ICU's best guess, or windows-1252 when there is too little to go by.
std::string detect(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDetectionBytes);
  if (const std::string_view shape = charset_by_shape(head); !shape.empty()) {
    return std::string(shape);
  }
  UErrorCode status = U_ZERO_ERROR;
  const DetectorPtr detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  ucsdet_enableInputFilter(detector.get(), head.find('<') != std::string_view::npos);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  if (ucsdet_getConfidence(match, &status) < kMinConfidence) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? resolve_label(name) : "windows-1252";
}

DecodedText decode_legacy(std::string_view bytes, std::string_view declared) {
  if (const std::string label = resolve_label(declared); !label.empty() && label != "UTF-8") {
    const std::optional<Converted> converted = convert(bytes, label);
    if (converted && converted->errors * 100 <= converted->text.size()) {
      return {clean_utf8(converted->text), label};
    }
  }
  if (is_mostly_utf8(bytes)) return {clean_utf8(bytes), "UTF-8"};
  for (const std::string& charset : {detect(bytes), std::string("windows-1252")}) {
    if (const auto converted = convert(bytes, charset)) {
      return {clean_utf8(converted->text), charset};
    }
  }
  return {clean_utf8(bytes), "UTF-8"};
}

}  // namespace

std::string clean_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return clean_valid_utf8(text);
  return to_nfc(clean_characters(text));
}

std::string_view unicode_signature(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
  const std::string_view head = bytes.substr(0, 1024);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t half = head.size() / 2;
  if (half < 4) return {};
  if (zeros[1] * 4 >= half * 3 && zeros[0] * 20 <= half) return "UTF-16LE";
  if (zeros[0] * 4 >= half * 3 && zeros[1] * 20 <= half) return "UTF-16BE";
  return {};
}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (is_clean_ascii(bytes)) return {std::string(bytes), "UTF-8"};
  const std::string_view signature = unicode_signature(bytes);
  if (!signature.empty() && signature != "UTF-8") {
    const std::string charset(signature);
    if (const auto converted = convert(bytes, charset))
      return {clean_utf8(converted->text), charset};
  }
  // A charset that shifts by escape sequences is made of ASCII bytes only.
  const bool shifted = !declared.empty() && is_ascii(bytes) && bytes.find('\x1b') != bytes.npos;
  if (!shifted && simdjson::validate_utf8(bytes.data(), bytes.size())) {
    return {clean_valid_utf8(bytes), "UTF-8"};
  }
  return decode_legacy(bytes, declared);
}

}  // namespace pullquote
