#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace promptctl {

// Whether a list of patterns ("*@example.com,!eve@example.com") has a name: `*` and `?` stand for any characters and
// for one, and a pattern with `!` takes away what others give. Letters count as written.
bool is_in_pattern_list(std::string_view patterns, std::string_view name);

// A line of an allowed signers file (ssh-keygen(1)): who may sign with a key, what, and when.
struct AllowedSigner {
  std::string principals;                 // a list of patterns
  std::string key;                        // as SSH writes it
  std::optional<std::string> namespaces;  // a list of patterns; none: any
  std::optional<std::chrono::sys_seconds> valid_after;
  std::optional<std::chrono::sys_seconds> valid_before;
};

// Reads a file of allowed signers. A line with a fault allows nobody and is reported (`bad-signer`), as are certificate
// authorities, which are not followed. A time without `Z` is UTC here; ssh-keygen takes it for its machine's own.
std::vector<AllowedSigner> read_allowed_signers(const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
