#include "prompt/prompt_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/field_reader.hpp"
#include "document/yaml.hpp"
#include "exchange/request.hpp"
#include "prompt/body_check.hpp"
#include "prompt/front_matter.hpp"
#include "provider/provider_type.hpp"
#include "schema/picoschema.hpp"

namespace promptctl {
namespace {

void read_stop(FieldReader& config, Parameters& parameters) {
  constexpr std::size_t most = 4;  // OpenAI's limit, the lowest among providers.
  parameters.stop = config.optional_texts("stopSequences");
  if (parameters.stop.size() > most) {
    config.diagnostics().error("out-of-range", config.map().find("stopSequences")->where,
                               fmt::format("`stopSequences` can't hold more than {} texts", most));
  }
}

struct Range {
  double least;
  double most;
};

std::optional<double> number_within(FieldReader& config, std::string_view name, const Range& range) {
  const auto number = config.optional_number(name);
  if (number && (*number < range.least || *number > range.most)) {
    config.diagnostics().error(
        "out-of-range", config.map().find(name)->where,
        fmt::format("`{}` must be from {} to {}", name, number_text(range.least), number_text(range.most)));
    return std::nullopt;
  }
  return number;
}

Parameters read_parameters(FieldReader& config) {
  constexpr long long most_top_k = 1'000'000;
  constexpr long long most_tokens = 10'000'000;
  constexpr long long most_seed = 9'007'199'254'740'991;  // What JSON's numbers carry exactly.
  Parameters parameters;
  parameters.temperature = number_within(config, "temperature", {0, 2});
  parameters.top_p = number_within(config, "topP", {0, 1});
  parameters.max_output_tokens = config.optional_integer("maxOutputTokens", 1, most_tokens);
  parameters.seed = config.optional_integer("seed", -most_seed, most_seed);
  read_stop(config, parameters);
  parameters.top_k = config.optional_integer("topK", 1, most_top_k);
  parameters.frequency_penalty = number_within(config, "frequencyPenalty", {-2, 2});
  parameters.presence_penalty = number_within(config, "presencePenalty", {-2, 2});
  parameters.reasoning_effort = config.optional_text("reasoningEffort");
  parameters.thinking_budget = config.optional_integer("thinkingBudget", 0, most_tokens);
  parameters.verbosity = config.optional_text("verbosity");
  parameters.service_tier = config.optional_text("serviceTier");
  return parameters;
}

// Fields of the body that only one API has, under the name of its type.
Value read_options(FieldReader& config) {
  Value options = map_value();
  for (const ProviderType* type : provider_types()) {
    if (const Value* own = config.optional_map(type->name)) {
      options.set(std::string(type->name), *own);
    }
  }
  return options.fields.empty() ? Value() : options;
}

void read_config(const Value& map, Prompt& prompt, Diagnostics& diagnostics) {
  FieldReader config(map, diagnostics);
  prompt.config = map;
  prompt.parameters = read_parameters(config);
  prompt.options = read_options(config);
  config.finish();
}

Value read_schema(FieldReader& fields, Diagnostics& diagnostics) {
  const Value* schema = fields.optional_value("schema");
  return schema == nullptr || schema->is_null() ? Value() : picoschema_to_json_schema(*schema, diagnostics);
}

void warn_of_files(const Value& defaults, Diagnostics& diagnostics) {
  for (const Field& field : defaults.fields) {
    if (names_file(field.value)) {
      warn_of_file(fmt::format("`{}`", field.name), field.value.where, diagnostics);
    }
  }
}

void read_input(const Value& map, Prompt& prompt, Diagnostics& diagnostics) {
  FieldReader input(map, diagnostics);
  prompt.input_schema = read_schema(input, diagnostics);
  if (const Value* defaults = input.optional_map("default")) {
    prompt.input_default = *defaults;
    warn_of_files(*defaults, diagnostics);
  }
  input.finish();
}

void read_output(const Value& map, Prompt& prompt, Diagnostics& diagnostics) {
  FieldReader output(map, diagnostics);
  const auto format = output.optional_choice("format", {"text", "json"});
  prompt.output_schema = read_schema(output, diagnostics);
  prompt.json_output = format ? *format == "json" : !prompt.output_schema.is_null();
  if (format == "text" && !prompt.output_schema.is_null()) {
    diagnostics.error("front-matter", map.where, "`output.schema` needs `format: json`");
  }
  output.finish();
}

void read_extensions(FieldReader& fields, Prompt& prompt) {
  prompt.owner = fields.optional_text("promptctl.owner").value_or("");
  prompt.suite = fields.optional_text("promptctl.suite");
  prompt.judge = fields.optional_choice("promptctl.judge", {"criterion", "choice", "scale", "pairwise"});
  prompt.stream = fields.optional_boolean("promptctl.stream").value_or(true);
  if (const auto name = fields.optional_choice("promptctl.dataClass", data_class_names())) {
    prompt.data_class = *find_data_class(*name);
  }
}

// The registry names and numbers prompts; a name in the file that says otherwise misleads its reader.
void check_name(FieldReader& fields, const Prompt& prompt) {
  const auto name = fields.optional_text("name");
  const std::string_view stem = std::string_view(prompt.id).substr(prompt.id.rfind('/') + 1);
  if (name && *name != prompt.id && *name != stem) {
    fields.diagnostics().warning("name-mismatch", fields.map().find("name")->where,
                                 fmt::format("the file says `{}`, its path says `{}`", *name, prompt.id),
                                 "leave `name` out: the path is the name");
  }
  if (const Value* version = fields.optional_value("version")) {
    fields.diagnostics().warning("name-mismatch", version->where, "the registry assigns versions, not the file",
                                 "leave `version` out");
  }
}

void read_model(FieldReader& fields, Prompt& prompt) {
  prompt.model = fields.optional_text("model").value_or("");
  if (prompt.model.empty()) {
    return;
  }
  prompt.model_where = fields.map().find("model")->where;
  if (!find_target(prompt.model)) {
    fields.diagnostics().error("bad-target", prompt.model_where, fmt::format("`{}` names no provider", prompt.model),
                               "write provider/model: openai/gpt-4o-mini");
  }
}

void refuse_tools(FieldReader& fields) {
  for (const std::string_view name : {"tools", "toolDefs"}) {
    if (const Value* tools = fields.optional_value(name)) {
      fields.diagnostics().error("unsupported-key", tools->where,
                                 fmt::format("`{}` can't be sent to a model yet", name),
                                 "leave it out: an answer without the tools would not be the prompt's");
    }
  }
}

void read_fields(const Value& map, Prompt& prompt, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  check_name(fields, prompt);
  prompt.description = fields.optional_text("description").value_or("");
  fields.optional_text("variant");
  read_model(fields, prompt);
  refuse_tools(fields);
  if (const Value* config = fields.optional_map("config")) {
    read_config(*config, prompt, diagnostics);
  }
  if (const Value* input = fields.optional_map("input")) {
    read_input(*input, prompt, diagnostics);
  }
  if (const Value* output = fields.optional_map("output")) {
    prompt.output_where = output->where;
    read_output(*output, prompt, diagnostics);
  }
  fields.optional_map("metadata");
  read_extensions(fields, prompt);
  fields.finish();
}

// Whether some lines hold keys of front matter, at least as many of them as of anything else.
bool reads_as_keys(const SourcePointer& source, std::string_view lines) {
  Diagnostics faults;
  const auto map = read_yaml(source, lines, faults);
  if (!map || faults.has_errors() || !map->is_map() || map->fields.empty()) {
    return false;
  }
  Prompt ignored;
  read_fields(*map, ignored, faults);
  const auto foreign = std::count_if(faults.all().begin(), faults.all().end(), [](const Diagnostic& fault) {
    return fault.code == "unknown-key" || fault.code == "wrong-kind";
  });
  return 2 * static_cast<std::size_t>(foreign) <= map->fields.size();
}

// An empty map when there is nothing but comments; none after a fault.
std::optional<Value> read_front_matter(const SourcePointer& source, std::string_view yaml, Diagnostics& diagnostics) {
  auto read = trim(yaml).empty() ? map_value() : read_yaml(source, yaml, diagnostics);
  if (!read || read->is_map()) {
    return read;
  }
  if (read->is_null()) {
    return map_value();
  }
  diagnostics.error("front-matter", read->where,
                    fmt::format("front matter is a map of keys, not {}", kind_name(read->kind)),
                    "if these lines belong to the body, begin the file with two lines of `---`");
  return std::nullopt;
}

}  // namespace

std::optional<Prompt> read_prompt(std::string id, const SourcePointer& source, Diagnostics& diagnostics) {
  if (const auto invalid = find_invalid_utf8(source->text())) {
    diagnostics.error("invalid-utf8", locate(source, *invalid), "the text is not UTF-8 here");
    return std::nullopt;
  }
  const auto is_keys = [&source](std::string_view lines) { return reads_as_keys(source, lines); };
  const auto parts = split_front_matter(source, is_keys, diagnostics);
  const auto front_matter = parts ? read_front_matter(source, parts->yaml, diagnostics) : std::nullopt;
  if (!front_matter) {
    return std::nullopt;
  }
  Prompt prompt;
  prompt.id = std::move(id);
  prompt.source = source;
  prompt.body_start = parts->body_start;
  prompt.where = {source, 1, 1};
  read_fields(*front_matter, prompt, diagnostics);
  check_body(source, prompt.body_start, diagnostics);
  return prompt;
}

}  // namespace promptctl
