// SPDX-License-Identifier: GPL-3.0-or-later
/// Folding: what a reader treats as the same letter becomes the same letter.
///
///  - case, compatibility forms (full width, ligatures, presentation forms) and canonical
///    composition, as Unicode's NFKC_Casefold; numbers such as ² and ½ stay what they are;
///  - Latin and Greek lose their diacritics; ß æ œ ø ł đ ð þ ħ ı become ss ae oe o l d d th h i;
///  - Cyrillic ё and ѐ become е, ѝ becomes и, stress marks go; й, ї, ў, ѓ, ќ stay, because they are
///    letters of their own to everyone who reads them;
///  - Arabic loses its harakat, its alefs become one, final ى and Persian ی become ي,
///  Persian
///    ک becomes ك; Hebrew loses its points;
///  - decimal digits of every script become 0-9.
#pragma once

#include <string>
#include <string_view>

namespace pullquote {

/// Appends the folded form of `word`, code points of one word in NFC, to `out` as UTF-8. Straight
/// apostrophes and infixes are kept. May append nothing (a lone combining mark).
void append_folded(std::u32string_view word, std::string& out);

/// Appends `word` lower-cased letter by letter, as Xapian does, as UTF-8.
void append_lowered(std::u32string_view word, std::string& out);

/// Brings `word` into NFC (half-width kana into NFKC). Cheap when no character of it needs a look.
void compose(std::u32string& word);

}  // namespace pullquote
