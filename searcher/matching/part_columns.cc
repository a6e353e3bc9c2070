// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matching/part_columns.h"

#include <xapian.h>
#include <algorithm>

#include "pullquote/error.h"
#include "pullquote/field.h"
#include "schema/store/index_damage.h"
#include "schema/store/layout.h"
#include "schema/store/xapian_errors.h"

namespace pullquote {

namespace {

Columns columns_from_slots(const std::filesystem::path& articles, std::uint64_t article_count) {
  Columns columns;
  columns.published.assign(article_count, kUnknownTime);
  columns.lengths.resize(article_count);
  with_pullquote_errors([&] {
    const Xapian::Database database(articles.string());
    const auto visit = [&](ValueSlot slot, auto&& take) {
      const auto number = static_cast<Xapian::valueno>(slot);
      for (auto value = database.valuestream_begin(number);
           value != database.valuestream_end(number); ++value) {
        if (value.get_docid() <= article_count) take(value.get_docid() - 1, *value);
      }
    };
    visit(ValueSlot::Published, [&](std::size_t row, const std::string& value) {
      columns.published[row] = static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
    });
    visit(ValueSlot::Lengths, [&](std::size_t row, const std::string& value) {
      columns.lengths[row] = decode_lengths(value);
    });
  });
  return columns;
}

}  // namespace

PartColumns::PartColumns(const std::filesystem::path& articles, std::uint64_t article_count) {
  const std::filesystem::path file = articles.parent_path() / kColumnsName;
  if (article_count >= kNoMoreDocs) {
    throw_index_corrupt(articles.string() + ": the manifest claims too many articles for one part");
  }
  size_ = static_cast<DocId>(article_count);
  if (!std::filesystem::exists(file)) {
    columns_ = columns_from_slots(articles, article_count);
    return;
  }
  map(file, article_count);
}

std::unique_ptr<const PartColumns> PartColumns::of_quotes(const std::filesystem::path& quotes,
                                                          std::uint64_t quote_count) {
  if (quote_count >= kNoMoreDocs) {
    throw_index_corrupt(quotes.string() + ": the manifest claims too many quotes for one part");
  }
  std::unique_ptr<PartColumns> columns(new PartColumns());
  columns->size_ = static_cast<DocId>(quote_count);
  columns->map(quotes.parent_path() / kQuoteColumnsName, quote_count);
  return columns;
}

void PartColumns::map(const std::filesystem::path& file, std::uint64_t count) {
  mapped_ = std::make_unique<const MappedColumns>(file);
  if (mapped_->size() == count) return;
  throw_index_corrupt(file.string() +
                      ": the columns have another number of rows than the manifest says");
}

PartColumns::PartColumns(Columns columns)
    : columns_(std::move(columns)), size_(static_cast<DocId>(columns_.published.size())) {}

DocRange PartColumns::published_in(std::int64_t from, std::int64_t until) const {
  // The unknown time is before any other and must not pass for an early one.
  return {first_before(until), first_before(std::max(from, kUnknownTime + 1))};
}

DocRange PartColumns::dated() const {
  return {1, first_before(kUnknownTime + 1)};
}

DocId PartColumns::first_before(std::int64_t time) const {
  DocId begin = 1;
  DocId end = size_ + 1;
  while (begin < end) {
    const DocId middle = begin + (end - begin) / 2;
    if (published(middle) < time) {
      end = middle;
    } else {
      begin = middle + 1;
    }
  }
  return begin;
}

}  // namespace pullquote
