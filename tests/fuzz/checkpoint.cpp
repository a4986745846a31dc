// A checkpoint of any bytes: what was read is read again from what is written of it.

#include "registry/checkpoint.hpp"

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  const auto read = parse_checkpoint(std::string_view(reinterpret_cast<const char*>(bytes), size));
  if (read && (read->seq < 1 || parse_checkpoint(checkpoint_text(*read)) != read)) {
    __builtin_trap();
  }
  return 0;
}
