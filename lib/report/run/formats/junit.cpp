// `junit`: JUnit's XML, which CI servers show as test results: a test suite for a run, a test case for a result.

#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/run/formats.hpp"

namespace promptctl {
namespace {

// XML 1.0 has no way to write most control characters, escaped or not; replies from models hold them all the same.
std::string escaped(std::string_view text) {
  std::string out;
  const std::string repaired = repair_utf8(text);
  for (const char c :
       replace_all(replace_all(repaired, "\xEF\xBF\xBE", "\xEF\xBF\xBD"), "\xEF\xBF\xBF", "\xEF\xBF\xBD")) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        out += byte < 0x20 && c != '\t' ? std::string("\xEF\xBF\xBD") : std::string(1, c);
    }
  }
  return out;
}

double seconds(const CaseResult& result) {
  const bool timed = result.response && !result.replayed && result.response->latency;
  return timed ? static_cast<double>(result.response->latency->count()) / 1e6 : 0;
}

void write_result(const CaseResult& result, const std::string& suite, std::ostream& out) {
  const std::string name = result.repeat == 1 ? result.case_id : fmt::format("{} #{}", result.case_id, result.repeat);
  out << fmt::format(R"(    <testcase classname="{}" name="{}" time="{:.3f}")", escaped(suite + "." + result.target),
                     escaped(name), seconds(result));
  const auto passed = result.passed();
  if (passed == true) {
    out << "/>\n";
    return;
  }
  if (result.quarantined) {
    out << ">\n      <skipped message=\"in quarantine\"/>\n    </testcase>\n";
    return;
  }
  const std::string kind = result.error ? std::string(error_kind_name(result.error->kind)) : "assertion";
  const std::string message = result.error ? result.error->message : join(failings(result.score), "\n");
  out << fmt::format(">\n      <{0} type=\"{1}\" message=\"{2}\"/>\n", passed == false ? "failure" : "error",
                     escaped(kind), escaped(message));
  if (result.response) {
    out << "      <system-out>" << escaped(result.response->text) << "</system-out>\n";
  }
  out << "    </testcase>\n";
}

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0;
};

Counts count(const RunReport& run) {
  Counts counts;
  run.each_result([&counts](const CaseResult& result) {
    const auto passed = result.passed();
    ++counts.tests;
    counts.failures += passed == false && !result.quarantined ? 1 : 0;
    counts.errors += passed.has_value() || result.quarantined ? 0 : 1;
  });
  counts.tests += run.summary.verdict == Verdict::error ? 1 : 0;
  counts.errors += run.summary.verdict == Verdict::error ? 1 : 0;
  return counts;
}

// A run without a verdict must not look like one whose tests all passed.
void write_verdict(const RunReport& run, std::ostream& out) {
  if (run.summary.verdict == Verdict::error) {
    out << fmt::format(
        "    <testcase classname=\"{0}\" name=\"the run as a whole\" time=\"0.000\">\n"
        "      <error type=\"no-verdict\" message=\"{1}\"/>\n    </testcase>\n",
        escaped(run.header.suite_id), escaped(run.summary.verdict_reason));
  }
}

void write(std::span<const RunReport> runs, const ReportStyle&, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (const RunReport& run : runs) {
    const Counts counts = count(run);
    out << fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
                       escaped(run.header.suite_id), counts.tests, counts.failures, counts.errors);
    run.each_result([&](const CaseResult& result) { write_result(result, run.header.suite_id, out); });
    write_verdict(run, out);
    out << "  </testsuite>\n";
  }
  out << "</testsuites>\n";
}

}  // namespace

const ReportFormat junit_format{"junit", "test results for CI servers", write, spelled_in_xml};

}  // namespace promptctl
