#include <string>

#include "ledger/event_record.hpp"
#include "ledger/ledger_record.hpp"

namespace {

using namespace promptctl;  // NOLINT: a fuzz target is all about it.

// What was read must be read again from what is written of it.
template <typename Read, typename Write>
void check(const SourcePointer& source, Read&& read, Write&& write) {
  Diagnostics faults;
  const auto record = read(source, faults);
  if (!record) {
    return;
  }
  const std::string text = write(*record);
  const auto again = read(std::make_shared<const Source>("again", text), faults);
  if (!again || write(*again) != text) {
    __builtin_trap();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const auto source = std::make_shared<const Source>("fuzz", std::string(reinterpret_cast<const char*>(bytes), size));
  check(source, read_event, event_text);
  check(source, read_version_record, version_record_text);
  check(source, read_deployment, deployment_text);
  check(source, read_history_line, history_line);
  return 0;
}
