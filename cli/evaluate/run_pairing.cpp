#include "cli/evaluate/run_pairing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/ledger/contents.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "eval/pairing.hpp"
#include "eval/suite_judges.hpp"
#include "provider/reply_places.hpp"
#include "score/judged_assertion.hpp"

namespace promptctl::cli {
namespace {

// By id, else the newest run of the address.
RunHeader require_run(EvalSession& eval, const std::string& name) {
  if (!has_runs(eval.workspace.root)) {
    throw Failure("unknown-run", "no run is recorded here yet", "promptctl eval records one");
  }
  if (const auto header = eval.store.find(name)) {
    return *header;
  }
  const Address address = read_address(name);
  const auto content = eval.workspace.registry.has_prompt(address.prompt)
                           ? read_content(address, eval.workspace, eval.session.err)
                           : std::nullopt;
  for (const RunHeader& header : content ? eval.store.list() : std::vector<RunHeader>()) {
    if (header.prompt_digest == content->digest) {
      return header;
    }
  }
  throw Failure("unknown-run", fmt::format("there is no run `{}`, and none of such a content", name),
                "see promptctl runs list");
}

void require_same_cases(const RunHeader& before, const RunHeader& after) {
  if (before.suite_id != after.suite_id || before.dataset_digest != after.dataset_digest) {
    throw Failure("not-comparable", "the two runs are not of the same suite and dataset",
                  "replies are held against each other case by case");
  }
  if (before.id == after.id) {
    throw Failure("not-comparable", fmt::format("both are run {}", before.id), "name two runs");
  }
}

using Replies = std::map<std::string, CaseResult>;  // of each case's first repeat

Replies replies_of(RunStore& store, const RunHeader& header) {
  Replies replies;
  store.each_result(header.id, [&replies](const CaseResult& result) {
    if (result.repeat == 1 && result.response && !result.quarantined) {
      replies.emplace(result.case_id, result);
    }
  });
  return replies;
}

struct Pairs {
  std::vector<ReplyPair> pairs;
  std::size_t unpaired = 0;
};

Pairs pairs_of(const Registry& registry, const Suite& suite, const Replies& before, const Replies& after) {
  Pairs all;
  Diagnostics faults;
  const auto cases = open_cases(registry, suite, faults);
  for (Case golden; cases->next(golden);) {
    const auto earlier = before.find(golden.id);
    const auto later = after.find(golden.id);
    if (earlier == before.end() || later == after.end()) {
      ++all.unpaired;
      continue;
    }
    all.pairs.push_back(
        {golden.id, golden.group, case_question(golden), earlier->second.response->text, later->second.response->text});
  }
  return all;
}

double mean_length(const std::vector<ReplyPair>& pairs, std::string ReplyPair::* reply) {
  double sum = 0;
  for (const ReplyPair& pair : pairs) {
    const std::string& text = pair.*reply;
    sum += static_cast<double>(std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // All bytes of UTF-8 but those that go on.
    }));
  }
  return pairs.empty() ? 0 : sum / static_cast<double>(pairs.size());
}

// The judge, ready to be asked; null after faults.
std::shared_ptr<const PromptJudge> find_judge(EvalSession& eval, const Suite& suite, const std::string& name,
                                              Diagnostics& diagnostics) {
  SuiteOptions options;
  options.now = eval.session.clock.now();
  Diagnostics of_prompt;  // The runs' own matter.
  const auto prompt = eval.workspace.registry.has_prompt(suite.prompt)
                          ? eval.workspace.registry.read_prompt(suite.prompt, of_prompt)
                          : std::nullopt;
  const auto book = make_judges(eval.workspace.registry, suite, prompt, eval.project, options, diagnostics);
  const auto judge = std::dynamic_pointer_cast<const PromptJudge>(book->find(name, suite.where, diagnostics));
  book->close();
  if (judge != nullptr && judge->form() != JudgeForm::pairwise) {
    throw Failure("wrong-judge", {}, fmt::format("the judge `{}` does not compare two replies", name),
                  "its form must be `pairwise`, as that of `better`");
  }
  return judge;
}

}  // namespace

std::optional<PairedRuns> pair_runs(const PairingWish& wish, EvalSession& eval) {
  PairedRuns paired;
  paired.before = require_run(eval, wish.before);
  paired.after = require_run(eval, wish.after);
  require_same_cases(paired.before, paired.after);
  Diagnostics diagnostics = eval.warnings;
  const auto suite = eval.workspace.registry.read_suite(paired.after.suite_id, diagnostics);
  const auto judge = suite ? find_judge(eval, *suite, wish.judge, diagnostics) : nullptr;
  print(diagnostics, eval.session.err);
  if (judge == nullptr) {
    return std::nullopt;
  }
  const std::vector<Target>& voters = judge->panel().targets;
  if (!eval.offline) {
    check_destinations(eval, voters);
  }
  open_world(eval);
  const TargetPrices prices = eval.workspace.prices.find_all(voters, eval.project, eval.session.clock.now());
  const KeptReplies kept(nullptr, eval.cache.get(), reply_places(eval.project.providers, eval.variables));
  Budget budget(std::nullopt, Usd());
  Answering answering(eval.client.get(), kept, prices, budget);
  const Pairs pairs = pairs_of(eval.workspace.registry, *suite, replies_of(eval.store, paired.before),
                               replies_of(eval.store, paired.after));
  if (pairs.pairs.empty()) {
    throw Failure("not-comparable", "no case has a reply in both runs", "nothing is compared by being empty");
  }
  PairingEnd end = judge_pairs(*judge, pairs.pairs, wish.criterion, answering, eval.session.interruption);
  kept.flush();
  paired.judge = judge->name();
  paired.rate = win_rate(end.pairs);
  paired.unpaired = pairs.unpaired;
  paired.mean_length_before = mean_length(pairs.pairs, &ReplyPair::before);
  paired.mean_length_after = mean_length(pairs.pairs, &ReplyPair::after);
  paired.judging.add_calls(end.calls);
  paired.judging.judges[judge->name()].doubts = end.doubts;
  paired.judging.judges[judge->name()].verdicts =
      2 * static_cast<std::size_t>(
              std::count_if(end.pairs.begin(), end.pairs.end(), [](const JudgedPair& pair) { return !pair.is_same; })) -
      paired.judging.judges[judge->name()].in_doubt();
  paired.interrupted = end.interrupted;
  return paired;
}

}  // namespace promptctl::cli
