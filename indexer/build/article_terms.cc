// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/article_terms.h"

#include <xapian.h>
#include <algorithm>
#include <limits>
#include <span>

#include "indexer/build/ranked/words_in_a_row.h"
#include "schema/store/doc_id.h"
#include "schema/store/quote_record.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

std::uint32_t clamped(std::uint64_t wdf) {
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(wdf, std::numeric_limits<std::uint32_t>::max()));
}

/// Finds the quote that a place of the body lies in, for places that are asked for in rising order.
class QuoteCursor {
 public:
  explicit QuoteCursor(const std::vector<Quote>& quotes) : quotes_(quotes) {}

  /// The index of the quote around `offset`, or quotes.size().
  std::size_t at(std::uint32_t offset) {
    while (next_ < quotes_.size() && quotes_[next_].span.end <= offset) ++next_;
    const bool inside = next_ < quotes_.size() && quotes_[next_].span.start <= offset;
    return inside ? next_ : quotes_.size();
  }

 private:
  const std::vector<Quote>& quotes_;
  std::size_t next_ = 0;
};

/// Tells the first token of each paragraph, for tokens in rising order.
class ParagraphCursor {
 public:
  explicit ParagraphCursor(std::string_view body) : body_(body), paragraphs_(paragraphs_of(body)) {}

  bool begins_paragraph(std::uint32_t offset) {
    bool begins = false;
    while (next_ < paragraphs_.size() && start_of(next_) <= offset) {
      begins = true;
      ++next_;
    }
    return begins;
  }

 private:
  std::size_t start_of(std::size_t index) const {
    return static_cast<std::size_t>(paragraphs_[index].data() - body_.data());
  }

  std::string_view body_;
  std::vector<std::string_view> paragraphs_;
  std::size_t next_ = 0;
};

}  // namespace

ArticleInverter::ArticleInverter(const FieldWeights& weights, std::string default_language,
                                 XapianContent content, const FrequentWords* frequent,
                                 std::size_t most_known_words)
    : weights_(weights),
      default_language_(std::move(default_language)),
      content_(content),
      frequent_(frequent),
      vocabulary_(analyzer_, most_known_words) {}

DocumentBuffer& ArticleInverter::invert(const Article& article) {
  clear();
  analyzer_.set_language(article.language.empty() ? default_language_ : article.language);
  add_text(article.headline, Place::Headline);
  headline_end_ = occurrences_.empty() ? 0 : occurrences_.back().position;
  add_text(article.standfirst, Place::Rest);
  add_body(article);
  for (const std::string& caption : article.captions) add_text(caption, Place::Rest);

  sum_stems();
  emit_words();
  emit_stems();
  if (!paragraph_positions_.empty()) {
    document_.add(kParagraphTerm, 0, paragraph_positions_, use_of_words());
  }
  for (const std::string& term : filter_terms(article)) document_.add(term, 0);

  if (content_ == XapianContent::Full) emit_values(article);
  return document_;
}

void ArticleInverter::emit_values(const Article& article) {
  if (article.published) {
    document_.add_value(
        static_cast<std::uint32_t>(ValueSlot::Published),
        Xapian::sortable_serialise(static_cast<double>(article.published->unix_seconds)));
  }
  document_.add_value(static_cast<std::uint32_t>(ValueSlot::Source), article.source);
}

void ArticleInverter::clear() {
  words_.clear();
  stems_.clear();
  occurrences_.clear();
  quote_ranges_.clear();
  quote_filters_.reset();
  paragraph_positions_.clear();
  document_.clear();
  lengths_ = {};
  next_position_ = 1;
  vocabulary_.begin_article();
  ++article_;
}

void ArticleInverter::add_text(std::string_view text, Place place) {
  const std::uint32_t base = next_position_;
  const std::span<const Token> tokens = read_tokens(text);
  for (const Token& token : tokens) add_token(token, base, place);
  end_field(tokens, base);
}

void ArticleInverter::add_body(const Article& article) {
  quote_ranges_.assign(article.quotes.size(), {});
  QuoteCursor quotes(article.quotes);
  ParagraphCursor paragraphs(article.body);
  const std::uint32_t base = next_position_;
  const std::span<const Token> tokens = read_tokens(article.body);
  std::size_t quote = article.quotes.size();
  for (const Token& token : tokens) {
    if (paragraphs.begins_paragraph(token.start)) {
      paragraph_positions_.push_back(base + token.position);
    }
    // Parts of a compound lie where it does: they share its position.
    if (!token.is_part) quote = quotes.at(token.start);
    if (quote == article.quotes.size()) {
      add_token(token, base, Place::Rest);
      continue;
    }
    QuoteRange& range = quote_ranges_[quote];
    if (range.begin == range.end) range.begin = occurrences_.size();
    add_token(token, base,
              quotes_somebody(article.quotes[quote].kind) ? Place::Quote : Place::Rest);
    range.end = occurrences_.size();
  }
  end_field(tokens, base);
}

/// The tokens of a text, with token_words_.
std::span<const Token> ArticleInverter::read_tokens(std::string_view text) {
  constexpr std::size_t kTogether = 64;  // whose slots and rows the first-level cache holds
  const std::span<const Token> tokens = analyzer_.tokenize(text);
  token_words_.clear();
  next_word_ = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    words_buffer_.clear();
    for (; i < tokens.size() && words_buffer_.size() < kTogether; ++i) {
      words_buffer_.push_back(tokens[i].term);
      if (!tokens[i].surface.empty()) words_buffer_.push_back(tokens[i].surface);
    }
    vocabulary_.find_words(words_buffer_, token_words_);
  }
  return tokens;
}

/// One of read_tokens(), in its order.
void ArticleInverter::add_token(const Token& token, std::uint32_t base, Place place) {
  const std::uint32_t position = base + token.position;
  add_use(position, place, false);
  if (!token.surface.empty()) add_use(position, place, true);
  if (token.is_part) return;
  switch (place) {
    case Place::Headline:
      ++lengths_.headline;
      break;
    case Place::Quote:
      ++lengths_.quotes;
      break;
    case Place::Rest:
      ++lengths_.rest;
      break;
  }
}

void ArticleInverter::add_use(std::uint32_t position, Place place, bool is_surface) {
  const std::uint32_t known = token_words_[next_word_++];
  const std::uint32_t row = row_of(vocabulary_.known_word(known), known, words_);
  Word& word = words_[row];
  ++word.used;
  if (place == Place::Quote) ++word.used_in_quotes;
  if (!is_surface) ++word.occurrences[static_cast<std::size_t>(place)];
  occurrences_.push_back({row, position, place, is_surface});
}

/// The row that the article has for a word or stem; a new one when it has none yet.
template <class Row>
std::uint32_t ArticleInverter::row_of(Vocabulary::Known& known, std::uint32_t number,
                                      std::vector<Row>& rows) const {
  if (known.article != article_) {
    known.article = article_;
    known.row = static_cast<std::uint32_t>(rows.size());
    rows.emplace_back().known = number;
  }
  return known.row;
}

void ArticleInverter::end_field(std::span<const Token> tokens, std::uint32_t base) {
  if (!tokens.empty()) next_position_ = base + tokens.back().position + 1 + kFieldGap;
}

void ArticleInverter::sum_stems() {
  for (Word& word : words_) {
    const auto [in_headline, in_rest, in_quotes] = word.occurrences;
    if (in_headline + in_rest + in_quotes == 0) continue;  // a surface only
    const std::uint32_t known = vocabulary_.stem_of(word.known);
    word.stem = row_of(vocabulary_.known_stem(known), known, stems_);
    Stem& stem = stems_[word.stem];
    stem.weighted += std::uint64_t{in_headline} * weights_.headline +
                     std::uint64_t{in_rest} * weights_.body +
                     std::uint64_t{in_quotes} * weights_.quote;
    stem.in_headline += in_headline;
    stem.in_quotes += in_quotes;
  }
}

/// Counting sort of the occurrences by word. They come in rising positions, so each list rises; a
/// word that stands twice at one position (a part and a surface) is listed twice.
void ArticleInverter::collect_positions(bool quotes_only, PositionLists& lists) const {
  lists.begins.assign(words_.size() + 1, 0);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t uses = quotes_only ? words_[i].used_in_quotes : words_[i].used;
    lists.begins[i + 1] = lists.begins[i] + uses;
  }
  lists.positions.resize(lists.begins.back());
  for (const Occurrence& use : occurrences_) {
    if (quotes_only && use.place != Place::Quote) continue;
    lists.positions[lists.begins[use.word]++] = use.position;
  }
  // Each beginning has moved to its list's end, which is the next one's beginning.
  lists.begins.insert(lists.begins.begin(), 0);
  lists.begins.pop_back();
}

void ArticleInverter::add_pairs(DocId docid, PairInverter& pairs) {
  const auto pair_word = [&](std::uint32_t index) {
    const Word& word = words_[index];
    return PairWord{text_of(word), vocabulary_.frequent_number(word.known, *frequent_)};
  };
  for_each_in_a_row(occurrences_, [&](const Occurrence& first, const Occurrence& second) {
    const PairWord before = pair_word(first.word);
    const PairWord after = pair_word(second.word);
    pairs.add(docid, PairPlace::Anywhere, before, after);
    if (first.place != second.place || first.place == Place::Rest) return;
    pairs.add(docid, first.place == Place::Quote ? PairPlace::Quote : PairPlace::Headline, before,
              after);
  });
}

glass::TermUse ArticleInverter::use_of_words() const {
  return content_ == XapianContent::Full ? glass::TermUse::Database : glass::TermUse::Positions;
}

bool ArticleInverter::has_lists_of_places(const Word& word) {
  if (content_ == XapianContent::Full) return true;
  return frequent_ != nullptr && vocabulary_.frequent_number(word.known, *frequent_);
}

void ArticleInverter::emit_words() {
  const bool full = content_ == XapianContent::Full;
  collect_positions(false, all_positions_);
  collect_positions(true, quote_positions_);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word& word = words_[i];
    const auto positions = all_positions_.of(i);
    const auto add = [&](Vocabulary::Use use, std::uint32_t wdf,
                         std::span<const std::uint32_t> where) {
      const std::string_view term = vocabulary_.word_term(word.known, use);
      document_.add_kept(term, vocabulary_.known_word(word.known).numbers[use], wdf, where,
                         use_of_words());
    };
    // Only what the database lists counts for the length of a document there.
    add(Vocabulary::kAnywhere, full ? word.used : 0, positions);
    if (!has_lists_of_places(word)) continue;
    const auto in_headline = static_cast<std::size_t>(
        std::upper_bound(positions.begin(), positions.end(), headline_end_) - positions.begin());
    if (in_headline > 0) {
      add(Vocabulary::kInHeadline, full ? static_cast<std::uint32_t>(in_headline) : 0,
          positions.first(in_headline));
    }
    if (word.used_in_quotes > 0) {
      add(Vocabulary::kInQuotes, full ? word.used_in_quotes : 0, quote_positions_.of(i));
    }
  }
}

void ArticleInverter::emit_stems() {
  for (const Stem& stem : stems_) {
    const auto add = [&](Vocabulary::Use use, std::uint32_t wdf) {
      const std::string_view term = vocabulary_.stem_term(stem.known, use);
      document_.add_kept(term, vocabulary_.known_stem(stem.known).numbers[use], wdf);
    };
    add(Vocabulary::kAnywhere, clamped(stem.weighted));
    if (stem.in_headline > 0) add(Vocabulary::kInHeadline, stem.in_headline);
    if (stem.in_quotes > 0) add(Vocabulary::kInQuotes, stem.in_quotes);
  }
}

}  // namespace pullquote
