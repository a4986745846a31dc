#include "cli/result_output.hpp"

#include <fmt/format.h>

#include <ostream>

#include "base/diagnostic.hpp"
#include "cli/workspace.hpp"
#include "codec/json.hpp"

namespace promptctl::cli {

void declare_result_options(Options& options, ResultOptions& target) {
  options.text("--format", "FORMAT", target.format, "console or json");
  options.flag("--json", target.json, "Short for --format json");
  options.text("-o,--output", "FILE", target.file, "Write to a file instead");
}

void check_result_options(const ResultOptions& options) {
  if (!options.format.empty() && options.format != "console" && options.format != "json") {
    throw Failure("usage", fmt::format("there is no format `{}`", options.format),
                  did_you_mean(options.format, {"console", "json"}));
  }
  if (options.json && options.format == "console") {
    throw Failure("usage", "--json and --format console contradict each other");
  }
}

void write_result(const std::string& text, const ResultOptions& options, Session& session) {
  if (options.file.empty()) {
    session.out << text;
  } else {
    write_file_atomically(in_session(session, options.file), text, options.file);
  }
}

void write_result(const Value& json, const ResultOptions& options, Session& session) {
  write_result(indented_json(json), options, session);
}

}  // namespace promptctl::cli
