// SPDX-License-Identifier: GPL-3.0-or-later
/// SQLite FTS5 with stored content: headline, body and quotes analysed (porter), the rest stored
/// beside them, the outlet as one token. The journal is off and nothing is synced, as a rebuild may
/// do; the index is merged at the end, as ours is.
///
/// Usage: bench_sqlite_build DATABASE PREPARED [NEWEST_FIRST]
/// With NEWEST_FIRST (any word) the lines are in that order, and row ids carry the time, as
/// sqlite_search.cc wants them. FTS5 takes falling row ids one by one only, hence the promise.
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "bench/peers/prepared.h"
#include "bench/peers/sqlite_table.h"

namespace {

using pullquote::bench::PreparedArticle;

class Database {
 public:
  explicit Database(const char* path) {
    if (sqlite3_open(path, &handle_) != SQLITE_OK) fail();
  }
  ~Database() { sqlite3_close(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr) != SQLITE_OK) fail();
    return statement;
  }
  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(handle_)); }

 private:
  sqlite3* handle_ = nullptr;
};

std::string outlets_of(const PreparedArticle& article) {
  std::string outlets;
  for (const std::string_view term : pullquote::bench::pieces_of(article.filters)) {
    if (term.starts_with('H')) outlets += pullquote::bench::outlet_token(term) + ' ';
  }
  return outlets;
}

/// `counter` keeps the articles of one second apart.
std::int64_t row_of(const PreparedArticle& article, std::int64_t& counter) {
  const std::int64_t time = article.published.empty()
                                ? pullquote::bench::kUnknownTime
                                : std::atoll(std::string(article.published).c_str());
  return pullquote::bench::first_row(time) + counter++ % pullquote::bench::kRowsOfASecond;
}

void build(const char* path, const char* prepared, bool newest_first) {
  std::remove(path);
  Database database(path);
  database.run(
      "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144;"
      "CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, published UNINDEXED,"
      " source UNINDEXED, headline, body, quotes, outlet, filters UNINDEXED,"
      " tokenize='porter unicode61');"
      "BEGIN");
  sqlite3_stmt* insert = database.prepare(
      "INSERT INTO articles(rowid, id, published, source, headline, body, quotes,"
      " outlet, filters) VALUES(?,?,?,?,?,?,?,?,?)");
  std::int64_t row = 0;
  pullquote::bench::for_each_prepared(prepared, [&](const PreparedArticle& article) {
    const std::string outlets = outlets_of(article);
    const std::array<std::string_view, 8> fields{
        article.id,   article.published, article.source, article.headline,
        article.body, article.quotes,    outlets,        article.filters};
    if (newest_first) sqlite3_bind_int64(insert, 1, row_of(article, row));
    for (std::size_t i = 0; i < fields.size(); ++i) {
      sqlite3_bind_text(insert, static_cast<int>(i + 2), fields[i].data(),
                        static_cast<int>(fields[i].size()), SQLITE_STATIC);
    }
    if (sqlite3_step(insert) != SQLITE_DONE) database.fail();
    sqlite3_reset(insert);
  });
  sqlite3_finalize(insert);
  database.run("COMMIT; INSERT INTO articles(articles) VALUES('optimize')");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fprintf(stderr, "usage: %s DATABASE PREPARED [NEWEST_FIRST]\n", argv[0]);
    return 2;
  }
  try {
    build(argv[1], argv[2], argc == 4);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 1;
  }
}
