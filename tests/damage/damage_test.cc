// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens to the bytes of a published generation, its answers are the right ones, or
// errors that name the damaged file and a remedy: never others, a crash or a hang.
//
// A trial flips one bit of a file or cuts the file short, opens the index and asks every question.
// Trials run in a child process, which says in shared memory which one it is at, so that a crash is
// reported with its trial and the others go on. The same choice of trials is made each time.
// PULLQUOTE_DAMAGE=5000 asks for so many flips of each file, and a quarter of that cuts;
// PULLQUOTE_DAMAGE=all for a flip of each byte and a cut to each length, which takes hours;
// PULLQUOTE_DAMAGE_FILES=ranked.p tries only files with that in their names.
#include <boost/test/unit_test.hpp>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "pullquote/error.h"
#include "pullquote/json.h"
#include "pullquote/quotes.h"
#include "pullquote/searcher.h"
#include "tests/support/test_index.h"

using namespace pullquote;
using namespace pullquote::testing;

namespace {

/// Flips of each file; cuts are a quarter of that.
constexpr std::size_t kFlips = 100;

constexpr unsigned kPatienceSeconds = 60;
constexpr std::size_t kMostFailures = 20;

constexpr const char* kQueries[] = {"harbour strike",
                                    "the boats",
                                    "+ceasefire monitoring",
                                    "word7 word32 OR word63",
                                    "\"the harbour\"",
                                    "\"we counted\"",
                                    "\"boats number\"",
                                    "headline:\"boats number 7\"",
                                    "quote:\"stronger monitoring\"",
                                    "quote:boats",
                                    "headline:truce^3 aleppo",
                                    "speaker:brandt",
                                    "speaker:lee boats",
                                    "source:gazette",
                                    "lang:de",
                                    "date:2026-03 the",
                                    "since:2024-01-15 boats",
                                    "strike NEAR/5 harbour",
                                    "word7 ADJ/9 word32",
                                    "word1*",
                                    "harb* OR ceas*",
                                    "harbuor~",
                                    "=monitoring",
                                    "said:(brandt monitoring)",
                                    "said:(lee \"counted 12\")",
                                    "the -harbour",
                                    "until:2026-02 NOT boats",
                                    "cease-fire"};

Query parsed(const std::string& text) {
  return std::get<Query>(parse_query(text, {.now_seconds = 1'780'000'000}));
}

std::string text_of(const ResultPage& page) {
  std::string text = std::to_string(page.matches);
  for (const Hit& hit : page.hits) text += hit_json(hit, {});
  return text;
}

std::string text_of(const FamilyPage& page) {
  std::string text = std::to_string(page.matches);
  for (const QuoteFamily& family : page.families) text += family_json(family, 1);
  return text;
}

struct Answer {
  bool is_error = false;
  std::string text;
};

/// Asks everything of an index. One answer or error a question, always in the same order.
class Interview {
 public:
  explicit Interview(const std::filesystem::path& index) {
    std::shared_ptr<const Generation> generation;
    ask([&] {
      generation = Generation::open(index);
      return generation->manifest().created;
    });
    if (!generation) return;
    Searcher articles(generation);
    for (const char* query : kQueries) {
      ask([&] { return text_of(articles.search(parsed(query))); });
    }
    ask([&] { return text_of(articles.search(parsed("the"), {.sort = SortOrder::Oldest})); });
    ask([&] { return text_of(articles.search(parsed("boats"), {.limit = 3, .offset = 200})); });
    ask([&] {
      std::string text;
      for (const auto& [id, score] : articles.search_ids(parsed("the boats")).ids) text += id + ' ';
      return text;
    });
    for (const char* id : {"a0007", "a0150", "truce-wire", "no such article"}) {
      ask([&] {
        const auto article = articles.article(id);
        return article ? article_json(*article) : std::string();
      });
      ask([&] {
        const auto explanation = articles.explain(parsed("the boats harbour"), id);
        return explanation ? std::to_string(explanation->value) : std::string();
      });
    }
    ask([&] { return ask_quotes(generation); });
    if (answers_.back().is_error) return;
    QuoteSearcher quotes(generation);
    for (const char* query : {"harbour", "\"stronger monitoring\"", "boats", "count* today"}) {
      ask([&] { return text_of(quotes.search(parsed(query))); });
    }
    ask([&] { return text_of(quotes.search({}, {.filter = {.by = "brandt"}})); });
    ask([&] { return text_of(quotes.search({}, {.sort = FamilySort::Outlets})); });
    ask([&] {
      return text_of(
          quotes.search({}, {.filter = {.source = "gazette", .from_seconds = 1'770'000'000}}));
    });
    for (const char* text : {"to finalise stronger monitoring", "We counted 17 boats today"}) {
      ask([&] {
        std::string all;
        for (const TracedFamily& traced : quotes.trace(text)) all += traced_family_json(traced);
        return all;
      });
    }
    for (const SpeakerGrouping per : {SpeakerGrouping::None, SpeakerGrouping::Outlet}) {
      ask([&] {
        std::string all;
        for (const SpeakerCount& count : quotes.speakers({.per = per})) all += speaker_json(count);
        return all;
      });
    }
  }

  const std::vector<Answer>& answers() const { return answers_; }

 private:
  static std::string ask_quotes(const std::shared_ptr<const Generation>& generation) {
    return text_of(QuoteSearcher(generation).search({}, {.filter = {.conflicts = true}}));
  }

  void ask(const std::function<std::string()>& question) {
    try {
      answers_.push_back({false, question()});
    } catch (const Error& error) {
      answers_.push_back({true, error.what()});
    }
  }

  std::vector<Answer> answers_;
};

struct Trial {
  std::string file;    ///< relative to the generation
  std::size_t at = 0;  ///< the byte, or the length that is left
  int bit = -1;        ///< -1: the file is cut
  std::string name() const {
    return file + (bit < 0 ? " cut to " + std::to_string(at) + " bytes"
                           : ", byte " + std::to_string(at) + ", bit " + std::to_string(bit));
  }
};

/// What the child says to its parent.
struct Notes {
  std::size_t trial;
  std::size_t refused;  ///< trials in which a question ended in an error
  char complaint[2000];
};

class DamagedIndex {
 public:
  explicit DamagedIndex(const std::filesystem::path& index, const GenerationId& id)
      : index_(index),
        generation_(index / "generations" / id.value),
        right_(Interview(index).answers()) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(generation_)) {
      if (!entry.is_regular_file() || entry.file_size() == 0) continue;
      files_[entry.path().lexically_relative(generation_)] = read_file(entry.path());
    }
    void* const memory =
        ::mmap(nullptr, sizeof(Notes), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    BOOST_REQUIRE(memory != MAP_FAILED);
    notes_ = static_cast<Notes*>(memory);
  }
  ~DamagedIndex() { ::munmap(notes_, sizeof(Notes)); }
  DamagedIndex(const DamagedIndex&) = delete;
  DamagedIndex& operator=(const DamagedIndex&) = delete;

  const std::vector<Answer>& right() const { return right_; }

  std::vector<Trial> trials() const {
    const char* const variable = std::getenv("PULLQUOTE_DAMAGE");
    const std::string wish = variable == nullptr ? std::to_string(kFlips) : variable;
    const bool all = wish == "all";
    const std::size_t flips = all ? 0 : std::stoul(wish);
    const char* const part_of_name = std::getenv("PULLQUOTE_DAMAGE_FILES");
    std::mt19937 random(static_cast<unsigned>(flips));
    std::vector<Trial> trials;
    for (const auto& [file, bytes] : files_) {
      if (part_of_name != nullptr && file.find(part_of_name) == file.npos) continue;
      const auto add = [&, &name = file, size = bytes.size()](std::size_t wanted, int bits) {
        for (std::size_t i = 0; i < (all ? size : std::min(wanted, size)); ++i) {
          trials.push_back({name, all ? i : random() % size,
                            bits == 0 ? -1 : static_cast<int>(random() % bits)});
        }
      };
      add(flips, 8);
      add(flips / 4, 0);
    }
    return trials;
  }

  /// @return in how many of the trials the damage was noticed.
  std::size_t run(const std::vector<Trial>& trials) {
    std::size_t failures = 0;
    notes_->refused = 0;
    for (std::size_t next = 0; next < trials.size() && failures < kMostFailures;) {
      const std::string failure = first_failure(trials, next);
      if (failure.empty()) break;
      BOOST_ERROR(trials[notes_->trial].name() << ": " << failure);
      restore(trials[notes_->trial].file);
      next = notes_->trial + 1;
      ++failures;
    }
    return notes_->refused;
  }

 private:
  /// Runs trials from `next` on until one fails, which notes_ names; empty when none does.
  std::string first_failure(const std::vector<Trial>& trials, std::size_t next) {
    const ::pid_t child = ::fork();
    if (child == 0) {
      for (; next < trials.size(); ++next) {
        notes_->trial = next;
        ::alarm(kPatienceSeconds);
        const std::string complaint = complaint_about(trials[next]);
        if (complaint.empty()) continue;
        std::strncpy(notes_->complaint, complaint.c_str(), sizeof notes_->complaint - 1);
        ::_exit(1);
      }
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) {
      return WTERMSIG(status) == SIGALRM ? "it hangs"
                                         : "it dies of signal " + std::to_string(WTERMSIG(status));
    }
    return WEXITSTATUS(status) == 0 ? "" : notes_->complaint;
  }

  std::string complaint_about(const Trial& trial) {
    damage(trial);
    const Interview interview(index_);
    restore(trial.file);
    const std::vector<Answer>& answers = interview.answers();
    notes_->refused += std::any_of(answers.begin(), answers.end(),
                                   [](const Answer& answer) { return answer.is_error; });
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const std::string& text = answers[i].text;
      if (!answers[i].is_error) {
        if (text == right_[i].text) continue;
        return "question " + std::to_string(i) + " is answered " + text + " instead of " +
               right_[i].text;
      }
      const bool helps = text.find("pullquote reindex") != text.npos ||
                         text.find("rebuild the index or roll back") != text.npos;
      if (text.find((generation_ / trial.file).string()) == text.npos || !helps) {
        return "question " + std::to_string(i) +
               " ends in an error without file and remedy: " + text;
      }
    }
    return "";
  }

  void damage(const Trial& trial) const {
    const std::filesystem::path file = generation_ / trial.file;
    if (trial.bit < 0) return std::filesystem::resize_file(file, trial.at);
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>(trial.at));
    out.put(static_cast<char>(files_.at(trial.file)[trial.at] ^ (1 << trial.bit)));
  }

  void restore(const std::string& file) const {
    std::ofstream(generation_ / file, std::ios::binary) << files_.at(file);
  }

  const std::filesystem::path index_;
  const std::filesystem::path generation_;
  const std::vector<Answer> right_;
  std::map<std::string, std::string> files_;
  Notes* notes_ = nullptr;
};

void try_damage(const std::filesystem::path& index, const BuildReport& report) {
  DamagedIndex damaged(index, report.generation);
  std::size_t answered = 0;
  for (const Answer& answer : damaged.right()) {
    BOOST_TEST(!answer.is_error, answer.text);
    answered += answer.text.size() > 1 ? 1 : 0;
  }
  BOOST_TEST(answered > damaged.right().size() / 3);  // else the questions ask nothing
  const std::vector<Trial> trials = damaged.trials();
  const std::size_t noticed = damaged.run(trials);
  BOOST_TEST_MESSAGE(noticed << " of " << trials.size() << " were noticed");
  BOOST_TEST(noticed > trials.size() / 3);  // the rest is padding, or read by nobody
}

BOOST_AUTO_TEST_SUITE(damage)

BOOST_AUTO_TEST_CASE(damage_to_an_index_of_the_sample_is_noticed_or_without_effect) {
  const TemporaryDirectory folder;
  CollectingReporter reporter;
  BuildOptions options;
  options.index = folder / "index";
  options.inputs = {PULLQUOTE_SOURCE_DIR "/data/sample"};
  try_damage(options.index, build_index(options, reporter));
}

// Lists of many blocks, and words that are frequent enough for lists of pairs.
BOOST_AUTO_TEST_CASE(damage_to_long_lists_is_noticed_or_without_effect) {
  TestIndex index;
  const BuildReport report = index.build(many_articles(300));
  try_damage(index.path(), report);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
