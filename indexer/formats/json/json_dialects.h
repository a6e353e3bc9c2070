// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON whose names have a standard: JSON Feed, IPTC ninjs, schema.org's JSON-LD. Private to the
/// JSON reader: includes simdjson.
#pragma once

#include <simdjson.h>

#include <string_view>

#include "indexer/formats/record_reader.h"

namespace pullquote {

/// JsonFeed, Ninjs, JsonLd, else JsonLines.
InputFormat json_dialect(simdjson::dom::element root);

/// A description of JSON rather than a record.
bool is_json_schema(simdjson::dom::element root);

/// JSON Feed 1 and 1.1: one outcome an item.
void read_json_feed(simdjson::dom::element feed, const RawRecord& record, const RecordSink& sink);

/// ninjs 1 to 3: one outcome. Pictures, audio, video and events are rejected as what they are; a
/// canceled or withheld item is a withdrawal.
void read_ninjs(simdjson::dom::element item, const RawRecord& record, const RecordSink& sink);

/// The article in a JSON-LD document, repaired where it is slightly broken: one outcome.
void read_json_ld(std::string_view json, const RawRecord& record, const RecordSink& sink);

}  // namespace pullquote
