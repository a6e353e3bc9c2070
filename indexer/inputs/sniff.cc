// SPDX-License-Identifier: GPL-3.0-or-later
/// Magic numbers, the density of control characters, and how markup and JSON begin.
#include "indexer/inputs/sniff.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/decoding/charset.h"
#include "indexer/formats/csv_reader.h"
#include "indexer/inputs/sniff_markup.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

using namespace std::string_view_literals;

/// Control characters per thousand bytes beyond which text is none. Stray ones occur.
constexpr std::size_t kMaxControlsPerThousand = 20;
/// Tags per thousand bytes from which on text is a page's source.
constexpr std::size_t kMinTagsPerThousand = 8;

struct Magic {
  std::string_view bytes;
  const char* what;
};

constexpr std::array kBinary{
    Magic{"\x89PNG"sv, "PNG image"},
    Magic{"\xFF\xD8\xFF"sv, "JPEG image"},
    Magic{"GIF8"sv, "GIF image"},
    Magic{"%PDF-"sv, "PDF document"},
    Magic{"\x7F"
          "ELF"sv,
          "program"},
    Magic{"SQLite format 3"sv, "database"},
    Magic{"\xD0\xCF\x11\xE0"sv, "Office document"},
    Magic{"OggS"sv, "audio or video"},
    Magic{"ID3"sv, "audio"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "7z archive"},
    Magic{"Rar!\x1A"sv, "RAR archive"},
};

/// In lower case.
constexpr std::array kUnsupported{Magic{"{\\rtf"sv, "RTF"}, Magic{"%!ps"sv, "PostScript"}};

constexpr std::array<std::string_view, 20> kTags{
    "<p>",   "<p ",    "</p>", "<div",  "</div",  "<span",   "<a href",
    "<br",   "<h1",    "<h2",  "<meta", "<title", "<body",   "<script",
    "<link", "<table", "<td",  "<img ", "<li>",   "<article"};

Sniffed refuse(std::string reason, std::string detail) {
  Sniffed sniffed;
  sniffed.refusal = std::move(reason);
  sniffed.detail = std::move(detail);
  return sniffed;
}

bool is_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r' && byte != '\f' &&
            byte != 0x1B) ||
           byte == 0x7F;
  });
  return static_cast<std::size_t>(controls) * 1000 > head.size() * kMaxControlsPerThousand;
}

std::string_view skip_space(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

/// Past XML declaration, comments and other preliminaries that a page may begin with.
std::string_view skip_prolog(std::string_view text) {
  for (;;) {
    text = skip_space(text);
    const std::string_view close = text.starts_with("<?")     ? "?>"
                                   : text.starts_with("<!--") ? "-->"
                                                              : std::string_view();
    const std::size_t end = close.empty() ? text.npos : text.find(close);
    if (end == text.npos) return text;
    text.remove_prefix(end + close.size());
  }
}

std::size_t count_tags(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view here = text.substr(at, 9);
    count += std::any_of(kTags.begin(), kTags.end(),
                         [&](std::string_view tag) { return here.starts_with(tag); });
  }
  return count;
}

bool is_html(std::string_view lower) {
  const std::string_view start = skip_prolog(lower);
  for (std::string_view opening : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv}) {
    if (start.starts_with(opening)) return true;
  }
  const std::size_t tags = count_tags(lower);
  if (start.starts_with('<') && tags >= 3) return true;
  return tags >= 5 && tags * 1000 >= lower.size() * kMinTagsPerThousand;
}

/// Whether JSON, rather than the link of a wiki, goes on behind "[[".
bool begins_inner_array(std::string_view text) {
  text = skip_space(text);
  return text.empty() || text[0] == '"' || text[0] == ']' || text[0] == '-' ||
         (text[0] >= '0' && text[0] <= '9');
}

/// "{" followed by a member or "}", "[" by an object, an array or "]", or more brackets than prose
/// begins with.
bool is_json(std::string_view text) {
  if (text.substr(0, text.find_first_not_of("[{")).size() > 2) return true;
  const std::string_view inner = text.empty() ? text : skip_space(text.substr(1));
  if (text.starts_with('{')) return inner.empty() || inner[0] == '"' || inner[0] == '}';
  if (!text.starts_with('[') || inner.empty()) return false;
  return inner[0] == '{' || inner[0] == ']' ||
         (inner[0] == '[' && begins_inner_array(inner.substr(1)));
}

RecordLayout json_layout(std::string_view text) {
  if (!text.starts_with('{')) return RecordLayout::JsonValues;
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.size() == text.size()) return RecordLayout::Lines;
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line.ends_with('}') ? RecordLayout::Lines : RecordLayout::JsonValues;
}

RecordLayout text_layout(std::string_view text, InputFormat format) {
  switch (format) {
    case InputFormat::JsonLines:
    case InputFormat::JsonFeed:
    case InputFormat::JsonLd:
    case InputFormat::Ninjs:
      return is_json(text) ? json_layout(text) : RecordLayout::Lines;
    case InputFormat::Csv:
      return RecordLayout::CsvRows;
    case InputFormat::Rss:
      return RecordLayout::RssItems;
    case InputFormat::Atom:
      return RecordLayout::AtomEntries;
    case InputFormat::NewsMlG2:
      return RecordLayout::G2Items;
    case InputFormat::NewsMl:
      return RecordLayout::NewsMlItems;
    case InputFormat::Nitf:
      return RecordLayout::NitfDocuments;
    case InputFormat::Sgml:
      return RecordLayout::SgmlDocuments;
    case InputFormat::Iptc7901:
      return RecordLayout::WireMessages;
    case InputFormat::Warc:
      return text.starts_with("filedesc:") ? RecordLayout::ArcRecords : RecordLayout::WarcRecords;
    default:
      return RecordLayout::Page;
  }
}

/// A wire message: a heading between its control characters, then its text.
bool is_wire_message(std::string_view head) {
  const std::size_t start = head.find_first_not_of(" \t\r\n\x16\x7F"sv);
  if (start == head.npos || head[start] != '\x01') return false;
  const std::size_t text = head.find('\x02', start);
  if (text == head.npos) return false;
  const std::string_view heading = head.substr(start, text - start);
  return heading.find('\n') != heading.npos && heading.find('\0') == heading.npos;
}

Sniffed of_format(std::string_view text, InputFormat format) {
  Sniffed sniffed;
  sniffed.format = format;
  sniffed.layout = text_layout(text, format);
  return sniffed;
}

Sniffed sniff_text(std::string_view text, std::optional<InputFormat> format,
                   const std::map<std::string, std::string>& field_map) {
  text = skip_space(text);
  if (format) return of_format(text, *format);
  if (text.starts_with("WARC/") || text.starts_with("filedesc://")) {
    return of_format(text, InputFormat::Warc);
  }
  const std::string lower = ascii_lower(text.substr(0, 16 * 1024));
  for (const Magic& magic : kUnsupported) {
    if (lower.starts_with(magic.bytes)) return refuse("unsupported format", magic.what);
  }
  const MarkupGuess markup = guess_markup(text);
  if (markup.format) return of_format(text, *markup.format);
  if (is_json(text)) return of_format(text, InputFormat::JsonLines);
  if (skip_prolog(lower).starts_with("<!doctype html")) return of_format(text, InputFormat::Html);
  if (!markup.unknown_root.empty()) {
    return refuse("unsupported format", "XML with the root element <" + markup.unknown_root + ">");
  }
  if (is_html(lower)) return of_format(text, InputFormat::Html);
  // Elements of a page's names are not enough to make it one, and what declares itself is no prose.
  if (lower.starts_with("<?xml")) return refuse("unsupported format", "XML that is no page");
  if (looks_like_csv(text, field_map)) return of_format(text, InputFormat::Csv);
  return of_format(text, InputFormat::Text);
}

/// ZIP files that are one document.
bool is_zipped_document(std::string_view head) {
  const std::string_view start = head.substr(0, 4096);
  return start.find("[Content_Types].xml") != start.npos ||
         start.substr(0, 64).find("mimetypeapplication/") != start.npos;
}

}  // namespace

Sniffed sniff(std::string_view head, std::optional<InputFormat> format,
              const std::map<std::string, std::string>& field_map) {
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) {
    if (is_zipped_document(head)) return refuse("binary file", "Office document");
    Sniffed sniffed;
    sniffed.is_archive = true;
    return sniffed;
  }
  if (head.size() > 262 && head.substr(257, 5) == "ustar") {
    Sniffed sniffed;
    sniffed.is_archive = true;
    return sniffed;
  }
  for (const Magic& magic : kBinary) {
    if (head.starts_with(magic.bytes)) return refuse("binary file", magic.what);
  }
  if (!format && is_wire_message(head)) return of_format(head, InputFormat::Iptc7901);
  const std::string_view signature = unicode_signature(head);
  if (signature == "UTF-8") return sniff_text(head.substr(3), format, field_map);
  if (!signature.empty()) return sniff_text(decode_text(head).text, format, field_map);
  const bool holds_anything = format == InputFormat::Warc || format == InputFormat::Iptc7901 ||
                              head.starts_with("WARC/") || head.starts_with("filedesc://");
  if (!holds_anything && is_binary(head)) {
    return refuse("binary file", "too many control characters");
  }
  return sniff_text(head, format, field_map);
}

}  // namespace pullquote
