// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/index_builder.h"

#include <utility>

#include "indexer/build/generation_build.h"

namespace pullquote {

BuildReport build_index(const BuildOptions& options, Reporter& reporter, std::stop_token stop) {
  return build_generation(options, reporter, stop, real_filesystem());
}

}  // namespace pullquote
