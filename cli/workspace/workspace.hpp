#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/diagnostic.hpp"
#include "cli/line/session.hpp"
#include "registry/price_book.hpp"
#include "registry/registry.hpp"
#include "world/sqlite/sqlite_run_store.hpp"
#include "world/system/disk_files.hpp"

namespace promptctl::cli {

// The registry a command works on: the nearest folder, from the session's up, that holds promptctl.yaml; else the top
// of the git repository; else the session's own.
std::filesystem::path find_root(const Session& session);

// The user's own price table: `promptctl/prices.json` in $XDG_CONFIG_HOME, else in ~/.config. Empty where there is
// neither.
std::string user_prices_path(const Session& session);

// A file that lies in the repository of the folder it is named in.
struct RepositoryFile {
  std::filesystem::path top;
  std::string path;  // from the top
};

std::optional<RepositoryFile> in_repository(const std::filesystem::path& folder, const std::string& path);

// The text of a file that the user names, whose path may be relative to `folder`; empty, and null, when there is none.
// In the repository of `folder` its files' own rules hold: whoever wrote the commit made the links in it, so they must
// not leave it. Anywhere else links are followed, and pipes read. Throws `FileFault` and `Failure`.
ByteStream open_source(const std::filesystem::path& folder, const std::string& path);
SourcePointer read_source(const std::filesystem::path& folder, const std::string& path);

// The files of a registry, read when asked for.
struct Workspace {
  explicit Workspace(const Session& session)
      : root(find_root(session)),
        environment(session.environment),
        clock(session.clock),
        files(root),
        registry(files),
        prices([folder = session.directory, path = user_prices_path(session)] { return read_source(folder, path); },
               session.environment) {}

  std::filesystem::path root;
  std::map<std::string, std::string> environment;  // of the git executable
  const Clock& clock;
  DiskFiles files;
  Registry registry;
  PriceBook prices;
};

// The path of a file of local state in `.promptctl/`. Throws `Failure` (`committed-state`) where the commit has such a
// folder: what is in it was made elsewhere.
std::string state_path(const std::filesystem::path& root, const std::string& name);

// Makes `.promptctl/`, and has git ignore what is in it. Call before anything is kept there.
void make_state_folder(const std::filesystem::path& root);

// The path of a prompt's file from the top of the repository, as its host knows it; empty where there is none.
std::string path_in_repository(const Session& session, const std::string& prompt);

// Whether a run was ever recorded here: without one, to look must not make a database.
bool has_runs(const std::filesystem::path& root);

// Says what a user should know on standard error, also with -q: "note: …".
std::function<void(const std::string& note)> note_to(const Session& session);

// Prints every fault, in the order of their places, and how many there are; nothing without faults.
void print(const Diagnostics& diagnostics, std::ostream& out);

// The run that a user names; throws `Failure` (`unknown-run`) when there is none.
RunHeader find_run(RunStore& store, const std::string& id);

// Whether results may be coloured: on a terminal, unless NO_COLOR says otherwise; elsewhere only by CLICOLOR_FORCE.
bool use_color(const Session& session);

// What `path` means for a command run in the session's folder.
std::filesystem::path in_session(const Session& session, const std::string& path);

// Where a file is written that the user names: in the repository, no link that a commit may have brought leads out of
// it. Throws `FileFault` where one would.
std::filesystem::path place_to_write(const Session& session, const std::string& path);

}  // namespace promptctl::cli
