// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged ranked index gives the right answer or Xapian's with a notice, never another one.
#include <boost/test/unit_test.hpp>

#include <fstream>

#include "tests/support/hand_index.h"
#include "tests/support/two_paths.h"

BOOST_AUTO_TEST_SUITE(ranked_damage)

using namespace pullquote;
using namespace pullquote::testing;

namespace {

using Answer = std::vector<std::pair<std::string, double>>;

/// More than a block of articles with the same words.
std::string ferries(std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += R"({"id":"f)" + std::to_string(i) + R"(","headline":"Ferry )" +
             (i % 5 == 0 ? "late" : "") + R"(","body":"The ferry )" +
             (i % 3 == 0 ? "leaves the quay" : "is late") + (i % 7 == 0 ? " at dawn" : "") +
             (i % 11 == 0   ? " in the ceasefire"
              : i % 13 == 0 ? " as they cease fire"
                            : "") +
             R"(","source":")" + (i % 2 == 0 ? "www.even.example" : "odd") +
             (i % 5 == 1 ? R"(","url":"https://www.even.example/)" + std::to_string(i) : "") +
             R"(","published":"2024-01-)" + std::to_string(10 + i % 9) + R"(","language":"en"})" +
             "\n";
  }
  return lines;
}

/// Among them a distance, a compound that some articles write as two words, and an outlet by its
/// name or its host.
const char* const kQueries[] = {"ferry late dawn",
                                "\"leaves the quay\" -late",
                                "headline:late source:odd",
                                "+ferry +dawn quay",
                                "late NEAR/3 dawn",
                                "ceasefire dawn",
                                "quay source:www.even.example"};

BuildOptions lean_build() {
  BuildOptions options;
  options.lean = true;
  return options;
}

Answer answer_to(Searcher& searcher, const char* query) {
  SearchOptions options;
  options.limit = 5;
  return searcher.search_ids(parsed(query), options);
}

/// Writes bytes over a file in place, and what was there before back again.
class Damage {
 public:
  Damage(const std::filesystem::path& file, std::size_t offset, char flip)
      : file_(file, std::ios::in | std::ios::out | std::ios::binary), offset_(offset) {
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.get(before_);
    put(static_cast<char>(before_ ^ flip));
  }
  ~Damage() { put(before_); }
  Damage(const Damage&) = delete;
  Damage& operator=(const Damage&) = delete;

 private:
  void put(char byte) {
    file_.seekp(static_cast<std::streamoff>(offset_));
    file_.put(byte).flush();
  }
  std::fstream file_;
  std::size_t offset_;
  char before_ = 0;
};

class Answers {
 public:
  Answers() : index_(ferries(150)) {
    Searcher ranked = index_.ranked();
    Searcher plain = index_.plain();
    for (const char* query : kQueries) {
      ranked_.push_back(answer_to(ranked, query));
      plain_.push_back(answer_to(plain, query));
      BOOST_TEST(!ranked_.back().empty());
    }
    BOOST_TEST(ranked.notice() == "");
  }

  const TwoPaths& index() const { return index_; }

  /// Whether everything is answered, rightly. @return whether damage was noticed.
  bool check() const {
    Searcher searcher = index_.ranked();
    for (std::size_t i = 0; i < std::size(kQueries); ++i) {
      const Answer answer = answer_to(searcher, kQueries[i]);
      BOOST_TEST((answer == (searcher.notice().empty() ? ranked_[i] : plain_[i])), kQueries[i]);
    }
    return !searcher.notice().empty();
  }

 private:
  TwoPaths index_;
  std::vector<Answer> ranked_;
  std::vector<Answer> plain_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(whatever_byte_is_flipped_the_answer_is_right) {
  const Answers answers;
  for (const char* name : TwoPaths::kFiles) {
    const std::filesystem::path file = answers.index().generation() / name;
    const std::size_t size = std::filesystem::file_size(file);
    std::size_t noticed = 0;
    for (std::size_t i = 0; i < size; ++i) {
      // The middle of the long file of ids is all alike.
      if (i > 600 && i % 5 != 0 && size > 4000) continue;
      const char flips[] = {1, char(0x80), char(0xFF), 0x10};
      const Damage damage(file, i, flips[i % 4]);
      BOOST_TEST_CONTEXT(name << " at " << i) {
        noticed += answers.check() ? 1 : 0;
      }
    }
    BOOST_TEST(noticed > size / 20, name);
  }
}

BOOST_AUTO_TEST_CASE(wherever_a_file_is_cut_off_the_answer_is_right) {
  const Answers answers;
  for (const char* name : TwoPaths::kFiles) {
    const std::filesystem::path file = answers.index().generation() / name;
    const std::string whole = read_file(file);
    for (std::size_t size = whole.size() - 1; size > 0; size = size > 97 ? size - 97 : size - 1) {
      std::filesystem::resize_file(file, size);
      BOOST_TEST(answers.check(), name << " of " << size << " bytes");
    }
    std::filesystem::remove(file);
    BOOST_TEST(answers.check(), "without " << name);
    std::ofstream(file, std::ios::binary) << whole;
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_looked_for_is_a_fault_and_no_failure) {
  const TwoPaths index(ferries(20));
  const std::filesystem::path file = index.generation() / kRankedPostingsName;
  std::filesystem::remove(file);
  std::filesystem::create_symlink(kRankedPostingsName, file);  // to itself
  Searcher searcher = index.ranked();
  Searcher plain = index.plain();
  BOOST_TEST((answer_to(searcher, "ferry") == answer_to(plain, "ferry")));
  BOOST_TEST(searcher.notice().find(file.string()) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_page_says_why_the_ranked_index_was_not_used) {
  const TwoPaths index(ferries(20));
  Searcher searcher = index.plain();
  const ResultPage page = searcher.search(parsed("ferry"), {});
  BOOST_TEST(page.notice.find("lacks its ranked index") != std::string::npos);
  BOOST_TEST(page.hits.size() == 10u);
}

BOOST_AUTO_TEST_CASE(a_lean_index_answers_as_any_other_while_its_ranked_index_is_sound) {
  const TwoPaths whole(ferries(150));
  const TwoPaths lean(ferries(150), lean_build());
  Searcher expected = whole.ranked();
  Searcher found = lean.ranked();
  for (const char* query : kQueries) {
    BOOST_TEST((answer_to(found, query) == answer_to(expected, query)), query);
  }
}

BOOST_AUTO_TEST_CASE(a_lean_index_without_its_ranked_index_refuses_phrases_and_finds_words) {
  const TwoPaths whole(ferries(150));
  const TwoPaths lean(ferries(150), lean_build());
  Searcher expected = whole.plain();
  Searcher searcher = lean.plain();
  for (const char* phrase : {"\"the quay\"", "ferry NEAR/3 dawn", "dawn \"is late\""}) {
    BOOST_CHECK_EXCEPTION(answer_to(searcher, phrase), IndexUnavailable, [](const Error& error) {
      return std::string(error.what()).find("--lean") != std::string::npos;
    });
  }
  BOOST_TEST((answer_to(searcher, "ferry dawn") == answer_to(expected, "ferry dawn")));
}

BOOST_AUTO_TEST_SUITE_END()
