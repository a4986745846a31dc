// The bytes of an answer: the first byte chooses its status, the second the size of the pieces that it comes in.

#include <algorithm>

#include "provider/provider_type.hpp"
#include "provider/response_decoder.hpp"

namespace {

using namespace promptctl;  // NOLINT: as the library's own code.

Outcome decoded(int status, std::string_view body, std::size_t piece) {
  const ProviderSettings settings;
  ResponseDecoder decoder(*find_provider_type("openai"), settings);
  decoder.head({status, {}});
  bool more = true;
  for (std::size_t at = 0; more && at < body.size(); at += piece) {
    more = decoder.body(body.substr(at, piece));
  }
  return decoder.finish();
}

bool are_alike(const Outcome& a, const Outcome& b) {
  if (a.index() != b.index()) {
    return false;
  }
  if (const auto* response = std::get_if<Response>(&a)) {
    const auto& other = std::get<Response>(b);
    return response->text == other.text && response->finish_reason == other.finish_reason &&
           response->usage == other.usage;
  }
  return std::get<ProviderError>(a).kind == std::get<ProviderError>(b).kind;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size < 2) {
    return 0;
  }
  const int status = bytes[0] % 7 == 0 ? 500 : 200;
  const std::string_view body(reinterpret_cast<const char*>(bytes) + 2, size - 2);
  if (!are_alike(decoded(status, body, body.size() + 1), decoded(status, body, 1 + bytes[1] % 64))) {
    __builtin_trap();  // An answer is the same wherever its bytes are cut.
  }
  return 0;
}
