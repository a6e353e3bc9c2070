// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quotes/dialogue.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/quotes/characters.h"

namespace pullquote::quotes {
namespace {

constexpr std::size_t kMaxLabelBytes = 40;
constexpr int kMaxLabelWords = 4;

struct TurnCandidate {
  Turn turn;
  std::string_view label;
  bool is_question_or_answer = false;
};

/// Bytes of the label at the start of `text`, without its colon: up to four words with capitals,
/// then a colon and a space. "Q." and "A." are labels too. 0: none.
std::size_t label_length(std::string_view text) {
  if (text.size() > 3 && (text[0] == 'Q' || text[0] == 'A') && (text[1] == ':' || text[1] == '.') &&
      text[2] == ' ') {
    return 1;
  }
  int words = 0;
  bool in_word = false;
  const std::size_t limit = std::min(text.size(), kMaxLabelBytes);
  for (std::size_t at = 0; at < limit;) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == ':') {
      const bool spaced = at + 1 < text.size() && text[at + 1] == ' ';
      return spaced && in_word ? at : 0;
    }
    if (c.value == ' ') {
      in_word = false;
    } else if (is_letter(c.value)) {
      if (!in_word && (!is_upper(c.value) || ++words > kMaxLabelWords)) return 0;
      in_word = true;
    } else if (!in_word ||
               (c.value != '.' && c.value != '\'' && c.value != '-' && c.value != 0x2019)) {
      return 0;
    }
    at += c.length;
  }
  return 0;
}

bool starts_with_mark(std::string_view text) {
  const char32_t c = code_point_at(text, 0).value;
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}

std::vector<TurnCandidate> find_candidates(std::string_view body,
                                           const std::vector<Paragraph>& blocks) {
  std::vector<TurnCandidate> candidates;
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    const std::string_view text =
        body.substr(blocks[block].start, blocks[block].end - blocks[block].start);
    const std::size_t length = label_length(text);
    if (length == 0) continue;
    std::size_t said = length + 1;
    while (said < text.size() && is_ascii_space(text[said])) ++said;
    if (said >= text.size() || starts_with_mark(text.substr(said))) continue;
    TurnCandidate candidate;
    candidate.turn = {block, static_cast<std::uint32_t>(blocks[block].start + said),
                      blocks[block].end};
    candidate.label = text.substr(0, length);
    candidate.is_question_or_answer = length == 1;
    candidates.push_back(candidate);
  }
  return candidates;
}

}  // namespace

std::vector<Turn> find_dialogue(std::string_view body, const std::vector<Paragraph>& blocks) {
  const std::vector<TurnCandidate> candidates = find_candidates(body, blocks);
  std::vector<Turn> turns;
  if (candidates.size() < 2) return turns;
  std::unordered_map<std::string_view, int> times;
  bool questions = false;
  bool answers = false;
  for (const TurnCandidate& candidate : candidates) {
    ++times[candidate.label];
    questions = questions || (candidate.is_question_or_answer && candidate.label == "Q");
    answers = answers || (candidate.is_question_or_answer && candidate.label == "A");
  }
  const bool interview = questions && answers;
  const auto comes_back = [&](const TurnCandidate& candidate) {
    return candidate.is_question_or_answer ? interview : times[candidate.label] > 1;
  };
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::size_t block = candidates[i].turn.block;
    const bool known = comes_back(candidates[i]);
    const bool beside = (i > 0 && candidates[i - 1].turn.block + 1 == block &&
                         (known || comes_back(candidates[i - 1]))) ||
                        (i + 1 < candidates.size() && candidates[i + 1].turn.block == block + 1 &&
                         (known || comes_back(candidates[i + 1])));
    const bool bare_question = candidates[i].is_question_or_answer && candidates[i].label == "Q";
    if (beside && !bare_question) turns.push_back(candidates[i].turn);
  }
  const bool repeated =
      std::any_of(times.begin(), times.end(), [](const auto& entry) { return entry.second > 1; });
  if (times.size() < 2 || (!repeated && !interview)) turns.clear();
  return turns;
}

std::vector<MarkedSpan> with_turns(const std::vector<Turn>& turns, std::vector<MarkedSpan> marked) {
  if (turns.empty()) return marked;
  std::vector<MarkedSpan> spans;
  auto next = marked.begin();
  for (const Turn& turn : turns) {
    while (next != marked.end() && next->outer_end <= turn.start) spans.push_back(*next++);
    if (next != marked.end() && next->outer_start < turn.start)
      continue;  // a quotation runs into it
    MarkedSpan span;
    span.outer_start = span.start = turn.start;
    span.outer_end = span.end = turn.end;
    span.family = MarkFamily::Turn;
    spans.push_back(span);
    while (next != marked.end() && next->outer_start < turn.end) ++next;
  }
  spans.insert(spans.end(), next, marked.end());
  return spans;
}

}  // namespace pullquote::quotes
