// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/tag_finder.h"

#include <algorithm>

#include "indexer/quotes/cue_finder.h"

namespace pullquote::quotes {
namespace {

using namespace word_class;

constexpr std::uint32_t kMaxTagTokens = 45;
constexpr int kMaxAdverbials = 3;  // between a verb and its subject

class TagFinder {
 public:
  explicit TagFinder(const Document& document) : document_(document), tokens_(document.tokens) {}

  std::optional<Tag> find(std::uint32_t i, std::uint32_t last, bool expected) const {
    if (auto tag = according(i, last)) return tag;
    if (auto tag = enclosed_pronoun(i, last)) return tag;
    const auto cue = cue_at(document_, i, last);
    if (cue && tokens_[cue->verb].is(kFinite | kParticiple)) {
      if (const auto source = impersonal_source(cue->range.last, last))
        return Tag{*source, cue->range, true};
      const auto speaker = inverted_subject(cue->range.last, last);
      if (speaker) {
        const auto joint = joint_at(document_, *speaker, last);
        if (joint && ends_clause(joint->range.last, last)) return Tag{*joint, cue->range, true};
      }
      if (speaker && !is_object(*speaker)) return Tag{extended(*speaker, last), cue->range, true};
    }
    return by_subject(i, last, expected);
  }

  /// A verb of speech and its subject; stricter than find(), since text may be what is said.
  std::optional<Tag> inverted(std::uint32_t i, std::uint32_t last) const {
    if (auto tag = enclosed_pronoun(i, last)) return tag;
    const auto cue = cue_at(document_, i, last);
    if (!cue || !cue->strong || tokens_[cue->verb].is(kGerund)) return std::nullopt;
    const auto speaker = inverted_subject(cue->range.last, last);
    if (!speaker) return std::nullopt;
    const bool third = tokens_[speaker->range.first].is(kMasculine | kFeminine | kThey);
    const bool somebody = speaker->kind == MentionKind::Pronoun ? third
                          : speaker->kind == MentionKind::Group ? !speaker->role.empty()
                                                                : true;
    if (!somebody) return std::nullopt;
    return Tag{*speaker, cue->range, true};
  }

  std::optional<Tag> according(std::uint32_t i, std::uint32_t last) const {
    if (i >= last || !tokens_[i].is(kAccording)) return std::nullopt;
    std::uint32_t name = i + 1;
    if (name < last && tokens_[name].is(kPreposition)) ++name;
    const auto speaker = mention_at(document_, name, last);
    if (!speaker) return std::nullopt;
    return Tag{extended(*speaker, last), {i, name}, true};
  }

  std::optional<Mention> source(TokenRange range, bool surely) const {
    std::uint32_t i = range.first;
    while (i < range.last && tokens_[i].kind == TokenKind::Dash) ++i;
    if (i < range.last && tokens_[i].is(kPreposition) && !is_name_token(document_, i)) ++i;  // "by"
    if (i >= range.last || range.last - i > kMaxTagTokens) return std::nullopt;
    const WordToken& first = tokens_[i];
    if (first.kind != TokenKind::Word || !(first.capital || first.is(kDeterminer | kRole))) {
      return std::nullopt;
    }
    auto speaker = mention_at(document_, i, range.last);
    if (!speaker || speaker->kind == MentionKind::Pronoun) return std::nullopt;
    if (!surely && !is_only_a_name(*speaker, range.last)) return std::nullopt;
    const std::uint32_t end = speaker->range.last;
    *speaker = extended(*speaker, range.last);
    if (speaker->kind == MentionKind::Person && speaker->role.empty() && end + 1 < range.last &&
        tokens_[end].kind == TokenKind::Comma && !tokens_[end + 1].capital) {
      // Whatever stands beside the name says who it is, in words that no list has.
      if (const auto beside = mention_at(document_, end + 1, range.last)) {
        speaker->role = beside->range;
      }
    }
    return speaker;
  }

 private:
  /// The line says nothing beside who it is: no verb, nobody who does anything.
  bool is_only_a_name(const Mention& speaker, std::uint32_t last) const {
    const WordToken& first = tokens_[speaker.range.first];
    if (speaker.kind == MentionKind::Group && !first.capital && speaker.role.empty()) return false;
    for (std::uint32_t i = speaker.range.first; i < last; ++i) {
      const WordToken& token = tokens_[i];
      if (token.kind == TokenKind::Quotation || token.kind == TokenKind::Colon) return false;
      if (token.kind == TokenKind::Stop && i + 1 < last) return false;
      if (token.kind == TokenKind::Word && !token.capital && token.is(kAuxiliary | kFinite) &&
          !token.is(kRole | kTitle | kRank | kPreposition)) {
        return false;
      }
    }
    const std::uint32_t end = speaker.range.last;
    return end >= last || tokens_[end].kind != TokenKind::Word ||
           tokens_[end].is(kPreposition | kTime) || tokens_[end].capital;
  }

  /// « … », a-t-il dit
  std::optional<Tag> enclosed_pronoun(std::uint32_t i, std::uint32_t last) const {
    if (i + 2 >= last || !tokens_[i].is(kAuxiliary) || !tokens_[i + 1].is(kPronoun) ||
        !tokens_[i + 2].is(kParticiple)) {
      return std::nullopt;
    }
    const auto speaker = mention_at(document_, i + 1, i + 2);
    if (!speaker) return std::nullopt;
    return Tag{*speaker, {i, i + 3}, true};
  }

  /// The subject behind its verb; languages other than English put adverbials in between ("explicó
  /// a la prensa la consejera").
  std::optional<Mention> inverted_subject(std::uint32_t i, std::uint32_t last) const {
    if (auto speaker = mention_at(document_, i, last)) return speaker;
    if (!document_.lexicon->inverts_freely()) return std::nullopt;
    for (int adverbials = 0; adverbials < kMaxAdverbials && i < last; ++adverbials) {
      if (!tokens_[i].is(kPreposition | kAdverb | kTime)) break;
      i = behind_adverbial(i, last);
      if (auto speaker = mention_at(document_, i, last)) return speaker;
    }
    return std::nullopt;
  }

  /// Behind "mardi", "sur France Inter" or "el 3 de mayo".
  std::uint32_t behind_adverbial(std::uint32_t i, std::uint32_t last) const {
    if (!tokens_[i].is(kPreposition)) return i + 1;
    const auto object = mention_at(document_, i + 1, last);
    i = object ? object->range.last : i + 1;
    while (i < last && (tokens_[i].is(kTime | kAdverb) || tokens_[i].kind == TokenKind::Number))
      ++i;
    return i;
  }

  /// "heißt es in einer Mitteilung des Ministeriums": whose statement it is, else what says it.
  std::optional<Mention> impersonal_source(std::uint32_t i, std::uint32_t last) const {
    constexpr WordClasses kSomebody = kMasculine | kFeminine | kPlural;
    if (!document_.lexicon->nouns_are_capitalised() || i + 2 >= last) return std::nullopt;
    if (!tokens_[i].is(kPronoun) || tokens_[i].is(kSomebody)) return std::nullopt;
    if (!tokens_[i + 1].is(kPreposition)) return std::nullopt;
    const auto source = mention_at(document_, i + 2, last);
    if (!source) return std::nullopt;
    for (std::uint32_t k = i + 3; k <= source->range.last && k < last; ++k) {
      if (!tokens_[k].is(kOfThe | kOfOrToThe)) continue;
      if (const auto owner = mention_at(document_, k, last)) return owner;
    }
    return source;
  }

  std::optional<Tag> by_subject(std::uint32_t i, std::uint32_t last, bool expected) const {
    auto speaker = mention_at(document_, i, last);
    if (!speaker) return std::nullopt;
    if (const auto joint = joint_at(document_, *speaker, last)) {
      if (cue_at(document_, joint->range.last, last)) speaker = joint;
    }
    const std::uint32_t end = speaker->range.last;
    auto cue = cue_at(document_, end, last);
    Mention named = *speaker;
    const bool phrase_ends = end >= last || tokens_[end].kind == TokenKind::Stop;
    if (!cue && phrase_ends && expected && end - i >= 2 && named.kind == MentionKind::Group) {
      // "…," the coastguard radioed: the last word must be the verb.
      if (const auto shorter = mention_at(document_, i, end - 1)) {
        return Tag{*shorter, {end - 1, end}, false};
      }
    }
    if (!cue && end < last) cue = cue_after_parenthesis(end, last, named);
    if (cue) {
      if (const auto quoted = quoted_object(document_, *cue, last))
        return Tag{quoted->speaker, quoted->cue.range, true};
    }
    if (cue && (cue->strong || expected)) {
      return Tag{named, cue->range, true};
    }
    // A verb nobody knows ("…," Whitfield thundered), but the comma says enough.
    if (!expected || end >= last || tokens_[end].kind != TokenKind::Word) return std::nullopt;
    const bool verb_like = tokens_[end].is(kVerb | kAuxiliary | kPastEnding);
    if (speaker->kind == MentionKind::Group && !verb_like) return std::nullopt;
    return Tag{named, {end, end + 1}, false};
  }

  /// "…," Dana Whitfield, a lawyer from Ohio who ran twice, said. / the spokesman, Dana Whitfield,
  /// said
  std::optional<Cue> cue_after_parenthesis(std::uint32_t end, std::uint32_t last,
                                           Mention& speaker) const {
    const TokenKind kind = tokens_[end].kind;
    const bool clause =
        tokens_[end].kind == TokenKind::Word && tokens_[end].is(kRelative | kPreposition);
    if (kind != TokenKind::Comma && kind != TokenKind::Dash && kind != TokenKind::OpenBracket &&
        !clause) {
      return std::nullopt;
    }
    for (std::uint32_t i = end + 1; i < last; ++i) {
      const TokenKind here = tokens_[i].kind;
      if (here == TokenKind::Stop || here == TokenKind::Semicolon || here == TokenKind::Colon)
        break;
      const bool closes = here == TokenKind::Comma || here == TokenKind::Dash ||
                          here == TokenKind::CloseBracket || clause;
      if (!closes) continue;
      const auto cue = cue_at(document_, clause ? i : i + 1, last);
      if (!cue || !cue->strong || tokens_[cue->verb].is(kGerund)) continue;
      name_by_apposition(end + 1, i, speaker);
      return cue;
    }
    return std::nullopt;
  }

  /// What stands beside a speaker between commas is the name of a role or the role of a name.
  void name_by_apposition(std::uint32_t first, std::uint32_t last, Mention& speaker) const {
    auto beside = mention_at(document_, first, last);
    if (!beside) return;
    if (speaker.kind == MentionKind::Group && beside->kind == MentionKind::Person &&
        beside->range.last == last) {
      if (beside->role.empty()) beside->role = speaker.role;
      speaker = *beside;
    } else if (speaker.kind == MentionKind::Person && speaker.role.empty() &&
               beside->kind == MentionKind::Group && !beside->role.empty()) {
      speaker.role = beside->role;
    }
  }

  /// "said Whitfield and Brand." is a tag with two speakers, "said Whitfield and Brand left" is
  /// not.
  bool ends_clause(std::uint32_t i, std::uint32_t last) const {
    return i >= last || tokens_[i].kind == TokenKind::Stop || tokens_[i].kind == TokenKind::Comma ||
           tokens_[i].is(kPreposition | kTime);
  }

  /// said Dana Whitfield, the spokesman for Acme, on Monday
  Mention extended(Mention speaker, std::uint32_t last) const {
    const std::uint32_t end = speaker.range.last;
    if (end + 1 < last && tokens_[end].kind == TokenKind::Comma) {
      std::uint32_t close = end + 1;
      while (close < last && tokens_[close].kind != TokenKind::Comma &&
             tokens_[close].kind != TokenKind::Stop &&
             tokens_[close].kind != TokenKind::Quotation) {
        ++close;
      }
      name_by_apposition(end + 1, close, speaker);
    }
    return speaker;
  }

  bool is_object(const Mention& mention) const {
    return mention.range.last - mention.range.first == 1 &&
           tokens_[mention.range.first].is(kObject) &&
           !tokens_[mention.range.first].is(kPronoun | kRole);
  }

  const Document& document_;
  const std::vector<WordToken>& tokens_;
};

}  // namespace

std::optional<Tag> tag_after(const Document& document, TokenRange range, bool expected) {
  if (range.empty()) return std::nullopt;
  const TokenKind first = document.tokens[range.first].kind;
  if (first == TokenKind::Comma || first == TokenKind::Dash) ++range.first;
  if (range.empty()) return std::nullopt;
  const std::uint32_t last = std::min(range.last, range.first + kMaxTagTokens);
  return TagFinder(document).find(range.first, last, expected);
}

std::optional<Tag> inverted_tag_at(const Document& document, TokenRange range) {
  if (range.empty()) return std::nullopt;
  return TagFinder(document).inverted(range.first, range.last);
}

std::optional<Mention> source_line(const Document& document, TokenRange range, bool surely) {
  return TagFinder(document).source(range, surely);
}

std::optional<Tag> according_tag_at(const Document& document, TokenRange range) {
  return TagFinder(document).according(range.first, range.last);
}

}  // namespace pullquote::quotes
