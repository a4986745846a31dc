#include "tests/support/git_server.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "tests/support/git_sandbox.hpp"
#include "tests/support/service.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/system/program.hpp"

namespace promptctl::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* server_programs = "/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin";

// "/usr/lib/git-core" and the like. What `git` itself would start from there as a child outlives `git` when it is
// killed; what is started from there directly does not.
std::string git_programs(const fs::path& home) {
  return git_output(GitExecutable(home, sandbox_environment(home)), {"--exec-path"});
}

class GitDaemon : public GitServer {
 public:
  explicit GitDaemon(const fs::path& repositories)
      : service_([&](int port) { return command(port, repositories); }, files_.path() / "log") {}

  std::string url(const std::string& name) const override {
    return fmt::format("git://127.0.0.1:{}/{}", service_.port(), name);
  }

 private:
  ServiceCommand command(int port, const fs::path& repositories) const {
    return {{git_programs(files_.path()) + "/git-daemon", "--listen=127.0.0.1", fmt::format("--port={}", port),
             "--reuseaddr", "--export-all", "--enable=receive-pack", "--base-path=" + repositories.string()},
            sandbox_environment(files_.path())};
  }

  TemporaryFolder files_;
  Service service_;
};

constexpr const char* lighttpd_configuration = R"(server.document-root = "{0}"
server.bind = "127.0.0.1"
server.port = {1}
server.modules = ("mod_alias", "mod_setenv", "mod_cgi")
alias.url = ("/" => "{2}/git-http-backend/")
cgi.assign = ("" => "")
setenv.set-environment = (
  "GIT_PROJECT_ROOT" => "{0}", "GIT_HTTP_EXPORT_ALL" => "1", "PATH" => "{3}", "HOME" => "{4}",
  "GIT_CONFIG_GLOBAL" => "/dev/null", "GIT_CONFIG_SYSTEM" => "/dev/null",
  "GIT_CONFIG_COUNT" => "1", "GIT_CONFIG_KEY_0" => "http.receivepack", "GIT_CONFIG_VALUE_0" => "true")
)";

class Lighttpd : public GitServer {
 public:
  Lighttpd(const fs::path& repositories, const std::string& executable)
      : service_([&](int port) { return command(port, repositories, executable); }, files_.path() / "log") {}

  std::string url(const std::string& name) const override {
    return fmt::format("http://127.0.0.1:{}/{}", service_.port(), name);
  }

 private:
  ServiceCommand command(int port, const fs::path& repositories, const std::string& executable) const {
    const fs::path configuration = files_.path() / "lighttpd.conf";
    write_text(configuration, fmt::format(fmt::runtime(lighttpd_configuration), repositories.string(), port,
                                          git_programs(files_.path()), server_programs, files_.path().string()));
    return {{executable, "-D", "-f", configuration.string()}, sandbox_environment(files_.path())};
  }

  TemporaryFolder files_;
  Service service_;
};

constexpr const char* sshd_configuration = R"(ListenAddress 127.0.0.1:{1}
HostKey {0}/host_key
AuthorizedKeysFile {0}/user_key.pub
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
StrictModes no
UsePAM no
PidFile none
KexAlgorithms curve25519-sha256
PermitUserRC no
SetEnv HOME={0} GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
)";

class Sshd : public GitServer {
 public:
  Sshd(fs::path repositories, const std::string& executable)
      : repositories_(std::move(repositories)),
        service_([&](int port) { return command(port, executable); }, files_.path() / "log") {}

  std::string url(const std::string& name) const override {
    return fmt::format("ssh://{}@127.0.0.1:{}{}/{}", getpwuid(geteuid())->pw_name, service_.port(),
                       repositories_.string(), name);
  }

  std::map<std::string, std::string> environment() const override {
    return {{"GIT_SSH_COMMAND", fmt::format("ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -i {0}/user_key -o "
                                            "GlobalKnownHostsFile=none -o UserKnownHostsFile={0}/known_hosts",
                                            files_.path().string())}};
  }

 private:
  ServiceCommand command(int port, const std::string& executable) const {
    const fs::path& folder = files_.path();
    std::error_code exists;
    fs::create_directory("/run/sshd", exists);  // Run by root, sshd insists on this folder. Others can't make it.
    make_ssh_key(folder / "host_key");
    make_ssh_key(folder / "user_key");
    write_text(folder / "known_hosts", fmt::format("[127.0.0.1]:{} {}\n", port, public_key(folder / "host_key")));
    write_text(folder / "sshd_config", fmt::format(fmt::runtime(sshd_configuration), folder.string(), port));
    return {{executable, "-D", "-e", "-f", (folder / "sshd_config").string()}, sandbox_environment(folder)};
  }

  fs::path repositories_;
  TemporaryFolder files_;
  Service service_;
};

}  // namespace

std::unique_ptr<GitServer> start_git_daemon(const fs::path& repositories) {
  fs::create_directories(repositories);
  return std::make_unique<GitDaemon>(repositories);
}

std::unique_ptr<GitServer> start_lighttpd(const fs::path& repositories) {
  const std::string executable = find_program("lighttpd", server_programs);
  return executable.empty() ? nullptr : std::make_unique<Lighttpd>(repositories, executable);
}

std::unique_ptr<GitServer> start_git_server(const fs::path& repositories) {
  std::unique_ptr<GitServer> server = start_lighttpd(repositories);
  return server ? std::move(server) : start_git_daemon(repositories);
}

std::unique_ptr<GitServer> start_sshd(const fs::path& repositories) {
  const std::string executable = find_program("sshd", server_programs);
  return executable.empty() ? nullptr : std::make_unique<Sshd>(repositories, executable);
}

}  // namespace promptctl::testing
