#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

#include "cli/evaluate/report_subjects.hpp"
#include "report/list/run_list_page.hpp"
#include "world/server/view_server.hpp"

namespace promptctl::cli {

// The pages of `promptctl view`, made from the run store when they are asked for. Nothing is written.
class ViewPages {
 public:
  // `session` must outlive them.
  explicit ViewPages(const Session& session);

  // "/" lists runs (`page`, `prompt`), "/runs/ID" is a run's report, "/prompts/NAME" a prompt's history, "/compare"
  // that of `before` and `after`. Anything else is a 404.
  ViewAnswer answer(const ViewRequest& request);

 private:
  ViewAnswer list(const ViewRequest& request);
  ViewAnswer report(const std::string& subject, bool allow_drift = false);
  ListedRun listed(SqliteRunStore& store, const RunHeader& header);
  bool is_going_on(const std::string& key, std::size_t missing);

  const Session& session_;
  std::filesystem::path root_;
  std::map<std::string, ListedRun> finished_;  // by id and start: complete runs don't change

  // How many results a run lacked, and since when.
  struct Lack {
    std::size_t missing = 0;
    std::chrono::microseconds since{0};
  };
  std::map<std::string, Lack> lacking_;
};

}  // namespace promptctl::cli
