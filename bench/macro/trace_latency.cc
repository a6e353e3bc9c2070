// SPDX-License-Identifier: GPL-3.0-or-later
/// How long tracing a text takes, in the library:
///
///   bench_trace_latency --index DIR [--rounds N] < TEXTS
///
/// One text a line. Prints for each the least microseconds of N rounds (3 unless given), the number
/// of articles found and the family's id, and at the end the median and the longest.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

#include "pullquote/quotes.h"

int main(int argc, char** argv) {
  std::string index;
  int rounds = 3;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--index") index = argv[i + 1];
    if (name == "--rounds") rounds = std::atoi(argv[i + 1]);
  }
  pullquote::QuoteSearcher searcher(pullquote::Generation::open(index));
  std::vector<double> times;
  std::size_t found = 0;
  for (std::string text; std::getline(std::cin, text);) {
    double least = std::numeric_limits<double>::max();
    std::vector<pullquote::TracedFamily> traced;
    for (int round = 0; round < rounds; ++round) {
      const auto start = std::chrono::steady_clock::now();
      traced = searcher.trace(text);
      const std::chrono::duration<double, std::micro> taken =
          std::chrono::steady_clock::now() - start;
      least = std::min(least, taken.count());
    }
    times.push_back(least);
    if (!traced.empty()) ++found;
    std::printf("%.0f\t%zu\t%s\n", least, traced.empty() ? 0 : traced[0].family.articles,
                traced.empty() ? "-" : traced[0].family.id.c_str());
  }
  if (times.empty()) return 2;
  std::sort(times.begin(), times.end());
  std::printf("%zu texts, %zu found: median %.1f ms, longest %.1f ms\n", times.size(), found,
              times[times.size() / 2] / 1000, times.back() / 1000);
  return 0;
}
