// SPDX-License-Identifier: GPL-3.0-or-later
/// Decides for each block of a page what it is: a part of the article, something that stands apart
/// from its text, or furniture; and why.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_container.h"
#include "indexer/pages/html/html_dom.h"
#include "indexer/pages/html/html_regions.h"

namespace pullquote::html {

enum class Role : std::uint8_t {
  Dropped,
  Text,
  Subhead,
  Headline,
  Standfirst,
  Byline,
  Date,
  Caption,
  Credit,
};

/// The reason of blocks that stand neither in the article's text nor in furniture.
inline constexpr std::string_view kOutside = "outside of the article";

struct Verdict {
  Role role = Role::Dropped;
  std::string reason;  ///< "paragraph", "furniture: share", "outside of the article"
};

/// Part of the body.
inline bool is_text(const Verdict& verdict) {
  return verdict.role == Role::Text || verdict.role == Role::Subhead;
}

struct CleaningInput {
  const Document& document;
  const std::vector<TextBlock>& blocks;
  const Regions& regions;
  const MainContent& main;
  const std::vector<float>& attested;  ///< by block, or empty
  const std::string& headline;
};

/// One verdict a block, in order.
std::vector<Verdict> judge_blocks(const CleaningInput& input);

}  // namespace pullquote::html
