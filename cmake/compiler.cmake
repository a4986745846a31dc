# How our own code is compiled: warnings are errors, and the sanitizers where asked for.
add_library(promptctl_options INTERFACE)
target_compile_options(promptctl_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_compile_definitions(promptctl_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

option(PROMPTCTL_FUZZ "Build the fuzz targets (clang only)" OFF)
option(PROMPTCTL_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
if(PROMPTCTL_SANITIZE)
  target_compile_options(promptctl_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                                     -fno-omit-frame-pointer)
  target_link_options(promptctl_options INTERFACE -fsanitize=address,undefined)
endif()

if(PROMPTCTL_FUZZ)  # Coverage feedback for libFuzzer; its main comes with the targets alone.
  target_compile_options(promptctl_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
      CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)  # GCC bug 105651: they misread `"x" + string` when optimizing.
    target_compile_options(promptctl_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
                           -Wno-maybe-uninitialized)
  endif()
  target_compile_options(promptctl_options INTERFACE -fpch-preprocess)  # ccache needs it to see through the header.
endif()
