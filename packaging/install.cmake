# What `cmake --install` puts where, in two components:
#   program      the program, its configs, pages, completions: what the Debian package holds
#   development  libraries, headers and the CMake package `azalai`, for models of one's own
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(share ${CMAKE_INSTALL_DATADIR})
set(cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/azalai)

# The libraries under the names that they have in this tree: azalai::sim and azalai::models.
set_target_properties(azalai_sim PROPERTIES EXPORT_NAME sim)
set_target_properties(azalai_models PROPERTIES EXPORT_NAME models)
set_target_properties(azalai_options PROPERTIES EXPORT_NAME options)
install(TARGETS azalai_sim azalai_models azalai_options EXPORT azalai
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/azalai COMPONENT development)
install(EXPORT azalai NAMESPACE azalai:: FILE azalaiTargets.cmake
    DESTINATION ${cmake_folder} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/azalaiConfig.cmake.in
    ${PROJECT_BINARY_DIR}/packaging/azalaiConfig.cmake INSTALL_DESTINATION ${cmake_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/packaging/azalaiConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/packaging/azalaiConfig.cmake
              ${PROJECT_BINARY_DIR}/packaging/azalaiConfigVersion.cmake
    DESTINATION ${cmake_folder} COMPONENT development)

install(TARGETS azalai RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY configs DESTINATION ${share}/azalai COMPONENT program
    PATTERN derive EXCLUDE
    PATTERN __pycache__ EXCLUDE)
install(FILES README.md CHANGELOG.md CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT program)
# The pages of the rules and of the file format, in the folders in which they link to each other.
install(DIRECTORY models sim DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program
    FILES_MATCHING PATTERN "*.md")

# The reader of results in Python, once it can be imported as `azalai`.
if(EXISTS ${PROJECT_SOURCE_DIR}/analysis/azalai/py.typed)
    install(DIRECTORY analysis/azalai DESTINATION lib/python3/dist-packages COMPONENT program
        PATTERN __pycache__ EXCLUDE)
endif()

# Manual pages and completions, made by the program that was built.
if(AZALAI_MANUAL)
    set(pages ${PROJECT_BINARY_DIR}/packaging/pages)
    file(GLOB page_makers ${CMAKE_CURRENT_LIST_DIR}/pages/*.py)
    add_custom_command(OUTPUT ${pages}/man1/azalai.1
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${pages}
        COMMAND Python3::Interpreter -B ${CMAKE_CURRENT_LIST_DIR}/pages $<TARGET_FILE:azalai> ${pages}
        DEPENDS azalai ${page_makers}
        COMMENT "Write manual pages and completions" VERBATIM)
    add_custom_target(azalai_manual ALL DEPENDS ${pages}/man1/azalai.1)
    install(DIRECTORY ${pages}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
    install(FILES ${pages}/bash/azalai DESTINATION ${share}/bash-completion/completions
        COMPONENT program)
    install(FILES ${pages}/zsh/_azalai DESTINATION ${share}/zsh/vendor-completions
        COMPONENT program)
    install(FILES ${pages}/fish/azalai.fish DESTINATION ${share}/fish/vendor_completions.d
        COMPONENT program)
endif()
