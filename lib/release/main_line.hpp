#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "ledger/ledger_event.hpp"
#include "ports/files.hpp"
#include "registry/project.hpp"

namespace promptctl {

// A registry as one commit has it.
struct RegistryAt {
  std::unique_ptr<const Files> files;
  Project project;
};

// The branch whose promptctl.yaml says what promotions need.
class MainLine {
 public:
  virtual ~MainLine() = default;

  // The place of a commit on its line of first parents, higher when newer; none where it is not on it. Throws `Failure`
  // (`shallow-clone`) where that can't be told here.
  virtual std::optional<std::size_t> place(const std::string& commit) = 0;

  // A registry in any commit, of the main branch or not. Null where the commit is not here, or its promptctl.yaml has
  // an error.
  virtual std::shared_ptr<const RegistryAt> registry(const ConditionsSource& source) = 0;
};

}  // namespace promptctl
