// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/families.h"

#include <array>
#include <cassert>
#include <limits>
#include <span>
#include <utility>

namespace pullquote {
namespace {

enum Column : std::uint32_t {
  QuoteSpeaker,
  QuoteFamily,  ///< one more than its number; 0: none
  ArticleOutlet,
  FirstSeen,
  LastSeen,
  MemberBegin,
  Representative,
  OutletCount,
  ArticleCount,
  Flags,
  Members,
  EchoArticle,
  EchoStart,
  EchoSize,
  SpeakerBegin,
  OutletBegin,
  WordCount,
  SpeakerNames,
  OutletNames,
  kColumns
};

constexpr ColumnsKind kKind{
    .magic = "PQFAMILY", .version = 2, .columns = kColumns, .byte_columns = 2};

/// Rows of one kind: numbers of 32 bits count them, and kNoFamily is none.
constexpr std::uint64_t kMostRows = std::numeric_limits<std::uint32_t>::max() - 1;

/// Where each name begins in the row of all, and where the last ends.
std::vector<std::int64_t> begins_of(const std::vector<std::string>& names) {
  std::vector<std::int64_t> begins{0};
  for (const std::string& name : names) {
    begins.push_back(begins.back() + static_cast<std::int64_t>(name.size()));
  }
  return begins;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name;
  return text;
}

/// What a function makes of each row.
template <class Row, class NumberOf>
std::vector<std::uint32_t> numbers_of(const std::vector<Row>& rows, NumberOf number_of) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(rows.size());
  for (const Row& row : rows) numbers.push_back(number_of(row));
  return numbers;
}

}  // namespace

void encode_families(const FamilyTable& table,
                     const std::function<void(std::string_view bytes)>& write) {
  assert(table.member_begin.size() == table.representative.size() + 1);
  static_assert(kNoFamily + 1 == 0);
  PackedColumnsWriter writer(kKind);
  writer.add(table.quote_speaker);
  writer.add(numbers_of(table.quote_family, [](std::uint32_t family) { return family + 1; }));
  writer.add(table.article_outlet);
  writer.add(table.first_seen);
  writer.add(table.last_seen);
  writer.add(table.member_begin);
  writer.add(table.representative);
  writer.add(table.outlet_count);
  writer.add(table.article_count);
  writer.add(table.flags);
  writer.add(table.members);
  writer.add(numbers_of(table.echoes, [](const Echo& echo) { return echo.article; }));
  writer.add(numbers_of(table.echoes, [](const Echo& echo) { return echo.start; }));
  writer.add(numbers_of(table.echoes, [](const Echo& echo) { return echo.end - echo.start; }));
  writer.add(begins_of(table.speakers));
  writer.add(begins_of(table.outlets));
  writer.add(std::array{static_cast<std::int64_t>(table.word_count)});
  writer.add_bytes(joined(table.speakers));
  writer.add_bytes(joined(table.outlets));
  writer.write(write);
}

FamiliesFile::FamiliesFile(const std::filesystem::path& file)
    : columns_(file, kKind),
      quotes_(rows(QuoteSpeaker)),
      articles_(rows(ArticleOutlet)),
      families_(rows(Representative)),
      members_(rows(Members)),
      echoes_(rows(EchoArticle)),
      // The end of all is a row too; without it there are too many rows below.
      speakers_(rows(SpeakerBegin) - 1),
      outlets_(rows(OutletBegin) - 1) {
  const std::pair<Column, std::uint64_t> same[] = {{QuoteFamily, quotes_},
                                                   {FirstSeen, families_},
                                                   {LastSeen, families_},
                                                   {MemberBegin, families_ + 1ULL},
                                                   {OutletCount, families_},
                                                   {ArticleCount, families_},
                                                   {Flags, families_},
                                                   {EchoStart, echoes_},
                                                   {EchoSize, echoes_},
                                                   {SpeakerBegin, speakers_ + 1ULL},
                                                   {OutletBegin, outlets_ + 1ULL},
                                                   {WordCount, 1}};
  for (const auto& [column, expected] : same) {
    if (columns_.size(column) != expected) {
      columns_.throw_damaged("its columns are not as long as each other");
    }
  }
}

std::uint32_t FamiliesFile::rows(std::uint32_t column) const {
  if (columns_.size(column) > kMostRows) columns_.throw_damaged("a column is too long");
  return static_cast<std::uint32_t>(columns_.size(column));
}

std::uint32_t FamiliesFile::below(std::uint64_t bound, std::uint32_t number,
                                  const char* otherwise) const {
  if (number >= bound) columns_.throw_damaged(otherwise);
  return number;
}

std::uint64_t FamiliesFile::word_count() const {
  return static_cast<std::uint64_t>(columns_.value(WordCount, 0));
}

std::uint32_t FamiliesFile::quote_speaker(std::uint32_t quote) const {
  return below(speakers_, columns_.number(QuoteSpeaker, quote),
               "a quote has a speaker who is not there");
}

std::uint32_t FamiliesFile::quote_family(std::uint32_t quote) const {
  return below(families_ + std::uint64_t{1}, columns_.number(QuoteFamily, quote),
               "a quote belongs to a family that is not there") -
         1;
}

std::uint32_t FamiliesFile::outlet_of_article(std::uint32_t article) const {
  return below(outlets_, columns_.number(ArticleOutlet, article),
               "an article has an outlet that is not there");
}

FamiliesFile::Family FamiliesFile::family(std::uint32_t family) const {
  return {.first_seen = columns_.value(FirstSeen, family),
          .last_seen = columns_.value(LastSeen, family),
          .representative = below(quotes_, columns_.number(Representative, family),
                                  "a family stands for a quote that is not there"),
          .outlet_count = columns_.number(OutletCount, family),
          .article_count = columns_.number(ArticleCount, family),
          .conflict = (columns_.number(Flags, family) & kSpeakersConflict) != 0};
}

std::vector<std::uint32_t> FamiliesFile::members(std::uint32_t family) const {
  const std::uint32_t begin = columns_.number(MemberBegin, family);
  const std::uint32_t end = columns_.number(MemberBegin, family + std::uint64_t{1});
  if (begin > end || end > members_) columns_.throw_damaged("a family has impossible members");
  std::vector<std::uint32_t> members;
  members.reserve(end - begin);
  for (std::uint32_t row = begin; row < end; ++row) {
    members.push_back(below(std::uint64_t{quotes_} + echoes_, columns_.number(Members, row),
                            "a family has a member that is not there"));
  }
  return members;
}

Echo FamiliesFile::echo(std::uint32_t number) const {
  const std::uint32_t article = below(articles_, columns_.number(EchoArticle, number),
                                      "a passage stands in an article that is not there");
  const std::uint32_t start = columns_.number(EchoStart, number);
  const std::uint32_t size = columns_.number(EchoSize, number);
  if (size > std::numeric_limits<std::uint32_t>::max() - start) {
    columns_.throw_damaged("a passage lies outside of any article");
  }
  return {article, start, start + size};
}

std::string_view FamiliesFile::speaker(std::uint32_t number) const {
  return columns_.bytes(
      SpeakerNames, static_cast<std::uint64_t>(columns_.value(SpeakerBegin, number)),
      static_cast<std::uint64_t>(columns_.value(SpeakerBegin, number + std::uint64_t{1})));
}

std::string_view FamiliesFile::outlet(std::uint32_t number) const {
  return columns_.bytes(
      OutletNames, static_cast<std::uint64_t>(columns_.value(OutletBegin, number)),
      static_cast<std::uint64_t>(columns_.value(OutletBegin, number + std::uint64_t{1})));
}

}  // namespace pullquote
