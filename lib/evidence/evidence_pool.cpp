#include "evidence/evidence_pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "compare/compare.hpp"
#include "dataset/selection.hpp"
#include "evidence/evidence_objections.hpp"
#include "evidence/roster.hpp"
#include "run/run_sampling.hpp"
#include "run/summary.hpp"

namespace promptctl {
namespace {

bool is_about(const RunHeader& header, const EvidenceWish& wish) {
  if (header.prompt_digest != wish.prompt_digest || header.suite_id != wish.suite.suite || header.targets.size() != 1) {
    return false;
  }
  const bool on_its_own_model = wish.suite.own_model && wish.comparable_with != nullptr;
  if (!on_its_own_model) {
    return header.targets.front() == wish.suite.target;
  }
  return header.provenance.own_model && (wish.own_model.empty() || header.targets.front() == wish.own_model);
}

// Verdicts that were recorded are believed only where nobody can judge the replies again.
RejudgedRun read_run(RunStore& store, const RunHeader& header, const EvidenceWish& wish) {
  if (wish.suite.judge && wish.complete) {
    return wish.suite.judge->judge(store, header, wish.complete);
  }
  return {statement_of(header, [&](const auto& visit) { store.each_result(header.id, visit); }), 0, false};
}

}  // namespace

EvidenceStatement statement_of(const RunHeader& header, const VisitResults& each_result) {
  RunSampling sampling(header);
  const RunSummary summary = summarize(header, [&](const auto& visit) {
    each_result([&](const CaseResult& result) {
      sampling.add(result);
      visit(result);
    });
  });
  RunSample sample = sampling.finish();
  const std::string text = evidence_text(sample, summary);
  return {sha256(text), text, std::move(sample)};
}

std::string no_verdict(const RunSample& sample) {
  const SampleCounts counts = counts_of(sample);
  if (counts.missing > 0) {
    return fmt::format("stopped after {} of {} results", grouped(counts.results), grouped(sample.header.planned));
  }
  const double tolerated = sample.header.tolerated_errors * static_cast<double>(counts.cases);
  return counts.cases == 0 || static_cast<double>(counts.errors) > tolerated
             ? fmt::format("without a verdict: {} of {} have none", grouped(counts.errors),
                           counted(counts.cases, "case"))
             : "";
}

void EvidencePool::add_runs(RunStore& store) {
  for (const RunHeader& header : store.list()) {
    entries_.push_back({header, [&store, header](const EvidenceWish& wish) { return read_run(store, header, wish); }});
  }
}

void EvidencePool::add(EvidenceStatement statement) {
  if (digests_.insert(statement.digest).second) {
    RunHeader header = statement.sample.header;
    const auto given = std::make_shared<const EvidenceStatement>(std::move(statement));
    entries_.push_back(
        {std::move(header), [given](const EvidenceWish&) { return RejudgedRun{*given, 0, false}; }, given});
  }
}

SignatureCheck EvidencePool::Entry::vouched_for(const EvidenceWish& wish) const {
  static const AllowedSigners nobody;
  return given ? check_signatures(*given, wish.signers == nullptr ? nobody : *wish.signers, wish.now)
               : SignatureCheck{{}, "", "unsigned"};
}

// Those about the wish, newest first.
std::vector<const EvidencePool::Entry*> EvidencePool::newest(const EvidenceWish& wish) const {
  std::vector<const Entry*> entries;
  for (const Entry& entry : entries_) {
    if (is_about(entry.header, wish)) {
      entries.push_back(&entry);
    }
  }
  // The newest first, by the second that statements tell; of those that began together, one that is signed, then the
  // first that was added.
  const auto place = [](const Entry* entry) {
    const bool is_signed = entry->given && !entry->given->signatures.empty();
    return std::tuple(-std::chrono::floor<std::chrono::seconds>(entry->header.started).time_since_epoch(), !is_signed,
                      entry);
  };
  std::sort(entries.begin(), entries.end(), [&place](const Entry* a, const Entry* b) { return place(a) < place(b); });
  return entries;
}

// A run of the store and the evidence of it are one run.
std::size_t EvidencePool::count_other_runs(const std::string& id, const std::vector<const Entry*>& entries,
                                           const EvidenceWish& wish) {
  std::set<std::string> ids;
  for (const Entry* entry : entries) {
    if (entry->header.id != id && objection_to(entry->header, entry->vouched_for(wish), wish).empty()) {
      ids.insert(entry->header.id);
    }
  }
  return ids.size();
}

FoundEvidence EvidencePool::find(const EvidenceWish& wish) const {
  FoundEvidence found;
  const std::vector<const Entry*> entries = newest(wish);
  for (auto at = entries.begin(); at != entries.end(); ++at) {
    const Entry* entry = *at;
    const SignatureCheck vouched = entry->vouched_for(wish);
    std::string objection = objection_to(entry->header, vouched, wish);
    std::optional<RejudgedRun> run;
    if (objection.empty()) {
      run = entry->load(wish);
      objection = objection_to(run->statement.sample, wish);
    }
    if (objection.empty() && run) {
      found.witness = witness_of(run->statement.sample, vouched, *wish.policy);
      found.witness.judged_again = run->judged_again;
      found.differing = run->differing;
      found.statement = std::move(run->statement);
      found.older = count_other_runs(entry->header.id, {at + 1, entries.end()}, wish);
      break;
    }
    found.refused.push_back(fmt::format("run {} is refused: {}", entry->header.id, objection));
  }
  return found;
}

std::optional<FoundRatings> EvidencePool::find_ratings(const std::string& content, const std::string& target,
                                                       const EvidenceWish& wish) const {
  std::vector<const Entry*> usable;
  for (const Entry& entry : entries_) {
    const RunHeader& header = entry.header;
    const bool is_of_judge = header.prompt_digest == content && header.targets == std::vector<std::string>{target};
    if (is_of_judge && may_calibrate(header, entry.vouched_for(wish), wish)) {
      usable.push_back(&entry);
    }
  }
  std::sort(usable.begin(), usable.end(), [](const Entry* a, const Entry* b) {
    return std::tie(b->header.started, b->header.id) < std::tie(a->header.started, a->header.id);
  });
  EvidenceWish as_recorded = wish;
  as_recorded.suite.judge = nullptr;
  for (const Entry* entry : usable) {
    const RejudgedRun run = entry->load(as_recorded);
    const RunSample& sample = run.statement.sample;
    if (is_whole_calibration(sample, *wish.policy)) {
      return FoundRatings{entry->header.id, sample.ratings};
    }
  }
  return std::nullopt;
}

}  // namespace promptctl
