#include "world/system/ssh_signing.hpp"

#include <fmt/format.h>

#include "base/diagnostic.hpp"
#include "base/ssh_key.hpp"
#include "base/sshsig.hpp"
#include "base/text.hpp"
#include "world/system/program.hpp"

namespace promptctl {
namespace {

std::string path_of_ssh_keygen(const std::map<std::string, std::string>& environment) {
  const auto path = environment.find("PATH");
  std::string program = find_program("ssh-keygen", path == environment.end() ? "" : path->second);
  if (program.empty()) {
    throw Failure("signing", "there is no `ssh-keygen` to sign with", "install OpenSSH's client");
  }
  return program;
}

}  // namespace

SshSignature sign_with_ssh(const std::filesystem::path& key, std::string_view use, std::string_view message,
                           const std::map<std::string, std::string>& environment) {
  const ProgramOutput made = run_program({path_of_ssh_keygen(environment),
                                          {"-q", "-Y", "sign", "-f", key.string(), "-n", std::string(use)},
                                          environment,
                                          message});
  const auto signature = made.exit_code == 0 ? read_sshsig(made.out) : std::nullopt;
  if (!signature || !is_signed(*signature, message)) {
    throw Failure("signing", whole_file(key.string()),
                  fmt::format("ssh-keygen can't sign: {}", replace_all(trim(made.err), "\n", "; ")),
                  "name the file of a private SSH key, or of a public one that an ssh-agent has");
  }
  return {made.out, ssh_fingerprint(signature->key)};
}

}  // namespace promptctl
