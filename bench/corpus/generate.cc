// SPDX-License-Identifier: GPL-3.0-or-later
/// A collection of synthetic news articles as JSON Lines, fitted to a real one (article_maker.h).
///
/// Usage: bench_generate COUNT SEED MEAN_BYTES SAMPLE... > FILE.jsonl
/// MEAN_BYTES is the mean length of a body; 0 takes the sample's. What was fitted, and the same
/// figures of what was made, go to standard error.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus/article_maker.h"
#include "bench/corpus/sample_text.h"
#include "bench/corpus/vocabulary_fit.h"

namespace {

using namespace pullquote::bench;

/// Words of the output that are looked at again: enough to compare the laws.
constexpr std::uint64_t kWordsCompared = 20'000'000;

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void append_json(std::string& out, std::string_view name, std::string_view value) {
  out += out.empty() ? "{\"" : ",\"";
  out += name;
  out += "\":\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  out += '"';
}

void look_at(std::string_view body, VocabularyFit& fit) {
  for (std::size_t at = 0; at < body.size() && fit.words() < kWordsCompared;) {
    const std::size_t end = std::min(body.find_first_of(" \n", at), body.size());
    fit.add(body.substr(at, end - at));
    at = end + 1;
  }
}

void generate(const std::vector<std::string>& arguments) {
  const SampleText sample({arguments.begin() + 3, arguments.end()});
  std::fprintf(stderr, "sample: %s, %.2f quotes a sentence\n", sample.fit().summary().c_str(),
               sample.quotes_per_sentence());
  ArticleMaker maker(sample, number(arguments[1]), static_cast<double>(number(arguments[2])));
  VocabularyFit made;
  std::string line;
  for (std::uint64_t left = number(arguments[0]); left > 0; --left) {
    const MadeArticle article = maker.next();
    line.clear();
    append_json(line, "url", article.id);
    append_json(line, "source", article.source);
    append_json(line, "published", article.published);
    append_json(line, "headline", article.headline);
    append_json(line, "body", article.body);
    line += "}\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      throw std::runtime_error("cannot write the articles");
    }
    look_at(article.body, made);
  }
  std::fprintf(stderr, "made:   %s\n", made.summary().c_str());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 4) {
    std::fprintf(stderr, "usage: %s COUNT SEED MEAN_BYTES SAMPLE... > FILE.jsonl\n", argv[0]);
    return 2;
  }
  try {
    generate(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 1;
  }
}
