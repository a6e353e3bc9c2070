// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts balance: an input that is cut short anywhere gives the articles before the cut as they
// were, and says that something is missing wherever its format can know it.
//
// Pages of HTML and text may end anywhere, and the last row of a table after any field; a file of
// lines, messages or captures may end behind each of them.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/read_inputs.h"
#include "tests/support/temporary_directory.h"

namespace pullquote::testing {
namespace {

namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;

/// Cuts of one file; short files are cut at each length.
constexpr std::size_t kMostCuts = 400;

/// How much a reader can know about the end of its input.
enum class Ending {
  Open,     ///< nothing: a page
  Records,  ///< whether it lies within a record
  Closed,   ///< whether the document is closed
};

struct Sample {
  std::string name;
  Ending ending;
};
std::ostream& operator<<(std::ostream& out, const Sample& sample) {
  return out << sample.name;
}

const Sample kSamples[] = {
    {"agencies/continental-press.iptc7901", Ending::Records},
    {"agencies/continental-press.nitf.xml", Ending::Closed},
    {"agencies/nordland.ninjs.json", Ending::Records},
    {"agencies/unity-wire.newsml-g2.xml", Ending::Closed},
    {"collection/eastern-herald.sgml", Ending::Records},
    {"feeds/courrier-du-lac.atom.xml", Ending::Closed},
    {"feeds/hollin-echo.feed.json", Ending::Closed},
    {"feeds/river-times.rss.xml", Ending::Closed},
    {"html/river-times/alder-flood.html", Ending::Open},
    {"jsonl/english.jsonl", Ending::Records},
    {"jsonl/other-languages.jsonl", Ending::Records},
    {"tables/hollin-echo.csv", Ending::Open},
    {"text/coast-observer/2026-02-11/harbour-strike.txt", Ending::Open},
};

/// The offset behind the last byte that is no separator of records. A wire message ends with its
/// text (ETX); the time behind it is no part of the article.
std::size_t trimmed(std::string_view bytes) {
  if (const std::size_t end = bytes.find('\x03'); end != bytes.npos) return end;
  const std::size_t last = bytes.find_last_not_of(" \t\r\n,\x03\x04");
  return last == bytes.npos ? 0 : last + 1;
}

std::vector<std::size_t> cuts_of(std::size_t size) {
  // Fewer bytes than this may be anything: "<D" is a text as well as an element.
  constexpr std::size_t kFewest = 8;
  std::vector<std::size_t> cuts;
  for (std::size_t cut = kFewest; cut < size; ++cut) cuts.push_back(cut);
  std::mt19937 random(1);
  std::shuffle(cuts.begin(), cuts.end(), random);
  if (cuts.size() > kMostCuts) cuts.resize(kMostCuts);
  return cuts;
}

/// What is wrong with the reading of the first `cut` bytes; empty: nothing.
std::string fault(const ReadInputs& whole, const ReadInputs& part, std::string_view bytes,
                  std::size_t cut, Ending ending) {
  for (std::size_t i = 0; i + 1 < part.articles.size(); ++i) {
    if (!(part.articles[i].article == whole.articles.at(i).article)) {
      return "article " + std::to_string(i) + " has changed";
    }
  }
  std::size_t begun = 0;   // articles whose record begins before the cut
  bool is_within = false;  // the cut lies within a record
  for (std::size_t i = 0; i < whole.articles.size(); ++i) {
    const std::size_t begin = whole.offsets[i];
    const std::size_t next = i + 1 < whole.offsets.size() ? whole.offsets[i + 1] : bytes.size();
    if (begin >= trimmed(bytes.substr(0, cut))) continue;
    ++begun;
    is_within = is_within || cut < begin + trimmed(bytes.substr(begin, next - begin));
  }
  if (part.articles.size() + part.rejections.size() < begun) return "an article is missing";
  const bool must_say = (ending == Ending::Closed && cut < trimmed(bytes)) ||
                        (ending == Ending::Records && is_within);
  return must_say && part.rejections.empty() ? "nothing says that the input is cut" : "";
}

BOOST_AUTO_TEST_SUITE(truncation)

BOOST_DATA_TEST_CASE(a_cut_input_loses_nothing_that_is_not_named, bdata::make(kSamples), sample) {
  const TemporaryDirectory folder;
  const std::string name = fs::path(sample.name).filename().string();
  const std::string bytes = read_file(fs::path(PULLQUOTE_SOURCE_DIR) / "data/sample" / sample.name);
  BOOST_REQUIRE(!bytes.empty());
  const ReadInputs whole = read_inputs({folder.write(name, bytes).string()});
  BOOST_REQUIRE(!whole.articles.empty());
  for (const std::size_t cut : cuts_of(bytes.size())) {
    const std::string_view kept = std::string_view(bytes).substr(0, cut);
    const ReadInputs part = read_inputs({folder.write(name, kept).string()});
    const std::string wrong = fault(whole, part, bytes, cut, sample.ending);
    BOOST_TEST(wrong.empty(), "cut to " << cut << " bytes: " << wrong);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing
