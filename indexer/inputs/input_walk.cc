// SPDX-License-Identifier: GPL-3.0-or-later
/// Folders, patterns and relative paths.
#include "indexer/inputs/input_walk.h"

#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unordered_set>
#include <utility>

namespace pullquote {
namespace {

namespace fs = std::filesystem;
using Found = std::variant<FoundFile, Rejection>;

FoundFile make_file(std::string path, std::string relative_path) {
  FoundFile file{std::move(path), std::move(relative_path), 0, 0};
  struct stat status {};
  if (::stat(file.path.c_str(), &status) == 0) {
    if (S_ISREG(status.st_mode)) file.bytes = static_cast<std::uint64_t>(status.st_size);
    file.modified = status.st_mtime;
  }
  return file;
}

struct Entry {
  std::string name;
  bool is_folder = false;
  bool is_special = false;
};

/// Whether it is a pipe, socket or device. A dangling link is none: it is reported when it is
/// opened.
bool is_special(const fs::file_status& target) {
  return fs::exists(target) && !fs::is_regular_file(target) && !fs::is_directory(target);
}

/// Pipes are read when they are named, not when they happen to lie in a folder: reading may wait
/// for ever, or change what a device does.
Rejection special_file(std::string path) {
  return {std::move(path), 0, "special file",
          "a pipe, socket or device is read only when it is named as an input"};
}

class Walk {
 public:
  Walk(const fs::path& skip_folder, std::vector<Found>& found)
      : skip_folder_(skip_folder), found_(found) {}

  void folder(const std::string& path, const std::string& relative) {
    std::error_code ignored;
    if (!skip_folder_.empty() && fs::equivalent(path, skip_folder_, ignored)) return;
    std::vector<Entry> entries;
    if (const std::string problem = list(path, entries); !problem.empty()) {
      found_.push_back(Rejection{path, 0, "unreadable folder", problem});
    }
    for (const Entry& entry : entries) {
      std::string inner = path;
      if (!inner.ends_with('/')) inner += '/';
      inner += entry.name;
      if (entry.is_special) {
        found_.push_back(special_file(std::move(inner)));
        continue;
      }
      const std::string below = relative.empty() ? entry.name : relative + "/" + entry.name;
      if (entry.is_folder) {
        folder(inner, below);
      } else {
        found_.push_back(make_file(std::move(inner), below));
      }
    }
  }

 private:
  /// The entries to visit, by name; a message when the folder cannot be read to its end.
  static std::string list(const std::string& path, std::vector<Entry>& entries) {
    std::error_code error;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (name.starts_with('.') || is_sidecar_name(name)) continue;
      std::error_code ignored;
      const fs::file_status self = entry->symlink_status(ignored);
      const fs::file_status target = entry->status(ignored);
      const bool link = fs::is_symlink(self);
      if (fs::is_directory(target)) {
        if (!link) entries.push_back({std::move(name), true, false});
      } else {
        entries.push_back({std::move(name), false, is_special(target)});
      }
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return error ? error.message() : std::string();
  }

  const fs::path& skip_folder_;
  std::vector<Found>& found_;
};

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_pattern(const std::string& input) {
  return input.find_first_of("*?[") != std::string::npos;
}

std::vector<std::string> expand(const std::string& pattern) {
  std::vector<std::string> paths;
  glob_t matches{};
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &matches) == 0) {
    for (std::size_t i = 0; i < matches.gl_pathc; ++i) paths.emplace_back(matches.gl_pathv[i]);
  }
  ::globfree(&matches);
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The folder part of `path`, with its slash; "" for a bare name.
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

/// The deepest folder that holds all of the files, with its slash.
std::string common_folder(const std::vector<std::string>& files) {
  if (files.empty()) return {};
  std::string common = folder_of(files.front());
  for (const std::string& file : files) {
    while (!file.starts_with(common)) {
      common.pop_back();
      common = folder_of(common);
    }
  }
  return common;
}

/// A path as text for an id, without what only says where the program was started.
std::string plain_path(const std::string& path) {
  std::string plain = fs::path(path).lexically_normal().generic_string();
  while (plain.starts_with("../")) plain.erase(0, 3);
  while (plain.starts_with('/')) plain.erase(0, 1);
  return plain.empty() ? path : plain;
}

void add_input(const std::string& path, const std::string& base, Walk& walk,
               std::vector<Found>& found) {
  if (is_folder(path)) {
    const bool below = path.size() > base.size() && !base.empty() && path.starts_with(base);
    return walk.folder(path, below ? path.substr(base.size()) : std::string());
  }
  const std::string name = path.substr(base.size());
  if (!is_sidecar_name(name)) found.push_back(make_file(path, name));
}

void add_pattern(const std::string& pattern, Walk& walk, std::vector<Found>& found) {
  const std::vector<std::string> paths = expand(pattern);
  if (paths.empty())
    throw Error("no such file or folder: " + pattern + " (the pattern matches nothing)");
  const std::string base = folder_of(pattern.substr(0, pattern.find_first_of("*?[")));
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (is_folder(path)) {
      walk.folder(path, path.substr(base.size()));
    } else if (is_special(fs::status(path, ignored))) {
      found.push_back(special_file(path));
    } else {
      add_input(path, base, walk, found);
    }
  }
}

/// Leaves each file once, and gives different files that share a relative path different ones: it
/// is their identity.
void separate(std::vector<Found>& found) {
  std::unordered_set<std::string> paths;
  std::unordered_set<std::string> relative_paths;
  std::erase_if(found, [&](Found& entry) {
    auto* file = std::get_if<FoundFile>(&entry);
    if (file == nullptr) return false;
    std::error_code ignored;
    const std::string path = fs::absolute(file->path, ignored).lexically_normal().generic_string();
    if (!paths.insert(path).second) return true;
    if (!relative_paths.insert(file->relative_path).second) {
      file->relative_path = plain_path(file->path);
      relative_paths.insert(file->relative_path);
    }
    return false;
  });
}

}  // namespace

bool is_sidecar_name(std::string_view name) {
  return name.ends_with(".meta.json");
}

std::vector<Found> find_files(const std::vector<std::string>& inputs, const fs::path& skip_folder) {
  std::vector<std::string> named;
  for (const std::string& input : inputs) {
    if (input != "-" && exists(input) && !is_folder(input)) named.push_back(input);
  }
  const std::string base = common_folder(named);
  std::vector<Found> found;
  Walk walk(skip_folder, found);
  for (const std::string& input : inputs) {
    if (input == "-") {
      found.push_back(FoundFile{"-", "-", 0, 0});
    } else if (exists(input)) {
      add_input(input, is_folder(input) ? std::string() : base, walk, found);
    } else if (is_pattern(input)) {
      add_pattern(input, walk, found);
    } else {
      throw Error("no such file or folder: " + input);
    }
  }
  if (inputs.size() > 1) separate(found);
  return found;
}

}  // namespace pullquote
