#include "eval/eval_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "eval/judging.hpp"
#include "price/cost.hpp"

namespace promptctl {
namespace {

void add_all(const Diagnostics& found, Diagnostics& all) {
  for (const Diagnostic& fault : found.all()) {
    all.add(fault);
  }
}

std::vector<std::string> chosen_suites(Registry& registry, const EvalChoice& choice, Diagnostics& diagnostics) {
  for (const std::string& prompt : choice.prompts) {
    if (!choice.options.read_prompt) {
      require_known(prompt, registry.prompt_ids(), "prompt");
    }
  }
  for (const std::string& suite : choice.suites) {
    require_known(suite, registry.suite_ids(), "suite");
  }
  if (choice.suites.empty()) {
    registry.report_folders("golden", diagnostics);  // What is hidden might judge the prompt.
  }
  const std::vector<std::string>& candidates = choice.suites.empty() ? registry.suite_ids() : choice.suites;
  if (choice.prompts.empty()) {
    return candidates;
  }
  std::vector<std::string> chosen;
  for (const std::string& id : candidates) {
    Diagnostics faults;
    const auto suite = registry.read_suite(id, faults);
    if (!suite || !registry.has_prompt(suite->prompt)) {
      add_all(faults, diagnostics);  // It might judge the prompt: to leave it out would pass by accident.
    } else if (std::find(choice.prompts.begin(), choice.prompts.end(), suite->prompt) != choice.prompts.end()) {
      chosen.push_back(id);
    }
  }
  return chosen;
}

Failure nothing_chosen(const EvalChoice& choice) {
  if (!choice.suites.empty()) {
    return {"nothing-selected", fmt::format("{} judges no such prompt", counted(choice.suites.size(), "named suite")),
            "leave out --suite, or name the prompt that it judges"};
  }
  return {"nothing-selected", choice.prompts.empty() ? "there is no suite here" : "no suite judges this prompt",
          "write golden/<name>/suite.yaml, or start with promptctl init"};
}

long long about_tokens(const Request& request) {
  constexpr std::size_t bytes_a_token = 4;
  std::size_t bytes = 0;
  for (const Message& message : request.messages) {
    bytes += text_of(message).size();
  }
  return static_cast<long long>(bytes / bytes_a_token);
}

// Adds one request, with so many further tokens of input, all repeats.
void add(Estimate& total, const Request& request, const Price* price, int repeat, long long further = 0) {
  const long long tokens = about_tokens(request) + further;
  total.input_tokens += tokens * repeat;
  const auto& limit = request.parameters.max_output_tokens;
  const bool has_limit = limit || request.task == Task::embedding;
  const auto cost = has_limit ? cost_of({tokens, limit.value_or(0)}, price) : std::nullopt;
  if (!cost || !total.most) {
    total.most.reset();
    return;
  }
  *total.most += cost->times(repeat);
}

// The calls that judging the replies to a case takes, on one target.
void add_judging(Estimate& total, const Case& golden, long long output_tokens, const TargetPrices& prices) {
  const PreparedSuite& suite = *total.suite;
  for (const Need& need : expected_needs(suite.rubric, golden)) {
    total.judge_calls += suite.repeat;
    add(total, need.request, price_of(prices, target_name(need.request.target)), suite.repeat, output_tokens);
  }
}

// The same of a case that brings its output, once for each target.
void add_judging_of_given(Estimate& total, Case& golden, const TargetPrices& prices) {
  total.suite->prompt.renderer.add_defaults(golden);
  for (std::size_t target = 0; target < total.suite->targets.size(); ++target) {
    add_judging(total, golden, static_cast<long long>(golden.output->size()) / 4, prices);
  }
}

// The calls of a case, one for each target and repeat.
void add_calls(Estimate& total, Case& golden, const TargetPrices& prices) {
  const PreparedSuite& suite = *total.suite;
  suite.prompt.renderer.add_defaults(golden);
  Diagnostics ignored;
  for (const Target& target : suite.targets) {
    if (const auto request = request_for(suite, golden, target, 1, ignored)) {
      total.calls += suite.repeat;
      add(total, *request, price_of(prices, target_name(target)), suite.repeat);
      add_judging(total, golden, request->parameters.max_output_tokens.value_or(0), prices);
    }
  }
}

}  // namespace

std::vector<PreparedSuite> prepare_suites(Registry& registry, const Project& project, const EvalChoice& choice,
                                          Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const std::vector<std::string> ids = chosen_suites(registry, choice, diagnostics);
  if (diagnostics.errors() != errors_before) {
    return {};
  }
  if (ids.empty()) {
    throw nothing_chosen(choice);
  }
  std::vector<PreparedSuite> suites;
  for (const std::string& id : ids) {
    if (auto prepared = prepare_suite(registry, id, project, choice.options, diagnostics)) {
      suites.push_back(std::move(*prepared));
    }
  }
  return suites;
}

std::vector<std::string> leave_out_empty(std::vector<PreparedSuite>& suites) {
  std::vector<std::string> empty;
  for (const PreparedSuite& suite : suites) {
    if (suite.selection.count() == 0) {
      empty.push_back(suite.suite.id);
    }
  }
  if (empty.size() == suites.size()) {
    throw Failure("nothing-selected", fmt::format("no case of {} fits the options", join(empty, ", ")),
                  "nothing passes by being empty");
  }
  std::erase_if(suites, [](const PreparedSuite& suite) { return suite.selection.count() == 0; });
  return empty;
}

std::vector<PreparedSuite> one_target_each(const std::vector<PreparedSuite>& suites) {
  std::vector<PreparedSuite> split;
  for (const PreparedSuite& suite : suites) {
    for (const Target& target : suite.targets) {
      split.push_back(suite);
      split.back().targets = {target};
    }
  }
  return split;
}

Estimate estimate(const Registry& registry, const TargetPrices& prices, const PreparedSuite& suite) {
  Estimate total;
  total.suite = &suite;
  total.cases = static_cast<long long>(suite.selection.count());
  total.most = Usd();
  Diagnostics ignored;  // The cases were checked when the suite was prepared.
  const auto cases = open_cases(registry, suite.suite, ignored);
  long long position = 0;
  for (Case golden; cases->next(golden); ++position) {
    if (!suite.selection.chosen(position)) {
      continue;
    }
    if (golden.output) {
      add_judging_of_given(total, golden, prices);
    } else {
      add_calls(total, golden, prices);
    }
  }
  return total;
}

std::string describe(const Estimate& estimate) {
  const PreparedSuite& suite = *estimate.suite;
  std::vector<std::string> targets;
  targets.reserve(suite.targets.size());
  for (const Target& target : suite.targets) {
    targets.push_back(target_name(target));
  }
  std::string text = fmt::format("{}: {} on {}, {} each: {}\n", suite.suite.id,
                                 counted(static_cast<std::size_t>(estimate.cases), "case"), join(targets, ", "),
                                 counted(static_cast<std::size_t>(suite.repeat), "reply", "replies"),
                                 counted(static_cast<std::size_t>(estimate.calls), "call"));
  if (estimate.judge_calls > 0) {
    text += fmt::format("  and {} to judge them, or more\n",
                        counted(static_cast<std::size_t>(estimate.judge_calls), "call"));
  }
  const std::string_view lost = estimate.calls == 0 ? "" : ", plus what failed attempts may cost";
  text += fmt::format("  about {} input tokens; cost at most about {}\n", grouped(estimate.input_tokens),
                      estimate.most ? fmt::format("{}{}", money_text(*estimate.most), lost)
                                    : "unknown (no price, or no limit on output tokens)");
  return text;
}

}  // namespace promptctl
