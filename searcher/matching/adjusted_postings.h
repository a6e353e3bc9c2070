// SPDX-License-Identifier: GPL-3.0-or-later
/// A posting list whose wdf is a weighted sum of the wdf of several lists, over the articles of the
/// first one and only where the sum is positive.
///
/// This is how counts that no list stores are read from those that are stored: the occurrences of a
/// word outside the headline (all of them less the headline's), or an unstemmed word weighted by
/// field as the stemmed ones are (all x body + headline x (headline - body) + ...).
#pragma once

#include <memory>
#include <vector>

#include "searcher/matching/posting_source.h"
#include "searcher/matching/term_cursor.h"

namespace pullquote {

class AdjustedPostings final : public PostingSource {
 public:
  struct Part {
    std::unique_ptr<PostingSource> list;
    std::int64_t factor = 1;
  };

  /// @param base    its factor is positive; its articles are the candidates.
  /// @param others  added where they have the article.
  AdjustedPostings(Part base, std::vector<Part> others);

  std::size_t read(std::span<Posting> out) override;
  void skip_to(DocId target) override { base_->skip_to(target); }
  std::uint64_t termfreq() const override { return base_->termfreq(); }
  std::uint32_t max_wdf() const override;

 private:
  struct Adjustment {
    TermCursor list;
    std::int64_t factor;
  };

  std::unique_ptr<PostingSource> base_;
  std::int64_t base_factor_;
  std::vector<Adjustment> others_;
};

}  // namespace pullquote
