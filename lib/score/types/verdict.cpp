// `verdict`: of a suite whose prompt is a judge, what the judge should say.

#include <fmt/format.h>

#include <algorithm>

#include "score/finding.hpp"
#include "score/judges.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

constexpr std::string_view unclear = "unclear";

// The reply is what is in doubt, and no judge of it.
Finding in_doubt(Doubt doubt, std::string reason) {
  Finding finding = undecided(std::move(reason));
  finding.doubt = doubt;
  return finding;
}

Finding judge_verdict(const Judge& judge, const std::string& wanted, const Subject& subject) {
  const auto read = judge.read(subject.text);
  if (const auto* wrong = std::get_if<std::string>(&read)) {
    return in_doubt(Doubt::malformed, fmt::format("the verdict can't be read: {}", *wrong));
  }
  const auto& answer = std::get<JudgeAnswer>(read);
  Finding finding =
      answer.word == wanted ? passed()
      : answer.word == unclear
          ? in_doubt(Doubt::unclear, fmt::format("the judge can't tell: {}", answer.reason))
          : failed(fmt::format("the judge says {}, not {}: {}", answer.word, wanted, in_quotes(answer.reason)));
  finding.said = answer.word == unclear ? "" : answer.word;
  return finding;
}

Check make(FieldReader& settings, const Judges& judges) {
  const auto value = read_wanted_text(settings);
  const auto judge = judges.own(settings.map().where, settings.diagnostics());
  if (!value || judge == nullptr) {
    return {};
  }
  const bool is_word = std::find(judge->words().begin(), judge->words().end(), *value) != judge->words().end();
  if (!is_word && *value != unclear) {
    settings.diagnostics().error("unknown-choice", settings.map().find("value")->where,
                                 fmt::format("the judge never says `{}`", *value),
                                 fmt::format("it says {}", fmt::join(judge->words(), ", ")));
  }
  return at_once([judge, wanted = *value](const Subject& subject) {
    Finding finding = judge_verdict(*judge, wanted, subject);
    finding.label = wanted;
    return finding;
  });
}

}  // namespace

const AssertionType verdict_assertion{"verdict", "the reply, a judge's answer, says `value`", make};

}  // namespace promptctl
