// SPDX-License-Identifier: GPL-3.0-or-later
/// Repairs what templates commonly break: one pass, copying.
#include "indexer/decoding/html_ascii.h"
#include "indexer/pages/html/json_ld_article.h"

namespace pullquote {
namespace {

using html::is_space;

/// The next byte that is no white space at or after `i`; NUL at the end.
char peek(std::string_view text, std::size_t i) {
  while (i < text.size() && is_space(text[i])) ++i;
  return i < text.size() ? text[i] : '\0';
}

/// Whether the quotation mark at `i` ends its string: what follows is what may follow a string.
bool ends_string(std::string_view json, std::size_t i) {
  const char next = peek(json, i + 1);
  return next == '\0' || next == ',' || next == ':' || next == '}' || next == ']';
}

class Repair {
 public:
  explicit Repair(std::string_view json) : json_(json) {}

  std::string run() {
    out_.reserve(json_.size() + 16);
    std::size_t i = start();
    for (; i < json_.size() && (depth_ > 0 || !done_); ++i) {
      if (in_string_) {
        i = inside(i);
      } else {
        outside(i);
      }
    }
    if (in_string_) out_.push_back('"');
    while (!closers_.empty()) {
      drop_comma();
      out_.push_back(closers_.back());
      closers_.pop_back();
    }
    return std::move(out_);
  }

 private:
  /// Past wrappers such as "<!--" and "//<![CDATA[".
  std::size_t start() const {
    const std::size_t at = json_.find_first_of("{[");
    const std::size_t cdata = json_.find("<![CDATA[");
    if (cdata != std::string_view::npos && cdata < at) {
      const std::size_t after = json_.find_first_of("{[", cdata + 9);
      return after == std::string_view::npos ? json_.size() : after;
    }
    return at == std::string_view::npos ? json_.size() : at;
  }

  std::size_t inside(std::size_t i) {
    const char c = json_[i];
    if (c == '\\' && i + 1 < json_.size()) {
      const char next = json_[i + 1];
      // An escape that JSON doesn't know ("\'") stands for its character.
      if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos) out_.push_back(c);
      out_.push_back(is_space(next) ? ' ' : next);
      return i + 1;
    }
    if (c == '"') {
      if (ends_string(json_, i)) {
        in_string_ = false;
        out_.push_back('"');
      } else {
        out_.append("\\\"");
      }
    } else {
      out_.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
    }
    return i;
  }

  void outside(std::size_t i) {
    const char c = json_[i];
    if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
      closers_.push_back(c == '{' ? '}' : ']');
    } else if (c == '}' || c == ']') {
      drop_comma();
      if (closers_.empty() || closers_.back() != c) return;
      closers_.pop_back();
      if (--depth_ == 0) done_ = true;
    } else if (c == ',' && peek(json_, i + 1) == ',') {
      return;
    }
    out_.push_back(c);
  }

  void drop_comma() {
    std::size_t end = out_.size();
    while (end > 0 && is_space(out_[end - 1])) --end;
    if (end > 0 && out_[end - 1] == ',') out_.resize(end - 1);
  }

  std::string_view json_;
  std::string out_;
  std::string closers_;
  int depth_ = 0;
  bool in_string_ = false;
  bool done_ = false;
};

}  // namespace

std::string repair_json_ld(std::string_view json) {
  return Repair(json).run();
}

}  // namespace pullquote
