// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/corpus/vocabulary_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pullquote::bench {
namespace {

bool is_inside_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string core_of(std::string_view written) {
  while (!written.empty() && !is_inside_word(written.front())) written.remove_prefix(1);
  while (!written.empty() && !is_inside_word(written.back())) written.remove_suffix(1);
  std::string core(written);
  for (char& c : core) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return core;
}

void VocabularyFit::add(std::string_view written) {
  std::string core = core_of(written);
  if (core.empty()) return;
  ++frequencies_[std::move(core)];
  if (++words_ < next_point_) return;
  growth_.emplace_back(std::log(static_cast<double>(words_)),
                       std::log(static_cast<double>(distinct())));
  next_point_ += next_point_ / 4;
}

std::uint32_t VocabularyFit::frequency(const std::string& core) const {
  const auto found = frequencies_.find(core);
  return found == frequencies_.end() ? 0 : found->second;
}

VocabularyFit::Line VocabularyFit::fit(const std::vector<std::pair<double, double>>& points) {
  double x_sum = 0, y_sum = 0, xx_sum = 0, xy_sum = 0;
  for (const auto& [x, y] : points) {
    x_sum += x;
    y_sum += y;
    xx_sum += x * x;
    xy_sum += x * y;
  }
  const auto count = static_cast<double>(points.size());
  const double spread = count * xx_sum - x_sum * x_sum;
  if (spread <= 0) return {0, 0};
  const double slope = (count * xy_sum - x_sum * y_sum) / spread;
  return {slope, (y_sum - slope * x_sum) / count};
}

VocabularyFit::Line VocabularyFit::heaps() const {
  return fit(growth_);
}

double VocabularyFit::heaps_exponent() const {
  return heaps().slope;
}

double VocabularyFit::zipf_exponent() const {
  std::vector<std::uint32_t> counts;
  counts.reserve(frequencies_.size());
  for (const auto& [core, count] : frequencies_) counts.push_back(count);
  std::sort(counts.rbegin(), counts.rend());
  std::vector<std::pair<double, double>> points;
  const double last = std::min(1e4, static_cast<double>(counts.size()));
  for (double rank = 10; rank <= last; rank *= 1.25) {
    const std::uint32_t count = counts[static_cast<std::size_t>(rank) - 1];
    points.emplace_back(std::log(rank), std::log(static_cast<double>(count)));
  }
  return -fit(points).slope;
}

std::string VocabularyFit::summary() const {
  const Line growth = heaps();
  return fmt::format("{} words, {} distinct, Zipf s {:.2f}, Heaps K {:.1f} beta {:.3f}", words_,
                     distinct(), zipf_exponent(), std::exp(growth.intercept), growth.slope);
}

}  // namespace pullquote::bench
