// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/reader_options.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "cli/options/options.h"

namespace pullquote::cli {
namespace {

/// Describes --input-format.
void add_input_format(OptionTable& options, ReaderOptions& reader) {
  const std::vector<std::string_view> names = input_format_names();
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  Option option = OptionTable::named(
      "input-format", "FORMAT", "Read every input as this format instead of looking at it: " + all);
  option.assign = [&reader, expected = in_words(names)](std::string_view value) {
    reader.format = input_format_from(value);
    return reader.format ? std::string() : expected;
  };
  options.add(std::move(option));
}

/// Describes an option with one pair name=value as its value, or with `several` pairs and commas
/// between.
void add_pairs(OptionTable& options, std::string_view name, std::string_view value_name,
               std::string_view description, bool several,
               std::map<std::string, std::string>& map) {
  Option option = OptionTable::named(name, value_name, description);
  option.assign = [&map, several, expected = std::string(value_name)](std::string_view value) {
    const bool read = several ? read_key_values(value, map) : read_key_value(value, map);
    return read ? std::string() : expected;
  };
  options.add(std::move(option));
}

/// Sets one limit of --limits. False when the name is unknown or the number does not fit.
bool set_limit(const std::string& name, const std::string& value, ReaderLimits& limits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  if (!is_number || number == 0) return false;
  const bool is_short = number <= std::numeric_limits<std::uint32_t>::max();
  if (name == "record-bytes") {
    limits.record_bytes = number;
  } else if (name == "input-bytes") {
    limits.input_bytes = number;
  } else if (name == "records") {
    limits.records = number;
  } else if (name == "expansion") {
    limits.expansion_ratio = number;
  } else if (name == "depth" && is_short) {
    limits.nesting_depth = static_cast<std::uint32_t>(number);
  } else if (name == "seconds" && is_short) {
    limits.seconds = static_cast<std::uint32_t>(number);
  } else {
    return false;
  }
  return true;
}

/// The option --limits.
Option limits_option(ReaderLimits& limits) {
  Option option = OptionTable::named(
      "limits", "NAME=N,...",
      "What one input may cost: record-bytes, input-bytes, records, expansion, depth, seconds");
  option.assign = [&limits](std::string_view value) {
    std::map<std::string, std::string> pairs;
    bool good = read_key_values(value, pairs);
    for (const auto& [name, number] : pairs) good = set_limit(name, number, limits) && good;
    return good ? std::string() : std::string("limits such as records=1000,seconds=60");
  };
  return option;
}

}  // namespace

void add_reader_options(OptionTable& options, ReaderOptions& reader) {
  add_input_format(options, reader);
  add_pairs(options, "map", "FIELD=NAME,...",
            "Take a field of the article from this field of JSON, CSV or SGML records, such as "
            "headline=title,body=content.text",
            true, reader.field_map);
  add_pairs(options, "set", "FIELD=VALUE",
            "Fill a field that an article doesn't state, such as source=reuters; may be repeated",
            false, reader.set);
  options.text("path-fields", "PATTERN",
               "Take fields from the path below the input, such as "
               "'{source}/{published:%Y-%m-%d}/*'",
               reader.path_fields);
  options.flag("file-times", "Take a file's time as publication time where nothing else says it",
               reader.use_file_times);
  options.flag("no-sidecars", "Don't read NAME.meta.json beside an input NAME", reader.sidecars,
               false);
  options.add(limits_option(reader.limits));
}

}  // namespace pullquote::cli
