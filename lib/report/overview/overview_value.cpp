#include "report/overview/overview_value.hpp"

#include <ostream>

#include "base/utc.hpp"
#include "document/json.hpp"
#include "document/value_list.hpp"
#include "report/change/comparison_value.hpp"
#include "report/overview/account_value.hpp"
#include "report/run/run_value.hpp"

namespace promptctl {
namespace {

Value topics_value(const Topics& topics) {
  Value list = list_value({});
  for (const auto& [is_asked, name] :
       {std::pair(topics.quality, "quality"), std::pair(topics.cost, "cost"), std::pair(topics.latency, "latency")}) {
    if (is_asked) {
      list.items.push_back(text_value(name));
    }
  }
  return list;
}

// Where the price of the last run's model stood.
Value prices_value(const PriceOrigin& origin) {
  if (origin.layer.empty()) {
    return {};
  }
  return map_value()
      .set("source", text_value(origin.layer))
      .set("date", origin.date.empty() ? Value() : text_value(origin.date))
      .set("digest", origin.digest.empty() ? Value() : text_value(origin.digest));
}

Value head_value(const Overview& overview) {
  Value changes = list_value({});
  for (const ChangeReport& change : overview.changes) {
    for (const SuiteChange& suite : change.suites) {
      changes.items.push_back(suite_change_value(suite));
    }
  }
  return map_value()
      .set("format", text_value("promptctl-report 1"))
      .set("title", text_value(overview.title))
      .set("about", topics_value(overview.topics))
      .set("prices", prices_value(overview.runs.back().header.provenance.price_table))
      .set("notes", texts_value(overview.notes))
      .set("changes", changes);
}

Value run_account_value(const RunReport& run) {
  return run_value(run.header, run.summary)
      .set("version", run.version ? integer_value(*run.version) : Value())
      .set("started", text_value(utc_text(run.header.started)))
      .set("cost", costs_value(run.costs, run.header.provenance.budget))
      .set("latency", times_value(run.times));
}

// What can be added to: without the bracket that closes it.
std::string open_json(const Value& map) {
  std::string text = indented_json(map);
  text.erase(text.rfind("\n}"));
  return text;
}

// Whether a reader looks at single cases: of the last run, and of those that it is compared with. All results of a long
// history would fill no page.
bool is_detailed(const Overview& overview, const RunReport& run) {
  bool compared = &run == &overview.runs.back();
  for (const ChangeReport& change : overview.changes) {
    for (const SuiteChange& suite : change.suites) {
      compared = compared || suite.comparison.before.id == run.header.id || suite.comparison.after.id == run.header.id;
    }
  }
  return compared;
}

void write_results(const RunReport& run, std::ostream& out) {
  out << ",\n  \"results\": [";
  const char* before = "\n    ";
  run.each_result([&](const CaseResult& result) {
    out << before << compact_json(result_value(result));
    before = ",\n    ";
  });
  out << "\n  ]";
}

}  // namespace

void write_overview(const Overview& overview, Results results, std::ostream& out) {
  out << open_json(head_value(overview)) << ",\n  \"runs\": [\n";
  const char* before = "";
  for (const RunReport& run : overview.runs) {
    out << before << open_json(run_account_value(run));
    if (results == Results::written && is_detailed(overview, run)) {
      write_results(run, out);
    }
    out << "\n}";
    before = ",\n";
  }
  out << "\n  ]\n}\n";
}

}  // namespace promptctl
