#include "ledger/ledger_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/characters.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "ledger/approval_rules.hpp"
#include "ledger/live_history.hpp"
#include "prompt/address.hpp"
#include "prompt/bundle_manifest.hpp"

namespace promptctl {
namespace {

using Faults = std::vector<std::string>;

bool has_once(std::set<std::string>& seen, const std::string& name) {
  return seen.insert(name).second;
}

void check_registration(const RegisteredVersion& version, const LedgerState& before, Faults& faults) {
  const std::string name = version_text(version.name);
  const long long next = before.prompt(version.name.prompt).versions + 1;
  if (!is_prompt_name(version.name.prompt) || !is_ledger_name(version.name.prompt)) {
    faults.push_back(fmt::format("`{}` is no name of a prompt", version.name.prompt));
    return;
  }
  if (version.name.version != next) {
    faults.push_back(fmt::format("{} has a forged number: the next is {}", name, next));
  }
  if (bundle_digest(version.manifest) != version.digest) {
    faults.push_back(fmt::format("the manifest of {} does not digest to {}", name, version.digest));
  }
  if (const auto known = before.find_digest(version.name.prompt, version.digest)) {
    faults.push_back(
        fmt::format("{} has the content of {}, which can't have two numbers", name, version_text(known->version.name)));
  }
  for (const auto& [partial, digest] : version.manifest.partials) {
    if (!is_ledger_name(partial)) {
      faults.push_back(fmt::format("`{}` is no name of a partial", partial));
    }
  }
}

void check_way_back(const LedgerEvent& event, const VersionRecord& version, const LedgerState& before, Faults& faults) {
  const VersionName& name = version.version.name;
  const Stay* stay = version.stay(event.environment);
  if (stay == nullptr) {
    faults.push_back(fmt::format("{} was never live in {}", version_text(name), event.environment));
  } else if (!can_go_back_to(name.version, before.history(name.prompt), event.environment)) {
    faults.push_back(fmt::format("{} was rolled back in {}: a rollback does not go forward to it", version_text(name),
                                 event.environment));
  } else if (event.objections != stay->objections) {
    faults.push_back(
        fmt::format("the rollback does not name what {} went live past", version_text(version.version.name)));
  }
}

void check_move(const LedgerEvent& event, const Move& move, const LedgerState& before, Faults& faults) {
  const std::string name = version_text(move.to);
  const auto version = before.version(move.to);
  if (!version) {
    faults.push_back(fmt::format("{} is not registered", name));
    return;
  }
  if (version->version.digest != move.digest) {
    faults.push_back(fmt::format("{} has another digest than the move says", name));
  }
  if (version->yanked) {
    faults.push_back(fmt::format("{} is yanked", name));
  }
  const auto live = before.deployment(event.environment, move.to.prompt);
  const auto from = live ? std::optional(live->move.to.version) : std::nullopt;
  if (from != move.from) {
    faults.push_back(
        fmt::format("{} was at {}, not at {}", event.environment, from.value_or(0), move.from.value_or(0)));
  }
  if (event.type == EventType::rollback) {
    check_way_back(event, *version, before, faults);
  }
}

void check_mark(const VersionName& name, bool must_be_yanked, const LedgerState& before, Faults& faults) {
  const auto version = before.version(name);
  if (!version) {
    faults.push_back(fmt::format("{} is not registered", version_text(name)));
  } else if (version->yanked.has_value() != must_be_yanked) {
    faults.push_back(fmt::format("{} is {}yanked", version_text(name), must_be_yanked ? "not " : "already "));
  }
}

void check_marks(const LedgerEvent& event, const LedgerState& before, Faults& faults) {
  std::set<std::string> seen;
  for (const Move& move : event.moves) {
    seen.insert(version_text(move.to));
  }
  const auto check = [&](const VersionName& name, bool must_be_yanked) {
    check_mark(name, must_be_yanked, before, faults);
    if (!has_once(seen, version_text(name))) {
      faults.push_back(fmt::format("{} is named twice in one event", version_text(name)));
    }
  };
  std::for_each(event.yanked.begin(), event.yanked.end(), [&](const VersionName& name) { check(name, false); });
  std::for_each(event.restored.begin(), event.restored.end(), [&](const VersionName& name) { check(name, true); });
}

void check_evidence(const LedgerEvent& event, const LedgerState& before, Faults& faults) {
  std::set<std::string> seen;
  bool has_new = false;
  for (const EvidenceLink& link : event.evidence) {
    const std::string name = version_text(link.subject);
    const bool registers =
        std::any_of(event.registered.begin(), event.registered.end(),
                    [&link](const RegisteredVersion& version) { return version.name == link.subject; });
    const auto known = before.version(link.subject);
    if (!known && !registers) {
      faults.push_back(fmt::format("{} is not registered, and can't have evidence", name));
    }
    if (!is_sha256(link.digest)) {
      faults.push_back(fmt::format("`{}` is no digest of a statement", link.digest));
    }
    if (!has_once(seen, name + " " + link.digest)) {
      faults.push_back(fmt::format("a statement is recorded twice for {} in one event", name));
    }
    has_new = has_new || !known ||
              std::find(known->evidence.begin(), known->evidence.end(), link.digest) == known->evidence.end();
  }
  if (event.type == EventType::attestation && !event.evidence.empty() && !has_new) {
    faults.push_back("every statement of it was recorded before");
  }
}

bool may_rest_on_evidence(EventType type) {
  return type != EventType::rollback && type != EventType::yank && type != EventType::restore;
}

// Of a request, or of what is said to one.
bool is_on_request(EventType type) {
  return type == EventType::request || type == EventType::approval || type == EventType::rejection;
}

// An override says what it goes past; a rollback what its stay went past, and a request what it would, if anything.
bool objections_fit(const LedgerEvent& event) {
  return event.objections.empty() == (event.type != EventType::overriding) || event.type == EventType::rollback ||
         is_on_request(event.type);
}

bool yanks_fit(const LedgerEvent& event) {
  return (event.yanked.empty() || event.type == EventType::yank || event.type == EventType::rollback) &&
         (!event.yanked.empty() || event.type != EventType::yank) &&
         event.restored.empty() == (event.type != EventType::restore);
}

bool request_fits(const LedgerEvent& event) {
  const bool is_answer = event.type == EventType::approval || event.type == EventType::rejection;
  return event.proposed.empty() != is_on_request(event.type) && (event.request || !is_answer) &&
         (!event.request || is_answer || is_decided(event.type)) &&
         (event.approved_by.empty() || (event.request && is_decided(event.type)));
}

bool evidence_fits(const LedgerEvent& event) {
  return (may_rest_on_evidence(event.type) || event.evidence.empty()) &&
         (!event.evidence.empty() || event.type != EventType::attestation);
}

bool needs_reason(EventType type) {
  return type == EventType::overriding || type == EventType::rollback || type == EventType::yank ||
         type == EventType::restore || type == EventType::rejection;
}

// Which parts an event of each type has.
void check_shape(const LedgerEvent& event, Faults& faults) {
  const bool moves = is_decided(event.type) || event.type == EventType::rollback;
  const bool has_place = moves || is_on_request(event.type);
  const bool fits =
      event.registered.empty() == (event.type != EventType::registration) && event.moves.empty() != moves &&
      yanks_fit(event) && objections_fit(event) && request_fits(event) && evidence_fits(event) &&
      (has_place || event.policy.empty()) &&
      (is_decided(event.type) || event.type == EventType::request || (!event.conditions && event.method.empty()));
  if (!fits) {
    faults.push_back(fmt::format("an event `{}` can't have these parts", event_type_name(event.type)));
  }
  if (has_place ? !is_environment_name(event.environment) : !event.environment.empty()) {
    faults.push_back(fmt::format("`{}` is no name of an environment", event.environment));
  }
  if (needs_reason(event.type) && is_blank(event.reason)) {
    faults.push_back(fmt::format("an event `{}` needs a reason", event_type_name(event.type)));
  }
}

void check_moves(const LedgerEvent& event, const std::vector<Move>& moves, const LedgerState& before, Faults& faults) {
  std::set<std::string> seen;
  for (const Move& move : moves) {
    check_move(event, move, before, faults);
    if (!has_once(seen, move.to.prompt)) {
      faults.push_back(fmt::format("`{}` is moved twice in one event", move.to.prompt));
    }
  }
}

}  // namespace

bool is_decided(EventType type) {
  return type == EventType::promotion || type == EventType::overriding;
}

std::vector<std::string> rules_broken(const LedgerEvent& event, const LedgerState& before,
                                      const std::optional<LedgerEvent>& last) {
  Faults faults;
  std::set<std::string> seen;
  check_shape(event, faults);
  if (last && event.at < last->at) {
    faults.push_back(
        fmt::format("it is dated {}, before the event it follows ({})", utc_text(event.at), utc_text(last->at)));
  }
  for (const RegisteredVersion& version : event.registered) {
    check_registration(version, before, faults);
    if (!has_once(seen, version.name.prompt)) {
      faults.push_back(fmt::format("`{}` is registered twice in one event", version.name.prompt));
    }
  }
  check_moves(event, event.moves, before, faults);
  if (event.type == EventType::request) {  // What is said to it must equal it.
    check_moves(event, event.proposed, before, faults);
  }
  check_marks(event, before, faults);
  check_evidence(event, before, faults);
  const Faults on_request = approval_rules_broken(event, before);
  faults.insert(faults.end(), on_request.begin(), on_request.end());
  return faults;
}

}  // namespace promptctl
