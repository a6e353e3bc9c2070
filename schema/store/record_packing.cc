// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/record_packing.h"

// Tables that refer to a mapped dictionary instead of copying it, and a trainer with fixed
// parameters, have been in these parts of zstd's interface, unchanged, since 1.4 and longer.
#define ZSTD_STATIC_LINKING_ONLY
#define ZDICT_STATIC_LINKING_ONLY
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

/// A dictionary of twice the most packs 1 to 1.5 % better.
constexpr std::size_t kLeastDictionaryBytes = std::size_t{16} << 10;
constexpr std::size_t kMostDictionaryBytes = std::size_t{512} << 10;
/// Of what the records take when packed, a dictionary may add a thirtieth.
constexpr std::uint64_t kRecordBytesPerDictionaryByte = 100;

/// Segments of `k` bytes are chosen for the runs of `d` bytes that they share with others.
/// ZDICT_trainFromBuffer searches for the best `k`; that takes five times as long and packs worse
/// here, since it compares on a part of the samples.
constexpr unsigned kTrainingSegment = 200;
constexpr unsigned kTrainingRun = 8;
constexpr unsigned kTrainingTableLog = 20;
constexpr unsigned kTrainingAcceleration = 4;

/// What every frame begins with (RFC 8878, 3.1.1), little-endian.
constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

/// A frame is made of blocks of at least four bytes and at most 128 KiB of content.
std::size_t most_content(std::size_t frame_bytes) {
  return std::min((frame_bytes / 4 + 1) << 17, kMostRecordBytes);
}

}  // namespace

std::size_t dictionary_bytes_for(std::uint64_t record_bytes) {
  return std::clamp<std::size_t>(record_bytes / kRecordBytesPerDictionaryByte,
                                 kLeastDictionaryBytes, kMostDictionaryBytes);
}

void DictionarySample::add(std::string_view record) {
  bytes_ += record;
  sizes_.push_back(record.size());
}

std::string DictionarySample::train(std::size_t dictionary_bytes) const {
  ZDICT_fastCover_params_t parameters{};
  parameters.k = kTrainingSegment;
  parameters.d = kTrainingRun;
  parameters.f = kTrainingTableLog;
  parameters.accel = kTrainingAcceleration;
  parameters.zParams.compressionLevel = kUsualPackingLevel;
  std::string dictionary(dictionary_bytes, '\0');
  const std::size_t size = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), bytes_.data(), sizes_.data(),
      static_cast<unsigned>(sizes_.size()), parameters);
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

std::optional<std::string_view> decode_dictionary(std::string_view value) {
  if (value.size() < sizeof(std::uint32_t)) return std::nullopt;
  const std::string_view dictionary = value.substr(sizeof(std::uint32_t));
  const std::uint32_t checksum = crc32_of(dictionary);
  if (!value.starts_with(bytes_of(checksum))) return std::nullopt;
  return dictionary;
}

PackingDictionary::PackingDictionary(std::string_view dictionary, int level) {
  if (level == 0) return;
  tables_.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), level));
  if (!tables_) throw std::bad_alloc();
}

void PackingDictionary::Free::operator()(ZSTD_CDict_s* tables) const {
  ZSTD_freeCDict(tables);
}

RecordPacker::RecordPacker(const PackingDictionary& dictionary) {
  if (!dictionary.tables_) return;
  context_.reset(ZSTD_createCCtx());
  if (!context_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0);
  ZSTD_CCtx_refCDict(context_.get(), dictionary.tables_.get());  // with its level
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

std::optional<UnpackingDictionary> UnpackingDictionary::over(std::string_view dictionary) {
  UnpackingDictionary unpacking;
  if (dictionary.empty()) return unpacking;
  unpacking.tables_.reset(ZSTD_createDDict_byReference(dictionary.data(), dictionary.size()));
  if (!unpacking.tables_) return std::nullopt;
  return unpacking;
}

void UnpackingDictionary::Free::operator()(ZSTD_DDict_s* tables) const {
  ZSTD_freeDDict(tables);
}

RecordUnpacker::RecordUnpacker() : context_(ZSTD_createDCtx()) {
  if (!context_) throw std::bad_alloc();
}

std::optional<std::string> RecordUnpacker::unpack(std::string_view packed,
                                                  const UnpackingDictionary& dictionary) {
  if (!is_packed(packed)) return std::nullopt;
  frame_ = kMagic;
  frame_ += packed.substr(1);
  // Unknown sizes and errors are larger than any that a frame could have.
  const unsigned long long size = ZSTD_getFrameContentSize(frame_.data(), frame_.size());
  if (size > most_content(frame_.size())) return std::nullopt;
  std::string record(size, '\0');
  const std::size_t done =
      ZSTD_decompress_usingDDict(context_.get(), record.data(), record.size(), frame_.data(),
                                 frame_.size(), dictionary.tables_.get());
  if (done != record.size()) return std::nullopt;  // errors, too, are larger than any size
  return record;
}

void RecordUnpacker::Free::operator()(ZSTD_DCtx_s* context) const {
  ZSTD_freeDCtx(context);
}

}  // namespace pullquote
