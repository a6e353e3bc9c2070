// SPDX-License-Identifier: GPL-3.0-or-later
// Random queries against stock Xapian: the same articles, in a database built with everything that
// QueryParser and its operators need, must match there and in our own lists.
#include <xapian.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pullquote/analyzer.h"
#include "pullquote/searcher.h"
#include "schema/store/record.h"
#include "schema/terms/term_rules.h"
#include "tests/property/generated_articles.h"
#include "tests/support/test_index.h"

BOOST_AUTO_TEST_SUITE(stock_xapian)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

constexpr std::size_t kEverything = 100'000;

/// A clause in our language and as Xapian has it.
struct Clause {
  std::string text;
  Xapian::Query query;
};

/// Both sides of one index, and its texts as runs of plain words.
class Collection {
 public:
  explicit Collection(const std::filesystem::path& index)
      : searcher_(Generation::open(index)),
        database_((index / "generations" / searcher_.generation().manifest().id.value /
                   kFirstPartName / kArticlesName)
                      .string()) {
    for (Xapian::docid docid = 1; docid <= database_.get_lastdocid(); ++docid) {
      const Article article = decode_record(database_.get_document(docid).get_data()).value();
      ids_.push_back(article.id);
      if (!article.source.empty()) sources_.insert(article.source);
      add_runs(article.headline, headlines_);
      add_runs(article.body, bodies_);
      for (const Quote& quote : article.quotes) {
        if (quotes_somebody(quote.kind)) add_runs(quote.text, quotes_);
      }
    }
  }

  /// Texts in a field: words in a row of which both sides make the same terms.
  const std::vector<std::vector<std::string>>& runs(const std::string& field) const {
    if (field == "headline") return headlines_;
    return field == "quote" ? quotes_ : bodies_;
  }
  std::vector<std::string> sources() const { return {sources_.begin(), sources_.end()}; }

  std::set<std::string> ours(const std::string& text, SortOrder sort) {
    const auto query = parse_query(text, {});
    BOOST_REQUIRE_MESSAGE(std::holds_alternative<Query>(query), text << " is no query");
    std::set<std::string> found;
    for (auto& [id, score] : searcher_.search_ids(
             std::get<Query>(query),
             {.limit = kEverything, .sort = sort, .snippets = false, .expand = false}).ids) {
      BOOST_TEST(found.insert(std::move(id)).second);
    }
    return found;
  }

  std::set<std::string> theirs(const Xapian::Query& query) {
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    const Xapian::MSet matches = enquire.get_mset(0, database_.get_doccount());
    std::set<std::string> found;
    for (auto hit = matches.begin(); hit != matches.end(); ++hit) found.insert(ids_[*hit - 1]);
    return found;
  }

  /// A word by its stems: that of English anywhere, those of other languages in their articles.
  Xapian::Query stems(const std::string& prefix, const std::string& word) {
    const auto stem_in = [&](const std::string& language) {
      analyzer_.set_language(language);
      return Xapian::Query("Z" + prefix + std::string(analyzer_.stem(word)));
    };
    Xapian::Query any = stem_in("en");
    for (const auto& [language, articles] : searcher_.generation().manifest().languages) {
      if (language.empty() || language == "en") continue;
      any |= Xapian::Query(Xapian::Query::OP_FILTER, stem_in(language),
                           Xapian::Query(make_term("L", language)));
    }
    return any;
  }

 private:
  /// Compounds, abbreviations and the like end a run: how they are typed is a matter of its own.
  void add_runs(std::string_view text, std::vector<std::vector<std::string>>& runs) {
    std::vector<std::string> run;
    const auto end_run = [&] {
      if (run.size() > 1) runs.push_back(std::move(run));
      run.clear();
    };
    std::size_t last_end = 0;
    for (const Token& token : analyzer_.tokenize(text)) {
      const bool plain = !token.is_part && token.surface.empty() &&
                         std::all_of(token.term.begin(), token.term.end(),
                                     [](char c) { return c >= 'a' && c <= 'z'; }) &&
                         token.end - token.start == token.term.size();
      const bool adjoins = token.start == last_end + 1 && text[last_end] == ' ';
      if (!plain || !adjoins) end_run();
      if (plain) run.emplace_back(token.term);
      last_end = token.end;
    }
    end_run();
  }

  Searcher searcher_;
  Xapian::Database database_;
  Analyzer analyzer_;
  std::vector<std::string> ids_;  ///< by docid
  std::set<std::string> sources_;
  std::vector<std::vector<std::string>> headlines_;
  std::vector<std::vector<std::string>> bodies_;
  std::vector<std::vector<std::string>> quotes_;
};

class QueryMaker {
 public:
  QueryMaker(Collection& collection, Dice& dice) : collection_(collection), dice_(dice) {}

  Clause make() {
    Clause query = group(2);
    if (dice_.chance(0.2)) query = joined(Xapian::Query::OP_AND, "AND", query, source());
    if (dice_.chance(0.15)) {
      const Clause other = leaf();
      query = {"(" + query.text + ") AND NOT " + other.text,
               Xapian::Query(Xapian::Query::OP_AND_NOT, query.query, other.query)};
    }
    return query;
  }

 private:
  std::string field() {
    static const std::string kFields[] = {"", "", "", "headline", "quote"};
    std::string field = kFields[dice_.roll(std::size(kFields))];
    return collection_.runs(field).empty() ? "" : field;
  }

  std::string prefix_of(const std::string& field) const {
    return std::string(find_field(field)->prefix);
  }

  /// Words in a row of the field's texts.
  std::vector<std::string> window(const std::string& field, std::size_t length) {
    const auto& runs = collection_.runs(field);
    for (;;) {
      const std::vector<std::string>& run = runs[dice_.roll(runs.size())];
      const std::size_t size = std::min(length, run.size());
      const std::size_t first = dice_.roll(run.size() - size + 1);
      return {run.begin() + static_cast<std::ptrdiff_t>(first),
              run.begin() + static_cast<std::ptrdiff_t>(first + size)};
    }
  }

  std::string word(const std::string& field) { return window(field, 1).front(); }

  static std::string in(const std::string& field, const std::string& text) {
    return field.empty() ? text : field + ":" + text;
  }

  Clause stemmed() {
    const std::string f = field();
    const std::string w = word(f);
    return {in(f, w), collection_.stems(prefix_of(f), w)};
  }

  Clause exact() {
    const std::string f = field();
    const std::string w = word(f);
    return {in(f, "=" + w), Xapian::Query(prefix_of(f) + w)};
  }

  Clause prefix() {
    const std::string f = field();
    const std::string w = word(f);
    constexpr std::size_t kLeast = 3;
    if (w.size() < kLeast) return stemmed();
    const std::string start = w.substr(0, std::max(kLeast, w.size() / 2));
    return {in(f, start + "*"), Xapian::Query(Xapian::Query::OP_WILDCARD, prefix_of(f) + start)};
  }

  Clause phrase() {
    const std::string f = field();
    const std::vector<std::string> words = window(f, 2 + dice_.roll(3));
    std::string text;
    std::vector<std::string> terms;
    for (const std::string& w : words) {
      text += (text.empty() ? "" : " ") + w;
      terms.push_back(prefix_of(f) + w);
    }
    return {in(f, '"' + text + '"'),
            Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                          static_cast<Xapian::termcount>(terms.size()))};
  }

  Clause near() {
    const std::string f = field();
    const std::vector<std::string> words = window(f, 4);
    const std::string& a = words.front();
    const std::string& b = words.back();
    if (a == b) return stemmed();
    const auto distance = static_cast<unsigned>(1 + dice_.roll(6));
    const bool ordered = dice_.chance(0.5);
    const std::string terms[] = {prefix_of(f) + a, prefix_of(f) + b};
    return {"(" + in(f, "=" + a) + (ordered ? " ADJ/" : " NEAR/") + std::to_string(distance) + " " +
                in(f, "=" + b) + ")",
            Xapian::Query(ordered ? Xapian::Query::OP_PHRASE : Xapian::Query::OP_NEAR,
                          std::begin(terms), std::end(terms), distance + 1)};
  }

  Clause source() {
    const std::vector<std::string> sources = collection_.sources();
    if (sources.empty()) return stemmed();
    const std::string& name = sources[dice_.roll(sources.size())];
    return {"source:\"" + name + '"', Xapian::Query(make_term("H", fold_value(name)))};
  }

  Clause leaf() {
    switch (dice_.roll(10)) {
      case 0:
        return exact();
      case 1:
        return prefix();
      case 2:
        return near();
      case 3:
      case 4:
      case 5:
        return phrase();
      default:
        return stemmed();
    }
  }

  static Clause joined(Xapian::Query::op op, const std::string& name, const Clause& a,
                       const Clause& b) {
    return {"(" + a.text + " " + name + " " + b.text + ")", Xapian::Query(op, a.query, b.query)};
  }

  Clause group(int depth) {
    if (depth == 0 || dice_.chance(0.4)) return leaf();
    const Clause a = group(depth - 1);
    const Clause b = group(depth - 1);
    return dice_.chance(0.5) ? joined(Xapian::Query::OP_AND, "AND", a, b)
                             : joined(Xapian::Query::OP_OR, "OR", a, b);
  }

  Collection& collection_;
  Dice& dice_;
};

void compare(const std::filesystem::path& index, std::uint32_t seed, std::size_t queries) {
  Collection collection(index);
  Dice dice(seed);
  QueryMaker maker(collection, dice);
  std::size_t matching = 0;
  for (std::size_t i = 0; i < queries; ++i) {
    const Clause clause = maker.make();
    const auto sort = static_cast<SortOrder>(dice.roll(3));
    const std::set<std::string> theirs = collection.theirs(clause.query);
    if (!theirs.empty()) ++matching;
    BOOST_TEST((collection.ours(clause.text, sort) == theirs),
               clause.text << " finds other articles; seed " << seed);
  }
  // A generator whose queries find nothing would agree with anything.
  BOOST_TEST(matching > queries / 2);
}

BuildOptions full_database() {
  BuildOptions options;
  options.xapian = XapianContent::Full;
  options.compression = 0;  // so that Xapian hands out records as they are
  return options;
}

/// Lines of articles in English whose words, quotations and outlets come again.
std::string generated_lines(std::uint32_t seed, std::size_t articles) {
  ArticleGenerator generator(seed, {articles, 300, 120});
  std::string lines;
  for (std::size_t i = 0; i < articles; ++i) {
    const auto words = [&](std::size_t count) {
      std::string text;
      for (std::size_t n = 0; n < count; ++n) text += (n == 0 ? "" : " ") + generator.word();
      return text;
    };
    Dice& dice = generator.dice();
    std::string body = words(10 + dice.roll(80)) + ".";
    while (dice.chance(0.6)) {
      body += " \\\"We " + words(4 + dice.roll(12)) + ",\\\" Ann Lee said. " + words(dice.roll(30));
    }
    lines += R"({"id":"n)" + std::to_string(i) + R"(","headline":")" + words(2 + dice.roll(7)) +
             R"(","body":")" + body + R"(","source":")" + (dice.chance(0.3) ? "first" : "second") +
             R"(","language":"en","published":"2024-01-)" + std::to_string(10 + dice.roll(20)) +
             "\"}\n";
  }
  return lines;
}

/// The corpora that some tests want; see CONTRIBUTING.md.
std::string corpus(const std::string& name) {
  const char* const folder = std::getenv("PULLQUOTE_CORPORA");
  return folder == nullptr ? "" : std::string(folder) + "/" + name;
}

}  // namespace

BOOST_AUTO_TEST_CASE(random_queries_match_what_stock_xapian_matches) {
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    TestIndex index;
    index.build(generated_lines(seed, 700), full_database());
    compare(index.path(), seed, 700);
  }
}

BOOST_AUTO_TEST_CASE(random_queries_over_real_news_match_what_stock_xapian_matches) {
  for (const char* const name : {"reuters/reuters21578.jsonl.gz", "news/lk_news_en.jsonl.gz"}) {
    if (corpus(name).empty()) {
      BOOST_TEST_MESSAGE("skipped: PULLQUOTE_CORPORA names no folder");
      return;
    }
    TestIndex index;
    BuildOptions options = full_database();
    options.index = index.path();
    options.inputs = {corpus(name)};
    build_index(options, index.reporter());
    compare(index.path(), 1, 5000);
  }
}

BOOST_AUTO_TEST_SUITE_END()
