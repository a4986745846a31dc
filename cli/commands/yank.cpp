// `promptctl yank`: withdraws a version, or lets it be promoted again.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/movement_output.hpp"
#include "ledger/version_address.hpp"

namespace promptctl::cli {
namespace {

struct YankOptions {
  std::string address;
  std::string reason;
  bool undo = false;
  ResultOptions result;
};

void check_usage(const YankOptions& options, const Session& session) {
  check_result_options(options.result, session);
  require_reason(options.reason, options.undo ? "a restoration" : "a yank");
  if (!read_address(options.address).is_registered()) {
    throw Failure("usage", fmt::format("`{}` names no version", options.address), "NAME@NUMBER");
  }
}

// None when the version is so already.
std::optional<Transaction> mark(const VersionRecord& record, const YankOptions& options) {
  if (record.yanked.has_value() != options.undo) {
    return std::nullopt;
  }
  Transaction transaction;
  transaction.event.type = options.undo ? EventType::restore : EventType::yank;
  transaction.event.reason = options.reason;
  (options.undo ? transaction.event.restored : transaction.event.yanked).push_back(record.version.name);
  return transaction;
}

void print_where_live(const VersionName& name, const LedgerState& state, Session& session) {
  for (const std::string& environment : state.environments()) {
    const auto live = state.deployment(environment, name.prompt);
    if (live && live->move.to == name && !session.quiet) {
      session.err << fmt::format("note: {} is still live in {}; promptctl rollback {} --env {} --reason TEXT\n",
                                 version_text(name), environment, name.prompt, environment);
    }
  }
}

ExitCode execute(const YankOptions& options, Session& session) {
  check_usage(options, session);
  LedgerSession ledger(session);
  const Address address = read_address(options.address);
  VersionName name;
  const auto recorded = ledger.record([&](const LedgerState& now, const LedgerState&) {
    const VersionRecord record = resolve(address, now);
    name = record.version.name;
    return mark(record, options);
  });
  if (!recorded && !options.result.wants_json()) {
    session.out << fmt::format("{} is {}\n", version_text(name), options.undo ? "not yanked" : "yanked already");
    return ExitCode::accepted;
  }
  const ExitCode code = report_movement(movement_of("", recorded, {}), options.result, session);
  if (!options.undo) {
    print_where_live(name, ledger.state(), session);
  }
  return code;
}

Action declare(Options& options) {
  const auto target = std::make_shared<YankOptions>();
  options.argument("version", target->address, "The version: NAME@12");
  options.text("--reason", "TEXT", target->reason, "Why");
  options.flag("--undo", target->undo, "Let a yanked version be promoted again");
  declare_result_options(options, target->result);
  options.example("promptctl yank support/triage@12 --reason \"leaks order numbers\"");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command yank_command{"yank", "Withdraw a version: no environment takes it any more", declare};

}  // namespace promptctl::cli
