#include "judge/judge_rendering.hpp"

#include "judge/built_in_judges.hpp"
#include "judge/prompt_judge.hpp"

namespace promptctl {

std::optional<Request> render_case(const PromptBundle& prompt, const Case& golden, Diagnostics& diagnostics) {
  const Renderer& renderer = prompt.renderer;
  if (!prompt.prompt().judge) {
    return renderer.render(golden, diagnostics);
  }
  JudgedTexts texts;
  Case asked = golden;
  asked.vars.fields.clear();
  const auto& known = renderer.known_names();
  for (const Field& field : golden.vars.fields) {
    if (known && known->count(field.name) > 0) {
      texts.emplace(field.name, display_text(field.value));
    } else {
      asked.vars.fields.push_back(field);  // Which the prompt's schema reports.
    }
  }
  for (Field& field : fenced_case(renderer, prompt.digest, texts).vars.fields) {
    field.value.where = golden.where;
    asked.vars.fields.push_back(std::move(field));
  }
  return renderer.render(asked, diagnostics);
}

std::string_view judge_name_of(std::string_view prompt_id) {
  const std::string folder = judge_prompt_id("");
  return prompt_id.starts_with(folder) ? prompt_id.substr(folder.size()) : prompt_id;
}

}  // namespace promptctl
