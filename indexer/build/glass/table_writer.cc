// SPDX-License-Identifier: GPL-3.0-or-later
/// The layout of blocks is that of schema/store/glass_block.h, from Xapian's glass_table.
#include "indexer/build/glass/table_writer.h"

#include <fmt/format.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <optional>
#include <utility>

#include "indexer/build/glass/encoding.h"
#include "pullquote/error.h"
#include "schema/io/descriptor.h"
#include "schema/io/filesystem.h"
#include "schema/io/output_file.h"
#include "schema/io/write_failure.h"
#include "schema/store/block_checksum.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kItemsPerBlock = 4;  ///< a block always has room for so many
constexpr std::size_t kMaxItemBytes =
    std::min<std::size_t>((kBlockBytes - kHeaderBytes - 2 * kItemsPerBlock) / kItemsPerBlock, 8194);
/// Bytes beyond a second item's overhead that are worth dividing a tag for.
constexpr std::size_t kWorthDividing = 29;
constexpr std::uint32_t kRevision = 1;
constexpr std::size_t kWriteBufferBytes = std::size_t{1} << 20;
constexpr std::size_t kCopyBytes = std::size_t{64} << 20;

/// A block being filled: directory from the front, items from the back.
class BlockBuilder {
 public:
  BlockBuilder() { clear(); }

  void clear() {
    bytes_.assign(kBlockBytes, 0);
    directory_end_ = kHeaderBytes;
    items_start_ = kBlockBytes;
  }
  bool empty() const { return directory_end_ == kHeaderBytes; }
  std::size_t room() const { return items_start_ - directory_end_; }

  /// Space for an item of `size` bytes, which has to fit together with its directory entry.
  unsigned char* allocate(std::size_t size) {
    assert(room() >= size + 2);
    items_start_ -= size;
    put16(&bytes_[directory_end_], items_start_);
    directory_end_ += 2;
    return &bytes_[items_start_];
  }

  const std::vector<unsigned char>& seal(unsigned level) {
    put32(bytes_.data(), kRevision);
    bytes_[kLevelOffset] = static_cast<unsigned char>(level);
    put16(&bytes_[5], room());
    put16(&bytes_[7], room());
    put16(&bytes_[kDirectoryEndOffset], directory_end_);
    return bytes_;
  }

 private:
  std::vector<unsigned char> bytes_;
  std::size_t directory_end_ = 0;
  std::size_t items_start_ = 0;
};

/// An output file with a large buffer.
class BlockFile {
 public:
  explicit BlockFile(std::filesystem::path path) : file_(std::move(path)) {
    buffer_.reserve(kWriteBufferBytes);
  }

  const std::filesystem::path& path() const { return file_.path(); }

  void write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > kWriteBufferBytes) flush();
    buffer_ += bytes;
  }

  void flush() {
    file_.write(buffer_);
    buffer_.clear();
  }

  void close() {
    flush();
    file_.close();
  }

  /// Appends another file's bytes and removes it.
  void take_over(const std::filesystem::path& other) {
    const Descriptor from(other);
    if (from.get() < 0) fail("read back the run at");
    flush();
    while (copy_piece(from.get()) > 0) {
    }
    real_filesystem().remove_tree(other);
  }

 private:
  /// Appends a piece of another file without bringing it here, where the system can do that;
  /// returns its size, 0 at the end.
  std::size_t copy_piece(int from) {
    ssize_t copied = uninterrupted([&] {
      return ::copy_file_range(from, nullptr, file_.descriptor(), nullptr, kCopyBytes, 0);
    });
    if (copied < 0 &&
        (errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)) {
      copied = read_piece(from);
    }
    if (copied >= 0) return static_cast<std::size_t>(copied);
    fail("append a run to");
  }

  ssize_t read_piece(int from) {
    std::string piece(kWriteBufferBytes, '\0');
    const ssize_t got = uninterrupted([&] { return ::read(from, piece.data(), piece.size()); });
    if (got <= 0) return got;
    file_.write(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    return got;
  }

  [[noreturn]] void fail(std::string_view operation) const {
    throw_write_failed(operation, path());
  }

  OutputFile file_;
  std::string buffer_;
};

/// Raw deflate, as glass reads it. libdeflate works on whole tags and is about twice as fast as
/// zlib for somewhat fewer bytes.
class Deflater {
 public:
  explicit Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
    if (!compressor_) throw WriteFailed("cannot start compression: out of memory");
  }

  /// The compressed bytes, valid until the next call; empty when they would not be smaller.
  std::string_view compress(std::string_view tag) {
    if (buffer_.size() < tag.size()) buffer_.resize(tag.size() * 2);
    const std::size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                         buffer_.data(), tag.size() - 1);
    return {buffer_.data(), size};
  }

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const {
      libdeflate_free_compressor(compressor);
    }
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string buffer_;
};

std::string serialised_root(std::uint32_t root, std::size_t level, bool fake, std::uint64_t entries,
                            std::uint32_t compress_above, std::string_view free_list) {
  std::string out;
  append_uint(out, root);
  append_uint(out, level << 2 | 2u | (fake ? 1u : 0u));  // 2: written in key order
  append_uint(out, entries);
  append_uint(out, kBlockBytes >> 11);
  append_uint(out, compress_above);
  append_string(out, free_list);
  return out;
}

}  // namespace

struct TableWriter::Impl {
  BlockFile file;
  TableOptions options;
  std::optional<Deflater> deflater;
  BlockBuilder leaf;
  bool separator_pending;  ///< the next item opens this leaf and has no predecessor in this run
  Separator separator;
  std::string last_key;
  std::vector<Separator> separators;
  std::vector<std::uint32_t> checksums;  ///< by block, where they are asked for
  std::uint32_t leaf_count = 0;
  std::uint64_t entry_count = 0;

  Impl(std::filesystem::path path, TableOptions table_options, Start start)
      : file(std::move(path)), options(table_options), separator_pending(start == Start::LaterRun) {
    if (options.compress_above != 0 && options.compression_level != 0) {
      deflater.emplace(options.compression_level);
    }
    if (start == Start::Table) {
      unsigned char* empty = leaf.allocate(3);
      empty[0] = kLastComponent | kFirstComponent;
      empty[1] = empty[2] = 0;
    }
  }

  void write_block(BlockBuilder& block, unsigned level) {
    const std::vector<unsigned char>& bytes = block.seal(level);
    const std::string_view written(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    file.write(written);
    if (options.checksums) checksums.push_back(block_checksum(written));
  }

  void end_leaf() {
    if (leaf.empty()) return;
    write_block(leaf, 0);
    leaf.clear();
    separators.push_back(std::move(separator));
    separator = {};
    ++leaf_count;
  }

  /// The shortest key that is above `last_key` and not above `key`.
  void separate(std::string_view key, std::uint16_t component) {
    const std::size_t shorter = std::min(key.size(), last_key.size());
    std::size_t shared = 0;
    while (shared < shorter && key[shared] == last_key[shared]) ++shared;
    separator = {std::string(key.substr(0, std::min(shared + 1, key.size()))), component};
  }

  void add_item(std::string_view key, std::uint16_t component, unsigned char flags,
                std::string_view bytes) {
    const std::size_t head = key.size() + 3 + (component > 1 ? 2 : 0);
    const std::size_t size = head + bytes.size();
    if (leaf.room() < size + 2) {
      end_leaf();
      separate(key, component);
    } else if (separator_pending) {
      separator = {std::string(key), component};
    }
    separator_pending = false;
    unsigned char* item = leaf.allocate(size);
    put16(item, size - kItemLengthLess);
    item[0] = static_cast<unsigned char>(item[0] | flags | (component == 1 ? kFirstComponent : 0));
    item[2] = static_cast<unsigned char>(key.size());
    std::copy(key.begin(), key.end(), item + 3);
    if (component > 1) put16(item + 3 + key.size(), component);
    std::copy(bytes.begin(), bytes.end(), item + head);
    last_key.assign(key);
  }

  /// Divides a tag over several items where it is too long for one, or for the room left in the
  /// block. Xapian divides long ones only, which leaves half a record free in every block: 4 % of
  /// a table of records of some 500 bytes.
  void add_tag(std::string_view key, std::string_view tag, unsigned char flags) {
    const std::size_t head = key.size() + 5;
    const std::size_t part = kMaxItemBytes - head;
    const std::size_t first = first_part(tag.size(), head, part);
    if (first >= tag.size()) {
      add_item(key, 1, flags | kLastComponent, tag);
      return;
    }
    add_item(key, 1, flags, tag.substr(0, first));
    std::uint16_t component = 2;
    for (std::size_t done = first; done < tag.size(); ++component) {
      const std::string_view piece = tag.substr(done, part);
      done += piece.size();
      const bool last = done == tag.size();
      add_item(key, component, static_cast<unsigned char>(flags | (last ? kLastComponent : 0)),
               piece);
    }
  }

  /// Bytes of a tag that its first item takes; at least `size` when it isn't divided. The first
  /// item has no component number, so that it has two bytes more for the tag.
  std::size_t first_part(std::size_t size, std::size_t head, std::size_t part) const {
    const bool one_item = size <= part + 2;
    if (one_item && head + size <= leaf.room()) return size;
    // An item and its entry in the directory. A long tag may fill several before the block's end.
    const std::size_t spare = one_item ? leaf.room() : leaf.room() % (kMaxItemBytes + 2);
    if (spare < 2 + head) return part + 2;
    const std::size_t fits = spare - (2 + head);
    // Filling the room takes no more items than leaving it, or it is worth one.
    const std::size_t last = (size - 2) % part;
    const bool costs_none = !one_item && last != 0 && fits >= last;
    return costs_none || fits >= head + kWorthDividing ? fits + 2 : part + 2;
  }

  /// Writes branch levels over the leaves until one block remains; returns {its number, its level,
  /// blocks in all}.
  struct Root {
    std::uint32_t block;
    std::uint32_t level;
    std::uint32_t block_count;
  };
  Root write_branches() {
    std::vector<Separator> children = std::move(separators);
    std::vector<std::uint32_t> numbers(children.size());
    for (std::uint32_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
    std::uint32_t next_block = leaf_count;
    unsigned level = 0;
    while (numbers.size() > 1) {
      ++level;
      std::vector<Separator> parents;
      std::vector<std::uint32_t> parent_numbers;
      for (std::size_t child = 0; child < numbers.size();) {
        parents.push_back(children[child]);
        parent_numbers.push_back(next_block++);
        child = write_branch(children, numbers, child, level);
      }
      children = std::move(parents);
      numbers = std::move(parent_numbers);
    }
    return {numbers.front(), level, next_block};
  }

  /// One branch block over children from `child` on; returns the first child that didn't fit.
  std::size_t write_branch(const std::vector<Separator>& children,
                           const std::vector<std::uint32_t>& numbers, std::size_t child,
                           unsigned level) {
    BlockBuilder block;
    for (bool first = true; child < numbers.size(); ++child, first = false) {
      const std::string_view key =
          first ? std::string_view{} : std::string_view{children[child].key};
      const std::size_t size = 4 + 1 + key.size() + 2;
      if (block.room() < size + 2) break;
      unsigned char* item = block.allocate(size);
      put32(item, numbers[child]);
      item[4] = static_cast<unsigned char>(key.size());
      std::copy(key.begin(), key.end(), item + 5);
      put16(item + 5 + key.size(), first ? 0 : children[child].component);
    }
    write_block(block, level);
    return child;
  }
};

TableWriter::TableWriter(std::filesystem::path file, TableOptions options, Start start)
    : impl_(std::make_unique<Impl>(std::move(file), options, start)) {}

TableWriter::~TableWriter() = default;

void TableWriter::add(std::string_view key, std::string_view tag) {
  assert(!key.empty() && key.size() <= 252);
  ++impl_->entry_count;
  if (impl_->deflater && tag.size() > impl_->options.compress_above) {
    const std::string_view compressed = impl_->deflater->compress(tag);
    if (!compressed.empty()) {
      impl_->add_tag(key, compressed, kCompressed);
      return;
    }
  }
  impl_->add_tag(key, tag, 0);
}

void TableWriter::append(LeafRun&& run) {
  impl_->end_leaf();
  if (run.leaf_count > 0) {
    impl_->file.take_over(run.file);
    impl_->leaf_count += run.leaf_count;
    impl_->entry_count += run.entry_count;
    std::move(run.separators.begin(), run.separators.end(), std::back_inserter(impl_->separators));
    impl_->checksums.insert(impl_->checksums.end(), run.checksums.begin(), run.checksums.end());
  } else {
    real_filesystem().remove_tree(run.file);
  }
}

LeafRun TableWriter::finish_run() {
  impl_->end_leaf();
  impl_->file.close();
  return {impl_->file.path(), impl_->leaf_count, impl_->entry_count, std::move(impl_->separators),
          std::move(impl_->checksums)};
}

TableTree TableWriter::finish() {
  impl_->end_leaf();
  const Impl::Root root = impl_->write_branches();
  impl_->file.close();
  std::string free_list;  // no free blocks: revision, first unused block, and two empty positions
  append_uint(free_list, kRevision);
  append_uint(free_list, root.block_count);
  free_list.append(4, '\0');
  return {serialised_root(root.block, root.level, false, impl_->entry_count,
                          impl_->options.compress_above, free_list),
          root.block, root.level, std::move(impl_->checksums)};
}

std::uint64_t TableWriter::entry_count() const {
  return impl_->entry_count;
}

TableTree empty_table(const TableOptions& options) {
  return {serialised_root(0, 0, true, 0, options.compress_above, {}), 0, 0, {}};
}

}  // namespace pullquote::glass
