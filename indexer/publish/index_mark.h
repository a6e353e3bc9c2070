// SPDX-License-Identifier: GPL-3.0-or-later
/// Which folders a writer may write to: those that hold an index, known by the file
/// INDEX/pullquote-index, and those that hold nothing. In any other folder `staging/`, `CURRENT` or
/// `LOCK` may be somebody's work, so that nothing there is made, changed or removed.
#pragma once

#include "schema/io/filesystem.h"
#include "schema/store/layout.h"

namespace pullquote {

/// Makes the root of an index known as one. The folder must exist.
///
/// An index that was made before there were marks gets one: a folder is taken for such an index if
/// all its entries have names that an index uses, what lies in generations/ and staging/ are
/// folders named by ids, CURRENT names a generation or there is one, and LOCK is a file.
/// @throws IndexUnavailable  the folder holds something else, or cannot be listed; the message
///                           names the entry. @throws WriteFailed
void claim_index(Filesystem& filesystem, const StoreLayout& store);

}  // namespace pullquote
