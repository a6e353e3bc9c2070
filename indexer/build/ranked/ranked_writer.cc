// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ranked/ranked_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

#include "pullquote/error.h"
#include "schema/io/filesystem.h"
#include "schema/store/block_checksum.h"
#include "schema/store/doc_id.h"
#include "schema/store/object_bytes.h"
#include "schema/store/varint.h"

namespace pullquote {

using namespace ranked;

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

/// Appends `count` numbers, packed in as few bits as the widest needs.
std::uint8_t append_packed(const std::uint32_t* values, std::size_t count, bool in_lanes,
                           std::string& out) {
  const unsigned bits = bits_needed({values, count});
  const std::size_t begin = out.size();
  out.resize(begin + packed_bytes(count, bits));
  auto* const to = reinterpret_cast<unsigned char*>(out.data()) + begin;
  if (in_lanes) {
    pack_block(values, bits, to);
  } else {
    pack_run({values, count}, bits, to);
  }
  return static_cast<std::uint8_t>(bits);
}

/// Puts the checksum of what follows it into the first four bytes.
void seal(std::string& bytes) {
  const std::uint32_t checksum = block_checksum(std::string_view(bytes).substr(4));
  std::memcpy(bytes.data(), &checksum, sizeof checksum);
}

}  // namespace

RankedWriter::RankedWriter(std::filesystem::path path, Kind kind, std::uint32_t doccount,
                           std::uint64_t ranking, std::uint64_t most_list_bytes)
    : most_list_bytes_(most_list_bytes),
      file_(std::move(path), BuildFile::Mode::Write, kBufferBytes),
      dictionary_(file_.path().string() + ".dictionary", BuildFile::Mode::WriteRead, kBufferBytes) {
  std::memcpy(header_.magic, kMagic.data(), kMagic.size());
  header_.version = kVersion;
  header_.kind = kind;
  header_.doccount = doccount;
  header_.ranking = ranking;
  // Overwritten at last: until then the file names no version.
  file_.write(bytes_of(Header{}));
}

void RankedWriter::write_list_bytes(std::string_view bytes) {
  file_.write(bytes);
  written_ += bytes.size();
}

void RankedWriter::add(DocId docid, std::uint32_t wdf, Impact impact) {
  if (count_ == kBlockSize) write_block();
  impacts_[count_] = impact;
  add_posting(docid, wdf);
}

void RankedWriter::add(DocId docid, std::span<const std::uint32_t> positions) {
  if (count_ == kBlockSize) write_block();
  std::uint32_t last = 0;
  for (const std::uint32_t position : positions) {
    position_gaps_.push_back(position - last - 1);
    last = position;
  }
  impacts_[count_] = 0;
  add_posting(docid, static_cast<std::uint32_t>(positions.size()));
}

void RankedWriter::add_posting(DocId docid, std::uint32_t wdf) {
  docids_[count_] = docid;
  wdfs_[count_] = wdf;
  max_wdf_ = std::max(max_wdf_, wdf);
  ++count_;
  ++termfreq_;
}

void RankedWriter::write_block() {
  const std::uint32_t last = docids_[count_ - 1];
  const Impact highest = *std::max_element(impacts_.begin(), impacts_.begin() + count_);
  for (std::uint32_t i = count_; i-- > 1;) docids_[i] -= docids_[i - 1] + 1;
  docids_[0] -= last_docid_ + 1;

  BlockHead head{};
  block_.assign(sizeof head, '\0');
  const bool in_lanes = count_ == kBlockSize;
  head.gap_bits = append_packed(docids_.data(), count_, in_lanes, block_);
  if (highest != 0) block_.append(reinterpret_cast<const char*>(impacts_.data()), count_);
  const std::span wdfs(wdfs_.data(), count_);
  head.wdfs = append_patched(wdfs, block_);
  if (header_.kind == Kind::Positions) {
    head.position_width = append_positions(wdfs, position_gaps_, block_);
  }
  std::memcpy(block_.data(), &head, sizeof head);
  seal(block_);
  write_list_bytes(block_);

  last_docids_.push_back(last);
  block_ends_.push_back(checked_block_end());
  block_impacts_.push_back(highest);
  last_docid_ = last;
  count_ = 0;
  position_gaps_.clear();
}

std::uint32_t RankedWriter::checked_block_end() const {
  const std::uint64_t end = written_ - list_begin_;
  if (end > most_list_bytes_) {
    throw WriteFailed(fmt::format(
        "cannot write {}: the list of '{}' has more than {} bytes; index fewer articles at once",
        file_.path().string(), term_, most_list_bytes_));
  }
  return static_cast<std::uint32_t>(end);
}

Impact RankedWriter::highest_impact() const {
  return *std::max_element(block_impacts_.begin(), block_impacts_.end());
}

void RankedWriter::write_directory() {
  write_list_bytes(std::string((4 - (sizeof(Header) + written_) % 4) % 4, '\0'));
  block_.assign(4, '\0');
  block_ += bytes_of(last_docids_);
  block_ += bytes_of(block_ends_);
  if (highest_impact() != 0) block_ += bytes_of(block_impacts_);
  seal(block_);
  write_list_bytes(block_);
}

void RankedWriter::end() {
  assert(termfreq_ > 0);
  if (termfreq_ > 1) {
    write_block();
    if (last_docids_.size() > 1) write_directory();
  }
  add_entry(written_ - list_begin_);
  list_begin_ = written_;
  termfreq_ = 0;
  max_wdf_ = 0;
  last_docid_ = 0;
  count_ = 0;
  position_gaps_.clear();
  last_docids_.clear();
  block_ends_.clear();
  block_impacts_.clear();
}

void RankedWriter::add_entry(std::uint64_t list_bytes) {
  if (block_terms_ == kTermsPerBlock) finish_dictionary_block();
  if (block_terms_ == 0) {
    block_lists_ = list_begin_;
    last_term_.clear();
  }
  const auto differ =
      std::mismatch(term_.begin(), term_.end(), last_term_.begin(), last_term_.end());
  const auto shared = static_cast<std::size_t>(differ.first - term_.begin());
  append_varint(shared, entries_);
  append_varint(term_.size() - shared, entries_);
  entries_ += term_.substr(shared);
  append_varint(termfreq_, entries_);
  if (termfreq_ == 1) {
    append_single();
  } else {
    append_varint(list_bytes, entries_);
    if (has_wdfs(header_.kind)) append_varint(max_wdf_, entries_);
    if (header_.kind == Kind::Postings) entries_ += static_cast<char>(highest_impact());
  }
  last_term_ = term_;
  ++block_terms_;
  ++header_.term_count;
}

void RankedWriter::append_single() {
  append_varint(docids_[0], entries_);
  if (has_wdfs(header_.kind)) append_varint(wdfs_[0], entries_);
  if (header_.kind == Kind::Postings) entries_ += static_cast<char>(impacts_[0]);
  for (const std::uint32_t gap : position_gaps_) append_varint(gap, entries_);
}

void RankedWriter::finish_dictionary_block() {
  DictionaryHead head{};
  head.number = static_cast<std::uint32_t>(offsets_.size());
  head.lists = block_lists_;
  entries_.insert(0, bytes_of(head));
  seal(entries_);
  offsets_.push_back(header_.dictionary_bytes);
  dictionary_.write(entries_);
  header_.dictionary_bytes += entries_.size();
  entries_.clear();
  block_terms_ = 0;
}

/// Copies the scratch file behind the lists.
void RankedWriter::append_dictionary() {
  dictionary_.rewind();
  file_.append_rest_of(dictionary_);
  dictionary_.close();
  real_filesystem().remove_tree(dictionary_.path());
}

void RankedWriter::finish(const std::vector<std::string>& members) {
  if (block_terms_ > 0) finish_dictionary_block();
  // The offsets are mapped as they are.
  constexpr std::uint64_t kAligned = sizeof(std::uint64_t);
  const std::uint64_t padding =
      (kAligned - (written_ + header_.dictionary_bytes) % kAligned) % kAligned;
  file_.write(std::string(padding, '\0'));
  header_.list_bytes = written_ + padding;
  header_.dictionary_blocks = offsets_.size();
  append_dictionary();
  file_.write(bytes_of(offsets_));
  std::string words;
  for (const std::string& member : members) {
    append_varint(member.size(), words);
    words += member;
  }
  file_.write(words);
  header_.member_bytes = static_cast<std::uint32_t>(words.size());
  header_.member_checksum = block_checksum(words);
  header_.checksum = block_checksum(bytes_of(header_).substr(kHeaderSummed));
  file_.rewind();
  file_.write(bytes_of(header_));
  file_.close();
}

}  // namespace pullquote
