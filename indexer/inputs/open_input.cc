// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/inputs/open_input.h"

#include <utility>

#include "indexer/decoding/charset.h"

namespace pullquote {
namespace {

constexpr std::size_t kSniffBytes = 64 * 1024;

/// The label of an XML declaration.
std::string_view declared_encoding(std::string_view head) {
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == head.npos || !head.substr(start).starts_with("<?xml")) return {};
  const std::string_view declaration = head.substr(start, head.find("?>", start) - start);
  const std::size_t at = declaration.find("encoding");
  if (at == declaration.npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == declaration.npos) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  return close == declaration.npos ? std::string_view()
                                   : declaration.substr(open + 1, close - open - 1);
}

/// One charset for all records, so that the short ones need not be guessed at one by one.
std::string charset_of(std::string_view head, std::string_view outside) {
  const std::string declared(outside.empty() ? declared_encoding(head) : outside);
  const std::string found = decode_text(head, declared).charset;
  return found == "UTF-8" ? declared : found;
}

bool holds_text_of_one_charset(RecordLayout layout) {
  return layout != RecordLayout::Page && layout != RecordLayout::WarcRecords &&
         layout != RecordLayout::ArcRecords && layout != RecordLayout::WireMessages;
}

}  // namespace

std::variant<OpenInput, CutFailure> open_input(ByteStream stream, const ReaderOptions& options,
                                               std::string_view charset) {
  OpenInput input{RecordCutter(std::move(stream), RecordLayout::Page, options.limits),
                  InputFormat::Text,
                  RecordLayout::Page,
                  {},
                  false};
  input.charset = charset;
  const std::string_view head = input.cutter.peek(kSniffBytes);
  if (head.empty()) {
    const auto& failure = input.cutter.stream().failure();
    if (failure) return CutFailure{failure->reason, failure->detail, 0, true};
    return CutFailure{"empty file", {}, 0, true};
  }
  const Sniffed sniffed = sniff(head, options.format, options.field_map);
  if (!sniffed.refusal.empty()) return CutFailure{sniffed.refusal, sniffed.detail, 0, true};
  input.format = sniffed.format;
  input.layout = sniffed.layout;
  input.is_archive = sniffed.is_archive;
  if (input.is_archive) return input;
  input.cutter.set_layout(sniffed.layout);
  if (!holds_text_of_one_charset(sniffed.layout)) return input;
  const std::string_view signature = unicode_signature(head);
  if (signature.empty()) {
    input.charset = charset_of(head, charset);
  } else if (signature == "UTF-8") {
    input.cutter.skip(3);
  } else if (auto problem = input.cutter.transcode()) {
    return *problem;
  } else {
    input.charset.clear();
  }
  return input;
}

}  // namespace pullquote
