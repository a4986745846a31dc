#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/workspace.hpp"
#include "flow/ledger_conditions.hpp"

namespace promptctl::cli {

// The main branch as it is known here. Without a remote nobody reviews it: then any commit that is here will do.
class GitMainLine : public MainLine {
 public:
  // `workspace` must outlive it.
  GitMainLine(const Workspace& workspace, std::string remote);

  std::optional<std::size_t> place(const std::string& commit) override;
  std::optional<std::string> conditions(const ConditionsSource& source, const std::string& environment) override;

 private:
  // Of a commit that is not on the line.
  std::optional<std::size_t> find_place(const std::string& commit) const;

  // Of all environments, by name.
  using Digests = std::map<std::string, std::string>;

  const Workspace& workspace_;
  std::string remote_;
  std::map<std::string, std::optional<std::size_t>> places_;  // by commit; others than the line's as asked for
  std::map<std::string, Digests> digests_;                    // by commit and registry
};

}  // namespace promptctl::cli
