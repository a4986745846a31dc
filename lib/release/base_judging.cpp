#include "release/base_judging.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "eval/eval_units.hpp"
#include "eval/rejudging.hpp"
#include "exchange/response_record.hpp"
#include "gate/judgement.hpp"
#include "run/run_sampling.hpp"

namespace promptctl {
namespace {

constexpr std::string_view rule_name = "by the base's suite";

using Results = std::map<std::pair<std::string, int>, CaseResult>;  // by case and repeat

// A run as another suite judges it.
struct Rejudged {
  RunSample sample;
  std::vector<std::string> missing;  // ids of the suite's cases to which the run has no reply
};

// Of several runs, the first that has a case counts.
Results results_of(RunStore& store, const std::vector<const RunHeader*>& runs) {
  Results results;
  for (const RunHeader* run : runs) {
    store.each_result(run->id, [&results](const CaseResult& result) {
      results.emplace(std::pair(result.case_id, result.repeat), result);
    });
  }
  return results;
}

// Whether the run asked what the unit would ask, or the case brought its output.
bool is_reply_to(const CaseResult& result, const PreparedSuite& prepared, const EvalUnit& unit) {
  if (unit.golden->output) {
    return result.request_digest.empty() && result.response && result.response->text == *unit.golden->output;
  }
  Diagnostics faults;
  const auto request = request_for(prepared, *unit.golden, *unit.target, unit.repeat, faults);
  return request && request_digest(*request) == result.request_digest;
}

CaseResult judged(const CaseResult& recorded, const PreparedSuite& prepared, const EvalUnit& unit) {
  CaseResult result = recorded;
  const CaseResult blank = blank_result(prepared, unit);
  result.position = blank.position;
  result.tags = blank.tags;
  result.group = blank.group;
  result.critical = blank.critical;
  result.quarantined = blank.quarantined;
  result.score = result.response ? judge_reply(prepared.rubric, *unit.golden, result) : Score();
  return result;
}

RunHeader header_of(const RunHeader& run, const PreparedSuite& prepared) {
  RunHeader header = run;
  header.suite_digest = prepared.suite.digest;
  header.dataset_digest = prepared.dataset_digest;
  header.dataset_cases = prepared.dataset_cases;
  header.repeat = prepared.repeat;
  header.reducer = prepared.suite.reducer;
  header.tolerated_errors = prepared.suite.tolerated_errors;
  header.planned = prepared.dataset_cases * prepared.repeat;
  return header;
}

// The runs must be on one model, and there must be one.
Rejudged judge_by(const Registry& base, const PreparedSuite& prepared, const std::vector<const RunHeader*>& runs,
                  RunStore& store) {
  const RunHeader& run = *runs.front();
  const Results results = results_of(store, runs);
  RunSampling sampling(header_of(run, prepared));
  Rejudged rejudged;
  EvalUnits units(base, prepared);
  for (EvalUnit unit; units.next(unit);) {
    if (target_name(*unit.target) != run.targets.front()) {
      continue;
    }
    const auto found = results.find({unit.golden->id, unit.repeat});
    if (found != results.end() && is_reply_to(found->second, prepared, unit)) {
      sampling.add(judged(found->second, prepared, unit));
    } else if (rejudged.missing.empty() || rejudged.missing.back() != unit.golden->id) {
      rejudged.missing.push_back(unit.golden->id);
    }
  }
  rejudged.sample = sampling.finish();
  return rejudged;
}

// Empty where the dataset can't be read, which is reported where the suite is prepared.
std::string dataset_digest(const Registry& registry, const Suite& suite) {
  try {
    Diagnostics ignored;
    const auto cases = open_cases(registry, suite, ignored);
    for (Case golden; cases->next(golden);) {
    }
    return cases->digest();
  } catch (const Failure&) {
    return {};
  }
}

// The evidence on a model, that of the suite first: another suite may ask the same.
std::vector<const RunHeader*> runs_on(const std::string& target, const std::vector<EvidenceStatement>& evidence,
                                      const std::string& suite) {
  std::vector<const RunHeader*> runs;
  for (const EvidenceStatement& one : evidence) {
    const RunHeader& header = one.sample.header;
    if (header.targets.front() == target) {
      runs.insert(header.suite_id == suite ? runs.begin() : runs.end(), &header);
    }
  }
  return runs;
}

// "rejected: pass_rate at least 90%: 50.0%": what did not hold.
std::string verdict_text(const GateReport& report) {
  std::string text(gate_outcome_name(report.outcome));
  for (const SuiteDecision& suite : report.suites) {
    for (const RuleResult& rule : suite.rules) {
      if (rule.outcome != GateOutcome::accepted) {
        text += fmt::format("; {}{}{}", rule.rule, rule.shown.empty() ? "" : ": ", rule.shown);
      }
    }
  }
  return text;
}

// One suite of the base, on every model that it names.
class BaseSuite {
 public:
  BaseSuite(const BaseQuestion& question, const GatePolicy& policy, Gating& gating, std::string id)
      : question_(question), policy_(policy), gating_(gating), id_(std::move(id)) {}

  void hold(const Suite& suite) {
    if (!is_changed(suite)) {
      return;
    }
    Diagnostics faults;
    SuiteOptions options;
    options.now = question_.now;
    const auto live = prepare_suite(question_.base, id_, question_.project, options, faults);
    options.read_prompt = [this](const std::string&, Diagnostics&) { return question_.candidate; };
    options.default_target = question_.default_target;
    const auto candidate = prepare_suite(question_.base, id_, question_.project, options, faults);
    if (!candidate || !live) {
      add("", GateOutcome::inconclusive,
          fmt::format("it can't judge the change: {}",
                      faults.all().empty() ? "it can't be read" : faults.sorted().front().message));
      return;
    }
    for (std::size_t at = 0; at < std::min(candidate->targets.size(), live->targets.size()); ++at) {
      hold_on_target(*candidate, target_name(candidate->targets[at]), *live, target_name(live->targets[at]));
    }
  }

 private:
  // Whether the decision rests on another state of it, or on none.
  bool is_changed(const Suite& suite) const {
    const std::string dataset = dataset_digest(question_.base, suite);
    const auto& evidence = gating_.candidate_evidence;
    return std::none_of(evidence.begin(), evidence.end(), [&](const EvidenceStatement& one) {
      const RunHeader& header = one.sample.header;
      return header.suite_id == id_ && header.suite_digest == suite.digest && header.dataset_digest == dataset;
    });
  }

  void hold_on_target(const PreparedSuite& candidate, const std::string& target, const PreparedSuite& live,
                      const std::string& live_target) {
    const auto runs = runs_on(target, gating_.candidate_evidence, id_);
    if (runs.empty()) {
      add(target, GateOutcome::inconclusive, fmt::format("nothing was asked of {}", target));
      return;
    }
    const Rejudged now = judge_by(question_.base, candidate, runs, question_.store);
    GateEvidence evidence{id_, target, &now.sample, nullptr, {}, {}, {}};
    std::optional<Rejudged> before;
    if (const auto live_runs = runs_on(live_target, gating_.live_evidence, id_); !live_runs.empty()) {
      before = judge_by(question_.base, live, live_runs, question_.store);
      evidence.live = &before->sample;
    }
    const bool is_live = !gating_.report.against.empty();
    const GateReport report = judge(policy_, {evidence}, is_live);
    if (!now.missing.empty()) {
      add(target, GateOutcome::inconclusive,
          fmt::format("{} of its cases are gone or ask something else: {}", grouped(now.missing.size()),
                      named(now.missing)));
    } else {
      add(target, report.outcome == GateOutcome::accepted ? GateOutcome::accepted : GateOutcome::inconclusive,
          verdict_text(report));
    }
  }

  // `target` may be empty: all of the suite's.
  void add(const std::string& target, GateOutcome outcome, const std::string& why) {
    std::vector<SuiteDecision>& suites = gating_.report.suites;
    auto decision = std::find_if(suites.begin(), suites.end(), [&](const SuiteDecision& one) {
      return one.suite == id_ && (target.empty() || one.target == target);
    });
    if (decision == suites.end()) {
      suites.push_back({id_, target, "", "", {}, {}, {}, {}});
      decision = suites.end() - 1;
    }
    RuleResult rule;
    rule.rule = rule_name;
    rule.outcome = outcome;
    rule.why = why;
    decision->rules.push_back(std::move(rule));
    if (outcome != GateOutcome::accepted) {
      decision->notes.emplace_back("an intended change of a suite is merged alone first; then it judges what follows");
      if (gating_.report.outcome == GateOutcome::accepted) {
        gating_.report.outcome = GateOutcome::inconclusive;
      }
    }
  }

  const BaseQuestion& question_;
  const GatePolicy& policy_;
  Gating& gating_;
  std::string id_;
};

}  // namespace

void hold_to_base(const BaseQuestion& question, const GatePolicy& policy, Gating& gating) {
  Diagnostics ignored;  // A suite that the base itself can't read judged nothing there.
  for (const std::string& id : question.base.suite_ids()) {
    const auto suite = question.base.read_suite(id, ignored);
    if (suite && suite->prompt == question.prompt) {
      BaseSuite(question, policy, gating, id).hold(*suite);
    }
  }
}

}  // namespace promptctl
