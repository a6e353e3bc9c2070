// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes that are appended to hundreds of thousands of lists in turn: pieces in an arena, each
/// twice as large as the one before and ending in the address of the next.
///
/// A string would be moved each time it grows, and cost the allocator an entry. Here nothing moves,
/// most lists fit their first piece, and a list's own part is 24 bytes, so that what is known of a
/// term fills one line of the cache.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "indexer/build/glass/arena.h"

namespace pullquote::glass {

/// Lives as long as the arena's memory. One thread at a time.
class ByteList {
 public:
  void append(std::string_view bytes, Arena& arena) {
    if (bytes.size() <= left_) {
      std::memcpy(next_, bytes.data(), bytes.size());
      next_ += bytes.size();
      left_ -= static_cast<std::uint32_t>(bytes.size());
    } else {
      append_in_parts(bytes, arena);
    }
  }

  /// As encoding.h has it.
  void append_uint(std::uint64_t value, Arena& arena) {
    for (; value >= 0x80; value >>= 7) push_back(static_cast<char>(value | 0x80), arena);
    push_back(static_cast<char>(value), arena);
  }

  /// Calls `visit(std::string_view)` for the pieces in turn.
  template <class Visit>
  void for_each_piece(Visit visit) const {
    const char* piece = first_;
    for (std::uint32_t size = kFirstPiece; size < piece_size_; size = larger(size)) {
      visit(std::string_view(piece, size - kLink));
      std::memcpy(&piece, piece + size - kLink, kLink);
    }
    if (piece_size_ > 0) visit(std::string_view(piece, piece_size_ - kLink - left_));
  }

  const char* begin() const { return first_; }
  /// Where the next bytes will be written.
  const char* end() const { return next_; }

 private:
  static constexpr std::uint32_t kFirstPiece = 16;
  static constexpr std::uint32_t kLink = sizeof(char*);

  /// Sizes never repeat, so that they tell which piece is the last.
  static constexpr std::uint32_t larger(std::uint32_t size) {
    return size < Arena::kBlockBytes / 4 ? size * 2 : size + kFirstPiece;
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
    const std::uint32_t size = piece_size_ == 0 ? kFirstPiece : larger(piece_size_);
    char* const piece = arena.allocate(size);
    if (piece_size_ == 0) {
      first_ = piece;
    } else {
      std::memcpy(next_, &piece, kLink);
    }
    piece_size_ = size;
    next_ = piece;
    left_ = size - kLink;
  }

  const char* first_ = nullptr;
  char* next_ = nullptr;
  std::uint32_t left_ = 0;        ///< bytes of the last piece
  std::uint32_t piece_size_ = 0;  ///< of the last piece, with its link; 0: nothing was appended
};

}  // namespace pullquote::glass
