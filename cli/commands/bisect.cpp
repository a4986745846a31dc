// `promptctl bisect`: which version, or commit, lost what an earlier one could.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>

#include "analysis/bisection.hpp"
#include "analysis/run_changes.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/bisect_steps.hpp"
#include "cli/evaluate/missing_runs.hpp"
#include "cli/ledger/contents.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/people.hpp"
#include "compare/compare.hpp"
#include "eval/eval_plan.hpp"
#include "report/change/prompt_diff_text.hpp"
#include "report/change/prompt_diff_value.hpp"

namespace promptctl::cli {
namespace {

constexpr std::size_t batch = 4;  // telling cases asked at a time
constexpr int most_repeats = 5;   // of each telling case
constexpr std::size_t most_cases_told = 40;

struct BisectOptions {
  std::string prompt;
  std::string good;
  std::string bad;
  std::string only_case;
  std::string metric = std::string(pass_rate_figure);
  std::string suite;
  EvalOptions eval;
  ResultOptions result;
};

// The search as a whole.
class Search {
 public:
  Search(Session& session, const BisectOptions& options)
      : options_(options),
        session_(session),
        eval_(session, options.eval),
        steps_(bisect_steps({options.prompt, options.good, options.bad}, eval_.workspace)) {}

  // Runs both ends, and finds what tells them apart. Not complete when that ended otherwise.
  RunsEnd begin() {
    const RunsEnd end =
        run_missing(eval_, {{JudgedContent(steps_.front().address), JudgedContent(steps_.back().address)}, suites()});
    if (end != RunsEnd::complete) {
      return end;
    }
    for (const RunPair& pair : pair_runs(eval_.store, steps_.front().digest, steps_.back().digest)) {
      const bool wanted = options_.suite.empty() || options_.suite == pair.suite;
      if (wanted && pair.before && pair.after && is_comparable(pair.drift) && telling_.empty()) {
        telling_ = telling_cases(sample_of(eval_.store, *pair.before), sample_of(eval_.store, *pair.after),
                                 {options_.metric, ""}, options_.only_case);
        pair_ = pair;
      }
    }
    if (telling_.empty()) {
      require_sense();
      throw Failure("nothing-lost",
                    fmt::format("{} is no worse than {} in {}{}", address_text(steps_.back().address),
                                address_text(steps_.front().address), options_.metric,
                                options_.only_case.empty() ? "" : " of case " + options_.only_case),
                    "choose other ends, another --metric, or another --case");
    }
    telling_.resize(std::min(telling_.size(), most_cases_told));
    say(fmt::format("{} on {} with {} tell {} from {}; between: {}\n", counted(telling_.size(), "case"), pair_.suite,
                    pair_.target, options_.good, options_.bad, counted(steps_.size() - 2, "content")));
    return RunsEnd::complete;
  }

  enum class End { found, undecided, interrupted };

  End run(Bisection& bisection) {
    while (const auto at = bisection.next()) {
      LikenessTest test(telling_);
      if (!ask(steps_[*at], test)) {
        return End::interrupted;
      }
      const auto good = options_.eval.offline && !test.is_good() ? test.unanimous() : test.is_good();
      say(fmt::format("{}: {} ({} of {} like {})\n", address_text(steps_[*at].address),
                      !good   ? "can't tell"
                      : *good ? "good"
                              : "bad",
                      grouped(test.like_good()), counted(test.replies(), "reply", "replies"), options_.good));
      if (!good) {
        undecided_ = *at;
        return End::undecided;
      }
      bisection.tell(*at, *good);
    }
    return End::found;
  }

  std::size_t size() const { return steps_.size(); }
  const BisectStep& step(std::size_t at) const { return steps_[at]; }
  std::size_t undecided() const { return undecided_; }
  Workspace& workspace() { return eval_.workspace; }

 private:
  std::vector<std::string> suites() const {
    return options_.suite.empty() ? std::vector<std::string>() : std::vector<std::string>{options_.suite};
  }

  void say(const std::string& text) const {
    if (!session_.quiet) {
      session_.err << text;
    }
  }

  // A case or a metric that is not there loses nothing, and that is not the answer.
  void require_sense() {
    std::vector<std::string> cases;
    std::vector<std::string> figures{std::string(pass_rate_figure), std::string(score_figure)};
    if (pair_.before) {
      const RunSample sample = sample_of(eval_.store, *pair_.before);
      figures.insert(figures.end(), sample.metrics.begin(), sample.metrics.end());
      std::transform(sample.cases.begin(), sample.cases.end(), std::back_inserter(cases),
                     [](const CaseSample& one) { return one.id; });
    }
    require_known(options_.metric, figures, "metric");
    if (!options_.only_case.empty()) {
      require_known(options_.only_case, cases, "case");
    }
  }

  // Asks until the test has its answer, or nothing is left to ask. False when interrupted.
  bool ask(const BisectStep& step, LikenessTest& test) {
    int repeat = 1;
    while (repeat <= most_repeats && ask_once(step, repeat, test)) {
      ++repeat;
    }
    return repeat > most_repeats;
  }

  // One repeat of it.
  bool ask_once(const BisectStep& step, int repeat, LikenessTest& test) {
    for (std::size_t from = 0; from < telling_.size() && !test.is_good(); from += batch) {
      const auto results = run_cases(step, from, repeat);
      if (!results) {
        return false;
      }
      test.add(*results, options_.metric);
    }
    return true;
  }

  // The replies of this repeat to some telling cases; earlier repeats come from the cache. None when interrupted.
  std::optional<std::vector<CaseResult>> run_cases(const BisectStep& step, std::size_t from, int repeat) {
    EvalChoice choice{{options_.prompt}, {pair_.suite}, {}};
    choice.options.now = session_.clock.now();
    choice.options.offline = eval_.offline;
    choice.options.prices = &eval_.workspace.prices;
    choice.options.repeat = repeat;
    const bool on_one_model = pair_.before && pair_.after && pair_.before->targets == pair_.after->targets;
    if (const auto target = find_target(pair_.target); on_one_model && target) {
      choice.options.targets = {*target};  // Else each content runs on the model it names.
    }
    for (std::size_t at = from; at < std::min(from + batch, telling_.size()); ++at) {
      choice.options.selection.filter += (at == from ? "^(?:\\Q" : "|\\Q") + telling_[at].id + "\\E";
    }
    choice.options.selection.filter += ")$";
    take_prompt_from(step.address, eval_.workspace, choice.options);
    Diagnostics diagnostics;
    const auto suites = prepare_suites(eval_.workspace.registry, eval_.project, choice, diagnostics);
    print(diagnostics, session_.err);
    if (suites.empty()) {
      return std::vector<CaseResult>();  // A content that can't be run says nothing.
    }
    const auto headers = new_headers(eval_, suites, choice.options.selection, eval_.session.clock.now());
    if (run_suites(eval_, suites, headers).interrupted) {
      return std::nullopt;
    }
    std::vector<CaseResult> results;
    eval_.store.each_result(headers.front().id, [&](const CaseResult& result) {
      if (result.repeat == repeat) {
        results.push_back(result);
      }
    });
    return results;
  }

  const BisectOptions& options_;
  Session& session_;
  EvalSession eval_;
  std::vector<BisectStep> steps_;
  std::vector<TellingCase> telling_;
  RunPair pair_;
  std::size_t undecided_ = 0;
};

PromptComparison change_at(Search& search, const BisectStep& good, const BisectStep& bad, Session& session) {
  const auto before = read_content(good.address, search.workspace(), session.err);
  const auto after = read_content(bad.address, search.workspace(), session.err);
  return before && after ? compare_contents(good.address, *before, bad.address, *after) : PromptComparison();
}

Value found_value(const BisectStep& good, const BisectStep& bad, const PromptComparison& change) {
  return map_value()
      .set("format", text_value("promptctl-bisect 1"))
      .set("last_good", text_value(address_text(good.address)))
      .set("first_bad", text_value(address_text(bad.address)))
      .set("digest", text_value(bad.digest))
      .set("told", text_value(bad.told))
      .set("change", prompt_diff_value(change));
}

ExitCode report_end(Search& search, const Bisection& bisection, Search::End end, const BisectOptions& options,
                    Session& session) {
  const BisectStep& good = search.step(bisection.last_good());
  const BisectStep& bad = search.step(bisection.first_bad());
  if (end == Search::End::undecided) {
    session.err << fmt::format(
        "{} can't be told: its replies are like neither, or too few. The first bad one is after {}, and {} at the "
        "latest\n",
        address_text(search.step(search.undecided()).address), address_text(good.address), address_text(bad.address));
    return ExitCode::inconclusive;
  }
  const PromptComparison change = change_at(search, good, bad, session);
  const Result result{[&](const ReportStyle& style) {
                        return fmt::format("{} is the first bad one ({})\n\n", address_text(bad.address),
                                           shown_text(bad.told, "  ")) +
                               prompt_diff_text(change, style);
                      },
                      [&] { return found_value(good, bad, change); }};
  write_result(result, options.result, session);
  return ExitCode::accepted;
}

ExitCode execute(const BisectOptions& options, Session& session) {
  check_result_options(options.result, session);
  if (options.good.empty() || options.bad.empty()) {
    throw Failure("usage", "name a good and a bad content", "--good 3 --bad 9, or --good git:v1 --bad git:HEAD");
  }
  Search search(session, options);
  const RunsEnd begun = search.begin();
  if (begun != RunsEnd::complete) {
    return begun == RunsEnd::faulty ? ExitCode::rejected : ExitCode::interrupted;
  }
  Bisection bisection(search.size());
  const Search::End end = search.run(bisection);
  return end == Search::End::interrupted ? ExitCode::interrupted : report_end(search, bisection, end, options, session);
}

Action declare(Options& options) {
  const auto target = std::make_shared<BisectOptions>();
  options.argument("prompt", target->prompt, "The prompt");
  options.text("--good", "N", target->good, "A version that was good, or git:REV");
  options.text("--bad", "N", target->bad, "A later one that is bad, or git:REV");
  options.text("--case", "ID", target->only_case, "By this case alone");
  options.text("--metric", "NAME", target->metric,
               "By this figure: pass_rate, score, or an assertion's metric (pass_rate)");
  options.text("--suite", "SUITE", target->suite, "On this suite (the first on which the bad one is worse)");
  options.flag("--offline", target->eval.offline,
               "Open no socket: replies come from the suite's cassette or the cache");
  options.number("-j,--jobs", target->eval.jobs, {1, 4096}, "Keep N calls to a provider in flight");
  declare_trust_options(options, target->eval.trust);
  declare_result_options(options, target->result);
  options.example("promptctl bisect support/triage --good 3 --bad 9");
  options.example("promptctl bisect support/triage --good git:v1.0 --bad git:HEAD --case refund-017");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command bisect_command{"bisect", "Find the version or commit that lost what an earlier one could", declare};

}  // namespace promptctl::cli
