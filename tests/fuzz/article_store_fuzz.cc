// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes as the table of stored articles, with whatever checksums they need to be believed:
/// refused, or read without leaving them. Input: number of the root, its level, number of articles
/// (a byte each), then the blocks, filled up with zeros.
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "pullquote/error.h"
#include "schema/store/article_blocks.h"
#include "schema/store/article_store.h"
#include "schema/store/block_checksum.h"
#include "schema/store/glass_block.h"
#include "schema/store/layout.h"
#include "schema/store/object_bytes.h"

namespace {

using namespace pullquote;

constexpr std::size_t kHeadBytes = 3;

void write(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string blocks_file(std::string_view head, std::string_view documents) {
  ArticleBlocksHeader header;
  header.root = static_cast<unsigned char>(head[0]);
  header.level = static_cast<unsigned char>(head[1]);
  header.article_count = static_cast<unsigned char>(head[2]);
  header.block_count = static_cast<std::uint32_t>(documents.size() / glass::kBlockBytes);
  header.checksum = block_checksum(bytes_of(header).substr(ArticleBlocksHeader::kUnsummed));
  std::string file(bytes_of(header));
  for (std::size_t at = 0; at < documents.size(); at += glass::kBlockBytes) {
    const std::uint32_t checksum = block_checksum(documents.substr(at, glass::kBlockBytes));
    file += bytes_of(checksum);
  }
  return file;
}

void read_each(const ArticleStore& store, std::uint32_t article_count) {
  const ArticleRecords records(store);
  for (std::uint32_t docid = 0; docid <= article_count + 1; ++docid) {
    try {
      (void)records.read(docid);
    } catch (const IndexCorrupt&) {
    }
  }
}

void read_all(const std::filesystem::path& part, std::uint32_t article_count) {
  try {
    const ArticleStore store(part, article_count);
    store.check_all();
    read_each(store, article_count);
  } catch (const IndexCorrupt&) {
  }
  try {
    read_each(ArticleStore::without_blocks(part, article_count), article_count);
  } catch (const IndexCorrupt&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size <= kHeadBytes) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view head = bytes.substr(0, kHeadBytes);
  std::string documents(bytes.substr(kHeadBytes));
  documents.resize((documents.size() + glass::kBlockBytes - 1) / glass::kBlockBytes *
                   glass::kBlockBytes);
  const std::filesystem::path part = std::filesystem::temp_directory_path() /
                                     ("pullquote-fuzz-articles-" + std::to_string(getpid()));
  std::filesystem::create_directories(part / kArticlesName);
  write(part / kArticlesName / "docdata.glass", documents);
  write(part / kArticleBlocksName, blocks_file(head, documents));
  read_all(part, static_cast<unsigned char>(head[2]));
  std::error_code ignored;
  std::filesystem::remove_all(part, ignored);
  return 0;
}
