// SPDX-License-Identifier: GPL-3.0-or-later
/// The JSON of everything that is reported, by whichever way in (docs/json-output.md): each object
/// as one line with a newline. Keys keep the documented order; what is unknown is absent. Bytes
/// that are not UTF-8 (in paths) become U+FFFD.
///
///     for (const Hit& hit : searcher.search(query).hits) out << hit_json(hit, std::nullopt);
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

/// Raised when a reader of the old objects would misread the new ones; new keys don't raise it.
inline constexpr int kJsonFormatVersion = 1;

std::string article_json(const Article& article);
/// With "format" and "blocks": what a reader made of an input.
std::string inspection_json(const ParsedArticle& parsed, bool with_blocks);
std::string rejection_json(const Rejection& rejection);
std::string hit_json(const Hit& hit, const std::optional<Explanation>& explanation);
/// A quotation and its printings; what was not read (see FamilyOptions::occurrences) is absent.
std::string family_json(const QuoteFamily& family, std::size_t rank);
std::string traced_family_json(const TracedFamily& traced);
std::string speaker_json(const SpeakerCount& count);
std::string build_report_json(const BuildReport& report);
std::string reindex_report_json(const ReindexReport& report);
std::string generation_json(const GenerationInfo& generation);
std::string stats_json(const Manifest& manifest);
std::string token_json(const Token& token, std::string_view stem);
std::string verification_json(const GenerationId& id, const std::vector<std::string>& faults);
std::string rollback_json(const GenerationId& published);
/// The measures of one judged query, and their means over all.
std::string query_measures_json(const QueryMeasures& query);
std::string evaluation_json(const Evaluation& evaluation);

}  // namespace pullquote
