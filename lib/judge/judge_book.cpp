#include "judge/judge_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "judge/built_in_judges.hpp"
#include "judge/judge_rendering.hpp"

namespace promptctl {
namespace {

std::vector<std::string> names_known(const JudgeTerms& terms) {
  std::vector<std::string> names = built_in_judge_names();
  for (const auto& [name, settings] : terms.declared) {
    names.push_back(name);
  }
  return names;
}

void report_unknown(const std::string& name, const Location& where, const JudgeTerms& terms, Diagnostics& diagnostics) {
  const std::vector<std::string> names = names_known(terms);
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string suggestion = did_you_mean(name, known);
  diagnostics.error("unknown-judge", where, fmt::format("there is no judge `{}`", name),
                    suggestion.empty()
                        ? fmt::format("declare it under `judges:`, or write prompts/{}.prompt", judge_prompt_id(name))
                        : suggestion);
}

void report_no_embedder(const std::string& model, const Location& where, Diagnostics& diagnostics) {
  if (model.empty()) {
    diagnostics.error("no-embedder", where, "no model is named that makes embeddings",
                      "write `model` here, or `defaults: {embedder: provider/model}` in promptctl.yaml");
  } else {
    diagnostics.error("bad-target", where, fmt::format("`{}` names no provider", model),
                      "write provider/model: openai/text-embedding-3-small");
  }
}

// The prompt of a judge: the one that its suite names, else the registry's of its name, else the one built in.
std::optional<PromptBundle> prompt_of(const std::string& name, const JudgeSettings& settings, const Location& where,
                                      const JudgeTerms& terms, Diagnostics& diagnostics) {
  const std::string id = settings.prompt.empty() ? judge_prompt_id(name) : settings.prompt;
  if (terms.has_prompt && terms.has_prompt(id)) {
    return terms.read_prompt(id, diagnostics);
  }
  if (!settings.prompt.empty()) {
    diagnostics.error("unknown-prompt", settings.where, fmt::format("there is no prompt `{}`", id));
    return std::nullopt;
  }
  if (built_in_judge_text(name).empty()) {
    report_unknown(name, where, terms, diagnostics);
  }
  return built_in_judge(name, diagnostics);
}

std::vector<Target> targets_of(const JudgeSettings& settings, const Prompt& prompt, const JudgeTerms& terms) {
  if (!settings.targets.empty()) {
    return settings.targets;
  }
  const auto own = find_target(prompt.model);
  const auto& target = own ? own : terms.usual;
  return target ? std::vector<Target>{*target} : std::vector<Target>();
}

}  // namespace

JudgeBook::JudgeBook(JudgeTerms terms) : terms_(std::move(terms)) {}

JudgeBook::Entry JudgeBook::make(const std::string& name, const Location& where) const {
  Entry entry;
  const auto declared = terms_.declared.find(name);
  const JudgeSettings settings = declared == terms_.declared.end() ? JudgeSettings() : declared->second;
  auto prompt = prompt_of(name, settings, where, terms_, entry.faults);
  if (!prompt) {
    return entry;
  }
  if (!prompt->prompt().judge) {
    entry.faults.error("bad-judge", prompt->prompt().where, fmt::format("`{}` is no judge", prompt->prompt().id),
                       "write `promptctl.judge: criterion`, or choice, scale or pairwise");
    return entry;
  }
  auto shape = judge_shape(prompt->renderer, entry.faults);
  const DataClass data_class =
      std::max(terms_.data_class, prompt->prompt().data_class);  // The judge's own text is sent.
  const std::vector<Target> targets = targets_of(settings, prompt->prompt(), terms_);
  std::map<std::string, ProviderSettings> providers;
  if (targets.empty()) {
    entry.faults.error("no-judge", where, fmt::format("no model is named that the judge `{}` is asked of", name),
                       "write `defaults: {judge: provider/model}` in promptctl.yaml; it is never the model under test "
                       "by itself");
  }
  for (const Target& target : targets) {
    const Location& place = settings.targets.empty() ? where : settings.targets_where;
    if (terms_.check_target && !terms_.check_target(target, data_class, place, entry.faults)) {
      continue;
    }
    if (const auto provider = terms_.providers.find(target.provider); provider != terms_.providers.end()) {
      providers.insert(*provider);
    }
  }
  if (settings.reducer == VoteReducer::mean && shape && shape->form != JudgeForm::scale) {
    entry.faults.error("bad-judge", settings.where,
                       fmt::format("the judge `{}` gives no levels: no mean of them", name),
                       "reduce its votes by majority or unanimous");
  }
  if (shape && !entry.faults.has_errors()) {
    entry.judge = std::make_shared<const PromptJudge>(JudgePanel{name, *std::move(prompt), *std::move(shape), targets,
                                                                 settings.votes, settings.reducer, data_class,
                                                                 std::move(providers)});
  }
  return entry;
}

std::shared_ptr<const Judge> JudgeBook::find(const std::string& name, const Location& where,
                                             Diagnostics& diagnostics) const {
  const std::lock_guard lock(mutex_);
  auto known = known_.find(name);
  if (known == known_.end()) {
    known = known_.emplace(name, make(name, where)).first;
  }
  for (const Diagnostic& fault : known->second.faults.all()) {
    diagnostics.add_once(fault);
  }
  return known->second.judge;
}

std::shared_ptr<const Judge> JudgeBook::own(const Location& where, Diagnostics& diagnostics) const {
  const std::lock_guard lock(mutex_);
  Diagnostics reported_elsewhere;
  const auto& prompt = terms_.suite_prompt;
  auto shape = prompt ? judge_shape(prompt->renderer, reported_elsewhere) : std::nullopt;
  if (!shape) {
    diagnostics.error("no-judge", where, "the prompt of this suite is no judge: its replies are no verdicts",
                      "`verdict` is for suites that say what a judge is worth");
    return nullptr;
  }
  return std::make_shared<const PromptJudge>(JudgePanel{
      std::string(judge_name_of(prompt->prompt().id)), *prompt, *std::move(shape), {}, 1, {}, terms_.data_class, {}});
}

std::shared_ptr<const Raters> JudgeBook::raters(const Location& where, Diagnostics& diagnostics) const {
  if (terms_.raters == nullptr) {
    diagnostics.error(terms_.has_review ? "bad-review" : "no-review", where,
                      terms_.has_review ? "review.yaml has faults: nobody can be asked"
                                        : "nobody is asked about the replies of this suite",
                      terms_.has_review ? "mend them first" : "write review.yaml beside suite.yaml");
  }
  return terms_.raters;
}

std::optional<Request> JudgeBook::embedding(const std::string& model, const Location& where,
                                            Diagnostics& diagnostics) const {
  const std::lock_guard lock(mutex_);
  const auto target = model.empty() ? terms_.embedder : find_target(model);
  if (!target) {
    report_no_embedder(model, where, diagnostics);
    return std::nullopt;
  }
  if (terms_.check_target && !terms_.check_target(*target, terms_.data_class, where, diagnostics)) {
    return std::nullopt;
  }
  embedders_.emplace(target_name(*target), *target);
  Request request;
  request.task = Task::embedding;
  request.target = *target;
  request.data_class = terms_.data_class;
  return request;
}

void JudgeBook::close() {
  const std::lock_guard lock(mutex_);
  terms_.read_prompt = nullptr;
  terms_.has_prompt = nullptr;
  terms_.check_target = nullptr;
}

std::vector<std::shared_ptr<const PromptJudge>> JudgeBook::used() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<const PromptJudge>> judges;
  for (const auto& [name, entry] : known_) {
    if (entry.judge != nullptr) {
      judges.push_back(entry.judge);
    }
  }
  return judges;
}

std::vector<Target> JudgeBook::embedders() const {
  const std::lock_guard lock(mutex_);
  std::vector<Target> targets;
  for (const auto& [name, target] : embedders_) {
    targets.push_back(target);
  }
  return targets;
}

void JudgeBook::warn_of_unused(Diagnostics& diagnostics) const {
  const std::lock_guard lock(mutex_);
  for (const auto& [name, settings] : terms_.declared) {
    if (known_.count(name) == 0) {
      diagnostics.warning("unused-judge", settings.where, fmt::format("no assertion asks the judge `{}`", name));
    }
  }
}

}  // namespace promptctl
