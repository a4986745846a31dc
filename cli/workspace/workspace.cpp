#include "cli/workspace/workspace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/file_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "world/git/git_repository.hpp"

namespace promptctl::cli {

namespace fs = std::filesystem;

fs::path find_root(const Session& session) {
  std::error_code error;
  fs::path start = fs::weakly_canonical(session.directory, error);
  if (!fs::is_directory(start, error)) {
    throw Failure("missing-file", whole_file(session.directory.string()), "there is no such folder");
  }
  const auto top = GitRepository(start).top();
  if (!top && GitRepository(start).state({})) {
    return start;  // A bare repository has no files around it that are its own.
  }
  const fs::path last = top ? (fs::weakly_canonical(*top, error) / "").parent_path() : start.root_path();
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (fs::exists(folder / "promptctl.yaml", error)) {
      return folder;
    }
    if (folder == last || folder == folder.root_path()) {
      break;
    }
  }
  return top.value_or(start);
}

std::string user_prices_path(const Session& session) {
  constexpr std::string_view file = "promptctl/prices.json";
  if (session.has_variable("XDG_CONFIG_HOME")) {
    return fmt::format("{}/{}", session.environment.at("XDG_CONFIG_HOME"), file);
  }
  return session.has_variable("HOME") ? fmt::format("{}/.config/{}", session.environment.at("HOME"), file) : "";
}

std::optional<RepositoryFile> in_repository(const fs::path& folder, const std::string& path) {
  std::error_code error;
  const auto top = GitRepository(folder).top();
  if (!top) {
    return std::nullopt;
  }
  const fs::path file = (fs::weakly_canonical(folder, error) / path).lexically_normal();
  const std::string inside = file.lexically_relative(fs::weakly_canonical(*top, error)).generic_string();
  return inside.empty() || inside == ".." || inside.starts_with("../") ? std::nullopt
                                                                       : std::optional(RepositoryFile{*top, inside});
}

ByteStream open_source(const fs::path& folder, const std::string& path) {
  const auto inside = in_repository(folder, path);
  return inside ? DiskFiles(inside->top).open(inside->path) : open_named_file(folder / path, path);
}

fs::path place_to_write(const Session& session, const std::string& path) {
  const auto inside = in_repository(session.directory, path);
  return inside ? DiskFiles(inside->top).place_of(inside->path) : in_session(session, path);
}

SourcePointer read_source(const fs::path& folder, const std::string& path) {
  const ByteStream text = path.empty() ? ByteStream() : open_source(folder, path);
  return text ? std::make_shared<const Source>(path, whole_text(text, path)) : nullptr;
}

std::string state_path(const fs::path& root, const std::string& name) {
  if (GitRepository(root).has_committed(".promptctl")) {
    throw Failure("committed-state", whole_file(".promptctl"),
                  "local state is committed: runs and replies in it are of whoever wrote the commit",
                  "git rm -r --cached .promptctl");
  }
  return (root / ".promptctl" / name).string();
}

void make_state_folder(const fs::path& root) {
  const fs::path ignore = state_path(root, ".gitignore");
  std::error_code error;
  if (!fs::exists(ignore, error)) {
    write_file_atomically(ignore, "*\n", ".promptctl/.gitignore");
  }
}

std::string path_in_repository(const Session& session, const std::string& prompt) {
  const fs::path root = find_root(session);
  const fs::path file = root / prompt_path(prompt);
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    return "";
  }
  const auto top = GitRepository(root).top();
  return file.lexically_relative(top ? fs::weakly_canonical(*top, error) : root).generic_string();
}

bool has_runs(const fs::path& root) {
  std::error_code error;
  return fs::exists(state_path(root, "runs.db"), error);
}

std::function<void(const std::string& note)> note_to(const Session& session) {
  return [&err = session.err](const std::string& note) { err << "note: " << printable(note) << "\n"; };
}

void print(const Diagnostics& diagnostics, std::ostream& out) {
  constexpr std::size_t most = 200;  // A slip in a suite may be a fault in each of its cases.
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  for (std::size_t at = 0; at < std::min(most, sorted.size()); ++at) {
    out << describe(sorted[at]);
  }
  if (sorted.size() > most) {
    out << fmt::format("… and {} more\n", grouped(sorted.size() - most));
  }
  if (diagnostics.all().empty()) {
    return;
  }
  out << counted(diagnostics.errors(), "error") << ", " << counted(diagnostics.warnings(), "warning") << "\n";
}

RunHeader find_run(RunStore& store, const std::string& id) {
  const auto header = store.find(id);
  if (!header) {
    throw Failure("unknown-run", fmt::format("there is no run `{}`", id), "see promptctl runs list");
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
