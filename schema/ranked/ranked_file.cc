// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/ranked/ranked_file.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "schema/io/index_damage.h"
#include "schema/store/block_checksum.h"
#include "schema/store/varint.h"

namespace pullquote {

using namespace ranked;

namespace {

constexpr std::string_view kDictionaryDamaged = "its dictionary is damaged";
constexpr std::string_view kOffsetsDamaged = "the offsets of its dictionary are damaged";

/// What the header gets wrong about the file; empty: nothing.
std::string_view header_fault(std::string_view file) {
  Header header;
  if (file.size() < sizeof header) return "it ends within its header";
  std::memcpy(&header, file.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) {
    return "it is no file of a ranked index";
  }
  if (header.version != kVersion) return "it has another version";
  const std::string_view summed = file.substr(0, sizeof header).substr(kHeaderSummed);
  if (header.checksum != block_checksum(summed)) return "its header is damaged";
  const std::uint64_t behind = file.size() - sizeof header;
  constexpr std::string_view kLength = "it is not as long as its header says";
  // One after the other, so that no sum overflows.
  if (header.list_bytes > behind || header.dictionary_bytes > behind - header.list_bytes) {
    return kLength;
  }
  const std::uint64_t rest = behind - header.list_bytes - header.dictionary_bytes;
  if (header.dictionary_blocks > rest / sizeof(std::uint64_t) ||
      header.member_bytes != rest - header.dictionary_blocks * sizeof(std::uint64_t)) {
    return kLength;
  }
  if (header.list_bytes != 0 && behind - header.list_bytes < sizeof(std::uint64_t)) {
    return "it has lists without terms";
  }
  if ((header.list_bytes + header.dictionary_bytes) % sizeof(std::uint64_t) != 0) {
    return "its parts are not where they should be";
  }
  return {};
}

}  // namespace

/// Entries of one dictionary block, one after the other.
class RankedFile::BlockReader {
 public:
  BlockReader(const RankedFile& file, std::uint64_t number)
      : file_(file), bytes_(file.block(number, lists_)) {}

  /// Moves to the next entry; false behind the last.
  bool next() {
    if (bytes_.empty()) return false;
    const std::uint64_t shared = number();
    const std::uint64_t size = number();
    if (shared > term_.size()) throw_damaged();
    term_.resize(shared);
    term_.append(take(size));
    list_ = {&file_, {}, number(), 0, 0};
    if (list_.termfreq == 0 || list_.termfreq > file_.header().doccount) throw_damaged();
    if (list_.termfreq == 1) {
      read_single();
    } else {
      read_list();
    }
    return true;
  }

  const std::string& term() const { return term_; }
  const RankedList& list() const { return list_; }

 private:
  [[noreturn]] void throw_damaged() const { file_.throw_damaged(kDictionaryDamaged); }

  std::uint64_t number() {
    const auto value = take_varint(bytes_);
    if (!value) throw_damaged();
    return *value;
  }

  std::uint32_t wdf() {
    if (!has_wdfs(file_.header().kind)) return 0;
    const std::uint64_t value = number();
    if (value > std::numeric_limits<std::uint32_t>::max()) throw_damaged();
    return static_cast<std::uint32_t>(value);
  }

  std::string_view take(std::uint64_t size) {
    if (size > bytes_.size()) throw_damaged();
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  Impact impact() { return static_cast<Impact>(take(1).front()); }

  void read_single() {
    const std::string_view all = bytes_;
    number();  // docid
    list_.max_wdf = wdf();
    if (file_.header().kind == Kind::Postings) {
      list_.max_impact = impact();
    } else if (file_.header().kind == Kind::Positions) {
      for (std::uint32_t i = 0; i < list_.max_wdf; ++i) number();
    }
    list_.bytes = all.substr(0, all.size() - bytes_.size());
  }

  void read_list() {
    const std::uint64_t size = number();
    list_.max_wdf = wdf();
    if (file_.header().kind == Kind::Postings) list_.max_impact = impact();
    if (lists_ > file_.lists_.size() || size > file_.lists_.size() - lists_) throw_damaged();
    list_.bytes = file_.lists_.substr(lists_, size);
    lists_ += size;
  }

  const RankedFile& file_;
  std::uint64_t lists_ = 0;
  std::string_view bytes_;
  std::string term_;
  RankedList list_;
};

RankedFile::RankedFile(const std::filesystem::path& path, Kind kind, std::uint32_t doccount,
                       std::uint64_t ranking)
    : path_(path), mapping_(path) {
  const std::string_view file = mapping_.bytes();
  if (const std::string_view fault = header_fault(file); !fault.empty()) throw_damaged(fault);
  header_ = reinterpret_cast<const Header*>(file.data());
  if (header_->kind != kind) throw_damaged("it holds another kind of lists");
  if (header_->doccount != doccount) throw_damaged("it belongs to another number of articles");
  if (kind == Kind::Postings && header_->ranking != ranking) {
    throw_damaged("its impacts were made for another ranking");
  }
  lists_ = file.substr(sizeof(Header), header_->list_bytes);
  dictionary_ = file.substr(sizeof(Header) + header_->list_bytes, header_->dictionary_bytes);
  offsets_ = reinterpret_cast<const std::uint64_t*>(dictionary_.data() + dictionary_.size());
  read_members(file.substr(file.size() - header_->member_bytes));
}

void RankedFile::read_members(std::string_view bytes) {
  constexpr const char* kDamaged = "its set of words is damaged";
  if (header_->member_checksum != block_checksum(bytes)) throw_damaged(kDamaged);
  while (!bytes.empty()) {
    const auto size = take_varint(bytes);
    if (!size || *size > bytes.size()) throw_damaged(kDamaged);
    const std::string_view word = bytes.substr(0, *size);
    if (!members_.empty() && members_.back() >= word) throw_damaged(kDamaged);
    members_.push_back(word);
    bytes.remove_prefix(*size);
  }
}

bool RankedFile::has_member(std::string_view word) const {
  return std::binary_search(members_.begin(), members_.end(), word);
}

void RankedFile::throw_damaged(std::string_view what) const {
  throw_derived_damaged(path_, std::string(what));
}

std::string_view RankedFile::block(std::uint64_t number, std::uint64_t& lists) const {
  const std::uint64_t begin = offsets_[number];
  const std::uint64_t end =
      number + 1 == header_->dictionary_blocks ? dictionary_.size() : offsets_[number + 1];
  DictionaryHead head;
  if (begin > end || end > dictionary_.size() || end - begin < sizeof head) {
    throw_damaged(kOffsetsDamaged);
  }
  const std::string_view bytes = dictionary_.substr(begin, end - begin);
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.number != number ||
      head.checksum != block_checksum(bytes.substr(sizeof head.checksum))) {
    throw_damaged(kDictionaryDamaged);
  }
  lists = head.lists;
  return bytes.substr(sizeof head);
}

std::string_view RankedFile::probe(std::uint64_t number) const {
  const std::uint64_t begin = offsets_[number] + sizeof(DictionaryHead);
  if (begin < offsets_[number] || begin > dictionary_.size()) {
    throw_damaged(kOffsetsDamaged);
  }
  std::string_view bytes = dictionary_.substr(begin);
  const auto shared = take_varint(bytes);
  const auto size = take_varint(bytes);
  if (!shared || !size || *shared != 0 || *size > bytes.size()) throw_damaged(kDictionaryDamaged);
  return bytes.substr(0, *size);
}

std::uint64_t RankedFile::block_of(std::string_view term) const {
  std::uint64_t begin = 0;
  std::uint64_t end = header_->dictionary_blocks;
  while (end - begin > 1) {
    const std::uint64_t middle = begin + (end - begin) / 2;
    (probe(middle) <= term ? begin : end) = middle;
  }
  return begin;
}

std::optional<RankedList> RankedFile::find(std::string_view term) const {
  // A term that does not belong into the block found shows that one of the blocks that were passed
  // is damaged.
  if (header_->dictionary_blocks == 0) return std::nullopt;
  const std::uint64_t number = block_of(term);
  BlockReader reader(*this, number);
  for (bool first = true; reader.next(); first = false) {
    if (reader.term() == term) return reader.list();
    if (reader.term() < term) continue;
    if (first && number != 0) throw_damaged(kDictionaryDamaged);
    return std::nullopt;
  }
  if (number + 1 == header_->dictionary_blocks) return std::nullopt;
  BlockReader behind(*this, number + 1);
  if (!behind.next() || behind.term() <= term) throw_damaged(kDictionaryDamaged);
  return std::nullopt;
}

void RankedFile::visit(std::string_view prefix, const Visit& visit) const {
  if (header_->dictionary_blocks == 0) return;
  const std::uint64_t begin = block_of(prefix);
  for (std::uint64_t i = begin; i < header_->dictionary_blocks; ++i) {
    BlockReader reader(*this, i);
    for (bool first = true; reader.next(); first = false) {
      const std::string& term = reader.term();
      // As in find().
      const bool before = term <= prefix;
      if (first && (i == begin ? i != 0 && !before : before)) throw_damaged(kDictionaryDamaged);
      if (term < prefix) continue;
      if (!term.starts_with(prefix) || !visit(term, reader.list())) return;
    }
  }
}

}  // namespace pullquote
