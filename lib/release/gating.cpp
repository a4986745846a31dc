#include "release/gating.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

#include "analysis/calibration.hpp"
#include "base/text.hpp"
#include "compare/compare.hpp"
#include "eval/eval_plan.hpp"
#include "eval/rejudging.hpp"
#include "eval/run_header.hpp"
#include "evidence/roster.hpp"
#include "gate/judgement.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_refused = 3;  // shown

void note_refused(const std::vector<std::string>& refused, std::vector<std::string>& notes) {
  const std::size_t shown = std::min(refused.size(), most_refused);
  notes.insert(notes.end(), refused.begin(), refused.begin() + static_cast<std::ptrdiff_t>(shown));
  if (refused.size() > shown) {
    notes.push_back(fmt::format("and {} more are refused", grouped(refused.size() - shown)));
  }
}

// What a reader of the decision should know of the run it rests on.
void note_header(const RunHeader& header, const GateRequest& request, std::vector<std::string>& notes) {
  const auto known = header.provenance.policies.find(request.name);
  if (!request.policy_digest.empty() && known != header.provenance.policies.end() &&
      known->second != request.policy_digest) {
    notes.push_back(fmt::format("the conditions of {} are not those of when run {} was made", request.name, header.id));
  }
  if (header.is_dirty()) {
    notes.push_back(
        fmt::format("run {} was made with files that are not committed: {}", header.id, named(header.uncommitted)));
  }
  if (header.provenance.from_fork) {
    notes.push_back(fmt::format("run {} was made for a fork's pull request: no promotion can rest on it", header.id));
  }
}

void note_differing(const FoundEvidence& found, std::vector<std::string>& notes) {
  constexpr std::string_view cause = "the store was edited, or another promptctl judged them";
  if (found.differing == 1) {
    notes.push_back(fmt::format("a recorded verdict is not the one that its reply gets now: {}", cause));
  } else if (found.differing > 1) {
    notes.push_back(fmt::format("{} recorded verdicts are not those that their replies get now: {}",
                                grouped(found.differing), cause));
  }
}

void note_own_models(const std::vector<Drift>& drift, std::vector<std::string>& notes) {
  for (const Drift& one : drift) {
    notes.push_back(fmt::format("each content is judged on the model it names: the {} was {} and is {}", one.what,
                                one.before, one.after));
  }
}

// Gathers the evidence for each suite. What it points to stays where it is.
class Gathering {
 public:
  Gathering(const GateRequest& request, const EvidencePool& pool) : request_(request), pool_(pool) {}

  void add(const JudgedSuite& suite) {
    GateEvidence evidence{suite.suite, suite.target, nullptr, nullptr, {}, {}, {}};
    FoundEvidence found = pool_.find(wish_for(request_.candidate, suite, nullptr));
    note_refused(found.refused, evidence.notes);
    if (!found.statement) {
      evidence.notes.push_back(fmt::format("promptctl eval {} --suite {} --target {}{} makes evidence",
                                           request_.candidate.address, suite.suite, suite.target,
                                           request_.policy->allows_cassette ? "" : " --no-cache"));
    } else {
      candidates_.push_back(std::move(*found.statement));
      evidence.candidate = &candidates_.back().sample;
      evidence.digest = candidates_.back().digest;
      evidence.witness = std::move(found.witness);
      note_differing(found, evidence.notes);
      note_header(evidence.candidate->header, request_, evidence.notes);
      if (found.older > 0) {
        evidence.notes.push_back(fmt::format("the newest run counts; before it, this content was run {} like this",
                                             found.older == 1 ? "once" : fmt::format("{} times", found.older)));
      }
      add_live(suite, evidence);
      add_judges(wish_for(request_.candidate, suite, nullptr), evidence);
    }
    evidence_.push_back(std::move(evidence));
  }

  Gating finish() {
    Gating gating;
    gating.report = judge(*request_.policy, evidence_, request_.live.has_value());
    gating.candidate_evidence.assign(candidates_.begin(), candidates_.end());
    gating.live_evidence.assign(live_.begin(), live_.end());
    return gating;
  }

 private:
  EvidenceWish wish_for(const GatedContent& content, const JudgedSuite& suite, const RunSample* comparable) const {
    EvidenceWish wish{content.digest, suite, request_.policy, request_.now, comparable};
    wish.for_the_record = request_.for_the_record;
    wish.signers = &request_.signers;
    wish.complete = content.complete;
    wish.own_model = comparable == nullptr ? "" : content.own_model;
    return wish;
  }

  void add_judges(const EvidenceWish& wish, GateEvidence& evidence) const {
    if (!request_.policy->judges_kappa) {
      return;
    }
    for (const auto& [name, use] : evidence.candidate->header.provenance.judges) {
      if (use.content.empty()) {
        continue;  // A model that makes embeddings gives no verdicts.
      }
      for (const std::string& target : use.targets) {
        const auto found = pool_.find_ratings(use.content, target, wish);
        evidence.judges.push_back({name, target, found ? least_kappa(calibrate(found->ratings)) : std::nullopt,
                                   found ? found->run : std::string()});
      }
    }
  }

  void add_live(const JudgedSuite& suite, GateEvidence& evidence) {
    if (!request_.live) {
      return;
    }
    const EvidenceWish wish = wish_for(*request_.live, suite, evidence.candidate);
    const bool is_live_itself = request_.went_live_with != nullptr;
    FoundEvidence found = (is_live_itself ? *request_.went_live_with : pool_).find(wish);
    if (is_live_itself && !may_stand_for_live(found, suite, evidence)) {
      return;
    }
    if (found.statement) {
      live_.push_back(std::move(*found.statement));
      evidence.live = &live_.back().sample;
      evidence.live_digest = live_.back().digest;
      evidence.live_witness = std::move(found.witness);
      note_differing(found, evidence.notes);
      note_own_models(drift_between(evidence.live->header, evidence.candidate->header), evidence.notes);
    } else {
      note_refused(found.refused, evidence.notes);
    }
  }

  // A run that is held against itself shows no difference, whatever became of the prompt's model since.
  bool may_stand_for_live(const FoundEvidence& found, const JudgedSuite& suite, GateEvidence& evidence) const {
    const std::string& address = request_.candidate.address;
    if (!found.statement) {
      note_refused(found.refused, evidence.notes);
      evidence.notes.push_back(
          fmt::format("{} is live itself, and went live without evidence that it could be held against", address));
      return false;
    }
    const std::string& run = found.statement->sample.header.id;
    if (run == evidence.candidate->header.id) {
      evidence.notes.push_back(
          fmt::format("{} is live itself, and run {} is the one that it went live with: a run is not held against "
                      "itself; promptctl "
                      "eval {} --suite {} --target {} --no-cache makes another",
                      address, run, address, suite.suite, suite.target));
      return false;
    }
    return true;
  }

  const GateRequest& request_;
  const EvidencePool& pool_;
  std::deque<EvidenceStatement> candidates_;
  std::deque<EvidenceStatement> live_;
  std::vector<GateEvidence> evidence_;
};

std::string roster_of(const Registry& registry, const PreparedSuite& suite) {
  Roster roster;
  Diagnostics ignored;  // The cases were checked when the suite was prepared.
  const auto cases = open_cases(registry, suite.suite, ignored);
  for (Case golden; cases->next(golden);) {
    roster.add(golden, suite.quarantined.count(golden.id) > 0);
  }
  return roster.digest();
}

// The suites of the registry whose prompts are the judges of this one.
std::vector<CalibrationSource> calibrations_of(const Registry& registry, const PreparedSuite& prepared) {
  std::set<std::string> judges;
  for (const auto& judge : prepared.judges->used()) {
    judges.insert(judge->panel().prompt.prompt().id);
  }
  std::vector<CalibrationSource> sources;
  Diagnostics ignored;  // Reported where such a suite is run.
  for (const std::string& id : judges.empty() ? std::vector<std::string>() : registry.suite_ids()) {
    const auto suite = registry.read_suite(id, ignored);
    if (!suite || judges.count(suite->prompt) == 0) {
      continue;
    }
    try {
      const auto cases = open_cases(registry, *suite, ignored);
      for (Case golden; cases->next(golden);) {
      }
      sources.push_back({suite->digest, cases->digest()});
    } catch (const Failure&) {
      continue;  // It has no dataset.
    }
  }
  return sources;
}

}  // namespace

bool is_judged(const Registry& registry, const std::string& prompt) {
  const std::vector<std::string>& ids = registry.suite_ids();
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    Diagnostics ignored;  // Reported when the suite is run.
    const auto suite = registry.read_suite(id, ignored);
    return !suite || suite->prompt == prompt;
  });
}

std::vector<JudgedSuite> judged_suites(Registry& registry, const Project& project, const std::string& prompt,
                                       const SuiteOptions& options, Diagnostics& diagnostics) {
  std::vector<JudgedSuite> judged;
  if (!is_judged(registry, prompt)) {
    return judged;
  }
  for (const PreparedSuite& prepared : prepare_suites(registry, project, {{prompt}, {}, options}, diagnostics)) {
    const Suite& suite = prepared.suite;
    const std::string roster = roster_of(registry, prepared);
    const auto judge = std::make_shared<const SuiteJudge>(registry.files(), prepared);
    for (const Target& target : prepared.targets) {
      judged.push_back({suite.id, suite.digest, prepared.dataset_digest, target_name(target), suite.repeat,
                        suite.reducer, suite.tolerated_errors, roster, prepared.own_model, judge, judges_used(prepared),
                        calibrations_of(registry, prepared)});
    }
  }
  return judged;
}

Gating decide_gate(const GateRequest& request, const EvidencePool& pool) {
  Gathering gathering(request, pool);
  for (const JudgedSuite& suite : request.suites) {
    gathering.add(suite);
  }
  Gating gating = gathering.finish();
  GateReport& report = gating.report;
  report.prompt = request.candidate.address;
  report.digest = request.candidate.digest;
  report.against = request.live ? request.live->address : "";
  report.against_digest = request.live ? request.live->digest : "";
  report.gate = request.name;
  report.policy = request.policy_digest;
  return gating;
}

}  // namespace promptctl
