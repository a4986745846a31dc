#include "world/http/program_loop.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <list>
#include <optional>
#include <string>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "world/system/program.hpp"

namespace promptctl {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t longest_complaint = 300;

struct Running {
  RunningProgram program;
  TransferListener* listener = nullptr;
  std::chrono::milliseconds total{0};
  SteadyClock::time_point started;
  std::string complaint;  // the end of what it writes to standard error
  bool has_said_all = false;
  bool is_unwanted = false;        // what it has said decides already
  std::optional<Failure> failure;  // it could not be started
};

ProviderError error_of(ProviderError::Kind kind, std::string message) {
  ProviderError error;
  error.kind = kind;
  error.message = std::move(message);
  error.lost.uncounted = 1;  // Whatever it asks may be charged for.
  return error;
}

// The last line that it wrote to standard error: what there is to say stands there.
std::string last_line(std::string_view text) {
  const std::string_view said = trim(text);
  return shorten(repair_utf8(said.substr(said.rfind('\n') + 1)), longest_complaint);
}

// What can be read at once, up to a bound; none at the end.
std::optional<std::string> read_now(const Descriptor& from) {
  constexpr int most_chunks = 16;  // Others wait.
  std::string text;
  for (int chunks = 0; chunks < most_chunks; ++chunks) {
    pollfd ready{from.get(), POLLIN, 0};
    if (::poll(&ready, 1, 0) <= 0) {
      break;
    }
    std::array<char, 65536> chunk{};
    const ssize_t count = ::read(from.get(), chunk.data(), chunk.size());
    if (count == 0 && text.empty()) {
      return std::nullopt;
    }
    if (count <= 0) {
      break;
    }
    text.append(chunk.data(), static_cast<std::size_t>(count));
  }
  return text;
}

// Whether there is more to read at once.
bool has_more(const Running& program) {
  pollfd ready{program.program.out.get(), POLLIN, 0};
  return !program.has_said_all && ::poll(&ready, 1, 0) > 0;
}

}  // namespace

struct ProgramLoop::State {
  const Variables& variables;
  std::list<Running> running;

  ProgramCall call_for(const HttpRequest& request) const;
  void finish(std::list<Running>::iterator program, const ProviderError* error);
  void step(std::list<Running>::iterator program);
  static void hear(Running& program);
};

// Of the environment it sees no more than it needs to run, and what promptctl.yaml names.
ProgramCall ProgramLoop::State::call_for(const HttpRequest& request) const {
  const ProgramToRun& wanted = *request.program;
  std::vector<std::string> names{"PATH", "HOME", "LANG"};
  names.insert(names.end(), wanted.variables.begin(), wanted.variables.end());
  ProgramCall call;
  for (const std::string& name : names) {
    if (const auto variable = variables.find(name); variable != variables.end()) {
      call.environment.insert(*variable);
    }
  }
  const std::string& name = wanted.command.front();
  const auto path = call.environment.find("PATH");
  call.executable = name.find('/') != std::string::npos
                        ? name
                        : find_program(name, path == call.environment.end() ? "/usr/bin:/bin" : path->second);
  if (call.executable.empty()) {
    throw Failure("cannot-run", fmt::format("there is no program `{}` in PATH", name));
  }
  call.arguments.assign(wanted.command.begin() + 1, wanted.command.end());
  call.input = request.body;
  call.folder = wanted.folder;
  call.has_own_group = true;
  return call;
}

// The listener hears of the end when the program is already gone, so that it may start another.
void ProgramLoop::State::finish(std::list<Running>::iterator program, const ProviderError* error) {
  std::list<Running> gone;
  gone.splice(gone.begin(), running, program);
  const pid_t id = gone.front().program.id;
  if (id > 0) {
    ::kill(-id, SIGKILL);  // Whatever it has started and left behind.
    int status = 0;
    ::waitpid(id, &status, 0);
  }
  gone.front().listener->finished(error);
}

void ProgramLoop::State::hear(Running& program) {
  const auto said = read_now(program.program.out);
  const auto complained = read_now(program.program.err);
  program.has_said_all = !said;
  program.complaint += complained.value_or("");
  const std::size_t kept = 4 * longest_complaint;
  program.complaint.erase(0, program.complaint.size() - std::min(program.complaint.size(), kept));
  if (said && !said->empty() && !program.listener->body(*said)) {
    program.is_unwanted = true;
  }
}

void ProgramLoop::State::step(std::list<Running>::iterator program) {
  if (program->failure) {
    const bool may_pass = program->failure->diagnostic().code == "no-resources";
    ProviderError error = not_asked(may_pass ? ProviderError::Kind::connect : ProviderError::Kind::invalid_request,
                                    program->failure->diagnostic().message);
    error.attempts = 1;
    finish(program, &error);
    return;
  }
  int status = 0;
  const bool has_ended = ::waitpid(program->program.id, &status, WNOHANG) == program->program.id;
  hear(*program);
  while (has_ended && !program->is_unwanted && has_more(*program)) {
    hear(*program);
  }
  if (has_ended) {
    ::kill(-program->program.id, SIGKILL);
    program->program.id = -1;
    const int code = exit_code_of(status);
    const std::string why = last_line(program->complaint);
    const ProviderError error =
        error_of(ProviderError::Kind::bad_response,
                 fmt::format("the program ended with exit code {}{}{}", code, why.empty() ? "" : ": ", why));
    finish(program, code == 0 || program->is_unwanted ? nullptr : &error);
  } else if (program->is_unwanted) {
    finish(program, nullptr);
  } else if (SteadyClock::now() - program->started >= program->total) {
    const ProviderError error = error_of(ProviderError::Kind::timeout, "the program did not end in time");
    finish(program, &error);
  }
}

ProgramLoop::ProgramLoop(const Variables& variables) : state_(std::make_unique<State>(State{variables, {}})) {}

ProgramLoop::~ProgramLoop() {
  for (const Running& program : state_->running) {
    if (program.program.id > 0) {
      ::kill(-program.program.id, SIGKILL);
      int status = 0;
      ::waitpid(program.program.id, &status, 0);
    }
  }
}

void ProgramLoop::start(const HttpRequest& request, const TransferOptions& options, TransferListener& listener) {
  RunningProgram started{-1, Descriptor(-1), Descriptor(-1)};
  std::optional<Failure> failure;
  try {
    started = start_program(state_->call_for(request));
  } catch (const Failure& failed) {
    failure = failed;
  }
  state_->running.push_back(
      {std::move(started), &listener, options.total, SteadyClock::now(), {}, false, false, std::move(failure)});
  HttpHead head;
  head.status = 200;
  listener.head(head);
}

void ProgramLoop::step() {
  for (auto next = state_->running.begin(); next != state_->running.end();) {
    state_->step(next++);
  }
}

std::vector<int> ProgramLoop::descriptors() const {
  std::vector<int> descriptors;
  for (const Running& program : state_->running) {
    if (!program.has_said_all && !program.failure) {
      descriptors.push_back(program.program.out.get());
    }
  }
  return descriptors;
}

bool ProgramLoop::has_ending() const {
  for (const Running& program : state_->running) {
    if (program.has_said_all || program.failure) {
      return true;
    }
  }
  return false;
}

void ProgramLoop::cancel_all(const ProviderError& error) {
  while (!state_->running.empty()) {
    state_->finish(state_->running.begin(), &error);
  }
}

std::size_t ProgramLoop::active() const {
  return state_->running.size();
}

}  // namespace promptctl
