// `promptctl get`: what an application consumes.

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/bundle_value.hpp"
#include "cli/output/rendering.hpp"
#include "cli/output/result_output.hpp"
#include "document/json.hpp"

namespace promptctl::cli {
namespace {

struct GetOptions {
  std::string address;
  std::string form = "prompt";
  std::vector<std::string> variables;
  std::string target;
  std::string file;
};

// Renders the prompt and writes what was asked for of it.
ExitCode write_rendered(const GetOptions& options, const PromptBundle& bundle, const Project& project,
                        Session& session) {
  Diagnostics diagnostics;
  auto request = render_request(bundle, command_line_case(), options.variables, diagnostics);
  print(diagnostics, session.err);
  if (!request) {
    return ExitCode::rejected;
  }
  if (options.form == "messages") {
    write_json(messages_value(*request), options.file, session);
    return ExitCode::accepted;
  }
  request->target = choose_target(options.target, bundle.prompt(), project);
  write_json(request_body(*request, project), options.file, session);
  return ExitCode::accepted;
}

void check_usage(const GetOptions& options) {
  const std::vector<std::string_view> forms{"prompt", "messages", "request", "bundle"};
  if (std::find(forms.begin(), forms.end(), options.form) == forms.end()) {
    throw Failure("usage", fmt::format("there is no format `{}`", options.form), did_you_mean(options.form, forms));
  }
  const bool renders = options.form == "messages" || options.form == "request";
  if (!renders && !options.variables.empty()) {
    throw Failure("usage", fmt::format("a {} is not rendered, and takes no --var", options.form),
                  "add --format messages, or --format request");
  }
}

ExitCode execute(const GetOptions& options, Session& session) {
  check_usage(options);
  if (!options.target.empty()) {
    read_target(options.target);
  }
  Workspace workspace(session);
  Diagnostics diagnostics;
  const PromptSource source = find_prompt(read_address(options.address), workspace);
  const auto bundle = source.read(diagnostics);
  const Project project = workspace.registry.require_project(diagnostics);
  if (!bundle || diagnostics.has_errors()) {
    print(diagnostics, session.err);
    return ExitCode::rejected;
  }
  if (options.form == "prompt") {
    write_bytes(bundle->text.prompt, options.file, session);
    return ExitCode::accepted;
  }
  if (options.form == "bundle") {
    write_json(bundle_value(*bundle, source.version), options.file, session);
    return ExitCode::accepted;
  }
  return write_rendered(options, *bundle, project, session);
}

Action declare(Options& options) {
  const auto target = std::make_shared<GetOptions>();
  options.argument("address", target->address, "NAME@production, NAME@12, NAME@latest, NAME@git:REV, NAME");
  options.text(
      "--format", "FORM", target->form,
      "prompt: the file as git stores it; messages, request: rendered, as JSON; bundle: with partials, as JSON");
  options.texts("--var", "NAME=VALUE", target->variables, "Set a variable; JSON where the schema asks for no text");
  options.text("--target", "MODEL", target->target, "The model of the request: provider/model");
  options.text("-o,--output", "FILE", target->file, "Write to a file instead");
  options.example("promptctl get support/triage@production");
  options.example("promptctl get support/triage@production --format messages --var subject=Hello --var body=Hi");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command get_command{"get", "Print what an application consumes: a prompt's bytes, messages or request", declare};

}  // namespace promptctl::cli
