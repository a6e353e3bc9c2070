// SPDX-License-Identifier: GPL-3.0-or-later
/// IPTC's News Industry Text Format, versions 2.5 to 3.6, alone or within other formats.
#pragma once

#include "indexer/formats/record_reader.h"
#include "indexer/formats/xml/xml_record.h"

namespace pullquote {

/// Fills what a <nitf> element states into fields of `article` that are still empty.
void read_nitf(XmlElement nitf, Article& article);

/// One document to one outcome; a canceled or withheld one to a withdrawal.
void read_nitf_document(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink);

}  // namespace pullquote
