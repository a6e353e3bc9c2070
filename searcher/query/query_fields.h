// SPDX-License-Identifier: GPL-3.0-or-later
/// What may stand before a colon in a query: the field table's names, and the names that are forms
/// of the language rather than fields (since:, until:, said:).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

enum class FieldRole {
  Text,    ///< words and phrases in one field
  Filter,  ///< a whole value or name
  Date,
  Since,
  Until,
  Said,
};

/// What to write behind date:, since: or until:, for one who wrote something else.
std::string date_advice(FieldRole role);

/// Case matters: names are lower case. Empty when there is no such name.
std::optional<FieldRole> role_of(std::string_view name);

/// Whether an article has at most one value of the field, so that two filters side by side can only
/// mean alternatives.
bool is_single_valued(std::string_view name);

/// All names, in the order of the field table, then the forms of the language.
std::vector<std::string_view> query_field_names();

/// The name a writer of `unknown` most likely meant: the usual word for a field ("title"), else the
/// nearest name within a third of its letters; empty when nothing is near.
std::string_view nearest_field_name(std::string_view unknown);

}  // namespace pullquote
