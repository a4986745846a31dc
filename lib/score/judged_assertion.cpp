#include "score/judged_assertion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/characters.hpp"
#include "base/text.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"

namespace promptctl {
namespace {

// What the words of a judge mean to an assertion.
struct Meaning {
  std::vector<std::string> pass;
  std::map<std::string, double> scores;  // of words; of a scale: of none
  double threshold = 0;                  // of a scale
};

struct Asked {
  std::shared_ptr<const Judge> judge;
  JudgedTexts texts;  // all but the reply, and the question where it is the case's
  Meaning meaning;
};

std::shared_ptr<const Judge> read_judge(FieldReader& settings, const Judges& judges, const JudgedType& type) {
  const auto written = settings.optional_text("judge");
  if (!written && type.judge.empty()) {
    settings.required_value("judge");
    return nullptr;
  }
  const Value* at = settings.map().find(written ? "judge" : "type");
  const Location where = at == nullptr ? settings.map().where : at->where;
  return judges.find(written.value_or(std::string(type.judge)), where, settings.diagnostics());
}

// The texts that are written. One that the judge has no variable for is a fault: it would count for nothing.
JudgedTexts read_texts(FieldReader& settings, const Judge& judge, const JudgedType& type) {
  JudgedTexts texts;
  constexpr std::array<std::string_view, 4> names{"criterion", "reference", "question", "context"};
  for (const std::string_view name : names) {
    const std::string_view key = name == type.value ? "value" : name;
    const Value* written = key == "value" ? settings.required_value(key) : settings.optional_value(key);
    if (written == nullptr) {
      continue;
    }
    if (!judge.takes(name)) {
      settings.diagnostics().error("unknown-key", written->where,
                                   fmt::format("the judge `{}` has no variable `{}`", judge.name(), name),
                                   "its prompt file names what it is told");
    } else if (is_blank(written_text(*written))) {
      settings.diagnostics().error("empty-value", written->where, fmt::format("`{}` is empty", key));
    } else {
      texts.emplace(name, written_text(*written));
    }
  }
  return texts;
}

// Reports a word that the judge never says.
bool is_word(const Judge& judge, std::string_view word, const Location& where, Diagnostics& diagnostics) {
  if (std::find(judge.words().begin(), judge.words().end(), word) != judge.words().end()) {
    return true;
  }
  const std::vector<std::string_view> known(judge.words().begin(), judge.words().end());
  const std::string suggestion = did_you_mean(word, known);
  diagnostics.error("unknown-choice", where, fmt::format("the judge `{}` never says `{}`", judge.name(), word),
                    suggestion.empty() ? fmt::format("it says {}", fmt::join(known, ", ")) : suggestion);
  return false;
}

void read_pass(FieldReader& settings, const Judge& judge, const JudgedType& type, Meaning& meaning) {
  const Value* written = settings.optional_value("pass");
  if (written == nullptr) {
    meaning.pass.assign(type.pass.begin(), type.pass.end());
  } else {
    meaning.pass = settings.optional_texts("pass");
  }
  for (const std::string& word : meaning.pass) {
    is_word(judge, word, written == nullptr ? settings.map().where : written->where, settings.diagnostics());
  }
  if (meaning.pass.empty()) {
    settings.diagnostics().error("missing-key", settings.map().where,
                                 fmt::format("`pass` must list which words of the judge `{}` pass", judge.name()),
                                 fmt::format("it says {}", fmt::join(judge.words(), ", ")));
  } else if (meaning.pass.size() == judge.words().size()) {
    settings.diagnostics().error("says-nothing", written == nullptr ? settings.map().where : written->where,
                                 fmt::format("this passes on every word of the judge `{}`", judge.name()));
  }
}

void read_scores(FieldReader& settings, const Judge& judge, Meaning& meaning) {
  for (const std::string& word : judge.words()) {
    const bool passes = std::find(meaning.pass.begin(), meaning.pass.end(), word) != meaning.pass.end();
    meaning.scores[word] = passes ? 1 : 0;
  }
  const Value* written = settings.optional_map("scores");
  if (written == nullptr) {
    return;
  }
  for (const Field& field : written->fields) {
    if (!is_word(judge, field.name, field.where, settings.diagnostics())) {
      continue;
    }
    const double score = field.value.number();
    if (!field.value.is_number() || score < 0 || score > 1) {
      settings.diagnostics().error("out-of-range", field.value.where, "a score is a number from 0 to 1");
    }
    meaning.scores[field.name] = score;
  }
}

void read_threshold(FieldReader& settings, const Judge& judge, Meaning& meaning) {
  const double least = parse_number(judge.words().front()).value_or(0);
  const double most = parse_number(judge.words().back()).value_or(0);
  const auto threshold = settings.optional_number("threshold");
  if (!threshold) {
    settings.required_value("threshold");
    return;
  }
  meaning.threshold = *threshold;
  if (*threshold <= least || *threshold > most) {
    settings.diagnostics().error("out-of-range", settings.map().find("threshold")->where,
                                 fmt::format("`threshold` is a level of the judge `{}`: more than {} and at most {}",
                                             judge.name(), judge.words().front(), judge.words().back()));
  }
}

Meaning read_meaning(FieldReader& settings, const Judge& judge, const JudgedType& type) {
  Meaning meaning;
  switch (judge.form()) {
    case JudgeForm::criterion:
      meaning.pass = {"yes"};
      meaning.scores = {{"yes", 1}, {"no", 0}};
      break;
    case JudgeForm::choice:
      read_pass(settings, judge, type, meaning);
      read_scores(settings, judge, meaning);
      break;
    case JudgeForm::scale:
      read_threshold(settings, judge, meaning);
      break;
    case JudgeForm::pairwise:
      settings.diagnostics().error("wrong-judge", settings.map().where,
                                   fmt::format("the judge `{}` compares two replies, and here is one", judge.name()),
                                   "see `promptctl judge compare`");
      settings.remaining();  // What else is written means nothing here.
      break;
  }
  return meaning;
}

// Where its level is on the scale, 0 to 1.
double share_of(const Judge& judge, double level) {
  const double least = parse_number(judge.words().front()).value_or(0);
  const double most = parse_number(judge.words().back()).value_or(1);
  return (level - least) / (most - least);
}

Finding judged_scale(const Asked& asked, const Ruling& ruling) {
  Finding finding = ruling.level >= asked.meaning.threshold
                        ? passed()
                        : failed(fmt::format("the judge `{}` gives level {}, below {}: {}", asked.judge->name(),
                                             number_text(ruling.level), number_text(asked.meaning.threshold),
                                             in_quotes(ruling.reason)));
  finding.score = share_of(*asked.judge, ruling.level);
  return finding;
}

Finding judged_word(const Asked& asked, const Ruling& ruling) {
  const auto& pass = asked.meaning.pass;
  Finding finding = std::find(pass.begin(), pass.end(), ruling.word) != pass.end()
                        ? passed()
                        : failed(fmt::format("the judge `{}` says {}: {}", asked.judge->name(), ruling.word,
                                             in_quotes(ruling.reason)));
  finding.score = asked.meaning.scores.at(ruling.word);
  return finding;
}

Finding finding_of(const Asked& asked, const Ruling& ruling) {
  Finding finding;
  if (ruling.doubt) {
    finding = undecided(ruling.reason);
    finding.doubt = ruling.doubt;
  } else {
    finding = asked.judge->form() == JudgeForm::scale ? judged_scale(asked, ruling) : judged_word(asked, ruling);
    finding.said = ruling.reason;
  }
  finding.judge = asked.judge->name();
  return finding;
}

Step ask(const Asked& asked, const Subject& subject, const Answers& answers) {
  if (is_blank(subject.text)) {
    return nothing_to_compare("the reply is empty: there is nothing to judge");
  }
  JudgedTexts texts = asked.texts;
  texts.emplace("reply", subject.text);
  if (asked.judge->takes("question") && subject.golden != nullptr) {
    texts.emplace("question", case_question(*subject.golden));
  }
  auto ruled = asked.judge->rule(texts, answers);
  if (auto* needs = std::get_if<std::vector<Need>>(&ruled)) {
    return std::move(*needs);
  }
  return finding_of(asked, std::get<Ruling>(ruled));
}

// Reports the texts that the judge's prompt needs and nobody gives.
void check_texts(FieldReader& settings, const Asked& asked) {
  JudgedTexts texts = asked.texts;
  texts.emplace("reply", "a reply");
  texts.emplace("question", "a question");
  const auto ruled = asked.judge->rule(texts, {});
  const auto* ruling = std::get_if<Ruling>(&ruled);
  if (ruling != nullptr && ruling->doubt) {
    settings.diagnostics().error("missing-key", settings.map().where, ruling->reason,
                                 "give the assertion what the judge's prompt asks for");
  }
}

}  // namespace

Check ask_judge(FieldReader& settings, const Judges& judges, const JudgedType& type) {
  const std::size_t errors_before = settings.diagnostics().errors();
  Asked asked;
  asked.judge = read_judge(settings, judges, type);
  if (asked.judge == nullptr) {
    settings.remaining();  // What else is written can't be read without the judge.
    return {};
  }
  asked.texts = read_texts(settings, *asked.judge, type);
  asked.meaning = read_meaning(settings, *asked.judge, type);
  if (settings.diagnostics().errors() == errors_before) {
    check_texts(settings, asked);
  }
  return [asked](const Subject& subject, const Answers& answers) { return ask(asked, subject, answers); };
}

std::string case_question(const Case& golden) {
  std::vector<std::string> lines;
  for (const Message& message : golden.history) {
    lines.push_back(fmt::format("{}: {}", role_name(message.role), text_of(message)));
  }
  const auto& fields = golden.vars.fields;
  if (fields.size() == 1) {
    lines.push_back(display_text(fields.front().value));
  } else {
    for (const Field& field : fields) {
      lines.push_back(fmt::format("{}: {}", field.name, display_text(field.value)));
    }
  }
  return join(lines, "\n");
}

}  // namespace promptctl
