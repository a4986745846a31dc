#include "world/git/git_remote.hpp"

#include <fmt/format.h>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "world/git/git_words.hpp"

namespace promptctl {
namespace {

// Of a line "<flag>\t<commit>:<branch>\t<summary>" of `git push --porcelain`.
struct PushLine {
  bool refused = false;
  std::string_view summary;
};

std::optional<PushLine> find_push_line(std::string_view out, const std::string& branch) {
  std::optional<PushLine> found;
  for (const std::string_view line : split(out, '\n')) {
    const std::vector<std::string_view> fields = split(line, '\t');
    // A remote with several push addresses has several lines; one refusal is enough.
    if (fields.size() == 3 && fields[1].ends_with(":" + branch) && !(found && found->refused)) {
      found = PushLine{fields[0] == "!", fields[2]};
    }
  }
  return found;
}

// "[remote rejected] (pre-receive hook declined)" as "pre-receive hook declined".
std::string_view in_brackets(std::string_view summary) {
  const std::size_t open = summary.find('(');
  return open != std::string_view::npos && summary.ends_with(')') ? summary.substr(open + 1, summary.size() - open - 2)
                                                                  : summary;
}

std::string reason_of(const PushLine& line, const GitResult& result) {
  const std::string server = server_words(result);
  return fmt::format("{}{}{}", in_brackets(line.summary), server.empty() ? "" : ": ", server);
}

}  // namespace

std::optional<std::string> GitRemote::tip() const {
  const GitResult result = run({"ls-remote", "--quiet"}, {branch_});
  if (result.exit_code != 0) {
    fail("reach", result);
  }
  for (const std::string_view line : split(result.out, '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(tab + 1) == branch_) {
      return std::string(line.substr(0, tab));
    }
  }
  return std::nullopt;
}

void GitRemote::fetch(bool refetch) const {
  if (!refetch) {
    fetch_with({});
    return;
  }
  // One after the other: asked for both at once, a server leaves out blobs of commits that were shallow here. A depth
  // deepens this branch only, where --unshallow would bring the history of all others.
  fetch_with({"--depth=1000000000"});
  fetch_with({"--refetch"});
}

void GitRemote::fetch_with(const std::vector<std::string>& options) const {
  // An empty --refmap keeps the remote-tracking ref as it is; --no-filter overrules a partial clone's own.
  std::vector<std::string> command{"fetch",
                                   "--quiet",
                                   "--refmap=",
                                   "--no-filter",
                                   "--no-tags",
                                   "--no-prune",
                                   "--no-write-fetch-head",
                                   "--no-auto-maintenance",
                                   "--no-recurse-submodules"};
  command.insert(command.end(), options.begin(), options.end());
  if (const GitResult result = run(std::move(command), {branch_}); result.exit_code != 0) {
    fail("fetch from", result);
  }
}

GitRemote::Push GitRemote::push(const std::string& commit) const {
  return push_with({}, commit);
}

GitRemote::Push GitRemote::try_push(const std::string& commit) const {
  return push_with({"--dry-run"}, commit);
}

GitRemote::Push GitRemote::push_with(const std::vector<std::string>& options, const std::string& commit) const {
  // The hooks, tags and submodules of a push are about code.
  // A remote that mirrors (`git clone --mirror`) would refuse to push one branch.
  std::vector<std::string> command{"-c",          fmt::format("remote.{}.mirror=false", remote_),
                                   "push",        "--porcelain",
                                   "--no-verify", "--no-follow-tags",
                                   "--no-signed", "--recurse-submodules=no"};
  command.insert(command.end(), options.begin(), options.end());
  const GitResult result = run(std::move(command), {fmt::format("{}:{}", commit, branch_)});
  const std::optional<PushLine> line = find_push_line(result.out, branch_);
  // The exit code alone would not do: a tracking ref that another process holds leaves it 0, a lost report makes it 1.
  if (!line || line->summary.starts_with("[remote failure]") || (!line->refused && result.exit_code != 0)) {
    fail("push to", result);
  }
  return line->refused ? Push{false, reason_of(*line, result)} : Push{true, {}};
}

std::optional<GitRemote::Branch> GitRemote::main_branch() const {
  const GitResult result = run({"ls-remote", "--quiet", "--symref"}, {"HEAD"});
  if (result.exit_code != 0) {
    fail("reach", result);
  }
  Branch branch;
  for (const std::string_view line : split(result.out, '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.substr(tab + 1) != "HEAD") {
      continue;
    }
    constexpr std::string_view symbolic = "ref: ";
    const std::string_view value = line.substr(0, tab);
    (value.starts_with(symbolic) ? branch.name : branch.commit) =
        value.substr(value.starts_with(symbolic) ? symbolic.size() : 0);
  }
  return branch.name.empty() || branch.commit.empty() ? std::nullopt : std::optional(branch);
}

GitResult GitRemote::run(std::vector<std::string> command, std::vector<std::string> operands) const {
  command.insert(command.end(), {"--", remote_});
  command.insert(command.end(), operands.begin(), operands.end());
  return git_.run(command, {.input = {}, .variables = git_.unattended_ssh()});
}

void GitRemote::fail(const std::string& action, const GitResult& result) const {
  const std::string shown = without_credentials(remote_);
  const bool is_barred = result.err.find("' not allowed") != std::string::npos;
  throw Failure("remote", fmt::format("cannot {} `{}`: {}", action, shown, git_words(result)),
                is_barred
                    ? "with --safe, as in a pull request's job, git speaks only https, http and ssh; --no-safe or "
                      "GIT_ALLOW_PROTOCOL lets it speak more"
                    : fmt::format("`git ls-remote {}` must work here: check the address, the network and the "
                                  "credentials",
                                  shown));
}

}  // namespace promptctl
