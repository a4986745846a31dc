#include "registry/registry_names.hpp"

#include <fmt/format.h>

#include <map>

#include "base/text.hpp"
#include "prompt/address.hpp"

namespace promptctl {

void check_prompt_name(const std::string& name, const std::string& path, Diagnostics& diagnostics) {
  if (!is_prompt_name(name) || !is_ledger_name(name)) {
    diagnostics.error(
        "bad-name", whole_file(path), fmt::format("`{}` can't be a name", name),
        "each part starts with a letter, goes on with letters, digits, `_`, `-`, `.`, and does not end in "
        ".json, .jsonl or .prompt");
  }
}

void check_suite_name(const std::string& name, const std::string& path, Diagnostics& diagnostics) {
  if (!is_suite_name(name)) {
    diagnostics.error("bad-name", whole_file(path), fmt::format("`{}` can't be a name", name),
                      "each part starts with a letter or a digit, and goes on with letters, digits, `_`, `-`, `.`");
  }
}

void check_distinct(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::map<std::string, std::string> folded;
  for (const std::string& path : paths) {
    const auto [earlier, is_new] = folded.emplace(lower_ascii(path), path);
    if (!is_new) {
      diagnostics.error(
          "name-clash", whole_file(path),
          fmt::format("it differs from `{}` in case only, and is the same file on macOS and Windows", earlier->second),
          "rename one of them");
    }
  }
}

}  // namespace promptctl
