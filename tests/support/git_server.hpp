#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace promptctl::testing {

// A server on 127.0.0.1 that lets anyone who has its `environment` read and write the bare repositories below a
// folder, for as long as it lives.
class GitServer {
 public:
  virtual ~GitServer() = default;

  // The address of the repository `name` below the folder.
  virtual std::string url(const std::string& name) const = 0;

  // What a client's git needs beside its own environment.
  virtual std::map<std::string, std::string> environment() const { return {}; }
};

// git://: comes with git.
std::unique_ptr<GitServer> start_git_daemon(const std::filesystem::path& repositories);

// http://, with git-http-backend behind lighttpd. Null when lighttpd is not installed.
std::unique_ptr<GitServer> start_lighttpd(const std::filesystem::path& repositories);

// ssh://, as the user who runs the tests, with keys of its own. Null when sshd is not installed.
std::unique_ptr<GitServer> start_sshd(const std::filesystem::path& repositories);

// The quickest of those installed; never null. git:// takes 40 ms a call: it waits for delayed acknowledgements.
std::unique_ptr<GitServer> start_git_server(const std::filesystem::path& repositories);

// What a test that skips says of a server that is not installed.
constexpr const char* not_installed = "skipped: a server is not installed, see ./dev servers";

}  // namespace promptctl::testing
