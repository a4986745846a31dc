#include "prompt/diff/prompt_diff.hpp"

#include <array>
#include <string>
#include <utility>

#include "prompt/diff/interface_diff.hpp"

namespace promptctl {
namespace {

struct Setting {
  std::string_view key;
  Value (*read)(const Prompt& prompt);  // null where the file does not set it
};

template <typename Number>
Value optional_number(const std::optional<Number>& number) {
  return number ? number_value(static_cast<double>(*number)) : Value();
}

Value optional_text(const std::string& text) {
  return text.empty() ? Value() : text_value(text);
}

Value stop_value(const Prompt& prompt) {
  Value list = list_value({});
  for (const std::string& stop : prompt.parameters.stop) {
    list.items.push_back(text_value(stop));
  }
  return list.items.empty() ? Value() : list;
}

constexpr std::array<Setting, 11> settings{{
    {"model", [](const Prompt& prompt) { return optional_text(prompt.model); }},
    {"temperature", [](const Prompt& prompt) { return optional_number(prompt.parameters.temperature); }},
    {"topP", [](const Prompt& prompt) { return optional_number(prompt.parameters.top_p); }},
    {"maxOutputTokens", [](const Prompt& prompt) { return optional_number(prompt.parameters.max_output_tokens); }},
    {"seed", [](const Prompt& prompt) { return optional_number(prompt.parameters.seed); }},
    {"stopSequences", stop_value},
    {"stream", [](const Prompt& prompt) { return boolean_value(prompt.stream); }},
    {"dataClass", [](const Prompt& prompt) { return text_value(data_class_name(prompt.data_class)); }},
    {"owner", [](const Prompt& prompt) { return optional_text(prompt.owner); }},
    {"suite", [](const Prompt& prompt) { return optional_text(prompt.suite.value_or("")); }},
    {"description", [](const Prompt& prompt) { return optional_text(prompt.description); }},
}};

std::vector<ConfigChange> diff_config(const Prompt& before, const Prompt& after) {
  std::vector<ConfigChange> changes;
  for (const Setting& setting : settings) {
    ConfigChange change{std::string(setting.key), setting.read(before), setting.read(after)};
    if (!same(change.before, change.after)) {
      changes.push_back(std::move(change));
    }
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
