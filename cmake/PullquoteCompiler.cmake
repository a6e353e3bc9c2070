# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target with the warnings and instrumentation of every target of ours.
add_library(pullquote_compiler INTERFACE)
target_compile_options(pullquote_compiler INTERFACE -Wall -Wextra -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of impossible overlaps in std::string's operator+ (its bug 105651).
  target_compile_options(pullquote_compiler INTERFACE -Wno-restrict)
endif()
if(PULLQUOTE_WERROR)
  target_compile_options(pullquote_compiler INTERFACE -Werror)
endif()
if(PULLQUOTE_SANITIZE)
  # -Og -g1 compiles in half the time of -O1 -g, and a report still names every line. The optimiser that
  # it leaves out is what tells real from impossible paths to an unset variable; a release warns of those.
  target_compile_options(pullquote_compiler INTERFACE -fsanitize=${PULLQUOTE_SANITIZE}
                         -fno-sanitize-recover=all -fno-omit-frame-pointer -Og -g1 -Wno-maybe-uninitialized)
  target_link_options(pullquote_compiler INTERFACE -fsanitize=${PULLQUOTE_SANITIZE})
endif()
if(PULLQUOTE_COVERAGE)
  target_compile_options(pullquote_compiler INTERFACE --coverage)
  target_link_options(pullquote_compiler INTERFACE --coverage)
endif()
if(PULLQUOTE_FUZZ)
  target_compile_options(pullquote_compiler INTERFACE -fsanitize=fuzzer-no-link)
endif()
