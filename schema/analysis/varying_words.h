// SPDX-License-Identifier: GPL-3.0-or-later
/// The words that spelling_variants() and compound_parts() know, for whoever asks them about
/// millions of words and wants to know first which need not be asked about.
#pragma once

#include <functional>
#include <string_view>

namespace pullquote {

using VisitWord = std::function<void(std::string_view)>;

/// Every word that is listed with another spelling.
void for_each_varying_word(const VisitWord& visit);

/// The endings of words that have another spelling by rule ("ise", "izing"); most words that end so
/// have.
void for_each_varying_ending(const VisitWord& visit);

/// Every known compound, joined. Designations ("covid19") are no list; they have a digit.
void for_each_compound(const VisitWord& visit);

}  // namespace pullquote
