// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the text outside of the marks. Abbreviations keep their dot in the tokenizer, so a
// stop before a capital ends a sentence. After a quotation it depends on what the quotation ends
// with: after a comma the sentence goes on; after . ! ? a capital starts a new one, unless a short
// cue follows ("Why not?" Whitfield asked.).
#include <algorithm>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {
namespace {

using namespace word_class;

constexpr std::uint32_t kMaxTagTokens = 8;
constexpr std::uint32_t kMaxBracketTokens = 60;

class SentenceSplitter {
 public:
  explicit SentenceSplitter(Document& document) : document_(document), tokens_(document.tokens) {}

  void run() {
    document_.sentences.clear();
    document_.sentence_of_quotation.assign(document_.spans.size(), 0);
    std::uint32_t token = 0;
    for (std::uint32_t paragraph = 0; paragraph < document_.blocks.size(); ++paragraph) {
      const std::uint32_t first = token;
      // What follows a quotation over several paragraphs belongs to the one where it began.
      std::uint32_t end = document_.blocks[paragraph].end;
      while (token < tokens_.size() && tokens_[token].start < end) {
        while (tokens_[token].end > end && paragraph + 1 < document_.blocks.size()) {
          end = document_.blocks[++paragraph].end;
        }
        ++token;
      }
      split({first, token}, paragraph);
    }
  }

 private:
  void split(TokenRange range, std::uint32_t paragraph) {
    std::uint32_t start = range.first;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (!ends_after(i, range.last)) continue;
      add({start, i + 1}, paragraph);
      start = i + 1;
    }
    if (start < range.last) add({start, range.last}, paragraph);
  }

  void add(TokenRange range, std::uint32_t paragraph) {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (tokens_[i].kind != TokenKind::Quotation) continue;
      document_.sentence_of_quotation[tokens_[i].quotation] =
          static_cast<std::uint32_t>(document_.sentences.size());
    }
    document_.sentences.push_back({range, paragraph});
  }

  bool ends_after(std::uint32_t i, std::uint32_t last) const {
    if (i + 1 >= last) return true;
    const WordToken& token = tokens_[i];
    if (token.kind == TokenKind::Stop) return can_start(i + 1);
    if (token.kind == TokenKind::CloseBracket) return can_start(i + 1) && brackets_sentence(i);
    if (token.kind != TokenKind::Quotation || !can_start(i + 1)) return false;
    const char32_t stop = final_stop(token);
    if (stop == 0) return false;
    return !cue_follows(i + 1, last, stop == '.');
  }

  /// "(Whitfield said so.)": the bracket that closes at `close` holds a whole sentence.
  bool brackets_sentence(std::uint32_t close) const {
    if (close == 0 ||
        !ends_sentence(static_cast<unsigned char>(document_.body[tokens_[close - 1].end - 1]))) {
      return false;
    }
    std::uint32_t open = close;
    while (open > 0 && close - open < kMaxBracketTokens &&
           tokens_[open].kind != TokenKind::OpenBracket) {
      --open;
    }
    if (tokens_[open].kind != TokenKind::OpenBracket) return false;
    return open == 0 || tokens_[open - 1].kind == TokenKind::Stop ||
           tokens_[open - 1].kind == TokenKind::Quotation;
  }

  bool can_start(std::uint32_t i) const {
    const WordToken& token = tokens_[i];
    switch (token.kind) {
      case TokenKind::Word:
        return token.capital;
      case TokenKind::Number:
      case TokenKind::Quotation:
      case TokenKind::OpenBracket:
        return true;
      case TokenKind::Dash:
        return false;
      default:
        return false;
    }
  }

  /// The mark that ends what the quotation encloses, if it ends a sentence; else 0.
  char32_t final_stop(const WordToken& token) const {
    const std::string_view inside = document_.inside(document_.spans[token.quotation]);
    std::size_t end = inside.size();
    // Marks and brackets inside may stand behind the stop.
    CodePoint last = code_point_before(inside, end);
    while (end > 0 && (last.value == '\'' || last.value == 0x2019 || last.value == 0x201D ||
                       last.value == ')' || last.value == ']' || last.value == '"')) {
      end -= last.length;
      last = code_point_before(inside, end);
    }
    return ends_sentence(last.value) ? last.value : 0;
  }

  /// "Whitfield asked." or "asked Whitfield" right after the quotation. After a full stop the cue
  /// must be short, since "Whitfield said on Monday that …" starts another sentence.
  bool cue_follows(std::uint32_t i, std::uint32_t last, bool after_stop) const {
    const std::uint32_t end = std::min(last, i + kMaxTagTokens);
    for (std::uint32_t k = i; k < end; ++k) {
      const WordToken& token = tokens_[k];
      if (token.kind != TokenKind::Word && token.kind != TokenKind::Genitive) return false;
      if (k == i && token.is(kSentence) && !token.is(kPronoun | kDeterminer)) return false;
      if (token.capital || !token.is(kFinite) || token.is(kRole)) continue;
      if (after_stop && token.is(kFaint)) continue;
      if (k + 1 >= last) return true;
      const WordToken& next = tokens_[k + 1];
      if (next.is(kSubordinator) && !next.is(kPreposition)) return false;
      if (next.kind == TokenKind::Stop) return true;
      if (after_stop || next.kind == TokenKind::Quotation) return false;
      return token.is(kStrong) || next.kind == TokenKind::Comma || next.is(kPreposition);
    }
    return false;
  }

  Document& document_;
  const std::vector<WordToken>& tokens_;
};

}  // namespace

void split_sentences(Document& document) {
  SentenceSplitter(document).run();
}

bool stands_alone(const Document& document, std::uint32_t span) {
  const std::uint32_t at = document.token_of_quotation[span];
  const TokenRange range = document.sentences[document.sentence_of_quotation[span]].range;
  if (range.last - range.first > kMaxTagTokens) return false;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (i != at && document.tokens[i].kind == TokenKind::Word) return false;
  }
  return true;
}

}  // namespace pullquote::quotes
