// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON objects for everything that is reported, the same from the command line and from the
/// library (docs/json-output.md). Each function returns one object as one line with a newline at
/// its end.
///
///     for (const Hit& hit : searcher.search(query).hits) out << hit_json(hit, std::nullopt);
///
/// Every object begins with "format_version". Keys come in the documented order; a key whose value
/// is unknown is absent. Bytes that are not UTF-8, as in paths, become U+FFFD. Times are ISO 8601,
/// offsets are bytes. The functions are thread-safe and throw only std::bad_alloc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/analyzer.h"
#include "pullquote/article.h"
#include "pullquote/article_reader.h"
#include "pullquote/evaluation.h"
#include "pullquote/index_builder.h"
#include "pullquote/publisher.h"
#include "pullquote/quotes.h"
#include "pullquote/reindexer.h"
#include "pullquote/result.h"

namespace pullquote {

/// The value of "format_version". It is raised when a program that reads the old objects would
/// misread the new ones; new keys do not raise it.
inline constexpr int kJsonFormatVersion = 1;

/// A stored article with its quotes.
std::string article_json(const Article& article);
/// An article as a reader understood it, with "input_format"; `with_blocks` adds the parts of the
/// page that were kept and dropped.
std::string inspection_json(const ParsedArticle& parsed, bool with_blocks);
/// A record that was rejected, and why.
std::string rejection_json(const Rejection& rejection);
/// A hit; `explanation` adds the factors of its score. Without a snippet there is no "snippet".
/// @param partial  adds "partial": the answer is not whole (ResultPage::complete).
std::string hit_json(const Hit& hit, const std::optional<Explanation>& explanation,
                     bool partial = false);
/// A quotation with its printings. Variants and occurrences are absent if they were not read (see
/// FamilyOptions::occurrences); `explanation` adds the factors of its score.
/// @param rank     from 1.
/// @param partial  adds "partial": the answer is not whole (FamilyPage::complete).
std::string family_json(const QuoteFamily& family, std::size_t rank,
                        const std::optional<Explanation>& explanation = std::nullopt,
                        bool partial = false);
/// The same for a pasted text, with the number of its words and of those that match.
std::string traced_family_json(const TracedFamily& traced);
/// How often a speaker is quoted; "group" is absent without grouping.
std::string speaker_json(const SpeakerCount& count);
/// The report of a build, with rejections by reason and seconds by stage.
std::string build_report_json(const BuildReport& report);
/// The report of a reindexing.
std::string reindex_report_json(const ReindexReport& report);
/// A generation of an index. One whose manifest cannot be read has "fault" instead of counts.
std::string generation_json(const GenerationInfo& generation);
/// The counts and settings that a manifest records.
std::string stats_json(const Manifest& manifest);
/// A token of the analyser.
/// @param stem  of the token's term.
std::string token_json(const Token& token, std::string_view stem);
/// The faults of a generation; none: "sound" is true.
std::string verification_json(const GenerationId& id, const std::vector<std::string>& faults);
/// The generation that a rollback has published.
std::string rollback_json(const GenerationId& published);
/// The measures of one judged query, under trec_eval's names.
std::string query_measures_json(const QueryMeasures& query);
/// The means over all judged queries.
std::string evaluation_json(const Evaluation& evaluation);

}  // namespace pullquote
