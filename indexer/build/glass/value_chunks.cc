// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/value_chunks.h"

#include <algorithm>

#include "indexer/build/glass/encoding.h"
#include "schema/store/doc_id.h"

namespace pullquote::glass {
namespace {

constexpr std::size_t kChunkBytes = 2000;

}  // namespace

void ValueChunks::close_chunk(Slot& slot) {
  if (slot.open.empty()) return;
  slot.closed.emplace_back(slot.first_docid, std::move(slot.open));
  slot.open.clear();
}

void ValueChunks::add(std::uint32_t slot_number, DocId docid, std::string_view value) {
  Slot& slot = slots_[slot_number];
  if (slot.frequency == 0 || value < slot.lowest) slot.lowest = value;
  if (slot.frequency == 0 || value > slot.highest) slot.highest = value;
  ++slot.frequency;
  if (slot.open.empty()) {
    slot.first_docid = docid;
  } else {
    append_uint(slot.open, docid - slot.last_docid - 1);
  }
  append_string(slot.open, value);
  slot.last_docid = docid;
  if (slot.open.size() >= kChunkBytes) close_chunk(slot);
}

void ValueChunks::finish() {
  for (auto& [number, slot] : slots_) close_chunk(slot);
}

void ValueChunks::write(const std::vector<const ValueChunks*>& runs, TableWriter& table) {
  std::map<std::uint32_t, Slot> totals;
  for (const ValueChunks* run : runs) {
    for (const auto& [number, slot] : run->slots_) {
      Slot& total = totals[number];
      if (total.frequency == 0 || slot.lowest < total.lowest) total.lowest = slot.lowest;
      if (total.frequency == 0 || slot.highest > total.highest) total.highest = slot.highest;
      total.frequency += slot.frequency;
    }
  }
  std::string key;
  std::string tag;
  for (const auto& [number, total] : totals) {
    key.assign("\0\xd0", 2);
    if (number != 0) key.push_back(static_cast<char>(number));
    tag.clear();
    append_uint(tag, total.frequency);
    append_string(tag, total.lowest);
    if (total.highest != total.lowest) tag += total.highest;
    table.add(key, tag);
  }
  for (const auto& [number, total] : totals) {
    for (const ValueChunks* run : runs) {
      const auto slot = run->slots_.find(number);
      if (slot == run->slots_.end()) continue;
      for (const auto& [first_docid, bytes] : slot->second.closed) {
        key.assign("\0\xd8", 2);
        append_uint(key, number);
        append_sortable_uint(key, first_docid);
        table.add(key, bytes);
      }
    }
  }
}

}  // namespace pullquote::glass
