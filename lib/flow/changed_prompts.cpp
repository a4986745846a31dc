#include "flow/changed_prompts.hpp"

#include <algorithm>
#include <iterator>
#include <map>
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

// Finds what new prompts were called.
class Predecessors {
 public:
  Predecessors(const Registry& before, const Registry& after, const RenamedFiles& renamed)
      : suites_before_(suites_by_prompt(before)), renamed_(renamed) {
    std::copy_if(before.prompt_ids().begin(), before.prompt_ids().end(), std::back_inserter(gone_),
                 [&after](const std::string& id) { return !after.has_prompt(id); });
  }

  const std::map<std::string, SuiteDigests>& suites_before() const { return suites_before_; }

  // Empty where nothing tells. `suites` judge it now.
  std::string of(const std::string& id, const SuiteDigests& suites) const {
    const auto judged_by_one = [&](const std::string& was) {
      const SuiteDigests judges = suites_of(suites_before_, was);
      return std::any_of(judges.begin(), judges.end(),
                         [&suites](const auto& suite) { return suites.count(suite.first) != 0; });
    };
    const auto renamed_to_it = [&](const std::string& was) {
      const auto file = renamed_.find(prompt_path(id));
      return file != renamed_.end() && file->second == prompt_path(was);
    };
    auto found = std::find_if(gone_.begin(), gone_.end(), judged_by_one);
    found = found == gone_.end() ? std::find_if(gone_.begin(), gone_.end(), renamed_to_it) : found;
    return found == gone_.end() ? std::string() : *found;
  }

 private:
  std::map<std::string, SuiteDigests> suites_before_;
  const RenamedFiles& renamed_;
  std::vector<std::string> gone_;
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

std::vector<std::string> gone_prompts(const Registry& before, const Registry& after,
                                      const std::vector<ChangedPrompt>& changed) {
  std::vector<std::string> gone;
  std::copy_if(
      before.prompt_ids().begin(), before.prompt_ids().end(), std::back_inserter(gone), [&](const std::string& id) {
        return !after.has_prompt(id) && std::none_of(changed.begin(), changed.end(),
                                                     [&id](const ChangedPrompt& prompt) { return prompt.was == id; });
      });
  return gone;
}

std::vector<ChangedPrompt> changed_prompts(Registry& before, Registry& after, const RenamedFiles& renamed) {
  const Predecessors predecessors(before, after, renamed);
  const auto suites_after = suites_by_prompt(after);
  const auto project_before = before.sound_project();
  const auto project_after = after.sound_project();
  const bool alike = project_before && project_after && asks_alike(*project_before, *project_after);
  std::vector<ChangedPrompt> changed;
  for (const std::string& id : after.prompt_ids()) {
    if (!before.has_prompt(id)) {
      changed.push_back({id, predecessors.of(id, suites_of(suites_after, id))});
    } else if (!alike || content_of(before, id) != content_of(after, id) ||
               suites_of(predecessors.suites_before(), id) != suites_of(suites_after, id)) {
      changed.push_back({id, id});
    }
  }
  return changed;
}

}  // namespace promptctl
