# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` adds to libraries, headers and the program: the CMake package, pkg-config
# files and man pages.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/pullquote")
install(EXPORT pullquote-targets NAMESPACE pullquote:: DESTINATION ${package_dir})
configure_package_config_file(cmake/pullquoteConfig.cmake.in
  "${PROJECT_BINARY_DIR}/pullquoteConfig.cmake" INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/pullquoteConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/pullquoteConfig.cmake"
  "${PROJECT_BINARY_DIR}/pullquoteConfigVersion.cmake" DESTINATION ${package_dir})

# Static archives don't say what they need, so whoever links one has to be told.
if(BUILD_SHARED_LIBS)
  set(PULLQUOTE_PC_REQUIRES "Requires.private")
else()
  set(PULLQUOTE_PC_REQUIRES "Requires")
  set(PULLQUOTE_PC_STATIC_LIBS "-lstemmer")
  set(PULLQUOTE_PC_STATIC_LIBS_INDEXER "-lstemmer -lcld2")
endif()
# Relative to the file itself, so that `cmake --install --prefix` may put the whole elsewhere.
file(RELATIVE_PATH PULLQUOTE_PC_PREFIX
  "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
foreach(package pullquote pullquote-indexer pullquote-engine)
  configure_file(cmake/${package}.pc.in "${PROJECT_BINARY_DIR}/${package}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${package}.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endforeach()

file(GLOB pages_1 CONFIGURE_DEPENDS "docs/man/*.1")
file(GLOB pages_7 CONFIGURE_DEPENDS "docs/man/*.7")
install(FILES ${pages_1} DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES ${pages_7} DESTINATION "${CMAKE_INSTALL_MANDIR}/man7")
