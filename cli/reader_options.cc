// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reader_options.h"

#include "cli/pairs.h"

namespace pullquote::cli {
namespace {

void add_input_format(OptionTable& options, ReaderOptions& reader) {
  const std::vector<std::string_view> names = input_format_names();
  std::string value_name;
  for (const std::string_view name : names) {
    value_name += (value_name.empty() ? "" : "|") + std::string(name);
  }
  Option option = OptionTable::named("input-format", value_name,
                                     "Read every input as this format instead of looking at it");
  option.assign = [&reader, expected = in_words(names)](std::string_view value) {
    reader.format = input_format_from(value);
    return reader.format ? std::string() : expected;
  };
  options.add(std::move(option));
}

void add_pairs(OptionTable& options, std::string_view name, std::string_view value_name,
               std::string_view description, bool several,
               std::map<std::string, std::string>& map) {
  Option option = OptionTable::named(name, value_name, description);
  option.assign = [&map, several, expected = std::string(value_name)](std::string_view value) {
    const bool read = several ? read_pairs(value, map) : read_pair(value, map);
    return read ? std::string() : expected;
  };
  options.add(std::move(option));
}

}  // namespace

void add_reader_options(OptionTable& options, ReaderOptions& reader) {
  add_input_format(options, reader);
  add_pairs(options, "map", "FIELD=NAME,...",
            "Take a field of the article from this field of JSON records, such as "
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
  Option sidecars =
      OptionTable::named("no-sidecars", "", "Don't read NAME.meta.json beside an input NAME");
  sidecars.assign = [&reader](std::string_view) {
    reader.sidecars = false;
    return std::string();
  };
  options.add(std::move(sidecars));
}

}  // namespace pullquote::cli
