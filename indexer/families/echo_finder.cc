// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/families/echo_finder.h"

#include <algorithm>
#include <bit>

namespace pullquote {
namespace {

/// A run of so many words is rarely found by chance, and so many runs in a row, of which one is an
/// anchor, are a passage of eight words. Shorter runs were tried: of four words, one in five, ten
/// times as many lead nowhere, and fewer echoes are found, since a common run can be the anchor of
/// one wording only.
constexpr std::size_t kRunWords = 6;
constexpr std::size_t kWindow = 3;

/// Wordings of one family that echoes are looked for of: the longest ones cover the others.
constexpr std::uint8_t kTextsOfFamily = 3;

/// An echo is a whole passage: this many words, this share of the wording (in tenths), and more
/// around it are looked at than the wording has.
constexpr std::uint32_t kLeastWords = 8;
constexpr std::uint32_t kLeastContent = 4;
constexpr std::uint32_t kLeastTenths = 8;
constexpr std::size_t kSlack = 8;

/// Of a long wording the first anchor met in a body stands near its beginning: looking further back
/// would leave no room for the rest of it.
constexpr std::size_t kLongestBefore = Aligner::kLongest / 8;

/// Passages of one article that are looked at, at most, and for one wording: a slogan that stands
/// there again and again would leave none for the others.
constexpr std::size_t kMostTries = 256;
constexpr std::size_t kMostTriesOfText = 8;

std::uint32_t run_hash(std::span<const WordKey> keys, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + kRunWords; ++i) {
    hash = (hash ^ keys[i]) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 31;
  }
  return static_cast<std::uint32_t>(hash >> 16);
}

bool is_long(std::span<const WordKey> wording) {
  return wording.size() >= kLeastWords && content_words(wording) >= kLeastContent;
}

}  // namespace

EchoAnchors::EchoAnchors(const QuoteCollection& collection, const RankedTexts& texts,
                         const QuoteGroups& groups) {
  choose_texts(collection, texts, groups);
  std::uint64_t words = 0;
  for (std::uint32_t text = 0; text < text_family_.size(); ++text) {
    if (text_family_[text] != kNoFamily) words += collection.texts[text].size();
  }
  // A third of the runs become anchors at most; slots are two thirds full at most.
  slots_.resize(std::bit_ceil(std::max<std::uint64_t>(words / 2, 16)));
  filter_.resize(std::bit_ceil(std::max<std::uint64_t>(words / 8, 16)));
  for (std::uint32_t text = 0; text < text_family_.size(); ++text) {
    if (text_family_[text] != kNoFamily) add_anchors(text, collection.texts[text]);
  }
}

void EchoAnchors::choose_texts(const QuoteCollection& collection, const RankedTexts& texts,
                               const QuoteGroups& groups) {
  text_family_.assign(collection.texts.size(), kNoFamily);
  std::vector<std::uint32_t> first_quote(collection.texts.size(), kNoFamily);
  for (std::uint32_t quote = 0; quote < collection.quotes.size(); ++quote) {
    const std::uint32_t text = collection.quotes[quote].text;
    if (text != kNoText && first_quote[text] == kNoFamily) first_quote[text] = quote;
  }
  std::vector<std::uint8_t> chosen(groups.count);
  for (const std::uint32_t text : texts.text_at) {
    const std::uint32_t family = groups.family[first_quote[text]];
    if (chosen[family] == kTextsOfFamily || !is_long(collection.texts[text])) continue;
    ++chosen[family];
    text_family_[text] = family;
  }
}

/// An earlier text keeps what it has; then a run before it must do. A window may stay without any.
void EchoAnchors::add_anchors(std::uint32_t text, std::span<const WordKey> wording) {
  for (std::size_t end = kWindow; end + kRunWords - 1 <= wording.size(); end += kWindow) {
    for (std::size_t run = end; run > end - kWindow; --run) {
      if (insert(run_hash(wording, run - 1), text)) break;
    }
  }
}

/// False: another text has this run.
bool EchoAnchors::insert(std::uint32_t run, std::uint32_t text) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = slot_of(run);
  for (; slots_[slot].text != kNoText; slot = (slot + 1) & mask) {
    if (slots_[slot].run == run) return slots_[slot].text == text;
  }
  slots_[slot] = {run, text};
  ++used_;
  const std::size_t bits = filter_.size() * 64;
  filter_[(run & (bits - 1)) / 64] |= 1ULL << (run % 64);
  return true;
}

std::uint32_t EchoAnchors::text_with(std::uint32_t run) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = slot_of(run); slots_[slot].text != kNoText; slot = (slot + 1) & mask) {
    if (slots_[slot].run == run) return slots_[slot].text;
  }
  return kNoText;
}

void WordBits::set(std::span<const WordKey> passage) {
  bits_.reset();
  for (const WordKey key : passage) bits_[place_of(key)] = true;
}

bool WordBits::lack_more_than(std::size_t most, std::span<const WordKey> wording) const {
  std::size_t missing = 0;
  for (const WordKey key : wording) {
    if (!carries_content(key) || bits_[place_of(key)]) continue;
    if (++missing > most) return true;
  }
  return false;
}

/// Short loops, so that the waits for memory overlap; what the filter says has no pattern, so that
/// its answers are added up and not branched upon.
void EchoFinder::find_anchors() {
  const std::size_t words = body_.keys.size();
  runs_.resize(words < kRunWords ? 0 : words - kRunWords + 1);
  for (std::size_t word = 0; word < runs_.size(); ++word) {
    runs_[word] = run_hash(body_.keys, word);
    anchors_.fetch_filter(runs_[word]);
  }
  places_.resize(runs_.size());
  std::size_t places = 0;
  for (std::uint32_t word = 0; word < runs_.size(); ++word) {
    places_[places] = word;
    const bool wanted = anchors_.may_have(runs_[word]) & !quoted_[word];
    places += wanted ? 1 : 0;
  }
  places_.resize(places);
  for (const std::uint32_t word : places_) anchors_.fetch_text(runs_[word]);
  anchored_.clear();
  for (const std::uint32_t word : places_) {
    const std::uint32_t text = anchors_.text_with(runs_[word]);
    if (text != kNoText) anchored_.push_back({word, text});
  }
}

void EchoFinder::mark_quoted(const Article& article) {
  quoted_.assign(body_.keys.size(), false);
  std::size_t word = 0;
  for (const Quote& quote : article.quotes) {
    while (word < body_.spans.size() && body_.spans[word].start < quote.span.start) ++word;
    for (; word < body_.spans.size() && body_.spans[word].end <= quote.span.end; ++word) {
      quoted_[word] = true;
    }
  }
}

void EchoFinder::find(const Article& article, std::uint32_t number,
                      std::span<const std::uint32_t> families, std::vector<FamilyEcho>& echoes) {
  reader_.read(article.body, body_);
  mark_quoted(article);
  find_anchors();
  if (anchored_.empty()) return;
  in_body_.set(body_.keys);
  tried_.clear();
  std::vector<Found> found;
  for (const Anchored& anchor : anchored_) {
    if (tried_.size() == kMostTries) break;
    const std::uint32_t family = anchors_.family_of(anchor.text);
    if (std::find(families.begin(), families.end(), family) != families.end()) continue;
    if (was_tried(anchor)) continue;
    if (const auto passage = verify(anchor, number)) found.push_back(*passage);
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.echo.family != b.echo.family) return a.echo.family < b.echo.family;
    if (a.matched != b.matched) return a.matched > b.matched;
    return a.echo.passage.start < b.echo.passage.start;
  });
  std::uint32_t last = kNoFamily;
  for (const Found& passage : found) {
    if (passage.echo.family != last) echoes.push_back(passage.echo);
    last = passage.echo.family;
  }
}

bool EchoFinder::was_tried(const Anchored& anchor) const {
  std::size_t tries = 0;
  for (const Tried& tried : tried_) {
    if (tried.text != anchor.text) continue;
    if (tried.begin <= anchor.word && anchor.word < tried.end) return true;
    if (++tries == kMostTriesOfText) return true;
  }
  return false;
}

std::optional<EchoFinder::Found> EchoFinder::verify(const Anchored& anchor, std::uint32_t article) {
  const std::size_t word = anchor.word;
  const std::span<const WordKey> wording = compared_part(texts_[anchor.text]);
  const std::size_t spared = wording.size() * (10 - kLeastTenths) / 10;
  // The words around decide; but of most wordings too much is nowhere in the body.
  if (in_body_.lack_more_than(spared, wording)) {
    tried_.push_back({anchor.text, 0, body_.keys.size()});
    return std::nullopt;
  }
  const bool fits = 2 * (wording.size() + kSlack) <= Aligner::kLongest;
  const std::size_t before = (fits ? wording.size() : kLongestBefore) + kSlack;
  const std::size_t begin = word - std::min(word, before);
  const std::size_t end = std::min(word + wording.size() + kSlack, body_.keys.size());
  tried_.push_back({anchor.text, begin, end});
  const auto around = std::span<const WordKey>(body_.keys).subspan(begin, end - begin);
  around_.set(around);
  if (around_.lack_more_than(spared, wording)) return std::nullopt;
  const std::uint32_t content = content_words(wording);
  if (common_.count(wording, around) + spared < content) return std::nullopt;
  const Alignment alignment = aligner_.align(wording, around);
  if (alignment.matched < kLeastWords || alignment.content < kLeastContent) return std::nullopt;
  if (alignment.matched * 10 < wording.size() * kLeastTenths) return std::nullopt;
  const std::size_t first = begin + alignment.b_begin;
  const std::size_t last = begin + alignment.b_end - 1;
  for (std::size_t i = first; i <= last; ++i) {
    if (quoted_[i]) return std::nullopt;
  }
  return Found{
      {anchors_.family_of(anchor.text), {article, body_.spans[first].start, body_.spans[last].end}},
      alignment.matched};
}

}  // namespace pullquote
