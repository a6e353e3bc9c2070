// SPDX-License-Identifier: GPL-3.0-or-later
/// Quotations in single marks: 'We are ready,' she said.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/quotes/mark_scanner.h"

namespace pullquote::quotes {

/// Adds the runs in single marks to those in double ones, if single marks are the outer ones of
/// this article; else returns `doubles` as they are. Outermost spans only, in order.
std::vector<MarkedSpan> with_single_marks(std::string_view body,
                                          const std::vector<Paragraph>& blocks,
                                          std::vector<MarkedSpan> doubles);

}  // namespace pullquote::quotes
