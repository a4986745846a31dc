#include "prompt/diff/prompt_diff.hpp"

#include <array>
#include <string>
#include <utility>

#include "prompt/diff/interface_diff.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

struct Setting {
  std::string_view key;
  Value (*read)(const Prompt& prompt);  // null where the file does not set it
};

Value optional_text(const std::string& text) {
  return text.empty() ? Value() : text_value(text);
}

constexpr std::array<Setting, 5> settings{{
    {"stream", [](const Prompt& prompt) { return boolean_value(prompt.stream); }},
    {"dataClass", [](const Prompt& prompt) { return text_value(data_class_name(prompt.data_class)); }},
    {"owner", [](const Prompt& prompt) { return optional_text(prompt.owner); }},
    {"suite", [](const Prompt& prompt) { return optional_text(prompt.suite.value_or("")); }},
    {"description", [](const Prompt& prompt) { return optional_text(prompt.description); }},
}};

void compare(std::string_view key, const Value& before, const Value& after, std::vector<ConfigChange>& changes) {
  if (!same(before, after)) {
    changes.push_back({std::string(key), before, after});
  }
}

// Null where the map does not have it.
Value value_at(const Value& map, std::string_view name) {
  const Value* found = map.find(name);
  return found == nullptr ? Value() : *found;
}

std::vector<ConfigChange> diff_config(const Prompt& before, const Prompt& after) {
  std::vector<ConfigChange> changes;
  compare("model", optional_text(before.model), optional_text(after.model), changes);
  const Value parameters_before = parameters_value(before.parameters);
  const Value parameters_after = parameters_value(after.parameters);
  for (const ParameterName& known : parameter_names()) {
    compare(known.key, value_at(parameters_before, known.name), value_at(parameters_after, known.name), changes);
  }
  for (const ProviderType* type : provider_types()) {
    compare(type->name, value_at(before.options, type->name), value_at(after.options, type->name), changes);
  }
  for (const Setting& setting : settings) {
    compare(setting.key, setting.read(before), setting.read(after), changes);
  }
  return changes;
}

std::vector<PartialChange> diff_partials(const BundleText& before, const BundleText& after) {
  std::map<std::string, Change> changes;
  for (const auto& [name, text] : before.partials) {
    changes.emplace(name, Change::removed);
  }
  for (const auto& [name, text] : after.partials) {
    const auto old = before.partials.find(name);
    if (old == before.partials.end()) {
      changes.emplace(name, Change::added);
    } else if (old->second == text) {
      changes.erase(name);
    } else {
      changes[name] = Change::changed;
    }
  }
  std::vector<PartialChange> list;
  list.reserve(changes.size());
  for (const auto& [name, change] : changes) {
    list.push_back({change, name});
  }
  return list;
}

}  // namespace

PromptDiff diff_prompts(const PromptBundle& before, const PromptBundle& after) {
  PromptDiff diff;
  diff.identical = before.digest == after.digest;
  diff.interface = diff_interfaces(before.prompt(), after.prompt());
  diff.config = diff_config(before.prompt(), after.prompt());
  diff.partials = diff_partials(before.text, after.text);
  return diff;
}

}  // namespace promptctl
