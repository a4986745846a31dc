#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dataset/golden_case.hpp"
#include "evidence/evidence.hpp"
#include "evidence/evidence_witness.hpp"
#include "gate/policy.hpp"
#include "run/run_store.hpp"

namespace promptctl {

// Gives a case the values that a content sets for variables it has none of.
using CompleteCase = std::function<void(Case& golden)>;

// A recorded run whose replies were judged again.
struct RejudgedRun {
  EvidenceStatement statement;
  std::size_t differing = 0;  // verdicts that are not those that were recorded
  bool judged_again = true;
};

// Judges replies that were recorded before, by a suite.
class ReplyJudge {
 public:
  virtual ~ReplyJudge() = default;

  // The run as evidence, each reply judged anew: no recorded verdict is believed. A result has none where the dataset
  // has no such case. `complete` gives a case what the judged content sets for variables it has none of.
  virtual RejudgedRun judge(RunStore& store, const RunHeader& header, const CompleteCase& complete) const = 0;
};

// A suite with labels, by which a judge may be calibrated.
struct CalibrationSource {
  std::string suite_digest;
  std::string dataset_digest;
};

// A suite and a model by which a prompt must be judged, and the content its evidence must be of.
struct JudgedSuite {
  std::string suite;
  std::string suite_digest;
  std::string dataset_digest;
  std::string target;
  int repeat = 1;  // at least
  Reducer reducer = Reducer::all;
  double tolerated_errors = 0;
  std::string roster;      // digest of the cases and their marks, see `Roster`
  bool own_model = false;  // `target` is the candidate's own model: what it is compared with ran on its own, too
  std::shared_ptr<const ReplyJudge> judge = {};      // of replies that are here; null: their verdicts are believed
  JudgeUses judges = {};                             // who must have judged
  std::vector<CalibrationSource> calibrations = {};  // of these judges, in the registry that decides
};

// What evidence is looked for.
struct EvidenceWish {
  std::string prompt_digest;
  JudgedSuite suite;
  const GatePolicy* policy = nullptr;
  std::chrono::system_clock::time_point now;
  const RunSample* comparable_with = nullptr;  // not null: evidence to compare with it, however old
  bool for_the_record = true;                  // false: what is not committed or signed, or a fork's, will do
  const AllowedSigners* signers = nullptr;     // null: nobody is believed
  CompleteCase complete = {};                  // of the content; none: replies are not judged again
  std::string own_model = {};                  // of what is compared with, see `GatedContent`
};

struct FoundEvidence {
  std::optional<EvidenceStatement> statement;  // the newest that may be used
  Witness witness;                             // of it
  std::size_t differing = 0;                   // verdicts that are not those that were recorded
  std::size_t older = 0;                       // runs that by their headers might be used too
  std::vector<std::string> refused;  // newer ones of the same prompt, suite and model, and why they may not be
};

using VisitResults = std::function<void(const std::function<void(const CaseResult&)>& visit)>;

// A run with these results as a statement.
EvidenceStatement statement_of(const RunHeader& header, const VisitResults& each_result);

// Why a run came to no verdict: it was stopped, or too many cases have none. Empty when it did.
std::string no_verdict(const RunSample& sample);

// What people and a judge said of the same replies, in one run.
struct FoundRatings {
  std::string run;
  Ratings ratings;
};

// All the evidence at hand: of runs recorded here, of files, of the ledger.
class EvidencePool {
 public:
  // `store` must outlive the pool. A run is read in full only when it may be the one.
  void add_runs(RunStore& store);

  // One that was added before, by its digest, is passed over.
  void add(EvidenceStatement statement);

  // What the newest run that may be used says a judge is worth: of this content, on this model, by labels of people.
  // None where there is none. `wish` says what may be used; its suite counts for nothing.
  std::optional<FoundRatings> find_ratings(const std::string& content, const std::string& target,
                                           const EvidenceWish& wish) const;

  // The newest statement of this content that is complete, clean, not of a fork, and as the policy wants it.
  FoundEvidence find(const EvidenceWish& wish) const;

 private:
  struct Entry {
    RunHeader header;
    std::function<RejudgedRun(const EvidenceWish& wish)> load;
    std::shared_ptr<const EvidenceStatement> given = {};  // null: a run that is recorded here

    SignatureCheck vouched_for(const EvidenceWish& wish) const;
  };

  std::vector<const Entry*> newest(const EvidenceWish& wish) const;
  static std::size_t count_other_runs(const std::string& id, const std::vector<const Entry*>& entries,
                                      const EvidenceWish& wish);

  std::vector<Entry> entries_;
  std::set<std::string> digests_;
};

}  // namespace promptctl
