// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/analysis/dictionary_segmenter.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "schema/analysis/utf8.h"

namespace pullquote {
namespace {

/// UTF-16 units looked at in one go. A word that touches the end of the window is left for the
/// next.
constexpr std::int32_t kWindow = 4096;

}  // namespace

struct DictionarySegmenter::Impl {
  std::unique_ptr<icu::BreakIterator> words;
  icu::UnicodeString window;
  std::vector<std::size_t> offsets;  // byte offset in the run of each UTF-16 unit, and of the end
  std::u32string letters;

  /// Fills the window from byte `from` of `run`; returns the byte behind what fitted.
  std::size_t fill(std::string_view run, std::size_t from);
  void visit_word(std::int32_t start, std::int32_t end, const Visit& visit);
};

DictionarySegmenter::DictionarySegmenter() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    throw Error(std::string("ICU cannot load its word rules (") + u_errorName(status) +
                "); reinstall libicu");
  }
}

DictionarySegmenter::~DictionarySegmenter() = default;

std::size_t DictionarySegmenter::Impl::fill(std::string_view run, std::size_t from) {
  window.remove();
  offsets.clear();
  std::size_t at = from;
  while (at < run.size() && window.length() < kWindow) {
    const std::size_t start = at;
    window.append(static_cast<UChar32>(next_code_point(run, at)));
    offsets.resize(static_cast<std::size_t>(window.length()), start);
  }
  offsets.push_back(at);
  return at;
}

void DictionarySegmenter::Impl::visit_word(std::int32_t start, std::int32_t end,
                                           const Visit& visit) {
  letters.clear();
  for (std::int32_t i = start; i < end; i = window.moveIndex32(i, 1)) {
    letters += static_cast<char32_t>(window.char32At(i));
  }
  visit(offsets[static_cast<std::size_t>(start)], offsets[static_cast<std::size_t>(end)], letters);
}

void DictionarySegmenter::segment(std::string_view run, const Visit& visit) {
  std::size_t from = 0;
  while (from < run.size()) {
    const std::size_t behind = impl_->fill(run, from);
    const bool last = behind == run.size();
    impl_->words->setText(impl_->window);
    std::int32_t start = impl_->words->first();
    for (std::int32_t end = impl_->words->next(); end != icu::BreakIterator::DONE;
         start = end, end = impl_->words->next()) {
      if (!last && start > 0 && end == impl_->window.length()) break;
      impl_->visit_word(start, end, visit);
    }
    from = impl_->offsets[static_cast<std::size_t>(start)];
  }
}

}  // namespace pullquote
