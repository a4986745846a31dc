// `human`: people say what the reply is worth.

#include <fmt/format.h>

#include <algorithm>

#include "base/characters.hpp"
#include "base/text.hpp"
#include "score/finding.hpp"
#include "score/judges.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

struct Wanted {
  std::shared_ptr<const Raters> raters;
  std::string question;
  std::vector<std::string> pass;
  std::size_t least = 1;  // answers
};

bool passes(const Wanted& wanted, const std::string& answer) {
  return std::find(wanted.pass.begin(), wanted.pass.end(), answer) != wanted.pass.end();
}

Finding by_people(const Wanted& wanted, const std::vector<std::string>& answers) {
  const auto yes = static_cast<std::size_t>(
      std::count_if(answers.begin(), answers.end(), [&wanted](const auto& answer) { return passes(wanted, answer); }));
  const std::string said = fmt::format("to `{}` people say {}", wanted.question, join(answers, ", "));
  if (2 * yes == answers.size()) {
    return undecided(fmt::format("{}: promptctl review resolve", said));
  }
  Finding finding = 2 * yes > answers.size() ? passed() : failed(said);
  finding.score = static_cast<double>(yes) / static_cast<double>(answers.size());
  return finding;
}

Finding judge_by_people(const Wanted& wanted, const Subject& subject) {
  if (subject.golden == nullptr) {
    return undecided("it is not known what was asked");
  }
  if (is_blank(subject.text)) {
    return nothing_to_compare("the reply is empty: nobody is asked");
  }
  if (const auto decision = wanted.raters->decision(wanted.question, *subject.golden, subject.text)) {
    return passes(wanted, *decision) ? passed()
                                     : failed(fmt::format("to `{}` it was decided: {}", wanted.question, *decision));
  }
  const auto answers = wanted.raters->answers(wanted.question, *subject.golden, subject.text);
  if (answers.size() < wanted.least) {
    return undecided(fmt::format("{} of {} to `{}` of just this reply: promptctl review", answers.size(),
                                 counted(wanted.least, "label"), wanted.question));
  }
  return by_people(wanted, answers);
}

void check_pass(const Wanted& wanted, const std::vector<std::string>& words, const Location& where,
                Diagnostics& diagnostics) {
  if (wanted.pass.empty() || wanted.pass.size() >= words.size()) {
    diagnostics.error(wanted.pass.empty() ? "missing-key" : "says-nothing", where,
                      fmt::format("`pass` must list some of the answers to `{}`", wanted.question),
                      fmt::format("they are {}", fmt::join(words, ", ")));
  }
  for (const std::string& word : wanted.pass) {
    if (std::find(words.begin(), words.end(), word) == words.end()) {
      diagnostics.error("unknown-choice", where, fmt::format("`{}` is no answer to `{}`", word, wanted.question),
                        fmt::format("they are {}", fmt::join(words, ", ")));
    }
  }
}

Check make(FieldReader& settings, const Judges& judges) {
  constexpr long long most_raters = 100;
  Wanted wanted;
  wanted.question = settings.required_text("question");
  wanted.pass = settings.optional_texts("pass");
  wanted.least = static_cast<std::size_t>(settings.optional_integer("raters", 1, most_raters).value_or(1));
  wanted.raters = judges.raters(settings.map().where, settings.diagnostics());
  if (wanted.raters == nullptr || wanted.question.empty()) {
    return {};
  }
  const Value* at = settings.map().find("question");
  const auto words = wanted.raters->words(wanted.question);
  if (!words || words->empty()) {
    settings.diagnostics().error(
        "unknown-question", at->where,
        words ? fmt::format("`{}` is answered in free text: no answer of it passes", wanted.question)
              : fmt::format("review.yaml asks no question `{}`", wanted.question));
    return {};
  }
  const Value* pass = settings.map().find("pass");
  check_pass(wanted, *words, pass == nullptr ? settings.map().where : pass->where, settings.diagnostics());
  return at_once([wanted](const Subject& subject) { return judge_by_people(wanted, subject); });
}

}  // namespace

const AssertionType human_assertion{
    "human",
    "to `question` of review.yaml, more than half of the people who rated just this reply say a word of `pass`", make};

}  // namespace promptctl
