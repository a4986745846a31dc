#include "cli/ledger/contents.hpp"

#include <ostream>

#include "prompt/diff/prompt_diff.hpp"
#include "world/git/git_text_diff.hpp"

namespace promptctl::cli {

std::optional<PromptBundle> read_content(const Address& address, Workspace& workspace, std::ostream& err) {
  Diagnostics diagnostics;
  auto bundle = find_prompt(address, workspace).read(diagnostics);
  if (bundle && !diagnostics.has_errors()) {
    return bundle;
  }
  err << "in " << address_text(address) << ":\n";
  print(diagnostics, err);
  return std::nullopt;
}

PromptComparison compare_contents(const Address& old_address, const PromptBundle& before, const Address& new_address,
                                  const PromptBundle& after) {
  return {{address_text(old_address), before.digest},
          {address_text(new_address), after.digest},
          diff_prompts(before, after),
          diff_files(before.text, after.text)};
}

}  // namespace promptctl::cli
