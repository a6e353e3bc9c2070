// SPDX-License-Identifier: GPL-3.0-or-later
/// The query language (docs/query-language.md) as a syntax tree.
///
///     const auto parsed = parse_query("truce NEAR/5 aleppo", {});
///     if (const auto* error = std::get_if<QueryError>(&parsed)) std::cerr << error->message;
///
/// All functions are thread-safe: they keep no state.
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

/// The first fault of a query.
struct QueryError {
  ByteSpan span;        ///< the bytes of the query's text to mark
  std::string message;  ///< one sentence: what is wrong and what to write instead
  friend bool operator==(const QueryError&, const QueryError&) = default;
};

/// A half-open range of unix seconds, [from, until). An end that is not set is open. Days of the
/// query language are civil days in UTC.
struct TimeRange {
  std::optional<std::int64_t> from_seconds;
  std::optional<std::int64_t> until_seconds;
  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// The range of a boost, and of the product of all boosts from the root to a leaf.
inline constexpr double kMinBoost = 0.001;
inline constexpr double kMaxBoost = 1000;

/// A node of the tree. Plain data; a node owns its children.
///
/// Promises of parse_query() about its trees, beyond the comments of the kinds:
///  - Any has two or more children, not all prohibited. `required` and `prohibited` are set on
///    children of Any and nowhere else. A child that consists of Filters and Dates only (one of
///    them, or And, Or, Not, Any over them) restricts the answer as if it were required.
///  - And and Or have two or more children; a child of the same kind stood in brackets.
///  - Near and Adjacent have two or more children, all of one field: Word, Prefix, Fuzzy, Phrase,
///    or an Or over these. Said has one or more children: Word or Phrase without a field.
///  - Filters that stand side by side on one of source, lang, section and id become one Or, because
///    an article has one value of each. Filters on other fields must all hold.
///  - A field or filter before brackets is pushed down to the leaves; only leaves carry `field`.
///  - Filter and Date have boost 1. Brackets are at most 64 deep, so that trees are at most 260
///    deep.
struct QueryNode {
  enum class Kind : std::uint8_t {
    Empty,     ///< no clause at all: matches nothing
    Word,      ///< `text`, analysed; stemmed unless `exact`
    Prefix,    ///< `text`*: words that begin with it
    Fuzzy,     ///< `text`~`distance`: words within this edit distance
    Phrase,    ///< "text": its words in a row
    Near,      ///< children within `distance` words, any order
    Adjacent,  ///< children within `distance` words, in this order
    Any,       ///< plain juxtaposition: at least one child matches, more children rank higher
    And,       ///< all children match
    Or,        ///< at least one child matches
    Not,       ///< children[0] without children[1] (from AND NOT)
    Filter,    ///< `field`:`text` on a Name or Exact field; no weight
    Date,      ///< `range`; no weight
    Said,  ///< said:(...): one quote satisfies all children: words, phrases, and bare names of its
           ///< speaker
  };
  Kind kind = Kind::Empty;
  ByteSpan span;          ///< in the query text, for errors and explanations
  std::string field;      ///< name of the field; empty: the combined field, or none for inner nodes
  std::string text;       ///< as written (never empty), without quotation marks and operators
  bool exact = false;     ///< =word: the form as typed
  bool required = false;  ///< +clause
  bool prohibited = false;  ///< -clause
  unsigned distance = 0;    ///< for Fuzzy, in characters; for Near and Adjacent, in words
  double boost = 1;         ///< ^3: multiplies the weight, within kMinBoost and kMaxBoost
  TimeRange range;          ///< for Date
  std::vector<QueryNode> children;

  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

/// Settings of the parser.
struct ParseOptions {
  /// The present, in unix seconds, for dates such as "yesterday". The library reads no clock.
  std::int64_t now_seconds = 0;
};

/// A parsed query. A value: copying it copies the tree.
struct Query {
  std::string text;  ///< as given to parse_query() or plain_query()
  QueryNode root;    ///< spans of its nodes are bytes of `text`
};

/// Parses a query. Throws nothing but std::bad_alloc, whatever the text, and takes linear time.
///
/// Limits: 64 KiB; 1,024 words, phrases and filters; 64 clauses that need more than posting lists
/// (docs/query-language.md, "Errors"). A query beyond a limit is an error, and so is a query that
/// asks for nothing: blank, only operators, or only exclusions.
std::variant<Query, QueryError> parse_query(std::string_view text, const ParseOptions& options);

/// The canonical text of a tree. For a tree from parse_query(), parse_query(to_string(root)) gives
/// the same tree except for spans, or an error where brackets or fields written out exceed the
/// limits. Trees made by hand are printed as closely as the language allows.
std::string to_string(const QueryNode& node);

/// A query from text that is no query language, such as a question or a whole headline: an Any of
/// one Word for each distinct folded word, in order of appearance, with the number of occurrences
/// as its boost. One word alone is a Word; no word at all is Empty. The text may be of any length;
/// operators and quotation marks mean nothing.
Query plain_query(std::string_view text);

}  // namespace pullquote
