// `promptctl init`: a registry that works at once.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "authoring/scaffold.hpp"
#include "cli/commands.hpp"
#include "cli/workspace/workspace.hpp"

namespace promptctl::cli {
namespace {

struct InitOptions {
  std::string folder;
  bool with_gate = false;
};

ExitCode execute(const InitOptions& options, Session& session) {
  const std::string& folder = options.folder;
  DiskFiles files(in_session(session, folder));
  for (const std::string& path : scaffold(files, options.with_gate)) {
    session.out << fmt::format("wrote {}\n", path);
  }
  make_state_folder(in_session(session, folder));  // So that git ignores local state from the start.
  session.out << "next: promptctl lint, then promptctl eval --offline\n";
  if (options.with_gate) {
    session.out
        << "production takes evidence that ci@example.com signed: write your CI's name in promptctl.yaml, and its "
           "key in allowed_signers\n";
  }
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<InitOptions>();
  options.argument("folder", target->folder, "Where (here)", false);
  options.flag("--with-gate", target->with_gate, "Environments too, and a gate that asks for signed evidence");
  options.example("promptctl init my-prompts");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command init_command{"init", "Make a registry that lints and evaluates at once", declare};

}  // namespace promptctl::cli
