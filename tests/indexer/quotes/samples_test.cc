// SPDX-License-Identifier: GPL-3.0-or-later
/// Who speaks in five real pages, if PULLQUOTE_SAMPLES names the folder that has them. Only names
/// stand here; the pages are their publishers'.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pullquote/quote_extractor.h"

namespace {

using pullquote::Quote;
using pullquote::QuoteKind;

/// The resolved speakers of all speech of three words or more, in order.
std::vector<std::string> speakers_of(const std::filesystem::path& page) {
  std::ifstream in(page);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  std::vector<std::string> speakers;
  for (const Quote& quote : pullquote::QuoteExtractor().extract(text, "en")) {
    if (quote.kind == QuoteKind::Scare || quote.kind == QuoteKind::Title) continue;
    const bool long_enough = quote.text.find(' ', quote.text.find(' ') + 1) != std::string::npos;
    if (long_enough) speakers.push_back(quote.speaker_resolved);
  }
  return speakers;
}

struct Page {
  const char* name;
  std::vector<std::string> speakers;
};

const std::vector<Page> kPages{
    {"page-1.txt", {}},
    {"page-2.txt", {"Mark Toner", "Mark Toner", "Mark Toner", "Mark Toner", "Mark Toner"}},
    {"page-3.txt",
     {"the State Department spokesman", "Stephane Le Foll", "Stephen O’Brien",
      "Francois Delattre"}},
    {"page-4.txt",
     {"Syrian army command", "John Kerry", "John Kerry", "John Kerry", "Jean-Marc Ayrault",
      "Jan Egeland"}},
    {"page-5.txt", {"John Kerry", "Sergei Lavrov", "Sergei Lavrov", "John Kerry"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quotes_of_real_pages)

BOOST_AUTO_TEST_CASE(each_quotation_has_the_speaker_a_reader_finds) {
  const char* folder = std::getenv("PULLQUOTE_SAMPLES");
  if (folder == nullptr) {
    BOOST_TEST_MESSAGE("PULLQUOTE_SAMPLES is not set");
    return;
  }
  for (const Page& page : kPages) {
    BOOST_TEST_CONTEXT(page.name) {
      const auto speakers = speakers_of(std::filesystem::path(folder) / page.name);
      BOOST_TEST(speakers == page.speakers, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
