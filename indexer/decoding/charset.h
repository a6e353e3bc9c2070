// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes become text here, once: whatever comes in, what goes out is valid UTF-8 in NFC without NUL
/// or control characters. Everything behind the readers relies on it.
///
/// The charset is settled in this order: byte order mark; the bytes being valid UTF-8 (legacy
/// encodings practically never are by accident, while wrong declarations are common); the declared
/// charset, where it decodes the bytes; UTF-8 with a few broken bytes; ICU's detection. Labels are
/// read as the WHATWG Encoding Standard reads them ("iso-8859-1" is windows-1252).
///
/// What cleaning does: ill-formed sequences become U+FFFD; CR LF, CR, form feed, U+2028 and U+2029
/// become LF; other control characters but LF and TAB go, except that C1 controls, which in news
/// are windows-1252 punctuation decoded wrongly, become that punctuation; byte order marks go.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

struct DecodedText {
  std::string text;     ///< valid NFC UTF-8, cleaned
  std::string charset;  ///< what the bytes were taken for: "UTF-8", "windows-1252", ...
};

/// Decodes and cleans. `declared` is a charset label from outside the text ("" when there is none);
/// an unknown label is ignored. ASCII and clean UTF-8 cost little more than the copy.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

/// Cleans text that is UTF-8, ill-formed sequences and all.
std::string clean_utf8(std::string_view text);

/// "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" when a byte order mark or, for UTF-16,
/// the pattern of zero bytes says so; else "". Looks at the first 1,024 bytes.
std::string_view unicode_signature(std::string_view bytes);

}  // namespace pullquote
