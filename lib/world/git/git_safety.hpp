#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace promptctl {

// A setting of git's, and what holds in its place where nothing that a repository's configuration names may run.
struct SafeSetting {
  std::string_view name;
  std::string_view value;
};

std::span<const SafeSetting> safe_settings();

// An environment in which git runs no program that a repository's configuration or hooks name (docs/ledger.md lists
// them), reaches servers over https, http and ssh alone, and opens no bare repository that lies among a checkout's
// files. Variables of the environment itself (GIT_SSH_COMMAND, GIT_ASKPASS, GIT_ALLOW_PROTOCOL) are the user's and
// hold.
std::map<std::string, std::string> with_safe_git(std::map<std::string, std::string> environment);

}  // namespace promptctl
