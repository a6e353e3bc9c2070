// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/mention.h"

#include <algorithm>

namespace pullquote::quotes {
namespace {

using namespace word_class;

constexpr std::uint32_t kMaxPhraseTokens = 24;
constexpr WordClasses kTitles = kTitle | kRole | kRank;

/// The first token of a sentence or of what follows a quotation, colon or bracket is capitalised
/// whatever it is.
bool is_at_start(const Document& document, std::uint32_t i) {
  if (i == 0) return true;
  const TokenKind before = document.tokens[i - 1].kind;
  return before == TokenKind::Stop || before == TokenKind::Quotation ||
         before == TokenKind::Colon || before == TokenKind::OpenBracket ||
         before == TokenKind::Dash;
}

/// "May" and "Day": words of time that are surnames, too, unlike "Monday".
bool may_be_surname(const WordToken& token) {
  return token.capital && token.is(kTime) && token.is(kAuxiliary | kEvent);
}

/// "Will" in "Will Smith": behind a quotation, or before a surname and a verb that no auxiliary has
/// ("Will Smith said", but "Will Smith say").
bool is_auxiliary_as_given_name(const Document& document, std::uint32_t i) {
  const auto& tokens = document.tokens;
  if (i + 2 >= tokens.size() || !tokens[i].is(kAuxiliary) || tokens[i].all_caps) return false;
  const WordToken& surname = tokens[i + 1];
  if (surname.kind != TokenKind::Word || !surname.capital) return false;
  if (surname.is(kSentence | kTime | kOrganisation)) return false;
  const WordToken& verb = tokens[i + 2];
  return verb.is(kFinite) && !verb.is(kBase) && !verb.capital;
}

/// "May said", "Mrs. May said": where only a name can stand. Reports of May may be "May reports".
bool is_surname_of_time(const Document& document, std::uint32_t i) {
  const auto& tokens = document.tokens;
  if (!may_be_surname(tokens[i])) return false;
  if (i > 0 && tokens[i - 1].capital && tokens[i - 1].is(kHonorific | kTitle)) return true;
  if (i + 1 >= tokens.size()) return false;
  const bool free = is_at_start(document, i) || tokens[i - 1].kind == TokenKind::Comma;
  return free && tokens[i + 1].is_all(kFinite | kStrong) && !tokens[i + 1].is(kNounToo);
}

bool is_lower_verb(const WordToken& token) {
  return token.kind == TokenKind::Word && !token.capital && token.is(kFinite) && !token.is(kRole);
}

/// A common noun or adjective, as far as one can know: any word in small letters with no other job.
bool is_plain_word(const WordToken& token) {
  if (token.kind == TokenKind::Number) return true;
  if (token.kind != TokenKind::Word) return false;
  if (token.is(kRole | kOrganisation | kTitle | kRank)) return true;
  constexpr WordClasses kOther = kDeterminer | kPossessive | kPronoun | kPreposition |
                                 kConjunction | kRelative | kSubordinator | kAuxiliary | kAdverb |
                                 kNegation | kObject | kAccording | kFinite | kTime;
  return !token.is(kOther);
}

bool is_hyphen(const WordToken& token) {
  return token.kind == TokenKind::Dash && !token.space_before;
}

/// Splits a phrase into role and name and tells what it is.
class Describer {
 public:
  Describer(const Document& document, TokenRange range) : document_(document), range_(range) {}

  Mention describe() const {
    Mention mention;
    mention.range = range_;
    mention.role = {range_.first, range_.first};
    std::uint32_t start = range_.last;
    while (start > range_.first && in_name(start - 1)) --start;
    while (start < range_.last && !is_name_token(document_, start) && !token(start).is(kParticle)) {
      ++start;  // a leading hyphen
    }
    if (start == range_.last) return common(mention);
    if (hangs_on_preposition(start)) return common(mention);
    const std::uint32_t name = after_titles(start);
    if (name == range_.last) return common(mention);
    const bool titled = name > start || (start > range_.first && token(start - 1).is(kTitles));
    if (!titled && start > range_.first && follows_determiner(start)) return common(mention);
    if (is_organisation({name, range_.last}) || is_abbreviation({name, range_.last})) {
      return common(mention);
    }
    mention.kind = MentionKind::Person;
    mention.name = {name, range_.last};
    if (name > range_.first) mention.role = role_before(name);
    return mention;
  }

 private:
  const WordToken& token(std::uint32_t i) const { return document_.tokens[i]; }

  bool in_name(std::uint32_t i) const {
    if (is_name_token(document_, i) || is_hyphen(token(i))) return true;
    if (is_office_of(i)) return true;
    // Small words between capitals: "de la Cruz", "Secretary of State".
    const bool between = i + 1 < range_.last;
    return between && token(i).kind == TokenKind::Word && !token(i).capital &&
           (token(i).is(kParticle) || token(i).is_all(kTitle | kPhraseStart)) &&
           (is_name_token(document_, i + 1) || token(i + 1).is(kParticle));
  }

  /// "of" in "Secretary of Trade Alan Birch": a title before it, at least three capitals behind it.
  bool is_office_of(std::uint32_t i) const {
    if (i <= range_.first || i + 3 >= range_.last) return false;
    if (!token(i).is(kPreposition) || !token(i - 1).is(kTitle | kRole)) return false;
    for (std::uint32_t k = i + 1; k <= i + 3; ++k) {
      if (!is_name_token(document_, k) || token(k).is(kTitles)) return false;
    }
    return true;
  }

  bool hangs_on_preposition(std::uint32_t start) const {
    // "la ministre des Transports": a small particle that is a preposition, too.
    if (start > range_.first && !token(start).capital &&
        token(start).is(kPreposition | kDeterminer)) {
      return true;
    }
    std::uint32_t before = start;
    while (before > range_.first && token(before - 1).is(kDeterminer | kPossessive)) --before;
    return before > range_.first && token(before - 1).is(kPreposition) &&
           !token(before - 1).is_all(kTitle | kPhraseStart);
  }

  bool follows_determiner(std::uint32_t start) const {
    return token(start - 1).is(kDeterminer) || token(start - 1).is(kPossessive);
  }

  /// The name begins after the last title in the run, but a title may be a surname ("Larry King").
  std::uint32_t after_titles(std::uint32_t start) const {
    std::uint32_t name = start;
    for (std::uint32_t i = start; i < range_.last; ++i) {
      if (!token(i).is(kTitles) || token(i).is(kHonorific)) continue;
      const bool surname = i > name && token(i - 1).is(kMale | kFemale);
      if (surname) continue;
      name = i + 1;
      if (name < range_.last && token(name).kind == TokenKind::Genitive) {
        name = range_.last;  // "the President's Media Division": the office of somebody else
      }
    }
    if (name < range_.last && is_office_of(name)) return range_.last - 2;
    while (name < range_.last && !is_name_token(document_, name) && !token(name).is(kParticle))
      ++name;
    // "der Sprecher der Bahn": a genitive, no name.
    if (name > start && name < range_.last && !token(name).capital &&
        token(name).is(kPreposition | kDeterminer)) {
      return range_.last;
    }
    return name;
  }

  bool is_organisation(TokenRange name) const {
    const WordToken& last = token(name.last - 1);
    // "Doris Day", but "Victory Day" and "Martin Luther King Day".
    if (may_be_surname(last) && name.last - name.first == 2 &&
        token(name.first).is(kMale | kFemale)) {
      return false;
    }
    if (last.is(kOrganisation | kEvent)) {
      return name.last - name.first > 1 || !last.is(kMale | kFemale);
    }
    for (std::uint32_t i = name.first; i < name.last; ++i) {
      if (token(i).kind == TokenKind::Word && !token(i).capital && token(i).is(kPreposition) &&
          !token(i).is(kParticle)) {
        return true;
      }
    }
    return false;
  }

  /// "N.H.", "U.N."
  bool is_abbreviation(TokenRange name) const {
    return name.last - name.first == 1 &&
           document_.text(token(name.first)).find('.') != std::string_view::npos;
  }

  TokenRange role_before(std::uint32_t name) const {
    std::uint32_t first = range_.first;
    while (first < name && token(first).is(kDeterminer) && !token(first).is(kTitles)) ++first;
    for (std::uint32_t i = first; i < name; ++i) {
      if (token(i).is(kTitle | kRole)) return {first, name};
    }
    return {range_.first, range_.first};
  }

  Mention common(Mention mention) const {
    mention.kind = MentionKind::Group;
    std::uint32_t first = range_.first;
    while (first < range_.last && token(first).is(kDeterminer) && !token(first).is(kTitles))
      ++first;
    for (std::uint32_t i = first; i < range_.last; ++i) {
      if (token(i).is(kPreposition)) break;
      if (!token(i).is(kTitle | kRole)) continue;
      mention.role = {first, range_.last};
      break;
    }
    return mention;
  }

  const Document& document_;
  TokenRange range_;
};

/// Grows a phrase token by token; knows nothing of direction.
class Phrase {
 public:
  explicit Phrase(const Document& document) : document_(document) {}

  const WordToken& token(std::uint32_t i) const { return document_.tokens[i]; }

  bool is_inner(std::uint32_t i) const {
    const WordToken& t = token(i);
    if (t.kind == TokenKind::Genitive || is_hyphen(t)) return true;
    if (t.is(kTime) && !t.is(kMale | kFemale)) {
      return may_be_surname(t) && is_name_token(document_, i);
    }
    return is_name_token(document_, i) || (is_plain_word(t) && !is_lower_verb(t)) ||
           t.is_all(kTitle | kPhraseStart);
  }

  /// After a name, a word in small letters is the verb ("Whitfield walked to …"), unless it says
  /// who somebody is ("Whitfield aides") or the verb comes right behind it ("Elmouth growers say").
  bool ends_before(std::uint32_t i, std::uint32_t last) const {
    const WordToken& t = token(i);
    if (t.kind != TokenKind::Word || t.capital ||
        t.is(kRole | kOrganisation | kTitle | kRank | kParticle)) {
      return false;
    }
    if (has_past_ending(i)) return true;
    return i + 1 >= last || !(is_lower_verb(token(i + 1)) || is_plain_word(token(i + 1)));
  }

  /// "the moderators yielded to": a past form that no noun follows.
  bool is_verb_like(std::uint32_t i, std::uint32_t last) const {
    const WordToken& t = token(i);
    if (t.kind != TokenKind::Word || t.capital || t.is(kRole | kTitle | kRank) ||
        !has_past_ending(i)) {
      return false;
    }
    return i + 1 >= last || !(is_plain_word(token(i + 1)) || is_name_token(document_, i + 1));
  }

  /// "officials initially said"
  bool is_adverb_of_verb(std::uint32_t i, std::uint32_t last) const {
    const WordToken& t = token(i);
    if (t.kind != TokenKind::Word || t.capital || i + 1 >= last || t.is(kNounToo | kRole))
      return false;
    return t.size() > 4 && t.is(kAdverbEnding) && token(i + 1).is(kVerb | kAuxiliary);
  }

  bool has_past_ending(std::uint32_t i) const {
    return token(i).size() > 4 && token(i).is(kPastEnding);
  }

  /// A preposition that ties two nouns into one phrase; "in" and "on" do so only before no time.
  bool ties(std::uint32_t i, std::uint32_t last) const {
    const WordToken& t = token(i);
    if (!t.is(kPreposition) || t.is(kSubordinator) || t.capital || i + 1 >= last) return false;
    if (t.end - t.start > 5) return false;  // "about", "during": no part of who somebody is
    std::uint32_t next = i + 1;
    while (next < last && token(next).is(kDeterminer | kPossessive)) ++next;
    if (next >= last || token(next).is(kTime)) return false;
    return is_inner(next) || (next > i + 1 && token(next).is(kNounToo));
  }

  /// "der Sprecher des Ministeriums": the article at `i` is the genitive of a noun behind a noun.
  bool is_owned_by(std::uint32_t i, std::uint32_t first,
                   WordClasses articles = kOfThe | kOfOrToThe) const {
    if (i <= first || !token(i).is(articles)) return false;
    return token(i - 1).kind == TokenKind::Word && token(i - 1).capital && is_inner(i - 1);
  }

 private:
  const Document& document_;
};

std::optional<Mention> single(std::uint32_t i, MentionKind kind) {
  Mention mention;
  mention.range = {i, i + 1};
  mention.role = mention.name = {i, i};
  mention.kind = kind;
  return mention;
}

/// "Whitfield, who": the pronoun is what is written, the name before it what it means.
std::optional<Mention> relative(const Document& document, std::uint32_t pronoun,
                                std::uint32_t first) {
  Mention mention;
  mention.range = {pronoun, pronoun + 1};
  mention.role = mention.name = {pronoun, pronoun};
  mention.kind = MentionKind::Relative;
  std::uint32_t end = pronoun;
  if (end > first && document.tokens[end - 1].kind == TokenKind::Comma) --end;
  auto antecedent = mention_before(document, end, first);
  if (antecedent && antecedent->kind == MentionKind::Group && !antecedent->role.empty() &&
      antecedent->range.first > first + 1 &&
      document.tokens[antecedent->range.first - 1].kind == TokenKind::Comma) {
    // "Whitfield, mayor of Elmouth, who": the office stands beside the name.
    auto named = mention_before(document, antecedent->range.first - 1, first);
    if (named && named->kind == MentionKind::Person) {
      if (named->role.empty()) named->role = antecedent->role;
      antecedent = named;
    }
  }
  if (antecedent) {
    mention.name = antecedent->written();
    mention.role = antecedent->role;
  }
  return mention;
}

bool is_subject_pronoun(const WordToken& token) {
  return token.kind == TokenKind::Word && token.is(kPronoun) && !token.is(kRelative | kFinite);
}

}  // namespace

bool is_name_token(const Document& document, std::uint32_t i) {
  const WordToken& token = document.tokens[i];
  if (token.kind != TokenKind::Word || !token.capital) return false;
  const bool next_is_number =
      i + 1 < document.tokens.size() && document.tokens[i + 1].kind == TokenKind::Number;
  const bool given =
      token.is(kMale | kFemale) && !(token.is(kTime) && next_is_number);  // "June 24"
  if (is_surname_of_time(document, i) && !next_is_number) return true;
  if (is_auxiliary_as_given_name(document, i)) return true;
  if (token.is(kTime) && !given) {  // "Kristen Day", but not "Monday"
    return i > 0 && document.tokens[i - 1].is(kMale | kFemale) && document.tokens[i - 1].capital;
  }
  if (token.is(kPronoun | kDeterminer | kPossessive) && !token.all_caps) return false;
  if (is_at_start(document, i) && !given) {
    constexpr WordClasses kInflected = kFinite | kGerund | kParticiple;
    if (token.is(kSentence | kAdverb | kInflected | kPreposition | kAuxiliary)) return false;
    if (token.is(kAdverbEnding)) return false;
  }
  if (token.is(kSubordinator | kConjunction | kPreposition | kAccording) && !token.all_caps &&
      !given)
    return false;
  return true;
}

std::optional<Mention> mention_at(const Document& document, std::uint32_t first,
                                  std::uint32_t last) {
  if (first >= last) return std::nullopt;
  const Phrase phrase(document);
  if (is_subject_pronoun(document.tokens[first])) return single(first, MentionKind::Pronoun);
  std::uint32_t i = first;
  last = std::min(last, first + kMaxPhraseTokens);
  while (i < last && document.tokens[i].is(kDeterminer | kPossessive) &&
         !document.tokens[i].is(kSubordinator) && document.tokens[i].kind == TokenKind::Word) {
    ++i;
  }
  // After an article any word is a noun: "the attacks", "a report".
  if (i > first && i < last && is_lower_verb(document.tokens[i]) &&
      document.tokens[i].is(kNounToo | kBase)) {
    ++i;
  }
  if (i == first && i < last && !document.tokens[i].capital && document.tokens[i].is(kGerund)) {
    return std::nullopt;  // "…," claiming that …
  }
  const std::uint32_t noun = i;
  bool named = false;
  for (; i < last; ++i) {
    const WordToken& token = document.tokens[i];
    if (named && phrase.ends_before(i, last)) break;
    if (i > first && phrase.is_adverb_of_verb(i, last)) break;
    if (phrase.is_inner(i) ||
        (i > first && document.tokens[i - 1].is(kDeterminer) && token.is(kNounToo))) {
      if (phrase.is_verb_like(i, last)) break;
      named = is_name_token(document, i) && !token.is(kTitles | kOrganisation);
    } else if (!named && i > first && phrase.ties(i, last)) {
      while (i + 1 < last && document.tokens[i + 1].is(kDeterminer | kPossessive)) ++i;
    } else if (!named && i + 1 < last && phrase.is_owned_by(i, first, kOfThe) &&
               phrase.is_inner(i + 1)) {
      continue;  // not "sagte die Ministerin der Zeitung"
    } else if (token.kind == TokenKind::Word && !token.capital && token.is(kParticle) &&
               i + 1 < last && is_name_token(document, i + 1)) {
      continue;
    } else {
      break;
    }
  }
  while (i > first && document.tokens[i - 1].kind == TokenKind::Genitive) --i;
  if (i == first) return std::nullopt;
  Mention mention = Describer(document, {first, i}).describe();
  // An article alone says nothing, unlike "many" and "both".
  if (i == noun && i == first + 1) {
    const std::string_view text = document.text(document.tokens[first]);
    if (text.size() <= 3 || document.tokens[first].is(kPossessive | kSubordinator))
      return std::nullopt;
  }
  return mention;
}

std::optional<Mention> name_run_at(const Document& document, std::uint32_t first,
                                   std::uint32_t last) {
  const auto& tokens = document.tokens;
  last = std::min(last, first + kMaxPhraseTokens);
  std::uint32_t end = first;
  for (std::uint32_t i = first; i < last; ++i) {
    if (is_name_token(document, i)) {
      end = i + 1;
    } else if (i > first && tokens[i].is(kPreposition) && tokens[i - 1].is(kTitle)) {
      continue;  // "Secretary of Trade"
    } else if (!is_hyphen(tokens[i]) && !tokens[i].is(kParticle) &&
               !tokens[i].is_all(kTitle | kPhraseStart)) {
      break;
    }
  }
  if (end == first) return std::nullopt;
  return Describer(document, {first, end}).describe();
}

std::optional<Mention> mention_before(const Document& document, std::uint32_t last,
                                      std::uint32_t first) {
  if (last <= first) return std::nullopt;
  const Phrase phrase(document);
  const auto& tokens = document.tokens;
  if (tokens[last - 1].kind == TokenKind::CloseBracket) {  // "Sen. Dana Whitfield (R-Ohio) said"
    std::uint32_t open = last - 1;
    while (open > first && tokens[open].kind != TokenKind::OpenBracket) --open;
    return mention_before(document, open, first);
  }
  if (tokens[last - 1].kind == TokenKind::Word && tokens[last - 1].is(kRelative)) {
    return relative(document, last - 1, first);
  }
  if (is_subject_pronoun(tokens[last - 1])) return single(last - 1, MentionKind::Pronoun);
  first = std::max(first, last > kMaxPhraseTokens ? last - kMaxPhraseTokens : 0);
  std::uint32_t i = last;
  while (i > first) {
    const std::uint32_t before = i - 1;
    const WordToken& token = tokens[before];
    if (phrase.is_inner(before)) {
      i = before;
    } else if (i < last && token.kind == TokenKind::Word && token.is(kDeterminer | kPossessive) &&
               !token.is(kPronoun)) {
      i = before;
      while (i > first && tokens[i - 1].kind == TokenKind::Word && tokens[i - 1].is(kDeterminer) &&
             !tokens[i - 1].is(kPronoun | kSubordinator)) {
        --i;  // "the two companies"
      }
      if (phrase.is_owned_by(i, first)) continue;
      const bool tied = i > first + 1 && phrase.ties(i - 1, last) && phrase.is_inner(i - 2);
      if (!tied) break;
      --i;
    } else if (i < last && before > first && phrase.ties(before, last) &&
               phrase.is_inner(before - 1)) {
      i = before;
    } else {
      break;
    }
  }
  while (i < last && tokens[i].kind == TokenKind::Genitive) ++i;
  if (i >= last) return std::nullopt;
  return Describer(document, {i, last}).describe();
}

namespace {

bool is_named(const Document& document, const Mention& mention) {
  return mention.kind != MentionKind::Pronoun && mention.kind != MentionKind::Relative &&
         !mention.range.empty() && is_name_token(document, mention.range.last - 1);
}

Mention both(const Mention& left, const Mention& right) {
  Mention joint;
  joint.range = {left.written().first, right.written().last};
  joint.role = joint.name = {joint.range.first, joint.range.first};
  joint.kind = MentionKind::Group;
  return joint;
}

bool is_joining(const WordToken& token) {
  return token.is(kJoining) && !token.capital;
}

}  // namespace

std::optional<Mention> joint_at(const Document& document, const Mention& left, std::uint32_t last) {
  const std::uint32_t joining = left.range.last;
  if (joining + 1 >= last || !is_joining(document.tokens[joining])) return std::nullopt;
  if (!is_named(document, left)) return std::nullopt;
  const auto right = mention_at(document, joining + 1, last);
  if (!right || !is_named(document, *right)) return std::nullopt;
  return both(left, *right);
}

std::optional<Mention> joint_before(const Document& document, const Mention& right,
                                    std::uint32_t first) {
  const std::uint32_t start = right.range.first;
  if (start < first + 2 || !is_joining(document.tokens[start - 1])) return std::nullopt;
  if (!is_named(document, right)) return std::nullopt;
  const auto left = mention_before(document, start - 1, first);
  if (!left || !is_named(document, *left)) return std::nullopt;
  // "Lind met Whitfield and Brand said": only what begins its clause is surely a subject.
  const std::uint32_t begin = left->range.first;
  const bool free = begin == first || document.tokens[begin - 1].kind == TokenKind::Comma ||
                    is_at_start(document, begin);
  if (!free) return std::nullopt;
  return both(*left, right);
}

namespace {

/// "The minister, Rolf Haas, …": the name is the apposition.
void name_by_apposition(const Document& document, std::uint32_t last, Mention& mention) {
  const std::uint32_t comma = mention.range.last;
  if (mention.role.empty() || comma + 1 >= last || document.tokens[comma].kind != TokenKind::Comma)
    return;
  auto name = mention_at(document, comma + 1, last);
  if (!name || name->kind != MentionKind::Person) return;
  if (name->range.last < last && document.tokens[name->range.last].kind != TokenKind::Comma) return;
  if (name->role.empty()) name->role = mention.role;
  mention = *name;
}

bool is_adverbial_start(const Document& document, std::uint32_t i) {
  const WordToken& token = document.tokens[i];
  if (token.kind != TokenKind::Word) return false;
  if (token.is(kRelative) || (token.is(kDeterminer) && !token.is(kSubordinator))) return false;
  if (token.is(kPronoun | kPossessive)) return false;
  return token.is(kPreposition | kSubordinator | kTime | kAdverb | kGerund);
}

/// Where the subject may begin: behind "On Monday," and "At a rally in Elmouth, N.H., on Tuesday,".
std::uint32_t skip_adverbials(const Document& document, TokenRange range) {
  const auto& tokens = document.tokens;
  std::uint32_t start = range.first;
  bool skipped = false;
  for (;;) {
    std::uint32_t comma = start;
    while (comma < range.last && tokens[comma].kind != TokenKind::Comma) ++comma;
    if (comma + 1 >= range.last) return start;
    const bool adverbial = is_adverbial_start(document, start);
    // "N.H.," or "Ohio," after a place: short and no verb follows its comma.
    const bool place = skipped && comma - start <= 2 && !tokens[comma + 1].is(kDeterminer) &&
                       is_adverbial_start(document, comma + 1);
    const bool abbreviation = skipped && comma - start == 1 &&
                              tokens[start].end - tokens[start].start <= 6 &&
                              document.text(tokens[start]).find('.') != std::string_view::npos;
    if (!adverbial && !place && !abbreviation) return start;
    skipped = true;
    start = comma + 1;
  }
}

}  // namespace

std::optional<Mention> main_subject(const Document& document, TokenRange range) {
  const auto& tokens = document.tokens;
  for (std::uint32_t i = skip_adverbials(document, range); i < range.last; ++i) {
    const WordToken& token = tokens[i];
    const bool tied = i > range.first && tokens[i - 1].is(kPreposition) &&
                      tokens[i - 1].kind == TokenKind::Word && !tokens[i - 1].is(kSubordinator);
    if (token.kind == TokenKind::Quotation || token.kind == TokenKind::Genitive) continue;
    if (token.is(kSubordinator) && !token.capital) continue;
    if (token.is(kOfThe) && !token.capital) continue;  // "des Ministeriums"
    const bool starts =
        is_subject_pronoun(token) || is_name_token(document, i) ||
        (token.kind == TokenKind::Word && token.is(kDeterminer | kPossessive | kRole));
    if (!starts) continue;
    auto mention = mention_at(document, i, range.last);
    if (!mention) continue;
    if (mention->kind == MentionKind::Group) name_by_apposition(document, range.last, *mention);
    const bool says_who = mention->kind != MentionKind::Group || mention->range.last - i > 1;
    if (!tied && says_who) return mention;
    i = mention->range.last - 1;
  }
  return std::nullopt;
}

}  // namespace pullquote::quotes
