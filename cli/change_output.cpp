#include "cli/change_output.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <ostream>
#include <sstream>
#include <utility>

#include "base/diagnostic.hpp"
#include "cli/result_output.hpp"
#include "cli/workspace.hpp"

namespace promptctl::cli {
namespace {

constexpr std::size_t usual_cases = 5;

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const ChangeFormat* format : change_formats()) {
    names.push_back(format->name);
  }
  return names;
}

const ChangeFormat& format_for_file(const std::string& path, const std::string& asked) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> by_extension{
      {{".json", "json"}, {".md", "markdown"}, {".html", "html"}, {".txt", "console"}}};
  for (const auto& [extension, name] : by_extension) {
    if (path.ends_with(extension)) {
      return *find_change_format(name);
    }
  }
  if (asked.empty()) {
    throw Failure("usage", fmt::format("`-o {}` does not say in which form", path),
                  "add --format, or end the name in .json, .md, .html or .txt");
  }
  return *find_change_format(asked);
}

std::string asked_format(const ChangeOutput& output) {
  return output.json ? "json" : output.format;
}

std::string text_of(const ChangeFormat& format, const std::vector<ChangeReport>& changes, const ReportStyle& style) {
  std::ostringstream text;
  format.write(changes, style, text);
  return text.str();
}

// The summary of a job is shared by its steps: each adds to it.
void add_to_step_summary(const std::string& markdown, const Session& session) {
  const auto file = session.environment.find("GITHUB_STEP_SUMMARY");
  if (file == session.environment.end() || file->second.empty()) {
    return;
  }
  std::ofstream summary(in_session(session, file->second), std::ios::app);
  summary << markdown << std::flush;
  if (!summary) {
    throw Failure("unwritable-file", whole_file(file->second), "cannot add to the summary of the job");
  }
}

}  // namespace

void declare_change_output(Options& options, ChangeOutput& target) {
  options.text("--format", "FORMAT", target.format, fmt::format("One of: {}", fmt::join(format_names(), ", ")));
  options.flag("--json", target.json, "Short for --format json");
  options.texts("-o,--output", "FILE", target.files,
                "Write to a file too; its form by extension (.md, .html, .json, .txt), else --format");
  options.number("--cases", target.most_cases, {0}, "Show at most N changed cases with their replies (5)");
}

void check_change_output(const ChangeOutput& output, const Session& session) {
  const std::string asked = asked_format(output);
  if (output.json && !output.format.empty() && output.format != "json") {
    throw Failure("usage", fmt::format("--json and --format {} contradict each other", output.format), "leave one out");
  }
  if (!asked.empty() && find_change_format(asked) == nullptr) {
    throw Failure("usage", fmt::format("unknown format `{}`", asked),
                  fmt::format("one of: {}", fmt::join(format_names(), ", ")));
  }
  for (const std::string& path : output.files) {
    format_for_file(path, asked);
  }
  check_writable(output.files, session);
}

std::size_t most_cases(const ChangeOutput& output) {
  return static_cast<std::size_t>(output.most_cases.value_or(usual_cases));
}

void write_changes(const std::vector<ChangeReport>& changes, const ChangeOutput& output, const Session& session) {
  const std::string asked = asked_format(output);
  ReportStyle style;
  style.most_cases = most_cases(output);
  ReportStyle of_terminal = style;
  of_terminal.color = use_color(session);
  of_terminal.width = session.width;
  find_change_format(asked.empty() ? "console" : asked)->write(changes, of_terminal, session.out);
  if (asked == "github") {
    add_to_step_summary(text_of(*find_change_format("markdown"), changes, style), session);
  }
  for (const std::string& path : output.files) {
    write_file_atomically(in_session(session, path), text_of(format_for_file(path, asked), changes, style), path);
  }
}

}  // namespace promptctl::cli
