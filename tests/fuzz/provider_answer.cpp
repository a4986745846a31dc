// The bytes of an answer: the first byte chooses its status and the type of provider (FUZZ_TYPE, where it is set), the
// second the size of the pieces that it comes in.

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "provider/provider_type.hpp"
#include "provider/response_decoder.hpp"

namespace {

using namespace promptctl;  // NOLINT: as the library's own code.

// Made once, with what each type's settings usually are.
const std::vector<ProviderSettings>& providers() {
  static const std::vector<ProviderSettings> all = [] {
    std::vector<ProviderSettings> made;
    const char* wanted = std::getenv("FUZZ_TYPE");
    for (const ProviderType* type : provider_types()) {
      if (wanted == nullptr || type->name == wanted) {
        made.push_back(plain_provider(type->name, *type));
      }
    }
    return made;
  }();
  return all;
}

struct Sent {
  int status;
  std::string_view body;
};

CallOutcome decoded(const ProviderSettings& settings, const Sent& sent, std::size_t piece) {
  const Request request;
  ResponseDecoder decoder(settings, request);
  decoder.head({sent.status, {}});
  bool more = true;
  for (std::size_t at = 0; more && at < sent.body.size(); at += piece) {
    more = decoder.body(sent.body.substr(at, piece));
  }
  return decoder.finish();
}

bool are_alike(const CallOutcome& a, const CallOutcome& b) {
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
  const ProviderSettings& settings = providers()[bytes[0] / 7 % providers().size()];
  const Sent sent{bytes[0] % 7 == 0 ? 500 : 200, {reinterpret_cast<const char*>(bytes) + 2, size - 2}};
  if (!are_alike(decoded(settings, sent, sent.body.size() + 1), decoded(settings, sent, 1 + bytes[1] % 64))) {
    __builtin_trap();  // An answer is the same wherever its bytes are cut.
  }
  return 0;
}
