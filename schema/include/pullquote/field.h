// SPDX-License-Identifier: GPL-3.0-or-later
/// The field table: one row per field, walked by the indexer, the query parser and the tests. Prefixes follow Omega's conventions (xapian-omega, docs/termprefixes), so that
/// xapian-delve, Omega and stock QueryParser can read the databases; "X..." prefixes are ours.
///
///     for (const Field& field : kFields) {
///       std::cout << field.name << ": " << field.description << '\n';
///     }
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pullquote {

/// How a field's text becomes terms and what a query may ask of it.
enum class FieldKind : std::uint8_t {
  Text,   ///< analysed; positional terms `PREFIXword` and ranked terms `ZPREFIXstem`
  Name,   ///< a name: each folded word and the whole folded name are terms without positions, wdf 0
  Exact,  ///< a Boolean filter: the whole folded value is one term, wdf 0
  Date,   ///< D (YYYYMMDD), M (YYYYMM), Y (YYYY) terms; ranges through docid order and the time
          ///< column
};

struct Field {
  std::string_view name;    ///< what a reader types before ':'; "" is the combined field
  std::string_view prefix;  ///< how the stored term starts
  FieldKind kind;
  std::uint8_t
      default_weight;  ///< of one occurrence in the combined ranked list; 0: not ranked there
  std::string_view description;  ///< one line for help texts
};

/// The combined field holds headline, standfirst, body and captions, in that order, at increasing
/// positions with kFieldGap between them. Quotes are part of the body: their words get the quotes'
/// weight in place of the body's. Weights are whole numbers because they are summed into the wdf of
/// the Z terms; a weight of kWeightScale counts as one plain occurrence.
inline constexpr std::array kFields{
    Field{"", "", FieldKind::Text, 0, "headline, standfirst, body and captions together"},
    Field{"headline", "S", FieldKind::Text, 8, "words of the headline"},
    Field{"body", "", FieldKind::Text, 2, "the text without the headline"},
    Field{"quote", "XQ", FieldKind::Text, 3, "words inside quotation marks"},
    Field{"speaker", "XSP", FieldKind::Name, 0, "who is quoted"},
    Field{"source", "H", FieldKind::Exact, 0, "the outlet, or the host of the URL"},
    Field{"author", "A", FieldKind::Name, 0, "who wrote it"},
    Field{"lang", "L", FieldKind::Exact, 0, "language code, such as en"},
    Field{"section", "XSECT", FieldKind::Exact, 0, "the outlet's section"},
    Field{"keyword", "K", FieldKind::Exact, 0, "keywords of the source"},
    Field{"id", "Q", FieldKind::Exact, 0, "the article's id"},
    Field{"date", "D", FieldKind::Date, 0, "publication date or range"},
};

/// Begins the terms of stems, before the prefix of their field: `Ztruc`, `ZStruc`.
inline constexpr std::string_view kStemPrefix = "Z";

/// Begin the terms YYYYMM and YYYY of a date, whose days have the prefix of the field `date`.
inline constexpr std::string_view kMonthPrefix = "M";
inline constexpr std::string_view kYearPrefix = "Y";

/// One plain body occurrence in the wdf of a Z term.
inline constexpr std::uint8_t kWeightScale = 2;

/// Positions skipped between the fields of the combined text, so that no phrase crosses them.
inline constexpr std::uint32_t kFieldGap = 100;

/// The term that holds, with wdf 0, the position of the first word of every paragraph of the body.
inline constexpr std::string_view kParagraphTerm = "XPAR";

/// The longest stored term in bytes, prefix included (Xapian refuses more than 245; a zero byte
/// counts twice, and analysed text has none).
inline constexpr std::size_t kMaxTermBytes = 245;

/// The row of a field by its query name; nullptr when there is none.
constexpr const Field* find_field(std::string_view name) {
  for (const Field& field : kFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

namespace detail {
constexpr bool names_are_distinct() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    for (std::size_t j = i + 1; j < kFields.size(); ++j) {
      if (kFields[i].name == kFields[j].name) return false;
    }
  }
  return true;
}
/// Fields that store terms of their own must not share a prefix; "body" reads the combined terms.
constexpr bool prefixes_are_distinct() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    for (std::size_t j = i + 1; j < kFields.size(); ++j) {
      if (!kFields[j].prefix.empty() && kFields[i].prefix == kFields[j].prefix) return false;
    }
  }
  return true;
}
/// Omega's rule: one capital letter other than X and Z, or X and more capitals.
constexpr bool prefixes_are_well_formed() {
  for (const Field& field : kFields) {
    for (char c : field.prefix) {
      if (c < 'A' || c > 'Z' || (c == 'Z')) return false;
    }
    if (field.prefix.size() > 1 && field.prefix[0] != 'X') return false;
    if (field.prefix == "X") return false;
  }
  return true;
}
}  // namespace detail

static_assert(detail::names_are_distinct(), "two fields would answer to one name");
static_assert(detail::prefixes_are_distinct(), "two fields would share their posting lists");
static_assert(detail::prefixes_are_well_formed(), "Omega would misread a prefix");

/// The weights of one index: fixed at build time, recorded in the manifest.
struct FieldWeights {
  std::uint8_t headline = find_field("headline")->default_weight;
  std::uint8_t body = find_field("body")->default_weight;
  std::uint8_t quote = find_field("quote")->default_weight;
  friend bool operator==(const FieldWeights&, const FieldWeights&) = default;
};

}  // namespace pullquote
