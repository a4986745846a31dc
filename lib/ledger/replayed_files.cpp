#include "ledger/replayed_files.hpp"

#include <utility>

namespace promptctl {

class ReplayedFiles::Tree : public LedgerTree {
 public:
  Tree(const ReplayedFiles& files, const std::string& commit) : files_(files) {
    if (!commit.empty()) {
      base_ = files.ledger_.tree(commit);
    }
  }

  void change(const ChangedFile& file) { changed_.insert_or_assign(file.path, file.content); }

  std::optional<std::string> read(const std::string& path) const override {
    if (const auto changed = changed_.find(path); changed != changed_.end()) {
      return changed->second;
    }
    if (const auto kept = files_.kept_.find(path); kept != files_.kept_.end()) {
      return kept->second;
    }
    return base_ ? base_->read(path) : std::nullopt;
  }

  std::vector<std::string> names(const std::string& folder) const override {
    return base_ ? base_->names(folder) : std::vector<std::string>();
  }

 private:
  const ReplayedFiles& files_;
  std::unique_ptr<LedgerTree> base_;
  std::map<std::string, std::optional<std::string>> changed_;
};

LedgerState ReplayedFiles::before(const std::string& commit) const {
  return LedgerState(std::make_unique<Tree>(*this, commit), commit);
}

LedgerState ReplayedFiles::after(const std::string& commit, const std::vector<ChangedFile>& changes) const {
  auto tree = std::make_unique<Tree>(*this, commit);
  for (const ChangedFile& file : changes) {
    tree->change(file);
  }
  return LedgerState(std::move(tree));
}

void ReplayedFiles::keep(LedgerEvent event, const std::vector<LedgerFile>& views) {
  last_ = std::move(event);
  for (const LedgerFile& view : views) {
    kept_.insert_or_assign(view.path, view.content);
  }
}

void ReplayedFiles::forget() {
  last_.reset();
  kept_.clear();
}

}  // namespace promptctl
