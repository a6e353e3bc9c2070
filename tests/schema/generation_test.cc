// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/generation.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "schema/store/layout.h"

namespace bdata = boost::unit_test::data;
using namespace pullquote;

namespace {

const char* const kBadIds[] = {"",
                               ".",
                               "..",
                               "20261122T103000Z",
                               "20261122T103000Z-001",
                               "20261122T103000Z-00001",
                               "20261122T103000Z-000a",
                               "20261122T103000Z/0001",
                               "20261122T103000-00001",
                               "20261122 103000Z-0001",
                               "20261322T103000Z-0001",
                               "20261122T253000Z-0001",
                               "../../../../../../abc",
                               "20261122T103000Z-0001\n"};

BOOST_AUTO_TEST_SUITE(generation)

BOOST_AUTO_TEST_CASE(a_well_formed_id_is_read) {
  const auto id = parse_generation_id("20261122T103000Z-0001");
  BOOST_REQUIRE(id.has_value());
  BOOST_TEST(id->value == "20261122T103000Z-0001");
}

BOOST_DATA_TEST_CASE(nothing_else_may_become_part_of_a_path, bdata::make(kBadIds), text) {
  BOOST_TEST(!parse_generation_id(text).has_value());
}

BOOST_AUTO_TEST_CASE(ids_sort_by_time_of_creation) {
  BOOST_TEST((GenerationId{"20251231T235959Z-0002"} < GenerationId{"20260101T000000Z-0001"}));
  BOOST_TEST((GenerationId{"20260101T000000Z-0001"} < GenerationId{"20260101T000000Z-0002"}));
}

BOOST_AUTO_TEST_CASE(every_path_lies_below_the_root) {
  const StoreLayout store{"/data/index"};
  const GenerationId id{"20261122T103000Z-0001"};
  BOOST_TEST(store.current() == "/data/index/CURRENT");
  BOOST_TEST(store.generation(id) == "/data/index/generations/20261122T103000Z-0001");
  BOOST_TEST(store.staging(id) == "/data/index/staging/20261122T103000Z-0001");
}

BOOST_AUTO_TEST_CASE(the_fingerprint_names_field_table_analyser_and_format) {
  const std::string fingerprint = schema_fingerprint();
  BOOST_TEST(fingerprint.starts_with("fields-"));
  BOOST_TEST(fingerprint.find(".analyzer-") == 7u + 16u);
  BOOST_TEST(fingerprint.ends_with(".format-" + std::to_string(kFormatVersion)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
