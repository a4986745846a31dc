#include "flow/lint.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "flow/cassette.hpp"
#include "flow/prepared_suite.hpp"

namespace promptctl {
namespace {

// Suites read their prompts too; a prompt's faults are one fault each, however many suites judge it.
void add_new(const Diagnostics& found, Diagnostics& all) {
  for (const Diagnostic& diagnostic : found.all()) {
    const bool known = std::any_of(all.all().begin(), all.all().end(), [&](const Diagnostic& earlier) {
      return describe(earlier) == describe(diagnostic);
    });
    if (!known) {
      all.add(diagnostic);
    }
  }
}

void check_prompt_suite(const Registry& registry, const PromptBundle& bundle, Diagnostics& diagnostics) {
  const auto& suite = bundle.prompt().suite;
  const std::vector<std::string>& known = registry.suite_ids();
  if (suite && std::find(known.begin(), known.end(), *suite) == known.end()) {
    diagnostics.error("unknown-suite", bundle.prompt().where, fmt::format("there is no suite `{}`", *suite),
                      did_you_mean(*suite, {known.begin(), known.end()}));
  }
}

}  // namespace

LintCounts lint(Registry& registry, Diagnostics& diagnostics) {
  if (registry.prompt_ids().empty() && registry.suite_ids().empty()) {
    throw Failure("no-registry", "there is no prompt and no suite here",
                  "promptctl init makes a registry that works at once");
  }
  LintCounts counts{registry.prompt_ids().size(), registry.suite_ids().size(), 0};
  const Project project = registry.read_project(diagnostics);
  for (const std::string& id : registry.prompt_ids()) {
    if (const auto bundle = registry.read_prompt(id, diagnostics)) {
      check_prompt_suite(registry, *bundle, diagnostics);
    }
  }
  for (const std::string& id : registry.suite_ids()) {
    Diagnostics found;
    const auto prepared = prepare_suite(registry, id, project, {}, found);
    Cassette::read(registry.files(), cassette_path(id), found);
    counts.cases += prepared ? prepared->dataset_cases : 0;
    add_new(found, diagnostics);
  }
  return counts;
}

}  // namespace promptctl
