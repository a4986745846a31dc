#include "cli/output/form_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <set>

#include "base/diagnostic.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/workspace.hpp"
#include "evidence/evidence.hpp"
#include "world/system/ssh_signing.hpp"

namespace promptctl::cli {
namespace {

std::string asked_form(const FormOutput& output) {
  return output.json ? "json" : output.format;
}

std::string extensions_text(const FormTable& forms) {
  std::vector<std::string_view> extensions;
  extensions.reserve(forms.by_extension.size());
  for (const auto& [extension, form] : forms.by_extension) {
    extensions.push_back(extension);
  }
  const std::string_view last = extensions.back();
  extensions.pop_back();
  return fmt::format("{} or {}", fmt::join(extensions, ", "), last);
}

// The extension decides where it says something: JSON in an .xml would help nobody.
std::string form_for_file(const std::string& path, const std::string& asked, const FormTable& forms) {
  for (const auto& [extension, form] : forms.by_extension) {
    if (path.ends_with(extension)) {
      return std::string(form);
    }
  }
  if (asked.empty()) {
    throw Failure("usage", fmt::format("`-o {}` does not say in which form", path),
                  fmt::format("add --format, or end the name in {}", extensions_text(forms)));
  }
  return asked;
}

// The summary of a job is shared by its steps: each adds to it.
void add_to_step_summary(const WriteForm& write, const ReportStyle& style, const Session& session) {
  const auto file = session.environment.find("GITHUB_STEP_SUMMARY");
  if (file == session.environment.end() || file->second.empty()) {
    return;
  }
  std::ofstream summary(in_session(session, file->second), std::ios::app);
  write("markdown", style, summary);
  if (!summary.flush()) {
    throw Failure("unwritable-file", whole_file(file->second), "cannot add to the summary of the job");
  }
}

SshSignature sign(std::string_view bytes, const std::string& key, const Session& session) {
  return sign_with_ssh(in_session(session, key), evidence_signature_use, bytes, session.environment);
}

std::string signed_evidence(const std::string& statement, const std::string& key, const Session& session) {
  const SshSignature made = sign(evidence_signed_bytes(statement), key, session);
  return signed_evidence_text(statement, made.armored, made.key);
}

void check_signing(const FormOutput& output, const FormTable& forms, const Session& session) {
  if (output.signing_key.empty()) {
    return;
  }
  const std::vector<std::string> written = forms_of(output, forms);
  if (std::find(written.begin(), written.end(), "in-toto") == written.end()) {
    throw Failure("usage", "--sign signs evidence, and none is written", "-o evidence.intoto.jsonl");
  }
  sign("Can this key sign?", output.signing_key, session);  // No statement: it vouches for nothing.
}

}  // namespace

void declare_form_output(Options& options, FormOutput& target, const FormTable& forms) {
  options.text("--format", "FORMAT", target.format, fmt::format("One of: {}", fmt::join(forms.names, ", ")));
  options.flag("--json", target.json, "Short for --format json");
  options.texts("-o,--output", "FILE", target.files,
                fmt::format("Write to a file too; its form by extension ({}), else --format", extensions_text(forms)));
  options.number("--cases", target.most_cases, {0},
                 fmt::format("Show at most N {} ({})", forms.cases, forms.usual_cases));
}

void declare_signing(Options& options, FormOutput& target) {
  options.text("--sign", "KEY", target.signing_key,
               "Sign evidence with this SSH key: a private key's file, or the public one's of a key in ssh-agent");
}

void check_form_output(const FormOutput& output, const FormTable& forms, const Session& session) {
  const std::string asked = asked_form(output);
  if (output.json && !output.format.empty() && output.format != "json") {
    throw Failure("usage", fmt::format("--json and --format {} contradict each other", output.format), "leave one out");
  }
  if (!asked.empty() && std::find(forms.names.begin(), forms.names.end(), asked) == forms.names.end()) {
    throw Failure("usage", fmt::format("unknown format `{}`", asked),
                  fmt::format("one of: {}", fmt::join(forms.names, ", ")));
  }
  std::set<std::string> seen;
  for (const std::string& path : output.files) {
    form_for_file(path, asked, forms);
    if (!seen.insert(path).second) {
      throw Failure("usage", fmt::format("`-o {}` is given twice", path));
    }
  }
  check_writable(output.files, session);
  check_signing(output, forms, session);
}

std::vector<std::string> forms_of(const FormOutput& output, const FormTable& forms) {
  const std::string asked = asked_form(output);
  std::vector<std::string> names{asked.empty() ? "console" : asked};
  for (const std::string& path : output.files) {
    names.push_back(form_for_file(path, asked, forms));
  }
  return names;
}

std::size_t most_cases(const FormOutput& output, const FormTable& forms) {
  return static_cast<std::size_t>(output.most_cases.value_or(static_cast<long long>(forms.usual_cases)));
}

void write_forms(const FormOutput& output, const FormTable& forms, const WriteForm& write, const Session& session) {
  const std::string asked = asked_form(output);
  ReportStyle style;
  style.most_cases = most_cases(output, forms);
  if (!output.signing_key.empty()) {
    style.sign = [&](const std::string& statement) { return signed_evidence(statement, output.signing_key, session); };
  }
  style.file_of_prompt = [&session](const std::string& prompt) { return path_in_repository(session, prompt); };
  ReportStyle of_terminal = style;
  of_terminal.color = use_color(session);
  of_terminal.width = session.width;
  const auto guarded_write = [&](std::string_view form, const ReportStyle& form_style, std::ostream& out) {
    GuardedStream guarded(out, forms.commands(form));
    write(form, form_style, guarded);
  };
  guarded_write(asked.empty() ? "console" : asked, of_terminal, *session.exact_out);
  if (asked == "github") {
    add_to_step_summary(guarded_write, style, session);
  }
  for (const std::string& path : output.files) {
    const std::string form = form_for_file(path, asked, forms);
    write_file_atomically(
        place_to_write(session, path), [&](std::ostream& out) { guarded_write(form, style, out); }, path);
  }
}

}  // namespace promptctl::cli
