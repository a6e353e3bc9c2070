// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/position_source.h"

#include "schema/ranked/list_cursor.h"

namespace pullquote {

namespace {

class RankedPositionSource final : public PositionSource {
 public:
  explicit RankedPositionSource(const RankedList& list)
      : cursor_(list, ListCursor::Start::Before) {}

  void read(DocId docid, std::vector<std::uint32_t>& positions) override {
    positions.clear();
    cursor_.seek(docid);
    if (cursor_.docid() == docid) cursor_.read_positions(positions);
  }

 private:
  ListCursor cursor_;
};

class XapianPositionSource final : public PositionSource {
 public:
  XapianPositionSource(const PartReader& part, const std::string& term)
      : part_(part), term_(term) {}

  void read(DocId docid, std::vector<std::uint32_t>& positions) override {
    part_.read_positions(docid, term_, positions);
  }

 private:
  const PartReader& part_;
  std::string term_;
};

class NoPositions final : public PositionSource {
 public:
  void read(DocId, std::vector<std::uint32_t>& positions) override { positions.clear(); }
};

}  // namespace

std::unique_ptr<PositionSource> open_positions(const PartReader& part, const std::string& term) {
  if (part.ranked() == nullptr) return std::make_unique<XapianPositionSource>(part, term);
  const auto list = part.ranked()->find(term);
  if (!list) return std::make_unique<NoPositions>();
  return std::make_unique<RankedPositionSource>(*list);
}

}  // namespace pullquote
