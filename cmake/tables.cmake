# promptctl_table(TARGET FOLDER TYPE SUFFIX HEADER FUNCTION)
#
# Makes FOLDER its own list: every FOLDER/<stem>.cpp must define `const TYPE <stem>_<SUFFIX>` (a dash in <stem> becomes an
# underscore). Writes <FOLDER>.hpp, which declares them, and <FOLDER>.cpp, where FUNCTION returns them in the order of
# their file names. Adding one of a kind is adding one file.
function(promptctl_table target folder type suffix header function)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.cpp)
  foreach(file IN LISTS files)
    get_filename_component(stem ${file} NAME_WE)
    string(REPLACE "-" "_" stem ${stem})
    string(APPEND declared "extern const ${type} ${stem}_${suffix};\n")
    string(APPEND listed "      &${stem}_${suffix},\n")
  endforeach()
  set(namespace promptctl)
  if(folder MATCHES "^cli/")
    set(namespace promptctl::cli)
  endif()
  string(REGEX REPLACE "^lib/" "" include ${folder})
  set(out ${PROJECT_BINARY_DIR}/generated/${include})
  file(CONFIGURE OUTPUT ${out}.hpp CONTENT
    "#pragma once\n\n#include \"${header}\"\n\nnamespace ${namespace} {\n\n${declared}\n}  // namespace ${namespace}\n")
  file(CONFIGURE OUTPUT ${out}.cpp CONTENT
    "#include \"${include}.hpp\"\n\n#include <array>\n\nnamespace ${namespace} {\n\nstd::span<const ${type}* const> ${function}() {\n  static constexpr std::array<const ${type}*, std::size_t{0} + ${function}_count> table{\n${listed}  };\n  return table;\n}\n\n}  // namespace ${namespace}\n")
  list(LENGTH files count)
  set_source_files_properties(${out}.cpp PROPERTIES COMPILE_DEFINITIONS ${function}_count=${count})
  target_sources(${target} PRIVATE ${out}.cpp)
  target_include_directories(${target} PUBLIC ${PROJECT_BINARY_DIR}/generated)
endfunction()
