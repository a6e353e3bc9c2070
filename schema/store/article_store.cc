// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/article_store.h"

#include <atomic>
#include <compare>
#include <cstring>
#include <limits>
#include <mutex>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "schema/io/index_damage.h"
#include "schema/io/mapped_file.h"
#include "schema/store/article_blocks.h"
#include "schema/store/block_checksum.h"
#include "schema/store/doc_id.h"
#include "schema/store/glass_block.h"
#include "schema/store/layout.h"
#include "schema/store/record_packing.h"

namespace pullquote {
namespace {

using namespace glass;

/// A key and the component of its tag, in the order of a table.
struct Position {
  std::string_view key;
  std::uint32_t component = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct LeafItem {
  Position position;
  std::string_view part;  ///< of the tag
  bool last = false;
};

struct BranchItem {
  Position position;
  std::uint32_t block = 0;
};

/// A block whose checksum is right. Its numbers are bounds before they are offsets all the same:
/// who writes a checksum can err, and checksums can be forged.
class TableBlock {
 public:
  /// @param file  for errors; must outlive this.
  TableBlock(const std::filesystem::path& file, std::uint32_t number, const char* bytes,
             std::uint32_t level)
      : file_(&file), number_(number), bytes_(reinterpret_cast<const unsigned char*>(bytes)) {
    const std::size_t end = get16(bytes_ + kDirectoryEndOffset);
    if (bytes_[kLevelOffset] != level || end < kHeaderBytes || end > kBlockBytes) fail();
    items_ = (end - kHeaderBytes) / 2;
  }

  std::uint32_t number() const { return number_; }
  std::size_t items() const { return items_; }

  BranchItem branch_item(std::size_t index) const {
    const std::string_view item = from_offset_of(index, kBranchHead);
    const std::size_t key_bytes = byte(item, 4);
    if (item.size() < kBranchHead + key_bytes + 2) fail();
    const std::string_view key = item.substr(kBranchHead, key_bytes);
    return {{key, get16(data(item) + kBranchHead + key_bytes)}, get32(data(item))};
  }

  LeafItem leaf_item(std::size_t index) const {
    std::string_view item = from_offset_of(index, kLeafHead);
    const unsigned char flags = byte(item, 0);
    const std::size_t size = (get16(data(item)) & kItemLengthMask) + kItemLengthLess;
    const bool first = (flags & kFirstComponent) != 0;
    const std::size_t key_bytes = byte(item, 2);
    const std::size_t head = kLeafHead + key_bytes + (first ? 0 : 2);
    if (size > item.size() || head > size || (flags & kCompressed) != 0) fail();
    item = item.substr(0, size);
    const std::uint32_t component = first ? 1 : get16(data(item) + kLeafHead + key_bytes);
    return {{item.substr(kLeafHead, key_bytes), component},
            item.substr(head),
            (flags & kLastComponent) != 0};
  }

  /// The number of items whose position is not above another one; `at` reads the n-th item.
  template <class At>
  std::size_t items_up_to(const Position& position, At at) const {
    std::size_t begin = 0;
    std::size_t end = items_;
    while (begin < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      if (at(middle).position <= position) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  }

  [[noreturn]] void fail() const {
    throw_index_corrupt(file_->string() + ": block " + std::to_string(number_) + " is damaged");
  }

 private:
  static constexpr std::size_t kBranchHead = 5;  ///< block number and length of the key
  static constexpr std::size_t kLeafHead = 3;    ///< length of the item and of the key

  static const unsigned char* data(std::string_view item) {
    return reinterpret_cast<const unsigned char*>(item.data());
  }
  static unsigned char byte(std::string_view item, std::size_t at) {
    return static_cast<unsigned char>(item[at]);
  }

  /// From where an item begins to the end of the block: at least so many bytes.
  std::string_view from_offset_of(std::size_t index, std::size_t least) const {
    const std::size_t offset = get16(bytes_ + kHeaderBytes + 2 * index);
    if (offset > kBlockBytes - least) fail();
    return {reinterpret_cast<const char*>(bytes_) + offset, kBlockBytes - offset};
  }

  const std::filesystem::path* file_;
  std::uint32_t number_;
  const unsigned char* bytes_;
  std::size_t items_ = 0;
};

}  // namespace

struct ArticleStore::Impl {
  std::filesystem::path documents_path;
  std::filesystem::path blocks_path;
  std::filesystem::path dictionary_path;
  std::optional<MappedFile> blocks;  ///< absent: blocks are believed
  MappedFile documents;
  ArticleBlocksHeader header{};
  std::optional<MappedFile> dictionary_file;
  /// By block. A flag tells nothing but that the block has its checksum, and the block's bytes
  /// never change: so no order with other memory is needed, and two threads may both look.
  std::unique_ptr<std::atomic<bool>[]> sound;
  mutable std::once_flag dictionary_once;
  mutable std::optional<UnpackingDictionary> digested;

  explicit Impl(const std::filesystem::path& part)
      : documents_path(part / kArticlesName / kDocdataName),
        blocks_path(part / kArticleBlocksName),
        dictionary_path(part / kArticleDictionaryName),
        documents(documents_path, kIndexRemedy) {}

  void read_blocks(std::uint32_t article_count) {
    blocks.emplace(blocks_path);
    if (const auto fault = header_fault(article_count); !fault.empty()) {
      throw_derived_damaged(blocks_path, std::string(fault));
    }
    if (documents.bytes().size() != std::size_t{header.block_count} * kBlockBytes) {
      throw_index_corrupt(documents_path.string() + " has not as many blocks as were written");
    }
    if (header.dictionary_bytes > 0) dictionary_file.emplace(dictionary_path, kIndexRemedy);
    sound = std::make_unique<std::atomic<bool>[]>(header.block_count);
  }

  /// Fills the header from the files themselves.
  void derive_header(std::uint32_t article_count) {
    const std::size_t size = documents.bytes().size();
    constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
    if (size == 0 || size % kBlockBytes != 0 || size / kBlockBytes > kMost) {
      throw_index_corrupt(documents_path.string() + " has no whole number of blocks");
    }
    header.article_count = article_count;
    header.block_count = static_cast<std::uint32_t>(size / kBlockBytes);
    header.root = header.block_count - 1;
    header.level = static_cast<unsigned char>(bytes_of_block(header.root)[kLevelOffset]);
    std::error_code ignored;
    if (!std::filesystem::exists(dictionary_path, ignored)) return;
    const std::string_view dictionary =
        dictionary_file.emplace(dictionary_path, kIndexRemedy).bytes();
    header.dictionary_bytes = static_cast<std::uint32_t>(dictionary.size());
    header.dictionary_checksum = block_checksum(dictionary);
  }

  /// Reads the header; what is wrong with it, or nothing.
  std::string_view header_fault(std::uint32_t article_count) {
    const std::string_view file = blocks->bytes();
    if (file.size() < sizeof header) return "the file ends within its header";
    std::memcpy(&header, file.data(), sizeof header);
    if (header.magic != ArticleBlocksHeader::kMagic) return "this is no list of blocks";
    if (header.version != ArticleBlocksHeader::kVersion) return "the file has another version";
    const auto summed = file.substr(0, sizeof header).substr(ArticleBlocksHeader::kUnsummed);
    if (header.checksum != block_checksum(summed)) return "the header is damaged";
    if (file.size() != sizeof header + std::size_t{header.block_count} * sizeof(std::uint32_t)) {
      return "the file is not as long as its header says";
    }
    if (header.root >= header.block_count) return "the header contradicts itself";
    if (header.article_count != article_count) return "the file belongs to other articles";
    return {};
  }

  /// @param number  below the number of blocks.
  TableBlock block(std::uint32_t number, std::uint32_t level) const {
    check(number);
    return {documents_path, number, bytes_of_block(number), level};
  }

  const char* bytes_of_block(std::uint32_t number) const {
    return documents.bytes().data() + std::size_t{number} * kBlockBytes;
  }

  void check(std::uint32_t number) const {
    if (!blocks || sound[number].load(std::memory_order_relaxed)) return;
    std::uint32_t expected = 0;
    std::memcpy(&expected,
                blocks->bytes().data() + sizeof header + std::size_t{number} * sizeof expected,
                sizeof expected);
    if (block_checksum({bytes_of_block(number), kBlockBytes}) != expected) {
      throw_index_corrupt(documents_path.string() + ": block " + std::to_string(number) +
                          " is damaged, or its checksum in " + blocks_path.string() +
                          ", which 'pullquote reindex' mends");
    }
    sound[number].store(true, std::memory_order_relaxed);
  }

  const UnpackingDictionary& dictionary() const {
    std::call_once(dictionary_once, [this] { digest_dictionary(); });
    return *digested;
  }

  void digest_dictionary() const {
    const std::string_view bytes = dictionary_file ? dictionary_file->bytes() : std::string_view{};
    if (bytes.size() == header.dictionary_bytes &&
        (bytes.empty() || block_checksum(bytes) == header.dictionary_checksum)) {
      digested = UnpackingDictionary::over(bytes);
    }
    if (!digested) throw_index_corrupt(dictionary_path.string() + ": the dictionary is damaged");
  }

  /// The leaf that holds a position, if any does. Levels fall with each step, so it ends.
  TableBlock leaf_of(const Position& position) const {
    std::uint32_t number = header.root;
    for (std::uint32_t level = header.level; level > 0; --level) {
      const TableBlock branch = block(number, level);
      const std::size_t below =
          branch.items_up_to(position, [&](std::size_t item) { return branch.branch_item(item); });
      if (below == 0) branch.fail();
      number = branch.branch_item(below - 1).block;
      if (number >= header.block_count) branch.fail();
    }
    return block(number, 0);
  }

  /// The stored bytes of an article. The table is written once, in key order, and leaves come
  /// first: so the components of a tag that is divided follow in this leaf and in the next blocks.
  void read_tag(DocId docid, std::string& tag) const {
    std::string key;
    append_sortable_uint(key, docid);
    Position position{key};
    TableBlock leaf = leaf_of(position);
    std::size_t next =
        leaf.items_up_to(position, [&](std::size_t item) { return leaf.leaf_item(item); });
    if (next == 0) leaf.fail();
    LeafItem item = leaf.leaf_item(next - 1);
    for (tag.clear();; item = leaf.leaf_item(next++)) {
      if (item.position != position || item.part.size() > kMostRecordBytes - tag.size()) {
        leaf.fail();
      }
      tag += item.part;
      if (item.last) return;
      ++position.component;
      if (next < leaf.items()) continue;
      if (leaf.number() + 1 >= header.block_count) leaf.fail();
      leaf = block(leaf.number() + 1, 0);
      next = 0;
      if (leaf.items() == 0) leaf.fail();
    }
  }
};

ArticleStore::ArticleStore(const std::filesystem::path& part, std::uint32_t article_count)
    : impl_(std::make_unique<Impl>(part)) {
  impl_->read_blocks(article_count);
}

ArticleStore::ArticleStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

ArticleStore ArticleStore::without_blocks(const std::filesystem::path& part,
                                          std::uint32_t article_count) {
  auto impl = std::make_unique<Impl>(part);
  impl->derive_header(article_count);
  return ArticleStore(std::move(impl));
}

ArticleStore::~ArticleStore() = default;

void ArticleStore::check_all() const {
  for (std::uint32_t number = 0; number < impl_->header.block_count; ++number) {
    impl_->check(number);
  }
  (void)impl_->dictionary();
}

struct ArticleRecords::Impl {
  const ArticleStore::Impl& store;
  RecordUnpacker unpacker;
  std::string tag;
  std::string record;
};

ArticleRecords::ArticleRecords(const ArticleStore& store)
    : impl_(std::make_unique<Impl>(*store.impl_)) {}

ArticleRecords::~ArticleRecords() = default;
ArticleRecords::ArticleRecords(ArticleRecords&&) noexcept = default;
ArticleRecords& ArticleRecords::operator=(ArticleRecords&&) noexcept = default;

const std::string& ArticleRecords::read(DocId docid) const {
  const ArticleStore::Impl& store = impl_->store;
  if (docid == 0 || docid > store.header.article_count) {
    throw IndexCorrupt(store.documents_path.string() + " has no article " + std::to_string(docid) +
                       ", which a derived file names; " + kDerivedRemedy);
  }
  store.read_tag(docid, impl_->tag);
  if (!is_packed(impl_->tag)) return impl_->tag;
  if (auto record = impl_->unpacker.unpack(impl_->tag, store.dictionary())) {
    return impl_->record = std::move(*record);
  }
  throw_index_corrupt(store.documents_path.string() + ": the record of article " +
                      std::to_string(docid) + " cannot be unpacked");
}

}  // namespace pullquote
