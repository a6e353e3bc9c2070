// SPDX-License-Identifier: GPL-3.0-or-later
/// An index built in the test itself from a few lines of JSONL, by the product's own build.
#pragma once

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pullquote/index_builder.h"
#include "schema/store/layout.h"
#include "tests/support/temporary_directory.h"

namespace pullquote::testing {

/// Keeps what a library said. Thread-safe.
class CollectingReporter final : public Reporter {
 public:
  void message(Severity severity, std::string_view text) override {
    const std::lock_guard lock(mutex_);
    messages_.emplace_back(severity, text);
  }
  void progress(const Progress& progress) override {
    const std::lock_guard lock(mutex_);
    if (stages_.empty() || stages_.back() != progress.stage) stages_.emplace_back(progress.stage);
  }

  /// To be asked when the work is done.
  const std::vector<std::pair<Severity, std::string>>& messages() const { return messages_; }
  /// Names of the stages in the order in which they reported.
  const std::vector<std::string>& stages() const { return stages_; }

 private:
  std::mutex mutex_;  // guards all below
  std::vector<std::pair<Severity, std::string>> messages_;
  std::vector<std::string> stages_;
};

inline std::string lines_of(std::initializer_list<std::string_view> lines) {
  std::string text;
  for (std::string_view line : lines) text.append(line).append("\n");
  return text;
}

/// Articles with ids a0000, a0001, ...: words of a small vocabulary, some quotes, some dates equal.
inline std::string many_articles(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::string body;
    for (std::size_t word = 0; word < 40 + i % 60; ++word) {
      body +=
          "word" + std::to_string((i * 31 + word * word * 7) % 997) + (word % 9 == 8 ? ". " : " ");
      if (word % 30 == 29) body += "\\n\\n";
    }
    body += " \\\"We counted " + std::to_string(i) + " boats today,\\\" Ann Lee said.";
    std::string id = std::to_string(i);
    id.insert(0, 4 - std::min<std::size_t>(id.size(), 4), '0');
    text += R"({"id":"a)" + id + R"(","headline":"Boats number )" + id + R"(","body":")" + body +
            R"(","published":"2024-01-)" + std::to_string(10 + i % 20) +
            R"(","language":"en"})"
            "\n";
  }
  return text;
}

/// A folder with an input file and the index built from it.
class TestIndex {
 public:
  TestIndex() = default;
  explicit TestIndex(std::initializer_list<std::string_view> lines) { build(lines_of(lines)); }

  /// Builds one more generation from JSONL text.
  BuildReport build(std::string_view jsonl) { return build(jsonl, {}); }
  BuildReport build(std::string_view jsonl, BuildOptions options, std::stop_token stop = {}) {
    folder_.write("input.jsonl", jsonl);
    options.index = path();
    options.inputs = {(folder_ / "input.jsonl").string()};
    return build_index(options, reporter_, stop);
  }

  std::filesystem::path path() const { return folder_ / "index"; }
  std::filesystem::path generation(const BuildReport& report) const {
    return path() / "generations" / report.generation.value;
  }
  std::filesystem::path part(const BuildReport& report) const {
    return generation(report) / kFirstPartName;
  }
  const TemporaryDirectory& folder() const { return folder_; }
  CollectingReporter& reporter() { return reporter_; }

 private:
  TemporaryDirectory folder_;
  CollectingReporter reporter_;
};

}  // namespace pullquote::testing
