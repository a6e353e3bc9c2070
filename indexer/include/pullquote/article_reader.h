// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes to articles: finds the inputs, cuts them into records, parses each record.
///
/// Two steps, so that one thread can read while several parse:
///   RecordSource  walks files, folders, archives and stdin and yields raw records in a fixed
///   order; RecordParser  turns one raw record into articles or rejections, independently of all
///   others.
///
///     RecordSource source({"archive.jsonl.gz"}, {});
///     RecordParser parser({});
///     while (const auto next = source.next()) {
///       const auto* record = std::get_if<RawRecord>(&*next);
///       if (record == nullptr) continue;  // a Rejection
///       parser.parse(*record, [](ReadOutcome&& outcome) {
///         if (const auto* read = std::get_if<ParsedArticle>(&outcome)) {
///           std::cout << read->article.headline << '\n';
///         }
///       });
///     }
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pullquote/article.h"
#include "pullquote/error.h"

namespace pullquote {

enum class InputFormat : std::uint8_t {
  Text,       ///< a page saved as plain text
  Html,       ///< a web page
  JsonLines,  ///< JSON objects, whatever their names; the four after it are dialects of it
  JsonFeed,
  JsonLd,  ///< schema.org's NewsArticle and its kin
  Ninjs,   ///< IPTC ninjs 1 to 3
  Csv,     ///< separated by comma, semicolon, tab or bar; the first row names the columns
  Rss,     ///< 0.9x, 1.0, 2.0
  Atom,    ///< 0.3, 1.0
  NewsMlG2,
  NewsMl,    ///< NewsML 1
  Nitf,      ///< News Industry Text Format
  Iptc7901,  ///< wire messages
  Sgml,      ///< collections of <DOC> or <REUTERS>
  Warc       ///< WARC and ARC
};

/// "text", "html", "jsonl", "newsml-g2", ...: the names of formats.
std::string_view to_string(InputFormat format);
std::optional<InputFormat> input_format_from(std::string_view name);
/// All names, for help texts.
std::vector<std::string_view> input_format_names();

/// Bounds on what one input may cost. All are checked; exceeding one is a Rejection.
struct ReaderLimits {
  std::uint64_t record_bytes = 64u << 20;  ///< one page or one JSON line
  std::uint64_t expansion_ratio = 1000;    ///< decompressed to compressed bytes, beyond 64 MiB
  std::uint64_t input_bytes = 1ull << 40;  ///< decompressed bytes of one input file
  std::uint64_t records = 1'000'000'000;   ///< records of one input file, members of an archive
  std::uint32_t nesting_depth = 256;       ///< elements in HTML and XML, values in JSON
  std::uint32_t seconds = 4 * 3600;        ///< spent cutting one input file; stdin has none
};

/// What the input doesn't say and the user knows.
struct ReaderOptions {
  std::optional<InputFormat> format;  ///< empty: found by content
  /// Article field -> record field, overriding the defaults: {"headline", "t"}, {"body",
  /// "content.text"}.
  std::map<std::string, std::string> field_map;
  /// Article field -> value, for articles that don't state the field themselves.
  std::map<std::string, std::string> set;
  /// Pattern over the path relative to its input, such as
  /// "{source}/{published:%Y-%m-%d}/*"; empty: none. See docs/inputs.md.
  std::string path_fields;
  bool use_file_times = false;  ///< published = file time where nothing else says it
  bool sidecars = true;         ///< read NAME.meta.json beside NAME
  /// A folder that is never entered: the index, where it lies inside of an input. Empty: none.
  std::filesystem::path skip_folder = {};
  /// Ends the wait for a pipe that says nothing, with Interrupted.
  std::stop_token stop = {};
  bool keep_blocks = false;  ///< fill ParsedArticle::blocks (for inspect)
  ReaderLimits limits;
};

/// Where a record comes from. Sources compare in input order by (ordinal, number).
struct Provenance {
  std::string source;  ///< path as given or found; "-" is stdin; "ARCHIVE!MEMBER" inside one
  std::string
      relative_path;  ///< relative to the input given: the fallback id, and what path_fields match
  std::uint64_t ordinal = 0;       ///< of the file among all files found, from 0
  std::uint64_t number = 0;        ///< of the record in its file, from 1; 0: the file is one record
  std::uint64_t offset_bytes = 0;  ///< of the record in the decompressed file
  std::optional<std::int64_t> file_time;  ///< unix seconds, when use_file_times asks for it
};

struct RawRecord {
  Provenance where;
  InputFormat format = InputFormat::Text;
  std::string bytes;    ///< as in the file (decompressed); not yet UTF-8
  std::string sidecar;  ///< bytes of NAME.meta.json; empty: none
  std::string charset;  ///< label stated outside of the bytes (an HTTP header); empty: none
  /// What stands before a file's first record and holds for all of them: the head of a feed, the
  /// first row of a CSV file. Owned by the source, which still cuts the file, and by every record
  /// that waits to be parsed.
  std::shared_ptr<const std::string> context;
};

/// How far the source has come, for a progress bar. Bytes are those on disk (compressed).
struct ReadProgress {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0: unknown (stdin)
  std::uint64_t files_done = 0;
  std::uint64_t files_total = 0;
};

/// Walks the inputs in the order given; folders recursively, entries by name; patterns with * ? [ ]
/// that name no file are expanded. Hidden files, sidecars and symbolic links to folders are
/// skipped. gz, zst, xz, bz2 are decompressed by content; ZIP and tar archives are read like
/// folders. One thread at a time.
class RecordSource {
 public:
  /// @throws Error when an input does not exist at all (a typing mistake should not build an empty
  /// index).
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
struct InspectedBlock {
  std::string text;
  bool kept = false;
  std::string reason;  ///< "paragraph", "headline", "caption", "furniture: share bar", ...
};

struct ParsedArticle {
  Article article;                     ///< complete but for its quotes
  std::vector<InspectedBlock> blocks;  ///< in input order; empty unless asked for
  std::string format;                  ///< what the reader took the record for ("html")
  /// Of several versions with one id the highest counts, whatever their times; 0: not stated.
  std::uint64_t version = 0;
};

/// A record that takes an article back (NewsML's canceled): versions up to this one are not to be
/// indexed. It is a rejection, too, which says so.
struct Withdrawal {
  std::string id;
  std::uint64_t version = 0;      ///< 0: not stated
  std::optional<Timestamp> time;  ///< when it was withdrawn
  Rejection rejection;
};

using ReadOutcome = std::variant<ParsedArticle, Rejection, Withdrawal>;

/// Parses records. Deterministic: the outcome depends on the record and options alone. One thread
/// at a time; make one per worker.
class RecordParser {
 public:
  explicit RecordParser(const ReaderOptions& options);
  ~RecordParser();
  RecordParser(RecordParser&&) noexcept;
  RecordParser& operator=(RecordParser&&) noexcept;

  /// Hands each article, rejection or withdrawal of `record` to `sink`, at least one, in order.
  void parse(const RawRecord& record, const std::function<void(ReadOutcome&&)>& sink);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pullquote
