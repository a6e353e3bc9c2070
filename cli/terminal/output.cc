// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "pullquote/error.h"
#include "schema/io/descriptor.h"

namespace pullquote::cli {

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type character) {
  write_out();
  if (traits_type::eq_int_type(character, traits_type::eof()))
    return traits_type::not_eof(character);
  return sputc(traits_type::to_char_type(character));
}

int DescriptorBuffer::sync() {
  write_out();
  return 0;
}

void DescriptorBuffer::write_out() {
  const char* next = pbase();
  const char* const end = pptr();
  setp(buffer_.data(),
       buffer_.data() + buffer_.size());  // nothing is written twice, even on failure
  while (next < end) {
    const ssize_t written = uninterrupted(
        [&] { return ::write(descriptor_, next, static_cast<std::size_t>(end - next)); });
    if (written >= 0) {
      next += written;
    } else if (errno == EPIPE) {
      throw ClosedPipe();
    } else {
      throw WriteFailed(std::string("cannot write the output: ") + std::strerror(errno));
    }
  }
}

}  // namespace pullquote::cli
