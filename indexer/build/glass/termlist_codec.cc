// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/termlist_codec.h"

#include <algorithm>

#include "indexer/build/glass/encoding.h"

namespace pullquote::glass {
namespace {

std::size_t shared_prefix(std::string_view left, std::string_view right) {
  const std::size_t shorter = std::min(left.size(), right.size());
  return static_cast<std::size_t>(std::mismatch(left.begin(),
                                                left.begin() + static_cast<std::ptrdiff_t>(shorter),
                                                right.begin())
                                      .first -
                                  left.begin());
}

void append_entry(const DocumentTerm& entry, std::string_view previous, std::string& out) {
  const std::size_t shared = shared_prefix(previous, entry.term);
  // Wdfs of 127 and more never fit; testing first keeps the product small.
  const std::size_t folded =
      entry.wdf < 127 ? (entry.wdf + std::size_t{1}) * (previous.size() + 1) + shared : 256;
  out.push_back(static_cast<char>(folded < 256 ? folded : shared));
  out.push_back(static_cast<char>(entry.term.size() - shared));
  out.append(entry.term.substr(shared));
  if (folded >= 256) append_uint(out, entry.wdf);
}

}  // namespace

std::uint32_t document_length(std::span<const DocumentTerm> terms) {
  std::uint32_t length = 0;
  for (const DocumentTerm& entry : terms) length += entry.wdf;
  return length;
}

void encode_termlist(std::span<const DocumentTerm> terms, std::string& out) {
  out.clear();
  append_uint(out, document_length(terms));
  append_uint(out, terms.size());
  if (terms.empty()) return;
  const DocumentTerm& first = terms.front();
  out.push_back(static_cast<char>(first.term.size()));
  out.append(first.term);
  append_uint(out, first.wdf);
  for (std::size_t i = 1; i < terms.size(); ++i) append_entry(terms[i], terms[i - 1].term, out);
}

void encode_used_slots(std::span<const std::pair<std::uint32_t, std::string_view>> values,
                       std::string& out) {
  out.clear();
  std::uint32_t next = 0;
  for (const auto& [slot, bytes] : values) {
    append_uint(out, slot - next);
    next = slot + 1;
  }
}

}  // namespace pullquote::glass
