// A JSON Schema and, after a zero byte, an instance.

#include <string_view>

#include "document/json.hpp"
#include "schema/schema.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const std::size_t zero = std::min(text.find('\0'), text.size());
  const auto schema_value = parse_json(text.substr(0, zero));
  const auto instance = parse_json(text.substr(std::min(zero + 1, text.size())));
  Diagnostics diagnostics;
  const auto schema = schema_value ? Schema::compile(*schema_value, diagnostics) : std::nullopt;
  if (schema && instance) {
    schema->validate(*instance);
  }
  return 0;
}
