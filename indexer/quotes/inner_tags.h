// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds cues inside the marks, as French and Spanish news sets them:
///
///   « Ce sera long, explique Marie Dupont, maire de la commune, mais nous y arriverons. »
#pragma once

#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {

/// Fills `document.inner_tags`. The tokens of such a cue are appended behind those of all
/// sentences, so that ranges of them are ranges of the document; everything else stays as it was.
void find_inner_tags(Document& document);

}  // namespace pullquote::quotes
