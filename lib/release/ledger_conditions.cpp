#include "release/ledger_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "ledger/ledger_chain.hpp"
#include "ledger/ledger_rules.hpp"
#include "prompt/prompt_bundle.hpp"
#include "registry/environment_conditions.hpp"
#include "release/approval_check.hpp"
#include "release/gating.hpp"
#include "release/redeciding.hpp"

namespace promptctl {
namespace {

class ConditionsCheck {
 public:
  ConditionsCheck(const Ledger& ledger, MainLine& main) : ledger_(ledger), main_(main) {}

  // Later events may not go back behind it.
  void begin_after(const std::string& commit) {
    if (const auto event = state_at(ledger_, commit).event()) {
      note_place(*event);
    }
  }

  bool has_begun() const { return newest_place_.has_value(); }

  void check(const LedgerCommit& commit) {
    const LedgerState state = state_at(ledger_, commit.id);
    const auto event = state.event();
    if (!event) {
      return;
    }
    if (!is_decided(event->type)) {
      note_place(*event);
      return;
    }
    commit_ = commit.id;
    seq_ = event->seq;
    if (!event->conditions) {
      blame(conditions_check, "it does not say which commit's conditions decided it");
      return;
    }
    is_sound_ = true;
    check_place(*event->conditions);
    check_registry(*event, *event->conditions, state);
    check_policy(*event, *event->conditions);
    if (is_sound_ && !commit.parents.empty()) {
      const LedgerState parent = state_at(ledger_, commit.parents.front());
      check_approvals(*event, *event->conditions, parent);
      decide_again(*event, parent, state);
    }
  }

  ConditionsFindings take() {
    note_agreements();
    return std::move(findings_);
  }

 private:
  void blame(std::string_view check, std::string message) {
    is_sound_ = false;
    findings_.faults.push_back({check, seq_, commit_, std::move(message)});
  }

  void note(std::string message) { findings_.notes.push_back({seq_, commit_, std::move(message)}); }

  // The place on main that an event names. Nothing rests on a request: its commit need not be here.
  std::optional<std::size_t> place_of(const LedgerEvent& event) {
    try {
      return event.conditions ? main_.place(event.conditions->commit) : std::nullopt;
    } catch (const Failure&) {
      if (is_decided(event.type)) {
        throw;
      }
      return std::nullopt;
    }
  }

  // A request, too, shows how far main was.
  void note_place(const LedgerEvent& event) {
    const auto place = place_of(event);
    if (place && (!newest_place_ || *newest_place_ <= *place)) {
      newest_place_ = place;
      newest_seq_ = event.seq;
    }
  }

  void check_place(const ConditionsSource& source) {
    const auto place = main_.place(source.commit);
    if (!place) {
      blame(conditions_check,
            fmt::format("it was decided by the conditions of {}, which is no commit of the main branch",
                        source.commit.substr(0, short_id)));
    } else if (place < newest_place_) {
      blame(conditions_check,
            fmt::format("it was decided by the conditions of {}, which are older than those of event {}",
                        source.commit.substr(0, short_id), newest_seq_));
    } else {
      newest_place_ = place;
      newest_seq_ = seq_;
    }
  }

  void check_registry(const LedgerEvent& event, const ConditionsSource& source, const LedgerState& state) {
    for (const Move& move : event.moves) {
      const auto home = home_of(move.to.prompt, state);
      if (home && home != source.registry) {
        blame(conditions_check,
              fmt::format("{} belongs to the registry in `{}`, and was moved by the conditions of `{}`",
                          version_text(move.to), *home, source.registry));
      } else {
        check_home(move.to.prompt, source, state);
      }
    }
  }

  // Where a prompt belongs changes with its newest version alone.
  const std::optional<std::string>& home_of(const std::string& prompt, const LedgerState& state) {
    const long long versions = state.prompt(prompt).versions;
    const auto [known, is_new] = homes_.try_emplace(prompt);
    if (is_new || known->second.versions != versions) {
      known->second = {versions, registry_of(prompt, state)};
    }
    return known->second.registry;
  }

  // A registration alone takes no prompt out of the registry that guards it.
  void check_home(const std::string& prompt, const ConditionsSource& source, const LedgerState& state) {
    const auto main = main_.registry(source);
    if (main && !main->files->has(prompt_path(prompt)) && came_from_elsewhere(prompt, source.registry, state)) {
      blame(conditions_check,
            fmt::format("`{}` was moved to the registry in `{}` by a registration, and the main branch "
                        "does not have it there",
                        prompt, source.registry));
    }
  }

  void check_policy(const LedgerEvent& event, const ConditionsSource& source) {
    const auto registry = main_.registry(source);
    const Environment* environment = registry ? find_environment(registry->project, event.environment) : nullptr;
    if (environment == nullptr) {
      blame(conditions_check, fmt::format("the main branch declared no environment `{}` in {}", event.environment,
                                          source.commit.substr(0, short_id)));
    } else if (conditions_digest(*environment) != event.policy) {
      blame(conditions_check,
            event.policy.empty()
                ? fmt::format("it names no conditions, and the main branch had some for {}", event.environment)
                : fmt::format("it names other conditions for {} than the main branch had", event.environment));
    } else if (environment->gate && event.method.empty()) {
      blame(gate_check, "it does not say by which method its gate was decided");
    }
  }

  // The conditions stand, as was checked.
  void check_approvals(const LedgerEvent& event, const ConditionsSource& source, const LedgerState& before) {
    const auto registry = main_.registry(source);
    for (std::string& fault : approval_faults(event, commit_, before, ledger_, *registry)) {
      blame(approvals_check, std::move(fault));
    }
  }

  void decide_again(const LedgerEvent& event, const LedgerState& before, const LedgerState& after) {
    const Redecision again = promptctl::decide_again(event, before, after, main_);
    const bool by_other_method = !event.method.empty() && event.method != gate_method;
    const std::size_t noted = findings_.notes.size();
    for (const Objection& objection : again.objections) {
      check_objection(event, objection, by_other_method);
    }
    if (by_other_method && event.type == EventType::promotion) {
      check_evidence(again.without_evidence);
    }
    if (by_other_method && findings_.notes.size() == noted) {
      Agreement& agreement = agreements_.try_emplace(event.method, Agreement{seq_, commit_, 0}).first->second;
      ++agreement.count;
    }
  }

  // No method decides without any.
  void check_evidence(const std::vector<VersionName>& without) {
    for (const VersionName& name : without) {
      blame(gate_check, fmt::format("no evidence of {} is recorded that its gate could use", version_text(name)));
    }
  }

  void check_objection(const LedgerEvent& event, const Objection& objection, bool by_other_method) {
    if (is_named(objection_text(objection), event.objections)) {
      return;
    }
    const bool of_gate = objection.condition == gate_condition;
    const std::string outcome = objection.is_inconclusive ? "inconclusive" : "rejected";
    if (of_gate && by_other_method) {
      note(fmt::format("decided by {}, and {} finds it {}: {}", event.method, gate_method, outcome, objection.message));
    } else if (event.type == EventType::overriding) {
      blame(of_gate ? gate_check : order_check,
            fmt::format("it went past what it does not name: {}", objection.message));
    } else {
      blame(of_gate ? gate_check : order_check, fmt::format("decided again, it is {}: {}", outcome, objection.message));
    }
  }

  // One note for all: after the method was raised, every earlier promotion is decided by another.
  void note_agreements() {
    for (const auto& [method, agreement] : agreements_) {
      const std::string others =
          agreement.count == 1 ? "" : fmt::format(", as were {} later", counted(agreement.count - 1, "promotion"));
      findings_.notes.push_back({agreement.seq, agreement.commit,
                                 fmt::format("decided by {}{}; {} finds the same", method, others, gate_method)});
    }
  }

  struct Home {
    long long versions = 0;
    std::optional<std::string> registry;
  };

  struct Agreement {
    long long seq = 0;  // of the first
    std::string commit;
    std::size_t count = 0;
  };

  static constexpr std::size_t short_id = 12;

  const Ledger& ledger_;
  MainLine& main_;
  std::string commit_;
  long long seq_ = 0;
  std::optional<std::size_t> newest_place_;
  long long newest_seq_ = 0;
  bool is_sound_ = true;  // the event that is checked, so far
  ConditionsFindings findings_;
  std::map<std::string, Agreement> agreements_;  // by method
  std::map<std::string, Home> homes_;            // by prompt, as of the newest event that was checked
};

// With the last decision up to `commit` whose place is known: what is before it may lie outside a shallow clone.
void begin(const Ledger& ledger, const std::string& commit, ConditionsCheck& check) {
  try {
    for (std::optional<std::string> next = commit; next && !check.has_begun();) {
      check.begin_after(*next);
      const std::vector<std::string> parents = ledger.commit(*next).parents;
      next = parents.empty() ? std::nullopt : std::optional(parents.front());
    }
  } catch (const Failure&) {
    return;
  }
}

}  // namespace

std::optional<std::string> registry_of(const std::string& prompt, const LedgerState& state) {
  const auto newest = state.version({prompt, state.prompt(prompt).versions});
  const std::string inside = prompt_path(prompt);
  if (!newest || !newest->version.path.ends_with(inside)) {
    return std::nullopt;
  }
  return newest->version.path.substr(0, newest->version.path.size() - inside.size());
}

bool came_from_elsewhere(const std::string& prompt, const std::string& registry, const LedgerState& state) {
  const std::string here = registry + prompt_path(prompt);
  for (long long number = state.prompt(prompt).versions; number > 0; --number) {
    const auto record = state.version({prompt, number});
    if (record && record->version.path != here) {
      return true;
    }
  }
  return false;
}

ConditionsFindings hold_to_conditions(const Ledger& ledger, const std::string& tip, const std::string& since,
                                      MainLine& main) {
  const auto some = commits_after(ledger, tip, since);
  const auto commits = some ? some : commits_after(ledger, tip, "");
  ConditionsCheck check(ledger, main);
  if (some && !since.empty()) {
    begin(ledger, since, check);
  }
  const std::vector<LedgerCommit> none;
  const std::vector<LedgerCommit>& all = commits ? *commits : none;
  std::for_each(all.rbegin(), all.rend(), [&check](const LedgerCommit& commit) { check.check(commit); });
  ConditionsFindings findings = check.take();
  findings.of_all = !some || since.empty();
  return findings;
}

}  // namespace promptctl
