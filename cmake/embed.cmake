# embed_file(TARGET NAME FILE)
#
# Puts FILE's bytes into TARGET as `std::string_view promptctl::embedded::NAME()`, declared in "embedded/NAME.hpp". The
# assembler includes them: no array to compile. FILE may be anywhere; a change of it is seen by the next build.
function(embed_file target name file)
  set(out ${PROJECT_BINARY_DIR}/generated/embedded/${name})
  file(CONFIGURE OUTPUT ${out}.hpp CONTENT
    "#pragma once\n\n#include <string_view>\n\nnamespace promptctl::embedded {\n\nstd::string_view ${name}();\n\n}  // namespace promptctl::embedded\n")
  file(CONFIGURE OUTPUT ${out}.cpp CONTENT
    "#include \"embedded/${name}.hpp\"\n\n__asm__(\".pushsection .rodata\\n.global embedded_${name}_begin, embedded_${name}_end\\nembedded_${name}_begin: .incbin \\\"${file}\\\"\\nembedded_${name}_end:\\n.byte 0\\n.popsection\\n\");\n\nextern \"C\" {\nextern const char embedded_${name}_begin[];\nextern const char embedded_${name}_end[];\n}\n\nnamespace promptctl::embedded {\n\nstd::string_view ${name}() {\n  return {embedded_${name}_begin, static_cast<std::size_t>(embedded_${name}_end - embedded_${name}_begin)};\n}\n\n}  // namespace promptctl::embedded\n")
  set_source_files_properties(${out}.cpp PROPERTIES OBJECT_DEPENDS ${file} SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${out}.cpp)
  target_include_directories(${target} PUBLIC ${PROJECT_BINARY_DIR}/generated)
endfunction()

# embed_files(TARGET NAME FILE…)
#
# Several files in the order given, as `std::span<const std::string_view> promptctl::embedded::NAME()`.
function(embed_files target name)
  set(at 0)
  foreach(file IN LISTS ARGN)
    set(symbol embedded_${name}_${at})
    string(APPEND included "${symbol}_begin: .incbin \\\"${file}\\\"\\n${symbol}_end:\\n.byte 0\\n")
    string(APPEND declared "extern const char ${symbol}_begin[];\nextern const char ${symbol}_end[];\n")
    string(APPEND listed "      std::string_view(${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin)),\n")
    string(APPEND exported ".global ${symbol}_begin, ${symbol}_end\\n")
    math(EXPR at "${at} + 1")
  endforeach()
  set(out ${PROJECT_BINARY_DIR}/generated/embedded/${name})
  file(CONFIGURE OUTPUT ${out}.hpp CONTENT
    "#pragma once\n\n#include <span>\n#include <string_view>\n\nnamespace promptctl::embedded {\n\nstd::span<const std::string_view> ${name}();\n\n}  // namespace promptctl::embedded\n")
  file(CONFIGURE OUTPUT ${out}.cpp CONTENT
    "#include \"embedded/${name}.hpp\"\n\n#include <array>\n\n__asm__(\".pushsection .rodata\\n${exported}${included}.popsection\\n\");\n\nextern \"C\" {\n${declared}}\n\nnamespace promptctl::embedded {\n\nstd::span<const std::string_view> ${name}() {\n  static const std::array<std::string_view, ${at}> files{\n${listed}  };\n  return files;\n}\n\n}  // namespace promptctl::embedded\n")
  set_source_files_properties(${out}.cpp PROPERTIES OBJECT_DEPENDS "${ARGN}" SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${out}.cpp)
  target_include_directories(${target} PUBLIC ${PROJECT_BINARY_DIR}/generated)
endfunction()
