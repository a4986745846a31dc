#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger_state.hpp"
#include "ports/files.hpp"

namespace promptctl {

// What is live in one environment, and what is to be known of it.
struct LiveStatus {
  Deployment deployment;
  std::optional<EventStamp> yanked;   // the version was withdrawn since, and is still live
  std::string label;                  // of the version; may be empty
  std::vector<std::string> evidence;  // all that is recorded for the version, also after it went live
  std::vector<EventFinding> faults;   // of the promotion that put it there
};

// One prompt, as the ledger and the working tree have it.
struct PromptStatus {
  std::string prompt;
  std::optional<std::string> registry;  // the folder it was registered from, see `registry_of`
  std::optional<long long> newest;      // the highest number; none when it was never registered
  std::optional<long long> latest;      // the highest that is not yanked
  std::vector<std::string> evidence;    // digests of what is recorded for the latest
  bool in_working_tree = false;
  std::optional<long long> working_tree;  // the version whose content the working tree has; none: it has another
  std::vector<LiveStatus> live;           // in the order of the environments
};

struct StatusQuery {
  std::vector<std::string> prompts;         // which; empty: all that are registered or in the working tree
  std::vector<std::string> environments;    // which, in this order
  std::vector<EventFinding> findings = {};  // what is known of promotions, see release/held_promotions.hpp
};

// `files` are the working tree's. No prompt is parsed: bytes are compared.
std::vector<PromptStatus> status_of(const LedgerState& state, const Files& files, const StatusQuery& query);

}  // namespace promptctl
