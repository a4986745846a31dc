#include "cli/evaluate/report_subjects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "cli/evaluate/run_pairs.hpp"
#include "cli/ledger/contents.hpp"
#include "cli/ledger/version_numbers.hpp"
#include "cli/output/report_output.hpp"
#include "compare/compare.hpp"
#include "dataset/selection.hpp"

namespace promptctl::cli {
namespace {

using Headers = std::vector<RunHeader>;

// Collects the runs of all subjects.
class Subjects {
 public:
  Subjects(const ReportWish& wish, Workspace& workspace, RunStore& store, std::ostream& err)
      : wish_(wish), workspace_(workspace), store_(store), err_(err), known_(store.list()) {}

  void add(const std::string& subject) {
    const std::size_t dots = subject.find("..");
    if (dots != std::string::npos) {
      add_pair(subject.substr(0, dots), subject.substr(dots + 2));
    } else if (is_prompt(subject)) {
      add_history(subject);
    } else {
      add_run(require_run(subject));
    }
  }

  // Oldest first; where contents are compared, as they were named.
  Headers runs() const {
    Headers runs = runs_;
    if (!changes_.empty()) {
      return runs;
    }
    std::sort(runs.begin(), runs.end(), [](const RunHeader& a, const RunHeader& b) {
      return std::tie(a.started, a.id) < std::tie(b.started, b.id);
    });
    return runs;
  }

  std::vector<ChangeReport> take_changes() { return std::move(changes_); }
  std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  // Whether a text means a prompt, and no run: it has an `@`, or is the name of a prompt that is here or was run.
  bool is_prompt(const std::string& text) const {
    const auto address = find_address(text);
    if (!address || text == "latest") {
      return false;
    }
    const std::vector<std::string> ids = workspace_.registry.prompt_ids();
    return text.find('@') != std::string::npos || std::find(ids.begin(), ids.end(), address->prompt) != ids.end() ||
           std::any_of(known_.begin(), known_.end(),
                       [&address](const RunHeader& run) { return run.prompt_id == address->prompt; });
  }

  // What is no run may be a misspelt prompt.
  RunHeader require_run(const std::string& text) const {
    if (const auto header = store_.find(text)) {
      return *header;
    }
    const std::vector<std::string> ids = workspace_.registry.prompt_ids();
    const std::string_view nearest = nearest_name(text, {ids.begin(), ids.end()});
    throw Failure("unknown-run", fmt::format("there is no run and no prompt `{}`", text),
                  nearest.empty() ? "see promptctl runs list" : fmt::format("did you mean `{}`?", nearest));
  }

  void add_run(const RunHeader& header) {
    if (seen_.insert(header.id).second) {
      runs_.push_back(header);
    }
  }

  // The newest runs of each suite and model, of those that `fits`.
  template <typename Fits>
  void add_newest(std::size_t most, const std::string& subject, const Fits& fits) {
    using Place = std::pair<std::string, std::vector<std::string>>;
    std::set<Place>
        with_whole;  // that have a run of the whole dataset: one of a few cases stands for nothing beside it
    for (const RunHeader& header : known_) {
      if (fits(header) && header.selection == selection_text({})) {
        with_whole.insert({header.suite_id, header.targets});
      }
    }
    std::map<Place, std::size_t> counts;
    std::size_t partial = 0;
    for (const RunHeader& header : known_) {  // Newest first.
      const Place place{header.suite_id, header.targets};
      if (!fits(header)) {
        continue;
      }
      if (with_whole.count(place) > 0 && header.selection != selection_text({})) {
        ++partial;
      } else if (++counts[place] <= most) {
        add_run(header);
      }
    }
    if (partial > 0) {
      notes_.push_back(fmt::format("{} of chosen cases only {} left out: name {} to see {}", counted(partial, "run"),
                                   partial == 1 ? "is" : "are", partial == 1 ? "it" : "them",
                                   partial == 1 ? "it" : "them"));
    }
    if (counts.empty()) {
      throw Failure("no-runs", fmt::format("no run of `{}` is recorded here", subject),
                    fmt::format("promptctl eval {} makes one", subject));
    }
  }

  void add_history(const std::string& subject) {
    const Address address = read_address(subject);
    if (address.kind == Address::Kind::working_tree) {
      add_newest(wish_.most_runs, subject,
                 [&address](const RunHeader& run) { return run.prompt_id == address.prompt; });
      return;
    }
    const std::string digest = digest_of(address);
    add_newest(1, subject, [&digest](const RunHeader& run) { return run.prompt_digest == digest; });
  }

  std::string digest_of(const Address& address) const {
    const auto content = read_content(address, workspace_, err_);
    if (!content) {
      throw Failure("faulty-prompt", fmt::format("`{}` can't be read", address_text(address)));
    }
    return content->digest;
  }

  void add_pair(const std::string& before, const std::string& after) {
    if (before.empty()) {
      throw Failure("usage", fmt::format("`..{}` does not say what to compare with", after), "write A..B");
    }
    if (is_prompt(before)) {
      add_compared_contents(before, after.empty() ? read_address(before).prompt : after);
    } else {
      const RunHeader first = require_run(before);
      add_compared_runs(first, require_run(after.empty() ? "latest" : after));
    }
  }

  void add_compared_runs(const RunHeader& before, const RunHeader& after) {
    const std::vector<Drift> drift = drift_between(before, after);
    if (!is_comparable(drift) && !wish_.allow_drift) {
      refuse(fmt::format("between the runs differ {}", drift_list(drift)));
    }
    ChangeReport report;
    report.before = before.id;
    report.after = after.id;
    report.suites.push_back(change_between(store_, before, after, wish_.most_cases));
    add_changes(std::move(report));
  }

  void add_compared_contents(const std::string& before, const std::string& after) {
    ChangeReport report;
    report.before = before;
    report.after = after;
    const ComparedContents contents{digest_of(read_address(before)), digest_of(read_address(after)), wish_.allow_drift,
                                    wish_.most_cases};
    const bool is_comparable = cli::add_runs(store_, contents, report);
    if (report.suites.empty() && is_comparable) {
      throw Failure("no-runs", fmt::format("no suite was run on both {} and {}", before, after),
                    fmt::format("promptctl diff {} {} --eval makes the runs", before, after));
    }
    if (!is_comparable) {
      refuse(join(report.notes, "; "));
    }
    add_changes(std::move(report));
  }

  [[noreturn]] static void refuse(const std::string& why) {
    throw Failure("not-comparable", why,
                  "runs made under different conditions say nothing of the prompt; --allow-drift compares them all "
                  "the same");
  }

  void add_changes(ChangeReport report) {
    for (const SuiteChange& suite : report.suites) {
      add_run(suite.comparison.before);
      add_run(suite.comparison.after);
    }
    changes_.push_back(std::move(report));
  }

  const ReportWish& wish_;
  Workspace& workspace_;
  RunStore& store_;
  std::ostream& err_;
  Headers known_;  // newest first
  Headers runs_;
  std::set<std::string> seen_;
  std::vector<ChangeReport> changes_;
  std::vector<std::string> notes_;
};

}  // namespace

RunReport make_priced_report(RunStore& store, const RunHeader& header, const Project& project,
                             const Workspace& workspace, CostQuestion question) {
  for (const std::string& name : header.targets) {
    if (const auto target = find_target(name)) {
      question.prices.merge(workspace.prices.find_all({*target}, project, header.started));
    }
  }
  return make_report(store, header, question);
}

Overview find_overview(const ReportWish& wish, const Project& project, Workspace& workspace, RunStore& store,
                       std::ostream& err) {
  Subjects subjects(wish, workspace, store, err);
  for (const std::string& subject : wish.subjects.empty() ? std::vector<std::string>{"latest"} : wish.subjects) {
    subjects.add(subject);
  }
  Overview overview;
  overview.title = wish.subjects.empty() ? "" : join(wish.subjects, ", ");
  for (const RunHeader& header : subjects.runs()) {
    overview.runs.push_back(make_priced_report(store, header, project, workspace, wish.costs));
  }
  overview.changes = subjects.take_changes();
  overview.notes = subjects.take_notes();
  if (overview.title.empty() || overview.runs.size() == 1) {
    overview.title = overview.runs.back().header.prompt_id;
  }
  const VersionNumbers versions(workspace);
  for (RunReport& run : overview.runs) {
    run.version = versions.find(run.header.prompt_id, run.header.prompt_digest);
  }
  return overview;
}

}  // namespace promptctl::cli
