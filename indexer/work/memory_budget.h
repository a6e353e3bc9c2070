// SPDX-License-Identifier: GPL-3.0-or-later
/// Who gets how much of `--memory`.
///
/// What grows with the number of articles cannot be spilled and is taken off the limit first:
/// kBytesPerArticle, of which 64 are the entry that numbering sorts, 20 the columns (twice while
/// they are written), and the rest document lengths, chunks of values, and separators of leaves.
/// The rest of the limit goes to inversion, where a worker takes kInversionBytes for each byte of
/// the records in its segment and kVocabularyBytes, and, after that, to the buffers of the merge. A
/// limit too small for one worker is passed by that one: 8 MiB of records, 90 MB, in collections
/// below 1.6 GB of text, and a two-hundredth above, so 450 MB at 12 GB. The program itself, its
/// dictionaries and the engine take about 60 MB more.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace pullquote {

struct MemoryBudget {
  static constexpr std::uint64_t kBytesPerArticle = 160;
  static constexpr std::uint64_t kInversionBytes = 7;
  /// 131,072 words and their stems (vocabulary.h).
  static constexpr std::uint64_t kVocabularyBytes = 32u << 20;

  /// Ordinary articles are taken whatever the limit is: 1 MB, a novel's length.
  static constexpr std::uint64_t kLeastRecordBytes = 4u << 20;
  static constexpr std::uint64_t kLeastArticleBytes = 64u << 20;

  std::uint64_t limit_bytes = 0;

  /// Pass 1: records between the reader and the workers. More only waits longer.
  std::size_t queue_bytes() const {
    constexpr std::uint64_t kMost = 64u << 20;
    return static_cast<std::size_t>(std::min(limit_bytes / 8, kMost));
  }

  /// Pass 1: the largest record, of which a reader holds some four copies in different forms.
  std::uint64_t record_bytes() const { return std::max(limit_bytes / 8, kLeastRecordBytes); }

  /// Pass 2: what inverting one article may take. As much again is left for merging.
  std::uint64_t article_bytes() const { return std::max(limit_bytes / 2, kLeastArticleBytes); }

  /// What inversion and merging may take beside what is kept for each article.
  std::uint64_t working_bytes(std::uint64_t articles) const {
    const std::uint64_t kept = articles * kBytesPerArticle;
    return std::max(limit_bytes > kept ? limit_bytes - kept : 0, limit_bytes / 4);
  }
};

/// Workers that may invert segments of so many bytes at once: at least one.
inline std::uint64_t affordable_workers(std::uint64_t working_bytes, std::uint64_t segment_bytes) {
  const std::uint64_t worker_bytes =
      segment_bytes * MemoryBudget::kInversionBytes + MemoryBudget::kVocabularyBytes;
  return std::max<std::uint64_t>(working_bytes / worker_bytes, 1);
}

}  // namespace pullquote
