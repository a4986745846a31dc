#include "run/run_conditions.hpp"

#include <fmt/format.h>

#include <vector>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "document/json.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

// Gathers "the commit was 1a2b and is 3c4d" for each condition that differs.
class Differences {
 public:
  void compare(const std::string& what, const std::string& begun, const std::string& now) {
    if (begun != now) {
      all_.push_back(
          fmt::format("{} was {} and is {}", what, begun.empty() ? "none" : begun, now.empty() ? "none" : now));
    }
  }

  void compare_digests(const std::string& what, const std::string& begun, const std::string& now) {
    constexpr std::size_t shown_digits = 12;
    compare(what, begun.substr(0, shown_digits), now.substr(0, shown_digits));
  }

  // Of named texts: "the provider's `base_url` was …".
  void compare_settings(std::string_view what, const std::map<std::string, std::string>& begun,
                        const std::map<std::string, std::string>& now) {
    std::map<std::string, std::string> all = begun;
    all.insert(now.begin(), now.end());
    const auto value = [](const std::map<std::string, std::string>& settings, const std::string& name) {
      const auto found = settings.find(name);
      return found == settings.end() ? std::string() : found->second;
    };
    for (const auto& [name, either] : all) {
      compare(fmt::format("the {} `{}`", what, name), value(begun, name), value(now, name));
    }
  }

  const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
};

std::map<std::string, std::string> texts_of(const JudgeUses& uses) {
  std::map<std::string, std::string> texts;
  for (const auto& [name, use] : uses) {
    texts.emplace(name, judge_use_text(use));
  }
  return texts;
}

void compare_content(const RunHeader& begun, const RunHeader& now, Differences& differences) {
  differences.compare_digests("the prompt", begun.prompt_digest, now.prompt_digest);
  differences.compare_digests("the suite", begun.suite_digest, now.suite_digest);
  differences.compare_digests("the dataset", begun.dataset_digest, now.dataset_digest);
  differences.compare_settings("judge", texts_of(begun.provenance.judges), texts_of(now.provenance.judges));
  differences.compare("the set of models", join(begun.targets, ", "), join(now.targets, ", "));
  differences.compare("promptctl", begun.tool, now.tool);
}

void compare_circumstances(const RunHeader& begun, const RunHeader& now, Differences& differences) {
  const Provenance& before = begun.provenance;
  const Provenance& after = now.provenance;
  if (!now.offline) {
    differences.compare("the endpoint", before.endpoint, after.endpoint);
    differences.compare("the judges' endpoint", join(before.judge_endpoints, ", "), join(after.judge_endpoints, ", "));
    differences.compare("what --trust-head lets the change decide", before.trust_head, after.trust_head);
    differences.compare_settings("provider's", before.settings, after.settings);
  }
  differences.compare_digests("the price", before.prices, after.prices);
  differences.compare_digests("the commit", begun.commit.value_or(""), now.commit.value_or(""));
  differences.compare("the list of uncommitted files", join(begun.uncommitted, ", "), join(now.uncommitted, ", "));
  differences.compare("the producer", before.producer, after.producer);
  differences.compare("the CI job", before.ci_url, after.ci_url);
  differences.compare("the CI job's attempt", before.attempt, after.attempt);
  const auto origin = [](const Provenance& provenance) { return provenance.from_fork ? "a fork" : "this repository"; };
  differences.compare("the pull request's origin", origin(before), origin(after));
}

// How fast requests are made changes no answer. All else may, what is added to promptctl.yaml tomorrow too.
bool is_pace(std::string_view name) {
  return name == "concurrency" || name == "limits";
}

// What stands in a map stands for itself: "headers.X-Model".
void add_setting(const std::string& name, const Value& value, std::map<std::string, std::string>& settings) {
  for (const Field& field : value.fields) {
    add_setting(name + "." + field.name, field.value, settings);
  }
  if (!value.is_map()) {
    settings.emplace(name, value.is_list() ? canonical_json(value) : value.text);
  }
}

}  // namespace

std::map<std::string, std::string> settings_of(const ProviderSettings& provider) {
  std::map<std::string, std::string> settings;
  if (provider.type != nullptr) {
    settings.emplace("type", provider.type->name);
  }
  for (const Field& field : provider.entry.fields) {
    if (!is_pace(field.name)) {
      add_setting(field.name, field.value, settings);
    }
  }
  if (!provider.program.empty()) {
    settings.emplace("the program's bytes", provider.program);
  }
  if (!provider.certificates.empty()) {
    settings.emplace("ca_file's bytes", sha256(provider.certificates));
  }
  return settings;
}

void require_same_conditions(const RunHeader& begun, const RunHeader& now) {
  Differences differences;
  compare_content(begun, now, differences);
  compare_circumstances(begun, now, differences);
  if (!differences.all().empty()) {
    throw Failure("resume-mismatch",
                  fmt::format("run {} can't go on under other conditions: {}", begun.id, join(differences.all(), "; ")),
                  "put back what differs, or start a new run: what the cache has of this one costs nothing");
  }
}

}  // namespace promptctl
