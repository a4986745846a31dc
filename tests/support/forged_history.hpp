#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "world/git/git_executable.hpp"

namespace promptctl::testing {

struct ForgedFile {
  std::string content;
  std::string mode = "100644";  // as git writes it; for "160000" the content is a commit's id, for "040000" a tree's
};

struct ForgedCommit {
  std::string id;  // of the commit as it was; empty once it or one before it was touched
  std::map<std::string, ForgedFile> files;
  std::string second_parent = {};  // full hex id, for a merge
};

// The commits of a branch, oldest first, to be changed at will and written again as somebody with git would.
class ForgedHistory {
 public:
  ForgedHistory(const Ledger& ledger, const GitExecutable& git, const std::string& tip);

  // The files of event `seq`, to be changed: it and all later ones will be other commits.
  std::map<std::string, ForgedFile>& files(std::size_t seq);

  // Gives a file another content in event `seq` and all later ones that had it as it was there.
  void change(std::size_t seq, const std::string& path, const std::string& from, const std::string& to);

  // Also in all later ones.
  void put(std::size_t seq, const std::string& path, const ForgedFile& file);
  void remove(std::size_t seq, const std::string& path);

  void drop(std::size_t seq);
  void swap(std::size_t seq, std::size_t other);
  void repeat(std::size_t seq);     // a commit of the same files after it
  void cut_front(std::size_t seq);  // this one becomes the first
  void cut_back(std::size_t seq);   // this one becomes the last
  void merge(std::size_t seq, const std::string& parent);

  // Writes what was touched. Returns the tip's id.
  std::string write();

 private:
  void touch(std::size_t index);

  const GitExecutable& git_;
  std::vector<ForgedCommit> commits_;
};

}  // namespace promptctl::testing
