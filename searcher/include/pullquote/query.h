// SPDX-License-Identifier: GPL-3.0-or-later
/// The query language (docs/query-language.md) as a syntax tree.
///
///     const auto parsed = parse_query("truce NEAR/5 aleppo", {});
///     if (const auto* error = std::get_if<QueryError>(&parsed)) std::cerr << error->message;
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pullquote/quote.h"

namespace pullquote {

/// What is wrong with a query, and where, as bytes of the text given.
struct QueryError {
  ByteSpan span;
  std::string message;  ///< one sentence: what is wrong and what to write instead
  friend bool operator==(const QueryError&, const QueryError&) = default;
};

/// Days are civil days in UTC; `until_seconds` is exclusive. Empty ends are open.
struct TimeRange {
  std::optional<std::int64_t> from_seconds;
  std::optional<std::int64_t> until_seconds;
  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// One node of the tree. Plain data; children are owned.
///
/// What parse_query() promises about its trees, beyond the kinds' own words:
///  - Any has two children or more, not all prohibited. `required` and `prohibited` are set on
///    children of Any and nowhere else. A child that consists of Filters and Dates only (one of
///    them, or And, Or, Not, Any of such) restricts the answer as if it were required.
///  - And and Or have two children or more; a child of the same kind stood in brackets.
///  - Near and Adjacent have two children or more: Word, Prefix, Fuzzy, Phrase, or Or of these, all
///    of one field. Said has one or more: Word or Phrase without field.
///  - Side by side, filters on one of source, lang, section and id become one Or: an article has
///    one value of each. Filters on other fields must all hold.
///  - A field or filter before brackets is pushed down to the leaves; only leaves carry `field`.
///  - Filter and Date have boost 1. Brackets are at most 64 deep, so trees are at most 260 deep.
struct QueryNode {
  enum class Kind : std::uint8_t {
    Empty,     ///< no clause at all: matches nothing
    Word,      ///< `text`, analysed and stemmed unless `exact`
    Prefix,    ///< `text`*
    Fuzzy,     ///< `text`~`distance`
    Phrase,    ///< "text"
    Near,      ///< children within `distance` words, any order
    Adjacent,  ///< children within `distance` words, in this order
    Any,       ///< ranked: at least one child, more rank higher (plain juxtaposition)
    And,
    Or,
    Not,     ///< children[0] without children[1] (from AND NOT)
    Filter,  ///< `field`:`text` on a Name or Exact field; no weight
    Date,    ///< `range`; no weight
    Said,    ///< one quote that satisfies all: children are words, phrases, and bare names of its
             ///< speaker
  };
  Kind kind = Kind::Empty;
  ByteSpan span;            ///< in the query text, for errors and explanations
  std::string field;        ///< "" is the combined field
  std::string text;         ///< as written (never empty), without quotes and operators
  bool exact = false;       ///< =word
  bool required = false;    ///< +clause
  bool prohibited = false;  ///< -clause
  unsigned distance = 0;    ///< of Fuzzy, Near, Adjacent
  double boost = 1;         ///< ^3
  TimeRange range;
  std::vector<QueryNode> children;

  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

struct ParseOptions {
  /// "Now" for human dates, unix seconds. Libraries read no clock.
  std::int64_t now_seconds = 0;
};

/// A parsed query; a value.
struct Query {
  std::string text;
  QueryNode root;
};

/// Never throws for any text (but std::bad_alloc), and takes linear time. Queries of up to 64 KiB
/// and 1,024 words, phrases and filters, 64 of them such as need more than posting
/// lists (docs/query-language.md, "Errors"); longer ones are an error, and so is a query that asks
/// for nothing (blank, only operators, only exclusions).
std::variant<Query, QueryError> parse_query(std::string_view text, const ParseOptions& options);

/// Canonical text of a tree. For a tree from parse_query(), parse_query(to_string(root)) gives the
/// same tree but for spans (or an error, where brackets or fields written out pass the limits
/// above). Trees made by hand are printed as closely as the language allows.
std::string to_string(const QueryNode& node);

/// Text that is no query language, such as a question or a whole headline: an Any of one Word for
/// each distinct folded word in order of appearance, its boost the number of occurrences. One word
/// alone is a Word; no word at all is Empty. Of any length; operators and quotes mean nothing.
Query plain_query(std::string_view text);

}  // namespace pullquote
