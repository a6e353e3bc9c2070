// SPDX-License-Identifier: GPL-3.0-or-later
/// Asks the descriptors and the environment what standard output and standard error are. Only this
/// file does.
#include "cli/terminal/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace pullquote::cli {
namespace {

/// The width is never taken to be less.
constexpr std::size_t kNarrowest = 20;

/// The number in `text`; empty when it is none, zero, or null.
std::optional<std::size_t> positive_number(const char* text) {
  if (text == nullptr) return std::nullopt;
  const std::string_view view = text;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(view.data(), view.data() + view.size(), number);
  if (error != std::errc{} || end != view.data() + view.size() || number == 0) return std::nullopt;
  return number;
}

/// The columns of the terminal behind a descriptor; 80 when there is none.
std::size_t width_of(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

/// Whether a variable is set and not empty.
bool is_set(const char* value) {
  return value != nullptr && *value != '\0';
}

}  // namespace

Terminal detect_terminal(const char* (*environment)(const char* name)) {
  Terminal terminal;
  terminal.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  terminal.err_is_terminal = isatty(STDERR_FILENO) == 1;
  const int screen = terminal.out_is_terminal ? STDOUT_FILENO : STDERR_FILENO;
  terminal.columns =
      std::max(kNarrowest, positive_number(environment("COLUMNS")).value_or(width_of(screen)));

  const char* term = environment("TERM");
  const bool dumb = !is_set(term) || std::string_view(term) == "dumb";
  const char* force = environment("CLICOLOR_FORCE");
  const bool forced = is_set(force) && std::string_view(force) != "0";
  terminal.color_wanted =
      !is_set(environment("NO_COLOR")) && (forced || (terminal.out_is_terminal && !dumb));
  return terminal;
}

}  // namespace pullquote::cli
