// An SSH signature with its armor, a null byte, and a file of allowed signers. The seeds sign "hello\n".

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/signer.hpp"
#include "base/sshsig.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  constexpr std::string_view message = "hello\n", other = "hello\n\n", use = "promptctl-evidence";
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const std::size_t end = std::min(text.find('\0'), text.size());
  const std::string_view armored = text.substr(0, end);
  const std::string_view file = end == text.size() ? std::string_view() : text.substr(end + 1);
  Diagnostics faults;
  const auto signers = read_allowed_signers(std::make_shared<const Source>("signers", std::string(file)), faults);
  const auto read = read_sshsig(armored);
  const bool is_good = read && is_signed(*read, message);
  const std::chrono::sys_seconds now(std::chrono::seconds(1'770'000'000));
  const SignatureCheck check = verify_sshsig(armored, message, use, signers, now);
  const bool is_consistent = !check.is_good() || (is_good && read->use == use && !check.key.empty());
  if (!is_consistent || verify_sshsig(armored, other, use, signers, now).is_good()) {
    __builtin_trap();
  }
  return 0;
}
