// SPDX-License-Identifier: GPL-3.0-or-later
/// The operand [ID]: the generation that `rollback`, `verify` and `reindex` work on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options/options.h"
#include "pullquote/generation.h"

namespace pullquote::cli {

/// The generation named by the operands; empty when there is no operand.
/// @throws UsageError  there is more than one operand, or it is no generation's id.
inline std::optional<GenerationId> generation_operand(const std::vector<std::string>& operands) {
  if (operands.empty()) return std::nullopt;
  if (operands.size() > 1) throw UsageError("one generation at a time");
  const auto id = parse_generation_id(operands.front());
  if (!id) {
    throw UsageError("'" + operands.front() +
                     "' is no generation's id; 'pullquote generations' lists them");
  }
  return id;
}

// Operands that form one text: "pullquote search harbour strike" searches for "harbour strike".

/// The words with one blank between them.
inline std::string joined_by_spaces(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace pullquote::cli
