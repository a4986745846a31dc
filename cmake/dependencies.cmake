# Every library outside our own: Debian packages, found here and nowhere else. `dev` installs them.
find_package(CLI11 REQUIRED CONFIG)
find_package(yaml-cpp 0.7 REQUIRED CONFIG)
if(NOT TARGET yaml-cpp::yaml-cpp)  # 0.7 names its target without a namespace.
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
find_package(nlohmann_json 3.11 REQUIRED CONFIG)
find_package(CURL 7.84 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(fmt 9 REQUIRED CONFIG)
find_package(Boost 1.74 REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBGIT2 REQUIRED IMPORTED_TARGET libgit2>=1.5)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
find_file(CHART_JS chart.min.js PATHS /usr/share/javascript/chart.js REQUIRED)

add_library(promptctl_libraries INTERFACE)
target_link_libraries(promptctl_libraries INTERFACE
  yaml-cpp::yaml-cpp nlohmann_json::nlohmann_json CURL::libcurl SQLite::SQLite3 Boost::headers OpenSSL::Crypto
  PkgConfig::LIBGIT2 PkgConfig::PCRE2 PkgConfig::UTF8PROC Threads::Threads)
