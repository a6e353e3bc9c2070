// SPDX-License-Identifier: GPL-3.0-or-later
/// Prints hits on standard output. One interface serves all formats, so that formats cannot
/// disagree about what was found.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/options/command.h"
#include "cli/printing/style.h"
#include "pullquote/result.h"

namespace pullquote::cli {

/// Text for people, JSON objects, ids one a line, or the lines of a TREC run file.
enum class HitFormat : std::uint8_t { Text, Json, Ids, Trec };

/// Prints the hits of one page, in the order of the calls. One thread at a time.
class HitPrinter {
 public:
  virtual ~HitPrinter() = default;
  /// Prints one hit, with the factors of its score if they are given.
  /// @param partial  the answer that it is from is not whole; see ResultPage::complete.
  virtual void print(const Hit& hit, const std::optional<Explanation>& explanation,
                     bool partial) = 0;
};

/// The printer for a format. `context` must outlive it; `color` matters for text only.
std::unique_ptr<HitPrinter> make_hit_printer(HitFormat format, Context& context, ColorMode color);

/// Prints what was searched for besides the words typed, on one line; nothing when there is
/// nothing.
/// @param expansions  ResultPage::expansions or FamilyPage::expansions.
void print_expansions(const std::vector<std::string>& expansions, std::ostream& err);

/// The factors of a score as an indented tree. One line for each factor: its value and its
/// description. The parts of a factor follow it, indented by two more blanks.
/// @param indent  blanks before the first line.
std::string explanation_text(const Explanation& explanation, std::size_t indent);

}  // namespace pullquote::cli
