// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explanation_text.h"

#include "cli/harmless.h"
#include "cli/numbers.h"

namespace pullquote::cli {

std::string explanation_text(const Explanation& explanation, std::size_t indent) {
  std::string text(indent, ' ');
  text += decimal(explanation.value, 4) + "  " + harmless(explanation.description) + "\n";
  for (const Explanation& part : explanation.parts) text += explanation_text(part, indent + 2);
  return text;
}

}  // namespace pullquote::cli
