#pragma once

#include <memory>
#include <string>

#include "cli/workspace/workspace.hpp"
#include "eval/prepared_suite.hpp"
#include "evidence/evidence_pool.hpp"
#include "prompt/address.hpp"

namespace promptctl::cli {

// Throws `Failure` (`bad-address`) when the text is no address.
Address read_address(const std::string& text);

// Where the content that an address means is read from.
struct PromptSource {
  Address address;
  std::shared_ptr<Registry> registry;  // the working tree's, a commit's, or one that holds this version alone
  std::optional<long long> version;    // the number, where the ledger resolved it
  std::string commit;                  // that a version's content was taken from

  // None after a fault in the prompt, which is reported.
  std::optional<PromptBundle> read(Diagnostics& diagnostics) const {
    return registry->read_prompt(address.prompt, diagnostics);
  }
};

// The registry as it is in a commit.
std::shared_ptr<Registry> commit_registry(const std::string& revision, const Workspace& workspace);

// `workspace` must outlive the source of a working tree's prompt. Throws `Failure` when what is addressed does not
// exist: no such prompt, commit, version or environment.
PromptSource find_prompt(const Address& address, Workspace& workspace);

// The model that promptctl.yaml asks by default as it is in a commit; none where it names none, or is not here.
std::optional<Target> default_target_in(const std::string& commit, const Workspace& workspace);

// "provider/model": what the content runs on where no suite names a model: what its prompt names, else the default of
// the promptctl.yaml beside it. Empty where nothing tells.
std::string own_model(const Address& address, Workspace& workspace);

// Lets suites judge the prompt's content as the address means it.
void take_prompt_from(const Address& address, Workspace& workspace, SuiteOptions& options);

}  // namespace promptctl::cli
