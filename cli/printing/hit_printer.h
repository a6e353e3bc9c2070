// SPDX-License-Identifier: GPL-3.0-or-later
/// Hits on standard output. One interface for all formats, so that they cannot tell different
/// stories.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "cli/options/command.h"
#include "cli/printing/style.h"
#include "pullquote/result.h"

namespace pullquote::cli {

enum class HitFormat : std::uint8_t { Text, Json, Ids, Trec };

class HitPrinter {
 public:
  virtual ~HitPrinter() = default;
  virtual void print(const Hit& hit, const std::optional<Explanation>& explanation) = 0;
};

std::unique_ptr<HitPrinter> make_hit_printer(HitFormat format, Context& context, ColorMode color);

}  // namespace pullquote::cli
