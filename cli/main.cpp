#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <random>

#include "cli/session.hpp"
#include "world/system_clock.hpp"

extern char** environ;  // NOLINT: POSIX's name.

namespace {

std::atomic<int> signals{0};  // NOLINT: a signal handler can reach nothing else.

extern "C" void on_signal(int) {
  ++signals;
}

class SignalInterruption : public promptctl::Interruption {
 public:
  int requests() const override { return signals; }
};

void install_signal_handlers() {
  struct sigaction action{};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // A reader that has seen enough is no reason to drop a run.
}

// A closed pipe is success; a full disk is not.
bool flush_output() {
  errno = 0;
  return std::cout.flush() || errno == EPIPE || errno == 0;
}

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::size_t equals = text.find('=');
    variables.emplace(text.substr(0, equals), equals == std::string::npos ? "" : text.substr(equals + 1));
  }
  return variables;
}

std::size_t terminal_width() {
  winsize size{};
  constexpr std::size_t usual = 80;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 40 ? size.ws_col : usual;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  install_signal_handlers();
  const promptctl::SystemClock clock;
  const SignalInterruption interruption;
  promptctl::cli::Session session{std::cout,     std::cerr, std::filesystem::current_path(),
                                  environment(), clock,     interruption};
  session.seed = (static_cast<std::uint64_t>(std::random_device()()) << 32U) ^ std::random_device()();
  session.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  session.err_is_terminal = isatty(STDERR_FILENO) != 0;
  session.width = terminal_width();
  const auto code = promptctl::cli::run({argv + 1, argv + argc}, session);
  if (!flush_output()) {
    std::cerr << "error[unwritable-file]: cannot write to standard output\n";
    return static_cast<int>(promptctl::cli::ExitCode::could_not_tell);
  }
  return static_cast<int>(code);
}
