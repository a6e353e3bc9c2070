// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evaluation/said_iterator.h"

#include <algorithm>

#include "searcher/evaluation/span_iterators.h"
#include "searcher/evaluation/text_positions.h"

namespace pullquote {

namespace {

/// Whether the text has one of the clause's spellings: as it is written if `exact`, else by stem.
bool has_word(std::string_view text, const SaidClause& clause, Analyzer& analyzer) {
  std::vector<std::string> stems;
  for (const std::string& word : clause.words) {
    stems.emplace_back(clause.exact ? std::string_view(word) : analyzer.stem(word));
  }
  const auto is_asked_for = [&](std::string_view form) {
    return std::find(stems.begin(), stems.end(), form) != stems.end();
  };
  for (const Token& token : analyzer.tokenize(text)) {
    if (clause.exact ? is_asked_for(token.term) || is_asked_for(token.surface)
                     : is_asked_for(analyzer.stem(token.term))) {
      return true;
    }
  }
  return false;
}

/// Whether the name has one of the clause's words. Names are not stemmed.
bool has_name(std::string_view name, const SaidClause& clause, Analyzer& analyzer) {
  const auto tokens = analyzer.tokenize(name);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return std::find(clause.words.begin(), clause.words.end(), token.term) != clause.words.end();
  });
}

/// Whether the name has all words of the clause's phrase. "John Kerry" finds "Secretary John F.
/// Kerry", as speaker:"John Kerry" does.
bool has_whole_name(std::string_view name, const SaidClause& clause, Analyzer& analyzer) {
  const auto tokens = analyzer.tokenize(name);
  return std::all_of(clause.name.begin(), clause.name.end(), [&](const std::string& word) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const Token& token) { return token.term == word; });
  });
}

bool satisfies(const Quote& quote, const SaidClause& clause, Analyzer& analyzer) {
  if (!clause.words.empty()) {
    return has_name(quote.speaker, clause, analyzer) ||
           has_name(quote.speaker_resolved, clause, analyzer) ||
           has_word(quote.text, clause, analyzer);
  }
  if (has_whole_name(quote.speaker, clause, analyzer) ||
      has_whole_name(quote.speaker_resolved, clause, analyzer)) {
    return true;
  }
  const WordPositions positions(analyzer.tokenize(quote.text));
  std::vector<WordSpan> found;
  find_spans({.pattern = clause.phrase}, positions, found);
  return !found.empty();
}

/// Remembers the outcome for the current candidate, because confirming reads the stored article.
class SaidIterator final : public DocIterator {
 public:
  SaidIterator(DocIteratorPtr candidates, const SaidPlan& plan, const PartReader& part,
               ArticleAnalyzer& analyzer)
      : candidates_(std::move(candidates)), plan_(plan), part_(part), analyzer_(analyzer) {}

  DocId seek(DocId target) override { return docid_ = candidates_->seek(target); }
  bool exact() const override { return false; }
  bool confirm() override {
    if (confirmed_ != docid_) {
      matches_ = candidates_->confirm() && has_quote();
      share_.add(matches_);
      confirmed_ = docid_;
    }
    return matches_;
  }
  Weight weight() override { return 0; }
  Weight max_weight() const override { return 0; }
  std::uint64_t estimate() const override { return share_.of(candidates_->estimate()); }
  Explanation explain() override { return {"one quote satisfies all clauses", 0, {}}; }

 private:
  /// Reads the current candidate's stored article and checks its quotes.
  bool has_quote() {
    const Article article = part_.article(docid_);
    Analyzer& analyzer = analyzer_.in(article.language);
    return std::any_of(article.quotes.begin(), article.quotes.end(), [&](const Quote& quote) {
      return pullquote::satisfies(quote, plan_.clauses, analyzer);
    });
  }

  DocIteratorPtr candidates_;
  const SaidPlan& plan_;
  const PartReader& part_;
  ArticleAnalyzer& analyzer_;
  MatchRate share_;
  DocId confirmed_ = 0;  ///< the candidate that matches_ belongs to
  bool matches_ = false;
};

}  // namespace

bool satisfies(const Quote& quote, const std::vector<SaidClause>& clauses, Analyzer& analyzer) {
  return std::all_of(clauses.begin(), clauses.end(),
                     [&](const SaidClause& clause) { return satisfies(quote, clause, analyzer); });
}

DocIteratorPtr make_said_iterator(DocIteratorPtr candidates, const SaidPlan& plan,
                                  const PartReader& part, ArticleAnalyzer& analyzer) {
  return std::make_unique<SaidIterator>(std::move(candidates), plan, part, analyzer);
}

}  // namespace pullquote
