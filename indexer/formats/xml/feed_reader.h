// SPDX-License-Identifier: GPL-3.0-or-later
/// Items of RSS (0.9x, 1.0, 2.0) and entries of Atom (0.3, 1.0) to articles.
///
/// Elements are known by their names within the namespaces that feeds use (content, dc, dcterms,
/// media, atom, itunes, wp and unknown ones alike), whatever their prefixes. The full text is the
/// body; where an item has only a summary, that is.
#pragma once

#include "indexer/formats/record_reader.h"
#include "indexer/formats/xml/xml_record.h"

namespace pullquote {

/// One item to one outcome.
void read_feed_item(XmlRecordParser& xml, const RawRecord& record, const RecordSink& sink);

}  // namespace pullquote
