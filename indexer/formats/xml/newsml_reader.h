// SPDX-License-Identifier: GPL-3.0-or-later
/// IPTC's NewsML 1 (1.0 to 1.2).
#pragma once

#include "indexer/formats/record_reader.h"
#include "indexer/formats/xml/xml_record.h"

namespace pullquote {

/// One NewsItem to one outcome. Its identity is that of all its revisions; a canceled or withheld
/// one is a withdrawal; one without text is rejected as what it is.
void read_newsml_item(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink);

}  // namespace pullquote
