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
  // Of all environments, by name.
  using Digests = std::map<std::string, std::string>;

  const Workspace& workspace_;
  std::string remote_;
  std::optional<std::map<std::string, std::size_t>> places_;
  std::map<std::string, Digests> digests_;  // by commit and registry
};

}  // namespace promptctl::cli
