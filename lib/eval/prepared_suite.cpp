#include "eval/prepared_suite.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "eval/case_variables.hpp"
#include "eval/suite_judges.hpp"
#include "eval/target_checks.hpp"
#include "judge/judge_rendering.hpp"
#include "price/cost.hpp"
#include "provider/fitted_request.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"
#include "registry/provider_check.hpp"
#include "registry/quarantine_check.hpp"
#include "review/review_plan.hpp"

namespace promptctl {
namespace {

// What runs where neither the suite nor an option names a target.
std::vector<Target> own_targets(const Prompt& prompt, const Project& project, const SuiteOptions& options) {
  const auto own = find_target(prompt.model);
  const bool is_judge = prompt.judge && project.judge;  // It is asked where its verdicts come from.
  const auto& by_default = is_judge                 ? project.judge
                           : options.default_target ? options.default_target
                                                    : project.default_target;
  const auto& target = own ? own : by_default;
  return target ? std::vector<Target>{*target} : std::vector<Target>();
}

void choose_targets(PreparedSuite& prepared, const Project& project, const SuiteOptions& options) {
  const std::vector<Target> own = own_targets(prepared.prompt.prompt(), project, options);
  const std::vector<Target>& named = options.targets.empty() ? prepared.suite.targets : options.targets;
  prepared.targets = named.empty() ? own : named;
  prepared.own_model = prepared.suite.targets.empty() && prepared.targets == own;
}

DataClass data_class_of(const PreparedSuite& prepared) {
  return std::max(prepared.prompt.prompt().data_class, prepared.suite.data_class.value_or(DataClass::public_data));
}

// Where the targets are named; nowhere in the files for those of an option.
Location place_of_targets(const PreparedSuite& prepared, const Project& project, const SuiteOptions& options) {
  if (!options.targets.empty()) {
    return {};
  }
  if (!prepared.suite.targets.empty()) {
    return prepared.suite.targets_where;
  }
  const Prompt& prompt = prepared.prompt.prompt();
  return prompt.model.empty() ? project.default_target_where : prompt.model_where;
}

// A limit on output that is part of the budget must be sent.
void check_output_limit(const PreparedSuite& prepared, const Target& target, const ProviderSettings& provider,
                        Diagnostics& diagnostics) {
  Request probe;
  probe.target = target;
  probe.parameters.max_output_tokens = prepared.suite.max_output_tokens;
  const bool is_sent = fitted(probe, provider).parameters.max_output_tokens == prepared.suite.max_output_tokens &&
                       provider.api->takes("max_output_tokens", target.model);
  if (prepared.suite.max_output_tokens && !is_sent) {
    diagnostics.error("unsupported-parameter", prepared.suite.where,
                      fmt::format("`budget.max_output_tokens` can't be sent to `{}`", target_name(target)),
                      "what it answers has no limit: take the key out, or the `omit` of the provider");
  }
}

// A target that can't be asked, or must not be, is a fault of the plan and not of each of its cases.
void check_target(const PreparedSuite& prepared, const Target& target, const Project& project,
                  const SuiteOptions& options, Diagnostics& diagnostics) {
  if (!check_provider(target, place_of_targets(prepared, project, options), project, diagnostics)) {
    return;
  }
  const ProviderSettings& provider = project.providers.at(target.provider);
  if (provider.api != nullptr) {
    check_parameters(prepared.prompt.prompt(), target, provider, diagnostics);
    check_output_limit(prepared, target, provider, diagnostics);
  }
  const DataClass data_class = data_class_of(prepared);
  const DataClass most = provider.max_data_class;
  if (data_class > most) {
    diagnostics.error("data-class", prepared.suite.where,
                      fmt::format("{} data may not be sent to `{}`, which may see {} data", data_class_name(data_class),
                                  target.provider, data_class_name(most)));
  }
  if (prepared.suite.max_cost && options.prices != nullptr &&
      !can_be_bounded(target, *options.prices, project, options.now)) {
    diagnostics.error("unknown-price", prepared.suite.where,
                      fmt::format("`budget.max_cost` needs a price for `{}`", target_name(target)),
                      "write it under `prices:` in promptctl.yaml");
  }
}

void check_targets(PreparedSuite& prepared, const Project& project, const SuiteOptions& options,
                   Diagnostics& diagnostics) {
  if (prepared.targets.empty()) {
    diagnostics.error("no-target", prepared.suite.where,
                      "no model to run: neither suite, prompt nor promptctl.yaml names one",
                      "write `model: provider/model` in the prompt, or use --target");
  }
  for (const Target& target : prepared.targets) {
    if (const auto provider = project.providers.find(target.provider); provider != project.providers.end()) {
      prepared.providers.insert(*provider);
    }
    check_target(prepared, target, project, options, diagnostics);
  }
}

// What is known of a suite while it is read: without prompt or rubric, its cases are still read for their own faults.
struct Parts {
  const Suite& suite;
  const std::optional<PromptBundle>& prompt;
  const std::optional<Rubric>& rubric;
  std::chrono::system_clock::time_point now;
};

struct DatasetFacts {
  long long cases = 0;
  std::string digest;
};

// What the run will do with a case, but asking. There are `variables` where there is a prompt.
void check_case(const Parts& parts, Case& golden, std::optional<CaseVariables>& variables, Diagnostics& diagnostics) {
  if (parts.prompt && variables) {
    variables->consider(golden);
    parts.prompt->renderer.add_defaults(golden);
    render_case(*parts.prompt, golden, diagnostics);
  }
  if (parts.rubric) {
    parts.rubric->check(golden, diagnostics);
  }
}

DatasetFacts check_cases(const Registry& registry, const Parts& parts, Selection& selection, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  DatasetFacts facts;
  QuarantineCheck quarantine(parts.suite, parts.now);
  std::optional<CaseVariables> variables;
  if (parts.prompt) {
    variables.emplace(parts.suite, parts.prompt->renderer);
  }
  try {
    const auto cases = open_cases(registry, parts.suite, diagnostics);
    for (Case golden; cases->next(golden);) {
      selection.consider(golden, facts.cases++);
      quarantine.consider(golden);
      check_case(parts, golden, variables, diagnostics);
    }
    facts.digest = cases->digest();
  } catch (const Failure& failure) {
    diagnostics.add_once(failure.diagnostic());  // One suite's missing dataset must not hide the others' faults.
    return facts;
  }
  quarantine.finish(diagnostics);
  if (variables) {
    variables->finish(diagnostics);
  }
  if (facts.cases == 0 && diagnostics.errors() == errors_before) {
    diagnostics.error("empty-dataset", whole_file(parts.suite.cases), "the dataset holds no case",
                      "nothing passes by being empty");
  }
  return facts;
}

std::vector<std::string> files_of(const Suite& suite, const PromptBundle& prompt, const SuiteOptions& options,
                                  const Files& registry) {
  std::vector<std::string> files{"promptctl.yaml", suite_path(suite.id), suite.cases};
  if (registry.has(review_path(suite.id))) {
    Diagnostics ignored;  // Reported where labels are read.
    files.push_back(review_path(suite.id));
    const std::vector<std::string> labels = registry.list(labels_folder(suite.id), ignored);
    files.insert(files.end(), labels.begin(), labels.end());
  }
  if (options.offline) {
    files.push_back(cassette_path(suite.id));
  }
  if (!options.read_prompt) {
    files.insert(files.end(), prompt.files.begin(), prompt.files.end());
  }
  return files;
}

}  // namespace

std::vector<Target> all_targets(const PreparedSuite& prepared) {
  std::vector<Target> targets = prepared.targets;
  for (const Target& target : prepared.judge_targets) {
    add_once(targets, target);
  }
  return targets;
}

std::unique_ptr<CaseReader> open_cases(const Registry& registry, const Suite& suite, Diagnostics& diagnostics) {
  ByteStream bytes = registry.files().open(suite.cases);
  if (!bytes) {
    throw Failure("missing-file", suite.cases_where, fmt::format("there is no file `{}`", suite.cases));
  }
  return read_cases(suite.cases, std::move(bytes), diagnostics);
}

std::optional<Request> request_for(const PreparedSuite& prepared, const Case& golden, const Target& target, int repeat,
                                   Diagnostics& diagnostics) {
  auto request = render_case(prepared.prompt, golden, diagnostics);
  if (!request) {
    return std::nullopt;
  }
  request->target = target;
  request->repeat = repeat;
  request->stream = prepared.prompt.prompt().stream;
  request->data_class = data_class_of(prepared);
  if (const auto most = prepared.suite.max_output_tokens) {
    request->parameters.max_output_tokens = std::min(request->parameters.max_output_tokens.value_or(*most), *most);
  }
  const auto provider = prepared.providers.find(target.provider);
  return provider == prepared.providers.end() ? request : fitted(*std::move(request), provider->second);
}

std::optional<PreparedSuite> prepare_suite(Registry& registry, const std::string& id, const Project& project,
                                           const SuiteOptions& options, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  auto suite = registry.read_suite(id, diagnostics);
  if (!suite) {
    return std::nullopt;
  }
  auto prompt = options.read_prompt ? options.read_prompt(suite->prompt, diagnostics)
                                    : registry.read_prompt(suite->prompt, diagnostics);
  const auto judges = make_judges(registry, *suite, prompt, project, options, diagnostics);
  auto rubric = Rubric::compile(suite->assertions, judges, diagnostics);
  Selection selection(options.selection);
  DatasetFacts facts = check_cases(registry, {*suite, prompt, rubric, options.now}, selection, diagnostics);
  Cassette cassette = options.offline ? Cassette::read(registry.files(), cassette_path(id), diagnostics) : Cassette();
  if (!prompt || !rubric || diagnostics.errors() != errors_before) {
    return std::nullopt;
  }
  std::vector<std::string> files = files_of(*suite, *prompt, options, registry.files());
  const std::string prompt_id = suite->prompt;
  PreparedSuite prepared{std::move(*suite),
                         std::move(*prompt),
                         std::move(*rubric),
                         std::move(selection),
                         {},
                         {},
                         judges,
                         {},
                         1,
                         facts.cases,
                         std::move(facts.digest),
                         options.address.empty() ? prompt_id : options.address,
                         {},
                         false,
                         std::move(cassette),
                         std::move(files)};
  for (const Quarantine& quarantine : prepared.suite.quarantine) {
    prepared.quarantined.insert(quarantine.case_id);
  }
  choose_targets(prepared, project, options);
  prepared.repeat = options.repeat.value_or(prepared.suite.repeat);
  check_targets(prepared, project, options, diagnostics);
  check_judges(prepared, diagnostics);
  judges->close();
  return diagnostics.errors() == errors_before ? std::optional(std::move(prepared)) : std::nullopt;
}

}  // namespace promptctl
