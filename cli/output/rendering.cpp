#include "cli/output/rendering.hpp"

#include <fmt/format.h>

#include "base/diagnostic.hpp"
#include "document/json.hpp"
#include "judge/judge_rendering.hpp"
#include "provider/chat_request.hpp"
#include "provider/fitted_request.hpp"
#include "provider/provider.hpp"

namespace promptctl::cli {
namespace {

// The schema says which variables are no text; these are written as JSON on the command line.
Value variable_value(const Prompt& prompt, const std::string& name, const std::string& text) {
  const Value* properties = prompt.input_schema.find("properties");
  const Value* declared = properties == nullptr ? nullptr : properties->find(name);
  const Value* type = declared == nullptr ? nullptr : declared->find("type");
  const bool is_text = type == nullptr || type->text == "string";
  const auto json = is_text ? std::nullopt : parse_json(text);
  return json ? *json : text_value(text);
}

void add_variables(Case& golden, const Prompt& prompt, const std::vector<std::string>& variables) {
  for (const std::string& variable : variables) {
    const std::size_t equals = variable.find('=');
    if (equals == std::string::npos) {
      throw Failure("usage", fmt::format("`--var {}` has no value", variable), "write --var name=value");
    }
    const std::string name = variable.substr(0, equals);
    std::erase_if(golden.vars.fields, [&name](const Field& field) { return field.name == name; });
    golden.vars.set(name, variable_value(prompt, name, variable.substr(equals + 1)));
  }
}

}  // namespace

Case command_line_case() {
  Case golden;
  golden.id = "command line";
  golden.vars = map_value();
  return golden;
}

std::optional<Request> render_request(const PromptBundle& bundle, Case golden,
                                      const std::vector<std::string>& variables, Diagnostics& diagnostics) {
  add_variables(golden, bundle.prompt(), variables);
  bundle.renderer.add_defaults(golden);
  auto request = render_case(bundle, golden, diagnostics);
  if (request) {
    request->stream = bundle.prompt().stream;
  }
  return request;
}

Target read_target(const std::string& name) {
  const auto target = find_target(name);
  if (!target) {
    throw Failure("bad-target", fmt::format("`--target {}` names no provider", name),
                  "write provider/model: openai/gpt-4o-mini");
  }
  return *target;
}

Target choose_target(const std::string& asked, const Prompt& prompt, const Project& project) {
  if (!asked.empty()) {
    return read_target(asked);
  }
  if (const auto target = find_target(prompt.model)) {
    return *target;
  }
  if (!project.default_target) {
    throw Failure("no-target", "neither the prompt nor promptctl.yaml names a model", "use --target provider/model");
  }
  return *project.default_target;
}

Value messages_value(const Request& request) {
  Value list = list_value({});
  for (const Message& message : request.messages) {
    list.items.push_back(
        map_value().set("role", text_value(role_name(message.role))).set("content", content_value(message)));
  }
  return list;
}

Value request_body(const Request& request, const Project& project) {
  const auto settings = project.providers.find(request.target.provider);
  if (settings == project.providers.end() || settings->second.type == nullptr) {
    throw Failure("unknown-provider", fmt::format("no provider `{}` in promptctl.yaml", request.target.provider));
  }
  const Request sent = fitted(request, settings->second);
  return parse_json(settings->second.api->ask(sent, settings->second).body).value_or(Value());
}

}  // namespace promptctl::cli
