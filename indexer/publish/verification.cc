// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/verification.h"

#include <fmt/format.h>

#include "indexer/publish/part_verification.h"
#include "indexer/publish/xapian_errors.h"
#include "indexer/work/progress_meter.h"
#include "indexer/work/worker_group.h"
#include "pullquote/error.h"
#include "schema/store/checksum.h"
#include "schema/store/families.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"

namespace pullquote {
namespace {

using Faults = std::vector<std::string>;

void check_count(std::string_view what, std::uint64_t found, std::uint64_t claimed,
                 Faults& faults) {
  if (found == claimed) return;
  faults.push_back(fmt::format("{}: {} found, the manifest says {}", what, found, claimed));
}

void check_sums(const Manifest& manifest, Faults& faults) {
  std::uint64_t articles = 0;
  std::uint64_t quotes = 0;
  for (const GenerationPart& part : manifest.parts) {
    articles += part.article_count;
    quotes += part.quote_count;
  }
  check_count("articles of all parts", articles, manifest.article_count, faults);
  check_count("quotes of all parts", quotes, manifest.quote_count, faults);
}

/// Every number in the file points to something, in families of the right size.
void check_family_rows(const FamiliesFile& families, const std::string& name, Faults& faults) {
  std::uint64_t quotes_in_families = 0;
  for (std::uint32_t quote = 0; quote < families.quotes(); ++quote) {
    families.speaker(families.quote_speaker(quote));
    if (families.quote_family(quote) != kNoFamily) ++quotes_in_families;
  }
  for (std::uint32_t article = 0; article < families.articles(); ++article) {
    families.outlet(families.outlet_of_article(article));
  }
  std::uint64_t quotes_as_members = 0;
  for (std::uint32_t family = 0; family < families.families(); ++family) {
    const std::uint32_t representative = families.family(family).representative;
    bool has_representative = false;
    for (const std::uint32_t member : families.members(family)) {
      has_representative = has_representative || member == representative;
      if (member >= families.quotes()) {
        families.echo(member - families.quotes());
      } else if (families.quote_family(member) == family) {
        ++quotes_as_members;
      }
    }
    if (!has_representative) {
      faults.push_back(fmt::format("{}: family {} lacks its representative", name, family));
      return;
    }
  }
  check_count(name + ": quotes in families", quotes_as_members, quotes_in_families, faults);
}

void check_families(const std::filesystem::path& folder, const Manifest& manifest, Depth depth,
                    Faults& faults) {
  const std::filesystem::path file = folder / kFamiliesName;
  const FamiliesFile families(file);
  check_count("quotes of the families", families.quotes(), manifest.quote_count, faults);
  check_count("articles of the families", families.articles(), manifest.article_count, faults);
  if (depth == Depth::Sample) return;
  families.check_all();
  check_family_rows(families, file.string(), faults);
}

/// Runs a check; what it throws is a fault as well.
template <class Check>
void collecting(Faults& faults, Check check) {
  try {
    with_pullquote_errors(check);
  } catch (const Interrupted&) {
    throw;
  } catch (const Error& error) {
    faults.emplace_back(error.what());
  }
}

void check_file(const std::filesystem::path& folder, const std::string& path,
                const std::string& claimed, Faults& faults) {
  const std::string found = checksum_of_file(folder / path);
  if (found == claimed) return;
  faults.push_back(fmt::format("{}: its checksum is {}, the manifest says {}",
                               (folder / path).string(), found, claimed));
}

}  // namespace

std::vector<std::string> verify(const std::filesystem::path& folder, const Manifest& manifest,
                                Depth depth, const Supervision& supervision) {
  Faults faults;
  collecting(faults, [&] { check_schema(manifest, folder); });
  if (!faults.empty()) return faults;
  check_sums(manifest, faults);
  if (depth == Depth::Full) {
    ProgressMeter meter(supervision.reporter, "checksums", "bytes", manifest.index_bytes);
    for (const auto& [path, checksum] : manifest.checksums) {
      collecting(faults, [&, &path = path, &checksum = checksum] {
        throw_if_stopped(supervision.stop);
        check_file(folder, path, checksum, faults);
        meter.add(std::filesystem::file_size(folder / path), 0);
      });
    }
    // Xapian may crash on a damaged file, and what else it says is no news.
    if (!faults.empty()) return faults;
  }
  for (const GenerationPart& part : manifest.parts) {
    collecting(faults, [&] { check_part(folder, part, manifest, depth, supervision, faults); });
  }
  if (manifest.quote_count > 0) {
    collecting(faults, [&] { check_families(folder, manifest, depth, faults); });
  }
  return faults;
}

}  // namespace pullquote
