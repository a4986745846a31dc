// A public key as SSH writes it and a signature, each as an SSH string. The seeds sign "hello\n".

#include <string_view>

#include "base/ssh_fields.hpp"
#include "base/ssh_key.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  SshFields fields(std::string_view(reinterpret_cast<const char*>(bytes), size));
  const auto key = fields.string();
  const auto signature = key ? fields.string() : std::nullopt;
  if (!signature) {
    return 0;
  }
  const auto read = SshKey::read(*key);
  if (read && !is_ssh_key_kind(ssh_key_kind(*key))) {
    __builtin_trap();
  }
  if (read && read->verifies("hello\n", *signature) && read->verifies("hello\n\n", *signature)) {
    __builtin_trap();
  }
  return 0;
}
