// SPDX-License-Identifier: GPL-3.0-or-later
/// Builds each object with nlohmann::ordered_json, which keeps the order of keys, and prints it
/// without indentation.
#include "pullquote/json.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace pullquote {
namespace {

using Json = nlohmann::ordered_json;

/// An object with the format's version.
Json new_object() {
  return Json{{"format_version", kJsonFormatVersion}};
}

/// The object as one line; ill-formed UTF-8 is replaced.
std::string line(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Adds a key with its value, unless the value is empty.
void put(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}
void put(Json& object, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) object[key] = values;
}
void put(Json& object, const char* key, const std::optional<Timestamp>& time) {
  if (time) object[key] = to_iso8601(*time);
}

/// The double that prints like the float: 0.9 and not 0.8999999761581421.
double same_digits(float number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  double same = number;
  std::from_chars(digits, end, same);
  return same;
}

Json quote_object(const Quote& quote) {
  Json object{{"text", quote.text}};
  object["start"] = quote.span.start;
  object["end"] = quote.span.end;
  object["kind"] = to_string(quote.kind);
  put(object, "speaker", quote.speaker);
  if (quote.speaker_span) {
    object["speaker_start"] = quote.speaker_span->start;
    object["speaker_end"] = quote.speaker_span->end;
  }
  put(object, "speaker_resolved", quote.speaker_resolved);
  put(object, "role", quote.role);
  put(object, "cue", quote.cue);
  if (!quote.speaker.empty()) object["confidence"] = same_digits(quote.confidence);
  return object;
}

Json article_object(const Article& article) {
  Json object = new_object();
  object["id"] = article.id;
  put(object, "url", article.url);
  put(object, "source", article.source);
  put(object, "headline", article.headline);
  put(object, "standfirst", article.standfirst);
  put(object, "body", article.body);
  put(object, "captions", article.captions);
  put(object, "byline", article.byline);
  put(object, "credits", article.credits);
  put(object, "published", article.published);
  put(object, "modified", article.modified);
  put(object, "language", article.language);
  put(object, "section", article.section);
  put(object, "keywords", article.keywords);
  Json quotes = Json::array();
  for (const Quote& quote : article.quotes) quotes.push_back(quote_object(quote));
  object["quotes"] = std::move(quotes);
  return object;
}

Json rejection_object(const Rejection& rejection) {
  Json object{{"source", rejection.source}};
  object["offset"] = rejection.offset_bytes;
  object["reason"] = rejection.reason;
  put(object, "detail", rejection.detail);
  return object;
}

Json explanation_object(const Explanation& explanation) {
  Json object{{"description", explanation.description}};
  object["value"] = explanation.value;
  if (explanation.parts.empty()) return object;
  Json parts = Json::array();
  for (const Explanation& part : explanation.parts) parts.push_back(explanation_object(part));
  object["parts"] = std::move(parts);
  return object;
}

/// Spans as [[start, end], ...].
Json pairs_of(const std::vector<ByteSpan>& spans) {
  Json pairs = Json::array();
  for (const ByteSpan& span : spans) pairs.push_back({span.start, span.end});
  return pairs;
}

Json ranking_object(const RankingParameters& ranking) {
  Json object{{"k1", ranking.k1}};
  object["b"] = ranking.b;
  object["weights"] = Json{{"headline", ranking.weights.headline},
                           {"body", ranking.weights.body},
                           {"quote", ranking.weights.quote}};
  object["average_lengths"] = Json{{"headline", ranking.average_headline},
                                   {"quotes", ranking.average_quotes},
                                   {"rest", ranking.average_rest}};
  return object;
}

/// Adds a time in unix seconds as ISO 8601, if it is known.
void put_moment(Json& object, const char* key, const std::optional<std::int64_t>& seconds) {
  if (seconds) object[key] = to_iso8601({*seconds, TimePrecision::Second, std::int16_t{0}});
}

/// Runs of words as [{"same": "..."}, {"removed": "..."}, ...].
Json diff_array(const std::vector<WordDiff>& diff) {
  constexpr const char* kNames[] = {"same", "removed", "added"};
  Json runs = Json::array();
  for (const WordDiff& run : diff) {
    runs.push_back(Json{{kNames[static_cast<std::size_t>(run.kind)], run.text}});
  }
  return runs;
}

Json occurrence_object(const QuoteOccurrence& occurrence) {
  Json object{{"article", occurrence.article_id}};
  put(object, "url", occurrence.url);
  put(object, "source", occurrence.source);
  put(object, "headline", occurrence.headline);
  put(object, "published", occurrence.published);
  put(object, "text", occurrence.text);
  object["start"] = occurrence.span.start;
  object["end"] = occurrence.span.end;
  object["marked"] = occurrence.marked;
  if (occurrence.marked) object["kind"] = to_string(occurrence.kind);
  put(object, "speaker", occurrence.speaker);
  put(object, "speaker_resolved", occurrence.speaker_resolved);
  put(object, "role", occurrence.role);
  put(object, "cue", occurrence.cue);
  object["variant"] = occurrence.variant;
  return object;
}

/// Adds the keys that family_json() and traced_family_json() share.
void add_family(const QuoteFamily& family, Json& object) {
  object["id"] = family.id;
  object["text"] = family.text;
  Json speakers = Json::array();
  for (const FamilySpeaker& speaker : family.speakers) {
    speakers.push_back(Json{{"name", speaker.name}, {"articles", speaker.articles}});
  }
  object["speakers"] = std::move(speakers);
  object["conflict"] = family.conflict;
  object["outlets"] = family.outlets;
  object["articles"] = family.articles;
  put_moment(object, "first_seen", family.first_seen);
  put_moment(object, "last_seen", family.last_seen);
  put(object, "first_source", family.first_source);
  if (family.occurrences.empty()) return;
  Json variants = Json::array();
  for (const QuoteVariant& variant : family.variants) {
    Json item{{"text", variant.text}};
    item["occurrences"] = variant.occurrences;
    item["diff"] = diff_array(variant.diff);
    variants.push_back(std::move(item));
  }
  object["variants"] = std::move(variants);
  Json occurrences = Json::array();
  for (const QuoteOccurrence& occurrence : family.occurrences) {
    occurrences.push_back(occurrence_object(occurrence));
  }
  object["occurrences"] = std::move(occurrences);
}

/// Adds the measures under trec_eval's names.
void add_measures(const Measures& measures, Json& object) {
  object["map"] = measures.average_precision;
  object["ndcg_cut_10"] = measures.ndcg_10;
  object["P_10"] = measures.precision_10;
  object["recall_100"] = measures.recall_100;
  object["recip_rank"] = measures.reciprocal_rank;
}

/// Seconds by stage, in the order of the stages.
Json stages_object(const std::vector<std::pair<std::string, double>>& stages) {
  Json object = Json::object();
  for (const auto& [stage, seconds] : stages) object[stage] = seconds;
  return object;
}

}  // namespace

std::string article_json(const Article& article) {
  return line(article_object(article));
}

std::string family_json(const QuoteFamily& family, std::size_t rank,
                        const std::optional<Explanation>& explanation, bool partial) {
  Json object = new_object();
  object["rank"] = rank;
  object["score"] = family.score;
  add_family(family, object);
  if (explanation) object["explanation"] = explanation_object(*explanation);
  if (partial) object["partial"] = true;
  return line(object);
}

std::string traced_family_json(const TracedFamily& traced) {
  Json object = new_object();
  object["words"] = traced.words;
  object["matched"] = traced.matched;
  add_family(traced.family, object);
  return line(object);
}

std::string speaker_json(const SpeakerCount& count) {
  Json object = new_object();
  put(object, "group", count.group);
  object["name"] = count.name;
  object["quotes"] = count.quotes;
  object["articles"] = count.articles;
  object["outlets"] = count.outlets;
  put_moment(object, "first_seen", count.first_seen);
  put_moment(object, "last_seen", count.last_seen);
  return line(object);
}

std::string inspection_json(const ParsedArticle& parsed, bool with_blocks) {
  Json object = article_object(parsed.article);
  put(object, "input_format", parsed.format);
  if (!with_blocks) return line(object);
  Json blocks = Json::array();
  for (const InspectedBlock& block : parsed.blocks) {
    blocks.push_back(Json{{"text", block.text}, {"kept", block.kept}, {"reason", block.reason}});
  }
  object["blocks"] = std::move(blocks);
  return line(object);
}

std::string rejection_json(const Rejection& rejection) {
  Json object = new_object();
  object["rejection"] = rejection_object(rejection);
  return line(object);
}

std::string hit_json(const Hit& hit, const std::optional<Explanation>& explanation, bool partial) {
  Json object = new_object();
  object["rank"] = hit.rank;
  object["score"] = hit.score;
  object["id"] = hit.id;
  put(object, "url", hit.url);
  put(object, "source", hit.source);
  put(object, "headline", hit.headline);
  put(object, "published", hit.published);
  if (!hit.snippet.text.empty()) {
    object["snippet"] =
        Json{{"text", hit.snippet.text}, {"matches", pairs_of(hit.snippet.matches)}};
  }
  if (explanation) object["explanation"] = explanation_object(*explanation);
  if (partial) object["partial"] = true;
  return line(object);
}

std::string build_report_json(const BuildReport& report) {
  Json object = new_object();
  object["generation"] = report.generation.value;
  object["read"] = report.read;
  object["indexed"] = report.indexed;
  object["duplicates"] = report.duplicates;
  object["quotes"] = report.quotes;
  std::uint64_t total = 0;
  for (const auto& [reason, count] : report.rejected) total += count;
  object["rejected"] = total;
  object["rejected_by_reason"] = Json(report.rejected);
  Json rejections = Json::array();
  for (const Rejection& rejection : report.rejections) {
    rejections.push_back(rejection_object(rejection));
  }
  object["rejections"] = std::move(rejections);
  object["input_bytes"] = report.input_bytes;
  object["text_bytes"] = report.text_bytes;
  object["index_bytes"] = report.index_bytes;
  object["stage_seconds"] = stages_object(report.stages);
  object["seconds"] = report.seconds;
  return line(object);
}

std::string reindex_report_json(const ReindexReport& report) {
  Json object = new_object();
  object["generation"] = report.generation.value;
  object["base"] = report.base.value;
  object["articles"] = report.articles;
  object["quotes"] = report.quotes;
  object["text_bytes"] = report.text_bytes;
  object["index_bytes"] = report.index_bytes;
  object["stage_seconds"] = stages_object(report.stages);
  object["seconds"] = report.seconds;
  return line(object);
}

std::string generation_json(const GenerationInfo& generation) {
  const Manifest& manifest = generation.manifest;
  Json object = new_object();
  object["id"] = generation.id.value;
  object["published"] = generation.published;
  if (!generation.fault.empty()) {
    object["fault"] = generation.fault;
    return line(object);
  }
  object["created"] = manifest.created;
  object["articles"] = manifest.article_count;
  object["quotes"] = manifest.quote_count;
  object["rejected"] = manifest.rejected_count;
  object["duplicates"] = manifest.duplicate_count;
  object["index_bytes"] = manifest.index_bytes;
  return line(object);
}

std::string stats_json(const Manifest& manifest) {
  Json object = new_object();
  object["generation"] = manifest.id.value;
  object["created"] = manifest.created;
  object["program_version"] = manifest.program_version;
  object["schema"] = manifest.schema_fingerprint;
  object["articles"] = manifest.article_count;
  object["quotes"] = manifest.quote_count;
  object["rejected"] = manifest.rejected_count;
  object["duplicates"] = manifest.duplicate_count;
  Json languages = Json::object();
  for (const auto& [code, count] : manifest.languages) {
    languages[code.empty() ? "unknown" : code] = count;
  }
  object["languages"] = std::move(languages);
  object["text_bytes"] = manifest.text_bytes;
  object["index_bytes"] = manifest.index_bytes;
  object["parts"] = manifest.parts.size();
  object["ranking"] = ranking_object(manifest.ranking);
  object["inputs"] = manifest.inputs;
  object["options"] = Json(manifest.options);
  object["stage_seconds"] = Json(manifest.stage_seconds);
  return line(object);
}

std::string query_measures_json(const QueryMeasures& query) {
  Json object = new_object();
  object["query"] = query.query_id;
  object["retrieved"] = query.retrieved;
  object["relevant"] = query.relevant;
  object["relevant_retrieved"] = query.relevant_retrieved;
  add_measures(query.measures, object);
  return line(object);
}

std::string evaluation_json(const Evaluation& evaluation) {
  Json object = new_object();
  object["queries"] = evaluation.queries.size();
  add_measures(evaluation.mean, object);
  return line(object);
}

std::string token_json(const Token& token, std::string_view stem) {
  Json object = new_object();
  object["term"] = token.term;
  put(object, "surface", std::string(token.surface));
  object["stem"] = stem;
  object["position"] = token.position;
  object["start"] = token.start;
  object["end"] = token.end;
  if (token.is_part) object["is_part"] = true;
  return line(object);
}

std::string verification_json(const GenerationId& id, const std::vector<std::string>& faults) {
  Json object = new_object();
  object["generation"] = id.value;
  object["sound"] = faults.empty();
  object["faults"] = faults;
  return line(object);
}

std::string rollback_json(const GenerationId& published) {
  Json object = new_object();
  object["published"] = published.value;
  return line(object);
}

}  // namespace pullquote
