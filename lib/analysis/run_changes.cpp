#include "analysis/run_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "compare/compare.hpp"
#include "run/run_sampling.hpp"

namespace promptctl {
namespace {

using Place = std::pair<std::string, std::string>;  // suite, target

struct Runs {
  std::vector<RunHeader> before;  // newest first
  std::vector<RunHeader> after;
};

// The newest of `runs` that compares with `other`; null when none does.
const RunHeader* newest_comparable(const std::vector<RunHeader>& runs, const RunHeader& other) {
  const auto found =
      std::find_if(runs.begin(), runs.end(), [&other](const RunHeader& run) { return are_comparable(run, other); });
  return found == runs.end() ? nullptr : &*found;
}

RunPair newest_pair(const Place& place, const Runs& runs) {
  RunPair pair{place.first, place.second, {}, {}, {}};
  for (const RunHeader& after : runs.after) {
    if (const RunHeader* before = newest_comparable(runs.before, after)) {
      pair.before = *before;
      pair.after = after;
      return pair;
    }
  }
  pair.before = runs.before.empty() ? std::nullopt : std::optional(runs.before.front());
  pair.after = runs.after.empty() ? std::nullopt : std::optional(runs.after.front());
  if (pair.before && pair.after) {
    pair.drift = drift_between(*pair.before, *pair.after);
  }
  return pair;
}

// The runs of both contents, as they can be compared: on one model, or each content's on the model it names.
class RecordedRuns {
 public:
  void add(const RunHeader& header, std::vector<RunHeader> Runs::* side) {
    (places_[{header.suite_id, header.targets.front()}].*side).push_back(header);
    if (header.provenance.own_model) {
      (own_[header.suite_id].*side).push_back(header);
    }
  }

  std::vector<RunPair> pairs() const {
    std::vector<RunPair> pairs;
    for (const auto& [suite, runs] : own_) {
      if (names_other_model(runs)) {
        const std::string models = runs.before.front().targets.front() + ", then " + runs.after.front().targets.front();
        pairs.push_back(newest_pair({suite, models}, runs));
      }
    }
    for (const auto& [place, runs] : places_) {
      if (!is_told_by_own(place.first, runs)) {
        pairs.push_back(newest_pair(place, runs));
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const RunPair& a, const RunPair& b) {
      return std::tie(a.suite, a.target) < std::tie(b.suite, b.target);
    });
    return pairs;
  }

 private:
  static bool names_other_model(const Runs& own) {
    return !own.before.empty() && !own.after.empty() && own.before.front().targets != own.after.front().targets;
  }

  // Whether only one content ran here, on its own model, where the other has another.
  bool is_told_by_own(const std::string& suite, const Runs& runs) const {
    const auto own = own_.find(suite);
    const std::vector<RunHeader>& lonely = runs.before.empty() ? runs.after : runs.before;
    return own != own_.end() && names_other_model(own->second) && (runs.before.empty() || runs.after.empty()) &&
           std::all_of(lonely.begin(), lonely.end(), [](const RunHeader& run) { return run.provenance.own_model; });
  }

  std::map<Place, Runs> places_;
  std::map<std::string, Runs> own_;  // by suite
};

// One case's results, by repeat.
using Results = std::map<int, CaseResult>;

std::map<std::string, Results> results_of(RunStore& store, const std::string& run,
                                          const std::vector<CaseChange>& wanted) {
  std::map<std::string, Results> results;
  for (const CaseChange& change : wanted) {
    results[change.id];
  }
  store.each_result(run, [&results](const CaseResult& result) {
    if (const auto found = results.find(result.case_id); found != results.end()) {
      found->second.emplace(result.repeat, result);
    }
  });
  return results;
}

std::string reply_text(const CaseResult& result) {
  if (result.response) {
    return result.response->text;
  }
  return result.error ? fmt::format("({}: {})", error_kind_name(result.error->kind), result.error->message) : "";
}

bool differ(const CaseResult& a, const CaseResult& b) {
  return a.passed() != b.passed() || a.score.value != b.score.value;
}

ReplyChange reply_change(const CaseChange& change, const Results& before, const Results& after) {
  ReplyChange reply;
  reply.id = change.id;
  for (const auto& [repeat, is] : after) {
    const auto was = before.find(repeat);
    if (was == before.end()) {
      continue;
    }
    const bool fell = change.kind == CaseChange::Kind::lost || change.kind == CaseChange::Kind::worse;
    reply.before = reply_text(was->second);
    reply.after = reply_text(is);
    reply.failing = failings((fell ? is : was->second).score);
    if (differ(was->second, is)) {
      break;
    }
  }
  return reply;
}

}  // namespace

std::vector<RunPair> pair_runs(RunStore& store, const std::string& digest_before, const std::string& digest_after) {
  RecordedRuns recorded;
  for (const RunHeader& header : store.list()) {
    if (header.targets.size() == 1 && header.prompt_digest == digest_before) {
      recorded.add(header, &Runs::before);
    }
    if (header.targets.size() == 1 && header.prompt_digest == digest_after) {
      recorded.add(header, &Runs::after);
    }
  }
  return recorded.pairs();
}

RunSample sample_of(RunStore& store, const RunHeader& header) {
  RunSampling sampling(header);
  store.each_result(header.id, [&sampling](const CaseResult& result) { sampling.add(result); });
  return sampling.finish();
}

std::vector<ReplyChange> reply_changes(RunStore& store, const Comparison& comparison, std::size_t most) {
  std::vector<ReplyChange> replies;
  if (!store.find(comparison.before.id) || !store.find(comparison.after.id)) {
    return replies;
  }
  const std::size_t count = std::min(most, comparison.changes.size());
  const std::vector<CaseChange> wanted(comparison.changes.begin(),
                                       comparison.changes.begin() + static_cast<std::ptrdiff_t>(count));
  replies.reserve(wanted.size());
  auto before = results_of(store, comparison.before.id, wanted);
  auto after = results_of(store, comparison.after.id, wanted);
  for (const CaseChange& change : wanted) {
    replies.push_back(reply_change(change, before[change.id], after[change.id]));
  }
  return replies;
}

}  // namespace promptctl
