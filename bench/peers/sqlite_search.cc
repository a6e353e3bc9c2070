// SPDX-License-Identifier: GPL-3.0-or-later
/// SQLite FTS5 over the table of peers/sqlite_build.cc: MATCH, bm25() with column weights, top 10.
/// Statements are prepared once, the database is mapped into memory and read-only.
///
/// Usage: bench_sqlite_search DATABASE [--answers] < QUERIES   (peers/query_line.h)
///
/// Row ids rise as articles get older, so that a date range is a range of row ids, which FTS5
/// evaluates itself, and "newest" is the table's own order, which stops at ten. The outlet is a
/// token of an indexed column. ORDER BY rank is FTS5's fast way to a top 10.
#include <sqlite3.h>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>

#include "bench/peers/query_line.h"
#include "bench/peers/sqlite_table.h"

namespace {

using pullquote::bench::Answer;
using pullquote::bench::QueryLine;

// Of id, published, source, headline, body, quotes, outlet, filters: as xapian_build.cc weighs
// them.
constexpr const char* kRank = "bm25(0.0, 0.0, 0.0, 3.0, 1.0, 1.0, 0.0, 0.0)";

class Fts {
 public:
  explicit Fts(const char* path) {
    if (sqlite3_open_v2(path, &handle_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) fail();
    const std::string pragmas = "PRAGMA mmap_size=34359738368; PRAGMA cache_size=-262144;";
    if (sqlite3_exec(handle_, pragmas.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  ~Fts() {
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
  }
  Fts(const Fts&) = delete;
  Fts& operator=(const Fts&) = delete;

  Answer search(const QueryLine& line, bool count) {
    Answer answer;
    sqlite3_stmt* statement = bound(sql_of(line), line);
    while (step(statement)) answer.ids.push_back(text(statement, 0));
    sqlite3_reset(statement);
    if (count) {
      statement = bound("SELECT count(*)" + condition_of(line), line);
      if (step(statement))
        answer.matches = static_cast<std::uint64_t>(sqlite3_column_int64(statement, 0));
      sqlite3_reset(statement);
    }
    return answer;
  }

 private:
  static std::string condition_of(const QueryLine& line) {
    return std::string(" FROM articles WHERE articles MATCH ?1") +
           (line.dated() ? " AND rowid BETWEEN ?2 AND ?3" : "");
  }

  static std::string sql_of(const QueryLine& line) {
    const std::string columns =
        line.show == "snippets" ? "id, snippet(articles, 4, '[', ']', '...', 40)" : "id";
    return "SELECT " + columns + condition_of(line) +
           (line.show == "newest"
                ? " ORDER BY rowid LIMIT 10"
                : std::string(" AND rank MATCH '") + kRank + "' ORDER BY rank LIMIT 10");
  }

  /// Each word as a string of FTS5, so that none is an operator.
  static std::string match_of(const QueryLine& line) {
    const std::string column = line.field == "headline" ? "headline"
                               : line.field == "quote"  ? "quotes"
                                                        : "headline body";
    std::string words;
    for (const std::string& word : line.words) {
      if (!words.empty())
        words += line.kind == "phrase" ? " + " : line.kind == "all" ? " AND " : " OR ";
      words += '"' + word + '"';
    }
    std::string match = "{" + column + "} : (" + words + ")";
    if (!line.source.empty()) {
      match = "(" + match + ") AND outlet : \"" + pullquote::bench::outlet_token(line.source) + '"';
    }
    return match;
  }

  sqlite3_stmt* bound(const std::string& sql, const QueryLine& line) {
    sqlite3_stmt*& statement = statements_[sql];
    if (statement == nullptr &&
        sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      fail();
    }
    const std::string match = match_of(line);
    sqlite3_bind_text(statement, 1, match.data(), static_cast<int>(match.size()), SQLITE_TRANSIENT);
    if (line.dated()) {
      sqlite3_bind_int64(statement, 2, pullquote::bench::first_row(line.until - 1));
      sqlite3_bind_int64(statement, 3, pullquote::bench::last_row(line.since));
    }
    return statement;
  }

  bool step(sqlite3_stmt* statement) {
    const int result = sqlite3_step(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE) fail();
    return result == SQLITE_ROW;
  }

  static std::string text(sqlite3_stmt* statement, int column) {
    return reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  }

  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(handle_)); }

  sqlite3* handle_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::fprintf(stderr, "usage: %s DATABASE [--answers] < QUERIES\n", argv[0]);
    return 2;
  }
  try {
    Fts fts(argv[1]);
    pullquote::bench::answer_lines(
        argc == 3, [&](const QueryLine& line, bool count) { return fts.search(line, count); });
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 1;
  }
}
