// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printing/explanation_text.h"

#include "cli/terminal/escape.h"
#include "cli/terminal/numbers.h"

namespace pullquote::cli {

std::string explanation_text(const Explanation& explanation, std::size_t indent) {
  std::string text(indent, ' ');
  text +=
      decimal(explanation.value, 4) + "  " + escape_for_terminal(explanation.description) + "\n";
  for (const Explanation& part : explanation.parts) text += explanation_text(part, indent + 2);
  return text;
}

}  // namespace pullquote::cli
