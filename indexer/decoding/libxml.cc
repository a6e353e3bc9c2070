// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/libxml.h"

#include <libxml/parser.h>

namespace pullquote {

void initialise_libxml() {
  [[maybe_unused]] static const bool once = (xmlInitParser(), true);
}

}  // namespace pullquote
