// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publish/verification.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "indexer/build/part_writer.h"
#include "indexer/publish/ranked_verification.h"
#include "pullquote/analyzer.h"
#include "pullquote/error.h"
#include "schema/store/checksum.h"
#include "schema/store/columns.h"
#include "schema/store/families.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "schema/store/mapped_file.h"
#include "schema/store/quote_record.h"
#include "schema/store/record.h"
#include "schema/store/stored_records.h"
#include "schema/store/xapian_errors.h"
#include "schema/terms/term_rules.h"

namespace pullquote {
namespace {

using Faults = std::vector<std::string>;

/// Documents looked at in each database of a part.
constexpr std::uint64_t kSampled = 64;

/// Words of the headlines that are searched as phrases.
constexpr std::size_t kPhraseWords = 4;

/// Calls `visit` with kSampled docids, spread evenly from the first to the last.
template <class Visit>
void for_each_sampled(std::uint64_t count, Visit visit) {
  const std::uint64_t samples = std::min(count, kSampled);
  for (std::uint64_t i = 0; i < samples; ++i) {
    visit(
        static_cast<Xapian::docid>(1 + i * (count - 1) / std::max<std::uint64_t>(samples - 1, 1)));
  }
}

void check_count(std::string_view what, std::uint64_t found, std::uint64_t claimed,
                 Faults& faults) {
  if (found == claimed) return;
  faults.push_back(fmt::format("{}: {} found, the manifest says {}", what, found, claimed));
}

void check_metadata(const Xapian::Database& database, const std::string& name,
                    const Manifest& manifest, Faults& faults) {
  if (database.get_metadata(kSchemaKey) != manifest.schema_fingerprint) {
    faults.push_back(name + ": its schema is not the manifest's");
  }
  if (database.get_metadata(kGenerationKey) != manifest.databases.value) {
    faults.push_back(name + ": it belongs to another generation");
  }
}

/// The docids a query matches, at most two.
std::vector<Xapian::docid> matches(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, 2);
  std::vector<Xapian::docid> docids;
  for (auto hit = found.begin(); hit != found.end(); ++hit) docids.push_back(*hit);
  return docids;
}

/// The first words of the headline, as a phrase in the article with that id.
Xapian::Query known_item(const Article& article, Analyzer& analyzer) {
  std::vector<std::string> words;
  for (const Token& token : analyzer.tokenize(article.headline)) {
    if (!token.is_part) words.push_back(make_term(find_field("headline")->prefix, token.term));
    if (words.size() == kPhraseWords) break;
  }
  const Xapian::Query id(make_term(find_field("id")->prefix, article.id));
  if (words.empty()) return id;
  const auto window = static_cast<Xapian::termcount>(words.size());
  return {Xapian::Query::OP_FILTER,
          Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(), window), id};
}

void check_articles(const Xapian::Database& database, const std::filesystem::path& path,
                    const std::string& name, Faults& faults) {
  const StoredRecords records(database, path);
  Analyzer analyzer;
  for_each_sampled(database.get_doccount(), [&](Xapian::docid docid) {
    const auto article = decode_record(records.read(docid));
    if (!article) {
      faults.push_back(fmt::format("{}: the record of document {} cannot be read", name, docid));
      return;
    }
    if (matches(database, Xapian::Query(make_term(find_field("id")->prefix, article->id))) !=
        std::vector{docid}) {
      faults.push_back(fmt::format("{}: article {} is not found by its id", name, article->id));
    } else if (matches(database, known_item(*article, analyzer)) != std::vector{docid}) {
      faults.push_back(
          fmt::format("{}: article {} is not found by its headline", name, article->id));
    }
  });
}

void check_quotes(const Xapian::Database& database, const std::filesystem::path& path,
                  const std::string& name, std::uint64_t article_count, Faults& faults) {
  const StoredRecords records(database, path);
  for_each_sampled(database.get_doccount(), [&](Xapian::docid docid) {
    const double article =
        Xapian::sortable_unserialise(database.get_document(docid).get_value(kQuoteArticleSlot));
    if (!decode_quote_record(records.read(docid))) {
      faults.push_back(fmt::format("{}: the record of document {} cannot be read", name, docid));
    } else if (!(article >= 1 && article <= static_cast<double>(article_count))) {
      faults.push_back(fmt::format("{}: document {} belongs to no article", name, docid));
    }
  });
}

void check_columns(const std::filesystem::path& file, std::uint64_t article_count, Faults& faults) {
  const MappedColumns columns(file);
  check_count("columns", columns.size(), article_count, faults);
  if (!columns.intact()) faults.push_back(file.string() + ": the rows have another checksum");
}

/// Every number in the file points to something, in families of the right size.
void check_family_rows(const FamiliesView& families, const std::string& name, Faults& faults) {
  std::uint64_t quotes_in_families = 0;
  for (const std::uint32_t family : families.quote_family()) {
    if (family == kNoFamily) continue;
    ++quotes_in_families;
    if (family >= families.families()) {
      faults.push_back(fmt::format("{}: a quote belongs to family {}, of {}", name, family,
                                   families.families()));
      return;
    }
  }
  std::uint64_t quotes_as_members = 0;
  for (std::uint32_t family = 0; family < families.families(); ++family) {
    const FamiliesView::Family row = families.family(family);
    bool has_representative = false;
    for (const std::uint32_t member : families.members(family)) {
      has_representative = has_representative || member == row.representative;
      if (member >= families.quotes()) {
        families.echo(member - families.quotes());
      } else if (families.quote_family()[member] == family) {
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
  const MappedFile mapped(file);
  const auto families = FamiliesView::over(mapped.bytes());
  if (!families) {
    faults.push_back(file.string() + ": this is no file of quote families of this version");
    return;
  }
  check_count("quotes of the families", families->quotes(), manifest.quote_count, faults);
  check_count("articles of the families", families->articles(), manifest.article_count, faults);
  if (!families->intact()) {
    faults.push_back(file.string() + ": the families have another checksum");
  } else if (depth == Depth::Full) {
    check_family_rows(*families, file.string(), faults);
  }
}

void check_engine(const std::filesystem::path& database, Faults& faults) {
  std::ostringstream report;
  const std::size_t errors = Xapian::Database::check(database.string(), 0, &report);
  if (errors > 0) {
    faults.push_back(
        fmt::format("{}: the engine's check found {} errors", database.string(), errors));
  }
}

void check_part(const std::filesystem::path& folder, const GenerationPart& part,
                const Manifest& manifest, Depth depth, Faults& faults) {
  const std::filesystem::path articles = folder / part.articles;
  const Xapian::Database database(articles.string());
  check_count(part.articles, database.get_doccount(), part.article_count, faults);
  check_metadata(database, part.articles, manifest, faults);
  check_articles(database, articles, part.articles, faults);
  check_columns(articles.parent_path() / kColumnsName, part.article_count, faults);
  if (depth == Depth::Full) check_engine(articles, faults);
  if (part.quotes.empty()) return;

  const Xapian::Database quotes((folder / part.quotes).string());
  check_count(part.quotes, quotes.get_doccount(), part.quote_count, faults);
  check_metadata(quotes, part.quotes, manifest, faults);
  check_quotes(quotes, folder / part.quotes, part.quotes, part.article_count, faults);
  check_columns(articles.parent_path() / kQuoteColumnsName, part.quote_count, faults);
  if (depth == Depth::Full) check_engine(folder / part.quotes, faults);
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

/// Runs a check; what it throws is a fault as well.
template <class Check>
void collecting(Faults& faults, Check check) {
  try {
    with_pullquote_errors(check);
  } catch (const Error& error) {
    faults.emplace_back(error.what());
  }
}

void check_file(const std::filesystem::path& folder, const std::string& path,
                const std::string& claimed, Faults& faults) {
  const std::string found = checksum_of_file(folder / path);
  if (found == claimed) return;
  faults.push_back(
      fmt::format("{}: its checksum is {}, the manifest says {}", path, found, claimed));
}

}  // namespace

std::vector<std::string> verify(const std::filesystem::path& folder, const Manifest& manifest,
                                Depth depth) {
  Faults faults;
  collecting(faults, [&] { check_schema(manifest, folder); });
  if (!faults.empty()) return faults;
  check_sums(manifest, faults);
  if (depth == Depth::Full) {
    for (const auto& [path, checksum] : manifest.checksums) {
      collecting(faults, [&, &path = path, &checksum = checksum] {
        check_file(folder, path, checksum, faults);
      });
    }
  }
  for (const GenerationPart& part : manifest.parts) {
    collecting(faults, [&] { check_part(folder, part, manifest, depth, faults); });
    collecting(faults, [&] { check_ranked(folder, part, manifest, depth, faults); });
  }
  if (manifest.quote_count > 0) {
    collecting(faults, [&] { check_families(folder, manifest, depth, faults); });
  }
  return faults;
}

}  // namespace pullquote
