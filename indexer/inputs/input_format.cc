// SPDX-License-Identifier: GPL-3.0-or-later
/// Names of the input formats.
#include <algorithm>
#include <array>
#include <utility>

#include "pullquote/article_reader.h"

namespace pullquote {
namespace {

constexpr std::array<std::pair<InputFormat, std::string_view>, 15> kNames{{
    {InputFormat::Text, "text"},
    {InputFormat::Html, "html"},
    {InputFormat::JsonLines, "jsonl"},
    {InputFormat::JsonFeed, "jsonfeed"},
    {InputFormat::JsonLd, "jsonld"},
    {InputFormat::Ninjs, "ninjs"},
    {InputFormat::Csv, "csv"},
    {InputFormat::Rss, "rss"},
    {InputFormat::Atom, "atom"},
    {InputFormat::NewsMlG2, "newsml-g2"},
    {InputFormat::NewsMl, "newsml"},
    {InputFormat::Nitf, "nitf"},
    {InputFormat::Iptc7901, "iptc7901"},
    {InputFormat::Sgml, "sgml"},
    {InputFormat::Warc, "warc"},
}};

}  // namespace

std::string_view to_string(InputFormat format) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& row) { return row.first == format; });
  return found->second;
}

std::optional<InputFormat> input_format_from(std::string_view name) {
  for (const auto& [format, known] : kNames) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::vector<std::string_view> input_format_names() {
  std::vector<std::string_view> names;
  for (const auto& row : kNames) names.push_back(row.second);
  return names;
}

}  // namespace pullquote
