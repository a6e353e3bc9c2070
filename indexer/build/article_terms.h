// SPDX-License-Identifier: GPL-3.0-or-later
/// Article -> postings: which terms an article gets, where, and how heavy (docs/index-format.md).
///
/// The combined text is headline, standfirst, body, captions. One walk over its tokens notes each
/// occurrence (word, position, place); everything stored is then derived per distinct word: its
/// positions and the weighted Z terms of its stem. A full database also gets the word's own
/// postings, and those under S and XQ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/build/document_buffer.h"
#include "indexer/build/ranked/pair_inverter.h"
#include "indexer/build/vocabulary.h"
#include "pullquote/analyzer.h"
#include "pullquote/article.h"
#include "pullquote/field.h"
#include "pullquote/index_builder.h"
#include "schema/store/columns.h"
#include "schema/store/doc_id.h"
#include "schema/store/quote_columns.h"

namespace pullquote {

/// Value slots of a full database.
enum class ValueSlot : std::uint32_t {
  Published = 0,  ///< Xapian::sortable_serialise of unix seconds; absent when unknown
  Source = 1,     ///< the outlet as given; absent when unknown
};

/// Keeps an analyser, a vocabulary and buffers, so use one per thread for many articles. What it
/// makes of an article depends on nothing else.
class ArticleInverter {
 public:
  /// @param default_language  for articles whose language is unknown.
  /// @param frequent  words with more lists than others: of pairs, and of their positions in
  /// headlines and quotes. Must outlive this; null: none.
  /// @param most_known_words  of the vocabulary; fewer in tests.
  ArticleInverter(const FieldWeights& weights, std::string default_language,
                  XapianContent content = XapianContent::Stems,
                  const FrequentWords* frequent = nullptr,
                  std::size_t most_known_words = Vocabulary::kMostWords);
  ArticleInverter(const ArticleInverter&) = delete;  // the vocabulary has the analyser's address
  ArticleInverter& operator=(const ArticleInverter&) = delete;

  /// To be called before the terms go to other lists: forgets what numbers those of the last
  /// segment gave them. No other call than invert() may follow.
  void begin_segment() { vocabulary_.forget_numbers(); }

  /// Terms and values of the article; its data is left empty for the caller to fill.
  /// Valid until the next call of this function or of begin_segment().
  DocumentBuffer& invert(const Article& article);

  /// The words by field of the article last inverted.
  const FieldLengths& lengths() const { return lengths_; }

  /// Adds the words in a row that have lists of their own, of the article last inverted. Frequent
  /// words must have been given.
  void add_pairs(DocId docid, PairInverter& pairs);

  /// Calls visit(word) for each distinct form of the article last inverted.
  template <class Visit>
  void visit_words(Visit visit) const {
    for (const Word& word : words_) visit(text_of(word));
  }

  /// Terms of one quote of the article last inverted; none of a quote that quotes nobody.
  /// Valid until the next call of this function, of invert() or of begin_segment().
  std::span<const glass::DocumentTerm> invert_quote(const Article& article, std::size_t index);

  /// Where its words stand.
  QuoteWords quote_words(const Article& article, std::size_t index) const;

 private:
  enum class Place : std::uint8_t { Headline, Rest, Quote };

  /// One distinct form of the article, as a term or as a surface.
  struct Word {
    std::uint32_t known = 0;            ///< its number in the vocabulary
    std::uint32_t occurrences[3] = {};  ///< as a token's term, by place: they count for the stem
    std::uint32_t used = 0;             ///< as term or surface, anywhere
    std::uint32_t used_in_quotes = 0;
    std::uint32_t stem = kNoStem;  ///< in stems_
  };
  struct Stem {
    std::uint32_t known = 0;  ///< its number in the vocabulary
    std::uint64_t weighted = 0;
    std::uint32_t in_headline = 0;
    std::uint32_t in_quotes = 0;
  };
  struct Occurrence {
    std::uint32_t word;
    std::uint32_t position;
    Place place;
    bool is_surface;
  };
  /// Which occurrences a quote has.
  struct QuoteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// Positions of all words in one array: those of word i are at [begins[i], begins[i + 1]).
  struct PositionLists {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> positions;
    std::span<const std::uint32_t> of(std::size_t word) const {
      return std::span(positions).subspan(begins[word], begins[word + 1] - begins[word]);
    }
  };

  static constexpr std::uint32_t kNoStem = UINT32_MAX;

  void clear();
  void add_text(std::string_view text, Place place);
  void add_body(const Article& article);
  std::span<const Token> read_tokens(std::string_view text);
  void add_token(const Token& token, std::uint32_t base, Place place);
  void add_use(std::uint32_t position, Place place, bool is_surface);
  void end_field(std::span<const Token> tokens, std::uint32_t base);
  void sum_stems();
  void collect_positions(bool quotes_only, PositionLists& lists) const;
  void emit_words();
  void emit_stems();
  void emit_values(const Article& article);
  std::string_view text_of(const Word& word) const { return vocabulary_.word(word.known); }
  template <class Row>
  std::uint32_t row_of(Vocabulary::Known& known, std::uint32_t number,
                       std::vector<Row>& rows) const;
  std::span<const Occurrence> uses_in(const QuoteRange& range) const {
    return std::span(occurrences_).subspan(range.begin, range.end - range.begin);
  }
  glass::TermUse use_of_words() const;
  bool has_lists_of_places(const Word& word);
  void emit_quote_stems(const QuoteRange& range);

  const FieldWeights weights_;
  const std::string default_language_;
  const XapianContent content_;
  const FrequentWords* const frequent_;
  Analyzer analyzer_;
  Vocabulary vocabulary_;
  std::uint32_t article_ = 0;  ///< counted from 1
  std::vector<Word> words_;
  std::vector<Stem> stems_;
  /// Numbers in the vocabulary of a field's terms and surfaces in order.
  std::vector<std::uint32_t> token_words_;
  std::size_t next_word_ = 0;  ///< of token_words_
  std::vector<std::string_view> words_buffer_;
  std::vector<Occurrence> occurrences_;
  std::vector<QuoteRange> quote_ranges_;
  std::vector<std::uint32_t> paragraph_positions_;
  PositionLists all_positions_;
  PositionLists quote_positions_;
  std::uint32_t next_position_ = 1;
  std::uint32_t headline_end_ = 0;  ///< last position of the headline
  FieldLengths lengths_;
  DocumentBuffer document_;
  DocumentBuffer quote_document_;
  /// Terms of the article that its quotes have as well; empty until the first asks.
  std::optional<std::vector<std::string>> quote_filters_;
  std::vector<std::uint32_t> number_buffer_;  ///< of the stems of a quote
};

}  // namespace pullquote
