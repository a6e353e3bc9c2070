// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/manifest.h"

#include <fmt/format.h>
#include <algorithm>
#include <cerrno>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>
#include <system_error>

#include "pullquote/error.h"
#include "schema/io/descriptor.h"
#include "schema/io/index_damage.h"
#include "schema/store/checksum.h"
#include "schema/store/layout.h"

namespace pullquote {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void throw_corrupt(const std::filesystem::path& where, const std::string& what) {
  throw_index_corrupt(where.string() + ": " + what);
}

/// A key that is missing, or whose value is of another kind or out of its range.
struct WrongValue {
  std::string key;
};

const Json& value_at(const Json& json, const char* key) {
  const auto value = json.find(key);
  if (value == json.end()) throw WrongValue{key};
  return *value;
}

template <class Value>
void read_value(const Json& json, const char* key, Value& value) {
  try {
    value_at(json, key).get_to(value);
  } catch (const Json::exception&) {
    throw WrongValue{key};
  }
}

/// The JSON library cuts numbers to fit, so that a weight of 257 would be 1.
template <std::unsigned_integral Number>
void read_value(const Json& json, const char* key, Number& number) {
  const Json& value = value_at(json, key);
  if (!value.is_number_unsigned()) throw WrongValue{key};
  const auto whole = value.get<std::uint64_t>();
  if (whole > std::numeric_limits<Number>::max()) throw WrongValue{key};
  number = static_cast<Number>(whole);
}

Json json_of(const RankingParameters& ranking) {
  return {{"k1", ranking.k1},
          {"b", ranking.b},
          {"weight_headline", ranking.weights.headline},
          {"weight_body", ranking.weights.body},
          {"weight_quote", ranking.weights.quote},
          {"average_headline", ranking.average_headline},
          {"average_quotes", ranking.average_quotes},
          {"average_rest", ranking.average_rest}};
}

RankingParameters ranking_of(const Json& json) {
  RankingParameters ranking;
  read_value(json, "k1", ranking.k1);
  read_value(json, "b", ranking.b);
  read_value(json, "weight_headline", ranking.weights.headline);
  read_value(json, "weight_body", ranking.weights.body);
  read_value(json, "weight_quote", ranking.weights.quote);
  read_value(json, "average_headline", ranking.average_headline);
  read_value(json, "average_quotes", ranking.average_quotes);
  read_value(json, "average_rest", ranking.average_rest);
  return ranking;
}

Json json_of(const GenerationPart& part) {
  return {{"folder", part.folder},
          {"article_count", part.article_count},
          {"quote_count", part.quote_count}};
}

/// A relative path that stays inside its generation.
bool is_safe_path(const std::filesystem::path& path) {
  if (path.is_absolute()) return false;
  for (const auto& step : path) {
    if (step == "..") return false;
  }
  return path.native().find('\0') == std::string::npos;
}

/// The format before named the folder of the part's article database instead of the part's.
std::string folder_of_part(const Json& json, std::uint32_t format_version) {
  const bool current = format_version == kFormatVersion;
  std::string folder;
  read_value(json, current ? "folder" : "articles", folder);
  return current ? folder : std::filesystem::path(folder).parent_path().string();
}

GenerationPart part_of(const Json& json, std::uint32_t format_version) {
  GenerationPart part;
  part.folder = folder_of_part(json, format_version);
  read_value(json, "article_count", part.article_count);
  read_value(json, "quote_count", part.quote_count);
  return part;
}

/// Everything after the fingerprint.
void read_details(const Json& json, Manifest& manifest) {
  read_value(json, "created", manifest.created);
  read_value(json, "program_version", manifest.program_version);
  manifest.ranking = ranking_of(value_at(json, "ranking"));
  for (const Json& part : value_at(json, "parts")) {
    manifest.parts.push_back(part_of(part, manifest.format_version));
  }
  read_value(json, "article_count", manifest.article_count);
  read_value(json, "quote_count", manifest.quote_count);
  read_value(json, "rejected_count", manifest.rejected_count);
  read_value(json, "duplicate_count", manifest.duplicate_count);
  read_value(json, "text_bytes", manifest.text_bytes);
  read_value(json, "index_bytes", manifest.index_bytes);
  read_value(json, "languages", manifest.languages);
  read_value(json, "inputs", manifest.inputs);
  read_value(json, "options", manifest.options);
  read_value(json, "stage_seconds", manifest.stage_seconds);
  read_value(json, "checksums", manifest.checksums);
}

void check_ranking(const RankingParameters& ranking, const std::filesystem::path& where) {
  // Lengths are whole numbers of no more articles than this, so no mean of theirs is smaller.
  constexpr double kLeast = 1.0 / std::numeric_limits<std::uint32_t>::max();
  const auto check = [&](const char* name, double value, double most) {
    // Written so that what is no number fails, too.
    if (value == 0 || (value >= kLeast && value <= most)) return;
    throw_corrupt(where, std::string("its ") + name + " is " + std::to_string(value) +
                             ", which no build writes");
  };
  constexpr double kMost = std::numeric_limits<double>::max();
  check("k1", ranking.k1, kMostK1);
  check("b", ranking.b, 1);
  check("average_headline", ranking.average_headline, kMost);
  check("average_quotes", ranking.average_quotes, kMost);
  check("average_rest", ranking.average_rest, kMost);
}

/// The parts have the articles and quotes of the generation between them. A part without articles
/// is none.
void check_counts(const Manifest& manifest, const std::filesystem::path& where) {
  std::uint64_t articles = 0;
  std::uint64_t quotes = 0;
  for (const GenerationPart& part : manifest.parts) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    if (part.article_count >= kMost || part.quote_count >= kMost) {
      throw_corrupt(where, "a part has more articles or quotes than any part can have");
    }
    articles += part.article_count;
    quotes += part.quote_count;
  }
  if (articles == manifest.article_count && quotes == manifest.quote_count) return;
  throw_corrupt(where, "its parts have " + std::to_string(articles) + " articles and " +
                           std::to_string(quotes) + " quotes, the whole " +
                           std::to_string(manifest.article_count) + " and " +
                           std::to_string(manifest.quote_count));
}

void check_paths(const Manifest& manifest, const std::filesystem::path& where) {
  for (const GenerationPart& part : manifest.parts) {
    if (!is_safe_path(part.folder)) throw_corrupt(where, "a part lies outside its generation");
  }
  for (const auto& [path, checksum] : manifest.checksums) {
    if (!is_safe_path(path)) throw_corrupt(where, "a checksum is of a file outside its generation");
  }
}

/// How a manifest ends whose text before that is `body`: the checksum of it.
std::string end_of(std::string_view body) {
  return fmt::format(",\n  \"checksum\": \"crc32:{:08X}\"\n}}\n", crc32_of(body));
}

bool has_its_checksum(std::string_view text) {
  const std::string_view body =
      text.substr(0, text.size() - std::min(text.size(), end_of({}).size()));
  return text.substr(body.size()) == end_of(body);
}

/// A manifest names some dozens of files; this is beyond all reason.
constexpr std::size_t kMostManifestBytes = std::size_t{64} << 20;

/// The text of a small file. @throws IndexUnavailable with `remedy`
std::string read_text(const std::filesystem::path& file, const std::string& remedy) {
  auto text = read_regular_file(file, kMostManifestBytes);
  if (!text) {
    const std::string why =
        errno == EINVAL ? "it is no regular file" : std::generic_category().message(errno);
    throw IndexUnavailable("cannot read " + file.string() + ": " + why + "; " + remedy);
  }
  return std::move(*text);
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  Json parts = Json::array();
  for (const GenerationPart& part : manifest.parts) parts.push_back(json_of(part));
  const Json json = {{"format_version", kFormatVersion},
                     {"id", manifest.id.value},
                     {"schema_fingerprint", manifest.schema_fingerprint},
                     {"created", manifest.created},
                     {"program_version", manifest.program_version},
                     {"ranking", json_of(manifest.ranking)},
                     {"parts", parts},
                     {"article_count", manifest.article_count},
                     {"quote_count", manifest.quote_count},
                     {"rejected_count", manifest.rejected_count},
                     {"duplicate_count", manifest.duplicate_count},
                     {"text_bytes", manifest.text_bytes},
                     {"index_bytes", manifest.index_bytes},
                     {"languages", manifest.languages},
                     {"inputs", manifest.inputs},
                     {"options", manifest.options},
                     {"stage_seconds", manifest.stage_seconds},
                     {"checksums", manifest.checksums}};
  // Names of inputs may be any bytes; what is no UTF-8 is written as U+FFFD.
  std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
  text.resize(text.size() - std::string_view("\n}").size());
  return text + end_of(text);
}

Manifest parse_manifest(std::string_view text, const std::filesystem::path& where) {
  Manifest manifest;
  try {
    const Json json = Json::parse(text);
    std::string name;
    read_value(json, "id", name);
    const auto id = parse_generation_id(name);
    if (!id) throw_corrupt(where, "the manifest names no generation");
    manifest.id = *id;
    read_value(json, "format_version", manifest.format_version);
    read_value(json, "schema_fingerprint", manifest.schema_fingerprint);
    const bool has_checksum = manifest.format_version > kFormatBefore ||
                              manifest.schema_fingerprint == schema_fingerprint();
    if (has_checksum && !has_its_checksum(text)) throw_corrupt(where, "it has another checksum");
    // A manifest of another version may look different; whoever needs more refuses it by its name.
    if (!is_reindexable(manifest)) return manifest;
    read_details(json, manifest);
  } catch (const Json::parse_error& error) {
    const std::string_view sound = text.substr(0, error.byte);
    throw_corrupt(where, fmt::format("this is no JSON at byte {}, in line {}", error.byte,
                                     1 + std::count(sound.begin(), sound.end(), '\n')));
  } catch (const Json::exception&) {
    throw_corrupt(where, "a number in it is too large for any build");
  } catch (const WrongValue& wrong) {
    throw_corrupt(where, "its \"" + wrong.key + "\" is missing, or nothing that a build writes");
  }
  check_ranking(manifest.ranking, where);
  check_paths(manifest, where);
  check_counts(manifest, where);
  return manifest;
}

Manifest read_manifest(const std::filesystem::path& generation) {
  const std::filesystem::path file = generation / kManifestName;
  return parse_manifest(
      read_text(file, std::string("the generation is incomplete; ") + kIndexRemedy), file);
}

bool is_reindexable(const Manifest& manifest) {
  return manifest.format_version == kFormatVersion || manifest.format_version == kFormatBefore;
}

void check_schema(const Manifest& manifest, const std::filesystem::path& where) {
  if (manifest.schema_fingerprint == schema_fingerprint()) return;
  throw SchemaMismatch(
      where.string() + " was built with schema " + manifest.schema_fingerprint +
      ", this program reads " + schema_fingerprint() +
      (is_reindexable(manifest)
           ? "; run 'pullquote reindex " + manifest.id.value + "', which needs no sources"
           : "; rebuild the index with this program, or read it with the one that built it"));
}

std::string main_language(const std::map<std::string, std::uint64_t>& languages) {
  std::string main = "en";
  std::uint64_t most = 0;
  for (const auto& [code, count] : languages) {
    if (code.empty() || count <= most) continue;
    main = code;
    most = count;
  }
  return main;
}

GenerationId read_current(const std::filesystem::path& root) {
  const std::filesystem::path file = StoreLayout{root}.current();
  std::string line = read_text(file, "is this an index? `pullquote build` makes one");
  if (!line.empty() && line.back() == '\n') line.pop_back();
  const auto id = parse_generation_id(line);
  if (!id) throw_corrupt(file, "the line names no generation");
  return *id;
}

}  // namespace pullquote
