// SPDX-License-Identifier: GPL-3.0-or-later
/// The names that may stand before a colon in a query: the fields of the field table, and forms of
/// the language that are no fields (since:, until:, said:).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// What a query does with the value behind a name.
enum class FieldRole {
  Text,    ///< searches words and phrases in one field
  Filter,  ///< restricts to a whole value or name
  Date,    ///< restricts to a date or a range
  Since,   ///< restricts to a date and later
  Until,   ///< restricts to a date and earlier
  Said,    ///< searches for one quote with all clauses
};

/// The error message for a value behind date:, since: or until: that is no date.
std::string date_advice(FieldRole role);

/// The role of a name; empty when there is no such name. Names are lower-case and must be written
/// so.
std::optional<FieldRole> role_of(std::string_view name);

/// Whether an article has at most one value of the field, so that two filters on it side by side
/// can only mean alternatives.
bool is_single_valued(std::string_view name);

/// All names: first those of the field table, in its order, then the forms of the language.
std::vector<std::string_view> query_field_names();

/// The name that `unknown` was probably meant to be: a field that is usually called so elsewhere
/// ("title" for headline), or a name whose edit distance is at most a third of the letters. Empty
/// when no name is near.
std::string_view nearest_field_name(std::string_view unknown);

}  // namespace pullquote
