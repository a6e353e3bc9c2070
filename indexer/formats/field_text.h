// SPDX-License-Identifier: GPL-3.0-or-later
/// Values of records as clean text.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// Clean text of a string in a record: markup and entities resolved, controls gone but for the
/// marks of block quotations (block_quote_marks.h), NFC.
std::string clean_value(std::string_view text);

}  // namespace pullquote
