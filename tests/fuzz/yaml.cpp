#include "document/yaml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  Diagnostics diagnostics;
  read_yaml(std::make_shared<const Source>("fuzz", std::string(reinterpret_cast<const char*>(bytes), size)),
            diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    describe(diagnostic);
  }
  return 0;
}
