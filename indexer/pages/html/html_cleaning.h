// SPDX-License-Identifier: GPL-3.0-or-later
/// The role of each block of a page: part of the article's text, something that stands apart from
/// it (headline, byline, caption), or furniture; and the reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/html/html_blocks.h"
#include "indexer/pages/html/html_container.h"
#include "indexer/pages/html/html_dom.h"
#include "indexer/pages/html/html_regions.h"

namespace pullquote::html {

/// What a block is to the article. Dropped blocks go nowhere; each other role has its field.
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

/// The reason of blocks that stand outside of the main content, but in no furniture.
inline constexpr std::string_view kOutside = "outside of the article";

/// The judgement of one block.
struct Verdict {
  Role role = Role::Dropped;
  std::string reason;  ///< for people: "paragraph", "furniture: share", "outside of the article"
};

/// Whether the block goes into the body.
inline bool is_text(const Verdict& verdict) {
  return verdict.role == Role::Text || verdict.role == Role::Subhead;
}

/// What is known of the page. All references must outlive the call.
struct CleaningInput {
  const Document& document;
  const std::vector<TextBlock>& blocks;
  const Regions& regions;
  const MainContent& main;
  const std::vector<float>& attested;  ///< share of each block that articleBody has; or empty
  const std::string& headline;         ///< as chosen; empty: none
};

/// One verdict a block, in order. Linear in the page; thread-safe.
std::vector<Verdict> judge_blocks(const CleaningInput& input);

}  // namespace pullquote::html
