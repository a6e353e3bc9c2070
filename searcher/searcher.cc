// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/searcher.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "searcher/evaluation/boolean_iterators.h"
#include "searcher/evaluation/evaluate_plan.h"
#include "searcher/lists/generation_files.h"
#include "searcher/lists/vocabulary.h"
#include "searcher/planning/planner.h"
#include "searcher/results/hit_builder.h"

namespace pullquote {

namespace {

/// A reader for each part, with articles as documents.
std::vector<std::unique_ptr<PartReader>> open_parts(const GenerationFiles& generation) {
  std::vector<std::unique_ptr<PartReader>> parts;
  for (const auto& part : generation.parts()) parts.push_back(std::make_unique<PartReader>(*part));
  return parts;
}

}  // namespace

struct Searcher::Impl {
  explicit Impl(std::shared_ptr<const Generation> opened)
      : generation(std::move(opened)),
        parts(open_parts(generation->files())),
        planner(generation->manifest(), parts, DocumentKind::Article) {}

  Plan plan(const Query& query, const SearchOptions& options, bool highlight = false) {
    return planner.plan(query.root, options.language, options.expand, highlight);
  }

  /// The matches of the page: without those that the offset skips.
  MatchPage match(const Plan& made, const SearchOptions& options, Counting counting,
                  const Deadline& deadline) {
    MatchPage page = evaluate_plan(made, parts, generation->manifest().ranking, planner.analyzer(),
                                   options, counting, deadline);
    const std::size_t skipped = std::min(options.offset, page.matches.size());
    page.matches.erase(page.matches.begin(),
                       page.matches.begin() + static_cast<std::ptrdiff_t>(skipped));
    return page;
  }

  /// Prefetches the memory that holds the ids of all matches. An entry is found by its end, so that
  /// all ends are fetched first.
  void expect_ids(const std::vector<Match>& matches) const {
    for (const Match& match : matches) parts[match.part]->files().ids.expect_end(match.docid);
    for (const Match& match : matches) parts[match.part]->files().ids.expect_entry(match.docid);
    for (const Match& match : matches) parts[match.part]->files().ids.expect_prefix(match.docid);
  }

  /// The part and docid of an article; weight and time are not set.
  std::optional<Match> find(std::string_view id) const {
    for (std::uint32_t part = 0; part < parts.size(); ++part) {
      if (const auto docid = parts[part]->files().ids.find(id))
        return Match{.part = part, .docid = *docid};
    }
    return std::nullopt;
  }

  std::shared_ptr<const Generation> generation;
  std::vector<std::unique_ptr<PartReader>> parts;
  QueryPlanner planner;
};

Searcher::Searcher(std::shared_ptr<const Generation> generation)
    : impl_(std::make_unique<Impl>(std::move(generation))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

ResultPage Searcher::search(const Query& query, const SearchOptions& options) {
  const Deadline deadline(options.timeout);
  Plan plan = impl_->plan(query, options, options.snippets);
  const MatchPage found = impl_->match(plan, options, Counting::Wanted, deadline);
  ResultPage page;
  page.complete = found.count.complete;
  page.matches = found.count.matches;
  page.matches_exact = found.count.exact;
  page.expansions = std::move(plan.expansions);
  Highlighter highlighter(plan.highlights, impl_->planner.analyzer());
  for (const Match& match : found.matches) {
    const Article article = impl_->parts[match.part]->article(match.docid, options.snippets);
    Hit hit = make_hit(article, highlighter, options);
    hit.rank = options.offset + page.hits.size() + 1;
    hit.score = to_score(match.weight);
    page.hits.push_back(std::move(hit));
  }
  return page;
}

IdPage Searcher::search_ids(const Query& query, const SearchOptions& options) {
  const Deadline deadline(options.timeout);
  const Plan plan = impl_->plan(query, options);
  const MatchPage found = impl_->match(plan, options, Counting::NotWanted, deadline);
  IdPage page;
  page.complete = found.count.complete;
  impl_->expect_ids(found.matches);
  for (const Match& match : found.matches) {
    page.ids.emplace_back(impl_->parts[match.part]->files().ids.id(match.docid),
                          to_score(match.weight));
  }
  return page;
}

std::optional<Explanation> Searcher::explain(const Query& query, std::string_view article_id,
                                             const SearchOptions& options) {
  const std::optional<Match> place = impl_->find(article_id);
  if (!place) return std::nullopt;
  const Plan plan = impl_->plan(query, options);
  const DocIteratorPtr root =
      make_iterator(plan.root, {*impl_->parts[place->part], impl_->generation->manifest().ranking,
                                impl_->planner.analyzer()});
  if (!matches_at(*root, place->docid)) return Explanation{"the article does not match", 0, {}};
  return root->explain();
}

std::optional<Article> Searcher::article(std::string_view id) {
  const std::optional<Match> place = impl_->find(id);
  if (!place) return std::nullopt;
  return impl_->parts[place->part]->article(place->docid);
}

void Searcher::visit_terms(
    std::string_view prefix,
    const std::function<bool(std::string_view term, std::uint64_t termfreq)>& visit) {
  pullquote::visit_terms(impl_->parts, prefix, visit);
}

const Generation& Searcher::generation() const {
  return *impl_->generation;
}

}  // namespace pullquote
