// `promptctl render`: exactly what is sent for a case.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/rendering.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/workspace.hpp"
#include "eval/eval_plan.hpp"
#include "report/text/excerpt.hpp"

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

// For reading: the JSON has the exact characters.
void print_messages(const Request& request, std::ostream& out) {
  const char* before = "";
  for (const Message& message : request.messages) {
    out << before << "[" << role_name(message.role) << "]\n";
    for (const Part& part : message.parts) {
      const auto* media = std::get_if<MediaPart>(&part);
      out << printable_lines(media == nullptr ? std::get<TextPart>(part).text : fmt::format("<media {}>", media->url));
    }
    before = "\n\n";
  }
  out << "\n";
}

// Only the body of the HTTP request depends on a model.
void print_as_asked(Request& request, const RenderOptions& options, const Prompt& prompt, const Project& project,
                    Session& session) {
  if (options.request) {
    request.target = choose_target(options.target, prompt, project);
    write_json(request_body(request, project), "", session);
  } else if (options.json) {
    write_json(messages_value(request), "", session);
  } else {
    print_messages(request, session.out);
  }
}

ExitCode execute(RenderOptions options, Session& session) {
  if (!options.target.empty()) {
    read_target(options.target);
  }
  Workspace workspace(session);
  Diagnostics diagnostics;
  const Project project = workspace.registry.require_project(diagnostics);
  const Address address = read_address(options.prompt);
  options.prompt = address.prompt;
  const PromptSource source = find_prompt(address, workspace);
  Case golden = command_line_case();
  if (!options.case_id.empty()) {
    golden = find_case(workspace.registry, options, diagnostics);
  }
  const auto bundle = source.read(diagnostics);
  if (!bundle || diagnostics.has_errors()) {
    print(diagnostics, session.err);
    return ExitCode::rejected;
  }
  auto request = render_request(*bundle, std::move(golden), options.variables, diagnostics);
  print(diagnostics, session.err);
  if (!request) {
    return ExitCode::rejected;
  }
  print_as_asked(*request, options, bundle->prompt(), project, session);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<RenderOptions>();
  options.argument("prompt", target->prompt, "NAME, NAME@12, NAME@production, NAME@latest or NAME@git:REV");
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
