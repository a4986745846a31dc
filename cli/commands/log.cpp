// `promptctl log`: what happened, by whom, why.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/people.hpp"
#include "ledger/ledger_log.hpp"
#include "ledger/ledger_record.hpp"

namespace promptctl::cli {
namespace {

constexpr long long usual_most = 20;

struct LogOptions {
  std::string prompt;
  std::string environment;
  std::optional<long long> most;
  ResultOptions result;
};

// What a rollback yanks is said as such: its event is the rollback's.
std::string_view verb(const HistoryEntry& entry) {
  const bool yanked = entry.effect == HistoryEntry::Effect::yanked;
  return yanked ? event_type_name(EventType::yank) : event_type_name(entry.stamp.type);
}

std::string console_text(const std::vector<PromptEvent>& events) {
  std::string text;
  for (const PromptEvent& event : events) {
    const EventStamp& stamp = event.entry.stamp;
    text += fmt::format("{:<5} {}  {:<8}  {}  {}\n", fmt::format("#{}", stamp.seq), utc_text(stamp.at),
                        verb(event.entry), effect_text(event), person_name(stamp.actor));
    if (!stamp.reason.empty()) {
      text += fmt::format("      {}\n", shown_text(stamp.reason, "      "));
    }
  }
  return text.empty() ? "nothing happened yet\n" : text;
}

Value json_value(const std::vector<PromptEvent>& events) {
  Value list = list_value({});
  for (const PromptEvent& event : events) {
    Value map = map_value();
    map.set("prompt", text_value(event.prompt));
    for (Field& field : history_value(event.entry).fields) {
      map.set(field.name, std::move(field.value));
    }
    list.items.push_back(std::move(map));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-log 1")).set("events", std::move(list));
  return map;
}

LogQuery query_of(const LogOptions& options, LedgerSession& ledger, const LedgerState& state) {
  if (!options.prompt.empty() && state.prompt(options.prompt).versions == 0) {
    require_known(options.prompt, state.prompts(), "prompt");
  }
  if (!options.environment.empty()) {
    const Project& project = ledger.policy(LedgerSession::Freshness::known);
    require_known(options.environment, environment_names(project, state), "environment");
  }
  const long long most = options.most.value_or(options.result.wants_json() ? 0 : usual_most);
  return {options.prompt, options.environment, static_cast<std::size_t>(most)};
}

ExitCode execute(const LogOptions& options, Session& session) {
  check_result_options(options.result, session);
  LedgerSession ledger(session);
  const LedgerState state = ledger.state();
  const auto events = read_log(ledger.ledger, state, query_of(options, ledger, state));
  const Result result{[&](const ReportStyle&) { return console_text(events); }, [&] { return json_value(events); }};
  write_result(result, options.result, session);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<LogOptions>();
  options.argument("prompt", target->prompt, "Only this prompt (all)", false);
  options.text("--env", "ENV", target->environment, "Only what moved in this environment");
  options.number("-n,--last", target->most, {0}, "At most N, 0 for all (20; all as JSON)");
  declare_result_options(options, target->result);
  options.example("promptctl log support/triage");
  options.example("promptctl log --env production --json");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command log_command{"log", "Show what happened to versions and environments, by whom and why", declare};

}  // namespace promptctl::cli
