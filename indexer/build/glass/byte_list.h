// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes that are appended to hundreds of thousands of lists in turn, of postings or positions by
/// docid: pieces in an arena, each twice as large as the one before and ending in the address of
/// the next.
///
/// A string would be moved each time it grows, and cost the allocator an entry. Here nothing moves,
/// most lists fit their first piece, and a list's own part is 24 bytes, so that what is known of a
/// term fills one line of the cache.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "indexer/build/glass/arena.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {

/// Lives as long as the arena's memory. One thread at a time.
class ByteList {
 public:
  void append(std::string_view bytes, Arena& arena) {
    if (bytes.empty()) return;
    if (bytes.size() <= left_) {
      std::memcpy(next_, bytes.data(), bytes.size());
      next_ += bytes.size();
      left_ = static_cast<std::uint16_t>(left_ - bytes.size());
    } else {
      append_in_parts(bytes, arena);
    }
  }

  /// As encoding.h has it.
  void append_uint(std::uint64_t value, Arena& arena) {
    for (; value >= 0x80; value >>= 7) push_back(static_cast<char>(value | 0x80), arena);
    push_back(static_cast<char>(value), arena);
  }

  /// The distance from the docid of the call before, or from 0. Docids rise.
  void append_gap(DocId docid, Arena& arena) {
    append_uint(docid - last_docid_, arena);
    last_docid_ = docid;
  }

  std::size_t size_bytes() const {
    std::size_t size = 0;
    for_each_piece([&size](std::string_view piece) { size += piece.size(); });
    return size;
  }

  /// Calls `visit(std::string_view)` for the pieces in turn.
  template <class Visit>
  void for_each_piece(Visit visit) const {
    const char* piece = first_;
    for (std::uint32_t i = 0; i < pieces_; ++i) {
      const std::uint32_t size = piece_size(i) - kLink;
      if (i + 1 == pieces_) {
        visit(std::string_view(piece, size - left_));
        return;
      }
      visit(std::string_view(piece, size));
      std::memcpy(&piece, piece + size, kLink);
    }
  }

  const char* begin() const { return first_; }
  /// Where the next bytes will be written.
  const char* end() const { return next_; }

 private:
  static constexpr std::uint32_t kLink = sizeof(char*);

  /// Pieces double from 16 bytes to 64 KiB.
  static constexpr std::uint32_t piece_size(std::uint32_t index) {
    return std::uint32_t{16} << std::min<std::uint32_t>(index, 12);
  }

  void push_back(char byte, Arena& arena) {
    if (left_ == 0) add_piece(arena);
    *next_++ = byte;
    --left_;
  }

  void append_in_parts(std::string_view bytes, Arena& arena) {
    for (;;) {
      const std::size_t part = std::min<std::size_t>(bytes.size(), left_);
      if (part > 0) append(bytes.substr(0, part), arena);
      bytes.remove_prefix(part);
      if (bytes.empty()) return;
      add_piece(arena);
    }
  }

  void add_piece(Arena& arena) {
    const std::uint32_t size = piece_size(pieces_);
    char* const piece = arena.allocate(size);
    if (pieces_ == 0) {
      first_ = piece;
    } else {
      std::memcpy(next_, &piece, kLink);
    }
    assert(pieces_ < UINT16_MAX);
    ++pieces_;
    next_ = piece;
    left_ = static_cast<std::uint16_t>(size - kLink);
  }

  const char* first_ = nullptr;
  char* next_ = nullptr;
  std::uint16_t left_ = 0;    ///< bytes of the last piece
  std::uint16_t pieces_ = 0;  ///< four gigabytes at most, which no segment has
  DocId last_docid_ = 0;
};

}  // namespace pullquote::glass
