// SPDX-License-Identifier: GPL-3.0-or-later
// The tokenizer against Xapian's TermGenerator: at each position of a plain text stock Xapian must
// find the term that it would have stored itself. The deliberate differences are kept out of the
// generated texts and have tables in analyzer_test.cc: known compounds share a position, a
// possessive behind initials is no word, initials are small letters too, U+2018 and some modifier
// letters are apostrophes too, soft hyphens and tatweel are invisible, a combining mark without a
// base begins no word, scripts without spaces are segmented, and ill-formed bytes separate.
// (TermGenerator drops words of more than 64 bytes unless told otherwise; we never do.)
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cctype>
#include <map>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include <xapian.h>

#include "pullquote/analyzer.h"

namespace {

std::vector<std::string> stock_terms(const std::string& text) {
  Xapian::Document document;
  Xapian::TermGenerator generator;
  generator.set_document(document);
  generator.set_max_word_length(10'000);
  generator.index_text(text);
  std::map<Xapian::termpos, std::string> by_position;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      by_position[*at] = *term;
    }
  }
  std::vector<std::string> terms;
  for (const auto& entry : by_position) terms.push_back(entry.second);
  return terms;
}

/// What we store in the stock form at each position.
std::vector<std::string> our_terms(const std::string& text) {
  static pullquote::Analyzer analyzer;
  std::vector<std::string> terms;
  for (const pullquote::Token& token : analyzer.tokenize(text)) {
    BOOST_TEST_REQUIRE(token.position == terms.size());
    terms.emplace_back(token.surface.empty() ? token.term : token.surface);
  }
  return terms;
}

/// Pieces that meet in every combination: words, separators, infixes, suffixes, initials.
const std::vector<std::string> kAscii{
    "truce", "U", "S",  "N",  "a",   "x1",  "2016", "7",  "1,000", "don't", "O'Neill", "s",
    " ",     " ", " ",  ".",  ",",   ";",   "'",    "&",  "+",     "#",     "\n",      "_",
    "/",     ":", "\"", "U.", "U.S", "C++", "AT&T", "''", "..",    "3.5",   "$",       "%"};

/// Without hyphens (compounds) and without the differences named above.
const std::vector<std::string> kUnicode{
    "réfugiés", "É", "é", "Страна", "ё",  "Ελλάδα", "محمد", "हिन्दी", "한국", "²", "½", "’",
    "”",        "“", "—", " ",      " ",  "·",      "U.",   "7",     "٣",    ".", ",", "a",
    "'",        "…", "ß", "ﬁ",      "ａ", "\u00A0", "＋",   "+",     "#",    "İ", "s", "Ǆ"};

std::string generate(const std::vector<std::string>& pieces, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::string text;
  for (int i = 0; i < 12; ++i) text += pieces[pick(random)];
  return text;
}

/// "U.S.'s" and "U.S'S": the possessive behind initials, which we take and stock Xapian makes a
/// word.
bool has_possessive_initials(const std::string& text) {
  for (const std::string_view mark : {"'", "’"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      const char next = at + mark.size() < text.size() ? text[at + mark.size()] : ' ';
      if ((next == 's' || next == 'S') && text.find('.', at < 2 ? 0 : at - 2) < at) return true;
    }
  }
  return false;
}

/// "u.s.", "I.e": initials with a small letter, which stock Xapian takes for words.
bool has_small_initials(const std::string& text) {
  const auto byte = [&text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(' ');
  };
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const bool initials =
        std::isalpha(byte(at)) != 0 && text[at + 1] == '.' && std::isalpha(byte(at + 2)) != 0;
    const bool begins = at == 0 || (std::isalnum(byte(at - 1)) == 0 && text[at - 1] != '_');
    const bool small = std::islower(byte(at)) != 0 || std::islower(byte(at + 2)) != 0;
    if (initials && begins && small) return true;
  }
  return false;
}

void compare(const std::vector<std::string>& pieces) {
  int compared = 0;
  for (unsigned seed = 0; seed < 20'000; ++seed) {
    const std::string text = generate(pieces, seed);
    if (has_possessive_initials(text) || has_small_initials(text)) continue;
    ++compared;
    const std::vector<std::string> stock = stock_terms(text);
    const std::vector<std::string> ours = our_terms(text);
    if (stock == ours) continue;
    BOOST_TEST_INFO("text: " << text);
    BOOST_TEST(ours == stock, boost::test_tools::per_element());
  }
  BOOST_TEST(compared > 10'000);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(term_generator)

BOOST_AUTO_TEST_CASE(plain_sentences_have_the_terms_and_positions_of_stock_xapian) {
  for (const char* text : {"The U.N. envoy said on Tuesday that 1,200 people had left, \"slowly\".",
                           "Assad's forces, AT&T's lawyers and C++ users don't agree (yet).",
                           "Prices rose 3.5% to $1,234.50; the F.B.I. didn't comment.",
                           "Les réfugiés de l’Élysée n'ont pas d'eau.", "Ещё 5 стран подписали."}) {
    BOOST_TEST(our_terms(text) == stock_terms(text), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(generated_ascii_has_the_terms_and_positions_of_stock_xapian) {
  compare(kAscii);
}

BOOST_AUTO_TEST_CASE(generated_unicode_has_the_terms_and_positions_of_stock_xapian) {
  compare(kUnicode);
}

BOOST_AUTO_TEST_SUITE_END()
