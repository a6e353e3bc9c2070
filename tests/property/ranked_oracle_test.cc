// SPDX-License-Identifier: GPL-3.0-or-later
// What a search answers against every article scored by hand in the same steps of BM25F, and the
// first few against all.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <set>

#include "tests/property/generated_articles.h"
#include "tests/support/hand_index.h"

BOOST_AUTO_TEST_SUITE(ranked_oracle)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

constexpr std::int64_t kNoMatch = -1;
constexpr std::size_t kEverything = 100'000;

/// Words that share stems and have two spellings, beside those of the made-up language.
constexpr std::string_view kEnglish[] = {"colour",  "color",    "colours",   "report",
                                         "reports", "reported", "organised", "organizing",
                                         "centre",  "center",   "harbour",   "harbors"};

std::string word_of(Dice& dice, std::size_t vocabulary) {
  const std::size_t rank = dice.zipf(vocabulary);
  return rank % 5 == 2 ? std::string(kEnglish[rank / 5 % std::size(kEnglish)]) : made_up_word(rank);
}

std::string words_of(Dice& dice, std::size_t vocabulary, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "" : " ") + word_of(dice, vocabulary);
  }
  return text;
}

std::string outlet_of(Dice& dice) {
  if (dice.chance(0.01)) return "rare";
  return dice.chance(0.3) ? "first" : "second";
}

std::string generated_lines(Dice& dice, CollectionShape shape) {
  std::string lines;
  for (std::size_t i = 0; i < shape.articles; ++i) {
    std::string body = words_of(dice, shape.vocabulary, 1 + dice.roll(shape.longest_body)) + ".";
    if (dice.chance(0.4)) {
      body +=
          " \\\"We " + words_of(dice, shape.vocabulary, 4 + dice.roll(9)) + ",\\\" Ann Lee said.";
    }
    std::string day = std::to_string(10 + dice.roll(20));
    lines += R"({"id":"n)" + std::to_string(i) + R"(","headline":")" +
             words_of(dice, shape.vocabulary, 1 + dice.roll(5)) + R"(","body":")" + body +
             R"(","source":")" + outlet_of(dice) + R"(","language":"en")";
    if (dice.chance(0.9)) lines += R"(,"published":"2024-01-)" + day + "T00:00:00Z\"";
    lines += "}\n";
  }
  return lines;
}

/// A clause as text, and what each article weighs in it; kNoMatch where it doesn't match.
struct Clause {
  std::string text;
  std::vector<std::int64_t> weights;
};

/// Every article of an index, word by word.
class Collection {
 public:
  explicit Collection(Searcher searcher) : ranking_(searcher.generation().manifest().ranking) {
    for (std::size_t i = 0; i < searcher.generation().manifest().article_count; ++i) {
      articles_.push_back(*searcher.article("n" + std::to_string(i)));
    }
    std::sort(articles_.begin(), articles_.end(), [](const Article& a, const Article& b) {
      const std::int64_t at = a.published ? a.published->unix_seconds : kUnknownTime;
      const std::int64_t bt = b.published ? b.published->unix_seconds : kUnknownTime;
      return at != bt ? at > bt : a.id < b.id;
    });
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      const auto words = stored_words(articles_[i], analyzer_);
      lengths_.push_back(lengths_of(words));
      for (const StoredWord& word : words) add(i, word);
    }
    analyzer_.set_language("en");
  }

  const std::vector<Article>& articles() const { return articles_; }

  /// BM25F in steps of 1/255 of (k1 + 1) * idf: schema/ranked/impact.h, from its words.
  Clause word(const std::string& word, const std::string& field, int boost) {
    const std::string stem(analyzer_.stem(word));
    const auto& counts = counts_[field + ":" + stem];
    // No list counts the articles that have a word in their body.
    const auto df = static_cast<double>((field == "body" ? counts_[":" + stem] : counts).size());
    const auto n = static_cast<double>(articles_.size());
    const double idf = std::log1p((n - df + 0.5) / (df + 0.5));
    const double step = idf * boost * (ranking_.k1 + 1) / 255;
    Clause clause{
        (field.empty() ? "" : field + ":") + word + (boost == 1 ? "" : "^" + std::to_string(boost)),
        std::vector<std::int64_t>(articles_.size(), kNoMatch)};
    for (const auto& [article, count] : counts) {
      const double length = weighted(lengths_[article], field);
      const double norm =
          ranking_.k1 * (1 - ranking_.b + ranking_.b * length / average_length(field));
      const auto steps = static_cast<std::int64_t>(255 * count / (count + norm) + 0.5);
      clause.weights[article] =
          std::max<std::int64_t>(steps, 1) * static_cast<std::int64_t>(step * 4294967296.0);
    }
    return clause;
  }

  /// Two or more words in a row; weighs what the words weigh.
  Clause phrase(const std::vector<std::string>& words, const std::string& field) {
    Clause clause{(field.empty() ? "\"" : field + ":\""), {}};
    clause.weights.assign(articles_.size(), 0);
    for (const std::string& each : words) {
      clause.text += (&each == &words.front() ? "" : " ") + each;
      const Clause weighing = word(each, field, 1);
      for (std::size_t i = 0; i < articles_.size(); ++i) {
        clause.weights[i] += std::max<std::int64_t>(weighing.weights[i], 0);
      }
    }
    clause.text += '"';
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (!in_a_row(i, words, field)) clause.weights[i] = kNoMatch;
    }
    return clause;
  }

  Clause source(const std::string& name) const {
    return filter("source:" + name, [&](const Article& article) { return article.source == name; });
  }

  Clause dates(int from, int to) const {
    const auto midnight = [](int day) { return 1'704'067'200 + 86400 * std::int64_t{day - 1}; };
    return filter("date:2024-01-" + std::to_string(from) + "..2024-01-" + std::to_string(to),
                  [&](const Article& article) {
                    return article.published && article.published->unix_seconds >= midnight(from) &&
                           article.published->unix_seconds < midnight(to + 1);
                  });
  }

 private:
  using Place = StoredWord::Place;

  void add(std::size_t article, const StoredWord& word) {
    const auto count = [&](const std::string& field, double amount) {
      auto& counts = counts_[field + ":" + word.stem];
      if (counts.empty() || counts.back().first != article) counts.emplace_back(article, 0);
      counts.back().second += amount;
      positions_[field + ":" + word.term][article].push_back(word.position);
    };
    const double amount = weight_of(word.place, ranking_.weights) / double{kWeightScale};
    count("", amount);
    if (word.place == Place::Headline) count("headline", 1);
    if (word.place == Place::Quote) count("quote", 1);
    if (word.place != Place::Headline) count("body", amount);
  }

  /// A length in the units of a field's counts.
  double weighted(const FieldLengths& lengths, const std::string& field) const {
    if (field == "headline") return lengths.headline;
    if (field == "quote") return lengths.quotes;
    const double outside = ranking_.weights.quote / double{kWeightScale} * lengths.quotes +
                           ranking_.weights.body / double{kWeightScale} * lengths.rest;
    if (field == "body") return outside;
    return outside + ranking_.weights.headline / double{kWeightScale} * lengths.headline;
  }

  double average_length(const std::string& field) {
    double& average = averages_[field];
    if (average == 0) {
      for (const FieldLengths& lengths : lengths_) average += weighted(lengths, field);
      average /= static_cast<double>(lengths_.size());
    }
    return average;
  }

  bool in_a_row(std::size_t article, const std::vector<std::string>& words,
                const std::string& field) {
    const auto places = [&](const std::string& word) -> const std::vector<std::uint32_t>* {
      const auto& articles = positions_[field + ":" + word];
      const auto found = articles.find(article);
      return found == articles.end() ? nullptr : &found->second;
    };
    const auto* first = places(words.front());
    if (first == nullptr) return false;
    return std::any_of(first->begin(), first->end(), [&](std::uint32_t begin) {
      for (std::uint32_t i = 1; i < words.size(); ++i) {
        const auto* next = places(words[i]);
        if (next == nullptr || !std::binary_search(next->begin(), next->end(), begin + i)) {
          return false;
        }
      }
      return true;
    });
  }

  template <class Passes>
  Clause filter(std::string text, Passes passes) const {
    Clause clause{std::move(text), {}};
    for (const Article& article : articles_) {
      clause.weights.push_back(passes(article) ? 0 : kNoMatch);
    }
    return clause;
  }

  RankingParameters ranking_;
  Analyzer analyzer_;
  std::vector<Article> articles_;  ///< in docid order
  std::vector<FieldLengths> lengths_;
  /// By field and stem: articles and how often they have it, weighted.
  std::map<std::string, std::vector<std::pair<std::size_t, double>>> counts_;
  /// By field and word: articles, and where they have it.
  std::map<std::string, std::map<std::size_t, std::vector<std::uint32_t>>> positions_;
  std::map<std::string, double> averages_;
};

/// Makes queries together with what they should find.
class QueryMaker {
 public:
  QueryMaker(Collection& collection, Dice& dice, std::size_t vocabulary)
      : collection_(collection), dice_(dice), vocabulary_(vocabulary) {}

  Clause make() {
    used_.clear();
    std::vector<Clause> required;
    std::vector<Clause> optional;
    std::vector<Clause> prohibited;
    if (dice_.chance(0.4)) required.push_back(operand(2));
    if (dice_.chance(0.15)) required.push_back(operand(2));
    for (std::size_t n = dice_.roll(5) + (required.empty() ? 1 : 0); n > 0; --n) {
      optional.push_back(operand(1));
    }
    if (dice_.chance(0.2)) prohibited.push_back(operand(1));
    for (Clause& clause : required) clause.text = "+" + clause.text;
    return restricted(combined(required, optional, prohibited));
  }

 private:
  /// A word not used in this query yet: equal ones are merged.
  std::string word() {
    for (;;) {
      std::string word = word_of(dice_, vocabulary_);
      if (used_.insert(word).second) return word;
    }
  }

  Clause operand(int depth) {
    static const std::string kFields[] = {"", "", "", "headline", "quote", "body"};
    if (depth > 0 && dice_.chance(0.25)) return group(depth);
    if (dice_.chance(0.2)) return phrase();
    return collection_.word(word(), kFields[dice_.roll(std::size(kFields))],
                            dice_.chance(0.15) ? 3 : 1);
  }

  Clause phrase() {
    std::vector<std::string> words{word(), word()};
    if (dice_.chance(0.2)) words.push_back(word());
    static const std::string kFields[] = {"", "", "", "headline", "quote"};
    return collection_.phrase(words, kFields[dice_.roll(std::size(kFields))]);
  }

  Clause group(int depth) {
    std::vector<Clause> operands{operand(depth - 1), operand(depth - 1)};
    if (dice_.chance(0.3)) operands.push_back(operand(depth - 1));
    if (dice_.chance(0.2)) operands.push_back(outlet());
    const bool all = dice_.chance(0.5);
    Clause clause = all ? combined(operands, {}, {}) : combined({}, operands, {});
    clause.text = "(";
    for (const Clause& each : operands) {
      clause.text += (&each == &operands.front() ? "" : all ? " AND " : " OR ") + each.text;
    }
    clause.text += ")";
    return clause;
  }

  /// A rare outlet or one of the two large ones. Matches without any weight.
  Clause outlet() {
    static const std::string kOutlets[] = {"first", "second", "rare"};
    return collection_.source(kOutlets[dice_.roll(std::size(kOutlets))]);
  }

  /// By outlet and time, which weigh nothing and satisfy no one.
  Clause restricted(Clause query) {
    std::vector<Clause> filters;
    if (dice_.chance(0.2)) filters.push_back(outlet());
    if (dice_.chance(0.2)) {
      const int from = 10 + static_cast<int>(dice_.roll(20));
      filters.push_back(
          collection_.dates(from, std::min(from + static_cast<int>(dice_.roll(12)), 31)));
    }
    for (const Clause& filter : filters) {
      query.text += filter.text + " ";
      for (std::size_t i = 0; i < query.weights.size(); ++i) {
        if (filter.weights[i] == kNoMatch) query.weights[i] = kNoMatch;
      }
    }
    return query;
  }

  Clause combined(const std::vector<Clause>& required, const std::vector<Clause>& optional,
                  const std::vector<Clause>& prohibited) const {
    const std::size_t size = collection_.articles().size();
    Clause result{"", std::vector<std::int64_t>(size, kNoMatch)};
    for (const auto* clauses : {&required, &optional}) {
      for (const Clause& clause : *clauses) result.text += clause.text + " ";
    }
    for (const Clause& clause : prohibited) result.text += "-" + clause.text + " ";
    for (std::size_t i = 0; i < size; ++i) {
      bool matches = !required.empty();
      std::int64_t sum = 0;
      for (const Clause& clause : optional) {
        if (clause.weights[i] == kNoMatch) continue;
        sum += clause.weights[i];
        matches = true;
      }
      for (const Clause& clause : required) {
        if (clause.weights[i] == kNoMatch) matches = false;
        sum += clause.weights[i];
      }
      for (const Clause& clause : prohibited) {
        if (clause.weights[i] != kNoMatch) matches = false;
      }
      if (matches) result.weights[i] = sum;
    }
    return result;
  }

  Collection& collection_;
  Dice& dice_;
  std::size_t vocabulary_;
  std::set<std::string> used_;
};

/// Rows of the matches in the order that is asked for.
std::vector<std::size_t> in_order(const Clause& query, SortOrder order) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < query.weights.size(); ++i) {
    if (query.weights[i] != kNoMatch) rows.push_back(i);
  }
  if (order == SortOrder::Rank) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
      return query.weights[a] > query.weights[b];
    });
  }
  return rows;
}

void check_page(Searcher& searcher, const Collection& collection, const Clause& query,
                const SearchOptions& options) {
  const std::vector<std::size_t> expected = in_order(query, options.sort);
  const ResultPage page = searcher.search(parsed(query.text), options);
  BOOST_REQUIRE_EQUAL(page.hits.size(), std::min(options.limit, expected.size()));
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    BOOST_TEST(page.hits[i].id == collection.articles()[expected[i]].id);
    const double score = static_cast<double>(query.weights[expected[i]]) / 4294967296.0;
    BOOST_TEST(std::abs(page.hits[i].score - score) < 1e-6);
  }
  // Where nothing is counted pruning begins at once, however small the collection.
  const auto ids = searcher.search_ids(parsed(query.text), options).ids;
  BOOST_REQUIRE_EQUAL(ids.size(), page.hits.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    BOOST_TEST(ids[i].first == page.hits[i].id);
    BOOST_TEST(ids[i].second == page.hits[i].score);
  }
  if (page.matches_exact) BOOST_TEST(page.matches == expected.size());
  BOOST_TEST((page.matches_exact || !options.exact_count));
}

void compare_many(std::uint32_t seed, CollectionShape shape, int queries) {
  Dice dice(seed);
  TestIndex index;
  index.build(generated_lines(dice, shape));
  Searcher searcher(Generation::open(index.path()));
  Collection collection(Searcher(Generation::open(index.path())));
  BOOST_REQUIRE_EQUAL(collection.articles().size(), shape.articles);
  QueryMaker maker(collection, dice, shape.vocabulary);
  for (int i = 0; i < queries; ++i) {
    const Clause query = maker.make();
    BOOST_TEST_CONTEXT(query.text << "in collection " << seed) {
      SearchOptions options;
      options.snippets = false;
      options.expand = false;
      options.limit = 1 + dice.roll(20);
      options.exact_count = dice.chance(0.3);
      options.sort = dice.chance(0.2) ? SortOrder::Newest : SortOrder::Rank;
      check_page(searcher, collection, query, options);
    }
  }
}

/// Text of a query with what the clauses above leave out: expansions, prefixes, near spellings,
/// distances, speakers.
std::string odd_query(Dice& dice, std::size_t vocabulary) {
  const auto word = [&] { return word_of(dice, vocabulary); };
  switch (dice.roll(13)) {
    case 0:
      return word().substr(0, 3) + "* " + word();
    case 1:
      return word() + "~1 " + word();
    case 2:
      return word() + " NEAR/4 " + word();
    case 3:
      return "+" + word() + " ADJ/3 " + word() + " " + word();
    case 4:
      return "\"" + word() + " " + word() + "*\" " + word();
    case 5:
      return "colour organised " + word();
    case 6:
      return "+colour -organizing headline:harbour " + word() + "^2";
    case 7:
      return "+(" + word() + " NEAR/9 " + word() + ") " + word();
    case 8:
      return "speaker:lee " + word() + " quote:" + word();
    case 9:
      return word() + " qqqq* NEAR/3 " + word();
    case 10:
      return "qqqqq~1 ADJ/2 " + word();
    case 11:
      return "(qqqq* OR " + word().substr(0, 3) + "*) NEAR/3 " + word();
    default:
      return "=" + word() + " (" + word() + " OR (" + word() + " AND NOT centre))";
  }
}

void check_first_few(Searcher& searcher, const std::string& text, Dice& dice) {
  SearchOptions options;
  options.sort = static_cast<SortOrder>(dice.roll(3));
  options.limit = kEverything;
  options.exact_count = true;
  const auto all = searcher.search_ids(parsed(text), options).ids;
  options.exact_count = false;
  options.limit = 1 + dice.roll(20);
  const auto top = searcher.search_ids(parsed(text), options).ids;
  BOOST_REQUIRE_EQUAL(top.size(), std::min(options.limit, all.size()));
  BOOST_TEST(std::equal(top.begin(), top.end(), all.begin()));
  options.snippets = false;
  const ResultPage page = searcher.search(parsed(text), options);
  if (page.matches_exact) BOOST_TEST(page.matches == all.size());
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_search_finds_what_scoring_every_article_finds) {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    compare_many(seed, {.articles = 30 + 45 * seed, .vocabulary = 60, .longest_body = 25}, 150);
  }
}

BOOST_AUTO_TEST_CASE(a_search_over_many_blocks_and_windows_finds_the_same) {
  compare_many(21, {.articles = 3000, .vocabulary = 150, .longest_body = 20}, 400);
  compare_many(22, {.articles = 10'000, .vocabulary = 400, .longest_body = 12}, 300);
}

BOOST_AUTO_TEST_CASE(the_best_are_the_first_of_all_in_every_order) {
  for (const std::size_t articles : {200u, 5000u}) {
    const CollectionShape shape{.articles = articles, .vocabulary = 120, .longest_body = 15};
    Dice dice(31);
    TestIndex index;
    index.build(generated_lines(dice, shape));
    Searcher searcher(Generation::open(index.path()));
    for (int i = 0; i < 250; ++i) {
      const std::string text = odd_query(dice, shape.vocabulary);
      BOOST_TEST_CONTEXT(text << " in " << articles) {
        check_first_few(searcher, text, dice);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
