// `promptctl render`: exactly what is sent for a case.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/prompt_source.hpp"
#include "cli/workspace.hpp"
#include "codec/json.hpp"
#include "flow/eval_plan.hpp"
#include "wire/provider_type.hpp"

namespace promptctl::cli {
namespace {

struct RenderOptions {
  std::string prompt;
  std::string case_id;
  std::string suite;
  std::string target;
  std::vector<std::string> variables;
  bool request = false;
  bool json = false;
};

std::optional<Case> find_case_in(const Registry& registry, const Suite& suite, const std::string& id,
                                 Diagnostics& diagnostics) {
  const auto cases = open_cases(registry, suite, diagnostics);
  for (Case golden; cases->next(golden);) {
    if (golden.id == id) {
      return golden;
    }
  }
  return std::nullopt;
}

// The first case of this id in the suites that judge the prompt.
Case find_case(const Registry& registry, const RenderOptions& options, Diagnostics& diagnostics) {
  for (const std::string& id : registry.suite_ids()) {
    const bool wanted = options.suite.empty() || options.suite == id;
    const auto suite = wanted ? registry.read_suite(id, diagnostics) : std::nullopt;
    const bool judges = suite && suite->prompt == options.prompt;
    if (auto golden = judges ? find_case_in(registry, *suite, options.case_id, diagnostics) : std::nullopt) {
      return *golden;
    }
  }
  throw Failure("unknown-case", fmt::format("no suite of `{}` has a case `{}`", options.prompt, options.case_id));
}

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

Target choose_target(const RenderOptions& options, const Prompt& prompt, const Project& project) {
  const auto target = find_target(options.target.empty() ? prompt.model : options.target);
  if (target) {
    return *target;
  }
  if (!project.default_target) {
    throw Failure("no-target", "neither the prompt nor promptctl.yaml names a model", "use --target provider/model");
  }
  return *project.default_target;
}

void print_messages(const Request& request, std::ostream& out) {
  const char* before = "";
  for (const Message& message : request.messages) {
    out << before << "[" << role_name(message.role) << "]\n";
    for (const Part& part : message.parts) {
      out << (part.kind == Part::Kind::text ? part.text : fmt::format("<media {}>", part.url));
    }
    before = "\n\n";
  }
  out << "\n";
}

void print_messages_json(const Request& request, std::ostream& out) {
  Value list = list_value({});
  for (const Message& message : request.messages) {
    list.items.push_back(
        map_value().set("role", text_value(role_name(message.role))).set("content", text_value(text_of(message))));
  }
  out << indented_json(list);
}

void print_request(const Request& request, const Project& project, std::ostream& out) {
  const auto settings = project.providers.find(request.target.provider);
  const ProviderType* type = settings == project.providers.end() ? nullptr : find_provider_type(settings->second.type);
  if (type == nullptr) {
    throw Failure("unknown-provider", fmt::format("no provider `{}` in promptctl.yaml", request.target.provider));
  }
  const auto body = parse_json(type->request(request, settings->second).body);
  out << indented_json(body.value_or(Value()));
}

void print_as_asked(const Request& request, const RenderOptions& options, const Project& project, std::ostream& out) {
  if (options.request) {
    print_request(request, project, out);
  } else if (options.json) {
    print_messages_json(request, out);
  } else {
    print_messages(request, out);
  }
}

ExitCode execute(RenderOptions options, Session& session) {
  Workspace workspace(session);
  Diagnostics diagnostics;
  const Project project = workspace.registry.read_project(diagnostics);
  const Address address = read_address(options.prompt);
  options.prompt = address.prompt;
  const PromptSource source = find_prompt(address, workspace);
  Case golden;
  golden.id = "command line";
  golden.vars = map_value();
  if (!options.case_id.empty()) {
    golden = find_case(workspace.registry, options, diagnostics);
  }
  const auto bundle = source.read(diagnostics);
  if (!bundle || diagnostics.has_errors()) {
    print(diagnostics, session.err);
    return ExitCode::rejected;
  }
  add_variables(golden, bundle->prompt(), options.variables);
  bundle->renderer.add_defaults(golden);
  auto request = bundle->renderer.render(golden, diagnostics);
  print(diagnostics, session.err);
  if (!request) {
    return ExitCode::rejected;
  }
  request->target = choose_target(options, bundle->prompt(), project);
  request->stream = bundle->prompt().stream;
  print_as_asked(*request, options, project, session.out);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<RenderOptions>();
  options.argument("prompt", target->prompt, "The prompt; NAME@git:REV is a commit's");
  options.text("--case", "ID", target->case_id, "Take the variables of this golden case");
  options.text("--suite", "SUITE", target->suite, "Look for the case in this suite only");
  options.texts("--var", "NAME=VALUE", target->variables, "Set a variable; JSON where the schema asks for no text");
  options.text("--target", "MODEL", target->target, "The model: provider/model");
  options.flag("--request", target->request, "Print the body of the HTTP request");
  options.flag("--json", target->json, "Print the messages as JSON");
  options.example("promptctl render support/triage --case triage-de-delivery-late");
  options.example("promptctl render support/triage --var subject=Hello --var body=Hi --request");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command render_command{"render", "Print exactly what is sent for a case", declare};

}  // namespace promptctl::cli
