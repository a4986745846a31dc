// `promptctl cases`: what went wrong becomes a golden case.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "authoring/case_addition.hpp"
#include "base/known_names.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/rendering.hpp"
#include "cli/workspace/workspace.hpp"
#include "dataset/case_reader.hpp"
#include "score/score.hpp"
#include "world/sqlite/sqlite_run_store.hpp"

namespace promptctl::cli {
namespace {

struct CasesOptions {
  std::string suite;
  std::string file;
  std::string run;
  std::vector<std::string> cases;
  std::vector<std::string> tags;
  std::vector<std::string> redact;
};

// Throws `Failure` where the file has a fault, or holds no case.
std::vector<Case> read_file(const std::string& path, Session& session) {
  ByteStream text = open_source(session.directory, path);
  if (!text) {
    throw Failure("missing-file", whole_file(path), fmt::format("there is no file `{}`", path));
  }
  Diagnostics faults;
  std::vector<Case> cases;
  const auto reader = read_cases(path, std::move(text), faults);
  for (Case golden; reader->next(golden);) {
    cases.push_back(golden);
  }
  print(faults, session.err);
  if (faults.has_errors() || cases.empty()) {
    throw Failure("empty-dataset", whole_file(path),
                  faults.has_errors() ? "the file has faults: nothing is added" : "the file holds no case");
  }
  return cases;
}

// Why a result is no pass: its first failing, or its error.
std::string reason_of(const CaseResult& result) {
  if (result.error) {
    return result.error->message;
  }
  const std::vector<std::string> texts = failings(result.score);
  return texts.empty() ? "" : texts.front();
}

// The cases of a run that are named, or else all that did not pass; of each why it did not.
std::vector<Case> read_run(const CasesOptions& options, Workspace& workspace) {
  SqliteRunStore store(state_path(workspace.root, "runs.db"));
  const RunHeader header = find_run(store, options.run);
  std::map<std::string, std::string> wanted;
  store.each_result(header.id, [&](const CaseResult& result) {
    const bool is_named = std::find(options.cases.begin(), options.cases.end(), result.case_id) != options.cases.end();
    if (options.cases.empty() ? result.passed() != true : is_named) {
      wanted.emplace(result.case_id, reason_of(result));
    }
  });
  Diagnostics faults;
  const auto suite = workspace.registry.read_suite(header.suite_id, faults);
  std::vector<Case> cases;
  if (suite) {
    const auto reader = read_cases(suite->cases, workspace.files.open(suite->cases), faults);
    for (Case golden; reader->next(golden);) {
      if (const auto reason = wanted.find(golden.id); reason != wanted.end()) {
        golden.description =
            fmt::format("run {}, case {}{}", header.id, golden.id, reason->second.empty() ? "" : ": " + reason->second);
        cases.push_back(golden);
      }
    }
  }
  if (cases.empty()) {
    throw Failure("unknown-case",
                  fmt::format("run {} has no such case that the dataset of {} still has", header.id, header.suite_id),
                  options.cases.empty() ? "every case of it passed" : "see promptctl runs show");
  }
  return cases;
}

ExitCode add(const CasesOptions& options, Session& session) {
  if (options.file.empty() == options.run.empty()) {
    throw Failure("usage", "say where the cases come from", "a FILE of cases, or --run RUN");
  }
  Workspace workspace(session);
  require_known(options.suite, workspace.registry.suite_ids(), "suite");
  Diagnostics faults;
  const auto suite = workspace.registry.read_suite(options.suite, faults);
  if (!suite || faults.has_errors()) {
    print(faults, session.err);
    return ExitCode::rejected;
  }
  std::vector<Case> cases = options.run.empty() ? read_file(options.file, session) : read_run(options, workspace);
  CaseAddition addition{options.tags, options.run.empty() ? "from " + options.file : "", options.redact};
  const std::vector<std::string> ids = add_cases(workspace.files, suite->cases, std::move(cases), addition);
  session.out << fmt::format("added {} to {}: {}\n", counted(ids.size(), "case"), suite->cases, join(ids, ", "));
  return ExitCode::accepted;
}

Action declare_add(Options& options) {
  const auto target = std::make_shared<CasesOptions>();
  options.argument("suite", target->suite, "The suite whose dataset they are added to");
  options.argument("file", target->file, "Cases: of an application's log, say, as .jsonl, .json, .yaml or .csv", false);
  options.text("--run", "RUN", target->run, "Take the cases of a run that did not pass");
  options.texts("--case", "ID", target->cases, "Of the run, take this case, passed or not");
  options.texts("--tag", "TAG", target->tags, "Tag them");
  options.texts("--redact", "TEXT", target->redact, "Put [redacted] in the place of this text, wherever it stands");
  options.example("promptctl cases add support/regressions incidents.jsonl --tag production --redact \"Mia Kern\"");
  return [target](Session& session) { return add(*target, session); };
}

Action declare(Options& options) {
  options.command("add", "Append cases to a dataset, with where they come from", declare_add);
  options.example("promptctl cases add support/regressions --run latest");
  return {};
}

}  // namespace

const Command cases_command{"cases", "Make golden cases of what went wrong", declare};

}  // namespace promptctl::cli
