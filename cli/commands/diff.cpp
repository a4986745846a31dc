// `promptctl diff`: what changed between two contents of a prompt.

#include "flow/prompt_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/prompt_source.hpp"
#include "cli/workspace.hpp"
#include "codec/json.hpp"
#include "report/prompt_diff_text.hpp"
#include "report/prompt_diff_value.hpp"
#include "world/text_diff.hpp"

namespace promptctl::cli {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  std::string format;
  bool json = false;
  std::vector<std::string> files;
};

std::string json_text(const PromptComparison& comparison, const ReportStyle&) {
  return indented_json(prompt_diff_value(comparison));
}

// A form that a comparison can be written in.
struct Form {
  std::string_view name;
  std::string_view extension;  // of the files that take it unasked
  std::string (*text)(const PromptComparison& comparison, const ReportStyle& style);
};

constexpr std::array<Form, 2> forms{{{"console", ".txt", prompt_diff_text}, {"json", ".json", json_text}}};

// The form asked for; console where none is.
const Form& find_form(const DiffOptions& options) {
  if (options.json && !options.format.empty() && options.format != "json") {
    throw Failure("usage", fmt::format("--json and --format {} contradict each other", options.format),
                  "leave one out");
  }
  const std::string asked = options.json ? "json" : options.format.empty() ? "console" : options.format;
  const auto* form = std::find_if(forms.begin(), forms.end(), [&](const Form& known) { return known.name == asked; });
  if (form == forms.end()) {
    throw Failure("usage", fmt::format("unknown format `{}`", asked), "one of: console, json");
  }
  return *form;
}

// A file's extension decides, where it says something.
const Form& form_of_file(const std::string& path, const Form& asked) {
  const auto* form =
      std::find_if(forms.begin(), forms.end(), [&](const Form& known) { return path.ends_with(known.extension); });
  return form == forms.end() ? asked : *form;
}

Address address_after(const DiffOptions& options, const Address& before) {
  if (!options.after.empty()) {
    return read_address(options.after);
  }
  if (before.kind == Address::Kind::working_tree) {
    throw Failure("usage",
                  fmt::format("`{0}` is the working tree's prompt: there is nothing to compare it with", before.prompt),
                  fmt::format("name another content: promptctl diff {}@git:HEAD", before.prompt));
  }
  return {before.prompt};
}

// None after a fault, which is printed, with the content that it is in: two may be read from the same path.
std::optional<PromptBundle> read_content(const Address& address, Workspace& workspace, std::ostream& err) {
  Diagnostics diagnostics;
  auto bundle = find_prompt(address, workspace).read(diagnostics);
  if (bundle && !diagnostics.has_errors()) {
    return bundle;
  }
  err << "in " << address_text(address) << ":\n";
  print(diagnostics, err);
  return std::nullopt;
}

PromptComparison compare(const PromptBundle& before, const PromptBundle& after) {
  PromptComparison comparison;
  comparison.before.digest = before.digest;
  comparison.after.digest = after.digest;
  comparison.prompts = diff_prompts(before, after);
  comparison.files = diff_files(before.text, after.text);
  return comparison;
}

void write(const PromptComparison& comparison, const DiffOptions& options, const Form& form, Session& session) {
  ReportStyle style;
  style.color = use_color(session);
  style.width = session.width;
  session.out << form.text(comparison, style);
  for (const std::string& path : options.files) {
    write_file_atomically(in_session(session, path), form_of_file(path, form).text(comparison, {}), path);
  }
}

ExitCode execute(const DiffOptions& options, Session& session) {
  const Form& form = find_form(options);
  const Address old_address = read_address(options.before);
  const Address new_address = address_after(options, old_address);
  Workspace workspace(session);
  const auto before = read_content(old_address, workspace, session.err);
  const auto after = read_content(new_address, workspace, session.err);
  if (!before || !after) {
    return ExitCode::rejected;
  }
  PromptComparison comparison = compare(*before, *after);
  comparison.before.address = address_text(old_address);
  comparison.after.address = address_text(new_address);
  write(comparison, options, form, session);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<DiffOptions>();
  options.argument("before", target->before, "A prompt: NAME, or NAME@git:REV for a commit's");
  options.argument("after", target->after, "Another prompt or content of it; else the working tree's", false);
  options.text("--format", "FORMAT", target->format, "One of: console, json");
  options.flag("--json", target->json, "Short for --format json");
  options.texts("-o,--output", "FILE", target->files, "Write to a file too: .json or .txt, else as --format says");
  options.example("promptctl diff support/triage@git:HEAD");
  options.example("promptctl diff support/triage@git:v1.2 support/triage@git:main --json");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command diff_command{"diff", "Show what changed between two contents of a prompt", declare};

}  // namespace promptctl::cli
