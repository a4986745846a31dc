#include "eval/suite_judges.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "eval/target_checks.hpp"
#include "exchange/model_family.hpp"
#include "registry/provider_check.hpp"
#include "review/suite_raters.hpp"

namespace promptctl {
namespace {

// Whether a judge may be asked: its provider is described, and may see what the suite's prompt may.
bool may_judge(const Target& target, const Location& where, DataClass data_class, const Project& project,
               const SuiteOptions& options, bool has_budget, Diagnostics& diagnostics) {
  if (!check_provider(target, where, project, diagnostics)) {
    return false;
  }
  const ProviderSettings& provider = project.providers.at(target.provider);
  if (data_class > provider.max_data_class) {
    diagnostics.error(
        "data-class", where,
        fmt::format("{} data may not be sent to `{}`, which may see {} data: it may not judge",
                    data_class_name(data_class), target.provider, data_class_name(provider.max_data_class)));
    return false;
  }
  if (has_budget && options.prices != nullptr && !can_be_bounded(target, *options.prices, project, options.now)) {
    diagnostics.error("unknown-price", where,
                      fmt::format("`budget.max_cost` needs a price for `{}`, which judges", target_name(target)),
                      "write it under `prices:` in promptctl.yaml");
    return false;
  }
  return true;
}

}  // namespace

std::shared_ptr<JudgeBook> make_judges(Registry& registry, const Suite& suite,
                                       const std::optional<PromptBundle>& prompt, const Project& project,
                                       const SuiteOptions& options, Diagnostics& diagnostics) {
  const DataClass of_prompt = prompt ? prompt->prompt().data_class : DataClass::public_data;
  JudgeTerms terms;
  terms.declared = suite.judges;
  terms.usual = project.judge;
  terms.embedder = project.embedder;
  terms.providers = project.providers;
  terms.data_class = std::max(of_prompt, suite.data_class.value_or(DataClass::public_data));
  terms.raters = read_suite_raters(registry.files(), suite.id, diagnostics);
  terms.has_review = registry.files().has(review_path(suite.id));
  terms.suite_prompt = prompt;
  terms.read_prompt = [&registry](const std::string& id, Diagnostics& found) {
    return registry.read_prompt(id, found);
  };
  terms.has_prompt = [&registry](const std::string& id) { return registry.has_prompt(id); };
  terms.check_target = [&project, &options, has_budget = suite.max_cost.has_value()](
                           const Target& target, DataClass data_class, const Location& where, Diagnostics& found) {
    return may_judge(target, where, data_class, project, options, has_budget, found);
  };
  return std::make_shared<JudgeBook>(std::move(terms));
}

namespace {

// What a judge's prompt asks of its models and can't be sent.
void check_judge(const PromptJudge& judge, Diagnostics& diagnostics) {
  for (const Target& target : judge.panel().targets) {
    const auto provider = judge.panel().providers.find(target.provider);
    if (provider != judge.panel().providers.end() && provider->second.api != nullptr) {
      check_parameters(judge.panel().prompt.prompt(), target, provider->second, diagnostics);
    }
  }
}

// A model that is asked to judge its own kind.
void warn_of_kin(const PreparedSuite& prepared, const JudgePanel& panel, Diagnostics& diagnostics) {
  for (const Target& target : prepared.targets) {
    const auto kin = std::find_if(panel.targets.begin(), panel.targets.end(), [&target](const Target& voter) {
      return model_lineage(voter.model) == model_lineage(target.model);
    });
    if (kin != panel.targets.end()) {
      diagnostics.warning(
          "self-judging", prepared.suite.where,
          fmt::format("`{}` judges `{}`, a model of its own family: models prefer what is like their own",
                      target_name(*kin), target_name(target)),
          fmt::format("name another model for the judge `{}`", panel.name));
    }
  }
}

}  // namespace

void check_judges(PreparedSuite& prepared, Diagnostics& diagnostics) {
  for (const auto& judge : prepared.judges->used()) {
    check_judge(*judge, diagnostics);
    const std::vector<std::string>& files = judge->panel().prompt.files;
    prepared.files.insert(prepared.files.end(), files.begin(), files.end());
    for (const Target& target : judge->panel().targets) {
      add_once(prepared.judge_targets, target);
    }
    warn_of_kin(prepared, judge->panel(), diagnostics);
  }
  for (const Target& target : prepared.judges->embedders()) {
    add_once(prepared.judge_targets, target);
  }
  prepared.judges->warn_of_unused(diagnostics);
}

void add_once(std::vector<Target>& targets, const Target& target) {
  if (std::find(targets.begin(), targets.end(), target) == targets.end()) {
    targets.push_back(target);
  }
}

}  // namespace promptctl
