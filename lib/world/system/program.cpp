#include "world/system/program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "world/system/descriptor.hpp"

namespace promptctl {
namespace {

[[noreturn]] void fail_running(const ProgramCall& call, int error) {
  const bool may_pass = error == EMFILE || error == ENFILE || error == EAGAIN || error == ENOMEM;
  throw Failure(may_pass ? "no-resources" : "cannot-run",
                fmt::format("cannot run {}: {}", call.executable, std::strerror(error)));
}

// Off 0, 1 and 2, which are free when promptctl was started without them, and which the child's own would overwrite.
Descriptor lifted(int descriptor) {
  const Descriptor low(descriptor);
  return Descriptor(::fcntl(low.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

struct Pipe {
  Descriptor reader;
  Descriptor writer;
};

Pipe open_pipe(const ProgramCall& call) {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    fail_running(call, errno);
  }
  return Pipe{lifted(ends[0]), lifted(ends[1])};
}

// In memory rather than a pipe: a child that doesn't read all of it neither blocks us nor sends SIGPIPE.
Descriptor open_input(const ProgramCall& call) {
  if (call.input.empty()) {
    return lifted(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  }
  Descriptor file = lifted(::memfd_create("input", MFD_CLOEXEC));
  for (std::string_view rest = call.input; !rest.empty();) {
    const ssize_t count = ::write(file.get(), rest.data(), rest.size());
    if (count < 0 && errno != EINTR) {
      fail_running(call, errno);
    }
    rest.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

class SpawnActions {
 public:
  SpawnActions() { posix_spawn_file_actions_init(&actions_); }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;

  void place(const Descriptor& ours, int theirs) { posix_spawn_file_actions_adddup2(&actions_, ours.get(), theirs); }
  // Connections of libraries that do not close themselves.
  void close_others() { posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1); }
  void enter(const std::string& folder) { posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// An ignored signal stays ignored across exec, and a blocked one blocked: git must not inherit what promptctl set up.
class UsualSignals {
 public:
  explicit UsualSignals(bool has_own_group) {
    sigset_t usual;
    sigset_t blocked;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGCHLD);
    sigemptyset(&blocked);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setsigdefault(&attributes_, &usual);
    posix_spawnattr_setsigmask(&attributes_, &blocked);
    const int group = has_own_group ? POSIX_SPAWN_SETPGROUP : 0;
    posix_spawnattr_setflags(&attributes_, static_cast<short>(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group));
  }
  ~UsualSignals() { posix_spawnattr_destroy(&attributes_); }
  UsualSignals(const UsualSignals&) = delete;
  UsualSignals& operator=(const UsualSignals&) = delete;

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

pid_t spawn(const ProgramCall& call, const SpawnActions& actions) {
  std::vector<std::string> words{call.executable};
  words.insert(words.end(), call.arguments.begin(), call.arguments.end());
  std::vector<std::string> variables;
  variables.reserve(call.environment.size());
  for (const auto& [name, value] : call.environment) {
    variables.push_back(fmt::format("{}={}", name, value));
  }
  const std::vector<char*> argv = pointers_to(words);
  const std::vector<char*> envp = pointers_to(variables);
  const UsualSignals signals(call.has_own_group);
  pid_t child = -1;
  const int error =
      posix_spawn(&child, call.executable.c_str(), actions.get(), signals.get(), argv.data(), envp.data());
  if (error != 0) {
    fail_running(call, error);
  }
  return child;
}

// Adds what has come, if anything has, to `text`; at the end poll is told to pass the descriptor over.
void read_some(pollfd& open, std::string& text) {
  if (open.revents == 0) {
    return;
  }
  std::array<char, 65536> chunk{};
  const ssize_t count = ::read(open.fd, chunk.data(), chunk.size());
  if (count > 0) {
    text.append(chunk.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    open.fd = -1;
  }
}

void read_both(const Descriptor& out, const Descriptor& err, ProgramOutput& output) {
  std::array<pollfd, 2> open{{{out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}}};
  const std::array<std::string*, 2> texts{&output.out, &output.err};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    const bool interrupted = ::poll(open.data(), open.size(), -1) < 0;
    for (std::size_t index = 0; index < open.size() && !interrupted; ++index) {
      read_some(open.at(index), *texts.at(index));
    }
  }
}

int wait_for(pid_t child, const ProgramCall& call) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {  // Where SIGCHLD is ignored, how a child ended is lost. It must not pass for success.
      fail_running(call, errno);
    }
  }
  return exit_code_of(status);
}

bool is_program(const std::string& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

RunningProgram start_program(const ProgramCall& call) {
  const Descriptor input = open_input(call);
  Pipe out = open_pipe(call);
  Pipe err = open_pipe(call);
  SpawnActions actions;
  actions.place(input, STDIN_FILENO);
  actions.place(out.writer, STDOUT_FILENO);
  actions.place(err.writer, STDERR_FILENO);
  if (!call.folder.empty()) {
    actions.enter(call.folder);
  }
  actions.close_others();
  return {spawn(call, actions), std::move(out.reader), std::move(err.reader)};
}

int exit_code_of(int status) {
  constexpr int signalled = 128;
  return WIFSIGNALED(status) ? signalled + WTERMSIG(status) : WEXITSTATUS(status);
}

ProgramOutput run_program(const ProgramCall& call) {
  const RunningProgram program = start_program(call);
  ProgramOutput output;
  read_both(program.out, program.err, output);
  output.exit_code = wait_for(program.id, call);
  return output;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) {
    pointers.push_back(text.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

std::string find_program(std::string_view name, std::string_view path) {
  for (const std::string_view folder : split(path, ':')) {
    std::string candidate = fmt::format("{}/{}", folder, name);
    if (folder.starts_with('/') && is_program(candidate)) {
      return candidate;
    }
  }
  return {};
}

}  // namespace promptctl
