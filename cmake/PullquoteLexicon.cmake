# SPDX-License-Identifier: GPL-3.0-or-later

# pullquote_lexicon(TARGET FILE...): compiles files of data/lexicon into TARGET. The bytes of
# spelling-variants.tsv are then pullquote::lexicon::spelling_variants, a std::string_view declared
# in "lexicon/TARGET.h". Lines that start with '#' are comments (provenance); the reader skips them.
function(pullquote_lexicon target)
  set(dir "${CMAKE_CURRENT_BINARY_DIR}/lexicon_include/lexicon")
  set(declarations "")
  set(definitions "")
  foreach(file IN LISTS ARGN)
    set(path "${PROJECT_SOURCE_DIR}/data/lexicon/${file}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
    string(REGEX REPLACE "\\.[a-z]+$" "" symbol "${file}")
    string(MAKE_C_IDENTIFIER "${symbol}" symbol)
    # As hexadecimal, so that no character of the data can end or alter a literal.
    file(READ "${path}" bytes HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
    # One literal a chunk: very long lines make some tools slow.
    string(REGEX REPLACE "(\\\\x0a)" "\\1\"\n    \"" bytes "${bytes}")
    string(APPEND declarations "extern const std::string_view ${symbol};\n")
    string(APPEND definitions
      "constexpr char ${symbol}_bytes[] =\n    \"${bytes}\";\n"
      "const std::string_view ${symbol}{${symbol}_bytes, sizeof(${symbol}_bytes) - 1};\n")
  endforeach()
  file(CONFIGURE OUTPUT "${dir}/${target}.h" CONTENT
    "// Generated from data/lexicon.\n#pragma once\n#include <string_view>\nnamespace pullquote::lexicon {\n${declarations}}\n" @ONLY)
  file(CONFIGURE OUTPUT "${dir}/${target}.cc" CONTENT
    "// Generated from data/lexicon.\n#include \"lexicon/${target}.h\"\nnamespace pullquote::lexicon {\n${definitions}}\n" @ONLY)
  target_sources(${target} PRIVATE "${dir}/${target}.cc")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/lexicon_include")
endfunction()
