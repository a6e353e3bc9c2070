// SPDX-License-Identifier: GPL-3.0-or-later
/// Sees the lists of a database while they are written, so that what is derived from them need not
/// read them back.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "schema/store/doc_id.h"

namespace pullquote::glass {

/// One thread at a time. Lists come in byte order of their terms, postings in docid order.
class ListObserver {
 public:
  virtual ~ListObserver() = default;

  /// @return whether the postings of this list are wanted; without, end() is not called either.
  /// @param term  stays until end().
  virtual bool begin(std::string_view term) = 0;
  virtual void end() = 0;
};

class PostingObserver : public ListObserver {
 public:
  virtual void add(DocId docid, std::uint32_t wdf) = 0;
};

class PositionObserver : public ListObserver {
 public:
  /// @param positions  at least one, rising.
  virtual void add(DocId docid, std::span<const std::uint32_t> positions) = 0;
};

/// Who watches the two tables. They are written by two threads.
struct ListObservers {
  PostingObserver* postings = nullptr;    ///< null: nobody
  PositionObserver* positions = nullptr;  ///< null: nobody
};

}  // namespace pullquote::glass
