// SPDX-License-Identifier: GPL-3.0-or-later
/// Backtracking over the pieces; remembering failures keeps it polynomial, which is right because
/// what a piece captures has no influence on what may follow.
#include "indexer/inputs/path_pattern.h"

#include <algorithm>

#include "indexer/dates/dates.h"
#include "indexer/decoding/charset.h"
#include "pullquote/error.h"

namespace pullquote {

struct PathPattern::Attempt {
  std::string_view path;
  std::vector<Capture> captures;  ///< by piece
  std::vector<bool> failed;       ///< by piece and position
};

PathPattern::PathPattern(std::string_view pattern) {
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    if (rest.front() == '{') {
      const std::size_t close = rest.find('}');
      if (close == std::string_view::npos) {
        throw Error("path pattern '" + std::string(pattern) + "': '{' without '}'");
      }
      add_field(rest.substr(1, close - 1));
      at += close + 1;
    } else if (rest.starts_with("**/")) {
      pieces_.push_back({Kind::AnyFolders, {}, {}});
      at += 3;
    } else if (rest.starts_with("**")) {
      pieces_.push_back({Kind::Any, {}, {}});
      at += 2;
    } else if (rest.front() == '*' || rest.front() == '?') {
      pieces_.push_back({rest.front() == '*' ? Kind::Run : Kind::One, {}, {}});
      ++at;
    } else {
      const std::size_t length = std::min(rest.find_first_of("{*?"), rest.size());
      pieces_.push_back({Kind::Literal, std::string(rest.substr(0, length)), {}});
      at += length;
    }
  }
}

void PathPattern::add_field(std::string_view inside) {
  const std::size_t colon = inside.find(':');
  Piece piece{Kind::Field, {}, require_article_field(inside.substr(0, colon))};
  const bool is_time =
      piece.field == ArticleField::Published || piece.field == ArticleField::Modified;
  if (colon != std::string_view::npos) piece.text = inside.substr(colon + 1);
  if (!piece.text.empty() && !is_time) {
    throw Error("path pattern: only published and modified take a format, not '" +
                std::string(inside) + "'");
  }
  if (const std::string fault = fault_of_date_format(piece.text);
      !piece.text.empty() && !fault.empty()) {
    throw Error("path pattern: '" + piece.text + "' reads no date: " + fault);
  }
  for (const Piece& other : pieces_) {
    if (other.kind == Kind::Field && other.field == piece.field) {
      throw Error("path pattern: field '" + std::string(to_string(piece.field)) +
                  "' is named twice; a date over several folders is {published:%Y/%m/%d}");
    }
  }
  pieces_.push_back(std::move(piece));
}

bool PathPattern::match(std::string_view path, Article& article) const {
  if (pieces_.empty()) return false;
  Attempt attempt{path, std::vector<Capture>(pieces_.size()),
                  std::vector<bool>(pieces_.size() * (path.size() + 1))};
  if (!match_from(attempt, 0, 0)) return false;
  assign(attempt, article);
  return true;
}

bool PathPattern::match_from(Attempt& attempt, std::size_t index, std::size_t at) const {
  const std::string_view rest = attempt.path.substr(at);
  if (index == pieces_.size()) return rest.empty();
  const std::size_t slot = index * (attempt.path.size() + 1) + at;
  if (attempt.failed[slot]) return false;
  const Piece& piece = pieces_[index];
  if (piece.kind == Kind::Literal) {
    if (rest.starts_with(piece.text) && match_from(attempt, index + 1, at + piece.text.size())) {
      return true;
    }
  } else {
    // The longest first, so that "{source}_*" splits at the last '_' as a shell would.
    for (std::size_t length = rest.size() + 1; length-- > 0;) {
      if (!accepts(piece, rest.substr(0, length))) continue;
      attempt.captures[index] = {at, at + length};
      if (match_from(attempt, index + 1, at + length)) return true;
    }
  }
  attempt.failed[slot] = true;
  return false;
}

bool PathPattern::accepts(const Piece& piece, std::string_view text) const {
  const bool one_name = text.find('/') == std::string_view::npos;
  switch (piece.kind) {
    case Kind::Run:
      return one_name;
    case Kind::One:
      return one_name && text.size() == 1;
    case Kind::Any:
      return true;
    case Kind::AnyFolders:
      return text.empty() || text.back() == '/';
    case Kind::Field:
      if (text.empty()) return false;
      if (!piece.text.empty()) return parse_date(text, piece.text).has_value();
      if (!one_name) return false;
      return (piece.field != ArticleField::Published && piece.field != ArticleField::Modified) ||
             parse_date(text).has_value();
    case Kind::Literal:
      break;
  }
  return false;
}

void PathPattern::assign(const Attempt& attempt, Article& article) const {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.kind != Kind::Field) continue;
    const Capture capture = attempt.captures[i];
    const std::string_view text = attempt.path.substr(capture.start, capture.end - capture.start);
    if (piece.text.empty()) {
      assign_field(article, piece.field, {clean_utf8(text)});
    } else {
      (piece.field == ArticleField::Published ? article.published : article.modified) =
          parse_date(text, piece.text);
    }
  }
}

}  // namespace pullquote
