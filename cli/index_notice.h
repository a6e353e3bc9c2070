// SPDX-License-Identifier: GPL-3.0-or-later
/// What is to be said about an index that answers, but not as it should.
#pragma once

#include <ostream>
#include <string_view>

#include "cli/command.h"
#include "cli/harmless.h"
#include "pullquote/searcher.h"

namespace pullquote::cli {

/// A warning on standard error where the searcher could not use the ranked index.
inline void warn_of_notice(const Searcher& searcher, std::string_view command, Context& context) {
  if (searcher.notice().empty()) return;
  context.err << "pullquote " << command << ": warning: " << harmless(searcher.notice())
              << "; until then searches are answered without it, slowly\n";
}

}  // namespace pullquote::cli
