#include "world/git/git_safety.hpp"

#include <fmt/format.h>

#include <array>

#include "base/text.hpp"

namespace promptctl {
namespace {

// What else may run programs needs the protocols ext, file or git (`ext::…`, remote.*.uploadpack, .receivepack, .vcs,
// core.gitProxy, url.*.insteadOf one of them), or is asked by a variable before a setting (core.sshCommand,
// core.askPass).
constexpr std::array settings{
    SafeSetting{"core.hooksPath", "/dev/null"},
    SafeSetting{"core.fsmonitor", "false"},
    SafeSetting{"core.alternateRefsCommand", ":"},
    SafeSetting{"credential.helper", ""},  // An empty one takes back all before it.
    SafeSetting{"gpg.program", "gpg"},
    SafeSetting{"gpg.openpgp.program", "gpg"},
    SafeSetting{"gpg.x509.program", "gpgsm"},
    SafeSetting{"gpg.ssh.program", "ssh-keygen"},
    SafeSetting{"gpg.ssh.defaultKeyCommand", ":"},
    SafeSetting{"gc.auto", "0"},
    SafeSetting{"maintenance.auto", "false"},
    SafeSetting{"safe.bareRepository", "explicit"},
};

}  // namespace

std::span<const SafeSetting> safe_settings() {
  return settings;
}

std::map<std::string, std::string> with_safe_git(std::map<std::string, std::string> environment) {
  const auto given = environment.find("GIT_CONFIG_COUNT");
  long long count = given == environment.end() ? 0 : parse_integer(given->second).value_or(0);
  for (const SafeSetting& setting : settings) {
    environment[fmt::format("GIT_CONFIG_KEY_{}", count)] = setting.name;
    environment[fmt::format("GIT_CONFIG_VALUE_{}", count)] = setting.value;
    ++count;
  }
  environment["GIT_CONFIG_COUNT"] = fmt::format("{}", count);
  environment.emplace("GIT_ALLOW_PROTOCOL", "https:http:ssh");
  if (environment.count("GIT_SSH") == 0) {
    environment.emplace("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
  }
  return environment;
}

}  // namespace promptctl
