// SPDX-License-Identifier: GPL-3.0-or-later
/// Finds the full name behind "he", "Whitfield" or "Mrs. Whitfield" within one article.
///
/// All names of persons are collected with their places. A bare surname is the nearest earlier full
/// name that ends in it (else the nearest later one). A pronoun is the first person named before it
/// in its own sentence, else the last speaker, else the first person of the nearest sentence before
/// that names one; the gender must fit. Gender comes from honorifics and given names, and unknown
/// fits everything.
#pragma once

#include <string>
#include <vector>

#include "indexer/quotes/attribution.h"
#include "indexer/quotes/tokens.h"

namespace pullquote::quotes {

class Resolver {
 public:
  explicit Resolver(const Document& document);

  /// The fullest name known for the speaker of an attribution; what is written when there is none.
  /// Call in the order of the quotations: pronouns look at the speakers before them.
  std::string resolve(const Attribution& attribution);

 private:
  enum class Gender : std::uint8_t { Unknown, Male, Female };
  struct Person {
    TokenRange name;  // without honorific
    Gender gender = Gender::Unknown;
    std::uint32_t sentence = 0;
    bool surely = false;  // a given name, title or office says that this is a person
  };

  void collect(TokenRange sentence);
  void add(TokenRange run, bool surely);
  bool has_office(TokenRange run) const;
  TokenRange without_honorific(TokenRange name) const;
  Gender gender_of(TokenRange name) const;
  std::string_view surname(TokenRange name) const;
  const Person* full_name(TokenRange name) const;
  bool fits(const Person& person, Gender wanted) const;
  /// The person meant at `token`, named at most `sentences` sentences before.
  const Person* antecedent(std::uint32_t token, Gender wanted, std::uint32_t sentences) const;
  /// Whom the pronoun `written` means at `token`.
  TokenRange behind_pronoun(std::uint32_t written, std::uint32_t token) const;
  TokenRange behind_they(std::uint32_t token) const;
  std::uint32_t sentence_of(std::uint32_t token) const;
  std::string text_of(TokenRange name) const;

  const Document& document_;
  std::vector<Person> people_;   // in order of their places
  std::uint32_t sentences_ = 0;  // while collecting
  TokenRange last_speaker_;      // name of the last speaker that was resolved, without honorific
  std::uint32_t last_spoke_at_ = 0;
  Gender last_gender_ = Gender::Unknown;
};

}  // namespace pullquote::quotes
