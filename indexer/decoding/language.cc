// SPDX-License-Identifier: GPL-3.0-or-later
/// Language labels through ICU's names, language detection through CLD2.
#include "indexer/decoding/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <utility>

#include "schema/analysis/ascii.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// Enough for a reliable verdict, and what keeps detection cheap beside reading.
constexpr std::size_t kDetectionBytes = 768;
/// Shorter text is left undetermined: verdicts on a few names are often wrong.
constexpr int kMinLetters = 40;

/// A word of up to eight letters as a number, which is quicker to compare.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

/// Words that make up a fifth of any English text and that no other language shares as a set.
constexpr std::array<std::uint64_t, 24> kEnglish{
    packed("the"),  packed("of"),    packed("and"),   packed("that"), packed("with"),
    packed("from"), packed("which"), packed("has"),   packed("have"), packed("are"),
    packed("were"), packed("said"),  packed("been"),  packed("his"),  packed("they"),
    packed("this"), packed("its"),   packed("for"),   packed("by"),   packed("will"),
    packed("but"),  packed("their"), packed("would"), packed("who")};
constexpr std::size_t kEnglishBytes = 400;

/// The codes of ISO 639-2/B, which libraries use, that differ from those ICU knows.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kLibraryCodes{{
    {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"},
    {"cze", "cs"}, {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"},
    {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"mao", "mi"}, {"may", "ms"},
    {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"},
}};

/// What ISO 639-2 has for content of no language, of several and of one nobody knows.
constexpr std::array<std::string_view, 4> kNoLanguage{"und", "mul", "zxx", "mis"};

bool is_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_lower);
}

/// English and native names of all languages with a code, in lower case.
std::map<std::string, std::string> read_language_names() {
  std::map<std::string, std::string> names;
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    const icu::Locale language(*code);
    for (const icu::Locale& reader : {icu::Locale::getEnglish(), language}) {
      icu::UnicodeString name;
      language.getDisplayLanguage(reader, name);
      std::string text;
      name.toLower().toUTF8String(text);
      names.emplace(std::move(text), *code);
    }
  }
  return names;
}

/// Most news read by most users is English; telling so by its small words takes a fortieth of the
/// time that detection takes. False says nothing.
bool is_plainly_english(std::string_view text) {
  text = text.substr(0, kEnglishBytes);
  std::size_t words = 0;
  std::size_t english = 0;
  std::uint32_t different = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    while (at < text.size() && is_ascii_lower(text[at])) ++at;
    if (at == start) {
      if ((text[at] & 0x80) != 0 && ++words > 0) ++at;  // weighs against English, quotes included
      ++at;
      continue;
    }
    ++words;
    const std::string_view word = text.substr(start, at - start);
    if (word.size() > 5) continue;
    const auto found = std::find(kEnglish.begin(), kEnglish.end(), packed(word));
    if (found == kEnglish.end()) continue;
    ++english;
    different |= 1u << (found - kEnglish.begin());
  }
  const bool has_the = (different & 1u) != 0;
  return has_the && words >= 20 && std::popcount(different) >= 3 && english * 7 >= words;
}

/// `text` without a character cut at its end.
std::string_view whole_characters(std::string_view text) {
  while (!text.empty() && is_continuation(text.back())) text.remove_suffix(1);
  if (!text.empty() && (text.back() & 0x80) != 0) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string language_code(std::string_view label) {
  const std::string lower = ascii_lower(label);
  const std::string primary = lower.substr(0, lower.find_first_of("-_.@"));
  if (is_letters(primary) && (primary.size() == 2 || primary.size() == 3)) {
    for (const auto& [library, code] : kLibraryCodes) {
      if (primary == library) return std::string(code);
    }
    if (std::count(kNoLanguage.begin(), kNoLanguage.end(), primary) > 0) return {};
    const icu::Locale locale(primary.c_str());
    // ICU knows "eng" for "en"; a code without a name is no language.
    icu::UnicodeString name;
    locale.getDisplayLanguage(icu::Locale::getEnglish(), name);
    std::string shown;
    name.toUTF8String(shown);
    if (shown != primary) return locale.getLanguage();
    return {};
  }
  static const std::map<std::string, std::string> kNames = read_language_names();
  const auto found = kNames.find(lower);
  return found == kNames.end() ? std::string() : found->second;
}

std::string detect_language(std::string_view text) {
  const std::string_view head =
      text.size() > kDetectionBytes ? whole_characters(text.substr(0, kDetectionBytes)) : text;
  if (is_plainly_english(head)) return "en";
  bool is_reliable = false;
  int letters = 0;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  CLD2::DetectLanguageSummary(head.data(), static_cast<int>(head.size()), /*is_plain_text=*/true,
                              languages.data(), percents.data(), &letters, &is_reliable);
  if (!is_reliable || letters < kMinLetters || percents[0] < 60) return {};
  const std::string code = CLD2::LanguageCode(languages[0]);
  if (code == "un") return {};
  if (code == "iw") return "he";
  return code.substr(0, code.find('-'));
}

}  // namespace pullquote
