// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/attribution.h"

#include <algorithm>

#include "indexer/quotes/characters.h"
#include "indexer/quotes/tag_finder.h"

namespace pullquote::quotes {
namespace {

using namespace word_class;

constexpr int kMaxCues = 6;
constexpr std::uint32_t kMaxDatelineTokens = 14;
constexpr std::uint32_t kMaxSentenceTokens = 150;  // longer ones are lists, and looking costs

/// How sure each reading is, measured roughly on news; only the order matters.
constexpr float kSure = 0.95F;
constexpr float kLikely = 0.85F;
constexpr float kPossible = 0.6F;
constexpr float kGuess = 0.4F;

class Attributor {
 public:
  explicit Attributor(const Document& document)
      : document_(document), tokens_(document.tokens), result_(document.spans.size()) {}

  std::vector<Attribution> run() {
    for (std::uint32_t q = 0; q < result_.size(); ++q) {
      locate(q);
      result_[q] = read(q);
    }
    for (std::uint32_t q = 1; q < result_.size(); ++q) spread_back(q);
    return std::move(result_);
  }

 private:
  /// Fills the surroundings of quotation q: its sentence, and the text between its neighbours.
  void locate(std::uint32_t q) {
    at_ = document_.token_of_quotation[q];
    sentence_ = document_.sentence_of_quotation[q];
    range_ = document_.sentences[sentence_].range;
    if (at_ - range_.first > kMaxSentenceTokens) range_.first = at_ - kMaxSentenceTokens;
    range_.last = std::min(range_.last, at_ + kMaxSentenceTokens);
    range_.first = after_dateline(range_);
    before_ = range_.first;
    if (q > 0 && document_.sentence_of_quotation[q - 1] == sentence_) {
      before_ = std::max(before_, document_.token_of_quotation[q - 1] + 1);
    }
    after_ = range_.last;
    if (q + 1 < result_.size() && document_.sentence_of_quotation[q + 1] == sentence_) {
      after_ = std::min(after_, document_.token_of_quotation[q + 1]);
    }
  }

  /// ELMOUTH, Ohio, July 25 (Agency) — Whitfield said …
  std::uint32_t after_dateline(TokenRange range) const {
    if (range.empty() || !tokens_[range.first].all_caps) return range.first;
    const std::uint32_t end = std::min({range.last, range.first + kMaxDatelineTokens, at_});
    for (std::uint32_t i = range.first; i < end; ++i) {
      if (tokens_[i].kind == TokenKind::Dash && tokens_[i].space_before) return i + 1;
    }
    return range.first;
  }

  Attribution read(std::uint32_t q) {
    Attribution found;
    if (document_.spans[q].family == MarkFamily::Turn) return turn();
    if (signed_below(q, found)) return found;
    if (document_.spans[q].family == MarkFamily::Block) return block(q);
    if (tagged_inside(q, found)) return found;
    const bool tag_expected = ends_with_comma(q) && !(starts_small(q) && touches_verb());
    if (!tag_expected && introduced(found)) return found;
    if (tagged(q, found)) return found;
    if (introduced(found) || viewpoint(found)) return found;
    const bool reports = reported(found);
    if (reports && (found.strong || is_somebody(found.speaker))) return found;
    // "The vote signals “an end” to the talks, Whitfield said": a vote says nothing.
    if (closing(found) || reports || in_the_view_of(found)) return found;
    if (chained_in_sentence(q, found)) return found;
    if (next_sentence_tag(q, found)) return found;
    if (stands_alone(document_, q) && chained(q, found)) return found;
    if (owned(found) && (found.strong || is_somebody(found.speaker))) return found;
    if (follows_quotation(q) && inherit(q - 1, kPossible, found)) return found;
    return found;  // within a sentence, whoever speaks in another one would be a guess
  }

  /// Who answers an interview: the only person whom the text before its first turn names in full.
  std::optional<Mention> only_person_before_turns() const {
    std::optional<Mention> only;
    for (const Sentence& sentence : document_.sentences) {
      for (std::uint32_t i = sentence.range.first; i < sentence.range.last; ++i) {
        const WordToken& token = tokens_[i];
        if (token.kind == TokenKind::Quotation) {
          if (document_.spans[token.quotation].family == MarkFamily::Turn) return only;
          continue;
        }
        if (!token.is(kMale | kFemale | kHonorific) || !is_name_token(document_, i)) continue;
        const auto person = name_run_at(document_, i, sentence.range.last);
        if (!person || person->kind != MentionKind::Person) continue;
        if (person->name.last - person->name.first < 2) continue;
        if (only && document_.text(only->name) != document_.text(person->name)) return std::nullopt;
        only = person;
        i = person->range.last - 1;
      }
    }
    return only;
  }

  /// WHITFIELD: … without marks; "A" is whom the interview is with.
  Attribution turn() {
    Attribution found;
    std::uint32_t end = at_;
    while (end > range_.first && tokens_[end - 1].kind != TokenKind::Word) --end;
    if (end == range_.first) return found;
    if (tokens_[end - 1].end - tokens_[end - 1].start <= 2) {
      if (!guest_) guest_ = only_person_before_turns();
      if (const auto& guest = *guest_)
        set(found, Reading::Labelled, *guest, {end, at_}, kPossible, true);
      return found;
    }
    const auto speaker = mention_before(document_, end, range_.first);
    if (speaker) set(found, Reading::Labelled, *speaker, {end, at_}, kSure, true);
    return found;
  }

  /// — Dana Whitfield, mayor
  bool signed_below(std::uint32_t q, Attribution& found) const {
    const MarkedSpan& span = document_.spans[q];
    if (span.source_end == 0) return false;
    const auto at = [&](std::uint32_t byte) {
      const auto begin = tokens_.begin() + at_;
      const auto end = tokens_.begin() + document_.sentences.back().range.last;
      const auto token =
          std::lower_bound(begin, end, byte,
                           [](const WordToken& each, std::uint32_t to) { return each.start < to; });
      return static_cast<std::uint32_t>(token - tokens_.begin());
    };
    const auto source = source_line(document_, {at(span.source_start), at(span.source_end)}, true);
    if (!source) return false;
    set(found, Reading::Labelled, *source, {}, kSure, true);
    return true;
  }

  /// A block quotation: whoever the last sentence above it introduces or reports.
  Attribution block(std::uint32_t q) {
    Attribution found;
    if (sentence_ == 0) return found;
    range_ = document_.sentences[sentence_ - 1].range;
    if (range_.last - range_.first > kMaxSentenceTokens) {
      range_.first = range_.last - kMaxSentenceTokens;
    }
    at_ = range_.last;
    before_ = range_.first;
    for (std::uint32_t i = range_.first; i < range_.last; ++i) {
      if (tokens_[i].kind == TokenKind::Quotation) before_ = i + 1;
    }
    if (introduced(found) || viewpoint(found) || reported(found)) return found;
    if (tokens_[range_.first].is(kPointing) && announced_by_colon(at_, found)) {
      found.cue = {};
      return found;
    }
    const bool spoke_above = q > 0 && before_ > range_.first;
    if (spoke_above) inherit(q - 1, kPossible, found);
    return found;
  }

  // --- readings ---------------------------------------------------------------------------------

  /// Whitfield said, "…" / Whitfield said: "…" / According to Whitfield, "…"
  bool introduced(Attribution& found) const {
    if (at_ == before_) return false;
    std::uint32_t end = at_;
    const TokenKind last = tokens_[end - 1].kind;
    const bool colon = last == TokenKind::Colon;
    if (colon || last == TokenKind::Comma || last == TokenKind::Dash) --end;
    if (colon && labelled(end, found)) return true;
    const auto cue = cue_before(document_, end, before_);
    if (!cue) return colon && announced_by_colon(end, found);
    const std::uint32_t gap = end - cue->range.last;
    const bool edge = end < at_;
    if (!(colon || (gap <= 3 && cue->strong) || (gap <= 1 && edge))) return false;
    return with_subject(*cue, Reading::Introduced, kSure, found);
  }

  /// WHITFIELD: "…" / On the vote - Dana Whitfield: "…"
  bool labelled(std::uint32_t end, Attribution& found) const {
    const auto speaker = mention_before(document_, end, before_);
    if (!speaker || end - speaker->range.first > 12) return false;
    const std::uint32_t first = speaker->range.first;
    const bool at_edge = first == before_ || tokens_[first - 1].kind == TokenKind::Dash;
    if (!at_edge || (speaker->kind == MentionKind::Group && !tokens_[first].capital)) return false;
    set(found, Reading::Labelled, *speaker, {end, end + 1}, kLikely, true);
    return true;
  }

  /// This is how Whitfield put the matter: "…"
  bool announced_by_colon(std::uint32_t end, Attribution& found) const {
    if (in_the_view_of(found)) return true;
    auto speaker = main_subject(document_, {range_.first, end});
    if (!speaker) return false;
    if (speaker->kind == MentionKind::Group && speaker->role.empty()) {
      for (std::uint32_t i = speaker->range.first + 1; i < speaker->range.last; ++i) {
        if (tokens_[i].kind != TokenKind::Genitive) continue;  // "Whitfield's message was short: …"
        if (const auto owner = mention_before(document_, i, range_.first)) speaker = owner;
        break;
      }
    }
    set(found, Reading::Labelled, *speaker, {end, end + 1}, kPossible, true);
    return true;
  }

  /// "…," Whitfield said / "…," said Whitfield / "…," according to Whitfield
  bool tagged(std::uint32_t q, Attribution& found) const {
    const auto tag = tag_after(document_, {at_ + 1, after_}, ends_with_comma(q));
    return tag && use(*tag, Reading::Tagged, found);
  }

  /// « Ce sera long, explique Marie Dupont, mais nous y arriverons. »
  bool tagged_inside(std::uint32_t q, Attribution& found) const {
    const auto tag = inverted_tag_at(document_, document_.inner_tags[q]);
    if (!tag) return false;
    use(*tag, Reading::Tagged, found);
    found.place = at_;
    return true;
  }

  bool according(std::uint32_t i, std::uint32_t last, Attribution& found) const {
    const auto tag = according_tag_at(document_, {i, last});
    return tag && use(*tag, Reading::Tagged, found);
  }

  static bool use(const Tag& tag, Reading reading, Attribution& found) {
    set(found, reading, tag.speaker, tag.cue, tag.known_verb ? kSure : kLikely, true);
    return true;
  }

  /// In Whitfield's view, … "…" / in the words of Whitfield, "…"
  bool viewpoint(Attribution& found) const {
    for (std::uint32_t i = before_; i < at_; ++i) {
      if (!tokens_[i].is(kViewpoint)) continue;
      if (i > before_ && tokens_[i - 1].kind == TokenKind::Genitive) {
        const auto owner = mention_before(document_, i - 1, before_);
        const std::uint32_t start = owner ? owner->range.first : before_;
        if (start > before_ && tokens_[start - 1].is(kPreposition)) {
          set(found, Reading::Reported, *owner, {i, i + 1}, kLikely, true);
          return true;
        }
      }
      if (i + 2 < at_ && i > before_ + 1 && tokens_[i - 2].is(kPreposition) &&
          tokens_[i + 1].is(kPreposition)) {
        if (const auto owner = mention_at(document_, i + 2, at_)) {
          set(found, Reading::Reported, *owner, {i, i + 1}, kLikely, true);
          return true;
        }
      }
    }
    return false;
  }

  /// For Whitfield, the harbour's engineer, the plan was "a mess".
  bool in_the_view_of(Attribution& found) const {
    if (range_.first + 2 >= at_ || !tokens_[range_.first].is(kForWhom)) return false;
    const auto speaker = mention_at(document_, range_.first + 1, at_);
    if (!speaker || speaker->kind != MentionKind::Person) return false;
    if (tokens_[speaker->range.last].kind != TokenKind::Comma) return false;
    set(found, Reading::Reported, *speaker, {range_.first, range_.first + 1}, kPossible, true);
    return true;
  }

  /// Whitfield said the plan was "a mess": of all cues before the quotation the likeliest. Verbs of
  /// speech win over others, near ones over far ones, and a verb in a relative clause ("those who
  /// complain") is likelier part of what is reported.
  bool reported(Attribution& found) const {
    float best = 0;
    std::uint32_t end = at_;
    for (int tries = 0; tries < kMaxCues && end > before_; ++tries) {
      const auto cue = cue_before(document_, end, before_);
      if (!cue) break;
      end = cue->range.first;
      Attribution candidate;
      if (!with_subject(*cue, Reading::Reported, cue->strong ? kLikely : kPossible, candidate))
        continue;
      const float value = worth(*cue, candidate.speaker);
      if (value <= best) continue;
      best = value;
      found = candidate;
    }
    return best > 0;
  }

  float worth(const Cue& cue, const Mention& speaker) const {
    const WordToken& verb = tokens_[cue.verb];
    float value = cue.strong ? 3.0F : cue.faint ? 0.8F : 2.0F;
    if (verb.is(kFinite)) value += 0.5F;
    if (speaker.kind == MentionKind::Group && speaker.role.empty()) value -= 0.8F;
    const std::uint32_t distance = at_ - cue.range.last;
    value -= 0.05F * static_cast<float>(std::min(distance, 20U));
    const bool relative = cue.range.first > before_ && tokens_[cue.range.first - 1].is(kRelative);
    if (relative && distance > 2) value -= 1.5F;
    return std::max(value, 0.1F);
  }

  /// The "mess" must end, Whitfield said.
  bool closing(Attribution& found) const {
    const std::uint32_t end = document_.sentences[sentence_].range.last;
    if (after_ < at_ + 3 || after_ != range_.last || end != range_.last) return false;
    for (std::uint32_t i = at_ + 1; i + 2 < after_; ++i) {
      if (tokens_[i].kind != TokenKind::Comma) continue;
      if (according(i + 1, after_, found)) return true;
      const auto speaker = mention_at(document_, i + 1, after_);
      if (speaker) {
        const auto cue = cue_at(document_, speaker->range.last, after_);
        if (cue && cue->strong) {
          set(found, Reading::Closing, *speaker, cue->range, kLikely, true);
          return true;
        }
      }
      const auto cue = cue_at(document_, i + 1, after_);
      if (cue && cue->strong && !tokens_[cue->verb].is(kGerund)) {
        if (const auto subject = mention_at(document_, cue->range.last, after_)) {
          set(found, Reading::Closing, *subject, cue->range, kLikely, true);
          return true;
        }
      }
    }
    return false;
  }

  bool chained_in_sentence(std::uint32_t q, Attribution& found) const {
    if (q == 0 || document_.sentence_of_quotation[q - 1] != sentence_) return false;
    return inherit(q - 1, kLikely, found);
  }

  /// "…." Whitfield said. A period where a comma belongs.
  bool next_sentence_tag(std::uint32_t q, Attribution& found) {
    if (at_ + 1 != document_.sentences[sentence_].range.last) return false;
    if (sentence_ + 1 >= document_.sentences.size()) return false;
    const Sentence& next = document_.sentences[sentence_ + 1];
    if (next.paragraph != document_.sentences[sentence_].paragraph) return false;
    if (next.range.last - next.range.first > 8) return false;
    const auto speaker = mention_at(document_, next.range.first, next.range.last);
    if (!speaker) return false;
    const auto cue = cue_at(document_, speaker->range.last, next.range.last);
    if (!cue || !cue->strong) return false;
    if (cue->range.last < next.range.last && tokens_[cue->range.last].kind != TokenKind::Stop)
      return false;
    (void)q;
    set(found, Reading::Tagged, *speaker, cue->range, kLikely, true);
    return true;
  }

  /// No cue of its own: whoever spoke before, or was introduced just before.
  bool chained(std::uint32_t q, Attribution& found) const {
    const std::uint32_t paragraph = document_.sentences[sentence_].paragraph;
    const bool has_previous = q > 0;
    const std::uint32_t previous_sentence =
        has_previous ? document_.sentence_of_quotation[q - 1] : 0;
    if (has_previous && previous_sentence + 1 == sentence_ &&
        document_.sentences[previous_sentence].paragraph == paragraph) {
      return inherit(q - 1, kLikely, found);
    }
    if (announced(found)) return true;
    if (has_previous && document_.sentences[previous_sentence].paragraph + 1 >= paragraph) {
      return inherit(q - 1, kPossible, found);
    }
    return has_previous && inherit(q - 1, kGuess, found);
  }

  /// Whitfield was blunt. "…"
  bool announced(Attribution& found) const {
    if (sentence_ == 0) return false;
    const Sentence& previous = document_.sentences[sentence_ - 1];
    const std::uint32_t paragraph = document_.sentences[sentence_].paragraph;
    if (previous.paragraph + 1 < paragraph) return false;
    TokenRange range = previous.range;
    if (range.last - range.first > kMaxSentenceTokens)
      range.first = range.last - kMaxSentenceTokens;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (tokens_[i].kind == TokenKind::Quotation) {
        return inherit(tokens_[i].quotation, kPossible, found);
      }
    }
    if (const auto cue = cue_before(document_, range.last, range.first)) {
      if (cue->strong && with_subject_in(*cue, range.first, Reading::Announced, kPossible, found)) {
        return true;
      }
    }
    const auto subject = main_subject(document_, range);
    if (!subject || subject->kind == MentionKind::Group) return false;
    set(found, Reading::Announced, *subject, {}, kGuess, false);
    return true;
  }

  /// Whitfield's "mess" / his "mess" / Whitfield left the "mess" to others
  bool owned(Attribution& found) const {
    if (at_ > before_) {
      const WordToken& last = tokens_[at_ - 1];
      if (last.is(kPossessive)) {
        Mention owner;
        owner.range = {at_ - 1, at_};
        owner.kind = MentionKind::Possessive;
        set(found, Reading::Owned, owner, {}, kPossible, true);
        return true;
      }
      if (last.kind == TokenKind::Genitive) {
        if (const auto owner = mention_before(document_, at_ - 1, before_)) {
          set(found, Reading::Owned, *owner, {}, kPossible, owner->kind == MentionKind::Person);
          return true;
        }
      }
    }
    const auto subject = main_subject(document_, {range_.first, at_});
    if (!subject) return false;
    // a new "era of calm": the phrase goes on with the quotation itself.
    if (subject->kind == MentionKind::Group && subject->range.last == at_) return false;
    // "it", "this process" and the like own no words.
    if (subject->kind == MentionKind::Group ? !names_somebody(*subject) : !is_somebody(*subject))
      return false;
    set(found, Reading::Owned, *subject, {}, kGuess, false);
    return true;
  }

  /// Guns are "a plague" and "a curse", Whitfield said: the cue at the end serves both.
  void spread_back(std::uint32_t q) {
    const Attribution& source = result_[q];
    if (source.reading != Reading::Tagged && source.reading != Reading::Closing) return;
    for (std::uint32_t k = q; k > 0; --k) {
      Attribution& target = result_[k - 1];
      if (document_.sentence_of_quotation[k - 1] != document_.sentence_of_quotation[q]) return;
      const bool from_elsewhere =
          target.reading == Reading::Chained &&
          (k < 2 || document_.sentence_of_quotation[k - 2] != document_.sentence_of_quotation[q]);
      const bool guessed = target.reading == Reading::Owned && target.confidence <= kGuess;
      if (!guessed && !from_elsewhere) return;
      target = source;
      target.reading = Reading::Closing;
    }
  }

  // --- helpers ----------------------------------------------------------------------------------

  bool with_subject(const Cue& cue, Reading reading, float confidence, Attribution& found) const {
    return with_subject_in(cue, range_.first, reading, confidence, found);
  }

  bool with_subject_in(const Cue& cue, std::uint32_t first, Reading reading, float confidence,
                       Attribution& found) const {
    if (tokens_[cue.verb].is(kAccording)) return according(cue.verb, at_, found);
    if (const auto quoted = quoted_object(document_, cue, at_)) {
      set(found, reading, quoted->speaker, quoted->cue.range, confidence, true);
      return true;
    }
    auto subject = subject_of(document_, cue, first);
    if (document_.lexicon->inverts_freely() && (!subject || hangs(*subject, first))) {
      // "In einer Mitteilung sagte Dana Whitfield: …"
      const auto behind = mention_at(document_, cue.range.last, at_);
      if (behind && is_somebody(*behind)) subject = behind;
    }
    if (!subject && cue.range.first == first) {  // "Said Whitfield: …"
      subject = mention_at(document_, cue.range.last, at_);
    }
    if (!subject) subject = main_subject(document_, {first, cue.range.first});
    if (!subject) return false;
    set(found, reading, *subject, cue.range, confidence, cue.strong);
    found.faint = cue.faint;
    return true;
  }

  bool inherit(std::uint32_t from, float confidence, Attribution& found) const {
    const Attribution& source = result_[from];
    if (source.reading == Reading::None) return false;
    found = source;
    if (source.reading != Reading::Owned) found.reading = Reading::Chained;
    found.confidence = std::min(confidence, source.confidence);
    return true;
  }

  static void set(Attribution& found, Reading reading, const Mention& speaker, TokenRange cue,
                  float confidence, bool strong) {
    found = {reading, speaker, cue, confidence, strong, false, {}};
  }

  /// An office, an organisation or something else with a name.
  bool names_somebody(const Mention& mention) const {
    for (std::uint32_t i = mention.range.first; i < mention.range.last; ++i) {
      if (tokens_[i].is(kRole | kOrganisation) || is_name_token(document_, i)) return true;
    }
    return false;
  }

  /// On a preposition, which makes it no subject.
  bool hangs(const Mention& mention, std::uint32_t first) const {
    return mention.range.first > first && tokens_[mention.range.first - 1].is(kPreposition);
  }

  /// A person, rather than "it", "the plan" or "this".
  bool is_somebody(const Mention& mention) const {
    if (mention.kind == MentionKind::Group) return false;
    return mention.kind != MentionKind::Pronoun ||
           tokens_[mention.range.first].is(kMasculine | kFeminine | kPlural);
  }

  /// The sentence before, in the same paragraph, has a quotation.
  bool follows_quotation(std::uint32_t q) const {
    if (q == 0) return false;
    const std::uint32_t previous = document_.sentence_of_quotation[q - 1];
    return previous + 1 == sentence_ &&
           document_.sentences[previous].paragraph == document_.sentences[sentence_].paragraph;
  }

  bool starts_small(std::uint32_t q) const {
    const std::string_view inside = document_.inside(document_.spans[q]);
    const char32_t first = code_point_at(inside, 0).value;
    return is_letter(first) && !is_upper(first);
  }

  /// A reporting verb stands right before the mark: called "…", said of "…".
  bool touches_verb() const {
    if (at_ > before_ && tokens_[at_ - 1].kind == TokenKind::Comma) return false;
    const auto cue = cue_before(document_, at_, before_);
    return cue && at_ - cue->range.last <= 2;
  }

  /// Speech that a tag is to follow: "…," "…?" "…!", or a comma right behind the mark.
  bool ends_with_comma(std::uint32_t q) const {
    if (at_ + 1 < range_.last && tokens_[at_ + 1].kind == TokenKind::Comma) return true;
    const std::string_view inside = document_.inside(document_.spans[q]);
    std::size_t end = inside.size();
    while (end > 0) {
      const CodePoint last = code_point_before(inside, end);
      if (last.value != '\'' && last.value != 0x2019 && last.value != '"' && last.value != 0x201D) {
        return last.value == ',' || last.value == '?' || last.value == '!';
      }
      end -= last.length;
    }
    return false;
  }

  const Document& document_;
  const std::vector<WordToken>& tokens_;
  std::vector<Attribution> result_;
  std::optional<std::optional<Mention>> guest_;  // of the interview, once looked for
  // Of the quotation being read:
  std::uint32_t at_ = 0;        // its token
  std::uint32_t sentence_ = 0;  // its sentence
  TokenRange range_;            // the sentence's tokens
  std::uint32_t before_ = 0;    // first token after the previous quotation of the sentence
  std::uint32_t after_ = 0;     // one past the last token before the next quotation
};

}  // namespace

std::vector<Attribution> attribute(const Document& document) {
  return Attributor(document).run();
}

}  // namespace pullquote::quotes
