// SPDX-License-Identifier: GPL-3.0-or-later
/// What is known about single words, by language: reporting verbs, function words, titles, names.
///
/// The data is data/lexicon/*.tsv, compiled in. Every word has a set of classes, one bit each, so
/// that the rules ask one cheap question ("is this a preposition?") and no rule spells out a word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pullquote::quotes {

/// A set of word classes; the constants of `word_class` are its members.
using WordClasses = std::uint64_t;

namespace word_class {
// Reporting verbs. kStrong are verbs of speech ("said"), kFaint seldom report ("wants"); those with
// neither report when their object is the quotation ("called").
inline constexpr WordClasses kFinite = 1ULL << 0;
inline constexpr WordClasses kBase = 1ULL << 1;
inline constexpr WordClasses kGerund = 1ULL << 2;
inline constexpr WordClasses kParticiple = 1ULL << 3;
inline constexpr WordClasses kStrong = 1ULL << 4;
inline constexpr WordClasses kFaint = 1ULL << 42;
inline constexpr WordClasses kVerb = kFinite | kBase | kGerund | kParticiple;
// Function words.
inline constexpr WordClasses kDeterminer = 1ULL << 5;
inline constexpr WordClasses kPossessive = 1ULL << 6;
inline constexpr WordClasses kPronoun = 1ULL << 7;
inline constexpr WordClasses kMasculine = 1ULL << 8;
inline constexpr WordClasses kFeminine = 1ULL << 9;
inline constexpr WordClasses kPlural = 1ULL << 10;
inline constexpr WordClasses kPreposition = 1ULL << 11;
inline constexpr WordClasses kConjunction = 1ULL << 12;
inline constexpr WordClasses kRelative = 1ULL << 13;
inline constexpr WordClasses kSubordinator = 1ULL << 14;
inline constexpr WordClasses kAuxiliary = 1ULL << 15;
inline constexpr WordClasses kAdverb = 1ULL << 16;
inline constexpr WordClasses kNegation = 1ULL << 17;
inline constexpr WordClasses kTime = 1ULL << 18;
inline constexpr WordClasses kAccording = 1ULL << 19;
inline constexpr WordClasses kObject = 1ULL << 20;
inline constexpr WordClasses kAgent = 1ULL << 21;
inline constexpr WordClasses kSentence =
    1ULL << 22;  ///< a capital at the sentence's start means nothing
inline constexpr WordClasses kAbbreviation = 1ULL << 23;
inline constexpr WordClasses kCopula = 1ULL << 24;
inline constexpr WordClasses kUtterance = 1ULL << 25;  ///< "statement", "interview"
// Who somebody is.
inline constexpr WordClasses kHonorific = 1ULL << 26;
inline constexpr WordClasses kTitle = 1ULL << 27;
inline constexpr WordClasses kRole = 1ULL << 28;
inline constexpr WordClasses kAnonymous = 1ULL << 29;
inline constexpr WordClasses kRank = 1ULL << 30;
inline constexpr WordClasses kInCapitals = 1ULL << 52;  ///< is a title in capitals only: "PM"
inline constexpr WordClasses kOrganisation = 1ULL << 31;
inline constexpr WordClasses kPlace = 1ULL << 32;
inline constexpr WordClasses kEvent = 1ULL << 33;
inline constexpr WordClasses kMale = 1ULL << 34;
inline constexpr WordClasses kFemale = 1ULL << 35;
inline constexpr WordClasses kParticle = 1ULL << 36;  ///< "van", "de": inside a name
// What marks enclose other than speech.
inline constexpr WordClasses kWork = 1ULL << 37;
inline constexpr WordClasses kNaming = 1ULL << 38;
inline constexpr WordClasses kSlogan = 1ULL << 39;
inline constexpr WordClasses kWordTalk = 1ULL << 40;
inline constexpr WordClasses kNounToo = 1ULL << 43;    ///< a reporting verb that is as often a noun
inline constexpr WordClasses kViewpoint = 1ULL << 44;  ///< "in Whitfield's view"
inline constexpr WordClasses kQuoting = 1ULL << 47;    ///< "quoted her as saying"
inline constexpr WordClasses kOfThe = 1ULL << 48;      ///< "des": an article that is genitive
inline constexpr WordClasses kOfOrToThe = 1ULL << 49;  ///< "der": genitive or dative
inline constexpr WordClasses kForWhom = 1ULL << 50;    ///< "for Whitfield, the plan is"
inline constexpr WordClasses kJoining = 1ULL << 51;    ///< "and"
inline constexpr WordClasses kPointing = 1ULL << 53;   ///< "here": at what follows
inline constexpr WordClasses kThey = 1ULL << 45;       ///< third person plural
inline constexpr WordClasses kVoiced =
    1ULL << 46;  ///< "chants of", "the promise to": what follows was said
inline constexpr WordClasses kAdverbEnding = 1ULL << 54;  ///< ends as adverbs of its language do
inline constexpr WordClasses kPastEnding = 1ULL << 55;    ///< ends as its past tenses do
inline constexpr WordClasses kPhraseStart = 1ULL << 41;   ///< some phrase of the lexicon starts so
}  // namespace word_class

/// The words of one language. Immutable after construction, so thread-safe.
class Lexicon {
 public:
  /// The lexicon for an ISO 639-1 code; English for one without rules of its own.
  static const Lexicon& for_language(std::string_view code);

  /// Classes of a folded word or phrase (fold_word()); 0 when unknown.
  WordClasses classes_of(std::string_view folded) const;

  /// Classes of a word as written, folding it, and those of its ending.
  WordClasses classes_of_written(std::string_view word, bool all_caps) const;

  /// Words lean on the next one with an apostrophe, and on pronouns with a hyphen, as in French.
  bool has_elision() const { return elision_; }

  /// The subject may stand far behind its verb ("explicó a la prensa la consejera").
  bool inverts_freely() const { return inverts_freely_; }

  /// Nouns are capitalised as in German, so a capital does not make a name.
  bool nouns_are_capitalised() const { return capitalised_nouns_; }

 private:
  explicit Lexicon(std::string_view code);
  void add(std::string_view folded, WordClasses classes);
  void add_classes(std::string_view table);
  void add_words(WordClasses classes, std::string_view words);
  void add_verbs(std::string_view table);
  void grow();

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    WordClasses classes = 0;
  };
  std::size_t slot_of(std::string_view folded, std::uint32_t hash) const;

  std::string words_;        // all keys, one after another
  std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
  std::size_t used_ = 0;
  std::vector<std::pair<std::string_view, WordClasses>> endings_;
  bool capitalised_nouns_ = false;
  bool elision_ = false;
  bool inverts_freely_ = false;
};

/// Lower case for ASCII and the Latin-1 and Latin Extended-A letters, curly apostrophes as straight
/// ones; what does not fit into the buffer is cut. The view looks into `buffer`.
inline constexpr std::size_t kMaxFoldedBytes = 48;
std::string_view fold_word(std::string_view word, char (&buffer)[kMaxFoldedBytes]);

}  // namespace pullquote::quotes
