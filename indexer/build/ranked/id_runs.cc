// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/id_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "pullquote/error.h"
#include "schema/io/filesystem.h"
#include "schema/ranked/id_file.h"
#include "schema/store/doc_id.h"

namespace pullquote {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

/// With fewer ids a prefix saves next to nothing: it is stored once, and its place in each entry.
constexpr std::uint32_t kFewestIds = 4;

/// Calls with each id of the runs, in docid order.
template <class Visit>
void for_each_id(const std::vector<IdRun>& runs, Visit visit) {
  std::string id;
  for (const IdRun& run : runs) {
    BuildFile file(run.path, BuildFile::Mode::Read, kBufferBytes);
    for (const std::uint32_t size : run.sizes) {
      id.resize(size);
      file.read_exactly(id);
      visit(std::string_view(id));
    }
  }
}

/// The two beginnings that an id may share with others: up to the host of an address (of a path, up
/// to its first folder) and up to the last folder. Empty where there is no slash.
std::array<std::string_view, 2> beginnings_of(std::string_view id) {
  const std::size_t scheme = id.find("://");
  const std::size_t host = id.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (host == std::string_view::npos) return {};
  const std::size_t folder = id.rfind('/');
  if (folder == host) return {id.substr(0, host + 1), {}};
  return {id.substr(0, host + 1), id.substr(0, folder + 1)};
}

/// Which beginnings of ids are written once, and which of them each id has. Of all ids in docid
/// order, the first 65,535 different beginnings are counted: that bounds the memory, and makes
/// the choice a function of the ids alone.
class IdPrefixes final {
 public:
  explicit IdPrefixes(const std::vector<IdRun>& runs) {
    for_each_id(runs, [this](std::string_view id) {
      const auto [host, folder] = beginnings_of(id);
      seen_.push_back({count(host), count(folder)});
    });
    choose();
  }

  /// One after another; the more ids a prefix has, the earlier, so that its place takes few bytes.
  const std::string& bytes() const { return bytes_; }

  /// The longest prefix of the i-th id.
  IdPrefix of(std::size_t i) const {
    for (const std::uint16_t beginning : {seen_[i].folder, seen_[i].host}) {
      if (beginning != kNone && chosen_[beginning].size != 0) return chosen_[beginning];
    }
    return {};
  }

 private:
  static constexpr std::uint16_t kNone = UINT16_MAX;
  static constexpr std::size_t kMostBeginningBytes = UINT8_MAX;

  struct Beginning {
    std::uint32_t ids = 0;
    std::uint16_t place = 0;  ///< in beginnings_
  };
  struct Seen {
    std::uint16_t host;
    std::uint16_t folder;
  };

  std::uint16_t count(std::string_view beginning) {
    if (beginning.empty() || beginning.size() > kMostBeginningBytes) return kNone;
    auto found = by_text_.find(std::string(beginning));
    if (found == by_text_.end()) {
      if (beginnings_.size() == kNone) return kNone;
      found = by_text_.emplace(beginning, Beginning{}).first;
      found->second.place = static_cast<std::uint16_t>(beginnings_.size());
      beginnings_.push_back(&*found);
    }
    ++found->second.ids;
    return found->second.place;
  }

  void choose() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < beginnings_.size(); ++i) {
      if (beginnings_[i]->second.ids >= kFewestIds) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return beginnings_[a]->second.ids > beginnings_[b]->second.ids;
    });
    chosen_.resize(beginnings_.size());
    for (const std::size_t i : order) {
      const std::string& text = beginnings_[i]->first;
      chosen_[i] = {bytes_.size(), static_cast<std::uint8_t>(text.size())};
      bytes_ += text;
    }
  }

  std::unordered_map<std::string, Beginning> by_text_;
  std::vector<const std::pair<const std::string, Beginning>*> beginnings_;  ///< as they came
  std::vector<IdPrefix> chosen_;  ///< by place in beginnings_; of no bytes: not chosen
  std::string bytes_;
  std::vector<Seen> seen_;  ///< by id
};

std::vector<std::uint32_t> joined(const std::vector<IdRun>& runs,
                                  std::vector<std::uint32_t> IdRun::*numbers) {
  std::vector<std::uint32_t> all;
  for (const IdRun& run : runs) {
    all.insert(all.end(), (run.*numbers).begin(), (run.*numbers).end());
  }
  return all;
}

std::uint32_t entry_bytes(std::uint32_t id_bytes, IdPrefix prefix) {
  std::string entry;
  append_id_entry(0, 0, prefix, {}, entry);
  return static_cast<std::uint32_t>(entry.size() + id_bytes - prefix.size);
}

}  // namespace

IdRunWriter::IdRunWriter(std::filesystem::path path)
    : run_{path, {}, {}}, file_(std::move(path), BuildFile::Mode::Write, kBufferBytes) {}

void IdRunWriter::add(std::string_view id) {
  if (id.size() > kMostIdBytes) {
    throw WriteFailed(
        fmt::format("the id of an article has {} bytes, more than {}; it begins with {}", id.size(),
                    kMostIdBytes, id.substr(0, 80)));
  }
  file_.write(id);
  run_.sizes.push_back(static_cast<std::uint32_t>(id.size()));
  run_.hashes.push_back(id_hash(id));
}

IdRun IdRunWriter::finish() {
  file_.close();
  return std::move(run_);
}

void write_ids(const std::filesystem::path& path, const std::vector<IdRun>& runs) {
  const IdPrefixes prefixes(runs);
  std::vector<std::uint32_t> sizes = joined(runs, &IdRun::sizes);
  const std::vector<std::uint32_t> hashes = joined(runs, &IdRun::hashes);
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = entry_bytes(sizes[i], prefixes.of(i));
  BuildFile file(path, BuildFile::Mode::Write, kBufferBytes);
  file.write(id_file_front(sizes, hashes, prefixes.bytes()));
  std::string entry;
  DocId docid = 1;
  for_each_id(runs, [&](std::string_view id) {
    const IdPrefix prefix = prefixes.of(docid - 1);
    entry.clear();
    append_id_entry(docid, hashes[docid - 1], prefix, id.substr(prefix.size), entry);
    file.write(entry);
    ++docid;
  });
  file.close();
  for (const IdRun& run : runs) real_filesystem().remove_tree(run.path);
}

}  // namespace pullquote
