#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// Which content of a prompt is meant. "prompts:/support/triage@production" is the same as a URI.
struct Address {
  enum class Kind {
    working_tree,  // support/triage
    version,       // support/triage@12
    environment,   // support/triage@production
    latest,        // support/triage@latest: the version with the highest number that is not yanked
    digest,        // support/triage@sha256:ab12…: the version whose digest starts so
    revision,      // support/triage@git:main~2: as it is in a commit
  };

  std::string prompt;
  Kind kind = Kind::working_tree;
  std::string reference = {};  // "12", "production", "", "ab12…", "main~2"; empty for the working tree

  // Whether the ledger has to say which version is meant.
  bool is_registered() const { return kind != Kind::working_tree && kind != Kind::revision; }

  bool operator==(const Address&) const = default;
};

std::string address_text(const Address& address);

// None when the text is no address: a name is missing, or what follows the `@` is of none of the kinds.
std::optional<Address> find_address(std::string_view text);

// Whether prompts, suites and environments may have this name. Each segment of a prompt's starts with a letter and goes
// on with letters, digits, `_`, `-` and `.`; an environment's is one segment without a dot, and not `latest`. A suite's
// name is as a prompt's, and its segments may start with a digit.
bool is_prompt_name(std::string_view name);
bool is_suite_name(std::string_view name);
bool is_environment_name(std::string_view name);

// Whether a name can be part of a path in the ledger: no segment is empty, hidden or ends as the ledger's own files do.
bool is_ledger_name(std::string_view name);

}  // namespace promptctl
