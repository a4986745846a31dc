// The bytes of an answer: the first byte chooses its status, the second is the size of the pieces.

#include <algorithm>

#include "wire/provider_type.hpp"
#include "wire/response_decoder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  if (size < 2) {
    return 0;
  }
  const ProviderSettings settings;
  ResponseDecoder decoder(*find_provider_type("openai"), settings);
  decoder.head({bytes[0] % 7 == 0 ? 500 : 200, {}});
  const std::size_t piece = 1 + bytes[1] % 64;
  const std::string_view body(reinterpret_cast<const char*>(bytes) + 2, size - 2);
  for (std::size_t at = 0; at < body.size(); at += piece) {
    decoder.body(body.substr(at, piece));
  }
  decoder.finish();
  return 0;
}
