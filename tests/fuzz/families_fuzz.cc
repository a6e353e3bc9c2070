// SPDX-License-Identifier: GPL-3.0-or-later
/// Any bytes as a file of quote families: refused, or read without leaving them.
#include <cstdint>
#include <cstring>
#include <vector>

#include "pullquote/error.h"
#include "schema/store/families.h"

namespace {

template <class Read>
void ignoring_corruption(Read read) {
  try {
    read();
  } catch (const pullquote::IndexCorrupt&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> aligned(size / 8 + 1);
  std::memcpy(aligned.data(), data, size);
  const auto view =
      pullquote::FamiliesView::over({reinterpret_cast<const char*>(aligned.data()), size});
  if (!view) return 0;
  (void)view->intact();
  for (std::uint32_t family = 0; family < view->families(); ++family) {
    ignoring_corruption([&] { (void)view->family(family); });
    ignoring_corruption([&] {
      for (const std::uint32_t member : view->members(family)) {
        if (member >= view->quotes()) (void)view->echo(member - view->quotes());
      }
    });
  }
  for (const std::uint32_t article : view->quote_article()) {
    ignoring_corruption([&] { (void)view->outlet(view->outlet_of_article(article)); });
  }
  for (std::uint32_t i = 0; i < view->speakers(); ++i) {
    ignoring_corruption([&] { (void)view->speaker(i); });
  }
  for (std::uint32_t i = 0; i < view->outlets(); ++i) {
    ignoring_corruption([&] { (void)view->outlet(i); });
  }
  return 0;
}
