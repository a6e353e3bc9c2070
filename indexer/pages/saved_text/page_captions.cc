// SPDX-License-Identifier: GPL-3.0-or-later
/// Captions by the form of their credits.
///
/// A picture on a news page is followed by a line such as "A ferry leaves the harbour. Photo: Ana
/// Lima / AFP". No markup says so in saved text, but the credit has few forms: names before a bar,
/// a label, or names in brackets or behind the last full stop. The forms are tried from the surest
/// to the least sure; the first that fits splits the line in caption and credit.
///
/// A credit names a photographer, an agency or both. Only the agency or outlet is kept: it is what
/// readers filter by. Cost: linear in the line, times the number of labels.
#include "indexer/pages/saved_text/page_captions.h"

#include <algorithm>
#include <array>

#include "indexer/decoding/paragraphs.h"
#include "indexer/pages/credit_names.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

constexpr std::size_t kMaxCaptionBytes = 900;  ///< a longer line is a paragraph
constexpr std::size_t kMaxCreditWords = 10;    ///< a longer text behind a label is no list of names

/// Labels in front of the name in a picture's credit, in lower case.
constexpr std::array<std::string_view, 31> kCreditLabels{"photo:",
                                                         "photos:",
                                                         "photo by",
                                                         "photos by",
                                                         "photo via",
                                                         "photos via",
                                                         "image via",
                                                         "images via",
                                                         "credit...",
                                                         "photo credit:",
                                                         "photo courtesy",
                                                         "image:",
                                                         "images:",
                                                         "image by",
                                                         "image credit:",
                                                         "image source:",
                                                         "image courtesy",
                                                         "picture:",
                                                         "pictures:",
                                                         "picture by",
                                                         "pic:",
                                                         "photograph:",
                                                         "photograph by",
                                                         "photography:",
                                                         "photography by",
                                                         "credit:",
                                                         "illustration:",
                                                         "illustration by",
                                                         "foto:",
                                                         "bild:",
                                                         "\u0444\u043E\u0442\u043E:"};

/// Beginnings of lines that are a credit and nothing else.
constexpr std::array<std::string_view, 5> kCreditStarts{
    "image copyright", "image credit", "main image credit", "photo credit", "credit..."};
/// Beginnings of lines that are a caption and nothing else.
constexpr std::array<std::string_view, 2> kCaptionStarts{"image caption", "caption:"};
/// Beginnings of captions of pictures from the archive; a credit may end them.
constexpr std::array<std::string_view, 4> kArchiveStarts{"file photo", "file picture", "file -",
                                                         "file \u2014"};

/// The first of `starts` that `text` begins with; empty when there is none.
template <std::size_t N>
std::string_view find_start(const std::array<std::string_view, N>& starts, std::string_view text) {
  for (std::string_view start : starts) {
    if (text.starts_with(start)) return start;
  }
  return {};
}

/// The agencies among the names; all names when none is an agency.
std::vector<std::string> credited(std::vector<std::string> names) {
  if (names_agency(names)) {
    std::erase_if(names, [](const std::string& name) { return !is_agency(name); });
  }
  return names;
}

/// The same for names as they are written, perhaps with a closing bracket behind them.
std::vector<std::string> credited(std::string_view text) {
  while (text.ends_with(')') || text.ends_with(']') || text.ends_with(' ')) text.remove_suffix(1);
  if (count_credit_words(text) > kMaxCreditWords) return {};
  return credited(split_names(text));
}

/// Whether a label may begin at byte `at`: at the start of the line, behind a bracket, bar or
/// slash, or behind the end of a sentence. "She took a photo by the river" has no label.
bool is_set_off(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (std::string_view("([|/").find(text[at - 1]) != std::string_view::npos) return true;
  if (at < 2 || text[at - 1] != ' ') return false;
  return std::string_view(".|)/!?\"").find(text[at - 2]) != std::string_view::npos;
}

/// Bytes [start, end) of a label; start npos: there is none.
struct LabelSpan {
  std::size_t start = std::string_view::npos;
  std::size_t end = 0;
};

/// The first label that is set off, the longest where several begin alike ("photo" and "photo by").
/// `text` is in lower case.
LabelSpan find_label(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_set_off(text, at)) continue;
    std::size_t length = 0;
    for (std::string_view label : kCreditLabels) {
      if (text.substr(at).starts_with(label)) length = std::max(length, label.size());
    }
    if (length > 0) return {at, at + length};
  }
  return {};
}

/// The part of `line` before byte `end`, without the bracket or bar that opens the credit.
std::string caption_before(std::string_view line, std::size_t end) {
  std::string_view caption = line.substr(0, end);
  while (!caption.empty() &&
         std::string_view(" ([|/-").find(caption.back()) != std::string_view::npos) {
    caption.remove_suffix(1);
  }
  return single_line(caption);
}

/// "NAME / AFP | What it shows": before the bar stand names with an agency among them, or names
/// joined by a slash with at least five words of caption behind the bar.
std::optional<CaptionParts> parse_leading_credit(std::string_view line) {
  const std::size_t bar = line.find(" | ");
  if (bar == std::string_view::npos) return std::nullopt;
  const std::string_view head = line.substr(0, bar);
  std::vector<std::string> names = split_names(head);
  const bool slashed = head.find('/') != std::string_view::npos && looks_like_names(head, 8);
  const std::string caption = single_line(line.substr(bar + 3));
  if (!names_agency(names) && !(slashed && count_credit_words(caption) >= 5)) return std::nullopt;
  if (names.size() > 1 && !names_agency(names)) names.erase(names.begin());  // the photographer
  return CaptionParts{caption, credited(std::move(names))};
}

/// Whether `text` is names that credit a picture: one of them an agency, or "Photographer/Outlet".
bool is_picture_credit(std::string_view text) {
  if (text.empty() || count_credit_words(text) > 8) return false;
  return names_agency(split_names(text)) ||
         (text.find('/') != std::string_view::npos && looks_like_names(text, 8));
}

/// Splits a line at byte `at`, where its credit begins. Of several names without an agency the
/// first is the photographer's and is left out.
CaptionParts split_at(std::string_view line, std::size_t at, std::string_view credit) {
  std::vector<std::string> names = split_names(credit);
  if (names.size() > 1 && !names_agency(names)) names.erase(names.begin());
  return {caption_before(line, at), credited(std::move(names))};
}

/// "What it shows. (AFP)", "... (Ana Lima/Outlet)", "... shows. Ana Lima/AFP/Getty Images". Without
/// brackets, an agency must be among the names.
std::optional<CaptionParts> parse_trailing_credit(std::string_view line) {
  const std::string_view inside = closing_brackets(line);
  if (!inside.empty()) {
    if (!is_picture_credit(inside)) return std::nullopt;
    return split_at(line, static_cast<std::size_t>(inside.data() - line.data()) - 1, inside);
  }
  const std::size_t slash = line.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::size_t stop = line.rfind(". ", slash);
  if (stop == std::string_view::npos) return std::nullopt;
  const std::string_view credit = line.substr(stop + 2);
  if (!is_picture_credit(credit) || !names_agency(split_names(credit))) return std::nullopt;
  return split_at(line, stop + 1, credit);
}

/// "(AP Photo/Ana Lima)", "(Getty Images)": the brackets speak of a picture, so the line is a
/// caption wherever on the page it stands.
std::optional<CaptionParts> parse_picture_brackets(std::string_view line) {
  const std::string_view inside = closing_brackets(line);
  if (inside.empty() || count_credit_words(inside) > 8) return std::nullopt;
  const std::string folded = ascii_lower(inside);
  const bool picture =
      folded.find("photo") != std::string::npos || folded.find("getty") != std::string::npos ||
      folded.find("image") != std::string::npos || folded.find("courtesy") != std::string::npos;
  if (!picture) return std::nullopt;
  return split_at(line, static_cast<std::size_t>(inside.data() - line.data()) - 1, inside);
}

}  // namespace

std::optional<CaptionParts> parse_caption(std::string_view line, bool above_text) {
  if (line.size() > kMaxCaptionBytes) return std::nullopt;
  if (auto parts = parse_leading_credit(line)) return parts;
  const std::string folded = ascii_lower(line);
  if (const auto start = find_start(kCreditStarts, folded); !start.empty()) {
    return CaptionParts{{}, credited(line.substr(start.size()))};
  }
  if (const auto start = find_start(kCaptionStarts, folded); !start.empty()) {
    return CaptionParts{single_line(trim_credit(line.substr(start.size()))), {}};
  }
  if (const LabelSpan label = find_label(folded); label.start != std::string_view::npos) {
    return CaptionParts{caption_before(line, label.start), credited(line.substr(label.end))};
  }
  if (!find_start(kArchiveStarts, folded).empty()) {
    return parse_trailing_credit(line).value_or(CaptionParts{single_line(line), {}});
  }
  if (auto parts = parse_picture_brackets(line)) return parts;
  return above_text ? parse_trailing_credit(line) : std::nullopt;
}

}  // namespace pullquote
