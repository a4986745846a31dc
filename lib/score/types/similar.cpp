// `similar`: the embeddings of the reply and of a text lie close together.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/characters.hpp"
#include "base/text.hpp"
#include "score/finding.hpp"
#include "score/judges.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

enum class Measure { cosine, dot, euclidean };

struct Likeness {
  std::string value;
  Request request;  // without the texts
  Measure measure = Measure::cosine;
  double threshold = 0;
};

double dot(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (std::size_t at = 0; at < a.size(); ++at) {
    sum += static_cast<double>(a[at]) * static_cast<double>(b[at]);
  }
  return sum;
}

double distance(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (std::size_t at = 0; at < a.size(); ++at) {
    const double difference = static_cast<double>(a[at]) - static_cast<double>(b[at]);
    sum += difference * difference;
  }
  return std::sqrt(sum);
}

Finding in_doubt(Doubt doubt, std::string reason) {
  Finding finding = undecided(std::move(reason));
  finding.doubt = doubt;
  return finding;
}

Finding compare(const Likeness& wish, const std::vector<float>& a, const std::vector<float>& b) {
  if (wish.measure == Measure::euclidean) {
    const double apart = distance(a, b);
    Finding finding = apart <= wish.threshold ? passed()
                                              : failed(fmt::format("the distance {:.3f} is above {}: {}", apart,
                                                                   number_text(wish.threshold), in_quotes(wish.value)));
    finding.score = 1 / (1 + apart);
    return finding;
  }
  const double length = wish.measure == Measure::cosine ? std::sqrt(dot(a, a) * dot(b, b)) : 1;
  if (length <= 0) {
    return in_doubt(Doubt::malformed, "an embedding has no length");
  }
  const double likeness = dot(a, b) / length;
  Finding finding = likeness >= wish.threshold
                        ? passed()
                        : failed(fmt::format("the similarity {:.3f} is below {}: {}", likeness,
                                             number_text(wish.threshold), in_quotes(wish.value)));
  finding.score = std::min(1.0, std::max(0.0, likeness));
  return finding;
}

Finding judge_answer(const Likeness& wish, const CallOutcome& answer) {
  if (const auto* error = std::get_if<ProviderError>(&answer)) {
    return in_doubt(Doubt::provider, fmt::format("{}: {}", error_kind_name(error->kind), error->message));
  }
  const auto& vectors = std::get<Response>(answer).embeddings;
  if (vectors.size() != 2 || vectors[0].empty() || vectors[0].size() != vectors[1].size()) {
    return in_doubt(Doubt::malformed, "the answer is not two embeddings of one length");
  }
  const auto is_finite = [](const std::vector<float>& vector) {
    return std::all_of(vector.begin(), vector.end(), [](float number) { return std::isfinite(number); });
  };
  if (!is_finite(vectors[0]) || !is_finite(vectors[1])) {
    return in_doubt(Doubt::malformed, "an embedding holds what is no number");
  }
  return compare(wish, vectors[0], vectors[1]);
}

Step judge_likeness(const Likeness& wish, const Subject& subject, const Answers& answers) {
  if (is_blank(subject.text)) {
    return nothing_to_compare("the reply is empty: there is nothing to compare");
  }
  Request request = wish.request;
  request.messages = {text_message(Role::user, std::string(subject.text)), text_message(Role::user, wish.value)};
  const std::string model = target_name(request.target);
  Need need = Need::of(std::move(request), model);
  const auto answer = answers.find(need.digest);
  if (answer == answers.end()) {
    return std::vector<Need>{std::move(need)};
  }
  Finding finding = judge_answer(wish, answer->second);
  finding.judge = model;
  return finding;
}

Measure read_measure(FieldReader& settings) {
  const std::string name = settings.optional_choice("measure", {"cosine", "dot", "euclidean"}).value_or("cosine");
  return name == "dot" ? Measure::dot : name == "euclidean" ? Measure::euclidean : Measure::cosine;
}

double read_threshold(FieldReader& settings, Measure measure) {
  const auto threshold = settings.optional_number("threshold");
  if (!threshold) {
    settings.required_value("threshold");
    return 0;
  }
  const bool is_sound =
      measure == Measure::dot || (measure == Measure::euclidean ? *threshold >= 0 : *threshold > -1 && *threshold <= 1);
  if (!is_sound) {
    settings.diagnostics().error("out-of-range", settings.map().find("threshold")->where,
                                 measure == Measure::cosine ? "`threshold` is a cosine: more than -1 and at most 1"
                                                            : "`threshold` is a distance: 0 or more");
  }
  return *threshold;
}

Check make(FieldReader& settings, const Judges& judges) {
  Likeness wish;
  const auto value = read_wanted_text(settings);
  wish.measure = read_measure(settings);
  wish.threshold = read_threshold(settings, wish.measure);
  const std::string model = settings.optional_text("model").value_or("");
  const Value* at = settings.map().find(model.empty() ? "type" : "model");
  const auto request =
      judges.embedding(model, at == nullptr ? settings.map().where : at->where, settings.diagnostics());
  if (!value || !request) {
    return {};
  }
  wish.value = *value;
  wish.request = *request;
  return [wish](const Subject& subject, const Answers& answers) { return judge_likeness(wish, subject, answers); };
}

}  // namespace

const AssertionType similar_assertion{
    "similar", "the embeddings of the reply and of `value` are as close as `threshold`, by `measure`", make};

}  // namespace promptctl
