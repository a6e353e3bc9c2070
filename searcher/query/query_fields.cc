// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pullquote/field.h"
#include "schema/analysis/edit_distance.h"

namespace pullquote {
namespace {

/// Longer words are no misspelt names, because all names are shorter.
constexpr std::size_t kLongestTypo = 24;

/// Names that are forms of the query language rather than fields.
constexpr std::array<std::pair<std::string_view, FieldRole>, 3> kForms{{
    {"since", FieldRole::Since},
    {"until", FieldRole::Until},
    {"said", FieldRole::Said},
}};

/// Names that other programs and everyday language use for the fields.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kUsualWords{{
    {"title", "headline"},   {"heading", "headline"}, {"intitle", "headline"},
    {"subject", "headline"}, {"text", "body"},        {"intext", "body"},
    {"content", "body"},     {"from", "source"},      {"site", "source"},
    {"outlet", "source"},    {"host", "source"},      {"publisher", "source"},
    {"by", "author"},        {"byline", "author"},    {"writer", "author"},
    {"language", "lang"},    {"tag", "keyword"},      {"topic", "keyword"},
    {"category", "section"}, {"before", "until"},     {"after", "since"},
    {"url", "id"},
}};

/// The nearest candidate so far.
struct Nearest {
  std::string_view typed;
  std::size_t limit;  ///< only candidates with a lower distance are taken
  std::string_view name;

  /// Takes the name `means` if `candidate` is nearer than all before.
  void consider(std::string_view candidate, std::string_view means) {
    const std::size_t distance = edit_distance(typed, candidate, limit);
    if (distance >= limit) return;
    limit = distance;
    name = means;
  }
};

FieldRole role_of_kind(FieldKind kind) {
  switch (kind) {
    case FieldKind::Text:
      return FieldRole::Text;
    case FieldKind::Date:
      return FieldRole::Date;
    case FieldKind::Name:
    case FieldKind::Exact:
      break;
  }
  return FieldRole::Filter;
}

std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

std::string date_advice(FieldRole role) {
  return role == FieldRole::Date
             ? "This is no date or range; write one such as 2016, 2016-05, "
               "2016-05-01..2016-05-07, yesterday or \"last week\"."
             : "This is no date; write one such as 2016-05, 2016-05-04, yesterday or \"3 days "
               "ago\" (with the quotes).";
}

std::optional<FieldRole> role_of(std::string_view name) {
  if (name.empty()) return std::nullopt;
  if (const Field* field = find_field(name)) return role_of_kind(field->kind);
  for (const auto& [form, role] : kForms) {
    if (form == name) return role;
  }
  return std::nullopt;
}

bool is_single_valued(std::string_view name) {
  return name == "source" || name == "lang" || name == "section" || name == "id";
}

std::vector<std::string_view> query_field_names() {
  std::vector<std::string_view> names;
  for (const Field& field : kFields) {
    if (!field.name.empty()) names.push_back(field.name);
  }
  for (const auto& [form, role] : kForms) names.push_back(form);
  return names;
}

std::string_view nearest_field_name(std::string_view unknown) {
  if (unknown.size() > kLongestTypo) return {};
  const std::string lower = lower_case(unknown);
  const std::size_t misspelt_bytes =
      lower.size() < 3 ? 0 : std::max<std::size_t>(1, lower.size() / 3);
  Nearest nearest{lower, misspelt_bytes + 1, {}};
  for (std::string_view name : query_field_names()) nearest.consider(name, name);
  for (const auto& [word, name] : kUsualWords) nearest.consider(word, name);
  return nearest.name;
}

}  // namespace pullquote
