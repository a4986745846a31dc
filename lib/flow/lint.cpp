#include "flow/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "flow/cassette.hpp"
#include "flow/ledger_rules.hpp"
#include "flow/prepared_suite.hpp"
#include "model/address.hpp"

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

}  // namespace

void check_name(const std::string& name, const std::string& path, Diagnostics& diagnostics) {
  if (!is_prompt_name(name) || !is_ledger_name(name)) {
    diagnostics.error(
        "bad-name", whole_file(path), fmt::format("`{}` can't be a name", name),
        "each part starts with a letter, goes on with letters, digits, `_`, `-`, `.`, and does not end in "
        ".json, .jsonl or .prompt");
  }
}

LintCounts lint(Registry& registry, const PriceBook& prices, std::chrono::system_clock::time_point now,
                Diagnostics& diagnostics) {
  if (registry.prompt_ids().empty() && registry.suite_ids().empty()) {
    throw Failure("no-registry", "there is no prompt and no suite here",
                  "promptctl init makes a registry that works at once");
  }
  LintCounts counts{registry.prompt_ids().size(), registry.suite_ids().size(), 0};
  const Project project = ProjectLint::read(registry, diagnostics);
  DistinctFaults distinct;
  Diagnostics of_prompts;
  for (const std::string& id : registry.prompt_ids()) {
    check_name(id, prompt_path(id), of_prompts);
    if (const auto bundle = registry.read_prompt(id, of_prompts)) {
      check_prompt_suite(registry, *bundle, of_prompts);
    }
  }
  distinct.add(of_prompts, diagnostics);
  for (const std::string& id : registry.suite_ids()) {
    Diagnostics found;
    SuiteOptions options;
    options.now = now;
    options.prices = &prices;
    const auto prepared = prepare_suite(registry, id, project, options, found);
    Cassette::read(registry.files(), cassette_path(id), found);
    counts.cases += prepared ? prepared->dataset_cases : 0;
    distinct.add(found, diagnostics);
  }
  return counts;
}

}  // namespace promptctl
