#include "cli/evaluate/provider_examination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "cli/workspace/credentials.hpp"
#include "cli/workspace/sending_project.hpp"
#include "eval/embedder.hpp"
#include "price/cost.hpp"
#include "provider/fitted_request.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"
#include "registry/provider_check.hpp"
#include "report/text/layout.hpp"
#include "world/http/http_model_client.hpp"

namespace promptctl::cli {
namespace {

using Level = SetupCheck::Level;

// A limit that the prompt did not ask for is sent where it can be.
Request sendable(Request question, const ProviderSettings& settings) {
  if (settings.api != nullptr && !settings.api->takes("max_output_tokens", question.target.model)) {
    question.parameters.max_output_tokens.reset();
  }
  return question;
}

// What each model is asked, by its name.
using Questions = std::map<std::string, Request>;

Request question_for(const Target& target) {
  Request request;
  request.target = target;
  request.messages = {text_message(Role::user, "Reply with the word ok.")};
  request.data_class = DataClass::public_data;
  return request;
}

// As few tokens as every API allows, besides those for thoughts.
Request question_of(const Target& target, const Prompt& prompt) {
  constexpr long long fewest = 16;
  Request request = question_for(target);
  request.parameters = prompt.parameters;
  request.parameters.max_output_tokens = fewest + prompt.parameters.thinking_budget.value_or(0);
  request.options = prompt.options;
  request.json_output = prompt.json_output;
  request.output_schema = prompt.output_schema;
  request.stream = prompt.stream;
  if (request.json_output) {
    request.messages = {text_message(Role::user, "Reply in JSON.")};
  }
  return request;
}

// Faults of prompts and suites are lint's to tell.
Questions questions_of(const Workspace& workspace, const Project& project) {
  Registry registry(workspace.files);
  Diagnostics faults;
  std::map<std::string, Prompt> prompts;
  Questions questions;
  for (const std::string& id : registry.prompt_ids()) {
    if (const auto bundle = registry.read_prompt(id, faults)) {
      prompts.emplace(id, bundle->prompt());
    }
  }
  const auto add = [&questions](const std::optional<Target>& target, const Prompt& prompt) {
    if (target) {
      questions.emplace(target_name(*target), question_of(*target, prompt));
    }
  };
  for (const auto& [id, prompt] : prompts) {
    add(prompt.model.empty() ? project.default_target : find_target(prompt.model), prompt);
  }
  for (const std::string& id : registry.suite_ids()) {
    const auto suite = registry.read_suite(id, faults);
    const auto prompt = suite ? prompts.find(suite->prompt) : prompts.end();
    for (const Target& target : prompt == prompts.end() ? std::vector<Target>() : suite->targets) {
      add(target, prompt->second);
    }
  }
  add(project.default_target, Prompt());
  if (project.embedder) {
    Request request = question_for(*project.embedder);
    request.task = Task::embedding;
    questions.insert_or_assign(target_name(*project.embedder), std::move(request));
  }
  return questions;
}

// What a person would look at first.
std::string remedy_of(const ProviderError& error, const ProviderSettings& settings) {
  using Kind = ProviderError::Kind;
  switch (error.kind) {
    case Kind::authentication:
      return settings.api_key.empty()
                 ? "write its `api_key` in promptctl.yaml: ${NAME} of the variable that has the key"
                 : fmt::format("check the key: its `api_key` is {}", settings.api_key);
    case Kind::connect:
    case Kind::timeout:
      return settings.type != nullptr && settings.type->is_program
                 ? "run its program by hand, with a request on its standard input"
                 : fmt::format("check its `base_url`, {}, and the proxy", settings.base_url);
    case Kind::invalid_request:
      return "check the model's name and the `config` of its prompts";
    case Kind::rate_limited:
      return "wait, or ask for less at a time: `limits` and `concurrency`";
    default:
      return "";
  }
}

std::string answer_text(const Request& request, const Response& response, const Price* price) {
  const auto cost = cost_of(response.usage, price);
  std::string text = request.task == Task::embedding
                         ? fmt::format("{} numbers", grouped(response.embeddings.front().size()))
                         : std::string("answered");
  if (!response.model.empty() && response.model != request.target.model) {
    text += fmt::format(" as {}", response.model);
  }
  text += fmt::format(" in {}", duration_text(response.latency.value_or(std::chrono::microseconds(0))));
  if (!response.usage.input) {
    return text + ", tokens not counted";
  }
  text += fmt::format(", {} in", counted(static_cast<std::size_t>(*response.usage.input), "token"));
  text += response.usage.output.value_or(0) > 0 ? fmt::format(", {} out", grouped(*response.usage.output)) : "";
  return text + (cost ? ", " + money_text(*cost) : ", at an unknown price");
}

SetupCheck finding_of(const Request& request, const CallOutcome& outcome, const ProviderSettings& settings,
                      const Price* price) {
  const std::string name = target_name(request.target);
  if (const auto* error = std::get_if<ProviderError>(&outcome)) {
    return {Level::fault, "provider", fmt::format("{}: {}: {}", name, error_kind_name(error->kind), error->message),
            remedy_of(*error, settings)};
  }
  return {Level::good, "provider",
          fmt::format("{}: {}", name, answer_text(request, std::get<Response>(outcome), price)), ""};
}

// Whether the question can be sent as it is; what can't be is a finding.
bool is_sendable(const Request& request, const Project& project, std::vector<SetupCheck>& findings) {
  Diagnostics faults;
  if (!check_provider(request.target, {}, project, faults)) {
    findings.push_back({Level::fault, "provider", faults.all().front().message, faults.all().front().hint});
    return false;
  }
  const ProviderSettings& settings = project.providers.at(request.target.provider);
  const auto unsent = request.task == Task::embedding || settings.api == nullptr ? std::vector<ParameterFault>()
                                                                                 : parameter_faults(request, settings);
  if (!unsent.empty()) {
    findings.push_back({Level::fault, "provider", unsent.front().message, unsent.front().hint});
  }
  return unsent.empty();
}

void tell_unasked(const Project& project, const Questions& questions, std::vector<SetupCheck>& findings) {
  for (const auto& [name, settings] : project.providers) {
    const bool is_asked =
        std::ranges::any_of(questions, [&name](const auto& one) { return one.second.target.provider == name; });
    if (!settings.entry.is_null() && !is_asked) {
      findings.push_back({Level::warning, "provider", fmt::format("{}: no prompt or suite names a model of it", name),
                          "it was not asked"});
    }
  }
}

}  // namespace

std::vector<SetupCheck> examine_providers(Session& session, const Workspace& workspace, const TrustOptions& trust) {
  Diagnostics warnings;
  SendingProject sending = read_sending_project(session, workspace, trust, warnings);
  std::for_each(sending.notes.begin(), sending.notes.end(), note_to(session));
  const Questions questions = questions_of(workspace, sending.project);
  for (auto& [name, settings] : sending.project.providers) {
    settings.retries = 0;
  }
  const Variables variables = sending_variables(session);
  HttpModelClient client(sending.project, variables, session.clock, session.seed);
  std::vector<SetupCheck> findings;
  std::map<std::string, SetupCheck> answered;
  const KeptReplies nothing_kept(nullptr, nullptr, {});
  std::list<Embedder> embedders;
  std::size_t under_way = 0;
  for (const auto& [name, whole_question] : questions) {
    const auto provider = sending.project.providers.find(whole_question.target.provider);
    const Request question =
        provider == sending.project.providers.end() ? whole_question : sendable(whole_question, provider->second);
    if (!is_sendable(question, sending.project, findings)) {
      continue;
    }
    const ProviderSettings& settings = provider->second;
    const auto price = workspace.prices.find(question.target, sending.project, session.clock.now());
    ++under_way;
    const auto done = [&, price, asked = name](const CallOutcome& outcome) {
      --under_way;
      answered.emplace(asked, finding_of(questions.at(asked), outcome, settings, price ? &price->price : nullptr));
    };
    if (question.task == Task::embedding) {
      embedders.emplace_back(question.target, settings, &client, nothing_kept)
          .embed({text_of(question.messages.front())}, question.data_class, done);
    } else {
      client.submit(fitted(question, settings), {done});
    }
  }
  while (under_way > 0 && session.interruption.requests() == 0) {
    constexpr std::chrono::milliseconds wait{50};
    client.poll(wait);
  }
  client.cancel_all();
  for (auto& [name, finding] : answered) {
    findings.push_back(std::move(finding));
  }
  tell_unasked(sending.project, questions, findings);
  if (findings.empty()) {
    findings.push_back(
        {Level::warning, "provider", "no prompt, suite or promptctl.yaml names a model", "promptctl init"});
  }
  return findings;
}

}  // namespace promptctl::cli
