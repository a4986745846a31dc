// `promptctl rollback`: puts a version live again that was live before.

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/movement_output.hpp"
#include "release/promotion.hpp"

namespace promptctl::cli {
namespace {

struct RollbackOptions {
  std::string prompt;
  std::string environment;
  std::optional<long long> to;
  std::string reason;
  bool keep = false;
  ResultOptions result;
};

void check_usage(const RollbackOptions& options, const Session& session) {
  check_result_options(options.result, session);
  if (options.environment.empty()) {
    throw Failure("usage", "name the environment", "--env ENV");
  }
  require_reason(options.reason, "a rollback");
  if (read_address(options.prompt).kind != Address::Kind::working_tree) {
    throw Failure("usage", fmt::format("`{}` should be a prompt's name alone", options.prompt),
                  "--env says where, --to says to which version");
  }
}

ExitCode execute(const RollbackOptions& options, Session& session) {
  check_usage(options, session);
  LedgerSession ledger(session);
  const std::string prompt = read_address(options.prompt).prompt;
  const Project& project = ledger.policy(LedgerSession::Freshness::current);
  require_known(options.environment, environment_names(project, ledger.state()), "environment");
  Rollback rollback({prompt, options.environment, options.to, options.reason, options.keep});
  const auto recorded = ledger.record(
      [&rollback](const LedgerState& now, const LedgerState& seen) { return rollback.decide(now, seen); });
  return report_movement(movement_of(options.environment, recorded, rollback.standstill()), options.result, session);
}

Action declare(Options& options) {
  const auto target = std::make_shared<RollbackOptions>();
  options.argument("prompt", target->prompt, "The prompt");
  options.text("--env", "ENV", target->environment, "The environment");
  options.number("--to", target->to, {1, 999'999'999}, "The version; the last other one that was live there");
  options.text("--reason", "TEXT", target->reason, "Why");
  options.flag("--no-yank", target->keep, "Let the version that is rolled back be promoted again");
  declare_result_options(options, target->result);
  options.example("promptctl rollback support/triage --env production --reason \"refunds are misfiled\"");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command rollback_command{"rollback", "Put the version live again that was live before", declare};

}  // namespace promptctl::cli
