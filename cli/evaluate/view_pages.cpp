#include "cli/evaluate/view_pages.hpp"

#include <fmt/format.h>

#include <sstream>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/ledger/version_numbers.hpp"
#include "prompt/address.hpp"
#include "registry/project_file.hpp"
#include "run/summary.hpp"

namespace promptctl::cli {
namespace {

constexpr std::size_t runs_on_page = 50;

ViewAnswer page_of(int status, const std::function<void(std::ostream&)>& write) {
  std::ostringstream html;
  write(html);
  return {status, html.str()};
}

ViewAnswer notice(int status, const std::string& text) {
  return page_of(status, [&text](std::ostream& out) { write_notice_page(text, out); });
}

std::string value_of(const ViewRequest& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? "" : found->second;
}

}  // namespace

ViewPages::ViewPages(const Session& session) : session_(session), root_(find_root(session)) {}

// A run goes on when it got further within half a minute of being looked at; one seen for the first time may.
bool ViewPages::is_going_on(const std::string& key, std::size_t missing) {
  constexpr std::chrono::seconds patience{30};
  const auto now = session_.clock.elapsed();
  Lack& lack = lacking_.try_emplace(key, Lack{missing, now}).first->second;
  if (lack.missing != missing) {
    lack = {missing, now};
  }
  return now - lack.since < patience;
}

ListedRun ViewPages::listed(SqliteRunStore& store, const RunHeader& header) {
  const std::string key = fmt::format("{} {}", header.id, utc_text(header.started));
  if (const auto known = finished_.find(key); known != finished_.end()) {
    return known->second;
  }
  ListedRun run;
  run.header = header;
  run.summary = summarize(header, [&](const auto& visit) { store.each_result(header.id, visit); });
  if (run.summary.missing == 0) {
    finished_[key] = run;
  } else {
    run.is_going_on = is_going_on(key, run.summary.missing);
  }
  return run;
}

ViewAnswer ViewPages::list(const ViewRequest& request) {
  RunList list;
  list.prompt = value_of(request, "prompt");
  list.page =
      static_cast<std::size_t>(std::clamp(parse_integer(value_of(request, "page")).value_or(1), 1LL, 1'000'000LL));
  if (has_runs(root_)) {
    SqliteRunStore store(state_path(root_, "runs.db"));
    const Workspace workspace(session_);
    const VersionNumbers versions(workspace);
    std::size_t place = 0;
    for (const RunHeader& header : store.list()) {
      if (!list.prompt.empty() && header.prompt_id != list.prompt) {
        continue;
      }
      if (place >= (list.page - 1) * runs_on_page && place < list.page * runs_on_page) {
        list.runs.push_back(listed(store, header));
        list.runs.back().version = versions.find(header.prompt_id, header.prompt_digest);
      }
      ++place;
    }
    list.has_more = place > list.page * runs_on_page;
  }
  return page_of(200, [&list](std::ostream& out) { write_run_list(list, out); });
}

ViewAnswer ViewPages::report(const std::string& subject, bool allow_drift) {
  if (!has_runs(root_)) {
    return notice(404, "No run is recorded here yet.");
  }
  SqliteRunStore store(state_path(root_, "runs.db"));
  Workspace workspace(session_);  // As the files are now.
  const auto sound = workspace.registry.sound_project();
  const Project project = sound.value_or(default_project());
  ReportWish wish;
  wish.subjects = {subject};
  wish.allow_drift = allow_drift;
  constexpr long long usual_calls = 10'000;
  wish.costs.per_day = usual_calls;
  constexpr std::size_t all = 1'000'000;
  wish.most_cases = all;  // The page itself shows few at a time.
  Overview overview = find_overview(wish, project, workspace, store, session_.err);
  if (!sound) {
    overview.notes.emplace_back(
        "promptctl.yaml has faults, which promptctl lint shows: its prices may be missing here");
  }
  return page_of(200, [&overview](std::ostream& out) { find_overview_format("html")->write(overview, {}, out); });
}

ViewAnswer ViewPages::answer(const ViewRequest& request) {
  constexpr std::string_view runs = "/runs/";
  constexpr std::string_view prompts = "/prompts/";
  try {
    if (request.path == "/") {
      return list(request);
    }
    if (request.path == "/compare") {
      const std::string before = value_of(request, "before");
      const std::string after = value_of(request, "after");
      return before.empty() || after.empty() ? notice(400, "Choose a run before and a run after.")
                                             : report(before + ".." + after, value_of(request, "drift") == "allowed");
    }
    if (request.path.starts_with(runs)) {
      return report(request.path.substr(runs.size()));
    }
    if (request.path.starts_with(prompts) && is_prompt_name(request.path.substr(prompts.size()))) {
      return report(request.path.substr(prompts.size()));
    }
  } catch (const Failure& failure) {
    const Diagnostic& why = failure.diagnostic();
    return notice(404, why.hint.empty() ? why.message : fmt::format("{}. {}.", why.message, why.hint));
  }
  return notice(404, "There is no such page.");
}

}  // namespace promptctl::cli
