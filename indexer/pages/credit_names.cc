// SPDX-License-Identifier: GPL-3.0-or-later
/// Agencies are looked up in a hash set that is filled once, on first use. Everything else is
/// judged by form, because names of persons and outlets are an open class: a line of capitalised
/// words, small words such as "of" or "van" aside, is taken for names. The caller bounds the number
/// of words, which keeps headlines in title case out.
#include "indexer/pages/credit_names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

#include "indexer/decoding/lexicon_lines.h"
#include "lexicon/pullquote_indexer.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

using Names = std::unordered_set<std::string>;

/// Capitals as headlines and credits have them; letters beyond ASCII stay as they are.
std::string upper_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

/// All rows of the lexicon, each as written and in capitals.
const Names& agencies() {
  static const Names kAgencies = [] {
    Names names;
    for_each_lexicon_row(lexicon::page_agencies, [&](std::span<const std::string_view> columns) {
      if (columns.empty()) return;
      names.emplace(columns[0]);
      names.insert(upper_ascii(columns[0]));
    });
    return names;
  }();
  return kAgencies;
}

/// Whether `word` may stand in a name. The small words listed are the only ones in lower case that
/// may.
bool is_name_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kSmall{
      "and", "in",  "for", "of",  "de",   "van", "von", "der",  "den", "la", "le",
      "el",  "al",  "bin", "di",  "da",   "dos", "du",  "et",   "und", "y",  "e",
      "af",  "ter", "ten", "the", "with", "via", "mit", "avec", "con"};
  if (kSmall.count(word) > 0) return true;
  std::size_t at = 0;
  const std::int32_t first = next_code_point(word, at);
  // Letters of scripts without cases pass; so do digits and signs ("@name", "24").
  return !u_islower(first);
}

}  // namespace

bool is_agency(std::string_view name) {
  return agencies().count(std::string(trim_credit(name))) > 0;
}

bool names_agency(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [](const std::string& n) { return is_agency(n); });
}

std::vector<std::string> split_names(std::string_view text) {
  constexpr std::array<std::string_view, 13> kJoints{" with ", " and ", " & ",   " via ", " avec ",
                                                     " et ",   " mit ", " und ", " con ", " y ",
                                                     ", ",     "/",     " | "};
  std::vector<std::string> names;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t skip = 0;
    // The leftmost joint ends the name.
    for (std::string_view joint : kJoints) {
      if (const std::size_t at = text.find(joint); at < end) {
        end = at;
        skip = joint.size();
      }
    }
    const std::string_view name = trim_credit(text.substr(0, end));
    if (!name.empty()) names.emplace_back(name);
    text.remove_prefix(std::min(text.size(), end + skip));
  }
  return names;
}

bool looks_like_names(std::string_view text, std::size_t max_words) {
  std::size_t words = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (space > 0 && (!is_name_word(text.substr(0, space)) || ++words > max_words)) return false;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return words > 0;
}

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view trim_credit(std::string_view text) {
  constexpr std::string_view kEdges = " \t,;:|/.-";
  const std::size_t first = text.find_first_not_of(kEdges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kEdges) - first + 1);
}

std::size_t count_credit_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string_view closing_brackets(std::string_view text) {
  while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
  if (!text.ends_with(')') && !text.ends_with(']')) return {};
  const std::size_t open = text.find_last_of("([");
  if (open == std::string_view::npos) return {};
  return text.substr(open + 1, text.size() - open - 2);
}

}  // namespace pullquote
