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
#include "evidence/roster.hpp"
#include "run/run_sampling.hpp"
#include "run/summary.hpp"

namespace promptctl {
namespace {

constexpr std::size_t digest_start = 8;
constexpr std::chrono::minutes clock_skew{5};

// `*` stands for any text; everything else for itself.
bool matches(std::string_view text, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) {
    return text == pattern;
  }
  if (!text.starts_with(pattern.substr(0, star))) {
    return false;
  }
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t from = star; from <= text.size(); ++from) {
    if (matches(text.substr(from), rest)) {
      return true;
    }
  }
  return false;
}

// A pattern with "://" is for the CI job's address, and every other one for git's author.
bool may_produce(const Provenance& provenance, const std::vector<std::string>& producers) {
  return producers.empty() || std::any_of(producers.begin(), producers.end(), [&](const std::string& pattern) {
           const bool is_address = pattern.find("://") != std::string::npos;
           const std::string& text = is_address ? provenance.ci_url : provenance.producer;
           return !text.empty() && matches(text, pattern);
         });
}

// What was replayed was asked of none.
bool may_answer(const std::string& endpoint, const std::vector<std::string>& endpoints) {
  return endpoints.empty() || endpoint.empty() ||
         std::any_of(endpoints.begin(), endpoints.end(),
                     [&endpoint](const std::string& pattern) { return matches(endpoint, pattern); });
}

std::string other(std::string_view what, const std::string& has, const std::string& wanted) {
  return fmt::format("of another {} ({}, not {})", what, has.substr(0, digest_start), wanted.substr(0, digest_start));
}

std::string age_objection(const RunHeader& header, const EvidenceWish& wish) {
  const auto most = wish.policy->max_evidence_age;
  // By the second, as statements tell it: a run has the age of the statement of it.
  const auto age =
      std::chrono::floor<std::chrono::seconds>(wish.now) - std::chrono::floor<std::chrono::seconds>(header.started);
  if (!most || wish.comparable_with != nullptr || age <= *most) {
    return {};
  }
  return fmt::format("{} old, and the policy takes none older than {}", span_text(age),
                     span_text(std::chrono::floor<std::chrono::seconds>(*most)));
}

std::string maker_objection(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish) {
  if (wish.for_the_record) {
    if (std::string objection = signature_objection(header, vouched, *wish.policy); !objection.empty()) {
      return objection;
    }
  }
  if (may_produce(header.provenance, wish.policy->producers)) {
    return {};
  }
  const std::string& producer = header.provenance.producer;
  return fmt::format("made by {}, who is none of the policy's producers", producer.empty() ? "nobody known" : producer);
}

// Why a run may not be used, as far as its header tells; empty when it may.
std::string objection_to(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish) {
  const JudgedSuite& suite = wish.suite;
  if (header.dataset_digest != suite.dataset_digest) {
    return other("dataset", header.dataset_digest, suite.dataset_digest);
  }
  if (header.suite_digest != suite.suite_digest) {
    return other("state of the suite", header.suite_digest, suite.suite_digest);
  }
  if (!read_selection(header.selection).empty()) {
    return "of a part of the cases";
  }
  if (header.reducer != suite.reducer || header.tolerated_errors != suite.tolerated_errors) {
    return "judged by other settings than the suite has";
  }
  if (header.provenance.judges != suite.judges) {
    return "judged by other judges than the suite's are now: their prompts, models or votes differ";
  }
  if (header.started > wish.now + clock_skew) {
    return fmt::format("dated {}, which is yet to come", utc_text(header.started));
  }
  if (header.repeat < suite.repeat) {
    return fmt::format("of {} a case, and the suite wants {}",
                       counted(static_cast<std::size_t>(header.repeat), "repeat"), suite.repeat);
  }
  if (wish.for_the_record && header.is_dirty()) {
    return fmt::format("made with files that are not committed: {}", named(header.uncommitted));
  }
  if (wish.for_the_record && header.provenance.from_fork) {
    return "made for a fork's pull request";
  }
  if (std::string objection = maker_objection(header, vouched, wish); !objection.empty()) {
    return objection;
  }
  if (!may_answer(header.provenance.endpoint, wish.policy->endpoints)) {
    return fmt::format("answered by {}, which is none of the policy's endpoints", header.provenance.endpoint);
  }
  if (wish.comparable_with != nullptr && !are_comparable(header, wish.comparable_with->header)) {
    return "made under other conditions than what it is compared with";
  }
  return age_objection(header, wish);
}

// Of a run that says what a judge is worth: nothing of its suite is asked.
bool may_calibrate(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish) {
  return read_selection(header.selection).empty() && header.started <= wish.now + clock_skew &&
         !(wish.for_the_record && (header.is_dirty() || header.provenance.from_fork)) &&
         maker_objection(header, vouched, wish).empty();
}

std::string objection_to(const RunSample& sample, const EvidenceWish& wish) {
  if (!wish.policy->allows_cassette && (sample.header.offline || sample.replayed > 0)) {
    return fmt::format("with {} of cassette or cache, and the policy wants fresh ones (--no-cache)",
                       counted(sample.replayed, "reply", "replies"));
  }
  Roster roster;
  roster.add(sample);
  if (roster.digest() != wish.suite.roster) {
    return "not of the dataset's cases, or of other marks of them";
  }
  const auto planned = static_cast<long long>(sample.cases.size()) * sample.header.repeat;
  return sample.header.planned == planned ? no_verdict(sample) : "not of as many results as it says were planned";
}

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
  const Entry* newest = nullptr;
  for (const Entry& entry : entries_) {
    const RunHeader& header = entry.header;
    const bool is_of_judge = header.prompt_digest == content && header.targets == std::vector<std::string>{target};
    if (is_of_judge && (newest == nullptr || header.started > newest->header.started) &&
        may_calibrate(header, entry.vouched_for(wish), wish)) {
      newest = &entry;
    }
  }
  if (newest == nullptr) {
    return std::nullopt;
  }
  EvidenceWish as_recorded = wish;
  as_recorded.suite.judge = nullptr;
  const RejudgedRun run = newest->load(as_recorded);
  const Ratings& ratings = run.statement.sample.ratings;
  return ratings.empty() ? std::nullopt : std::optional(FoundRatings{newest->header.id, ratings});
}

}  // namespace promptctl
