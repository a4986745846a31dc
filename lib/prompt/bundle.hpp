#pragma once

#include <map>
#include <string>

namespace promptctl {

// All that a prompt's content consists of, as git stores it: line ends are LF whatever the checkout has.
struct BundleText {
  std::string prompt;                           // of its file, front matter included
  std::map<std::string, std::string> partials;  // by name: each that the body reaches, through other partials as well
};

// The SHA-256 digests of the same bytes.
struct BundleManifest {
  std::string prompt;
  std::map<std::string, std::string> partials;

  bool operator==(const BundleManifest&) const = default;
};

}  // namespace promptctl
