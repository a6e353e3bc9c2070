// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullquote/index.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "pullquote/error.h"
#include "pullquote/publisher.h"

namespace pullquote {
namespace {

/// A folder that is removed, with all that is in it, when its owner goes.
class TemporaryFolder {
 public:
  /// @throws WriteFailed
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pullquote-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw WriteFailed("cannot make a temporary folder like '" + name +
                        "': " + std::strerror(errno));
    }
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Gives the articles of `first`, if there is one, then those of `articles`.
ArticleSource joined(ArticleSource first, std::vector<Article> articles) {
  return [first = std::move(first), articles = std::move(articles),
          next = std::size_t{0}]() mutable -> std::optional<Article> {
    if (first) {
      if (std::optional<Article> article = first()) return article;
      first = nullptr;
    }
    if (next == articles.size()) return std::nullopt;
    return std::move(articles[next++]);
  };
}

}  // namespace

struct Index::Impl {
  /// Opens the published generation, if it is another one than that which is open.
  /// @return whether it is.
  bool open_published() {
    const GenerationId published = current_generation(folder);
    if (opened && published == id) return false;
    std::shared_ptr<const Generation> next = Generation::open(folder, published);
    close();
    opened = std::move(next);
    id = published;
    return true;
  }

  void close() {
    searcher.reset();
    quotes.reset();
    opened.reset();
  }

  std::unique_ptr<const TemporaryFolder> temporary;  ///< null: the folder is the caller's
  std::filesystem::path folder;
  std::shared_ptr<const Generation> opened;  ///< null: none yet
  GenerationId id;                           ///< of `opened`
  std::optional<Searcher> searcher;          ///< over `opened`, as is `quotes`
  std::optional<QuoteSearcher> quotes;
};

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(std::filesystem::path folder) : impl_(std::make_unique<Impl>()) {
  impl_->folder = std::move(folder);
}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

Index Index::temporary() {
  auto impl = std::make_unique<Impl>();
  impl->temporary = std::make_unique<const TemporaryFolder>();
  impl->folder = impl->temporary->path();
  return Index(std::move(impl));
}

const std::filesystem::path& Index::folder() const {
  return impl_->folder;
}

BuildReport Index::build(std::vector<Article> articles, BuildOptions options, Reporter& reporter,
                         std::stop_token stop) {
  options.index = impl_->folder;
  options.articles = joined(std::move(options.articles), std::move(articles));
  BuildReport report = build_index(options, reporter, std::move(stop));
  impl_->close();
  return report;
}

ReindexReport Index::reindex(ReindexOptions options, Reporter& reporter, std::stop_token stop) {
  options.index = impl_->folder;
  ReindexReport report = pullquote::reindex(options, reporter, std::move(stop));
  impl_->close();
  return report;
}

bool Index::refresh() {
  return impl_->open_published();
}

std::shared_ptr<const Generation> Index::generation() {
  if (!impl_->opened) impl_->open_published();
  return impl_->opened;
}

Searcher& Index::searcher() {
  if (!impl_->searcher) impl_->searcher.emplace(generation());
  return *impl_->searcher;
}

QuoteSearcher& Index::quotes() {
  if (!impl_->quotes) impl_->quotes.emplace(generation());
  return *impl_->quotes;
}

}  // namespace pullquote
