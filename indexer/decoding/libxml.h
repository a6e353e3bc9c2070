// SPDX-License-Identifier: GPL-3.0-or-later
/// libxml2 may be used from several threads once it has been initialised from one.
#pragma once

namespace pullquote {

/// To be called before anything of libxml2. Its own lazy initialisation (2.9.14) tests a plain
/// flag, so that two threads that begin together may both fill its tables. Thread-safe; costs
/// nothing but the first time.
void initialise_libxml();

}  // namespace pullquote
