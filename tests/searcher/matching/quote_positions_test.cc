// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/quote_positions.h"

#include <xapian.h>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "schema/store/quote_record.h"
#include "schema/terms/term_rules.h"

using namespace pullquote;

namespace {

using Positions = std::vector<std::uint32_t>;

/// A quotes database with these texts, as far as positions are concerned.
class StoredQuotes {
 public:
  StoredQuotes(std::initializer_list<std::string> texts) {
    for (const std::string& text : texts) {
      Quote quote;
      quote.text = text;
      std::string record;
      encode_quote_record("article", quote, record);
      add(record);
    }
  }

  void add(const std::string& record) {
    Xapian::Document document;
    document.set_data(record);
    database_.add_document(document);
  }

  Positions of(const std::string& term, DocId docid = 1) {
    Positions found{99};  // must be cleared
    positions_.read(docid, term, found);
    return found;
  }

 private:
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
  StoredRecords records_{database_, "quotes"};
  QuotePositions positions_{records_};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quote_positions)

BOOST_AUTO_TEST_CASE(words_count_from_one) {
  StoredQuotes quotes{"The boats, the boats"};
  BOOST_TEST(quotes.of("the") == (Positions{1, 3}));
  BOOST_TEST(quotes.of("boats") == (Positions{2, 4}));
  BOOST_TEST(quotes.of("ferries") == Positions{});
}

BOOST_AUTO_TEST_CASE(a_folded_form_and_the_form_as_written_stand_at_one_place) {
  StoredQuotes quotes{"all réfugiés"};
  BOOST_TEST(quotes.of("refugies") == Positions{2});
  BOOST_TEST(quotes.of("réfugiés") == Positions{2});
}

BOOST_AUTO_TEST_CASE(a_compound_and_its_first_part_stand_at_one_place) {
  StoredQuotes quotes{"a cease-fire held"};
  BOOST_TEST(quotes.of("ceasefire") == Positions{2});
  BOOST_TEST(quotes.of("cease") == Positions{2});
  BOOST_TEST(quotes.of("held") == Positions{3});
}

BOOST_AUTO_TEST_CASE(words_too_long_for_a_term_are_found_by_the_term_they_were_given) {
  const std::string word(300, 'a');
  StoredQuotes quotes{"so " + word + " so"};
  BOOST_TEST(quotes.of(make_term("", word)) == Positions{2});
}

BOOST_AUTO_TEST_CASE(each_quote_is_asked_for_itself) {
  StoredQuotes quotes{"one two", "two one two"};
  BOOST_TEST(quotes.of("two", 1) == Positions{2});
  BOOST_TEST(quotes.of("two", 2) == (Positions{1, 3}));
  BOOST_TEST(quotes.of("two", 1) == Positions{2});
}

BOOST_AUTO_TEST_CASE(a_quote_that_cannot_be_read_is_an_error_and_not_a_quote_without_words) {
  StoredQuotes quotes{"one"};
  quotes.add("no record");
  BOOST_CHECK_THROW(quotes.of("one", 2), IndexCorrupt);
  BOOST_TEST(quotes.of("one", 1) == Positions{1});
}

BOOST_AUTO_TEST_SUITE_END()
