#pragma once

#include <string>
#include <vector>

#include "ports/files.hpp"
#include "registry/project.hpp"

namespace promptctl {

// promptctl.yaml with the files that stand beside it.
struct ProjectTree {
  Project& project;
  const Files& files;
};

// Where a proposal would have the requests to one provider go otherwise, or carry something else.
struct DestinationChange {
  std::string provider;
  std::vector<std::string> keys;  // of its entry that differ, as they are written; empty: the provider is new
  std::string address;            // `base_url` as it is agreed; empty for a new provider
};

// Reads the certificates of each provider whose `ca_file` is of the registry. What can't be read bars its provider.
void read_certificates(ProjectTree tree);

// Every provider of `proposed` that `agreed` does not have so, entry by entry, the bytes of its certificates included.
// Both must have their certificates.
std::vector<DestinationChange> destination_changes(const Project& proposed, const Project& agreed);

// Gives each provider of `proposed` the whole entry that `agreed` has for it, and its certificates. A provider that
// `agreed` does not have loses its address and whatever it would carry, and is barred for the reason `why`.
void take_destinations(Project& proposed, const Project& agreed, const std::string& why);

}  // namespace promptctl
