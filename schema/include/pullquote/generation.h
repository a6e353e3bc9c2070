// SPDX-License-Identifier: GPL-3.0-or-later
/// What a published generation is, and what its manifest says.
///
///     const Manifest& manifest = Generation::open("/srv/news")->manifest();  // searcher.h
///     std::cout << manifest.id.value << ": " << manifest.article_count << " articles\n";
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/field.h"
#include "pullquote/timestamp.h"

namespace pullquote {

/// Names one complete, immutable index: "20261122T103000Z-0001". Sorts by time of creation.
struct GenerationId {
  std::string value;
  friend auto operator<=>(const GenerationId&, const GenerationId&) = default;
};

/// A well-formed id, or empty. Nothing else may become part of a path.
std::optional<GenerationId> parse_generation_id(std::string_view text);

/// Beyond it a weight no longer saturates: no ranking anybody measured.
inline constexpr double kMostK1 = 100;

/// Constants of BM25F and what they were measured against; part of the ranking fingerprint.
struct RankingParameters {
  /// Saturation of the weighted wdf, in units of kWeightScale; from 0 to kMostK1.
  double k1 = 1.5;
  double b = 0.8;  ///< share of the length normalisation, from 0 to 1
  FieldWeights weights;
  /// Reference lengths: mean words per article in each group of fields (see FieldLengths). The
  /// build computes them; deltas reuse their base's.
  double average_headline = 0;
  double average_quotes = 0;
  double average_rest = 0;
  friend bool operator==(const RankingParameters&, const RankingParameters&) = default;
};

/// One part of a generation: a contiguous, time-ordered run of articles with files of its own.
struct GenerationPart {
  std::string folder;  ///< of its files, relative to the generation
  std::uint64_t article_count = 0;
  std::uint64_t quote_count = 0;
  friend bool operator==(const GenerationPart&, const GenerationPart&) = default;
};

/// manifest.json, parsed.
struct Manifest {
  std::uint32_t format_version = 0;  ///< kFormatVersion, or that of the program that wrote it
  GenerationId id;
  std::string created;  ///< ISO 8601, UTC
  std::string program_version;
  std::string schema_fingerprint;  ///< see schema_fingerprint()
  RankingParameters ranking;
  std::vector<GenerationPart> parts;
  /// Articles by language code. "" is unknown: those are stemmed as the most frequent known
  /// language (ties: the first by code), as English when none is known.
  std::map<std::string, std::uint64_t> languages;
  std::uint64_t article_count = 0;
  std::uint64_t quote_count = 0;
  std::uint64_t rejected_count = 0;
  std::uint64_t duplicate_count = 0;
  std::uint64_t text_bytes = 0;   ///< UTF-8 bytes of headline, standfirst, body and captions
  std::uint64_t index_bytes = 0;  ///< of all files but the manifest
  std::vector<std::string> inputs;
  std::map<std::string, std::string> options;  ///< build options by name, as text
  std::map<std::string, double> stage_seconds;
  std::map<std::string, std::string> checksums;  ///< relative path -> "crc32:XXXXXXXX" of its bytes
};

/// "fields-F.analyzer-A.format-V" with a hash of the field table in F: equal fingerprints mean that
/// writer and reader agree on every stored byte.
std::string schema_fingerprint();

/// How manifests, records and columns are laid out; raise it with any change.
inline constexpr std::uint32_t kFormatVersion = 3;

}  // namespace pullquote
