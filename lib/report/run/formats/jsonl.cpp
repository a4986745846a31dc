// `jsonl`: one result a line, for tools that stream.

#include <ostream>

#include "report/run/formats.hpp"
#include "report/run/run_value.hpp"

namespace promptctl {
namespace {

void write(std::span<const RunReport> runs, const ReportStyle&, std::ostream& out) {
  for (const RunReport& run : runs) {
    run.each_result([&](const CaseResult& result) {
      Value line = map_value();
      line.set("run", text_value(run.header.id)).set("suite", text_value(run.header.suite_id));
      Value rest = result_value(result);
      for (Field& field : rest.fields) {
        line.fields.push_back(std::move(field));
      }
      out << compact_json(line) << "\n";
    });
  }
}

}  // namespace

const ReportFormat jsonl_format{"jsonl", "one result a line", write, spelled_in_json};

}  // namespace promptctl
