// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/sound_generation.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include "cli/terminal/escape.h"
#include "pullquote/error.h"
#include "pullquote/publisher.h"

namespace pullquote::cli {
namespace {

/// The IndexCorrupt or IndexUnavailable that `attempt` throws; null when it succeeds. Other
/// exceptions pass through.
template <class Attempt>
std::exception_ptr damage_met_by(Attempt attempt) try {
  attempt();
  return nullptr;
} catch (const IndexCorrupt&) {
  return std::current_exception();
} catch (const IndexUnavailable&) {
  return std::current_exception();
}

/// The message of an exception.
std::string message_of(const std::exception_ptr& damage) try {
  std::rethrow_exception(damage);
} catch (const Error& error) {
  return error.what();
}

/// Readable generations that are older than the published one, newest first; all of them if CURRENT
/// is damaged. Newer generations are left out, because a rollback has withdrawn them.
std::vector<GenerationId> older_generations(const std::filesystem::path& index) {
  const std::vector<GenerationInfo> list = list_generations(index);
  auto from =
      std::find_if(list.begin(), list.end(), [](const auto& info) { return info.published; });
  from = from == list.end() ? list.begin() : std::next(from);
  std::vector<GenerationId> older;
  for (; from != list.end(); ++from) {
    if (from->fault.empty()) older.push_back(from->id);
  }
  return older;
}

}  // namespace

void with_sound_generation(const std::filesystem::path& index, std::string_view command,
                           Context& context, const Answer& answer) {
  const std::exception_ptr damage = damage_met_by([&] { answer(Generation::open(index)); });
  if (!damage) return;
  std::vector<GenerationId> candidates;
  damage_met_by([&] { candidates = older_generations(index); });
  for (const GenerationId& id : candidates) {
    if (damage_met_by([&] { answer(Generation::open(index, id)); })) continue;
    context.err << "pullquote " << command
                << ": warning: " << escape_for_terminal(message_of(damage))
                << "; answered from generation " << id.value << '\n';
    return;
  }
  std::rethrow_exception(damage);
}

}  // namespace pullquote::cli
