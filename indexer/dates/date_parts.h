// SPDX-License-Identifier: GPL-3.0-or-later
/// The pieces of a date as they are found, and the time they make.
#pragma once

#include <cstdint>
#include <optional>

#include "pullquote/timestamp.h"

namespace pullquote {

struct DateParts {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> hour;
  std::optional<int> minute;
  std::optional<int> second;
  std::optional<int> zone_minutes;
  bool us_daylight_saving = false;  ///< zone_minutes is standard time; summer adds an hour

  /// The time; empty when it does not exist or leaves out a coarser piece than it has.
  std::optional<Timestamp> to_timestamp() const;
};

}  // namespace pullquote
