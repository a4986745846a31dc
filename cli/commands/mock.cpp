// `promptctl mock`: a scripted model server, for developing and testing without a key.

#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <ostream>
#include <thread>

#include "cli/commands.hpp"
#include "cli/workspace/workspace.hpp"
#include "mock/mock_script_file.hpp"
#include "world/server/mock_server.hpp"

namespace promptctl::cli {
namespace {

struct MockOptions {
  std::string script;
  std::optional<long long> port;
  std::string journal;
};

std::optional<MockAnswers> read_answers(const MockOptions& options, const Session& session) {
  Diagnostics diagnostics;
  std::optional<MockScript> script = echo_script();
  if (!options.script.empty()) {
    const auto source = read_source(session.directory, options.script);
    if (!source) {
      throw Failure("missing-file", whole_file(options.script), "there is no such file");
    }
    script = read_mock_script(source, diagnostics);
  }
  auto answers = script ? MockAnswers::make(std::move(*script), diagnostics) : std::nullopt;
  print(diagnostics, session.err);
  return answers;
}

ExitCode execute(const MockOptions& options, Session& session) {
  auto answers = read_answers(options, session);
  if (!answers) {
    return ExitCode::rejected;
  }
  std::ofstream journal;
  if (!options.journal.empty()) {
    journal.open(in_session(session, options.journal), std::ios::app);
    if (!journal) {
      throw Failure("unwritable-file", whole_file(options.journal), "cannot write the journal");
    }
  }
  MockServer server(std::move(*answers), journal.is_open() ? &journal : nullptr);
  const int port = server.start(static_cast<int>(options.port.value_or(0)));
  session.out << fmt::format("listening on http://127.0.0.1:{}/v1\n", port) << std::flush;
  while (session.interruption.requests() == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<MockOptions>();
  options.argument("script", target->script, "YAML file of rules; without one, each request is echoed", false);
  options.number("-p,--port", target->port, {0, 65535}, "Listen on this port of 127.0.0.1 (any free one)");
  options.text("--journal", "FILE", target->journal, "Append a JSON line for each request, keys redacted");
  options.example("promptctl mock golden/triage/mock.yaml --port 8080");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command mock_command{"mock", "Serve scripted replies on 127.0.0.1", declare};

}  // namespace promptctl::cli
