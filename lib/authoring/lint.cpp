#include "authoring/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "eval/prepared_suite.hpp"
#include "provider/chat_request.hpp"
#include "registry/provider_check.hpp"

namespace promptctl {
namespace {

// Suites read their prompts too; a prompt's faults are one fault each, however many suites judge it.
class DistinctFaults {
 public:
  void add(const Diagnostics& found, Diagnostics& all) {
    for (const Diagnostic& fault : found.all()) {
      if (seen_.emplace(fault.where.path(), fault.where.line, fault.where.column, fault.message).second) {
        all.add(fault);
      }
    }
  }

 private:
  std::set<std::tuple<std::string, int, int, std::string>> seen_;
};

void check_prompt_suite(const Registry& registry, const PromptBundle& bundle, Diagnostics& diagnostics) {
  const auto& suite = bundle.prompt().suite;
  const std::vector<std::string>& known = registry.suite_ids();
  if (suite && std::find(known.begin(), known.end(), *suite) == known.end()) {
    diagnostics.error("unknown-suite", bundle.prompt().where, fmt::format("there is no suite `{}`", *suite),
                      did_you_mean(*suite, {known.begin(), known.end()}));
  }
}

void check_output_schema(const Prompt& prompt, Diagnostics& diagnostics) {
  const Value& schema = prompt.output_schema;
  if (!schema.is_null() && !is_sendable_schema(schema)) {
    diagnostics.warning("schema-not-sent", schema.where.line > 0 ? schema.where : prompt.where,
                        "no provider takes an `output.schema` without `type: object` at its root: it is not sent",
                        "ask for this form in the body, or put it into a field of a map");
  }
}

// Whether or not a suite runs them.
void check_own_model(const Prompt& prompt, const Project& project, Diagnostics& diagnostics) {
  if (const auto target = find_target(prompt.model)) {
    check_provider(*target, prompt.model_where, project, diagnostics);
  }
}

// What looks empty may be out of reach.
bool has_faulty_folders(const Registry& registry) {
  Diagnostics faults;
  registry.report_folders("", faults);
  return faults.has_errors();
}

}  // namespace

LintCounts lint(Registry& registry, const PriceBook& prices, std::chrono::system_clock::time_point now,
                Diagnostics& diagnostics) {
  LintCounts counts{registry.prompt_ids().size(), registry.suite_ids().size(), 0};
  const Project project = ProjectLint::read(registry, diagnostics);
  if (registry.prompt_ids().empty() && registry.suite_ids().empty() && !has_faulty_folders(registry)) {
    throw Failure("no-registry", "there is no prompt and no suite here",
                  "promptctl init makes a registry that works at once");
  }
  const bool knows_providers = !diagnostics.has_errors();
  DistinctFaults distinct;
  Diagnostics of_prompts;
  registry.report_folders("", of_prompts);
  registry.check_names(of_prompts);
  if (project.default_target && knows_providers) {
    check_provider(*project.default_target, project.default_target_where, project, of_prompts);
  }
  for (const std::string& id : registry.prompt_ids()) {
    if (const auto bundle = registry.read_prompt(id, of_prompts)) {
      check_prompt_suite(registry, *bundle, of_prompts);
      check_output_schema(bundle->prompt(), of_prompts);
      if (knows_providers) {
        check_own_model(bundle->prompt(), project, of_prompts);
      }
    }
  }
  distinct.add(of_prompts, diagnostics);
  for (const std::string& id : registry.suite_ids()) {
    Diagnostics found;
    SuiteOptions options;
    options.now = now;
    options.prices = &prices;
    options.offline = true;
    const auto prepared = prepare_suite(registry, id, project, options, found);
    counts.cases += prepared ? prepared->dataset_cases : 0;
    distinct.add(found, diagnostics);
  }
  return counts;
}

}  // namespace promptctl
