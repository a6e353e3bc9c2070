// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/store/families.h"

#include <bit>
#include <cassert>
#include <cstring>

#include "schema/store/checksum.h"
#include "schema/store/index_damage.h"
#include "schema/store/object_bytes.h"

namespace pullquote {
namespace {

// The file is little-endian and mapped as it is.
static_assert(std::endian::native == std::endian::little);
static_assert(sizeof(Echo) == 3 * sizeof(std::uint32_t));

constexpr std::string_view kMagic = "PQFAMILY";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderBytes = 16;

template <class Number>
std::string bytes_of_number(Number value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}

template <class Number>
Number number_at(const char* bytes) {
  Number value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

/// Where each name ends in the text of all.
std::vector<std::uint32_t> ends_of(const std::vector<std::string>& names) {
  std::vector<std::uint32_t> ends;
  std::uint32_t end = 0;
  for (const std::string& name : names)
    ends.push_back(end += static_cast<std::uint32_t>(name.size()));
  return ends;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name;
  return text;
}

[[noreturn]] void throw_corrupt(const char* what) {
  throw_index_corrupt(std::string("the file of quote families is damaged: ") + what);
}

}  // namespace

void encode_families(const FamilyTable& table,
                     const std::function<void(std::string_view bytes)>& write) {
  assert(table.member_begin.size() == table.representative.size() + 1);
  const std::string speakers = joined(table.speakers);
  const std::string outlets = joined(table.outlets);
  const std::vector<std::uint64_t> counts{table.quote_article.size(),
                                          table.article_outlet.size(),
                                          table.representative.size(),
                                          table.members.size(),
                                          table.echoes.size(),
                                          table.speakers.size(),
                                          table.outlets.size(),
                                          speakers.size() + outlets.size(),
                                          table.word_count};
  const std::vector<std::uint32_t> speaker_ends = ends_of(table.speakers);
  const std::vector<std::uint32_t> outlet_ends = ends_of(table.outlets);
  const std::array<std::string_view, 18> pieces{bytes_of(counts),
                                                bytes_of(table.first_seen),
                                                bytes_of(table.last_seen),
                                                bytes_of(table.quote_article),
                                                bytes_of(table.quote_speaker),
                                                bytes_of(table.quote_family),
                                                bytes_of(table.article_outlet),
                                                bytes_of(table.member_begin),
                                                bytes_of(table.representative),
                                                bytes_of(table.outlet_count),
                                                bytes_of(table.article_count),
                                                bytes_of(table.flags),
                                                bytes_of(table.members),
                                                bytes_of(table.echoes),
                                                bytes_of(speaker_ends),
                                                bytes_of(outlet_ends),
                                                speakers,
                                                outlets};
  std::uint32_t checksum = 0;
  for (const std::string_view piece : pieces) checksum = crc32_of(piece, checksum);
  write(kMagic);
  write(bytes_of_number(kVersion));
  write(bytes_of_number(checksum));
  for (const std::string_view piece : pieces) write(piece);
}

std::optional<FamiliesView> FamiliesView::over(std::string_view bytes) {
  constexpr std::uint64_t kMost = UINT32_MAX - 1;
  constexpr std::size_t kFront = kHeaderBytes + kCounts * sizeof(std::uint64_t);
  if (bytes.size() < kFront || bytes.substr(0, kMagic.size()) != kMagic) return std::nullopt;
  if (number_at<std::uint32_t>(bytes.data() + kMagic.size()) != kVersion) return std::nullopt;
  FamiliesView view;
  view.bytes_ = bytes;
  std::memcpy(view.counts_.data(), bytes.data() + kHeaderBytes, sizeof view.counts_);
  for (std::size_t i = 0; i < Words; ++i) {
    if (view.counts_[i] > kMost) return std::nullopt;
  }
  const auto& n = view.counts_;
  const std::uint64_t rest =
      n[Families] * 2 * sizeof(std::int64_t) +
      sizeof(std::uint32_t) * (n[Quotes] * 3 + n[Articles] + n[Families] * 5 + 1 + n[Members] +
                               n[Echoes] * 3 + n[Speakers] + n[Outlets]) +
      n[Text];
  if (bytes.size() - kFront != rest) return std::nullopt;

  view.first_seen_ = reinterpret_cast<const std::int64_t*>(bytes.data() + kFront);
  view.last_seen_ = view.first_seen_ + n[Families];
  const auto* next = reinterpret_cast<const std::uint32_t*>(view.last_seen_ + n[Families]);
  const auto take = [&next](const std::uint32_t*& numbers, std::uint64_t count) {
    numbers = next;
    next += count;
  };
  take(view.quote_article_, n[Quotes]);
  take(view.quote_speaker_, n[Quotes]);
  take(view.quote_family_, n[Quotes]);
  take(view.article_outlet_, n[Articles]);
  take(view.member_begin_, n[Families] + 1);
  take(view.representative_, n[Families]);
  take(view.outlet_count_, n[Families]);
  take(view.article_count_, n[Families]);
  take(view.flags_, n[Families]);
  take(view.members_, n[Members]);
  take(view.echoes_, n[Echoes] * 3);
  take(view.speaker_ends_, n[Speakers]);
  take(view.outlet_ends_, n[Outlets]);
  view.text_ = {reinterpret_cast<const char*>(next), static_cast<std::size_t>(n[Text])};
  return view;
}

bool FamiliesView::intact() const {
  return crc32_of(bytes_.substr(kHeaderBytes)) ==
         number_at<std::uint32_t>(bytes_.data() + kMagic.size() + sizeof kVersion);
}

FamiliesView::Family FamiliesView::family(std::uint32_t family) const {
  if (family >= families()) throw_corrupt("there is no such family");
  const Family found{first_seen_[family],     last_seen_[family],
                     representative_[family], outlet_count_[family],
                     article_count_[family],  (flags_[family] & kSpeakersConflict) != 0};
  if (found.representative >= quotes()) throw_corrupt("a family stands for no quote");
  return found;
}

std::span<const std::uint32_t> FamiliesView::members(std::uint32_t family) const {
  if (family >= families()) throw_corrupt("there is no such family");
  const std::uint32_t begin = member_begin_[family];
  const std::uint32_t end = member_begin_[family + 1];
  if (begin > end || end > counts_[Members]) throw_corrupt("a family has impossible members");
  return {members_ + begin, end - begin};
}

Echo FamiliesView::echo(std::uint32_t number) const {
  if (number >= counts_[Echoes]) throw_corrupt("a family has a passage that is not there");
  const std::uint32_t* const row = echoes_ + std::size_t{3} * number;
  return {row[0], row[1], row[2]};
}

std::string_view FamiliesView::name(const std::uint32_t* ends, std::uint64_t base,
                                    std::uint32_t number) const {
  const std::uint64_t start = base + (number == 0 ? 0 : ends[number - 1]);
  const std::uint64_t end = base + ends[number];
  if (start > end || end > text_.size()) throw_corrupt("a name ends before it begins");
  return text_.substr(start, end - start);
}

std::string_view FamiliesView::speaker(std::uint32_t number) const {
  if (number >= speakers()) throw_corrupt("a quote has a speaker who is not there");
  return name(speaker_ends_, 0, number);
}

std::uint32_t FamiliesView::outlet_of_article(std::uint32_t article) const {
  if (article >= articles()) throw_corrupt("a quote belongs to no article");
  return article_outlet_[article];
}

std::string_view FamiliesView::outlet(std::uint32_t number) const {
  if (number >= outlets()) throw_corrupt("an article has an outlet that is not there");
  return name(outlet_ends_, speakers() == 0 ? 0 : speaker_ends_[speakers() - 1], number);
}

}  // namespace pullquote
