// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/stored_articles.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <utility>

#include "indexer/build/stored_records.h"
#include "indexer/publish/xapian_errors.h"
#include "pullquote/error.h"
#include "schema/io/index_damage.h"
#include "schema/store/article_store.h"
#include "schema/store/checksum.h"
#include "schema/store/doc_id.h"
#include "schema/store/layout.h"
#include "schema/store/manifest.h"
#include "schema/store/record.h"

namespace pullquote {
namespace {

/// The build option of the format before that left bodies out of the stored articles.
constexpr const char* kStoredTextOption = "stored_text";

bool stores_texts(const Manifest& manifest) {
  const auto option = manifest.options.find(kStoredTextOption);
  return option == manifest.options.end() || option->second != "no";
}

/// Whether a file is what the build wrote; not when it cannot be read.
bool has_its_checksum(const std::filesystem::path& folder, const Manifest& manifest,
                      const std::filesystem::path& path) try {
  const auto checksum = manifest.checksums.find(path.string());
  return checksum != manifest.checksums.end() &&
         checksum_of_file(folder / path) == checksum->second;
} catch (const IndexUnavailable&) {
  return false;
}

bool has_sound_blocks(const std::filesystem::path& folder, const Manifest& manifest,
                      const GenerationPart& part) {
  return has_its_checksum(folder, manifest,
                          std::filesystem::path(part.folder) / kArticleBlocksName);
}

/// Where articles.blocks cannot say which blocks are sound, the manifest has to say that all are.
void check_whole_files(const std::filesystem::path& folder, const Manifest& manifest,
                       const GenerationPart& part) {
  const std::filesystem::path part_folder(part.folder);
  const std::filesystem::path documents = part_folder / kArticlesName / kDocdataName;
  if (!has_its_checksum(folder, manifest, documents)) {
    throw_index_corrupt((folder / documents).string() + " is lost or damaged, as is " +
                        (folder / part_folder / kArticleBlocksName).string());
  }
  const std::filesystem::path dictionary = part_folder / kArticleDictionaryName;
  if (manifest.checksums.contains(dictionary.string()) &&
      !has_its_checksum(folder, manifest, dictionary)) {
    throw_index_corrupt((folder / dictionary).string() +
                        " is lost or damaged, and cannot be derived from the articles");
  }
}

/// Of the format before, what reading its articles touches.
bool holds_articles(const std::filesystem::path& file) {
  return file.parent_path().filename() == kArticlesName && file.filename() != "position.glass" &&
         file.filename() != "termlist.glass";
}

}  // namespace

void check_stored_articles(const std::filesystem::path& folder, const Manifest& manifest) {
  if (!stores_texts(manifest)) {
    throw BuildRefused(folder.string() +
                       " was built without its texts, so that nothing can be derived from it; "
                       "rebuild the index from its sources");
  }
  if (manifest.format_version == kFormatVersion) {
    for (const GenerationPart& part : manifest.parts) {
      if (!has_sound_blocks(folder, manifest, part)) check_whole_files(folder, manifest, part);
    }
    return;
  }
  for (const auto& [path, checksum] : manifest.checksums) {
    if (!holds_articles(path) || checksum_of_file(folder / path) == checksum) continue;
    throw_index_corrupt((folder / path).string() + " is damaged");
  }
}

class StoredArticles::Source {
 public:
  virtual ~Source() = default;
  virtual std::string record(DocId docid) const = 0;
};

/// Of this format.
class StoredArticles::Blocks final : public Source {
 public:
  /// @param sound_blocks  whether articles.blocks can be used.
  Blocks(const std::filesystem::path& part, std::uint32_t article_count, bool sound_blocks)
      : store_(sound_blocks ? ArticleStore(part, article_count)
                            : ArticleStore::without_blocks(part, article_count)),
        records_(store_) {}
  std::string record(DocId docid) const override { return records_.read(docid); }

 private:
  ArticleStore store_;
  ArticleRecords records_;
};

/// Of the format before.
class StoredArticles::Database final : public Source {
 public:
  Database(const std::filesystem::path& folder, std::uint64_t article_count)
      : path_(folder), records_(opened(folder, article_count), folder) {}
  std::string record(DocId docid) const override {
    return with_pullquote_errors([&] { return records_.read(docid); }, path_);
  }

 private:
  static Xapian::Database opened(const std::filesystem::path& folder, std::uint64_t articles) {
    return with_pullquote_errors(
        [&] {
          Xapian::Database database(folder.string());
          if (database.get_doccount() != articles || database.get_lastdocid() != articles) {
            throw_index_corrupt(folder.string() +
                                " has another number of articles than the manifest says");
          }
          return database;
        },
        folder);
  }

  std::filesystem::path path_;
  StoredRecords records_;
};

StoredArticles::StoredArticles(const std::filesystem::path& folder, const Manifest& manifest,
                               const GenerationPart& part)
    : part_folder_(folder / part.folder) {
  if (manifest.format_version == kFormatVersion) {
    source_ = std::make_unique<Blocks>(part_folder_, static_cast<std::uint32_t>(part.article_count),
                                       has_sound_blocks(folder, manifest, part));
  } else {
    source_ = std::make_unique<Database>(part_folder_ / kArticlesName, part.article_count);
  }
}

StoredArticles::~StoredArticles() = default;

Article StoredArticles::read(DocId docid) const {
  std::optional<Article> article = decode_record(source_->record(docid));
  if (article) return std::move(*article);
  throw_index_corrupt((part_folder_ / kArticlesName / kDocdataName).string() +
                      ": the stored article " + std::to_string(docid) + " cannot be decoded");
}

}  // namespace pullquote
