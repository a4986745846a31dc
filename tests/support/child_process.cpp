#include "tests/support/child_process.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>

#include "world/system/program.hpp"

namespace promptctl::testing {
namespace {

void forbid_sockets() {
  std::array<sock_filter, 4> filter{{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  }};
  sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
    _exit(99);
  }
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments, const ProcessOptions& options)
    : with_children_(options.with_children) {
  std::vector<std::string> words{PROMPTCTL_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = options.environment;
  const std::vector<char*> argv = pointers_to(words);
  const std::vector<char*> envp = pointers_to(environment);
  pid_ = fork();
  if (with_children_) {
    setpgid(pid_, 0);  // On both sides of the fork, whichever is first.
  }
  if (pid_ != 0) {
    return;
  }
  const int output = open(options.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  if (chdir(options.folder.c_str()) != 0) {
    _exit(98);
  }
  if (!options.may_open_sockets) {
    forbid_sockets();
  }
  execve(PROMPTCTL_BINARY, argv.data(), envp.data());
  _exit(97);
}

ChildProcess::~ChildProcess() {
  if (pid_ > 0) {
    signal(SIGKILL);
    wait();
  }
}

void ChildProcess::signal(int number) const {
  kill(with_children_ ? -pid_ : pid_, number);
}

int ChildProcess::wait() {
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace promptctl::testing
