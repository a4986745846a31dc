#include "report/overview/metric_lines.hpp"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <ostream>
#include <tuple>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/figure_value.hpp"

namespace promptctl {
namespace {

using Labels = std::vector<std::pair<std::string, std::string>>;

// One line, printable; a backslash that would read like what `printable` writes is written as one of its kind.
std::string label_line(std::string_view line) {
  std::string text(line);
  for (const std::string_view letter : {"x", "u", "t", "r"}) {
    text = replace_all(text, fmt::format("\\{}", letter), fmt::format("\\x5c{}", letter));
  }
  return printable(text);
}

// Escaped as the exposition format has it: two texts that differ, be it in a line break, stay two series.
std::string label_text(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) {
    lines.push_back(replace_all(replace_all(label_line(line), "\\", "\\\\"), "\"", "\\\""));
  }
  return join(lines, "\\n");
}

// One family: its samples must stand together.
struct Family {
  std::string help;
  std::string_view type = "gauge";
  std::vector<std::string> lines;
};

class Metrics {
 public:
  void add(const RunReport& run, const Topics& topics) {
    labels_ = {{"prompt", run.header.prompt_id},
               {"suite", run.header.suite_id},
               {"model", run.header.targets.empty() ? "" : run.header.targets.front()}};
    add_run(run);
    if (topics.quality) {
      add_quality(run.summary);
      add_judges(run.summary.judging);
    }
    if (topics.cost) {
      add_cost(run.costs);
      add_judging_cost(run.summary.judging);
    }
    if (topics.latency) {
      add_latency(run.times);
    }
  }

  void write(std::ostream& out) const {
    for (const auto& [name, family] : families_) {
      out << fmt::format("# HELP promptctl_{0} {1}\n# TYPE promptctl_{0} {2}\n", name, family.help, family.type);
      for (const std::string& line : family.lines) {
        out << line;
      }
    }
  }

 private:
  void sample(const std::string& name, const std::string& help, const std::string& value, const Labels& further = {}) {
    Labels all = labels_;
    all.insert(all.end(), further.begin(), further.end());
    std::vector<std::string> texts;
    for (const auto& [label, text] : all) {
      texts.push_back(fmt::format("{}=\"{}\"", label, label_text(text)));
    }
    Family& family = families_[name];
    family.help = help;
    family.lines.push_back(fmt::format("promptctl_{}{{{}}} {}\n", name, join(texts, ","), value));
  }

  void add_run(const RunReport& run) {
    const auto started = std::chrono::duration_cast<std::chrono::seconds>(run.header.started.time_since_epoch());
    sample("run_info", "The newest run, and the version of the prompt that it evaluated.", "1",
           {{"run", run.header.id},
            {"version", run.version ? std::to_string(*run.version) : ""},
            {"digest", run.header.prompt_digest}});
    sample("run_started_timestamp_seconds", "When the newest run started.", std::to_string(started.count()));
    for (const Verdict verdict : {Verdict::accepted, Verdict::rejected, Verdict::error}) {
      sample("run_verdict", "1 for the verdict of the newest run.", run.summary.verdict == verdict ? "1" : "0",
             {{"verdict", std::string(verdict_name(verdict))}});
    }
  }

  void add_quality(const RunSummary& summary) {
    const std::string cases = "Cases of the newest run, by what became of them.";
    sample("cases", cases, std::to_string(summary.passed), {{"result", "passed"}});
    sample("cases", cases, std::to_string(summary.failed), {{"result", "failed"}});
    sample("cases", cases, std::to_string(summary.errors), {{"result", "error"}});
    if (const auto& rate = summary.pass_rate) {
      const std::string help = "Share of the cases with a verdict that passed, and the bounds of its 95% interval.";
      sample("pass_rate_ratio", help, figure_text(rate->value), {{"bound", "value"}});
      sample("pass_rate_ratio", help, figure_text(rate->low), {{"bound", "low"}});
      sample("pass_rate_ratio", help, figure_text(rate->high), {{"bound", "high"}});
    }
    if (summary.score) {
      sample("score_ratio", "Mean score of the cases.", figure_text(summary.score->value));
    }
    for (const auto& [tag, counts] : summary.tags) {
      if (counts.second > 0) {
        sample("tag_pass_rate_ratio", "Share of the cases with the tag that passed.",
               figure_text(static_cast<double>(counts.first) / static_cast<double>(counts.second)), {{"tag", tag}});
      }
    }
    for (const auto& [name, metric] : summary.metrics) {
      sample("metric_score_ratio", "Mean score of the assertions with the metric.", figure_text(metric.score),
             {{"metric", name}});
    }
  }

  void add_judges(const JudgingSummary& judging) {
    for (const auto& [name, tally] : judging.judges) {
      const std::string help = "Assertions that asked a judge, by what came of it.";
      sample("judge_answers", help, std::to_string(tally.verdicts), {{"judge", name}, {"result", "verdict"}});
      for (const auto& [doubt, count] : tally.doubts) {
        sample("judge_answers", help, std::to_string(count),
               {{"judge", name}, {"result", std::string(doubt_name(doubt))}});
      }
    }
  }

  void add_judging_cost(const JudgingSummary& judging) {
    const auto cost = judging.cost();
    if (cost && !judging.is_none()) {
      sample("judging_cost_dollars", "What judging the newest run cost, beside the cost of its calls.",
             decimal_text(*cost));
    }
  }

  void add_cost(const RunCosts& costs) {
    if (const auto total = costs.total()) {
      sample("run_cost_dollars", "What the calls of the newest run cost, or would cost where replayed.",
             decimal_text(*total));
    }
    if (costs.mean) {
      sample("call_cost_dollars", "Mean cost of a call.", decimal_text(costs.mean->mean));
    }
    sample("calls_without_price", "Calls whose price or tokens are not known.", std::to_string(costs.unpriced));
  }

  void add_latency(const RunTimes& times) {
    add_spread("latency_seconds", "Time from the request to the last byte, of fresh calls.", times.total_ms);
    add_spread("first_token_seconds", "Time from the request to the first text, of fresh calls.", times.first_token_ms);
    add_spread("queue_seconds", "Time before a request was sent.", times.queued_ms);
    const std::string help = "Calls of the newest run, by how they count for latency.";
    sample("calls", help, std::to_string(times.calls), {{"kind", "measured"}});
    sample("calls", help, std::to_string(times.timeouts), {{"kind", "timed out"}});
    sample("calls", help, std::to_string(times.replayed), {{"kind", "replayed"}});
    sample("calls", help, std::to_string(times.failed), {{"kind", "failed"}});
  }

  void add_spread(const std::string& name, const std::string& help, const std::optional<Spread>& spread) {
    if (!spread) {
      return;
    }
    for (const auto& [quantile, figure] : {std::pair("0.5", &spread->p50), std::pair("0.9", &spread->p90),
                                           std::pair("0.95", &spread->p95), std::pair("0.99", &spread->p99)}) {
      sample(name, help, figure->value ? figure_text(*figure->value / 1000) : "+Inf", {{"quantile", quantile}});
    }
    families_[name].type = "summary";
  }

  Labels labels_;
  std::map<std::string, Family> families_;
};

}  // namespace

void write_metric_lines(const Overview& overview, std::ostream& out) {
  std::map<std::tuple<std::string, std::string, std::vector<std::string>>, const RunReport*> newest;
  for (const RunReport& run : overview.runs) {  // Oldest first.
    newest[{run.header.prompt_id, run.header.suite_id, run.header.targets}] = &run;
  }
  Metrics metrics;
  for (const auto& [place, run] : newest) {
    metrics.add(*run, overview.topics);
  }
  metrics.write(out);
}

}  // namespace promptctl
