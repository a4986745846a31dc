#include <string_view>

#include "document/json.hpp"
#include "document/server_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  Diagnostics diagnostics;
  const auto value = read_json(std::make_shared<const Source>("fuzz", std::string(text)), diagnostics);
  if (value && !same(*parse_json(compact_json(*value)), *value)) {
    __builtin_trap();  // What was read must be what is written.
  }
  const auto of_server = parse_server_json(text);
  if (value && diagnostics.all().empty() && !(of_server && same(*of_server, *value))) {
    __builtin_trap();  // What our files may hold a server may send.
  }
  find_json(text);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    describe(diagnostic);
  }
  return 0;
}
