// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs a fuzz target over seeds, without a fuzzer: usage: fuzz_NAME CORPUS_FOLDER. Every prefix at
/// a power of two is run too, because truncated input is what parsers meet most.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::uint8_t> read_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The target gets a buffer of exactly its size, so that AddressSanitizer sees any byte read
/// beyond.
void run_one(const std::vector<std::uint8_t>& bytes, std::size_t size) {
  const std::vector<std::uint8_t> exact(bytes.begin(),
                                        bytes.begin() + static_cast<std::ptrdiff_t>(size));
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> seeds;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) seeds.push_back(entry.path());
    }
  }
  std::sort(seeds.begin(), seeds.end());
  if (seeds.empty()) {
    std::fputs("no seeds found\n", stderr);
    return 1;
  }
  for (const auto& seed : seeds) {
    std::printf("%s\n", seed.c_str());
    std::fflush(stdout);  // names the culprit if the next line is a crash
    const std::vector<std::uint8_t> bytes = read_bytes(seed);
    for (std::size_t size = 1; size < bytes.size(); size *= 2) run_one(bytes, size);
    run_one(bytes, bytes.size());
  }
  std::printf("%zu seeds\n", seeds.size());
}
