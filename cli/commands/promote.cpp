// `promptctl promote`: puts versions live in an environment.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/digest.hpp"
#include "cli/commands.hpp"
#include "cli/ledger_session.hpp"
#include "cli/movement_output.hpp"
#include "cli/prompt_source.hpp"
#include "cli/result_output.hpp"
#include "codec/json.hpp"
#include "flow/promotion.hpp"

namespace promptctl::cli {
namespace {

struct PromoteOptions {
  std::vector<std::string> addresses;
  std::string environment;
  std::string reason;
  bool overriding = false;
  ResultOptions result;
};

std::vector<Address> read_addresses(const PromoteOptions& options) {
  std::vector<Address> addresses;
  for (const std::string& text : options.addresses) {
    const Address address = read_address(text);
    if (!address.is_registered()) {
      throw Failure("usage", fmt::format("`{}` names no version", text),
                    "register the content, then write NAME@NUMBER, NAME@latest or NAME@ENVIRONMENT");
    }
    for (const Address& other : addresses) {
      if (other.prompt == address.prompt) {
        throw Failure("usage", fmt::format("`{}` is named twice", address.prompt));
      }
    }
    addresses.push_back(address);
  }
  return addresses;
}

void check_usage(const PromoteOptions& options, const Session& session) {
  check_result_options(options.result, session);
  if (options.addresses.empty()) {
    throw Failure("usage", "name the versions to promote", "promptctl promote support/triage@latest --to staging");
  }
  if (options.environment.empty()) {
    throw Failure("usage", "name the environment", "--to ENV");
  }
  if (options.overriding && options.reason.empty()) {
    throw Failure("usage", "an override needs a reason", "--reason TEXT");
  }
}

// What a version's address means must be said before others can change it: NAME@latest is what it is now.
ExitCode execute(const PromoteOptions& options, Session& session) {
  check_usage(options, session);
  const std::vector<Address> addresses = read_addresses(options);
  LedgerSession ledger(session);
  const Project& project = ledger.policy(LedgerSession::Freshness::current);
  const Environment& environment = require_environment(project, options.environment);
  const std::string policy = environment.conditions.is_null() ? "" : sha256(canonical_json(environment.conditions));
  Promotion promotion({addresses, environment, policy, options.reason, options.overriding, session.clock.now()});
  const auto recorded = ledger.record(
      [&promotion](const LedgerState& now, const LedgerState& seen) { return promotion.decide(now, seen); });
  if (recorded && environment.has_gate && !session.quiet) {
    session.err << fmt::format("note: the gate of {} is not decided yet, only its order and soak\n", environment.name);
  }
  return report_movement({environment.name, recorded, promotion.standstill()}, options.result, session);
}

Action declare(Options& options) {
  const auto target = std::make_shared<PromoteOptions>();
  options.arguments("versions", target->addresses, "NAME@12, NAME@latest, NAME@staging; several go live together");
  options.text("--to", "ENV", target->environment, "The environment");
  options.text("--reason", "TEXT", target->reason, "Why");
  options.flag("--override", target->overriding,
               "Go past conditions that do not hold; needs --reason, and stays visible");
  declare_result_options(options, target->result);
  options.example("promptctl promote support/triage@latest --to staging");
  options.example("promptctl promote support/triage@staging support/answer@staging --to production");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command promote_command{"promote", "Put versions live in an environment", declare};

}  // namespace promptctl::cli
