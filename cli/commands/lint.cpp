// `promptctl lint`: every fault of a registry, offline.

#include <fmt/format.h>

#include <ostream>

#include "authoring/lint.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/workspace/workspace.hpp"

namespace promptctl::cli {
namespace {

ExitCode execute(Session& session) {
  Workspace workspace(session);
  Diagnostics diagnostics;
  const LintCounts counts = lint(workspace.registry, workspace.prices, session.clock.now(), diagnostics);
  print(diagnostics, session.out);
  if (diagnostics.has_errors()) {
    return ExitCode::rejected;
  }
  session.out << fmt::format("no errors in {}, {} and {}\n", counted(counts.prompts, "prompt"),
                             counted(counts.suites, "suite"), counted(static_cast<std::size_t>(counts.cases), "case"));
  return ExitCode::accepted;
}

Action declare(Options& options) {
  options.example("promptctl lint");
  return execute;
}

}  // namespace

const Command lint_command{"lint", "Report every fault of a registry, without any call", declare};

}  // namespace promptctl::cli
