// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/article_order.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace pullquote {
namespace {

struct NamedArticle {
  std::string id;
  SpooledArticle article;
};

std::vector<NamedArticle> with_ids(std::span<const SpooledArticle> articles,
                                   const IdLookup& id_of) {
  std::vector<NamedArticle> named;
  named.reserve(articles.size());
  for (const SpooledArticle& article : articles) named.push_back({id_of(article), article});
  return named;
}

/// Calls `visit` with each run of at least two neighbours that `same` joins.
template <class Same, class Visit>
void for_each_tie(std::span<SpooledArticle> articles, Same same, Visit visit) {
  for (auto first = articles.begin(); first != articles.end();) {
    const auto last = std::find_if_not(
        first, articles.end(), [&](const SpooledArticle& other) { return same(*first, other); });
    if (last - first > 1) visit(std::span<SpooledArticle>(first, last));
    first = last;
  }
}

/// Within articles of one hash: by id, the version that wins first.
void sort_versions(std::span<SpooledArticle> tie, const IdLookup& id_of,
                   std::vector<SpooledArticle>& losers) {
  auto named = with_ids(tie, id_of);
  std::sort(named.begin(), named.end(), [](const NamedArticle& a, const NamedArticle& b) {
    return std::tie(a.id, b.article.version, b.article.revised, b.article.order) <
           std::tie(b.id, a.article.version, a.article.revised, a.article.order);
  });
  for (std::size_t i = 1; i < named.size(); ++i) {
    if (named[i].id == named[i - 1].id) losers.push_back(named[i].article);
  }
}

bool by_order(const SpooledArticle& a, const SpooledArticle& b) {
  return a.order < b.order;
}

}  // namespace

std::uint64_t settle_duplicates(std::vector<SpooledArticle>& articles, const IdLookup& id_of) {
  std::sort(articles.begin(), articles.end(), [](const SpooledArticle& a, const SpooledArticle& b) {
    return std::tie(a.id_hash, a.order) < std::tie(b.id_hash, b.order);
  });
  std::vector<SpooledArticle> losers;
  for_each_tie(
      articles, [](const auto& a, const auto& b) { return a.id_hash == b.id_hash; },
      [&](std::span<SpooledArticle> tie) { sort_versions(tie, id_of, losers); });
  std::sort(losers.begin(), losers.end(), by_order);
  std::erase_if(articles, [&](const SpooledArticle& article) {
    return std::binary_search(losers.begin(), losers.end(), article, by_order);
  });
  const auto is_withdrawn = [](const SpooledArticle& article) { return article.is_withdrawn; };
  losers.erase(std::remove_if(losers.begin(), losers.end(), is_withdrawn), losers.end());
  std::erase_if(articles, is_withdrawn);
  return losers.size();
}

void number_articles(std::vector<SpooledArticle>& articles, const IdLookup& id_of) {
  std::sort(articles.begin(), articles.end(), [](const SpooledArticle& a, const SpooledArticle& b) {
    return std::tie(b.published, a.order) < std::tie(a.published, b.order);
  });
  for_each_tie(
      articles, [](const auto& a, const auto& b) { return a.published == b.published; },
      [&](std::span<SpooledArticle> tie) {
        auto named = with_ids(tie, id_of);
        std::sort(named.begin(), named.end(),
                  [](const NamedArticle& a, const NamedArticle& b) { return a.id < b.id; });
        std::transform(named.begin(), named.end(), tie.begin(),
                       [](const NamedArticle& each) { return each.article; });
      });
}

}  // namespace pullquote
