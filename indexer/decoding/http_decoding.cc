// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/decoding/http_decoding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace pullquote {
namespace {

constexpr std::size_t kBlockBytes = 1 << 16;
constexpr std::size_t kNone = std::string_view::npos;

/// Length of the chunk whose size line begins `rest`, and of that line; empty when it is none.
struct ChunkSize {
  std::size_t line = 0;
  std::uint64_t chunk = 0;
};
std::optional<ChunkSize> read_chunk_size(std::string_view rest) {
  const std::size_t end = rest.substr(0, 1024).find('\n');
  if (end == kNone) return std::nullopt;
  std::string_view line = rest.substr(0, end);
  line = line.substr(0, line.find(';'));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  ChunkSize size{end + 1, 0};
  const auto [last, error] =
      std::from_chars(line.data(), line.data() + line.size(), size.chunk, 16);
  if (line.empty() || error != std::errc() || last != line.data() + line.size()) {
    return std::nullopt;
  }
  return size;
}

enum class Inflation : std::uint8_t { Done, TooMuch, NotCompressed };

/// @param window_bits  as zlib has them: 15+32 zlib or gzip, -15 raw deflate.
Inflation inflate_body(std::string_view body, int window_bits, std::uint64_t limit,
                       std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return Inflation::NotCompressed;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::vector<char> block(kBlockBytes);
  for (int status = Z_OK; status == Z_OK;) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(block.data(), block.size() - stream.avail_out);
    if (out.size() > limit) return Inflation::TooMuch;
    if (status == Z_STREAM_END && stream.avail_in > 0 && window_bits > 15) {
      // Another gzip member may follow; anything else is padding.
      if (inflateReset(&stream) != Z_OK || stream.next_in[0] != 0x1F) break;
      status = Z_OK;
    }
  }
  return out.empty() && !body.empty() ? Inflation::NotCompressed : Inflation::Done;
}

Inflation unbrotli(std::string_view body, std::uint64_t limit, std::string& out) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return Inflation::NotCompressed;
  std::size_t available = body.size();
  auto next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::vector<std::uint8_t> block(kBlockBytes);
  for (BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
       result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;) {
    std::uint8_t* target = block.data();
    std::size_t room = block.size();
    result = BrotliDecoderDecompressStream(state.get(), &available, &next, &room, &target, nullptr);
    out.append(reinterpret_cast<const char*>(block.data()), block.size() - room);
    if (out.size() > limit) return Inflation::TooMuch;
    // A page that was stored decoded is no brotli stream, though its first bytes may seem to be.
    if (result == BROTLI_DECODER_RESULT_ERROR) return Inflation::NotCompressed;
  }
  return out.empty() && !body.empty() ? Inflation::NotCompressed : Inflation::Done;
}

Inflation decode(std::string_view coding, std::string_view body, std::uint64_t limit,
                 std::string& out) {
  if (coding == "br") return unbrotli(body, limit, out);
  if (coding == "gzip" || coding == "x-gzip") {
    if (!body.starts_with("\x1F\x8B")) return Inflation::NotCompressed;
    return inflate_body(body, 15 + 32, limit, out);
  }
  // "deflate" means zlib; some servers send it raw.
  const Inflation wrapped = inflate_body(body, 15, limit, out);
  if (wrapped != Inflation::NotCompressed) return wrapped;
  out.clear();
  return inflate_body(body, -15, limit, out);
}

}  // namespace

std::string join_chunks(std::string_view body) {
  std::string joined;
  std::string_view rest = body;
  for (;;) {
    const auto size = read_chunk_size(rest);
    if (!size) {
      joined += rest;
      return joined;
    }
    rest.remove_prefix(size->line);
    if (size->chunk == 0) return joined;
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(size->chunk, rest.size()));
    joined += rest.substr(0, length);
    rest.remove_prefix(length);
    if (rest.starts_with("\r\n")) {
      rest.remove_prefix(2);
    } else if (rest.starts_with('\n')) {
      rest.remove_prefix(1);
    }
    if (rest.empty()) return joined;
  }
}

std::string decompress_body(std::string_view encodings, std::uint64_t limit, std::string& body) {
  std::vector<std::string_view> codings;
  while (!encodings.empty()) {
    const std::size_t comma = std::min(encodings.find(','), encodings.size());
    std::string_view coding = encodings.substr(0, comma);
    encodings.remove_prefix(std::min(comma + 1, encodings.size()));
    while (coding.starts_with(' ')) coding.remove_prefix(1);
    while (coding.ends_with(' ')) coding.remove_suffix(1);
    if (!coding.empty() && coding != "identity") codings.push_back(coding);
  }
  constexpr std::array<std::string_view, 4> kKnown{"gzip", "x-gzip", "deflate", "br"};
  // The last one was applied last, and is undone first.
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    if (std::find(kKnown.begin(), kKnown.end(), *coding) == kKnown.end()) {
      return "unknown content coding";
    }
    std::string out;
    const Inflation inflation = decode(*coding, body, limit, out);
    if (inflation == Inflation::TooMuch) return "expands too much";
    if (inflation == Inflation::Done) body = std::move(out);
  }
  return {};
}

}  // namespace pullquote
