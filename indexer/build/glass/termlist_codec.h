// SPDX-License-Identifier: GPL-3.0-or-later
/// A document's terms as one tag of the termlist table.
#pragma once

#include <span>
#include <string>

#include "indexer/build/glass/inverted_document.h"

namespace pullquote::glass {

/// The sum of the wdfs.
std::uint32_t document_length(std::span<const DocumentTerm> terms);

/// Replaces `out` by: document length, number of terms, then each term as the bytes it shares with
/// the one before it (1), the bytes that follow (1, and them), and its wdf. A wdf small enough is
/// folded into the first byte: (wdf + 1) x (length of the previous term + 1) + shared.
void encode_termlist(std::span<const DocumentTerm> terms, std::string& out);

/// The slots in use, as gaps less 1: the tag under the termlist's key plus a zero byte.
void encode_used_slots(std::span<const std::pair<std::uint32_t, std::string_view>> values,
                       std::string& out);

}  // namespace pullquote::glass
