# SPDX-License-Identifier: GPL-3.0-or-later

# Instrumented libraries share the parse of the headers that most sources ask for. A release compiles
# every source by itself, so that a missing include is found.
function(pullquote_shared_headers target)
  if(PULLQUOTE_SANITIZE)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <charconv> <filesystem> <functional> <map> <memory> <optional> <ostream> <span>
      <stop_token> <string> <string_view> <unordered_map> <unordered_set> <utility> <variant> <vector>
      ${ARGN})
  endif()
endfunction()

# pullquote_module(NAME): a library target pullquote_NAME (alias pullquote::NAME) from every .cc
# below the current folder, with include/pullquote/*.h as its public headers. Everything else in
# the folder is private: the module sees it relative to its own root, nobody else does. Static, or
# shared where BUILD_SHARED_LIBS asks for it.
function(pullquote_module name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "*.cc")
  file(GLOB headers CONFIGURE_DEPENDS "include/pullquote/*.h")
  add_library(pullquote_${name} ${sources})
  add_library(pullquote::${name} ALIAS pullquote_${name})
  set_target_properties(pullquote_${name} PROPERTIES
    EXPORT_NAME ${name} VERIFY_INTERFACE_HEADER_SETS ON LINKER_LANGUAGE CXX
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
  target_sources(pullquote_${name} PUBLIC
    FILE_SET HEADERS BASE_DIRS include FILES ${headers})
  # Private includes are written from the project's root ("schema/store/record.h"), so that every
  # include line names its module and one test can check the arrows.
  target_include_directories(pullquote_${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_features(pullquote_${name} PUBLIC cxx_std_20)
  target_link_libraries(pullquote_${name} PRIVATE $<BUILD_INTERFACE:pullquote_compiler>)
  install(TARGETS pullquote_${name} EXPORT pullquote-targets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endfunction()
