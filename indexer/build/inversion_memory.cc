// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion_memory.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "schema/analysis/string_hash.h"

namespace pullquote {
namespace {

constexpr std::uint64_t kBytesPerByte = 18;
constexpr std::uint64_t kBytesPerWord = 500;

/// A text has no more distinct words than a third of its bytes: two letters and a separator, or
/// the three bytes of a CJK character.
constexpr std::uint64_t kShortestWord = 3;

/// Analysed at once, so that tokens of a long text are not all held.
constexpr std::size_t kPieceBytes = 64 << 10;

/// The first piece of `text`: up to kPieceBytes, cut behind a blank or line end if there is one.
std::string_view first_piece(std::string_view text) {
  if (text.size() <= kPieceBytes) return text;
  const std::size_t blank = text.find_last_of(" \n", kPieceBytes - 1);
  return text.substr(0, blank == std::string_view::npos ? kPieceBytes : blank + 1);
}

}  // namespace

std::uint64_t inversion_bytes(const Article& article, std::uint64_t limit, Analyzer& analyzer) {
  std::uint64_t text_bytes =
      article.headline.size() + article.standfirst.size() + article.body.size();
  for (const std::string& caption : article.captions) text_bytes += caption.size();
  const std::uint64_t most =
      text_bytes * kBytesPerByte + text_bytes / kShortestWord * kBytesPerWord;
  if (most <= limit) return most;
  std::unordered_set<std::uint64_t> words;
  const auto estimate = [&] { return text_bytes * kBytesPerByte + words.size() * kBytesPerWord; };
  // Headline, standfirst and captions hardly have a word that the body lacks.
  for (std::string_view rest = article.body; !rest.empty() && estimate() <= limit;) {
    const std::string_view piece = first_piece(rest);
    rest.remove_prefix(piece.size());
    for (const Token& token : analyzer.tokenize(piece)) words.insert(hash_of(token.term));
  }
  return estimate();
}

}  // namespace pullquote
