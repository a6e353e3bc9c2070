// SPDX-License-Identifier: GPL-3.0-or-later
/// The speakers of a collection, each once. Within an article the extractor has resolved names
/// already; here the same name in two articles becomes one speaker, and an article that only ever
/// says "Whitfield" means the one person of that name whom the collection quotes by far the most.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/families/speaker_identity.h"

namespace pullquote {

/// Add all names in a fixed order, then settle(), then ask. One thread at a time.
class SpeakerTable final {
 public:
  SpeakerTable();

  /// The number of a name as resolved in an article; 0 for nobody.
  std::uint32_t add(std::string_view name, std::string_view language);

  /// Gives lone surnames to full names. Numbers stay; see canonical().
  void settle();

  /// The speaker that a number stands for after settle().
  std::uint32_t canonical(std::uint32_t speaker) const { return speakers_[speaker].canonical; }

  /// Whether two speakers may be one person or body. Only two persons of different names may not: a
  /// ministry speaks through its spokesman.
  bool may_be_same(std::uint32_t a, std::uint32_t b) const;

  /// Known and the same.
  bool same(std::uint32_t a, std::uint32_t b) const {
    return canonical(a) != 0 && (canonical(a) == canonical(b) || same_person(a, b));
  }

  /// Names to show, by number.
  std::vector<std::string> names() const;

 private:
  struct Speaker {
    std::string name;
    SpeakerIdentity identity;
    std::uint32_t quotes = 0;
    std::uint32_t canonical = 0;
  };

  bool is_person(std::uint32_t speaker) const;
  bool same_person(std::uint32_t a, std::uint32_t b) const;

  std::vector<Speaker> speakers_;
  std::unordered_map<std::string, std::uint32_t> by_name_;  // as written
  std::unordered_map<std::string, std::uint32_t> by_folded_;
};

}  // namespace pullquote
