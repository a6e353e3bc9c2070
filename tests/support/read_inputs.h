// SPDX-License-Identifier: GPL-3.0-or-later
/// Inputs to articles and rejections in one call, and bytes compressed as files come.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pullquote/article_reader.h"
#include "tests/support/temporary_directory.h"

namespace pullquote::testing {

struct ReadInputs {
  std::vector<ParsedArticle> articles;
  std::vector<std::size_t> offsets;   ///< of the record of each article
  std::vector<Rejection> rejections;  ///< those of withdrawals included
  std::vector<Withdrawal> withdrawals;

  /// "reason" of each rejection, in order.
  std::vector<std::string> reasons() const {
    std::vector<std::string> all;
    for (const Rejection& rejection : rejections) all.push_back(rejection.reason);
    return all;
  }
  std::vector<std::string> headlines() const {
    std::vector<std::string> all;
    for (const ParsedArticle& parsed : articles) all.push_back(parsed.article.headline);
    return all;
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const ParsedArticle& parsed : articles) all.push_back(parsed.article.id);
    return all;
  }
};

inline ReadInputs read_inputs(const std::vector<std::string>& inputs,
                              const ReaderOptions& options = {}) {
  ReadInputs read;
  RecordSource source(inputs, options);
  RecordParser parser(options);
  while (auto next = source.next()) {
    if (auto* rejection = std::get_if<Rejection>(&*next)) {
      read.rejections.push_back(*rejection);
      continue;
    }
    parser.parse(std::get<RawRecord>(*next), [&](ReadOutcome&& outcome) {
      if (auto* parsed = std::get_if<ParsedArticle>(&outcome)) {
        read.articles.push_back(std::move(*parsed));
        read.offsets.push_back(std::get<RawRecord>(*next).where.offset_bytes);
      } else if (auto* withdrawal = std::get_if<Withdrawal>(&outcome)) {
        read.rejections.push_back(withdrawal->rejection);
        read.withdrawals.push_back(std::move(*withdrawal));
      } else {
        read.rejections.push_back(std::get<Rejection>(outcome));
      }
    });
  }
  return read;
}

/// One file of that content, in a folder of its own.
inline ReadInputs read_bytes(std::string_view bytes, const ReaderOptions& options = {},
                             const std::string& name = "input") {
  const TemporaryDirectory folder;
  return read_inputs({folder.write(name, bytes).string()}, options);
}

/// The only article of such a file. @throws when there is another or none
inline Article read_article(std::string_view bytes, const ReaderOptions& options = {}) {
  ReadInputs read = read_bytes(bytes, options);
  if (read.articles.size() != 1) {
    throw std::runtime_error(std::to_string(read.articles.size()) + " articles; " +
                             (read.rejections.empty() ? "" : read.rejections[0].reason));
  }
  return std::move(read.articles[0].article);
}

/// `filter` is "gzip", "zstd", "xz" or "bzip2".
inline std::string compressed(std::string_view bytes, const char* filter) {
  std::string out(bytes.size() + (bytes.size() >> 1) + 65536, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_raw(writer);
  archive_write_add_filter_by_name(writer, filter);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_pathname(entry, "data");
  const bool fine =
      archive_write_open_memory(writer, out.data(), out.size(), &used) == ARCHIVE_OK &&
      archive_write_header(writer, entry) == ARCHIVE_OK &&
      archive_write_data(writer, bytes.data(), bytes.size()) ==
          static_cast<la_ssize_t>(bytes.size()) &&
      archive_write_close(writer) == ARCHIVE_OK;
  archive_entry_free(entry);
  archive_write_free(writer);
  if (!fine) throw std::runtime_error("cannot compress");
  out.resize(used);
  return out;
}

}  // namespace pullquote::testing
