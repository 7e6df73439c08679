# Runs with every build: writes version.cpp, and touches it only when something changed.
set(AZALAI_COMMIT unknown)
if(GIT)
    execute_process(
        COMMAND ${GIT} -C ${SOURCE_DIR} describe --always --dirty --abbrev=12
        OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE
        RESULT_VARIABLE result ERROR_QUIET)
    if(result EQUAL 0 AND described)
        set(AZALAI_COMMIT ${described})
    endif()
endif()
string(REGEX REPLACE " +" " " AZALAI_FLAGS "${AZALAI_FLAGS}")
string(STRIP "${AZALAI_FLAGS}" AZALAI_FLAGS)
string(REPLACE "\\" "\\\\" AZALAI_FLAGS "${AZALAI_FLAGS}")
string(REPLACE "\"" "\\\"" AZALAI_FLAGS "${AZALAI_FLAGS}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/version.cpp.in ${OUTPUT} @ONLY)
