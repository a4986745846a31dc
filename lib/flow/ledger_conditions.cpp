#include "flow/ledger_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "flow/ledger_chain.hpp"
#include "flow/registry.hpp"

namespace promptctl {
namespace {

bool is_decided(const LedgerEvent& event) {
  return event.type == EventType::promotion || event.type == EventType::overriding;
}

class ConditionsCheck {
 public:
  ConditionsCheck(const Ledger& ledger, MainLine& main) : ledger_(ledger), main_(main) {}

  void check(const std::string& commit) {
    const LedgerState state = state_at(ledger_, commit);
    const auto event = state.event();
    if (!event || !is_decided(*event)) {
      return;
    }
    commit_ = commit;
    seq_ = event->seq;
    if (!event->conditions) {
      blame("it does not say which commit's conditions decided it");
      return;
    }
    check_place(*event->conditions);
    check_registry(*event, event->conditions->registry, state);
    check_policy(*event, *event->conditions);
  }

  std::vector<LedgerFault> take() { return std::move(faults_); }

 private:
  void blame(std::string message) { faults_.push_back({conditions_check, seq_, commit_, std::move(message)}); }

  void check_place(const ConditionsSource& source) {
    const auto place = main_.place(source.commit);
    if (!place) {
      blame(fmt::format("it was decided by the conditions of {}, which is no commit of the main branch",
                        source.commit.substr(0, short_id)));
    } else if (place < newest_place_) {
      blame(fmt::format("it was decided by the conditions of {}, which are older than those of event {}",
                        source.commit.substr(0, short_id), newest_seq_));
    } else {
      newest_place_ = place;
      newest_seq_ = seq_;
    }
  }

  void check_registry(const LedgerEvent& event, const std::string& registry, const LedgerState& state) {
    for (const Move& move : event.moves) {
      const auto home = registry_of(move.to.prompt, state);
      if (home && home != registry) {
        blame(fmt::format("{} belongs to the registry in `{}`, and was moved by the conditions of `{}`",
                          version_text(move.to), *home, registry));
      }
    }
  }

  void check_policy(const LedgerEvent& event, const ConditionsSource& source) {
    const auto policy = main_.conditions(source, event.environment);
    if (!policy) {
      blame(fmt::format("the main branch declared no environment `{}` in {}", event.environment,
                        source.commit.substr(0, short_id)));
    } else if (*policy != event.policy) {
      blame(event.policy.empty()
                ? fmt::format("it names no conditions, and the main branch had some for {}", event.environment)
                : fmt::format("it names other conditions for {} than the main branch had", event.environment));
    }
  }

  static constexpr std::size_t short_id = 12;

  const Ledger& ledger_;
  MainLine& main_;
  std::string commit_;
  long long seq_ = 0;
  std::optional<std::size_t> newest_place_;
  long long newest_seq_ = 0;
  std::vector<LedgerFault> faults_;
};

}  // namespace

std::optional<std::string> registry_of(const std::string& prompt, const LedgerState& state) {
  const auto newest = state.version({prompt, state.prompt(prompt).versions});
  const std::string inside = prompt_path(prompt);
  if (!newest || !newest->version.path.ends_with(inside)) {
    return std::nullopt;
  }
  return newest->version.path.substr(0, newest->version.path.size() - inside.size());
}

std::vector<LedgerFault> conditions_faults(const Ledger& ledger, const std::string& tip, const std::string& since,
                                           MainLine& main) {
  const auto some = commits_after(ledger, tip, since);
  const auto commits = some ? some : commits_after(ledger, tip, "");
  ConditionsCheck check(ledger, main);
  const std::vector<LedgerCommit> none;
  const std::vector<LedgerCommit>& all = commits ? *commits : none;
  std::for_each(all.rbegin(), all.rend(), [&check](const LedgerCommit& commit) { check.check(commit.id); });
  return check.take();
}

}  // namespace promptctl
