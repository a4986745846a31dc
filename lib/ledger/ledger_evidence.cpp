#include "ledger/ledger_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/digest.hpp"

namespace promptctl {
namespace {

// The digest of a version that is there before the event or gets its number by it.
std::string content_of(const VersionName& name, const LedgerEvent& event, const LedgerState& before) {
  const auto registered = std::find_if(event.registered.begin(), event.registered.end(),
                                       [&name](const RegisteredVersion& version) { return version.name == name; });
  if (registered != event.registered.end()) {
    return registered->digest;
  }
  const auto known = before.version(name);
  return known ? known->version.digest : std::string();
}

std::optional<std::string> fault_of(const std::string& digest, const std::string& content,
                                    const std::optional<std::string>& text) {
  if (!text) {
    return "is missing";
  }
  if (sha256(*text) != digest) {
    return "is not what was recorded";
  }
  Diagnostics faults;
  const auto statement = read_evidence(std::make_shared<const Source>(evidence_path(digest), *text), faults);
  if (!statement) {
    return fmt::format("is no statement: {}", faults.all().empty() ? "no map" : faults.all().front().message);
  }
  return statement->sample.header.prompt_digest == content ? std::nullopt
                                                           : std::optional<std::string>("is of other content");
}

}  // namespace

std::vector<std::string> evidence_faults(const LedgerEvent& event, const LedgerState& before,
                                         const ReadLedgerFile& read) {
  std::vector<std::string> faults;
  for (const EvidenceLink& link : event.evidence) {
    const std::string path = evidence_path(link.digest);
    if (const auto fault = fault_of(link.digest, content_of(link.subject, event, before), read(path))) {
      faults.push_back(fmt::format("{}, recorded for {}, {}", path, version_text(link.subject), *fault));
    }
  }
  return faults;
}

std::vector<std::string> evidence_paths(const LedgerEvent& event) {
  std::set<std::string> paths;
  for (const EvidenceLink& link : event.evidence) {
    paths.insert(evidence_path(link.digest));
  }
  return {paths.begin(), paths.end()};
}

}  // namespace promptctl
