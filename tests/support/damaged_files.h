// SPDX-License-Identifier: GPL-3.0-or-later
/// What every derived file promises: whatever happens to its bytes, reading them gives what was
/// written, or an error that names the file and the remedy.
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>

#include "pullquote/error.h"
#include "tests/support/temporary_directory.h"

namespace pullquote::testing {

/// @param read  reads all of a file, as a string that shows its values.
template <class Read>
void check_damage_is_noticed(const std::string& sound, Read read) {
  const TemporaryDirectory folder;
  const std::string expected = read(folder.write("sound", sound));
  std::size_t refused = 0;
  const auto check = [&](const std::string& bytes, const std::string& change) {
    // ext4 waits for the disk when a file is cut to nothing and written again.
    std::filesystem::remove(folder / "damaged");
    const auto file = folder.write("damaged", bytes);
    try {
      if (read(file) != expected) BOOST_ERROR(change << " gives other values");
    } catch (const IndexCorrupt& error) {
      ++refused;
      const std::string message = error.what();
      if (message.find(file.string()) == std::string::npos ||
          message.find("run 'pullquote reindex'") == std::string::npos) {
        BOOST_ERROR(change << " is reported as: " << message);
      }
    }
  };
  std::string bytes = sound;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    for (const int flipped : {0x01, 0x80, 0xFF}) {
      bytes[i] = static_cast<char>(sound[i] ^ flipped);
      check(bytes, "byte " + std::to_string(i) + " changed by " + std::to_string(flipped));
    }
    bytes[i] = sound[i];
    check(sound.substr(0, i), "a cut to " + std::to_string(i) + " bytes");
  }
  check(sound + "x", "one byte more");
  BOOST_TEST(refused > sound.size());
}

}  // namespace pullquote::testing
