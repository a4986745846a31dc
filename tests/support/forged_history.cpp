#include "tests/support/forged_history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "tests/support/git_sandbox.hpp"

namespace promptctl::testing {
namespace {

constexpr const char* forged_branch = "refs/heads/forged";

std::string data_of(const std::string& content) {
  return fmt::format("data {}\n{}\n", content.size(), content);
}

// As `git fast-import` reads it; without a parent it follows the commit before it in the stream.
std::string stream_of(const ForgedCommit& commit, const std::string& parent) {
  std::string stream =
      fmt::format("commit {}\ncommitter Mallory <m@example.org> 1767323045 +0000\n", forged_branch) + data_of("forged");
  stream += parent.empty() ? "" : fmt::format("from {}\n", parent);
  stream += commit.second_parent.empty() ? "" : fmt::format("merge {}\n", commit.second_parent);
  stream += "deleteall\n";
  for (const auto& [path, file] : commit.files) {
    const bool is_id = file.mode == "160000" || file.mode == "040000";
    stream += is_id ? fmt::format("M {} {} {}\n", file.mode, file.content, path)
                    : fmt::format("M {} inline {}\n", file.mode, path) + data_of(file.content);
  }
  return stream + "\n";
}

}  // namespace

ForgedHistory::ForgedHistory(const Ledger& ledger, const GitExecutable& git, const std::string& tip) : git_(git) {
  const std::string ids = git_output(git, {"rev-list", "--reverse", tip});
  for (const std::string_view id : split(ids, '\n')) {
    ForgedCommit commit{std::string(id), {}};
    const auto tree = ledger.tree(commit.id);
    const std::string paths = git_output(git, {"ls-tree", "-r", "--name-only", commit.id});
    for (const std::string_view path : split(paths, '\n')) {
      commit.files[std::string(path)].content = tree->read(std::string(path)).value();
    }
    commits_.push_back(std::move(commit));
  }
}

void ForgedHistory::touch(std::size_t index) {
  std::for_each(commits_.begin() + static_cast<std::ptrdiff_t>(index), commits_.end(),
                [](ForgedCommit& commit) { commit.id.clear(); });
}

std::map<std::string, ForgedFile>& ForgedHistory::files(std::size_t seq) {
  touch(seq - 1);
  return commits_.at(seq - 1).files;
}

void ForgedHistory::change(std::size_t seq, const std::string& path, const std::string& from, const std::string& to) {
  const std::string before = files(seq).at(path).content;
  const std::string after = replace_all(before, from, to);
  if (after == before) {
    throw std::logic_error("nothing to forge in " + path);
  }
  for (std::size_t index = seq - 1; index < commits_.size(); ++index) {
    std::string& content = commits_[index].files.at(path).content;
    content = content == before ? after : content;
  }
}

void ForgedHistory::put(std::size_t seq, const std::string& path, const ForgedFile& file) {
  touch(seq - 1);
  for (std::size_t index = seq - 1; index < commits_.size(); ++index) {
    commits_[index].files[path] = file;
  }
}

void ForgedHistory::remove(std::size_t seq, const std::string& path) {
  touch(seq - 1);
  for (std::size_t index = seq - 1; index < commits_.size(); ++index) {
    commits_[index].files.erase(path);
  }
}

void ForgedHistory::drop(std::size_t seq) {
  touch(seq - 1);
  commits_.erase(commits_.begin() + static_cast<std::ptrdiff_t>(seq) - 1);
}

void ForgedHistory::swap(std::size_t seq, std::size_t other) {
  touch(std::min(seq, other) - 1);
  std::swap(commits_.at(seq - 1), commits_.at(other - 1));
}

void ForgedHistory::repeat(std::size_t seq) {
  touch(seq);
  const ForgedCommit again{{}, commits_.at(seq - 1).files};
  commits_.insert(commits_.begin() + static_cast<std::ptrdiff_t>(seq), again);
}

void ForgedHistory::cut_front(std::size_t seq) {
  commits_.erase(commits_.begin(), commits_.begin() + static_cast<std::ptrdiff_t>(seq) - 1);
  touch(0);
}

void ForgedHistory::cut_back(std::size_t seq) {
  commits_.resize(seq);
}

void ForgedHistory::merge(std::size_t seq, const std::string& parent) {
  touch(seq - 1);
  commits_.at(seq - 1).second_parent = parent;
}

std::string ForgedHistory::write() {
  std::string parent;
  std::string stream = fmt::format("reset {}\n\n", forged_branch);
  bool forged = false;
  for (const ForgedCommit& commit : commits_) {
    if (!commit.id.empty()) {
      parent = commit.id;
      continue;
    }
    stream += stream_of(commit, forged ? "" : parent);
    forged = true;
  }
  if (!forged) {
    return parent;
  }
  git_output(git_, {"fast-import", "--quiet", "--force"}, {stream, {}});
  return git_output(git_, {"rev-parse", forged_branch});
}

}  // namespace promptctl::testing
