#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <random>
#include <streambuf>

#include "cli/line/session.hpp"
#include "world/system/system_clock.hpp"
#include "world/system/terminal_keys.hpp"

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
  sigaction(SIGHUP, &action, nullptr);  // The terminal is gone: what was started must not go on.
  std::signal(SIGPIPE, SIG_IGN);        // A reader that has seen enough is no reason to drop a run.
}

// Standard output, which remembers why it could not be written: a closed pipe is success, a full disk is not.
class StandardOutput : public std::streambuf {
 public:
  StandardOutput() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

  bool failed() {
    sync();
    return error_ != 0 && error_ != EPIPE;
  }

 protected:
  int_type overflow(int_type byte) override {
    if (sync() != 0) {
      return traits_type::eof();
    }
    if (!traits_type::eq_int_type(byte, traits_type::eof())) {
      sputc(traits_type::to_char_type(byte));
    }
    return traits_type::not_eof(byte);
  }

  int sync() override {
    const char* next = pbase();
    while (next < pptr() && error_ == 0) {
      const ssize_t count = ::write(STDOUT_FILENO, next, static_cast<std::size_t>(pptr() - next));
      if (count < 0 && errno != EINTR) {
        error_ = errno;
      }
      next += count < 0 ? 0 : count;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  std::array<char, 65536> buffer_{};
  int error_ = 0;
};

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::size_t equals = text.find('=');
    variables.emplace(text.substr(0, equals), equals == std::string::npos ? "" : text.substr(equals + 1));
  }
  return variables;
}

// Of the terminal that this descriptor is; the usual width where it is none.
std::size_t terminal_width(int descriptor) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t least = 20;
  winsize size{};
  const bool known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? std::max<std::size_t>(size.ws_col, least) : usual;
}

}  // namespace

int main(int argc, char** argv) {
  install_signal_handlers();
  const promptctl::SystemClock clock;
  const SignalInterruption interruption;
  StandardOutput buffer;
  std::ostream out(&buffer);
  std::error_code gone;  // A folder that was removed under us is reported where it is looked at.
  promptctl::cli::Session session{out,           std::cerr, std::filesystem::current_path(gone),
                                  environment(), clock,     interruption};
  session.seed = (static_cast<std::uint64_t>(std::random_device()()) << 32U) ^ std::random_device()();
  promptctl::TerminalKeys keys;
  session.keys = isatty(STDIN_FILENO) != 0 ? &keys : nullptr;
  session.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  session.err_is_terminal = isatty(STDERR_FILENO) != 0;
  session.width = terminal_width(session.out_is_terminal ? STDOUT_FILENO : STDERR_FILENO);
  const auto code = promptctl::cli::run({argv + 1, argv + argc}, session);
  if (buffer.failed()) {
    std::cerr << "error[unwritable-file]: cannot write to standard output\n";
    return static_cast<int>(promptctl::cli::ExitCode::could_not_tell);
  }
  return static_cast<int>(code);
}
