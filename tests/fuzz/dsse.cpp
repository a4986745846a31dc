// An envelope of any bytes: what was read is read again from what is written of it.

#include "evidence/dsse.hpp"

#include <memory>
#include <string>

#include "document/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  Diagnostics faults;
  const auto document = read_json(
      std::make_shared<const Source>("fuzz", std::string(reinterpret_cast<const char*>(bytes), size)), faults);
  const auto envelope = document ? read_dsse(*document, faults) : std::nullopt;
  if (!envelope) {
    if (!faults.has_errors()) {
      __builtin_trap();  // Nothing is refused without a word.
    }
    return 0;
  }
  const auto written = parse_json(dsse_text(*envelope, "key"));
  const auto again = written ? read_dsse(*written, faults) : std::nullopt;
  if (!again || again->payload_type != envelope->payload_type || again->payload != envelope->payload ||
      again->signatures != envelope->signatures ||
      dsse_signed_bytes(again->payload_type, again->payload) !=
          dsse_signed_bytes(envelope->payload_type, envelope->payload)) {
    __builtin_trap();
  }
  return 0;
}
