// `promptctl diff`: what changed between two contents of a prompt.

#include "flow/prompt_diff.hpp"

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/prompt_source.hpp"
#include "cli/result_output.hpp"
#include "cli/workspace.hpp"
#include "report/prompt_diff_text.hpp"
#include "report/prompt_diff_value.hpp"
#include "world/text_diff.hpp"

namespace promptctl::cli {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  ResultOptions result;
};

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

ExitCode execute(const DiffOptions& options, Session& session) {
  check_result_options(options.result, session);
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
  const Result result{[&](const ReportStyle& style) { return prompt_diff_text(comparison, style); },
                      [&] { return prompt_diff_value(comparison); }};
  write_result(result, options.result, session);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<DiffOptions>();
  options.argument("before", target->before, "NAME@production, NAME@12, NAME@git:REV, NAME");
  options.argument("after", target->after, "Another prompt or content of it; else the working tree's", false);
  declare_result_options(options, target->result);
  options.example("promptctl diff support/triage@git:HEAD");
  options.example("promptctl diff support/triage@production support/triage@latest");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command diff_command{"diff", "Show what changed between two contents of a prompt", declare};

}  // namespace promptctl::cli
