// SPDX-License-Identifier: GPL-3.0-or-later
/// What the other engines read: articles already parsed and with their quotes found, one a line, so
/// that what is timed is indexing and nothing of the reading that only we do.
///
/// A line is seven fields between 0x1F bytes: id, unix seconds of publication (empty: unknown),
/// source, headline, body, quotes (0x1E between them), filter terms (0x1E between them). Line ends
/// within a field are 0x1E too. peers/prepare.cc writes it.
#pragma once

#include <array>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote::bench {

inline constexpr char kFieldEnd = '\x1f';
inline constexpr char kPieceEnd = '\x1e';

struct PreparedArticle {
  std::string_view id, published, source, headline, body, quotes, filters;
  std::string_view line;  ///< all of it: what is stored as the article
};

/// The pieces of a field.
inline std::vector<std::string_view> pieces_of(std::string_view field) {
  std::vector<std::string_view> pieces;
  while (!field.empty()) {
    const std::size_t end = field.find(kPieceEnd);
    pieces.push_back(field.substr(0, end));
    field.remove_prefix(end == std::string_view::npos ? field.size() : end + 1);
  }
  return pieces;
}

/// Calls `visit` with each article of the file; its views are valid during the call.
template <class Visit>
void for_each_prepared(const char* path, Visit visit) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(std::string("cannot read ") + path);
  for (std::string line; std::getline(in, line);) {
    std::array<std::string_view, 7> fields;
    std::string_view rest = line;
    for (std::string_view& field : fields) {
      const std::size_t end = rest.find(kFieldEnd);
      field = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    visit(PreparedArticle{fields[0], fields[1], fields[2], fields[3], fields[4], fields[5],
                          fields[6], line});
  }
}

}  // namespace pullquote::bench
