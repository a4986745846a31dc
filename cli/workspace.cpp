#include "cli/workspace.hpp"

#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "world/git_repository.hpp"

namespace promptctl::cli {

namespace fs = std::filesystem;

fs::path find_root(const Session& session) {
  std::error_code error;
  const fs::path start = fs::weakly_canonical(session.directory, error);
  if (!fs::is_directory(start, error)) {
    throw Failure("missing-file", whole_file(session.directory.string()), "there is no such folder");
  }
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (fs::exists(folder / "promptctl.yaml", error)) {
      return folder;
    }
    if (folder == folder.root_path()) {
      break;
    }
  }
  return GitRepository(start).top().value_or(start);
}

std::string state_path(const fs::path& root, const std::string& name) {
  const fs::path folder = root / ".promptctl";
  const fs::path ignore = folder / ".gitignore";
  std::error_code error;
  if (!fs::exists(ignore, error)) {
    write_file_atomically(ignore, "*\n", ".promptctl/.gitignore");
  }
  return (folder / name).string();
}

void print(const Diagnostics& diagnostics, std::ostream& out) {
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    out << describe(diagnostic);
  }
  if (diagnostics.all().empty()) {
    return;
  }
  out << counted(diagnostics.errors(), "error") << ", " << counted(diagnostics.warnings(), "warning") << "\n";
}

RunHeader find_run(RunStore& store, const std::string& id) {
  const auto header = store.find(id);
  if (!header) {
    throw Failure("unknown-run",
                  id == "latest" ? "no run is recorded here yet" : fmt::format("there is no run `{}`", id),
                  "see promptctl runs list");
  }
  return *header;
}

bool use_color(const Session& session) {
  if (session.has_variable("NO_COLOR")) {
    return false;
  }
  return session.out_is_terminal || session.has_variable("CLICOLOR_FORCE");
}

fs::path in_session(const Session& session, const std::string& path) {
  return session.directory / path;
}

}  // namespace promptctl::cli
