// SPDX-License-Identifier: GPL-3.0-or-later
/// Rejections: all counted by reason, the first of them kept whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pullquote/error.h"

namespace pullquote {

/// One thread at a time; workers keep one each, and absorb() brings them together in input order.
class RejectionLog {
 public:
  static constexpr std::size_t kKept = 1000;

  /// @param order  place in the input; must rise from call to call.
  void add(std::uint64_t order, Rejection rejection);
  void absorb(RejectionLog&& other);

  std::uint64_t count() const { return count_; }
  const std::map<std::string, std::uint64_t>& by_reason() const { return by_reason_; }
  /// The first kKept in input order.
  std::vector<Rejection> first() const;

 private:
  std::uint64_t count_ = 0;
  std::map<std::string, std::uint64_t> by_reason_;
  std::vector<std::pair<std::uint64_t, Rejection>> kept_;  // by order
};

}  // namespace pullquote
