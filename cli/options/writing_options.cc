// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/writing_options.h"

#include <charconv>
#include <map>
#include <ostream>
#include <string>

#include "cli/options/options.h"
#include "cli/terminal/escape.h"
#include "pullquote/error.h"

namespace pullquote::cli {
namespace {

/// The weights as --weights takes them.
std::string text_of(const FieldWeights& weights) {
  return "headline=" + std::to_string(weights.headline) + ",body=" + std::to_string(weights.body) +
         ",quote=" + std::to_string(weights.quote);
}

/// The weight of a field by its name in --weights; null for an unknown name.
std::uint8_t* weight_of(const std::string& name, FieldWeights& weights) {
  if (name == "headline") return &weights.headline;
  if (name == "body") return &weights.body;
  return name == "quote" ? &weights.quote : nullptr;
}

/// Sets one weight of --weights. False when the name is unknown or the number is not from 0 to 255.
bool set_weight(const std::string& name, const std::string& value, FieldWeights& weights) {
  std::uint8_t* const weight = weight_of(name, weights);
  const char* const end = value.data() + value.size();
  if (weight == nullptr) return false;
  const auto [stop, error] = std::from_chars(value.data(), end, *weight);
  return error == std::errc() && stop == end;
}

/// The option --weights. If `weights` is not set, all three weights must be given.
Option weights_option(std::optional<FieldWeights>& weights) {
  Option option = OptionTable::named(
      "weights", "FIELD=N,...", "How much a word counts in headline, body and quote, 0 to 255");
  if (weights) option.default_text = text_of(*weights);
  option.assign = [&weights](std::string_view value) {
    std::map<std::string, std::string> pairs;
    FieldWeights read = weights.value_or(FieldWeights());
    bool good = read_key_values(value, pairs);
    for (const auto& [name, number] : pairs) good = set_weight(name, number, read) && good;
    if (!good) return "weights such as " + text_of(FieldWeights());
    if (!weights && pairs.size() != 3) {
      return "all three weights, such as " + text_of(FieldWeights());
    }
    if (read == FieldWeights{0, 0, 0}) return std::string("a weight above 0 in some field");
    weights = read;
    return std::string();
  };
  return option;
}

}  // namespace

void add_writing_options(OptionTable& options, ReindexOptions& writing) {
  options.count("threads", "N", "Threads that work; 0 is one for each core", writing.threads, 0,
                1024);
  options.bytes("memory", "SIZE", "What the build may hold (default: a quarter of the machine's)",
                writing.memory_bytes);
  options.flag("unchecked-space", "Begin even if the disk is likely to fill up",
               writing.check_space, false);
  options.count("compression", "LEVEL", "How hard what is stored is packed, 1 to 19; 0 is not",
                writing.compression, 0, kMostCompression);
  options.choice<XapianContent>(
      "xapian", "What stock Xapian programs find: words by their stems, or everything",
      {{"stems", XapianContent::Stems}, {"full", XapianContent::Full}}, writing.xapian);
  options.count("keep", "N", "Generations left after publishing, the new one included",
                writing.keep, 1, 10000);
  options.add(weights_option(writing.weights));
  options.number("k1", "X", "Saturation of repeated words in BM25F, 0 to 100", writing.k1, 0,
                 kMostK1);
  options.number("b", "X", "Share of the length normalisation in BM25F, 0 to 1", writing.b, 0, 1);
}

void print_report(const std::string& report, const GenerationId& published, Context& context) try {
  context.out << report;
  context.out.flush();
} catch (const WriteFailed& error) {
  context.err << "warning: generation " << published.value << " is published, but "
              << escape_for_terminal(error.what()) << '\n';
  context.out.clear();
}

}  // namespace pullquote::cli
