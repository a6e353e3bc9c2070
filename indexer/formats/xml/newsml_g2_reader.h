// SPDX-License-Identifier: GPL-3.0-or-later
/// IPTC's NewsML-G2: news items of text with inline NITF, XHTML or plain text.
#pragma once

#include "indexer/formats/record_reader.h"
#include "indexer/formats/xml/xml_record.h"

namespace pullquote {

/// One item to one outcome. Packages, concepts, pictures, audio and video are rejected as what they
/// are; a canceled or withheld item is a withdrawal.
void read_g2_item(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink);

}  // namespace pullquote
