// SPDX-License-Identifier: GPL-3.0-or-later
/// Says for each quotation of an article who speaks, and by which cue.
///
/// News attributes in few ways, and most of them stand right next to the marks. Each way is one
/// reading; they are tried from the surest to the least sure and the first that fits wins:
///
///   introduced   Whitfield said, "…"      the cue is next to the opening mark
///   tagged       "…," Whitfield said      the cue follows the closing mark
///   reported     Whitfield said the plan was "a mess"
///   closing      A "mess" is what it is, Whitfield said.
///   chained      "…," Whitfield said. "…"   nothing of its own: the quotation before it
///   announced    Whitfield was blunt. "…"   the sentence or paragraph before it
///   owned        Whitfield's "mess"         the owner or subject of the sentence
///   labelled     WHITFIELD: …               a label, or a line below a block quotation
#pragma once

#include <optional>
#include <vector>

#include "indexer/quotes/cue_finder.h"
#include "indexer/quotes/mention.h"
#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {

enum class Reading : std::uint8_t {
  None,
  Introduced,
  Tagged,
  Reported,
  Closing,
  Chained,
  Announced,
  Owned,
  Labelled,
};

struct Attribution {
  Reading reading = Reading::None;
  Mention speaker;
  TokenRange cue;
  float confidence = 0;
  bool strong = false;  ///< the cue is a verb of speech
  bool faint = false;   ///< the cue seldom reports
  /// The quotation's token when speaker and cue stand inside its marks, and so behind all others.
  std::optional<std::uint32_t> place;
};

/// One attribution for each span of the document, in order.
std::vector<Attribution> attribute(const Document& document);

}  // namespace pullquote::quotes
