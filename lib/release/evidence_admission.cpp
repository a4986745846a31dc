#include "release/evidence_admission.hpp"

#include <fmt/format.h>

#include <set>

#include "base/text.hpp"
#include "prompt/bundle_manifest.hpp"

namespace promptctl {
namespace {

std::string content_text(const std::string& prompt, const std::string& digest) {
  constexpr std::size_t shown_digits = 12;
  return fmt::format("{} sha256:{}", prompt, digest.substr(0, shown_digits));
}

void check_run(const GivenEvidence& given, Diagnostics& diagnostics) {
  const RunHeader& header = given.statement.sample.header;
  if (header.is_dirty()) {
    diagnostics.error(
        "evidence-refused", whole_file(given.file),
        fmt::format("run {} read files that are not as its commit has them: {}", header.id, named(header.uncommitted)),
        "commit them, and evaluate again");
  }
  if (header.provenance.from_fork) {
    diagnostics.error("evidence-refused", whole_file(given.file),
                      fmt::format("run {} was for a pull request from a fork", header.id),
                      "evaluate again where only those who may write to this repository decide what runs");
  }
}

}  // namespace

void check_admission(const std::vector<GivenEvidence>& given, const std::vector<Registrant>& registrants,
                     Diagnostics& diagnostics) {
  std::set<std::string> digests;
  std::vector<std::string> wanted;
  for (const Registrant& registrant : registrants) {
    const std::string digest = bundle_digest(manifest_of(registrant.text));
    digests.insert(digest);
    wanted.push_back(content_text(registrant.prompt, digest));
  }
  for (const GivenEvidence& one : given) {
    const RunHeader& header = one.statement.sample.header;
    if (digests.count(header.prompt_digest) == 0) {
      diagnostics.error("evidence-mismatch", whole_file(one.file),
                        fmt::format("run {} is of other content: {}", header.id,
                                    content_text(header.prompt_id, header.prompt_digest)),
                        fmt::format("wanted: {}", join(wanted, ", ")));
    }
    check_run(one, diagnostics);
  }
}

}  // namespace promptctl
