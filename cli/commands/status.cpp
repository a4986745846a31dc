// `promptctl status`: what is live where.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/approval_terms.hpp"
#include "cli/ledger/git_main_line.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/people.hpp"
#include "ledger/ledger_record.hpp"
#include "release/held_promotions.hpp"
#include "release/registry_status.hpp"

namespace promptctl::cli {
namespace {

struct StatusOptions {
  std::vector<std::string> prompts;
  std::string environment;
  ResultOptions result;
};

std::string working_tree_text(const PromptStatus& status) {
  if (!status.in_working_tree) {
    return "not in the working tree";
  }
  if (!status.working_tree) {
    return "the working tree differs";
  }
  return status.working_tree == status.latest ? "the working tree has it"
                                              : fmt::format("the working tree has @{}", *status.working_tree);
}

std::string head_line(const PromptStatus& status) {
  if (!status.newest) {
    return fmt::format("{}  not registered\n", status.prompt);
  }
  const std::string latest = status.latest ? fmt::format("latest @{}", *status.latest) : "every version is yanked";
  const std::string yanked =
      status.latest && status.latest != status.newest ? fmt::format(" (@{} is yanked)", *status.newest) : "";
  const std::string attested =
      status.evidence.empty() ? "" : fmt::format(", {} of evidence", counted(status.evidence.size(), "statement"));
  return fmt::format("{}  {}{}{}, {}\n", status.prompt, latest, yanked, attested, working_tree_text(status));
}

// What the decision rested on, or else what was recorded for the version otherwise.
std::string evidence_text(const LiveStatus& live) {
  constexpr std::size_t shown_digits = 12;
  if (!live.deployment.evidence.empty()) {
    return fmt::format("evidence {}", live.deployment.evidence.front().substr(0, shown_digits));
  }
  return live.evidence.empty() ? "no evidence"
                               : fmt::format("attested {}", live.evidence.back().substr(0, shown_digits));
}

std::string live_lines(const LiveStatus& live, TimePoint now) {
  const Deployment& deployment = live.deployment;
  std::string text = fmt::format("  {:<12} {:<6} {:<9} {:<20} {}\n", deployment.environment,
                                 fmt::format("@{}", deployment.move.to.version), age_text(now - deployment.stamp.at),
                                 person_name(deployment.stamp.actor), evidence_text(live));
  if (!live.label.empty()) {
    text += fmt::format("    label: {}\n", shown_text(live.label, ""));
  }
  if (live.yanked) {
    text += fmt::format("    yanked since: {} ({})\n", shown_text(live.yanked->reason, "      "),
                        person_name(live.yanked->actor));
  }
  if (deployment.stamp.type != EventType::promotion) {
    text += fmt::format("    {}: {}\n", event_type_name(deployment.stamp.type),
                        shown_text(deployment.stamp.reason, "      "));
  }
  if (!deployment.approved_by.empty()) {
    text += fmt::format("    approved by {} (request {})\n", people_names(deployment.approved_by),
                        deployment.request.value_or(0));
  }
  for (const std::string& objection : deployment.objections) {
    text += fmt::format("      past {}\n", shown_text(objection, "        "));
  }
  if (!live.faults.empty()) {
    const EventFinding& fault = live.faults.front();
    text += fmt::format("    ✗ not by main's conditions (event {}, {}): promptctl verify says why\n", fault.seq,
                        fault.check);
  }
  return text;
}

std::string waiting_text(const Pending& pending) {
  return fmt::format("waits: request {} by {}, {} of {} approved\n", pending.request.stamp.seq,
                     person_name(pending.request.stamp.actor), pending.standing.approved.size(), pending.policy.need);
}

std::string ended_text(const Pending& pending) {
  return fmt::format("{}\n    ask again: {}\n", standing_text(pending), repeat_command(pending.request));
}

// What would be live of a prompt, by one of these requests.
std::string request_lines(const std::string& prompt, const std::vector<Pending>& requests,
                          std::string (*text_of)(const Pending&)) {
  std::string text;
  for (const Pending& pending : requests) {
    for (const Move& move : pending.request.moves) {
      text += move.to.prompt != prompt ? ""
                                       : fmt::format("  {:<12} {:<6} {}", pending.request.environment,
                                                     fmt::format("@{}", move.to.version), text_of(pending));
    }
  }
  return text;
}

struct Overview {
  std::vector<PromptStatus> prompts;
  KnownRequests requests;  // for approval
  std::optional<LedgerEvent> last;
};

bool has_several_registries(const std::vector<PromptStatus>& all) {
  std::set<std::string> folders;
  for (const PromptStatus& status : all) {
    if (status.registry) {
      folders.insert(*status.registry);
    }
  }
  return folders.size() > 1;
}

std::string console_text(const Overview& overview, TimePoint now) {
  std::string text;
  const bool names_registries = has_several_registries(overview.prompts);
  for (const PromptStatus& status : overview.prompts) {
    text += head_line(status);
    if (names_registries && status.registry) {
      text +=
          fmt::format("  registry: {}\n", status.registry->empty() ? "the top folder" : printable(*status.registry));
    }
    for (const LiveStatus& live : status.live) {
      text += live_lines(live, now);
    }
    text += request_lines(status.prompt, overview.requests.open, waiting_text);
    text += request_lines(status.prompt, overview.requests.ended, ended_text);
  }
  const auto& last = overview.last;
  return text + (last ? fmt::format("\nledger: event {}, {}\n", last->seq, utc_text(last->at))
                      : std::string("\nledger: nothing is registered yet\n"));
}

Value faults_value(const std::vector<EventFinding>& faults) {
  Value list = list_value({});
  for (const EventFinding& fault : faults) {
    list.items.push_back(map_value()
                             .set("seq", integer_value(fault.seq))
                             .set("check", text_value(fault.check))
                             .set("message", text_value(fault.message)));
  }
  return list;
}

Value status_value(const PromptStatus& status) {
  Value live = list_value({});
  for (const LiveStatus& one : status.live) {
    live.items.push_back(deployment_value(one.deployment)
                             .set("label", text_value(one.label))
                             .set("yanked", boolean_value(one.yanked.has_value()))
                             .set("attested", texts_value(one.evidence))
                             .set("faults", faults_value(one.faults)));
  }
  const auto number = [](const std::optional<long long>& version) {
    return version ? integer_value(*version) : Value();
  };
  Value map = map_value();
  map.set("prompt", text_value(status.prompt))
      .set("registry", status.registry ? text_value(*status.registry) : Value())
      .set("newest", number(status.newest))
      .set("latest", number(status.latest))
      .set("attested", texts_value(status.evidence))
      .set("in_working_tree", boolean_value(status.in_working_tree))
      .set("working_tree_version", number(status.working_tree))
      .set("live", std::move(live));
  return map;
}

Value json_value(const Overview& overview) {
  Value list = list_value({});
  for (const PromptStatus& status : overview.prompts) {
    list.items.push_back(status_value(status));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-status 1"))
      .set("seq", integer_value(overview.last ? overview.last->seq : 0))
      .set("prompts", std::move(list))
      .set("requests", pending_values(overview.requests.open))
      .set("ended_requests", pending_values(overview.requests.ended));
  return map;
}

// The ledger is asked for all its prompts only where this one is unknown: there may be thousands.
void require_prompt(const std::string& prompt, const std::vector<std::string>& here, const LedgerState& state) {
  if (state.prompt(prompt).versions > 0) {
    return;
  }
  std::vector<std::string> known;
  std::ranges::set_union(state.prompts(), here, std::back_inserter(known));
  require_known(prompt, known, "prompt");
}

StatusQuery query_of(const StatusOptions& options, LedgerSession& ledger, const LedgerState& state) {
  StatusQuery query{options.prompts, environment_names(ledger.policy(LedgerSession::Freshness::known), state)};
  if (!options.environment.empty()) {
    require_known(options.environment, query.environments, "environment");
    query.environments = {options.environment};
  }
  for (const std::string& prompt : query.prompts) {
    require_prompt(prompt, ledger.workspace.registry.prompt_ids(), state);
  }
  return query;
}

// What promotions came to when they are held to the main branch; a note where that can't be told here.
std::vector<EventFinding> known_findings(LedgerSession& ledger, const LedgerState& state) {
  try {
    if (!state.commit().empty()) {
      GitMainLine main(ledger.workspace, ledger.ledger);
      hold_news(ledger.ledger, state.commit(), ledger.trust().checkpoint, main);
    }
  } catch (const Failure& failure) {
    if (!ledger.session.quiet) {
      ledger.session.err << fmt::format("note: promotions can't all be held to main's conditions here: {}\n",
                                        printable(failure.diagnostic().message));
    }
  }
  return ledger.ledger.findings();
}

ExitCode execute(const StatusOptions& options, Session& session) {
  check_result_options(options.result, session);
  LedgerSession ledger(session);
  const LedgerState state = ledger.state();
  StatusQuery query = query_of(options, ledger, state);
  query.findings = known_findings(ledger, state);
  const Overview overview{status_of(state, ledger.workspace.files, query),
                          known_requests(ledger, state, {options.prompts, options.environment}), state.event()};
  const Result result{[&](const ReportStyle&) { return console_text(overview, session.clock.now()); },
                      [&] { return json_value(overview); }};
  write_result(result, options.result, session);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<StatusOptions>();
  options.arguments("prompts", target->prompts, "Only these (all)");
  options.text("--env", "ENV", target->environment, "Only this environment");
  declare_result_options(options, target->result);
  options.example("promptctl status support/triage");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command status_command{"status", "Show what is live where, since when, by whom", declare};

}  // namespace promptctl::cli
