// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/family_table.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "schema/store/columns.h"

namespace pullquote {
namespace {

/// A longer printing says more, up to the length of a paragraph.
constexpr std::uint64_t kFullWords = 60;

class Tabulation {
 public:
  Tabulation(QuoteCollection&& collection, QuoteGroups&& groups, std::span<const FamilyEcho> echoes)
      : collection_(std::move(collection)), echoes_(echoes.begin(), echoes.end()) {
    table_.quote_family = std::move(groups.family);
    families_ = groups.count;
    std::sort(echoes_.begin(), echoes_.end(), [](const FamilyEcho& a, const FamilyEcho& b) {
      return std::tuple(a.passage.article, a.family) < std::tuple(b.passage.article, b.family);
    });
  }

  FamilyTable run() {
    fill_quotes();
    list_members();
    resize_families();
    for (std::uint32_t family = 0; family < families_; ++family) describe(family);
    table_.article_outlet = std::move(collection_.article_outlet);
    table_.speakers = collection_.speakers.names();
    table_.outlets = std::move(collection_.outlets);
    for (const FamilyEcho& echo : echoes_) table_.echoes.push_back(echo.passage);
    return std::move(table_);
  }

 private:
  std::uint32_t quote_count() const {
    return static_cast<std::uint32_t>(collection_.quotes.size());
  }

  void fill_quotes() {
    for (const QuoteRow& quote : collection_.quotes) {
      table_.quote_article.push_back(quote.article);
      table_.quote_speaker.push_back(collection_.speakers.canonical(quote.speaker));
      table_.word_count += quote.words;
    }
  }

  std::uint32_t article_of(std::uint32_t member) const {
    return member < quote_count() ? collection_.quotes[member].article
                                  : echoes_[member - quote_count()].passage.article;
  }
  std::int64_t published(std::uint32_t member) const {
    return collection_.article_published[article_of(member)];
  }

  void list_members() {
    std::vector<std::uint32_t>& begins = table_.member_begin;
    begins.assign(families_ + 1, 0);
    for_each_membership([&](std::uint32_t family, std::uint32_t) { ++begins[family + 1]; });
    for (std::uint32_t family = 0; family < families_; ++family)
      begins[family + 1] += begins[family];
    table_.members.resize(begins.back());
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for_each_membership([&](std::uint32_t family, std::uint32_t member) {
      table_.members[next[family]++] = member;
    });
    for (std::uint32_t family = 0; family < families_; ++family) {
      std::sort(table_.members.begin() + begins[family],
                table_.members.begin() + begins[family + 1],
                [this](std::uint32_t a, std::uint32_t b) { return sooner(a, b); });
    }
  }

  template <class Visit>
  void for_each_membership(Visit visit) const {
    for (std::uint32_t quote = 0; quote < quote_count(); ++quote) {
      if (table_.quote_family[quote] != kNoFamily) visit(table_.quote_family[quote], quote);
    }
    for (std::uint32_t i = 0; i < echoes_.size(); ++i) visit(echoes_[i].family, quote_count() + i);
  }

  bool sooner(std::uint32_t a, std::uint32_t b) const {
    const std::int64_t first = published(a);
    const std::int64_t second = published(b);
    return std::tuple(first == kUnknownTime, first, article_of(a), a) <
           std::tuple(second == kUnknownTime, second, article_of(b), b);
  }

  void resize_families() {
    table_.first_seen.assign(families_, kUnknownTime);
    table_.last_seen.assign(families_, kUnknownTime);
    table_.representative.resize(families_);
    table_.outlet_count.resize(families_);
    table_.article_count.resize(families_);
    table_.flags.resize(families_);
  }

  std::span<const std::uint32_t> members_of(std::uint32_t family) const {
    const std::uint32_t begin = table_.member_begin[family];
    return std::span(table_.members).subspan(begin, table_.member_begin[family + 1] - begin);
  }

  void describe(std::uint32_t family) {
    const auto members = members_of(family);
    for (const std::uint32_t member : members) {
      const std::int64_t time = published(member);
      if (time == kUnknownTime) continue;
      if (table_.first_seen[family] == kUnknownTime) table_.first_seen[family] = time;
      table_.last_seen[family] = time;
    }
    table_.representative[family] = representative_of(members);
    table_.article_count[family] =
        distinct_of(members, [&](std::uint32_t member) { return article_of(member) + 1; });
    table_.outlet_count[family] = distinct_of(members, [&](std::uint32_t member) {
      return collection_.article_outlet[article_of(member)];
    });
    if (speakers_conflict(members)) table_.flags[family] |= kSpeakersConflict;
  }

  /// How many different numbers; 0 is none.
  template <class NumberOf>
  std::uint32_t distinct_of(std::span<const std::uint32_t> members, NumberOf number_of) {
    numbers_.clear();
    for (const std::uint32_t member : members) {
      if (const std::uint32_t number = number_of(member)) numbers_.push_back(number);
    }
    std::sort(numbers_.begin(), numbers_.end());
    return static_cast<std::uint32_t>(std::unique(numbers_.begin(), numbers_.end()) -
                                      numbers_.begin());
  }

  /// The wording that was printed most, longer ones counting more; the earliest quote with it.
  std::uint32_t representative_of(std::span<const std::uint32_t> members) {
    texts_.clear();
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      if (members[i] < quote_count()) texts_.emplace_back(collection_.quotes[members[i]].text, i);
    }
    std::sort(texts_.begin(), texts_.end());
    std::uint64_t most = 0;
    std::uint32_t best = 0;
    for (std::size_t first = 0; first < texts_.size();) {
      std::size_t last = first;
      while (last < texts_.size() && texts_[last].first == texts_[first].first) ++last;
      const std::uint64_t words = collection_.quotes[members[texts_[first].second]].words;
      const std::uint64_t weight = (last - first) * std::min(words, kFullWords);
      if (weight > most || (weight == most && texts_[first].second < best)) {
        most = weight;
        best = texts_[first].second;
      }
      first = last;
    }
    return members[best];
  }

  /// Whether two articles give it to people who cannot be the same.
  bool speakers_conflict(std::span<const std::uint32_t> members) {
    speakers_.clear();
    for (const std::uint32_t member : members) {
      if (member >= quote_count() || collection_.quotes[member].speaker == 0) continue;
      const std::pair said{collection_.speakers.canonical(collection_.quotes[member].speaker),
                           article_of(member)};
      for (const auto& [speaker, article] : speakers_) {
        if (article != said.second && !collection_.speakers.may_be_same(speaker, said.first)) {
          return true;
        }
      }
      if (std::find(speakers_.begin(), speakers_.end(), said) == speakers_.end() &&
          speakers_.size() < kMostSpeakers) {
        speakers_.push_back(said);
      }
    }
    return false;
  }

  /// Compared with each other in one family.
  static constexpr std::size_t kMostSpeakers = 64;

  QuoteCollection collection_;
  std::vector<FamilyEcho> echoes_;
  std::uint32_t families_ = 0;
  FamilyTable table_;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> texts_;     // text, place among the members
  std::vector<std::pair<std::uint32_t, std::uint32_t>> speakers_;  // speaker, article
};

}  // namespace

FamilyTable tabulate(QuoteCollection&& collection, QuoteGroups&& groups,
                     std::span<const FamilyEcho> echoes) {
  return Tabulation(std::move(collection), std::move(groups), echoes).run();
}

}  // namespace pullquote
