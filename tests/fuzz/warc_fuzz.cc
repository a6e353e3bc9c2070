// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes are a web archive, or none.
#include "tests/fuzz/read_everything.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return pullquote::fuzz::read_everything(data, size, pullquote::InputFormat::Warc);
}
