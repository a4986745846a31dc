#include "registry/quarantine_check.hpp"

#include <fmt/format.h>

#include <set>

namespace promptctl {

QuarantineCheck::QuarantineCheck(const Suite& suite, std::chrono::system_clock::time_point now)
    : suite_(suite), now_(now) {
  for (const Quarantine& quarantine : suite.quarantine) {
    seen_[quarantine.case_id];
  }
}

void QuarantineCheck::consider(const Case& golden) {
  if (const auto found = seen_.find(golden.id); found != seen_.end()) {
    found->second = {true, golden.critical};
  }
}

void QuarantineCheck::finish(Diagnostics& diagnostics) const {
  std::set<std::string> named;
  for (const Quarantine& quarantine : suite_.quarantine) {
    const std::string& id = quarantine.case_id;
    const Seen& seen = seen_.at(id);
    if (!named.insert(id).second) {
      diagnostics.error("bad-quarantine", quarantine.where, fmt::format("`{}` is named twice", id));
    }
    if (!seen.exists) {
      diagnostics.error("unknown-case", quarantine.where, fmt::format("the dataset has no case `{}`", id));
    }
    if (seen.critical) {
      diagnostics.error("bad-quarantine", quarantine.where,
                        fmt::format("`{}` is critical, and can't be in quarantine", id));
    }
    if (quarantine.until != decltype(quarantine.until)() && quarantine.until < now_) {
      diagnostics.error("expired-quarantine", quarantine.where,
                        fmt::format("the quarantine of `{}` ended on {}", id, quarantine.until_text),
                        fmt::format("mend the case, or ask {} for another date", quarantine.owner));
    }
  }
}

}  // namespace promptctl
