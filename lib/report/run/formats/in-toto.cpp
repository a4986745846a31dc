// `in-toto`: each run as evidence, bound to the prompt's content.

#include <fmt/format.h>

#include <ostream>

#include "base/diagnostic.hpp"
#include "evidence/evidence.hpp"
#include "report/run/formats.hpp"
#include "run/run_sampling.hpp"

namespace promptctl {
namespace {

void write(std::span<const RunReport> runs, const ReportStyle& style, std::ostream& out) {
  for (const RunReport& run : runs) {
    if (run.header.targets.size() != 1) {  // Older versions recorded several in one run.
      throw Failure("evidence-refused", fmt::format("run {} asked several models", run.header.id),
                    "evaluate again: evidence is of one");
    }
    RunSampling sampling(run.header);
    run.each_result([&sampling](const CaseResult& result) { sampling.add(result); });
    const std::string statement = evidence_text(sampling.finish(), run.summary);
    out << (style.sign ? style.sign(statement) : statement);
  }
}

}  // namespace

const ReportFormat in_toto_format{"in-toto", "evidence as in-toto statements, one a line", write, spelled_in_json};

}  // namespace promptctl
