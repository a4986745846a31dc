// `csv`: one result a row (RFC 4180), for spreadsheets.

#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "document/figure_value.hpp"
#include "report/run/formats.hpp"
#include "report/text/csv_text.hpp"

namespace promptctl {
namespace {

std::string verdict(const CaseResult& result) {
  const auto passed = result.passed();
  return passed ? (*passed ? "passed" : "failed") : "error";
}

std::string reasons(const CaseResult& result) {
  return result.error ? result.error->message : join(failings(result.score), "; ");
}

std::string number(const std::optional<long long>& count) {
  return count ? std::to_string(*count) : std::string();
}

std::string row(const RunReport& run, const CaseResult& result) {
  const Response response = result.response.value_or(Response());
  const bool called = result.response && !result.request_digest.empty();
  std::string text = fmt::format("{},{},{},{},{},{},{},", csv_cell(run.header.id), csv_cell(run.header.suite_id),
                                 csv_cell(result.case_id), csv_cell(result.target), result.repeat, verdict(result),
                                 result.response ? figure_text(result.score.value) : "");
  text += fmt::format(
      "{},{},{},{},{},{},{},{}",
      response.latency ? number_text(static_cast<double>(response.latency->count()) / 1000) : "",
      called && response.first_token ? number_text(static_cast<double>(response.first_token->count()) / 1000) : "",
      number(response.usage.input), number(response.usage.output), result.cost ? decimal_text(*result.cost) : "",
      result.replayed ? "true" : "false", csv_cell(reasons(result)), csv_cell(response.text));
  return text;
}

void write(std::span<const RunReport> runs, const ReportStyle&, std::ostream& out) {
  out << "run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,"
         "reasons,output\r\n";
  for (const RunReport& run : runs) {
    run.each_result([&](const CaseResult& result) { out << row(run, result) << "\r\n"; });
  }
}

}  // namespace

const ReportFormat csv_format{"csv", "one result a row, for spreadsheets", write};

}  // namespace promptctl
