#include "evidence/evidence_check.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "document/figure_value.hpp"

namespace promptctl {
namespace {

void check_result(const Value& result, const SampleCounts& counts, Diagnostics& diagnostics) {
  const bool complete = counts.missing == 0;
  const bool passed = complete && counts.failed == 0 && counts.passed > 0;
  const bool failed = complete && counts.failed > 0;
  if ((result.text == "PASSED" && !passed) || (result.text == "FAILED" && !failed)) {
    diagnostics.error(
        "bad-evidence", result.where,
        fmt::format("the result is {}, and the rows say: {} passed, {} failed, {} without a verdict, {} missing",
                    result.text, counts.passed, counts.failed, counts.errors, counts.missing));
  }
}

void check_pass_rate(const Value& summary, const std::optional<double>& expected, Diagnostics& diagnostics) {
  constexpr double rounding = 1e-6;
  const Value* rate = summary.find("pass_rate");
  const Value* written = rate == nullptr ? nullptr : rate->find("value");
  const bool fits = expected ? written != nullptr && std::abs(written->number() - *expected) <= rounding
                             : rate == nullptr || rate->is_null();
  if (!fits) {
    diagnostics.error("bad-evidence", rate == nullptr ? summary.where : rate->where,
                      fmt::format("`pass_rate` is not what the rows of the cases say: {}",
                                  expected ? number_text(*expected) : "no case has a verdict"));
  }
}

}  // namespace

void check_evidence_counts(const Value& predicate, const RunSample& sample, Diagnostics& diagnostics) {
  const SampleCounts counts = counts_of(sample);
  const Value* summary = predicate.find("summary");
  const Value* result = predicate.find("result");
  if (summary == nullptr || result == nullptr) {
    return;
  }
  const std::array<std::pair<std::string_view, std::size_t>, 6> expected{{{"cases", counts.cases},
                                                                          {"passed", counts.passed},
                                                                          {"failed", counts.failed},
                                                                          {"errors", counts.errors},
                                                                          {"quarantined", counts.quarantined},
                                                                          {"missing", counts.missing}}};
  for (const auto& [name, number] : expected) {
    const Value* written = summary->find(name);
    if (written != nullptr && !same(*written, count_value(number))) {
      diagnostics.error("bad-evidence", written->where,
                        fmt::format("`{}` is {}, and the rows of the cases say {}", name, written->text, number));
    }
  }
  check_result(*result, counts, diagnostics);
  check_pass_rate(*summary, counts.pass_rate, diagnostics);
}

}  // namespace promptctl
