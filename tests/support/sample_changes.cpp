#include "tests/support/sample_changes.hpp"

#include <limits>

#include "base/utc.hpp"

namespace promptctl::testing {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

RunHeader header(char digit) {
  RunHeader run;
  run.id = std::string("run-") + digit;
  run.tool = "0.1.0";
  run.prompt_id = "support/triage";
  run.prompt_digest = std::string(64, digit);
  run.suite_id = "triage";
  run.suite_digest = std::string(64, 'c');
  run.dataset_digest = std::string(64, 'd');
  run.targets = {"openai/gpt-4o-mini"};
  run.repeat = 3;
  run.reducer = Reducer::majority;
  run.selection = "{}";
  run.commit = std::string(40, digit);
  run.started = parse_utc("2026-01-02T03:04:05Z").value();
  return run;
}

FigureChange figure(std::string name, std::string tag, double before, double after, Interval difference) {
  FigureChange change;
  change.figure = std::move(name);
  change.tag = std::move(tag);
  change.count = 40;
  change.clusters = 40;
  change.before = before;
  change.after = after;
  change.difference = difference;
  change.method = "t";
  change.test = "paired t";
  change.p = 0.0312;
  change.adjusted_p = 0.1248;
  change.effect = -0.31;
  change.detectable = 0.081;
  return change;
}

std::vector<FigureChange> figures() {
  std::vector<FigureChange> all{figure("pass_rate", "", 0.925, 0.825, {-0.1, -0.214, 0.0131}),
                                figure("score", "", 0.9412, 0.8718, {-0.0694, -0.1321, -0.0067}),
                                figure("tone", "", 0.71, 0.83, {0.12, 0.031, 0.209}),
                                figure("pass_rate", "de", 1, 0.5, {-0.5, -1, 0.5})};
  all[0].test = "exact McNemar";
  all[0].method = "Tango";
  all[0].mid_p = 0.0156;
  all[1].adjusted_p = 0.0312;
  all[1].bootstrap = Interval{-0.0694, -0.1299, -0.0081};
  all[2].clusters = 12;
  all[2].p = 0.00004;
  all[2].adjusted_p = 0.00016;
  all[3].count = 2;
  all[3].clusters = 2;
  all[3].detectable = infinity;
  return all;
}

std::vector<RatioChange> ratios() {
  RatioChange latency{"latency",
                      Quantiles{120, 810, 1400, 1720.4, 2900, 4100},
                      Quantiles{114, 905, 1500, 1810, 2600, 2700},
                      {},
                      {},
                      {},
                      0,
                      6};
  latency.median = Interval{1.117, 1.04, 1.21};
  latency.p95 = Interval{1.052, 0.88, infinity};
  latency.mean = Interval{1.1, 1.01, 1.2};
  RatioChange cost{"cost",
                   Quantiles{40, 0.0000096, 0.00001, 0.000012, 0.00002, 0.0001},
                   Quantiles{39, 0.0000081, 0.00001, 0.000011, 0.00002, 0.0001},
                   {},
                   {},
                   {},
                   0,
                   1};
  cost.median = cost.p95 = cost.mean = Interval{0.84, 0.8, 0.91};
  return {latency, {"first token", {}, {}, {}, {}, {}, 120, 120}, cost};
}

Comparison sample_comparison() {
  Comparison comparison;
  comparison.before = header('a');
  comparison.after = header('b');
  comparison.counts = {2, 1, 33, 1, 1, 2, 3, 1, 4};
  comparison.joined = 40;
  comparison.changes = {{CaseChange::Kind::lost, "refund-3", true, false, 1, 0},
                        {CaseChange::Kind::lost, "late-1", false, false, 1, 0.25},
                        {CaseChange::Kind::worse, "lamp", false, false, 0.9, 0.7},
                        {CaseChange::Kind::better, "sofa", false, false, 0.7, 0.9},
                        {CaseChange::Kind::gained, "bed", false, false, 0, 1},
                        {CaseChange::Kind::lost, "rug", false, true, 1, 0}};
  comparison.figures = figures();
  comparison.ratios = ratios();
  comparison.worst_case = Interval{-0.1, -0.15, 0.05};
  comparison.flaky_before = {"late-1"};
  for (int number = 1; number <= 12; ++number) {
    comparison.flaky_after.push_back("wobbly-" + std::to_string(number));
  }
  return comparison;
}

PromptComparison sample_content() {
  PromptComparison content{
      {"support/triage@production", std::string(64, 'a')}, {"support/triage", std::string(64, 'b')}, {}, {}};
  content.prompts.interface.changed = true;
  content.prompts.interface.input = {{Change::added, "name", "field", {}, "string, required", CallerImpact::breaking}};
  content.prompts.config = {{"temperature", number_value("0.2"), Value()}};
  content.prompts.partials = {{Change::changed, "support/tone"}};
  DiffHunk hunk{1, 2, 1, 2, {}};
  hunk.lines = {{DiffLine::Kind::same, 1, 1, "Be kind.", {}, true},
                {DiffLine::Kind::removed,
                 2,
                 0,
                 "Answer in a friendly tone.",
                 {{"Answer in a ", false}, {"friendly", true}, {" tone.", false}},
                 true},
                {DiffLine::Kind::added,
                 0,
                 2,
                 "Answer in a formal tone.",
                 {{"Answer in a ", false}, {"formal", true}, {" tone.", false}},
                 false}};
  content.files = {{"prompt", {{hunk}}}};
  return content;
}

GateReport sample_gate() {
  GateReport gate;
  gate.prompt = "support/triage";
  gate.digest = std::string(64, 'b');
  gate.against = "support/triage@production";
  gate.against_digest = std::string(64, 'a');
  gate.gate = "production";
  gate.policy = std::string(64, 'e');
  gate.outcome = GateOutcome::rejected;
  gate.family = 2;
  gate.suites = {{"triage",
                  "openai/gpt-4o-mini",
                  std::string(64, '1'),
                  std::string(64, '2'),
                  {"one statement was refused: its dataset has changed"},
                  {},
                  {"api.openai.com", "ci@example.com", "", "2", "", false},
                  {"api.openai.com", "", "", "", "base_url", true}},
                 {"tone", "openai/gpt-4o-mini", "", "", {}, {}, {}, {}}};
  gate.suites[0].rules = {
      {"pass_rate at least 80%", GateOutcome::accepted, Interval{0.825, 0.8, 0.9}, "82.5% (80.0% to 90.0%)", "", {}},
      {"score not worse by 1%",
       GateOutcome::rejected,
       Interval{-0.0694, -0.1321, -0.0067},
       "-6.9 points (-13.2 to -0.7)",
       "",
       {}},
      {"latency_p95 not worse by 20%", GateOutcome::inconclusive, Interval{1.052, 0.88, infinity},
       "×1.05 (0.88 to unbounded)", "too few calls bound it", 80}};
  gate.suites[1].rules = {
      {"evidence", GateOutcome::inconclusive, {}, "", "there is none that may be used: run the suite", {}}};
  return gate;
}

SuiteChange tone_suite() {
  SuiteChange tone;
  tone.comparison.before = header('a');
  tone.comparison.after = header('b');
  tone.comparison.after.suite_id = "tone";
  tone.comparison.after.dataset_digest = std::string(64, 'f');
  tone.comparison.drift = {{"dataset", std::string(64, 'd'), std::string(64, 'f')}, {"suite", "triage", "tone"}};
  tone.comparison.counts.unchanged = 1;
  tone.comparison.joined = 1;
  tone.comparison.figures = {figure("pass_rate", "", 1, 1, {0, -1, 1})};
  tone.comparison.figures[0].count = tone.comparison.figures[0].clusters = 1;
  return tone;
}

}  // namespace

std::vector<ChangeReport> sample_changes() {
  ChangeReport change;
  change.before = "support/triage@production";
  change.after = "support/triage";
  change.content = sample_content();
  change.suites = {{sample_comparison(), {}}, tone_suite()};
  change.suites[0].replies = {{"refund-3",
                               "{\"category\": \"refund\"}",
                               "I am sorry,\nbut I can't help with that.",
                               {"is-json: no JSON", "not-contains (tone): \"sorry\""}},
                              {"late-1", "delivery", "", {"equals: the reply is empty"}},
                              {"lamp", "other", "other, as the customer says", {"word-count: 5 words"}},
                              {"sofa", "other, as the customer says", "other", {"word-count: 5 words"}}};
  change.notes = {"no run of support/triage on style with openai/gpt-4o-mini: --eval makes it"};
  change.gate = sample_gate();
  ChangeReport same;
  same.before = "support/reply@production";
  same.after = "support/reply";
  same.content = PromptComparison{{same.before, std::string(64, 'a')}, {same.after, std::string(64, 'a')}, {}, {}};
  same.content->prompts.identical = true;
  same.gate = GateReport();
  same.gate->prompt = "support/reply";
  same.gate->digest = same.gate->policy = std::string(64, 'a');
  same.gate->gate = "staging";
  same.gate->outcome = GateOutcome::accepted;
  return {change, same};
}

const std::string hostile_text =
    "</script><img src=x onerror=alert(1)>|`a`` ``` |@channel #1 \x1b[2J\u202Eknil\n\n## x\n::error::x\n"
    "![p](http://x.example/p) www.x.example $x$ \\@u --> </details>";

ChangeReport hostile_change() {
  const std::string& bad = hostile_text;
  ChangeReport change = sample_changes().front();
  change.before = change.after = bad;
  change.content->before.address = change.content->after.address = bad;
  change.content->prompts.interface.input[0].field = bad;
  change.content->prompts.config[0].key = "k";
  change.content->prompts.config[0].before = text_value(bad);
  change.content->files[0].file = bad;
  change.content->files[0].text.hunks[0].lines[0].text = bad;
  change.notes = {bad};
  SuiteChange& suite = change.suites.front();
  suite.comparison.before.targets = suite.comparison.after.targets = {bad};
  suite.comparison.after.suite_id = bad;
  suite.comparison.drift = {{bad, bad, bad}};
  suite.comparison.figures[2].figure = bad;
  suite.comparison.figures[3].tag = bad;
  suite.comparison.flaky_after = {bad};
  suite.comparison.changes.front().id = bad;
  suite.replies = {{bad, bad, bad + std::string(100'000, '`'), {bad}}};
  GateReport& gate = *change.gate;
  gate.prompt = gate.against = gate.gate = bad;
  gate.suites[0].suite = gate.suites[0].target = bad;
  gate.suites[0].notes = {bad};
  gate.suites[0].rules[1].rule = gate.suites[0].rules[1].why = bad;
  change.suites.resize(1);
  return change;
}

}  // namespace promptctl::testing
