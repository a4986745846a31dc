#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "dataset/case_reader.hpp"
#include "dataset/selection.hpp"
#include "exchange/cassette.hpp"
#include "exchange/request.hpp"
#include "judge/judge_book.hpp"
#include "registry/price_book.hpp"
#include "registry/project.hpp"
#include "registry/registry.hpp"
#include "registry/suite.hpp"
#include "score/rubric.hpp"

namespace promptctl {

// A suite that has been read and checked down to its last case, and can be run.
struct PreparedSuite {
  Suite suite;
  PromptBundle prompt;
  Rubric rubric;
  Selection selection;
  std::vector<Target> targets;
  std::map<std::string, ProviderSettings> providers;  // of these, by name
  std::shared_ptr<const JudgeBook> judges;
  std::vector<Target> judge_targets;  // the models that judges and embeddings are asked of, each once
  int repeat = 1;
  long long dataset_cases = 0;
  std::string dataset_digest;
  std::string address;                // how the prompt's content was named
  std::set<std::string> quarantined;  // ids of cases
  bool own_model = false;             // the target is the prompt's own, or the project's default
  Cassette cassette;                  // the suite's recorded replies, of an offline run
  std::vector<std::string> files;  // paths, in the working tree, of all that decides what is asked and how it is judged

  // Case × target × repeat, of the chosen cases.
  long long planned() const {
    return static_cast<long long>(selection.count()) * static_cast<long long>(targets.size()) * repeat;
  }
};

// All models that running it may ask, each once: its own and those of its judges.
std::vector<Target> all_targets(const PreparedSuite& prepared);

// What a run may change of a suite.
struct SuiteOptions {
  SelectionOptions selection;
  std::vector<Target> targets;  // empty: the suite's, else the prompt's, else the project's default
  std::optional<int> repeat;
  std::chrono::system_clock::time_point now = {};  // what quarantines are held against
  const PriceBook* prices = nullptr;               // what budgets are; null: nothing will be spent

  bool offline = false;  // whether replies come from the suite's cassette

  std::string address;  // how the prompt's content was named; empty: by its id

  // What the content's own promptctl.yaml asks where its prompt names no model; none: what the project's does.
  std::optional<Target> default_target = {};

  // Where the prompt's content comes from, when not from the registry that the suite is in.
  std::function<std::optional<PromptBundle>(const std::string& id, Diagnostics& diagnostics)> read_prompt = {};
};

// Reads the suite, its prompt and every case, and reports every fault that running it would meet: each case is rendered
// and its assertions are checked. None after a fault.
std::optional<PreparedSuite> prepare_suite(Registry& registry, const std::string& id, const Project& project,
                                           const SuiteOptions& options, Diagnostics& diagnostics);

// The cases of a suite's dataset, from the first. Throws `Failure` when the file does not exist.
std::unique_ptr<CaseReader> open_cases(const Registry& registry, const Suite& suite, Diagnostics& diagnostics);

// What to ask `target` for a case; none, and the faults reported, when the case can't be rendered.
std::optional<Request> request_for(const PreparedSuite& prepared, const Case& golden, const Target& target, int repeat,
                                   Diagnostics& diagnostics);

}  // namespace promptctl
