// SPDX-License-Identifier: GPL-3.0-or-later
/// Text to tokens, identically for indexing, query parsing and highlighting.
///
///     Analyzer analyzer("en");
///     for (const Token& token : analyzer.tokenize("The U.N. talks")) {
///       std::cout << token.term << " " << analyzer.stem(token.term) << '\n';  // un un
///     }
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pullquote {

/// One token. Views live until the next call of tokenize() on the same Analyzer.
struct Token {
  /// Folded: lower case, NFC without diacritics of the Latin, Greek and Cyrillic scripts (details
  /// in schema/analysis/folding.h), without the dots of abbreviations ("U.N." is "un"), a
  /// possessive 's ("Assad's" is "assad"), an elided article ("l'homme" is "homme"), the apostrophe
  /// inside of a name ("Shi'ite" is "shiite"; "don't" keeps its own), and the commas of thousands
  /// ("1,000" is "1000"). 1 byte or more; may exceed kMaxTermBytes (the term rules cut it).
  std::string_view term;
  /// The lower-cased form as stock Xapian would index it where that differs from `term`
  /// ("réfugiés" for "refugies", "assad's" for "assad", "1,000" for "1000"); else empty. Stored at
  /// the same position, so that an exact form can be asked for.
  std::string_view surface;
  std::uint32_t start = 0;  ///< first byte in the text given
  std::uint32_t end = 0;    ///< one past its last byte
  std::uint32_t position =
      0;  ///< 0, 1, 2, ... within the text; parts of a known compound share one
  /// This token is a part ("cease" of "cease-fire") that stands at the position of a joined token
  /// ("ceasefire"), which precedes it.
  bool is_part = false;
};

/// Splits, folds and stems. Creating one is cheap; it keeps caches, so use one per thread and keep
/// it. One thread at a time.
///
/// What it promises (tests/schema/analyzer_test.cc is the specification):
///  - words are runs of letters, marks and digits as Xapian's TermGenerator splits them, with its
///    infixes (apostrophe, &; and . , in numbers); "U.N.", "u.n." and "UN" are one term;
///  - a hyphenated word whose joined form is a known compound (data/lexicon/compounds.tsv) or a
///    common word that a typesetter broke (common-words.tsv: "gov-ernment") is one token, its parts
///    behind it at the same position, and so is a designation of letters and a number ("F-16",
///    "Covid-19"); a soft hyphen is invisible; other hyphens separate;
///  - curly and straight apostrophes are one; possessives and elided articles are removed;
///  - scripts written without spaces are segmented by dictionary (ICU);
///  - any byte sequence is accepted: ill-formed UTF-8 separates words.
class Analyzer {
 public:
  /// @param language ISO 639-1 code; unknown or empty: no stemming.
  explicit Analyzer(std::string_view language = "en");
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// All tokens of `text` in order of `start`, joined before parts. Texts of up to 4 GiB.
  std::span<const Token> tokenize(std::string_view text);

  /// The Snowball stem of a folded term in the current language; the term itself without a
  /// stemmer. Of terms with digits, designations lose the s of their plural ("f16s" is "f16") and
  /// all others are their own stem. The view lives until the next call of stem() or set_language().
  std::string_view stem(std::string_view term);

  /// Switches the stemmer; caches of each language are kept.
  void set_language(std::string_view language);
  std::string_view language() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Folds a name or filter value as the stored terms of FieldKind::Name and Exact are: each token's
/// `term`, joined by one space ("François Hollande" -> "francois hollande").
std::string fold_value(std::string_view value);

/// Spellings that mean the same word, for query expansion: British and American forms
/// (data/lexicon/spelling-variants.tsv and the regular -ise/-ize, -yse/-yze, -our/-or, -re/-er,
/// -ogue/-og, doubled-l and ae/oe patterns of that file). Folded terms, without `term` itself;
/// candidates may not exist in any index.
std::vector<std::string> spelling_variants(std::string_view term);

/// The words that a known compound ("ceasefire" -> {"cease", "fire"}) or a designation ("covid19"
/// ->
/// {"covid", "19"}) is also written as; empty when it is neither. "a4" has none: "a 4" is not it.
std::vector<std::string> compound_parts(std::string_view term);

/// The known compound or designation that these two folded words make when they stand side by side
/// ("cease", "fire" -> "ceasefire"; "covid", "19" -> "covid19"); empty when there is none.
std::string joined_compound(std::string_view first, std::string_view second);

/// Languages that can be stemmed, as ISO 639-1 codes in alphabetical order.
std::span<const std::string_view> stemmed_languages();

/// Version of everything above that changes stored terms; part of the schema fingerprint. Raise it
/// with any such change.
inline constexpr std::uint32_t kAnalyzerVersion = 1;

}  // namespace pullquote
