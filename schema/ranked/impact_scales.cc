// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/impact_scales.h"

#include "schema/ranked/term_kind.h"

namespace pullquote {

const ImpactScale* ImpactScales::of(std::string_view term) const {
  const auto field = ranked_field_of(term);
  if (!field) return nullptr;
  switch (*field) {
    case RankedField::Combined:
      return &combined_;
    case RankedField::Headline:
      return &headline_;
    case RankedField::Quote:
      return &quote_;
    case RankedField::Body:
      break;  // has no stems of its own
  }
  return nullptr;
}

}  // namespace pullquote
