// `promptctl init`: a registry that works at once.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/workspace.hpp"
#include "flow/scaffold.hpp"

namespace promptctl::cli {
namespace {

ExitCode execute(const std::string& folder, Session& session) {
  DiskFiles files(in_session(session, folder));
  for (const std::string& path : scaffold(files)) {
    session.out << fmt::format("wrote {}\n", path);
  }
  make_state_folder(in_session(session, folder));  // So that git ignores local state from the start.
  session.out << "next: promptctl lint, then promptctl eval --offline\n";
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto folder = std::make_shared<std::string>();
  options.argument("folder", *folder, "Where (here)", false);
  options.example("promptctl init my-prompts");
  return [folder](Session& session) { return execute(*folder, session); };
}

}  // namespace

const Command init_command{"init", "Make a registry that lints and evaluates at once", declare};

}  // namespace promptctl::cli
