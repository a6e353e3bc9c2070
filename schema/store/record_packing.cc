// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/record_packing.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

#include "schema/store/checksum.h"
#include "schema/store/object_bytes.h"

namespace pullquote {
namespace {

constexpr char kPacked = 2;

/// Where the gain levels off, and what zstd's own tool makes.
constexpr std::size_t kDictionaryBytes = 112'640;

/// What every frame begins with (RFC 8878, 3.1.1), little-endian.
constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

/// A frame is made of blocks of at least four bytes and at most 128 KiB of content.
std::size_t most_content(std::size_t frame_bytes) {
  return std::min((frame_bytes / 4 + 1) << 17, kMostRecordBytes);
}

}  // namespace

void DictionarySample::add(std::string_view record) {
  bytes_ += record;
  sizes_.push_back(record.size());
}

std::string DictionarySample::train() const {
  std::string dictionary(kDictionaryBytes, '\0');
  const std::size_t size =
      ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), bytes_.data(), sizes_.data(),
                            static_cast<unsigned>(sizes_.size()));
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

std::string encode_dictionary(std::string_view dictionary) {
  const std::uint32_t checksum = crc32_of(dictionary);
  return std::string(bytes_of(checksum)) + std::string(dictionary);
}

RecordPacker::RecordPacker(std::string_view dictionary, int level) {
  if (level == 0) return;
  context_.reset(ZSTD_createCCtx());
  if (!context_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0);
  // Copied and digested once, for all records.
  const std::size_t loaded =
      ZSTD_CCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
  if (ZSTD_isError(loaded) != 0) throw std::bad_alloc();  // nothing else can go wrong
}

void RecordPacker::pack(std::string& record) {
  if (!context_ || record.size() > kMostRecordBytes) return;
  packed_.resize(ZSTD_compressBound(record.size()));
  const std::size_t size =
      ZSTD_compress2(context_.get(), packed_.data(), packed_.size(), record.data(), record.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // nothing else can go wrong
  if (size - kMagic.size() + 1 >= record.size()) return;
  record.assign(1, kPacked);
  record.append(packed_, kMagic.size(), size - kMagic.size());
}

void RecordPacker::Free::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

bool is_packed(std::string_view record) {
  return !record.empty() && record.front() == kPacked;
}

std::optional<RecordUnpacker> RecordUnpacker::with(std::string_view encoded) {
  if (encoded.size() < sizeof(std::uint32_t)) return std::nullopt;
  const std::string_view dictionary = encoded.substr(sizeof(std::uint32_t));
  const std::uint32_t checksum = crc32_of(dictionary);
  if (!encoded.starts_with(bytes_of(checksum))) return std::nullopt;
  std::unique_ptr<ZSTD_DCtx_s, Free> context(ZSTD_createDCtx());
  if (!context) throw std::bad_alloc();
  const std::size_t loaded =
      ZSTD_DCtx_loadDictionary(context.get(), dictionary.data(), dictionary.size());
  if (ZSTD_isError(loaded) != 0) return std::nullopt;
  return RecordUnpacker(std::move(context));
}

RecordUnpacker::RecordUnpacker(std::unique_ptr<ZSTD_DCtx_s, Free> context)
    : context_(std::move(context)) {}

std::optional<std::string> RecordUnpacker::unpack(std::string_view packed) {
  if (!is_packed(packed)) return std::nullopt;
  frame_ = kMagic;
  frame_ += packed.substr(1);
  // Unknown sizes and errors are larger than any that a frame could have.
  const unsigned long long size = ZSTD_getFrameContentSize(frame_.data(), frame_.size());
  if (size > most_content(frame_.size())) return std::nullopt;
  std::string record(size, '\0');
  const std::size_t done = ZSTD_decompressDCtx(context_.get(), record.data(), record.size(),
                                               frame_.data(), frame_.size());
  if (done != record.size()) return std::nullopt;  // errors, too, are larger than any size
  return record;
}

void RecordUnpacker::Free::operator()(ZSTD_DCtx_s* context) const {
  ZSTD_freeDCtx(context);
}

}  // namespace pullquote
