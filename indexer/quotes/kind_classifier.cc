// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/kind_classifier.h"

#include "indexer/quotes/characters.h"

namespace pullquote::quotes {
namespace {

using namespace word_class;

/// What the inside looks like, from its letters alone.
struct Shape {
  int words = 0;
  int capitals = 0;  ///< words with a capital
  int small = 0;     ///< words in small letters that titles capitalise
  bool starts_capital = false;
  bool exclaims = false;        ///< ! or ? at the end
  bool ends_as_clause = false;  ///< , . ? ! … or a dash at the end
};

Shape shape_of(std::string_view inside, const Lexicon& lexicon) {
  Shape shape;
  std::size_t at = 0;
  while (at < inside.size() && shape.words < 40) {
    const CodePoint c = code_point_at(inside, at);
    if (!is_letter(c.value) && !is_digit(c.value)) {
      at += c.length;
      continue;
    }
    const std::size_t start = at;
    while (at < inside.size()) {
      const CodePoint next = code_point_at(inside, at);
      if (is_space(next.value) || is_dash(next.value)) break;
      at += next.length;
    }
    if (shape.words == 0) shape.starts_capital = is_upper(c.value) || is_digit(c.value);
    ++shape.words;
    char buffer[kMaxFoldedBytes];
    if (is_upper(c.value)) {
      ++shape.capitals;
    } else if (is_letter(c.value)) {
      const WordClasses classes =
          lexicon.classes_of(fold_word(inside.substr(start, at - start), buffer));
      if (!(classes & (kPreposition | kDeterminer | kConjunction | kParticle | kCopula)))
        ++shape.small;
    }
  }
  std::size_t end = inside.size();
  char32_t last = 0;
  while (end > 0) {  // marks of an inner quotation may stand behind the stop
    const CodePoint c = code_point_before(inside, end);
    last = c.value;
    if (last != '\'' && last != '"' && last != 0x2019 && last != 0x201D && last != 0x203A) break;
    end -= c.length;
  }
  shape.ends_as_clause = ends_sentence(last) || last == ',' || is_dash(last);
  shape.exclaims = last == '!' || last == '?';
  return shape;
}

bool is_speech_reading(const Attribution& attribution) {
  switch (attribution.reading) {
    case Reading::Introduced:
    case Reading::Tagged:
    case Reading::Labelled:
    case Reading::Closing:
      return true;
    case Reading::Reported:
      return !attribution.faint;
    default:
      return false;
  }
}

/// Nothing but a comma or colon stands between cue and mark, or the cue follows at once: then even
/// words with capitals are speech ("Never Again," Whitfield said).
bool touches_cue(const Document& document, std::uint32_t at, TokenRange sentence,
                 const Attribution& attribution, const Shape& shape) {
  const bool starts = at == sentence.first;
  const TokenKind before = starts ? TokenKind::Stop : document.tokens[at - 1].kind;
  const bool after_edge = starts || before == TokenKind::Comma || before == TokenKind::Colon ||
                          before == TokenKind::Quotation || before == TokenKind::OpenBracket;
  const bool comma_behind =
      at + 1 < sentence.last && document.tokens[at + 1].kind == TokenKind::Comma;
  if (attribution.reading == Reading::Tagged) {
    return (shape.ends_as_clause || comma_behind) && after_edge;
  }
  if (attribution.reading != Reading::Introduced) return attribution.reading == Reading::Labelled;
  if (before == TokenKind::Colon) return true;
  return attribution.strong && (attribution.cue.last == at ||
                                (before == TokenKind::Comma && attribution.cue.last + 1 == at));
}

/// A word of one of the classes stands close before the mark.
bool word_before(const Document& document, std::uint32_t at, std::uint32_t first, WordClasses any,
                 int reach) {
  for (std::uint32_t i = at; i > first && reach-- > 0; --i) {
    if (document.tokens[i - 1].kind == TokenKind::Quotation) return false;
    if (document.tokens[i - 1].is(any)) return true;
  }
  return false;
}

/// Her article, "How to build a road", appeared in 2010: a work's name beside it, then its verb.
bool names_work_beside(const Document& document, std::uint32_t at, TokenRange sentence) {
  if (at < sentence.first + 3 || document.tokens[at - 1].kind != TokenKind::Comma) return false;
  if (!document.tokens[at - 2].is(kWork)) return false;
  if (!document.tokens[at - 3].is(kDeterminer | kPossessive)) return false;
  std::uint32_t verb = at + 1;
  if (verb < sentence.last && document.tokens[verb].kind == TokenKind::Comma) ++verb;
  if (verb >= sentence.last || document.tokens[verb].kind != TokenKind::Word) return false;
  const WordToken& token = document.tokens[verb];
  return token.is(kAuxiliary | kFinite | kPastEnding);
}

}  // namespace

QuoteKind classify(const Document& document, std::uint32_t span_index,
                   const Attribution& attribution) {
  const MarkedSpan& span = document.spans[span_index];
  if (span.continued) return QuoteKind::Continued;
  if (span.family == MarkFamily::Block) return QuoteKind::Direct;
  const Shape shape = shape_of(document.inside(span), *document.lexicon);
  const std::uint32_t at = document.token_of_quotation[span_index];
  const TokenRange sentence = document.sentences[document.sentence_of_quotation[span_index]].range;
  if (span.family == MarkFamily::Turn) return QuoteKind::Direct;
  const bool speech = is_speech_reading(attribution);
  const bool touching = touches_cue(document, at, sentence, attribution, shape);
  const bool alone = stands_alone(document, span_index);
  const auto before = [&](WordClasses any, int reach) {
    return word_before(document, at, sentence.first, any, reach);
  };
  // Chants of "Build The Bridge": spoken, in whatever capitals.
  const bool voiced = before(kVoiced, 2);
  if (voiced)
    return shape.starts_capital && shape.ends_as_clause ? QuoteKind::Direct : QuoteKind::Partial;
  // "s'est dit « … »" is speech, "Paul dit « … »" a nickname.
  const bool compound_cue = speech && attribution.strong && attribution.cue.last == at &&
                            attribution.cue.last - attribution.cue.first > 1;
  if (before(kNaming, 1) && !compound_cue) return QuoteKind::Title;
  if (before(kWordTalk, 1) && shape.words <= 5) return QuoteKind::Scare;
  const bool title_case = shape.words >= 2 && shape.words <= 14 && shape.small == 0 &&
                          shape.capitals >= 2 && shape.capitals * 2 > shape.words - 1 &&
                          !shape.exclaims && !document.lexicon->nouns_are_capitalised();
  // called her "The Last of the Honest Clerks": a verb that gives names, close before the mark.
  const bool named_so = attribution.reading == Reading::Reported && !attribution.strong &&
                        !attribution.faint && attribution.cue.last + 4 >= at;
  if (title_case && !touching && !named_so) return QuoteKind::Title;
  if (!(speech && touching) && shape.starts_capital && before(kWork, 1)) return QuoteKind::Title;
  if (!speech && shape.starts_capital && names_work_beside(document, at, sentence))
    return QuoteKind::Title;
  // "signs reading", "a shirt that says": who carries it does not speak.
  const bool object =
      !touching || attribution.speaker.kind == MentionKind::Group || before(kSlogan, 3);
  if (object && shape.words <= 4 && before(kSlogan | kWordTalk, 3)) return QuoteKind::Scare;
  // They waved “Not Here” signs.
  const bool carried = at + 1 < sentence.last && document.tokens[at + 1].is(kSlogan);
  if (carried && !touching) return QuoteKind::Scare;
  const bool bare =
      attribution.reading == Reading::Chained ||
      (attribution.reading == Reading::Owned && attribution.strong && shape.words > 1);
  const int most = attribution.reading == Reading::None ? 5 : 2;
  if (!speech && !bare && shape.words <= most && !shape.starts_capital) return QuoteKind::Scare;
  if (shape.words == 1 && shape.starts_capital && !shape.ends_as_clause && !touching && !alone &&
      attribution.cue.last + 2 < at) {
    return QuoteKind::Scare;
  }
  const bool whole =
      shape.starts_capital && (touching || alone || (shape.ends_as_clause && shape.words >= 2));
  return whole ? QuoteKind::Direct : QuoteKind::Partial;
}

}  // namespace pullquote::quotes
