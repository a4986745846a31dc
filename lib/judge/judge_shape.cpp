#include "judge/judge_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/characters.hpp"
#include "base/text.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

constexpr std::string_view unclear = "unclear";
constexpr std::string_view verdict_key = "verdict";
constexpr std::string_view reason_key = "reason";

void fault(const Location& where, std::string message, std::string hint, Diagnostics& diagnostics) {
  diagnostics.error("bad-judge", where, std::move(message), std::move(hint));
}

std::string_view example_of(JudgeForm form) {
  constexpr std::array<std::string_view, 4> examples{
      "schema: {reason: string, verdict(enum): [yes, no, unclear]}",
      "schema: {reason: string, verdict(enum): [agrees, contradicts, unclear]}",
      "schema: {reason: string, verdict(enum): [\"1\", \"2\", \"3\", unclear]}",
      "schema: {reason: string, verdict(enum): [first, second, tie, unclear]}"};
  return examples[static_cast<std::size_t>(form)];
}

// The file where it has no `output`.
const Location& place_of_output(const Prompt& prompt) {
  return prompt.output_where.line > 0 ? prompt.output_where : prompt.where;
}

// The words of the enum, "unclear" included; none without one.
std::vector<std::string> enum_words(const Value* verdict) {
  std::vector<std::string> words;
  const Value* listed = verdict == nullptr ? nullptr : verdict->find("enum");
  for (const Value& word : listed == nullptr ? std::vector<Value>() : listed->items) {
    words.push_back(display_text(word));
  }
  return words;
}

bool are_levels(const std::vector<std::string>& words) {
  std::optional<double> before;
  for (const std::string& word : words) {
    const auto level = parse_number(word);
    if (!level || *level != static_cast<double>(static_cast<long long>(*level)) || (before && *level <= *before)) {
      return false;
    }
    before = level;
  }
  return true;
}

bool are_words_of(JudgeForm form, const std::vector<std::string>& words) {
  const std::set<std::string> given(words.begin(), words.end());
  switch (form) {
    case JudgeForm::criterion:
      return given == std::set<std::string>{"yes", "no"};
    case JudgeForm::pairwise:
      return given == std::set<std::string>{"first", "second", "tie"};
    case JudgeForm::scale:
      return words.size() > 1 && are_levels(words);
    case JudgeForm::choice:
      return words.size() > 1 && given.size() == words.size();
  }
  return false;
}

// The words less "unclear"; empty after a fault.
std::vector<std::string> read_words(const Prompt& prompt, JudgeForm form, Diagnostics& diagnostics) {
  const Value* properties = prompt.output_schema.find("properties");
  const std::string example(example_of(form));
  if (properties == nullptr || properties->fields.size() != 2 || properties->find(verdict_key) == nullptr ||
      properties->find(reason_key) == nullptr) {
    fault(place_of_output(prompt), "a judge answers with an object of `reason` and `verdict`", example, diagnostics);
    return {};
  }
  if (properties->fields.front().name != reason_key) {
    fault(place_of_output(prompt), "the verdict stands before its reason: a model that has given one defends it",
          "write `reason` first", diagnostics);
    return {};
  }
  std::vector<std::string> words = enum_words(properties->find(verdict_key));
  const bool offers_doubt = std::erase(words, unclear) > 0;
  if (!offers_doubt || !are_words_of(form, words)) {
    fault(place_of_output(prompt),
          offers_doubt ? fmt::format("these are no verdicts of a judge of the form `{}`", judge_form_name(form))
                       : "the judge can't say that it can't tell: `unclear` is missing",
          example, diagnostics);
    return {};
  }
  return words;
}

// What a judge of the form must be told.
std::vector<std::string_view> judged_names(JudgeForm form) {
  return form == JudgeForm::pairwise ? std::vector<std::string_view>{"first", "second"}
                                     : std::vector<std::string_view>{"reply"};
}

constexpr std::array<std::string_view, 8> told_names{"reply",     "first",    "second",  "criterion",
                                                     "reference", "question", "context", "fence"};

// A text for each variable that a judge may be told of; with `few`, only for those that its form is about and that are
// not optional.
Case probe_case(const Renderer& renderer, JudgeForm form, const std::string& mark, bool few) {
  const Value* required = renderer.prompt().input_schema.find("required");
  const auto is_needed = [&](std::string_view name) {
    const auto about = judged_names(form);
    const bool is_required = required != nullptr && std::any_of(required->items.begin(), required->items.end(),
                                                                [name](const Value& one) { return one.text == name; });
    return is_required || std::find(about.begin(), about.end(), name) != about.end();
  };
  Case probe;
  probe.id = "probe";
  probe.vars = map_value();
  for (const std::string_view name : told_names) {
    if (renderer.known_names()->count(name) > 0 && (!few || is_needed(name))) {
      probe.vars.set(std::string(name), text_value(mark + std::string(name)));
    }
  }
  return probe;
}

// Whether what is judged gets into the system role of what is sent for the probe.
void check_roles(const Renderer& renderer, JudgeForm form, bool few, Diagnostics& diagnostics) {
  const std::string mark = "probe-of-";
  Diagnostics found;
  Case probe = probe_case(renderer, form, mark, few);
  renderer.add_defaults(probe);
  const auto request = renderer.render(probe, found);
  if (!request && !few) {
    const std::string message = found.all().empty() ? "it has no message" : found.all().front().message;
    fault(renderer.prompt().where, fmt::format("the judge can't be asked: {}", message),
          fmt::format("a judge is told {}, each a text", fmt::join(told_names, ", ")), diagnostics);
  }
  for (const Message& message : request ? request->messages : std::vector<Message>()) {
    for (const std::string_view name : judged_names(form)) {
      if (message.role == Role::system && text_of(message).find(mark + std::string(name)) != std::string::npos) {
        fault(renderer.prompt().where,
              fmt::format("`{}` stands in the system role: what it says would be obeyed", name),
              "give it in the user's role", diagnostics);
      }
    }
  }
}

void check_variables(const Renderer& renderer, JudgeForm form, Diagnostics& diagnostics) {
  const auto& known = renderer.known_names();
  for (const std::string_view name : judged_names(form)) {
    if (!known || known->count(name) == 0) {
      fault(renderer.prompt().where, fmt::format("the judge is never told the `{}`", name),
            fmt::format("name {{{{{}}}}} in the body", name), diagnostics);
      return;
    }
  }
  const std::size_t errors_before = diagnostics.errors();
  check_roles(renderer, form, false, diagnostics);
  if (diagnostics.errors() == errors_before) {
    check_roles(renderer, form, true, diagnostics);
  }
}

// What stands in a single code fence that is the whole text; else the text.
std::string_view without_fence(std::string_view text) {
  constexpr std::string_view marks = "```";
  const std::string_view whole = trim(text);
  const std::size_t first_line = whole.find('\n');
  if (!whole.starts_with(marks) || !whole.ends_with(marks) || first_line == std::string_view::npos ||
      whole.size() < first_line + 1 + marks.size()) {
    return whole;
  }
  const std::string_view info = trim(whole.substr(marks.size(), first_line - marks.size()));
  const std::string_view inner = whole.substr(first_line + 1, whole.size() - first_line - 1 - marks.size());
  return (info.empty() || info == "json") && inner.find(marks) == std::string_view::npos ? trim(inner) : whole;
}

}  // namespace

std::optional<JudgeShape> judge_shape(const Renderer& renderer, Diagnostics& diagnostics) {
  const Prompt& prompt = renderer.prompt();
  const auto form = find_judge_form(prompt.judge.value_or(""));
  if (!form) {
    return std::nullopt;
  }
  const std::size_t errors_before = diagnostics.errors();
  std::vector<std::string> words = read_words(prompt, *form, diagnostics);
  check_variables(renderer, *form, diagnostics);
  if (diagnostics.errors() != errors_before) {
    return std::nullopt;
  }
  auto schema = Schema::compile(prompt.output_schema, diagnostics);
  if (!schema) {
    return std::nullopt;
  }
  return JudgeShape{*form, std::move(words), *std::move(schema)};
}

std::variant<JudgeAnswer, std::string> read_judge_answer(const JudgeShape& shape, std::string_view text) {
  const std::string_view whole = without_fence(text);
  if (whole.empty()) {
    return std::string("its answer is empty");
  }
  const auto answer = parse_json(whole);
  if (!answer || !answer->is_map()) {
    return std::string("its answer is not one JSON object");
  }
  const auto violations = shape.answer.validate(*answer);
  if (!violations.empty()) {
    const std::string& pointer = violations.front().instance_pointer;
    return pointer.empty() ? fmt::format("its answer: {}", violations.front().message)
                           : fmt::format("`{}` of its answer {}", pointer.substr(1), violations.front().message);
  }
  const Value* verdict = answer->find(verdict_key);
  const Value* reason = answer->find(reason_key);
  if (verdict == nullptr || reason == nullptr) {
    return fmt::format("its answer has no `{}`", verdict == nullptr ? verdict_key : reason_key);
  }
  return JudgeAnswer{display_text(*verdict), display_text(*reason)};
}

}  // namespace promptctl
