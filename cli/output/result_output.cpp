#include "cli/output/result_output.hpp"

#include <fmt/format.h>

#include <ostream>

#include "base/diagnostic.hpp"
#include "base/workflow_command.hpp"
#include "cli/workspace/workspace.hpp"
#include "document/json.hpp"

namespace promptctl::cli {
namespace {

std::string text_of(const Result& result, bool json, const ReportStyle& style) {
  return json ? indented_json(result.json()) : result.console(style);
}

}  // namespace

void declare_result_options(Options& options, ResultOptions& target) {
  options.text("--format", "FORMAT", target.format, "One of: console, json");
  options.flag("--json", target.json, "Short for --format json");
  options.texts("-o,--output", "FILE", target.files, "Write to a file too: .json or .txt, else as --format says");
}

void check_result_options(const ResultOptions& options, const Session& session) {
  if (!options.format.empty() && options.format != "console" && options.format != "json") {
    throw Failure("usage", fmt::format("unknown format `{}`", options.format), "one of: console, json");
  }
  if (options.json && options.format == "console") {
    throw Failure("usage", "--json and --format console contradict each other", "leave one out");
  }
  check_writable(options.files, session);
}

void check_writable(const std::vector<std::string>& files, const Session& session) {
  for (const std::string& path : files) {
    const std::filesystem::path file = place_to_write(session, path);
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (!std::filesystem::is_directory(file.parent_path(), error) || std::filesystem::is_directory(file, error)) {
      throw Failure("unwritable-file", whole_file(path), "no file can be written there");
    }
  }
}

void write_result(const Result& result, const ResultOptions& options, Session& session) {
  ReportStyle style;
  style.color = use_color(session);
  style.width = session.width;
  const bool is_json = options.wants_json();
  GuardedStream(*session.exact_out, is_json ? spelled_in_json : spelled_in_text) << text_of(result, is_json, style);
  for (const std::string& path : options.files) {
    const bool json = path.ends_with(".json") || (options.wants_json() && !path.ends_with(".txt"));
    write_file_atomically(place_to_write(session, path), text_of(result, json, {}), path);
  }
}

void write_bytes(const std::string& text, const std::string& file, Session& session) {
  if (file.empty()) {
    *session.exact_out << text;
  } else {
    write_file_atomically(place_to_write(session, file), text, file);
  }
}

void write_json(const Value& value, const std::string& file, Session& session) {
  if (file.empty()) {
    GuardedStream(*session.exact_out, spelled_in_json) << indented_json(value);
  } else {
    write_file_atomically(place_to_write(session, file), indented_json(value), file);
  }
}

}  // namespace promptctl::cli
