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
