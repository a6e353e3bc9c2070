// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/searcher.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "schema/store/index_damage.h"
#include "schema/store/manifest.h"
#include "schema/store/record.h"
#include "schema/store/xapian_errors.h"
#include "schema/terms/term_rules.h"
#include "searcher/matching/match_all.h"
#include "searcher/matching/planner.h"
#include "searcher/matching/vocabulary.h"
#include "searcher/open_generation.h"
#include "searcher/results/hit_builder.h"

namespace pullquote {

namespace {

std::vector<std::unique_ptr<PartReader>> open_parts(const OpenGeneration& generation, bool ranked) {
  std::vector<std::unique_ptr<PartReader>> parts;
  for (const OpenGeneration::Part& part : generation.parts()) {
    parts.push_back(std::make_unique<PartReader>(
        part.articles, *part.columns, DocumentKind::Article, ranked ? part.ranked.get() : nullptr));
  }
  return parts;
}

struct Place {
  std::uint32_t part = 0;
  DocId docid = 0;
};

}  // namespace

struct Searcher::Impl {
  const OpenGeneration& open_generation() const {
    return static_cast<const OpenGeneration&>(*generation);
  }

  /// Runs an operation on the databases.
  template <class Operation>
  decltype(auto) reading(Operation&& operation) const {
    return with_pullquote_errors(std::forward<Operation>(operation), open_generation().folder());
  }

  explicit Impl(std::shared_ptr<const Generation> opened)
      : generation(std::move(opened)),
        parts(reading([&] { return open_parts(open_generation(), true); })),
        statistics(parts),
        vocabulary(parts),
        analyzer(main_language(generation->manifest().languages)),
        notice(open_generation().ranked_fault()) {}

  /// Runs an operation on the databases and the ranked index, and once more without the latter when
  /// it turns out to be damaged.
  template <class Operation>
  auto answering(Operation&& operation) {
    return reading([&] {
      try {
        return operation();
      } catch (const RankedIndexDamaged& damage) {
        notice = damage.what();
        for (const auto& part : parts) part->forget_ranked();
        statistics = CollectionStatistics(parts);
        known_words.clear();
        return operation();
      }
    });
  }

  Plan plan(const Query& query, const SearchOptions& options, bool highlight = false) {
    const std::string& main_language = analyzer.main_language();
    const std::string& language = options.language.empty() ? main_language : options.language;
    const PlanningContext context{.manifest = generation->manifest(),
                                  .statistics = statistics,
                                  .known_words = known_words,
                                  .analyzer = analyzer.in(language),
                                  .language = language,
                                  .main_language = main_language,
                                  .expand = options.expand,
                                  .highlight = highlight};
    return make_plan(query.root, context, vocabulary);
  }

  MatchPage match(const Plan& made, const SearchOptions& options, Counting counting) {
    MatchPage page =
        match_all(made, parts, generation->manifest().ranking, analyzer, options, counting);
    const std::size_t skipped = std::min(options.offset, page.matches.size());
    page.matches.erase(page.matches.begin(),
                       page.matches.begin() + static_cast<std::ptrdiff_t>(skipped));
    return page;
  }

  Article stored(const Place& place, bool whole) const {
    const std::string record = parts[place.part]->record(place.docid);
    auto article = whole ? decode_record(record) : decode_record_head(record);
    if (article) return std::move(*article);
    throw_undecodable(place);
  }

  std::string stored_id(const Place& place) const {
    const RankedReader* const ranked = parts[place.part]->ranked();
    if (ranked != nullptr) return std::string(ranked->ids().id(place.docid));
    const std::string record = parts[place.part]->record(place.docid);
    if (const auto id = record_id(record)) return std::string(*id);
    throw_undecodable(place);
  }

  /// Fetches what their ids lie in, of all at once. An entry's place is known only when its end has
  /// come from memory, so that comes first.
  void expect_ids(const std::vector<Match>& matches) const {
    for (const Match& match : matches) {
      if (const RankedReader* const ranked = parts[match.part]->ranked()) {
        ranked->ids().expect_end(match.docid);
      }
    }
    for (const Match& match : matches) {
      if (const RankedReader* const ranked = parts[match.part]->ranked()) {
        ranked->ids().expect_entry(match.docid);
      }
    }
  }

  [[noreturn]] void throw_undecodable(const Place& place) const {
    throw_index_corrupt(open_generation().folder().string() + ": the stored article " +
                        std::to_string(place.docid) + " of part " + std::to_string(place.part) +
                        " cannot be decoded");
  }

  std::optional<Place> find(std::string_view id) const {
    const std::string term = make_term(find_field("id")->prefix, id);
    for (std::uint32_t part = 0; part < parts.size(); ++part) {
      // Ids too long for a term are cut and hashed, so that the record has the last word.
      const Xapian::Database& database = parts[part]->database();
      for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        if (stored_id({part, *at}) == id) return Place{part, *at};
      }
    }
    return std::nullopt;
  }

  std::shared_ptr<const Generation> generation;
  std::vector<std::unique_ptr<PartReader>> parts;
  CollectionStatistics statistics;
  KnownWords known_words;
  Vocabulary vocabulary;
  ArticleAnalyzer analyzer;
  std::string notice;  ///< why the ranked index is not used; empty: it is, or there is none
};

Searcher::Searcher(std::shared_ptr<const Generation> generation)
    : impl_(std::make_unique<Impl>(std::move(generation))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

ResultPage Searcher::search(const Query& query, const SearchOptions& options) {
  return impl_->answering([&] {
    Plan plan = impl_->plan(query, options, options.snippets);
    const MatchPage found = impl_->match(plan, options, Counting::Wanted);
    ResultPage page;
    page.matches = found.count.matches;
    page.matches_exact = found.count.exact;
    page.expansions = std::move(plan.expansions);
    page.notice = impl_->notice;
    Highlighter highlighter(plan.highlights, impl_->analyzer);
    for (const Match& match : found.matches) {
      const Article article = impl_->stored({match.part, match.docid}, options.snippets);
      Hit hit = make_hit(article, highlighter, options);
      hit.rank = options.offset + page.hits.size() + 1;
      hit.score = to_score(match.weight);
      page.hits.push_back(std::move(hit));
    }
    return page;
  });
}

std::vector<std::pair<std::string, double>> Searcher::search_ids(const Query& query,
                                                                 const SearchOptions& options) {
  return impl_->answering([&] {
    const Plan plan = impl_->plan(query, options);
    std::vector<std::pair<std::string, double>> ids;
    const MatchPage found = impl_->match(plan, options, Counting::NotWanted);
    impl_->expect_ids(found.matches);
    for (const Match& match : found.matches) {
      ids.emplace_back(impl_->stored_id({match.part, match.docid}), to_score(match.weight));
    }
    return ids;
  });
}

const std::string& Searcher::notice() const {
  return impl_->notice;
}

std::optional<Explanation> Searcher::explain(const Query& query, std::string_view article_id,
                                             const SearchOptions& options) {
  return impl_->answering([&]() -> std::optional<Explanation> {
    const std::optional<Place> place = impl_->find(article_id);
    if (!place) return std::nullopt;
    const Plan plan = impl_->plan(query, options);
    const DocIteratorPtr root = open_clause(
        plan.root,
        {*impl_->parts[place->part], impl_->generation->manifest().ranking, impl_->analyzer});
    if (!matches_at(*root, place->docid)) return Explanation{"the article does not match", 0, {}};
    return root->explain();
  });
}

std::optional<Article> Searcher::article(std::string_view id) {
  return impl_->answering([&]() -> std::optional<Article> {
    const std::optional<Place> place = impl_->find(id);
    if (!place) return std::nullopt;
    return impl_->stored(*place, true);
  });
}

void Searcher::visit_terms(
    std::string_view prefix,
    const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit) {
  impl_->answering([&] { impl_->vocabulary.visit(std::string(prefix), visit); });
}

const Generation& Searcher::generation() const {
  return *impl_->generation;
}

}  // namespace pullquote
