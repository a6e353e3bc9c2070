// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/cue_finder.h"

#include <algorithm>

namespace pullquote::quotes {
namespace {

using namespace word_class;

constexpr std::uint32_t kMaxLookBack = 60;

const WordToken& at(const Document& document, std::uint32_t i) {
  return document.tokens[i];
}

bool is_word(const WordToken& token) {
  return token.kind == TokenKind::Word;
}

/// "will" and "may", but not in "Theresa May said".
bool is_auxiliary(const Document& document, std::uint32_t i) {
  return at(document, i).is(kAuxiliary) && !is_name_token(document, i);
}

bool is_adverb(const WordToken& token) {
  if (!is_word(token) || token.capital) return false;
  if (token.is(kAdverb | kNegation)) return true;
  return token.size() > 4 && token.is(kAdverbEnding) && !token.is(kVerb | kNounToo);
}

/// A form of a verb that is used as a noun: "his claims", "the report", "Whitfield's remarks".
bool is_noun_use(const Document& document, std::uint32_t i, std::uint32_t first) {
  if (i <= first) return false;
  const WordToken& before = at(document, i - 1);
  if (before.kind == TokenKind::Genitive || before.kind == TokenKind::Number) return true;
  if (at(document, i).is(kNounToo) && is_word(before) && !before.capital) {
    // "primary states", "somber comments"; but "the ad claims", "aides reply".
    constexpr WordClasses kSubject =
        kPronoun | kRelative | kRole | kOrganisation | kAdverb | kAuxiliary | kConjunction;
    const bool short_subject = i >= first + 2 &&
                               at(document, i - 2).is(kDeterminer | kPossessive) &&
                               !before.is(kRank | kAdverb);
    if (!before.is(kSubject) && !short_subject) return true;
  }
  if (!is_word(before)) return false;
  if (before.is(kDeterminer | kPossessive) && !before.is(kPronoun | kRelative | kObject))
    return true;
  return before.is(kPreposition) && !before.is(kSubordinator | kAdverb) &&
         !at(document, i).is(kGerund);
}

/// Auxiliaries and adverbs right before `verb`, back to `first`.
std::uint32_t group_start(const Document& document, std::uint32_t verb, std::uint32_t first) {
  std::uint32_t i = verb;
  while (i > first &&
         (is_auxiliary(document, i - 1) || at(document, i - 1).kind == TokenKind::Genitive ||
          is_adverb(at(document, i - 1))) &&
         !at(document, i - 1).is(kPronoun)) {
    --i;
  }
  return i;
}

/// "was called", "been described": the subject is not the speaker.
bool is_passive(const Document& document, std::uint32_t verb, std::uint32_t group) {
  if (!at(document, verb).is(kParticiple)) return false;
  for (std::uint32_t i = verb; i > group; --i) {
    if (at(document, i - 1).is(kAuxiliary)) return at(document, i - 1).is(kCopula);
  }
  return false;
}

/// Can the word at `i` be the verb of a cue, as far as its form goes?
bool is_cue_verb(const Document& document, std::uint32_t i, std::uint32_t first) {
  const WordToken& token = at(document, i);
  if (!is_word(token) || !token.is(kVerb)) return false;
  if (token.capital) return i == first && token.is_all(kFinite | kStrong);  // "Said Whitfield: …"
  if (token.is(kPreposition | kSubordinator) && !token.is(kStrong)) return false;
  if (is_noun_use(document, i, first)) return false;
  if (token.is(kFinite | kGerund)) return true;
  const std::uint32_t group = group_start(document, i, first);
  if (group < i) {
    for (std::uint32_t k = group; k < i; ++k) {
      if (at(document, k).is(kAuxiliary)) return true;
    }
  }
  return token.is(kBase) && group > first && is_word(at(document, group - 1)) &&
         (at(document, group - 1).is(kPreposition | kPronoun | kRelative | kConjunction) ||
          at(document, group - 1).is(kRole) || at(document, group - 1).capital);
}

/// A phrase between commas or dashes right before `end`: where it begins; `first` if it doesn't.
std::uint32_t parenthesis_start(const Document& document, std::uint32_t end, std::uint32_t first) {
  const TokenKind kind = at(document, end - 1).kind;
  std::uint32_t i = end - 1;
  while (i > first) {
    --i;
    if (at(document, i).kind == kind) return i;
    if (at(document, i).kind == TokenKind::Stop || at(document, i).kind == TokenKind::Quotation)
      break;
  }
  return first;
}

bool is_clause_start(const Document& document, std::uint32_t i, std::uint32_t first) {
  if (i <= first) return true;
  const WordToken& before = at(document, i - 1);
  if (is_word(before)) return before.is(kSubordinator | kConjunction | kAdverb);
  return before.kind != TokenKind::Genitive && before.kind != TokenKind::Comma;
}

/// "Dana Whitfield, a lawyer from Ohio, said": the subject before the apposition.
std::optional<Mention> subject_before_parenthesis(const Document& document, std::uint32_t end,
                                                  std::uint32_t first) {
  std::optional<Mention> fallback;
  for (int tries = 0; tries < 4 && end > first; ++tries) {
    const std::uint32_t open = parenthesis_start(document, end, first);
    if (open <= first) break;
    auto mention = mention_before(document, open, first);
    if (mention) {
      const bool named = mention->kind != MentionKind::Group;
      if (named && is_clause_start(document, mention->range.first, first)) return mention;
      if (!named && is_clause_start(document, mention->range.first, first)) {
        // "The spokesman, Dana Whitfield, said": the name is the apposition.
        auto inner = mention_at(document, open + 1, end - 1);
        if (inner && inner->kind == MentionKind::Person && inner->range.last == end - 1) {
          if (inner->role.empty()) inner->role = mention->role;
          return inner;
        }
      }
      const bool have_name = fallback && fallback->kind != MentionKind::Group;
      if (!fallback || (named && !have_name)) fallback = mention;
      if (is_clause_start(document, mention->range.first, first)) return fallback;
    }
    end = open + 1;
  }
  return fallback;
}

/// "The ferry, said Whitfield, …": the subject stands behind the verb, before the next comma.
std::optional<Mention> subject_in_parenthesis(const Document& document, const Cue& cue) {
  const auto last = static_cast<std::uint32_t>(document.tokens.size());
  if (!at(document, cue.verb).is(kFinite)) return std::nullopt;
  auto subject = mention_at(document, cue.range.last, last);
  if (!subject || subject->range.last >= last) return std::nullopt;
  if (at(document, subject->range.last).kind != TokenKind::Comma) return std::nullopt;
  return subject;
}

/// "as saying" at `i`.
bool is_as_saying(const Document& document, std::uint32_t i, std::uint32_t last) {
  return i + 1 < last && at(document, i).is(kPreposition) &&
         at(document, i + 1).is_all(kGerund | kStrong);
}

/// "him" in "quoted him as saying".
std::optional<Mention> object_pronoun(const Document& document, std::uint32_t i) {
  if (!at(document, i).is(kObject) || !at(document, i).is(kMasculine | kFeminine)) {
    return std::nullopt;
  }
  Mention mention;
  mention.range = {i, i + 1};
  mention.role = mention.name = {i, i};
  mention.kind = MentionKind::Pronoun;
  return mention;
}

}  // namespace

std::optional<Quoted> quoted_object(const Document& document, const Cue& cue, std::uint32_t last) {
  const std::uint32_t object = cue.range.last;
  if (object >= last || !at(document, cue.verb).is(kQuoting)) return std::nullopt;
  auto speaker = object_pronoun(document, object);
  if (!speaker) speaker = mention_at(document, object, last);
  if (!speaker || !is_as_saying(document, speaker->range.last, last)) return std::nullopt;
  const std::uint32_t verb = speaker->range.last + 1;
  return Quoted{*speaker, {{verb, verb + 1}, verb, true, false}};
}

namespace {

/// "quoted Whitfield as saying" where `cue` is "saying".
std::optional<Mention> object_before_saying(const Document& document, const Cue& cue,
                                            std::uint32_t first) {
  if (cue.range.first <= first || !at(document, cue.verb).is(kGerund)) return std::nullopt;
  const auto quoting = cue_before(document, cue.range.first - 1, first);
  if (!quoting || quoting->range.last + 1 >= cue.range.first) return std::nullopt;
  const auto quoted = quoted_object(document, *quoting, cue.verb + 1);
  if (!quoted || quoted->cue.verb != cue.verb) return std::nullopt;
  return quoted->speaker;
}

}  // namespace

std::optional<Cue> cue_at(const Document& document, std::uint32_t first, std::uint32_t last) {
  std::uint32_t i = first;
  bool auxiliary = false;
  while (i < last && !at(document, i).is(kPronoun) &&
         (is_auxiliary(document, i) || is_adverb(at(document, i)))) {
    auxiliary = auxiliary || is_auxiliary(document, i);
    ++i;
  }
  if (i >= last) return std::nullopt;
  const WordToken& token = at(document, i);
  if (!is_word(token) || token.capital) return std::nullopt;
  const bool fits = token.is(kFinite | kGerund) || (auxiliary && token.is(kParticiple | kBase));
  if (!fits) return std::nullopt;
  if (is_passive(document, i, first)) {
    // "Whitfield was quoted as saying": who is quoted speaks.
    if (!token.is(kQuoting) || !is_as_saying(document, i + 1, last)) return std::nullopt;
    return Cue{{i, i + 1}, i, true, false};
  }
  return Cue{{first, i + 1}, i, token.is(kStrong), token.is(kFaint)};
}

std::optional<Cue> cue_before(const Document& document, std::uint32_t last, std::uint32_t first) {
  first = std::max(first, last > kMaxLookBack ? last - kMaxLookBack : 0);
  for (std::uint32_t i = last; i > first; --i) {
    const std::uint32_t verb = i - 1;
    if (at(document, verb).is(kAccording)) {
      return Cue{{verb, std::min(verb + 2, last)}, verb, true, false};
    }
    if (!is_cue_verb(document, verb, first)) continue;
    const std::uint32_t group = group_start(document, verb, first);
    if (is_passive(document, verb, group)) continue;
    const WordToken& token = at(document, verb);
    return Cue{{group, verb + 1}, verb, token.is(kStrong), token.is(kFaint)};
  }
  return std::nullopt;
}

std::optional<Mention> subject_of(const Document& document, const Cue& cue, std::uint32_t first) {
  if (auto speaker = object_before_saying(document, cue, first)) return speaker;
  std::uint32_t i = cue.range.first;
  bool dependent = at(document, cue.verb).is(kGerund) && cue.range.first == cue.verb;
  // "was quoted as saying", "went on to say", "has been trying to tell".
  while (i > first && is_word(at(document, i - 1))) {
    const WordToken& before = at(document, i - 1);
    const bool chain = is_auxiliary(document, i - 1) || is_adverb(before) ||
                       (dependent && before.is(kPreposition)) ||
                       (before.is(kPreposition) && at(document, i).is(kBase)) ||
                       (dependent && before.is(kVerb) && !before.capital);
    if (!chain || before.is(kPronoun)) break;
    dependent = dependent || before.is(kPreposition);
    --i;
  }
  if (i <= first) return std::nullopt;
  const WordToken& before = at(document, i - 1);
  if (before.kind == TokenKind::Comma || before.kind == TokenKind::Dash) {
    if (i > first + 1 && at(document, i - 2).kind == TokenKind::CloseBracket) {
      if (auto subject = mention_before(document, i - 1, first)) return subject;
    }
    if (dependent) return main_subject(document, {first, i - 1});
    if (auto subject = subject_in_parenthesis(document, cue)) return subject;
    if (auto subject = subject_before_parenthesis(document, i, first)) return subject;
    return main_subject(document, {first, i - 1});
  }
  if (before.kind == TokenKind::Quotation) return main_subject(document, {first, i});
  if (dependent || (is_word(before) && before.is(kConjunction))) {
    return main_subject(document, {first, i - 1});
  }
  auto subject = mention_before(document, i, first);
  if (subject) {
    if (auto joint = joint_before(document, *subject, first)) return joint;
  }
  return subject;
}

}  // namespace pullquote::quotes
