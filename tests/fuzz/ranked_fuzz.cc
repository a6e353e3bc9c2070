// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes as a file of the ranked index, with whatever checksums they need to be believed:
/// refused, or read without leaving them, and docids always rise up to the number of articles.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "pullquote/error.h"
#include "schema/ranked/id_file.h"
#include "schema/ranked/list_cursor.h"
#include "schema/ranked/ranked_file.h"
#include "schema/store/block_checksum.h"

namespace {

using namespace pullquote;

std::filesystem::path scratch() {
  return std::filesystem::temp_directory_path() / ("pullquote-fuzz-" + std::to_string(getpid()));
}

void write(const std::string& bytes) {
  std::ofstream(scratch(), std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Puts a checksum of [from, end) at `to`, if there is room.
void seal(std::string& bytes, std::size_t to, std::size_t from, std::size_t end) {
  if (to + 4 > bytes.size() || from > end || end > bytes.size()) return;
  const std::uint32_t checksum = block_checksum(std::string_view(bytes).substr(from, end - from));
  std::memcpy(bytes.data() + to, &checksum, sizeof checksum);
}

template <class Number>
Number number_at(const std::string& bytes, std::size_t at) {
  Number number{};
  if (at + sizeof number <= bytes.size()) std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

void read_ids(std::string bytes) {
  const auto count = number_at<std::uint64_t>(bytes, 16);
  if (count <= bytes.size()) {
    const std::uint64_t order = 48 + (count + kIdGroup - 1) / kIdGroup * 8 + count * 4;
    seal(bytes, 40, order, order + count * 4);
  }
  seal(bytes, 12, 16, 48);
  write(bytes);
  try {
    const IdFile file(scratch(), static_cast<std::uint32_t>(count));
    for (std::uint32_t docid = 1; docid <= file.size(); ++docid) {
      try {
        file.expect_end(docid);
        file.expect_entry(docid);
        file.expect_prefix(docid);
        (void)file.find(file.id(docid));
      } catch (const IndexCorrupt&) {
      }
    }
  } catch (const Error&) {
  }
}

void seal_dictionary(std::string& bytes, const ranked::Header& header) {
  const std::uint64_t begin = sizeof header + header.list_bytes;
  const std::uint64_t offsets = begin + header.dictionary_bytes;
  if (offsets < begin || begin < sizeof header || offsets > bytes.size()) return;
  const std::uint64_t blocks =
      std::min<std::uint64_t>(header.dictionary_blocks, (bytes.size() - offsets) / 8);
  for (std::uint32_t i = 0; i < blocks; ++i) {
    const std::size_t from = begin + number_at<std::uint64_t>(bytes, offsets + 8 * i);
    const std::size_t end =
        i + 1 == blocks ? offsets : begin + number_at<std::uint64_t>(bytes, offsets + 8 * i + 8);
    if (from < begin || end > offsets || from > end || end - from < 16) continue;
    std::memcpy(bytes.data() + from + 4, &i, sizeof i);
    seal(bytes, from, from + 4, end);
  }
}

/// @param begin  where the list lies in the file.
void seal_list(std::string& bytes, std::size_t begin, const RankedList& list) {
  const std::size_t end = begin + list.bytes.size();
  const std::uint64_t blocks = (list.termfreq + kBlockSize - 1) / kBlockSize;
  if (list.termfreq < 2 || blocks > list.bytes.size()) return;
  if (blocks == 1) return seal(bytes, begin, begin + 4, end);
  const std::size_t size = ranked::directory_bytes(blocks, list.max_impact != 0);
  if (size > list.bytes.size()) return;
  std::size_t from = begin;
  for (std::uint64_t i = 0; i < blocks; ++i) {
    const std::size_t until =
        begin + number_at<std::uint32_t>(bytes, end - size + 4 + 4 * (blocks + i));
    if (until > from + 4 && until <= end - size) seal(bytes, from, from + 4, until);
    from = until;
  }
  seal(bytes, end - size, end - size + 4, end);
}

void check_docid(std::uint32_t docid, std::uint32_t before, const RankedList& list) {
  if (docid <= before || docid > list.file->header().doccount) std::abort();
}

void check_positions(const std::vector<std::uint32_t>& positions) {
  std::uint32_t before = 0;
  for (const std::uint32_t position : positions) {
    if (position <= before) std::abort();
    before = position;
  }
}

/// Several ways through a list; each may end at damage.
template <class Read>
void through(const RankedList& list, Read read) {
  try {
    ListCursor cursor(list);
    read(cursor);
  } catch (const IndexCorrupt&) {
  }
}

void read_list(const RankedList& list) {
  constexpr std::uint32_t kStride = 37;
  through(list, [&](ListCursor& cursor) {
    std::vector<std::uint32_t> positions;
    for (std::uint32_t before = 0; cursor.docid() != ListCursor::kEnd; cursor.next()) {
      check_docid(cursor.docid(), before, list);
      before = cursor.docid();
      (void)cursor.wdf();
      (void)cursor.impact();
      if (list.file->header().kind != ranked::Kind::Positions) continue;
      cursor.read_positions(positions);
      check_positions(positions);
    }
  });
  through(list, [&](ListCursor& cursor) {
    while (cursor.docid() != ListCursor::kEnd) {
      const std::uint32_t before = cursor.docid();
      (void)cursor.bound_at(before);
      (void)cursor.kth_impact_bound(2, before, ListCursor::kEnd);
      if (cursor.next_possible(before) != before) std::abort();
      cursor.seek(before < ListCursor::kEnd - kStride ? before + kStride : before + 1);
      if (cursor.docid() != ListCursor::kEnd) check_docid(cursor.docid(), before, list);
    }
  });
  through(list, [&](ListCursor& cursor) {
    for (std::uint32_t begin = 1; begin != ListCursor::kEnd;) {
      const std::uint32_t next = cursor.next_possible(begin);
      if (next < begin) std::abort();
      if (next == ListCursor::kEnd) break;
      cursor.seek(next);
      if (cursor.docid() == ListCursor::kEnd) break;
      check_docid(cursor.docid(), next - 1, list);
      begin = cursor.docid() + 1;
    }
  });
  for (const bool wdfs : {false, true}) {
    through(list, [&](ListCursor& cursor) {
      const auto visit = [&](std::uint32_t docid, Impact, auto...) { check_docid(docid, 0, list); };
      std::uint32_t begin = 1;
      for (const std::uint32_t end : {100u, 5000u, ListCursor::kEnd - 1}) {
        (void)cursor.bound(begin, end);
        if (wdfs) {
          cursor.visit_wdfs(begin, end, visit);
        } else {
          cursor.visit(
              begin, end, [](Impact impact) { return impact > 2; }, visit);
        }
        begin = end;
      }
    });
  }
}

/// Another list, or none, where terms are not in order or come twice.
void look_up(const RankedFile& file, const std::string& term) {
  try {
    if (const auto list = file.find(term)) through(*list, [](ListCursor&) {});
    (void)file.has_member(term);
    file.visit(term.substr(0, 2), [](std::string_view, const RankedList&) { return true; });
  } catch (const IndexCorrupt&) {
  }
}

void read_lists(std::string bytes) {
  ranked::Header header{};
  if (bytes.size() < sizeof header) bytes.resize(sizeof header);
  std::memcpy(bytes.data(), ranked::kMagic.data(), ranked::kMagic.size());
  std::memcpy(bytes.data() + 8, &ranked::kVersion, sizeof ranked::kVersion);
  seal(bytes, 12, ranked::kHeaderSummed, sizeof header);
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.member_bytes <= bytes.size() - sizeof header) {
    constexpr std::size_t kMemberChecksum = offsetof(ranked::Header, member_checksum);
    seal(bytes, kMemberChecksum, bytes.size() - header.member_bytes, bytes.size());
    seal(bytes, 12, ranked::kHeaderSummed, sizeof header);
  }
  seal_dictionary(bytes, header);
  write(bytes);
  try {
    {
      const RankedFile file(scratch(), header.kind, header.doccount, header.ranking);
      const auto* const begin_of_file = reinterpret_cast<const char*>(&file.header());
      std::vector<std::pair<std::size_t, RankedList>> found;
      file.visit([&](std::string_view, const RankedList& list) {
        found.emplace_back(static_cast<std::size_t>(list.bytes.data() - begin_of_file), list);
        return true;
      });
      for (const auto& [begin, list] : found) seal_list(bytes, begin, list);
    }
    write(bytes);
    const RankedFile file(scratch(), header.kind, header.doccount, header.ranking);
    std::vector<std::string> terms;
    file.visit([&](std::string_view term, const RankedList& list) {
      read_list(list);
      terms.emplace_back(term);
      return true;
    });
    for (const std::string& term : terms) look_up(file, term);
  } catch (const Error&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PQIDFILE")) {
    read_ids(std::move(bytes));
  } else {
    read_lists(std::move(bytes));
  }
  std::error_code ignored;
  std::filesystem::remove(scratch(), ignored);
  return 0;
}
