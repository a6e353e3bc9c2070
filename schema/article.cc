// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/article.h"

namespace pullquote {

std::vector<std::string_view> paragraphs_of(std::string_view body) {
  std::vector<std::string_view> paragraphs;
  std::size_t start = 0;
  while (start < body.size()) {
    const std::size_t gap = body.find("\n\n", start);
    const std::size_t end = gap == std::string_view::npos ? body.size() : gap;
    if (end > start) paragraphs.push_back(body.substr(start, end - start));
    start = end + 2;
  }
  return paragraphs;
}

}  // namespace pullquote
