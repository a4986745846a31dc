#include "world/sqlite/run_rows.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "document/json.hpp"
#include "document/record_fields.hpp"
#include "run/provenance_record.hpp"
#include "world/sqlite/result_columns.hpp"

namespace promptctl::run_rows {
namespace {

std::vector<std::string> texts_from(const std::string& json) {
  return read_texts_value(parse_json(json).value_or(Value()));
}

}  // namespace

std::string schema() {
  return fmt::format(R"sql(
CREATE TABLE runs (
  id TEXT PRIMARY KEY, started_ms INTEGER NOT NULL, tool TEXT NOT NULL,
  prompt TEXT NOT NULL, address TEXT NOT NULL, prompt_digest TEXT NOT NULL,
  suite TEXT NOT NULL, suite_digest TEXT NOT NULL,
  dataset_digest TEXT NOT NULL, dataset_cases INTEGER NOT NULL, planned INTEGER NOT NULL,
  targets TEXT NOT NULL, repeats INTEGER NOT NULL, tolerated_errors TEXT NOT NULL, selection TEXT NOT NULL,
  commit_id TEXT, uncommitted TEXT NOT NULL, offline INTEGER NOT NULL,
  reducer TEXT NOT NULL, provenance TEXT NOT NULL
);
CREATE TABLE results (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
{}  PRIMARY KEY (run, position, target, repeat)
);
)sql",
                     result_columns::definitions());
}

const std::string header_columns =
    "id, started_ms, tool, prompt, address, prompt_digest, suite, suite_digest, dataset_digest, dataset_cases, "
    "planned, "
    "targets, repeats, tolerated_errors, selection, commit_id, uncommitted, offline, reducer, provenance";

std::string parameter_marks(int count) {
  std::string text = "?";
  for (int at = 1; at < count; ++at) {
    text += ", ?";
  }
  return text;
}

void bind_header(SqliteStatement& insert, const RunHeader& header) {
  const auto started = std::chrono::duration_cast<std::chrono::milliseconds>(header.started.time_since_epoch());
  insert.bind(0, header.id)
      .bind(1, static_cast<long long>(started.count()))
      .bind(2, header.tool)
      .bind(3, header.prompt_id)
      .bind(4, header.prompt_address)
      .bind(5, header.prompt_digest)
      .bind(6, header.suite_id)
      .bind(7, header.suite_digest)
      .bind(8, header.dataset_digest)
      .bind(9, header.dataset_cases)
      .bind(10, header.planned)
      .bind(11, compact_json(texts_value(header.targets)))
      .bind(12, static_cast<long long>(header.repeat))
      .bind(13, number_text(header.tolerated_errors))
      .bind(14, header.selection)
      .bind(15, header.commit.value_or(""))
      .bind(16, compact_json(texts_value(header.uncommitted)))
      .bind(17, static_cast<long long>(header.offline))
      .bind(18, reducer_name(header.reducer))
      .bind(19, compact_json(provenance_value(header.provenance)));
}

RunHeader read_header(const SqliteStatement& row) {
  RunHeader header;
  header.id = row.text(0);
  header.started = std::chrono::system_clock::time_point(std::chrono::milliseconds(row.integer(1)));
  header.tool = row.text(2);
  header.prompt_id = row.text(3);
  header.prompt_address = row.text(4);
  header.prompt_digest = row.text(5);
  header.suite_id = row.text(6);
  header.suite_digest = row.text(7);
  header.dataset_digest = row.text(8);
  header.dataset_cases = row.integer(9);
  header.planned = row.integer(10);
  header.targets = texts_from(row.text(11));
  header.repeat = static_cast<int>(row.integer(12));
  header.tolerated_errors = parse_number(row.text(13)).value_or(0);
  header.selection = row.text(14);
  const std::string commit = row.text(15);
  header.commit = commit.empty() ? std::nullopt : std::optional(commit);
  header.uncommitted = texts_from(row.text(16));
  header.offline = row.integer(17) != 0;
  header.reducer = find_reducer(row.text(18)).value_or(Reducer::all);
  header.provenance = read_provenance_value(parse_json(row.text(19)).value_or(Value()));
  return header;
}

}  // namespace promptctl::run_rows
