// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/generation_lock.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <optional>

#include "pullquote/error.h"
#include "tests/support/temporary_directory.h"

using namespace pullquote;

namespace {

struct Folder {
  Folder() { folder.write("generation/manifest.json", "{}"); }
  testing::TemporaryDirectory folder;
  const std::filesystem::path generation = folder / "generation";
};

BOOST_FIXTURE_TEST_SUITE(generation_lock, Folder)

BOOST_AUTO_TEST_CASE(what_several_read_may_be_removed_after_the_last) {
  std::optional<GenerationHold> first(generation);
  std::optional<GenerationHold> second(generation);
  BOOST_TEST(!GenerationRemoval(generation).granted());
  first.reset();
  BOOST_TEST(!GenerationRemoval(generation).granted());
  second.reset();
  BOOST_TEST(GenerationRemoval(generation).granted());
}

BOOST_AUTO_TEST_CASE(what_is_being_removed_is_not_opened) {
  const GenerationRemoval removal(generation);
  BOOST_TEST(removal.granted());
  BOOST_CHECK_THROW(GenerationHold{generation}, IndexUnavailable);
  std::filesystem::rename(generation, folder / "staging");
  BOOST_CHECK_NO_THROW(GenerationHold{generation});  // nothing there to be held
}

BOOST_AUTO_TEST_CASE(a_refused_removal_disturbs_no_reader) {
  const GenerationHold reader(generation);
  BOOST_TEST(!GenerationRemoval(generation).granted());
  BOOST_CHECK_NO_THROW(GenerationHold{generation});
}

BOOST_AUTO_TEST_CASE(a_folder_without_a_manifest_is_no_generation_and_may_go) {
  std::filesystem::remove(generation / "manifest.json");
  const GenerationHold reader(generation);
  BOOST_TEST(GenerationRemoval(generation).granted());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
