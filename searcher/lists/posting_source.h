// SPDX-License-Identifier: GPL-3.0-or-later
/// The interface of a posting list: postings in docid order, handed out in blocks.
///
/// A virtual call per posting would cost as much as decoding the posting. So a source is asked for
/// many postings at once (TermCursor does this), and loops run over plain arrays. Whatever yields
/// (docid, wdf) in order can be a source: a list of the index, the union of several lists, or the
/// occurrences of a phrase.
#pragma once

#include <cstdint>
#include <span>

#include "schema/store/doc_id.h"

namespace pullquote {

/// A document and the weighted number of occurrences in it (within-document frequency).
struct Posting {
  DocId docid = 0;
  std::uint32_t wdf = 0;
};

/// One thread at a time. Members that read the index throw IndexCorrupt.
class PostingSource {
 public:
  virtual ~PostingSource() = default;

  /// Writes the next postings to the beginning of `out` and returns their number. That may be fewer
  /// than out.size(), but it is 0 only at the end of the list.
  virtual std::size_t read(std::span<Posting> out) = 0;

  /// Makes the next read() begin at the first posting with a docid of `target` or more. Never moves
  /// backwards.
  virtual void skip_to(DocId target) = 0;

  /// The number of postings: exact for a stored list, an upper bound for a derived one.
  virtual std::uint64_t termfreq() const = 0;

  /// An upper bound for the wdf of every posting.
  virtual std::uint32_t max_wdf() const = 0;
};

}  // namespace pullquote
