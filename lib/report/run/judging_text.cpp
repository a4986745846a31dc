#include "report/run/judging_text.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {

std::string judges_text(const JudgingSummary& judging) {
  std::vector<std::string> texts;
  for (const auto& [name, tally] : judging.judges) {
    std::string text = fmt::format("{}: {}", printable(name), counted(tally.verdicts, "verdict"));
    if (tally.in_doubt() > 0) {
      text += fmt::format(", {} in doubt ({})", grouped(tally.in_doubt()), doubts_text(tally));
    }
    texts.push_back(std::move(text));
  }
  return join(texts, "; ");
}

std::string judging_effort_text(const JudgingSummary& judging) {
  std::string text = counted(judging.calls + judging.replayed, "call");
  if (judging.replayed > 0) {
    text += fmt::format(" ({} replayed)", grouped(judging.replayed));
  }
  return text + fmt::format(", {} in, {} out", grouped(judging.tokens.input.value_or(0)),
                            grouped(judging.tokens.output.value_or(0)));
}

}  // namespace promptctl
