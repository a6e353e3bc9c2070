// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes to articles: finds the inputs, cuts them into records, parses each record.
///
/// Two steps, so that one thread can read while several parse:
///   RecordSource  walks files, folders, archives and stdin and yields raw records in a fixed order;
///   RecordParser  turns one raw record into articles or rejections, independently of all others.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/error.h"

namespace pullquote {

enum class InputFormat : std::uint8_t { Text, Html, JsonLines };

/// "text", "html", "jsonl": the names of --input-format.
std::string_view to_string(InputFormat format);
std::optional<InputFormat> input_format_from(std::string_view name);
/// All names, for help texts.
std::vector<std::string_view> input_format_names();

/// Bounds on what one input may cost. All are checked; exceeding one is a Rejection.
struct ReaderLimits {
  std::uint64_t record_bytes = 64u << 20;       ///< one page or one JSON line
  std::uint64_t expansion_ratio = 1000;         ///< decompressed to compressed bytes, beyond 64 MiB
  std::uint64_t input_bytes = 1ull << 40;       ///< decompressed bytes of one input file
  std::uint32_t nesting_depth = 256;            ///< elements in HTML, values in JSON
};

/// What the input doesn't say and the user knows.
struct ReaderOptions {
  std::optional<InputFormat> format;            ///< empty: found by content
  /// Article field -> record field, overriding the defaults: {"headline", "t"}, {"body", "content.text"}.
  std::map<std::string, std::string> field_map;
  /// --set: article field -> value, for articles that don't state the field themselves.
  std::map<std::string, std::string> set;
  /// --path-fields: pattern over the path relative to its input, such as
  /// "{source}/{published:%Y-%m-%d}/*"; empty: none. See docs/inputs.md.
  std::string path_fields;
  bool use_file_times = false;                  ///< published = file time where nothing else says it
  bool sidecars = true;                         ///< read NAME.meta.json beside NAME
  /// A folder that is never entered: the index, where it lies inside of an input. Empty: none.
  std::filesystem::path skip_folder = {};
  bool keep_blocks = false;                     ///< fill ParsedArticle::blocks (for inspect)
  ReaderLimits limits;
};

/// Where a record comes from. Sources compare in input order by (ordinal, number).
struct Provenance {
  std::string source;             ///< path as given or found; "-" is stdin; "ARCHIVE!MEMBER" inside one
  std::string relative_path;      ///< relative to the input given: the fallback id, and what path_fields match
  std::uint64_t ordinal = 0;      ///< of the file among all files found, from 0
  std::uint64_t number = 0;       ///< of the record in its file, from 1; 0: the file is one record
  std::uint64_t offset_bytes = 0; ///< of the record in the decompressed file
  std::optional<std::int64_t> file_time;  ///< unix seconds, when use_file_times asks for it
};

struct RawRecord {
  Provenance where;
  InputFormat format = InputFormat::Text;
  std::string bytes;    ///< as in the file (decompressed); not yet UTF-8
  std::string sidecar;  ///< bytes of NAME.meta.json; empty: none
};

/// How far the source has come, for a progress bar. Bytes are those on disk (compressed).
struct ReadProgress {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0: unknown (stdin)
  std::uint64_t files_done = 0;
  std::uint64_t files_total = 0;
};

/// Walks the inputs in the order given; folders recursively, entries by name; patterns with * ? [ ]
/// that name no file are expanded. Hidden files, sidecars and symbolic links to folders are skipped.
/// gz, zst, xz, bz2 are decompressed by content. One thread at a time.
class RecordSource {
 public:
  /// @throws Error when an input does not exist at all (a typing mistake should not build an empty index).
  RecordSource(const std::vector<std::string>& inputs, const ReaderOptions& options);
  ~RecordSource();
  RecordSource(RecordSource&&) noexcept;
  RecordSource& operator=(RecordSource&&) noexcept;

  /// The next record, or a rejection (unreadable folder, truncated gz, binary file, ...), in a
  /// fixed order; empty at the end.
  std::optional<std::variant<RawRecord, Rejection>> next();

  ReadProgress progress() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A piece of the input and why it was kept or dropped.
struct Block {
  std::string text;
  bool kept = false;
  std::string reason;  ///< "paragraph", "headline", "caption", "furniture: share bar", ...
};

struct ParsedArticle {
  Article article;            ///< complete but for its quotes
  std::vector<Block> blocks;  ///< in input order; empty unless asked for
  std::string format;         ///< what the reader took the record for ("html")
};

using ReadOutcome = std::variant<ParsedArticle, Rejection>;

/// Parses records. Deterministic: the outcome depends on the record and options alone. One thread
/// at a time; make one per worker.
class RecordParser {
 public:
  explicit RecordParser(const ReaderOptions& options);
  ~RecordParser();
  RecordParser(RecordParser&&) noexcept;
  RecordParser& operator=(RecordParser&&) noexcept;

  /// Hands each article or rejection of `record` to `sink`, at least one, in order.
  void parse(const RawRecord& record, const std::function<void(ReadOutcome&&)>& sink);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote
