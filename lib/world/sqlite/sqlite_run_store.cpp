#include "world/sqlite/sqlite_run_store.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "base/diagnostic.hpp"
#include "world/sqlite/result_columns.hpp"
#include "world/sqlite/run_rows.hpp"
#include "world/sqlite/sqlite.hpp"
#include "world/system/run_lock.hpp"

namespace promptctl {
struct SqliteRunStore::State {
  explicit State(std::string file) : path(std::move(file)) {}

  SqliteDatabase& database() {
    if (!opened) {
      opened = std::make_unique<SqliteDatabase>(path, run_rows::format_version, run_rows::schema());
    }
    return *opened;
  }

  void own(const std::string& run) {
    if (!owned || owned->run() != run) {
      owned.reset();
      owned = std::make_unique<RunLock>(std::filesystem::path(path).parent_path() / "running", run);
    }
  }

  std::string path;
  std::unique_ptr<SqliteDatabase> opened;
  std::unique_ptr<RunLock> owned;
  std::optional<SqliteStatement> insert;
  std::vector<std::pair<std::string, CaseResult>> pending;
  WriteTimer timer;
};

SqliteRunStore::SqliteRunStore(std::string path) : state_(std::make_unique<State>(std::move(path))) {}

SqliteRunStore::~SqliteRunStore() = default;

void SqliteRunStore::begin(const RunHeader& header) {
  flush();
  SqliteDatabase& database = state_->database();
  state_->own(header.id);
  SqliteTransaction transaction(database);
  SqliteStatement insert = database.prepare(fmt::format(
      "INSERT INTO runs ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET started_ms = excluded.started_ms, "
      "commit_id = excluded.commit_id, uncommitted = excluded.uncommitted, provenance = excluded.provenance",
      run_rows::header_columns, run_rows::parameter_marks(run_rows::header_column_count)));
  run_rows::bind_header(insert, header);
  insert.run();
  transaction.commit();
}

void SqliteRunStore::reopen(const std::string& run) {
  flush();
  state_->own(run);
}

void SqliteRunStore::record(const std::string& run, const CaseResult& result) {
  state_->pending.emplace_back(run, result);
  state_->timer.wrote();
}

void SqliteRunStore::flush() {
  if (state_->pending.empty()) {
    return;
  }
  SqliteDatabase& database = state_->database();
  if (!state_->insert) {
    state_->insert =
        database.prepare(fmt::format("INSERT OR REPLACE INTO results ({}, run) VALUES ({})", result_columns::names(),
                                     run_rows::parameter_marks(result_columns::count() + 1)));
  }
  SqliteTransaction transaction(database);
  for (const auto& [run, result] : state_->pending) {
    result_columns::bind(*state_->insert, result);
    state_->insert->bind(result_columns::count(), run).run();
  }
  transaction.commit();
  state_->pending.clear();
  state_->timer.flushed();
}

void SqliteRunStore::flush_if_due() {
  if (state_->timer.is_due()) {
    flush();
  }
}

std::vector<RunHeader> SqliteRunStore::list() {
  SqliteStatement select = state_->database().prepare(
      fmt::format("SELECT {} FROM runs ORDER BY started_ms DESC, id", run_rows::header_columns));
  std::vector<RunHeader> headers;
  while (select.step()) {
    headers.push_back(run_rows::read_header(select));
  }
  return headers;
}

std::optional<RunHeader> SqliteRunStore::find(const std::string& id) {
  std::vector<RunHeader> headers = list();
  if (id == "latest") {
    return headers.empty() ? std::nullopt : std::optional(headers.front());
  }
  std::optional<RunHeader> found;
  for (RunHeader& header : headers) {
    if (header.id == id) {
      return std::move(header);
    }
    if (!id.empty() && header.id.starts_with(id)) {
      if (found) {
        throw Failure("ambiguous-run", fmt::format("`{}` fits the runs {} and {}", id, found->id, header.id),
                      "write more of the id");
      }
      found = std::move(header);
    }
  }
  return found;
}

void SqliteRunStore::each_result(const std::string& run, const std::function<void(const CaseResult&)>& visit) {
  flush();
  SqliteStatement select = state_->database().prepare(
      fmt::format("SELECT {} FROM results WHERE run = ? ORDER BY position, target, repeat", result_columns::names()));
  select.bind(0, run);
  while (select.step()) {
    visit(result_columns::read(select));
  }
}

RunStore::Verdicts SqliteRunStore::answered(const std::string& run) {
  flush();
  SqliteStatement select = state_->database().prepare(
      "SELECT case_id, target, repeat, passed FROM results WHERE run = ? AND error_kind IS NULL");
  select.bind(0, run);
  Verdicts verdicts;
  while (select.step()) {
    const auto passed = select.optional_integer(3);
    verdicts.emplace(Key{select.text(0), select.text(1), static_cast<int>(select.integer(2))},
                     passed ? std::optional(*passed != 0) : std::nullopt);
  }
  return verdicts;
}

bool SqliteRunStore::remove(const std::string& run) {
  flush();
  if (!find(run)) {
    return false;
  }
  state_->own(run);
  SqliteStatement remove = state_->database().prepare("DELETE FROM runs WHERE id = ? RETURNING id");
  remove.bind(0, run);
  const bool found = remove.step();
  remove.run();
  state_->owned.reset();
  return found;
}

}  // namespace promptctl
