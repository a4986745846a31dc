#include "judge/built_in_judges.hpp"

#include <algorithm>
#include <memory>

#include "embedded/built_in_judges.hpp"
#include "prompt/bundle_manifest.hpp"
#include "prompt/prompt_file.hpp"

namespace promptctl {
namespace {

constexpr std::string_view folder = "judges/";

// `name: factuality` in a file's front matter.
std::string_view name_of(std::string_view text) {
  constexpr std::string_view key = "\nname: ";
  const std::size_t start = text.find(key) + key.size();
  return text.substr(start, text.find('\n', start) - start);
}

}  // namespace

std::vector<std::string> built_in_judge_names() {
  std::vector<std::string> names;
  for (const std::string_view text : embedded::built_in_judges()) {
    names.emplace_back(name_of(text));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string_view built_in_judge_text(std::string_view name) {
  for (const std::string_view text : embedded::built_in_judges()) {
    if (name_of(text) == name) {
      return text;
    }
  }
  return {};
}

std::optional<PromptBundle> built_in_judge(const std::string& name, Diagnostics& diagnostics) {
  const std::string_view text = built_in_judge_text(name);
  if (text.empty()) {
    return std::nullopt;
  }
  const std::string id = judge_prompt_id(name);
  const auto source = std::make_shared<const Source>("built-in/" + id + ".prompt", std::string(text));
  const auto prompt = read_prompt(id, source, diagnostics);
  auto renderer = prompt ? Renderer::compile(*prompt, std::make_shared<const Partials>(), diagnostics) : std::nullopt;
  if (!renderer) {
    return std::nullopt;
  }
  BundleText bundle{std::string(text), {}};
  std::string digest = bundle_digest(manifest_of(bundle));
  return PromptBundle{*std::move(renderer), std::move(bundle), std::move(digest), {}};
}

std::string judge_prompt_id(const std::string& name) {
  return std::string(folder) + name;
}

}  // namespace promptctl
