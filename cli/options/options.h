// SPDX-License-Identifier: GPL-3.0-or-later
/// The options of one subcommand, each described once: name, value, help text, and the variable
/// that it sets. Boost.Program_options does the parsing and is included by options.cc only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pullquote::cli {

/// The command line makes no sense. The message says what to write instead.
class UsageError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One option. A switch is an option without a value.
struct Option {
  std::string name;          ///< long name without dashes
  char letter = '\0';        ///< short name; NUL: none
  std::string value_name;    ///< as in the help text: "N", "DIR"; empty for a switch
  std::string description;   ///< one sentence, no full stop
  std::string default_text;  ///< shown after the description; empty: not shown
  /// Assigns the value, which is empty for a switch. Returns "" on success, or else what the option
  /// expects ("a whole number").
  std::function<std::string(std::string_view value)> assign;
};

/// The options of one command. Names are written "limit", or "limit,n" with a short letter. The
/// default shown in the help is the target's value at the time of the call; an empty optional has
/// no default. Targets must outlive the table.
class OptionTable {
 public:
  /// A switch that sets `target` to `value`.
  void flag(std::string_view names, std::string_view description, bool& target, bool value = true);
  /// An option with any text as its value.
  void text(std::string_view names, std::string_view value_name, std::string_view description,
            std::string& target);
  /// An option that may be given several times; each value is appended.
  void texts(std::string_view names, std::string_view value_name, std::string_view description,
             std::vector<std::string>& target);
  /// An option with a whole number from `least` to `most` as its value.
  /// @param target  std::size_t, unsigned or std::optional<int>.
  template <class Target>
  void count(std::string_view names, std::string_view value_name, std::string_view description,
             Target& target, std::size_t least, std::size_t most);
  /// An option with a decimal number from `least` to `most` as its value.
  /// @param target  double or std::optional<double>.
  template <class Target>
  void number(std::string_view names, std::string_view value_name, std::string_view description,
              Target& target, double least, double most);
  /// An option with a number of bytes as its value, with an optional K, M, G or T (powers of
  /// 1,024). Its default is not shown.
  void bytes(std::string_view names, std::string_view value_name, std::string_view description,
             std::uint64_t& target);
  /// An option with one of the given words as its value.
  /// @param target  a Value, or an optional one.
  template <class Value, class Target>
  void choice(std::string_view names, std::string_view description,
              std::vector<std::pair<std::string_view, Value>> values, Target& target);
  /// An option made by the caller.
  void add(Option option) { options_.push_back(std::move(option)); }

  /// An option that earlier versions had: using it is an error that prints `advice`.
  void removed(std::string_view name, std::string_view advice) { removed_[name] = advice; }

  std::span<const Option> options() const { return options_; }
  const std::map<std::string_view, std::string_view>& removed() const { return removed_; }

  /// An Option with names, value and description set, but without `assign`.
  static Option named(std::string_view names, std::string_view value_name,
                      std::string_view description);

 private:
  std::vector<Option> options_;
  std::map<std::string_view, std::string_view> removed_;  ///< advice by name
};

/// Assigns the options among `arguments` in order and returns the operands. "--" ends the options.
/// With `dashed_operands`, "-word" is an operand unless it is a known short option.
/// @throws UsageError  with the nearest known name for an unknown option.
std::vector<std::string> parse_arguments(const OptionTable& table,
                                         const std::vector<std::string>& arguments,
                                         bool dashed_operands);

/// The options for --help, wrapped to `columns`, as in "  -n, --limit N    Print at most N hits
/// (default: 10)".
std::string help_text(const OptionTable& table, std::size_t columns);

/// Names as a list in a sentence: "text, json or ids".
std::string in_words(std::span<const std::string_view> names);

template <class Value, class Target>
void OptionTable::choice(std::string_view names, std::string_view description,
                         std::vector<std::pair<std::string_view, Value>> values, Target& target) {
  std::vector<std::string_view> words;
  std::string value_name;
  std::string default_text;
  for (const auto& [word, value] : values) {
    words.push_back(word);
    value_name += (value_name.empty() ? "" : "|") + std::string(word);
    if (value == target) default_text = word;
  }
  Option option = named(names, value_name, description);
  option.default_text = default_text;
  option.assign = [values = std::move(values), expected = in_words(words),
                   &target](std::string_view text) {
    for (const auto& [word, value] : values) {
      if (word != text) continue;
      target = value;
      return std::string();
    }
    return expected;
  };
  add(std::move(option));
}

// Parses "name=value" arguments.

/// Adds "name=value" to `map`, replacing an earlier value. The value may be empty and may hold any
/// character. False when the name or the '=' is missing.
bool read_key_value(std::string_view text, std::map<std::string, std::string>& map);

/// Adds "name=value,name=value" to `map`; values cannot hold commas. False when one of the pairs is
/// none; the pairs before it have been added.
bool read_key_values(std::string_view text, std::map<std::string, std::string>& map);

// Finds the known name nearest to a mistyped one, for "did you mean".

/// The nearest of `names`: within one edit for each three letters, or a name that begins with the
/// three or more letters typed. Of equally near names the first; empty when none is near.
std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names);

// The option --format text|json, for commands that have no other formats.

/// Text for people, or one JSON object a line (pullquote/json.h).
enum class OutputFormat : std::uint8_t { Text, Json };

/// Describes --format; the value of `format` is the default.
inline void add_format_option(OptionTable& options, OutputFormat& format) {
  options.choice<OutputFormat>("format", "Print for people, or one JSON object a line",
                               {{"text", OutputFormat::Text}, {"json", OutputFormat::Json}},
                               format);
}

}  // namespace pullquote::cli
