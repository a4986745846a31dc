#include "registry/changed_prompts.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "base/digest.hpp"

namespace promptctl {
namespace {

// A digest of all that decides how a prompt is judged: of each suite, by its id, the file and the dataset.
using SuiteDigests = std::map<std::string, std::string>;

// Empty where it can't be read.
std::string text_of(const Registry& registry, const std::string& path) {
  Diagnostics ignored;
  const auto source = registry.files().read(path, ignored);
  return source ? std::string(source->text()) : std::string();
}

std::map<std::string, SuiteDigests> suites_by_prompt(const Registry& registry) {
  std::map<std::string, SuiteDigests> prompts;
  Diagnostics ignored;  // A fault makes no verdict here: it is reported when the suite is run.
  for (const std::string& id : registry.suite_ids()) {
    if (const auto suite = registry.read_suite(id, ignored)) {
      prompts[suite->prompt][id] = sha256(suite->digest + sha256(text_of(registry, suite->cases)));
    }
  }
  return prompts;
}

// A prompt that can't be read has changed when its bytes have.
std::string content_of(Registry& registry, const std::string& id) {
  Diagnostics ignored;
  const auto bundle = registry.read_prompt(id, ignored);
  return bundle ? bundle->digest : text_of(registry, prompt_path(id));
}

SuiteDigests suites_of(const std::map<std::string, SuiteDigests>& all, const std::string& id) {
  const auto found = all.find(id);
  return found == all.end() ? SuiteDigests() : found->second;
}

bool share_one(const SuiteDigests& some, const SuiteDigests& others) {
  return std::any_of(some.begin(), some.end(), [&others](const auto& suite) { return others.count(suite.first) != 0; });
}

// The prompts that are there no more, and what new ones have to do with them.
class GonePrompts {
 public:
  GonePrompts(const Registry& before, const Registry& after, const FindRenamed& find_renamed)
      : find_renamed_(find_renamed) {
    std::copy_if(before.prompt_ids().begin(), before.prompt_ids().end(), std::back_inserter(gone_),
                 [&after](const std::string& id) { return !after.has_prompt(id); });
  }

  // Which of them `id` is now, judged by `suites`; empty where nothing tells.
  std::string predecessor(const std::string& id, const SuiteDigests& suites,
                          const std::map<std::string, SuiteDigests>& suites_before) {
    auto found = std::find_if(gone_.begin(), gone_.end(),
                              [&](const std::string& was) { return share_one(suites_of(suites_before, was), suites); });
    if (found == gone_.end() && !gone_.empty()) {
      found = std::find_if(gone_.begin(), gone_.end(),
                           [&](const std::string& was) { return old_path(prompt_path(id)) == prompt_path(was); });
    }
    if (found == gone_.end()) {
      return {};
    }
    found_again_.insert(*found);
    return *found;
  }

  std::vector<std::string> take_rest() {
    std::erase_if(gone_, [this](const std::string& id) { return found_again_.count(id) != 0; });
    return std::move(gone_);
  }

 private:
  std::string old_path(const std::string& path) {
    renamed_ = renamed_ ? std::move(renamed_) : find_renamed_();
    const auto found = renamed_->find(path);
    return found == renamed_->end() ? std::string() : found->second;
  }

  const FindRenamed& find_renamed_;
  std::vector<std::string> gone_;
  std::set<std::string> found_again_;
  std::optional<std::map<std::string, std::string>> renamed_;
};

}  // namespace

bool asks_alike(const Project& before, const Project& after) {
  const auto same_provider = [](const auto& a, const auto& b) {
    return a.first == b.first && a.second.type == b.second.type && a.second.base_url == b.second.base_url &&
           a.second.headers == b.second.headers && a.second.finish_reasons == b.second.finish_reasons;
  };
  return before.default_target == after.default_target && before.prices == after.prices &&
         std::equal(before.providers.begin(), before.providers.end(), after.providers.begin(), after.providers.end(),
                    same_provider);
}

PromptChanges changed_prompts(Registry& before, Registry& after, const FindRenamed& find_renamed) {
  const auto suites_before = suites_by_prompt(before);
  const auto suites_after = suites_by_prompt(after);
  const auto project_before = before.sound_project();
  const auto project_after = after.sound_project();
  const bool alike = project_before && project_after && asks_alike(*project_before, *project_after);
  GonePrompts gone(before, after, find_renamed);
  PromptChanges changes;
  for (const std::string& id : after.prompt_ids()) {
    const SuiteDigests suites = suites_of(suites_after, id);
    if (!before.has_prompt(id)) {
      changes.changed.push_back({id, gone.predecessor(id, suites, suites_before)});
    } else if (!alike || content_of(before, id) != content_of(after, id) || suites_of(suites_before, id) != suites) {
      changes.changed.push_back({id, id});
    }
  }
  changes.gone = gone.take_rest();
  return changes;
}

}  // namespace promptctl
