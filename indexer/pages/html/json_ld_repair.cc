// SPDX-License-Identifier: GPL-3.0-or-later
/// Repair of JSON that templates broke: one pass that copies, with a stack of the brackets that are
/// open.
///
/// Mended are: wrappers around the value, text behind it, control characters in strings, escapes
/// that JSON doesn't know, quotation marks in strings that aren't escaped, doubled and trailing
/// commas, closing brackets that close nothing, and a value that ends too soon. A quotation mark
/// ends its string only if what follows may follow a string; this looks ahead over white space
/// only, so the pass stays linear.
#include "indexer/decoding/html_ascii.h"
#include "indexer/pages/html/json_ld_article.h"

namespace pullquote {
namespace {

using html::is_space;

/// The next byte that is no white space at or after byte `i`; NUL at the end.
char peek(std::string_view text, std::size_t i) {
  while (i < text.size() && is_space(text[i])) ++i;
  return i < text.size() ? text[i] : '\0';
}

/// Whether the quotation mark at byte `i` ends its string: the next sign may follow a string.
bool ends_string(std::string_view json, std::size_t i) {
  const char next = peek(json, i + 1);
  return next == '\0' || next == ',' || next == ':' || next == '}' || next == ']';
}

/// The repair of one script; used once.
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
    // The value ended too soon: close what is open.
    if (in_string_) out_.push_back('"');
    while (!closers_.empty()) {
      drop_comma();
      out_.push_back(closers_.back());
      closers_.pop_back();
    }
    return std::move(out_);
  }

 private:
  /// Where the value begins, behind wrappers such as "<!--" and "//<![CDATA[".
  std::size_t start() const {
    const std::size_t at = json_.find_first_of("{[");
    const std::size_t cdata = json_.find("<![CDATA[");
    if (cdata != std::string_view::npos && cdata < at) {
      const std::size_t after = json_.find_first_of("{[", cdata + 9);
      return after == std::string_view::npos ? json_.size() : after;
    }
    return at == std::string_view::npos ? json_.size() : at;
  }

  /// Copies the sign at byte `i` of a string. @return the last byte that was read.
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

  /// Copies the byte at `i` outside of strings, if it may stand there.
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

  /// Removes a comma at the end of the output: a closing bracket follows.
  void drop_comma() {
    std::size_t end = out_.size();
    while (end > 0 && is_space(out_[end - 1])) --end;
    if (end > 0 && out_[end - 1] == ',') out_.resize(end - 1);
  }

  std::string_view json_;
  std::string out_;
  std::string closers_;  // closing brackets of those that are open, the innermost last
  int depth_ = 0;
  bool in_string_ = false;
  bool done_ = false;  // the first value is complete
};

}  // namespace

std::string repair_json_ld(std::string_view json) {
  return Repair(json).run();
}

}  // namespace pullquote
