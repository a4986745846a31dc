// `finish-reason`: the model stopped for a given reason.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.hpp"
#include "exchange/finish_reason.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  const auto wanted = read_wanted_text(settings);
  if (!wanted) {
    return {};
  }
  if (!is_finish_reason(case_folded(*wanted))) {
    settings.diagnostics().error(
        "unknown-choice", settings.map().find("value")->where,
        fmt::format("{} is no finish reason; there are: {}", in_quotes(*wanted), fmt::join(finish_reasons, ", ")),
        did_you_mean(*wanted, {finish_reasons.begin(), finish_reasons.end()}));
    return {};
  }
  return at_once([wanted = *wanted](const Subject& subject) {
    if (subject.finish_reason.empty()) {
      return undecided("the finish reason is not known");
    }
    return case_folded(subject.finish_reason) == case_folded(wanted)
               ? passed_also_blank(case_folded(wanted) != "stop")  // Any other reason is one to say nothing.
               : failed(fmt::format("expected the finish reason {}, not {}", in_quotes(wanted),
                                    in_quotes(subject.finish_reason)));
  });
}

}  // namespace

const AssertionType finish_reason_assertion{
    "finish-reason", "the model stopped for the reason `value`: stop, length, content_filter, tool_calls", make};

}  // namespace promptctl
