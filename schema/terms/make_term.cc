// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>

#include "schema/analysis/string_hash.h"
#include "schema/analysis/utf8.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

constexpr std::size_t kHashDigits = 16;

void append_hex(std::uint64_t value, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[value >> shift & 0xF];
}

/// Cuts a term that is too long: its first characters, '~' and the hash of all of it.
void shorten(std::string& term) {
  if (term.size() <= kMaxTermBytes) return;
  const std::uint64_t hash = hash_of(term);
  std::size_t keep = kMaxTermBytes - 1 - kHashDigits;
  // At most three steps: in ill-formed text a run of continuation bytes may be cut anywhere.
  for (int step = 0; step < 3 && is_continuation(term[keep]); ++step) --keep;
  term.resize(keep);
  term += '~';
  append_hex(hash, term);
}

}  // namespace

void make_term(std::string_view prefix, std::string_view value, std::string& out) {
  out.assign(prefix);
  out += value;
  shorten(out);
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term;
  make_term(prefix, value, term);
  return term;
}

bool is_cut(std::string_view term) {
  return term.size() > kHashDigits && term[term.size() - kHashDigits - 1] == '~';
}

void make_stem_term(std::string_view prefix, std::string_view stem, std::string& out) {
  out = kStemPrefix;
  out += prefix;
  out += stem;
  shorten(out);
}

}  // namespace pullquote
