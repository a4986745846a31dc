#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/workspace/workspace.hpp"
#include "ledger/ledger.hpp"
#include "release/main_line.hpp"

namespace promptctl::cli {

// The main branch as it is known here. Without a remote nobody reviews it: then any commit that is here will do.
class GitMainLine : public MainLine {
 public:
  // As it was last fetched, or last read on the server by what writes. `workspace` must outlive it.
  GitMainLine(const Workspace& workspace, const Ledger& ledger);

  std::optional<std::size_t> place(const std::string& commit) override;
  std::shared_ptr<const RegistryAt> registry(const ConditionsSource& source) override;

 private:
  // Of a commit that is not on the line.
  std::optional<std::size_t> find_place(const std::string& commit) const;

  std::shared_ptr<const RegistryAt> read_registry(const ConditionsSource& source) const;

  // The last that were asked for in a registry's folder: events follow each other by the same commits.
  struct Recent {
    ConditionsSource source;
    std::shared_ptr<const RegistryAt> registry;
  };

  const Workspace& workspace_;
  std::string remote_;
  std::map<std::string, std::optional<std::size_t>> places_;  // by commit; others than the line's as asked for
  std::vector<Recent> recent_;                                // the newest last
};

}  // namespace promptctl::cli
