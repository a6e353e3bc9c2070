// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/publication_status.h"

#include <utility>

#include "schema/analysis/ascii.h"

namespace pullquote {

bool is_withdrawn(std::string_view status) {
  const std::string lower = ascii_lower(status);
  const std::string code = lower.substr(lower.find_last_of(":/") + 1);
  return code == "canceled" || code == "cancelled" || code == "withheld" || code == "withdrawn" ||
         code == "killed" || code == "recalled";
}

Withdrawal withdrawal(const RawRecord& record, std::string id, std::uint64_t version,
                      std::optional<Timestamp> time, std::string_view status) {
  Withdrawal result;
  const bool is_withheld = ascii_lower(status).find("withheld") != std::string::npos;
  result.rejection =
      reject(record, is_withheld ? "withheld by its publisher" : "canceled by its publisher", id);
  result.id = std::move(id);
  result.version = version;
  result.time = time;
  return result;
}

}  // namespace pullquote
