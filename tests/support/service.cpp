#include "tests/support/service.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

#include "tests/support/temporary_folder.hpp"
#include "world/system/descriptor.hpp"
#include "world/system/program.hpp"

namespace promptctl::testing {
namespace {

sockaddr_in local_address(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

Descriptor open_socket() {
  return Descriptor(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

bool accepts(int port) {
  const Descriptor connection = open_socket();
  const sockaddr_in address = local_address(port);
  return connect(connection.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

int free_port() {
  const Descriptor listener = open_socket();
  sockaddr_in address = local_address(0);
  socklen_t size = sizeof address;
  bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), size);
  getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

Service::Service(const std::function<ServiceCommand(int port)>& command, const std::filesystem::path& log) {
  constexpr int attempts = 5;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    port_ = free_port();
    start(command(port_), log);
    if (comes_up()) {
      return;
    }
    stop();
  }
  throw std::runtime_error("a server does not come up: " + read_text(log));
}

Service::~Service() {
  stop();
}

void Service::start(ServiceCommand command, const std::filesystem::path& log) {
  std::vector<std::string> variables;
  for (const auto& [name, value] : command.environment) {
    variables.push_back(std::string(name).append("=").append(value));
  }
  const std::vector<char*> argv = pointers_to(command.words);
  const std::vector<char*> envp = pointers_to(variables);
  pid_ = fork();
  if (pid_ != 0) {
    setpgid(pid_, pid_);  // Here too, so that the group exists by the time it may be ended.
    return;
  }
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  execve(argv[0], argv.data(), envp.data());
  _exit(97);
}

bool Service::comes_up() {
  constexpr std::chrono::seconds patience(10);
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < deadline) {
    const bool listening = accepts(port_);
    if (waitpid(pid_, nullptr, WNOHANG) != 0) {  // Before its answer counts: another may have the port.
      pid_ = -1;
      return false;
    }
    if (listening) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return false;
}

void Service::stop() {
  if (pid_ > 0) {
    kill(-pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  pid_ = -1;
}

}  // namespace promptctl::testing
