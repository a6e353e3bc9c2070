// SPDX-License-Identifier: GPL-3.0-or-later
/// Boost.Program_options splits the command line into pairs of option and value. The functions of
/// the table then assign the values in order, so that messages speak of options and not of C++
/// types.
#include "cli/options/options.h"

#include <algorithm>
#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <charconv>
#include <limits>

#include "cli/terminal/text_layout.h"
#include "schema/analysis/edit_distance.h"

namespace po = boost::program_options;

namespace pullquote::cli {
namespace {

/// Reads all of `text` as a number; false when it is none.
template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

/// The shortest text of a number: 0.75 as "0.75", 6 as "6"; an empty optional as "".
template <class Number>
std::string shortest(const std::optional<Number>& value) {
  if (!value) return {};
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, *value);
  return error == std::errc{} ? std::string(buffer, end) : std::string();
}

/// The type of a target, or the type inside an optional target.
template <class Target>
struct ValueOf {
  using Type = Target;
};
template <class Value>
struct ValueOf<std::optional<Value>> {
  using Type = Value;
};

/// An option with a number from `least` to `most` as its value.
template <class Number, class Target>
Option bounded(Option option, std::string_view kind, Target& target, Number least, Number most) {
  option.default_text = shortest<Number>(target);
  option.assign = [&target, least, most,
                   expected = std::string(kind) + " from " + shortest<Number>(least) + " to " +
                              shortest<Number>(most)](std::string_view value) {
    Number number = 0;
    // Comparisons are written so that NaN fails, too.
    if (!read_number(value, number) || !(number >= least && number <= most)) return expected;
    target = static_cast<typename ValueOf<Target>::Type>(number);
    return std::string();
  };
  return option;
}

/// Reads "1G" as 2^30. False when `text` is no number of bytes, or one that does not fit.
bool read_bytes(std::string_view text, std::uint64_t& bytes) {
  constexpr std::string_view kUnits = "KMGT";
  unsigned shift = 0;
  if (!text.empty()) {
    const char unit = static_cast<char>(text.back() & ~0x20);
    const std::size_t power = kUnits.find(unit);
    if (power != std::string_view::npos && text.back() >= 'A') {
      shift = static_cast<unsigned>(10 * (power + 1));
      text.remove_suffix(1);
    }
  }
  std::uint64_t number = 0;
  if (!read_number(text, number)) return false;
  if (number > (std::numeric_limits<std::uint64_t>::max() >> shift)) return false;
  bytes = number << shift;
  return true;
}

/// The option with this long name; null when there is none.
const Option* find_option(const OptionTable& table, std::string_view name) {
  for (const Option& option : table.options()) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

/// The option with this short name; null when there is none.
const Option* find_letter(const OptionTable& table, char letter) {
  for (const Option& option : table.options()) {
    if (option.letter != '\0' && option.letter == letter) return &option;
  }
  return nullptr;
}

/// The long options as Boost needs them to split a command line.
po::options_description describe_to_boost(const OptionTable& table) {
  po::options_description description;
  for (const Option& option : table.options()) {
    if (option.value_name.empty()) {
      description.add_options()(option.name.c_str(), "");
    } else {
      description.add_options()(option.name.c_str(), po::value<std::string>(), "");
    }
  }
  return description;
}

/// Splits a short option off the arguments. "-n 5" is accepted everywhere; "-n5" only where a
/// dashed word cannot be an operand, because Boost would take "-aleppo" for an option.
std::vector<po::option> split_letter(const OptionTable& table, bool dashed_operands,
                                     std::vector<std::string>& arguments) {
  const std::string first = arguments.front();
  if (first.size() < 2 || first[0] != '-' || first[1] == '-') return {};
  const Option* option = find_letter(table, first[1]);
  const bool attached = first.size() > 2;
  if (option == nullptr || (attached && (dashed_operands || option->value_name.empty()))) return {};
  po::option found;
  found.string_key = option->name;
  found.original_tokens.push_back(first);
  if (attached) found.value.push_back(first.substr(2));
  arguments.erase(arguments.begin());
  return {found};
}

/// @throws UsageError always, with the successor of a removed option or the nearest known name.
[[noreturn]] void unknown_option(const OptionTable& table, std::string_view typed) {
  if (const auto gone = table.removed().find(typed); gone != table.removed().end()) {
    throw UsageError("there is no option --" + std::string(typed) +
                     " any more: " + std::string(gone->second));
  }
  std::vector<std::string_view> names;
  for (const Option& option : table.options()) names.push_back(option.name);
  const std::string_view nearest = nearest_name(typed, names);
  std::string message = "there is no option --" + std::string(typed);
  if (!nearest.empty()) message += "; did you mean --" + std::string(nearest) + "?";
  throw UsageError(message);
}

/// Rejects an operand that looks like an option.
void refuse_dashes(const std::string& operand) {
  if (operand.size() < 2 || operand[0] != '-') return;
  throw UsageError("there is no option " + operand +
                   "; write -- before operands that start with '-'");
}

/// Assigns one option of the command line.
/// @throws UsageError  the value is not what the option takes.
void assign(const OptionTable& table, const po::option& given) {
  const Option* option = find_option(table, given.string_key);
  const std::string value = given.value.empty() ? std::string() : given.value.front();
  const std::string expected = option->assign(value);
  if (expected.empty()) return;
  throw UsageError("--" + option->name + " takes " + expected + ", not '" + value + "'");
}

/// Splits the arguments into options and operands, and turns Boost's errors into UsageError.
std::vector<po::option> split(const OptionTable& table, const std::vector<std::string>& arguments,
                              bool dashed_operands) {
  namespace style = po::command_line_style;
  const po::options_description description = describe_to_boost(table);
  po::command_line_parser parser(arguments);
  parser.options(description);
  parser.style(style::allow_long | style::long_allow_adjacent | style::long_allow_next);
  parser.extra_style_parser(
      [&](std::vector<std::string>& rest) { return split_letter(table, dashed_operands, rest); });
  try {
    return parser.run().options;
  } catch (const po::unknown_option& error) {
    std::string typed = error.get_option_name();
    typed.erase(0, typed.find_first_not_of('-'));
    typed.resize(std::min(typed.find('='), typed.size()));
    unknown_option(table, typed);
  } catch (const po::invalid_command_line_syntax& error) {
    std::string name = error.get_option_name();
    name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
    const Option* option = find_option(table, name);
    if (option != nullptr && option->value_name.empty()) {
      throw UsageError("--" + name + " takes no value");
    }
    throw UsageError("--" + name + " needs a value" +
                     (option == nullptr ? "" : ": --" + name + " " + option->value_name));
  }
}

}  // namespace

Option OptionTable::named(std::string_view names, std::string_view value_name,
                          std::string_view description) {
  Option option;
  const std::size_t comma = names.find(',');
  option.name = names.substr(0, comma);
  if (comma != std::string_view::npos) option.letter = names.substr(comma + 1).front();
  option.value_name = value_name;
  option.description = description;
  return option;
}

void OptionTable::flag(std::string_view names, std::string_view description, bool& target,
                       bool value) {
  Option option = named(names, "", description);
  option.assign = [&target, value](std::string_view) {
    target = value;
    return std::string();
  };
  add(std::move(option));
}

void OptionTable::text(std::string_view names, std::string_view value_name,
                       std::string_view description, std::string& target) {
  Option option = named(names, value_name, description);
  option.default_text = target;
  option.assign = [&target](std::string_view value) {
    target = value;
    return std::string();
  };
  add(std::move(option));
}

void OptionTable::texts(std::string_view names, std::string_view value_name,
                        std::string_view description, std::vector<std::string>& target) {
  Option option = named(names, value_name, description);
  option.assign = [&target](std::string_view value) {
    target.emplace_back(value);
    return std::string();
  };
  add(std::move(option));
}

template <class Target>
void OptionTable::count(std::string_view names, std::string_view value_name,
                        std::string_view description, Target& target, std::size_t least,
                        std::size_t most) {
  add(bounded(named(names, value_name, description), "a whole number", target, least, most));
}
template void OptionTable::count(std::string_view, std::string_view, std::string_view, std::size_t&,
                                 std::size_t, std::size_t);
template void OptionTable::count(std::string_view, std::string_view, std::string_view, unsigned&,
                                 std::size_t, std::size_t);
template void OptionTable::count(std::string_view, std::string_view, std::string_view,
                                 std::optional<int>&, std::size_t, std::size_t);

template <class Target>
void OptionTable::number(std::string_view names, std::string_view value_name,
                         std::string_view description, Target& target, double least, double most) {
  add(bounded(named(names, value_name, description), "a number", target, least, most));
}
template void OptionTable::number(std::string_view, std::string_view, std::string_view, double&,
                                  double, double);
template void OptionTable::number(std::string_view, std::string_view, std::string_view,
                                  std::optional<double>&, double, double);

void OptionTable::bytes(std::string_view names, std::string_view value_name,
                        std::string_view description, std::uint64_t& target) {
  Option option = named(names, value_name, description);
  option.assign = [&target](std::string_view value) {
    std::uint64_t number = 0;
    if (!read_bytes(value, number)) return std::string("a size such as 512M or 2G");
    target = number;
    return std::string();
  };
  add(std::move(option));
}

std::vector<std::string> parse_arguments(const OptionTable& table,
                                         const std::vector<std::string>& arguments,
                                         bool dashed_operands) {
  // Boost drops the "--", so that the operands behind it are set aside first.
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  std::vector<std::string> operands;
  for (const po::option& given : split(table, {arguments.begin(), end}, dashed_operands)) {
    if (!given.string_key.empty()) {
      assign(table, given);
      continue;
    }
    for (const std::string& operand : given.value) {
      if (!dashed_operands) refuse_dashes(operand);
      operands.push_back(operand);
    }
  }
  if (end != arguments.end()) operands.insert(operands.end(), end + 1, arguments.end());
  return operands;
}

std::string help_text(const OptionTable& table, std::size_t columns) {
  constexpr std::size_t kDescriptionColumn = 30;
  std::string help;
  for (const Option& option : table.options()) {
    std::string line = option.letter == '\0' ? "      " : std::string("  -") + option.letter + ", ";
    line += "--" + option.name;
    if (!option.value_name.empty()) line += " " + option.value_name;
    std::string description = option.description;
    if (!option.default_text.empty()) description += " (default: " + option.default_text + ")";
    if (line.size() + 2 > kDescriptionColumn) {
      help += line + "\n";
      line.clear();
    }
    line.resize(kDescriptionColumn, ' ');
    const std::string indent(kDescriptionColumn, ' ');
    help += line + wrap(description, columns, indent).substr(indent.size());
  }
  return help;
}

std::string in_words(std::span<const std::string_view> names) {
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) words += i + 1 == names.size() ? " or " : ", ";
    words += names[i];
  }
  return words;
}

bool read_key_value(std::string_view text, std::map<std::string, std::string>& map) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos) return false;
  map[std::string(text.substr(0, equals))] = text.substr(equals + 1);
  return true;
}

bool read_key_values(std::string_view text, std::map<std::string, std::string>& map) {
  for (;;) {
    const std::size_t comma = text.find(',');
    if (!read_key_value(text.substr(0, comma), map)) return false;
    if (comma == std::string_view::npos) return true;
    text.remove_prefix(comma + 1);
  }
}

std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names) {
  // No name is mistyped into more bytes. The limit bounds the cost of edit_distance().
  constexpr std::size_t kLongestTyped = 64;
  if (typed.size() > kLongestTyped) return {};
  std::string_view nearest;
  std::size_t least = typed.size() / 3 + 1;
  for (const std::string_view name : names) {
    const bool unfinished = typed.size() >= 3 && name.starts_with(typed);
    const std::size_t distance = unfinished ? 0 : edit_distance(typed, name, least);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace pullquote::cli
