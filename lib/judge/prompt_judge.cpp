#include "judge/prompt_judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "judge/fence.hpp"
#include "provider/fitted_request.hpp"
#include "score/finding.hpp"

namespace promptctl {
namespace {

constexpr std::string_view code_name = "fence";
constexpr std::string_view case_id = "judged";

// Why the prompt can't be rendered, without the name of the case that is none.
std::string fault_of(const Diagnostics& faults) {
  const std::string prefix = fmt::format("case `{}`: ", case_id);
  const std::string message = faults.all().empty() ? "it has no message" : faults.all().front().message;
  return message.starts_with(prefix) ? message.substr(prefix.size()) : message;
}

// One model's answer to one question: a word, "unclear" included, or why there is none.
struct Vote {
  std::string word = {};
  std::string reason = {};
  std::optional<Doubt> doubt = {};
};

// A vote, or what must be asked for it.
using Voting = std::variant<Vote, Need>;

Vote doubtful(Doubt doubt, std::string reason) {
  return {{}, std::move(reason), doubt};
}

// What a judge's answer is, or what is wrong with it.
std::variant<JudgeAnswer, std::string> read_answer(const JudgeShape& shape, const Response& response) {
  if (!response.refusal.empty()) {
    return fmt::format("it refuses to judge: {}", response.refusal);
  }
  if (response.finish_reason == "length") {
    return std::string("its answer was cut off at its limit on output tokens");
  }
  return read_judge_answer(shape, response.text);
}

Request again(Request request, const Response& response, const std::string& wrong) {
  request.messages.push_back(text_message(Role::model, response.text));
  request.messages.push_back(text_message(
      Role::user, fmt::format("That can't be used: {}. Answer again, with the JSON object and nothing else.", wrong)));
  return request;
}

Vote counted(const JudgeAnswer& answer) {
  return answer.word == "unclear" ? doubtful(Doubt::unclear, answer.reason) : Vote{answer.word, answer.reason, {}};
}

// Reads an answer; `repair` is asked where it can't be read, unless it is null.
Voting vote_of(const JudgePanel& panel, const Request& request, const Answers& answers, bool may_repair) {
  Need need = Need::of(request, panel.name);
  const auto answer = answers.find(need.digest);
  if (answer == answers.end()) {
    return need;
  }
  if (const auto* error = std::get_if<ProviderError>(&answer->second)) {
    return doubtful(Doubt::provider, fmt::format("the judge `{}` gave no answer ({}): {}", panel.name,
                                                 error_kind_name(error->kind), error->message));
  }
  const auto& response = std::get<Response>(answer->second);
  const auto read = read_answer(panel.shape, response);
  if (const auto* said = std::get_if<JudgeAnswer>(&read)) {
    return counted(*said);
  }
  const auto& wrong = std::get<std::string>(read);
  const bool has_text = !trim(response.text).empty();  // An API takes no empty message.
  return may_repair && has_text
             ? vote_of(panel, again(request, response, wrong), answers, false)
             : Voting(doubtful(Doubt::malformed, fmt::format("the judge `{}` can't be read: {}{}", panel.name, wrong,
                                                             has_text ? ": " + in_quotes(trim(response.text)) : "")));
}

Ruling ruling_in_doubt(const JudgePanel& panel, const std::vector<Vote>& votes) {
  for (const Doubt doubt : {Doubt::provider, Doubt::malformed}) {
    const auto found =
        std::find_if(votes.begin(), votes.end(), [doubt](const Vote& vote) { return vote.doubt == doubt; });
    if (found != votes.end()) {
      return {{}, 0, found->reason, doubt};
    }
  }
  if (votes.size() == 1) {
    return {{}, 0, fmt::format("the judge `{}` can't tell: {}", panel.name, votes.front().reason), Doubt::unclear};
  }
  std::vector<std::string> said;
  for (const Vote& vote : votes) {
    said.push_back(vote.doubt ? "unclear" : vote.word);
  }
  return {{}, 0, fmt::format("the votes of the judge `{}` differ: {}", panel.name, join(said, ", ")), Doubt::unclear};
}

Ruling ruling_of_mean(const JudgePanel& panel, const std::vector<Vote>& votes) {
  if (std::any_of(votes.begin(), votes.end(), [](const Vote& vote) { return vote.doubt.has_value(); })) {
    return ruling_in_doubt(panel, votes);
  }
  double sum = 0;
  for (const Vote& vote : votes) {
    sum += parse_number(vote.word).value_or(0);
  }
  const double mean = sum / static_cast<double>(votes.size());
  return {number_text(mean), mean, votes.front().reason, {}};
}

Ruling ruling_of(const JudgePanel& panel, const std::vector<Vote>& votes) {
  if (panel.reducer == VoteReducer::mean) {
    return ruling_of_mean(panel, votes);
  }
  const std::size_t needed = panel.reducer == VoteReducer::unanimous ? votes.size() : votes.size() / 2 + 1;
  for (const std::string& word : panel.shape.words) {
    const auto says = [&word](const Vote& vote) { return !vote.doubt && vote.word == word; };
    if (static_cast<std::size_t>(std::count_if(votes.begin(), votes.end(), says)) >= needed) {
      const auto first = std::find_if(votes.begin(), votes.end(), says);
      return {word, parse_number(word).value_or(0), first->reason, {}};
    }
  }
  return ruling_in_doubt(panel, votes);
}

}  // namespace

Case fenced_case(const Renderer& renderer, const std::string& digest, const JudgedTexts& texts) {
  const auto& known = renderer.known_names();
  JudgedTexts told;
  for (const auto& [name, text] : texts) {
    if (known && known->count(name) > 0) {
      told.emplace(name, text);
    }
  }
  const FencedTexts fenced = fence(digest, told);
  Case golden;
  golden.id = case_id;
  golden.vars = map_value();
  for (const auto& [name, text] : fenced.texts) {
    golden.vars.set(name, text_value(text));
  }
  if (known && known->count(code_name) > 0) {
    golden.vars.set(std::string(code_name), text_value(fenced.code));
  }
  return golden;
}

bool PromptJudge::takes(std::string_view text) const {
  const auto& known = panel_.prompt.renderer.known_names();
  return known && known->count(text) > 0;
}

std::variant<Ruling, std::vector<Need>> PromptJudge::rule(const JudgedTexts& texts, const Answers& answers) const {
  const Renderer& renderer = panel_.prompt.renderer;
  Case golden = fenced_case(renderer, panel_.prompt.digest, texts);
  renderer.add_defaults(golden);
  Diagnostics faults;
  const auto rendered = renderer.render(golden, faults);
  if (!rendered) {
    return Ruling{
        {}, 0, fmt::format("the judge `{}` can't be asked: {}", panel_.name, fault_of(faults)), Doubt::not_asked};
  }
  std::vector<Vote> votes;
  std::vector<Need> needs;
  for (const Target& target : panel_.targets) {
    Request request = *rendered;
    request.target = target;
    request.stream = renderer.prompt().stream;
    request.data_class = panel_.data_class;
    const auto settings = panel_.providers.find(target.provider);
    request = settings == panel_.providers.end() ? request : fitted(request, settings->second);
    for (request.repeat = 1; request.repeat <= panel_.votes; ++request.repeat) {
      Voting voting = vote_of(panel_, request, answers, true);
      if (auto* need = std::get_if<Need>(&voting)) {
        needs.push_back(std::move(*need));
      } else {
        votes.push_back(std::get<Vote>(std::move(voting)));
      }
    }
  }
  if (!needs.empty()) {
    return needs;
  }
  return ruling_of(panel_, votes);
}

}  // namespace promptctl
