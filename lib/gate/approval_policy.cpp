#include "gate/approval_policy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "document/field_reader.hpp"
#include "gate/principals.hpp"

namespace promptctl {
namespace {

constexpr long long most_approvals = 100;
constexpr std::chrono::days longest_open{3653};

void read_excluded(FieldReader& fields, ApprovalPolicy& policy) {
  if (fields.map().find("not") == nullptr) {
    return;
  }
  policy.author_may = true;
  policy.requester_may = true;
  for (const std::string& who : fields.optional_texts("not")) {
    if (who == "author") {
      policy.author_may = false;
    } else if (who == "requester") {
      policy.requester_may = false;
    } else {
      fields.diagnostics().error("unknown-choice", fields.map().find("not")->where,
                                 fmt::format("`{}` is not a part that a person has in a promotion", who),
                                 "write author, requester or both: not: [author, requester]");
    }
  }
}

std::size_t people(const std::vector<std::string>& addresses) {
  std::set<std::string> distinct;
  std::transform(addresses.begin(), addresses.end(), std::inserter(distinct, distinct.end()), lower_ascii);
  return distinct.size();
}

}  // namespace

ApprovalPolicy read_approvals(const Value& approvals, Diagnostics& diagnostics) {
  ApprovalPolicy policy;
  FieldReader fields(approvals, diagnostics);
  policy.need = fields.optional_integer("need", 1, most_approvals).value_or(policy.need);
  policy.of = read_principals(fields, "of");
  read_excluded(fields, policy);
  policy.veto = fields.optional_boolean("veto").value_or(policy.veto);
  if (const auto expires = fields.optional_duration("expires")) {
    policy.expires = std::chrono::floor<std::chrono::seconds>(*expires);
  }
  if (policy.expires <= std::chrono::seconds(0) || policy.expires > longest_open) {
    diagnostics.error("bad-bound", approvals.find("expires")->where,
                      "a request must be open for a second at least, and for ten years at most",
                      "write a time: 7d, 12h");
  }
  if (!policy.of.empty() && static_cast<long long>(people(policy.of)) < policy.need) {
    diagnostics.error(
        "too-few-approvers", approvals.find("of")->where,
        fmt::format("{} needed, and {} may give one", counted(static_cast<std::size_t>(policy.need), "approval"),
                    counted(people(policy.of), "person", "people")),
        "name more people, or need fewer approvals");
  }
  fields.finish();
  return policy;
}

std::vector<std::string> read_overriders(const Value& overrides, Diagnostics& diagnostics) {
  FieldReader fields(overrides, diagnostics);
  if (overrides.find("of") == nullptr) {
    diagnostics.error("missing-key", overrides.where, "`of` is missing",
                      "name who may override: overrides: {of: [lead@example.com]}; with of: [] nobody may");
  }
  std::vector<std::string> names = read_principals(fields, "of");
  fields.finish();
  return names;
}

}  // namespace promptctl
